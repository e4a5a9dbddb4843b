//! What was brought in, and when: the log that feeds are made from.

use jiff::civil::Date;

use crate::db::Db;
use crate::error::StoreError;

/// One import that changed something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its number.
    pub id: i64,
    /// The day.
    pub recorded_on: Date,
    /// What was imported: the name of a pack.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Rows that were not known.
    pub added: u64,
    /// Rows kept as a new revision.
    pub corrected: u64,
}

/// Every import, newest first.
pub async fn imports(db: &Db) -> Result<Vec<Import>, StoreError> {
    const SQL: &str = "select cast(id as text), recorded_on, name, version, cast(added as text), cast(corrected as text) \
        from imports order by id desc";
    db.read(SQL, &[]).await?.into_iter().map(read).collect()
}

fn read(row: Vec<Option<String>>) -> Result<Import, StoreError> {
    let cell = |at: usize| row.get(at).cloned().flatten().unwrap_or_default();
    let corrupt = |reason: &str| StoreError::Corrupt { table: "imports", key: cell(0), reason: reason.to_owned() };
    Ok(Import {
        id: cell(0).parse().map_err(|_| corrupt("the number is none"))?,
        recorded_on: cell(1).parse().map_err(|_| corrupt("the day is none"))?,
        name: cell(2),
        version: cell(3),
        added: cell(4).parse().map_err(|_| corrupt("the count of new rows is none"))?,
        corrected: cell(5).parse().map_err(|_| corrupt("the count of corrected rows is none"))?,
    })
}
