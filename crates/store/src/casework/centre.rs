//! A crisis centre: its name, and the public halves of its keys.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// A crisis centre: its name, and the public halves of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centre {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its region, a place of the country.
    pub region: String,
    /// Public key of the front: rooms and code names.
    pub front_public: Vec<u8>,
    /// Public key of the desk: what its head answers for.
    pub desk_public: Vec<u8>,
    /// Public key of the safe: everything; its private half exists on paper only.
    pub safe_public: Vec<u8>,
    /// Its version.
    pub version: i64,
}

macro_rules! columns {
    () => {
        "id, name, region, front_public, desk_public, safe_public, version"
    };
}

impl Row for Centre {
    const TABLE: &'static str = "centres";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from centres");

    fn values(&self) -> Vec<Value> {
        vec![
            (&self.id).into(),
            (&self.name).into(),
            (&self.region).into(),
            (&self.front_public).into(),
            (&self.desk_public).into(),
            (&self.safe_public).into(),
            self.version.into(),
        ]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.text()?,
            name: cells.text()?,
            region: cells.text()?,
            front_public: cells.bytes()?,
            desk_public: cells.bytes()?,
            safe_public: cells.bytes()?,
            version: cells.number()?,
        })
    }
}

/// Adds a row, or replaces the version before it; touches nothing where the kept row is of another version.
pub(super) const PUT: &str = concat!(
    "insert into centres (",
    columns!(),
    ", sum) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do update set name = excluded.name, \
     region = excluded.region, front_public = excluded.front_public, desk_public = \
     excluded.desk_public, safe_public = excluded.safe_public, version = excluded.version, sum = \
     excluded.sum where centres.version = excluded.version - 1"
);

const ONE: &str = concat!("select ", columns!(), ", sum from centres where id = $1");

/// A centre.
pub async fn one(db: &Db, id: &str) -> Result<Option<Centre>, StoreError> {
    value::read_one(db, ONE, &[id.into()]).await
}

const ALL: &str = concat!("select ", columns!(), ", sum from centres order by id");

/// All centres.
pub async fn all(db: &Db) -> Result<Vec<Centre>, StoreError> {
    value::read(db, ALL, &[]).await
}
