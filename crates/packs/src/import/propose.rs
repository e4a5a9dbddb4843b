//! A first mapping for a table that nobody has described yet, with everything that was guessed to make it.

use std::collections::BTreeMap;

use super::book::Book;
use super::date::DateFormat;
use super::fields::Kind;
use super::lexicon::{Habits, Lexicon};
use super::mapping::{self, Mapping};
use super::reading::Guess;
use super::refusal::Refusal;
use super::table::Table;

/// A mapping to look at and to correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The mapping.
    pub mapping: Mapping,
    /// What was guessed.
    pub guessed: Vec<Guess>,
    /// Columns that no field was found for.
    pub unused: Vec<String>,
    /// Fields that must be filled before the table can be read.
    pub missing: Vec<&'static str>,
}

/// Guesses a mapping from the header.
pub fn propose(book: &Book, kind: Kind, lexicon: &Lexicon) -> Result<Proposal, Refusal> {
    let habits = lexicon.habits(kind);
    let table = Table::guess(book, habits).ok_or(Refusal::NoHeader { kind: kind.code() })?;
    let mut mapping = Mapping::new(kind);
    let mut guessed = Vec::new();
    place(book, &table, &mut mapping, &mut guessed);
    columns(&table, habits, &mut mapping, &mut guessed);
    dates(&table, &mut mapping, &mut guessed);
    if let Some(symbol) = symbol(&table).filter(|_| kind.has("symbol") && !mapping.fills("symbol")) {
        guessed.push(Guess::Constant { field: "symbol".to_owned(), value: symbol.clone() });
        mapping.constants.insert("symbol".to_owned(), symbol);
    }
    for (field, value) in &habits.constants {
        if !mapping.fills(field) {
            mapping.constants.insert(field.clone(), value.clone());
            guessed.push(Guess::Constant { field: field.clone(), value: value.clone() });
        }
    }
    let used: Vec<String> = mapping.columns.values().cloned().collect();
    // All words of a field, also those that this file does not use: next month's may.
    mapping.values = of_columns(&habits.values, &mapping);
    mapping.keep = of_columns(&habits.keep, &mapping);
    Ok(Proposal {
        missing: mapping.missing(),
        unused: table.header.iter().filter(|column| !used.contains(column)).cloned().collect(),
        mapping,
        guessed,
    })
}

fn place(book: &Book, table: &Table<'_>, mapping: &mut Mapping, guessed: &mut Vec<Guess>) {
    mapping.fingerprint = mapping::fingerprint(mapping.kind, &table.header);
    if let Some((encoding, true)) = &book.encoding {
        mapping.encoding = Some(encoding.clone());
        guessed.push(Guess::Encoding(encoding.clone()));
    }
    if let Some(sheet) = table.sheet.as_ref().filter(|_| book.sheets.len() > 1) {
        mapping.sheet = Some(sheet.clone());
        guessed.push(Guess::Sheet(sheet.clone()));
    }
    if let Some(line) = table.header_lines.first().filter(|_| !table.above.is_empty()) {
        // Said and not kept: next month's file may have one title row more.
        guessed.push(Guess::HeaderRow(*line));
    }
}

fn columns(table: &Table<'_>, habits: &Habits, mapping: &mut Mapping, guessed: &mut Vec<Guess>) {
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for column in &table.header {
        let Some((field, language)) = habits.field_of(column) else { continue };
        if mapping.columns.contains_key(field) {
            continue;
        }
        mapping.columns.insert(field.to_owned(), column.clone());
        guessed.push(Guess::Column { field: field.to_owned(), column: column.clone() });
        *languages.entry(language).or_default() += 1;
    }
    let most = languages.iter().max_by_key(|(_, count)| **count);
    if let Some((language, _)) = most {
        mapping.language = Some((*language).to_owned());
        guessed.push(Guess::Language((*language).to_owned()));
    }
}

const DATES: [&str; 4] = ["published", "released", "period_start", "period_end"];

/// The one format in which every date of the table can be read; where two fit, none is guessed.
fn dates(table: &Table<'_>, mapping: &mut Mapping, guessed: &mut Vec<Guess>) {
    let positions = DATES.iter().filter_map(|field| table.position(mapping.columns.get(*field)?));
    let positions: Vec<usize> = positions.collect();
    let cells = table.lines.iter().flat_map(|line| positions.iter().filter_map(|&place| line.cells.get(place)));
    let cells: Vec<&String> = cells.filter(|cell| !cell.is_empty()).collect();
    let fits = |format: &DateFormat| cells.iter().all(|cell| format.read(cell).is_ok());
    if cells.is_empty() || fits(&DateFormat::Ymd) {
        return;
    }
    let others: Vec<DateFormat> =
        [DateFormat::Dmy, DateFormat::Mdy, DateFormat::Serial].into_iter().filter(|format| fits(format)).collect();
    if let [format] = others.as_slice() {
        mapping.date_format = *format;
        guessed.push(Guess::DateFormat(format.code()));
    }
}

fn of_columns<T: Clone>(known: &BTreeMap<String, T>, mapping: &Mapping) -> BTreeMap<String, T> {
    let mapped = known.iter().filter(|(field, _)| mapping.columns.contains_key(*field));
    mapped.map(|(field, words)| (field.clone(), words.clone())).collect()
}

/// The symbol of a document of the United Nations in the titles of a table: `A/HRC/43/10`.
fn symbol(table: &Table<'_>) -> Option<String> {
    let cells = table.above.iter().flat_map(|line| &line.cells);
    let words =
        cells.flat_map(|cell| cell.split(|sign: char| sign.is_whitespace() || matches!(sign, '(' | ')' | ',' | ';')));
    let looks_so = |word: &&str| {
        let parts: Vec<&str> = word.split('/').collect();
        let plain = |part: &&str| part.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-'));
        parts.len() > 2
            && word.starts_with(|sign: char| sign.is_ascii_uppercase())
            && word.contains(|sign: char| sign.is_ascii_digit())
            && parts.iter().all(|part| !part.is_empty() && plain(part))
    };
    words.map(|word| word.trim_matches(['.', ':'])).find(looks_so).map(str::to_owned)
}
