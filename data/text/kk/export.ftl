# Names in the open formats: tables, columns and codes, for whoever reads the files without these pages.

export-title = Pana: адам саудасы мен қазіргі заманғы құлдық туралы ашық фактілер
export-about = Дереккөздер, жерлер, көрсеткіштер мен олардың байланысы, бақылаулар және тұтас сақталатын барлық кесте. Мән өз дереккөзінің салыстыру белгісін сақтайды: «100-ден көп» — 100 емес. derived = yes деп белгіленген жолдар Pana ішінде есептеп шығарылған, олар жарияланған мән емес. Әр факт өз дереккөзінің лицензиясын сақтайды; мәнді әрі қарай бергенде дереккөзін атаңыз.
export-licence = Әр факт өз дереккөзінің лицензиясын сақтайды; кімді атау керегі осы кестеде

# Tables
export-table-sources = Дереккөздер
export-table-geographies = Жерлер
export-table-indicators = Көрсеткіштер
export-table-indicator_relations = Көрсеткіштер графы
export-table-observations = Бақылаулар

# Flows and lists of the statistical exchange
export-concepts = Ашық фактілердің ұғымдары
export-dated = Кезеңі көрсетілген бақылаулар
export-undated = Дереккөзі кезеңін көрсетпеген бақылаулар
export-no-series = басылымдары бар қатарға кірмейді
export-freq-a = күнтізбелік жыл
export-freq-m = күнтізбелік ай
export-freq-d = күн
export-freq-_o = басқа уақыт аралығы
export-standing-p = дереккөзі жариялаған
export-standing-d = туынды: Pana есептеп шығарған, жарияланған мән емес
export-status-b = B, қатар үзілгеннен кейінгі алғашқы мән
export-comparator-eq = дәл
export-comparator-approx = шамамен
export-comparator-gt = көп
export-comparator-ge = кем емес
export-comparator-lt = аз
export-comparator-le = көп емес
export-comparator-between = екі шектің арасында
export-unit-share = бірдің үлесі, 0-ден 1-ге дейін

# Columns
concept-freq = Кезеңнің ұзақтығы
concept-ref_area = Жер
concept-indicator = Көрсеткіш
concept-subgroup = Кімдердің арасында
concept-standing = Жарияланған немесе есептеп шығарылған
concept-standing-about = Бірде-бір қатарда екеуі қатар тұрмайды: есептеп шығарылған мән жарияланғандардың арасына ешқашан түспейді.
concept-series = Қатар және басылым
concept-source = Дереккөз
concept-statement = Нешінші мәлімдеме
concept-statement-about = 1; бір дереккөз бір шаманы бірнеше рет айтса ғана олар нөмірленеді.
concept-time_period = Кезең
concept-time_period-about = Дереккөз көрсеткен дәлдікпен. Күнтізбелік жылға, айға немесе күнге тең емес кезең алғашқы күнімен және ұзақтығымен жазылған. Кезеңі көрсетілмеген мәндер бөлек ағында.
concept-obs_value = Мән
concept-obs_value-about = Дереккөз бір санды — дәл немесе шамамен — айтқан жағдайда ғана. Шек, аралық және санат үшін бос.
concept-obs_status = Мәртебесі
concept-obs_status_2 = Екінші мәртебесі
concept-obs_status_2-about = Екеуі қатар болса: қатардың үзілуі бірінші тұрады, ол арқылы сызық жүргізілмеуі үшін.
concept-unit_measure = Өлшем бірлігі
concept-comparator = Салыстыру белгісі
concept-lower = Төменгі шек
concept-lower-about = Дереккөз «шын мәнінде бұдан көп» немесе «бұдан кем емес» деген сан.
concept-upper = Жоғарғы шек
concept-upper-about = Дереккөз «шын мәнінде бұдан аз» немесе «бұдан көп емес» деген сан.
concept-scale_lower = Шкаланың төменгі шеті
concept-scale_lower-about = Балдың шкаласы, мәнінің аралығы емес.
concept-scale_upper = Шкаланың жоғарғы шеті
concept-scale_upper-about = Балдың шкаласы, мәнінің аралығы емес.
concept-value_text = Сөзбен берілген мән
concept-basis = Мәнді кім және қалай алған
concept-coverage = Кезеңнің қанша бөлігін қамтиды
concept-period_type = Кезең түрі
concept-period_start = Кезеңнің басы
concept-period_end = Кезеңнің соңы
concept-period_label = Дереккөздің сөзімен кезең
concept-series_break = Қатардың үзілуі мынадан бөледі
concept-series_break-about = Сөзі бірдей, бірақ әдістемесі басқа көрсеткіштер. Үзілу арқылы тренд жүргізуге болмайды. Кодтар бос орынмен бөлінген.
concept-origin_source = Дереккөз сілтеме жасайтын дереккөз
concept-locator = Дереккөздегі орны
concept-derived_from = Неден есептелген
concept-comment = Ескерту
concept-released = Мына күннен кешіктірілмей жарияланған
concept-revision = Редакция
concept-obs_id = Бақылау

# Columns of the sheet with hashtags only
hxl-region-code = Өңір, код
hxl-region = Өңір
hxl-country-code = Ел, код
hxl-country = Ел
hxl-part-code = Елдің бөлігі, код
hxl-part = Елдің бөлігі
hxl-indicator-code = Көрсеткіш, код
hxl-source-code = Дереккөз, код
hxl-publisher = Жариялаушы
hxl-source-url = Дереккөздің мекенжайы
hxl-terms = Нені ескеру керек және пайдалану шарттары

# Өзгерістер таспасы
feed-title = Pana: не өзгерді
feed-about = Түскен фактілер, түзетілген мәндер және адамдар шығарған қорытындылар.
feed-import = { $name } { $version }
feed-import-rows = Жаңа жолдар: { $added-written }, түзетілгені: { $corrected-written }
feed-verdict = { $verdict }: { $claim }
feed-correction = Түзетілді: { $indicator }: { $figure }
