# Іс бойынша қызмет мерзімі.
clock-title = Алты ай
clock-lead = Мерзім ескертеді әрі сұрайды. Ешбір қызметті тоқтатпайды.
clock-stands = Бүгінгі жағдай
clock-sentence-running = { $months ->
   *[other] { $all } күннің { $day }-күні: кепілдік берілген қызметтердің { $months } айы.
  }
clock-sentence-paused = { $days ->
   *[other] Мерзім тоқтатылып тұр. { $days } күн қалды, ол сақталады.
  }
clock-sentence-ahead = { $days ->
   *[other] Мерзім { $days } күннен кейін басталады.
  }
clock-sentence-beyond = { $days ->
   *[other] Кепілдік берілген көлемнен тыс { $days } күн. Көмек жалғаса береді; оған жоспар не қаржы керек.
  }
clock-started = Бірінші күн
clock-end = Соңғы күн
clock-next-warning = Келесі ескерту
clock-none = Мерзім әлі басталған жоқ. Ол қабылданған күннен басталады.
clock-begin = Мерзімді бастау
clock-begin-lead = Ол қабылданған күннен бастап.
clock-begin-button = Бастау
clock-admitted = Қабылданған күн
clock-no-evidence = Негізді не растайтынын көрсетіңіз: құжаттың нөмірі, мазмұны емес.
clock-resume = Ол оралды: бүгіннен жалғастыру
clock-pauses = Үзілістер
extension-new = Ұзартуды сұрау
extension-new-lead = Соңғы күннен кешіктірмей орталық басшысы шешеді.
extension-new-button = Басшыдан сұрау
extension-ground = Негіз
extension-months = Неше ай
extension-evidence = Немен расталады
extension-evidence-hint = Құжат нөмірі, мазмұнсыз
extension-requests = Ұзартулар
extension-of = { $months ->
   *[other] тағы { $months } ай
  }
extension-waits = Басшыны күтеді
extension-granted = Ұзартылды
extension-declined = Ұзартылмады; көмек жалғаса береді
extension-grant = Ұзарту
extension-decline = Ұзартпау
pause-new = Мерзімді тоқтата тұру
pause-new-lead = Ол жоқта мерзім жүрмейді; пайдаланылған күндер қалады, жаңасы қосылмайды.
pause-new-button = Тоқтата тұру
pause-reason = Неге ол жоқ
pause-from = Қай күннен
beyond-new = Кейінгі уақыт жоспарын жазу
beyond-new-lead = Кепілдік берілген көлем бітті. Оған бұрынғыдай көмек көрсетіледі.
beyond-new-button = Жазу
beyond-about = Көмек қалай жалғасатынын және кім төлейтінін онымен келісіңіз: грант, донор, басқа орталық. Бұл арада ештеңе жабылмайды.
beyond-plan = Көмек қалай жалғасады және кім төлейді
