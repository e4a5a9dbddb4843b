# The page of a country, and how each of its figures was made. $country is always in the nominative.

country-meta = Snapshot of the { $edition }. Its estimates speak about { $year }.
country-marks = Each tick is a country of the region; the filled mark is { $country }, the open mark the regional mean.
country-basis-estimate = model estimate
country-basis-score = composite score
country-take = Take it with you
country-pdf = PDF for print: two pages, A4
country-json = JSON with every derivation
country-compare = Compare with other countries
country-map-note = Shade: { $unit }.
country-map-sorted = Sorted by the unrounded value; countries without an estimate by name.
country-vulnerability-chart = Vulnerability by dimension
country-vulnerability-scale = Scores from 0 to 100; a higher score means more vulnerable.
country-response-chart = Government response by milestone
country-response-scale = Percent of the points of each milestone.
country-finding = Finding
country-cost = What it costs in the total
country-activity = Activity
country-remaining = What must change
country-total-then = Total: now → then
country-sources-lead = Everything on this page comes from these sources.

derivations = How each figure was made
derivations-title = How it was made: { $title }
derivations-lead = Every figure and every sentence of the snapshot with its rule, its formula and the values it started from. A dotted value opens the observation, with its source.
derivations-back = Back to this part of the snapshot
