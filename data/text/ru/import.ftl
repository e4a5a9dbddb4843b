# Reading of tables: what was refused, skipped and guessed. Each refusal ends with what to do.

import-refusal-empty = Файл пуст: в нём нет ни одной заполненной ячейки. Проверьте, тот ли это файл и полностью ли он сохранён.
import-refusal-not-a-workbook = Файл не открывается как книга электронных таблиц ({ $reason }). Откройте его в табличном редакторе и сохраните в формате .xlsx или CSV.
import-refusal-old-workbook = Это книга в старом формате .xls. Откройте её в табличном редакторе и сохраните в формате .xlsx.
import-refusal-too-wide = В строке столбцов: { $columns }; читается не больше { $most }. Удалите лишние ячейки справа от таблицы.
import-refusal-unknown-encoding = Кодировки «{ $encoding }» нет. Укажите в сопоставлении utf-8, windows-1251 или kz-1048 либо не указывайте ничего.
import-refusal-unclosed-quote = Кавычка, открытая в строке { $line }, нигде не закрыта, и остаток файла оказался в одной ячейке. Закройте её или удалите.
import-refusal-not-a-mapping = Сопоставление не читается: { $reason }. Исправьте эту строку или запросите новое сопоставление.
import-refusal-unknown-field = В сопоставлении указано поле «{ $field }», которого у таблиц этого вида нет. Используйте одно из: { $known }.
import-refusal-fields-missing = В сопоставлении не сказано, откуда взять поля: { $fields }. Укажите для каждого столбец или постоянное значение.
import-refusal-no-such-sheet = Листа «{ $sheet }» нет. В книге есть: { $sheets }. Исправьте `sheet` в сопоставлении.
import-refusal-no-header = Ни одна строка не похожа на заголовок таблицы вида { $kind }. Проверьте вид или назовите столбцы в сопоставлении и укажите `header_row`.
import-refusal-columns-missing = В таблице нет столбцов { $columns }. Есть: { $header }. Исправьте названия в сопоставлении.
import-refusal-choose-what = В поле { $field } у строк разное: { $found }. Напишите в сопоставлении, в разделе `keep`, какие строки брать.
import-refusal-missing = Ячейка поля { $field } пуста, а это поле обязательно. Заполните её или укажите в сопоставлении постоянное значение.
import-refusal-unknown-code = В поле { $field } такого слова нет. Напишите одно из: { $known }; или укажите в сопоставлении, в разделе `values`, что это слово значит.
import-refusal-unknown-name = Поле { $field } называет то, чего здесь нет. Сначала добавьте это или укажите в сопоставлении, в разделе `values`, что имеется в виду.
import-refusal-not-a-figure = В ячейке нет одного значения. Напишите число, «> 100», «около 250» или «300–500», а остальное перенесите в примечание.
import-refusal-unknown-word = Слово «{ $word }» непонятно, поэтому ячейка не прочитана. Напишите её без этого слова, а слово перенесите в примечание.
import-refusal-ambiguous-comma = Запятая может отделять дробную часть или тысячи. Напишите число без неё или укажите `language` в сопоставлении.
import-refusal-nothing-stated = В ячейке сказано, что значения нет. Если число равно нулю, напишите 0; если оно неизвестно, уберите строку.
import-refusal-upside-down = Нижняя граница диапазона больше верхней. Напишите сначала меньшее число.
import-refusal-unit-differs = В ячейке единица { $cell }, а в таблице { $stated }. Исправьте одну из двух.
import-refusal-figure-contradicts = Столбцы значения, знака сравнения и диапазона не дают одного значения. Оставьте либо одно число со знаком сравнения, либо две границы диапазона, либо слова.
import-refusal-not-a-period = В ячейке нет периода. Напишите «2016», «2012–2013», «8 месяцев 2017 года», «на 1 января 2025 года» или «не указано».
import-refusal-ends-before-start = Период кончается раньше, чем начинается. Исправьте одну из двух дат.
import-refusal-not-a-date = Это не дата в формате { $format }. Напишите год-месяц-день или исправьте `date_format` в сопоставлении.
import-refusal-not-a-deadline = В ячейке нет срока, который можно вычислить. Напишите дату, квартал с годом или периодичность.
import-refusal-not-a-cost = В ячейке нет одной суммы. Напишите число или «не требуется»; если стоимость неизвестна, оставьте ячейку пустой.
import-refusal-same-name = В строке { $line } стоит то же имя, { $name }, но сказано другое. Исправьте одну из двух строк или удалите её.
import-refusal-too-large = В распакованном виде книга занимает больше { $most } мегабайт, поэтому она не открыта. Сохраните нужный лист отдельной книгой или в формате CSV.
import-refusal-not-ours = Строку { $name } после записи нельзя было бы прочитать снова: столбец { $column }, { $reason }. Исправьте эту ячейку или постоянное значение в сопоставлении.

import-skipped-above = { $n ->
    [one] { $n-written } строка над заголовком
    [few] { $n-written } строки над заголовком
    [many] { $n-written } строк над заголовком
   *[other] { $n-written } строки над заголовком
 }
import-skipped-header = { $n ->
    [one] { $n-written } строка заголовка
    [few] { $n-written } строки заголовка
    [many] { $n-written } строк заголовка
   *[other] { $n-written } строки заголовка
 }
import-skipped-numbering = { $n ->
    [one] { $n-written } строка с номерами столбцов
    [few] { $n-written } строки с номерами столбцов
    [many] { $n-written } строк с номерами столбцов
   *[other] { $n-written } строки с номерами столбцов
 }
import-skipped-blank = { $n ->
    [one] { $n-written } пустая строка
    [few] { $n-written } пустые строки
    [many] { $n-written } пустых строк
   *[other] { $n-written } пустой строки
 }
import-skipped-heading = { $n ->
    [one] { $n-written } подзаголовок между строками
    [few] { $n-written } подзаголовка между строками
    [many] { $n-written } подзаголовков между строками
   *[other] { $n-written } подзаголовка между строками
 }
import-skipped-left-out = { $n ->
    [one] { $n-written } строка, которую сопоставление исключает
    [few] { $n-written } строки, которые сопоставление исключает
    [many] { $n-written } строк, которые сопоставление исключает
   *[other] { $n-written } строки, которые сопоставление исключает
 }
import-skipped-repeated = { $n ->
    [one] { $n-written } строка, дословно повторяющая другую
    [few] { $n-written } строки, дословно повторяющие другие
    [many] { $n-written } строк, дословно повторяющих другие
   *[other] { $n-written } строки, дословно повторяющие другие
 }

import-guess-encoding = Предположена кодировка { $encoding }.
import-guess-sheet = Таблица взята с листа «{ $sheet }».
import-guess-header-row = За заголовок принята строка { $line }.
import-guess-language = Предположен язык: { $language }.
import-guess-date-format = Предположен формат дат: { $format }.
import-guess-column = Поле { $field } читается из столбца «{ $column }».
import-guess-constant = Поле { $field } во всех строках — «{ $value }».
import-guess-worked-out = { $n ->
    [one] В { $n-written } строке поле { $field } выведено из других ячеек.
    [few] В { $n-written } строках поле { $field } выведено из других ячеек.
    [many] В { $n-written } строках поле { $field } выведено из других ячеек.
   *[other] В { $n-written } строки поле { $field } выведено из других ячеек.
 }
import-guess-kept-as-written = Для этих слов поля { $field } у нас слова нет, они остаются как есть: { $words }.

import-read = { $n ->
    [one] прочитана { $n-written } строка
    [few] прочитаны { $n-written } строки
    [many] прочитано { $n-written } строк
   *[other] прочитано { $n-written } строки
 }
import-refused = { $n ->
    [one] отклонена { $n-written } строка
    [few] отклонены { $n-written } строки
    [many] отклонено { $n-written } строк
   *[other] отклонено { $n-written } строки
 }
import-unused = Столбцы, из которых ничего не прочитано: { $columns }
import-dry-run = Это был пробный прогон: ничего не записано.

import-mapping-given = прочитано по указанному сопоставлению.
import-mapping-remembered = прочитано так же, как прежняя таблица с этим заголовком.
import-mapping-proposed = таблиц с таким заголовком ещё не было. Предлагается такое прочтение; проверьте его.
import-only = только: { $words }
import-not-filled = — пока ничем не заполнено; задайте --set ПОЛЕ=ЗНАЧЕНИЕ или сопоставление
import-at = { $file }, строка { $line }
import-at-sheet = { $file }, лист «{ $sheet }», строка { $line }
import-at-column = { $place }, столбец «{ $column }»
import-nearest = Возможно, имеется в виду: { $names }.
import-elsewhere = Описано в другом наборе данных и оставлено, как там: { $names }
import-changed = Новых: { $added } · исправленных: { $corrected } · без изменений: { $unchanged }
import-would-change = Было бы новых: { $added } · исправленных: { $corrected } · без изменений: { $unchanged }
import-rows-done = строк
import-accept = Ничего не записано: никто ещё не подтвердил, что таблица прочитана верно. Если верно, повторите команду с --accept; если нет, сохраните прочтение с --save-mapping ФАЙЛ.toml, исправьте его и укажите с --mapping ФАЙЛ.toml.
import-refused-whole = Ничего не записано, потому что часть строк отклонена. Исправьте их или пропустите с --skip-refused.
