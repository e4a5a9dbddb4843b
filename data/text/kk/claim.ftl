# Claims: verdicts, the sentence of each code, what would change it, why a figure was not laid beside a claim.

claims-title = Мәлімдемелер
claims-lead = Сан келтірілген мәлімдемелер және олар туралы деректердің не айтатыны. Бағдарлама қорытынды ұсынып, себептерін көрсетеді; шешімді аты аталған адам қабылдайды.
claims-count = { $n ->
   *[other] { $n-written } мәлімдеме
 }
claims-none = Сәйкес келетін мәлімдеме жоқ. Басқа қорытындыны таңдаңыз немесе барлық мәлімдемені көрсетіңіз.
claims-empty = Әзірге бірде-бір мәлімдеме жазылмаған. Төменде өз мәлімдемеңізді тексеріп көріңіз: ештеңе сақталмайды.
claim = Мәлімдеме
claim-said-by = Кім мәлімдеді
claim-made-on = Қашан айтылды
claim-quantity = Қандай шама туралы
claim-states = Не мәлімделді
claim-kind = Мәлімдеме түрі
claim-why = Неліктен
claim-change = Қорытындыны не өзгертер еді
claim-evidence = Дәлелдер
claim-evidence-used = Ескерілген деректер
claim-evidence-none = Мұнда ескеруге болатын дерек жоқ.
claim-evidence-refused = Мәлімдемемен салыстырылмаған деректер
claim-refused-why = Неліктен салыстырылмаған
claim-bound = Қандай мәндерге жол береді
claim-says = Мәлімдеме туралы не айтады
claim-proposed = Бағдарлама ұсынады
claim-decided = Адам шешті
claim-decisions = Адамдардың шешімдері
claim-decision-none = Аты аталған ешкім әлі шешім қабылдаған жоқ. Жоғарыдағы — тек ұсыныс.
claim-decision-differs = Бағдарлама ұсынған қорытындыдан өзгеше.
claim-decision-agrees = Бағдарлама ұсынған қорытындымен бірдей.
claim-decision-label = Жарияланған күйі
claim-machine-expected = Бағдарламаның өзін тексеру
claim-as-of = Мына күннен кешіктірілмей жарияланған деректер бойынша ғана
claim-try = Мәлімдемені тексеру
claim-try-lead = Сөйлемде не айтылғанын көрсетіңіз. Ештеңе сақталмайды, ал жауаптың мекенжайымен бөлісуге болады.
claim-try-button = Тексеру
claim-try-again = Басқа мәлімдеме
claim-try-incomplete = Бұл мәлімдемені оқу мүмкін болмады
claim-field-text = Сөйлемнің өзі (міндетті емес)
claim-field-indicator = Не саналған
claim-field-comparator = Қалай айтылған
claim-field-value = Сан
claim-field-upper = Жоғарғы сан, аралық аталған болса
claim-field-place = Қайда
claim-field-period = Қашан, мысалы 2024, 2012-2013, 2017 жылғы 8 ай, жыл сайын
claim-field-subgroup = Кімдердің арасында
claim-field-claimant = Кім мәлімдеді (міндетті емес)
claim-hypothetical = ешкім: бұл — мысал
claim-download = Осы жауап JSON түрінде
claim-share = Осы жауаптың мекенжайы
claim-filter = Мәлімдемелерді таңдау
claim-verdict = Қорытынды
claim-filter-all = Барлық қорытынды

comparator-word-eq = дәл
comparator-word-approx = шамамен
comparator-word-gt = мынадан көп
comparator-word-ge = кемінде
comparator-word-lt = мынадан аз
comparator-word-le = ең көбі
comparator-word-between = мына аралықта

# A claim of a direction without a number
claim-direction-eq = өзгеріссіз
claim-direction-approx = шамамен сондай
claim-direction-gt = көп немесе өсуде
claim-direction-ge = сондай немесе одан көп
claim-direction-lt = аз немесе азаюда
claim-direction-le = сондай немесе одан аз
claim-direction-between = аралықта

claim-kind-level = мән
claim-kind-count = сан
claim-kind-sum = қосынды
claim-kind-part_whole = бүтіннің бөлігі
claim-kind-share = үлес
claim-kind-identity = бір нәрсе туралы екі мәлімдеме
claim-kind-change = өзгеріс
claim-kind-trend = үрдіс
claim-kind-rank = өзгелер арасындағы орын
claim-kind-compare = салыстыру
claim-kind-list = тізім

verdict-consistent = Деректермен үйлеседі
verdict-consistent_incomplete = Рас, бірақ шындықтың бәрі емес
verdict-contradicted = Деректер жоққа шығарады
verdict-disputed = Даулы: деректер бір-біріне қайшы
verdict-internally_inconsistent = Өзіне өзі қайшы
verdict-not_comparable = Салыстыруға келмейді
verdict-unverifiable = Тексеру мүмкін емес

# One sentence per code
claim-code-arithmetic-ok = Есептеу дұрыс, { $number } шығады: { $figures }.
claim-code-arithmetic-ok-plain = Аталған бөліктердің қосындысы айтылған санға тең.
claim-code-arithmetic-fails = Есептеу қате, шын мәнінде { $number } шығады: { $figures }.
claim-code-arithmetic-fails-plain = Аталған бөліктердің қосындысы айтылған санға тең емес.
claim-code-rounding = Мәлімдемедегідей дөңгелектегенде сәйкес келеді: { $figures }.
claim-code-value-match = Дәл осы шаманың жарияланған мәні айтылған санмен бірдей: { $figures }.
claim-code-share-computed = Үлес жарияланған сандардан есептеледі, { $number } шығады: { $figures }.
claim-code-threshold-met = Айтылған шарт орындалады: { $figures }.
claim-code-change-implies-base = Мән де, өзгеріс те дұрыс болса, бұрынғы мән — { $number }, бірақ мұндай мәнді ешкім жарияламаған.
claim-code-trend-confirmed = Жарияланған деректер айтылған үрдісті растайды: { $figures }.
claim-code-trend-not-confirmed = Жарияланған деректер айтылған үрдісті растамайды: { $figures }.
claim-code-two-points-only = Екі нүкте — әлі үрдіс емес: { $figures }.
claim-code-cause-not-testable = Деректер дұрыс болуы мүмкін, бірақ бірі екіншісіне себеп болғанын санақ көрсете алмайды.
claim-code-self-report = Бұл — мәлімдеушінің өз жұмысы туралы өз дерегі: { $figures }.
claim-code-no-independent-evidence = Мәлімдеушіден басқа ешкім бұл туралы дерек жарияламаған.
claim-code-no-compatible-evidence = Бұл шама туралы мәлімдемемен салыстыруға болатын дерек жоқ.
claim-code-definition-differs = Мағынасы ең жақын деректерде басқа нәрсе саналған: { $figures }.
claim-code-indicative-only = Айтылған шамамен ішінара ғана қабысатын деректер осыған меңзейді; олар бағдар береді, бірақ дәлелдемейді: { $figures }.
claim-code-broader-measure-larger = Дәл осы құбылыстың кеңірек көрсеткіші { $number } есе үлкен: { $figures }.
claim-code-lower-bound-only = Деректер осыдан кем болмағанын көрсетеді, бірақ шын мәнінде қанша болғанын көрсетпейді: { $figures }.
claim-code-narrower-presented-as-whole = Айтылған сан тек бір бөлікке қатысты: { $figures }.
claim-code-partial-period = Жылдың бір бөлігі ғана саналған.
claim-code-period-unknown = Мәлімдемеде қай уақыт туралы екені айтылмаған.
claim-code-partial-vs-full = Жылдың бір бөлігі толық жылмен салыстырылған: { $figures }.
claim-code-period-length-differs = Кезеңдердің ұзақтығы әртүрлі: { $figures }.
claim-code-offence-group-differs = Деректерде қылмыстардың әртүрлі топтары саналған: { $figures }.
claim-code-series-break = Деректер бір-бірінен үзіліп бөлінген қатарларға жатады, сондықтан олар бойынша үрдіс туралы айтуға болмайды: { $figures }.
claim-code-rank-set-differs = Орындар құрамы әртүрлі елдердің арасында анықталған: { $figures }.
claim-code-flow-vs-stock = Жыл ішінде мұндай жағдайға түскендерді бір сәтте сондай жағдайда жүргендермен салыстыруға болмайды: { $figures }.
claim-code-implausible-ratio = Бұл екі санды қатар қойса, адам мұндай жағдайда { $number } жыл қалады деген мағына шығады.
claim-code-part-from-other-series = Бөлігі мен бүтіні бағалаулардың әртүрлі қатарынан алынған: { $figures }.
claim-code-value-mismatch = Дәл осы шаманың жарияланған мәні айтылған саннан өзгеше: { $figures }.
claim-code-threshold-not-met = Айтылған шарт орындалмайды: { $figures }.
claim-code-lower-bound-exceeds = Бір бөлігінің өзі мәлімдеме жол беретін мәннен көп: { $figures }.
claim-code-upper-bound-below = Бүтіннің өзі мәлімдеме талап ететін мәннен аз: { $figures }.
claim-code-base-missing = Салыстыруға негіз болған мән жарияланбаған.
claim-code-sample-unknown = Бұл — сауалнама дерегі; қатысушылардың қалай іріктелгені сипатталмаған: { $figures }.
claim-code-second-hand = Дерек біз көрмеген дереккөз бойынша келтірілген: { $figures }.
claim-code-superseded = Оның орнын кейінгі дерек басқан: { $figures }.
claim-code-revised-since = Дерек мәлімдеме айтылғаннан кейін қайта қаралған: { $figures }.
claim-code-earliest-stage = Тек бірінші саты саналған; келесісіне жететіні азырақ: { $figures }.
claim-code-numerator-only = Бүтіні айтылмай, бөлігі ғана аталған. Бұл бөліктің үлесі — { $number }, бүтіні: { $figures }.
claim-code-base-year-reverses = Басқа жылдан бастап қараса, сол деректердің өзі кері бағытта өзгереді: { $figures }.
claim-code-subgroup-reverses = Басқа топта жағдай керісінше: { $figures }.

# What would change the verdict
claim-missing-two-points-only = Дәл солай саналған басқа жылдардың деректері.
claim-missing-cause-not-testable = Өзге жағдайда не болар еді деген сұрақпен салыстыра жүргізілген зерттеу.
claim-missing-no-independent-evidence = Дәл осы шама туралы басқа дереккөздің дерегі.
claim-missing-no-compatible-evidence = Осы шама, осы жер және осы уақыт бойынша жарияланған дерек.
claim-missing-definition-differs = Мәлімдеуші нені санайтынының анықтамасы.
claim-missing-indicative-only = Мәлімдеушінің жылдар бойынша деректері немесе дәл осы шаманың басқа санағы.
claim-missing-lower-bound-only = Бөліктің емес, бүтіннің санағы немесе бағалауы.
claim-missing-partial-period = Бүкіл жылдың дерегі.
claim-missing-period-unknown = Мәлімдемеде айтылған жыл.
claim-missing-partial-vs-full = Ұзақтығы бірдей кезеңдерге қатысты екі мән.
claim-missing-period-length-differs = Ұзақтығы бірдей кезеңдерге қатысты екі мән.
claim-missing-offence-group-differs = Қылмыстардың бір тобына қатысты екі мән.
claim-missing-series-break = Бірдей әдістеме және бірдей анықтама бойынша алынған екі мән.
claim-missing-rank-set-differs = Сол бір елдер арасында, бірдей әдістемемен анықталған орындар.
claim-missing-flow-vs-stock = Адамдардың мұндай жағдайда болуының орташа мерзімі немесе сол тектес дерек.
claim-missing-part-from-other-series = Бір қатардан алынған бөлік пен бүтін.
claim-missing-base-missing = Салыстыруға негіз болған мәннің жарияланымы.
claim-missing-sample-unknown = Іріктеменің қалай жасалғанының сипаттамасы.
claim-missing-second-hand = Сілтеме жасалған дереккөз.
claim-missing-change-implies-base = Жарияланған бұрынғы мән.
claim-missing-earliest-stage = Келесі сатыларға жеткендердің саны.

# What a figure says of a claim
claim-said-supports = растайды
claim-said-contradicts = жоққа шығарады
claim-said-open = ашық қалдырады
claim-said-indicates = осыған меңзейді
claim-said-own = мәлімдеушінің өз дерегі
claim-said-part = есептеудің бөлігі
claim-said-context = мәлімет үшін

# Why a figure is not laid beside a claim
claim-reason-period_unknown = уақыты көрсетілмеген
claim-reason-other_period = басқа уақытқа қатысты
claim-reason-other_subgroup = басқа топ саналған
claim-reason-series_break = қатарлар арасында үзілу бар
claim-reason-flow_vs_stock = бірі — ағын, екіншісі — қор
claim-reason-not_comparable = екеуін салыстыруға болмайды
claim-reason-other_series = бағалаулардың басқа қатарына жатады
claim-reason-partial_vs_full = бірі жылдың бөлігіне, екіншісі толық жылға қатысты
claim-reason-period_length_differs = кезеңдердің ұзақтығы әртүрлі
claim-reason-offence_group_differs = қылмыстардың басқа тобы саналған
claim-reason-derived = осында есептелген, ешкім жарияламаған
claim-reason-no_interval = аралығы жоқ бағалау шек бермейді
claim-reason-second_hand = біз көрмеген дереккөз бойынша келтірілген
claim-reason-no_number = сан айтылмаған
claim-reason-other_unit = өлшем бірлігін ауыстырып есептеуге болмайды

# How a set of values is written
interval-exactly = дәл { $low }
interval-between = { $low } – { $high } аралығында
interval-at-least = кемінде { $low }
interval-more-than = мынадан көп: { $low }
interval-at-most = ең көбі { $high }
interval-less-than = мынадан аз: { $high }
interval-any = кез келген мән
