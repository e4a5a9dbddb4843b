//! Kept rows, read: a typed value for a row of a table that the store keeps whole.

use crate::cells::{CellFault, Lookup, fault, parsed};
use crate::record::Record;
use crate::room::Room;

/// A value that a row of a kept table holds.
pub trait Kept: Sized {
    /// The table.
    const TABLE: &'static str;

    /// Reads a row. A column that the table lacks reads as an empty cell.
    fn read(record: &Record) -> Result<Self, CellFault>;
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{table}, row {key}: {fault}")]
pub struct RowFault {
    /// The table.
    pub table: String,
    /// The row.
    pub key: String,
    /// What is wrong.
    pub fault: CellFault,
}

/// All rows of a table, and those that could not be read: a row never vanishes without a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    /// The rows, in the order of the room.
    pub rows: Vec<T>,
    /// The rows that could not be read.
    pub faults: Vec<RowFault>,
}

impl<T: Kept> Listed<T> {
    /// The rows of the table of `T`; none where no pack brings the table.
    pub fn of(room: &Room) -> Self {
        let mut listed = Self { rows: Vec::new(), faults: Vec::new() };
        for record in room.records(T::TABLE) {
            match T::read(record) {
                Ok(row) => listed.rows.push(row),
                Err(fault) => {
                    listed.faults.push(RowFault { table: record.table.clone(), key: record.key.clone(), fault });
                }
            }
        }
        listed
    }
}

/// The cells of a record for the readers of [`crate::cells`].
pub(crate) fn cells_of(record: &Record) -> impl Fn(&str) -> Option<String> + '_ {
    |column| record.cell(column).map(str::to_owned)
}

/// The parts of a cell that holds a list, separated by `;`.
pub(crate) fn parts(cell: Option<&str>) -> impl Iterator<Item = &str> {
    cell.unwrap_or_default().split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// The value of a cell that must be filled.
pub(crate) fn needed<T>(cells: Lookup<'_>, column: &'static str) -> Result<T, CellFault>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    parsed(cells, column)?.ok_or_else(|| fault(column, "the cell is empty; this column must be filled"))
}
