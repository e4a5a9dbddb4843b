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
