//! A sealed document of a record.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// A sealed document of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id, made where it was written.
    pub id: String,
    /// The record.
    pub record_id: String,
    /// The field class.
    pub class: String,
    /// What kind of document it is.
    pub kind: String,
    /// `current`, `past` or `withdrawn`.
    pub standing: String,
    /// The account that wrote it last.
    pub author: String,
    /// When.
    pub written_at: String,
    /// The saving that wrote it, so that one pressed twice is one.
    pub save_id: String,
    /// The document.
    pub sealed: Vec<u8>,
    /// Its version.
    pub version: i64,
}

macro_rules! columns {
    () => {
        "id, record_id, class, kind, standing, author, written_at, save_id, sealed, version"
    };
}

impl Row for Entry {
    const TABLE: &'static str = "entries";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from entries");

    fn values(&self) -> Vec<Value> {
        vec![
            (&self.id).into(),
            (&self.record_id).into(),
            (&self.class).into(),
            (&self.kind).into(),
            (&self.standing).into(),
            (&self.author).into(),
            (&self.written_at).into(),
            (&self.save_id).into(),
            (&self.sealed).into(),
            self.version.into(),
        ]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.text()?,
            record_id: cells.text()?,
            class: cells.text()?,
            kind: cells.text()?,
            standing: cells.text()?,
            author: cells.text()?,
            written_at: cells.text()?,
            save_id: cells.text()?,
            sealed: cells.bytes()?,
            version: cells.number()?,
        })
    }
}

/// Adds a row, or replaces the version before it; touches nothing where the kept row is of another version.
pub(super) const PUT: &str = concat!(
    "insert into entries (",
    columns!(),
    ", sum) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do update set \
     record_id = excluded.record_id, class = excluded.class, kind = excluded.kind, standing = \
     excluded.standing, author = excluded.author, written_at = excluded.written_at, save_id = \
     excluded.save_id, sealed = excluded.sealed, version = excluded.version, sum = excluded.sum \
     where entries.version = excluded.version - 1"
);

const ONE: &str = concat!("select ", columns!(), ", sum from entries where id = $1");

/// An entry.
pub async fn one(db: &Db, id: &str) -> Result<Option<Entry>, StoreError> {
    value::read_one(db, ONE, &[id.into()]).await
}

const OF_RECORD: &str =
    concat!("select ", columns!(), ", sum from entries where record_id = $1 order by written_at, id");

/// All entries of a record, oldest first.
pub async fn of_record(db: &Db, record_id: &str) -> Result<Vec<Entry>, StoreError> {
    value::read(db, OF_RECORD, &[record_id.into()]).await
}

const OF_KIND: &str =
    concat!("select ", columns!(), ", sum from entries where record_id = $1 and kind = $2 order by written_at, id");

/// The entries of a kind, oldest first.
pub async fn of_kind(db: &Db, record_id: &str, kind: &str) -> Result<Vec<Entry>, StoreError> {
    value::read(db, OF_KIND, &[record_id.into(), kind.into()]).await
}

const AMONG: &str = concat!(
    "select ",
    columns!(),
    ", sum from entries where kind = $1 and record_id in ",
    value::fifty!(),
    " order by written_at, id"
);

/// The entries of a kind of some records, oldest first.
pub async fn among(db: &Db, kind: &str, records: &[String]) -> Result<Vec<Entry>, StoreError> {
    value::among(db, AMONG, kind, records).await
}

const OF_CLASS: &str =
    concat!("select ", columns!(), ", sum from entries where record_id = $1 and class = $2 order by written_at, id");

/// The entries of a class, oldest first.
pub async fn of_class(db: &Db, record_id: &str, class: &str) -> Result<Vec<Entry>, StoreError> {
    value::read(db, OF_CLASS, &[record_id.into(), class.into()]).await
}

const OLDER: &str =
    concat!("select ", columns!(), ", sum from entries where kind = $1 and written_at < $2 order by written_at, id");

/// The entries of a kind, of any record, that were last written before a moment, oldest first.
pub async fn older(db: &Db, kind: &str, before: &str) -> Result<Vec<Entry>, StoreError> {
    value::read(db, OLDER, &[kind.into(), before.into()]).await
}
