//! The open formats, each against the rules of its specification; and the laws that hold in all of them.

mod claimreview;
mod csv;
mod datapackage;
mod feed;
mod hxl;
mod law;
mod room;
mod sdmx;
mod structure;

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

use regex::Regex;

/// Whether a text is of a pattern; patterns are compiled once.
pub fn matches(rule: &'static str, text: &str) -> bool {
    static COMPILED: LazyLock<Mutex<BTreeMap<&'static str, Regex>>> = LazyLock::new(Mutex::default);
    let mut compiled = COMPILED.lock().expect("matching does not panic");
    let rule = compiled.entry(rule).or_insert_with(|| Regex::new(rule).expect("a pattern"));
    rule.is_match(text)
}

/// A file as lines of cells, the line of names first.
pub fn lines(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(bytes);
    let lines = reader.records().map(|line| line.expect("a line").iter().map(str::to_owned).collect());
    lines.collect()
}

/// A file of an export.
pub fn file<'a>(files: &'a [(String, Vec<u8>)], path: &str) -> &'a [u8] {
    let found = files.iter().find(|(known, _)| known == path);
    &found.unwrap_or_else(|| panic!("{path} is missing")).1
}

/// A table that gives cells by their column.
pub struct Sheet {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    pub fn read(bytes: &[u8]) -> Self {
        let mut lines = lines(bytes).into_iter();
        Self { columns: lines.next().expect("a line of names"), rows: lines.collect() }
    }

    pub fn cell<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        let position = self.columns.iter().position(|known| known == column);
        &row[position.unwrap_or_else(|| panic!("there is no column {column}"))]
    }

    /// The row whose cell of a column is this.
    pub fn row(&self, column: &str, cell: &str) -> &[String] {
        let found = self.rows.iter().find(|row| self.cell(row, column) == cell);
        found.unwrap_or_else(|| panic!("no row has {cell} in {column}"))
    }
}
