# Deciding a doubtful age.

age-title = Age
age-lead = Who is not certainly an adult is protected as a child until somebody decides. A later decision takes the place of an earlier one.
age-counts-as = Counts as
age-first-answer = First answer
age-none = Nothing was decided yet.
age-earlier = earlier decision
age-new = Decide the age
age-new-lead = With it the guardian, the consent of a guardian and the house for children begin or end. Nothing else changes for her.
age-new-button = Write down the decision
age-doubt = In doubt decide nothing: she stays a child.
age-group-decided = What was decided
age-decided-child = She is a child
age-decided-adult = She is an adult
age-basis = On what ground
age-basis-paper = A paper with the day of birth, or a register of births
age-basis-authority = What an authority or a court found
age-basis-examination = An examination by several professions, with her agreement; the margin of error counts for the child
age-basis-own-words = Her own words and what is known of her life
age-on = Day of the decision
age-refusal-not-yet = This day has not come.
age-refusal-words-alone = Her words alone are not enough for this: children are told to say that they are adults. Look for another ground; until then she is a child.
age-refusal-birth-says-child = The day of birth that is written says that she is a child. Correct it first on the page of her identity.
