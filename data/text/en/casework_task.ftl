# Tasks: of one person, of one case.

tasks-mine = My tasks
tasks-mine-lead = Over all your cases, by code names. Nothing of it leaves this room, and no message is sent: look in once a day.
tasks-none = Nothing is waiting for you. What a clock, a consent or a follow-up asks for comes here by itself.
tasks-late = Overdue
tasks-today = Today
tasks-later = In the next 60 days
tasks-title = Tasks
tasks-lead = What is to be done on this case, by when and by whom. What it is about stands in the case itself.
tasks-case-none = No task is written down. What the clock or a consent asks for stands on the page of the case.
tasks-done = Done
task-new = New task
task-new-lead = A neutral word is enough; whoever does it opens the case.
task-new-button = Write it down
task-what = What
task-due = By when
task-whom = Who
task-pass = Another day or person
task-pass-lead = The task stays; only day and person change.
task-pass-button = Change
task-undo = Not done after all
