//! Releases of ILAB's country data: a row is what one release says of a country and a reporting year. The same year comes again
//! in later releases, with other values or without them; each change becomes a dated revision of the same observation.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pana_evidence::assessment::Advancement;
use pana_evidence::{
    Coverage, Figure, IndicatorId, Observation, ObservationId, PartialDate, Period, Place, SourceId, Standing,
};

use super::cell;
use super::column::{Column, Columns};
use crate::fault::Fault;

/// The source of every release: the files of the app, each release dated.
pub const SOURCE: &str = "ILAB-DATA";
const SERIES: &str = "ilab";

/// What rows are read with.
pub struct Known<'a> {
    /// The columns.
    pub columns: &'a Columns,
    /// The countries.
    pub places: &'a [Place],
    /// The unit of each indicator.
    pub units: BTreeMap<&'a IndicatorId, &'a str>,
    /// The sources with the day by which they were public.
    pub sources: BTreeMap<&'a SourceId, Option<Date>>,
}

/// What a file does not say itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    /// The country of a file without a column for it.
    pub country: Option<&'a Place>,
    /// The reporting year.
    pub year: Option<i16>,
    /// The day of release.
    pub released: Option<Date>,
}

/// What one release says of a country and year.
#[derive(Clone, Debug)]
pub struct Release<'a> {
    /// The line it stands on, where the file has lines of rows.
    pub line: Option<u64>,
    /// The country.
    pub country: &'a Place,
    /// The reporting year.
    pub year: i16,
    /// The day of release.
    pub released: Option<Date>,
    /// Its cells by column.
    pub cells: Vec<(&'a Column, String)>,
}

const COUNTRY: [&str; 2] = ["country", "name"];
const YEAR: [&str; 2] = ["reporting_year", "year"];
const RELEASED: [&str; 1] = ["data_release"];
/// Columns that repeat what the label says; they must say the same.
const PARTS: [&str; 3] = ["base_level", "modifier", "modifier_domain"];
/// Columns that are no figures.
const IGNORED: [&str; 3] = ["region", "webpage", "description"];

/// Reads the rows of a CSV file. A row with a fault is left out and named.
pub fn read<'a>(file: &str, text: &str, known: &Known<'a>, given: &Given<'a>) -> (Vec<Release<'a>>, Vec<Fault>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(|name| name.trim().to_lowercase()).collect(),
        Err(error) => return (Vec::new(), vec![Fault::of_file(file, error)]),
    };
    let mut faults = unknown_columns(file, &header, known);
    let mut releases = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                faults.push(Fault::of_file(file, error));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != header.len() {
            let reason = format!("the row has {} cells, the table has {} columns", record.len(), header.len());
            faults.push(Fault { line: Some(line), ..Fault::of_file(file, reason) });
            continue;
        }
        let cells: Vec<(&str, &str)> = header.iter().map(String::as_str).zip(record.iter()).collect();
        match row(&cells, known, given) {
            Ok(release) => releases.push(Release { line: Some(line), ..release }),
            Err((column, reason)) => faults.push(Fault::of_cell(file, line, &column, reason)),
        }
    }
    (releases, faults)
}

fn unknown_columns(file: &str, header: &[String], known: &Known<'_>) -> Vec<Fault> {
    let fixed = || COUNTRY.iter().chain(&YEAR).chain(&RELEASED).chain(&PARTS).chain(&IGNORED);
    let unknown =
        header.iter().filter(|name| !fixed().any(|fixed| fixed == name) && known.columns.find(name).is_none());
    unknown.map(|name| Fault::of_cell(file, 1, name, "this column is not known; it was left out")).collect()
}

fn row<'a>(cells: &[(&str, &str)], known: &Known<'a>, given: &Given<'a>) -> Result<Release<'a>, (String, String)> {
    let cell = |names: &[&str]| {
        let found = cells.iter().find(|(name, cell)| names.contains(name) && !cell.trim().is_empty());
        found.map(|(name, cell)| ((*name).to_owned(), cell.trim()))
    };
    let country = match cell(&COUNTRY) {
        Some((column, name)) => known
            .columns
            .country(name, known.places)
            .ok_or_else(|| (column, format!("`{name}` is not a country of the world pack")))?,
        None => given.country.ok_or_else(|| ("country".to_owned(), "the row does not name its country".to_owned()))?,
    };
    let year = match cell(&YEAR) {
        Some((column, year)) => year_of(year).ok_or_else(|| (column, format!("`{year}` is not a year")))?,
        None => {
            given.year.ok_or_else(|| ("reporting_year".to_owned(), "the reporting year is not given".to_owned()))?
        }
    };
    let released = match cell(&RELEASED) {
        Some((column, day)) => {
            Some(day.parse().map_err(|_| (column, format!("`{day}` is not a day; write YYYY-MM-DD")))?)
        }
        None => given.released,
    };
    let figures = cells.iter().filter_map(|(name, cell)| Some((known.columns.find(name)?, (*cell).to_owned())));
    let release = Release { line: None, country, year, released, cells: figures.collect() };
    check_cells(&release)?;
    check_parts(cells, &release)?;
    Ok(release)
}

fn year_of(written: &str) -> Option<i16> {
    matches!(written.parse(), Ok(PartialDate::Year(_))).then(|| written.parse().ok()).flatten()
}

fn check_cells(release: &Release<'_>) -> Result<(), (String, String)> {
    for (column, cell) in &release.cells {
        cell::read(column.kind, column.comparator, cell).map_err(|reason| (column.name.clone(), reason))?;
    }
    Ok(())
}

/// Where a file has the parts of a label beside it, both must say the same.
fn check_parts(cells: &[(&str, &str)], release: &Release<'_>) -> Result<(), (String, String)> {
    let label = release.cells.iter().find(|(column, _)| column.kind == super::column::Kind::Label);
    let Some(level) = label.and_then(|(_, cell)| Advancement::parse_label(cell).ok()) else { return Ok(()) };
    for (name, expected) in PARTS.iter().zip(level.cells()) {
        if let Some((_, found)) = cells.iter().find(|(column, _)| column == name)
            && *found != expected
        {
            return Err(((*name).to_owned(), format!("`{found}` is not what the label says: `{expected}`")));
        }
    }
    Ok(())
}

/// The observations of releases: one for each column, country and year, with a dated revision for each change.
pub fn observations(file: &str, releases: &[Release<'_>], known: &Known<'_>) -> (Vec<Observation>, Vec<Fault>) {
    let mut changes: BTreeMap<String, Vec<Observation>> = BTreeMap::new();
    let mut faults = Vec::new();
    let mut in_order: Vec<&Release<'_>> = releases.iter().collect();
    in_order.sort_by_key(|release| release.released);
    for release in in_order {
        for (column, written) in &release.cells {
            match observation(release, column, written, known) {
                Ok(found) => {
                    let revisions = changes.entry(found.id.0.clone()).or_default();
                    if revisions.last().is_none_or(|newest| newest.figure != found.figure) {
                        revisions.push(found);
                    }
                }
                Err(reason) => faults.push(Fault {
                    line: release.line,
                    column: Some(column.name.clone()),
                    ..Fault::of_file(file, reason)
                }),
            }
        }
    }
    (changes.into_values().flatten().collect(), faults)
}

fn observation(
    release: &Release<'_>,
    column: &Column,
    written: &str,
    known: &Known<'_>,
) -> Result<Observation, String> {
    let figure: Figure = cell::read(column.kind, column.comparator, written)?;
    let unit =
        known.units.get(&column.indicator).ok_or_else(|| format!("{} is not an indicator", column.indicator.0))?;
    let code = release.country.iso3.as_deref().unwrap_or(&release.country.id.0);
    let year = PartialDate::Year(release.year);
    Ok(Observation {
        id: ObservationId(format!("ILAB-{code}-{}-{}", release.year, column.name)),
        indicator: column.indicator.clone(),
        status: cell::status(&figure),
        figure,
        unit: (*unit).to_owned(),
        place: release.country.id.clone(),
        period: Period { start: Some(year), end: Some(year), label: year.to_string(), kind: "year".to_owned() },
        subgroup: "all".to_owned(),
        basis: column.basis,
        coverage: Coverage::FullPeriod,
        series: Some((SERIES.to_owned(), release.year.to_string())),
        source: SourceId(SOURCE.to_owned()),
        origin: None,
        // The same for every release, so that a release that says the same is no revision.
        locator: format!("{}, {}", release.country.name, column.name),
        line: None,
        standing: Standing::Published,
        note: None,
        released: release.released,
        revision: 1,
    })
}
