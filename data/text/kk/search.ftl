# Search.

search-title = Іздеу
search-title-for = Іздеу: { $q }
search-again = Қайта іздеу
search-empty = Бір не бірнеше сөзді немесе сөздің басын жазыңыз: бәрі кездесуге тиіс.
search-nothing = «{ $q }» бойынша ештеңе табылмады.
search-found = «{ $q }» бойынша қазақша, орысша және ағылшынша мәтіндерден { $n-written } нәтиже табылды
search-at-most = Алғашқы { $n-written } нәтиже ғана көрсетілген: іздеуді тарылту үшін сөз қосыңыз.
search-what-to-do = Сөзді азайтып немесе сөздің басын ғана жазып көріңіз — қазақша, орысша немесе ағылшынша; не болмаса тізімдердің бірінен бастаңыз:
search-to-countries = Елдер, басты бетте
search-to-indicators = Барлық көрсеткіш
search-to-sources = Барлық дереккөз
search-kind-places = Елдер мен жерлер
search-kind-indicators = Көрсеткіштер
search-kind-sources = Дереккөздер
search-kind-findings = Тұжырымдар
search-kind-recommendations = Ұсынымдар
search-kind-commitments = Міндеттемелер
search-kind-claims = Мәлімдемелер
search-is-place = Жер
search-is-indicator = Көрсеткіш
search-is-source = Дереккөз
search-is-findings = Тұжырым
search-is-recommendations = Ұсыным
search-is-commitments = Міндеттеме
search-is-claims = Мәлімдеме
