//! The world of these tests on either engine: the rows of the world that was made once, written into a schema of the server.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use pana_store::casework::log::{Event, State};
use pana_store::casework::{
    Applied, Change, account, centre, change, entry, erasure, log, record, salt, session, wrap,
};
use pana_store::{Db, StoreError};

use crate::server::{confided_server, named};

/// Everything that a room holds but the search tokens, which nobody can list.
pub struct Rows {
    changes: Vec<Change>,
    events: Vec<Event>,
    state: State,
    heads: Vec<String>,
}

/// The rows of a room.
pub async fn rows(db: &Db) -> Result<Rows, StoreError> {
    let mut changes: Vec<Change> = centre::all(db).await?.into_iter().map(Change::Centre).collect();
    for kept in account::all(db).await? {
        let sessions = session::of_account(db, &kept.id).await?;
        changes.push(Change::Account(kept));
        changes.extend(sessions.into_iter().map(Change::Session));
    }
    for kept in record::all(db).await? {
        let (salts, wraps) = (salt::of_record(db, &kept.id).await?, wrap::of_record(db, &kept.id).await?);
        let entries = entry::of_record(db, &kept.id).await?;
        changes.push(Change::Record(kept));
        changes.extend(salts.into_iter().map(Change::Salt));
        changes.extend(wraps.into_iter().map(Change::Wrap));
        changes.extend(entries.into_iter().map(Change::Entry));
    }
    changes.extend(erasure::all(db).await?.into_iter().map(Change::Erasure));
    let (events, state) = (log::events(db, 0, i64::MAX).await?, log::state(db).await?);
    Ok(Rows { changes, events, state, heads: log::heads(db).await? })
}

/// Writes rows into an empty room.
pub async fn pour(rows: &Rows, db: &Db) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    assert_eq!(change::apply(&mut tx, &rows.changes).await?, Applied::Written);
    log::append(&mut tx, &rows.events, &rows.state).await?;
    for head in &rows.heads {
        let size = head.lines().nth(1).and_then(|size| size.parse().ok()).expect("a head says its size");
        log::keep_head(&mut tx, size, head).await?;
    }
    tx.commit().await
}

/// An empty room of the server for the test that runs, where a server is named. `part` tells several of one test apart.
pub async fn on_server(part: &str) -> Option<Db> {
    let test = std::thread::current().name().unwrap_or_default().to_owned();
    let mut hash = DefaultHasher::new();
    (&test, part).hash(&mut hash);
    named(&test)?;
    confided_server(&format!("app_{:016x}", hash.finish())).await
}
