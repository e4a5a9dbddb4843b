//! A page of an attached paper: a sealed picture.

use super::value::{self, Cells, Row, Value};
use crate::db::Db;
use crate::error::StoreError;

/// A page of an attached paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The document that says what the paper is.
    pub entry_id: String,
    /// Which page, from 1.
    pub number: i64,
    /// The record.
    pub record_id: String,
    /// The field class.
    pub class: String,
    /// The picture.
    pub sealed: Vec<u8>,
}

macro_rules! columns {
    () => {
        "entry_id, number, record_id, class, sealed"
    };
}

impl Row for Picture {
    const TABLE: &'static str = "pictures";
    const ALL: &'static str = concat!("select ", columns!(), ", sum from pictures");

    fn values(&self) -> Vec<Value> {
        vec![
            (&self.entry_id).into(),
            self.number.into(),
            (&self.record_id).into(),
            (&self.class).into(),
            (&self.sealed).into(),
        ]
    }

    fn read(cells: &mut Cells) -> Result<Self, StoreError> {
        Ok(Self {
            entry_id: cells.text()?,
            number: cells.number()?,
            record_id: cells.text()?,
            class: cells.text()?,
            sealed: cells.bytes()?,
        })
    }
}

/// Adds a row; one that is there stays.
pub(super) const PUT: &str = concat!(
    "insert into pictures (",
    columns!(),
    ", sum) values ($1, $2, $3, $4, $5, $6) on conflict (entry_id, number) do nothing"
);

const ONE: &str = concat!("select ", columns!(), ", sum from pictures where entry_id = $1 and number = $2");

/// A page of a paper.
pub async fn one(db: &Db, entry_id: &str, number: i64) -> Result<Option<Picture>, StoreError> {
    value::read_one(db, ONE, &[entry_id.into(), number.into()]).await
}

const COUNT: &str = "select count(*) from pictures where record_id = $1";

/// How many pages the attached papers of a record have together.
pub async fn count(db: &Db, record_id: &str) -> Result<u32, StoreError> {
    let counted = db.values(COUNT, &[record_id.into()]).await?.into_iter().flatten().next();
    match counted {
        Some(Value::Number(number)) => Ok(u32::try_from(number).unwrap_or(u32::MAX)),
        _ => Err(StoreError::Damaged { table: Picture::TABLE }),
    }
}

/// So many pages are held in memory at once: a room may hold gigabytes of them.
macro_rules! together {
    () => {
        "32"
    };
}

const AFTER: &str = concat!(
    "select ",
    columns!(),
    ", sum from pictures where (entry_id, number) > ($1, $2) order by entry_id, number limit ",
    together!()
);

/// All rows: how many there are, and how many are damaged.
pub(super) async fn scrub(db: &Db) -> Result<(u64, u64), StoreError> {
    let (mut rows, mut damaged) = (0, 0);
    let (mut entry, mut number) = (String::new(), i64::MIN);
    loop {
        let some = db.values(AFTER, &[(&entry).into(), number.into()]).await?;
        rows += some.len() as u64;
        let last = some.last().cloned();
        damaged += some.into_iter().filter(|row| value::checked::<Picture>(row.clone()).is_err()).count() as u64;
        match last.as_deref() {
            None => return Ok((rows, damaged)),
            Some([Value::Text(last_entry), Value::Number(last_number), ..]) => {
                (entry, number) = (last_entry.clone(), *last_number);
            }
            // A key that is no key any more: it was counted as damaged, and what is behind it cannot be asked for.
            Some(_) => return Ok((rows, damaged)),
        }
    }
}
