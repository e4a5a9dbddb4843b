//! The public room as the pages read it: loaded once, loaded again when a fact changed.

use std::sync::{Arc, OnceLock, RwLock};

use pana_evidence::recommendation::follow_up;
use pana_evidence::recommendation::follow_up::Followed;
use pana_evidence::{IndicatorId, PlaceId, Room};
use pana_publish::Book;
use pana_store::{Db, room};

use crate::claim::{self, Checked};
use crate::error::Error;
use crate::library::Library;
use crate::search;

/// The room with the books of all editions, newest edition first.
pub struct Shelf {
    /// Number of the last import.
    pub version: i64,
    /// Everything public.
    pub room: Room,
    /// The editions.
    pub books: Vec<Book>,
    /// The recorded claims with what the room says of them.
    pub claims: Vec<Checked>,
    /// The recommendations with what became of them.
    pub followed: Followed,
}

impl Shelf {
    /// Gathers the books of a room.
    pub fn new(version: i64, room: Room, library: &Library) -> Self {
        let books = library.rules.iter().map(|rules| Book::new(&room, &rules.edition, &rules.ruleset)).collect();
        let claims = claim::all(&room, None);
        let followed = follow_up(&room, None);
        Self { version, room, books, claims, followed }
    }

    /// The book of an edition; the newest where none is named.
    pub fn book(&self, edition: Option<&str>) -> Option<&Book> {
        match edition {
            None => self.books.first(),
            Some(edition) => {
                self.books.iter().find(|book| book.edition.edition == edition || book.edition.id == edition)
            }
        }
    }

    /// The other editions of the same series, newest first.
    pub fn others(&self, book: &Book) -> Vec<&Book> {
        let same = |other: &&Book| other.edition.series == book.edition.series && other.edition.id != book.edition.id;
        self.books.iter().filter(same).collect()
    }

    /// An indicator and a place by what a person typed.
    pub fn find(&self, indicator: &str, place: &str) -> Result<(IndicatorId, PlaceId), Error> {
        let id = IndicatorId(indicator.to_owned());
        if self.room.indicator(&id).is_none() {
            return Err(Error::NotFound(format!(
                "there is no indicator `{indicator}`; `pana observations --json` names them all"
            )));
        }
        let found = self.room.find_place(place).map(|place| place.id.clone());
        let place = found.ok_or_else(|| {
            Error::NotFound(format!("there is no place `{place}`; use a code such as KZ, KAZ or KZ-10"))
        })?;
        Ok((id, place))
    }
}

/// Serves shelves from a database.
pub struct Desk {
    /// The database.
    pub db: Db,
    /// What the program knows besides.
    pub library: Library,
    shelf: RwLock<Arc<Shelf>>,
    spelling: OnceLock<String>,
}

impl Desk {
    /// Opens the room of a database.
    pub async fn open(db: Db, library: Library) -> Result<Self, Error> {
        let shelf = load(&db, &library).await?;
        Ok(Self { db, library, shelf: RwLock::new(Arc::new(shelf)), spelling: OnceLock::new() })
    }

    /// What the words of the search index depend on besides the facts.
    pub(crate) fn spelling(&self) -> String {
        self.spelling.get_or_init(|| search::spelling_of(&self.library)).clone()
    }

    /// The room as it is now. Another program may have imported facts since: its number tells.
    pub async fn shelf(&self) -> Result<Arc<Shelf>, Error> {
        let current = Arc::clone(&self.shelf.read().expect("no reader panics while holding the shelf"));
        if room::version(&self.db).await? == current.version {
            return Ok(current);
        }
        let fresh = Arc::new(load(&self.db, &self.library).await?);
        *self.shelf.write().expect("no reader panics while holding the shelf") = Arc::clone(&fresh);
        Ok(fresh)
    }
}

async fn load(db: &Db, library: &Library) -> Result<Shelf, Error> {
    let version = room::version(db).await?;
    Ok(Shelf::new(version, room::load(db, None).await?, library))
}
