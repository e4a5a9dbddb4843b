# Rooms, places, who is here tonight, the place of a case.

places-title = Places
places-lead = Rooms and what is free in them tonight. A place asks for sex, age, family and steps, and for nothing else.
places-none = No room is written down yet. Ask the head of the centre to add the rooms; until then nobody can be given a place here.
places-none-build = No room is written down yet. Add the first one; then places can be given.
places-free = { $count ->
    [one] { $count } place free
   *[other] { $count } places free
  }
places-all = { $count ->
    [one] { $count } place
   *[other] { $count } places
  }
places-over = { $count ->
    [one] { $count } person more than places
   *[other] { $count } people more than places
  }
places-taken = Taken
places-held = Held for somebody on the way
places-held-none = Nothing is held.
places-closed = Closed rooms
place-held = Held as { $mark } · { $room }
place-held-until = Held until { $until }
place-tight = Full: one bed more would be put up
room-new = Add a room
room-new-lead = What the house calls it, and for whom it is.
room-change = Change the room
room-change-lead = Whoever sleeps there stays, whatever you change.
room-change-button = Change
room-close = Close
room-open = Open again
room-save = Save
room-name = Name or number
room-name-hint = No address, and no name of anybody.
room-places = Places
room-sex = For whom
room-age = Age
room-marks = Also
room-family = kept for families, one at a time
room-accessible = without steps
room-refusal-no-name = Give it a name or a number.
room-refusal-name-taken = Another room has this name.
room-refusal-places = A whole number from 1 to 100.
room-refusal-somebody-there = Somebody sleeps there or is on the way. Give them another place first, then close the room.
stay-refusal-ended = This stay has ended already.
stay-refusal-before-it-began = Before the first night.
stay-refusal-not-yet = This day has not come.
stay-refusal-not-ended = There is a place already.
stay-refusal-long-ago = It ended more than a week ago. Give a place from tonight on.
stay-refusal-taken = This place was taken meanwhile. Choose one of those that are free now.
reserve-title = Hold a place
reserve-lead = For somebody on the way, for 24 hours. No name: the mark that you are given is said on the telephone and at the door.
reserve-full-next = Nothing can be held that fits. Say on the telephone that she may come all the same: at the door it is seen what can be done. Ask another centre meanwhile.
reserve-button = Hold it for 24 hours
reserve-release = Give up
ask-sex = Sex
ask-sex-hint = As she says it. Whoever is not sure is offered a room of her own.
ask-age = Age
ask-accessible = Steps
ask-accessible-yes = A place without steps is needed
ask-women = Women who come along
ask-men = Men who come along
ask-girls = Girls under 18 who come along
ask-boys = Boys under 18 who come along
ask-with-adults = { $count ->
    [one] with { $count } adult
   *[other] with { $count } adults
  }
ask-with-children = { $count ->
    [one] with { $count } child
   *[other] with { $count } children
  }
ask-again = Change
fault-family-count = A whole number from 0 to 12.
place-title = Place
place-lead = Where she sleeps. Only the team, the head and whoever is on duty at the door read this.
place-since = since { $day }
place-none = She has no place in this house now.
place-first-night = At intake: { $place }
place-give = Give a place
place-give-button = Give this place
place-move = Another place
place-move-button = Move
place-new-lead = From tonight on. Papers, citizenship, registration or a case in court are not asked.
place-look = Look for places
place-choice = What there is
place-needs = For the night
place-needs-hint = What whoever is on duty must know; no illness and no reason.
place-full = No place that fits is free
place-full-next = Nobody is sent away. What you can do now:
place-full-tight = Put up one bed more beside others, or take what is held: below.
place-full-ask = Ask another centre, and stay with her until there is an answer.
place-full-stay = In danger she stays in the house, wherever there is room for a night.
place-full-tell = Make it a task of the head
place-full-tell-head = Tell the head of the centre now.
place-end = She leaves
place-end-about = The place is free from that night on. Her services and her clock go on.
place-end-on = Day of leaving
place-end-button = End the stay
place-back = It was a mistake: she is still here
place-back-about = The stay in { $place } was ended.
place-past = Earlier
night-need-meal = something to eat
night-need-clothes = clothes, towel, soap
night-need-cot = cot or things for a small child
night-need-no-steps = no steps
night-need-interpreter = interpreter
night-need-quiet = quiet, knock first
night-need-nearby = somebody awake nearby
tonight-title = Who is here tonight
tonight-lead = Code names only. The night that begins on { $day }
tonight-people = { $count ->
    [0] Nobody is here
    [one] { $count } person is here
   *[other] { $count } people are here
  }
tonight-nobody = Nobody has a place in this house tonight. A place is given on the page of a case.
tonight-needs = Needs
tonight-closed = { $count ->
    [one] { $count } household more is here; its case is not open to you in this session.
   *[other] { $count } households more are here; their cases are not open to you in this session.
  }
tonight-nameless = Beds without a record
tonight-nameless-about = The record of who had this bed was erased. Look whether somebody is there; if not, free it.
tonight-free-bed = Free the bed
tonight-paper = For printing
paper-back = Back to the page
tonight-paper-about = Print it with your browser. Destroy the paper in the morning.
