# Estimates from overlapping lists: the pages to make one, the report, and what is entered from it.

# ---- The report ----

estimate-report-title = Сколько всего людей: { $file }
estimate-report-subject = Оценка по пересекающимся спискам
estimate-percent = { $n } %
estimate-range = от { $low } до { $high }
estimate-sentence = Всего от { $low } до { $high } человек, в зависимости от метода.
estimate-sentence-one = Всего от { $low } до { $high } человек: это { $level }-й интервал единственного метода, который даёт оценку.
estimate-sentence-same = Все методы дают около { $n } человек; интервалы простираются от { $low } до { $high }.
estimate-sentence-none = По этой таблице нельзя оценить, сколько всего людей.
estimate-reach = Интервалы этих методов (уровень { $level }) простираются от { $low } до { $high }.
estimate-observed = { $n ->
    [one] Учтён { $n-written } человек; в нескольких списках — { $share }.
    [few] Учтены { $n-written } человека; в нескольких списках — { $share } из них.
    [many] Учтены { $n-written } человек; в нескольких списках — { $share } из них.
   *[other] Учтены { $n-written } человека; в нескольких списках — { $share } из них.
 }
estimate-methods-without = { $n ->
    [one] Из { $of-written } методов { $n-written } не даёт числа; почему — сказано в его строке.
    [few] Из { $of-written } методов { $n-written } не дают числа; почему — сказано в их строках.
   *[other] Из { $of-written } методов { $n-written } не дают числа; почему — сказано в их строках.
 }
estimate-why = Причина: { $why }.
estimate-at-least = Людей не менее { $n }: учтённые — это нижняя граница.
estimate-help-heading = Что могло бы помочь
estimate-help-overlap = Больше пересечений: более долгий период, более широкая территория или более тщательное сопоставление записей. Всё держится на людях, которые есть в двух списках.
estimate-help-merge = Объединить списки, которые относятся друг к другу, например двух отделений одного ведомства, чтобы пустых пересечений стало меньше.
estimate-help-list = Ещё один список — от тех, кто находит людей другим путём.
estimate-help-protocol = Порядок перенаправления: ведомства, которые передают людей друг другу по правилу, имеют общими либо всех, либо никого, и по одним числам модель этого не отличит.
estimate-help-multiplier = Вместо этого — множитель: опрос, где часть людей говорит, что была в списке, даёт N = n / доля. Или опрос о кругах знакомых (network scale-up).

estimate-forest-heading = Методы рядом
estimate-forest-title = Оценки общего числа людей с интервалами
estimate-forest-note = Закрашенная точка: все проверки пройдены. Пустая: проверка вызывает сомнение, оно названо в строке. Перечёркнутая, с прерывистой линией: проверка не пройдена, числом пользоваться нельзя. Стрелка от черты: нижняя граница.
estimate-axis-even = всего людей
estimate-axis-factors = всего людей; равные шаги — равные множители
estimate-plot-observed = учтено: { $n }
estimate-plot-doubt = сомнение: { $gate }
estimate-plot-fail = не пройдено: { $gate }
estimate-plot-at-least = не менее { $n }
estimate-plot-none = оценки нет
estimate-plot-none-short = нет
estimate-results-caption = Что говорит каждый метод, с той точностью, которую допускает его интервал. В модели запись [12,3] значит: списки 1 и 2 зависят друг от друга, список 3 — ни от одного из них.
estimate-column-method = Метод
estimate-column-estimate = Оценка
estimate-column-interval = Интервал
estimate-column-how = Как получен интервал и его уровень
estimate-column-model = Модель
estimate-column-verdict = Итог
estimate-column-check = Проверка
estimate-column-value = Значение
estimate-column-bound = Граница
estimate-column-factor = Во сколько раз больше неучтённых
estimate-column-list = Список
estimate-column-on-it = В нём
estimate-column-on-it-only = Только в нём
estimate-column-shared = И в другом
estimate-column-change = Изменение
estimate-column-observed = Учтено
estimate-column-truth = На самом деле в нём
estimate-column-holds = Внутри интервала
estimate-column-promised = Обещано
estimate-column-held = Сбылось
estimate-column-error = Ошибка моделирования
estimate-column-bias = Медиана ошибки оценки
estimate-column-without = Без оценки
estimate-column-setting = Условие

estimate-gates-heading = Проверки, прежде чем верить числу
estimate-gates-sum = Пройдено проверок: { $passed-written } из { $n-written }.
estimate-gates-caption = Каждая проверка каждого метода
estimate-verdict-pass = пройдена
estimate-verdict-doubt = сомнение
estimate-verdict-fail = не пройдена
estimate-gate-existence = максимум есть
estimate-check-existence = Есть ли вообще максимум у правдоподобия. Если у двух списков нет общих людей, его может не быть.
estimate-gate-identifiability = параметры различимы
estimate-check-identifiability = Можно ли по этой таблице отличить параметры модели друг от друга.
estimate-gate-mixing = цепи согласны
estimate-check-mixing = Описывают ли цепи, начатые далеко друг от друга, одно распределение (split R-hat).
estimate-gate-sample-size = независимые выборки
estimate-check-sample-size = Скольким независимым выборкам равноценны цепи.
estimate-gate-grid-end = край сетки
estimate-check-grid-end = Какая часть апостериорной вероятности приходится на наибольшее рассмотренное число. Если большая, решает край сетки.
estimate-gate-beyond-grid = за краем сетки
estimate-check-beyond-grid = Какая часть апостериорной вероятности лежала бы за наибольшим рассмотренным числом.
estimate-gate-modes = одна вершина
estimate-check-modes = Одна вершина у апостериорного распределения или несколько: если несколько, одно число скрывает, что ответы распадаются на группы.
estimate-gate-threshold = расстояние до порога
estimate-check-threshold = Не стоит ли пара списков так близко к порогу, что её место в модели решает случай.
estimate-gate-overlap = пересечение
estimate-check-overlap = Доля людей, которые есть в двух и более списках. На них держатся все оценки.
estimate-gate-bias-correction = поправка на смещение
estimate-check-bias-correction = Лежит ли середина бутстрепа близко к оценке. Если далеко, интервал строится по хвосту.
estimate-gate-cap = потолок
estimate-check-cap = Как часто цепь упиралась в наибольшее допустимое число людей.
estimate-gate-replicates = повторения
estimate-check-replicates = Доля бутстреп-таблиц без оценки. Из-за них интервал становится односторонним.

estimate-assumption-heading = Чего не покажет ни одна таблица
estimate-assumption = Каждый метод предполагает, что люди вне всех списков относятся к спискам так же, как остальные: что взаимодействия всех списков сразу нет. Ни одна таблица, сколь бы велика она ни была, не покажет, так ли это. Оценка — это то, что следует, если это так.
estimate-assumption-closed = Весь период это одни и те же люди: никто не прибывает, не уезжает и не умирает.
estimate-assumption-linked = Записи сопоставлены без ошибок. Пропущенное совпадение завышает оценку, ложное — занижает.
estimate-assumption-chance = У каждого в группе есть какая-то возможность попасть в каждый список. Кто не может попасть ни в один, тех нет ни в одной оценке.
estimate-assumption-unseen = Кто ведёт список, тот и решает, кого искать. Оценка говорит о людях, которых можно было найти этими путями.
estimate-untestable-title = Если неучтённых больше или меньше, чем говорит пошаговая модель
estimate-untestable-note = Внизу: во сколько раз больше неучтённых. Сбоку: всего людей. Линия поперёк — число учтённых.
estimate-untestable-caption = То же в числах: при множителе 1 взаимодействие всех списков равно нулю, как предполагает модель.

estimate-lists-heading = Списки
estimate-found-nothing = Со списками всё в порядке: пустых нет, ни в одном нет всех людей сразу, и у каждых двух есть общие люди.
estimate-found-empty-list = В списке { $a } никого нет. Он не учитывался.
estimate-found-everybody = В списке { $a } есть все, поэтому о пропущенных он ничего не говорит. Он не учитывался.
estimate-found-same-as = В списке { $a } ровно те же люди, что и в { $b }. Он не учитывался.
estimate-found-no-overlap = Никого нет одновременно в { $a } и { $b }. Ведомства, у которых нет общих людей, часто перенаправляют их по правилу: узнайте порядок перенаправления.
estimate-found-apart = У списка { $a } нет общих людей ни с одним другим.
estimate-masked = { $rows ->
    [one] { $rows-written } число задано промежутком.
    [few] { $rows-written } числа заданы промежутками.
   *[other] { $rows-written } чисел заданы промежутками.
 } Они разыгрывались столько раз: { $tables-written }; каждая оценка — середина оценок по заполненным таблицам, а её интервал охватывает интервалы их всех.
estimate-overlap-title = Кто в каких списках
estimate-overlap-note = Каждая строка — сочетание: списки с большой точкой и сколько людей есть ровно в них.
estimate-overlap-more = { $n ->
    [one] Не показано { $n-written } меньшее сочетание.
    [few] Не показаны { $n-written } меньших сочетания.
   *[other] Не показаны { $n-written } меньших сочетаний.
 }
estimate-lists-caption = Списки под номерами, которые стоят на рисунке и в моделях

estimate-curves-heading = Что стоит за интервалами
estimate-curve-posterior = { $method }: где лежит общее число людей
estimate-curve-posterior-note = Чем выше, тем вероятнее. Вертикальная линия — число учтённых.
estimate-curve-top = { $method }: интервал в зависимости от того, из скольких моделей выбирают
estimate-curve-top-note = Сплошная линия — нижний конец, прерывистая — верхний. Если интервал больше не расширяется, моделей достаточно.

estimate-others-heading = Если бы списки были другими
estimate-others-title = Пошаговая оценка без каждого списка и с каждыми двумя, соединёнными в один
estimate-others-note = Закрашенная точка: список убран; люди, которых нет в других, тогда не учтены. Пустая точка: два списка соединены. Оценка, которая держится на одном списке, без него сильно сдвигается.
estimate-all-lists = все списки: { $n }
estimate-without = без { $list }
estimate-merged = { $a } и { $b } вместе
estimate-others-caption = То же в числах

estimate-consistency-heading = Находит ли метод то, что известно?
estimate-consistency-lead = Среди людей одного списка скрывают тех, кого нет в других, и оценивают их число по остальным спискам. Здесь правда известна.
estimate-consistency-caption = Пошаговая оценка размера каждого списка по остальным
estimate-holds = да
estimate-holds-not = нет

estimate-coverage-heading = Сбываются ли интервалы при таком размере?
estimate-coverage-lead = По пошаговой модели случайно созданы таблицы такого же размера, так что правда известна, и каждая оценена заново. Интервал, который принимает одну модель как данную, сбывается реже, чем обещает, если модель выбрана по той же таблице.
estimate-coverage-caption = Как часто сбывались интервалы. Смоделировано таблиц: { $n-written }

estimate-strata-heading = По группам
estimate-strata-lead = Каждая группа оценена отдельно. Группы, которых находят по-разному, в общей таблице не видны, а здесь видны.
estimate-strata-caption = Каждая группа и каждый метод
estimate-sums-caption = Сумма по группам для методов, у которых есть оценка в каждой. Группы считаются независимыми.
estimate-sums-none = Ни у одного метода нет оценки во всех группах, поэтому суммы нет.

estimate-made-heading = Как это повторить
estimate-made-lead = Та же таблица, то же начальное число и та же версия дают те же числа на любом компьютере.
estimate-made-table = Таблица
estimate-made-sha256 = SHA-256 таблицы
estimate-made-lists = Списки
estimate-made-used = Использованные списки
estimate-made-strata = Остальные столбцы
estimate-made-observed = Учтено людей
estimate-made-seed = Начальное число
estimate-made-replicates = Повторений бутстрепа
estimate-made-level = Уровень интервалов
estimate-made-simulated = Смоделировано таблиц
estimate-made-version = Версия программы
estimate-made-on = Вычислено
estimate-settings-caption = Все условия, от которых зависят числа

estimate-method-independence = Независимые списки
estimate-says-independence = Считает все списки независимыми друг от друга. Просто, но занижает, если снова и снова находят одних и тех же.
estimate-method-aic = AIC по шагам вперёд
estimate-says-aic = Добавляет пары зависимых списков, пока AIC улучшается. Интервал принимает выбранную модель как данную.
estimate-method-stepwise = Пошаговый выбор
estimate-says-stepwise = Добавляет пары списков по одной, пока их p-значение мало. В каждой бутстреп-таблице выбор повторяется.
estimate-method-bic = Лучшая модель по BIC
estimate-says-bic = Сравнивает все иерархические модели; каждая бутстреп-таблица выбирает из лучших.
estimate-method-threshold = Байесовский порог
estimate-says-threshold = Оставляет пары списков, чьё взаимодействие в апостериорном распределении явно не равно нулю.
estimate-method-bma = Усреднение моделей
estimate-says-bma = Усредняет по всем разложимым графам списков, каждый — с его апостериорным весом.
estimate-method-lcmcr = Скрытые классы
estimate-says-lcmcr = Делит людей на классы, которых находят по-разному; внутри класса списки независимы.
estimate-method-chapman = Два списка (Чепмен)
estimate-says-chapman = Использует два списка, независимых друг от друга.
estimate-method-chao = Нижняя граница (Чао)
estimate-says-chao = Нижняя граница по тем, кого встретили один и два раза; верна и тогда, когда одних найти легче, чем других.

estimate-interval-wald = кривизна одной модели
estimate-interval-profile = профиль одной модели
estimate-interval-bca = бутстреп BCa
estimate-interval-percentile = бутстреп, процентили
estimate-interval-posterior = апостериорные квантили
estimate-interval-log-normal = формула дисперсии

estimate-reason-no-overlap = ни у каких двух списков нет общих людей
estimate-reason-no-maximum = у правдоподобия нет максимума ни для одной модели, которую может выбрать метод
estimate-reason-not-identifiable = по этой таблице параметры нельзя отличить друг от друга
estimate-reason-number-of-lists = метод не рассчитан на такое число списков
estimate-reason-not-mixed = цепи не сходятся к одному распределению
estimate-reason-too-few-twice = дважды встречено слишком мало людей
estimate-reason-not-converged = подгонка не сошлась
estimate-reason-no-lists = все списки, кроме одного, ничего не говорят
estimate-next-no-overlap = Сопоставьте записи тщательнее, возьмите более долгий период или более широкую территорию; либо используйте множитель: опрос, где часть людей говорит, что была в списке.
estimate-next-no-maximum = Объедините списки, которые относятся друг к другу, чтобы пустых пересечений стало меньше, или возьмите более долгий период.
estimate-next-not-identifiable = Объедините списки, которые относятся друг к другу, чтобы пустых пересечений стало меньше, или выберите более простой метод (--method independence).
estimate-next-number-of-lists = Объедините списки или исключите часть из них, либо выберите методы, рассчитанные на такое число списков (--method all).
estimate-next-not-mixed = Попробуйте больше повторов или другое начальное число; если цепи всё равно не сходятся, опирайтесь на другие методы (--method all).
estimate-next-too-few-twice = Возьмите более долгий период или более широкую территорию, чтобы больше людей встретилось дважды.
estimate-next-not-converged = Объедините списки, которые относятся друг к другу, чтобы пустых пересечений стало меньше, или выберите другой метод (--method all).
estimate-next-no-lists = Добавьте список тех, кто находит людей другим путём; пустые, одинаковые и включающие всех списки ничего не говорят.

estimate-setting-likelihood = правдоподобие
estimate-setting-interactions = взаимодействия
estimate-setting-minus-infinite = взаимодействия пустых пересечений
estimate-setting-point-from = откуда взята оценка
estimate-setting-p-threshold = p-значение для включения
estimate-setting-replicates = повторений бутстрепа
estimate-setting-seed = начальное число
estimate-setting-percentile-lower = процентильный интервал, нижний конец
estimate-setting-percentile-upper = процентильный интервал, верхний конец
estimate-setting-acceleration = ускорение
estimate-setting-order = высший порядок взаимодействия
estimate-setting-models = сравнено моделей
estimate-setting-without-estimate = моделей без оценки
estimate-setting-search = поиск
estimate-setting-ntop = из скольких моделей выбирает повторение
estimate-setting-n-in-bic = n в BIC
estimate-setting-alpha-shape = априорное распределение α, форма
estimate-setting-alpha-rate = априорное распределение α, интенсивность
estimate-setting-burn-in = проходов отброшено в начале
estimate-setting-cap = наибольшее число неучтённых
estimate-setting-chains = цепей
estimate-setting-classes = классов, не более
estimate-setting-delta = δ, априорное число в ячейке
estimate-setting-draws = выборок
estimate-setting-graphs = графов усреднено
estimate-setting-grid-end = край сетки
estimate-setting-grid-points = точек сетки
estimate-setting-highest-chain-median = наибольшая медиана цепи
estimate-setting-lowest-chain-median = наименьшая медиана цепи
estimate-setting-mean = апостериорное среднее
estimate-setting-mode = вершина апостериорного распределения
estimate-setting-second-mode = вторая вершина
estimate-setting-second-mode-share = доля второй вершины
estimate-setting-model-share = доля лучшей модели
estimate-setting-prior = априорное распределение
estimate-setting-prior-variance = априорная дисперсия
estimate-setting-quantile = квантили
estimate-setting-ratios = среднее к стандартному отклонению, по парам
estimate-setting-sweeps = проходов
estimate-setting-thin = оставлен каждый … проход
estimate-setting-threshold = порог
estimate-setting-bias-corrected-from-counts = с поправкой на смещение, по числам
estimate-setting-classic-from-counts = классическая, по числам
estimate-setting-heterogeneity = как могут различаться люди
estimate-setting-highest-pair = наибольшая пара
estimate-setting-lowest-pair = наименьшая пара
estimate-setting-multinomial-point = оценка по мультиномиальному правдоподобию
estimate-setting-pair = пара списков
estimate-setting-pairs = пар списков
estimate-setting-pairs-below-observed = пары с оценкой ниже числа учтённых
estimate-setting-pairs-without-overlap = пары без пересечения
estimate-setting-point = оценка взята как
estimate-setting-variance = дисперсия по
estimate-word-poisson = пуассоновское
estimate-word-multinomial = мультиномиальное
estimate-word-profile = профильное правдоподобие
estimate-word-exhaustive = все модели
estimate-word-downhill = спуск из нескольких начал
estimate-word-people = учтённые люди
estimate-word-flat = плоское
estimate-word-median-of-the-pairs = медиана пар
estimate-word-seber-1970 = Себер, 1970
estimate-word-one-parameter-for-each-list = по параметру на список, выпукло по числу списков
estimate-word-interpolated = с интерполяцией

# ---- The pages ----

nav-estimates = Скрытое число
estimates-title = Скольких так и не нашли?
estimates-lead = Несколько организаций ведут списки найденных людей. По тому, как списки пересекаются, видно, скольких нет ни в одном.
estimates-for-heading = Для чего это
estimates-for-1 = Загрузите таблицу: сколько людей в каких списках. Имена не нужны, и их там быть не должно.
estimates-for-2 = Считают все методы, потому что они расходятся: ответ — это то, как далеко они друг от друга, и какие проверки прошёл каждый. Если пересечений для оценки мало, страница говорит об этом и о том, что помогло бы.
estimates-for-3 = В отчёте сказано, что предполагалось, как часто такие интервалы сбываются при этом размере, и всё, что нужно, чтобы повторить расчёт.
estimates-table-heading = Как выглядит таблица
estimates-table-how = Файл CSV: для каждого списка столбец из 0 и 1 и столбец count с числом людей. Любой другой столбец делит людей на группы. Скрытое малое число можно задать промежутком, например 1-4. Без столбца count каждая строка — один человек.
estimates-sample-caption = Три списка: 14 человек были в списках полиции и приюта, но не в списке клиники
estimates-load-heading = Загрузить таблицу
estimates-field-file = Файл
estimates-field-file-hint = CSV, не больше 1 МБ
estimates-field-text = Или вставьте её сюда
estimates-field-text-hint = С заголовком в первой строке; ячейки разделены запятой, точкой с запятой или табуляцией
estimates-more = Ещё: группы, методы, начальное число
estimates-field-strata = Столбцы, которые делят людей на группы
estimates-field-strata-hint = Их названия через запятую. Пусто: все вместе.
estimates-field-methods = Методы
estimates-field-methods-hint = Если не выбран ни один — все.
estimates-field-seed = Начальное число
estimates-field-seed-hint = То же число даёт тот же результат.
estimates-field-replicates = Повторений бутстрепа
estimates-field-replicates-hint = Обычно 1 000; от 100 до 10 000.
estimates-button = Оценить
estimates-privacy = Таблица остаётся в памяти этой программы и стирается по истечении часов: { $hours }, либо когда программа закончит работу. Адрес результата нельзя угадать; у кого он есть, тот может прочесть результат.
estimates-examples-heading = Открытые таблицы для примера
estimates-examples-lead = Таблицы, которые опубликовали другие: посмотрите, как выглядит ответ.
estimates-example-run = Оценить по этой таблице
estimates-example-kosovo_1999 = Убийства в Косово с 20 марта по 22 июня 1999 года: четыре списка, 4 400 человек
estimates-example-korea_palembang = Корейские женщины в сексуальном рабстве в Палембанге: три списка, 123 человека
estimates-example-uk_2013 = Предполагаемые жертвы торговли людьми, Соединённое Королевство, 2013 год: пять списков, 2 744 человека
estimates-example-source = Источник: { $source }
estimates-off-heading = Не на этом сервере
estimates-off = Этот сервер только показывает внесённое. Загружают таблицы и вносят оценки на своём компьютере: запустите там программу командой
estimates-off-why = Любой, кто может обратиться к серверу, запущенному так, может загружать таблицы и вносить оценки.
estimates-off-line = Или спросите в командной строке:
estimates-entered-heading = Внесённые оценки
estimates-entered-none = Ни одна ещё не внесена.
estimates-entered-withdrawn = отозвана
estimates-methods-link = Как работают методы

estimate-refused-title = Эту таблицу нельзя прочесть
estimate-refused-lead = Ничего не вычислено. Исправьте то, что названо ниже, и загрузите таблицу снова.
estimate-refused-back = Загрузить другую таблицу
estimate-fault-line = Строка { $line }
estimate-fault-column = столбец { $column }
estimate-fault-empty = Под заголовком нет ни одной строки. Каждая строка — сочетание списков и число людей.
estimate-fault-ragged = Строка не подходит к заголовку ({ $found }). В каждой строке должна быть одна ячейка на столбец.
estimate-fault-header = У столбца нет названия или у двух оно одинаково. Дайте каждому своё.
estimate-fault-too-few-lists = Столбцов только из 0 и 1 меньше двух. Каждому списку нужен свой: 1, если человек в нём есть, иначе 0.
estimate-fault-too-many-lists = Списков слишком много: { $found }. Соедините те, что относятся друг к другу.
estimate-fault-not-zero-one = Там, где у списка стоит 0 или 1, стоит «{ $found }». Исправьте это или назовите столбец среди тех, которые делят людей на группы.
estimate-fault-not-a-count = «{ $found }» — не число людей. Напишите целое число от 0 или промежуток, например 1-4, если число скрыто.
estimate-fault-backwards = Промежуток «{ $found }» кончается раньше, чем начинается. Сначала пишите меньшее число.
estimate-fault-on-no-list = Люди вне всех списков не учтены: их число и ищут. Уберите эту строку.
estimate-fault-no-column = Столбца «{ $found }» нет. Назовите столбец из заголовка.
estimate-fault-no-count = Столбца count нет, и нет двух одинаковых строк. Добавьте столбец; если строка — это человек, ставьте в нём 1.
estimate-fault-nothing-given = Таблица не дана. Выберите файл, вставьте таблицу или возьмите один из примеров.
estimate-fault-too-large = Таблица больше 1 МБ. Сложите строки с одинаковым сочетанием: в таблице из десяти списков не больше 1 023 строк.
estimate-fault-not-text = Файл — не текст в кодировке UTF-8. Сохраните его как CSV, а не как рабочую книгу.
estimate-fault-setting = «{ $found }» здесь не подходит. Начальное число — целое от 0, повторений — от 100 до 10 000.
estimate-fault-form = Форма заполнена не до конца или пришла с другой страницы. Откройте эту страницу заново и отправьте её ещё раз.
estimate-fault-table = Эти числа не составляют таблицы: { $found }.
estimate-busy-title = Очередь заполнена
estimate-busy = Два расчёта идут, и ждёт столько, сколько может ждать. Попробуйте через несколько минут.

estimate-run-title = Идёт расчёт
estimate-run-lead = Страница обновляется сама каждые две секунды. Результат останется по этому адресу.
estimate-run-waiting = { $n ->
    [0] Следующий в очереди.
    [one] Перед этим расчётом ещё { $n-written }.
   *[other] Перед этим расчётом ещё { $n-written }.
 }
estimate-run-seconds = { $n ->
    [one] Идёт { $n-written } секунду.
    [few] Идёт { $n-written } секунды.
   *[other] Идёт { $n-written } секунд.
 }
estimate-run-progress = Ход расчёта
estimate-run-of = { $done } из { $of }
estimate-run-now = сейчас
estimate-run-done = готово
estimate-run-begun = Расчёт начинается.
estimate-run-cancel = Отменить
estimate-run-again = Обновить сейчас
estimate-stage-methods = Методы
estimate-stage-replicates = Бутстреп-таблицы
estimate-stage-coverage = Смоделированные таблицы
estimate-stage-models = Сравнение моделей
estimate-stage-averaging = Усреднение по графам
estimate-stage-latent-classes = Проходы скрытых классов
estimate-stage-thresholding = Проходы байесовского порога
estimate-cancelled-title = Отменено
estimate-cancelled = От расчёта ничего не сохранено.
estimate-failed-title = Закончить не удалось
estimate-failed = На этой таблице программа дала сбой. Причина записана в её журнале; сообщите о ней вместе с таблицей, если её можно передавать.
estimate-no-list-title = Нет таблицы для оценки

estimate-take-heading = Взять с собой
estimate-take-html = Отчёт одним файлом (HTML)
estimate-take-pdf = Отчёт на бумаге (PDF)
estimate-take-csv = Результаты таблицей (CSV)
estimate-take-json = Всё для программ (JSON)
estimate-contents = На этой странице
estimate-again-heading = По группам
estimate-again-lead = В таблице есть столбцы, которые делят людей. Оценить каждую группу отдельно:
estimate-again-button = По столбцу { $column }

estimate-enter-heading = Внести как наблюдение
estimate-enter-lead = Тогда оценка появится на странице страны рядом с опубликованной распространённостью, с пометкой «собственная оценка», с интервалом и методом. Её можно отозвать; в истории останется и то и другое.
estimate-enter-place = Место
estimate-enter-period = Период
estimate-enter-period-hint = Год, например 2024, или два года через дефис, например 2020-2024
estimate-enter-what = Какое число
estimate-enter-spread = Разброс всех методов: { $range }
estimate-enter-method = { $method }: { $range }
estimate-enter-by = Ваше имя
estimate-enter-note = Примечание: кого считали, откуда списки
estimate-enter-button = Внести
estimate-enter-refused = Не внесено
estimate-enter-no-period = «{ $found }» — не год и не промежуток лет. Напишите 2024 или 2020-2024.
estimate-enter-no-place = Такого места нет.
estimate-enter-no-what = У этого метода нет оценки, которой можно пользоваться.
estimate-enter-no-by = Не указано, кто вносит: за оценкой стоит имя.

own-heading = Собственные оценки
own-lead = Вычислены этой программой по таблице; больше никем не опубликованы. У них другое определение, чем у индекса: не вычитайте одно из другого.
own-label = собственная оценка
own-spread = Разброс всех методов
own-interval = интервал { $level }
own-points = оценки разных методов
own-how = Как она получена
own-method = Метод
own-point = Оценка
own-range = Интервал
own-ends = Интервалы всех методов
own-level = Уровень
own-kind = Как получен интервал
own-model = Модель
own-observed = Учтено людей
own-lists = Списки
own-seed = Начальное число
own-version = Версия программы
own-settings = Условия
own-table = Таблица
own-sha256 = SHA-256 таблицы
own-by = Кто внёс
own-on = Когда внесена
own-withdrawn = Отозвана { $day }, { $by }: { $why }
own-withdraw-heading = Отозвать
own-withdraw-lead = Число останется в истории этой страницы, с датой и причиной.
own-withdraw-why = Причина
own-withdraw-button = Отозвать
own-withdraw-refused = Не отозвано: нужны ваше имя и причина.
