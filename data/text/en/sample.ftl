# Reports of what samples say: network scale-up, respondent-driven samples, surveys carried to countries.

sample-made-lead = The same files, settings and version give the same numbers on every machine.
sample-made-population = Population
sample-made-missing = People without a degree
sample-made-chains = Chains
sample-made-warmup = Draws thrown away at the start of each chain
sample-made-draws = Draws kept of each chain
sample-missing-drop = left out of shares
sample-missing-max = given the largest degree
sample-missing-median = given the median degree
sample-axis-people = people
sample-axis-share = share
sample-axis-prevalence = per 1,000 people
sample-column-reason = Not to be used because
sample-column-binomial = By the binomial model alone
sample-column-tau = Share of ties known
sample-column-points = Estimates
sample-column-ends = Intervals
sample-column-group = Group
sample-column-size = True size
sample-column-ratio = Estimate over size
sample-column-share = Share
sample-column-delta = Interval (delta method)
sample-column-bootstrap = Interval (bootstrap)
sample-column-country = Country
sample-column-basis = Rests on
sample-column-positives = Cases of those asked
sample-column-prevalence = Per 1,000
sample-column-level = { $level } interval
sample-column-people = People
sample-column-rank = Rank, from–to
sample-column-distance = Distance
sample-column-donors = Nearest surveyed
sample-column-parameter = Parameter
sample-column-median = Median

sample-method-mle = maximum likelihood (MLE)
sample-method-pimle = mean of ratios (PIMLE)
sample-method-proportional = proportional
sample-method-random-degree = random degrees (Bayes)
sample-method-sample = the sample itself
sample-method-rds-1 = RDS-I
sample-method-rds-1-smoothed = RDS-I, smoothed
sample-method-rds-2 = RDS-II
sample-method-ss = successive sampling
sample-method-ss-fallback = successive sampling (equal to RDS-II here)
sample-bootstrap-none = no replicates
sample-bootstrap-salganik = Salganik’s bootstrap
sample-bootstrap-tree = tree bootstrap
sample-bootstrap-gile = Gile’s bootstrap
sample-reason-no-degrees = nobody knows anyone of the known groups
sample-reason-nobody-known = nobody knows a member
sample-reason-too-few-replicates = too few replicates give a number
sample-reason-not-mixed = the chains do not agree
sample-reason-too-short = the chains are too short
sample-reason-no-group = there is no such group
sample-reason-nobody = nobody has both an answer and a degree
sample-reason-unconnected = recruitment does not connect all groups
sample-reason-small-population = the population is smaller than the sample

sample-nsum-title = How many people, by those who know them: { $file }
sample-nsum-subject = Estimate from network scale-up
sample-nsum-sentence = Between { $low } and { $high } people in “{ $group }”, depending on the method, if every tie to a member is known.
sample-nsum-none = How many people there are in “{ $group }” cannot be estimated from this sample.
sample-nsum-no-group = The table has no hidden group: every group has a size.
sample-nsum-asked = { $n ->
    [one] { $n-written } person was asked; the median respondent knows about { $degree } people.
   *[other] { $n-written } people were asked; the median respondent knows about { $degree } people.
 }
sample-nsum-held = Groups of known size, each estimated from the others: { $held-written } of { $n-written } intervals hold the size, and a group is typically missed by a factor of { $factor } (mean ratio { $ratio }). Nothing better can be expected of the hidden group.
sample-nsum-reports = { $n ->
    [one] A member was reported once.
   *[other] Members were reported { $n-written } times.
 }
sample-nsum-caption = What each method says; intervals are { $level } intervals of a bootstrap over respondents or of the posterior
sample-nsum-plot = Size of “{ $group }” by each method
sample-nsum-tau = Respondents do not know of everybody they know that she belongs to the group. If only a share of the ties is known, the group is larger by as much:
sample-nsum-tau-caption = The size by the share of ties that respondents know of
sample-nsum-help-more = More respondents, or respondents nearer to the group: where nobody knows a member, no size can be told.
sample-nsum-help-known = More groups of known size in the questionnaire, so that degrees can be estimated.
sample-nsum-help-other = Another design: overlapping lists, a respondent-driven sample, or a multiplier.
sample-nsum-next-no-degrees = No size can be estimated: no respondent knows anybody of the groups whose size is known, so no degree can be told. Ask about more or larger groups of known size.
sample-nsum-next-nobody-known = No size can be estimated: no respondent knows a member of the hidden group. Ask more people, or people nearer to the group.
sample-nsum-next-too-few-replicates = No size can be estimated: too few bootstrap replicates give a number. Ask more people; with --boot more replicates are drawn.
sample-nsum-next-no-group = No size can be estimated: every group has a size. Leave the size of the hidden group out.
sample-hold-out-heading = Are known groups found again?
sample-hold-out-none = There is no second group of known size, so this cannot be checked. Ask about at least two.
sample-hold-out-caption = Each group of known size, estimated from the others as if it were hidden

sample-rds-title = Shares among people who recruited each other: { $file }
sample-rds-subject = Respondent-driven sample
sample-rds-sentence = Between { $low } and { $high } have “{ $group }” as “{ $outcome }”, depending on the estimator.
sample-rds-none = No share of “{ $outcome }” can be estimated from this sample.
sample-rds-no-outcome = The table has no outcome to estimate.
sample-rds-grown = { $n ->
    [one] { $n-written } person
   *[other] { $n-written } people
 } came from { $seeds ->
    [one] one seed
   *[other] { $seeds-written } seeds
 } in { $waves ->
    [one] one wave
   *[other] { $waves-written } waves
 }; the largest tree is { $share } of the sample.
sample-rds-degrees = { $n ->
    [one] One person gave no degree.
   *[other] { $n-written } people gave no degree.
 }
sample-rds-people = In the sample: { $people }. { $n ->
    [0] Everybody answered.
    [one] One person gave no answer.
   *[other] { $n-written } people gave no answer.
 }
sample-rds-caption = The share of each group by each estimator, with { $level } intervals
sample-rds-plot = The share of { $group }
sample-rds-homophily = Recruitment homophily is { $ratio }; 1 is none. Far above 1, groups keep to themselves and intervals are too narrow.
sample-rds-homophily-none = Recruitment homophily cannot be told.
sample-rds-settled = From wave { $wave } on the shares stay within 2 points of the final ones: the sample forgot its seeds.
sample-rds-settled-not = The shares had not settled when recruitment ended: they still depend on who was a seed.
sample-rds-multiplier = The register divided by the share that was in it gives a size:
sample-rds-multiplier-caption = The size by each estimator of the share
sample-rds-help-degree = Ask everybody how many people of the group she knows: without degrees nobody can be weighted.
sample-rds-help-waves = Recruit more waves from more seeds, so that recruitment leads from every group to every other.
sample-rds-help-merge = Merge groups that recruited nobody of another.
sample-rds-next-nobody = No share can be estimated: nobody has both an answer and a degree. Give degrees, or use --missing-degree median.
sample-rds-next-unconnected = No share can be estimated: recruitment does not lead from every group to every other. Merge groups, or recruit more waves.
sample-rds-next-small-population = No share can be estimated: the population is smaller than the sample. Correct --population.

sample-survey-title = From surveys to countries: { $file }
sample-survey-subject = Estimate from surveys by a hierarchical model
sample-survey-sentence = { $n ->
    [one] One country
   *[other] { $n-written } countries
 }: { $surveyed ->
    [0] none has a survey
    [one] one has a survey
   *[other] { $surveyed-written } have a survey
 }, and where there is none, the number is the model’s.
sample-survey-not-mixed = The chains of “{ $form }” do not agree, so nothing may be concluded from them.
sample-survey-beyond = { $n ->
    [one] One country without a survey is less like the surveyed ones than any of these are like each other; its number is an extrapolation.
   *[other] { $n-written } countries without a survey are less like the surveyed ones than any of these are like each other; their numbers are extrapolations.
 }
sample-survey-heading = Countries
sample-survey-caption = Each country, with what its number rests on
sample-survey-plot = People per 1,000, with { $level } intervals
sample-survey-star = * no survey here: the number is the model’s.
sample-survey-far = { $n } of { $of }
sample-survey-distance = The distance says how far a country is from the centre of the surveyed ones, of how far the farthest surveyed one is. Where the first number is larger, the model has seen nothing like it.
sample-survey-help-longer = Run the chains longer ([chains] in the model).
sample-survey-help-simpler = Leave predictors out, or give tighter priors.
sample-survey-help-data = More cases: with few of them the model has nothing to hold on to.
sample-survey-refusal-named = This cannot be estimated: “{ $of }” is missing or named twice. Name every country and form once.
sample-survey-refusal-setting = This cannot be estimated: the setting “{ $of }” is outside its range. Correct it in the model.
sample-survey-refusal-number = This cannot be estimated: a number cannot be used ({ $of }). Correct it in the table of countries.
sample-survey-refusal-no-population = This cannot be estimated: “{ $of }” has nobody in its population cells. Fill them, or leave the country out.
sample-survey-refusal-too-few-surveys = This cannot be estimated: “{ $of }” was asked in fewer than two countries. Add a survey of another country.
sample-survey-refusal-no-positives = This cannot be estimated: nobody reported “{ $of }”, so the surveys give an upper bound only. Add surveys, or merge forms.
sample-survey-refusal-constant = This cannot be estimated: “{ $of }” is the same in all surveyed countries. Leave it out.
sample-survey-refusal-durations = This cannot be estimated: the durations of “{ $of }” are negative or empty. Correct them in the model.
sample-survey-refusal-total = This cannot be estimated: the total of “{ $of }” belongs to no country or form, is given twice, or does not lie within its interval. Correct it in the model.
sample-survey-refusal-state-imposed = This cannot be estimated: the total of “{ $of }” is not above the state-imposed cases in its countries. Correct one of them.
sample-survey-refusal-no-start = This cannot be estimated: the data or the priors give every point no probability. Widen the priors.
sample-basis-survey = survey
sample-basis-modelled-no-survey-here = model only
sample-form-heading = How it was modelled: { $form }
sample-form-rests = Everything rests on { $n ->
    [one] one case
   *[other] { $n-written } cases
 } among { $asked-written } people asked in { $surveyed ->
    [one] one country
   *[other] { $surveyed-written } countries
 }.
sample-form-stock = Of the cases of five years { $share } are there on any one day.
sample-form-checks = Checks of the fit
sample-form-parameters = Parameters of the model, on the logit scale
sample-gate-mixing = chains agree
sample-gate-sample-size = independent draws
sample-gate-divergences = divergences
sample-gate-path-length = paths cut short
sample-gate-positives = cases
sample-gate-surveys = surveyed countries
sample-parameter-intercept = intercept
sample-parameter-person = person
sample-parameter-country = country
sample-parameter-spread = spread between countries
