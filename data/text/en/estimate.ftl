# Estimates from overlapping lists: the pages to make one, the report, and what is entered from it.

# ---- The report ----

estimate-report-title = How many in all: { $file }
estimate-report-subject = Estimate from overlapping lists
estimate-percent = { $n }%
estimate-range = { $low } to { $high }
estimate-sentence = Between { $low } and { $high } people in all, depending on the method.
estimate-sentence-one = Between { $low } and { $high } people in all: the { $level } interval of the only method that gives an estimate.
estimate-sentence-same = About { $n } people in all by every method; the intervals reach from { $low } to { $high }.
estimate-sentence-none = How many people there are in all cannot be estimated from this table.
estimate-reach = The { $level } intervals of these methods reach from { $low } to { $high }.
estimate-observed = { $n ->
    [one] { $n-written } person was observed; { $share } of them on more than one list.
   *[other] { $n-written } people were observed; { $share } of them on more than one list.
 }
estimate-methods-without = { $n ->
    [one] One of { $of-written } methods gives no number; its row says why.
   *[other] { $n-written } of { $of-written } methods give no number; their rows say why.
 }
estimate-why = Why: { $why }.
estimate-at-least = There are at least { $n } people: those who were observed are a lower bound.
estimate-help-heading = What would help
estimate-help-overlap = More overlap: a longer period, a wider area, or records matched with more care. Everything rests on people who are on two lists.
estimate-help-merge = Merging lists that belong together, such as two offices of one agency, so that fewer overlaps are empty.
estimate-help-list = Another list made by somebody who finds people in another way.
estimate-help-protocol = The referral protocol: agencies that send people to each other by a rule share none or all of them, and no model can tell that from the counts.
estimate-help-multiplier = A multiplier instead: a survey in which some say they were on a list gives N = n / share. Or a network scale-up survey.

estimate-forest-heading = The methods side by side
estimate-forest-title = Estimates of all people, with their intervals
estimate-forest-note = Filled dot: every check passed. Open dot: a check raises a doubt, named in the row. Crossed out and broken: a check failed and the number must not be used. Arrow from a bar: a lower bound.
estimate-axis-even = people in all
estimate-axis-factors = people in all; equal steps are equal factors
estimate-plot-observed = observed: { $n }
estimate-plot-doubt = doubt: { $gate }
estimate-plot-fail = failed: { $gate }
estimate-plot-at-least = at least { $n }
estimate-plot-none = no estimate
estimate-plot-none-short = none
estimate-results-caption = What each method says, to the digits its interval supports. In a model, [12,3] means: lists 1 and 2 depend on each other, list 3 on neither.
estimate-column-method = Method
estimate-column-estimate = Estimate
estimate-column-interval = Interval
estimate-column-how = How the interval was made, and its level
estimate-column-model = Model
estimate-column-verdict = Result
estimate-column-check = Check
estimate-column-value = Value
estimate-column-bound = Bound
estimate-column-factor = Times as many unseen
estimate-column-list = List
estimate-column-on-it = On it
estimate-column-on-it-only = On it alone
estimate-column-shared = Also on another
estimate-column-change = Change
estimate-column-observed = Observed
estimate-column-truth = Truly on it
estimate-column-holds = Inside the interval
estimate-column-promised = Promised
estimate-column-held = Held
estimate-column-error = Simulation error
estimate-column-bias = Middle error of the estimate
estimate-column-without = Without an estimate
estimate-column-setting = Convention

estimate-gates-heading = Checks before a number may be believed
estimate-gates-sum = { $passed-written } of { $n-written } checks passed.
estimate-gates-caption = Every check of every method
estimate-verdict-pass = passed
estimate-verdict-doubt = doubt
estimate-verdict-fail = failed
estimate-gate-existence = maximum exists
estimate-check-existence = Whether the likelihood has a maximum at all. Where two lists share nobody it may not.
estimate-gate-identifiability = parameters can be told apart
estimate-check-identifiability = Whether this table can tell the parameters of the model apart.
estimate-gate-mixing = chains agree
estimate-check-mixing = Whether chains that began far apart describe one distribution (split R-hat).
estimate-gate-sample-size = independent draws
estimate-check-sample-size = How many independent draws the chains are worth.
estimate-gate-grid-end = end of the grid
estimate-check-grid-end = How much of the posterior lies at the largest number that was considered. Much there means that the end of the grid decides.
estimate-gate-beyond-grid = beyond the grid
estimate-check-beyond-grid = How much of the posterior would lie beyond the largest number that was considered.
estimate-gate-modes = one hill
estimate-check-modes = Whether the posterior has one hill or several: with several, one number hides that the answers fall into groups.
estimate-gate-threshold = away from the threshold
estimate-check-threshold = Whether a pair of lists stands so near the threshold that chance decides whether it is in the model.
estimate-gate-overlap = overlap
estimate-check-overlap = The share of people on two lists or more. All estimates rest on them.
estimate-gate-bias-correction = bias correction
estimate-check-bias-correction = Whether the bootstrap is centred near the estimate. Far from it, the interval is made from the tail.
estimate-gate-cap = cap
estimate-check-cap = How often a chain struck the largest number of people it may hold.
estimate-gate-replicates = replicates
estimate-check-replicates = The share of bootstrap tables without an estimate. They leave the interval one-sided.

estimate-assumption-heading = What no table can show
estimate-assumption = Every method assumes that people on no list are related to the lists as the others are: that there is no interaction of all lists at once. No table can show whether that is so, however large it is. An estimate is what follows if it is.
estimate-assumption-closed = The people are the same over the whole period: nobody comes in, leaves or dies.
estimate-assumption-linked = Records were matched without error. A match that was missed makes the estimate too high, a wrong match makes it too low.
estimate-assumption-chance = Everybody in a group has some chance to be on each list. Who can be on none is in no estimate.
estimate-assumption-unseen = Whoever makes a list decides whom to look for. The estimate is about people who could have been found in these ways.
estimate-untestable-title = If the unseen were more, or fewer, than the stepwise model says
estimate-untestable-note = Below: how many times as many unseen people. Beside: all people. The line across is the number observed.
estimate-untestable-caption = The same in numbers: at factor 1 the interaction of all lists is zero, as the model assumes.

estimate-lists-heading = The lists
estimate-found-nothing = Nothing is wrong with the lists: none is empty, none holds everybody, and every two share somebody.
estimate-found-empty-list = Nobody is on the list { $a }. It was left out.
estimate-found-everybody = Everybody is on the list { $a }, so it says nothing about who was missed. It was left out.
estimate-found-same-as = The list { $a } holds exactly the people of { $b }. It was left out.
estimate-found-no-overlap = Nobody is on both { $a } and { $b }. Agencies that never share a person often refer by a rule: ask for the referral protocol.
estimate-found-apart = The list { $a } shares nobody with any other.
estimate-masked = { $rows ->
    [one] One count is a range.
   *[other] { $rows-written } counts are ranges.
 } They were drawn { $tables-written } times; each estimate is the middle of those of the completed tables, and its interval reaches over all of theirs.
estimate-overlap-title = Who is on which lists
estimate-overlap-note = Each row is a history: the lists with a large dot, and how many people are on exactly these.
estimate-overlap-more = { $n ->
    [one] One smaller history is not drawn.
   *[other] { $n-written } smaller histories are not drawn.
 }
estimate-lists-caption = The lists by the numbers used in the picture and in the models

estimate-curves-heading = Behind the intervals
estimate-curve-posterior = { $method }: where the number of all people lies
estimate-curve-posterior-note = The higher, the more probable. The upright line is the number observed.
estimate-curve-top = { $method }: the interval by how many models it may choose from
estimate-curve-top-note = Whole line: lower end, broken line: upper end. An interval that stops widening has seen enough models.

estimate-others-heading = If the lists were other ones
estimate-others-title = The stepwise estimate without each list, and with each two made one
estimate-others-note = Filled dot: a list left out; its people who are on no other are then not observed. Open dot: two lists made one. An estimate that hangs on one list moves far when it goes.
estimate-all-lists = all lists: { $n }
estimate-without = without { $list }
estimate-merged = { $a } and { $b } merged
estimate-others-caption = The same in numbers

estimate-consistency-heading = Does the method find what is known?
estimate-consistency-lead = Among the people of one list, those on no other list are hidden, and their number is estimated from the other lists. Here the truth is known.
estimate-consistency-caption = Stepwise estimate of the size of each list from the others
estimate-holds = yes
estimate-holds-not = no

estimate-coverage-heading = Do the intervals hold at this size?
estimate-coverage-lead = Tables of this size were made by chance from the stepwise model, so that the truth is known, and each was estimated anew. An interval that takes one model as given holds less often than it promises when the model was chosen from the same table.
estimate-coverage-caption = How often intervals held in { $n ->
    [one] { $n-written } simulated table
   *[other] { $n-written } simulated tables
 }

estimate-strata-heading = By group
estimate-strata-lead = Each group was estimated alone. Groups that differ in how they are found hide in one table and appear here.
estimate-strata-caption = Every group and every method
estimate-sums-caption = The sum over the groups, for methods with an estimate in each of them. The groups are taken as independent.
estimate-sums-none = No method has an estimate in every group, so there is no sum.

estimate-made-heading = How to do it again
estimate-made-lead = The same table, seed and version give the same numbers on every machine.
estimate-made-table = Table
estimate-made-sha256 = SHA-256 of the table
estimate-made-lists = Lists
estimate-made-used = Lists used
estimate-made-strata = Other columns
estimate-made-observed = People observed
estimate-made-seed = Seed
estimate-made-replicates = Bootstrap replicates
estimate-made-level = Level of the intervals
estimate-made-simulated = Tables simulated
estimate-made-version = Version of the program
estimate-made-on = Computed on
estimate-settings-caption = Every convention that changes a number

estimate-method-independence = Independent lists
estimate-says-independence = Takes all lists as independent of each other. Simple, and too low where the same people are found again and again.
estimate-method-aic = Forward AIC
estimate-says-aic = Adds pairs of lists that depend on each other as long as AIC improves. Its interval takes the chosen model as given.
estimate-method-stepwise = Stepwise
estimate-says-stepwise = Adds pairs of lists one by one while their p-value is small. Every bootstrap table chooses anew.
estimate-method-bic = Best model by BIC
estimate-says-bic = Compares all hierarchical models; every bootstrap table chooses among the best of them.
estimate-method-threshold = Bayesian thresholding
estimate-says-threshold = Keeps the pairs of lists whose interaction is clearly not zero in the posterior.
estimate-method-bma = Model averaging
estimate-says-bma = Averages over all decomposable graphs of the lists, each by its posterior weight.
estimate-method-lcmcr = Latent classes
estimate-says-lcmcr = Divides people into classes that are found in different ways; within a class the lists are independent.
estimate-method-chapman = Two lists (Chapman)
estimate-says-chapman = Uses two lists that are independent of each other.
estimate-method-chao = Lower bound (Chao)
estimate-says-chao = A lower bound from the people seen once and twice; it holds when people differ in how easily they are found.

estimate-interval-wald = curvature of one model
estimate-interval-profile = profile of one model
estimate-interval-bca = BCa bootstrap
estimate-interval-percentile = percentile bootstrap
estimate-interval-posterior = posterior quantiles
estimate-interval-log-normal = variance formula

estimate-reason-no-overlap = no two lists share a person
estimate-reason-no-maximum = the likelihood has no maximum for any model the method may choose
estimate-reason-not-identifiable = the parameters cannot be told apart from this table
estimate-reason-number-of-lists = the method is not made for this number of lists
estimate-reason-not-mixed = the chains do not agree on one distribution
estimate-reason-too-few-twice = too few people were seen twice
estimate-reason-not-converged = the fit did not settle
estimate-reason-no-lists = all lists but one say nothing
estimate-next-no-overlap = Match the records with more care, take a longer period or a wider area; or use a multiplier: a survey in which some say they were on a list.
estimate-next-no-maximum = Merge lists that belong together so that fewer overlaps are empty, or take a longer period.
estimate-next-not-identifiable = Merge lists that belong together so that fewer overlaps are empty, or choose a simpler method (--method independence).
estimate-next-number-of-lists = Merge lists or leave some out, or choose methods made for this number of lists (--method all).
estimate-next-not-mixed = Try more replicates or another seed; if the chains still disagree, trust the other methods (--method all).
estimate-next-too-few-twice = Take a longer period or a wider area, so that more people are met twice.
estimate-next-not-converged = Merge lists that belong together so that fewer overlaps are empty, or choose another method (--method all).
estimate-next-no-lists = Add a list made by somebody who finds people in another way; lists that are empty, equal or hold everybody say nothing.

estimate-setting-likelihood = likelihood
estimate-setting-interactions = interactions
estimate-setting-minus-infinite = interactions of empty overlaps
estimate-setting-point-from = estimate taken from
estimate-setting-p-threshold = p-value to come in
estimate-setting-replicates = bootstrap replicates
estimate-setting-seed = seed
estimate-setting-percentile-lower = percentile interval, lower end
estimate-setting-percentile-upper = percentile interval, upper end
estimate-setting-acceleration = acceleration
estimate-setting-order = highest order of interaction
estimate-setting-models = models compared
estimate-setting-without-estimate = models without an estimate
estimate-setting-search = search
estimate-setting-ntop = models a replicate may choose from
estimate-setting-n-in-bic = n in BIC
estimate-setting-alpha-shape = prior of α, shape
estimate-setting-alpha-rate = prior of α, rate
estimate-setting-burn-in = sweeps left out at the start
estimate-setting-cap = largest number of unseen people
estimate-setting-chains = chains
estimate-setting-classes = classes at most
estimate-setting-delta = δ, prior count of a cell
estimate-setting-draws = draws
estimate-setting-graphs = graphs averaged
estimate-setting-grid-end = end of the grid
estimate-setting-grid-points = points of the grid
estimate-setting-highest-chain-median = highest median of a chain
estimate-setting-lowest-chain-median = lowest median of a chain
estimate-setting-mean = mean of the posterior
estimate-setting-mode = highest point of the posterior
estimate-setting-second-mode = second hill of the posterior
estimate-setting-second-mode-share = share of the second hill
estimate-setting-model-share = share of the best model
estimate-setting-prior = prior
estimate-setting-prior-variance = variance of the prior
estimate-setting-quantile = quantiles
estimate-setting-ratios = mean over standard deviation, by pair
estimate-setting-sweeps = sweeps
estimate-setting-thin = kept every … sweeps
estimate-setting-threshold = threshold
estimate-setting-bias-corrected-from-counts = bias-corrected, from the counts
estimate-setting-classic-from-counts = classical, from the counts
estimate-setting-heterogeneity = how people may differ
estimate-setting-highest-pair = highest pair
estimate-setting-lowest-pair = lowest pair
estimate-setting-multinomial-point = estimate by the multinomial likelihood
estimate-setting-pair = pair of lists
estimate-setting-pairs = pairs of lists
estimate-setting-pairs-below-observed = pairs with an estimate below the number observed
estimate-setting-pairs-without-overlap = pairs without overlap
estimate-setting-point = estimate from
estimate-setting-variance = variance by
estimate-word-poisson = Poisson
estimate-word-multinomial = multinomial
estimate-word-profile = profile likelihood
estimate-word-exhaustive = all models
estimate-word-downhill = downhill from several starts
estimate-word-people = people observed
estimate-word-flat = flat
estimate-word-median-of-the-pairs = median of the pairs
estimate-word-seber-1970 = Seber 1970
estimate-word-one-parameter-for-each-list = one parameter for each list, convex in the number of lists
estimate-word-interpolated = interpolated

# ---- The pages ----

nav-estimates = Hidden number
estimates-title = How many were never found?
estimates-lead = Several organisations keep lists of people they found. How the lists overlap says how many people are on none of them.
estimates-for-heading = What this is for
estimates-for-1 = Load a table of how many people are on which lists. No name is needed and none should be in it.
estimates-for-2 = All methods run on it, because they differ: the answer is how far they lie apart, with the checks each has passed. Where the overlap cannot carry an estimate, the page says so and what would help.
estimates-for-3 = The report says what was assumed, how often such intervals hold at this size, and everything needed to do it again.
estimates-table-heading = What the table looks like
estimates-table-how = A CSV file with a column of 0 and 1 for each list and a column count. Every other column divides people into groups. A masked count may be a range such as 1-4. Without the column count each row is one person.
estimates-sample-caption = Three lists: 14 people were on the lists of the police and of the shelter, but not on that of the clinic
estimates-load-heading = Load a table
estimates-field-file = A file
estimates-field-file-hint = CSV, at most 1 MB
estimates-field-text = Or paste it here
estimates-field-text-hint = With the header in the first line; cells separated by comma, semicolon or tab
estimates-more = More: groups, methods, seed
estimates-field-strata = Columns that divide people into groups
estimates-field-strata-hint = Their names, separated by commas. Empty: everybody together.
estimates-field-methods = Methods
estimates-field-methods-hint = None chosen: all of them.
estimates-field-seed = Seed
estimates-field-seed-hint = The same seed gives the same numbers.
estimates-field-replicates = Bootstrap replicates
estimates-field-replicates-hint = 1,000 are usual; 100 to 10,000.
estimates-button = Estimate
estimates-privacy = The table stays in the memory of this program and is forgotten after { $hours } hours or when the program ends. The address of the result cannot be guessed; who has it can read the result.
estimates-examples-heading = Open example tables
estimates-examples-lead = Tables that others have published, to see what an answer looks like.
estimates-example-run = Estimate from this table
estimates-example-kosovo_1999 = Killings in Kosovo, 20 March to 22 June 1999: four lists, 4,400 people
estimates-example-korea_palembang = Korean women held in sexual slavery in Palembang: three lists, 123 people
estimates-example-uk_2013 = Potential victims of trafficking, United Kingdom 2013: five lists, 2,744 people
estimates-example-source = Source: { $source }
estimates-off-heading = Not on this server
estimates-off = This server only shows what is entered. Tables are loaded and estimates are entered on one’s own machine: start the program there with
estimates-off-why = Anyone who can reach a server started like this can load tables and enter estimates.
estimates-off-line = Or ask on the command line:
estimates-entered-heading = Entered estimates
estimates-entered-none = None has been entered.
estimates-entered-withdrawn = withdrawn
estimates-methods-link = How the methods work

estimate-refused-title = This table cannot be read
estimate-refused-lead = Nothing was computed. Correct what is named below and load it again.
estimate-refused-back = Load another table
estimate-fault-line = Line { $line }
estimate-fault-column = column { $column }
estimate-fault-empty = There is no row under the header. Each row is a history with its count.
estimate-fault-ragged = The row does not fit the header ({ $found }). Give each row one cell for each column.
estimate-fault-header = A column has no name, or two have the same. Give each its own.
estimate-fault-too-few-lists = Fewer than two columns hold only 0 and 1. Each list needs one: 1 if the person is on it, else 0.
estimate-fault-too-many-lists = { $found } lists are more than can be held. Merge lists that belong together.
estimate-fault-not-zero-one = “{ $found }” stands where a list has 0 or 1. Correct it, or name the column among those that divide people into groups.
estimate-fault-not-a-count = “{ $found }” is no count. Write a whole number from 0 up, or a range such as 1-4 for a masked cell.
estimate-fault-backwards = The range “{ $found }” ends before it starts. Write the smaller number first.
estimate-fault-on-no-list = People on no list were not observed; their number is what is sought. Take the row out.
estimate-fault-no-column = There is no column “{ $found }”. Name one of the header.
estimate-fault-no-count = There is no column count, and no two rows are alike. Add the column, with 1 in each row if a row is a person.
estimate-fault-nothing-given = No table was given. Choose a file, paste the table, or take one of the examples.
estimate-fault-too-large = The table is larger than 1 MB. Add rows of the same history together: a table of ten lists has at most 1,023 rows.
estimate-fault-not-text = The file is not text in UTF-8. Save it as CSV, not as a workbook.
estimate-fault-setting = “{ $found }” cannot be used here. The seed is a whole number from 0, replicates lie between 100 and 10,000.
estimate-fault-form = The form was not complete or came from another page. Load this page again and send it once more.
estimate-fault-table = These counts make no table: { $found }.
estimate-busy-title = The queue is full
estimate-busy = Two estimates are running and as many wait as may wait. Try again in a few minutes.

estimate-run-title = Estimating
estimate-run-lead = This page looks again by itself every two seconds. The result stays at this address.
estimate-run-waiting = { $n ->
    [0] Next in the queue.
    [one] One estimate is before this one.
   *[other] { $n-written } estimates are before this one.
 }
estimate-run-seconds = { $n ->
    [one] Running for one second.
   *[other] Running for { $n-written } seconds.
 }
estimate-run-progress = Progress
estimate-run-of = { $done } of { $of }
estimate-run-now = now
estimate-run-done = done
estimate-run-begun = It begins.
estimate-run-cancel = Cancel
estimate-run-again = Look now
estimate-stage-methods = Methods
estimate-stage-replicates = Bootstrap tables
estimate-stage-coverage = Simulated tables
estimate-stage-models = Models compared
estimate-stage-averaging = Graphs averaged
estimate-stage-latent-classes = Sweeps of the latent classes
estimate-stage-thresholding = Sweeps of the thresholding
estimate-cancelled-title = Cancelled
estimate-cancelled = Nothing of it was kept.
estimate-failed-title = It could not be finished
estimate-failed = The program failed on this table. The reason is in its log; please report it with the table, if it may be shared.
estimate-no-list-title = No table to estimate from

estimate-take-heading = Take it with you
estimate-take-html = Report as one file (HTML)
estimate-take-pdf = Report on paper (PDF)
estimate-take-csv = Results as a table (CSV)
estimate-take-json = Everything for programs (JSON)
estimate-contents = On this page
estimate-again-heading = By group
estimate-again-lead = The table has columns that divide people. Estimate each group alone:
estimate-again-button = By { $column }

estimate-enter-heading = Enter it as an observation
estimate-enter-lead = It then stands on the page of the country beside the published prevalence, labelled as an own estimate, with interval and method. It can be withdrawn, and both stay on record.
estimate-enter-place = Place
estimate-enter-period = Period
estimate-enter-period-hint = A year, as 2024, or two with a line between, as 2020-2024
estimate-enter-what = Which number
estimate-enter-spread = The spread of all methods: { $range }
estimate-enter-method = { $method }: { $range }
estimate-enter-by = Your name
estimate-enter-note = Remark: who was counted, where the lists come from
estimate-enter-button = Enter
estimate-enter-refused = It was not entered
estimate-enter-no-period = “{ $found }” is no year and no span of years. Write 2024 or 2020-2024.
estimate-enter-no-place = There is no such place.
estimate-enter-no-what = This method has no estimate that may be used.
estimate-enter-no-by = Who enters it is missing: an estimate has a name behind it.

own-heading = Own estimates
own-lead = Made with this program from a table, not published by anybody else. They follow another definition than the index: do not subtract one from the other.
own-label = own estimate
own-spread = Spread of all methods
own-interval = { $level } interval
own-points = estimates of the methods
own-how = How it was made
own-method = Method
own-point = Estimate
own-range = Interval
own-ends = Intervals of all methods
own-level = Level
own-kind = How the interval was made
own-model = Model
own-observed = People observed
own-lists = Lists
own-seed = Seed
own-version = Version of the program
own-settings = Conventions
own-table = Table
own-sha256 = SHA-256 of the table
own-by = Entered by
own-on = Entered on
own-withdrawn = Withdrawn on { $day } by { $by }: { $why }
own-withdraw-heading = Withdraw it
own-withdraw-lead = The figure stays in the history of this page, with the day and the reason.
own-withdraw-why = Reason
own-withdraw-button = Withdraw
own-withdraw-refused = It was not withdrawn: your name and a reason are needed.
