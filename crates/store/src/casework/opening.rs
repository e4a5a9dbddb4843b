//! What opening a case takes: its row, one holder's keys to it, its salts and its documents. One statement reads them all, so that they
//! are of one moment, and a page waits for the database once.

use super::entry::Entry;
use super::record::Record;
use super::salt::Salt;
use super::value::{Row, Value, checked};
use super::wrap::Wrap;
use crate::db::Db;
use crate::error::StoreError;

/// What is read of a record at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The record, where it exists.
    pub record: Option<Record>,
    /// The holder's keys to it, where there are any.
    pub wrap: Option<Wrap>,
    /// Its salts.
    pub salts: Vec<Salt>,
    /// Its documents, oldest first.
    pub entries: Vec<Entry>,
}

/// Four tables under one another: which, eight texts, what is sealed, a number, the sum. A server takes the types of the columns from the
/// first part, which has all of them.
const OPENING: &str = "\
    select 'entry', id, record_id, class, kind, standing, author, written_at, save_id, sealed, version, sum \
        from entries where record_id = $1 \
    union all select 'record', id, kind, centre_id, survivor_id, state, opened_at, null, null, null, version, sum \
        from records where id = $1 \
    union all select 'wrap', record_id, holder, null, null, null, null, null, null, bundle, version, sum \
        from wraps where record_id = $1 and holder = $2 \
    union all select 'salt', record_id, class, null, null, null, null, null, null, salt, null, sum \
        from salts where record_id = $1";

/// Where the columns of a row stand in a line of [`OPENING`], in the order in which the row names them.
const RECORD: [usize; 8] = [1, 2, 3, 4, 5, 6, 10, 11];
const WRAP: [usize; 5] = [1, 2, 9, 10, 11];
const SALT: [usize; 4] = [1, 2, 9, 11];
const ENTRY: [usize; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/// Reads what opening a record takes, with the keys of one holder.
///
/// # Errors
/// [`StoreError::Damaged`] where one row of them is.
pub async fn of(db: &Db, record: &str, holder: &str) -> Result<Opening, StoreError> {
    let mut opening = Opening::default();
    for line in db.values(OPENING, &[record.into(), holder.into()]).await? {
        match line.first() {
            Some(Value::Text(which)) if which == "entry" => opening.entries.push(row(line, &ENTRY)?),
            Some(Value::Text(which)) if which == "record" => opening.record = Some(row(line, &RECORD)?),
            Some(Value::Text(which)) if which == "wrap" => opening.wrap = Some(row(line, &WRAP)?),
            _ => opening.salts.push(row(line, &SALT)?),
        }
    }
    opening.entries.sort_unstable_by(|one, other| (&one.written_at, &one.id).cmp(&(&other.written_at, &other.id)));
    Ok(opening)
}

fn row<R: Row>(mut line: Vec<Value>, columns: &[usize]) -> Result<R, StoreError> {
    let take = |&at: &usize| line.get_mut(at).map_or(Value::Null, |value| std::mem::replace(value, Value::Null));
    checked(columns.iter().map(take).collect())
}
