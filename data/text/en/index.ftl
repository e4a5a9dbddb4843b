# The report of a composite index.

index-subject = Composite index from { $file }
index-sentence = { $n ->
    [one] One unit is ranked; other decisions that could have been made move it by { $change } places on average.
   *[other] { $n-written } units are ranked; other decisions that could have been made move a unit by { $change } places on average.
 }
index-sentence-alone = { $n ->
    [one] One unit is ranked; how far the place hangs on what was decided was not computed.
   *[other] { $n-written } units are ranked; how far the places hang on what was decided was not computed.
 }
index-first = { $unit } has rank 1.
index-first-between = { $unit } has rank 1; in { $level } of the draws its rank lies from { $low-written } to { $high-written }.
index-first-stays = { $unit } has rank 1, and keeps it in { $level } of the draws.
index-near = { $share } of the units have a rank within three places of the median of their draws.
index-unscored = { $n ->
    [one] One unit has no rank because too much of its data is missing.
   *[other] { $n-written } units have no rank because too much of their data is missing.
 }

index-ranks-heading = Ranks
index-first-highest = Rank 1 has the highest score.
index-first-lowest = Rank 1 has the lowest score.
index-ranks-title = Ranks { $low-written } to { $high-written }, with the interval of { $level } of the draws
index-ranks-note = Filled dot: the rank as the model says. Open dot: the median of the draws. Line: from the lowest to the highest rank in { $level } of the draws. Where lines overlap, the order of two units is not settled.
index-axis-rank = rank
index-ranks-caption = All units, by rank
index-column-unit = Unit
index-column-rank = Rank
index-column-median = Median of the draws
index-column-interval = { $level } interval
index-column-score = Score
index-column-class = Class
index-column-reliability = Lack of reliability
index-column-available = Data available
index-column-imputed = Cells filled in
index-reliability = Lack of reliability is from 0 (the data can be relied upon) to 10 (they cannot): it counts missing indicators, the age of the data and what makes them doubtful otherwise. A rank with a high value is a rank of the guesses that stand in for data.

index-doubt-heading = What could have been decided otherwise
index-doubt-nothing = The model does not say what could have been decided otherwise, so the ranks stand without an interval. They look more certain than they are: add [[assume]] tables to the model.
index-doubt-not-asked = The ranks under other decisions were not computed; ask for them with --uncertainty.
index-doubt-lead = Each draw makes the index anew, with every decision below taken at random among its choices, all equally likely.
index-doubt-found = { $n ->
    [one] In one draw
   *[other] In { $n-written } draws
 } the mean change of a rank is { $change } places; { $share } of the units are ranked within three places of the median of their draws.
index-doubt-limits = Only the decisions named here were varied. Which indicators there are, and errors in the data themselves, are not among them.
index-factor-weights = weights
index-factor-weighting = where weights come from
index-factor-imputation = missing cells
index-factor-treatment = outliers
index-factor-normalisation = the common scale
index-factor-aggregation = how parts are put together
index-factor-removal = leaving a part out
index-vary-weights = each weight by up to { $by } more or less
index-vary-removal = nothing or one of { $list }

index-shares-heading = Which decision moves the ranks
index-shares-lead = { $n-written } indices were made by a design that varies one decision at a time among all others; intervals come from { $boot-written } bootstrap replicates.
index-shares-none = No rank moved in any of them, so there is nothing to divide.
index-shares-title = Shares of the movement of ranks, by decision
index-shares-note = Bar: the share that would remain if all other decisions were settled, with its interval. Open dot: the share that would go if this decision alone were settled. Where the dot lies far left of the end of the bar, the decision works through others.
index-shares-described = { $factor }: { $total } together with others, { $first } alone.
index-axis-share = share of the variance of the mean rank change
index-shares-caption = The same in numbers: alone (first order) and with others (total order)
index-shares-janon-jansen = First order as Janon and others (2014), total order as Jansen (1999). A share below 0 is a share that cannot be told from 0.
index-shares-saltelli = First order as Saltelli and others (2010), total order as Jansen (1999). A share below 0 is a share that cannot be told from 0.
index-column-factor = Decision
index-column-first = Alone
index-column-total = With others

index-without-heading = Without each part
index-without-lead = Each part of the index is left out in turn; the weights of its siblings keep their ratios.
index-without-caption = How far ranks move without a part
index-without-needed = The index cannot be made without: { $list }.
index-column-without = Left out
index-column-change = Mean change of rank
index-column-largest = Largest change
index-column-largest-unit = Of

index-data-heading = What was done to the data
index-data-lead = In this order:
index-step-denominate = { $n ->
    [one] One indicator is divided by a denominator.
   *[other] { $n-written } indicators are divided by a denominator.
 }
index-step-impute = { $n ->
    [one] One missing cell takes { $how }
   *[other] { $n-written } missing cells take { $how }
 }; still missing: { $left-written }.
index-step-screen = { $n ->
    [0] Every unit has at least { $share } of its data; none is left out.
    [one] One unit is not scored because less than { $share } of its data is there.
   *[other] { $n-written } units are not scored because less than { $share } of their data is there.
 }
index-step-treat = { $n ->
    [0] No indicator has outliers that needed treatment.
    [one] Outliers of one indicator are drawn in; by a logarithm: { $logs-written }.
   *[other] Outliers of { $n-written } indicators are drawn in; by a logarithm: { $logs-written }.
 }
index-step-normalise = Indicators come onto one scale: { $how }.
index-step-aggregate = { $n ->
    [one] One score is made of them.
   *[other] { $n-written } scores are made of them.
 }
index-dropped-caption = Units that are not scored
index-treated-caption = Indicators whose outliers were treated, with skew and kurtosis before and after
index-treated-log = logarithm
index-treated-winsorised = winsorised
index-passes = passes
index-passes-not = does not pass
index-column-indicator = Indicator
index-column-how = How
index-column-cells = Cells set
index-column-skew = Skew
index-column-kurtosis = Kurtosis

index-nodes-heading = How the parts hang together
index-nodes-lead = A part that hardly correlates with the index is there in name only; Cronbach’s α says whether the children of a part measure one thing (0.7 is a common bound).
index-nodes-caption = Parts of the index, in the order of the model
index-column-node = Part
index-column-parent = Belongs to
index-column-level = Level
index-column-weight = Weight
index-column-correlation = Correlation with the index
index-column-alpha = α

index-made-lead = The same model, table, seed and version give the same numbers on every machine.
index-made-own = Single indicators and parts may have a treatment, scale or mean of their own; the model file has them all.
index-made-model = Model
index-made-model-sha256 = SHA-256 of the model
index-made-source = Source of the rules
index-made-indicators = Indicators
index-made-screen = Too little data
index-made-screen-before = less than { $share } of the cells filled in the table: not scored
index-made-screen-after = less than { $share } of the cells filled after missing ones were filled in: not scored
index-made-screen-none = every unit is kept
index-made-impute = Missing cells
index-made-treat = Outliers
index-made-normalise = Common scale
index-made-weigh = Weights
index-made-aggregate = Parts are put together by
index-made-least = Least share of parts for a score
index-made-show = Scale of the index
index-made-draws = Draws
index-made-design = Points of the design
index-impute-none = nothing: a score is made of what is there
index-impute-mean = the mean of the indicator
index-impute-median = the median of the indicator
index-impute-group-mean = the mean of units of the same group ({ $group })
index-impute-group-median = the median of units of the same group ({ $group })
index-scale-none = as they are
index-scale-min-max = min–max from { $low } to { $high }
index-scale-z-score = z-score with mean { $mean } and standard deviation { $sd }
index-scale-rank = rank
index-scale-borda = number of units below
index-scale-percentile-rank = percentile rank
index-scale-goalposts = between goalposts, times { $times }
index-scale-target = distance to a target
index-scale-reference = distance to { $unit }
index-scale-maximum = distance to the maximum
index-scale-fraction = fraction of the maximum
index-mean-arithmetic = arithmetic mean
index-mean-geometric = geometric mean
index-mean-harmonic = harmonic mean
index-mean-generalised = generalised mean with power { $power }
index-mean-geometric-reversed = geometric mean seen from the high end
index-mean-maximum = the largest part
index-mean-sum = sum
index-mean-copeland = pairwise comparisons (Copeland)
index-weights-given = as the model gives them
index-weights-equal = all parts alike
index-weights-principal = loadings of the first principal component
index-weights-factors = squared loadings of the components (OECD and JRC 2008)
index-treat-none = left as they are
index-treat-log = logarithm of every indicator
index-treat-rule-log = where |skew| is at least { $skew } and kurtosis at least { $kurtosis }: at most { $n-written } of its cells winsorised, else a logarithm
index-treat-rule-keep = where |skew| is at least { $skew } and kurtosis at least { $kurtosis }: at most { $n-written } of its cells winsorised
index-show-plain = as it comes out
index-show-min-max = from { $low } to { $high } over the units: relative to who is compared
index-show-percent = percent of the most a unit can have

index-refusal-no-scores = No unit has a score: each lacks too many of its parts. Fill the empty cells, let missing ones be filled in ([impute] in the model), or lower the least share of parts (least).
index-refusal-too-few-units = { $n ->
    [0] No unit is left to compare; at least two are needed.
    [one] Only one unit is left to compare; at least two are needed.
   *[other] Only { $n-written } units are left to compare; more are needed.
 } Add rows, fill the empty cells, or lower the bound of the screening ([screen] in the model).
