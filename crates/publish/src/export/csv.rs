//! CSV: every table of the room as one file (RFC 4180), columns as in a pack.

use pana_evidence::Room;

use super::{Files, licence, table};

/// Every table of the room, and what must be said of each source.
///
/// Cells are exactly what the room holds, so that the files can be loaded again. For a spreadsheet take the download of
/// the pages or the HXL export, which keep a text from being taken for a formula.
pub fn export(room: &Room) -> Files {
    let mut files: Files = table::tables(room).iter().map(|table| (table.file(), table.csv())).collect();
    files.push(licence::file(room));
    files.sort();
    files
}
