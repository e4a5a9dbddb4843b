# The country snapshot. Texts are chosen by rules over stored values; $country is always in the nominative.

snapshot-title = Modern slavery in { $country }: { $edition }
not-published = not published
fewer-than = fewer than { $n-written }
countries = { $n ->
    [one] { $n-written } country
   *[other] { $n-written } countries
 }
rank = { $rank ->
    [one] { $rank-written }st
    [two] { $rank-written }nd
    [few] { $rank-written }rd
   *[other] { $rank-written }th
 }

# Figures
figure-prevalence = Prevalence
figure-number = People in modern slavery
figure-rank-world = Rank in the world
figure-rank-region = Rank in the region
figure-vulnerability = Vulnerability
figure-response = Government response
figure-population = Population
figure-letter = Rating
unit-per-thousand = per 1,000 people
unit-people = people
unit-of-hundred = of 100
unit-residents-in-year = residents in { $year }
unit-of-countries = { $n ->
    [one] of { $n-written } country
   *[other] of { $n-written } countries
 }

# How many
scale-heading = How many people
scale-estimate = The { $edition } estimates that on any day of { $year }, { $number-written } people in { $country } lived in modern slavery: { $prevalence } of every 1,000 residents.
scale-estimate-below = The { $edition } estimates that on any day of { $year }, fewer than { $number-written } people in { $country } lived in modern slavery: { $prevalence } of every 1,000 residents.
scale-standing = { $country } has the { $world-rank ->
    [one] { $world-rank-written }st
    [two] { $world-rank-written }nd
    [few] { $world-rank-written }rd
   *[other] { $world-rank-written }th
 } highest prevalence of { $world-of-written } countries in the world and the { $region-rank ->
    [one] { $region-rank-written }st
    [two] { $region-rank-written }nd
    [few] { $region-rank-written }rd
   *[other] { $region-rank-written }th
 } highest of { $region-of-written } { $in-region }.
scale-none = { $country }: the { $edition } published no estimate of prevalence. Unknown is not zero.

# Maps
map-prevalence-title = { $region }: prevalence of modern slavery
map-prevalence-unit = people per 1,000 residents
map-prevalence-description = Map of { $n-written } countries by prevalence. Highest: { $highest }, { $highest-value } per 1,000. Lowest: { $lowest }, { $lowest-value } per 1,000.
map-number-title = { $region }: people in modern slavery
map-number-unit = people
map-number-description = Map of { $n-written } countries by the estimated number of people. Highest: { $highest }, { $highest-value }. Lowest: { $lowest }, { $lowest-value }.
map-no-estimate = no estimate published

# Vulnerability
vulnerability-heading = Vulnerability
vulnerability-none = { $country }: this edition published no vulnerability score.
vulnerability-above = With { $value } of 100, vulnerability in { $country } is above average for the region (mean { $mean }).
vulnerability-below = With { $value } of 100, vulnerability in { $country } is below average for the region (mean { $mean }).
vulnerability-equal = With { $value } of 100, vulnerability in { $country } is equal to the average for the region.
vulnerability-highest = { $country }’s vulnerability is highest in terms of { $dimension } ({ $value }).
vulnerability-farthest = It lies farthest above the regional mean in { $dimension } ({ $difference } points).
vulnerability-chart = Vulnerability of { $country } by dimension against the mean of { $region }, 0 to 100.
bar-statement = { $label }: { $value }, regional mean { $mean }
mean-unweighted = Mean of the region, each country once
mean-weighted = Mean of the region, each resident once

# Government response
response-heading = Government response
response-none = { $country }: this edition did not assess the government response.
response-above = With { $value } of 100, the government response of { $country } is above average for the region (mean { $mean }).
response-below = With { $value } of 100, the government response of { $country } is below average for the region (mean { $mean }).
response-equal = With { $value } of 100, the government response of { $country } is equal to the average for the region.
response-most-least = Most action was taken on { $most } ({ $most-value } %), least on { $least } ({ $least-value } %).
response-letter = The edition gave it the rating { $letter }.
response-chart = Government response of { $country } by milestone against the mean of { $region }, in percent of the points.

# Negative indicators
negatives-heading = What stands against it
negatives-lead = { $n ->
    [one] One negative indicator is met. Negative indicators lower the score only where an activity would otherwise be complete, so most of them do not show in the total.
   *[other] { $n-written } negative indicators are met. Negative indicators lower the score only where an activity would otherwise be complete, so most of them do not show in the total.
 }
negatives-none = No negative indicator is met.
negative-cost = { $points ->
    [one] It costs { $points-written } point: { $percent } percentage points of the total.
   *[other] It costs { $points-written } points: { $percent } percentage points of the total.
 }
negative-hidden = It costs nothing in the total: its activity is not complete anyway.
negative-open = What it costs cannot be said: a rating of its activity is missing.
ratings-missing = The ratings of the single indicators of this country are not part of this copy. Import the workbook of the { $edition } to see them: pana import gsi FILE.xlsx
rating-met = met
rating-not-met = not met
rating-negative-met = found
rating-unknown = not known here

# Recommendations
recommendations-heading = Recommendations
recommendations-published = Published with this edition
recommendation = Recommendation
candidates-heading = Nearest steps by the indicators
candidates-lead = Activities that would be complete if the named indicators changed, those with the fewest first, and where the total would then stand. They are candidates by arithmetic; what matters most is for people to decide.

# What the figures do not tell
limits-heading = What these figures do not tell
limit-model = The number of people is an estimate of a statistical model: surveys in some countries, risk scores in all, and regional totals shared out between them. It is not a count of persons found.
limit-model-rule = Method of the index as its publisher describes it.
limit-interval = No interval was published. How far the true number may lie from the estimate cannot be said, and neither can how firm the rank is.
limit-interval-rule = Neither the workbook nor the printed snapshot gives an interval for any country.
limit-series-break = The { $other } edition printed { $then } per 1,000 and rank { $rank-then-written }, the { $edition } edition { $now } and rank { $rank-now-written }. Method, data and countries changed in between: the two are separate series, and no rise or fall can be read from them.
limit-series-break-rule = The indicators of the two editions are joined by a series break; values across it are not subtracted.
limit-vulnerability-rank = The vulnerability rank is { $rank-written } of { $of-written } (1 is the most vulnerable). With weights changed at random by up to a quarter it stays between { $low-written } and { $high-written }; with equal weights it is { $equal-written }, with a geometric mean { $geometric-written }.
limit-vulnerability-rank-rule = Rank of the weighted mean of the five dimension scores; 2,000 draws of the weights, each multiplied by a number from 0.75 to 1.25; 5 % and 95 % quantiles.
limit-relative = The vulnerability score is relative: 1 and 100 are the least and the most vulnerable country of the edition. Scores of two editions cannot be subtracted. Government response is itself one of the variables of vulnerability, so the two are not independent findings.
limit-relative-rule = Totals are scaled by the smallest and the largest weighted mean of the edition.
limit-population-year = The snapshot as printed calls { $population } the population of { $printed }. It is the estimate of World Population Prospects 2019 for { $year }.
limit-population-year-rule = The population of every country in the workbook equals the 2019 estimate for the year before.

# Derivations
derivation-published = published by the source
derivation-computed = computed here from published values
derivation-stated = statement about the data
rule-no-estimate = The source published no estimate for this country in this edition.
rule-no-population = The source published no population for this country in this edition.
rule-no-vulnerability = The source published no vulnerability score for this country in this edition.
rule-no-response = The source did not assess this government in this edition.
rule-rounded-one-decimal = The published value, rounded to one decimal.
rule-rounded-thousands = The published value, which its source rounded to thousands.
rule-rounded-whole = The published value, rounded to a whole number.
rule-published-as-is = As published.
rule-rank = One plus the number of countries with a higher unrounded prevalence; equal values share the smaller rank.
rule-number-from-prevalence = The number of people is prevalence times population, rounded to thousands. The check must give the published number.
rule-mean = The mean counts every country of the region that has the score once; the mean that counts every resident once stands beside it.
rule-against-mean = The unrounded total is compared with the unweighted mean of the region.
rule-highest = The dimension with the largest score. This dimension is the largest for most countries, so the distance from the regional mean stands beside it.
rule-farthest = The dimension whose score lies farthest above the regional mean.
rule-most-least = The milestones with the largest and the smallest percent of their points.
rule-negative = What the total would gain if only this indicator were no longer met.
rule-recommendation = Paraphrase of the published recommendation, with the indicators it traces to.
rule-candidate = The total if the remaining indicators of the activity changed and nothing else did.
