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

/// One person in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// The case.
    pub case: String,
    /// The room.
    pub room: String,
    /// The first night.
    pub from: Date,
    /// The day of leaving; that night the place is free again.
    #[serde(default)]
    pub to: Option<Date>,
}

impl Stay {
    /// Whether she is there in the night that begins on a day.
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
    /// Whether it holds at a moment.
    pub fn holds(&self, at: Timestamp) -> bool {
        let end = self.made_at.checked_add(RESERVED_FOR).unwrap_or(Timestamp::MAX);
        self.made_at <= at && at < end && self.released_at.is_none_or(|released| at < released)
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

/// What a room holds at a moment. `free = places − present − reserved`, and never below nothing.
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
    fn of(places: u32, present: u32, reserved: u32) -> Self {
        let taken = present.saturating_add(reserved);
        Self { places, present, reserved, free: places.saturating_sub(taken), over: taken.saturating_sub(places) }
    }

    /// Both together. Free places of one room do not make up for what another has too many.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            places: self.places + other.places,
            present: self.present + other.present,
            reserved: self.reserved + other.reserved,
            free: self.free + other.free,
            over: self.over + other.over,
        }
    }
}

/// The house: its rooms, stays and reservations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct House {
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Stays, past and present.
    pub stays: Vec<Stay>,
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
    pub fn here(&self, night: Date) -> impl Iterator<Item = &Stay> {
        self.stays.iter().filter(move |stay| stay.in_night(night))
    }

    /// What a room holds.
    pub fn occupancy(&self, room: &Room, now: Now) -> Occupancy {
        let present = self.here(now.night).filter(|stay| stay.room == room.id).count();
        let held = self.reservations.iter().filter(|held| held.room == room.id && held.holds(now.at));
        let reserved = held.map(|held| u32::from(held.places)).sum();
        let open = room.from <= now.night && room.to.is_none_or(|to| now.night < to);
        let places = if open { u32::from(room.places) } else { 0 };
        Occupancy::of(places, u32::try_from(present).unwrap_or(u32::MAX), reserved)
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
        let spare = |room: &Room| (room.accessible && !ask.accessible, room.family && ask.family.is_empty());
        offers.sort_by_key(|(room, offer)| (offer.whole, spare(room), room.places, room.id.clone()));
        offers.into_iter().map(|(_, offer)| offer).collect()
    }

    fn offer(&self, room: &Room, ask: &Ask, now: Now) -> Option<Offer> {
        let held = self.occupancy(room, now);
        let needed = u32::try_from(ask.family.len()).unwrap_or(u32::MAX).saturating_add(1);
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
