# Аяқтау, кейінгі қолдау және не істеу керек.
exit-title = Аяқтау және кейінгі қолдау
exit-lead = Қызметтер қалай аяқталды, кейінге не келісілді және қалай оралуға болады.
exit-none = Қызметтер аяқталған жоқ.
exit-new = Қызметтерді аяқтау
exit-new-lead = Мерзім тоқтатылады; қалғаны сақталады, есік ашық қалады.
exit-new-button = Аяқтау
exit-reason = Неге
exit-on = Күн
exit-follow-up = Кейін оның халін сұрауға бола ма?
exit-due = Халін қашан сұрау
exit-month = { $months ->
   *[other] { $months } айдан кейін
  }
exit-nothing-due = Ештеңе қажет емес: ол сұрағанды қаламайды немесе бәрі жасалды.
follow-up-new = Халін жазу
follow-up-new-lead = Қауіпсіз жолмен, келісілген уақытта. Жауап беруге міндетті емес.
follow-up-new-button = Жазу
follow-up-reached = Халі қалай
follow-up-employed = Ол жұмыс істей ме?
employed-yes = Иә
employed-no = Жоқ
employed-not-asked = Сұралмады
exit-made = Сұралды
exit-reopen = Ол оралды: қайта ашу
due-title = Не істеу керек
due-none = Бүгінге ештеңе жоқ.
due-stage = Кезең
due-steps = Мүмкін қадамдар
due-ask-deletion = Жоюды сұрау: { $recipient } — { $classes }
due-done = Орындалды
due-consent-ends = Келісім аяқталады: { $purpose }
due-extension = Ұзарту басшыны күтуде
due-beyond = Кейінгі уақытқа жоспар не қаржы
due-clock-warning = Кепілдік берілген мерзім аяқталады: әрі қарай не болатынын айтыңыз
due-appeal = Шағымданудың соңғы күні
due-follow-up = Халін сұрау
due-tell-her = Өмірді құтқару үшін не айтылғанын оған айту
