# Claims: verdicts, the sentence of each code, what would change it, why a figure was not laid beside a claim.

claims-title = Claims
claims-lead = Statements with a figure in them, and what the evidence says. The program proposes a verdict and gives its reasons; a named person decides.
claims-count = { $n ->
    [one] { $n-written } claim
   *[other] { $n-written } claims
 }
claims-none = No claim fits. Choose another verdict, or show all claims.
claims-empty = No claim has been recorded yet. Try a sentence of your own below: nothing is stored.
claim = Claim
claim-said-by = Who says it
claim-made-on = When it was said
claim-quantity = What it is about
claim-states = What it states
claim-kind = Shape of the claim
claim-why = Why
claim-change = What would change it
claim-evidence = Evidence
claim-evidence-used = Figures that count
claim-evidence-none = No figure of the room counts.
claim-evidence-refused = Figures that were not laid beside it
claim-refused-why = Why not
claim-bound = What it allows
claim-says = What it says of the claim
claim-proposed = The program proposes
claim-decided = A person decided
claim-decisions = Decisions of people
claim-decision-none = No named person has decided yet. What stands above is a proposal.
claim-decision-differs = This differs from what the program proposes.
claim-decision-agrees = This agrees with what the program proposes.
claim-decision-label = Published as
claim-machine-expected = Test of the engine
claim-as-of = Using only what had been published by
claim-try = Try a claim
claim-try-lead = Fill in what the sentence says. Nothing is stored, and the address of the answer can be shared.
claim-try-button = Check
claim-try-again = Another claim
claim-try-incomplete = This claim cannot be read
claim-field-text = The sentence (optional)
claim-field-indicator = What is counted
claim-field-comparator = How
claim-field-value = Number
claim-field-upper = Upper number, for a range
claim-field-place = Where
claim-field-period = When, for example 2024, 2012-2013, 8 months, annually
claim-field-subgroup = Among whom
claim-field-claimant = Who says it (optional)
claim-hypothetical = nobody: an example
claim-download = This answer as JSON
claim-share = Address of this answer
claim-filter = Choose claims
claim-verdict = Verdict
claim-filter-all = All verdicts

comparator-word-eq = exactly
comparator-word-approx = about
comparator-word-gt = more than
comparator-word-ge = at least
comparator-word-lt = less than
comparator-word-le = at most
comparator-word-between = between

# A claim of a direction without a number
claim-direction-eq = unchanged
claim-direction-approx = about the same
claim-direction-gt = more, or growing
claim-direction-ge = as much or more
claim-direction-lt = less, or falling
claim-direction-le = as much or less
claim-direction-between = between

claim-kind-level = a value
claim-kind-count = a count
claim-kind-sum = a sum
claim-kind-part_whole = a part of a whole
claim-kind-share = a share
claim-kind-identity = two statements of one thing
claim-kind-change = a change
claim-kind-trend = a direction
claim-kind-rank = a rank
claim-kind-compare = a comparison
claim-kind-list = a list

verdict-consistent = Consistent with the evidence
verdict-consistent_incomplete = True, and not the whole truth
verdict-contradicted = Contradicted by the evidence
verdict-disputed = Disputed: the evidence disagrees
verdict-internally_inconsistent = Does not agree with itself
verdict-not_comparable = Cannot be compared
verdict-unverifiable = Cannot be verified

# One sentence per code
claim-code-arithmetic-ok = The arithmetic is right: { $figures } give { $number }.
claim-code-arithmetic-ok-plain = The listed parts add up to the stated number.
claim-code-arithmetic-fails = The arithmetic is wrong: { $figures } give { $number }.
claim-code-arithmetic-fails-plain = The parts do not add up to the stated number.
claim-code-rounding = It agrees once it is rounded as the claim is: { $figures }.
claim-code-value-match = A published figure of the same quantity is the same: { $figures }.
claim-code-share-computed = The share follows from published counts: { $figures } give { $number }.
claim-code-threshold-met = The stated limit is met: { $figures }.
claim-code-change-implies-base = Value and change together imply an earlier value of { $number }, which nobody published.
claim-code-trend-confirmed = The published figures go the stated way: { $figures }.
claim-code-trend-not-confirmed = The published figures do not go the stated way: { $figures }.
claim-code-two-points-only = Two points are not a trend: { $figures }.
claim-code-cause-not-testable = The figures may be right; that one thing follows from the other cannot be read from counts.
claim-code-self-report = The figure is the claimant’s own, about its own work: { $figures }.
claim-code-no-independent-evidence = Nobody but the claimant has published a figure of this.
claim-code-no-compatible-evidence = There is no figure of this quantity that could be laid beside the claim.
claim-code-definition-differs = The nearest figures count something else: { $figures }.
claim-code-indicative-only = Only figures that overlap with the claimed quantity point the same way; they indicate and do not prove: { $figures }.
claim-code-broader-measure-larger = A broader measure of the same thing is { $number } times larger: { $figures }.
claim-code-lower-bound-only = The evidence shows that there were at least so many, not how many there were: { $figures }.
claim-code-narrower-presented-as-whole = The stated number is that of a part: { $figures }.
claim-code-partial-period = It counts only a part of a year.
claim-code-period-unknown = The claim does not say when.
claim-code-partial-vs-full = A part of a year is laid beside a whole one: { $figures }.
claim-code-period-length-differs = The periods have different lengths: { $figures }.
claim-code-offence-group-differs = The figures count different groups of offences: { $figures }.
claim-code-series-break = The figures belong to series that a break separates, so there is no trend across them: { $figures }.
claim-code-rank-set-differs = The ranks count different sets of countries: { $figures }.
claim-code-flow-vs-stock = People who enter in a year cannot be compared with people who are there at a moment: { $figures }.
claim-code-implausible-ratio = Laid beside each other, the two would mean that a person stays { $number } years.
claim-code-part-from-other-series = Part and whole come from different series of estimates: { $figures }.
claim-code-value-mismatch = A published figure of the same quantity is another one: { $figures }.
claim-code-threshold-not-met = The stated limit is not met: { $figures }.
claim-code-lower-bound-exceeds = A part alone is already more than the claim allows: { $figures }.
claim-code-upper-bound-below = The whole is less than the claim needs: { $figures }.
claim-code-base-missing = What it is compared with has not been published.
claim-code-sample-unknown = The figure comes from a survey; how the people were chosen is not described: { $figures }.
claim-code-second-hand = The figure is repeated from a source that we have not seen: { $figures }.
claim-code-superseded = A later figure has taken its place: { $figures }.
claim-code-revised-since = The figure was revised after the claim was made: { $figures }.
claim-code-earliest-stage = It counts the first stage only; fewer reach the next: { $figures }.
claim-code-numerator-only = It states a part without the whole: { $number } of { $figures }.
claim-code-base-year-reverses = Begun in another year, the same figures go the other way: { $figures }.
claim-code-subgroup-reverses = In another group the opposite holds: { $figures }.

# What would change the verdict
claim-missing-two-points-only = Figures of further years, counted the same way.
claim-missing-cause-not-testable = A study that compares with what would have happened otherwise.
claim-missing-no-independent-evidence = A figure of the same quantity from somebody else.
claim-missing-no-compatible-evidence = A published figure of this quantity, this place and this time.
claim-missing-definition-differs = A definition of what the claimant counts.
claim-missing-indicative-only = The claimant’s yearly figures, or another count of exactly this.
claim-missing-lower-bound-only = A count or an estimate of the whole, not of a part.
claim-missing-partial-period = The figure of the whole year.
claim-missing-period-unknown = The year the claim speaks about.
claim-missing-partial-vs-full = Both figures for periods of the same length.
claim-missing-period-length-differs = Both figures for periods of the same length.
claim-missing-offence-group-differs = Both figures for the same group of offences.
claim-missing-series-break = Both figures by the same method and definition.
claim-missing-rank-set-differs = Ranks among the same countries by the same method.
claim-missing-flow-vs-stock = How long people stay on average, or a figure of the same kind.
claim-missing-part-from-other-series = Part and whole from the same series.
claim-missing-base-missing = The published figure it is compared with.
claim-missing-sample-unknown = A description of how the sample was drawn.
claim-missing-second-hand = The source that is cited.
claim-missing-change-implies-base = The published earlier figure.
claim-missing-earliest-stage = How many reached the later stages.

# What a figure says of a claim
claim-said-supports = supports it
claim-said-contradicts = contradicts it
claim-said-open = leaves it open
claim-said-indicates = points the same way
claim-said-own = the claimant’s own
claim-said-part = part of its arithmetic
claim-said-context = for the reader to know

# Why a figure is not laid beside a claim
claim-reason-period_unknown = the time is not stated
claim-reason-other_period = it speaks about another time
claim-reason-other_subgroup = it counts another group
claim-reason-series_break = a break lies between the series
claim-reason-flow_vs_stock = one is a flow, the other a stock
claim-reason-not_comparable = the two cannot be compared
claim-reason-other_series = it belongs to another series of estimates
claim-reason-partial_vs_full = a part of a year against a whole one
claim-reason-period_length_differs = the periods have different lengths
claim-reason-offence_group_differs = it counts another group of offences
claim-reason-derived = computed here, published by nobody
claim-reason-no_interval = an estimate without an interval bounds nothing
claim-reason-second_hand = repeated from a source that was not seen
claim-reason-no_number = it states no number
claim-reason-other_unit = its unit cannot be converted

# How a set of values is written
interval-exactly = exactly { $low }
interval-between = { $low } to { $high }
interval-at-least = at least { $low }
interval-more-than = more than { $low }
interval-at-most = at most { $high }
interval-less-than = less than { $high }
interval-any = any value

