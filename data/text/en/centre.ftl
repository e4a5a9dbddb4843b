# Centre: rooms, places, funding. No address stands in these words.

room-sex-women = for women and girls
room-sex-men = for men and boys
room-sex-any = for one household
room-age-adults = adults
room-age-children = children
room-age-any = any age
centre-places = Places
centre-present = Present
centre-reserved = Reserved (24 hours)
centre-free = Free
centre-over = Beyond the places
centre-whole-room = whole room
centre-beside-others = a place beside others
centre-nothing-fits = No place fits. Ask another centre; write down that the request was not met.
centre-funding-ends = Funding ends on { $date } and nothing follows yet.
