# The report of a composite index.

index-subject = { $file } кестесі бойынша құрама индекс
index-sentence = { $n ->
    [one] Рейтингте { $n-written } қатысушы бар; басқаша шешім қабылданса, орын орта есеппен { $change } сатыға өзгереді.
   *[other] Рейтингте { $n-written } қатысушы бар; басқаша шешім қабылданса, орын орта есеппен { $change } сатыға өзгереді.
 }
index-sentence-alone = { $n ->
    [one] Рейтингте { $n-written } қатысушы бар; орынның қабылданған шешімдерге қаншалықты тәуелді екені есептелмеді.
   *[other] Рейтингте { $n-written } қатысушы бар; орындардың қабылданған шешімдерге қаншалықты тәуелді екені есептелмеді.
 }
index-first = Бірінші орын: { $unit }.
index-first-between = Бірінші орын: { $unit }; есептердің { $level } бөлігінде оның орны { $low-written } мен { $high-written } арасында.
index-first-stays = Бірінші орын: { $unit }; есептердің { $level } бөлігінде орны өзгермейді.
index-near = Қатысушылардың { $share } бөлігінің орны есептердің медианасынан үш сатыдан артық алшақ емес.
index-unscored = { $n ->
    [one] { $n-written } қатысушының орны жоқ: деректерінің тым көбі жетіспейді.
   *[other] { $n-written } қатысушының орны жоқ: деректерінің тым көбі жетіспейді.
 }

index-ranks-heading = Орындар
index-first-highest = Бірінші орын — индекс мәні ең жоғарысында.
index-first-lowest = Бірінші орын — индекс мәні ең төменінде.
index-ranks-title = { $low-written }–{ $high-written } орындар, есептердің { $level } бөлігі жататын аралығымен
index-ranks-note = Боялған нүкте: модель бойынша орын. Бос нүкте: есептердің медианасы. Сызық: есептердің { $level } бөлігіндегі ең төменгі орыннан ең жоғарғысына дейін. Сызықтар қабаттасса, екі қатысушының реті анықталмаған.
index-axis-rank = орын
index-ranks-caption = Барлық қатысушы, орындары бойынша
index-column-unit = Қатысушы
index-column-rank = Орын
index-column-median = Есептердің медианасы
index-column-interval = { $level } аралығы
index-column-score = Мәні
index-column-class = Сыныбы
index-column-reliability = Деректің сенімсіздігі
index-column-available = Бар дерек
index-column-imputed = Толтырылған ұяшық
index-reliability = Деректің сенімсіздігі 0-ден (дерекке сенуге болады) 10-ға дейін (болмайды): жетіспейтін көрсеткіштер, деректің ескілігі және оны өзге себеппен күмәнді ететін жағдай ескеріледі. Сенімсіздігі жоғары орын — деректің орнына тұрған болжамдардың орны.

index-doubt-heading = Нені басқаша шешуге болар еді
index-doubt-nothing = Модельде нені басқаша шешуге болатыны айтылмаған, сондықтан орындар аралықсыз тұр. Олар шын мәніндегіден сенімдірек көрінеді: модельге [[assume]] кестелерін қосыңыз.
index-doubt-not-asked = Басқаша шешімдердегі орындар есептелмеді; оларды --uncertainty береді.
index-doubt-lead = Әр есепте индекс қайта құрылады, төмендегі әр шешім өз нұсқаларының ішінен кездейсоқ алынады, нұсқалардың бәрі тең ықтимал.
index-doubt-found = { $n ->
    [one] { $n-written } есепте
   *[other] { $n-written } есепте
 } орын орта есеппен { $change } сатыға өзгереді; қатысушылардың { $share } бөлігінің орны есептердің медианасынан үш сатыдан артық алшақ емес.
index-doubt-limits = Тек осында аталған шешімдер өзгертілді. Көрсеткіштердің құрамы мен деректердің өз қателері бұған кірмейді.
index-factor-weights = салмақтар
index-factor-weighting = салмақтардың қайдан алынатыны
index-factor-imputation = бос ұяшықтар
index-factor-treatment = ерекше ауытқыған мәндер
index-factor-normalisation = ортақ шкала
index-factor-aggregation = бөліктерді қосу тәсілі
index-factor-removal = бөлікті алып тастау
index-vary-weights = әр салмақ { $by } дейін көп немесе аз
index-vary-removal = ештеңе не мыналардың бірі: { $list }

index-shares-heading = Орындарды қай шешім жылжытады
index-shares-lead = Индекс әр шешім қалғандарының арасында өзгеретін жоспар бойынша { $n-written } рет құрылды; аралықтары бутстрептен, қайталау саны { $boot-written }.
index-shares-none = Бірде-бір орын өзгермеді, бөлетін ештеңе жоқ.
index-shares-title = Орындар өзгерісіндегі шешімдердің үлесі
index-shares-note = Баған: қалған шешімдердің бәрі қабылданғанда да сақталатын үлес, аралығымен. Бос нүкте: осы бір шешім қабылданса жойылатын үлес. Нүкте баған ұшынан алыс солда тұрса, шешім басқалармен бірге әсер етеді.
index-shares-described = { $factor }: басқалармен бірге { $total }, жеке өзі { $first }.
index-axis-share = орынның орташа өзгерісі дисперсиясындағы үлес
index-shares-caption = Сол сандармен: жеке өзі (бірінші рет) және басқалармен бірге (толық рет)
index-shares-janon-jansen = Бірінші рет — Janon және басқалар (2014), толық рет — Jansen (1999). 0-ден төмен үлес — 0-ден ажырату мүмкін емес үлес.
index-shares-saltelli = Бірінші рет — Saltelli және басқалар (2010), толық рет — Jansen (1999). 0-ден төмен үлес — 0-ден ажырату мүмкін емес үлес.
index-column-factor = Шешім
index-column-first = Жеке өзі
index-column-total = Басқалармен бірге

index-without-heading = Әр бөліксіз
index-without-lead = Индекстің әр бөлігі кезекпен алып тасталады; көршілес бөліктер салмақтарының арақатынасы сақталады.
index-without-caption = Бөліксіз орындар қаншалықты жылжиды
index-without-needed = Мыналарсыз индексті құру мүмкін емес: { $list }.
index-column-without = Алынып тасталған
index-column-change = Орынның орташа өзгерісі
index-column-largest = Ең үлкен өзгеріс
index-column-largest-unit = Кімдікі

index-data-heading = Деректермен не істелді
index-data-lead = Ретімен:
index-step-denominate = { $n ->
    [one] { $n-written } көрсеткіш бөлгішке бөлінді.
   *[other] { $n-written } көрсеткіш бөлгішке бөлінді.
 }
index-step-impute = { $n ->
    [one] { $n-written } бос ұяшық толтырылды: { $how }
   *[other] { $n-written } бос ұяшық толтырылды: { $how }
 }; бос қалғаны: { $left-written }.
index-step-screen = { $n ->
    [0] Әр қатысушының дерегі кемінде { $share }; ешкім шығарылмады.
    [one] { $n-written } қатысушы бағаланбады: дерегі { $share } шегінен аз.
   *[other] { $n-written } қатысушы бағаланбады: дерегі { $share } шегінен аз.
 }
index-step-treat = { $n ->
    [0] Ешбір көрсеткіште өңдеуді қажет ететін ерекше ауытқыған мән жоқ.
    [one] { $n-written } көрсеткіштің ерекше ауытқыған мәндері жұмсартылды; логарифммен: { $logs-written }.
   *[other] { $n-written } көрсеткіштің ерекше ауытқыған мәндері жұмсартылды; логарифммен: { $logs-written }.
 }
index-step-normalise = Көрсеткіштер бір шкалаға келтірілді: { $how }.
index-step-aggregate = { $n ->
    [one] Олардан { $n-written } баға құралды.
   *[other] Олардан { $n-written } баға құралды.
 }
index-dropped-caption = Бағаланбағандар
index-treated-caption = Ерекше ауытқыған мәндері жұмсартылған көрсеткіштер; асимметрия мен эксцесс, бұрын және кейін
index-treated-log = логарифм
index-treated-winsorised = винсорлау
index-passes = қалыпты
index-passes-not = қалыпты емес
index-column-indicator = Көрсеткіш
index-column-how = Тәсіл
index-column-cells = Ұяшық
index-column-skew = Асимметрия
index-column-kurtosis = Эксцесс

index-nodes-heading = Бөліктердің байланысы
index-nodes-lead = Индекспен байланысы жоқтың қасындағы бөлік оған аты ғана кіреді; Кронбах α-сы бөліктің құрамдастары бір нәрсені өлшей ме, соны айтады (әдетте шек 0,7).
index-nodes-caption = Индекстің бөліктері, модельдегі ретімен
index-column-node = Бөлік
index-column-parent = Қайда кіреді
index-column-level = Деңгей
index-column-weight = Салмағы
index-column-correlation = Индекспен корреляциясы
index-column-alpha = α

index-made-lead = Дәл сол модель, кесте, бастапқы сан және нұсқа кез келген компьютерде сол сандарды береді.
index-made-own = Жеке көрсеткіштер мен бөліктердің өз өңдеуі, шкаласы не ортасы болуы мүмкін; бәрі модель файлында жазылған.
index-made-model = Модель
index-made-model-sha256 = Модельдің SHA-256 мәні
index-made-source = Ережелердің дереккөзі
index-made-indicators = Көрсеткіш саны
index-made-screen = Дерек тым аз болса
index-made-screen-before = кестедегі ұяшықтардың { $share } бөлігінен азы толса, бағаланбайды
index-made-screen-after = толтырудан кейін ұяшықтардың { $share } бөлігінен азы толса, бағаланбайды
index-made-screen-none = бәрі бағаланады
index-made-impute = Бос ұяшықтар
index-made-treat = Ерекше ауытқыған мәндер
index-made-normalise = Ортақ шкала
index-made-weigh = Салмақтар
index-made-aggregate = Бөліктерді қосу
index-made-least = Баға үшін бөліктердің ең аз үлесі
index-made-show = Индекстің шкаласы
index-made-draws = Есеп саны
index-made-design = Жоспар нүктелері
index-impute-none = ештеңемен: баға бар деректен құралады
index-impute-mean = көрсеткіштің ортасы
index-impute-median = көрсеткіштің медианасы
index-impute-group-mean = сол топтағы қатысушылардың ортасы ({ $group })
index-impute-group-median = сол топтағы қатысушылардың медианасы ({ $group })
index-scale-none = өзгеріссіз
index-scale-min-max = мин–макс, { $low } мен { $high } арасы
index-scale-z-score = ортасы { $mean }, стандартты ауытқуы { $sd } болатын z-баға
index-scale-rank = ранг
index-scale-borda = төмен тұрған қатысушылар саны
index-scale-percentile-rank = процентильдік ранг
index-scale-goalposts = берілген шектер арасында, { $times } есе
index-scale-target = мақсатқа дейінгі қашықтық
index-scale-reference = { $unit } дейінгі қашықтық
index-scale-maximum = максимумға дейінгі қашықтық
index-scale-fraction = максимумның үлесі
index-mean-arithmetic = арифметикалық орта
index-mean-geometric = геометриялық орта
index-mean-harmonic = гармониялық орта
index-mean-generalised = дәрежелік орта, дәрежесі { $power }
index-mean-geometric-reversed = шкаланың жоғарғы шетінен алынған геометриялық орта
index-mean-maximum = ең үлкен бөлік
index-mean-sum = қосынды
index-mean-copeland = жұппен салыстыру (Copeland)
index-weights-given = модельде берілгендей
index-weights-equal = барлық бөлікке тең
index-weights-principal = бірінші басты компоненттің жүктемелері
index-weights-factors = компоненттер жүктемелерінің квадраттары (ЭЫДҰ және JRC, 2008)
index-treat-none = сол күйінде қалады
index-treat-log = әр көрсеткіштің логарифмі
index-treat-rule-log = |асимметрия| кемінде { $skew } әрі эксцесс кемінде { $kurtosis } болса: винсорлау (ұяшық саны { $n-written } аспайды), болмаса логарифм
index-treat-rule-keep = |асимметрия| кемінде { $skew } әрі эксцесс кемінде { $kurtosis } болса: винсорлау (ұяшық саны { $n-written } аспайды)
index-show-plain = шыққан күйінде
index-show-min-max = қатысушылар бойынша { $low } мен { $high } арасында: салыстырылып отырғандарға қатысты
index-show-percent = ең көп мүмкін мәннің пайызы

index-refusal-no-scores = Ешбір қатысушының бағасы жоқ: әрқайсысының тым көп бөлігі жетіспейді. Бос ұяшықтарды толтырыңыз, оларды толтыруға рұқсат беріңіз (модельдегі [impute]) немесе бөліктердің ең аз үлесін төмендетіңіз (least).
index-refusal-too-few-units = { $n ->
    [0] Салыстыратын ешкім жоқ; кемінде екеу керек.
    [one] Салыстыруға тек { $n-written } қатысушы қалды; кемінде екеу керек.
   *[other] Салыстыруға { $n-written } қатысушы қалды; одан көп керек.
 } Жолдар қосыңыз, бос ұяшықтарды толтырыңыз немесе іріктеу шегін төмендетіңіз (модельдегі [screen]).
