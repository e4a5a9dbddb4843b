//! Reading typed rows of records: a cell that must be there, a code that must be known. What does not fit names table, key and column.

use crate::record::Record;

/// A row of a table that is not what its reader expects.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{table} {key}, column {column}: {reason}")]
pub struct RowFault {
    /// The table.
    pub table: String,
    /// The key of the row.
    pub key: String,
    /// The column.
    pub column: &'static str,
    /// What is wrong and what is expected.
    pub reason: String,
}

/// A fault of one cell of a row.
pub fn fault(record: &Record, column: &'static str, reason: impl std::fmt::Display) -> RowFault {
    RowFault { table: record.table.clone(), key: record.key.clone(), column, reason: reason.to_string() }
}

/// A cell that must be filled.
pub fn required(record: &Record, column: &'static str) -> Result<String, RowFault> {
    record
        .cell(column)
        .map(str::to_owned)
        .ok_or_else(|| fault(record, column, "the cell is empty; this column must be filled"))
}

/// A cell that is read as something, where it is filled.
pub fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
    record: &Record,
    column: &'static str,
) -> Result<Option<T>, RowFault> {
    record.cell(column).map(|cell| cell.parse().map_err(|error| fault(record, column, error))).transpose()
}

/// The names in a cell, separated by semicolons.
pub fn listed(record: &Record, column: &str) -> Vec<String> {
    let names = record.cell(column).unwrap_or_default().split(';').map(str::trim).filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}
