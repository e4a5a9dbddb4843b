//! What a class of a record cannot be opened without. Deleting it ends the class.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// What a class of a record cannot be opened without. Deleting it ends the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salt {
    /// The record.
    pub record_id: String,
    /// The class.
    pub class: String,
    /// The salt.
    pub salt: Vec<u8>,
}

macro_rules! columns {
    () => {
        "record_id, class, salt"
    };
}

impl Row for Salt {
    const TABLE: &'static str = "salts";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from salts");

    fn values(&self) -> Vec<Value> {
        vec![(&self.record_id).into(), (&self.class).into(), (&self.salt).into()]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self { record_id: cells.text()?, class: cells.text()?, salt: cells.bytes()? })
    }
}

/// Adds a row; one that is there stays.
pub(super) const PUT: &str = concat!(
    "insert into salts (",
    columns!(),
    ", sum) values ($1, $2, $3, $4) on conflict (record_id, class) do nothing"
);

const OF_RECORD: &str = concat!("select ", columns!(), ", sum from salts where record_id = $1 order by class");

/// The salts of a record.
pub async fn of_record(db: &Db, record_id: &str) -> Result<Vec<Salt>, StoreError> {
    value::read(db, OF_RECORD, &[record_id.into()]).await
}

const AMONG: &str =
    concat!("select ", columns!(), ", sum from salts where class = $1 and record_id in ", value::fifty!());

/// The salts of a class of some records.
pub async fn among(db: &Db, class: &str, records: &[String]) -> Result<Vec<Salt>, StoreError> {
    value::among(db, AMONG, class, records).await
}
