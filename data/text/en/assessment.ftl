# Assessments: levels, tiers, rules, and what each assessor counts.

# ILAB: levels
ilab-level-no = no advancement
ilab-level-minimal = minimal advancement
ilab-level-moderate = moderate advancement
ilab-level-significant = significant advancement
ilab-level-no_assessment = not assessed
ilab-modifier-regression = efforts were made, but a regression of this year delayed advancement
ilab-modifier-continued = efforts were made, but an earlier regression that was not remedied delayed advancement
ilab-modifier-complicit = efforts were made, but the state is complicit in forced child labour
ilab-domain-law = in law
ilab-domain-policy = in policy
ilab-domain-practice = in practice

# ILAB: the areas in which efforts are looked for, and the kinds of inputs
ilab-area-laws = laws and regulations
ilab-area-enforcement = enforcement
ilab-area-coordination = coordination
ilab-area-policies = policies
ilab-area-social_programmes = social programmes
ilab-area-unknown = area not stated
ilab-input-effort = effort
ilab-input-regression = regression
ilab-input-complicity = complicity of the state

# ILAB: the rows of the rule
ilab-when-not-assessed = The country was not assessed in this year.
ilab-when-complicit = The government compels children to work, at any level and more than once.
ilab-when-no-effort = No suggested action was taken and no other meaningful effort was made.
ilab-when-regressive = A regressive law, policy or practice delayed advancement, whatever the efforts.
ilab-when-efforts-in-all = Meaningful efforts were made in all relevant areas.
ilab-when-efforts-in-some = Meaningful efforts were made in some relevant areas.
ilab-when-efforts-in-few = Meaningful efforts were made in a few relevant areas.
ilab-holds-yes = holds
ilab-holds-no = does not hold
ilab-holds-unknown = cannot be told: the area of an effort is not known
ilab-decides = This row decides.
ilab-areas-reached = Efforts in { $n-written } of { $all-written } relevant areas
ilab-without = Without “{ $what }”: { $level }.
ilab-without-unchanged = Without “{ $what }” the level is the same.
ilab-without-open = Without “{ $what }” the level cannot be told from what is known.
ilab-open = The level cannot be told from what is known.
ilab-our-reading = Our reading: the assessor prints no number or rule for this, and it may decide otherwise.
ilab-parameter-few_at_most = “A few” areas are at most { $n-written }; “some” are more, but not all.
ilab-parameter-new_regression_named_first = Where a new regression meets one that goes on, the label names the new one.
ilab-agrees = The derived level is the published one.
ilab-differs = The derived level is not the published one.

# What each assessor counts, and on which scale
assessor-counts-ilab = What a government did in a calendar year against the worst forms of child labour, and whether a law, policy or practice made things worse. Not how many children work.
assessor-scale-ilab = No, minimal, moderate, significant advancement; no assessment
assessor-counts-tip = Whether a government meets four minimum standards against trafficking and how serious its efforts are, from 1 April to 31 March. Partly judgement; not the size of the problem.
assessor-scale-tip = Tier 1, Tier 2, Tier 2 Watch List, Tier 3; special case
assessor-counts-gsi-prevalence = How many people are in modern slavery at any moment, estimated by a model.
assessor-scale-gsi-prevalence = People per 1,000 residents; more is worse. Editions are not comparable.
assessor-counts-gsi-vulnerability = How much people are exposed to modern slavery by their living conditions.
assessor-scale-gsi-vulnerability = 0 to 100; more is worse. Relative to the other countries of the edition.
assessor-counts-gsi-response = Which of the measures listed by the index a government has taken.
assessor-scale-gsi-response = 0 to 100; more is better. Editions are not comparable.
assessor-counts-gsi-negatives = Acts and omissions that make the response worse, such as detaining victims.
assessor-scale-gsi-negatives = met or not met
assessor-counts-other = What it counts is not described here.
assessor-scale-other = The scale is not described here.

# TIP: tiers as published, and the questions of the rule
tip-tier-1 = Tier 1
tip-tier-2 = Tier 2
tip-tier-2wl = Tier 2 Watch List
tip-tier-3 = Tier 3
tip-tier-special = special case
tip-never-computed = The tier is partly judgement. Pana shows the questions and the evidence and computes no tier.
tip-no-evidence = Nothing is known here on this question.
tip-not-verified = Not read in the source itself.
tip-kind-standard = minimum standard
tip-kind-indicium = sign of serious and sustained efforts
tip-kind-clause = clause of placement
tip-asks-prohibit = Are severe forms of trafficking prohibited and punished?
tip-asks-penalties-grave = Are the penalties for the gravest forms as heavy as for grave crimes such as rape?
tip-asks-penalties-deter = Are the penalties heavy enough to deter?
tip-asks-efforts = Are there serious and sustained efforts to end trafficking?
tip-asks-investigation = Are cases investigated and prosecuted, and offenders convicted and sentenced?
tip-asks-protection = Are victims identified and protected?
tip-asks-prevention = Is trafficking prevented?
tip-asks-cooperation = Does the government cooperate with other countries and extradite?
tip-asks-migration-patterns = Are patterns of migration watched for signs of trafficking?
tip-asks-complicit-officials = Is action taken against officials who are complicit?
tip-asks-non-citizens = What share of the victims are not citizens?
tip-asks-monitoring = Are the efforts monitored, and are data given?
tip-asks-progress = Is there progress on the year before?
tip-asks-demand = Is the demand reduced?
tip-asks-standards-met = Are the standards fully met, with appreciable progress?
tip-asks-no-significant-efforts = Are the standards not met and no significant efforts made?
tip-asks-victims-increasing = Is the number of victims very significant or rising without proportional action?
tip-asks-no-increasing-efforts = Is there no evidence of increasing efforts on the year before?
tip-asks-two-years-on-watch-list = Was the country on the Watch List for two years running, and is there a waiver?
tip-asks-exceptional = Are the conditions exceptional?

# Law: standards an assessor asks about
legal-standard-minimum_work = minimum age for work
legal-standard-minimum_hazardous_work = minimum age for hazardous work
legal-standard-types_hazardous_work = types of hazardous work prohibited for children
legal-standard-light_work = light work
legal-standard-prohibition_forced_labor = prohibition of forced labour
legal-standard-prohibition_child_trafficking = prohibition of child trafficking
legal-standard-prohibition_csec = prohibition of the commercial sexual exploitation of children
legal-standard-prohibition_illicit_activities = prohibition of using children in illicit activities
legal-standard-minimum_compulsory_military = minimum age for compulsory military service
legal-standard-minimum_voluntary_military = minimum age for voluntary military service
legal-standard-minimum_non_state_military = prohibition of recruitment by armed groups
legal-standard-compulsory_education = compulsory education age
legal-standard-free_public_education = free public education
legal-standard-minimum_marriage = minimum age of marriage
legal-conforms-yes = conforms to the international standard
legal-conforms-no = does not conform to the international standard
legal-conforms-unknown = whether it conforms is not stated
legal-age = from the age of { $n-written }

# Conventions an assessor asks about
convention-c_138 = ILO Convention 138 on the minimum age
convention-c_182 = ILO Convention 182 on the worst forms of child labour
convention-convention_on_the_rights_of_the_child = Convention on the Rights of the Child
convention-crc_armed_conflict = Optional Protocol on children in armed conflict
convention-crc_commercial_sexual_exploitation_of_children = Optional Protocol on the sale of children
convention-palermo = Palermo Protocol on trafficking in persons

# Labour inspection
inspection-aspect-unannounced = unannounced inspections
inspection-aspect-small_enterprises = inspection of small enterprises
inspection-aspect-checklists = checklists of inspectors
inspection-effect-widens = widens inspection
inspection-effect-restricts = restricts inspection

# Goods on lists
goods-mark-yes = yes
goods-mark-no = no
goods-mark-not-shown = not shown by the source
goods-derived = made from such inputs

# The pages
ilab-qualified = { $level }: { $modifier }
ilab-qualified-in = { $level }: { $modifier } ({ $domains })
country-assessments = What assessors say
assessments-of = { $country } as assessors see it
assessments-lead = Each assessor’s record of the country, side by side, on its own scale, with what it counts. Nothing is averaged, and nothing is carried from one scale to another.
assessments-choose = Choose a country
assessments-country = Country
assessments-no-country = This copy is about no country of its own. Choose one.
assessments-none = No assessment of this country is recorded here.
assessments-side-by-side = Side by side
assessments-side-note = The year is the assessor’s own: of reporting, of the report, of the edition. A dashed line: another edition with another method; do not compare across it.
assessments-assessor = Assessor
assessments-counts = What it counts, and what not
assessments-scale = Scale
assessments-year = Year
assessments-says = What it says
assessments-reason = Why
assessments-in-words = in words only
assessments-negatives = { $n ->
    [one] { $n-written } negative is met
   *[other] { $n-written } negatives are met
  }
assessments-negative-met = met
assessments-excerpt = read from an excerpt
assessments-apart = other method
assessments-break = Another edition with another method. The values above and below must not be compared.
assessments-speaks-of = speaks of { $year }
assessments-goods = Goods on lists
assessments-goods-lead = Goods that a list names as made with child labour or forced labour. A list names no companies and is no ban on imports.
assessments-ilab-title = Advancement against child labour: the rule and the record
assessments-series = What is published
assessments-nothing-yet = Nothing had been published by then.
assessments-not-yet = no release
assessments-vintages = What was published when
assessments-vintages-lead = Later releases change figures, and sometimes take them back. The day leads to everything as it was known then.
assessments-vintages-levels = Levels
assessments-vintages-figures = Figures that a later release changed
assessments-readings = The level by the rule
assessments-readings-lead = The published rule, applied to what is recorded of a year: the first row that holds decides. This is our reading beside the published level, not a level of the assessor.
assessments-derived = By the rule
assessments-published = Published
assessments-compared = Compared
assessments-trace = Row by row
assessments-row = Row
assessments-asks = It asks
assessments-answer = Answer
assessments-gives = It gives
assessments-inputs = Rests on
assessments-without = What would change the level
assessments-what = What
assessments-since = Since
assessments-rule = The rule
assessments-rule-lead = The rows in the order of decision.
assessments-actions = Suggested actions
assessments-actions-lead = What the assessor asks the government to do. An action that is repeated every year has not been taken.
assessments-asked = What is asked
assessments-years = Years
assessments-editions = { $n ->
    [one] { $n-written } edition
   *[other] { $n-written } editions
  }
assessments-area-legal_framework = law
assessments-area-enforcement = enforcement
assessments-area-coordination = coordination
assessments-area-government_policies = policies
assessments-area-social_programs = social programmes
assessments-law = Legal framework
assessments-norm = Treaty, law or draft
assessments-conventions = Conventions
assessments-standards = Legal standards
assessments-standard = Standard
assessments-inspection = Labour inspection
assessments-tip-title = The tier of the report on trafficking in persons
assessments-tip-published = Tiers as published
assessments-report-of = Report of
assessments-tier = Tier
assessments-tip-standards = Minimum standards
assessments-tip-indiciums = Signs of serious and sustained efforts
assessments-tip-clauses = Clauses that place a country
ilab-short-regression = regression
ilab-short-continued = regression goes on
ilab-short-complicit = complicity
assessments-releases = Released, and what it said
ilab-short-in = { $kind } { $domains }
