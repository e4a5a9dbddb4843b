# The service clock on a case.
clock-title = Six months
clock-lead = The clock warns and asks. It stops no service.
clock-stands = How it stands today
clock-sentence-running = { $months ->
    [one] Day { $day } of { $all }: { $months } month of guaranteed services.
   *[other] Day { $day } of { $all }: { $months } months of guaranteed services.
  }
clock-sentence-paused = { $days ->
    [one] The clock rests. { $days } day is left and stays hers.
   *[other] The clock rests. { $days } days are left and stay hers.
  }
clock-sentence-ahead = { $days ->
    [one] The clock starts in { $days } day.
   *[other] The clock starts in { $days } days.
  }
clock-sentence-beyond = { $days ->
    [one] Beyond the guaranteed volume for { $days } day. Help goes on; a plan or funding for it is asked for.
   *[other] Beyond the guaranteed volume for { $days } days. Help goes on; a plan or funding for it is asked for.
  }
clock-started = First day
clock-end = Last day
clock-next-warning = Next warning
clock-none = The clock has not started. It starts on the day she was taken in.
clock-begin = Start the clock
clock-begin-lead = From the day on which she was admitted.
clock-begin-button = Start
clock-admitted = Day of admission
clock-no-evidence = Say what shows the ground: the number of a paper, not its content.
clock-resume = She is back: go on from today
clock-pauses = Pauses
extension-new = Ask for more months
extension-new-lead = The head of the centre decides, on or before the last day.
extension-new-button = Ask the head
extension-ground = Ground
extension-months = How many months
extension-evidence = What shows it
extension-evidence-hint = Number of a paper, not its content
extension-requests = More months
extension-of = { $months ->
    [one] { $months } month more
   *[other] { $months } months more
  }
extension-waits = Waits for the head
extension-granted = Granted
extension-declined = Not granted; help goes on
extension-grant = Grant
extension-decline = Do not grant
pause-new = Let the clock rest
pause-new-lead = While she is away the clock rests; the days she has used stay used, no more.
pause-new-button = Let it rest
pause-reason = Why she is away
pause-from = From
beyond-new = Write the plan for the time after
beyond-new-lead = The guaranteed volume is over. She is helped as before.
beyond-new-button = Write it down
beyond-about = Agree with her how help goes on and who pays: a grant, a donor, another centre. Nothing is closed meanwhile.
beyond-plan = How help goes on and who pays
