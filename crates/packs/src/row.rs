//! One row of a checked table, with its key; every fault names its cell.

use crate::fault::Fault;
use crate::table::{RawRow, Table};

/// A row being read.
pub struct Row<'a> {
    table: &'a Table,
    raw: &'a RawRow,
}

impl<'a> Row<'a> {
    /// The rows of a table.
    pub fn all(table: &'a Table) -> impl Iterator<Item = Row<'a>> {
        table.rows.iter().map(move |raw| Self { table, raw })
    }

    /// The cell of a column that the table may lack; empty cells are `None`.
    pub fn optional(&self, column: &str) -> Option<String> {
        let cell = &self.raw.cells[self.table.position(column)?];
        (!cell.is_empty()).then(|| cell.clone())
    }

    /// A fault of this row.
    pub fn fault(&self, column: &str, reason: impl std::fmt::Display) -> Fault {
        Fault::of_cell(&self.table.file, self.raw.line, column, reason)
    }

    /// All cells with their columns.
    pub fn cells(&self) -> Vec<(String, String)> {
        self.table.columns.iter().cloned().zip(self.raw.cells.iter().cloned()).collect()
    }

    /// The name of the row: its key cells, or its place in the table where rows have no key.
    pub fn key(&self) -> String {
        if self.table.key.is_empty() {
            let place = self.table.rows.iter().position(|row| row == self.raw).unwrap_or_default() + 1;
            return format!("{:03}", place);
        }
        self.table.key.iter().map(|column| self.optional(column).unwrap_or_default()).collect::<Vec<_>>().join("|")
    }
}
