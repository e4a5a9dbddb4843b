//! A row seen through its mapping, and the journal in which every row of the table ends up once.

use std::collections::{BTreeMap, BTreeSet};

use pana_evidence::{Observation, Record, Source};

use super::book::Line;
use super::mapping::Mapping;
use super::reading::{Guess, Reading, Refused, Skipped};
use super::refusal::Refusal;
use super::table::{Table, letters};
use super::text;

/// A row.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    table: &'a Table<'a>,
    mapping: &'a Mapping,
    /// The row as it stands.
    pub line: &'a Line,
}

impl<'a> Entry<'a> {
    /// What the row says in a field, as written; empty is `None`.
    pub fn raw(&self, field: &str) -> Option<&'a str> {
        let cell = match self.column(field) {
            Some(position) => self.line.cells.get(position).map(String::as_str),
            None => self.mapping.constants.get(field).map(String::as_str),
        };
        cell.map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// What the row says in a field, in our words.
    pub fn get(&self, field: &str) -> Option<String> {
        self.raw(field).map(|cell| self.mapping.meaning(field, &text::tidy(cell)))
    }

    /// The items of a list, in our words.
    pub fn list(&self, field: &str) -> Vec<String> {
        let items = text::items(self.raw(field).unwrap_or_default());
        items.iter().map(|item| self.mapping.meaning(field, item)).collect()
    }

    /// The one text of a row that has no other, where rows have several columns.
    pub fn heading(&self) -> Option<&'a str> {
        self.line.only_text().filter(|_| self.table.header.len() > 1)
    }

    /// The place of the row in its file.
    pub fn locus(&self) -> String {
        let sheet = self.table.sheet.as_ref().map(|sheet| format!(", {sheet}")).unwrap_or_default();
        format!("{}{sheet}, {}", self.table.file, self.line.line)
    }

    /// The place of a cell in its file.
    pub fn cell_locus(&self, field: &str) -> String {
        let sheet = self.table.sheet.as_ref().map(|sheet| format!(", {sheet}")).unwrap_or_default();
        let column = self.column(field).map(letters).unwrap_or_default();
        format!("{}{sheet}, {column}{}", self.table.file, self.line.line)
    }

    fn column(&self, field: &str) -> Option<usize> {
        self.table.position(self.mapping.columns.get(field)?)
    }
}

/// What is wrong with a row: all of it, so that it can be corrected at once.
#[derive(Debug)]
pub struct Faults<'a> {
    entry: Entry<'a>,
    found: Vec<Refused>,
}

impl<'a> Faults<'a> {
    /// Nothing yet.
    pub fn of(entry: Entry<'a>) -> Self {
        Self { entry, found: Vec::new() }
    }

    /// Takes what could be read and notes what could not.
    pub fn take<T>(&mut self, field: &str, read: Result<T, Refusal>) -> Option<T> {
        read.map_err(|refusal| self.note(field, refusal)).ok()
    }

    /// A field that must be filled.
    pub fn must(&mut self, field: &'static str) -> String {
        let said = self.entry.get(field).ok_or(Refusal::Missing { field });
        self.take(field, said).unwrap_or_default()
    }

    /// A field with a closed list of words; empty is `None`.
    pub fn code<T>(&mut self, field: &'static str, known: &[(T, &'static str)]) -> Option<T>
    where
        T: Copy,
    {
        let said = self.entry.get(field)?;
        let found = known.iter().find(|(_, code)| *code == said).map(|(value, _)| *value);
        let known = || known.iter().map(|(_, code)| *code).collect::<Vec<_>>().join(", ");
        self.take(field, found.ok_or_else(|| Refusal::UnknownCode { field, known: known() }))
    }

    /// Notes what is wrong in a field.
    pub fn note(&mut self, field: &str, refusal: Refusal) {
        let table = self.entry.table;
        self.found.push(Refused {
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            line: self.entry.line.line,
            column: self.entry.mapping.columns.get(field).cloned(),
            cell: self.entry.raw(field).unwrap_or_default().to_owned(),
            refusal,
        });
    }
}

/// Where every row of a table ends up: read, skipped or refused.
#[derive(Debug)]
pub struct Journal<'a> {
    /// The table.
    pub table: &'a Table<'a>,
    /// The mapping.
    pub mapping: &'a Mapping,
    reading: Reading,
    names: BTreeMap<String, &'a Line>,
    worked_out: BTreeMap<&'static str, usize>,
    as_written: BTreeMap<&'static str, BTreeSet<String>>,
    described: BTreeSet<String>,
}

impl<'a> Journal<'a> {
    /// Opens the journal: what stands above the rows is entered.
    pub fn new(table: &'a Table<'a>, mapping: &'a Mapping) -> Self {
        let used: BTreeSet<String> = mapping.columns.values().map(|column| text::folded(column)).collect();
        let mut skipped: BTreeMap<Skipped, Vec<u64>> = BTreeMap::new();
        for line in table.above {
            let why = if line.is_blank() { Skipped::Blank } else { Skipped::Above };
            skipped.entry(why).or_default().push(line.line);
        }
        skipped.entry(Skipped::Header).or_default().extend(&table.header_lines);
        let unused = table.header.iter().filter(|column| !used.contains(&text::folded(column)));
        let reading = Reading {
            kind: mapping.kind,
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            rows: table.above.len() + table.header_lines.len() + table.lines.len(),
            read: Vec::new(),
            sources: Vec::new(),
            records: Vec::new(),
            observations: Vec::new(),
            refused: Vec::new(),
            skipped,
            unused: unused.cloned().collect(),
            guessed: Vec::new(),
        };
        let names = BTreeMap::new();
        Self {
            table,
            mapping,
            reading,
            names,
            worked_out: BTreeMap::new(),
            as_written: BTreeMap::new(),
            described: BTreeSet::new(),
        }
    }

    /// The rows that say something and that the mapping keeps; headings are among them. The others are entered as skipped.
    pub fn entries(&mut self) -> Vec<Entry<'a>> {
        let mut entries = Vec::new();
        let header: Vec<String> = self.table.header.iter().map(|cell| text::folded(cell)).collect();
        let keep = self.words_to_keep();
        let mut below_header = true;
        for line in self.table.lines {
            let entry = Entry { table: self.table, mapping: self.mapping, line };
            let mut cells = line.cells.iter().zip(&header);
            let again = cells.all(|(cell, name)| cell.is_empty() || text::folded(cell) == *name);
            match () {
                () if line.is_blank() => self.skip(entry, Skipped::Blank),
                () if below_header && line.numbers_columns() => self.skip(entry, Skipped::Numbering),
                () if again => self.skip(entry, Skipped::Header),
                () if entry.heading().is_none() && !kept(entry, &keep) => self.skip(entry, Skipped::LeftOut),
                () => entries.push(entry),
            }
            below_header = line.is_blank() && below_header || again;
        }
        entries
    }

    /// The words of which a row must have one, by field: folded once, and not for each of very many rows.
    fn words_to_keep(&self) -> Vec<(&'a str, BTreeSet<String>)> {
        let keep = self.mapping.keep.iter().filter(|(_, words)| !words.is_empty());
        keep.map(|(field, words)| (field.as_str(), words.iter().map(|word| text::folded(word)).collect())).collect()
    }

    /// Enters a row as skipped.
    pub fn skip(&mut self, entry: Entry<'_>, why: Skipped) {
        self.reading.skipped.entry(why).or_default().push(entry.line.line);
    }

    /// Enters a row as read, unless something is wrong with it or its name was given before. Says whether it was.
    pub fn settle(&mut self, entry: Entry<'a>, mut faults: Faults<'a>, field: &str, name: &str) -> bool {
        if faults.found.is_empty()
            && let Some(first) = self.names.get(name)
        {
            if first.cells == entry.line.cells {
                self.skip(entry, Skipped::Repeated);
                return false;
            }
            faults.note(field, Refusal::SameName { name: name.to_owned(), line: first.line });
        }
        if !faults.found.is_empty() {
            self.reading.refused.extend(faults.found);
            return false;
        }
        self.names.insert(name.to_owned(), entry.line);
        self.reading.read.push(entry.line.line);
        true
    }

    /// A row for a table of the pack.
    pub fn record(&mut self, pack: &str, table: &str, cells: Vec<(&str, String)>) {
        let key = cells.first().map(|(_, key)| key.clone()).unwrap_or_default();
        let cells = cells.into_iter().map(|(column, cell)| (column.to_owned(), cell)).collect();
        self.reading.records.push(Record { pack: pack.to_owned(), table: table.to_owned(), key, cells });
    }

    /// A figure.
    pub fn observe(&mut self, observation: Observation) {
        self.reading.observations.push(observation);
    }

    /// A source, once.
    pub fn source(&mut self, source: Source) {
        if self.described.insert(source.id.0.clone()) {
            self.reading.sources.push(source);
        }
    }

    /// Notes that a field was worked out from other cells.
    pub fn worked_out(&mut self, field: &'static str) {
        *self.worked_out.entry(field).or_default() += 1;
    }

    /// Notes that a word has no word of ours.
    pub fn as_written(&mut self, field: &'static str, word: &str) {
        self.as_written.entry(field).or_default().insert(word.to_owned());
    }

    /// Closes the journal.
    pub fn close(mut self) -> Reading {
        let worked_out = self.worked_out.into_iter().map(|(field, rows)| Guess::WorkedOut { field, rows });
        self.reading.guessed.extend(worked_out);
        for (field, words) in self.as_written {
            let words = words.into_iter().collect::<Vec<_>>().join("; ");
            self.reading.guessed.push(Guess::KeptAsWritten { field, words });
        }
        self.reading
    }
}

fn kept(entry: Entry<'_>, keep: &[(&str, BTreeSet<String>)]) -> bool {
    keep.iter().all(|(field, words)| {
        let said = text::items(entry.raw(field).unwrap_or_default());
        said.iter().any(|item| words.contains(&text::folded(item)))
    })
}
