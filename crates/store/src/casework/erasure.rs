//! Something that was erased and stays erased.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// Something that was erased and stays erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Hash of the record.
    pub fingerprint: String,
    /// The class, or `*` for all.
    pub class: String,
    /// When.
    pub erased_at: String,
}

macro_rules! columns {
    () => {
        "fingerprint, class, erased_at"
    };
}

impl Row for Erasure {
    const TABLE: &'static str = "erasures";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from erasures");

    fn values(&self) -> Vec<Value> {
        vec![(&self.fingerprint).into(), (&self.class).into(), (&self.erased_at).into()]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self { fingerprint: cells.text()?, class: cells.text()?, erased_at: cells.text()? })
    }
}

/// Adds a row; one that is there stays.
pub(super) const PUT: &str = concat!(
    "insert into erasures (",
    columns!(),
    ", sum) values ($1, $2, $3, $4) on conflict (fingerprint, class) do nothing"
);

const ALL: &str = concat!("select ", columns!(), ", sum from erasures order by fingerprint, class");

/// Everything that was erased.
pub async fn all(db: &Db) -> Result<Vec<Erasure>, StoreError> {
    value::read(db, ALL, &[]).await
}
