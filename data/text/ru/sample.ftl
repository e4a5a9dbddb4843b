# Reports of what samples say: network scale-up, respondent-driven samples, surveys carried to countries.

sample-made-lead = Те же файлы, настройки и версия дают те же числа на любом компьютере.
sample-made-population = Население
sample-made-missing = Люди без числа знакомых
sample-made-chains = Цепей
sample-made-warmup = Отброшено шагов в начале каждой цепи
sample-made-draws = Оставлено шагов каждой цепи
sample-missing-drop = не входят в доли
sample-missing-max = получают наибольшее число
sample-missing-median = получают медиану
sample-axis-people = человек
sample-axis-share = доля
sample-axis-prevalence = на 1000 человек
sample-column-reason = Нельзя использовать, потому что
sample-column-binomial = Только по биномиальной модели
sample-column-tau = Доля известных связей
sample-column-points = Оценки
sample-column-ends = Интервалы
sample-column-group = Группа
sample-column-size = Истинный размер
sample-column-ratio = Оценка к размеру
sample-column-share = Доля
sample-column-delta = Интервал (дельта-метод)
sample-column-bootstrap = Интервал (бутстреп)
sample-column-country = Страна
sample-column-basis = На чём основано
sample-column-positives = Случаев из опрошенных
sample-column-prevalence = На 1000
sample-column-level = Интервал { $level }
sample-column-people = Человек
sample-column-rank = Место, от–до
sample-column-distance = Расстояние
sample-column-donors = Ближайшие с опросом
sample-column-parameter = Параметр
sample-column-median = Медиана

sample-method-mle = наибольшее правдоподобие (MLE)
sample-method-pimle = среднее отношений (PIMLE)
sample-method-proportional = пропорциональный
sample-method-random-degree = случайные степени (Байес)
sample-method-sample = сама выборка
sample-method-rds-1 = RDS-I
sample-method-rds-1-smoothed = RDS-I, сглаженный
sample-method-rds-2 = RDS-II
sample-method-ss = последовательный отбор
sample-method-ss-fallback = последовательный отбор (здесь равен RDS-II)
sample-bootstrap-none = без повторов
sample-bootstrap-salganik = бутстреп Salganik
sample-bootstrap-tree = бутстреп по деревьям
sample-bootstrap-gile = бутстреп Gile
sample-reason-no-degrees = никто не знает никого из известных групп
sample-reason-nobody-known = никто не знает ни одного человека из группы
sample-reason-too-few-replicates = слишком мало повторов дают число
sample-reason-not-mixed = цепи не сходятся
sample-reason-too-short = цепи слишком коротки
sample-reason-no-group = такой группы нет
sample-reason-nobody = ни у кого нет и ответа, и числа знакомых
sample-reason-unconnected = набор участников не связывает все группы
sample-reason-small-population = население меньше выборки

sample-nsum-title = Сколько людей, по словам тех, кто их знает: { $file }
sample-nsum-subject = Оценка по кругам знакомых (network scale-up)
sample-nsum-sentence = В группе «{ $group }» от { $low } до { $high } человек, в зависимости от метода, если известна каждая связь с её людьми.
sample-nsum-none = По этой выборке нельзя оценить, сколько людей в группе «{ $group }».
sample-nsum-no-group = В таблице нет скрытой группы: у каждой группы есть размер.
sample-nsum-asked = { $n ->
    [one] Опрошен { $n-written } человек; половина знает не более { $degree } человек.
    [few] Опрошены { $n-written } человека; половина знает не более { $degree } человек.
   *[other] Опрошено { $n-written } человек; половина знает не более { $degree } человек.
 }
sample-nsum-held = Группы известного размера, оценённые по остальным: истинный размер попал в интервал у { $held-written } из { $n-written }, обычная ошибка — в { $factor } раза (среднее отношение { $ratio }). От скрытой группы лучшего ждать нельзя.
sample-nsum-reports = { $n ->
    [one] О людях из группы сообщено { $n-written } раз.
    [few] О людях из группы сообщено { $n-written } раза.
   *[other] О людях из группы сообщено { $n-written } раз.
 }
sample-nsum-caption = Что говорит каждый метод; интервалы уровня { $level } — из бутстрепа по опрошенным или из апостериорного распределения
sample-nsum-plot = Размер группы «{ $group }» по каждому методу
sample-nsum-tau = Опрошенные не обо всех своих знакомых знают, что те принадлежат к группе. Если известна лишь доля связей, группа во столько же раз больше:
sample-nsum-tau-caption = Размер в зависимости от доли связей, о которых опрошенные знают
sample-nsum-help-more = Больше опрошенных или опрошенные ближе к группе: если никто никого из неё не знает, размер назвать нельзя.
sample-nsum-help-known = Больше групп известного размера в анкете, чтобы оценить число знакомых.
sample-nsum-help-other = Другой метод: пересекающиеся списки, выборка, управляемая респондентами, или множитель.
sample-nsum-next-no-degrees = Размер оценить нельзя: никто из опрошенных не знает никого из групп известного размера, поэтому число знакомых неизвестно. Спросите о большем числе групп или о более крупных.
sample-nsum-next-nobody-known = Размер оценить нельзя: никто из опрошенных не знает ни одного человека из скрытой группы. Опросите больше людей или людей, которые ближе к группе.
sample-nsum-next-too-few-replicates = Размер оценить нельзя: слишком мало повторов бутстрепа дают число. Опросите больше людей; больше повторов даёт --boot.
sample-nsum-next-no-group = Размер оценить нельзя: у каждой группы уже есть размер. Не указывайте размер скрытой группы.
sample-hold-out-heading = Находятся ли известные группы?
sample-hold-out-none = Второй группы известного размера нет, поэтому проверить это нельзя. Спросите хотя бы о двух.
sample-hold-out-caption = Каждая группа известного размера, оценённая по остальным, как если бы она была скрытой

sample-rds-title = Доли среди людей, которые приводили друг друга: { $file }
sample-rds-subject = Выборка, управляемая респондентами
sample-rds-sentence = «{ $outcome }» равно «{ $group }» у { $low } – { $high }, в зависимости от оценки.
sample-rds-none = По этой выборке нельзя оценить ни одной доли для «{ $outcome }».
sample-rds-no-outcome = В таблице нет признака, который можно оценить.
sample-rds-grown = { $n ->
    [one] { $n-written } человек
    [few] { $n-written } человека
   *[other] { $n-written } человек
 }; начальных участников: { $seeds-written }, волн: { $waves-written }; самое большое дерево — { $share } выборки.
sample-rds-degrees = { $n ->
    [one] { $n-written } человек не назвал числа знакомых.
    [few] { $n-written } человека не назвали числа знакомых.
   *[other] { $n-written } человек не назвали числа знакомых.
 }
sample-rds-people = В выборке: { $people }. { $n ->
    [0] Ответили все.
    [one] Не ответил { $n-written } человек.
    [few] Не ответили { $n-written } человека.
   *[other] Не ответили { $n-written } человек.
 }
sample-rds-caption = Доля каждой группы по каждой оценке с интервалами уровня { $level }
sample-rds-plot = Доля: { $group }
sample-rds-homophily = Гомофилия набора — { $ratio }; 1 значит, что её нет. Намного выше 1 — группы держатся обособленно, и интервалы слишком узки.
sample-rds-homophily-none = О гомофилии набора ничего сказать нельзя.
sample-rds-settled = С волны { $wave } доли отличаются от окончательных не более чем на 2 пункта: выборка забыла, с кого началась.
sample-rds-settled-not = К концу набора доли не установились: они ещё зависят от того, с кого всё началось.
sample-rds-multiplier = Число в реестре, делённое на долю тех, кто в нём был, даёт размер:
sample-rds-multiplier-caption = Размер по каждой оценке доли
sample-rds-help-degree = Спросите каждого, скольких людей из группы он знает: без этого никого нельзя взвесить.
sample-rds-help-waves = Наберите больше волн от большего числа начальных участников, чтобы набор вёл из каждой группы в каждую.
sample-rds-help-merge = Объедините группы, которые никого не привели из других.
sample-rds-next-nobody = Долю оценить нельзя: ни у кого нет и ответа, и числа знакомых. Укажите число знакомых или задайте --missing-degree median.
sample-rds-next-unconnected = Долю оценить нельзя: набор не ведёт из каждой группы в каждую. Объедините группы или наберите больше волн.
sample-rds-next-small-population = Долю оценить нельзя: население меньше выборки. Исправьте --population.

sample-survey-title = От опросов к странам: { $file }
sample-survey-subject = Оценка по опросам с иерархической моделью
sample-survey-sentence = Стран: { $n-written }, из них с опросом: { $surveyed-written }; там, где опроса нет, число даёт модель.
sample-survey-not-mixed = Цепи для «{ $form }» не сходятся, поэтому выводов из них делать нельзя.
sample-survey-beyond = { $n ->
    [one] { $n-written } страна без опроса похожа на страны с опросом меньше, чем те друг на друга; её число — экстраполяция.
    [few] { $n-written } страны без опроса похожи на страны с опросом меньше, чем те друг на друга; их числа — экстраполяция.
   *[other] { $n-written } стран без опроса похожи на страны с опросом меньше, чем те друг на друга; их числа — экстраполяция.
 }
sample-survey-heading = Страны
sample-survey-caption = Каждая страна и то, на чём основано её число
sample-survey-plot = Человек на 1000, с интервалами уровня { $level }
sample-survey-star = * опроса здесь нет: число даёт модель.
sample-survey-far = { $n } из { $of }
sample-survey-distance = Расстояние показывает, как далеко страна от середины стран с опросом, и как далеко самая далёкая из них. Если первое число больше, ничего подобного модель не видела.
sample-survey-help-longer = Удлините цепи ([chains] в модели).
sample-survey-help-simpler = Уберите часть предикторов или сузьте априорные распределения.
sample-survey-help-data = Больше случаев: когда их мало, модели не на что опереться.
sample-survey-refusal-named = Оценить нельзя: «{ $of }» отсутствует или названо дважды. Назовите каждую страну и форму один раз.
sample-survey-refusal-setting = Оценить нельзя: настройка «{ $of }» вне допустимых пределов. Исправьте её в модели.
sample-survey-refusal-number = Оценить нельзя: число непригодно ({ $of }). Исправьте его в таблице стран.
sample-survey-refusal-no-population = Оценить нельзя: у «{ $of }» нет людей в ячейках населения. Заполните их или исключите страну.
sample-survey-refusal-too-few-surveys = Оценить нельзя: о «{ $of }» спрашивали менее чем в двух странах. Добавьте опрос другой страны.
sample-survey-refusal-no-positives = Оценить нельзя: о «{ $of }» никто не сообщил, опросы дают только верхнюю границу. Добавьте опросы или объедините формы.
sample-survey-refusal-constant = Оценить нельзя: «{ $of }» одинаково во всех странах с опросом. Уберите его.
sample-survey-refusal-durations = Оценить нельзя: длительности для «{ $of }» отрицательны или пусты. Исправьте их в модели.
sample-survey-refusal-total = Оценить нельзя: итог «{ $of }» не относится ни к стране, ни к форме, указан дважды или лежит вне своего интервала. Исправьте его в модели.
sample-survey-refusal-state-imposed = Оценить нельзя: итог «{ $of }» не больше случаев, навязанных государством, в его странах. Исправьте одно из них.
sample-survey-refusal-no-start = Оценить нельзя: по данным или априорным распределениям все точки невозможны. Расширьте априорные распределения.
sample-basis-survey = опрос
sample-basis-modelled-no-survey-here = только модель
sample-form-heading = Как построена модель: { $form }
sample-form-rests = Всё держится на случаях ({ $n-written }) среди опрошенных ({ $asked-written }); стран с опросом: { $surveyed-written }.
sample-form-stock = Из случаев за пять лет в любой отдельный день есть { $share }.
sample-form-checks = Проверки модели
sample-form-parameters = Параметры модели в логитах
sample-gate-mixing = цепи сходятся
sample-gate-sample-size = независимые шаги
sample-gate-divergences = расхождения
sample-gate-path-length = обрезанные пути
sample-gate-positives = случаи
sample-gate-surveys = страны с опросом
sample-parameter-intercept = свободный член
sample-parameter-person = человек
sample-parameter-country = страна
sample-parameter-spread = разброс между странами
