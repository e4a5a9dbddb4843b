# Words for the codes of the data: units, bases, relations, themes, kept tables and their columns.
# What a unit is called
unit-acts = законодательные акты
unit-cases = случаи
unit-category = категория, словами
unit-centres = центры
unit-complaints = заявления
unit-consultations = консультации
unit-count = количество
unit-countries = страны
unit-goods = товары
unit-int_usd = международные доллары
unit-marriages = браки
unit-mci = месячные расчётные показатели (МРП)
unit-measures = мероприятия
unit-months = месяцы
unit-pages = страницы
unit-per_1000 = на 1 000 человек
unit-percent = проценты
unit-persons = человек
unit-places = места
unit-plans = планы
unit-rank = место в перечне
unit-ratio = раз
unit-rating = оценка одного показателя
unit-regions = регионы
unit-schools = школы
unit-score_0_100 = балл, до 100
unit-share = доля, в процентах
unit-year = год
unit-years = годы
unit-usd = доллары США
unit-inspections = проверки
unit-violations = нарушения
unit-penalties = взыскания
unit-convictions = обвинительные приговоры

# A unit behind a number; a fraction takes the last form
counted-acts = { $n ->
    [one] акт
    [few] акта
    [many] актов
   *[other] акта
 }
counted-cases = { $n ->
    [one] случай
    [few] случая
    [many] случаев
   *[other] случая
 }
counted-centres = { $n ->
    [one] центр
    [few] центра
    [many] центров
   *[other] центра
 }
counted-complaints = { $n ->
    [one] заявление
    [few] заявления
    [many] заявлений
   *[other] заявления
 }
counted-consultations = { $n ->
    [one] консультация
    [few] консультации
    [many] консультаций
   *[other] консультации
 }
counted-countries = { $n ->
    [one] страна
    [few] страны
    [many] стран
   *[other] страны
 }
counted-goods = { $n ->
    [one] товар
    [few] товара
    [many] товаров
   *[other] товара
 }
counted-int_usd = международных долларов
counted-marriages = { $n ->
    [one] брак
    [few] брака
    [many] браков
   *[other] брака
 }
counted-mci = МРП
counted-measures = { $n ->
    [one] мероприятие
    [few] мероприятия
    [many] мероприятий
   *[other] мероприятия
 }
counted-months = { $n ->
    [one] месяц
    [few] месяца
    [many] месяцев
   *[other] месяца
 }
counted-pages = { $n ->
    [one] страница
    [few] страницы
    [many] страниц
   *[other] страницы
 }
counted-per_1000 = на 1 000 человек
counted-percent = %
counted-persons = { $n ->
    [one] человек
    [few] человека
    [many] человек
   *[other] человека
 }
counted-places = { $n ->
    [one] место
    [few] места
    [many] мест
   *[other] места
 }
counted-plans = { $n ->
    [one] план
    [few] плана
    [many] планов
   *[other] плана
 }
place-in-order = { $n-written }-е место
counted-ratio = { $n ->
    [one] раз
    [few] раза
    [many] раз
   *[other] раза
 }
counted-regions = { $n ->
    [one] регион
    [few] региона
    [many] регионов
   *[other] региона
 }
counted-schools = { $n ->
    [one] школа
    [few] школы
    [many] школ
   *[other] школы
 }
counted-score_0_100 = из 100
counted-share = %
counted-years = { $n ->
    [one] год
    [few] года
    [many] лет
   *[other] года
 }
counted-usd = { $n ->
    [one] доллар США
    [few] доллара США
    [many] долларов США
   *[other] доллара США
 }
counted-inspections = { $n ->
    [one] проверка
    [few] проверки
    [many] проверок
   *[other] проверки
 }
counted-violations = { $n ->
    [one] нарушение
    [few] нарушения
    [many] нарушений
   *[other] нарушения
 }
counted-penalties = { $n ->
    [one] взыскание
    [few] взыскания
    [many] взысканий
   *[other] взыскания
 }
counted-convictions = { $n ->
    [one] обвинительный приговор
    [few] обвинительных приговора
    [many] обвинительных приговоров
   *[other] обвинительных приговора
 }

# How a number relates to the true one
comparator-approx = около { $n }
comparator-gt = более { $n }
comparator-ge = не менее { $n }
comparator-lt = менее { $n }
comparator-le = не более { $n }
comparator-between = от { $low } до { $high }

# Who made a figure and how
basis-official_admin = официальный учёт
basis-estimate_model = модельная оценка
basis-estimate_expert = экспертная оценка
basis-io_count = подсчёт международной организации
basis-ngo_count = подсчёт НПО
basis-ngo_survey = опрос НПО
basis-score = балл оценщика
basis-legal_norm = норма права
basis-plan = план
basis-media_report = сообщение СМИ
basis-derived = производное

# How much of the period a figure covers
coverage-full_period = весь период
coverage-partial_period = часть периода
coverage-cumulative = нарастающим итогом с начала отсчёта
coverage-annual_rate = в год, год не назван
coverage-point_in_time = на один момент
coverage-threshold = действующий порог
coverage-unspecified = охват не указан

# SDMX status
status-a = A, обычное
status-e = E, оценочное
status-u = U, низкая надёжность
status-d = D, определение отличается
status-o = O, источник не указывает

# Stock, flow, norm
flow-stock = запас
flow-flow = поток
flow-norm = норма
flow-meaning-stock = запас: сколько на один момент, а не сколько за год
flow-meaning-flow = поток: сколько за период, а не сколько на один момент
flow-meaning-norm = норма: что установлено правилом или планом, а не что подсчитано

# Themes
theme-modern_slavery = Современное рабство
theme-trafficking = Торговля людьми
theme-services = Услуги пострадавшим
theme-criminal_justice = Уголовное правосудие
theme-migration = Миграция
theme-accountability = Подотчётность
theme-context = Контекст
theme-women = Женщины
theme-child = Дети
theme-child_labour = Детский труд
theme-disability = Инвалидность
theme-migrants_refugees = Мигранты и беженцы
theme-movement_residence = Передвижение и место жительства
theme-trade_unions = Профсоюзы
theme-housing = Жильё
theme-environment = Окружающая среда
theme-fact_check = Проверка фактов
theme-cross_cutting = Несколько тем

# Kinds of places
place-kind-world = мир
place-kind-index_region = регион индекса
place-kind-region = регион
place-kind-country = страна
place-kind-city = город республиканского значения

# Sources
source-kind-index_country_snapshot = страновой обзор индекса
source-kind-index_workbook = рабочая книга индекса
source-kind-capture_table = таблица пересекающихся списков
source-kind-index = индекс
source-kind-fact_check = проверка фактов
source-kind-ministry_notice = сообщение министерства
source-kind-upr_stakeholder_submission = материалы для Универсального периодического обзора
source-kind-assessment_page = оценка, краткая страница
source-kind-assessment = оценка
source-kind-assessment_data = файлы данных оценки
source-kind-report = доклад
source-kind-research_report = исследовательский доклад
source-kind-statistics = статистика
source-kind-administrative_statistics = административная статистика
source-kind-population_estimates = оценки численности населения
source-kind-ngo_survey = опрос НПО
source-kind-ngo_count = подсчёт НПО
source-kind-ngo_review = обзор НПО
source-kind-statement = заявление
source-kind-news = новость
source-kind-strategy = стратегия
publisher-kind-foreign_government = правительство другой страны
publisher-kind-own = вычислено этой копией
publisher-kind-government = государственный орган
publisher-kind-international_organisation = международная организация
publisher-kind-media = средство массовой информации
publisher-kind-media_factchecker = СМИ, проверяющее факты
publisher-kind-ngo = неправительственная организация
publisher-kind-ngo_coalition = коалиция НПО
publisher-kind-hypothetical = никто: пример для проверки
language-en = английский
language-ru = русский
language-kk = казахский
language-unknown = не указан

# How indicators relate; -back is the same seen from the other end
relation-component_of = является частью показателя
relation-component_of-back = включает как часть
relation-counted_by_area = подсчитан по территориям в показателе
relation-counted_by_area-back = считает по территориям
relation-cumulates = суммирует несколько периодов показателя
relation-cumulates-back = суммирован за несколько периодов в показателе
relation-flow_for = это поток, а запас —
relation-flow_for-back = это запас, а поток —
relation-narrower_than = уже, чем
relation-narrower_than-back = шире, чем
relation-not_comparable = похож, но не сопоставим с показателем
relation-not_comparable-back = похож, но не сопоставим с показателем
relation-other_series = из другого ряда, чем
relation-other_series-back = из другого ряда, чем
relation-overlaps = пересекается с показателем
relation-overlaps-back = пересекается с показателем
relation-rate_of = это коэффициент к показателю
relation-rate_of-back = его коэффициент —
relation-series_break = кончается разрывом ряда; после него идёт
relation-series_break-back = начинается после разрыва ряда; до него был
relation-stage_after = более поздняя стадия показателя
relation-stage_after-back = более ранняя стадия показателя
comparable-yes = Значения можно сравнивать.
comparable-yes-back = Значения можно сравнивать.
comparable-no = Значения сравнивать нельзя.
comparable-no-back = Значения сравнивать нельзя.
comparable-lower_bound = Его значение — нижняя граница для другого.
comparable-lower_bound-back = Значение другого — нижняя граница для этого.

# Tables that are kept whole, and one row of each
kept-estimates = Собственные оценки
kept-findings = Выводы
kept-recommendations = Рекомендации
kept-commitments = Обязательства
kept-assessments = Оценки
kept-claims = Утверждения
kept-centres = Центры по территориям
kept-claim_evidence = Свидетельства к утверждениям
kept-criminal_cases = Уголовные дела
kept-employment_programmes = Программы занятости
kept-goods = Товары в перечнях
kept-inconsistencies = Несогласованности
kept-recommendation_evidence = Свидетельства к рекомендациям
kept-recommendation_ratings = Показатели, стоящие за рекомендациями
kept-service_rules = Правила услуг
kept-services = Гарантированные услуги
kept-verdicts = Вердикты
kept-demands = Требования по годам
kept-demand_members = Кто выдвигал требование
kept-suggested_actions = Предлагаемые меры
kept-recommendation_views = Оценки выполнения рекомендаций
kept-measures = Мероприятия
kept-measure_reports = Отчёты о мероприятиях
kept-ilab_inputs = Основания для оценки ILAB
kept-tip_tiers = Категории отчёта TIP
kept-tip_evidence = Свидетельства по вопросам отчёта TIP
kept-legal_standards = Правовые нормы
kept-conventions = Конвенции
kept-inspection_regime = Режим проверок инспекции труда
kept-ilab_suggested_actions = Меры, предложенные ILAB
kept-one-estimates = собственная оценка
kept-one-findings = Вывод
kept-one-recommendations = Рекомендация
kept-one-commitments = Обязательство
kept-one-assessments = Оценка
kept-one-claims = Утверждение
kept-one-centres = Центр
kept-one-claim_evidence = Свидетельство
kept-one-criminal_cases = Уголовные дела
kept-one-employment_programmes = Программа
kept-one-goods = Товар
kept-one-inconsistencies = Несогласованность
kept-one-recommendation_evidence = Свидетельство
kept-one-recommendation_ratings = Показатель
kept-one-service_rules = Правило
kept-one-services = Услуга
kept-one-verdicts = Вердикт
kept-one-demands = Требование
kept-one-demand_members = Выдвижение требования
kept-one-suggested_actions = Предлагаемая мера
kept-one-recommendation_views = Оценка выполнения
kept-one-measures = Мероприятие
kept-one-measure_reports = Отчёт
kept-one-ilab_inputs = Основание
kept-one-tip_tiers = Категория
kept-one-tip_evidence = Свидетельство
kept-one-legal_standards = Правовая норма
kept-one-conventions = Конвенция
kept-one-inspection_regime = Правило о проверках
kept-one-ilab_suggested_actions = Предложенная мера

# Columns of those tables
field-action_category = Категория действия в обзоре (1–5)
field-action_type = Вид действия
field-actors = Действующие лица
field-addressee = Адресат
field-addressee_basis = Адресат назван
field-adopted = Принято
field-area = Территория
field-article = Статья
field-as_of = По состоянию на
field-assessor = Оценщик
field-audience = Для кого
field-child_labor = Детский труд
field-claim_type = Вид утверждения
field-claimant = Кто утверждает
field-claimant_kind = Вид заявителя
field-code = Показатель
field-cohort = Когорта
field-compatibility = Как соотносится
field-condition = Условие
field-country = Страна
field-decided_on = Решено
field-demand_id = Требование
field-description = Описание
field-detail = Подробности
field-direction = Направленность
field-domain = Область
field-edition = Издание
field-effect = Действие
field-evidence_id = Свидетельство
field-evidence_kind = Вид свидетельства
field-findings = Основания
field-first_year = Впервые запрошено
field-forced_child_labor = Принудительный детский труд
field-forced_labor = Принудительный труд
field-funding = Финансирование
field-geo_id = Место
field-good = Товар
field-handling = Как поступает Pana
field-identifier = Обозначение
field-in_2017_standard_wording = В формулировке Стандарта 2017 года
field-in_force_from = Действует с
field-indicator_id = Показатель
field-instrument = Инструмент
field-items = Касается
field-kind = Вид
field-last_year = Последний раз запрошено
field-legal_basis = Правовое основание
field-level = Уровень
field-limit_value = Предел
field-list = Перечень
field-made_on = Когда
field-measures = Мероприятий
field-member_id = Где выдвинуто
field-member_kind = Вид
field-n = Число
field-name = Название
field-note = Примечание
field-obs_id = Наблюдение
field-observations = Опирается на
field-offence = Преступление
field-original_label = Как опубликовано
field-paraphrase = Пересказ
field-period_end = До
field-period_label = Период
field-period_start = С
field-period_type = Вид периода
field-polarity = Характер
field-rationale = Обоснование
field-reason = Причина
field-related_findings = Связанные выводы
field-relation = Значение
field-responsible = Ответственный
field-reviewer = Кто проверял
field-rule = Правило
field-ruleset = Свод правил
field-section = Раздел
field-stage = Стадия
field-status = Состояние
field-status_as_of = Состояние на
field-subgroup = Среди кого
field-sublevel = Подуровень
field-suggested_body = Предлагаемый орган
field-suggested_status = Предлагаемое состояние
field-theme = Тема
field-title = Название
field-unit = Единица
field-value = Значение
field-verdict = Вердикт
field-year = Год
field-aspect = О чём
field-bearing = Как влияет
field-calculated = Возраст рассчитан ведомством
field-conforms = Соответствует международному стандарту
field-age = Возраст
field-demand = Что требуется
field-effort_area = Область
field-finding_id = Вывод
field-from = С
field-question = Вопрос
field-refers_to = Основано на
field-remedied = Устранено
field-report_year = Отчёт за
field-since = С какого времени
field-standard = Норма
field-stated = Есть в законе
field-tier = Категория
field-until = До
field-verified = Прочитано в самом источнике
field-what = Что
field-derived = Из такого сырья
field-derived_country = Сырьё из
field-convention = Конвенция
field-ratified = Ратифицирована
field-action_area = Область
field-text = Текст
field-mechanism = Механизм
field-cycle = Цикл
field-position = Позиция государства
field-recommending_state = Рекомендующее государство
field-persons = Затрагиваемые лица
field-sdg = Цели устойчивого развития
field-issued = Дата документа
field-themes = Темы по перечню
field-number = Номер
field-lead = Ведущий орган
field-others = Другие органы
field-start = Начало
field-due = Срок
field-recurrence = Периодичность
field-completion_form = Форма завершения
field-cost = Стоимость
field-currency = Валюта
field-plan_id = План
field-parent_id = Входит в
field-recommendations = Рекомендации

# Codes in those columns
value-absence = отсутствие
value-act = принять меры
value-action_plan = план действий
value-administratively_liable = привлечены к административной ответственности
value-advance = шаг вперёд
value-annual_rate = в год
value-broader_flow = более широкий поток
value-broader_stock = более широкий запас
value-bullet = пункт списка
value-cease_practice = прекратить практику
value-change = изменение
value-commitment = обязательство
value-compare = сравнение
value-component = составная часть
value-conflicts = противоречит
value-consistent = согласуется
value-consistent_incomplete = согласуется, но упущено то, что меняет смысл
value-consult = провести консультации
value-context = контекст
value-contextualises = даёт контекст
value-contradicted = опровергается
value-contradicts = противоречит
value-count = количество
value-court_decision = решение суда
value-coverage = охват
value-cumulative = нарастающим итогом
value-date = дата
value-definition = определение
value-denominator = знаменатель
value-draft_law = законопроект
value-edition = издание
value-entrepreneurship = предпринимательство
value-establish_institution = создать учреждение
value-establish_mechanism = создать механизм
value-explicit = прямо
value-finding = вывод
value-flow_vs_stock = поток против запаса
value-fund = профинансировать
value-gap = пробел
value-geography = география
value-hidden_source = скрытый источник
value-identity = тождество
value-implemented = выполнена
value-implement_treaty = исполнить договор
value-implicit = косвенно
value-implied = подразумевается
value-in_text = в тексте
value-indicted = предъявлено обвинение
value-initiated = возбуждено
value-institution = учреждение
value-internally_inconsistent = противоречит само себе
value-label = обозначение
value-law = закон
value-legislate = принять закон
value-level = уровень
value-limits = ограничивает
value-list = перечень
value-machine_expected = ожидаемый результат машинной проверки, человеком ещё не решён
value-measure = мероприятие
value-mixed = смешанное
value-monitor = вести мониторинг
value-multi_year = несколько лет
value-narrower = у́же
value-neutral = нейтрально
value-no = нет
value-no_evidence = нет свидетельств
value-no_interval = нет интервала
value-not_applicable = неприменимо
value-not_comparable = несопоставимо
value-not_implemented = не выполнена
value-not_shown = не показано
value-observation = наблюдение
value-offence_group = группа преступлений
value-other_series = другой ряд
value-overlapping = пересекается
value-part_whole = часть целого
value-partial_period = часть периода
value-partial_year = часть года
value-partially_implemented = выполнена частично
value-period_differs = другой период
value-placement = трудоустройство
value-point_in_time = на один момент
value-positive = положительное
value-practice = практика
value-priority = приоритетная
value-programme = программа
value-published_human = опубликован, решение человека
value-ratify = ратифицировать
value-regress = шаг назад
value-regressed = положение ухудшилось
value-regression = ухудшение
value-rounding = округление
value-rule = правило
value-same = то же самое
value-sentenced = осуждены
value-series_break = разрыв ряда
value-services = услуги
value-share = доля
value-sources_mixed = смешаны источники
value-standard = стандарт
value-strategy = стратегия
value-subsidised_job = субсидируемое рабочее место
value-sum = сумма
value-supports = подтверждает
value-training = обучение
value-translation = перевод
value-treaty = договор
value-trend = тенденция
value-unspecified = не указано
value-unverifiable = непроверяемо
value-victims_identified = выявлены пострадавшие
value-victims_registered = зарегистрированы пострадавшие
value-vintage = год выпуска данных
value-weakens = ослабляет
value-wording = формулировка
value-year = год
value-yes = да
value-effort = усилие
value-complicity = причастность
value-widens = расширяет
value-restricts = ограничивает
value-assessed = оценено
value-not_assessed = не оценивалась
value-not_relevant = не имеет значения
value-published = опубликовано

# Reasons of verdicts
reason-arithmetic_ok = арифметика верна
reason-base_missing = нет базы для сравнения
reason-broader_measure_larger = более широкий показатель больше
reason-cause_not_testable = причину проверить нельзя
reason-definition_differs = определение отличается
reason-flow_vs_stock = поток против запаса
reason-implausible_ratio = неправдоподобное отношение
reason-indicative_only = только ориентировочно
reason-lower_bound_only = только нижняя граница
reason-narrower_presented_as_whole = часть выдана за целое
reason-no_compatible_evidence = нет сопоставимых свидетельств
reason-no_independent_evidence = нет независимых свидетельств
reason-part_from_other_series = часть взята из другого ряда
reason-partial_period = только часть периода
reason-period_unknown = период неизвестен
reason-rank_set_differs = набор стран в перечне другой
reason-sample_unknown = выборка неизвестна
reason-second_hand = из вторых рук
reason-self_report = собственные данные заявителя
reason-series_break = разрыв ряда
reason-share_computed = доля вычислена
reason-superseded = заменено более новым
reason-threshold_met = порог достигнут
reason-threshold_not_met = порог не достигнут
reason-trend_confirmed = тенденция подтверждена
reason-two_points_only = только две точки
reason-value_match = значение совпадает
reason-value_mismatch = значение не совпадает
