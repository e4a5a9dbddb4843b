# Commitments: treaties, laws, plans and measures, who answers for them, what is late, how well a plan is made.

commitments-title = Commitments
commitments-lead = What a State or a body has bound itself to: treaties, laws, plans, measures. Who answers for each, and what is late or why that cannot be said.
commitments-empty = No commitment has been recorded yet.
commitments-count = { $n ->
    [one] { $n-written } commitment is recorded.
   *[other] { $n-written } commitments are recorded.
 }
commitments-late = { $n ->
    [one] { $n-written } is late.
   *[other] { $n-written } are late.
 }
commitments-unsaid = { $n ->
    [one] For { $n-written } it cannot be said whether it is late.
   *[other] For { $n-written } it cannot be said whether they are late.
 }
commitments-all = Show all commitments
commitments-only-late = Show only what is late
commitments-none-late = Nothing is known to be late. That is not to say that all is in time.
commitments-treaty = Treaties
commitments-law = Laws
commitments-draft_law = Draft laws
commitments-rule = Rules
commitments-standard = Standards
commitments-action_plan = Action plans
commitments-strategy = Strategies
commitments-programme = Programmes
commitments-measure = Measures
commitments-institution = Institutions
commitments-practice = Practices

commitment = Commitment
commitment-stands = Where it stands
commitment-stage = Stage by its dates
commitment-stage-draft = draft
commitment-stage-ahead = not yet begun
commitment-stage-standing = standing
commitment-stage-over = period over
commitment-lead = Lead
commitment-no-lead = no single lead
commitment-late = Late or in time
commitment-status = In the words of the source
commitment-measures-stated = Measures it is said to have
commitment-form = What counts as done
commitment-cost = Cost
commitment-recommendations = Recommendations it bears on
commitment-recommendations-none = No recommendation is linked to it.
commitment-does-it-count = Does it count there
commitment-counts = it counts
commitment-answers = says it answers

commitment-late-measures = { $n ->
    [one] One of { $of-written } known measures is late; of { $unsaid-written } it cannot be said.
   *[other] { $n-written } of { $of-written } known measures are late; of { $unsaid-written } it cannot be said.
 }
commitment-late-by = { $n ->
    [one] Late by one day: it was due on { $day }.
   *[other] Late by { $n-written } days: it was due on { $day }.
 }
commitment-late-submitted = { $n ->
    [one] Late by one day: it was due on { $day }; a report was handed in, and nobody has accepted it.
   *[other] Late by { $n-written } days: it was due on { $day }; a report was handed in, and nobody has accepted it.
 }
commitment-next-due = In time; next due on { $day }.
commitment-all-met = Everything that was due is delivered.
commitment-unknown-measures_stated = { $n ->
    [one] It cannot be said: it is said to have one measure, and the text is not known here.
   *[other] It cannot be said: it is said to have { $n-written } measures, and their text is not known here.
 }
commitment-unknown-measures_not_known = It cannot be said: its measures are not known here.
commitment-unknown-no_due_date = It cannot be said: no due day is stated.
commitment-unknown-unclear_due = It cannot be said: “{ $due }” names no day.
commitment-unknown-no_start = It cannot be said: it recurs, and nobody says since when.

plan-quality = How well the plan is made
plan-quality-note = This looks at the paper only. A measure that has everything may still not have been done.
plan-import = Once the measures are imported, their leads, dates, money and figures are counted here.
plan-without-measure = Recommendations that no measure answers
plan-known = { $n ->
    [one] One measure is known.
   *[other] { $n-written } measures are known.
 }
plan-known-of = { $n ->
    [one] One measure of { $of-written } is known.
   *[other] { $n-written } measures of { $of-written } are known.
 }
plan-one-lead = With exactly one lead: { $n-written } of { $of-written }.
plan-dated = With a date: { $n-written } of { $of-written }.
plan-funded = With a cost and who pays it: { $n-written } of { $of-written }.
plan-measured = With a figure that it should move: { $n-written } of { $of-written }.
plan-unanswered = Recommendations that no measure answers: { $n-written }.
plan-unasked = Measures that answer no recommendation: { $n-written }.
plan-duplicates = Groups of measures that say the same: { $n-written }.

measure-effect = Effect
measure-effect-moved = its figure moved the right way since it began
measure-effect-unmoved = its figure stands where it stood
measure-effect-moved_away = its figure moved the wrong way since it began
measure-effect-no_indicator = cannot be said: it names no figure to move
measure-effect-no_aim = cannot be said: nobody says which way its figure should move
measure-effect-no_start = cannot be said: nobody says when it begins
measure-effect-series_break = cannot be said: a series break lies between the figures
measure-effect-too_few_figures = cannot be said: there are fewer than two comparable figures
measure-effect-no_before_and_after = cannot be said: all figures lie on one side of its beginning
