# Recommendations and demands: what became of them, why, on which evidence, and for how long they have been open.

follow-up-parts = Орындалу туралы бөлімдер
recommendations-tab = Ұсынымдар
demands-tab = Жылдар бойынша талаптар
commitments-tab = Міндеттемелер
follow-up-download = Осы жауап JSON түрінде
follow-up-faults = { $n-written } жолды оқу мүмкін болмады, олар ескерілмеді.

recommendations-title = Не ұсынылды және одан не шықты
recommendations-lead = Барлық ұсыным және олардың жай-күйі. Жай-күй күні белгілі фактілерден шығарылады; әр факт туралы оның ескерілгені не ескерілмегені және себебі айтылады.
recommendations-glance = Қысқаша
recommendations-filter = Ұсынымдарды таңдау
recommendations-all-statuses = Барлық жай-күй
recommendations-all-sources = Кім болса да
recommendations-count = { $n ->
   *[other] { $n-written } ұсыным, алдымен ең шұғылы
 }
recommendations-unknown = Тағы { $n-written } ұсыным туралы кейінгі мәлімет жоқ
recommendations-none = Сәйкес келетін ұсыным жоқ. Басқа жай-күйді, тақырыпты, дереккөзді немесе күнді таңдаңыз.
recommendations-empty = Әзірге бірде-бір ұсыным жазылмаған.
recommendations-bearing = Ұсынымдар
recommendation-one = Ұсыным
recommendation-status = Жай-күйі
recommendation-asked-by = Кім ұсынды
recommendation-as-of = Мына күннен кешіктірілмей жарияланған деректер бойынша ғана
recommendation-age = { $n-written } жыл бұрын
recommendation-age-this-year = осы жылы
recommendation-became = Одан не шықты
recommendation-formal = Қағаз жүзінде
recommendation-effective = Іс жүзінде
recommendation-axes = Қағаз жүзінде орындалу мен іс жүзінде орындалу — екі бөлек сұрақ: жоспар қабылданып, ештеңе өзгермеуі мүмкін.
recommendation-movement = Бұрын және қазір
recommendation-then = бұрын
recommendation-now = қазір
recommendation-other-ground = Бұл деректер әртүрлі жерлерге немесе топтарға қатысты. Олар қатар тұр, бірақ айырмасы есептелмейді.
recommendation-coverage-title = Орталық қай жерде бар және қай жерде көрсетілмеген
recommendation-coverage = Орталығы бар аумақтар: { $of-written } аумақтың { $n-written }; тізімде барлығы { $centres-written } орталық.
recommendation-coverage-without = Тізімде орталығы жоқ аумақтар:
recommendation-coverage-correct = Аумақ тізімде болмаса да, онда орталық болуы мүмкін. Егер ол туралы білсеңіз, тізімді жүргізетіндерге және осы дананы басқаратындарға дереккөзін көрсетіп хабарлаңыз.
recommendation-evidence = Дәлелдер
recommendation-used = Ескерілген фактілер
recommendation-used-none = Әзірге ескерілген факт жоқ.
recommendation-set-aside = Ескерілмеген фактілер және себептері
recommendation-fact = Факт
recommendation-proof = Немен дәлелденеді
recommendation-why = Неліктен ескерілмеген
recommendation-public = { $day } күнінен кешіктірілмей жарияланған
recommendation-commitments = Осы ұсыным көрсетілген міндеттемелер
recommendation-views = Басқалар қалай бағалайды
recommendation-views-none = Әзірге ешкімнің бағасы жазылмаған. Мемлекеттің, ұлттық баяндамашының және азаматтық қоғамның өз бағасы болуы мүмкін; ол recommendation_views кестесінің жолы ретінде жазылады: кімдікі, қандай жай-күй, күні және дереккөзі. Сонда ол шығарылған жай-күймен қатар тұрады.
recommendation-view-none = баға жазылмаған
recommendation-mean = { $n-written } баға бойынша орташа мән (0 — орындалмаған, 1 — орындалған): { $mean }. Ол кімнің кіммен келіспейтінін жасырады.
recommendation-asked = Не ұсынылды
recommendation-siblings = Сол тармақтағы басқа ұсынымдар
recommendation-findings = Неге жауап береді
recommendation-demands = Жылдар бойынша сол талап
recommendation-other-day = Басқа күні қалай көрінді
recommendation-mechanism = Рәсім
recommendation-cycle = Цикл
recommendation-position = Мемлекеттің ұстанымы
recommendation-evidence-missing-too = нәтижесі туралы дерек жоқ

recommendation-status-regressed = Нашарлады
recommendation-status-unanswered = Жауапсыз қалды
recommendation-status-not_started = Басталмады
recommendation-status-partly = Ішінара орындалды
recommendation-status-implemented = Орындалды
recommendation-status-evidence_missing = Дәлел жоқ

# One sentence per reason
recommendation-reason-contradicted = Ұсынылғанға қарама-қарсы іс жасалды, оны кейінгі ештеңе жойған жоқ: { $facts }.
recommendation-reason-contradiction_lifted = Бұрын қарама-қарсы іс жасалған, кейін ұсынылғанның бәрі орындалды: { $facts }.
recommendation-reason-shown_in_full = Фактілер ұсынылғанның орындалғанын көрсетеді: { $facts }.
recommendation-reason-shown_in_part = Фактілер ұсынылғанның бір бөлігі орындалғанын көрсетеді: { $facts }.
recommendation-reason-limited = Ұсынылғанның бір бөлігі жоқ: { $facts }.
recommendation-reason-on_paper_only = Әрекет ету ұсынылды, ал бары — мәтіндер ғана.
recommendation-reason-effect_not_measured = Әрекет ету ұсынылды, бірақ нәтижесін көрсететін сенімді дерек жоқ.
recommendation-reason-only_limits = Кейінгі дереккөздер не жетіспейтінін айтады, ал не істелгенін біреуі де айтпайды.
recommendation-reason-later_source_without_answer = Кейінгі дереккөзде бұл мәселе айтылады, бірақ жауап жоқ: { $facts }.
recommendation-reason-nothing_later = Мұнда кейінгі факт жоқ. Бұл ештеңе істелмеді дегенді білдірмейді.

# Why a fact does not count
recommendation-why-unknown = бұл факт мұнда белгісіз
recommendation-why-not_applicable = онда басқа нәрсе туралы айтылады
recommendation-why-asked_undated = ұсынымның күні жоқ
recommendation-why-undated = фактінің күні жоқ
recommendation-why-not_later = ұсынымнан кейін екені анық емес
recommendation-why-speaks_of_before = кейін жарияланған, бірақ ұсынымға дейінгі уақыт туралы
recommendation-why-not_yet_public = ол күнге дейін жарияланғаны анық емес
recommendation-why-context = түсіну үшін пайдалы, бірақ ештеңе шешпейді
recommendation-why-shows_no_progress = растау ретінде келтірілген, бірақ ілгерілеуді көрсетпейді

recommendation-formal-not_shown = мәтін белгісіз
recommendation-formal-drafted = мәтін дайындалып жатыр
recommendation-formal-done = мәтін қабылданған
recommendation-effective-reversed = іс жүзінде керісінше
recommendation-effective-not_shown = мұны ештеңе көрсетпейді
recommendation-effective-reported = бұл айтылады, бірақ сенімді дерек жоқ
recommendation-effective-observed = мұны сенімді дерек көрсетеді

# What kind of proof a fact is
recommendation-grade-draft = мәтін жобасы
recommendation-grade-text = мәтін
recommendation-grade-statement = саны жоқ мәлімдеме
recommendation-grade-weak_figure = салыстыруға жарамайтын сан
recommendation-grade-figure = сан

recommendation-mechanism-upr = Әмбебап кезеңдік шолу, мемлекеттің ұсынымы
recommendation-mechanism-upr_submission = Әмбебап кезеңдік шолуға берілген материалдар
recommendation-mechanism-treaty_body = шарттық орган
recommendation-mechanism-special_procedure = арнайы рәсім
recommendation-mechanism-regional_body = өңірлік ұйым
recommendation-mechanism-index = индекс
recommendation-mechanism-assessment = басқа мемлекеттің немесе ұйымның бағалауы
recommendation-mechanism-national = елдің өз органы
recommendation-mechanism-other = басқа
recommendation-position-supported = қолдады
recommendation-position-supported_in_part = ішінара қолдады
recommendation-position-noted = назарға алды
recommendation-position-pending = кейін білдіреді
recommendation-position-not_stated = көрсетілмеген
recommendation-holder-state = Мемлекет
recommendation-holder-rapporteur = Ұлттық баяндамашы
recommendation-holder-ngo = Азаматтық қоғам
recommendation-holder-international = Халықаралық ұйымдар
recommendation-holder-research = Зерттеушілер

# The same thing asked again
demands-title = Бір талап: кім және қай жылдары
demands-lead = Әртүрлі ұйымдар жылдан жылға бір нәрсені талап етеді. Талаптың жасы — оның ашық тұрған уақыты.
demands-empty = Әзірге бірде-бір талап жазылмаған.
demands-ages = Әр талаптың жасы
demands-note = Талап айтылған барлық ұсыным орындалғанда ол орындалған болып саналады. Біреу мұны бұрын не кейін талап еткен болса, бірақ мұнда ол туралы дерек болмаса, ескерілмейді.
demand = Талап
demand-bodies = Талап еткен ұйымдар саны
demand-open-for = Ашық тұрғаны
demand-answered = Орындалды ма
demand-answered-yes = иә
demand-answered-in_part = ішінара
demand-answered-no = жоқ
demand-answered-not_known = белгісіз
demand-years = { $n-written } жыл
demand-member-recommendation = ұсыным
demand-member-suggested_action = ұсынылған шара
demand-member-finding = тұжырым
demand-open = Жылдары: { $years }; { $n-written } жыл бойы ашық
demand-closed = Жылдары: { $years }; орындалды
