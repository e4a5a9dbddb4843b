# Words for the codes of the data: units, bases, relations, themes, kept tables and their columns.
# What a unit is called
unit-acts = legislative acts
unit-cases = cases
unit-category = category in words
unit-centres = centres
unit-complaints = complaints
unit-consultations = consultations
unit-count = count
unit-countries = countries
unit-goods = goods
unit-int_usd = international dollars
unit-marriages = marriages
unit-mci = monthly calculation indices
unit-measures = measures
unit-months = months
unit-pages = pages
unit-per_1000 = per 1,000 people
unit-percent = percent
unit-persons = people
unit-places = places
unit-plans = plans
unit-rank = rank
unit-ratio = times
unit-rating = rating of one indicator
unit-regions = regions
unit-schools = schools
unit-score_0_100 = score, up to 100
unit-share = share, in percent
unit-year = year
unit-years = years
unit-usd = US dollars
unit-inspections = inspections
unit-violations = violations
unit-penalties = penalties
unit-convictions = convictions

# A unit behind a number; a fraction takes the last form
counted-acts = { $n ->
    [one] act
   *[other] acts
 }
counted-cases = { $n ->
    [one] case
   *[other] cases
 }
counted-centres = { $n ->
    [one] centre
   *[other] centres
 }
counted-complaints = { $n ->
    [one] complaint
   *[other] complaints
 }
counted-consultations = { $n ->
    [one] consultation
   *[other] consultations
 }
counted-countries = { $n ->
    [one] country
   *[other] countries
 }
counted-goods = { $n ->
    [one] good
   *[other] goods
 }
counted-int_usd = international dollars
counted-marriages = { $n ->
    [one] marriage
   *[other] marriages
 }
counted-mci = { $n ->
    [one] monthly calculation index
   *[other] monthly calculation indices
 }
counted-measures = { $n ->
    [one] measure
   *[other] measures
 }
counted-months = { $n ->
    [one] month
   *[other] months
 }
counted-pages = { $n ->
    [one] page
   *[other] pages
 }
counted-per_1000 = per 1,000 people
counted-percent = %
counted-persons = { $n ->
    [one] person
   *[other] people
 }
counted-places = { $n ->
    [one] place
   *[other] places
 }
counted-plans = { $n ->
    [one] plan
   *[other] plans
 }
place-in-order = { $n ->
    [one] { $n-written }st place
    [two] { $n-written }nd place
    [few] { $n-written }rd place
   *[other] { $n-written }th place
 }
counted-ratio = { $n ->
    [one] time
   *[other] times
 }
counted-regions = { $n ->
    [one] region
   *[other] regions
 }
counted-schools = { $n ->
    [one] school
   *[other] schools
 }
counted-score_0_100 = of 100
counted-share = %
counted-years = { $n ->
    [one] year
   *[other] years
 }
counted-usd = { $n ->
    [one] US dollar
   *[other] US dollars
 }
counted-inspections = { $n ->
    [one] inspection
   *[other] inspections
 }
counted-violations = { $n ->
    [one] violation
   *[other] violations
 }
counted-penalties = { $n ->
    [one] penalty
   *[other] penalties
 }
counted-convictions = { $n ->
    [one] conviction
   *[other] convictions
 }

# How a number relates to the true one
comparator-approx = about { $n }
comparator-gt = more than { $n }
comparator-ge = at least { $n }
comparator-lt = less than { $n }
comparator-le = at most { $n }
comparator-between = { $low } to { $high }

# Who made a figure and how
basis-official_admin = official record
basis-estimate_model = model estimate
basis-estimate_expert = expert estimate
basis-io_count = count by an international organisation
basis-ngo_count = count by an NGO
basis-ngo_survey = NGO survey
basis-score = assessor’s score
basis-legal_norm = legal norm
basis-plan = plan
basis-media_report = media report
basis-derived = derived

# How much of the period a figure covers
coverage-full_period = the whole period
coverage-partial_period = a part of the period
coverage-cumulative = cumulative: everything since a start
coverage-annual_rate = per year, no year named
coverage-point_in_time = at one moment
coverage-threshold = a threshold in force
coverage-unspecified = coverage not stated

# SDMX status
status-a = A, normal
status-e = E, estimated
status-u = U, low reliability
status-d = D, the definition differs
status-o = O, not stated by the source

# Stock, flow, norm
flow-stock = stock
flow-flow = flow
flow-norm = norm
flow-meaning-stock = stock: how many at one moment, not how many in a year
flow-meaning-flow = flow: how many over a period, not how many at a moment
flow-meaning-norm = norm: what a rule or a plan sets, not what was counted

# Themes
theme-modern_slavery = Modern slavery
theme-trafficking = Human trafficking
theme-services = Services for victims
theme-criminal_justice = Criminal justice
theme-migration = Migration
theme-accountability = Accountability
theme-context = Context
theme-women = Women
theme-child = Children
theme-child_labour = Child labour
theme-disability = Disability
theme-migrants_refugees = Migrants and refugees
theme-movement_residence = Movement and residence
theme-trade_unions = Trade unions
theme-housing = Housing
theme-environment = Environment
theme-fact_check = Fact check
theme-cross_cutting = Several themes

# Kinds of places
place-kind-world = world
place-kind-index_region = region of the index
place-kind-region = region
place-kind-country = country
place-kind-city = city of republican significance

# Sources
source-kind-index_country_snapshot = country snapshot of an index
source-kind-index_workbook = data workbook of an index
source-kind-capture_table = table of overlapping lists
source-kind-index = index
source-kind-fact_check = fact check
source-kind-ministry_notice = notice of a ministry
source-kind-upr_stakeholder_submission = submission to the Universal Periodic Review
source-kind-assessment_page = assessment, summary page
source-kind-assessment = assessment
source-kind-assessment_data = data files of an assessment
source-kind-report = report
source-kind-research_report = research report
source-kind-statistics = statistics
source-kind-administrative_statistics = administrative statistics
source-kind-population_estimates = population estimates
source-kind-ngo_survey = survey of an NGO
source-kind-ngo_count = count of an NGO
source-kind-ngo_review = review of an NGO
source-kind-statement = statement
source-kind-news = news
source-kind-strategy = strategy
publisher-kind-foreign_government = government of another country
publisher-kind-own = made with this copy
publisher-kind-government = government
publisher-kind-international_organisation = international organisation
publisher-kind-media = media
publisher-kind-media_factchecker = fact-checking media
publisher-kind-ngo = non-governmental organisation
publisher-kind-ngo_coalition = coalition of NGOs
publisher-kind-hypothetical = nobody: an example for the checker
language-en = English
language-ru = Russian
language-kk = Kazakh
language-unknown = not stated

# How indicators relate; -back is the same seen from the other end
relation-component_of = is a part of
relation-component_of-back = has as a part
relation-counted_by_area = is counted by area in
relation-counted_by_area-back = counts by area
relation-cumulates = adds up several periods of
relation-cumulates-back = is added up over several periods in
relation-flow_for = is the flow whose stock is
relation-flow_for-back = is the stock whose flow is
relation-narrower_than = is narrower than
relation-narrower_than-back = is wider than
relation-not_comparable = looks alike but is not comparable with
relation-not_comparable-back = looks alike but is not comparable with
relation-other_series = comes from another series than
relation-other_series-back = comes from another series than
relation-overlaps = overlaps with
relation-overlaps-back = overlaps with
relation-rate_of = is the rate of
relation-rate_of-back = has as a rate
relation-series_break = ends at a series break; after it comes
relation-series_break-back = begins at a series break; before it came
relation-stage_after = is a later stage of
relation-stage_after-back = is an earlier stage of
comparable-yes = Values may be compared.
comparable-yes-back = Values may be compared.
comparable-no = Values may not be compared.
comparable-no-back = Values may not be compared.
comparable-lower_bound = Its value is a lower bound of the other.
comparable-lower_bound-back = The other’s value is a lower bound of this one.

# Tables that are kept whole, and one row of each
kept-estimates = Own estimates
kept-findings = Findings
kept-recommendations = Recommendations
kept-commitments = Commitments
kept-assessments = Assessments
kept-claims = Claims
kept-centres = Centres by area
kept-claim_evidence = Evidence on claims
kept-criminal_cases = Criminal cases
kept-employment_programmes = Employment programmes
kept-goods = Goods on lists
kept-inconsistencies = Inconsistencies
kept-recommendation_evidence = Evidence on recommendations
kept-recommendation_ratings = Indicators behind recommendations
kept-service_rules = Rules of services
kept-services = Guaranteed services
kept-verdicts = Verdicts
kept-demands = Demands over the years
kept-demand_members = Who raised a demand
kept-suggested_actions = Suggested actions
kept-recommendation_views = Views on recommendations
kept-measures = Measures
kept-measure_reports = Reports on measures
kept-ilab_inputs = Inputs to the level of ILAB
kept-tip_tiers = Tiers of the TIP report
kept-tip_evidence = Evidence on the questions of the TIP report
kept-legal_standards = Legal standards
kept-conventions = Conventions
kept-inspection_regime = Regime of labour inspection
kept-ilab_suggested_actions = Actions suggested by ILAB
kept-one-estimates = own estimate
kept-one-findings = Finding
kept-one-recommendations = Recommendation
kept-one-commitments = Commitment
kept-one-assessments = Assessment
kept-one-claims = Claim
kept-one-centres = Centre
kept-one-claim_evidence = Evidence
kept-one-criminal_cases = Criminal cases
kept-one-employment_programmes = Programme
kept-one-goods = Good
kept-one-inconsistencies = Inconsistency
kept-one-recommendation_evidence = Evidence
kept-one-recommendation_ratings = Indicator
kept-one-service_rules = Rule
kept-one-services = Service
kept-one-verdicts = Verdict
kept-one-demands = Demand
kept-one-demand_members = Raised a demand
kept-one-suggested_actions = Suggested action
kept-one-recommendation_views = View
kept-one-measures = Measure
kept-one-measure_reports = Report
kept-one-ilab_inputs = Input
kept-one-tip_tiers = Tier
kept-one-tip_evidence = Evidence
kept-one-legal_standards = Legal standard
kept-one-conventions = Convention
kept-one-inspection_regime = Rule of inspection
kept-one-ilab_suggested_actions = Suggested action

# Columns of those tables
field-action_category = Category of action in the review (1 to 5)
field-action_type = Type of action
field-actors = Actors
field-addressee = Addressee
field-addressee_basis = The addressee is
field-adopted = Adopted
field-area = Area
field-article = Article
field-as_of = As of
field-assessor = Assessor
field-audience = For whom
field-child_labor = Child labour
field-claim_type = Type of claim
field-claimant = Claimed by
field-claimant_kind = Kind of claimant
field-code = Indicator
field-cohort = Cohort
field-compatibility = How it fits
field-condition = Condition
field-country = Country
field-decided_on = Decided
field-demand_id = Demand
field-description = Description
field-detail = Detail
field-direction = Direction
field-domain = Domain
field-edition = Edition
field-effect = Effect
field-evidence_id = Evidence
field-evidence_kind = Kind of evidence
field-findings = Reasons
field-first_year = First asked
field-forced_child_labor = Forced child labour
field-forced_labor = Forced labour
field-funding = Funding
field-geo_id = Place
field-good = Good
field-handling = How Pana handles it
field-identifier = Identifier
field-in_2017_standard_wording = In the wording of the 2017 Standard
field-in_force_from = In force from
field-indicator_id = Indicator
field-instrument = Instrument
field-items = Concerns
field-kind = Kind
field-last_year = Last asked
field-legal_basis = Legal basis
field-level = Level
field-limit_value = Limit
field-list = List
field-made_on = Made
field-measures = Measures
field-member_id = Raised by
field-member_kind = Kind
field-n = Number
field-name = Name
field-note = Remark
field-obs_id = Observation
field-observations = Rests on
field-offence = Offence
field-original_label = As published
field-paraphrase = In other words
field-period_end = Until
field-period_label = Period
field-period_start = From
field-period_type = Type of period
field-polarity = Nature
field-rationale = Rationale
field-reason = Reason
field-related_findings = Related findings
field-relation = Bearing
field-responsible = Responsible
field-reviewer = Reviewer
field-rule = Rule
field-ruleset = Ruleset
field-section = Section
field-stage = Stage
field-status = Status
field-status_as_of = Status as of
field-subgroup = Among whom
field-sublevel = Sublevel
field-suggested_body = Suggested body
field-suggested_status = Suggested status
field-theme = Theme
field-title = Title
field-unit = Unit
field-value = Value
field-verdict = Verdict
field-year = Year
field-aspect = About
field-bearing = Bearing
field-calculated = Age calculated by the assessor
field-conforms = Conforms to the international standard
field-age = Age
field-demand = What is asked for
field-effort_area = Area
field-finding_id = Finding
field-from = From
field-question = Question
field-refers_to = Rests on
field-remedied = Remedied
field-report_year = Report of
field-since = Since
field-standard = Standard
field-stated = In the law
field-tier = Tier
field-until = Until
field-verified = Read in the source itself
field-what = What
field-derived = Made from such inputs
field-derived_country = Inputs from
field-convention = Convention
field-ratified = Ratified
field-action_area = Area
field-text = Text
field-mechanism = Mechanism
field-cycle = Cycle
field-position = Position of the State
field-recommending_state = Recommending State
field-persons = Persons concerned
field-sdg = Sustainable Development Goals
field-issued = Issued
field-themes = Themes as listed
field-number = Number
field-lead = Lead body
field-others = Other bodies
field-start = Begins
field-due = Due
field-recurrence = Comes back
field-completion_form = Form of completion
field-cost = Cost
field-currency = Currency
field-plan_id = Plan
field-parent_id = Part of
field-recommendations = Recommendations

# Codes in those columns
value-absence = absence
value-act = take action
value-action_plan = action plan
value-administratively_liable = administratively liable
value-advance = moves forward
value-annual_rate = per year
value-broader_flow = broader flow
value-broader_stock = broader stock
value-bullet = bullet
value-cease_practice = stop a practice
value-change = change
value-commitment = commitment
value-compare = comparison
value-component = component
value-conflicts = conflicts
value-consistent = consistent
value-consistent_incomplete = consistent, but leaves out what changes its meaning
value-consult = consult
value-context = context
value-contextualises = gives context
value-contradicted = contradicted
value-contradicts = contradicts
value-count = count
value-court_decision = court decision
value-coverage = coverage
value-cumulative = cumulative
value-date = date
value-definition = definition
value-denominator = denominator
value-draft_law = draft law
value-edition = edition
value-entrepreneurship = entrepreneurship
value-establish_institution = establish an institution
value-establish_mechanism = establish a mechanism
value-explicit = named in the text
value-finding = finding
value-flow_vs_stock = flow against stock
value-fund = fund
value-gap = gap
value-geography = geography
value-hidden_source = hidden source
value-identity = identity
value-implemented = implemented
value-implement_treaty = implement a treaty
value-implicit = not named in the text
value-implied = implied
value-in_text = in the text
value-indicted = indicted
value-initiated = initiated
value-institution = institution
value-internally_inconsistent = contradicts itself
value-label = label
value-law = law
value-legislate = legislate
value-level = level
value-limits = limits
value-list = list
value-machine_expected = expected of a machine check, not yet decided by a person
value-measure = measure
value-mixed = mixed
value-monitor = monitor
value-multi_year = several years
value-narrower = narrower
value-neutral = neutral
value-no = no
value-no_evidence = no evidence
value-no_interval = no interval
value-not_applicable = not applicable
value-not_comparable = not comparable
value-not_implemented = not implemented
value-not_shown = not shown
value-observation = observation
value-offence_group = group of offences
value-other_series = other series
value-overlapping = overlapping
value-part_whole = part of a whole
value-partial_period = part of a period
value-partial_year = part of a year
value-partially_implemented = partially implemented
value-period_differs = another period
value-placement = job placement
value-point_in_time = at one moment
value-positive = positive
value-practice = practice
value-priority = priority
value-programme = programme
value-published_human = published, decided by a person
value-ratify = ratify
value-regress = moves back
value-regressed = gone back
value-regression = regression
value-rounding = rounding
value-rule = rule
value-same = same
value-sentenced = sentenced
value-series_break = series break
value-services = services
value-share = share
value-sources_mixed = sources mixed
value-standard = standard
value-strategy = strategy
value-subsidised_job = subsidised job
value-sum = sum
value-supports = supports
value-training = training
value-translation = translation
value-treaty = treaty
value-trend = trend
value-unspecified = not stated
value-unverifiable = cannot be verified
value-victims_identified = victims identified
value-victims_registered = victims registered
value-vintage = vintage
value-weakens = weakens
value-wording = wording
value-year = year
value-yes = yes
value-effort = effort
value-complicity = complicity
value-widens = widens
value-restricts = restricts
value-assessed = assessed
value-not_assessed = not assessed
value-not_relevant = not relevant
value-published = published

# Reasons of verdicts
reason-arithmetic_ok = the arithmetic is right
reason-base_missing = the base is missing
reason-broader_measure_larger = a broader measure is larger
reason-cause_not_testable = the cause cannot be tested
reason-definition_differs = the definition differs
reason-flow_vs_stock = a flow against a stock
reason-implausible_ratio = the ratio is implausible
reason-indicative_only = indicative only
reason-lower_bound_only = only a lower bound
reason-narrower_presented_as_whole = a part is presented as the whole
reason-no_compatible_evidence = no compatible evidence
reason-no_independent_evidence = no independent evidence
reason-part_from_other_series = the part comes from another series
reason-partial_period = only a part of the period
reason-period_unknown = the period is not known
reason-rank_set_differs = the set of countries ranked differs
reason-sample_unknown = the sample is not known
reason-second_hand = second-hand
reason-self_report = the claimant’s own data
reason-series_break = series break
reason-share_computed = the share was computed
reason-superseded = superseded
reason-threshold_met = the threshold is met
reason-threshold_not_met = the threshold is not met
reason-trend_confirmed = the trend is confirmed
reason-two_points_only = only two points
reason-value_match = the value matches
reason-value_mismatch = the value does not match
