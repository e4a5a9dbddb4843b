//! A CSV table whose columns are found by name, in any order.

use std::str::FromStr;

use crate::fault::{Fault, Faults};
use crate::files::Files;

/// A table with its header.
pub struct Sheet<'a> {
    file: &'a str,
    header: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

/// One row of a table.
pub struct Row<'a> {
    sheet: &'a Sheet<'a>,
    /// The line of the file, from 1.
    pub line: u64,
    cells: &'a [String],
}

impl<'a> Sheet<'a> {
    /// Reads a table that must have at least these columns and may have the optional ones; all faults of its shape are
    /// reported at once.
    pub fn read(files: &Files, file: &'a str, required: &[&str], optional: &[&str]) -> Result<Self, Faults> {
        let text = files.text(file)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .comment(Some(b'#'))
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let record = reader.headers().map_err(|error| Fault::of_file(file, error))?;
        let header: Vec<String> = record.iter().map(str::to_owned).collect();
        // The header may stand below comments, which the reader's own position does not count.
        let above = text.lines().take_while(|line| line.is_empty() || line.starts_with('#')).count();
        let line = above as u64 + 1;
        let mut faults = header_faults(file, line, &header, required, optional);
        if !faults.is_empty() {
            return Err(Faults(faults));
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| Fault::of_file(file, error))?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.len() == header.len() {
                rows.push((line, record.iter().map(str::to_owned).collect()));
            } else {
                let reason = format!(
                    "the row has {} cells, the table has {} columns; look for a missing or unquoted comma",
                    record.len(),
                    header.len()
                );
                faults.push(Fault { line: Some(line), ..Fault::of_file(file, reason) });
            }
        }
        if rows.is_empty() && faults.is_empty() {
            faults.push(Fault::of_file(file, "the table has no rows; add at least one below the header"));
        }
        if faults.is_empty() { Ok(Self { file, header, rows }) } else { Err(Faults(faults)) }
    }

    /// The rows, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { sheet: self, line: *line, cells })
    }
}

fn header_faults(file: &str, line: u64, header: &[String], required: &[&str], optional: &[&str]) -> Vec<Fault> {
    let fault = |column: &str, reason: String| Fault::of_cell(file, line, column, reason);
    let known = |name: &str| required.contains(&name) || optional.contains(&name);
    let mut faults: Vec<Fault> = required
        .iter()
        .filter(|name| !header.iter().any(|column| column == *name))
        .map(|name| fault(name, format!("the column is missing; the table needs {}", required.join(", "))))
        .collect();
    for (position, column) in header.iter().enumerate() {
        if !known(column) {
            let all: Vec<&str> = required.iter().chain(optional).copied().collect();
            faults.push(fault(
                column,
                format!("the column is unknown; take it out or name it as one of {}", all.join(", ")),
            ));
        } else if header[..position].contains(column) {
            faults.push(fault(column, "the column stands twice; take one out".to_owned()));
        }
    }
    faults
}

impl Row<'_> {
    /// A cell; empty if the table has no such column.
    pub fn cell(&self, column: &str) -> &str {
        let position = self.sheet.header.iter().position(|name| name == column);
        position.map_or("", |position| self.cells[position].as_str())
    }

    /// A number of a cell.
    pub fn number<T: FromStr>(&self, column: &str, expected: &str) -> Result<T, Fault> {
        let cell = self.cell(column);
        cell.parse().map_err(|_| self.fault(column, format!("`{cell}` is not {expected}; write one")))
    }

    /// A number of a cell, or this one where the cell is empty or its column absent.
    pub fn number_or<T: FromStr>(&self, column: &str, expected: &str, otherwise: T) -> Result<T, Fault> {
        if self.cell(column).is_empty() { Ok(otherwise) } else { self.number(column, expected) }
    }

    /// A fault of this row.
    pub fn fault(&self, column: &str, reason: impl std::fmt::Display) -> Fault {
        Fault::of_cell(self.sheet.file, self.line, column, reason)
    }
}
