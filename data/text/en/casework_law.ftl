# What of the law nobody verified, and what the head confirms.

law-title = The law to confirm
law-lead = What this program could not read in the act itself. The head of the centre reads it there and confirms it, with day and source. Cases made later say so. Nothing here becomes verified by it.
law-where = Where it was read, or should be looked for:
law-confirm = Confirm
law-confirm-lead = Only what you read yourself in the act, or have in writing from the authority. If the act says something else, do not confirm: tell whoever keeps this program.
law-confirm-on = Day on which you read it
law-confirm-source = Where: act, article, address
law-confirm-button = Confirm with my name
law-confirmed = Confirmed by the head of the centre on { $day }: { $source }
confirmation-refusal-no-source = Say where you read it.
confirmation-refusal-too-long = That is too long: act, article and address are enough.
confirmation-refusal-not-yet = This day has not come.
law-open = { $count ->
    [0] All of it is confirmed.
    [one] { $count } row waits for the head.
   *[other] { $count } rows wait for the head.
  }
