# Names in the open formats: tables, columns and codes, for whoever reads the files without these pages.

export-title = Pana: public facts on human trafficking and modern slavery
export-about = Sources, places, indicators and how they relate, observations, and all tables that are kept whole. A figure keeps the comparator of its source: more than 100 is not 100. Rows with derived = yes were computed in Pana and are not published figures. Each fact keeps the licence of its source; name the source when you pass a figure on.
export-licence = Each fact keeps the licence of its source; whom to name stands in this table

# Tables
export-table-sources = Sources
export-table-geographies = Places
export-table-indicators = Indicators
export-table-indicator_relations = Indicator graph
export-table-observations = Observations

# Flows and lists of the statistical exchange
export-concepts = Concepts of the public facts
export-dated = Observations with a period
export-undated = Observations whose source states no period
export-no-series = belongs to no series with editions
export-freq-a = a calendar year
export-freq-m = a calendar month
export-freq-d = a day
export-freq-_o = another length of time
export-standing-p = published by its source
export-standing-d = derived: computed in Pana, not a published figure
export-status-b = B, the first figure after a series break
export-comparator-eq = exactly
export-comparator-approx = about
export-comparator-gt = more than
export-comparator-ge = at least
export-comparator-lt = less than
export-comparator-le = at most
export-comparator-between = between two bounds
export-unit-share = share of one, from 0 to 1

# Columns
concept-freq = Length of the period
concept-ref_area = Place
concept-indicator = Indicator
concept-subgroup = Among whom
concept-standing = Published or derived
concept-standing-about = No series holds both: a derived figure never stands among published ones.
concept-series = Series and edition
concept-source = Source
concept-statement = Which statement
concept-statement-about = 1, unless one source states the same quantity more than once; then they are numbered.
concept-time_period = Period
concept-time_period-about = As precise as the source states it. A period that is no calendar year, month or day is written as its first day and its length. What has no stated period is in a flow of its own.
concept-obs_value = Value
concept-obs_value-about = Only where the source states one number, exactly or about. Of a bound, a range or a category it is empty.
concept-obs_status = Status
concept-obs_status_2 = Second status
concept-obs_status_2-about = Where two apply: a series break comes first, so that no line is drawn across it.
concept-unit_measure = Unit
concept-comparator = Comparator
concept-lower = Lower bound
concept-lower-about = The number of which the source says that the true one is more, or at least as much.
concept-upper = Upper bound
concept-upper-about = The number of which the source says that the true one is less, or at most as much.
concept-scale_lower = Lower end of the scale
concept-scale_lower-about = The scale of a score, not an interval of its value.
concept-scale_upper = Upper end of the scale
concept-scale_upper-about = The scale of a score, not an interval of its value.
concept-value_text = Value in words
concept-basis = Who made the figure and how
concept-coverage = How much of the period it covers
concept-period_type = Type of period
concept-period_start = Beginning of the period
concept-period_end = End of the period
concept-period_label = Period as the source puts it
concept-series_break = Separated by a series break from
concept-series_break-about = Indicators of the same words under another method. No trend may be drawn across. Codes with a space between.
concept-origin_source = Source that the source cites
concept-locator = Place in the source
concept-derived_from = Derived from
concept-comment = Remark
concept-released = Public not later than
concept-revision = Revision
concept-obs_id = Observation

# Columns of the sheet with hashtags only
hxl-region-code = Region, code
hxl-region = Region
hxl-country-code = Country, code
hxl-country = Country
hxl-part-code = Part of the country, code
hxl-part = Part of the country
hxl-indicator-code = Indicator, code
hxl-source-code = Source, code
hxl-publisher = Publisher
hxl-source-url = Address of the source
hxl-terms = What to bear in mind, and terms of use

# The feed of changes
feed-title = Pana: what changed
feed-about = Facts that came in, figures that were corrected, and verdicts that people gave.
feed-import = { $name } { $version }
feed-import-rows = { $added-written } new rows, { $corrected-written } corrected
feed-verdict = { $verdict }: { $claim }
feed-correction = Corrected: { $indicator }: { $figure }
