# Assessments: levels, tiers, rules, and what each assessor counts.

# ILAB: levels
ilab-level-no = ілгерілеу жоқ
ilab-level-minimal = ең аз ілгерілеу
ilab-level-moderate = орташа ілгерілеу
ilab-level-significant = елеулі ілгерілеу
ilab-level-no_assessment = бағаланбаған
ilab-modifier-regression = күш-жігер жұмсалды, бірақ осы жылғы нашарлау ілгерілеуді тежеді
ilab-modifier-continued = күш-жігер жұмсалды, бірақ бұрынғы жойылмаған нашарлау ілгерілеуді тежеді
ilab-modifier-complicit = күш-жігер жұмсалды, бірақ мемлекеттің балаларды мәжбүрлі еңбекке тартуға қатысы бар
ilab-domain-law = заңнамада
ilab-domain-policy = саясатта
ilab-domain-practice = іс жүзінде

# ILAB: the areas in which efforts are looked for, and the kinds of inputs
ilab-area-laws = заңдар мен ережелер
ilab-area-enforcement = заңдардың орындалуын қамтамасыз ету
ilab-area-coordination = үйлестіру
ilab-area-policies = мемлекеттік саясат
ilab-area-social_programmes = әлеуметтік бағдарламалар
ilab-area-unknown = саласы көрсетілмеген
ilab-input-effort = күш-жігер
ilab-input-regression = нашарлау
ilab-input-complicity = мемлекеттің қатысы

# ILAB: the rows of the rule
ilab-when-not-assessed = Ел бұл жылы бағаланбады.
ilab-when-complicit = Мемлекет қандай да бір деңгейде және бірен-саран емес балаларды еңбекке мәжбүрлейді.
ilab-when-no-effort = Ұсынылған бірде-бір шара қолданылмады және басқа елеулі күш-жігер жұмсалмады.
ilab-when-regressive = Жағдайды нашарлататын заң, саясат немесе тәжірибе күш-жігерге қарамастан ілгерілеуді тежеді.
ilab-when-efforts-in-all = Маңызды салалардың бәрінде елеулі күш-жігер жұмсалды.
ilab-when-efforts-in-some = Маңызды салалардың біразында елеулі күш-жігер жұмсалды.
ilab-when-efforts-in-few = Маңызды салалардың санаулысында ғана елеулі күш-жігер жұмсалды.
ilab-holds-yes = орындалады
ilab-holds-no = орындалмайды
ilab-holds-unknown = анықтау мүмкін емес: күш-жігердің саласы белгісіз
ilab-decides = Осы жол шешеді.
ilab-areas-reached = { $all-written } саланың { $n-written } саласында күш-жігер жұмсалған
ilab-without = «{ $what }» болмаса: { $level }.
ilab-without-unchanged = «{ $what }» болмаса да, дәреже сол қалпында.
ilab-without-open = «{ $what }» болмаса, дәрежені қолда бар мәліметтен анықтау мүмкін емес.
ilab-open = Қолда бар мәліметтен дәрежені анықтау мүмкін емес.
ilab-our-reading = Біздің түсінігіміз: бағалаушы бұл үшін сан да, ереже де жарияламайды және басқаша шешуі мүмкін.
ilab-parameter-few_at_most = «Санаулы» сала — ең көбі { $n-written }; «біраз» — одан көп, бірақ бәрі емес.
ilab-parameter-new_regression_named_first = Жаңа нашарлау бұрынғысымен қатар келсе, бағада жаңасы аталады.
ilab-agrees = Шығарылған дәреже жарияланғанмен бірдей.
ilab-differs = Шығарылған дәреже жарияланғаннан өзгеше.

# What each assessor counts, and on which scale
assessor-counts-ilab = Мемлекеттің күнтізбелік жылда балалар еңбегінің ең нашар түрлеріне қарсы не істегенін және заңның, саясаттың немесе тәжірибенің жағдайды нашарлатпағанын. Жұмыс істейтін балалар санын емес.
assessor-scale-ilab = Ілгерілеу жоқ, ең аз, орташа, елеулі ілгерілеу; бағаланбаған
assessor-counts-tip = Мемлекеттің адам саудасына қарсы төрт ең төменгі стандартты сақтауын және күш-жігерінің қаншалықты шынайы екенін, 1 сәуірден 31 наурызға дейін. Ішінара сарапшы пайымы; мәселенің ауқымы емес.
assessor-scale-tip = 1-санат, 2-санат, бақылаудағы 2-санат, 3-санат; ерекше жағдай
assessor-counts-gsi-prevalence = Кез келген сәтте қазіргі заманғы құлдықта жүрген адамдар саны: модельдік бағалау.
assessor-scale-gsi-prevalence = 1000 тұрғынға шаққандағы адам саны; көбірек — нашаррақ. Басылымдарды салыстыруға болмайды.
assessor-counts-gsi-vulnerability = Тұрмыс жағдайы адамдарды қазіргі заманғы құлдыққа қаншалықты осал ететінін.
assessor-scale-gsi-vulnerability = 0-ден 100-ге дейін; көбірек — нашаррақ. Басылымдағы басқа елдерге қатысты.
assessor-counts-gsi-response = Индексте аталған шаралардың қайсысын мемлекет қабылдағанын.
assessor-scale-gsi-response = 0-ден 100-ге дейін; көбірек — жақсырақ. Басылымдарды салыстыруға болмайды.
assessor-counts-gsi-negatives = Мемлекет шараларын нашарлататын әрекет пен әрекетсіздік, мысалы, құрбандарды қамау.
assessor-scale-gsi-negatives = бар немесе жоқ
assessor-counts-other = Нені бағалайтыны мұнда сипатталмаған.
assessor-scale-other = Шкаласы мұнда сипатталмаған.

# TIP: tiers as published, and the questions of the rule
tip-tier-1 = 1-санат
tip-tier-2 = 2-санат
tip-tier-2wl = бақылаудағы 2-санат
tip-tier-3 = 3-санат
tip-tier-special = ерекше жағдай
tip-never-computed = Санат ішінара пайымға сүйенеді. Pana сұрақтар мен дәлелдерді көрсетеді, ал санатты есептемейді.
tip-no-evidence = Бұл сұрақ бойынша мұнда ештеңе белгісіз.
tip-not-verified = Дереккөздің өзінен оқылмаған.
tip-kind-standard = ең төменгі стандарт
tip-kind-indicium = шынайы әрі тұрақты күш-жігердің белгісі
tip-kind-clause = санатқа жатқызу шарты
tip-asks-prohibit = Адам саудасының ауыр түрлеріне тыйым салынған ба және олар жазалана ма?
tip-asks-penalties-grave = Ең ауыр түрлері үшін жаза зорлау сияқты ауыр қылмыстардың жазасымен пара-пар ма?
tip-asks-penalties-deter = Жаза қылмыстан тыятындай ауыр ма?
tip-asks-efforts = Адам саудасын жоюға бағытталған шынайы әрі тұрақты күш-жігер бар ма?
tip-asks-investigation = Істер тергеліп, сотқа жеткізіліп, кінәлілер сотталып, жазаланып жатыр ма?
tip-asks-protection = Құрбандар анықталып, қорғала ма?
tip-asks-prevention = Адам саудасының алдын алу жүргізіле ме?
tip-asks-cooperation = Мемлекет басқа елдермен ынтымақтаса ма, айыпталғандарды ұстап бере ме?
tip-asks-migration-patterns = Көші-қонда адам саудасының белгілері қадағалана ма?
tip-asks-complicit-officials = Қатысы бар лауазымды адамдарға шара қолданыла ма?
tip-asks-non-citizens = Құрбандардың ішінде азамат еместердің үлесі қандай?
tip-asks-monitoring = Күш-жігерге мониторинг жүргізіле ме, деректер беріле ме?
tip-asks-progress = Өткен жылмен салыстырғанда ілгерілеу бар ма?
tip-asks-demand = Сұраныс азайып келе ме?
tip-asks-standards-met = Стандарттар толық сақталып, айтарлықтай ілгерілеу бар ма?
tip-asks-no-significant-efforts = Стандарттар сақталмай, елеулі күш-жігер жұмсалмай отыр ма?
tip-asks-victims-increasing = Құрбандар саны өте көп пе немесе тиісті шарасыз өсіп бара ма?
tip-asks-no-increasing-efforts = Өткен жылмен салыстырғанда күш-жігердің артқанына дәлел жоқ па?
tip-asks-two-years-on-watch-list = Ел қатарынан екі жыл бақылауда болды ма және кейінге қалдыру бар ма?
tip-asks-exceptional = Жағдай ерекше ме?

# Law: standards an assessor asks about
legal-standard-minimum_work = жұмысқа қабылдаудың ең төменгі жасы
legal-standard-minimum_hazardous_work = қауіпті жұмысқа рұқсат етілетін ең төменгі жас
legal-standard-types_hazardous_work = балаларға тыйым салынған қауіпті жұмыс түрлері
legal-standard-light_work = жеңіл жұмыс
legal-standard-prohibition_forced_labor = мәжбүрлі еңбекке тыйым
legal-standard-prohibition_child_trafficking = бала саудасына тыйым
legal-standard-prohibition_csec = балаларды коммерциялық сексуалдық қанауға тыйым
legal-standard-prohibition_illicit_activities = балаларды құқыққа қайшы әрекетке пайдалануға тыйым
legal-standard-minimum_compulsory_military = әскерге шақырудың ең төменгі жасы
legal-standard-minimum_voluntary_military = ерікті әскери қызметтің ең төменгі жасы
legal-standard-minimum_non_state_military = қарулы топтардың жасақтауына тыйым
legal-standard-compulsory_education = міндетті оқыту жасы
legal-standard-free_public_education = тегін мемлекеттік білім беру
legal-standard-minimum_marriage = некеге тұрудың ең төменгі жасы
legal-conforms-yes = халықаралық стандартқа сай
legal-conforms-no = халықаралық стандартқа сай емес
legal-conforms-unknown = сай келуі көрсетілмеген
legal-age = { $n-written } жастан

# Conventions an assessor asks about
convention-c_138 = ХЕҰ-ның ең төменгі жас туралы № 138 конвенциясы
convention-c_182 = ХЕҰ-ның балалар еңбегінің ең нашар түрлері туралы № 182 конвенциясы
convention-convention_on_the_rights_of_the_child = Бала құқықтары туралы конвенция
convention-crc_armed_conflict = Балалардың қарулы қақтығыстарға қатысуы туралы факультативтік хаттама
convention-crc_commercial_sexual_exploitation_of_children = Балаларды сату туралы факультативтік хаттама
convention-palermo = Адам саудасы туралы Палермо хаттамасы

# Labour inspection
inspection-aspect-unannounced = алдын ала ескертусіз тексерулер
inspection-aspect-small_enterprises = шағын кәсіпорындарды тексеру
inspection-aspect-checklists = инспекторлардың тексеру парақтары
inspection-effect-widens = тексеру мүмкіндігін кеңейтеді
inspection-effect-restricts = тексеруді шектейді

# Goods on lists
goods-mark-yes = иә
goods-mark-no = жоқ
goods-mark-not-shown = дереккөз көрсетпейді
goods-derived = сондай шикізаттан жасалған

# The pages
ilab-qualified = { $level }: { $modifier }
ilab-qualified-in = { $level }: { $modifier } ({ $domains })
country-assessments = Бағалаушылар не дейді
assessments-of = { $country }: бағалаушылардың көзімен
assessments-lead = Әр бағалаушының ел туралы айтқаны қатар, өз шкаласымен және нені есепке алатынымен бірге. Ештеңенің орташасы шығарылмайды, бір шкаладан екіншісіне көшірілмейді.
assessments-choose = Елді таңдаңыз
assessments-country = Ел
assessments-no-country = Бұл көшірменің өз елі жоқ. Елді таңдаңыз.
assessments-none = Бұл ел туралы баға мұнда жоқ.
assessments-side-by-side = Қатар қойғанда
assessments-side-note = Жыл бағалаушының өз есебі бойынша: есепті жыл, баяндама жылы, басылым жылы. Үзік сызық — әдістемесі басқа басылым: одан асырып салыстыруға болмайды.
assessments-assessor = Бағалаушы
assessments-counts = Нені есепке алады, нені алмайды
assessments-scale = Шкала
assessments-year = Жыл
assessments-says = Не дейді
assessments-reason = Себебі
assessments-in-words = тек сөзбен
assessments-negatives = { $n-written } теріс көрсеткіш белгіленген
assessments-negative-met = белгіленген
assessments-excerpt = үзіндіден белгілі
assessments-apart = әдістемесі басқа
assessments-break = Әдістемесі басқа басылым. Жоғарыдағы және төмендегі мәндерді салыстыруға болмайды.
assessments-speaks-of = { $year } жыл туралы
assessments-goods = Тізімдердегі тауарлар
assessments-goods-lead = Тізім балалар еңбегімен немесе мәжбүрлі еңбекпен өндірілген деп атаған тауарлар. Тізім компанияларды атамайды және әкелуге тыйым салмайды.
assessments-ilab-title = Балалар еңбегіне қарсы ілгерілеу: ереже мен бағалар
assessments-series = Не жарияланған
assessments-nothing-yet = Ол күнге дейін ештеңе жарияланбаған.
assessments-not-yet = шығарылым жоқ
assessments-vintages = Не қашан жарияланған
assessments-vintages-lead = Кейінгі шығарылымдар сандарды өзгертеді, кейде алып тастайды. Күнді бассаңыз, бәрі сол кезде белгілі болған күйінде көрінеді.
assessments-vintages-levels = Дәрежелер
assessments-vintages-figures = Кейінгі шығарылым өзгерткен сандар
assessments-readings = Ереже бойынша дәреже
assessments-readings-lead = Жарияланған ереже жыл туралы белгілі мәліметке қолданылды: орындалған бірінші жол шешеді. Бұл — жарияланған дәреженің қасындағы біздің түсінігіміз, бағалаушының дәрежесі емес.
assessments-derived = Ереже бойынша
assessments-published = Жарияланған
assessments-compared = Салыстыру
assessments-trace = Жол-жолымен
assessments-row = Жол
assessments-asks = Шарт
assessments-answer = Жауап
assessments-gives = Беретіні
assessments-inputs = Негізі
assessments-without = Дәрежені не өзгертер еді
assessments-what = Не
assessments-since = Қай кезден
assessments-rule = Ереже
assessments-rule-lead = Жолдар шешу ретімен берілген.
assessments-actions = Ұсынылған шаралар
assessments-actions-lead = Бағалаушының мемлекеттен күтетіні. Жыл сайын қайталанатын шара қолданылмаған.
assessments-asked = Не ұсынылады
assessments-years = Жылдар
assessments-editions = { $n-written } басылым
assessments-area-legal_framework = заңнама
assessments-area-enforcement = заңдардың орындалуын қамтамасыз ету
assessments-area-coordination = үйлестіру
assessments-area-government_policies = мемлекеттік саясат
assessments-area-social_programs = әлеуметтік бағдарламалар
assessments-law = Заңнама
assessments-norm = Шарт, заң немесе жоба
assessments-conventions = Конвенциялар
assessments-standards = Құқықтық стандарттар
assessments-standard = Стандарт
assessments-inspection = Еңбек инспекциясы
assessments-tip-title = Адам саудасы туралы баяндамадағы санат
assessments-tip-published = Жарияланған санаттар
assessments-report-of = Баяндама жылы
assessments-tier = Санат
assessments-tip-standards = Ең төменгі стандарттар
assessments-tip-indiciums = Шынайы әрі тұрақты күш-жігердің белгілері
assessments-tip-clauses = Санатқа жатқызу шарттары
ilab-short-regression = нашарлау
ilab-short-continued = нашарлау жалғасуда
ilab-short-complicit = қатысы бар
assessments-releases = Шығарылған күні және айтылғаны
ilab-short-in = { $domains } { $kind }
