# The page of downloads.

data-title = Data
data-lead = Everything shown on these pages, in open formats. Each figure carries its source, its place in the source and its kind.
data-tables = Tables
data-format = UTF-8, comma-separated, one line of column names; an empty cell was not stated.
data-table = Table
data-holds = What a row is
data-rows = Rows
data-download = Download
data-licence = Licence
data-size = { $kb } kB
data-observations = Observations
data-observations-about = One figure: indicator, place, period, value with its comparator, basis, source, release date and revision.
data-observations-licence = That of each source. Index figures: facts, attributed to Walk Free.
data-indicators = Indicators
data-indicators-about = What is counted, in which unit, and among whom.
data-indicators-licence = Part of Pana: Apache-2.0 or MIT.
data-relations = Indicator graph
data-relations-about = How one indicator relates to another, and whether values may be compared.
data-relations-licence = Part of Pana: Apache-2.0 or MIT.
data-places = Places
data-places-about = A country, a part of one or a region, and since when its borders hold.
data-places-licence = Part of Pana: Apache-2.0 or MIT.
data-sources = Sources
data-sources-about = One bibliographic record, with what to bear in mind when using it.
data-sources-licence = Part of Pana: Apache-2.0 or MIT.
data-spreadsheet = For spreadsheets: a text that begins with =, +, - or @ has an apostrophe in front, so that no program takes it for a formula. Numbers never have one.
data-part = A part of the observations
data-indicator-hint = its code, empty for all
data-button = Download CSV
data-programs = For programs
data-programs-text = The addresses of the files are the interface: they keep their names, and the observations can be filtered by indicator, place and day.
data-programs-as-of = With as_of only what was certainly public on that day is given; figures from sources without a date are left out. In JSON numbers keep their digits, and what was not stated is null.
data-columns = Columns
data-cite = Cite the source of each figure; its record and its place in the source stand in the row. To name this collection: Pana, the table, and the day you downloaded it.

# Open formats
data-open-formats = Open formats
data-open-formats-lead = The same facts for other programs. “More than 100” is never the number 100 in any of them, and what was computed here is marked.
data-datapackage-about = every table with its description:
data-sdmx-about = observations and their structure, as statistical offices exchange them:
data-hxl-about = a sheet with hashtags, as humanitarian organisations exchange it:
data-claimreview-about = verdicts of named persons, for fact-check tools:
data-feed-about = what changed, for feed readers:
