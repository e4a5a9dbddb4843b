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

/// A row of the headline table: the line it stands on and its cells by column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadlineRow {
    /// The line of the file, from 1.
    pub line: u64,
    /// Cells by column; an empty cell was not published.
    pub cells: BTreeMap<String, String>,
}

impl HeadlineRow {
    /// The cell of a column; empty where there is none.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// The rows of the headline table that travels with the program.
pub fn headline_rows(world: &Files) -> Result<Vec<HeadlineRow>, Faults> {
    let header = header(world)?;
    let rows = read_rows(world, TABLE_FILE, &header)?;
    let with_names =
        |row: RawRow| HeadlineRow { line: row.line, cells: header.iter().cloned().zip(row.cells).collect() };
    Ok(rows.into_iter().map(with_names).collect())
}

/// What headline rows are turned into observations with.
pub struct Headline<'a> {
    /// The file the rows come from, for faults.
    pub file: &'a str,
    /// What each column is.
    pub columns: Vec<Column>,
    /// Our name of a country for its ISO 3166-1 alpha-3.
    pub places: &'a BTreeMap<String, PlaceId>,
    /// The sources, for the day of release.
    pub sources: &'a [Source],
}

/// The observations of the headline table that travels with the program.
pub fn observations(
    world: &Files,
    places: &BTreeMap<String, PlaceId>,
    sources: &[Source],
) -> Result<Vec<Observation>, Faults> {
    let headline = Headline { file: TABLE_FILE, columns: columns(world)?, places, sources };
    headline.observations(&headline_rows(world)?)
}

impl Headline<'_> {
    /// One observation for every filled cell.
    pub fn observations(&self, rows: &[HeadlineRow]) -> Result<Vec<Observation>, Faults> {
        let mut observations = Vec::new();
        let mut faults = Vec::new();
        for row in rows {
            for column in self.columns.iter().filter(|column| column.edition == row.cell("edition")) {
                match self.observation(column, row) {
                    Ok(found) => observations.extend(found),
                    Err(fault) => faults.push(fault),
                }
            }
        }
        if faults.is_empty() { Ok(observations) } else { Err(Faults(faults)) }
    }

    fn observation(&self, column: &Column, row: &HeadlineRow) -> Result<Option<Observation>, Fault> {
        let cell = row.cell(&column.name);
        if cell.is_empty() {
            return Ok(None);
        }
        let fault = |name: &str, reason: String| Fault::of_cell(self.file, row.line, name, reason);
        let iso3 = row.cell("iso3");
        let place = self.places.get(iso3).ok_or_else(|| fault("iso3", format!("`{iso3}` is not in countries.csv")))?;
        let figure = figure(column, cell).map_err(|reason| fault(&column.name, reason))?;
        let note = Some(row.cell("note")).filter(|note| !note.is_empty() && column.name == "population");
        let released = released(self.sources, &column.source);
        Ok(Some(column.observation(place, iso3, row.cell("country"), figure, note, released)))
    }
}

fn header(world: &Files) -> Result<Vec<String>, Fault> {
    let first = world.text(TABLE_FILE)?.lines().next().unwrap_or_default();
    Ok(first.split(',').map(str::to_owned).collect())
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
