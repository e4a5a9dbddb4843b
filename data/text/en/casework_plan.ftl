# Plan, services and the proof of days.
plan-title = Plan and services
plan-lead = What she wants, what was planned, what was given.
plan-heading = Plan
plan-none = There is no plan yet. Services can be given without one.
plan-new = Make a plan
plan-new-lead = With her, in her words. A plan that there was before is kept and counts no more.
plan-new-button = Keep the plan
plan-goals = What she wants
plan-goals-hint = In her words, one wish on each line
plan-language = Language of her words
plan-services = Services
plan-who = Who gives them
plan-times = How many times
plan-every = In what time
plan-from = First day
plan-until = Last day
plan-signed = Signed by
plan-unsigned = Not signed yet.
plan-signs = Who signs today
plan-sign = Write the signature down
plan-against = Planned and given
plan-planned = Planned
plan-delivered = Given
plan-days = Days
plan-given = Given last
own-services-title = My hours
own-services-lead = What you wrote down yourself. The plan, and what others gave, is with whoever runs the case.
own-services-none = You have written nothing down yet.
service-new = Write down a service
service-new-lead = What was given is true, whatever the clock, the papers or a consent say.
service-new-button = Write it down
service-kind = Service
service-on = Day
service-amount = How much
service-unit = Of what
service-note = Short note
service-note-hint = Facts only, no story. May stay empty.
days-title = Proof of service days
days-count = { $count ->
    [one] { $count } day with a service
   *[other] { $count } days with a service
  }
days-from = From
days-to = To
days-show = Show
days-each = Each day
days-about = A day counts once, however many services it had. No name stands here.
amount-hour = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
amount-session = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
  }
amount-night = { $count ->
    [one] { $count } night
   *[other] { $count } nights
  }
amount-item = { $count ->
    [one] { $count } item
   *[other] { $count } items
  }
amount-hour-part = { $number } hours
amount-session-part = { $number } sessions
amount-night-part = { $number } nights
amount-item-part = { $number } items
