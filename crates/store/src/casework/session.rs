//! A session: who is signed in, for what, and her key, sealed by her cookie.

use super::account::Account;
use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// A session: who is signed in, for what, and her key, sealed by her cookie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Hash of the cookie.
    pub id: String,
    /// The account.
    pub account_id: String,
    /// What it is for.
    pub purpose: String,
    /// Her ring, sealed by the cookie.
    pub sealed: Vec<u8>,
    /// When she signed in.
    pub created_at: String,
    /// When she was last seen.
    pub seen_at: String,
    /// When she last confirmed who she is.
    pub confirmed_at: Option<String>,
    /// The case opened in an emergency, and since when.
    pub emergency: Option<String>,
    /// What she recognises the device by.
    pub device: String,
    /// Its version.
    pub version: i64,
}

macro_rules! columns {
    () => {
        "id, account_id, purpose, sealed, created_at, seen_at, confirmed_at, emergency, device, version"
    };
}

impl Row for Session {
    const TABLE: &'static str = "sessions";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from sessions");

    fn values(&self) -> Vec<Value> {
        vec![
            (&self.id).into(),
            (&self.account_id).into(),
            (&self.purpose).into(),
            (&self.sealed).into(),
            (&self.created_at).into(),
            (&self.seen_at).into(),
            (&self.confirmed_at).into(),
            (&self.emergency).into(),
            (&self.device).into(),
            self.version.into(),
        ]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.text()?,
            account_id: cells.text()?,
            purpose: cells.text()?,
            sealed: cells.bytes()?,
            created_at: cells.text()?,
            seen_at: cells.text()?,
            confirmed_at: cells.text_or_none()?,
            emergency: cells.text_or_none()?,
            device: cells.text()?,
            version: cells.number()?,
        })
    }
}

/// Adds a row, or replaces the version before it; touches nothing where the kept row is of another version.
pub(super) const PUT: &str = concat!(
    "insert into sessions (",
    columns!(),
    ", sum) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do update set \
     account_id = excluded.account_id, purpose = excluded.purpose, sealed = excluded.sealed, \
     created_at = excluded.created_at, seen_at = excluded.seen_at, confirmed_at = \
     excluded.confirmed_at, emergency = excluded.emergency, device = excluded.device, version = \
     excluded.version, sum = excluded.sum where sessions.version = excluded.version - 1"
);

const ONE: &str = concat!("select ", columns!(), ", sum from sessions where id = $1");

/// A session.
pub async fn one(db: &Db, id: &str) -> Result<Option<Session>, StoreError> {
    value::read_one(db, ONE, &[id.into()]).await
}

const WITH_ACCOUNT: &str = "select s.id, s.account_id, s.purpose, s.sealed, s.created_at, s.seen_at, s.confirmed_at, \
    s.emergency, s.device, s.version, s.sum, a.id, a.login, a.name, a.role, a.centre_id, a.state, a.public_key, \
    a.sealed, a.recovery, a.created_at, a.last_step, a.version, a.sum \
    from sessions s join accounts a on a.id = s.account_id where s.id = $1";

/// How many columns of [`WITH_ACCOUNT`] are those of the session.
const OF_SESSION: usize = 11;

/// A session and whose it is, in one reading: each request begins with it.
pub async fn with_account(db: &Db, id: &str) -> Result<Option<(Session, Account)>, StoreError> {
    let Some(mut row) = db.values(WITH_ACCOUNT, &[id.into()]).await?.into_iter().next() else { return Ok(None) };
    let account = row.split_off(OF_SESSION);
    Ok(Some((value::checked(row)?, value::checked(account)?)))
}

const OF_ACCOUNT: &str =
    concat!("select ", columns!(), ", sum from sessions where account_id = $1 order by created_at, id");

/// The sessions of an account.
pub async fn of_account(db: &Db, account_id: &str) -> Result<Vec<Session>, StoreError> {
    value::read(db, OF_ACCOUNT, &[account_id.into()]).await
}
