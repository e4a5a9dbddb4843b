//! A file as lines of cells, before anybody knows what they mean.

use super::refusal::Refusal;
use super::{delimited, encoding, workbook};

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Its name, for messages and for the place in the source.
    pub file: String,
    /// Its sheets; a text file has one without a name.
    pub sheets: Vec<Sheet>,
    /// The encoding of a text file, and whether it is a guess.
    pub encoding: Option<(String, bool)>,
    /// The sign between the cells of a text file.
    pub separator: Option<char>,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: Option<String>,
    /// Its rows, in order.
    pub lines: Vec<Line>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins, as an editor or a spreadsheet counts, from 1.
    pub line: u64,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

impl Book {
    /// Opens a file by what it is, not by the end of its name. `encoding` is what a person stated, where she did.
    pub fn open(file: &str, bytes: &[u8], encoding: Option<&str>) -> Result<Self, Refusal> {
        let book = if bytes.starts_with(b"PK\x03\x04") {
            let sheets = workbook::sheets(bytes)?;
            Self { file: file.to_owned(), sheets, encoding: None, separator: None }
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            // The old binary format of spreadsheets (compound file).
            return Err(Refusal::OldWorkbook {});
        } else {
            let decoded = encoding::decode(bytes, encoding)?;
            let (lines, separator) = delimited::lines(&decoded.text)?;
            Self {
                file: file.to_owned(),
                sheets: vec![Sheet { name: None, lines }],
                encoding: Some((decoded.encoding, decoded.guessed)),
                separator: Some(separator),
            }
        };
        let filled = book.sheets.iter().flat_map(|sheet| &sheet.lines).any(|line| !line.is_blank());
        if filled { Ok(book) } else { Err(Refusal::Empty {}) }
    }
}

impl Line {
    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }

    /// The one text of a row that has no other: a title, or a heading between rows.
    pub fn only_text(&self) -> Option<&str> {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let first = filled.next()?;
        (filled.all(|cell| cell == first) && first.chars().any(char::is_alphabetic)).then_some(first.as_str())
    }

    /// Whether it only numbers the columns: 1, 2, 3 ... under the header of an official table.
    pub fn numbers_columns(&self) -> bool {
        let filled: Vec<&String> = self.cells.iter().filter(|cell| !cell.is_empty()).collect();
        filled.len() > 2 && filled.iter().zip(1_usize..).all(|(cell, place)| **cell == place.to_string())
    }
}
