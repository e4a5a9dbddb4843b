# Жоспар, қызметтер және күндерді растау.
plan-title = Жоспар және қызметтер
plan-lead = Ол нені қалайды, не жоспарланды, не көрсетілді.
plan-heading = Жоспар
plan-none = Жоспар әлі жоқ. Қызметтерді онсыз да көрсетуге болады.
plan-new = Жоспар құру
plan-new-lead = Онымен бірге, оның сөздерімен. Бұрынғы жоспар сақталады, бірақ енді қолданылмайды.
plan-new-button = Жоспарды сақтау
plan-goals = Ол нені қалайды
plan-goals-hint = Оның сөздерімен, әр жолға бір тілек
plan-language = Оның сөздерінің тілі
plan-services = Қызметтер
plan-who = Кім көрсетеді
plan-times = Неше рет
plan-every = Қандай уақытта
plan-from = Бірінші күн
plan-until = Соңғы күн
plan-signed = Қол қойғандар
plan-unsigned = Әлі қол қойылмаған.
plan-signs = Бүгін кім қол қояды
plan-sign = Қолды жазу
plan-against = Жоспарланған және көрсетілген
plan-planned = Жоспарланды
plan-delivered = Көрсетілді
plan-days = Күндер
plan-given = Соңғы көрсетілгендер
own-services-title = Менің сағаттарым
own-services-lead = Өзіңіз жазғандар. Жоспарды және басқалар көрсеткен қызметті жағдайды жүргізетін адам көреді.
own-services-none = Сіз әзірге ештеңе жазған жоқсыз.
service-new = Қызметті жазу
service-new-lead = Мерзім, құжат не келісім не десе де, көрсетілген қызмет — көрсетілген.
service-new-button = Жазу
service-kind = Қызмет
service-on = Күн
service-amount = Қанша
service-unit = Неден
service-note = Қысқа белгі
service-note-hint = Тек дерек, оқиғасыз. Бос қалуы мүмкін.
days-title = Қызмет күндерін растау
days-count = { $count ->
   *[other] қызмет көрсетілген { $count } күн
  }
days-from = Бастап
days-to = Дейін
days-show = Көрсету
days-each = Әр күн
days-about = Қанша қызмет болса да, күн бір рет есептеледі. Мұнда аты-жөні жоқ.
amount-hour = { $count ->
   *[other] { $count } сағат
  }
amount-session = { $count ->
   *[other] { $count } кездесу
  }
amount-night = { $count ->
   *[other] { $count } түн
  }
amount-item = { $count ->
   *[other] { $count } дана
  }
amount-hour-part = { $number } сағат
amount-session-part = { $number } кездесу
amount-night-part = { $number } түн
amount-item-part = { $number } дана
