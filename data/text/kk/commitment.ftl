# Commitments: treaties, laws, plans and measures, who answers for them, what is late, how well a plan is made.

commitments-title = Міндеттемелер
commitments-lead = Мемлекет пен оның органдары өзіне не міндет алды: шарттар, заңдар, жоспарлар, шаралар. Әрқайсысына кім жауап береді және ненің мерзімі өтті — немесе бұны неге айту мүмкін емес.
commitments-empty = Әзірге бірде-бір міндеттеме жазылмаған.
commitments-count = { $n ->
   *[other] { $n-written } міндеттеме жазылған.
 }
commitments-late = Мерзімі өткені: { $n-written }.
commitments-unsaid = Мерзімі өткен-өтпегенін айту мүмкін еместері: { $n-written }.
commitments-all = Барлық міндеттемені көрсету
commitments-only-late = Мерзімі өткендерін ғана көрсету
commitments-none-late = Мерзімі өткені туралы ештеңе белгілі емес. Бұл бәрі уақытында орындалып жатыр дегенді білдірмейді.
commitments-treaty = Шарттар
commitments-law = Заңдар
commitments-draft_law = Заң жобалары
commitments-rule = Қағидалар
commitments-standard = Стандарттар
commitments-action_plan = Іс-қимыл жоспарлары
commitments-strategy = Стратегиялар
commitments-programme = Бағдарламалар
commitments-measure = Шаралар
commitments-institution = Мекемелер
commitments-practice = Тәжірибе

commitment = Міндеттеме
commitment-stands = Қай сатыда
commitment-stage = Күндері бойынша сатысы
commitment-stage-draft = жоба
commitment-stage-ahead = әлі басталған жоқ
commitment-stage-standing = қолданыста
commitment-stage-over = мерзімі аяқталған
commitment-lead = Басты жауапты
commitment-no-lead = жалғыз жауапты жоқ
commitment-late = Уақытында ма
commitment-status = Дереккөздің сөзімен
commitment-measures-stated = Дереккөз бойынша шаралар саны
commitment-form = Не орындалу деп саналады
commitment-cost = Құны
commitment-recommendations = Қай ұсынымдарға қатысты
commitment-recommendations-none = Ұсынымдармен байланысы жоқ.
commitment-does-it-count = Онда ескерілді ме
commitment-counts = ескерілді
commitment-answers = соған жауап береді делінген

commitment-late-measures = Мерзімі өткен белгілі шаралар: { $of-written } шараның { $n-written }; айту мүмкін еместері: { $unsaid-written }.
commitment-late-by = Мерзімі { $n-written } күнге өтіп кетті: мерзімі { $day } болған.
commitment-late-submitted = Мерзімі { $n-written } күнге өтіп кетті: мерзімі { $day } болған; есеп тапсырылды, бірақ оны ешкім қабылдаған жоқ.
commitment-next-due = Уақытында жүріп жатыр; келесі мерзім — { $day }.
commitment-all-met = Мерзімі келгеннің бәрі тапсырылды.
commitment-unknown-measures_stated = Айту мүмкін емес: дереккөз бойынша жоспарда { $n-written } шара бар, бірақ олардың мәтіні мұнда белгісіз.
commitment-unknown-measures_not_known = Айту мүмкін емес: шаралары мұнда белгісіз.
commitment-unknown-no_due_date = Айту мүмкін емес: мерзімі көрсетілмеген.
commitment-unknown-unclear_due = Айту мүмкін емес: «{ $due }» деген сөзде күн аталмаған.
commitment-unknown-no_start = Айту мүмкін емес: мерзімі қайталанады, бірақ қай күннен бастап екені айтылмаған.

plan-quality = Жоспар қалай жасалған
plan-quality-note = Мұнда тек мәтін бағаланады. Бәрі көрсетілген шараның өзі орындалмай қалуы мүмкін.
plan-import = Шаралар жүктелген соң, мұнда олардың қаншасында басты жауапты, мерзім, қаржы және көрсеткіш бар екені есептеледі.
plan-without-measure = Бірде-бір шара жауап бермейтін ұсынымдар
plan-known = Белгілі шаралар: { $n-written }.
plan-known-of = Белгілі шаралар: { $of-written } шараның { $n-written }.
plan-one-lead = Бір ғана басты жауаптысы бары: { $of-written } шараның { $n-written }.
plan-dated = Мерзімі бары: { $of-written } шараның { $n-written }.
plan-funded = Құны мен қаржы көзі бары: { $of-written } шараның { $n-written }.
plan-measured = Өзгеруге тиіс көрсеткіші бары: { $of-written } шараның { $n-written }.
plan-unanswered = Бірде-бір шара жауап бермейтін ұсынымдар: { $n-written }.
plan-unasked = Бірде-бір ұсынымға жауап бермейтін шаралар: { $n-written }.
plan-duplicates = Бір нәрсені айтатын шаралар топтары: { $n-written }.

measure-effect = Нәтижесі
measure-effect-moved = басталғалы бері көрсеткіші қажетті бағытта өзгерді
measure-effect-unmoved = көрсеткіші өзгерген жоқ
measure-effect-moved_away = басталғалы бері көрсеткіші кері бағытта өзгерді
measure-effect-no_indicator = айту мүмкін емес: көрсеткіші аталмаған
measure-effect-no_aim = айту мүмкін емес: көрсеткіштің қай бағытта өзгеруі керегі айтылмаған
measure-effect-no_start = айту мүмкін емес: қашан басталатыны айтылмаған
measure-effect-series_break = айту мүмкін емес: деректердің арасында қатардың үзілуі бар
measure-effect-too_few_figures = айту мүмкін емес: салыстыруға болатын мәндер екеуден аз
measure-effect-no_before_and_after = айту мүмкін емес: деректердің бәрі не оның басталуына дейін, не одан кейін
