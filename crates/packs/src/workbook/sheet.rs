//! One sheet of a workbook: its header row found by name, its cells as text.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

use crate::fault::Fault;

/// An open workbook.
pub struct Book<'a> {
    file: &'a str,
    xlsx: Xlsx<Cursor<&'a [u8]>>,
}

/// A sheet below its header row.
pub struct Sheet<'a> {
    file: &'a str,
    name: &'a str,
    header: Vec<String>,
    first_line: u64,
    range: Range<Data>,
}

impl<'a> Book<'a> {
    /// Opens a workbook.
    pub fn open(file: &'a str, bytes: &'a [u8]) -> Result<Self, Fault> {
        let xlsx = Xlsx::new(Cursor::new(bytes));
        let wrong =
            |error| Fault::of_file(file, format!("not a workbook in the .xlsx format ({error}); save it as .xlsx"));
        Ok(Self { file, xlsx: xlsx.map_err(wrong)? })
    }

    /// Whether it has a sheet.
    pub fn has(&self, sheet: &str) -> bool {
        self.xlsx.sheet_names().iter().any(|name| name == sheet)
    }

    /// The names of its sheets.
    pub fn sheets(&self) -> Vec<String> {
        self.xlsx.sheet_names()
    }

    /// A sheet, whose header row is the first that holds the given column.
    pub fn sheet(&mut self, name: &'a str, column: &str) -> Result<Sheet<'a>, Fault> {
        let place = format!("{}, sheet {name}", self.file);
        let range = self.xlsx.worksheet_range(name).map_err(|error| Fault::of_file(&place, error))?;
        let row = range.rows().position(|row| row.iter().any(|cell| text(cell) == column));
        let row = row.ok_or_else(|| Fault::of_file(&place, format!("no row holds a column `{column}`")))?;
        let header: Vec<String> = range.rows().nth(row).into_iter().flatten().map(text).collect();
        let top = range.start().map_or(0, |(line, _)| u64::from(line));
        let first_line = top + row as u64 + 2;
        let below = range.range(
            (range.start().map_or(0, |start| start.0) + row as u32 + 1, range.start().map_or(0, |start| start.1)),
            range.end().unwrap_or((0, 0)),
        );
        Ok(Sheet { file: self.file, name, header, first_line, range: below })
    }
}

impl Sheet<'_> {
    /// The header.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The rows with their lines.
    pub fn rows(&self) -> impl Iterator<Item = (u64, Vec<String>)> {
        self.range
            .rows()
            .enumerate()
            .map(|(place, row)| (self.first_line + place as u64, row.iter().map(text).collect()))
    }

    /// A fault of a cell of this sheet.
    pub fn fault(&self, line: u64, column: &str, reason: impl std::fmt::Display) -> Fault {
        Fault::of_cell(&format!("{}, sheet {}", self.file, self.name), line, column, reason)
    }
}

/// A cell as text: numbers with the shortest digits that give the same value back.
pub(crate) fn text(cell: &Data) -> String {
    match cell {
        Data::Float(value) => value.to_string(),
        Data::Int(value) => value.to_string(),
        Data::String(text) => text.trim().to_owned(),
        Data::Bool(value) => value.to_string(),
        _ => String::new(),
    }
}
