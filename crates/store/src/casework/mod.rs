//! The confided room's tables. Content comes in sealed and goes out sealed; nothing here could open it. ADR 17 says why the tables
//! are these.

pub mod account;
pub mod centre;
pub mod change;
pub mod copy;
pub mod entry;
pub mod erasure;
pub mod log;
pub mod opening;
pub mod passkey;
pub mod picture;
pub mod record;
pub mod salt;
pub mod session;
pub mod token;
pub mod value;
pub mod wrap;

use std::path::Path;

use crate::db::Db;
use crate::error::StoreError;
use crate::migration::Room;

pub use account::Account;
pub use centre::Centre;
pub use change::{Applied, Change};
pub use entry::Entry;
pub use erasure::Erasure;
pub use opening::Opening;
pub use passkey::Passkey;
pub use picture::Picture;
pub use record::Record;
pub use salt::Salt;
pub use session::Session;
pub use token::Token;
pub use wrap::Wrap;

/// The file of the confided room in a data folder.
pub const FILE: &str = "casework.sqlite";

/// Opens the confided room in a folder that exists, making its file when it is missing.
pub async fn open_folder(folder: &Path) -> Result<Db, StoreError> {
    Db::open_file(&folder.join(FILE), Room::Confided).await
}

/// Opens a file of the confided room that is not in its place: a copy that is checked before it is put there.
pub async fn open_copy(file: &Path) -> Result<Db, StoreError> {
    Db::open_file(file, Room::Confided).await
}

/// Opens the confided room of a server, in a schema of its own.
pub async fn connect(url: &str) -> Result<Db, StoreError> {
    Db::connect_confided(url).await
}

/// An empty confided room in memory, for tests.
pub async fn in_memory() -> Result<Db, StoreError> {
    Db::of_memory(Room::Confided).await
}

/// A table looked through for damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scrubbed {
    /// The table.
    pub table: &'static str,
    /// Its rows.
    pub rows: u64,
    /// Of them, those whose sum does not fit.
    pub damaged: u64,
}

/// Looks through every table that carries sums. The log is looked through by its tree.
pub async fn scrub(db: &Db) -> Result<Vec<Scrubbed>, StoreError> {
    async fn of<R: value::Row>(db: &Db) -> Result<Scrubbed, StoreError> {
        let (rows, damaged) = value::scrub::<R>(db).await?;
        Ok(Scrubbed { table: R::TABLE, rows, damaged })
    }
    let (rows, damaged) = picture::scrub(db).await?;
    let pictures = Scrubbed { table: <Picture as value::Row>::TABLE, rows, damaged };
    Ok(vec![
        of::<Centre>(db).await?,
        of::<Account>(db).await?,
        of::<Record>(db).await?,
        of::<Salt>(db).await?,
        of::<Wrap>(db).await?,
        of::<Entry>(db).await?,
        of::<Token>(db).await?,
        of::<Session>(db).await?,
        of::<Erasure>(db).await?,
        of::<Passkey>(db).await?,
        pictures,
    ])
}
