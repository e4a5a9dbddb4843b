# Pages of the evidence: indicators, observations, sources, places.

indicator = Indicator
observation = Observation
place = Place
unit = Unit
stock-or-flow = Stock or flow
scope = Whom or what it covers
theme = Theme
definition-note = About the definition
period = Period
figure-value = Value
basis = Made by
coverage = Coverage of the period
subgroup = Among whom
subgroup-all = everybody
standing = Standing
standing-published = published by its source
standing-derived = derived by Pana, not a published figure:
derived-as = derived:
status = Quality (SDMX)
series = Series and edition
released = Public by
released-unknown = the source gives no date
remark = Remark
which-cites = which cites
rating = Rating
code = Code
figures = Figures
statements = Statements
figures-count = { $n ->
    [one] { $n-written } figure
   *[other] { $n-written } figures
 }
figures-on-indicator-page = { $n ->
    [one] { $n-written } figure, on the page of the indicator
   *[other] { $n-written } figures, on the page of the indicator
 }
show = Show
all-themes = all themes
all-places = All places
pages = Pages of the table
not-stated = not stated
not-known = not known
download-these = These figures as CSV

# Indicators
indicators-title = Indicators
indicators-lead = What is counted, in which unit, and what it may be compared with.
indicators-filter = Filter the indicators
indicators-words = Words in the name or definition
indicators-found = { $n ->
    [one] { $n-written } indicator fits.
   *[other] { $n-written } indicators fit.
 }
indicators-count = { $n ->
    [one] { $n-written } indicator
   *[other] { $n-written } indicators
 }
indicators-all = Show all indicators
indicators-none = No indicator fits. Try fewer words or the beginning of a word, or choose all themes.
ratings-heading = Indicators of government response
ratings-lead = Each is met or not. Activities, milestones and the total follow from them.
ratings-count = { $n ->
    [one] { $n-written } rating
   *[other] { $n-written } ratings
 }
indicator-counts = Counts:
no-figures = There is no figure for this choice.
neighbours = What it may be compared with
neighbours-lead = How this indicator relates to others. What the graph does not allow, Pana refuses.
neighbours-of-figure = What figures of this indicator may be compared with

# As of a day
as-of = As known on
as-of-hint = year-month-day, empty for now
as-of-now = As known now, in the newest release of each figure, including figures from sources without a date.
as-of-shown = As known on { $day }: only what was certainly public by then. Figures from sources without a date are left out.
as-of-not-a-day = That is not a day: write year, month and day, such as 2024-12-31

# Trend
trend-title = { $indicator }: { $place }
trend-break-mark = series break
trend-one-series = { $n ->
    [one] One figure that may be compared.
   *[other] { $n-written } figures of one series: they may be read as a trend.
 }
trend-too-few = Fewer than two comparable figures: no trend can be stated.
trend-refused = Pana refuses a trend from { $from } ({ $from-year }) to { $to } ({ $to-year }).
trend-break = Series break between “{ $before }” and “{ $after }”: { $why }.
trend-break-stated = the graph states it without a reason
trend-break-between = they are different series, and nothing allows joining them
trend-side-by-side = The figures can be read side by side. No difference, growth rate or change of rank can be computed from them.
series-break-row = Series break: { $why }. Values above and below cannot be compared.
series-break-row-plain = Another series. Values above and below cannot be compared.

# Observation
observation-title = { $figure }: { $indicator }
observation-bound = A bound, not a count: it stays as it was said.
observation-stored = As stored
observation-scale-ends = on a scale from { $low } to { $high }
observation-uses = Where it is used
history = History
history-lead = { $n ->
    [one] One release.
   *[other] { $n-written } releases, oldest first. A correction adds a release; it does not overwrite.
 }
revision = Revision
to-cite = To cite it
citation-quoted = { $origin }, quoted by { $author }
citation-undated = no date
citation-rest = ({ $year }), { $locator }. Pana, observation { $id }, revision { $revision }; public by { $released }.

# Sources
sources-title = Sources
sources-lead = Every fact here rests on one of these. A source that is only known through another is listed apart.
sources-seed = Read here
sources-seed-lead = Figures and statements were taken from these themselves.
sources-origin = Cited by them
sources-origin-lead = Known only as others quote them; the figures were not checked against the original.
source-record = Record
publisher = Publisher
published = Published
source-kind = Kind
covers = Covers
language = Language
address = Address
reliability = What to bear in mind
cited-in = Cited in
cites = What it cites
cite-as = Cite as
source-says-nothing = Nothing has been taken from this source yet; it is listed because another source cites it.

# Places
part-of = Part of
index-region = Region of the index
borders-since = Within these borders since
borders-until = Within these borders until
territory-break = The borders changed. Figures from before and after count different territories: they cannot be compared or drawn as one line.
place-to-country = Snapshot of the country
place-parts = Places inside
place-no-figures = There is no figure about this place yet.
