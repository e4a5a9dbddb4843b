//! Assessing a table of many countries and years with the rule, or taking the published labels of such a table apart.
//!
//! **Inputs**, one a row: `country, year, kind` and, as the kind needs them, `effort_area` (or `area`), `domain`, `what`, `since`,
//! `remedied`, `input_id`, `finding_id`, `source_id`, `locus`. Kinds: `effort` (with its area, or without where the source only
//! says that efforts were made), `regression` (with domain and since), `complicity`, `not_relevant` (an area), `assessed`
//! (nothing else is known), `not_assessed`, `published` (the published label in `what`, to compare).
//!
//! **Labels**, one a row: `reporting_year` (or `year`), `country`, `level_label`; `base_level`, `modifier` and `modifier_domain`
//! where given must say what the label says. Nothing is derived from a label but its parts.

use std::collections::BTreeMap;

use pana_evidence::Record;
use pana_evidence::assessment::Advancement;
use pana_evidence::assessment::ilab::Rule;
use pana_evidence::assessment::input::{self, Given, Inputs};
use pana_evidence::assessment::reading::Reading;
use serde::Serialize;

use crate::fault::{Fault, Faults};

/// A published label and its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decomposed {
    /// The line it stands on.
    pub line: u64,
    /// The country, as the table names it.
    pub country: String,
    /// The reporting year.
    pub year: i16,
    /// The label as written.
    pub label: String,
    /// The base level.
    pub base_level: String,
    /// What qualifies it; empty where nothing does.
    pub modifier: String,
    /// The domains of a regression, separated by semicolons.
    pub modifier_domain: String,
}

/// What came of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Assessed {
    /// The rule with its version.
    pub rule: String,
    /// A reading for each country and year with inputs.
    pub readings: Vec<Reading>,
    /// The parts of each label.
    pub decomposed: Vec<Decomposed>,
    /// Every row that was refused.
    pub refused: Vec<Fault>,
}

/// Assesses a table. A table that is neither of the two shapes is refused whole.
pub fn assess(file: &str, text: &str, rule: &Rule) -> Result<Assessed, Faults> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> =
        reader.headers().map_err(|error| Fault::of_file(file, error))?.iter().map(canonical).collect();
    let shape = Shape::of(&header).ok_or_else(|| {
        let reason =
            "expected the columns country, year, kind (inputs) or country, reporting_year, level_label (labels)";
        Fault { line: Some(1), ..Fault::of_file(file, reason) }
    })?;
    let mut assessed = Assessed { rule: rule.name(), ..Assessed::default() };
    let mut countries: BTreeMap<(String, i16), Inputs> = BTreeMap::new();
    for row in reader.records() {
        let done = row.map_err(|error| Fault::of_file(file, error)).and_then(|row| {
            let line = row.position().map_or(0, csv::Position::line);
            let record = record(file, line, &header, &row)?;
            let done = match shape {
                Shape::Inputs => taken(&record, rule).map(|(country, year, given)| {
                    countries.entry((country.clone(), year)).or_insert_with(|| Inputs::new(&country, year)).add(given);
                }),
                Shape::Labels => apart(&record, line).map(|parts| assessed.decomposed.push(parts)),
            };
            done.map_err(|(column, reason)| Fault::of_cell(file, line, column, reason))
        });
        assessed.refused.extend(done.err());
    }
    assessed.readings = countries.values().map(|inputs| rule.read(inputs)).collect();
    Ok(assessed)
}

fn record(file: &str, line: u64, header: &[String], row: &csv::StringRecord) -> Result<Record, Fault> {
    if row.len() != header.len() {
        let reason = format!("the row has {} cells, the table has {} columns", row.len(), header.len());
        return Err(Fault { line: Some(line), ..Fault::of_file(file, reason) });
    }
    let cells = header.iter().cloned().zip(row.iter().map(|cell| cell.trim().to_owned())).collect();
    Ok(Record { pack: String::new(), table: file.to_owned(), key: format!("line {line}"), cells })
}

#[derive(Clone, Copy)]
enum Shape {
    Inputs,
    Labels,
}

impl Shape {
    fn of(header: &[String]) -> Option<Self> {
        let has = |names: [&str; 3]| names.iter().all(|name| header.iter().any(|column| column == name));
        let shapes = [(Self::Inputs, ["country", "year", "kind"]), (Self::Labels, ["country", "year", "level_label"])];
        shapes.into_iter().find(|(_, names)| has(*names)).map(|(shape, _)| shape)
    }
}

/// Other names that columns go by.
fn canonical(name: &str) -> String {
    match name.trim().to_lowercase().as_str() {
        "area" => "effort_area",
        "reporting_year" => "year",
        name => return name.to_owned(),
    }
    .to_owned()
}

type Refused = (&'static str, String);

fn country(record: &Record) -> Result<String, Refused> {
    record.cell("country").map(str::to_owned).ok_or_else(|| ("country", "the row does not name its country".to_owned()))
}

fn taken(record: &Record, rule: &Rule) -> Result<(String, i16, Given), Refused> {
    let country = country(record)?;
    let (year, given) = input::read(record, rule).map_err(|fault| (fault.column, fault.reason))?;
    if let Given::Published(label) = &given {
        Advancement::parse_label(label).map_err(|error| ("what", error.to_string()))?;
    }
    Ok((country, year, given))
}

fn apart(record: &Record, line: u64) -> Result<Decomposed, Refused> {
    let written = record.cell("year").unwrap_or_default();
    let year = written.parse().map_err(|_| ("reporting_year", format!("`{written}` is not a year")))?;
    let label = record.cell("level_label").unwrap_or_default();
    let level = Advancement::parse_label(label).map_err(|error| ("level_label", error.to_string()))?;
    let [base_level, modifier, modifier_domain] = level.cells();
    for (column, expected) in
        [("base_level", &base_level), ("modifier", &modifier), ("modifier_domain", &modifier_domain)]
    {
        let found = record.cells.iter().find(|(name, _)| name == column).map(|(_, cell)| cell);
        if let Some(found) = found.filter(|found| *found != expected) {
            return Err((column, format!("`{found}` is not what the label says: `{expected}`")));
        }
    }
    Ok(Decomposed {
        line,
        country: country(record)?,
        year,
        label: label.to_owned(),
        base_level,
        modifier,
        modifier_domain,
    })
}
