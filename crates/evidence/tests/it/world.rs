//! A small world: rows as a pack would bring them.

use pana_evidence::cells::Row;
use pana_evidence::{Indicator, Kept, Listed, Observation, Record, Room, Source};

/// A day.
pub fn day(written: &str) -> jiff::civil::Date {
    written.parse().unwrap_or_else(|error| panic!("{written}: {error}"))
}

/// A row of a kept table, from `column=cell` parts separated by `|`; the first part is the key.
pub fn row(table: &str, cells: &str) -> Record {
    let cells: Vec<(String, String)> = cells
        .split('|')
        .map(|part| part.split_once('=').unwrap_or_else(|| panic!("{part} has no `=`")))
        .map(|(column, cell)| (column.trim().to_owned(), cell.trim().to_owned()))
        .collect();
    Record { pack: "xx".to_owned(), table: table.to_owned(), key: cells[0].1.clone(), cells }
}

/// A row read.
pub fn read<T: Kept>(cells: &str) -> T {
    T::read(&row(T::TABLE, cells)).unwrap_or_else(|fault| panic!("{cells}: {fault}"))
}

fn typed<T: Row>(cells: &str) -> T {
    let record = row("typed", cells);
    T::read(&|column| record.cell(column).map(str::to_owned)).unwrap_or_else(|fault| panic!("{cells}: {fault}"))
}

/// A source of a kind, published on a date that may be partial.
pub fn source(id: &str, kind: &str, published: &str) -> Source {
    typed(&format!("source_id={id}|title=Title of {id}|publisher=Publisher of {id}|kind={kind}|published={published}"))
}

/// A figure about a whole year or a moment at the place `XX`.
pub fn figure(id: &str, indicator: &str, value: &str, at: &str, source: &str) -> Observation {
    typed(&format!(
        "obs_id={id}|indicator_id={indicator}|value={value}|comparator=eq|unit=n|geo_id=XX|period_start={at}|period_end={at}|\
         period_type=year|subgroup=all|basis=official_admin|coverage=full_period|obs_status=A|source_id={source}|locus=1"
    ))
}

/// A room of these parts; observations take their release date from their source.
pub fn room(sources: Vec<Source>, mut observations: Vec<Observation>, records: Vec<Record>) -> Room {
    let mut names: Vec<String> = observations.iter().map(|observation| observation.indicator.0.clone()).collect();
    names.sort();
    names.dedup();
    let indicators: Vec<Indicator> =
        names.iter().map(|id| typed(&format!("indicator_id={id}|name_en={id}|unit=n|flow=flow"))).collect();
    for observation in &mut observations {
        let source = sources.iter().find(|source| source.id == observation.source);
        observation.released = source.and_then(Source::released);
    }
    Room::new(sources, Vec::new(), indicators, Vec::new(), observations, records)
}

/// All rows of a table, which must all be readable.
pub fn all<T: Kept>(room: &Room) -> Vec<T> {
    let Listed { rows, faults } = Listed::of(room);
    assert_eq!(faults, Vec::new());
    rows
}
