# Closing a case, opening it again, and erasing it at her wish.

closure-new = Close the case
closure-new-lead = When nothing is left to do. It leaves your list; you find it under closed cases and by search.
closure-new-button = Close it
closure-reason = Why
closure-reason-after-exit = Services ended, and nothing more is agreed
closure-reason-not-shown = Trafficking was not shown; other help was offered
closure-reason-own-wish = Her wish: she counts without identity, and the door stays open
closure-reason-no-services = Services were refused or not taken up
closure-on = Closed on
closure-kept-unsettled = How long it is kept is not settled: nothing is erased by itself.
closure-kept-house = No law was found that says how long. These years are a proposal: nothing is erased before whoever runs the machine has stated them.
closure-coarse = After that one coarse row stays for counting: no name, no day, no place below the region, no text.
closure-back-again = Until then it can be opened again on any day.
closure-follow-ups = She agreed to be asked how she is, and that is still due. A closed case reminds nobody.
closure-reopen = Open it again
closure-refusal-services-go-on = Services go on. End them first on the page of exit.
closure-refusal-sleeps-here = She has a place here. End the stay first, so that the bed is free.
closure-refusal-closed = It is closed already.
closure-refusal-no-exit = Services did not end: choose another reason, or write the end of services first.
closed-title = Closed case
closed-cases-title = Closed cases
closed-cases-lead = Nothing is left to do here. Each can be opened again.
closed-cases-none = You have no closed case.
case-is-closed = This case is closed.
case-end = End of the case
exit-needs-help = She said that she needs help again.
exit-needs-help-next = Open the case again, so that help can begin today.
erasure-title = Erase at her wish
erasure-lead = She may ask for this at any time and need not say why.
erasure-goes = What goes
erasure-goes-what = Her name, her story, screenings, health, decisions, plan, services, consents, tasks, papers, and every key to them. Her own view ends. Copies in backups can no longer be opened in this program. What was given to others before is not erased by this: ask them.
erasure-stays = What stays
erasure-stays-what = One coarse row for counting (sex, age group, group of citizenship, forms of exploitation, quarter, region, kinds of service, outcome): no name, no day, no text. And in the log that somebody opened and erased a case, without what stood in it.
erasure-no-way-back = This cannot be undone by anybody.
erasure-confirm = First confirm that it is you; then come back to this page within ten minutes.
erasure-code-name = Type the code name of this case
erasure-other-name = This is not the code name of this case.
erasure-button = Erase for ever
erasure-back = Back without erasing
erased-title = Erased
erased-said = It is erased. Nobody can open it any more. Tell her that it is done, and ask those who were given something to delete it too.
closure-kept = { $years ->
    [one] It is kept for { $years } year after the last writing, then all of it is erased.
   *[other] It is kept for { $years } years after the last writing, then all of it is erased.
  }
closure-kept-not-shown = { $days ->
    [one] Where trafficking was not shown, it is kept for { $days } day after the last writing.
   *[other] Where trafficking was not shown, it is kept for { $days } days after the last writing.
  }
