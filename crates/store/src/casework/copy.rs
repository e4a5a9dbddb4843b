//! A consistent copy of the room while others write, and what the engine itself says of a file.

use std::path::Path;

use super::value::Value;
use crate::db::Db;
use crate::error::StoreError;

/// The settings with the statements that read them.
const SETTINGS: [(&str, &str); 5] = [
    ("journal_mode", "pragma journal_mode"),
    ("synchronous", "pragma synchronous"),
    ("secure_delete", "pragma secure_delete"),
    ("trusted_schema", "pragma trusted_schema"),
    ("foreign_keys", "pragma foreign_keys"),
];

/// What [`settings`] must give.
pub const REQUIRED: [(&str, &str); 5] = [
    ("journal_mode", "wal"),
    ("synchronous", "2"),
    ("secure_delete", "1"),
    ("trusted_schema", "0"),
    ("foreign_keys", "1"),
];

/// Copies the room into a file that is not there, or is there and empty: make it beforehand with the permissions it shall have.
///
/// # Errors
/// [`StoreError::OfServer`] for PostgreSQL, whose own tools copy it.
pub async fn snapshot(db: &Db, file: &Path) -> Result<(), StoreError> {
    let place = file.display().to_string();
    match db {
        Db::Sqlite(pool) => sqlx::query("vacuum into $1").bind(place).execute(pool).await.map(|_| ())?,
        Db::Postgres(_) => return Err(StoreError::OfServer { what: "a copy is made with pg_dump" }),
    }
    Ok(())
}

/// Moves everything from the write-ahead log into the file and empties it, so that what was deleted is nowhere any more.
pub async fn settle(db: &Db) -> Result<(), StoreError> {
    if let Db::Sqlite(pool) = db {
        sqlx::query("pragma wal_checkpoint(truncate)").execute(pool).await?;
    }
    Ok(())
}

/// What the engine finds wrong with the structure of the file; empty where it finds nothing. Damage inside a value is not seen by this:
/// that is what sums and seals are for.
pub async fn integrity(db: &Db) -> Result<Vec<String>, StoreError> {
    if !matches!(db, Db::Sqlite(_)) {
        return Ok(Vec::new());
    }
    let rows = db.read("select integrity_check from pragma_integrity_check", &[]).await?;
    Ok(rows.into_iter().flatten().flatten().filter(|line| line != "ok").collect())
}

/// The settings of the engine that this program relies on, read back; empty for a server, whose administrator sets them.
pub async fn settings(db: &Db) -> Result<Vec<(String, String)>, StoreError> {
    if !matches!(db, Db::Sqlite(_)) {
        return Ok(Vec::new());
    }
    let mut found = Vec::with_capacity(SETTINGS.len());
    for (setting, sql) in SETTINGS {
        let value = match db.values(sql, &[]).await?.into_iter().flatten().next() {
            Some(Value::Text(text)) => text,
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        found.push((setting.to_owned(), value));
    }
    Ok(found)
}
