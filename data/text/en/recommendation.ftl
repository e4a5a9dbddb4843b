# Recommendations and demands: what became of them, why, on which evidence, and for how long they have been open.

follow-up-parts = Parts of the follow-up
recommendations-tab = Recommendations
demands-tab = Demands over the years
commitments-tab = Commitments
follow-up-download = This answer as JSON
follow-up-faults = { $n ->
    [one] One row could not be read and is left out.
   *[other] { $n-written } rows could not be read and are left out.
 }

recommendations-title = What was asked, and what became of it
recommendations-lead = Every recommendation with its status. The status is derived from dated facts, and each fact that counts, or does not, is named with its reason.
recommendations-glance = At a glance
recommendations-filter = Choose recommendations
recommendations-all-statuses = All statuses
recommendations-all-sources = Everybody
recommendations-count = { $n ->
    [one] { $n-written } recommendation, with what is pressing first
   *[other] { $n-written } recommendations, with what is pressing first
 }
recommendations-unknown = { $n ->
    [one] And one of which nothing later is known
   *[other] And { $n-written } of which nothing later is known
 }
recommendations-none = No recommendation fits. Choose another status, theme, source or day.
recommendations-empty = No recommendation has been recorded yet.
recommendations-bearing = Recommendations
recommendation-one = Recommendation
recommendation-status = Status
recommendation-asked-by = Asked by
recommendation-as-of = Using only what had been published by
recommendation-age = { $n ->
    [one] one year ago
   *[other] { $n-written } years ago
 }
recommendation-age-this-year = this year
recommendation-became = What became of it
recommendation-formal = On paper
recommendation-effective = In fact
recommendation-axes = Done on paper and done in fact are two questions: a plan can stand and change nothing.
recommendation-movement = Then and now
recommendation-then = then
recommendation-now = now
recommendation-other-ground = The two figures speak of different places or groups. They stand side by side, and no difference is computed.
recommendation-coverage-title = Where there is a centre, and where none is listed
recommendation-coverage = { $centres ->
    [one] { $n-written } of { $of-written } areas: one centre is listed.
   *[other] { $n-written } of { $of-written } areas: { $centres-written } centres are listed.
 }
recommendation-coverage-without = Areas without a centre on the list:
recommendation-coverage-correct = An area that is missing from a list may still have a centre. If you know of one, tell those who keep the list and those who run this copy, with a source.
recommendation-evidence = Evidence
recommendation-used = Facts that count
recommendation-used-none = No fact counts yet.
recommendation-set-aside = Facts that do not count, and why
recommendation-fact = Fact
recommendation-proof = Proof
recommendation-why = Why not
recommendation-public = public by { $day }
recommendation-commitments = Commitments that say they answer it
recommendation-views = What others hold
recommendation-views-none = Nobody’s view is recorded. The State, a rapporteur and civil society can each hold a view of their own; it is recorded as a row of the table recommendation_views with the holder, the status, the day and the source, and then stands beside the derived status.
recommendation-view-none = no view recorded
recommendation-mean = { $n ->
    [one] Mean over one view, 0 for not done and 1 for done: { $mean }. It hides who disagrees with whom.
   *[other] Mean over { $n-written } views, 0 for not done and 1 for done: { $mean }. It hides who disagrees with whom.
 }
recommendation-asked = What was asked
recommendation-siblings = Asked in the same bullet
recommendation-findings = What it answers
recommendation-demands = The same demand over the years
recommendation-other-day = As it looked on another day
recommendation-mechanism = Procedure
recommendation-cycle = Cycle
recommendation-position = Position of the State
recommendation-evidence-missing-too = evidence of the effect is missing

recommendation-status-regressed = Regressed
recommendation-status-unanswered = Unanswered
recommendation-status-not_started = Not started
recommendation-status-partly = Partly implemented
recommendation-status-implemented = Implemented
recommendation-status-evidence_missing = Evidence missing

# One sentence per reason
recommendation-reason-contradicted = The opposite of what was asked has happened, and nothing later has lifted it: { $facts }.
recommendation-reason-contradiction_lifted = The opposite had happened, and later all that was asked was done: { $facts }.
recommendation-reason-shown_in_full = Facts show that what was asked is done: { $facts }.
recommendation-reason-shown_in_part = Facts show a part of what was asked: { $facts }.
recommendation-reason-limited = Something that was asked for is not there: { $facts }.
recommendation-reason-on_paper_only = Conduct was asked for, and there are only texts.
recommendation-reason-effect_not_measured = Conduct was asked for, and no sound figure shows its effect.
recommendation-reason-only_limits = Later sources name what is missing, and none names anything that was done.
recommendation-reason-later_source_without_answer = A later source speaks of the matter, and there is no answer in it: { $facts }.
recommendation-reason-nothing_later = No later fact is known here. This does not mean that nothing was done.

# Why a fact does not count
recommendation-why-unknown = the fact is not known here
recommendation-why-not_applicable = it speaks of something else
recommendation-why-asked_undated = the recommendation has no date
recommendation-why-undated = the fact has no date
recommendation-why-not_later = it is not certainly later than the recommendation
recommendation-why-speaks_of_before = it was published later and speaks of a time before
recommendation-why-not_yet_public = it was not certainly public by that day
recommendation-why-context = it is worth knowing and decides nothing
recommendation-why-shows_no_progress = it is linked as a support and shows no progress

recommendation-formal-not_shown = no text is known
recommendation-formal-drafted = a text is being drafted
recommendation-formal-done = a text stands
recommendation-effective-reversed = the opposite is the case
recommendation-effective-not_shown = nothing shows it
recommendation-effective-reported = somebody says so, without a sound figure
recommendation-effective-observed = a sound figure shows it

# What kind of proof a fact is
recommendation-grade-draft = a text in the making
recommendation-grade-text = a text
recommendation-grade-statement = a statement without a figure
recommendation-grade-weak_figure = a figure that cannot carry a comparison
recommendation-grade-figure = a figure

recommendation-mechanism-upr = Universal Periodic Review, made by a State
recommendation-mechanism-upr_submission = submission to the Universal Periodic Review
recommendation-mechanism-treaty_body = treaty body
recommendation-mechanism-special_procedure = special procedure
recommendation-mechanism-regional_body = regional organisation
recommendation-mechanism-index = index
recommendation-mechanism-assessment = assessment by another government or an organisation
recommendation-mechanism-national = body of the country itself
recommendation-mechanism-other = other
recommendation-position-supported = supported
recommendation-position-supported_in_part = supported in part
recommendation-position-noted = noted
recommendation-position-pending = to be given later
recommendation-position-not_stated = not stated
recommendation-holder-state = The State
recommendation-holder-rapporteur = Rapporteur
recommendation-holder-ngo = Civil society
recommendation-holder-international = International organisations
recommendation-holder-research = Research

# The same thing asked again
demands-title = The same demand, over bodies and years
demands-lead = Different bodies ask for the same thing, year after year. The age of a demand is how long it has stood open.
demands-empty = No demand has been recorded yet.
demands-ages = How old each demand is
demands-note = A demand counts as answered when every recommendation that raises it is implemented. Who asked before or after what is known here is not counted.
demand = Demand
demand-bodies = Bodies that asked
demand-open-for = Open for
demand-answered = Answered
demand-answered-yes = yes
demand-answered-in_part = in part
demand-answered-no = no
demand-answered-not_known = not known
demand-years = { $n ->
    [one] { $n-written } year
   *[other] { $n-written } years
 }
demand-member-recommendation = recommendation
demand-member-suggested_action = suggested action
demand-member-finding = finding
demand-open = { $n ->
    [one] Asked { $years }, open for { $n-written } year
   *[other] Asked { $years }, open for { $n-written } years
 }
demand-closed = Asked { $years }, answered
