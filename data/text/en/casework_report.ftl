# The monthly report of a centre.

report-title = Monthly report
report-months = Months
report-paper = For printing
report-paper-about = Print it with your browser.
report-file = As a file (CSV)
report-empty = Nobody was helped in this month, or nothing of it is written down yet. Days of help count from the first bed, admission or service; write them on the page of the case.
report-limit-unverified = The limit is the usual one; no act that was read sets it.
report-about = Counted from what the cases say today. Somebody who got neither a bed nor a service is not counted. Sex is that of the counting row; where nobody asked, it stands under “Other or not known”.
