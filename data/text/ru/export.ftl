# Names in the open formats: tables, columns and codes, for whoever reads the files without these pages.

export-title = Pana: открытые факты о торговле людьми и современном рабстве
export-about = Источники, территории, показатели и связи между ними, наблюдения и все таблицы, которые хранятся целиком. Значение сохраняет знак сравнения своего источника: «более 100» — это не 100. Строки с derived = yes вычислены в Pana и не являются опубликованными значениями. Каждый факт сохраняет лицензию своего источника; передавая значение дальше, называйте источник.
export-licence = Каждый факт сохраняет лицензию своего источника; кого назвать, указано в этой таблице

# Tables
export-table-sources = Источники
export-table-geographies = Территории
export-table-indicators = Показатели
export-table-indicator_relations = Граф показателей
export-table-observations = Наблюдения

# Flows and lists of the statistical exchange
export-concepts = Понятия открытых фактов
export-dated = Наблюдения с указанным периодом
export-undated = Наблюдения, источник которых не указывает период
export-no-series = не входит в ряд с изданиями
export-freq-a = календарный год
export-freq-m = календарный месяц
export-freq-d = день
export-freq-_o = другой отрезок времени
export-standing-p = опубликовано источником
export-standing-d = производное: вычислено в Pana, не опубликованное значение
export-status-b = B, первое значение после разрыва ряда
export-comparator-eq = ровно
export-comparator-approx = около
export-comparator-gt = более
export-comparator-ge = не менее
export-comparator-lt = менее
export-comparator-le = не более
export-comparator-between = между двумя границами
export-unit-share = доля единицы, от 0 до 1

# Columns
concept-freq = Длина периода
concept-ref_area = Территория
concept-indicator = Показатель
concept-subgroup = Среди кого
concept-standing = Опубликовано или вычислено
concept-standing-about = Ни один ряд не содержит и того и другого: вычисленное значение никогда не стоит среди опубликованных.
concept-series = Ряд и издание
concept-source = Источник
concept-statement = Которое из утверждений
concept-statement-about = 1, если только один источник не называет одну и ту же величину несколько раз; тогда они пронумерованы.
concept-time_period = Период
concept-time_period-about = С той точностью, с какой его указывает источник. Период, который не равен календарному году, месяцу или дню, записан первым днём и длиной. Значения без указанного периода собраны в отдельном потоке.
concept-obs_value = Значение
concept-obs_value-about = Только там, где источник называет одно число, точное или приблизительное. У границы, диапазона и категории оно пусто.
concept-obs_status = Статус
concept-obs_status_2 = Второй статус
concept-obs_status_2-about = Если их два: разрыв ряда стоит первым, чтобы через него не провели линию.
concept-unit_measure = Единица измерения
concept-comparator = Знак сравнения
concept-lower = Нижняя граница
concept-lower-about = Число, о котором источник говорит, что на деле больше или не меньше.
concept-upper = Верхняя граница
concept-upper-about = Число, о котором источник говорит, что на деле меньше или не больше.
concept-scale_lower = Нижний конец шкалы
concept-scale_lower-about = Шкала балла, а не интервал его значения.
concept-scale_upper = Верхний конец шкалы
concept-scale_upper-about = Шкала балла, а не интервал его значения.
concept-value_text = Значение словами
concept-basis = Кто и как получил значение
concept-coverage = Какую часть периода оно охватывает
concept-period_type = Вид периода
concept-period_start = Начало периода
concept-period_end = Конец периода
concept-period_label = Период словами источника
concept-series_break = Отделено разрывом ряда от
concept-series_break-about = Показатели с теми же словами, но по другой методике. Проводить через разрыв тренд нельзя. Коды через пробел.
concept-origin_source = Источник, на который ссылается источник
concept-locator = Место в источнике
concept-derived_from = Из чего вычислено
concept-comment = Примечание
concept-released = Опубликовано не позднее
concept-revision = Редакция
concept-obs_id = Наблюдение

# Columns of the sheet with hashtags only
hxl-region-code = Регион, код
hxl-region = Регион
hxl-country-code = Страна, код
hxl-country = Страна
hxl-part-code = Часть страны, код
hxl-part = Часть страны
hxl-indicator-code = Показатель, код
hxl-source-code = Источник, код
hxl-publisher = Издатель
hxl-source-url = Адрес источника
hxl-terms = Что учитывать и на каких условиях использовать

# Лента изменений
feed-title = Pana: что изменилось
feed-about = Поступившие факты, исправленные значения и вердикты, которые вынесли люди.
feed-import = { $name } { $version }
feed-import-rows = Новых строк: { $added-written }, исправленных: { $corrected-written }
feed-verdict = { $verdict }: { $claim }
feed-correction = Исправлено: { $indicator }: { $figure }
