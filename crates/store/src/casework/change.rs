//! What a use case wants written. Changes of one wish are applied together or not at all.

use super::account::Account;
use super::centre::Centre;
use super::entry::Entry;
use super::erasure::Erasure;
use super::passkey::Passkey;
use super::picture::Picture;
use super::record::Record;
use super::salt::Salt;
use super::session::Session;
use super::token::Token;
use super::value::{Row, Value, read_in, summed};
use super::wrap::Wrap;
use super::{account, centre, entry, erasure, passkey, picture, record, salt, session, token, wrap};
use crate::db::Tx;
use crate::error::StoreError;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A centre, new or its next version.
    Centre(Centre),
    /// An account, new or its next version.
    Account(Account),
    /// A record, new or its next version.
    Record(Record),
    /// A salt of a class.
    Salt(Salt),
    /// Keys for a holder, new or their next version.
    Wrap(Wrap),
    /// A document, new or its next version.
    Entry(Entry),
    /// A search token.
    Token(Token),
    /// A session, new or its next version.
    Session(Session),
    /// A passkey, new or its next version.
    Passkey(Passkey),
    /// A page of an attached paper.
    Picture(Picture),
    /// The mark of something erased.
    Erasure(Erasure),
    /// The end of a class of a record: its salt, its documents and their pictures.
    DropClass(String, String),
    /// The end of a holder's keys to a record.
    DropWrap(String, String),
    /// The end of all holders' keys to a record.
    DropWraps(String),
    /// The end of a document that nothing depends on, such as a draft.
    DropEntry(String),
    /// The end of the pages of an attached paper.
    DropPictures(String),
    /// The end of a record's search tokens.
    DropTokens(String),
    /// The end of a session.
    DropSession(String),
    /// The end of a passkey, with what it opens.
    DropPasskey(String),
}

/// What became of the changes of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// They are written.
    Written,
    /// The same saving had been written before: nothing was done again.
    Already,
    /// Somebody else wrote in between: nothing was done.
    Stale,
    /// What they are about was erased: nothing was done.
    Gone,
}

const DROP_SALT: &str = "delete from salts where record_id = $1 and class = $2";
const DROP_CLASS: &str = "delete from entries where record_id = $1 and class = $2";
const DROP_CLASS_PICTURES: &str = "delete from pictures where record_id = $1 and class = $2";
const DROP_PICTURES: &str = "delete from pictures where entry_id = $1";
const DROP_WRAP: &str = "delete from wraps where record_id = $1 and holder = $2";
const DROP_WRAPS: &str = "delete from wraps where record_id = $1";
const DROP_ENTRY: &str = "delete from entries where id = $1";
const DROP_TOKENS: &str = "delete from tokens where record_id = $1";
const DROP_SESSION: &str = "delete from sessions where id = $1";
const DROP_PASSKEY: &str = "delete from passkeys where id = $1";
const KNOWN: &str = "select id from passkeys where id = $1";
const LIVE: &str = "select id from sessions where id = $1";
const SAVED: &str = "select id, record_id, class, kind, standing, author, written_at, save_id, sealed, version, sum \
    from entries where id = $1";
const OPEN: &str = "select s.class from salts s join records r on r.id = s.record_id \
    where s.record_id = $1 and s.class = $2 and r.state <> 'erased'";

/// Applies changes in order, up to the first that cannot be.
pub async fn apply(tx: &mut Tx, changes: &[Change]) -> Result<Applied, StoreError> {
    let mut done = Applied::Written;
    for change in changes {
        match one(tx, change).await? {
            Applied::Written => {}
            Applied::Already => done = Applied::Already,
            refused => return Ok(refused),
        }
    }
    Ok(done)
}

async fn one(tx: &mut Tx, change: &Change) -> Result<Applied, StoreError> {
    match change {
        Change::Centre(row) => put(tx, centre::PUT, row).await,
        Change::Account(row) => put(tx, account::PUT, row).await,
        Change::Record(row) => put(tx, record::PUT, row).await,
        Change::Wrap(row) => put(tx, wrap::PUT, row).await,
        Change::Session(row) => put_session(tx, row).await,
        Change::Passkey(row) => put_passkey(tx, row).await,
        Change::Salt(row) => add(tx, salt::PUT, row).await,
        Change::Token(row) => add(tx, token::PUT, row).await,
        Change::Erasure(row) => add(tx, erasure::PUT, row).await,
        Change::Picture(row) => add(tx, picture::PUT, row).await,
        Change::Entry(row) => put_entry(tx, row).await,
        Change::DropClass(record, class) => {
            drop_rows(tx, DROP_CLASS_PICTURES, &[record.into(), class.into()]).await?;
            drop_rows(tx, DROP_CLASS, &[record.into(), class.into()]).await?;
            drop_rows(tx, DROP_SALT, &[record.into(), class.into()]).await
        }
        Change::DropWrap(record, holder) => drop_rows(tx, DROP_WRAP, &[record.into(), holder.into()]).await,
        Change::DropWraps(record) => drop_rows(tx, DROP_WRAPS, &[record.into()]).await,
        Change::DropEntry(id) => drop_rows(tx, DROP_ENTRY, &[id.into()]).await,
        Change::DropPictures(id) => drop_rows(tx, DROP_PICTURES, &[id.into()]).await,
        Change::DropTokens(record) => drop_rows(tx, DROP_TOKENS, &[record.into()]).await,
        Change::DropSession(id) => drop_rows(tx, DROP_SESSION, &[id.into()]).await,
        Change::DropPasskey(id) => drop_rows(tx, DROP_PASSKEY, &[id.into()]).await,
    }
}

async fn put<R: Row>(tx: &mut Tx, sql: &'static str, row: &R) -> Result<Applied, StoreError> {
    Ok(if tx.write(sql, &summed(row)).await? == 1 { Applied::Written } else { Applied::Stale })
}

/// A session that was ended is not brought back by a request that was still under way.
async fn put_session(tx: &mut Tx, row: &Session) -> Result<Applied, StoreError> {
    if row.version > 1 && tx.values(LIVE, &[(&row.id).into()]).await?.is_empty() {
        return Ok(Applied::Stale);
    }
    put(tx, session::PUT, row).await
}

/// Nor is a passkey that was removed.
async fn put_passkey(tx: &mut Tx, row: &Passkey) -> Result<Applied, StoreError> {
    if row.version > 1 && tx.values(KNOWN, &[(&row.id).into()]).await?.is_empty() {
        return Ok(Applied::Stale);
    }
    put(tx, passkey::PUT, row).await
}

async fn add<R: Row>(tx: &mut Tx, sql: &'static str, row: &R) -> Result<Applied, StoreError> {
    tx.write(sql, &summed(row)).await.map(|_| Applied::Written)
}

async fn drop_rows(tx: &mut Tx, sql: &'static str, with: &[Value]) -> Result<Applied, StoreError> {
    tx.write(sql, with).await.map(|_| Applied::Written)
}

async fn put_entry(tx: &mut Tx, row: &Entry) -> Result<Applied, StoreError> {
    if tx.values(OPEN, &[(&row.record_id).into(), (&row.class).into()]).await?.is_empty() {
        return Ok(Applied::Gone);
    }
    if put(tx, entry::PUT, row).await? == Applied::Written {
        return Ok(Applied::Written);
    }
    // Pressed twice, or sent again after the line was cut: the first one counts (R14).
    let kept = read_in::<Entry>(tx, SAVED, &[(&row.id).into()]).await?.into_iter().next();
    let same = kept.is_some_and(|kept| kept.save_id == row.save_id && kept.record_id == row.record_id);
    Ok(if same { Applied::Already } else { Applied::Stale })
}

/// Marks where a wish begins inside a transaction that holds several.
pub async fn mark(tx: &mut Tx) -> Result<(), StoreError> {
    tx.write("savepoint wish", &[]).await.map(|_| ())
}

/// Takes everything since the mark back.
pub async fn undo(tx: &mut Tx) -> Result<(), StoreError> {
    tx.write("rollback to savepoint wish", &[]).await.map(|_| ())
}

/// Ends the mark; what was done since it belongs to the transaction.
pub async fn keep(tx: &mut Tx) -> Result<(), StoreError> {
    tx.write("release savepoint wish", &[]).await.map(|_| ())
}
