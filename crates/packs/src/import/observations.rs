//! A table of figures: each row one observation, with its comparator, range, unit, period and coverage as the cells say.

use pana_evidence::{
    Basis, Comparator, Coverage, Decimal, Figure, IndicatorId, Observation, ObservationId, ObservationStatus, PlaceId,
    Source, SourceId, Standing,
};

use super::cell::{self, Comma, Stated};
use super::entry::{Entry, Faults, Journal};
use super::lexicon::Lexicon;
use super::period::{self, When};
use super::reading::Skipped;
use super::refusal::Refusal;
use super::{Target, text};

/// Reads the rows into observations.
pub fn read(journal: &mut Journal<'_>, lexicon: &Lexicon, target: Target<'_>) -> Result<(), Refusal> {
    for entry in journal.entries() {
        if entry.heading().is_some() {
            journal.skip(entry, Skipped::Heading);
        } else {
            row(entry, journal, lexicon, target);
        }
    }
    Ok(())
}

fn row<'a>(entry: Entry<'a>, journal: &mut Journal<'a>, lexicon: &Lexicon, target: Target<'_>) {
    let mut faults = Faults::of(entry);
    let indicator = reference(&mut faults, &entry, "indicator_id", target, journal);
    let place = reference(&mut faults, &entry, "geo_id", target, journal);
    let source = reference(&mut faults, &entry, "source_id", target, journal);
    let origin =
        entry.get("origin_source_id").map(|_| reference(&mut faults, &entry, "origin_source_id", target, journal));
    let comma = Comma::of(journal.mapping.language.as_deref(), lexicon);
    let stated = figure(&entry, comma, &mut faults, lexicon);
    let when = when(&entry, &mut faults, journal, lexicon);
    let basis = faults.code("basis", Basis::ALL);
    if basis.is_none() && entry.raw("basis").is_none() {
        faults.note("basis", Refusal::Missing { field: "basis" });
    }
    let status = faults.code("obs_status", ObservationStatus::ALL).unwrap_or(ObservationStatus::Normal);
    let released = entry.raw("released").map(|cell| journal.mapping.date_format.read(cell));
    let released = released.and_then(|read| faults.take("released", read)).map(|date| date.last_day());
    let standing = standing(&entry, &mut faults);
    let subgroup = entry.get("subgroup");
    let series = entry.get("series").zip(entry.get("edition"));
    let (Some(stated), Some(when), Some(basis)) = (stated, when, basis) else {
        journal.settle(entry, faults, "value", "");
        return;
    };
    let id = entry.get("obs_id").unwrap_or_else(|| {
        // What a figure is about; what it says may be corrected.
        let date = |date: Option<pana_evidence::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let label = if when.period.start.is_none() { text::folded(&when.period.label) } else { String::new() };
        let (series, edition) = series.clone().unwrap_or_default();
        let parts = [
            indicator.as_str(),
            &place,
            origin.as_deref().unwrap_or_default(),
            &date(when.period.start),
            &date(when.period.end),
            &when.period.kind,
            &label,
            subgroup.as_deref().unwrap_or("all"),
            basis.code(),
            &series,
            &edition,
        ];
        format!("{source}-{}", text::digest(&parts))
    });
    if !journal.settle(entry, faults, "value", &id) {
        return;
    }
    if subgroup.is_none() {
        journal.worked_out("subgroup");
    }
    describe_source(&entry, journal);
    let written =
        entry.raw("value").filter(|cell| matches!(stated.figure, Figure::Number { .. }) && !same(cell, &stated));
    let note = match (entry.get("note"), written) {
        (Some(note), Some(cell)) => Some(format!("{note} · «{}»", text::tidy(cell))),
        (None, Some(cell)) => Some(format!("«{}»", text::tidy(cell))),
        (note, None) => note,
    };
    journal.observe(Observation {
        id: ObservationId(id),
        indicator: IndicatorId(indicator),
        unit: stated.unit.unwrap_or_default(),
        figure: stated.figure,
        place: PlaceId(place),
        coverage: when.coverage,
        period: when.period,
        subgroup: subgroup.unwrap_or_else(|| "all".to_owned()),
        basis,
        status,
        series,
        source: SourceId(source),
        origin: origin.map(SourceId),
        locator: entry.get("locus").unwrap_or_else(|| entry.cell_locus("value")),
        line: entry.get("line"),
        standing,
        note,
        released,
        revision: 1,
    });
}

/// Whether the cell is the figure and nothing more, so that quoting it adds nothing.
fn same(cell: &str, stated: &Stated) -> bool {
    let number = stated.figure.number().map(Decimal::as_written);
    number == Some(cell) || cell::write(&stated.figure).is_some_and(|written| written == cell)
}

/// Published, unless the table says that somebody computed the figure and from what.
fn standing(entry: &Entry<'_>, faults: &mut Faults<'_>) -> Standing {
    let derived = faults.code("derived", &[(true, "yes"), (false, "no")]);
    match (derived, entry.get("derived_from")) {
        (Some(true), Some(formula)) => Standing::Derived(formula),
        (Some(true), None) => {
            faults.note("derived_from", Refusal::Missing { field: "derived_from" });
            Standing::Published
        }
        // A figure that names what it was computed from was computed, whatever else the row says.
        (_, Some(_)) => {
            faults.note("derived", Refusal::UnknownCode { field: "derived", known: "yes".to_owned() });
            Standing::Published
        }
        (_, None) => Standing::Published,
    }
}

/// A name that must be known where somebody told us the known ones.
pub fn reference(
    faults: &mut Faults<'_>,
    entry: &Entry<'_>,
    field: &'static str,
    target: Target<'_>,
    journal: &Journal<'_>,
) -> String {
    let name = faults.must(field);
    let Some(known) = target.known else { return name };
    let known = match field {
        "indicator_id" => known.indicators.contains(&name),
        "geo_id" => known.places.contains(&name),
        // A source that the mapping describes comes with the rows.
        _ => {
            known.sources.contains(&name)
                || (field == "source_id" && journal.mapping.constant("source_title").is_some())
        }
    };
    if !known && entry.raw(field).is_some() {
        faults.note(field, Refusal::UnknownName { field });
    }
    name
}

/// The source that the mapping describes.
pub fn describe_source(entry: &Entry<'_>, journal: &mut Journal<'_>) {
    let constant = |field: &str| journal.mapping.constant(field).map(str::to_owned);
    let (Some(id), Some(title)) = (entry.get("source_id"), constant("source_title")) else { return };
    let published = constant("source_published").and_then(|date| date.parse().ok());
    let source = Source {
        id: SourceId(id),
        role: "seed".to_owned(),
        title,
        publisher: constant("source_publisher").unwrap_or_default(),
        publisher_kind: constant("source_publisher_kind").unwrap_or_default(),
        published,
        published_precision: None,
        date_basis: published.map(|_| "stated".to_owned()),
        covers: None,
        kind: constant("source_kind").unwrap_or_default(),
        language: constant("source_language").or_else(|| journal.mapping.language.clone()).unwrap_or_default(),
        url: constant("source_url"),
        cited_in: Vec::new(),
        note: constant("source_note"),
    };
    journal.source(source);
}

/// The figure of a row with its unit.
fn figure(entry: &Entry<'_>, comma: Comma, faults: &mut Faults<'_>, lexicon: &Lexicon) -> Option<Stated> {
    let comparator = faults.code("comparator", &Comparator::ALL);
    let mut number = |field: &str| {
        let cell = entry.raw(field)?;
        faults.take(field, cell::plain(&cell.replace([' ', '\u{a0}', '\u{202f}'], ""), comma))
    };
    let (lower, upper) = (number("value_lower"), number("value_upper"));
    let words = entry.get("value_text");
    let stated = match entry.raw("value") {
        Some(cell) => faults.take("value", cell::read(cell, comma, lexicon))?,
        None if lower.is_none() && upper.is_none() && words.is_none() => {
            faults.note("value", Refusal::Missing { field: "value" });
            return None;
        }
        None => {
            let usual = if lower.is_some() && upper.is_some() { Comparator::Between } else { Comparator::Eq };
            let figure = Figure::from_cells(comparator.unwrap_or(usual), None, lower, upper, words);
            let figure = faults.take("value_text", figure.map_err(|_| Refusal::FigureContradicts {}))?;
            return with_unit(entry, Stated { figure, unit: None }, faults);
        }
    };
    let figure = match (stated.figure, comparator) {
        (Figure::Number { comparator: said, value, .. }, column) => {
            let joined = match (said, column) {
                (said, None) => Some(said),
                (Comparator::Eq, Some(column)) => Some(column),
                (said, Some(column)) => (said == column).then_some(said),
            };
            let figure = joined.and_then(|joined| Figure::from_cells(joined, Some(value), lower, upper, words).ok());
            faults.take("value", figure.ok_or(Refusal::FigureContradicts {}))?
        }
        (range, None | Some(Comparator::Between)) if lower.is_none() && upper.is_none() => range,
        _ => {
            faults.note("value", Refusal::FigureContradicts {});
            return None;
        }
    };
    with_unit(entry, Stated { figure, unit: stated.unit }, faults)
}

fn with_unit(entry: &Entry<'_>, stated: Stated, faults: &mut Faults<'_>) -> Option<Stated> {
    let unit = match (stated.unit, entry.get("unit"), &stated.figure) {
        (Some(cell), Some(column), _) if cell != column => {
            faults.note("value", Refusal::UnitDiffers { cell, stated: column });
            return None;
        }
        (Some(unit), ..) | (None, Some(unit), _) => unit,
        (None, None, Figure::Category(_)) => "category".to_owned(),
        (None, None, _) => {
            faults.note("unit", Refusal::Missing { field: "unit" });
            return None;
        }
    };
    Some(Stated { unit: Some(unit), ..stated })
}

/// The period of a row: from one cell, or from a column for each end.
fn when(entry: &Entry<'_>, faults: &mut Faults<'_>, journal: &Journal<'_>, lexicon: &Lexicon) -> Option<When> {
    let mut when = match entry.raw("period") {
        Some(cell) => faults.take("period", period::read(cell, lexicon))?,
        None => {
            let mut date = |field: &str| {
                let cell = entry.raw(field)?;
                faults.take(field, journal.mapping.date_format.read(cell))
            };
            let (start, end) = (date("period_start"), date("period_end"));
            faults.take("period_end", period::between(start, end))?
        }
    };
    if let Some(label) = entry.get("period_label") {
        when.period.label = label;
    }
    if let Some(kind) = faults.code("period_type", &period::KINDS.map(|kind| (kind, kind))) {
        kind.clone_into(&mut when.period.kind);
    }
    if let Some(coverage) = faults.code("coverage", Coverage::ALL) {
        when.coverage = coverage;
    }
    Some(when)
}
