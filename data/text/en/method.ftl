# Method pages. Numbers come from the loaded rulesets.

methods-title = Methods
methods-lead = How the figures here are made, what can be read from them, and what Pana refuses to do with them.
method-references = References
method-heading-when-not = When not to use it
method-together = Together
method-edition = Edition

method-prevalence = How many people: prevalence and number
method-prevalence-lead = The number of people in modern slavery is the estimate of a statistical model, not a count of people who were found.
method-prevalence-model = The publisher estimates prevalence from surveys in some countries, risk scores in all of them, and regional totals shared out between countries. Pana carries the published estimates and does not compute prevalence itself.
method-prevalence-interval = No interval was published for any country. How far the true number may lie from the estimate cannot be said, and neither can how firm a rank is.
method-heading-number = From prevalence to a number
method-prevalence-number = The number of people N follows from the unrounded prevalence p (people per thousand), the population P and the rounding r; halves are rounded away from zero. Below r people the number is published as “fewer than r”. The import of an official workbook checks every published number with this formula.
method-prevalence-edition = The estimates speak about { $year } and use the population of { $population-year }. Numbers are rounded to { $rounding }. Countries with an estimate: { $n-written }.
method-prevalence-printed = The country pages of this edition print the population as that of { $printed }; it is the estimate for { $year }.
method-prevalence-when-not = Not as a count of victims, not beside counts of cases or of people who received services, and not for a change between editions: definition, data and model changed.

method-vulnerability = How vulnerability is computed
method-vulnerability-lead = The score is relative: it says who is more vulnerable than whom, not how vulnerable anyone is.
method-vulnerability-dimension = The publisher gives every country a score in each dimension; a higher score means more vulnerable. Pana starts from these published scores.
method-vulnerability-total = The weighted mean S of the dimensions D, with the eigenvalues λ as weights, is stretched over all countries of the edition to the total V:
method-vulnerability-ends = The two ends of the scale are countries, so every total moves when one of them moves.
method-vulnerability-extremes = Least vulnerable: { $least }. Most vulnerable: { $most }.
method-heading-weights = The weights
method-vulnerability-weights = The publisher does not print the weights. They were recovered by an exact fit of the published totals on the published dimension scores; with them every published total is reproduced.
method-vulnerability-caption = Weights of the dimensions, { $edition } edition
method-dimension = Dimension
method-eigenvalue = Eigenvalue
method-weight = Weight
method-vulnerability-when-not-1 = To compare editions. Variables, weights and the two ends of the scale change.
method-vulnerability-when-not-2 = Beside government response as if the two were independent: the response is one of the variables of vulnerability.
method-vulnerability-when-not-3 = As a distance: twice the score is not twice the vulnerability.

method-response = How the government response is scored
method-response-lead = Indicators belong to activities, activities to milestones. Points are given to activities, and negative indicators can take them away.
method-response-tree = Each indicator is met or not met. The indicators of an activity decide its points A, the activities of a milestone add up to its points M, and all activities together to the total T, in percent of the points that can be reached.
method-response-ratings = A graded activity earns { $full } points if all its positive indicators are met, one if some are, and none otherwise.
method-response-negative = A negative indicator names harm done by the state or a gap that undoes its work. If it is met, an activity with full points falls to one point; an activity that is not complete loses nothing, so most negative indicators do not show in the total. Pana shows them beside it.
method-response-missing = A rating that is not known is not zero: the points then lie between what the worst and the best rating would give, and no exact total is stated.
method-response-not-mean = The total is not the mean of the milestones: a milestone weighs as much as the points it holds.
method-response-edition = Indicators: { $items-written }, of them negative: { $negative-written }. Activities: { $activities-written }. Milestones: { $milestones-written }. Points that can be reached: { $maximum }.
method-response-edition-points = Of this edition only the points of each milestone are public; Pana starts from them. Milestones: { $milestones-written }. Points that can be reached: { $maximum }.
method-response-caption = Milestones and their points, { $edition } edition
method-milestone = Milestone
method-activities = Activities that earn points
method-maximum = Points
method-response-negative-only = Activities that only count against a country: { $n-written }. Each changes the total by { $points } if its indicator is met.
method-response-reduced = { $places }: fewer points can be reached, { $maximum } in milestone { $milestone } and { $total } in all, because: { $why }.
method-response-letters = Letters, { $edition } edition
method-from-percent = From, percent of the points
method-response-cap = With a negative indicator met, the best possible letter is { $letter }.
method-response-not-assessed = Not assessed in this edition: { $places }.
method-response-when-not-1 = For a change between editions: indicators and maxima differ.
method-response-when-not-2 = As a measure of effect: the score says which measures exist, not what they achieve for people.

method-ranks = Ranks and means
method-ranks-lead = Ranks and regional means are computed here, from unrounded published values.
method-ranks-rank = The first rank has the highest value. The rank R of a country c is one plus the number of countries with a higher value x; equal values share the smaller rank.
method-ranks-unrounded = Two countries that look equal when rounded may have different ranks. No interval is published, so neighbouring ranks may in truth stand in the other order.
method-heading-means = Means of a region
method-ranks-means = The mean m counts every country of the region that has the value once; sentences about the regional average use it. The mean w beside it counts every resident once; P is the population.
method-ranks-caption = Countries with a published value
method-ranks-when-not = Not across editions: countries, methods and data differ, so a rank that moved says nothing about what happened in a country.

method-robustness = How firm a rank is
method-robustness-lead = Would a country have another vulnerability rank, had somebody chosen other weights?
method-robustness-question = The ranks are computed again in other ways and compared with those of the published weights, S:
method-robustness-way-1 = with equal weights for the k dimensions, E;
method-robustness-way-2 = with a geometric instead of an arithmetic mean, G.
method-robustness-noise = With the weights w changed at random: { $n-written } draws, each weight multiplied by a number u from { $low } to { $high }. The page of a country gives the ranks between which it stays when the outermost draws on either side are left out.
method-robustness-caption = How far ranks move, over all countries of an edition
method-equal-mean = Equal weights: on average
method-equal-max = at most
method-geometric-mean = Geometric mean: on average
method-geometric-max = at most
method-robustness-when-not = This is not a confidence interval. Only the weights and the way of adding up are in doubt here; errors in the data are not.

method-series-breaks = Series breaks, and what Pana refuses
method-series-breaks-lead = Figures may be put together only where the graph of indicators allows it. The rest is refused, with the reason.
method-series-breaks-graph = Indicators are linked by relations, and each relation says whether values may be compared. Not allowed are:
method-series-breaks-refused-1 = a trend across a series break: no line, no difference, no growth rate;
method-series-breaks-refused-2 = a part of a year against a whole year;
method-series-breaks-refused-3 = a flow against a stock;
method-series-breaks-refused-4 = figures about different groups of people, or about a territory before and after its borders changed;
method-series-breaks-refused-5 = a bound as if it were a number: “more than” is never read as the number itself.
method-heading-break = What a series break is
method-series-breaks-break = The words are the same and the method is another: definition, data or model changed. Each side stays a series of its own; pages show them side by side with a break mark between.
method-series-breaks-caption = Relations in the graph
method-relation = An indicator … another
method-relations = Relations
method-comparable = of them comparable

method-as-of = What “as of” means
method-as-of-lead = Every question can be asked as of a day in the past.
method-as-of-release = Each figure has a day by which it was certainly public. A source that states only a year counts from the last day of that year, one that states only a month from the last day of that month.
method-as-of-day = Asked as of a day, Pana shows the newest release of each figure that was public by then. Later figures and later corrections are left out.
method-as-of-undated = Figures from sources without a date are left out of every such answer. There are { $undated-written } of them among { $n-written } figures.
method-as-of-correction = A correction is a new release beside the old one; nothing is overwritten. The page of a figure shows all its releases.

method-derived = What derived figures are
method-derived-lead = A derived figure was computed here from other figures. It is never shown as a published one.
method-derived-standing = Every figure says whether its source published it or Pana derived it. Derived figures carry a mark; they are used for no trend and drawn in no chart of published figures.
method-derived-formula = The formula names the figures it starts from, and each name opens that figure, so that anyone can check it by hand.
method-derived-count = Derived figures here: { $n-written }.
method-heading-statements = Sentences
method-derived-statements = The sentences of a country’s snapshot are chosen by rules over stored values. Each opens its rule, its formula and the values behind it; nothing is typed into a page.
