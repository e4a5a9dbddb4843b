# Pages of the evidence: indicators, observations, sources, places.

indicator = Показатель
observation = Наблюдение
place = Место
unit = Единица
stock-or-flow = Запас или поток
scope = Кого или что охватывает
theme = Тема
definition-note = Об определении
period = Период
figure-value = Значение
basis = Кем и как получено
coverage = Охват периода
subgroup = Среди кого
subgroup-all = все
standing = Статус
standing-published = опубликовано источником
standing-derived = вычислено в Pana, не опубликованное значение:
derived-as = вычислено:
status = Качество (SDMX)
series = Ряд и издание
released = Опубликовано не позднее
released-unknown = источник не указывает дату
remark = Примечание
which-cites = со ссылкой на
rating = Оценка
code = Код
figures = Данные
statements = Утверждения и выводы
figures-count = { $n ->
    [one] { $n-written } значение
    [few] { $n-written } значения
    [many] { $n-written } значений
   *[other] { $n-written } значения
 }
figures-on-indicator-page = { $n ->
    [one] { $n-written } значение — на странице показателя
    [few] { $n-written } значения — на странице показателя
    [many] { $n-written } значений — на странице показателя
   *[other] { $n-written } значения — на странице показателя
 }
show = Показать
all-themes = все темы
all-places = Все места
pages = Страницы таблицы
not-stated = не указано
not-known = неизвестен
download-these = Эти данные в CSV

# Indicators
indicators-title = Показатели
indicators-lead = Что считают, в каких единицах и с чем это можно сравнивать.
indicators-filter = Отбор показателей
indicators-words = Слова в названии или определении
indicators-found = { $n ->
    [one] Подходит { $n-written } показатель.
    [few] Подходят { $n-written } показателя.
    [many] Подходит { $n-written } показателей.
   *[other] Подходит { $n-written } показателя.
 }
indicators-count = { $n ->
    [one] { $n-written } показатель
    [few] { $n-written } показателя
    [many] { $n-written } показателей
   *[other] { $n-written } показателя
 }
indicators-all = Показать все показатели
indicators-none = Ни один показатель не подходит. Возьмите меньше слов или начало слова либо выберите все темы.
ratings-heading = Показатели реагирования государства
ratings-lead = Каждый либо выполнен, либо нет. Из них складываются задачи, направления и итог.
ratings-count = { $n ->
    [one] { $n-written } оценка
    [few] { $n-written } оценки
    [many] { $n-written } оценок
   *[other] { $n-written } оценки
 }
indicator-counts = Считает:
no-figures = Для этого выбора данных нет.
neighbours = С чем его можно сравнивать
neighbours-lead = Как этот показатель связан с другими. Чего граф не допускает, в том Pana отказывает.
neighbours-of-figure = С чем можно сравнивать данные этого показателя

# As of a day
as-of = Известно на день
as-of-hint = год-месяц-день; пусто — сейчас
as-of-now = Как известно сейчас, в новейшей редакции каждого значения, включая данные из источников без даты.
as-of-shown = Как было известно на дату: { $day }. Только то, что к этому дню точно было опубликовано; данные из источников без даты не показаны.
as-of-not-a-day = Это не дата: напишите год, месяц и день, например 2024-12-31

# Trend
trend-title = { $indicator }: { $place }
trend-break-mark = разрыв ряда
trend-one-series = { $n ->
    [one] { $n-written } сопоставимое значение.
    [few] { $n-written } значения одного ряда: по ним можно судить о тенденции.
    [many] { $n-written } значений одного ряда: по ним можно судить о тенденции.
   *[other] { $n-written } значения одного ряда: по ним можно судить о тенденции.
 }
trend-too-few = Сопоставимых значений меньше двух: о тенденции судить нельзя.
trend-refused = Pana отказывается строить тенденцию от { $from } ({ $from-year }) до { $to } ({ $to-year }).
trend-break = Разрыв ряда между «{ $before }» и «{ $after }»: { $why }.
trend-break-stated = граф указывает его без причины
trend-break-between = это разные ряды, и ничто не позволяет их соединить
trend-side-by-side = Эти значения можно читать рядом. Ни разность, ни темп роста, ни изменение места по ним вычислить нельзя.
series-break-row = Разрыв ряда: { $why }. Значения выше и ниже сравнивать нельзя.
series-break-row-plain = Другой ряд. Значения выше и ниже сравнивать нельзя.

# Observation
observation-title = { $figure }: { $indicator }
observation-bound = Это граница, а не подсчёт: она остаётся такой, как сказано.
observation-stored = Как хранится
observation-scale-ends = по шкале от { $low } до { $high }
observation-uses = Где используется
history = История
history-lead = { $n ->
    [one] { $n-written } редакция.
    [few] { $n-written } редакции, от старой к новой. Исправление добавляет редакцию, а не стирает прежнюю.
    [many] { $n-written } редакций, от старой к новой. Исправление добавляет редакцию, а не стирает прежнюю.
   *[other] { $n-written } редакции, от старой к новой. Исправление добавляет редакцию, а не стирает прежнюю.
 }
revision = Редакция
to-cite = Как сослаться
citation-quoted = { $origin }; цит. по: { $author }
citation-undated = б. г.
citation-rest = ({ $year }), { $locator }. Pana, наблюдение { $id }, редакция { $revision }; опубликовано не позднее: { $released }.

# Sources
sources-title = Источники
sources-lead = Каждый факт здесь опирается на один из них. Источники, известные только через другие, перечислены отдельно.
sources-seed = Прочитанные здесь
sources-seed-lead = Данные и утверждения взяты непосредственно из них.
sources-origin = На которые они ссылаются
sources-origin-lead = Известны только по цитатам; данные с оригиналом не сверялись.
source-record = Описание
publisher = Издатель
published = Опубликовано
source-kind = Вид
covers = Охватывает период
language = Язык
address = Адрес
reliability = Что учитывать
cited-in = На него ссылается
cites = На что он ссылается
cite-as = Как сослаться
source-says-nothing = Из этого источника пока ничего не взято; он указан, потому что на него ссылается другой источник.

# Places
part-of = Часть
index-region = Регион индекса
borders-since = В этих границах с
borders-until = В этих границах до
territory-break = Границы изменились. Данные до и после относятся к разным территориям: сравнивать их или соединять одной линией нельзя.
place-to-country = Обзор по стране
place-parts = Места внутри
place-no-figures = Данных об этом месте пока нет.
