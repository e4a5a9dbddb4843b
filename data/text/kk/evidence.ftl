# Pages of the evidence: indicators, observations, sources, places.

indicator = Көрсеткіш
observation = Бақылау
place = Жер
unit = Өлшем бірлігі
stock-or-flow = Қор немесе ағын
scope = Кімді немесе нені қамтиды
theme = Тақырып
definition-note = Анықтамасы туралы
period = Кезең
figure-value = Мәні
basis = Кім және қалай алған
coverage = Кезеңді қамтуы
subgroup = Кімдердің арасында
subgroup-all = барлығы
standing = Мәртебесі
standing-published = дереккөз жариялаған
standing-derived = Pana есептеп шығарған, жарияланған мән емес:
derived-as = есептеп шығарылған:
status = Сапасы (SDMX)
series = Қатар және басылым
released = Мына күннен кешіктірілмей жарияланған
released-unknown = дереккөз күнін көрсетпеген
remark = Ескертпе
which-cites = мынаған сілтеме жасайды:
rating = Баға
code = Код
figures = Деректер
statements = Тұжырымдар
figures-count = { $n-written } мән
figures-on-indicator-page = { $n-written } мән — көрсеткіштің бетінде
show = Көрсету
all-themes = барлық тақырып
all-places = Барлық жер
pages = Кесте беттері
not-stated = көрсетілмеген
not-known = белгісіз
download-these = Осы деректер CSV түрінде

# Indicators
indicators-title = Көрсеткіштер
indicators-lead = Не саналады, қандай өлшем бірлігімен және немен салыстыруға болады.
indicators-filter = Көрсеткіштерді іріктеу
indicators-words = Атауындағы не анықтамасындағы сөздер
indicators-found = { $n-written } көрсеткіш сәйкес келеді.
indicators-count = { $n-written } көрсеткіш
indicators-all = Барлық көрсеткішті көрсету
indicators-none = Сәйкес келетін көрсеткіш жоқ. Сөзді азайтыңыз, сөздің басын ғана жазыңыз немесе барлық тақырыпты таңдаңыз.
ratings-heading = Мемлекеттің әрекет ету көрсеткіштері
ratings-lead = Әрқайсысы не орындалған, не орындалмаған. Міндеттер, бағыттар және жалпы нәтиже солардан құралады.
ratings-count = { $n-written } баға
indicator-counts = Есептейтіні:
no-figures = Бұл таңдау бойынша дерек жоқ.
neighbours = Оны немен салыстыруға болады
neighbours-lead = Бұл көрсеткіштің басқалармен байланысы. Граф рұқсат етпегенді Pana орындамайды.
neighbours-of-figure = Бұл көрсеткіштің деректерін немен салыстыруға болады

# As of a day
as-of = Мына күні белгілі болған
as-of-hint = жыл-ай-күн; бос болса — қазір
as-of-now = Қазір белгілі күйінде: әр мәннің ең соңғы редакциясы, күні көрсетілмеген дереккөздердің деректерін қоса.
as-of-shown = Мына күні белгілі болғаны: { $day }. Сол күнге дейін анық жарияланғандары ғана; күні көрсетілмеген дереккөздердің деректері көрсетілмейді.
as-of-not-a-day = Бұл күн емес: жылын, айын және күнін жазыңыз, мысалы 2024-12-31

# Trend
trend-title = { $indicator }: { $place }
trend-break-mark = қатардың үзілуі
trend-one-series = Бір қатардың { $n-written } мәні: олар бойынша үрдіс туралы айтуға болады.
trend-too-few = Салыстыруға келетін мән екіден аз: үрдіс туралы айтуға болмайды.
trend-refused = Pana мына екі мән бойынша үрдіс құрудан бас тартады: { $from } ({ $from-year }) және { $to } ({ $to-year }).
trend-break = «{ $before }» пен «{ $after }» арасында қатар үзілген: { $why }.
trend-break-stated = граф оның себебін көрсетпейді
trend-break-between = бұлар — әртүрлі қатар, оларды қосуға ештеңе негіз бола алмайды
trend-side-by-side = Бұл мәндерді қатар қойып оқуға болады. Олар бойынша айырма да, өсу қарқыны да, орынның өзгерісі де есептелмейді.
series-break-row = Қатардың үзілуі: { $why }. Жоғарыдағы және төмендегі мәндерді салыстыруға болмайды.
series-break-row-plain = Басқа қатар. Жоғарыдағы және төмендегі мәндерді салыстыруға болмайды.

# Observation
observation-title = { $figure }: { $indicator }
observation-bound = Бұл — шек, санақ емес: ол айтылған күйінде қалады.
observation-stored = Сақталған күйі
observation-scale-ends = { $low }–{ $high } шкаласы бойынша
observation-uses = Қайда пайдаланылған
history = Тарихы
history-lead = { $n-written } редакция, ескісінен жаңасына қарай. Түзету жаңа редакция қосады, бұрынғысын өшірмейді.
revision = Редакция
to-cite = Сілтеме жасау
citation-quoted = { $origin }; мына жерден алынды: { $author }
citation-undated = жылы көрсетілмеген
citation-rest = ({ $year }), { $locator }. Pana, { $id } бақылауы, { $revision }-редакция; мына күннен кешіктірілмей жарияланған: { $released }.

# Sources
sources-title = Дереккөздер
sources-lead = Мұндағы әр факт осылардың біріне сүйенеді. Басқа дереккөз арқылы ғана белгілі дереккөздер бөлек берілген.
sources-seed = Осында оқылғандар
sources-seed-lead = Деректер мен тұжырымдар тікелей осылардан алынған.
sources-origin = Олар сілтеме жасағандар
sources-origin-lead = Басқалардың сілтемесі арқылы ғана белгілі; деректер түпнұсқамен салыстырылмаған.
source-record = Сипаттама
publisher = Жариялаушы
published = Жарияланған
source-kind = Түрі
covers = Қамтитын кезеңі
language = Тілі
address = Мекенжайы
reliability = Ескеретін жайт
cited-in = Оған сілтеме жасаған
cites = Ол нелерге сілтеме жасайды
cite-as = Сілтеме жасау
source-says-nothing = Бұл дереккөзден әзірге ештеңе алынбаған; ол басқа дереккөз сілтеме жасағандықтан көрсетілген.

# Places
part-of = Құрамына кіретін жері
index-region = Индекс өңірі
borders-since = Осы шекарада мына уақыттан
borders-until = Осы шекарада мына уақытқа дейін
territory-break = Шекара өзгерген. Оған дейінгі және кейінгі деректер әртүрлі аумаққа қатысты: оларды салыстыруға не бір сызықпен қосуға болмайды.
place-to-country = Елдік шолу
place-parts = Ішіндегі жерлер
place-no-figures = Бұл жер туралы әзірге дерек жоқ.
