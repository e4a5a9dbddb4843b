//! A place for somebody: giving, moving, ending, taking an end back. What is written of her goes into her case, and into the house only
//! that so many beds of a room are taken; both in one act.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pana_casework::age::AgeGroup;
use pana_casework::centre::{Ask, Bed, Guest, House, Offer, Reservation, RoomSex};
use pana_casework::intake::opening::{Start, Tonight};
use pana_casework::policy::Action;
use pana_casework::screening::Answer;
use pana_casework::stage::{Stage, Step};
use pana_casework::stay::{NightNeed, Stay, StayRefusal};
use pana_casework::task::{For, Task, TaskKind};
use pana_casework::{Class, Kind};
use pana_store::casework::Change;

use super::act::Act;
use super::document::{Document, PAST};
use super::errand::Errand;
use super::event::Happening;
use super::gate::Open;
use super::house::{self, Rooms, TRIES};
use super::kept::{self, Kept, fault};
use super::refused::Refused;

/// What is written of the house beside a case: changes, and the events that say so.
pub(super) type Beside = (Vec<Change>, Vec<Happening>);

/// A place, as it was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A room that was offered.
    Room(String),
    /// What was held for her.
    Held(String),
    /// One bed more than the room has.
    Tight(String),
}

/// What is given, as a form says it.
#[derive(Clone, Debug)]
pub struct Giving {
    /// Whom the place must suit: all that the rules receive.
    pub ask: Ask,
    /// What they need for the night.
    pub needs: BTreeSet<NightNeed>,
    /// The place.
    pub choice: Choice,
}

/// The stays of a case.
#[derive(Clone, Debug, Default)]
pub struct Stays {
    /// Where she is.
    pub now: Option<Kept<Stay>>,
    /// Where she was, the newest first.
    pub past: Vec<Kept<Stay>>,
}

/// What there is for somebody.
#[derive(Clone, Debug, Default)]
pub struct Possible {
    /// Rooms that fit, the best first.
    pub offers: Vec<Offer>,
    /// Rooms in which one more bed could be put up.
    pub tight: Vec<String>,
    /// Reservations that hold so many places.
    pub held: Vec<Reservation>,
}

impl Possible {
    /// What a house has for an ask.
    pub fn of(rooms: &Rooms, ask: &Ask) -> Self {
        Self::within(&rooms.house(), rooms, ask)
    }

    fn within(house: &House, rooms: &Rooms, ask: &Ask) -> Self {
        let held = rooms.held().filter(|kept| kept.value.places >= ask.persons());
        Self {
            offers: house.offers(ask, rooms.now),
            tight: house.tight(ask, rooms.now),
            held: held.map(|kept| kept.value.clone()).collect(),
        }
    }
}

/// What is known of her already, so that nobody asks twice: for the form, to be corrected there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The group that decides which protection is due.
    pub age_group: AgeGroup,
    /// Whether she needs a place without steps.
    pub accessible: bool,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
}

impl Open {
    /// Where she is, and where she was.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn stays(&self) -> Result<Stays, Refused> {
        Self::stays_of(&self.documents(&[Kind::Stay]).await?)
    }

    /// The same out of documents that were read.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where one is not of its type.
    pub fn stays_of(documents: &[Document]) -> Result<Stays, Refused> {
        let mut all: Vec<Kept<Stay>> = kept::of(documents, Kind::Stay)?;
        all.reverse();
        let (mut now, past): (Vec<_>, Vec<_>) = all.into_iter().partition(|kept| kept.value.goes_on());
        Ok(Stays { now: if now.is_empty() { None } else { Some(now.remove(0)) }, past })
    }

    /// What is known of her for the form of a place.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn known_for_night(&self) -> Result<Known, Refused> {
        let documents = self.documents(&[Kind::Sheet, Kind::Tonight]).await?;
        let sheet: Option<Kept<Start>> = kept::last(&documents, Kind::Sheet)?;
        let tonight: Option<Kept<Tonight>> = kept::last(&documents, Kind::Tonight)?;
        Ok(Known {
            age_group: sheet.as_ref().map_or(AgeGroup::Child, |kept| kept.value.age_group),
            accessible: tonight.is_some_and(|kept| kept.value.accessible == Answer::Yes),
            interpreter: sheet.is_some_and(|kept| kept.value.interpreter == Answer::Yes),
        })
    }

    /// What the house has for her. The place she has now counts as free: she may move within her room.
    ///
    /// # Errors
    /// As [`super::Casework::rooms`].
    pub async fn possible(&self, ask: &Ask) -> Result<(Rooms, Possible), Refused> {
        let rooms = self.casework().rooms(self.signed(), Action::Exists).await?;
        let house = self.without_her(&rooms).await?;
        let possible = Possible::within(&house, &rooms, ask);
        Ok((rooms, possible))
    }

    async fn without_her(&self, rooms: &Rooms) -> Result<House, Refused> {
        let stays = self.stays().await?;
        let house = rooms.house();
        Ok(match stays.now {
            Some(now) => house.without(&now.document.id),
            None => house,
        })
    }

    /// Gives her a place from tonight on; a place that she had ends with it.
    ///
    /// # Errors
    /// [`Refused::Denied`]; that the place was taken meanwhile; as [`Open::save_with`].
    pub async fn give_place(&self, giving: &Giving, save: &str) -> Result<(), Refused> {
        self.demand(Class::Place, Action::Write).await?;
        for _ in 0..TRIES {
            let (rooms, possible) = self.possible(&giving.ask).await?;
            let stays = self.stays().await?;
            let written = stays.now.iter().chain(&stays.past).any(|kept| kept.document.id == save);
            if written {
                return Ok(());
            }
            let (room, whole) = chosen(&rooms, &possible, &giving.choice)?;
            match self.move_in(&rooms, &stays, giving, (&room, whole), save).await {
                Err(Refused::Stale) => {}
                done => return done,
            }
        }
        Err(Refused::Stale)
    }

    async fn move_in(
        &self,
        rooms: &Rooms,
        stays: &Stays,
        giving: &Giving,
        (room, whole): (&str, bool),
        save: &str,
    ) -> Result<(), Refused> {
        let night = rooms.now.night;
        let stay = Stay {
            place: rooms.room(room)?.value.name.clone(),
            from: night,
            to: None,
            family: giving.ask.family.clone(),
            whole,
            needs: giving.needs.clone(),
        };
        let bed = Bed {
            stay: save.to_owned(),
            room: room.to_owned(),
            persons: giving.ask.persons(),
            whole,
            from: night,
            to: None,
        };
        let mut of_case = vec![kept::made(save, Kind::Stay, &stay)?];
        let mut of_house = vec![house::bed(&bed)?, rooms.touched(room)?];
        if let Some(before) = &stays.now {
            let on = night.max(before.value.from);
            let ended = before.saying(&before.value.end(on, on).map_err(refused)?)?;
            // A place of no night was only tried: it does not stand among those where she was.
            let standing = if before.value.from == night { PAST.to_owned() } else { ended.standing.clone() };
            of_case.push(Document { standing, ..ended });
            of_house.extend(left_bed(rooms, &before.document.id, Some(on))?);
        }
        if let Choice::Held(held) = &giving.choice
            && let Some(held) = rooms.held().find(|kept| kept.document.id == *held)
        {
            let used = Reservation { released_at: Some(rooms.now.at), ..held.value.clone() };
            of_house.push(held.saying(&used)?);
        }
        if self.course_stage().await? == Some(Stage::Presumed) {
            of_case.extend(self.follow(&[Step::Shelter]).await?);
        }
        let about = if stays.now.is_some() { "stay-moved" } else { "stay-given" };
        self.save_place(rooms, &of_case, &of_house, save, about).await
    }

    async fn course_stage(&self) -> Result<Option<Stage>, Refused> {
        if !self.may(Class::Meta, Action::Write) || !self.may(Class::Meta, Action::Read) {
            return Ok(None);
        }
        Ok(Some(self.course().await?.stage()))
    }

    /// Ends her stay on a day; the places are free that night.
    ///
    /// # Errors
    /// The reason in words, beside its field; [`Refused::Stale`]; [`Refused::NotFound`] where she has no place.
    pub async fn end_place(&self, on: Date, version: i64, save: &str) -> Result<(), Refused> {
        let stay = self.stays().await?.now.ok_or(Refused::NotFound)?;
        stay.shown_as(version)?;
        let rooms = self.casework().rooms(self.signed(), Action::Exists).await?;
        let ended = stay.value.end(on, self.today().max(rooms.now.night)).map_err(refused)?;
        let beds = left_bed(&rooms, &stay.document.id, Some(on))?;
        self.save_place(&rooms, &[stay.saying(&ended)?], &beds, save, "stay-ended").await
    }

    /// Takes back that her stay ended: it goes on as if nobody had written the end.
    ///
    /// # Errors
    /// That it ended long ago, that she has another place, that the room is full meanwhile; [`Refused::NotFound`].
    pub async fn take_place_back(&self, version: i64, save: &str) -> Result<(), Refused> {
        let stays = self.stays().await?;
        if stays.now.is_some() {
            return Err(refused(StayRefusal::NotEnded));
        }
        let stay = newest_end(&stays.past).ok_or(Refused::NotFound)?;
        stay.shown_as(version)?;
        let rooms = self.casework().rooms(self.signed(), Action::Exists).await?;
        let back = stay.value.take_back(self.today()).map_err(refused)?;
        let beds = left_bed(&rooms, &stay.document.id, None)?;
        let bed = rooms.beds.iter().find(|kept| kept.value.stay == stay.document.id).ok_or(Refused::NotFound)?;
        let room = rooms.room(&bed.value.room)?;
        // She left on a day, and the night may be the one before it: then her own bed is not another's.
        let held = rooms.house().without(&stay.document.id).occupancy(&room.value, rooms.now);
        let alone = held.present + held.reserved == 0;
        if held.free < u32::from(bed.value.persons) || (bed.value.whole && !alone) {
            return Err(refused(StayRefusal::Taken));
        }
        let of_house: Vec<Document> = beds.into_iter().chain([rooms.touched(&bed.value.room)?]).collect();
        self.save_place(&rooms, &[stay.saying(&back)?], &of_house, save, "stay-end-taken-back").await
    }

    /// Documents and changes for a stay that ends because she leaves; nothing where she has no place, or where whoever writes may not end it.
    pub(super) async fn leaving(&self, on: Date, save: &str) -> Result<(Vec<Document>, Beside), Refused> {
        let nothing = (Vec::new(), Beside::default());
        if !self.may(Class::Place, Action::Write) || !self.may(Class::Place, Action::Read) {
            return Ok(nothing);
        }
        let Some(stay) = self.stays().await?.now else { return Ok(nothing) };
        let rooms = match self.casework().rooms(self.signed(), Action::Exists).await {
            Err(Refused::Denied) => return Ok(nothing),
            opened => opened?,
        };
        let on = on.max(stay.value.from);
        let ended = stay.value.end(on, on).map_err(refused)?;
        let beds = left_bed(&rooms, &stay.document.id, Some(on))?;
        Ok((vec![stay.saying(&ended)?], rooms.beside(self.signed(), &beds, save, "stay-ended")?))
    }

    /// Writes down that no place was found, as a task of the head: today.
    ///
    /// # Errors
    /// As [`Open::save`].
    pub async fn no_place(&self, save: &str) -> Result<(), Refused> {
        let task = Task { due: self.today(), kind: TaskKind::FindPlace, whom: For::Head };
        let document = kept::made(save, Kind::Task, &Errand::of(task))?;
        let told = self.happening(Act::Write).about("no-place");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }

    async fn save_place(
        &self,
        rooms: &Rooms,
        of_case: &[Document],
        of_house: &[Document],
        save: &str,
        about: &str,
    ) -> Result<(), Refused> {
        let beside = rooms.beside(self.signed(), of_house, save, about)?;
        let told = self.happening(Act::Write).about(about);
        self.save_beside(of_case, save, beside, told).await.map(|_| ())
    }
}

/// The stay whose end can be taken back: the one that ended last.
pub fn newest_end(past: &[Kept<Stay>]) -> Option<&Kept<Stay>> {
    past.iter().rev().max_by_key(|kept| (kept.value.to, kept.value.from, kept.document.written_at.clone()))
}

/// Of the choice the room, and whether it is theirs alone; what is no longer possible is refused with what to do.
fn chosen(rooms: &Rooms, possible: &Possible, choice: &Choice) -> Result<(String, bool), Refused> {
    let taken = || refused(StayRefusal::Taken);
    match choice {
        Choice::Room(id) => {
            let offer = possible.offers.iter().find(|offer| offer.room == *id).ok_or_else(taken)?;
            Ok((offer.room.clone(), offer.whole))
        }
        Choice::Tight(id) => {
            let room = possible.tight.iter().find(|room| *room == id).ok_or_else(taken)?;
            Ok((room.clone(), false))
        }
        Choice::Held(id) => {
            let held = possible.held.iter().find(|held| held.id == *id).ok_or_else(taken)?;
            let room = &rooms.room(&held.room)?.value;
            // A room that was held with all its places was held for one household.
            Ok((room.id.clone(), room.family || room.sex == RoomSex::Any || held.places >= room.places))
        }
    }
}

/// The bed of a stay with another end.
fn left_bed(rooms: &Rooms, stay: &str, to: Option<Date>) -> Result<Vec<Document>, Refused> {
    let beds = rooms.beds.iter().filter(|kept| kept.value.stay == stay);
    beds.map(|kept| kept.saying(&Bed { to, ..kept.value.clone() })).collect()
}

fn refused(refusal: StayRefusal) -> Refused {
    let field = match refusal {
        StayRefusal::BeforeItBegan | StayRefusal::NotYet => "on",
        StayRefusal::Taken => "choice",
        _ => "form",
    };
    fault(field, "stay-refusal", refusal.name())
}

/// Members of a family, as a form counts them.
pub fn family(women: u8, men: u8, girls: u8, boys: u8) -> Vec<Guest> {
    use pana_casework::person::Sex;
    let some = |count: u8, sex, age_group| std::iter::repeat_n(Guest { sex, age_group }, usize::from(count));
    some(women, Sex::Female, AgeGroup::Adult)
        .chain(some(men, Sex::Male, AgeGroup::Adult))
        .chain(some(girls, Sex::Female, AgeGroup::Child))
        .chain(some(boys, Sex::Male, AgeGroup::Child))
        .collect()
}
