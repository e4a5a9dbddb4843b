//! Single facts of a chapter: one row a figure, for an indicator that the pack or the world has.

use pana_evidence::{
    Basis, Comparator, Coverage, Figure, IndicatorId, Observation, ObservationId, PartialDate, Period, Place, SourceId,
    Standing,
};

use super::cell;
use super::release::Known;
use crate::fault::{Fault, Faults};
use crate::files::Files;
use crate::table::{RawRow, read_rows};

const COLUMNS: [&str; 9] =
    ["indicator_id", "period", "period_type", "coverage", "value", "comparator", "source_id", "locus", "note"];

/// The observations of a chapter.
pub fn observations(
    file: &str,
    files: &Files,
    country: Option<&Place>,
    known: &Known<'_>,
) -> Result<Vec<Observation>, Faults> {
    let country = country.ok_or_else(|| Fault::of_file(file, "the pack does not say which country it is about"))?;
    let rows = read_rows(files, file, &COLUMNS.map(str::to_owned))?;
    let mut observations = Vec::new();
    let mut faults = Vec::new();
    for row in &rows {
        match observation(row, country, known) {
            Ok(found) => observations.push(found),
            Err((column, reason)) => faults.push(Fault::of_cell(file, row.line, column, reason)),
        }
    }
    if faults.is_empty() { Ok(observations) } else { Err(Faults(faults)) }
}

fn observation(row: &RawRow, country: &Place, known: &Known<'_>) -> Result<Observation, (&'static str, String)> {
    let [indicator, period, period_kind, coverage, value, comparator, source, locator, note] = &row.cells[..] else {
        return Err(("indicator_id", "the row is short".to_owned()));
    };
    let is_not = |column: &'static str, cell: &str| (column, format!("`{cell}` is not known"));
    let indicator = IndicatorId(indicator.clone());
    let unit = *known.units.get(&indicator).ok_or_else(|| is_not("indicator_id", &indicator.0))?;
    let source = SourceId(source.clone());
    let released = *known.sources.get(&source).ok_or_else(|| is_not("source_id", &source.0))?;
    let comparator = Comparator::parse(comparator).ok_or_else(|| is_not("comparator", comparator))?;
    let figure = figure(unit, comparator, value).map_err(|reason| ("value", reason))?;
    let when: PartialDate = period.parse().map_err(|error| ("period", format!("{error}")))?;
    let code = country.iso3.as_deref().unwrap_or(&country.id.0);
    let short =
        indicator.0.rsplit_once('.').filter(|(head, _)| !head.contains('.')).map_or(&*indicator.0, |(_, tail)| tail);
    Ok(Observation {
        id: ObservationId(format!("{}-{code}-{period}-{short}", source.0)),
        status: cell::status(&figure),
        figure,
        unit: unit.to_owned(),
        place: country.id.clone(),
        period: Period { start: Some(when), end: Some(when), label: period.clone(), kind: period_kind.clone() },
        subgroup: "all".to_owned(),
        basis: Basis::OfficialAdmin,
        coverage: Coverage::parse(coverage).ok_or_else(|| is_not("coverage", coverage))?,
        series: None,
        source,
        origin: None,
        locator: locator.clone(),
        line: None,
        standing: Standing::Published,
        note: Some(note.clone()).filter(|note| !note.is_empty()),
        released,
        revision: 1,
        indicator,
    })
}

fn figure(unit: &str, comparator: Comparator, value: &str) -> Result<Figure, String> {
    if value.is_empty() {
        return Ok(Figure::NotStated);
    }
    if unit == "category" {
        return Ok(Figure::Category(value.to_owned()));
    }
    Ok(Figure::Number { comparator, value: value.parse().map_err(|error| format!("{error}"))?, scale: None })
}
