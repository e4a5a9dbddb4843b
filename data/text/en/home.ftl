# The home page.

home-title = What is known about modern slavery, and how it is known
home-lead = How many people are affected, how vulnerable they are, and what governments do about it: country by country, from published sources, with every step shown.
home-regions = Region
home-map-caption = { $region }: estimated prevalence of modern slavery, { $edition } edition
home-map-note = People per 1,000 residents in { $year }. Each country on the map opens its page.
home-to-table = The same as a table
home-find = Find a country
home-find-hint = By name or by code
home-open = Open the snapshot
home-table-heading = Countries of the region in the { $edition } edition: { $region }
home-table-note = Model-based estimates for { $year }; no interval was published. Sorted by unrounded prevalence, countries without an estimate by name.
home-table-counts = { $n-written } of { $of-written } countries here have an estimate, { $world-written } in the world.
home-source = Source
home-rank = No.
home-pressing = Asked, and unanswered or gone back
home-pressing-all = All recommendations and what became of them
