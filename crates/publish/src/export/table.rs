//! Table: one table of the room with its columns, its key and its rows, before it becomes a file of some format.

use std::collections::{BTreeMap, BTreeSet};

use pana_evidence::cells::Row;
use pana_evidence::{
    Basis, Comparable, Comparator, Coverage, Observation, ObservationStatus, Record, RelationKind, Room,
};

use super::reference::{self, Reference};

/// A table as it is exported.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name as a word of ours, safe as the name of a file: `indicator_relations`.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// The columns that name a row; empty where rows have no name.
    pub key: Vec<String>,
    /// Columns whose cells name rows of other tables.
    pub references: Vec<Reference>,
    /// The cells, in the order of the columns; what was not stated is empty.
    pub rows: Vec<Vec<String>>,
}

/// A column and what its cells satisfy.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Whether its cells are plain numbers.
    pub number: bool,
    /// The pattern of its cells, a regular expression of XML Schema.
    pub pattern: Option<&'static str>,
    /// Its codes, where it has a closed list.
    pub allowed: Vec<&'static str>,
}

/// A date cut to its precision: 2016, 2012-10, 2025-02-25.
pub const PARTIAL_DATE: &str = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
/// A day.
pub const DAY: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

impl Table {
    /// The file of the table.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The table as CSV.
    pub fn csv(&self) -> Vec<u8> {
        let columns: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        csv(&columns, self.rows.iter())
    }

    /// The position of a column.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.name == column)
    }

    /// The filled cells of a column.
    pub fn cells(&self, column: &str) -> impl Iterator<Item = &str> {
        let position = self.position(column);
        let cells = self.rows.iter().filter_map(move |row| Some(row.get(position?)?.as_str()));
        cells.filter(|cell| !cell.is_empty())
    }
}

/// RFC 4180: UTF-8 without a byte order mark, commas, lines end in CR LF, one line of column names.
pub fn csv<R: IntoIterator<Item: AsRef<[u8]>>>(columns: &[&str], rows: impl Iterator<Item = R>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
    let reason = "writing to memory does not fail";
    writer.write_record(columns).expect(reason);
    for row in rows {
        writer.write_record(row).expect(reason);
    }
    writer.into_inner().expect(reason)
}

/// Every table of the room: the five typed ones, then those whose rows are kept whole, by name.
pub fn tables(room: &Room) -> Vec<Table> {
    let mut tables = vec![
        typed("sources", room.sources()),
        typed("geographies", room.places()),
        typed("indicators", room.indicators()),
        typed("indicator_relations", room.relations().iter()),
        observations(room),
    ];
    let mut kept: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in room.all_records() {
        kept.entry(&record.table).or_default().push(record);
    }
    for (name, records) in kept {
        let name = free_name(name, &tables);
        tables.push(whole(name, &records));
    }
    reference::find(&mut tables);
    tables
}

fn typed<'a, T: Row + 'a>(name: &str, rows: impl Iterator<Item = &'a T>) -> Table {
    let rows = rows.map(|row| row.write().into_iter().map(Option::unwrap_or_default).collect());
    Table {
        name: name.to_owned(),
        columns: T::COLUMNS.iter().map(|&column| described(column)).collect(),
        key: T::COLUMNS[..T::KEY].iter().map(|&column| column.to_owned()).collect(),
        references: Vec::new(),
        rows: rows.collect(),
    }
}

/// The observations, each with the number of its revision: a pack does not have that column, a reader needs it to cite.
fn observations(room: &Room) -> Table {
    let mut table = typed("observations", room.observations());
    table.columns.push(Column { number: true, ..described("revision") });
    for (row, observation) in table.rows.iter_mut().zip(room.observations()) {
        row.push(observation.revision.to_string());
    }
    debug_assert_eq!(table.key, &Observation::COLUMNS[..Observation::KEY]);
    table
}

/// A column of a typed table with the rules that reading enforces (`pana_evidence::cells`).
fn described(name: &str) -> Column {
    let codes = |codes: &[&'static str]| codes.to_vec();
    let column = Column { name: name.to_owned(), ..Column::default() };
    match name {
        "value" | "value_lower" | "value_upper" => Column { number: true, ..column },
        "published" | "period_start" | "period_end" => Column { pattern: Some(PARTIAL_DATE), ..column },
        "released" => Column { pattern: Some(DAY), ..column },
        "comparator" => Column { allowed: Comparator::ALL.map(|(_, code)| code).to_vec(), ..column },
        "basis" => Column { allowed: Basis::ALL.iter().map(|(_, code)| *code).collect(), ..column },
        "coverage" => Column { allowed: Coverage::ALL.iter().map(|(_, code)| *code).collect(), ..column },
        "obs_status" => Column { allowed: ObservationStatus::ALL.iter().map(|(_, code)| *code).collect(), ..column },
        "relation" => Column { allowed: RelationKind::ALL.map(|(_, code)| code).to_vec(), ..column },
        "comparable_values" => {
            let all = [Comparable::Yes, Comparable::No, Comparable::LowerBound];
            Column { allowed: all.map(Comparable::code).to_vec(), ..column }
        }
        "derived" => Column { allowed: codes(&["yes", "no"]), ..column },
        _ => column,
    }
}

/// A table kept whole: all columns that any of its rows has. Where several packs have the same table, a last column tells
/// which pack a row belongs to.
fn whole(name: String, records: &[&Record]) -> Table {
    let mut columns: Vec<&str> = Vec::new();
    let mut known = BTreeSet::new();
    for (column, _) in records.iter().flat_map(|record| &record.cells) {
        if known.insert(column.as_str()) {
            columns.push(column);
        }
    }
    let mut rows: Vec<Vec<String>> = records.iter().map(|record| cells_of(record, &columns)).collect();
    let mut key = key_of(records, &columns);
    let mut columns: Vec<Column> =
        columns.into_iter().map(|column| Column { name: column.to_owned(), ..Column::default() }).collect();
    let packs: BTreeSet<&str> = records.iter().map(|record| record.pack.as_str()).collect();
    if packs.len() > 1 {
        let mut pack = "pack".to_owned();
        while known.contains(pack.as_str()) {
            pack.push('_');
        }
        for (row, record) in rows.iter_mut().zip(records) {
            row.push(record.pack.clone());
        }
        if !key.is_empty() {
            key.push(pack.clone());
        }
        columns.push(Column { name: pack, ..Column::default() });
    }
    Table { name, columns, key, references: Vec::new(), rows }
}

fn cells_of(record: &Record, columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| record.cell(column).unwrap_or_default().to_owned()).collect()
}

/// The columns whose cells make the names of all rows; none where rows have no name or two have one.
fn key_of(records: &[&Record], columns: &[&str]) -> Vec<String> {
    let distinct: BTreeSet<(&str, &str)> =
        records.iter().map(|record| (record.pack.as_str(), record.key.as_str())).collect();
    if distinct.len() != records.len() {
        return Vec::new();
    }
    let whole = |column: &&&str| records.iter().all(|record| record.cell(column) == Some(record.key.as_str()));
    if let Some(column) = columns.iter().find(whole) {
        return vec![(*column).to_owned()];
    }
    let parts = records.first().map_or(0, |record| record.key.split('|').count());
    let mut key: Vec<&str> = Vec::new();
    for part in 0..parts {
        let names = |column: &&&str| {
            let cell_is_part = |record: &&Record| {
                record.cell(column).is_some_and(|cell| record.key.split('|').nth(part) == Some(cell))
            };
            !key.contains(*column) && records.iter().all(cell_is_part)
        };
        match columns.iter().find(names) {
            Some(column) => key.push(column),
            None => return Vec::new(),
        }
    }
    let complete = records.iter().all(|record| record.key.split('|').count() == parts);
    if complete { key.into_iter().map(str::to_owned).collect() } else { Vec::new() }
}

/// A name that is safe in a path and that no other table has.
fn free_name(name: &str, taken: &[Table]) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c.to_ascii_lowercase() } else { '_' };
    let mut free: String = name.chars().map(safe).collect();
    while free.trim_matches('_').is_empty() || taken.iter().any(|table| table.name == free) || free == "licences" {
        free.push_str("_records");
    }
    free
}
