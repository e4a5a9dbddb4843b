//! What one holder may open of one record.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// What one holder may open of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrap {
    /// The record.
    pub record_id: String,
    /// The account, or the centre's front, desk or safe.
    pub holder: String,
    /// The keys, sealed to the holder.
    pub bundle: Vec<u8>,
    /// Its version.
    pub version: i64,
}

macro_rules! columns {
    () => {
        "record_id, holder, bundle, version"
    };
}

impl Row for Wrap {
    const TABLE: &'static str = "wraps";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from wraps");

    fn values(&self) -> Vec<Value> {
        vec![(&self.record_id).into(), (&self.holder).into(), (&self.bundle).into(), self.version.into()]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self { record_id: cells.text()?, holder: cells.text()?, bundle: cells.bytes()?, version: cells.number()? })
    }
}

/// Adds a row, or replaces the version before it; touches nothing where the kept row is of another version.
pub(super) const PUT: &str = concat!(
    "insert into wraps (",
    columns!(),
    ", sum) values ($1, $2, $3, $4, $5) on conflict (record_id, holder) do update set bundle = \
     excluded.bundle, version = excluded.version, sum = excluded.sum where wraps.version = \
     excluded.version - 1"
);

const ONE: &str = concat!("select ", columns!(), ", sum from wraps where record_id = $1 and holder = $2");

/// What a holder may open of a record.
pub async fn one(db: &Db, record_id: &str, holder: &str) -> Result<Option<Wrap>, StoreError> {
    value::read_one(db, ONE, &[record_id.into(), holder.into()]).await
}

const AMONG: &str =
    concat!("select ", columns!(), ", sum from wraps where holder = $1 and record_id in ", value::fifty!());

/// What a holder may open of some records.
pub async fn among(db: &Db, holder: &str, records: &[String]) -> Result<Vec<Wrap>, StoreError> {
    value::among(db, AMONG, holder, records).await
}

const OF_RECORD: &str = concat!("select ", columns!(), ", sum from wraps where record_id = $1 order by holder");

/// All holders of a record.
pub async fn of_record(db: &Db, record_id: &str) -> Result<Vec<Wrap>, StoreError> {
    value::read(db, OF_RECORD, &[record_id.into()]).await
}

const OF_HOLDER: &str = concat!("select ", columns!(), ", sum from wraps where holder = $1 order by record_id");

/// All records of a holder.
pub async fn of_holder(db: &Db, holder: &str) -> Result<Vec<Wrap>, StoreError> {
    value::read(db, OF_HOLDER, &[holder.into()]).await
}
