# Estimates from overlapping lists: the pages to make one, the report, and what is entered from it.

# ---- The report ----

estimate-report-title = Барлығы қанша адам: { $file }
estimate-report-subject = Қиылысатын тізімдер бойынша бағалау
estimate-percent = { $n } %
estimate-range = { $low } – { $high }
estimate-sentence = Әдісіне қарай барлығы { $low } мен { $high } аралығында адам.
estimate-sentence-one = Барлығы { $low } мен { $high } аралығында адам: бұл — баға беретін жалғыз әдістің { $level } деңгейіндегі аралығы.
estimate-sentence-same = Барлық әдіс бойынша шамамен { $n } адам; аралықтары { $low } мен { $high } арасында жатыр.
estimate-sentence-none = Бұл кесте бойынша барлығы қанша адам екенін бағалау мүмкін емес.
estimate-reach = Осы әдістердің аралықтары ({ $level } деңгейінде) { $low } мен { $high } арасын қамтиды.
estimate-observed = { $n ->
    [one] { $n-written } адам есепке алынған; олардың { $share } бірнеше тізімде тұр.
   *[other] { $n-written } адам есепке алынған; олардың { $share } бірнеше тізімде тұр.
 }
estimate-methods-without = { $n ->
    [one] { $of-written } әдістің { $n-written } әдісі сан бермейді; себебі өз жолында айтылған.
   *[other] { $of-written } әдістің { $n-written } әдісі сан бермейді; себебі өз жолдарында айтылған.
 }
estimate-why = Себебі: { $why }.
estimate-at-least = Адам саны кемінде { $n }: есепке алынғандар — төменгі шек.
estimate-help-heading = Не көмектесер еді
estimate-help-overlap = Қиылысуды көбейту: ұзағырақ кезең, кеңірек аумақ немесе жазбаларды мұқияттырақ салыстыру. Бәрі екі тізімде де бар адамдарға сүйенеді.
estimate-help-merge = Бір-біріне жататын тізімдерді, мысалы бір ведомствоның екі бөлімшесінің тізімдерін, біріктіру: сонда бос қиылысу азаяды.
estimate-help-list = Адамдарды басқа жолмен табатын біреудің тағы бір тізімі.
estimate-help-protocol = Қайта бағыттау тәртібі: адамдарды бір-біріне ереже бойынша жіберетін ведомстволардың ортақ адамдары не түгел, не мүлде жоқ болады, ал мұны сандардан ешбір модель айыра алмайды.
estimate-help-multiplier = Оның орнына көбейткіш: адамдардың бір бөлігі тізімде болғанын айтатын сауалнама N = n / үлес береді. Немесе таныстар шеңбері туралы сауалнама (network scale-up).

estimate-forest-heading = Әдістер қатар қойылғанда
estimate-forest-title = Барлық адам санының бағалары, аралықтарымен
estimate-forest-note = Боялған нүкте: барлық тексеруден өтті. Бос нүкте: бір тексеру күмән тудырады, ол жолда аталған. Сызылған нүкте мен үзік сызық: тексеруден өтпеді, бұл санды қолдануға болмайды. Сызықшадан шыққан жебе: төменгі шек.
estimate-axis-even = барлық адам
estimate-axis-factors = барлық адам; тең қадам — тең есе
estimate-plot-observed = есепке алынған: { $n }
estimate-plot-doubt = күмән: { $gate }
estimate-plot-fail = өтпеді: { $gate }
estimate-plot-at-least = кемінде { $n }
estimate-plot-none = баға жоқ
estimate-plot-none-short = жоқ
estimate-results-caption = Әр әдіс не айтады, аралығы көтеретін дәлдікпен. Модельдегі [12,3] жазбасы мынаны білдіреді: 1 және 2-тізімдер бір-біріне тәуелді, 3-тізім ешқайсысына тәуелді емес.
estimate-column-method = Әдіс
estimate-column-estimate = Баға
estimate-column-interval = Аралық
estimate-column-how = Аралық қалай алынды және оның деңгейі
estimate-column-model = Модель
estimate-column-verdict = Нәтиже
estimate-column-check = Тексеру
estimate-column-value = Мәні
estimate-column-bound = Шегі
estimate-column-factor = Есепке алынбағандар неше есе көп
estimate-column-list = Тізім
estimate-column-on-it = Тізімде
estimate-column-on-it-only = Тек осында
estimate-column-shared = Басқасында да
estimate-column-change = Өзгеріс
estimate-column-observed = Есепке алынған
estimate-column-truth = Шын мәнінде тізімде
estimate-column-holds = Аралықтың ішінде
estimate-column-promised = Уәде етілгені
estimate-column-held = Расталғаны
estimate-column-error = Модельдеу қателігі
estimate-column-bias = Баға қатесінің медианасы
estimate-column-without = Бағасыз
estimate-column-setting = Шарт

estimate-gates-heading = Санға сенбес бұрынғы тексерулер
estimate-gates-sum = { $n-written } тексерудің { $passed-written } тексеруінен өтті.
estimate-gates-caption = Әр әдістің әр тексеруі
estimate-verdict-pass = өтті
estimate-verdict-doubt = күмән
estimate-verdict-fail = өтпеді
estimate-gate-existence = максимум бар
estimate-check-existence = Шындыққа ұқсастық функциясының максимумы бар ма. Екі тізімнің ортақ адамы болмаса, ол болмауы мүмкін.
estimate-gate-identifiability = параметрлер ажыратылады
estimate-check-identifiability = Осы кесте бойынша модель параметрлерін бір-бірінен ажыратуға бола ма.
estimate-gate-mixing = тізбектер келіседі
estimate-check-mixing = Бір-бірінен алыс басталған тізбектер бір үлестірімді сипаттай ма (split R-hat).
estimate-gate-sample-size = тәуелсіз іріктемелер
estimate-check-sample-size = Тізбектер неше тәуелсіз іріктемеге тең.
estimate-gate-grid-end = тордың шеті
estimate-check-grid-end = Апостериорлық ықтималдықтың қанша бөлігі қаралған ең үлкен санға тиеді. Көп болса, тордың шеті шешіп тұр.
estimate-gate-beyond-grid = тордың шетінен тыс
estimate-check-beyond-grid = Апостериорлық ықтималдықтың қанша бөлігі қаралған ең үлкен саннан әрі жатар еді.
estimate-gate-modes = бір төбе
estimate-check-modes = Апостериорлық үлестірімнің төбесі біреу ме, әлде бірнеше ме: бірнеше болса, бір сан жауаптардың топтарға бөлінетінін жасырады.
estimate-gate-threshold = шектен алыстығы
estimate-check-threshold = Тізімдер жұбы шекке тым жақын тұрған жоқ па: онда оның модельге кіруін кездейсоқтық шешеді.
estimate-gate-overlap = қиылысу
estimate-check-overlap = Екі не одан көп тізімде тұрған адамдардың үлесі. Барлық баға соларға сүйенеді.
estimate-gate-bias-correction = ығысу түзетуі
estimate-check-bias-correction = Бутстреп ортасы бағаға жақын ба. Алыс болса, аралық үлестірімнің құйрығынан алынады.
estimate-gate-cap = жоғарғы шек
estimate-check-cap = Тізбек рұқсат етілген ең үлкен адам санына қаншалықты жиі тірелді.
estimate-gate-replicates = қайталаулар
estimate-check-replicates = Бағасыз қалған бутстреп кестелерінің үлесі. Олар аралықты біржақты етеді.

estimate-assumption-heading = Ешбір кесте көрсете алмайтын нәрсе
estimate-assumption = Әр әдіс ешбір тізімде жоқ адамдар тізімдерге басқалар сияқты қатысты деп, яғни барлық тізімнің бірден өзара әсері жоқ деп болжайды. Қанша үлкен болса да, ешбір кесте бұлай екенін көрсете алмайды. Баға — осы болжам дұрыс болғандағы қорытынды.
estimate-assumption-closed = Бүкіл кезеңде адамдар сол күйінде: ешкім келмейді, кетпейді, қайтыс болмайды.
estimate-assumption-linked = Жазбалар қатесіз салыстырылған. Байқалмаған сәйкестік бағаны асырады, жалған сәйкестік кемітеді.
estimate-assumption-chance = Топтағы әркімнің әр тізімге түсу мүмкіндігі бар. Ешқайсысына түсе алмайтындар ешбір бағада жоқ.
estimate-assumption-unseen = Тізімді жүргізетін адам кімді іздейтінін өзі шешеді. Баға осы жолдармен табылуы мүмкін болған адамдар туралы айтады.
estimate-untestable-title = Есепке алынбағандар қадамдық модель айтқаннан көп немесе аз болса
estimate-untestable-note = Төменде: есепке алынбағандар неше есе көп. Бүйірде: барлық адам. Көлденең сызық — есепке алынғандар саны.
estimate-untestable-caption = Сол сандармен: 1 есе болғанда барлық тізімнің өзара әсері, модель болжағандай, нөлге тең.

estimate-lists-heading = Тізімдер
estimate-found-nothing = Тізімдерде кемшілік жоқ: бос тізім де, бәрін түгел қамтитын тізім де жоқ, әр екі тізімнің ортақ адамы бар.
estimate-found-empty-list = { $a } тізімінде ешкім жоқ. Ол есептен шығарылды.
estimate-found-everybody = { $a } тізімінде бәрі бар, сондықтан ол табылмағандар туралы ештеңе айтпайды. Ол есептен шығарылды.
estimate-found-same-as = { $a } тізімінде дәл { $b } тізіміндегі адамдар. Ол есептен шығарылды.
estimate-found-no-overlap = { $a } және { $b } тізімдерінде ортақ адам жоқ. Ортақ адамы болмайтын ведомстволар көбіне ереже бойынша қайта бағыттайды: қайта бағыттау тәртібін сұраңыз.
estimate-found-apart = { $a } тізімінің басқа ешбір тізіммен ортақ адамы жоқ.
estimate-masked = { $rows ->
    [one] { $rows-written } сан аралықпен берілген.
   *[other] { $rows-written } сан аралықпен берілген.
 } Олар { $tables-written } рет кездейсоқ алынды; әр баға — толтырылған кестелер бағаларының ортасы, ал аралығы олардың бәрінің аралығын қамтиды.
estimate-overlap-title = Кім қай тізімдерде
estimate-overlap-note = Әр жол — бір үйлесім: үлкен нүктесі бар тізімдер және дәл соларда тұрған адам саны.
estimate-overlap-more = { $n ->
    [one] { $n-written } кішірек үйлесім көрсетілмеген.
   *[other] { $n-written } кішірек үйлесім көрсетілмеген.
 }
estimate-lists-caption = Суретте және модельдерде тұрған нөмірлерімен тізімдер

estimate-curves-heading = Аралықтардың артында не тұр
estimate-curve-posterior = { $method }: барлық адам саны қайда жатыр
estimate-curve-posterior-note = Неғұрлым биік болса, соғұрлым ықтимал. Тік сызық — есепке алынғандар саны.
estimate-curve-top = { $method }: неше модельден таңдайтынына қарай аралық
estimate-curve-top-note = Тұтас сызық — төменгі шеті, үзік сызық — жоғарғы шеті. Аралық кеңеюін тоқтатса, модель жеткілікті.

estimate-others-heading = Тізімдер басқаша болғанда
estimate-others-title = Әр тізімсіз және әр екі тізім біріктірілгендегі қадамдық баға
estimate-others-note = Боялған нүкте: тізім алынып тасталған; онда басқа тізімде жоқ адамдар есепке кірмейді. Бос нүкте: екі тізім біріктірілген. Бір тізімге сүйенген баға ол кеткенде алысқа жылжиды.
estimate-all-lists = барлық тізім: { $n }
estimate-without = { $list } тізімінсіз
estimate-merged = { $a } мен { $b } бірге
estimate-others-caption = Сол сандармен

estimate-consistency-heading = Әдіс белгілі нәрсені таба ма?
estimate-consistency-lead = Бір тізімдегі адамдардың ішінен басқа тізімде жоқтары жасырылып, олардың саны қалған тізімдер бойынша бағаланады. Мұнда шындық белгілі.
estimate-consistency-caption = Әр тізім көлемінің қалғандары бойынша қадамдық бағасы
estimate-holds = иә
estimate-holds-not = жоқ

estimate-coverage-heading = Осындай көлемде аралықтар растала ма?
estimate-coverage-lead = Қадамдық модель бойынша осындай көлемдегі кестелер кездейсоқ жасалды, сондықтан шындық белгілі, және әрқайсысы қайта бағаланды. Бір модельді берілген деп алатын аралық, егер модель сол кестенің өзінен таңдалса, уәде еткенінен сирек расталады.
estimate-coverage-caption = Аралықтар қаншалықты жиі расталды. Модельденген кесте саны: { $n-written }

estimate-strata-heading = Топтар бойынша
estimate-strata-lead = Әр топ жеке бағаланды. Әртүрлі жолмен табылатын топтар ортақ кестеде көрінбейді, мұнда көрінеді.
estimate-strata-caption = Әр топ және әр әдіс
estimate-sums-caption = Әр топта бағасы бар әдістер үшін топтар бойынша қосынды. Топтар тәуелсіз деп алынады.
estimate-sums-none = Ешбір әдістің барлық топта бағасы жоқ, сондықтан қосынды да жоқ.

estimate-made-heading = Мұны қалай қайталауға болады
estimate-made-lead = Дәл сол кесте, бастапқы сан және нұсқа кез келген компьютерде сол сандарды береді.
estimate-made-table = Кесте
estimate-made-sha256 = Кестенің SHA-256 мәні
estimate-made-lists = Тізімдер
estimate-made-used = Пайдаланылған тізімдер
estimate-made-strata = Басқа бағандар
estimate-made-observed = Есепке алынған адам
estimate-made-seed = Бастапқы сан
estimate-made-replicates = Бутстреп қайталаулары
estimate-made-level = Аралықтар деңгейі
estimate-made-simulated = Модельденген кесте
estimate-made-version = Бағдарлама нұсқасы
estimate-made-on = Есептелген күні
estimate-settings-caption = Санды өзгертетін барлық шарт

estimate-method-independence = Тәуелсіз тізімдер
estimate-says-independence = Барлық тізімді бір-біріне тәуелсіз деп алады. Қарапайым, бірақ бір адамдар қайта-қайта табылса, кемітеді.
estimate-method-aic = AIC бойынша алға қадамдау
estimate-says-aic = AIC жақсарғанша тәуелді тізім жұптарын қосады. Аралығы таңдалған модельді берілген деп алады.
estimate-method-stepwise = Қадамдық таңдау
estimate-says-stepwise = p-мәні аз болғанша тізім жұптарын біртіндеп қосады. Әр бутстреп кестесінде таңдау қайталанады.
estimate-method-bic = BIC бойынша үздік модель
estimate-says-bic = Барлық иерархиялық модельді салыстырады; әр бутстреп кестесі үздіктерінен таңдайды.
estimate-method-threshold = Байестік шек
estimate-says-threshold = Өзара әсері апостериорлық үлестірімде анық нөл емес тізім жұптарын қалдырады.
estimate-method-bma = Модельдерді орташалау
estimate-says-bma = Тізімдердің барлық ыдырайтын графы бойынша, әрқайсысын апостериорлық салмағымен орташалайды.
estimate-method-lcmcr = Жасырын кластар
estimate-says-lcmcr = Адамдарды әртүрлі жолмен табылатын кластарға бөледі; кластың ішінде тізімдер тәуелсіз.
estimate-method-chapman = Екі тізім (Чепмен)
estimate-says-chapman = Бір-біріне тәуелсіз екі тізімді пайдаланады.
estimate-method-chao = Төменгі шек (Чао)
estimate-says-chao = Бір рет және екі рет кездескен адамдар бойынша төменгі шек; біреулерді табу оңай, біреулерді қиын болса да дұрыс.

estimate-interval-wald = бір модельдің қисықтығы
estimate-interval-profile = бір модельдің профилі
estimate-interval-bca = BCa бутстрепі
estimate-interval-percentile = бутстреп процентильдері
estimate-interval-posterior = апостериорлық квантильдер
estimate-interval-log-normal = дисперсия формуласы

estimate-reason-no-overlap = ешбір екі тізімнің ортақ адамы жоқ
estimate-reason-no-maximum = әдіс таңдай алатын ешбір модельде шындыққа ұқсастықтың максимумы жоқ
estimate-reason-not-identifiable = осы кесте бойынша параметрлерді бір-бірінен ажырату мүмкін емес
estimate-reason-number-of-lists = әдіс мұндай тізім санына арналмаған
estimate-reason-not-mixed = тізбектер бір үлестірімге келіспейді
estimate-reason-too-few-twice = екі рет кездескен адам тым аз
estimate-reason-not-converged = сәйкестендіру тұрақтанбады
estimate-reason-no-lists = біреуінен басқа тізімдер ештеңе айтпайды
estimate-next-no-overlap = Жазбаларды мұқияттырақ салыстырыңыз, ұзағырақ кезең не кеңірек аумақ алыңыз; немесе көбейткіш қолданыңыз: адамдардың бір бөлігі тізімде болғанын айтатын сауалнама.
estimate-next-no-maximum = Бос қиылысулар азаюы үшін бір-біріне жататын тізімдерді біріктіріңіз немесе ұзағырақ кезең алыңыз.
estimate-next-not-identifiable = Бос қиылысулар азаюы үшін бір-біріне жататын тізімдерді біріктіріңіз немесе қарапайымырақ әдіс таңдаңыз (--method independence).
estimate-next-number-of-lists = Тізімдерді біріктіріңіз не бір бөлігін алып тастаңыз, немесе осындай тізім санына арналған әдістерді таңдаңыз (--method all).
estimate-next-not-mixed = Қайталауды көбейтіңіз не басқа бастапқы сан алыңыз; тізбектер сонда да келіспесе, басқа әдістерге сүйеніңіз (--method all).
estimate-next-too-few-twice = Көбірек адам екі рет кездесуі үшін ұзағырақ кезең не кеңірек аумақ алыңыз.
estimate-next-not-converged = Бос қиылысулар азаюы үшін бір-біріне жататын тізімдерді біріктіріңіз немесе басқа әдіс таңдаңыз (--method all).
estimate-next-no-lists = Адамдарды басқа жолмен табатын біреудің тізімін қосыңыз; бос, бірдей немесе бәрін қамтитын тізімдер ештеңе айтпайды.

estimate-setting-likelihood = шындыққа ұқсастық
estimate-setting-interactions = өзара әсерлер
estimate-setting-minus-infinite = бос қиылысулардың өзара әсері
estimate-setting-point-from = баға қайдан алынды
estimate-setting-p-threshold = кірудің p-мәні
estimate-setting-replicates = бутстреп қайталаулары
estimate-setting-seed = бастапқы сан
estimate-setting-percentile-lower = процентильдік аралық, төменгі шеті
estimate-setting-percentile-upper = процентильдік аралық, жоғарғы шеті
estimate-setting-acceleration = үдеу
estimate-setting-order = өзара әсердің ең жоғары реті
estimate-setting-models = салыстырылған модель
estimate-setting-without-estimate = бағасыз модель
estimate-setting-search = іздеу
estimate-setting-ntop = қайталау неше модельден таңдайды
estimate-setting-n-in-bic = BIC ішіндегі n
estimate-setting-alpha-shape = α-ның априорлық үлестірімі, пішіні
estimate-setting-alpha-rate = α-ның априорлық үлестірімі, қарқыны
estimate-setting-burn-in = басында тасталған өту
estimate-setting-cap = есепке алынбағандардың ең үлкен саны
estimate-setting-chains = тізбек
estimate-setting-classes = класс, ең көбі
estimate-setting-delta = δ, ұяшықтың априорлық саны
estimate-setting-draws = іріктеме
estimate-setting-graphs = орташаланған граф
estimate-setting-grid-end = тордың шеті
estimate-setting-grid-points = тордың нүктелері
estimate-setting-highest-chain-median = тізбектің ең үлкен медианасы
estimate-setting-lowest-chain-median = тізбектің ең кіші медианасы
estimate-setting-mean = апостериорлық орта
estimate-setting-mode = апостериорлық үлестірімнің төбесі
estimate-setting-second-mode = екінші төбе
estimate-setting-second-mode-share = екінші төбенің үлесі
estimate-setting-model-share = үздік модельдің үлесі
estimate-setting-prior = априорлық үлестірім
estimate-setting-prior-variance = априорлық дисперсия
estimate-setting-quantile = квантильдер
estimate-setting-ratios = жұптар бойынша ортаның стандартты ауытқуға қатынасы
estimate-setting-sweeps = өту
estimate-setting-thin = әр нешінші өту сақталады
estimate-setting-threshold = шек
estimate-setting-bias-corrected-from-counts = ығысуы түзетілген, сандар бойынша
estimate-setting-classic-from-counts = классикалық, сандар бойынша
estimate-setting-heterogeneity = адамдар қалай айырмашылануы мүмкін
estimate-setting-highest-pair = ең үлкен жұп
estimate-setting-lowest-pair = ең кіші жұп
estimate-setting-multinomial-point = мультиномдық шындыққа ұқсастық бойынша баға
estimate-setting-pair = тізімдер жұбы
estimate-setting-pairs = тізім жұптары
estimate-setting-pairs-below-observed = бағасы есепке алынғаннан төмен жұптар
estimate-setting-pairs-without-overlap = қиылыспайтын жұптар
estimate-setting-point = баға қалай алынды
estimate-setting-variance = дисперсия формуласы
estimate-word-poisson = пуассондық
estimate-word-multinomial = мультиномдық
estimate-word-profile = профильдік шындыққа ұқсастық
estimate-word-exhaustive = барлық модель
estimate-word-downhill = бірнеше бастан төмен түсу
estimate-word-people = есепке алынған адамдар
estimate-word-flat = жазық
estimate-word-median-of-the-pairs = жұптардың медианасы
estimate-word-seber-1970 = Себер, 1970
estimate-word-one-parameter-for-each-list = әр тізімге бір параметр, тізім санына қарай дөңес
estimate-word-interpolated = интерполяциямен

# ---- The pages ----

nav-estimates = Жасырын сан
estimates-title = Қанша адам табылмай қалды?
estimates-lead = Бірнеше ұйым тапқан адамдарының тізімін жүргізеді. Тізімдердің қалай қиылысатыны ешқайсысында жоқ адамның санын көрсетеді.
estimates-for-heading = Бұл не үшін керек
estimates-for-1 = Қанша адам қай тізімдерде тұрғаны туралы кестені жүктеңіз. Есім-сой керек емес, кестеде де болмауы тиіс.
estimates-for-2 = Барлық әдіс есептейді, өйткені олар әртүрлі: жауап — олардың бір-бірінен алшақтығы және әрқайсысы өткен тексерулер. Қиылысу баға беруге жетпесе, бет соны және не көмектесерін айтады.
estimates-for-3 = Есепте не болжанғаны, осы көлемде мұндай аралықтардың қаншалықты жиі расталатыны және қайталап есептеуге керектің бәрі айтылады.
estimates-table-heading = Кесте қандай болады
estimates-table-how = CSV файлы: әр тізімге 0 мен 1-ден тұратын бір баған және адам саны жазылған count бағаны. Қалған бағандар адамдарды топтарға бөледі. Жасырылған аз санды 1-4 сияқты аралықпен беруге болады. count бағаны болмаса, әр жол — бір адам.
estimates-sample-caption = Үш тізім: 14 адам полиция мен баспана тізімдерінде болған, бірақ емхана тізімінде болмаған
estimates-load-heading = Кесте жүктеу
estimates-field-file = Файл
estimates-field-file-hint = CSV, 1 МБ-тан аспайды
estimates-field-text = Немесе осында қойыңыз
estimates-field-text-hint = Бірінші жолда тақырыбы болсын; ұяшықтар үтір, нүктелі үтір немесе табуляциямен бөлінеді
estimates-more = Тағы: топтар, әдістер, бастапқы сан
estimates-field-strata = Адамдарды топтарға бөлетін бағандар
estimates-field-strata-hint = Атаулары үтір арқылы. Бос болса: бәрі бірге.
estimates-field-methods = Әдістер
estimates-field-methods-hint = Ешқайсысы таңдалмаса — бәрі.
estimates-field-seed = Бастапқы сан
estimates-field-seed-hint = Бірдей сан бірдей нәтиже береді.
estimates-field-replicates = Бутстреп қайталаулары
estimates-field-replicates-hint = Әдетте 1 000; 100-ден 10 000-ға дейін.
estimates-button = Бағалау
estimates-privacy = Кесте осы бағдарламаның жадында қалады және { $hours } сағаттан кейін немесе бағдарлама тоқтағанда өшіріледі. Нәтиженің мекенжайын болжап табу мүмкін емес; мекенжайы бар адам нәтижені оқи алады.
estimates-examples-heading = Ашық үлгі кестелер
estimates-examples-lead = Басқалар жариялаған кестелер: жауаптың қандай болатынын көріңіз.
estimates-example-run = Осы кесте бойынша бағалау
estimates-example-kosovo_1999 = Косоводағы кісі өлтірулер, 1999 жылғы 20 наурыз – 22 маусым: төрт тізім, 4 400 адам
estimates-example-korea_palembang = Палембангта жыныстық құлдықта ұсталған корей әйелдері: үш тізім, 123 адам
estimates-example-uk_2013 = Адам саудасының ықтимал құрбандары, Біріккен Корольдік, 2013 жыл: бес тізім, 2 744 адам
estimates-example-source = Дереккөз: { $source }
estimates-off-heading = Бұл серверде емес
estimates-off = Бұл сервер тек енгізілгенді көрсетеді. Кесте жүктеу мен баға енгізу өз компьютеріңізде жасалады: бағдарламаны сол жерде мына бұйрықпен іске қосыңыз
estimates-off-why = Осылай іске қосылған серверге жете алатын кез келген адам кесте жүктеп, баға енгізе алады.
estimates-off-line = Немесе командалық жолда сұраңыз:
estimates-entered-heading = Енгізілген бағалар
estimates-entered-none = Әзірге ешқайсысы енгізілмеген.
estimates-entered-withdrawn = кері алынған
estimates-methods-link = Әдістер қалай жұмыс істейді

estimate-refused-title = Бұл кестені оқу мүмкін емес
estimate-refused-lead = Ештеңе есептелген жоқ. Төменде аталғанды түзетіп, кестені қайта жүктеңіз.
estimate-refused-back = Басқа кесте жүктеу
estimate-fault-line = { $line }-жол
estimate-fault-column = { $column } бағаны
estimate-fault-empty = Тақырыптың астында жол жоқ. Әр жол — тізімдер үйлесімі және адам саны.
estimate-fault-ragged = Жол тақырыпқа сай емес ({ $found }). Әр жолда бағанға бір ұяшықтан болсын.
estimate-fault-header = Бір бағанның атауы жоқ немесе екеуінің атауы бірдей. Әрқайсысына өз атауын беріңіз.
estimate-fault-too-few-lists = Тек 0 мен 1-ден тұратын баған екеуден аз. Әр тізімге бір баған керек: адам тізімде болса 1, әйтпесе 0.
estimate-fault-too-many-lists = Тізім тым көп: { $found }. Бір-біріне жататындарын біріктіріңіз.
estimate-fault-not-zero-one = Тізімде 0 немесе 1 тұратын жерде «{ $found }» тұр. Оны түзетіңіз немесе бағанды адамдарды топтарға бөлетіндер қатарында атаңыз.
estimate-fault-not-a-count = «{ $found }» — адам саны емес. 0-ден басталатын бүтін сан, ал сан жасырылған болса, 1-4 сияқты аралық жазыңыз.
estimate-fault-backwards = «{ $found }» аралығы басталмай жатып аяқталады. Алдымен кіші санды жазыңыз.
estimate-fault-on-no-list = Ешбір тізімде жоқ адамдар есепке алынбаған: олардың санын іздеп отырмыз. Бұл жолды алып тастаңыз.
estimate-fault-no-column = «{ $found }» деген баған жоқ. Тақырыптағы бағанды атаңыз.
estimate-fault-no-count = count бағаны да, бірдей екі жол да жоқ. Бағанды қосыңыз; жол бір адам болса, оған 1 жазыңыз.
estimate-fault-nothing-given = Кесте берілмеді. Файл таңдаңыз, кестені қойыңыз немесе үлгілердің бірін алыңыз.
estimate-fault-too-large = Кесте 1 МБ-тан үлкен. Үйлесімі бірдей жолдарды қосыңыз: он тізімді кестеде ең көбі 1 023 жол болады.
estimate-fault-not-text = Файл UTF-8 мәтіні емес. Оны жұмыс кітабы емес, CSV түрінде сақтаңыз.
estimate-fault-setting = «{ $found }» мұнда жарамайды. Бастапқы сан — 0-ден басталатын бүтін сан, қайталаулар 100 бен 10 000 аралығында.
estimate-fault-form = Пішін толық емес немесе басқа беттен келді. Осы бетті қайта ашып, тағы бір рет жіберіңіз.
estimate-fault-table = Бұл сандардан кесте шықпайды: { $found }.
estimate-busy-title = Кезек толы
estimate-busy = Екі есептеу жүріп жатыр, күтетіндер де жеткілікті. Бірнеше минуттан кейін қайталап көріңіз.

estimate-run-title = Есептеліп жатыр
estimate-run-lead = Бет әр екі секунд сайын өзі жаңарады. Нәтиже осы мекенжайда қалады.
estimate-run-waiting = { $n ->
    [0] Кезекте келесі.
    [one] Бұған дейін тағы { $n-written } есептеу бар.
   *[other] Бұған дейін тағы { $n-written } есептеу бар.
 }
estimate-run-seconds = { $n ->
    [one] { $n-written } секунд болды.
   *[other] { $n-written } секунд болды.
 }
estimate-run-progress = Есептеу барысы
estimate-run-of = { $of } ішінен { $done }
estimate-run-now = қазір
estimate-run-done = дайын
estimate-run-begun = Басталып жатыр.
estimate-run-cancel = Тоқтату
estimate-run-again = Қазір жаңарту
estimate-stage-methods = Әдістер
estimate-stage-replicates = Бутстреп кестелері
estimate-stage-coverage = Модельденген кестелер
estimate-stage-models = Модельдерді салыстыру
estimate-stage-averaging = Графтар бойынша орташалау
estimate-stage-latent-classes = Жасырын кластар өтулері
estimate-stage-thresholding = Байестік шек өтулері
estimate-cancelled-title = Тоқтатылды
estimate-cancelled = Есептеуден ештеңе сақталған жоқ.
estimate-failed-title = Аяқтау мүмкін болмады
estimate-failed = Бағдарлама бұл кестеде істен шықты. Себебі оның журналында; таратуға болса, кестемен бірге хабарлаңыз.
estimate-no-list-title = Бағалайтын кесте жоқ

estimate-take-heading = Өзіңізбен алу
estimate-take-html = Бір файлдағы есеп (HTML)
estimate-take-pdf = Қағаздағы есеп (PDF)
estimate-take-csv = Нәтижелер кестесі (CSV)
estimate-take-json = Бағдарламалар үшін бәрі (JSON)
estimate-contents = Осы бетте
estimate-again-heading = Топтар бойынша
estimate-again-lead = Кестеде адамдарды бөлетін бағандар бар. Әр топты жеке бағалау:
estimate-again-button = { $column } бағаны бойынша

estimate-enter-heading = Бақылау ретінде енгізу
estimate-enter-lead = Сонда ол ел бетінде жарияланған таралу деңгейінің қасында, «өз бағасы» деген белгімен, аралығымен және әдісімен тұрады. Оны кері алуға болады; тарихта екеуі де қалады.
estimate-enter-place = Орны
estimate-enter-period = Кезең
estimate-enter-period-hint = 2024 сияқты жыл немесе 2020-2024 сияқты екі жыл
estimate-enter-what = Қай сан
estimate-enter-spread = Барлық әдістің алшақтығы: { $range }
estimate-enter-method = { $method }: { $range }
estimate-enter-by = Аты-жөніңіз
estimate-enter-note = Ескерту: кім саналды, тізімдер қайдан
estimate-enter-button = Енгізу
estimate-enter-refused = Енгізілмеді
estimate-enter-no-period = «{ $found }» — жыл да, жылдар аралығы да емес. 2024 немесе 2020-2024 деп жазыңыз.
estimate-enter-no-place = Мұндай орын жоқ.
estimate-enter-no-what = Бұл әдістің қолдануға болатын бағасы жоқ.
estimate-enter-no-by = Кім енгізетіні көрсетілмеген: бағаның артында есім тұрады.

own-heading = Өз бағаларымыз
own-lead = Осы бағдарлама кесте бойынша есептеген; басқа ешкім жарияламаған. Анықтамасы индекстікінен өзге: бірінен бірін алмаңыз.
own-label = өз бағасы
own-spread = Барлық әдістің алшақтығы
own-interval = { $level } аралығы
own-points = әдістердің бағалары
own-how = Ол қалай алынды
own-method = Әдіс
own-point = Баға
own-range = Аралық
own-ends = Барлық әдістің аралықтары
own-level = Деңгейі
own-kind = Аралық қалай алынды
own-model = Модель
own-observed = Есепке алынған адам
own-lists = Тізімдер
own-seed = Бастапқы сан
own-version = Бағдарлама нұсқасы
own-settings = Шарттар
own-table = Кесте
own-sha256 = Кестенің SHA-256 мәні
own-by = Енгізген
own-on = Енгізілген күні
own-withdrawn = { $day } кері алынды, { $by }: { $why }
own-withdraw-heading = Кері алу
own-withdraw-lead = Сан осы беттің тарихында күнімен және себебімен қалады.
own-withdraw-why = Себебі
own-withdraw-button = Кері алу
own-withdraw-refused = Кері алынбады: аты-жөніңіз бен себебі керек.
