# Reading of tables: what was refused, skipped and guessed. Each refusal ends with what to do.

import-refusal-empty = The file says nothing: it has no filled cell. Check that it is the right file and that it was saved whole.
import-refusal-not-a-workbook = The file cannot be opened as a workbook ({ $reason }). Open it in a spreadsheet program and save it as .xlsx or as CSV.
import-refusal-old-workbook = This is a workbook in the old .xls format. Open it in a spreadsheet program and save it as .xlsx.
import-refusal-too-wide = A row has { $columns } columns; at most { $most } are read. Delete stray cells to the right of the table.
import-refusal-unknown-encoding = There is no encoding “{ $encoding }”. Write utf-8, windows-1251 or kz-1048 in the mapping, or leave it out.
import-refusal-unclosed-quote = A quotation mark that opens in the row of line { $line } is never closed, so that the rest of the file became one cell. Close it or remove it.
import-refusal-not-a-mapping = The mapping cannot be read: { $reason }. Correct that line, or have a new mapping proposed.
import-refusal-unknown-field = The mapping speaks of a field “{ $field }” that this kind of table does not have. Use one of: { $known }.
import-refusal-fields-missing = The mapping does not say where these fields come from: { $fields }. Give each a column or a constant.
import-refusal-no-such-sheet = There is no sheet “{ $sheet }”. The workbook has: { $sheets }. Correct `sheet` in the mapping.
import-refusal-no-header = No row looks like the header of a table of the kind { $kind }. Check the kind, or name the columns in a mapping and give `header_row`.
import-refusal-columns-missing = The table does not have the columns { $columns }. It has: { $header }. Correct the names in the mapping.
import-refusal-choose-what = The rows speak of different things in the field { $field }: { $found }. Write in the mapping, under `keep`, which rows to take.
import-refusal-missing = The cell of { $field } is empty, and this field must be filled. Fill it, or give a constant in the mapping.
import-refusal-unknown-code = This word has no meaning in the field { $field }. Write one of: { $known }; or say in the mapping, under `values`, what the word means.
import-refusal-unknown-name = The field { $field } names something that is not known here. Add it first, or say in the mapping, under `values`, which one is meant.
import-refusal-not-a-figure = The cell does not say one figure. Write a number, “> 100”, “about 250” or “300–500”, and put everything else into a note.
import-refusal-unknown-word = The word “{ $word }” is not understood, so the cell is not read. Write the cell without it, and put the word into a note.
import-refusal-ambiguous-comma = The comma may be a decimal sign or stand between thousands. Write the number without it, or state `language` in the mapping.
import-refusal-nothing-stated = The cell says that there is no figure. If the number is none, write 0; if it is not known, leave the row out.
import-refusal-upside-down = The lower end of the range is above the upper end. Write the smaller number first.
import-refusal-unit-differs = The cell states the unit { $cell } and the table { $stated }. Correct one of the two.
import-refusal-figure-contradicts = The columns of value, comparator and range do not make one figure. Keep one number with its comparator, or two ends of a range, or words.
import-refusal-not-a-period = The cell does not say a period. Write “2016”, “2012–2013”, “8 months of 2017”, “as of 1 January 2025” or “not stated”.
import-refusal-ends-before-start = The period ends before it starts. Correct one of the two dates.
import-refusal-not-a-date = The cell is not a date in the format { $format }. Write year-month-day, or correct `date_format` in the mapping.
import-refusal-not-a-deadline = The cell does not say a deadline that can be computed with. Write a date, a quarter with its year, or how often it comes back.
import-refusal-not-a-cost = The cell does not say one sum. Write a number, “not required”, or leave it empty if the cost is not known.
import-refusal-same-name = Line { $line } has the same name, { $name }, and says something else. Correct one of the two rows or remove it.
import-refusal-too-large = The workbook unpacks to more than { $most } megabytes and is not opened. Save the one sheet that is needed as a workbook of its own or as CSV.
import-refusal-not-ours = The row { $name } could not be read again once recorded: column { $column }, { $reason }. Correct that cell, or the constant in the mapping.

import-skipped-above = { $n ->
    [one] { $n-written } row above the header
   *[other] { $n-written } rows above the header
 }
import-skipped-header = { $n ->
    [one] { $n-written } row of the header
   *[other] { $n-written } rows of the header
 }
import-skipped-numbering = { $n ->
    [one] { $n-written } row that numbers the columns
   *[other] { $n-written } rows that number the columns
 }
import-skipped-blank = { $n ->
    [one] { $n-written } empty row
   *[other] { $n-written } empty rows
 }
import-skipped-heading = { $n ->
    [one] { $n-written } heading between rows
   *[other] { $n-written } headings between rows
 }
import-skipped-left-out = { $n ->
    [one] { $n-written } row that the mapping leaves out
   *[other] { $n-written } rows that the mapping leaves out
 }
import-skipped-repeated = { $n ->
    [one] { $n-written } row that repeats another word for word
   *[other] { $n-written } rows that repeat others word for word
 }

import-guess-encoding = The encoding is taken to be { $encoding }.
import-guess-sheet = The table is taken from the sheet “{ $sheet }”.
import-guess-header-row = The header is taken to be on line { $line }.
import-guess-language = The language is taken to be { $language }.
import-guess-date-format = Dates are taken to be in the format { $format }.
import-guess-column = The field { $field } is read from the column “{ $column }”.
import-guess-constant = The field { $field } is “{ $value }” in every row.
import-guess-worked-out = { $n ->
    [one] In { $n-written } row the field { $field } was worked out from other cells.
   *[other] In { $n-written } rows the field { $field } was worked out from other cells.
 }
import-guess-kept-as-written = These words of the field { $field } have no word of ours and stay as written: { $words }.

import-read = { $n ->
    [one] { $n-written } row read
   *[other] { $n-written } rows read
 }
import-refused = { $n ->
    [one] { $n-written } row refused
   *[other] { $n-written } rows refused
 }
import-unused = Columns from which nothing was read: { $columns }
import-dry-run = This was a dry run: nothing was recorded.

import-mapping-given = read as the mapping says.
import-mapping-remembered = read as a table with this header was read before.
import-mapping-proposed = no table with this header has been read before. This reading is proposed; please look at it.
import-only = only: { $words }
import-not-filled = — nothing fills it yet; use --set FIELD=VALUE or a mapping
import-at = { $file }, line { $line }
import-at-sheet = { $file }, sheet “{ $sheet }”, line { $line }
import-at-column = { $place }, column “{ $column }”
import-nearest = Perhaps you mean: { $names }.
import-elsewhere = Described by another pack and left as that pack says: { $names }
import-changed = New: { $added } · corrected: { $corrected } · unchanged: { $unchanged }
import-would-change = Would be new: { $added } · corrected: { $corrected } · unchanged: { $unchanged }
import-rows-done = rows
import-accept = Nothing was recorded, because nobody has yet said that the table is read rightly. If it is, run the command again with --accept; if not, save the reading with --save-mapping FILE.toml, correct it and give it with --mapping FILE.toml.
import-refused-whole = Nothing was recorded, because rows were refused. Correct them, or leave them out with --skip-refused.
