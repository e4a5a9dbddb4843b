//! The house of a centre: its rooms, the beds that are taken, what is held for somebody on the way. It stands in the centre's own record,
//! class *place*, without a word about who anybody is.

use pana_casework::Class;
use pana_casework::Kind;
use pana_casework::centre::{Ask, Bed, House, Now, Reservation, Room, RoomRefusal};
use pana_casework::policy::{Action, Relation, Role, Thing};
use pana_store::casework::{Applied, Change, Entry, entry, salt};
use pana_vault::Secret;

use super::Casework;
use super::act::Act;
use super::document::{self, Document};
use super::event::Happening;
use super::id;
use super::kept::{self, Kept, fault};
use super::key;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::session::Signed;

/// Two who give the last place at once meet here; the later one looks again and tries so often.
pub(super) const TRIES: usize = 4;

/// The house, open.
pub struct Rooms {
    pub(super) centre: String,
    key: Secret<32>,
    /// Its rooms, also those that are closed.
    pub rooms: Vec<Kept<Room>>,
    /// Beds that are or were taken.
    pub beds: Vec<Kept<Bed>>,
    /// What is or was held.
    pub reservations: Vec<Kept<Reservation>>,
    /// The night and the instant.
    pub now: Now,
}

/// The night and the instant of a moment.
pub fn now(moment: &Moment) -> Now {
    Now { night: moment.night(), at: moment.at }
}

impl Rooms {
    /// The house as its rules see it.
    pub fn house(&self) -> House {
        House {
            rooms: self.rooms.iter().map(|kept| kept.value.clone()).collect(),
            beds: self.beds.iter().map(|kept| kept.value.clone()).collect(),
            reservations: self.reservations.iter().map(|kept| kept.value.clone()).collect(),
        }
    }

    /// A room.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub fn room(&self, id: &str) -> Result<&Kept<Room>, Refused> {
        self.rooms.iter().find(|kept| kept.value.id == id).ok_or(Refused::NotFound)
    }

    /// What is held now.
    pub fn held(&self) -> impl Iterator<Item = &Kept<Reservation>> {
        self.reservations.iter().filter(|kept| kept.value.holds(self.now.at))
    }

    /// A document of the house as somebody writes it now.
    pub(super) fn seal(&self, signed: &Signed, document: &Document, save: &str) -> Result<Entry, Refused> {
        let written =
            Document { author: signed.account.id.clone(), written_at: signed.moment.text(), ..document.clone() };
        document::seal(&written, &self.centre, Some(&self.centre), &self.key, save, &mut System)
    }

    /// Documents of the house as somebody writes them: the changes, and the event that says so of the house.
    pub(super) fn beside(
        &self,
        signed: &Signed,
        documents: &[Document],
        save: &str,
        about: &str,
    ) -> Result<(Vec<Change>, Vec<Happening>), Refused> {
        let mut told = signed.happening(Act::Write).of(&self.centre).touching([Class::Place]).about(about);
        let mut changes = Vec::new();
        for document in documents {
            let sealed = self.seal(signed, document, save)?;
            told = told.wrote(&sealed.sealed);
            changes.push(Change::Entry(sealed));
        }
        Ok((changes, vec![told]))
    }

    /// The next version of a room that says the same: whoever gives a place in it at the same moment finds that somebody wrote in between.
    pub(super) fn touched(&self, room: &str) -> Result<Document, Refused> {
        Ok(self.room(room)?.document.clone())
    }
}

impl Casework {
    /// Opens the house of her centre. `action` is what she will do there; the reading is in the log.
    ///
    /// # Errors
    /// [`Refused::Denied`], also where nobody let her in; [`Refused::Damaged`] where something does not open.
    pub async fn rooms(&self, signed: &Signed, action: Action) -> Result<Rooms, Refused> {
        self.allow(signed, Relation::Outside, Thing::Rooms, action)?;
        let centre = self.own_centre(signed)?.to_owned();
        let bundle = self.centre_keys(signed).await?;
        let mut keys = key::data_keys(&bundle, &salt::of_record(&self.db, &centre).await?);
        let key = keys.remove(&Class::Place).ok_or(Refused::Denied)?;
        let kept = entry::of_class(&self.db, &centre, Class::Place.name()).await?;
        let open = |entry: &Entry| document::open(entry, Some(&centre), &key);
        let documents = kept.iter().map(open).collect::<Result<Vec<Document>, Refused>>()?;
        self.scribe.tell(signed.happening(Act::Read).of(&centre).touching([Class::Place]).about("rooms")).await?;
        Ok(Rooms {
            rooms: kept::of(&documents, Kind::Room)?,
            beds: kept::of(&documents, Kind::Bed)?,
            reservations: kept::of(&documents, Kind::Reservation)?,
            now: now(&signed.moment),
            centre,
            key,
        })
    }

    /// Writes documents of the house as one act.
    async fn write_rooms(
        &self,
        signed: &Signed,
        rooms: &Rooms,
        documents: &[Document],
        save: &str,
        about: &str,
    ) -> Result<(), Refused> {
        let (changes, told) = rooms.beside(signed, documents, save, about)?;
        self.scribe.write(changes, told).await.map(|_: Applied| ())
    }

    /// The head answers for the rooms; whoever is on duty gives places in them.
    fn only_head(&self, signed: &Signed) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Rooms, Action::Write)?;
        if signed.role == Role::Head { Ok(()) } else { Err(Refused::Denied) }
    }

    /// Makes a room; its id is that of the saving.
    ///
    /// # Errors
    /// [`Refused::Denied`] for anybody but the head; the reason in words, beside its field.
    pub async fn make_room(&self, signed: &Signed, room: Room, save: &str) -> Result<(), Refused> {
        self.only_head(signed)?;
        let rooms = self.rooms(signed, Action::Write).await?;
        if rooms.rooms.iter().any(|kept| kept.document.id == save) {
            return Ok(());
        }
        let room = Room { id: save.to_owned(), from: rooms.now.night, to: None, ..room };
        let room = room.beside(&rooms.house().rooms).map_err(refused)?;
        let document = kept::made(save, Kind::Room, &room)?;
        self.write_rooms(signed, &rooms, &[document], save, "room").await
    }

    /// Changes a room. Who sleeps in it stays, also where there are fewer places now: that is a fact to show.
    ///
    /// # Errors
    /// As [`Casework::make_room`]; [`Refused::Stale`].
    pub async fn change_room(&self, signed: &Signed, room: Room, version: i64, save: &str) -> Result<(), Refused> {
        self.only_head(signed)?;
        let rooms = self.rooms(signed, Action::Write).await?;
        let kept = rooms.room(&room.id)?;
        kept.shown_as(version)?;
        let room = Room { from: kept.value.from, to: kept.value.to, ..room };
        let room = room.beside(&rooms.house().rooms).map_err(refused)?;
        self.write_rooms(signed, &rooms, &[kept.saying(&room)?], save, "room").await
    }

    /// Closes a room from tonight on, or opens it again.
    ///
    /// # Errors
    /// As [`Casework::make_room`]; that somebody sleeps there or is on the way.
    pub async fn close_room(
        &self,
        signed: &Signed,
        room: &str,
        close: bool,
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        self.only_head(signed)?;
        let rooms = self.rooms(signed, Action::Write).await?;
        let kept = rooms.room(room)?;
        kept.shown_as(version)?;
        let held = rooms.house().occupancy(&kept.value, rooms.now);
        if close && held.present + held.reserved > 0 {
            return Err(refused(RoomRefusal::SomebodyThere));
        }
        let to = close.then_some(rooms.now.night);
        let room = Room { to, ..kept.value.clone() }.beside(&rooms.house().rooms).map_err(refused)?;
        let about = if close { "room-closed" } else { "room-opened" };
        self.write_rooms(signed, &rooms, &[kept.saying(&room)?], save, about).await
    }

    /// Holds places in a room for a day; a room that is taken whole is held with all its places.
    ///
    /// # Errors
    /// [`Refused::Denied`]; that the room has no such places any more.
    pub async fn reserve(&self, signed: &Signed, room: &str, ask: &Ask, save: &str) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Rooms, Action::Write)?;
        for _ in 0..TRIES {
            let rooms = self.rooms(signed, Action::Write).await?;
            if rooms.reservations.iter().any(|kept| kept.document.id == save) {
                return Ok(());
            }
            let kept = rooms.room(room)?;
            let offers = rooms.house().offers(ask, rooms.now);
            let offer = offers.iter().find(|offer| offer.room == room);
            let offer = offer.ok_or_else(|| fault("choice", "stay-refusal", "taken"))?;
            let places = if offer.whole { kept.value.places } else { ask.persons() };
            let held = Reservation {
                id: save.to_owned(),
                room: room.to_owned(),
                places,
                made_at: signed.moment.at,
                released_at: None,
            };
            let documents = [kept::made(save, Kind::Reservation, &held)?, rooms.touched(room)?];
            match self.write_rooms(signed, &rooms, &documents, save, "reservation").await {
                Err(Refused::Stale) => {}
                done => return done,
            }
        }
        Err(Refused::Stale)
    }

    /// Gives up what was held.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn release(&self, signed: &Signed, reservation: &str, save: &str) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Rooms, Action::Write)?;
        let rooms = self.rooms(signed, Action::Write).await?;
        let kept = rooms.reservations.iter().find(|kept| kept.document.id == reservation).ok_or(Refused::NotFound)?;
        if !kept.value.holds(rooms.now.at) {
            return Ok(());
        }
        let released = Reservation { released_at: Some(signed.moment.at), ..kept.value.clone() };
        self.write_rooms(signed, &rooms, &[kept.saying(&released)?], save, "reservation-released").await
    }

    /// Frees a bed of which no case says any more who has it.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where there is none, also where a case says who has it: then the stay is ended there.
    pub async fn free_bed(&self, signed: &Signed, bed: &str, save: &str) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Rooms, Action::Write)?;
        let rooms = self.rooms(signed, Action::Write).await?;
        let kept = rooms.beds.iter().find(|kept| kept.document.id == bed).ok_or(Refused::NotFound)?;
        if entry::one(&self.db, &kept.value.stay).await?.is_some() {
            return Err(Refused::NotFound);
        }
        let freed = Bed { to: Some(rooms.now.night.max(kept.value.from)), ..kept.value.clone() };
        self.write_rooms(signed, &rooms, &[kept.saying(&freed)?], save, "bed-freed").await
    }
}

/// A new document of the house that comes along with one of a case.
pub(super) fn bed(bed: &Bed) -> Result<Document, Refused> {
    Document::new(&id::new(&mut System), Kind::Bed, bed)
}

fn refused(refusal: RoomRefusal) -> Refused {
    let field = match refusal {
        RoomRefusal::NoName | RoomRefusal::NameTaken => "name",
        RoomRefusal::Places => "places",
        RoomRefusal::SomebodyThere => "form",
    };
    fault(field, "room-refusal", refusal.name())
}
