//! The account of a person.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// The account of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: String,
    /// What she types to sign in.
    pub login: String,
    /// Her name as colleagues see it.
    pub name: String,
    /// Her role.
    pub role: String,
    /// Her centre, if she has one.
    pub centre_id: Option<String>,
    /// `active`, `invited` or `ended`.
    pub state: String,
    /// The public half of her key.
    pub public_key: Vec<u8>,
    /// Her ring, sealed by her passphrase.
    pub sealed: Vec<u8>,
    /// Her ring, sealed by her recovery code.
    pub recovery: Option<Vec<u8>>,
    /// When it was made.
    pub created_at: String,
    /// The time step of the last code of her second factor: none counts twice.
    pub last_step: i64,
    /// Its version.
    pub version: i64,
}

macro_rules! columns {
    () => {
        "id, login, name, role, centre_id, state, public_key, sealed, recovery, created_at, last_step, version"
    };
}

impl Row for Account {
    const TABLE: &'static str = "accounts";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from accounts");

    fn values(&self) -> Vec<Value> {
        vec![
            (&self.id).into(),
            (&self.login).into(),
            (&self.name).into(),
            (&self.role).into(),
            (&self.centre_id).into(),
            (&self.state).into(),
            (&self.public_key).into(),
            (&self.sealed).into(),
            (&self.recovery).into(),
            (&self.created_at).into(),
            self.last_step.into(),
            self.version.into(),
        ]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.text()?,
            login: cells.text()?,
            name: cells.text()?,
            role: cells.text()?,
            centre_id: cells.text_or_none()?,
            state: cells.text()?,
            public_key: cells.bytes()?,
            sealed: cells.bytes()?,
            recovery: cells.bytes_or_none()?,
            created_at: cells.text()?,
            last_step: cells.number()?,
            version: cells.number()?,
        })
    }
}

/// Adds a row, or replaces the version before it; touches nothing where the kept row is of another version.
pub(super) const PUT: &str = concat!(
    "insert into accounts (",
    columns!(),
    ", sum) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (id) do update set \
     login = excluded.login, name = excluded.name, role = excluded.role, centre_id = \
     excluded.centre_id, state = excluded.state, public_key = excluded.public_key, sealed = \
     excluded.sealed, recovery = excluded.recovery, created_at = excluded.created_at, last_step = excluded.last_step, version = \
     excluded.version, sum = excluded.sum where accounts.version = excluded.version - 1"
);

const ONE: &str = concat!("select ", columns!(), ", sum from accounts where id = $1");

/// An account.
pub async fn one(db: &Db, id: &str) -> Result<Option<Account>, StoreError> {
    value::read_one(db, ONE, &[id.into()]).await
}

const OF_LOGIN: &str = concat!("select ", columns!(), ", sum from accounts where login = $1");

/// The account that signs in so.
pub async fn of_login(db: &Db, login: &str) -> Result<Option<Account>, StoreError> {
    value::read_one(db, OF_LOGIN, &[login.into()]).await
}

const ALL: &str = concat!("select ", columns!(), ", sum from accounts order by login");

/// All accounts.
pub async fn all(db: &Db) -> Result<Vec<Account>, StoreError> {
    value::read(db, ALL, &[]).await
}
