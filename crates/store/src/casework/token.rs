//! A search token: a record of this centre holds a name with this form.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// A search token: a record of this centre holds a name with this form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The centre.
    pub centre_id: String,
    /// The keyed hash.
    pub token: String,
    /// The record.
    pub record_id: String,
}

macro_rules! columns {
    () => {
        "centre_id, token, record_id"
    };
}

impl Row for Token {
    const TABLE: &'static str = "tokens";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from tokens");

    fn values(&self) -> Vec<Value> {
        vec![(&self.centre_id).into(), (&self.token).into(), (&self.record_id).into()]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self { centre_id: cells.text()?, token: cells.text()?, record_id: cells.text()? })
    }
}

/// Adds a row; one that is there stays.
pub(super) const PUT: &str = concat!(
    "insert into tokens (",
    columns!(),
    ", sum) values ($1, $2, $3, $4) on conflict (centre_id, token, record_id) do nothing"
);

const OF_CENTRE: &str =
    concat!("select ", columns!(), ", sum from tokens where centre_id = $1 and token = $2 order by record_id");

/// The records of a centre with a token.
pub async fn of_centre(db: &Db, centre_id: &str, token: &str) -> Result<Vec<Token>, StoreError> {
    value::read(db, OF_CENTRE, &[centre_id.into(), token.into()]).await
}
