//! A CSV table checked against its description: columns, types, keys, allowed values.

use std::collections::BTreeMap;

use pana_evidence::Decimal;

use crate::datapackage::{Field, FieldKind, Resource};
use crate::fault::{Fault, Faults};
use crate::files::Files;

/// A row and the line it began on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRow {
    /// The line of the file, from 1.
    pub line: u64,
    /// The cells, in the order of the columns.
    pub cells: Vec<String>,
}

/// A table whose cells fit their columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name as a word of ours: `indicator_relations`.
    pub name: String,
    /// Its file.
    pub file: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// The columns that name a row; empty where rows have no name.
    pub key: Vec<String>,
    /// Its rows.
    pub rows: Vec<RawRow>,
}

impl Table {
    /// Reads a table of a pack. Every fault of every row is reported.
    pub fn read(files: &Files, resource: &Resource) -> Result<Self, Faults> {
        let columns: Vec<String> = resource.schema.fields.iter().map(|field| field.name.clone()).collect();
        let rows = read_rows(files, &resource.path, &columns)?;
        let table = Self {
            name: resource.name.replace('-', "_"),
            file: resource.path.clone(),
            key: resource.schema.primary_key.clone(),
            columns,
            rows,
        };
        let faults: Vec<Fault> = resource.schema.fields.iter().flat_map(|field| table.check_column(field)).collect();
        if faults.is_empty() { Ok(table) } else { Err(Faults(faults)) }
    }

    /// The position of a column.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }

    /// The cells of a column with their lines.
    pub fn cells<'a>(&'a self, column: &str) -> impl Iterator<Item = (u64, &'a str)> {
        let position = self.position(column);
        self.rows.iter().filter_map(move |row| Some((row.line, row.cells[position?].as_str())))
    }

    fn check_column(&self, field: &Field) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
        let unique = field.constraints.unique || self.key.as_slice() == std::slice::from_ref(&field.name);
        for (line, cell) in self.cells(&field.name) {
            if let Some(reason) = cell_fault(field, cell) {
                faults.push(Fault::of_cell(&self.file, line, &field.name, reason));
            }
            if unique && !cell.is_empty() {
                if let Some(first) = seen.get(cell) {
                    let reason = format!("`{cell}` is already on line {first}; every row needs its own");
                    faults.push(Fault::of_cell(&self.file, line, &field.name, reason));
                }
                seen.entry(cell).or_insert(line);
            }
        }
        faults
    }
}

fn cell_fault(field: &Field, cell: &str) -> Option<String> {
    if cell.is_empty() {
        return field.constraints.required.then(|| "the cell is empty; this column must be filled".to_owned());
    }
    if field.kind == FieldKind::Number
        && let Err(error) = cell.parse::<Decimal>()
    {
        return Some(error.to_string());
    }
    let allowed = &field.constraints.allowed;
    let fits = allowed.is_empty() || allowed.iter().any(|value| value == cell);
    (!fits).then(|| format!("`{cell}` is not one of: {}", allowed.join(", ")))
}

/// Reads the rows of a CSV file whose header must be exactly these columns.
pub fn read_rows(files: &Files, file: &str, columns: &[String]) -> Result<Vec<RawRow>, Faults> {
    let text = files.text(file)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| Fault::of_file(file, error))?.clone();
    if !header.iter().eq(columns.iter()) {
        return Err(header_fault(file, columns, &header.iter().collect::<Vec<_>>()).into());
    }
    let mut rows = Vec::new();
    let mut faults = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| Fault::of_file(file, error))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() == columns.len() {
            rows.push(RawRow { line, cells: record.iter().map(str::to_owned).collect() });
        } else {
            let reason = format!(
                "the row has {} cells, the table has {} columns; look for a missing or unquoted comma",
                record.len(),
                columns.len()
            );
            faults.push(Fault { line: Some(line), ..Fault::of_file(file, reason) });
        }
    }
    if faults.is_empty() { Ok(rows) } else { Err(Faults(faults)) }
}

fn header_fault(file: &str, expected: &[String], found: &[&str]) -> Fault {
    let missing: Vec<&str> = expected.iter().map(String::as_str).filter(|name| !found.contains(name)).collect();
    let unknown: Vec<&str> =
        found.iter().copied().filter(|name| !expected.iter().any(|column| column == name)).collect();
    let reason = match (missing.as_slice(), unknown.as_slice()) {
        ([], []) => format!("the columns stand in another order; expected {}", expected.join(",")),
        (missing, []) => format!("columns are missing: {}", missing.join(", ")),
        ([], unknown) => format!("columns are unknown: {}", unknown.join(", ")),
        (missing, unknown) => {
            format!("columns are missing: {}; columns are unknown: {}", missing.join(", "), unknown.join(", "))
        }
    };
    Fault { line: Some(1), ..Fault::of_file(file, reason) }
}
