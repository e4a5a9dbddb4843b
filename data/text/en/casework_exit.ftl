# Exit, follow-up and what is due.
exit-title = Exit and follow-up
exit-lead = How services ended, what was agreed for after, and the way back.
exit-none = Services have not ended.
exit-new = End services
exit-new-lead = The clock rests; what is left of it stays hers, and the door stays open.
exit-new-button = End services
exit-reason = Why
exit-on = Day
exit-follow-up = May we ask her later how she is?
exit-due = To ask how she is
exit-month = { $months ->
    [one] After { $months } month
   *[other] After { $months } months
  }
exit-nothing-due = Nothing is due: she does not want to be asked, or all is done.
follow-up-new = Write down how she is
follow-up-new-lead = In a safe way, at the time she agreed to. She need not answer.
follow-up-new-button = Write it down
follow-up-reached = How she is
follow-up-employed = Does she work?
employed-yes = Yes
employed-no = No
employed-not-asked = Not asked
exit-made = Asked already
exit-reopen = She is back: open again
due-title = What is due
due-none = Nothing is due today.
due-stage = Stage
due-steps = Possible next steps
due-ask-deletion = Ask { $recipient } to delete: { $classes }
due-done = Done
due-consent-ends = Consent ends: { $purpose }
due-extension = More months wait for the head
due-beyond = Plan or funding for the time after
due-clock-warning = The guaranteed time ends: speak about what follows
due-appeal = Last day to appeal
due-follow-up = Ask how she is
due-tell-her = Tell her what was said to save a life
due-second = A second person is needed for what was said to save a life
