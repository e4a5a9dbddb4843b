//! The world of these tests: a database in memory with every built-in pack.

use jiff::civil::{Date, date};
use pana_app::facts::{self, Imported};
use pana_app::{Desk, Library};
use pana_store::Db;

pub const TODAY: Date = date(2026, 11, 21);

pub async fn loaded() -> (Db, Library, Vec<Imported>) {
    let db = Db::in_memory().await.expect("a database in memory");
    let library = Library::builtin().expect("the built-in data are sound");
    let imported = facts::load_builtin(&db, &library, TODAY).await.unwrap_or_else(|error| panic!("{error}"));
    (db, library, imported)
}

pub async fn desk() -> Desk {
    let (db, library, _) = loaded().await;
    Desk::open(db, library).await.expect("the room loads")
}
