//! Wide tables of published index figures: one row a country and edition, one column a figure. Every filled cell becomes
//! an observation; `columns.csv` says which.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pana_evidence::{
    Basis, Comparator, Coverage, Figure, IndicatorId, Observation, ObservationId, ObservationStatus, Period, PlaceId,
    Source, SourceId, Standing,
};

use crate::fault::{Fault, Faults};
use crate::files::Files;
use crate::table::{RawRow, read_rows};

/// What a column of a wide table is.
#[derive(Clone, Debug)]
pub struct Column {
    edition: String,
    name: String,
    indicator: IndicatorId,
    unit: String,
    period: String,
    period_kind: String,
    basis: Basis,
    coverage: Coverage,
    status: ObservationStatus,
    source: SourceId,
    origin: Option<SourceId>,
    sheet_column: String,
    note: Option<String>,
}

const COLUMNS_FILE: &str = "gsi/columns.csv";
const TABLE_FILE: &str = "gsi/country_edition.csv";
const COLUMNS: [&str; 13] = [
    "edition",
    "column",
    "indicator_id",
    "unit",
    "period",
    "period_type",
    "basis",
    "coverage",
    "obs_status",
    "source_id",
    "origin_source_id",
    "sheet_column",
    "note",
];

/// The columns of the wide table, read from `columns.csv`.
pub fn columns(world: &Files) -> Result<Vec<Column>, Faults> {
    let rows = read_rows(world, COLUMNS_FILE, &COLUMNS.map(str::to_owned))?;
    Ok(rows.iter().map(column).collect::<Result<_, Fault>>()?)
}

fn column(row: &RawRow) -> Result<Column, Fault> {
    let cell = |position: usize| row.cells[position].clone();
    let filled = |position: usize| Some(cell(position)).filter(|text| !text.is_empty());
    let unknown = |position: usize| {
        Fault::of_cell(COLUMNS_FILE, row.line, COLUMNS[position], format!("`{}` is not a known code", cell(position)))
    };
    Ok(Column {
        edition: cell(0),
        name: cell(1),
        indicator: IndicatorId(cell(2)),
        unit: cell(3),
        period: cell(4),
        period_kind: cell(5),
        basis: Basis::parse(&row.cells[6]).ok_or_else(|| unknown(6))?,
        coverage: Coverage::parse(&row.cells[7]).ok_or_else(|| unknown(7))?,
        status: ObservationStatus::parse(&row.cells[8]).ok_or_else(|| unknown(8))?,
        source: SourceId(cell(9)),
        origin: filled(10).map(SourceId),
        sheet_column: cell(11),
        note: filled(12),
    })
}

/// The observations of the headline table. `places` gives our name of a country for its ISO 3166-1 alpha-3.
pub fn observations(
    world: &Files,
    places: &BTreeMap<String, PlaceId>,
    sources: &[Source],
) -> Result<Vec<Observation>, Faults> {
    let columns = columns(world)?;
    let header = header(world)?;
    let mut observations = Vec::new();
    let mut faults = Vec::new();
    for row in read_rows(world, TABLE_FILE, &header)? {
        let cells: BTreeMap<&str, &str> =
            header.iter().map(String::as_str).zip(row.cells.iter().map(String::as_str)).collect();
        for column in columns.iter().filter(|column| cells.get("edition") == Some(&column.edition.as_str())) {
            match observation(column, &row, &cells, places, sources) {
                Ok(found) => observations.extend(found),
                Err(fault) => faults.push(fault),
            }
        }
    }
    if faults.is_empty() { Ok(observations) } else { Err(Faults(faults)) }
}

fn header(world: &Files) -> Result<Vec<String>, Fault> {
    let first = world.text(TABLE_FILE)?.lines().next().unwrap_or_default();
    Ok(first.split(',').map(str::to_owned).collect())
}

fn observation(
    column: &Column,
    row: &RawRow,
    cells: &BTreeMap<&str, &str>,
    places: &BTreeMap<String, PlaceId>,
    sources: &[Source],
) -> Result<Option<Observation>, Fault> {
    let cell = cells.get(column.name.as_str()).copied().unwrap_or_default();
    if cell.is_empty() {
        return Ok(None);
    }
    let fault = |name: &str, reason: String| Fault::of_cell(TABLE_FILE, row.line, name, reason);
    let iso3 = cells.get("iso3").copied().unwrap_or_default();
    let place = places.get(iso3).ok_or_else(|| fault("iso3", format!("`{iso3}` is not in countries.csv")))?;
    let figure = figure(column, cell).map_err(|reason| fault(&column.name, reason))?;
    let country = cells.get("country").copied().unwrap_or_default();
    let row_note = cells.get("note").copied().filter(|note| !note.is_empty() && column.name == "population");
    Ok(Some(column.observation(place, iso3, country, figure, row_note, released(sources, &column.source))))
}

fn released(sources: &[Source], id: &SourceId) -> Option<Date> {
    sources.iter().find(|source| source.id == *id).and_then(Source::released)
}

fn figure(column: &Column, cell: &str) -> Result<Figure, String> {
    if column.unit == "category" {
        return Ok(Figure::Category(cell.to_owned()));
    }
    let (comparator, digits) = match cell.strip_prefix('<') {
        Some(digits) => (Comparator::Lt, digits),
        None => (Comparator::Eq, cell),
    };
    Ok(Figure::Number { comparator, value: digits.parse().map_err(|error| format!("{error}"))?, scale: None })
}

impl Column {
    fn observation(
        &self,
        place: &PlaceId,
        iso3: &str,
        country: &str,
        figure: Figure,
        note: Option<&str>,
        released: Option<Date>,
    ) -> Observation {
        let year = self.period.parse().ok();
        Observation {
            id: ObservationId(format!("GSI{}-{iso3}-{}", self.edition, self.name)),
            indicator: self.indicator.clone(),
            figure,
            unit: self.unit.clone(),
            place: place.clone(),
            period: Period { start: year, end: year, label: self.period.clone(), kind: self.period_kind.clone() },
            subgroup: "all".to_owned(),
            basis: self.basis,
            coverage: self.coverage,
            status: self.status,
            series: Some(("gsi".to_owned(), self.edition.clone())),
            source: self.source.clone(),
            origin: self.origin.clone(),
            locator: format!("summary data, row {country}, column {}", self.sheet_column),
            line: None,
            standing: Standing::Published,
            note: note.map(str::to_owned).or_else(|| self.note.clone()),
            released,
            revision: 1,
        }
    }
}
