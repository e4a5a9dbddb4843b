# Tasks: neutral words. Only task-notice leaves the house.

task-notice = Сізде тапсырма бар
task-kind-clock-warning = Кепілдік берілген мерзім аяқталып келеді: әрі қарай не болатынын талқылаңыз
task-kind-clock-ended = Кепілдік берілген мерзім аяқталды: жоспар құрып, қаржы іздеңіз; көмек жалғасады
task-kind-consent-ending = Келісім мерзімі жақында аяқталады
task-kind-ask-deletion = Берілген деректерді жоюды сұраңыз
task-kind-follow-up = Шыққаннан кейін хабарласу уақыты келді
task-kind-inform-guardianship = Қорғаншылық және қамқоршылық органына хабарлаңыз
task-kind-find-guardian = Балаға өкіл табыңыз
task-kind-best-interest-note = Баланың мүддесі туралы жазба жасаңыз
task-kind-decide-age = Жасын анықтаңыз
task-kind-tell-compensation = Зиянды өтетуге құқық туралы айтыңыз
task-kind-find-place = Түнге орын табу
task-kind-call-back = Қайта қоңырау шалу
task-kind-meet = Кездесу
task-kind-go-along = Бірге бару
task-kind-papers = Қағаздарды дайындау
task-kind-review-plan = Жоспарды қайта қараңыз
task-kind-funding-ends = Қаржыландыру жалғассыз аяқталады
task-kind-other = Іс ішінде сипатталған басқа тапсырма
task-for-case-lead = істі жүргізуші
task-for-lawyer = заңгер
task-for-specialist = медик немесе психолог
task-for-head = орталық басшысы
