//! A CSV table of a survey as people have it: any of the usual separators and encodings, columns found by name.

use crate::fault::{Fault, Faults};
use crate::import::{decode, delimited_lines};

/// A row and the line it begins on.
pub(crate) struct SheetRow {
    /// The line of the file, from 1.
    pub line: u64,
    /// Its cells, as many as the header has.
    pub cells: Vec<String>,
}

/// A table with a header, and what stands before it on lines that begin with `#`.
pub(crate) struct Sheet {
    /// The file, as the person named it.
    pub file: String,
    /// Lines before the header that begin with `#`, without the sign.
    pub notes: Vec<(u64, String)>,
    /// The columns.
    pub columns: Vec<String>,
    /// The line of the header.
    pub header_line: u64,
    /// The rows.
    pub rows: Vec<SheetRow>,
}

/// How many faults are told at once: enough to see a pattern.
pub(crate) const MOST_FAULTS: usize = 20;

impl Sheet {
    /// Reads a table. Every fault is told, up to a number at which the pattern is clear.
    pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<Self, Faults> {
        let decoded =
            decode(bytes, None).map_err(|_| Fault::of_file(file, "the text cannot be read; save it as UTF-8"))?;
        let (notes, body) = notes(&decoded.text);
        let (lines, _) = delimited_lines(body).map_err(|_| {
            Fault::of_file(file, "a quotation mark opens a cell and is never closed; close it or remove it")
        })?;
        let skipped = notes.len() as u64;
        let mut lines = lines.into_iter().filter(|line| line.cells.iter().any(|cell| !cell.is_empty()));
        let Some(header) = lines.next() else {
            return Err(Fault::of_file(file, "the file is empty; it needs a header and a line for each person").into());
        };
        let mut faults = Vec::new();
        let header_line = header.line + skipped;
        for (i, name) in header.cells.iter().enumerate() {
            if name.is_empty() || header.cells[..i].contains(name) {
                let reason = format!("column {} is called {name:?}; every column needs a name of its own", i + 1);
                faults.push(Fault { line: Some(header_line), ..Fault::of_file(file, reason) });
            }
        }
        let mut rows = Vec::new();
        for line in lines {
            let at = line.line + skipped;
            if line.cells.len() == header.cells.len() {
                rows.push(SheetRow { line: at, cells: line.cells });
            } else {
                let (found, wanted) = (line.cells.len(), header.cells.len());
                let reason =
                    format!("the row has {found} cells, the header {wanted}; look for a missing or unquoted separator");
                faults.push(Fault { line: Some(at), ..Fault::of_file(file, reason) });
            }
        }
        told(faults)?;
        Ok(Self { file: file.to_owned(), notes, columns: header.cells, header_line, rows })
    }

    /// The place of the first of these columns that the table has.
    pub(crate) fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.columns.iter().position(|column| column.eq_ignore_ascii_case(name)))
    }

    /// The same, or a fault that says what the column is for.
    pub(crate) fn need(&self, names: &[&str], what: &str) -> Result<usize, Fault> {
        self.find(names).ok_or_else(|| {
            let reason = format!(
                "there is no column `{}` ({what}); the columns are: {}. Rename one or add it",
                names[0],
                self.columns.join(", ")
            );
            Fault { line: Some(self.header_line), ..Fault::of_file(&self.file, reason) }
        })
    }

    /// A fault of one cell.
    pub(crate) fn fault(&self, row: &SheetRow, column: usize, reason: impl std::fmt::Display) -> Fault {
        Fault::of_cell(&self.file, row.line, &self.columns[column], reason)
    }
}

/// `Err` with the first faults if there are any.
pub(crate) fn told(mut faults: Vec<Fault>) -> Result<(), Faults> {
    if faults.is_empty() {
        return Ok(());
    }
    let more = faults.len().saturating_sub(MOST_FAULTS);
    faults.truncate(MOST_FAULTS);
    if more > 0 {
        let file = faults[0].file.clone();
        faults.push(Fault::of_file(&file, format!("and {more} more; put these right first")));
    }
    Err(Faults(faults))
}

/// Was nothing said?
pub(crate) fn missing(cell: &str) -> bool {
    cell.is_empty() || cell.eq_ignore_ascii_case("na") || cell == "."
}

/// A number in plain digits, also as 1e6.
pub(crate) fn number(cell: &str) -> Option<f64> {
    let plain =
        !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'));
    plain.then(|| cell.parse().ok()).flatten().filter(|value: &f64| value.is_finite())
}

/// A count: a whole number from 0, also written as 12.0.
pub(crate) fn count(cell: &str) -> Option<u64> {
    number(cell).filter(|value| *value >= 0.0 && *value <= 1e9 && *value == value.trunc()).map(|value| value as u64)
}

fn notes(text: &str) -> (Vec<(u64, String)>, &str) {
    let mut body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut notes = Vec::new();
    while body.starts_with('#') {
        let (line, rest) = body.split_once('\n').unwrap_or((body, ""));
        notes.push((notes.len() as u64 + 1, line.trim_start_matches('#').trim().to_owned()));
        body = rest;
    }
    (notes, body)
}
