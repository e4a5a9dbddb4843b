//! Index model: a model file (TOML) and a table (CSV) become what the engine of composite indices takes, or faults that say
//! where: file, line, column, and what to do.

use std::collections::{BTreeMap, BTreeSet};

use pana_stats::composite::assumption::Assumption;
use pana_stats::composite::model::Imputation;
use pana_stats::composite::{Model, Refusal, Table, Unit};

use crate::fault::{Fault, Faults};
use crate::files::Files;

/// A file as it was given: its name, for faults, and its text.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Its name as the person gave it.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl<'a> Given<'a> {
    /// The text, which must be UTF-8; a byte order mark is taken off.
    fn text(self) -> Result<&'a str, Fault> {
        let text = std::str::from_utf8(self.bytes).map_err(|error| {
            let line = line_at(self.bytes, error.valid_up_to());
            Fault { line: Some(line), ..Fault::of_file(self.name, "the text is not UTF-8; save the file as UTF-8") }
        })?;
        Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
    }
}

/// Reads and checks a model.
pub fn model(given: Given<'_>) -> Result<Model, Faults> {
    let text = given.text()?;
    let model: Model = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| line_at(text.as_bytes(), span.start));
        Fault { line, ..Fault::of_file(given.name, error.message()) }
    })?;
    model.check().map_err(|refusal| fault(&refusal, given, given.name))?;
    Ok(model)
}

/// The models that travel with the program, below `indices/` of the data, by id.
pub fn builtin(data: &Files) -> Result<BTreeMap<String, Model>, Faults> {
    let folder = data.below("indices");
    let read = |path: &str| {
        let given = Given { name: path, bytes: folder.bytes(path).unwrap_or_default() };
        model(given).map(|model| (model.id.clone(), model)).map_err(|faults| faults.inside("indices"))
    };
    folder.paths().filter(|path| path.ends_with(".toml")).map(read).collect()
}

/// Reads the columns a model names. Other columns may be there; every fault of every cell is told.
pub fn table(model: &Model, given: Given<'_>) -> Result<Table, Faults> {
    let text = given.text()?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| Fault::of_file(given.name, error))?.clone();
    let header: Vec<&str> = header.iter().collect();
    let wanted = Wanted::by(model);
    let places = wanted.places(given.name, &header)?;
    let mut sheet = Sheet { table: Table::default(), lines: BTreeMap::new(), faults: Vec::new() };
    for record in reader.records() {
        let record = record.map_err(|error| Fault::of_file(given.name, error))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() == header.len() {
            sheet.row(model, given.name, line, &record, &places);
        } else {
            let reason = format!(
                "the row has {} cells, the table has {} columns; look for a missing or unquoted comma",
                record.len(),
                header.len()
            );
            sheet.faults.push(Fault { line: Some(line), ..Fault::of_file(given.name, reason) });
        }
    }
    if sheet.faults.is_empty() { Ok(sheet.table) } else { Err(Faults(sheet.faults)) }
}

/// The columns a model names, by what their cells hold.
struct Wanted {
    numbers: BTreeSet<String>,
    words: BTreeSet<String>,
    unit: String,
    name: Option<String>,
}

/// A column found in the header.
struct Place {
    position: usize,
    name: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Unit,
    Name,
    Number,
    Word,
}

impl Wanted {
    fn by(model: &Model) -> Self {
        let indicators = model.indicators.iter();
        let mut numbers: BTreeSet<String> = indicators
            .flat_map(|indicator| [Some(&indicator.id), indicator.denominator.as_ref()])
            .flatten()
            .cloned()
            .collect();
        let reliability = model.reliability.iter();
        numbers.extend(reliability.flat_map(|rules| [&rules.missing, &rules.age]).flatten().cloned());
        let doubt = model.reliability.iter().filter_map(|rules| rules.doubt.clone());
        let group = |imputation: &Imputation| imputation.group().map(str::to_owned);
        let others = model.assume.iter().flat_map(|assumption| match assumption {
            Assumption::Imputation { among } => among.as_slice(),
            _ => &[],
        });
        let words = others.filter_map(group).chain(group(&model.impute)).chain(doubt).collect();
        Self { numbers, words, unit: model.table.unit.clone(), name: model.table.name.clone() }
    }

    fn places(&self, file: &str, header: &[&str]) -> Result<Vec<Place>, Faults> {
        let mut faults = Vec::new();
        let mut places = Vec::new();
        let numbers = self.numbers.iter().map(|name| (name, Kind::Number));
        let words = self.words.iter().map(|name| (name, Kind::Word));
        let units = [Some((&self.unit, Kind::Unit)), self.name.as_ref().map(|name| (name, Kind::Name))];
        for (name, kind) in units.into_iter().flatten().chain(numbers).chain(words) {
            match header.iter().filter(|column| *column == name).count() {
                1 => {
                    let position = header.iter().position(|column| column == name).unwrap_or_default();
                    places.push(Place { position, name: name.clone(), kind });
                }
                0 => faults.push(missing(file, name, header)),
                _ => faults.push(Fault {
                    line: Some(1),
                    column: Some(name.clone()),
                    ..Fault::of_file(file, "the column stands in the table twice; keep one of them")
                }),
            }
        }
        if faults.is_empty() { Ok(places) } else { Err(Faults(faults)) }
    }
}

fn missing(file: &str, name: &str, header: &[&str]) -> Fault {
    let reason = match header {
        [one] if one.contains([';', '\t']) => {
            "the columns are not separated by commas; save the table as CSV with commas".to_owned()
        }
        _ => format!(
            "the model needs this column and the table has none of that name; its columns are: {}. Add it, or correct the \
             name in the model",
            header.join(", ")
        ),
    };
    Fault { line: Some(1), column: Some(name.to_owned()), ..Fault::of_file(file, reason) }
}

struct Sheet {
    table: Table,
    /// The line of each unit.
    lines: BTreeMap<String, u64>,
    faults: Vec<Fault>,
}

impl Sheet {
    fn row(&mut self, model: &Model, file: &str, line: u64, record: &csv::StringRecord, places: &[Place]) {
        let mut unit = Unit { code: String::new(), name: String::new() };
        for place in places {
            let cell = record.get(place.position).unwrap_or_default().trim();
            let filled = !cell.is_empty() && !model.table.missing.iter().any(|mark| mark == cell);
            match place.kind {
                Kind::Unit => unit.code = self.code(file, line, &place.name, cell),
                Kind::Name => unit.name = cell.to_owned(),
                Kind::Word => {
                    let column = self.table.words.entry(place.name.clone()).or_default();
                    column.push(filled.then(|| cell.to_owned()));
                }
                Kind::Number => {
                    let value = if filled { self.number(model, file, line, &place.name, cell) } else { None };
                    self.table.numbers.entry(place.name.clone()).or_default().push(value);
                }
            }
        }
        if unit.name.is_empty() {
            unit.name = unit.code.clone();
        }
        self.table.units.push(unit);
    }

    fn code(&mut self, file: &str, line: u64, column: &str, cell: &str) -> String {
        let fault = |reason: String| Fault::of_cell(file, line, column, reason);
        if cell.is_empty() {
            self.faults.push(fault("the cell is empty; every row needs the code of its unit".to_owned()));
        } else if let Some(first) = self.lines.get(cell) {
            let reason = format!("`{cell}` is already on line {first}; every unit needs a row of its own");
            self.faults.push(fault(reason));
        } else {
            self.lines.insert(cell.to_owned(), line);
        }
        cell.to_owned()
    }

    fn number(&mut self, model: &Model, file: &str, line: u64, column: &str, cell: &str) -> Option<f64> {
        // Only plain numbers: `inf`, `NaN` and `infinity` would parse.
        let plain = cell.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
        let value = cell.parse().ok().filter(|value: &f64| plain && value.is_finite());
        if value.is_none() {
            let marks: Vec<String> = model.table.missing.iter().map(|mark| format!("`{mark}`")).collect();
            let or = if marks.is_empty() { String::new() } else { format!(" or write {}", marks.join(" or ")) };
            let reason = format!(
                "`{cell}` is not a number; write digits with `.` as the decimal sign and no thousands separator. If the \
                 value is not known, leave the cell empty{or}"
            );
            self.faults.push(Fault::of_cell(file, line, column, reason));
        }
        value
    }
}

/// A refusal of the engine as a fault of the file it is about: the model, at the line of the node or indicator, or the table.
pub fn fault(refusal: &Refusal, model: Given<'_>, table: &str) -> Fault {
    let text = model.text().unwrap_or_default();
    let of_model = |id: &str, field: Option<&str>| Fault {
        line: lines_of(text, id).next(),
        column: field.map(str::to_owned),
        ..Fault::of_file(model.name, refusal)
    };
    let of_table = |column: &str| Fault { column: Some(column.to_owned()), ..Fault::of_file(table, refusal) };
    match refusal {
        Refusal::Number { of, field, .. } | Refusal::Needs { of, field, .. } => of_model(of, Some(field)),
        Refusal::Twice(id) => Fault { line: lines_of(text, id).last(), ..of_model(id, None) },
        Refusal::Circle(id) | Refusal::Childless(id) | Refusal::NoWeight(id) => of_model(id, None),
        Refusal::NoComponents(id) | Refusal::NotPositive { node: id, .. } | Refusal::BeyondScale { node: id, .. } => {
            of_model(id, None)
        }
        Refusal::NoParent { child, .. } => of_model(child, Some("parent")),
        Refusal::Unknown { place, .. } => of_model(place, None),
        Refusal::NoFraction(id) | Refusal::NoDistance(id) | Refusal::NoReference { indicator: id, .. } => {
            of_model(id, None)
        }
        Refusal::Alternatives(name) => of_model(name, None),
        Refusal::TooManyCombinations(_) | Refusal::NothingVaries | Refusal::Roots(_) => {
            Fault::of_file(model.name, refusal)
        }
        Refusal::NoColumn(column) | Refusal::Constant(column) | Refusal::Length { of: column, .. } => of_table(column),
        Refusal::NotFinite { column, .. } | Refusal::ZeroDenominator { column, .. } => of_table(column),
        Refusal::UnitTwice(_) | Refusal::TooFewUnits(_) | Refusal::NoScores => Fault::of_file(table, refusal),
        Refusal::Draws(_) | Refusal::Stopped(_) => Fault::of_file(model.name, refusal),
    }
}

/// The lines on which nodes, indicators, sections or assumptions of this name begin.
fn lines_of<'a>(text: &'a str, id: &'a str) -> impl Iterator<Item = u64> + 'a {
    let quoted = format!("\"{id}\"");
    let named = move |line: &str| {
        let key = line.split_once('=');
        key.is_some_and(|(key, value)| ["id", "vary"].contains(&key.trim()) && value.trim().starts_with(&quoted))
    };
    let headed = move |line: &str| line.trim().trim_matches(['[', ']']) == id && line.trim().starts_with('[');
    (1..).zip(text.lines()).filter(move |(_, line)| named(line) || headed(line)).map(|(number, _)| number)
}

fn line_at(bytes: &[u8], offset: usize) -> u64 {
    bytes.iter().take(offset).filter(|&&byte| byte == b'\n').count() as u64 + 1
}
