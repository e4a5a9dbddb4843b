//! The five tables of the evidence room as columns and cells: one reading and one writing for files and for the store.

use jiff::civil::Date;

use crate::date::PartialDate;
use crate::figure::{Comparator, Figure};
use crate::indicator::{Comparable, Indicator, IndicatorId, Relation, RelationKind};
use crate::observation::{Basis, Coverage, Observation, ObservationId, ObservationStatus, Period, Standing};
use crate::place::{Place, PlaceId};
use crate::source::{Source, SourceId};

/// Gives the cell of a column; an empty cell, or a column the table lacks, is `None`.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A cell that does not fit its column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("column {column}: {reason}")]
pub struct CellFault {
    /// The column.
    pub column: &'static str,
    /// What is wrong and what is expected.
    pub reason: String,
}

/// A row of one of the five tables.
pub trait Row: Sized {
    /// The columns, in the order of the table; the first columns that make the key come first.
    const COLUMNS: &'static [&'static str];
    /// How many of the columns make the key.
    const KEY: usize;

    /// Reads a row.
    fn read(cells: Lookup<'_>) -> Result<Self, CellFault>;
    /// Writes a row, cell by cell in the order of [`Row::COLUMNS`].
    fn write(&self) -> Vec<Option<String>>;
}

pub(crate) fn fault(column: &'static str, reason: impl std::fmt::Display) -> CellFault {
    CellFault { column, reason: reason.to_string() }
}

pub(crate) fn required(cells: Lookup<'_>, column: &'static str) -> Result<String, CellFault> {
    cells(column).ok_or_else(|| fault(column, "the cell is empty; this column must be filled"))
}

pub(crate) fn text(cells: Lookup<'_>, column: &str) -> String {
    cells(column).unwrap_or_default()
}

pub(crate) fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
    cells: Lookup<'_>,
    column: &'static str,
) -> Result<Option<T>, CellFault> {
    cells(column).map(|cell| cell.parse().map_err(|error| fault(column, error))).transpose()
}

pub(crate) fn code<T>(
    cells: Lookup<'_>,
    column: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, CellFault> {
    let cell = required(cells, column)?;
    parse(&cell).ok_or_else(|| fault(column, format!("`{cell}` is not a known code of this column")))
}

/// The address of a page: readers follow it, so it is one of the web and nothing that a browser would run.
pub(crate) fn address(cells: Lookup<'_>, column: &'static str) -> Result<Option<String>, CellFault> {
    let web =
        |url: &String| ["https://", "http://"].iter().any(|start| url.len() > start.len() && url.starts_with(start));
    match cells(column) {
        Some(url) if !web(&url) => Err(fault(column, "an address of the web begins with https:// or http://")),
        url => Ok(url),
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn written(value: Option<impl std::fmt::Display>) -> Option<String> {
    value.map(|value| value.to_string())
}

impl Row for Source {
    const COLUMNS: &'static [&'static str] = &[
        "source_id",
        "role",
        "title",
        "publisher",
        "publisher_kind",
        "published",
        "published_precision",
        "date_basis",
        "covers",
        "kind",
        "language",
        "url",
        "cited_in",
        "reliability_note",
    ];
    const KEY: usize = 1;

    fn read(cells: Lookup<'_>) -> Result<Self, CellFault> {
        let cited_in = text(cells, "cited_in");
        Ok(Self {
            id: SourceId(required(cells, "source_id")?),
            role: text(cells, "role"),
            title: required(cells, "title")?,
            publisher: text(cells, "publisher"),
            publisher_kind: text(cells, "publisher_kind"),
            published: parsed(cells, "published")?,
            published_precision: cells("published_precision"),
            date_basis: cells("date_basis"),
            covers: cells("covers"),
            kind: text(cells, "kind"),
            language: text(cells, "language"),
            url: address(cells, "url")?,
            cited_in: cited_in.split(';').filter(|id| !id.is_empty()).map(|id| SourceId(id.to_owned())).collect(),
            note: cells("reliability_note"),
        })
    }

    fn write(&self) -> Vec<Option<String>> {
        let cited_in: Vec<&str> = self.cited_in.iter().map(|id| id.0.as_str()).collect();
        vec![
            filled(&self.id.0),
            filled(&self.role),
            filled(&self.title),
            filled(&self.publisher),
            filled(&self.publisher_kind),
            written(self.published),
            self.published_precision.clone(),
            self.date_basis.clone(),
            self.covers.clone(),
            filled(&self.kind),
            filled(&self.language),
            self.url.clone(),
            filled(&cited_in.join(";")),
            self.note.clone(),
        ]
    }
}

impl Row for Place {
    const COLUMNS: &'static [&'static str] = &[
        "geo_id",
        "iso3",
        "iso_3166_2",
        "name_en",
        "kind",
        "parent",
        "index_region",
        "valid_from",
        "valid_to",
        "note",
    ];
    const KEY: usize = 1;

    fn read(cells: Lookup<'_>) -> Result<Self, CellFault> {
        Ok(Self {
            id: PlaceId(required(cells, "geo_id")?),
            iso3: cells("iso3"),
            iso_3166_2: cells("iso_3166_2"),
            name: required(cells, "name_en")?,
            kind: required(cells, "kind")?,
            parent: cells("parent").map(PlaceId),
            index_region: cells("index_region").map(PlaceId),
            valid_from: cells("valid_from"),
            valid_to: cells("valid_to"),
            note: cells("note"),
        })
    }

    fn write(&self) -> Vec<Option<String>> {
        vec![
            filled(&self.id.0),
            self.iso3.clone(),
            self.iso_3166_2.clone(),
            filled(&self.name),
            filled(&self.kind),
            self.parent.as_ref().map(|parent| parent.0.clone()),
            self.index_region.as_ref().map(|region| region.0.clone()),
            self.valid_from.clone(),
            self.valid_to.clone(),
            self.note.clone(),
        ]
    }
}

impl Row for Indicator {
    const COLUMNS: &'static [&'static str] =
        &["indicator_id", "name_en", "unit", "flow", "concept", "scope", "theme", "definition_note"];
    const KEY: usize = 1;

    fn read(cells: Lookup<'_>) -> Result<Self, CellFault> {
        Ok(Self {
            id: IndicatorId(required(cells, "indicator_id")?),
            name: required(cells, "name_en")?,
            unit: required(cells, "unit")?,
            flow: required(cells, "flow")?,
            concept: text(cells, "concept"),
            scope: text(cells, "scope"),
            theme: text(cells, "theme"),
            definition_note: cells("definition_note"),
        })
    }

    fn write(&self) -> Vec<Option<String>> {
        vec![
            filled(&self.id.0),
            filled(&self.name),
            filled(&self.unit),
            filled(&self.flow),
            filled(&self.concept),
            filled(&self.scope),
            filled(&self.theme),
            self.definition_note.clone(),
        ]
    }
}

impl Row for Relation {
    const COLUMNS: &'static [&'static str] =
        &["from_indicator", "relation", "to_indicator", "comparable_values", "note"];
    const KEY: usize = 3;

    fn read(cells: Lookup<'_>) -> Result<Self, CellFault> {
        Ok(Self {
            from: IndicatorId(required(cells, "from_indicator")?),
            kind: code(cells, "relation", RelationKind::parse)?,
            to: IndicatorId(required(cells, "to_indicator")?),
            comparable: code(cells, "comparable_values", Comparable::parse)?,
            note: cells("note"),
        })
    }

    fn write(&self) -> Vec<Option<String>> {
        vec![
            filled(&self.from.0),
            filled(self.kind.code()),
            filled(&self.to.0),
            filled(self.comparable.code()),
            self.note.clone(),
        ]
    }
}

impl Row for Observation {
    const COLUMNS: &'static [&'static str] = &[
        "obs_id",
        "indicator_id",
        "value",
        "value_lower",
        "value_upper",
        "value_text",
        "comparator",
        "unit",
        "geo_id",
        "period_start",
        "period_end",
        "period_label",
        "period_type",
        "subgroup",
        "basis",
        "coverage",
        "obs_status",
        "source_id",
        "origin_source_id",
        "locus",
        "line",
        "derived",
        "derived_from",
        "note",
        "series",
        "edition",
        "released",
    ];
    const KEY: usize = 1;

    fn read(cells: Lookup<'_>) -> Result<Self, CellFault> {
        Ok(Self {
            id: ObservationId(required(cells, "obs_id")?),
            indicator: IndicatorId(required(cells, "indicator_id")?),
            figure: figure(cells)?,
            unit: required(cells, "unit")?,
            place: PlaceId(required(cells, "geo_id")?),
            period: period(cells)?,
            subgroup: required(cells, "subgroup")?,
            basis: code(cells, "basis", Basis::parse)?,
            coverage: code(cells, "coverage", Coverage::parse)?,
            status: code(cells, "obs_status", ObservationStatus::parse)?,
            series: cells("series").zip(cells("edition")),
            source: SourceId(required(cells, "source_id")?),
            origin: cells("origin_source_id").map(SourceId),
            locator: required(cells, "locus")?,
            line: cells("line"),
            standing: standing(cells)?,
            note: cells("note"),
            released: parsed::<Date>(cells, "released")?,
            revision: 1,
        })
    }

    fn write(&self) -> Vec<Option<String>> {
        let [value, lower, upper, words] = self.figure.cells();
        let (series, edition) = self.series.clone().unzip();
        let (derived, formula) = match &self.standing {
            Standing::Published => ("no", None),
            Standing::Derived(formula) => ("yes", Some(formula.clone())),
        };
        vec![
            filled(&self.id.0),
            filled(&self.indicator.0),
            value,
            lower,
            upper,
            words,
            filled(self.figure.comparator().code()),
            filled(&self.unit),
            filled(&self.place.0),
            written(self.period.start),
            written(self.period.end),
            filled(&self.period.label),
            filled(&self.period.kind),
            filled(&self.subgroup),
            filled(self.basis.code()),
            filled(self.coverage.code()),
            filled(self.status.code()),
            filled(&self.source.0),
            self.origin.as_ref().map(|origin| origin.0.clone()),
            filled(&self.locator),
            self.line.clone(),
            filled(derived),
            formula,
            self.note.clone(),
            series,
            edition,
            written(self.released),
        ]
    }
}

/// A row of status `O` states nothing; every other row states something.
fn figure(cells: Lookup<'_>) -> Result<Figure, CellFault> {
    let comparator = code(cells, "comparator", Comparator::parse)?;
    if cells("obs_status").as_deref() == Some(ObservationStatus::Missing.code()) {
        let stated =
            ["value", "value_lower", "value_upper", "value_text"].into_iter().find(|name| cells(name).is_some());
        return match stated {
            None if comparator == Comparator::Eq => Ok(Figure::NotStated),
            None => Err(fault("comparator", "a missing value (status O) takes `eq`")),
            Some(column) => Err(fault(column, "status O says that no value is stated; leave the cell empty")),
        };
    }
    let (value, lower, upper) = (parsed(cells, "value")?, parsed(cells, "value_lower")?, parsed(cells, "value_upper")?);
    Figure::from_cells(comparator, value, lower, upper, cells("value_text")).map_err(|reason| fault("value", reason))
}

fn period(cells: Lookup<'_>) -> Result<Period, CellFault> {
    let (start, end): (Option<PartialDate>, Option<PartialDate>) =
        (parsed(cells, "period_start")?, parsed(cells, "period_end")?);
    if let (Some(start), Some(end)) = (start, end)
        && start.first_day() > end.last_day()
    {
        return Err(fault("period_end", format!("the period ends ({end}) before it starts ({start})")));
    }
    Ok(Period { start, end, label: text(cells, "period_label"), kind: required(cells, "period_type")? })
}

fn standing(cells: Lookup<'_>) -> Result<Standing, CellFault> {
    match (text(cells, "derived").as_str(), cells("derived_from")) {
        ("yes", Some(formula)) => Ok(Standing::Derived(formula)),
        ("yes", None) => Err(fault("derived_from", "a derived figure names what it is derived from")),
        (_, None) => Ok(Standing::Published),
        (_, Some(_)) => Err(fault("derived", "the row names a derivation, so it is derived: write `yes`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_a_browser_would_run_is_refused() {
        for url in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org",
            "example.org",
            "https://",
            " https://example.org",
            "HTTPS:x",
        ] {
            let refused = address(&|_| Some(url.to_owned()), "url").expect_err(url);
            assert_eq!(refused.column, "url", "{url}");
        }
        for url in [None, Some("https://example.org/a?b=c"), Some("http://example.org")] {
            assert_eq!(address(&|_| url.map(str::to_owned), "url").expect("an address of the web").as_deref(), url);
        }
    }
}
