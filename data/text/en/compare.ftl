# Countries side by side.

compare-title = Compare countries
compare-title-of = { $countries }: { $edition } edition
compare-lead = Two to five countries of one edition, side by side, each with the mean of its region.
compare-country = Country { $n-written }
compare-button = Compare
compare-legend-country = country
compare-legend-own-mean = mean of the country’s own region
compare-mean = Mean: { $region }
compare-all = All figures
compare-caption = { $title }. Model-based estimates for { $year }; no interval was published.
compare-caveat = The estimates come from one model, and no interval was published for any country. The true figures of two countries may overlap: a small difference may be no difference, and neighbouring ranks may stand in the other order.
compare-editions = A comparison shows one edition. Figures of different editions cannot be set side by side: method, data and countries changed in between.
compare-share = The address of this page keeps the choice: pass it on to share the comparison.
compare-begin = Where to begin
compare-empty = Choose at least two countries and press “Compare”.
compare-suggestion = { $country } beside { $others }
compare-suggestion-why = The countries of the same region whose prevalence ranks nearest in this edition.
compare-unknown = We know no country by the code “{ $code }”. Codes have three letters, such as those in the addresses of country pages.
compare-absent = { $country }: the { $edition } says nothing about this country.
compare-left-out = Only five countries fit side by side. Left out: { $countries }.
