//! Whether the tables of a file are those that this program makes. SQLite keeps their statements as texts in the file and believes them: a
//! bit that is other than it was would be found late, or stop the thread that reads.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use sqlx::{Row as _, SqlitePool};

use crate::db::Db;
use crate::error::StoreError;
use crate::migration::Room;

/// The statements by which tables, indices and triggers were made, as bytes.
type Statements = BTreeSet<Vec<u8>>;

/// That the statements can be read as text, before anything asks for the tables that they make. A file that is empty passes.
///
/// # Errors
/// [`StoreError::Altered`].
pub async fn check_readable(pool: &SqlitePool, place: &str) -> Result<(), StoreError> {
    let readable = statements(pool).await?.iter().all(|statement| std::str::from_utf8(statement).is_ok());
    if readable { Ok(()) } else { Err(altered(place)) }
}

/// That the file has each statement as it stands in a file that was made now. Others, such as those of SQLite's own statistics, are left.
///
/// # Errors
/// [`StoreError::Altered`].
pub async fn check_whole(pool: &SqlitePool, room: Room, place: &str) -> Result<(), StoreError> {
    let kept = statements(pool).await?;
    let whole = as_made(room).await?.is_subset(&kept);
    if whole { Ok(()) } else { Err(altered(place)) }
}

fn altered(place: &str) -> StoreError {
    StoreError::Altered { place: place.to_owned() }
}

async fn statements(pool: &SqlitePool) -> Result<Statements, StoreError> {
    let rows = sqlx::query("select cast(sql as blob) from sqlite_schema where sql is not null").fetch_all(pool).await?;
    rows.iter().map(|row| Ok(row.try_get::<Vec<u8>, _>(0)?)).collect()
}

/// The statements of a room that was made now; they are the same each time.
async fn as_made(room: Room) -> Result<&'static Statements, StoreError> {
    static PUBLIC: OnceLock<Statements> = OnceLock::new();
    static CONFIDED: OnceLock<Statements> = OnceLock::new();
    let made = if room == Room::Public { &PUBLIC } else { &CONFIDED };
    if let Some(made) = made.get() {
        return Ok(made);
    }
    let Db::Sqlite(pool) = Db::of_memory(room).await? else { return Err(altered("in memory")) };
    let fresh = statements(&pool).await?;
    pool.close().await;
    Ok(made.get_or_init(|| fresh))
}
