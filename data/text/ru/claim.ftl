# Claims: verdicts, the sentence of each code, what would change it, why a figure was not laid beside a claim.

claims-title = Утверждения
claims-lead = Утверждения с цифрами и то, что о них говорят данные. Программа предлагает вердикт и объясняет его; решает человек, который назван по имени.
claims-count = { $n ->
    [one] { $n-written } утверждение
    [few] { $n-written } утверждения
    [many] { $n-written } утверждений
   *[other] { $n-written } утверждения
 }
claims-none = Ни одно утверждение не подходит. Выберите другой вердикт или покажите все утверждения.
claims-empty = Утверждений пока не записано. Проверьте ниже своё: ничего не сохраняется.
claim = Утверждение
claim-said-by = Кто утверждает
claim-made-on = Когда сказано
claim-quantity = О какой величине
claim-states = Что утверждается
claim-kind = Вид утверждения
claim-why = Почему
claim-change = Что изменило бы вердикт
claim-evidence = Свидетельства
claim-evidence-used = Учтённые данные
claim-evidence-none = Данных, которые можно было бы учесть, здесь нет.
claim-evidence-refused = Данные, с которыми утверждение не сравнивалось
claim-refused-why = Почему не сравнивалось
claim-bound = Какие значения допускает
claim-says = Что говорит об утверждении
claim-proposed = Предлагает программа
claim-decided = Решил человек
claim-decisions = Решения людей
claim-decision-none = Названный по имени человек решения ещё не принял. Выше — только предложение.
claim-decision-differs = Расходится с тем, что предлагает программа.
claim-decision-agrees = Совпадает с тем, что предлагает программа.
claim-decision-label = Как опубликовано
claim-machine-expected = Проверка самой программы
claim-as-of = Только по данным, опубликованным не позднее
claim-try = Проверить утверждение
claim-try-lead = Укажите, что сказано в предложении. Ничего не сохраняется, а адресом ответа можно поделиться.
claim-try-button = Проверить
claim-try-again = Другое утверждение
claim-try-incomplete = Это утверждение не удалось прочитать
claim-field-text = Само предложение (необязательно)
claim-field-indicator = Что подсчитано
claim-field-comparator = Как сказано
claim-field-value = Число
claim-field-upper = Верхнее число, если назван диапазон
claim-field-place = Где
claim-field-period = Когда, например 2024, 2012-2013, 8 месяцев 2017, ежегодно
claim-field-subgroup = Среди кого
claim-field-claimant = Кто утверждает (необязательно)
claim-hypothetical = никто: это пример
claim-download = Этот ответ в JSON
claim-share = Адрес этого ответа
claim-filter = Выбрать утверждения
claim-verdict = Вердикт
claim-filter-all = Все вердикты

comparator-word-eq = ровно
comparator-word-approx = около
comparator-word-gt = более
comparator-word-ge = не менее
comparator-word-lt = менее
comparator-word-le = не более
comparator-word-between = в диапазоне

# A claim of a direction without a number
claim-direction-eq = без изменений
claim-direction-approx = примерно столько же
claim-direction-gt = больше или растёт
claim-direction-ge = столько же или больше
claim-direction-lt = меньше или снижается
claim-direction-le = столько же или меньше
claim-direction-between = в диапазоне

claim-kind-level = значение
claim-kind-count = число
claim-kind-sum = сумма
claim-kind-part_whole = часть целого
claim-kind-share = доля
claim-kind-identity = два утверждения об одном и том же
claim-kind-change = изменение
claim-kind-trend = тенденция
claim-kind-rank = место среди других
claim-kind-compare = сравнение
claim-kind-list = перечень

verdict-consistent = Согласуется с данными
verdict-consistent_incomplete = Правда, но не вся
verdict-contradicted = Опровергается данными
verdict-disputed = Спорно: данные расходятся
verdict-internally_inconsistent = Противоречит само себе
verdict-not_comparable = Сравнить нельзя
verdict-unverifiable = Проверить нельзя

# One sentence per code
claim-code-arithmetic-ok = Расчёт верен, получается { $number }: { $figures }.
claim-code-arithmetic-ok-plain = Перечисленные части в сумме дают названное число.
claim-code-arithmetic-fails = Расчёт неверен, на самом деле получается { $number }: { $figures }.
claim-code-arithmetic-fails-plain = Перечисленные части в сумме не дают названного числа.
claim-code-rounding = Совпадает, если округлить так же, как в утверждении: { $figures }.
claim-code-value-match = Опубликованное значение той же величины совпадает с названным: { $figures }.
claim-code-share-computed = Доля следует из опубликованных чисел, получается { $number }: { $figures }.
claim-code-threshold-met = Названное условие выполняется: { $figures }.
claim-code-change-implies-base = Если верны и значение, и изменение, то раньше было { $number }, но такого значения никто не публиковал.
claim-code-trend-confirmed = Опубликованные данные подтверждают названную тенденцию: { $figures }.
claim-code-trend-not-confirmed = Опубликованные данные не подтверждают названную тенденцию: { $figures }.
claim-code-two-points-only = Две точки — ещё не тенденция: { $figures }.
claim-code-cause-not-testable = Данные могут быть верны, но вывести из подсчётов, что одно стало причиной другого, нельзя.
claim-code-self-report = Это данные самого автора утверждения о его собственной работе: { $figures }.
claim-code-no-independent-evidence = Кроме автора утверждения, данных об этом никто не публиковал.
claim-code-no-compatible-evidence = Данных об этой величине, с которыми утверждение можно было бы сравнить, нет.
claim-code-definition-differs = В ближайших по смыслу данных подсчитано другое: { $figures }.
claim-code-indicative-only = На то же указывают лишь данные о величине, которая с названной только пересекается; это признак, а не доказательство: { $figures }.
claim-code-broader-measure-larger = Более широкий показатель того же явления намного больше, { $number } к 1: { $figures }.
claim-code-lower-bound-only = Из данных видно, что было не меньше этого, но не видно, сколько было на самом деле: { $figures }.
claim-code-narrower-presented-as-whole = Названное число относится только к части: { $figures }.
claim-code-partial-period = Подсчитана только часть года.
claim-code-period-unknown = В утверждении не сказано, о каком времени речь.
claim-code-partial-vs-full = Часть года сравнивается с целым годом: { $figures }.
claim-code-period-length-differs = Периоды имеют разную продолжительность: { $figures }.
claim-code-offence-group-differs = В данных подсчитаны разные группы преступлений: { $figures }.
claim-code-series-break = Данные относятся к рядам, которые разделены разрывом, поэтому судить по ним о тенденции нельзя: { $figures }.
claim-code-rank-set-differs = Места определены среди разных наборов стран: { $figures }.
claim-code-flow-vs-stock = Тех, кто попадает в такое положение за год, нельзя сравнивать с теми, кто находится в нём на один момент: { $figures }.
claim-code-implausible-ratio = Если поставить эти два числа рядом, получится, что человек остаётся в таком положении столько лет: { $number }.
claim-code-part-from-other-series = Часть и целое взяты из разных рядов оценок: { $figures }.
claim-code-value-mismatch = Опубликованное значение той же величины не совпадает с названным: { $figures }.
claim-code-threshold-not-met = Названное условие не выполняется: { $figures }.
claim-code-lower-bound-exceeds = Уже одна только часть больше, чем допускает утверждение: { $figures }.
claim-code-upper-bound-below = Даже целое меньше, чем требует утверждение: { $figures }.
claim-code-base-missing = То, с чем проводится сравнение, не опубликовано.
claim-code-sample-unknown = Это данные опроса; как отбирали участников, не описано: { $figures }.
claim-code-second-hand = Данные приведены по источнику, которого мы не видели: { $figures }.
claim-code-superseded = На смену пришли более поздние данные: { $figures }.
claim-code-revised-since = Данные пересмотрены уже после того, как прозвучало утверждение: { $figures }.
claim-code-earliest-stage = Подсчитана только первая стадия; до следующей доходит меньше: { $figures }.
claim-code-numerator-only = Названа часть без целого. Доля этой части — { $number }, целое: { $figures }.
claim-code-base-year-reverses = Если начать с другого года, те же данные меняются в обратную сторону: { $figures }.
claim-code-subgroup-reverses = В другой группе всё наоборот: { $figures }.

# What would change the verdict
claim-missing-two-points-only = Данные за другие годы, подсчитанные так же.
claim-missing-cause-not-testable = Исследование, в котором есть сравнение с тем, что произошло бы в ином случае.
claim-missing-no-independent-evidence = Данные о той же величине из другого источника.
claim-missing-no-compatible-evidence = Опубликованные данные об этой величине в этом месте и за это время.
claim-missing-definition-differs = Определение того, что считает автор утверждения.
claim-missing-indicative-only = Данные автора утверждения по годам или другой подсчёт именно этой величины.
claim-missing-lower-bound-only = Подсчёт или оценка целого, а не части.
claim-missing-partial-period = Данные за весь год.
claim-missing-period-unknown = Год, о котором говорится в утверждении.
claim-missing-partial-vs-full = Оба значения за периоды одинаковой продолжительности.
claim-missing-period-length-differs = Оба значения за периоды одинаковой продолжительности.
claim-missing-offence-group-differs = Оба значения для одной и той же группы преступлений.
claim-missing-series-break = Оба значения, полученные по одной методике и с одним определением.
claim-missing-rank-set-differs = Места среди одних и тех же стран по одной методике.
claim-missing-flow-vs-stock = Средний срок, в течение которого люди остаются в таком положении, или данные того же рода.
claim-missing-part-from-other-series = Часть и целое из одного ряда.
claim-missing-base-missing = Опубликованное значение, с которым проводится сравнение.
claim-missing-sample-unknown = Описание того, как составлена выборка.
claim-missing-second-hand = Источник, на который дана ссылка.
claim-missing-change-implies-base = Опубликованное прежнее значение.
claim-missing-earliest-stage = Число дошедших до следующих стадий.

# What a figure says of a claim
claim-said-supports = подтверждает
claim-said-contradicts = опровергает
claim-said-open = оставляет вопрос открытым
claim-said-indicates = указывает на то же
claim-said-own = данные самого автора
claim-said-part = часть расчёта
claim-said-context = для сведения

# Why a figure is not laid beside a claim
claim-reason-period_unknown = время не указано
claim-reason-other_period = относится к другому времени
claim-reason-other_subgroup = подсчитана другая группа
claim-reason-series_break = между рядами разрыв
claim-reason-flow_vs_stock = одно — поток, другое — запас
claim-reason-not_comparable = одно с другим несопоставимо
claim-reason-other_series = из другого ряда оценок
claim-reason-partial_vs_full = часть года против целого года
claim-reason-period_length_differs = периоды разной продолжительности
claim-reason-offence_group_differs = подсчитана другая группа преступлений
claim-reason-derived = вычислено здесь, никем не опубликовано
claim-reason-no_interval = оценка без интервала не задаёт границ
claim-reason-second_hand = приведено по источнику, которого мы не видели
claim-reason-no_number = число не названо
claim-reason-other_unit = единицу нельзя пересчитать

# How a set of values is written
interval-exactly = ровно { $low }
interval-between = от { $low } до { $high }
interval-at-least = не менее { $low }
interval-more-than = более { $low }
interval-at-most = не более { $high }
interval-less-than = менее { $high }
interval-any = любое значение
