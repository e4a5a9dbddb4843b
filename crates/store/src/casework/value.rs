//! Values and rows of the confided room: texts, numbers and sealed bytes, each row with a sum that shows damage.

use ring::digest::{Context, SHA256};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, TypeInfo as _, ValueRef as _};

use crate::db::{Db, Tx, without_zero};
use crate::error::StoreError;

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// No text.
    Null,
    /// No bytes: a server wants to know of what nothing is.
    NoBytes,
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// Bytes, sealed as a rule.
    Bytes(Vec<u8>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&Vec<u8>> for Value {
    fn from(bytes: &Vec<u8>) -> Self {
        Self::Bytes(bytes.clone())
    }
}

impl From<&Option<String>> for Value {
    fn from(value: &Option<String>) -> Self {
        value.as_ref().map_or(Self::Null, Self::from)
    }
}

impl From<&Option<Vec<u8>>> for Value {
    fn from(value: &Option<Vec<u8>>) -> Self {
        value.as_ref().map_or(Self::NoBytes, Self::from)
    }
}

/// A row as it came, taken apart from the left.
pub struct Cells {
    table: &'static str,
    values: std::vec::IntoIter<Value>,
}

impl Cells {
    fn wrong(&self) -> StoreError {
        StoreError::Damaged { table: self.table }
    }

    /// The next column, a text.
    pub fn text(&mut self) -> Result<String, StoreError> {
        match self.values.next() {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(self.wrong()),
        }
    }

    /// The next column, a text or nothing.
    pub fn text_or_none(&mut self) -> Result<Option<String>, StoreError> {
        match self.values.next() {
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(Value::Null) => Ok(None),
            _ => Err(self.wrong()),
        }
    }

    /// The next column, a number.
    pub fn number(&mut self) -> Result<i64, StoreError> {
        match self.values.next() {
            Some(Value::Number(number)) => Ok(number),
            _ => Err(self.wrong()),
        }
    }

    /// The next column, bytes.
    pub fn bytes(&mut self) -> Result<Vec<u8>, StoreError> {
        match self.values.next() {
            Some(Value::Bytes(bytes)) => Ok(bytes),
            _ => Err(self.wrong()),
        }
    }

    /// The next column, bytes or nothing.
    pub fn bytes_or_none(&mut self) -> Result<Option<Vec<u8>>, StoreError> {
        match self.values.next() {
            Some(Value::Bytes(bytes)) => Ok(Some(bytes)),
            Some(Value::Null) => Ok(None),
            _ => Err(self.wrong()),
        }
    }
}

/// A row that carries a sum over its other columns. The sum is the last column.
pub trait Row: Sized {
    /// The table.
    const TABLE: &'static str;
    /// All rows of the table, for the search for damage.
    const ALL: &'static str;

    /// The columns before the sum, in the order in which statements name them.
    fn values(&self) -> Vec<Value>;
    /// The row of its columns.
    fn read(cells: &mut Cells) -> Result<Self, StoreError>;
}

/// The columns of a row with their sum: what an insert binds.
pub(super) fn summed<R: Row>(row: &R) -> Vec<Value> {
    let mut values = row.values();
    values.push(Value::Bytes(sum(R::TABLE, &values)));
    values
}

/// SHA-256 over the table's name and the values, each with its kind and length. Every row that is read pays for it, and on a processor
/// without instructions for it ring's is the fastest of those that are here.
fn sum(table: &str, values: &[Value]) -> Vec<u8> {
    let mut hash = Context::new(&SHA256);
    let mut part = |kind: u8, bytes: &[u8]| {
        hash.update(&[kind]);
        hash.update(&(bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    part(b't', table.as_bytes());
    for value in values {
        match value {
            Value::Null | Value::NoBytes => part(b'0', &[]),
            Value::Text(text) => part(b's', text.as_bytes()),
            Value::Number(number) => part(b'n', &number.to_be_bytes()),
            Value::Bytes(bytes) => part(b'b', bytes),
        }
    }
    hash.finish().as_ref().to_vec()
}

pub(super) fn checked<R: Row>(mut values: Vec<Value>) -> Result<R, StoreError> {
    let damaged = StoreError::Damaged { table: R::TABLE };
    let kept = values.pop();
    if kept != Some(Value::Bytes(sum(R::TABLE, &values))) {
        return Err(damaged);
    }
    R::read(&mut Cells { table: R::TABLE, values: values.into_iter() })
}

/// Reads rows, and refuses one whose sum does not fit.
pub(super) async fn read<R: Row>(db: &Db, sql: &'static str, with: &[Value]) -> Result<Vec<R>, StoreError> {
    db.values(sql, with).await?.into_iter().map(checked).collect()
}

/// Reads at most one row.
pub(super) async fn read_one<R: Row>(db: &Db, sql: &'static str, with: &[Value]) -> Result<Option<R>, StoreError> {
    Ok(read(db, sql, with).await?.into_iter().next())
}

/// So many ids stand in one statement of [`among`].
const TOGETHER: usize = 50;

/// The list of ids in a statement for [`among`], from the second parameter on.
macro_rules! fifty {
    () => {
        "($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, \
         $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, \
         $46, $47, $48, $49, $50, $51)"
    };
}
pub(super) use fifty;

/// Reads the rows of several records at once: the statement's first parameter is `with`, the others the ids. What is left of a statement's
/// places is filled with the last id, so that the text of a statement never depends on how many there are.
pub(super) async fn among<R: Row>(
    db: &Db,
    sql: &'static str,
    with: &str,
    ids: &[String],
) -> Result<Vec<R>, StoreError> {
    let mut rows = Vec::new();
    for some in ids.chunks(TOGETHER) {
        let Some(last) = some.last() else { continue };
        let filled = some.iter().chain(std::iter::repeat_n(last, TOGETHER - some.len()));
        let values: Vec<Value> = std::iter::once(Value::from(with)).chain(filled.map(Value::from)).collect();
        rows.extend(read(db, sql, &values).await?);
    }
    Ok(rows)
}

/// Reads rows inside a transaction.
pub(super) async fn read_in<R: Row>(tx: &mut Tx, sql: &'static str, with: &[Value]) -> Result<Vec<R>, StoreError> {
    tx.values(sql, with).await?.into_iter().map(checked).collect()
}

/// All rows of a table: how many there are, and how many are damaged.
pub(super) async fn scrub<R: Row>(db: &Db) -> Result<(u64, u64), StoreError> {
    let rows = db.values(R::ALL, &[]).await?;
    let damaged = rows.iter().filter(|row| checked::<R>((*row).clone()).is_err()).count();
    Ok((rows.len() as u64, damaged as u64))
}

macro_rules! bind {
    ($sql:expr, $values:expr) => {
        $values.iter().fold(sqlx::query($sql), |query, value| match value {
            Value::Null => query.bind(None::<String>),
            Value::NoBytes => query.bind(None::<Vec<u8>>),
            Value::Text(text) => query.bind(text.clone()),
            Value::Number(number) => query.bind(*number),
            Value::Bytes(bytes) => query.bind(bytes.clone()),
        })
    };
}

macro_rules! cells {
    ($row:expr) => {{
        let row = $row;
        let mut values = Vec::with_capacity(row.len());
        for at in 0..row.len() {
            let raw = row.try_get_raw(at)?;
            let null = raw.is_null();
            values.push(match raw.type_info().name() {
                _ if null => Value::Null,
                "INTEGER" | "BIGINT" | "INT8" => Value::Number(row.try_get::<i64, _>(at)?),
                "INT4" => Value::Number(i64::from(row.try_get::<i32, _>(at)?)),
                "BLOB" | "BYTEA" => Value::Bytes(row.try_get::<Vec<u8>, _>(at)?),
                _ => Value::Text(row.try_get::<String, _>(at)?),
            });
        }
        Ok(values)
    }};
}

/// What somebody asks a server for, as [`crate::db`] asks it.
fn asked(with: &[Value]) -> Vec<Value> {
    let one = |value: &Value| match value {
        Value::Text(text) => Value::Text(without_zero(text)),
        other => other.clone(),
    };
    with.iter().map(one).collect()
}

fn sqlite_values(row: &SqliteRow) -> Result<Vec<Value>, StoreError> {
    cells!(row)
}

fn postgres_values(row: &PgRow) -> Result<Vec<Value>, StoreError> {
    cells!(row)
}

impl Db {
    /// Reads rows of values.
    pub(super) async fn values(&self, sql: &'static str, with: &[Value]) -> Result<Vec<Vec<Value>>, StoreError> {
        match self {
            Self::Sqlite(pool) => bind!(sql, with).fetch_all(pool).await?.iter().map(sqlite_values).collect(),
            Self::Postgres(pool) => {
                bind!(sql, asked(with)).fetch_all(pool).await?.iter().map(postgres_values).collect()
            }
        }
    }
}

impl Tx {
    /// Reads rows of values.
    pub(super) async fn values(&mut self, sql: &'static str, with: &[Value]) -> Result<Vec<Vec<Value>>, StoreError> {
        match self {
            Self::Sqlite(tx) => bind!(sql, with).fetch_all(&mut **tx).await?.iter().map(sqlite_values).collect(),
            Self::Postgres(tx) => {
                bind!(sql, asked(with)).fetch_all(&mut **tx).await?.iter().map(postgres_values).collect()
            }
        }
    }

    /// Runs a statement; says how many rows it touched.
    pub(super) async fn write(&mut self, sql: &'static str, with: &[Value]) -> Result<u64, StoreError> {
        Ok(match self {
            Self::Sqlite(tx) => bind!(sql, with).execute(&mut **tx).await?.rows_affected(),
            Self::Postgres(tx) => bind!(sql, with).execute(&mut **tx).await?.rows_affected(),
        })
    }
}
