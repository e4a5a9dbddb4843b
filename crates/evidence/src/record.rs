//! A row of a pack's table that is kept whole and shown, and that nothing computes with yet.

/// A row: findings, recommendations, commitments, services, ... Cells stay as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The pack it belongs to.
    pub pack: String,
    /// The table: `findings`.
    pub table: String,
    /// The key of the row within its table.
    pub key: String,
    /// Column and cell, in the order of the table; empty cells are empty texts.
    pub cells: Vec<(String, String)>,
}

impl Record {
    /// The cell of a column; `None` where the column does not exist or the cell is empty.
    pub fn cell(&self, column: &str) -> Option<&str> {
        self.cells
            .iter()
            .find(|(name, _)| name == column)
            .map(|(_, cell)| cell.as_str())
            .filter(|cell| !cell.is_empty())
    }

    /// The sources the row cites.
    pub fn cites(&self, source: &str) -> bool {
        ["source_id", "origin_source_id"].iter().any(|column| self.cell(column) == Some(source))
    }
}
