//! Rows of tables that are kept whole. Their cells are one JSON text: opaque to SQL, in the order of the table.

use std::collections::BTreeMap;

use pana_evidence::Record;

use crate::db::{Db, Tx};
use crate::error::StoreError;
use crate::import::{Recorded, Tick};

/// Adds the rows that are not known.
pub(crate) async fn add(
    tx: &mut Tx,
    records: &[Record],
    import: i64,
    recorded: &mut Recorded,
    tick: Tick<'_>,
) -> Result<(), StoreError> {
    const ALL: &str =
        "select table_name, pack, record_key, cells from records order by table_name, pack, record_key, revision";
    const INSERT: &str = "insert into records (table_name, pack, record_key, cells, revision, import_id) \
        values ($1, $2, $3, $4, cast($5 as bigint), cast($6 as bigint))";
    let mut known: BTreeMap<[Option<String>; 3], Vec<Option<String>>> = BTreeMap::new();
    for row in tx.read(ALL, &[]).await? {
        if let Ok([table, pack, key, cells]) = <[Option<String>; 4]>::try_from(row) {
            known.entry([table, pack, key]).or_default().push(cells);
        }
    }
    for record in records {
        recorded.tell(tick);
        let key = [&record.table, &record.pack, &record.key].map(|text| Some(text.clone()));
        let cells = Some(serde_json::to_string(&record.cells).expect("texts are JSON"));
        let before = known.entry(key.clone()).or_default();
        if before.contains(&cells) {
            recorded.unchanged += 1;
            continue;
        }
        let mut values = key.to_vec();
        values.extend([cells.clone(), Some((before.len() + 1).to_string()), Some(import.to_string())]);
        tx.run(INSERT, &values).await?;
        if before.is_empty() {
            recorded.added += 1
        } else {
            recorded.corrected += 1
        }
        before.push(cells);
    }
    Ok(())
}

/// Whether a row of that name is there, in any revision.
pub async fn is_known(tx: &mut Tx, row: &Record) -> Result<bool, StoreError> {
    const SQL: &str =
        "select cast(revision as text) from records where table_name = $1 and pack = $2 and record_key = $3";
    let key = [&row.table, &row.pack, &row.key].map(|text| Some(text.clone()));
    Ok(!tx.read(SQL, &key).await?.is_empty())
}

/// How tables of others are read, as a person settled it. The program keeps that for itself: it is no fact, and no part of
/// the room.
pub const MAPPINGS: &str = "mappings";

/// What the program keeps for itself in a table.
pub async fn own(db: &Db, table: &str) -> Result<Vec<Record>, StoreError> {
    const SQL: &str = "select table_name, pack, record_key, cells from records where table_name = $1 \
        and revision = (select max(later.revision) from records later where later.table_name = records.table_name \
        and later.pack = records.pack and later.record_key = records.record_key) order by pack, record_key";
    db.read(SQL, &[Some(table.to_owned())]).await?.into_iter().map(read).collect()
}

/// The newest revision of every row that is a fact.
pub async fn newest(db: &Db) -> Result<Vec<Record>, StoreError> {
    const SQL: &str = "select table_name, pack, record_key, cells from records where table_name <> $1 \
        and revision = (select max(later.revision) from records later where later.table_name = records.table_name \
        and later.pack = records.pack and later.record_key = records.record_key) order by table_name, pack, record_key";
    db.read(SQL, &[Some(MAPPINGS.to_owned())]).await?.into_iter().map(read).collect()
}

fn read(row: Vec<Option<String>>) -> Result<Record, StoreError> {
    let mut cells = row.into_iter().map(Option::unwrap_or_default);
    let mut next = || cells.next().unwrap_or_default();
    let (table, pack, key, json) = (next(), next(), next(), next());
    match serde_json::from_str(&json) {
        Ok(cells) => Ok(Record { pack, table, key, cells }),
        Err(error) => {
            Err(StoreError::Corrupt { table: "records", key: format!("{table} {key}"), reason: error.to_string() })
        }
    }
}
