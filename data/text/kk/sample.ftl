# Reports of what samples say: network scale-up, respondent-driven samples, surveys carried to countries.

sample-made-lead = Дәл сол файлдар, баптаулар және нұсқа кез келген компьютерде сол сандарды береді.
sample-made-population = Халық саны
sample-made-missing = Таныстарының саны жоқ адамдар
sample-made-chains = Тізбек саны
sample-made-warmup = Әр тізбектің басында тасталған қадам
sample-made-draws = Әр тізбектен қалдырылған қадам
sample-missing-drop = үлестерге кірмейді
sample-missing-max = ең үлкен сан беріледі
sample-missing-median = медиана беріледі
sample-axis-people = адам
sample-axis-share = үлес
sample-axis-prevalence = 1000 адамға
sample-column-reason = Қолдануға болмайды, себебі
sample-column-binomial = Тек биномдық модель бойынша
sample-column-tau = Белгілі байланыстардың үлесі
sample-column-points = Бағалар
sample-column-ends = Аралықтар
sample-column-group = Топ
sample-column-size = Шын саны
sample-column-ratio = Бағаның санға қатынасы
sample-column-share = Үлес
sample-column-delta = Аралық (дельта әдісі)
sample-column-bootstrap = Аралық (бутстреп)
sample-column-country = Ел
sample-column-basis = Неге сүйенеді
sample-column-positives = Сұралғандардағы жағдай
sample-column-prevalence = 1000 адамға
sample-column-level = { $level } аралығы
sample-column-people = Адам
sample-column-rank = Орны
sample-column-distance = Қашықтығы
sample-column-donors = Сауалнамасы бар ең жақындары
sample-column-parameter = Параметр
sample-column-median = Медиана

sample-method-mle = ең үлкен шындыққа ұқсастық (MLE)
sample-method-pimle = қатынастардың ортасы (PIMLE)
sample-method-proportional = пропорционал
sample-method-random-degree = кездейсоқ дәрежелер (Байес)
sample-method-sample = іріктеменің өзі
sample-method-rds-1 = RDS-I
sample-method-rds-1-smoothed = RDS-I, тегістелген
sample-method-rds-2 = RDS-II
sample-method-ss = біртіндеп іріктеу
sample-method-ss-fallback = біртіндеп іріктеу (мұнда RDS-II-ге тең)
sample-bootstrap-none = қайталаусыз
sample-bootstrap-salganik = Salganik бутстрепі
sample-bootstrap-tree = ағаштар бойынша бутстреп
sample-bootstrap-gile = Gile бутстрепі
sample-reason-no-degrees = белгілі топтардан ешкім ешкімді білмейді
sample-reason-nobody-known = топтан ешкім ешкімді білмейді
sample-reason-too-few-replicates = сан беретін қайталау тым аз
sample-reason-not-mixed = тізбектер келіспейді
sample-reason-too-short = тізбектер тым қысқа
sample-reason-no-group = мұндай топ жоқ
sample-reason-nobody = ешкімде әрі жауап, әрі таныстар саны жоқ
sample-reason-unconnected = тарту барлық топты байланыстырмайды
sample-reason-small-population = халық саны іріктемеден аз

sample-nsum-title = Танитындардың айтуынша қанша адам: { $file }
sample-nsum-subject = Таныстар шеңбері бойынша бағалау (network scale-up)
sample-nsum-sentence = «{ $group }» тобында әдісіне қарай { $low } мен { $high } аралығында адам, егер оның адамдарымен байланыстың бәрі белгілі болса.
sample-nsum-none = «{ $group }» тобында қанша адам екенін бұл іріктеме бойынша бағалау мүмкін емес.
sample-nsum-no-group = Кестеде жасырын топ жоқ: әр топтың саны берілген.
sample-nsum-asked = { $n ->
    [one] { $n-written } адам сұралды; жартысы { $degree } адамнан артық білмейді.
   *[other] { $n-written } адам сұралды; жартысы { $degree } адамнан артық білмейді.
 }
sample-nsum-held = Саны белгілі топтардың әрқайсысы қалғандары бойынша бағаланды: { $n-written } аралықтың { $held-written } аралығында шын саны бар, топ әдетте { $factor } есе қателікпен бағаланады (орташа қатынас { $ratio }). Жасырын топтан бұдан артық күтуге болмайды.
sample-nsum-reports = { $n ->
    [one] Топтың адамдары туралы { $n-written } рет айтылды.
   *[other] Топтың адамдары туралы { $n-written } рет айтылды.
 }
sample-nsum-caption = Әр әдіс не айтады; { $level } деңгейіндегі аралықтар сұралғандар бойынша бутстрептен немесе апостериорлық үлестірімнен алынды
sample-nsum-plot = «{ $group }» тобының әр әдіс бойынша саны
sample-nsum-tau = Сұралғандар өз таныстарының бәрі туралы оның осы топтан екенін біле бермейді. Байланыстардың бір бөлігі ғана белгілі болса, топ сонша есе үлкен:
sample-nsum-tau-caption = Сұралғандар білетін байланыстар үлесіне қарай топтың саны
sample-nsum-help-more = Көбірек адамды немесе топқа жақынырақ адамдарды сұрау: топтан ешкімді білмесе, санын айту мүмкін емес.
sample-nsum-help-known = Таныстар санын бағалау үшін сауалнамаға саны белгілі топтарды көбірек қосу.
sample-nsum-help-other = Басқа әдіс: қиылысатын тізімдер, респонденттер тартатын іріктеме немесе көбейткіш.
sample-nsum-next-no-degrees = Санын бағалау мүмкін емес: сұралғандардың ешқайсысы саны белгілі топтардан ешкімді білмейді, сондықтан таныстар саны белгісіз. Көбірек немесе үлкенірек топтар туралы сұраңыз.
sample-nsum-next-nobody-known = Санын бағалау мүмкін емес: сұралғандардың ешқайсысы жасырын топтан ешкімді білмейді. Көбірек адамды немесе топқа жақынырақ адамдарды сұраңыз.
sample-nsum-next-too-few-replicates = Санын бағалау мүмкін емес: бутстреп қайталауларының тым азы сан береді. Көбірек адамды сұраңыз; қайталауды --boot көбейтеді.
sample-nsum-next-no-group = Санын бағалау мүмкін емес: әр топтың саны берілген. Жасырын топтың санын көрсетпеңіз.
sample-hold-out-heading = Белгілі топтар қайта табыла ма?
sample-hold-out-none = Саны белгілі екінші топ жоқ, сондықтан мұны тексеру мүмкін емес. Кемінде екі топ туралы сұраңыз.
sample-hold-out-caption = Саны белгілі әр топтың жасырын топ сияқты қалғандары бойынша бағасы

sample-rds-title = Бірін-бірі тартқан адамдардағы үлестер: { $file }
sample-rds-subject = Респонденттер тартатын іріктеме
sample-rds-sentence = «{ $outcome }» мәні «{ $group }» болатындар, бағалау тәсіліне қарай, { $low } мен { $high } аралығында.
sample-rds-none = Бұл іріктеме бойынша «{ $outcome }» үшін бірде-бір үлесті бағалау мүмкін емес.
sample-rds-no-outcome = Кестеде бағалайтын белгі жоқ.
sample-rds-grown = { $n ->
    [one] { $n-written } адам
   *[other] { $n-written } адам
 }; бастапқы қатысушы саны: { $seeds-written }, толқын саны: { $waves-written }; ең үлкен ағаш — іріктеменің { $share } бөлігі.
sample-rds-degrees = { $n ->
    [one] { $n-written } адам таныстарының санын айтпады.
   *[other] { $n-written } адам таныстарының санын айтпады.
 }
sample-rds-people = Іріктемеде: { $people }. { $n ->
    [0] Бәрі жауап берді.
    [one] { $n-written } адам жауап бермеді.
   *[other] { $n-written } адам жауап бермеді.
 }
sample-rds-caption = Әр топтың әр тәсіл бойынша үлесі, { $level } деңгейіндегі аралықтарымен
sample-rds-plot = Үлесі: { $group }
sample-rds-homophily = Тартудағы гомофилия — { $ratio }; 1 болса, ол жоқ. 1-ден әлдеқайда жоғары болса, топтар оқшау, аралықтар тым тар.
sample-rds-homophily-none = Тартудағы гомофилия туралы ештеңе айтуға болмайды.
sample-rds-settled = { $wave }-толқыннан бастап үлестер түпкілікті мәннен 2 пункттен артық ауытқымайды: іріктеме неден басталғанын ұмытты.
sample-rds-settled-not = Тарту аяқталғанда үлестер әлі тұрақтанбаған: олар бастапқы қатысушыларға тәуелді.
sample-rds-multiplier = Тізілімдегі сан онда болғандардың үлесіне бөлінсе, топтың саны шығады:
sample-rds-multiplier-caption = Үлестің әр бағасы бойынша топтың саны
sample-rds-help-degree = Әркімнен топтан қанша адамды білетінін сұраңыз: онсыз ешкімге салмақ беру мүмкін емес.
sample-rds-help-waves = Тарту әр топтан әр топқа жетуі үшін көбірек бастапқы қатысушыдан көбірек толқын жинаңыз.
sample-rds-help-merge = Басқа топтардан ешкімді тартпаған топтарды біріктіріңіз.
sample-rds-next-nobody = Үлесті бағалау мүмкін емес: ешкімде әрі жауап, әрі таныстар саны жоқ. Таныстар санын беріңіз немесе --missing-degree median қолданыңыз.
sample-rds-next-unconnected = Үлесті бағалау мүмкін емес: тарту әр топтан әр топқа жетпейді. Топтарды біріктіріңіз немесе көбірек толқын жинаңыз.
sample-rds-next-small-population = Үлесті бағалау мүмкін емес: халық саны іріктемеден аз. --population мәнін түзетіңіз.

sample-survey-title = Сауалнамалардан елдерге: { $file }
sample-survey-subject = Сауалнамалар бойынша иерархиялық модельмен бағалау
sample-survey-sentence = Ел саны: { $n-written }, оның сауалнамасы бары: { $surveyed-written }; сауалнама жоқ жерде санды модель береді.
sample-survey-not-mixed = «{ $form }» тізбектері келіспейді, сондықтан олардан қорытынды шығаруға болмайды.
sample-survey-beyond = { $n ->
    [one] Сауалнамасы жоқ { $n-written } ел сауалнамасы бар елдерге олардың өзара ұқсастығынан да аз ұқсайды; оның саны — экстраполяция.
   *[other] Сауалнамасы жоқ { $n-written } ел сауалнамасы бар елдерге олардың өзара ұқсастығынан да аз ұқсайды; олардың саны — экстраполяция.
 }
sample-survey-heading = Елдер
sample-survey-caption = Әр ел және оның саны неге сүйенетіні
sample-survey-plot = 1000 адамға шаққанда, { $level } деңгейіндегі аралықтарымен
sample-survey-star = * мұнда сауалнама жоқ: санды модель береді.
sample-survey-far = { $n }, шегі { $of }
sample-survey-distance = Қашықтық елдің сауалнамасы бар елдер ортасынан қаншалықты алыс екенін, ал шегі олардың ең алысының қашықтығын білдіреді. Бірінші сан үлкен болса, модель ондайды көрген жоқ.
sample-survey-help-longer = Тізбектерді ұзартыңыз (модельдегі [chains]).
sample-survey-help-simpler = Болжаушылардың бір бөлігін алып тастаңыз немесе априорлық үлестірімдерді тарылтыңыз.
sample-survey-help-data = Жағдай саны көбірек керек: аз болса, модель сүйенетін ештеңе жоқ.
sample-survey-refusal-named = Бағалау мүмкін емес: «{ $of }» жоқ немесе екі рет аталған. Әр ел мен форманы бір рет атаңыз.
sample-survey-refusal-setting = Бағалау мүмкін емес: «{ $of }» баптауы рұқсат етілген шектен тыс. Оны модельде түзетіңіз.
sample-survey-refusal-number = Бағалау мүмкін емес: санды қолдануға болмайды ({ $of }). Оны елдер кестесінде түзетіңіз.
sample-survey-refusal-no-population = Бағалау мүмкін емес: «{ $of }» халық ұяшықтарында ешкім жоқ. Оларды толтырыңыз немесе елді алып тастаңыз.
sample-survey-refusal-too-few-surveys = Бағалау мүмкін емес: «{ $of }» туралы екіден аз елде сұралған. Тағы бір елдің сауалнамасын қосыңыз.
sample-survey-refusal-no-positives = Бағалау мүмкін емес: «{ $of }» туралы ешкім айтпаған, сауалнамалар тек жоғарғы шекті береді. Сауалнама қосыңыз немесе формаларды біріктіріңіз.
sample-survey-refusal-constant = Бағалау мүмкін емес: «{ $of }» сауалнамасы бар барлық елде бірдей. Оны алып тастаңыз.
sample-survey-refusal-durations = Бағалау мүмкін емес: «{ $of }» ұзақтықтары теріс немесе бос. Оларды модельде түзетіңіз.
sample-survey-refusal-total = Бағалау мүмкін емес: «{ $of }» жиыны ешбір елге не формаға жатпайды, екі рет берілген немесе өз аралығынан тыс. Оны модельде түзетіңіз.
sample-survey-refusal-state-imposed = Бағалау мүмкін емес: «{ $of }» жиыны оның елдеріндегі мемлекет мәжбүрлеген жағдайлардан артық емес. Бірін түзетіңіз.
sample-survey-refusal-no-start = Бағалау мүмкін емес: деректер не априорлық үлестірімдер бойынша ешбір нүкте мүмкін емес. Априорлық үлестірімдерді кеңейтіңіз.
sample-basis-survey = сауалнама
sample-basis-modelled-no-survey-here = тек модель
sample-form-heading = Модель қалай құрылды: { $form }
sample-form-rests = Бәрі сұралғандардың ({ $asked-written }) ішіндегі жағдайларға ({ $n-written }) сүйенеді; сауалнамасы бар ел саны: { $surveyed-written }.
sample-form-stock = Бес жылдағы жағдайлардың { $share } бөлігі кез келген бір күні бар.
sample-form-checks = Модельді тексеру
sample-form-parameters = Модель параметрлері, логит шкаласында
sample-gate-mixing = тізбектер келіседі
sample-gate-sample-size = тәуелсіз қадамдар
sample-gate-divergences = алшақтаулар
sample-gate-path-length = кесілген жолдар
sample-gate-positives = жағдайлар
sample-gate-surveys = сауалнамасы бар елдер
sample-parameter-intercept = бос мүше
sample-parameter-person = адам
sample-parameter-country = ел
sample-parameter-spread = елдер арасындағы айырма
