# Tasks: neutral words. Only task-notice leaves the house.

task-notice = You have a task
task-kind-clock-warning = The guaranteed term is coming to an end: talk about what follows
task-kind-clock-ended = The guaranteed term is over: make a plan and look for funding; help goes on
task-kind-consent-ending = A consent ends soon
task-kind-ask-deletion = Ask for deletion of what was given
task-kind-follow-up = A follow-up is due
task-kind-inform-guardianship = Inform the guardianship body
task-kind-find-guardian = Find somebody to speak for the child
task-kind-best-interest-note = Write the best-interest note
task-kind-decide-age = Have the age decided
task-kind-tell-compensation = Tell of the right to compensation
task-kind-find-place = Find a place for the night
task-kind-call-back = Call back
task-kind-meet = Meet
task-kind-go-along = Go along
task-kind-papers = Get papers ready
task-kind-review-plan = Review the plan
task-kind-funding-ends = Funding ends without a successor
task-kind-other = Another task, described in the case
task-for-case-lead = lead of the case
task-for-lawyer = lawyer
task-for-specialist = medic or psychologist
task-for-head = head of the centre
