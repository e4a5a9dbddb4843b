//! Centre: rooms and their places, who is present, what is reserved, what fits a person, and how long the money lasts (R12).
//!
//! Allocation receives sex, age group, family and accessibility, and nothing else: no papers, no citizenship, no registration, no
//! criminal case, no willingness to cooperate (R1, R7).

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::age::AgeGroup;
use crate::coded::coded;
use crate::person::Sex;
use crate::task::{For, Task, TaskKind};

coded! {
    /// For whom a room is.
    "room-sex"
    pub enum RoomSex {
        /// Women and girls.
        Women = "women",
        /// Men and boys.
        Men = "men",
        /// Whoever has it, one household at a time.
        Any = "any",
    }
}

coded! {
    /// For which age a room is.
    "room-age"
    pub enum RoomAge {
        /// Adults.
        Adults = "adults",
        /// Children.
        Children = "children",
        /// Any.
        Any = "any",
    }
}

/// A room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Its id.
    pub id: String,
    /// What the house calls it.
    pub name: String,
    /// For whom.
    pub sex: RoomSex,
    /// For which age.
    pub age: RoomAge,
    /// Whether it is kept for families, one at a time.
    pub family: bool,
    /// Whether it can be reached and used without steps.
    pub accessible: bool,
    /// How many places (beds).
    pub places: u16,
    /// The first night on which it can be used.
    pub from: Date,
    /// The first night on which it can no longer be used.
    #[serde(default)]
    pub to: Option<Date>,
}

/// More places than any room has: beyond this somebody mistyped.
pub const MOST_PLACES: u16 = 100;

coded! {
    /// Why a room is not written down like this.
    "room-refusal"
    pub enum RoomRefusal {
        /// It has no name.
        NoName = "no_name",
        /// Another room has this name.
        NameTaken = "name_taken",
        /// It has no place, or more than [`MOST_PLACES`].
        Places = "places",
        /// People sleep there: they get another place first.
        SomebodyThere = "somebody_there",
    }
}

impl Room {
    /// Whether it can be used in a night.
    pub fn is_open(&self, night: Date) -> bool {
        self.from <= night && self.to.is_none_or(|to| night < to)
    }

    /// The room, if it can be written down beside the others.
    ///
    /// # Errors
    /// The reason.
    pub fn beside(self, others: &[Self]) -> Result<Self, RoomRefusal> {
        let name = self.name.trim();
        let same = |other: &Self| other.id != self.id && other.to.is_none() && other.name.trim() == name;
        match () {
            () if name.is_empty() => Err(RoomRefusal::NoName),
            () if others.iter().any(same) => Err(RoomRefusal::NameTaken),
            () if self.places == 0 || self.places > MOST_PLACES => Err(RoomRefusal::Places),
            () => Ok(Self { name: name.to_owned(), ..self }),
        }
    }
}

/// A household in a room: what the centre keeps of a stay. Who it is stands in the case, and the way there is the id of the stay alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bed {
    /// The document of the case that says who.
    pub stay: String,
    /// The room.
    pub room: String,
    /// How many people: she and who of her family sleeps here.
    pub persons: u16,
    /// Whether the room is theirs alone, whatever places are left in it.
    pub whole: bool,
    /// The first night.
    pub from: Date,
    /// The day of leaving; that night the places are free again.
    #[serde(default)]
    pub to: Option<Date>,
}

impl Bed {
    /// Whether they are there in the night that begins on a day.
    pub fn in_night(&self, night: Date) -> bool {
        self.from <= night && self.to.is_none_or(|to| night < to)
    }
}

/// How long a reservation holds.
pub const RESERVED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Places held for somebody on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    /// Its id.
    pub id: String,
    /// The room.
    pub room: String,
    /// How many places.
    pub places: u16,
    /// When it was made; it holds for 24 hours.
    pub made_at: Timestamp,
    /// When it was used or given up.
    #[serde(default)]
    pub released_at: Option<Timestamp>,
}

impl Reservation {
    /// What is said on the telephone and at the door instead of a name: two letters and two digits that follow from the id. Letters and
    /// digits that sound or look alike are not among them.
    pub fn mark(&self) -> String {
        const LETTERS: &[u8] = b"AEKMTX";
        const DIGITS: &[u8] = b"2345679";
        let sum = self.id.bytes().fold(0_usize, |sum, byte| (sum * 31 + usize::from(byte)) % 1_000_003);
        let pick = |signs: &[u8], at: usize| signs.get(at % signs.len()).copied().map_or('A', char::from);
        let (first, second) = (pick(LETTERS, sum), pick(LETTERS, sum / 6));
        [first, second, pick(DIGITS, sum / 36), pick(DIGITS, sum / 252)].into_iter().collect()
    }

    /// Until when it holds.
    pub fn until(&self) -> Timestamp {
        self.made_at.checked_add(RESERVED_FOR).unwrap_or(Timestamp::MAX)
    }

    /// Whether it holds at a moment.
    pub fn holds(&self, at: Timestamp) -> bool {
        self.made_at <= at && at < self.until() && self.released_at.is_none_or(|released| at < released)
    }
}

/// A moment as the house counts it: the night of its own calendar, and the instant for reservations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The night that begins on this day.
    pub night: Date,
    /// The instant.
    pub at: Timestamp,
}

/// What a room holds at a moment. `free = places − present − reserved`, and never below nothing; nothing where one household has it whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occupancy {
    /// Places that can be used.
    pub places: u32,
    /// People present.
    pub present: u32,
    /// Places reserved.
    pub reserved: u32,
    /// Free places.
    pub free: u32,
    /// People or reservations beyond the places: a fact to show, never a reason to send somebody out.
    pub over: u32,
}

impl Occupancy {
    fn of(places: u32, present: u32, reserved: u32, whole: bool) -> Self {
        let taken = present.saturating_add(reserved);
        let free = if whole { 0 } else { places.saturating_sub(taken) };
        Self { places, present, reserved, free, over: taken.saturating_sub(places) }
    }

    /// Both together. Free places of one room do not make up for what another has too many.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            places: self.places.saturating_add(other.places),
            present: self.present.saturating_add(other.present),
            reserved: self.reserved.saturating_add(other.reserved),
            free: self.free.saturating_add(other.free),
            over: self.over.saturating_add(other.over),
        }
    }
}

/// The house: its rooms, who is in them, and what is held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct House {
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Households, past and present.
    pub beds: Vec<Bed>,
    /// Reservations.
    pub reservations: Vec<Reservation>,
}

/// One person for whom a place is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    /// Sex.
    pub sex: Sex,
    /// Age group.
    pub age_group: AgeGroup,
}

/// What is asked: everything that allocation may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// She.
    pub guest: Guest,
    /// Members of her family who come with her.
    pub family: Vec<Guest>,
    /// Whether a place without steps is needed.
    pub accessible: bool,
}

impl Ask {
    /// How many places are needed.
    pub fn persons(&self) -> u16 {
        u16::try_from(self.family.len()).unwrap_or(u16::MAX).saturating_add(1)
    }
}

/// A room that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The room.
    pub room: String,
    /// Whether it is taken whole, for one household; otherwise a place beside others.
    pub whole: bool,
    /// Free places in it now.
    pub free: u32,
}

impl House {
    /// Who is here in a night.
    pub fn here(&self, night: Date) -> impl Iterator<Item = &Bed> {
        self.beds.iter().filter(move |bed| bed.in_night(night))
    }

    /// The house as it is for whoever has the places of a stay: they are free to her.
    pub fn without(mut self, stay: &str) -> Self {
        self.beds.retain(|bed| bed.stay != stay);
        self
    }

    /// What a room holds.
    pub fn occupancy(&self, room: &Room, now: Now) -> Occupancy {
        let in_room = || self.here(now.night).filter(|bed| bed.room == room.id);
        let present = in_room().map(|bed| u32::from(bed.persons)).fold(0, u32::saturating_add);
        let whole = in_room().any(|bed| bed.whole);
        let held = self.reservations.iter().filter(|held| held.room == room.id && held.holds(now.at));
        let reserved = held.map(|held| u32::from(held.places)).fold(0, u32::saturating_add);
        let places = if room.is_open(now.night) { u32::from(room.places) } else { 0 };
        Occupancy::of(places, present, reserved, whole)
    }

    /// What the house holds.
    pub fn total(&self, now: Now) -> Occupancy {
        self.rooms.iter().map(|room| self.occupancy(room, now)).fold(Occupancy::default(), Occupancy::and)
    }

    /// The rooms that fit, best first: a place beside others before a whole room, rooms without special equipment before those
    /// with it, small before large.
    pub fn offers(&self, ask: &Ask, now: Now) -> Vec<Offer> {
        let mut offers: Vec<(&Room, Offer)> =
            self.rooms.iter().filter_map(|room| Some((room, self.offer(room, ask, now)?))).collect();
        // A family goes to the room that is kept for families, and nobody else does while another is free.
        let spare = |room: &Room| (room.accessible && !ask.accessible, room.family == ask.family.is_empty());
        offers.sort_by_key(|(room, offer)| (offer.whole, spare(room), room.places, room.id.clone()));
        offers.into_iter().map(|(_, offer)| offer).collect()
    }

    /// The rooms in which she could sleep if one more bed were put up, fewest people first: for a night on which nothing else is left.
    /// Nobody is put into a room that one household has for itself, or without need where steps are in the way.
    pub fn tight(&self, ask: &Ask, now: Now) -> Vec<String> {
        let suits = |room: &&Room| {
            let alone = self.here(now.night).any(|bed| bed.room == room.id && bed.whole);
            room.is_open(now.night) && !alone && (room.accessible || !ask.accessible) && beside_others(room, ask.guest)
        };
        let offered: Vec<String> = self.offers(ask, now).into_iter().map(|offer| offer.room).collect();
        let mut rooms: Vec<&Room> =
            self.rooms.iter().filter(suits).filter(|room| !offered.contains(&room.id)).collect();
        // Her children stay with her; a family that shares a room with strangers is no answer.
        rooms.retain(|_| ask.family.is_empty());
        rooms.sort_by_key(|room| (self.occupancy(room, now).over, room.places, room.id.clone()));
        rooms.into_iter().map(|room| room.id.clone()).collect()
    }

    fn offer(&self, room: &Room, ask: &Ask, now: Now) -> Option<Offer> {
        let held = self.occupancy(room, now);
        let needed = u32::from(ask.persons());
        if held.free < needed || (ask.accessible && !room.accessible) {
            return None;
        }
        let offer = |whole| Some(Offer { room: room.id.clone(), whole, free: held.free });
        if ask.family.is_empty() && beside_others(room, ask.guest) {
            return offer(false);
        }
        let empty = held.present == 0 && held.reserved == 0;
        (empty && as_whole(room, ask)).then(|| offer(true)).flatten()
    }
}

/// Whether a room is shared by people like her: women with women, children with children.
fn beside_others(room: &Room, guest: Guest) -> bool {
    let sex = match room.sex {
        RoomSex::Women => guest.sex == Sex::Female,
        RoomSex::Men => guest.sex == Sex::Male,
        RoomSex::Any => false,
    };
    let age = match room.age {
        RoomAge::Adults => guest.age_group == AgeGroup::Adult,
        RoomAge::Children => guest.age_group == AgeGroup::Child,
        RoomAge::Any => false,
    };
    sex && age && !room.family
}

/// Whether an empty room can be given to one household. A woman with her son does not sleep in the men's room, a man alone not in the
/// women's; whose sex is not known or is neither gets a room of her own that is not for the other sex's wing.
fn as_whole(room: &Room, ask: &Ask) -> bool {
    let guests = || ask.family.iter().chain([&ask.guest]);
    let adults = || guests().filter(|guest| guest.age_group == AgeGroup::Adult);
    let sex = match room.sex {
        RoomSex::Any => true,
        RoomSex::Women => !guests().any(|guest| guest.sex == Sex::Male && guest.age_group == AgeGroup::Adult),
        RoomSex::Men => !guests().any(|guest| guest.sex == Sex::Female),
    };
    let age = match room.age {
        RoomAge::Any => true,
        RoomAge::Adults => adults().next().is_some(),
        RoomAge::Children => adults().next().is_none(),
    };
    // A boy alone in the women's wing is no better off than a man.
    let alone_boy = ask.family.is_empty() && ask.guest.sex == Sex::Male && room.sex == RoomSex::Women;
    sex && age && !alone_boy
}

/// A period for which the money of a centre is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funding {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Who pays, as the contract calls it.
    pub source: String,
}

/// The money ends and nothing follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingAlarm {
    /// The last funded day.
    pub ends: Date,
    /// Days left; negative once it is over.
    pub days_left: i32,
}

impl FundingAlarm {
    /// The task of the head: due from the day on which the alarm began.
    pub fn task(self, within: u16) -> Task {
        let due = self.ends.saturating_sub(i32::from(within).days());
        Task { due, kind: TaskKind::FundingEnds, whom: For::Head }
    }
}

/// The alarm of a centre on a day: the last funded day is at most `within` days away (R12: 90), or past, and no period follows without a gap.
/// Nothing where no funding was ever entered: then nobody knows, and that is another question.
pub fn funding_alarm(periods: &[Funding], within: u16, on: Date) -> Option<FundingAlarm> {
    let mut sorted: Vec<&Funding> = periods.iter().filter(|period| period.from <= period.to).collect();
    sorted.sort_by_key(|period| (period.from, period.to));
    // The chain without gaps that reaches today, or the last that did.
    let mut ends: Option<Date> = None;
    for period in sorted {
        let follows = ends.and_then(|end| end.tomorrow().ok()).is_some_and(|next| period.from <= next);
        let begun = period.from <= on;
        if follows || begun {
            ends = ends.max(Some(period.to));
        }
    }
    let ends = ends?;
    let days_left = on.until(ends).map(|span| span.get_days()).unwrap_or(i32::MAX);
    (days_left <= i32::from(within)).then_some(FundingAlarm { ends, days_left })
}
