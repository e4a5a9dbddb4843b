//! A pack: the facts of one country, or of the world, checked as a whole.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pana_evidence::cells;
use pana_evidence::{Indicator, Observation, Place, Record, Relation, Source, SourceId};

use crate::datapackage::{DataPackage, ForeignKey};
use crate::fault::{Fault, Faults};
use crate::files::Files;
use crate::row::Row;
use crate::table::Table;

/// The facts of a pack. Holding one is the proof that every row was checked.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its name: the name of its folder.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Its sources.
    pub sources: Vec<Source>,
    /// Its places.
    pub places: Vec<Place>,
    /// Its indicators.
    pub indicators: Vec<Indicator>,
    /// How they relate.
    pub relations: Vec<Relation>,
    /// Its observations.
    pub observations: Vec<Observation>,
    /// The rows of all other tables.
    pub records: Vec<Record>,
}

impl Pack {
    /// Reads a pack from its folder. A pack with any fault is refused whole, and all faults are listed.
    pub fn read(name: &str, files: &Files) -> Result<Self, Faults> {
        let package = DataPackage::read(files)?;
        let tables = read_tables(files, &package)?;
        check_references(&package, &tables)?;
        let sources: Vec<Source> = rows(&tables, "sources")?;
        let released: BTreeMap<SourceId, Option<Date>> =
            sources.iter().map(|source| (source.id.clone(), source.released())).collect();
        let mut observations: Vec<Observation> = rows(&tables, "observations")?;
        for observation in observations.iter_mut().filter(|observation| observation.released.is_none()) {
            observation.released = released.get(&observation.source).copied().flatten();
        }
        Ok(Self {
            name: name.to_owned(),
            title: package.title,
            version: package.version,
            places: rows(&tables, "geographies")?,
            indicators: rows(&tables, "indicators")?,
            relations: rows(&tables, "indicator_relations")?,
            records: records(name, &tables),
            sources,
            observations,
        })
    }
}

const TYPED: [&str; 5] = ["sources", "geographies", "indicators", "indicator_relations", "observations"];

/// Tables that may come in parts: `sources-assessment` is a part of `sources`, with the same columns.
const IN_PARTS: [&str; 2] = ["sources", "indicators"];

/// Tables of figures in a shape of their own; their readers make observations of them.
const FIGURES: [&str; 2] = [crate::ilab::RELEASES, crate::ilab::CHAPTER];

/// A table with its parts, by name.
fn with_parts<'a>(tables: &'a BTreeMap<String, Table>, name: &'a str) -> impl Iterator<Item = &'a Table> {
    let is_part = move |other: &str| {
        IN_PARTS.contains(&name) && other.strip_prefix(name).is_some_and(|rest| rest.starts_with('_'))
    };
    tables.values().filter(move |table| table.name == name || is_part(&table.name))
}

fn is_kept_whole(table: &Table) -> bool {
    let part = IN_PARTS.iter().any(|name| table.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('_')));
    !part && !TYPED.contains(&table.name.as_str()) && !FIGURES.contains(&table.name.as_str())
}

fn read_tables(files: &Files, package: &DataPackage) -> Result<BTreeMap<String, Table>, Faults> {
    let mut tables = BTreeMap::new();
    let mut faults = Vec::new();
    for resource in &package.resources {
        match Table::read(files, resource) {
            Ok(table) => drop(tables.insert(resource.name.clone(), table)),
            Err(Faults(found)) => faults.extend(found),
        }
    }
    if faults.is_empty() {
        Ok(tables.into_values().map(|table| (table.name.clone(), table)).collect())
    } else {
        Err(Faults(faults))
    }
}

fn check_references(package: &DataPackage, tables: &BTreeMap<String, Table>) -> Result<(), Faults> {
    let mut faults = Vec::new();
    for resource in &package.resources {
        let Some(table) = tables.get(&resource.name.replace('-', "_")) else { continue };
        for key in &resource.schema.foreign_keys {
            faults.extend(dangling(table, key, tables));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Faults(faults)) }
}

fn dangling(table: &Table, key: &ForeignKey, tables: &BTreeMap<String, Table>) -> Vec<Fault> {
    let (Some(column), Some(target)) = (key.fields.first(), key.reference.fields.first()) else { return Vec::new() };
    let name = key.reference.resource.replace('-', "_");
    let Some(there) = tables.get(&name) else {
        return vec![Fault::of_file(
            &table.file,
            format!("column {column} refers to the table {}, which the pack lacks", key.reference.resource),
        )];
    };
    let known: BTreeSet<&str> =
        with_parts(tables, &name).flat_map(|part| part.cells(target)).map(|(_, cell)| cell).collect();
    let unknown = table.cells(column).filter(|(_, cell)| !cell.is_empty() && !known.contains(cell));
    unknown
        .map(|(line, cell)| {
            Fault::of_cell(
                &table.file,
                line,
                column,
                format!("`{cell}` is not in {}; add it there or correct it here", there.file),
            )
        })
        .collect()
}

fn rows<T: cells::Row>(tables: &BTreeMap<String, Table>, name: &str) -> Result<Vec<T>, Faults> {
    let mut read = Vec::new();
    let mut faults = Vec::new();
    let mut keys: BTreeMap<String, &str> = BTreeMap::new();
    for table in with_parts(tables, name) {
        for row in Row::all(table) {
            if let Some(first) = keys.insert(row.key(), &table.file).filter(|first| *first != table.file) {
                let column = table.key.first().map_or("", String::as_str);
                faults.push(row.fault(column, format!("`{}` is already in {first}", row.key())));
            }
            match T::read(&|column| row.optional(column)) {
                Ok(value) => read.push(value),
                Err(fault) => faults.push(row.fault(fault.column, fault.reason)),
            }
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(Faults(faults)) }
}

fn records(pack: &str, tables: &BTreeMap<String, Table>) -> Vec<Record> {
    let kept = tables.values().filter(|table| is_kept_whole(table));
    kept.flat_map(|table| {
        Row::all(table)
            .map(|row| Record { pack: pack.to_owned(), table: table.name.clone(), key: row.key(), cells: row.cells() })
            .collect::<Vec<_>>()
    })
    .collect()
}

impl Pack {
    /// The pack beside the world's: where both define a place or an indicator, they must agree on what it is; the world's
    /// definition stands and keeps what only this pack adds.
    pub fn beside(mut self, world: &Self) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        for place in &mut self.places {
            if let Some(known) = world.places.iter().find(|known| known.id == place.id) {
                if known.kind != place.kind {
                    let reason = format!("{} is a {} in the world pack, not a {}", place.id.0, known.kind, place.kind);
                    faults.push(Fault::of_file("geographies.csv", reason));
                }
                *place = Place { note: place.note.take().or_else(|| known.note.clone()), ..known.clone() };
            }
        }
        for indicator in &mut self.indicators {
            if let Some(known) = world.indicators.iter().find(|known| known.id == indicator.id) {
                if (&known.unit, &known.flow) != (&indicator.unit, &indicator.flow) {
                    let reason = format!("{} is a {} in {} in the world pack", indicator.id.0, known.flow, known.unit);
                    faults.push(Fault::of_file("indicators.csv", reason));
                }
                let note = indicator.definition_note.take();
                *indicator = Indicator { definition_note: known.definition_note.clone().or(note), ..known.clone() };
            }
        }
        faults.extend(self.unsourced(world));
        if faults.is_empty() { Ok(self) } else { Err(Faults(faults)) }
    }

    /// Rows that cite a source that neither this pack nor the world's has.
    fn unsourced(&self, world: &Self) -> Vec<Fault> {
        let known: BTreeSet<&str> =
            self.sources.iter().chain(&world.sources).map(|source| source.id.0.as_str()).collect();
        let cited = self.records.iter().flat_map(|record| {
            let names = record.cell("source_id").unwrap_or_default().split(';').map(str::trim);
            names.filter(|name| !name.is_empty()).map(move |name| (record, name))
        });
        cited
            .filter(|(_, name)| !known.contains(name))
            .map(|(record, name)| {
                let reason = format!("row {}: `{name}` is not a source of the pack or of the world", record.key);
                Fault {
                    column: Some("source_id".to_owned()),
                    ..Fault::of_file(&format!("{}.csv", record.table), reason)
                }
            })
            .collect()
    }
}
