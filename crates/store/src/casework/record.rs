//! What keys and entries belong to: a case, a centre, or the desk of one person.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// What keys and entries belong to: a case, a centre, or the desk of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// `case`, `centre` or `desk`.
    pub kind: String,
    /// The centre it belongs to.
    pub centre_id: Option<String>,
    /// The account of the person the case is about, if she has one.
    pub survivor_id: Option<String>,
    /// `open`, `closed` or `erased`.
    pub state: String,
    /// When it was made.
    pub opened_at: String,
    /// Its version.
    pub version: i64,
}

macro_rules! columns {
    () => {
        "id, kind, centre_id, survivor_id, state, opened_at, version"
    };
}

impl Row for Record {
    const TABLE: &'static str = "records";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from records");

    fn values(&self) -> Vec<Value> {
        vec![
            (&self.id).into(),
            (&self.kind).into(),
            (&self.centre_id).into(),
            (&self.survivor_id).into(),
            (&self.state).into(),
            (&self.opened_at).into(),
            self.version.into(),
        ]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.text()?,
            kind: cells.text()?,
            centre_id: cells.text_or_none()?,
            survivor_id: cells.text_or_none()?,
            state: cells.text()?,
            opened_at: cells.text()?,
            version: cells.number()?,
        })
    }
}

/// Adds a row, or replaces the version before it; touches nothing where the kept row is of another version.
pub(super) const PUT: &str = concat!(
    "insert into records (",
    columns!(),
    ", sum) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do update set kind = excluded.kind, \
     centre_id = excluded.centre_id, survivor_id = excluded.survivor_id, state = excluded.state, \
     opened_at = excluded.opened_at, version = excluded.version, sum = excluded.sum where \
     records.version = excluded.version - 1"
);

const ONE: &str = concat!("select ", columns!(), ", sum from records where id = $1");

/// A record.
pub async fn one(db: &Db, id: &str) -> Result<Option<Record>, StoreError> {
    value::read_one(db, ONE, &[id.into()]).await
}

const OF_CENTRE: &str = concat!(
    "select ",
    columns!(),
    ", sum from records where centre_id = $1 and kind = 'case' and state = $2 order by opened_at desc, id"
);

/// The cases of a centre in a state, newest first.
pub async fn of_centre(db: &Db, centre_id: &str, state: &str) -> Result<Vec<Record>, StoreError> {
    value::read(db, OF_CENTRE, &[centre_id.into(), state.into()]).await
}

const OF_HOLDER: &str = concat!(
    "select ",
    columns!(),
    ", sum from records where kind = 'case' and state = $2 and id in (select record_id from wraps where \
     holder = $1) order by opened_at desc, id"
);

/// The cases in a state that a holder has keys of, newest first.
pub async fn of_holder(db: &Db, holder: &str, state: &str) -> Result<Vec<Record>, StoreError> {
    value::read(db, OF_HOLDER, &[holder.into(), state.into()]).await
}

const OF_SURVIVOR: &str =
    concat!("select ", columns!(), ", sum from records where survivor_id = $1 order by opened_at, id");

/// The cases that are about the person of an account.
pub async fn of_survivor(db: &Db, survivor_id: &str) -> Result<Vec<Record>, StoreError> {
    value::read(db, OF_SURVIVOR, &[survivor_id.into()]).await
}

const ALL: &str = concat!("select ", columns!(), ", sum from records order by id");

/// All records.
pub async fn all(db: &Db) -> Result<Vec<Record>, StoreError> {
    value::read(db, ALL, &[]).await
}
