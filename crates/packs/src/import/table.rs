//! A table inside a sheet: its header, wherever it stands, and the rows below.

use super::book::{Book, Line, Sheet};
use super::lexicon::Habits;
use super::mapping::Mapping;
use super::refusal::Refusal;
use super::text;

/// How many rows may stand above a header.
const DEEPEST: usize = 60;
/// How many cells of a row must be known words for it to be a header.
const FEWEST: usize = 2;

/// A table. Its rows stay where they are, in the book: an index of the world has a quarter of a million.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<'a> {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: Option<String>,
    /// The rows above the header.
    pub above: &'a [Line],
    /// The rows of the header: one or two.
    pub header_lines: Vec<u64>,
    /// The names of the columns. Two of the same name are told apart by a number; one without a name is called by its letter.
    pub header: Vec<String>,
    /// The rows below the header.
    pub lines: &'a [Line],
}

impl<'a> Table<'a> {
    /// The table that a mapping describes.
    pub fn find(book: &'a Book, mapping: &Mapping) -> Result<Self, Refusal> {
        let sheets = chosen(book, mapping)?;
        let wanted: Vec<String> = mapping.columns.values().map(|column| text::folded(column)).collect();
        let score = |header: &[String]| {
            header.iter().filter(|cell| !cell.is_empty() && wanted.contains(&text::folded(cell))).count()
        };
        let best = Self::best(book, &sheets, mapping.header_row, &score, 1);
        let table = best.ok_or(Refusal::NoHeader { kind: mapping.kind.code() })?;
        let missing = mapping.columns.values().filter(|column| table.position(column).is_none());
        let missing: Vec<&str> = missing.map(String::as_str).collect();
        if missing.is_empty() {
            return Ok(table);
        }
        Err(Refusal::ColumnsMissing { columns: missing.join(", "), header: table.header.join(", ") })
    }

    /// The table that looks most like a kind.
    pub fn guess(book: &'a Book, habits: &Habits) -> Option<Self> {
        let sheets: Vec<&Sheet> = book.sheets.iter().collect();
        let score = |header: &[String]| {
            let fields = header.iter().filter_map(|cell| habits.field_of(cell)).map(|(field, _)| field);
            fields.collect::<std::collections::BTreeSet<_>>().len()
        };
        Self::best(book, &sheets, None, &score, FEWEST)
    }

    /// The position of a column.
    pub fn position(&self, column: &str) -> Option<usize> {
        let folded = |name: &String| text::folded(name) == text::folded(column);
        // Nearly always the mapping has the very words, and tables have a quarter of a million rows.
        self.header.iter().position(|name| name == column).or_else(|| self.header.iter().position(folded))
    }

    fn best(
        book: &'a Book,
        sheets: &[&'a Sheet],
        header_row: Option<u64>,
        score: &dyn Fn(&[String]) -> usize,
        fewest: usize,
    ) -> Option<Self> {
        let mut best: Option<(usize, &'a Sheet, usize)> = None;
        for sheet in sheets {
            for (place, line) in sheet.lines.iter().enumerate() {
                let stated = header_row == Some(line.line);
                if (header_row.is_some() && !stated) || (header_row.is_none() && place >= DEEPEST) {
                    continue;
                }
                let (header, _) = header(sheet, place);
                let found = score(&header);
                if found >= fewest && best.is_none_or(|(most, ..)| found > most) {
                    best = Some((found, sheet, place));
                }
            }
        }
        best.map(|(_, sheet, place)| Self::cut(book, sheet, place))
    }

    fn cut(book: &'a Book, sheet: &'a Sheet, place: usize) -> Self {
        let (header, rows) = header(sheet, place);
        let (above, rest) = sheet.lines.split_at(place.min(sheet.lines.len()));
        let (top, lines) = rest.split_at(rows.min(rest.len()));
        Self {
            file: book.file.clone(),
            sheet: sheet.name.clone(),
            above,
            header_lines: top.iter().map(|line| line.line).collect(),
            header: named(header),
            lines,
        }
    }
}

fn chosen<'a>(book: &'a Book, mapping: &Mapping) -> Result<Vec<&'a Sheet>, Refusal> {
    let Some(sheet) = &mapping.sheet else { return Ok(book.sheets.iter().collect()) };
    // A text file has no sheets to choose from; a mapping made for a workbook may be used for its export.
    let named = |candidate: &&Sheet| candidate.name.as_ref().is_none_or(|name| name == sheet);
    let found: Vec<&Sheet> = book.sheets.iter().filter(named).collect();
    if found.is_empty() {
        let names: Vec<&str> = book.sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
        return Err(Refusal::NoSuchSheet { sheet: sheet.clone(), sheets: names.join(", ") });
    }
    Ok(found)
}

/// The header that begins at a row, and over how many rows it goes. In a header of two rows the lower one names the parts
/// of columns that the upper one joins: "Cost" above "2024", "2025".
fn header(sheet: &Sheet, place: usize) -> (Vec<String>, usize) {
    let top = &sheet.lines[place].cells;
    let Some(below) = sheet.lines.get(place + 1).filter(|below| divides(top, below)) else { return (top.clone(), 1) };
    let mut header = Vec::new();
    let mut over = "";
    for column in 0..top.len().max(below.cells.len()) {
        let upper = top.get(column).map_or("", String::as_str);
        let lower = below.cells.get(column).map_or("", String::as_str);
        over = if upper.is_empty() { over } else { upper };
        header.push(match (upper, lower) {
            (upper, "") => upper.to_owned(),
            (upper, lower) if upper == lower => upper.to_owned(),
            _ => format!("{over} / {lower}"),
        });
    }
    (header, 2)
}

/// Whether a row divides the columns of the row above it: it says something only below cells that span several columns.
fn divides(top: &[String], below: &Line) -> bool {
    let upper = |column: usize| top.get(column).is_some_and(|cell| !cell.is_empty());
    let mut divided = 0;
    for (column, cell) in below.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let repeated = top.get(column).is_some_and(|above| above == cell);
        let spanned = !upper(column) || (column + 1 < below.cells.len() && !upper(column + 1));
        match (repeated, spanned) {
            (true, _) => {}
            (false, true) => divided += 1,
            (false, false) => return false,
        }
    }
    divided > 1 && !below.numbers_columns() && top.iter().filter(|cell| !cell.is_empty()).count() > 1
}

fn named(header: Vec<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (column, cell) in header.iter().enumerate() {
        let plain = if cell.is_empty() { format!("#{}", letters(column)) } else { text::tidy(cell) };
        let mut name = plain.clone();
        let mut number = 2;
        while names.contains(&name) {
            name = format!("{plain} ({number})");
            number += 1;
        }
        names.push(name);
    }
    names
}

/// The letters of a column, as spreadsheets name it.
pub fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
