//! A passkey: the public half of a key that stays in somebody's device, and her ring under what only that device gives.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// What the device calls the key: base64url, without filling.
    pub id: String,
    /// Whose it is.
    pub account_id: String,
    /// What she calls it.
    pub name: String,
    /// The host that it is bound to.
    pub site: String,
    /// What the device calls the account: random bytes.
    pub handle: Vec<u8>,
    /// The public half.
    pub public_key: Vec<u8>,
    /// What the key that seals her ring is derived with.
    pub salt: Vec<u8>,
    /// Her ring, sealed by what only the device gives; missing where it gives nothing.
    pub sealed: Option<Vec<u8>>,
    /// That this row was made here: shows whether somebody with the database in hand exchanged the public half.
    pub tag: Vec<u8>,
    /// How often the device says that it signed; 0 where it does not count.
    pub counter: i64,
    /// When it was added.
    pub created_at: String,
    /// When it was last used.
    pub used_at: Option<String>,
    /// Its version.
    pub version: i64,
}

macro_rules! columns {
    () => {
        "id, account_id, name, site, handle, public_key, salt, sealed, tag, counter, created_at, used_at, version"
    };
}

impl Row for Passkey {
    const TABLE: &'static str = "passkeys";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from passkeys");

    fn values(&self) -> Vec<Value> {
        vec![
            (&self.id).into(),
            (&self.account_id).into(),
            (&self.name).into(),
            (&self.site).into(),
            (&self.handle).into(),
            (&self.public_key).into(),
            (&self.salt).into(),
            (&self.sealed).into(),
            (&self.tag).into(),
            self.counter.into(),
            (&self.created_at).into(),
            (&self.used_at).into(),
            self.version.into(),
        ]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.text()?,
            account_id: cells.text()?,
            name: cells.text()?,
            site: cells.text()?,
            handle: cells.bytes()?,
            public_key: cells.bytes()?,
            salt: cells.bytes()?,
            sealed: cells.bytes_or_none()?,
            tag: cells.bytes()?,
            counter: cells.number()?,
            created_at: cells.text()?,
            used_at: cells.text_or_none()?,
            version: cells.number()?,
        })
    }
}

/// Adds a row, or replaces the version before it; touches nothing where the kept row is of another version. Whose it is and the public
/// half never change.
pub(super) const PUT: &str = concat!(
    "insert into passkeys (",
    columns!(),
    ", sum) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (id) do update set \
     name = excluded.name, counter = excluded.counter, used_at = excluded.used_at, version = excluded.version, \
     sum = excluded.sum where passkeys.version = excluded.version - 1 and passkeys.account_id = excluded.account_id"
);

const ONE: &str = concat!("select ", columns!(), ", sum from passkeys where id = $1");

/// A passkey.
pub async fn one(db: &Db, id: &str) -> Result<Option<Passkey>, StoreError> {
    value::read_one(db, ONE, &[id.into()]).await
}

const ALL: &str = concat!("select ", columns!(), ", sum from passkeys order by id");

/// All passkeys.
pub async fn all(db: &Db) -> Result<Vec<Passkey>, StoreError> {
    value::read(db, ALL, &[]).await
}

const OF_ACCOUNT: &str =
    concat!("select ", columns!(), ", sum from passkeys where account_id = $1 order by created_at, id");

/// The passkeys of an account, oldest first.
pub async fn of_account(db: &Db, account_id: &str) -> Result<Vec<Passkey>, StoreError> {
    value::read(db, OF_ACCOUNT, &[account_id.into()]).await
}
