# Assessments: levels, tiers, rules, and what each assessor counts.

# ILAB: levels
ilab-level-no = отсутствие прогресса
ilab-level-minimal = минимальный прогресс
ilab-level-moderate = умеренный прогресс
ilab-level-significant = значительный прогресс
ilab-level-no_assessment = оценка не проводилась
ilab-modifier-regression = усилия предпринимались, но ухудшение этого года замедлило прогресс
ilab-modifier-continued = усилия предпринимались, но прежнее неустранённое ухудшение замедлило прогресс
ilab-modifier-complicit = усилия предпринимались, но государство причастно к принудительному детскому труду
ilab-domain-law = в законодательстве
ilab-domain-policy = в политике
ilab-domain-practice = на практике

# ILAB: the areas in which efforts are looked for, and the kinds of inputs
ilab-area-laws = законы и подзаконные акты
ilab-area-enforcement = обеспечение исполнения законов
ilab-area-coordination = координация
ilab-area-policies = государственная политика
ilab-area-social_programmes = социальные программы
ilab-area-unknown = область не указана
ilab-input-effort = усилие
ilab-input-regression = ухудшение
ilab-input-complicity = причастность государства

# ILAB: the rows of the rule
ilab-when-not-assessed = Страна в этом году не оценивалась.
ilab-when-complicit = Государство на каком-либо уровне и не единично принуждает детей к труду.
ilab-when-no-effort = Ни одна рекомендованная мера не принята, и других значимых усилий не было.
ilab-when-regressive = Ухудшающий закон, политика или практика замедлили прогресс, каковы бы ни были усилия.
ilab-when-efforts-in-all = Значимые усилия предприняты во всех областях, имеющих значение.
ilab-when-efforts-in-some = Значимые усилия предприняты в некоторых областях, имеющих значение.
ilab-when-efforts-in-few = Значимые усилия предприняты в немногих областях, имеющих значение.
ilab-holds-yes = выполняется
ilab-holds-no = не выполняется
ilab-holds-unknown = установить нельзя: область усилия неизвестна
ilab-decides = Эта строка решает.
ilab-areas-reached = Усилия в { $n-written } из { $all-written } областей
ilab-without = Без «{ $what }»: { $level }.
ilab-without-unchanged = Без «{ $what }» оценка та же.
ilab-without-open = Без «{ $what }» оценку по имеющимся сведениям установить нельзя.
ilab-open = По имеющимся сведениям оценку установить нельзя.
ilab-our-reading = Наше прочтение: ведомство не публикует для этого ни числа, ни правила и может решить иначе.
ilab-parameter-few_at_most = «Немногие» области — не более { $n-written }; «некоторые» — больше, но не все.
ilab-parameter-new_regression_named_first = Если новое ухудшение совпадает с продолжающимся, в оценке называется новое.
ilab-agrees = Выведенная оценка совпадает с опубликованной.
ilab-differs = Выведенная оценка расходится с опубликованной.

# What each assessor counts, and on which scale
assessor-counts-ilab = Что государство сделало за календарный год против наихудших форм детского труда и не ухудшили ли положение закон, политика или практика. Не число работающих детей.
assessor-scale-ilab = Отсутствие прогресса, минимальный, умеренный, значительный прогресс; оценка не проводилась
assessor-counts-tip = Соблюдает ли государство четыре минимальных стандарта борьбы с торговлей людьми и насколько серьёзны его усилия, с 1 апреля по 31 марта. Отчасти экспертное суждение; не масштаб проблемы.
assessor-scale-tip = Категория 1, категория 2, категория 2 под наблюдением, категория 3; особый случай
assessor-counts-gsi-prevalence = Сколько людей находится в современном рабстве в любой момент времени: модельная оценка.
assessor-scale-gsi-prevalence = Человек на 1000 жителей; больше — хуже. Издания несопоставимы.
assessor-counts-gsi-vulnerability = Насколько условия жизни делают людей уязвимыми к современному рабству.
assessor-scale-gsi-vulnerability = От 0 до 100; больше — хуже. Относительно других стран издания.
assessor-counts-gsi-response = Какие из мер, перечисленных в индексе, приняло государство.
assessor-scale-gsi-response = От 0 до 100; больше — лучше. Издания несопоставимы.
assessor-counts-gsi-negatives = Действия и бездействие, которые ухудшают меры реагирования, например задержание жертв.
assessor-scale-gsi-negatives = есть или нет
assessor-counts-other = Что именно оценивается, здесь не описано.
assessor-scale-other = Шкала здесь не описана.

# TIP: tiers as published, and the questions of the rule
tip-tier-1 = категория 1
tip-tier-2 = категория 2
tip-tier-2wl = категория 2 под наблюдением
tip-tier-3 = категория 3
tip-tier-special = особый случай
tip-never-computed = Категория отчасти определяется суждением. Pana показывает вопросы и свидетельства и категорию не вычисляет.
tip-no-evidence = По этому вопросу здесь ничего не известно.
tip-not-verified = В самом источнике не прочитано.
tip-kind-standard = минимальный стандарт
tip-kind-indicium = признак серьёзных и устойчивых усилий
tip-kind-clause = условие отнесения к категории
tip-asks-prohibit = Запрещены ли и наказываются ли тяжкие формы торговли людьми?
tip-asks-penalties-grave = Сопоставимы ли наказания за самые тяжкие формы с наказаниями за тяжкие преступления, такие как изнасилование?
tip-asks-penalties-deter = Достаточно ли суровы наказания, чтобы удерживать от преступления?
tip-asks-efforts = Есть ли серьёзные и устойчивые усилия по искоренению торговли людьми?
tip-asks-investigation = Расследуются ли дела, доводятся ли до суда, выносятся ли приговоры и наказания?
tip-asks-protection = Выявляют ли и защищают ли жертв?
tip-asks-prevention = Ведётся ли предупреждение торговли людьми?
tip-asks-cooperation = Сотрудничает ли государство с другими странами, выдаёт ли обвиняемых?
tip-asks-migration-patterns = Отслеживаются ли в миграции признаки торговли людьми?
tip-asks-complicit-officials = Принимаются ли меры к причастным должностным лицам?
tip-asks-non-citizens = Какова доля жертв, не являющихся гражданами?
tip-asks-monitoring = Ведётся ли мониторинг усилий и предоставляются ли данные?
tip-asks-progress = Есть ли прогресс по сравнению с прошлым годом?
tip-asks-demand = Сокращается ли спрос?
tip-asks-standards-met = Соблюдены ли стандарты полностью, с заметным прогрессом?
tip-asks-no-significant-efforts = Стандарты не соблюдены, и значительных усилий нет?
tip-asks-victims-increasing = Число жертв очень велико или растёт без соразмерных мер?
tip-asks-no-increasing-efforts = Нет свидетельств наращивания усилий по сравнению с прошлым годом?
tip-asks-two-years-on-watch-list = Была ли страна под наблюдением два года подряд, и есть ли отсрочка?
tip-asks-exceptional = Исключительны ли обстоятельства?

# Law: standards an assessor asks about
legal-standard-minimum_work = минимальный возраст приёма на работу
legal-standard-minimum_hazardous_work = минимальный возраст для опасных работ
legal-standard-types_hazardous_work = виды опасных работ, запрещённых для детей
legal-standard-light_work = лёгкая работа
legal-standard-prohibition_forced_labor = запрет принудительного труда
legal-standard-prohibition_child_trafficking = запрет торговли детьми
legal-standard-prohibition_csec = запрет коммерческой сексуальной эксплуатации детей
legal-standard-prohibition_illicit_activities = запрет использования детей в противоправной деятельности
legal-standard-minimum_compulsory_military = минимальный возраст призыва
legal-standard-minimum_voluntary_military = минимальный возраст добровольной службы
legal-standard-minimum_non_state_military = запрет вербовки вооружёнными группами
legal-standard-compulsory_education = возраст обязательного обучения
legal-standard-free_public_education = бесплатное государственное образование
legal-standard-minimum_marriage = минимальный брачный возраст
legal-conforms-yes = соответствует международному стандарту
legal-conforms-no = не соответствует международному стандарту
legal-conforms-unknown = соответствие не указано
legal-age = с { $n ->
    [one] { $n-written } года
   *[other] { $n-written } лет
 }

# Conventions an assessor asks about
convention-c_138 = Конвенция МОТ № 138 о минимальном возрасте
convention-c_182 = Конвенция МОТ № 182 о наихудших формах детского труда
convention-convention_on_the_rights_of_the_child = Конвенция о правах ребёнка
convention-crc_armed_conflict = Факультативный протокол об участии детей в вооружённых конфликтах
convention-crc_commercial_sexual_exploitation_of_children = Факультативный протокол о торговле детьми
convention-palermo = Палермский протокол о торговле людьми

# Labour inspection
inspection-aspect-unannounced = внезапные проверки
inspection-aspect-small_enterprises = проверки малых предприятий
inspection-aspect-checklists = проверочные листы инспекторов
inspection-effect-widens = расширяет возможности проверки
inspection-effect-restricts = ограничивает проверки

# Goods on lists
goods-mark-yes = да
goods-mark-no = нет
goods-mark-not-shown = источник не показывает
goods-derived = изготовлено из такого сырья

# The pages
ilab-qualified = { $level }: { $modifier }
ilab-qualified-in = { $level }: { $modifier } ({ $domains })
country-assessments = Что говорят оценщики
assessments-of = { $country } в оценках
assessments-lead = Что говорит о стране каждый оценщик: рядом, по его собственной шкале и с указанием того, что он учитывает. Ничего не усредняется и не переводится с одной шкалы на другую.
assessments-choose = Выберите страну
assessments-country = Страна
assessments-no-country = У этой копии нет своей страны. Выберите страну.
assessments-none = Оценок этой страны здесь нет.
assessments-side-by-side = Рядом
assessments-side-note = Год указан так, как его считает оценщик: отчётный год, год доклада, год издания. Пунктир — другое издание с другой методикой: сравнивать через него нельзя.
assessments-assessor = Оценщик
assessments-counts = Что учитывает и чего нет
assessments-scale = Шкала
assessments-year = Год
assessments-says = Что говорит
assessments-reason = Почему
assessments-in-words = только словами
assessments-negatives = { $n ->
    [one] отмечен { $n-written } отрицательный показатель
    [few] отмечено { $n-written } отрицательных показателя
    [many] отмечено { $n-written } отрицательных показателей
   *[other] отмечено { $n-written } отрицательного показателя
  }
assessments-negative-met = отмечен
assessments-excerpt = известно по выдержке
assessments-apart = другая методика
assessments-break = Другое издание с другой методикой. Значения выше и ниже сравнивать нельзя.
assessments-speaks-of = о { $year } годе
assessments-goods = Товары в перечнях
assessments-goods-lead = Товары, которые перечень называет изготовленными с применением детского или принудительного труда. Компаний перечень не называет и ввоз не запрещает.
assessments-ilab-title = Прогресс в борьбе с детским трудом: правило и оценки
assessments-series = Что опубликовано
assessments-nothing-yet = К этому дню ничего не было опубликовано.
assessments-not-yet = нет выпуска
assessments-vintages = Что и когда было опубликовано
assessments-vintages-lead = Поздние выпуски меняют числа, а иногда и снимают их. По дате можно увидеть всё так, как было известно тогда.
assessments-vintages-levels = Оценки
assessments-vintages-figures = Числа, изменённые позднейшим выпуском
assessments-readings = Оценка по правилу
assessments-readings-lead = Опубликованное правило, применённое к тому, что известно о годе: решает первая выполненная строка. Это наше прочтение рядом с опубликованной оценкой, а не оценка ведомства.
assessments-derived = По правилу
assessments-published = Опубликовано
assessments-compared = Сравнение
assessments-trace = Строка за строкой
assessments-row = Строка
assessments-asks = Условие
assessments-answer = Ответ
assessments-gives = Даёт
assessments-inputs = Основания
assessments-without = Что изменило бы оценку
assessments-what = Что
assessments-since = С какого времени
assessments-rule = Правило
assessments-rule-lead = Строки в порядке решения.
assessments-actions = Рекомендованные меры
assessments-actions-lead = Чего ведомство ждёт от государства. Мера, которую повторяют из года в год, не принята.
assessments-asked = Что предлагается
assessments-years = Годы
assessments-editions = { $n ->
    [one] { $n-written } издание
    [few] { $n-written } издания
    [many] { $n-written } изданий
   *[other] { $n-written } издания
  }
assessments-area-legal_framework = законодательство
assessments-area-enforcement = обеспечение исполнения законов
assessments-area-coordination = координация
assessments-area-government_policies = государственная политика
assessments-area-social_programs = социальные программы
assessments-law = Законодательство
assessments-norm = Договор, закон или проект
assessments-conventions = Конвенции
assessments-standards = Правовые стандарты
assessments-standard = Стандарт
assessments-inspection = Инспекция труда
assessments-tip-title = Категория в докладе о торговле людьми
assessments-tip-published = Опубликованные категории
assessments-report-of = Доклад за
assessments-tier = Категория
assessments-tip-standards = Минимальные стандарты
assessments-tip-indiciums = Признаки серьёзных и постоянных усилий
assessments-tip-clauses = Условия отнесения к категории
ilab-short-regression = ухудшение
ilab-short-continued = ухудшение продолжается
ilab-short-complicit = причастность
assessments-releases = День выпуска и что в нём сказано
ilab-short-in = { $kind } { $domains }
