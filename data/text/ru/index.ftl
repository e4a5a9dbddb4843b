# The report of a composite index.

index-subject = Составной индекс по таблице { $file }
index-sentence = { $n ->
    [one] В рейтинге { $n-written } участник; при других решениях, которые тоже были возможны, место меняется в среднем на { $change }.
    [few] В рейтинге { $n-written } участника; при других решениях, которые тоже были возможны, место меняется в среднем на { $change }.
   *[other] В рейтинге { $n-written } участников; при других решениях, которые тоже были возможны, место меняется в среднем на { $change }.
 }
index-sentence-alone = { $n ->
    [one] В рейтинге { $n-written } участник; насколько место зависит от принятых решений, не вычислялось.
    [few] В рейтинге { $n-written } участника; насколько места зависят от принятых решений, не вычислялось.
   *[other] В рейтинге { $n-written } участников; насколько места зависят от принятых решений, не вычислялось.
 }
index-first = Первое место — { $unit }.
index-first-between = Первое место — { $unit }; в { $level } расчётов это место от { $low-written } до { $high-written }.
index-first-stays = Первое место — { $unit }; в { $level } расчётов оно за ним и остаётся.
index-near = У { $share } участников место отличается от медианы расчётов не более чем на три.
index-unscored = { $n ->
    [one] У { $n-written } участника места нет: недостаёт слишком многих данных.
   *[other] У { $n-written } участников мест нет: недостаёт слишком многих данных.
 }

index-ranks-heading = Места
index-first-highest = Первое место — у наибольшего значения индекса.
index-first-lowest = Первое место — у наименьшего значения индекса.
index-ranks-title = Места с { $low-written } по { $high-written } с интервалом, в который попадает { $level } расчётов
index-ranks-note = Закрашенная точка: место по модели. Пустая: медиана расчётов. Линия: от наименьшего до наибольшего места в { $level } расчётов. Где линии перекрываются, порядок двух участников не установлен.
index-axis-rank = место
index-ranks-caption = Все участники по местам
index-column-unit = Участник
index-column-rank = Место
index-column-median = Медиана расчётов
index-column-interval = Интервал { $level }
index-column-score = Значение
index-column-class = Класс
index-column-reliability = Ненадёжность данных
index-column-available = Есть данных
index-column-imputed = Восполнено ячеек
index-reliability = Ненадёжность данных — от 0 (на данные можно положиться) до 10 (нельзя): учитываются недостающие показатели, возраст данных и то, что делает их сомнительными по иной причине. Место при высокой ненадёжности — это место предположений, которые заменяют данные.

index-doubt-heading = Что можно было решить иначе
index-doubt-nothing = В модели не сказано, что можно было решить иначе, поэтому места стоят без интервалов. Они выглядят надёжнее, чем есть: добавьте в модель таблицы [[assume]].
index-doubt-not-asked = Места при других решениях не вычислялись; их даёт --uncertainty.
index-doubt-lead = В каждом расчёте индекс строится заново, а каждое из решений ниже выбирается случайно из своих вариантов, все варианты равновероятны.
index-doubt-found = { $n ->
    [one] В { $n-written } расчёте
   *[other] В { $n-written } расчётах
 } место меняется в среднем на { $change }; у { $share } участников оно отличается от медианы расчётов не более чем на три.
index-doubt-limits = Менялись только названные здесь решения. Сам набор показателей и ошибки в данных среди них не значатся.
index-factor-weights = веса
index-factor-weighting = происхождение весов
index-factor-imputation = пустые ячейки
index-factor-treatment = выбросы
index-factor-normalisation = общая шкала
index-factor-aggregation = способ сложения частей
index-factor-removal = исключение части
index-vary-weights = каждый вес больше или меньше не более чем на { $by }
index-vary-removal = ничего или одно из: { $list }

index-shares-heading = Какое решение двигает места
index-shares-lead = Индекс построен { $n-written } раз по плану, в котором каждое решение меняется среди всех прочих; интервалы — из бутстрепа с числом повторов { $boot-written }.
index-shares-none = Ни одно место ни разу не изменилось, делить нечего.
index-shares-title = Доли в изменении мест по решениям
index-shares-note = Столбик: доля, которая осталась бы, если бы все прочие решения были приняты; с интервалом. Пустая точка: доля, которая исчезла бы, если бы было принято одно это решение. Если точка далеко левее конца столбика, решение действует вместе с другими.
index-shares-described = { $factor }: вместе с другими { $total }, само по себе { $first }.
index-axis-share = доля дисперсии среднего изменения места
index-shares-caption = То же в числах: само по себе (первый порядок) и вместе с другими (полный порядок)
index-shares-janon-jansen = Первый порядок по Janon и др. (2014), полный — по Jansen (1999). Доля ниже 0 — это доля, которую нельзя отличить от 0.
index-shares-saltelli = Первый порядок по Saltelli и др. (2010), полный — по Jansen (1999). Доля ниже 0 — это доля, которую нельзя отличить от 0.
index-column-factor = Решение
index-column-first = Само по себе
index-column-total = Вместе с другими

index-without-heading = Без каждой из частей
index-without-lead = Каждая часть индекса по очереди исключается; соотношение весов соседних частей сохраняется.
index-without-caption = Насколько меняются места без части
index-without-needed = Без этих частей индекс построить нельзя: { $list }.
index-column-without = Исключено
index-column-change = Среднее изменение места
index-column-largest = Наибольшее изменение
index-column-largest-unit = У кого

index-data-heading = Что сделано с данными
index-data-lead = По порядку:
index-step-denominate = { $n ->
    [one] { $n-written } показатель разделён на знаменатель.
    [few] { $n-written } показателя разделены на знаменатель.
   *[other] { $n-written } показателей разделены на знаменатель.
 }
index-step-impute = { $n ->
    [one] { $n-written } пустая ячейка заменена: { $how }
    [few] { $n-written } пустые ячейки заменены: { $how }
   *[other] { $n-written } пустых ячеек заменены: { $how }
 }; остались пустыми: { $left-written }.
index-step-screen = { $n ->
    [0] У каждого участника есть не менее { $share } данных; никто не исключён.
    [one] { $n-written } участник не оценён: есть менее { $share } его данных.
    [few] { $n-written } участника не оценены: есть менее { $share } их данных.
   *[other] { $n-written } участников не оценены: есть менее { $share } их данных.
 }
index-step-treat = { $n ->
    [0] Выбросов, требующих обработки, нет ни у одного показателя.
    [one] Сглажены выбросы { $n-written } показателя; логарифмом: { $logs-written }.
   *[other] Сглажены выбросы { $n-written } показателей; логарифмом: { $logs-written }.
 }
index-step-normalise = Показатели приведены к одной шкале: { $how }.
index-step-aggregate = { $n ->
    [one] Из них составлена { $n-written } оценка.
    [few] Из них составлены { $n-written } оценки.
   *[other] Из них составлено { $n-written } оценок.
 }
index-dropped-caption = Не оценены
index-treated-caption = Показатели, у которых сглажены выбросы; асимметрия и эксцесс до и после
index-treated-log = логарифм
index-treated-winsorised = винсоризация
index-passes = в норме
index-passes-not = не в норме
index-column-indicator = Показатель
index-column-how = Способ
index-column-cells = Ячеек
index-column-skew = Асимметрия
index-column-kurtosis = Эксцесс

index-nodes-heading = Как связаны части
index-nodes-lead = Часть, которая почти не связана с индексом, входит в него лишь по названию; α Кронбаха показывает, измеряют ли составляющие части одно и то же (обычная граница — 0,7).
index-nodes-caption = Части индекса в порядке модели
index-column-node = Часть
index-column-parent = Входит в
index-column-level = Уровень
index-column-weight = Вес
index-column-correlation = Корреляция с индексом
index-column-alpha = α

index-made-lead = Те же модель, таблица, начальное число и версия дают те же числа на любом компьютере.
index-made-own = У отдельных показателей и частей могут быть свои обработка, шкала или среднее; все они записаны в файле модели.
index-made-model = Модель
index-made-model-sha256 = SHA-256 модели
index-made-source = Источник правил
index-made-indicators = Показателей
index-made-screen = Слишком мало данных
index-made-screen-before = заполнено менее { $share } ячеек таблицы: не оценивается
index-made-screen-after = заполнено менее { $share } ячеек после восполнения: не оценивается
index-made-screen-none = оцениваются все
index-made-impute = Пустые ячейки
index-made-treat = Выбросы
index-made-normalise = Общая шкала
index-made-weigh = Веса
index-made-aggregate = Части складываются
index-made-least = Наименьшая доля частей для оценки
index-made-show = Шкала индекса
index-made-draws = Расчётов
index-made-design = Точек плана
index-impute-none = ничем: оценка строится из того, что есть
index-impute-mean = среднее показателя
index-impute-median = медиана показателя
index-impute-group-mean = среднее участников той же группы ({ $group })
index-impute-group-median = медиана участников той же группы ({ $group })
index-scale-none = без изменений
index-scale-min-max = мин–макс от { $low } до { $high }
index-scale-z-score = z-оценка со средним { $mean } и стандартным отклонением { $sd }
index-scale-rank = ранг
index-scale-borda = число участников ниже
index-scale-percentile-rank = процентильный ранг
index-scale-goalposts = между заданными границами, умножено на { $times }
index-scale-target = расстояние до цели
index-scale-reference = расстояние до { $unit }
index-scale-maximum = расстояние до максимума
index-scale-fraction = доля от максимума
index-mean-arithmetic = среднее арифметическое
index-mean-geometric = среднее геометрическое
index-mean-harmonic = среднее гармоническое
index-mean-generalised = степенное среднее, степень { $power }
index-mean-geometric-reversed = среднее геометрическое от верхнего края шкалы
index-mean-maximum = наибольшая часть
index-mean-sum = сумма
index-mean-copeland = попарные сравнения (Copeland)
index-weights-given = как в модели
index-weights-equal = все части поровну
index-weights-principal = нагрузки первой главной компоненты
index-weights-factors = квадраты нагрузок компонент (ОЭСР и JRC, 2008)
index-treat-none = оставлены как есть
index-treat-log = логарифм каждого показателя
index-treat-rule-log = если |асимметрия| не меньше { $skew } и эксцесс не меньше { $kurtosis }: винсоризация (ячеек не более { $n-written }), иначе логарифм
index-treat-rule-keep = если |асимметрия| не меньше { $skew } и эксцесс не меньше { $kurtosis }: винсоризация (ячеек не более { $n-written })
index-show-plain = как получилось
index-show-min-max = от { $low } до { $high } по участникам: относительно тех, кого сравнивают
index-show-percent = процент от наибольшего возможного

index-refusal-no-scores = Ни у одного участника нет оценки: у каждого недостаёт слишком многих частей. Заполните пустые ячейки, разрешите их восполнять ([impute] в модели) или снизьте наименьшую долю частей (least).
index-refusal-too-few-units = { $n ->
    [0] Сравнивать некого; нужны хотя бы двое.
    [one] Для сравнения остался только { $n-written } участник; нужны хотя бы двое.
   *[other] Для сравнения осталось участников: { $n-written }; нужно больше.
 } Добавьте строки, заполните пустые ячейки или снизьте порог отбора ([screen] в модели).
