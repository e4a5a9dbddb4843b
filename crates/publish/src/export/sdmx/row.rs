//! Row: an observation as the cells of a data message, in the order of the structure.

use std::collections::{BTreeMap, BTreeSet};

use pana_evidence::trend::{Refusal, family, trend};
use pana_evidence::{Comparator, Figure, Observation, ObservationId, RelationKind, Room, Standing};

use super::{code, period};

/// A flow of data: what has a period, and what has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// Both ends of the period are stated.
    Dated,
    /// The source states no period, or one end of it.
    Undated,
}

impl Flow {
    /// Both flows.
    pub const ALL: [Self; 2] = [Self::Dated, Self::Undated];

    /// The identifier of the flow and of its structure.
    pub fn id(self) -> &'static str {
        match self {
            Self::Dated => "OBSERVATIONS",
            Self::Undated => "UNDATED",
        }
    }

    /// Its file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Dated => "observations.csv",
            Self::Undated => "undated.csv",
        }
    }

    /// The components of its structure, in order: dimensions, measure, attributes.
    pub fn components(self) -> impl Iterator<Item = &'static Component> {
        let timeless = ["FREQ", "TIME_PERIOD"];
        COMPONENTS.iter().filter(move |component| self == Self::Dated || !timeless.contains(&component.id))
    }
}

/// What a column is to its structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A part of the key.
    Dimension,
    /// The part of the key that is time.
    Time,
    /// The value.
    Measure,
    /// Something said of the value, always.
    Mandatory,
    /// Something said of the value, where there is something to say.
    Optional,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// Codes of a list.
    Coded(&'static str),
    /// A data type of SDMX.
    Typed(&'static str),
}

/// A component of the structure: one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Component {
    /// Its identifier.
    pub id: &'static str,
    /// What it is.
    pub role: Role,
    /// What its cells are.
    pub values: Values,
}

const fn component(id: &'static str, role: Role, values: Values) -> Component {
    Component { id, role, values }
}

use Role::{Dimension, Mandatory, Measure, Optional, Time};
use Values::{Coded, Typed};

/// Every component, in the order of the columns.
pub static COMPONENTS: [Component; 33] = [
    component("FREQ", Dimension, Coded("CL_FREQ")),
    component("REF_AREA", Dimension, Coded("CL_AREA")),
    component("INDICATOR", Dimension, Coded("CL_INDICATOR")),
    component("SUBGROUP", Dimension, Coded("CL_SUBGROUP")),
    component("STANDING", Dimension, Coded("CL_STANDING")),
    component("SERIES", Dimension, Coded("CL_SERIES")),
    component("SOURCE", Dimension, Coded("CL_SOURCE")),
    component("STATEMENT", Dimension, Coded("CL_STATEMENT")),
    component("TIME_PERIOD", Time, Typed("ObservationalTimePeriod")),
    component("OBS_VALUE", Measure, Typed("Decimal")),
    component("OBS_STATUS", Mandatory, Coded("CL_OBS_STATUS")),
    component("OBS_STATUS_2", Optional, Coded("CL_OBS_STATUS")),
    component("UNIT_MEASURE", Mandatory, Coded("CL_UNIT_MEASURE")),
    component("COMPARATOR", Mandatory, Coded("CL_COMPARATOR")),
    component("LOWER", Optional, Typed("Decimal")),
    component("UPPER", Optional, Typed("Decimal")),
    component("SCALE_LOWER", Optional, Typed("Decimal")),
    component("SCALE_UPPER", Optional, Typed("Decimal")),
    component("VALUE_TEXT", Optional, Typed("String")),
    component("BASIS", Mandatory, Coded("CL_BASIS")),
    component("COVERAGE", Mandatory, Coded("CL_COVERAGE")),
    component("PERIOD_TYPE", Mandatory, Coded("CL_PERIOD_TYPE")),
    component("PERIOD_START", Optional, Typed("GregorianTimePeriod")),
    component("PERIOD_END", Optional, Typed("GregorianTimePeriod")),
    component("PERIOD_LABEL", Optional, Typed("String")),
    component("SERIES_BREAK", Optional, Typed("String")),
    component("ORIGIN_SOURCE", Optional, Coded("CL_SOURCE")),
    component("LOCATOR", Mandatory, Typed("String")),
    component("DERIVED_FROM", Optional, Typed("String")),
    component("COMMENT", Optional, Typed("String")),
    component("RELEASED", Optional, Typed("GregorianDay")),
    component("REVISION", Mandatory, Typed("Integer")),
    component("OBS_ID", Mandatory, Typed("String")),
];

/// The code of a series that an observation does not belong to.
pub const NO_SERIES: &str = "_Z";

/// An observation as cells.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its flow.
    pub flow: Flow,
    cells: BTreeMap<&'static str, String>,
}

impl Row {
    /// The cell of a component; empty where nothing is said.
    pub fn cell(&self, component: &str) -> &str {
        self.cells.get(component).map_or("", String::as_str)
    }

    fn key(&self) -> Vec<String> {
        let of_the_key = COMPONENTS.iter().filter(|component| matches!(component.role, Dimension | Time));
        of_the_key.map(|component| self.cell(component.id).to_owned()).collect()
    }
}

/// Every observation of the room, by name, each once.
pub fn rows(room: &Room) -> Vec<Row> {
    let after_a_break = after_a_break(room);
    let mut stated: BTreeMap<(Flow, Vec<String>), u32> = BTreeMap::new();
    let rows = room.observations().map(|observation| {
        let mut row = row(room, observation, after_a_break.contains(&observation.id));
        let times = stated.entry((row.flow, row.key())).or_default();
        *times += 1;
        row.cells.insert("STATEMENT", times.to_string());
        row
    });
    rows.collect()
}

fn row(room: &Room, observation: &Observation, after_a_break: bool) -> Row {
    let written = period::of(&observation.period);
    let flow = if written.is_some() { Flow::Dated } else { Flow::Undated };
    let series = observation.series.as_ref();
    let mut cells = BTreeMap::from([
        ("REF_AREA", code::text(&observation.place.0)),
        ("INDICATOR", code::indicator(&observation.indicator.0)),
        ("SUBGROUP", code::text(&observation.subgroup)),
        ("SERIES", series.map_or(NO_SERIES.to_owned(), |(series, edition)| series_code(series, edition))),
        ("SOURCE", code::text(&observation.source.0)),
        ("UNIT_MEASURE", code::text(&observation.unit)),
        ("BASIS", observation.basis.code().to_owned()),
        ("COVERAGE", observation.coverage.code().to_owned()),
        ("PERIOD_TYPE", code::text(&observation.period.kind)),
        ("PERIOD_LABEL", observation.period.label.clone()),
        ("LOCATOR", observation.locator.clone()),
        ("REVISION", observation.revision.to_string()),
        ("OBS_ID", observation.id.0.clone()),
    ]);
    let own = observation.status.code();
    let (status, second) = if after_a_break { ("B", Some(own)) } else { (own, None) };
    cells.insert("OBS_STATUS", status.to_owned());
    cells.extend(second.map(|second| ("OBS_STATUS_2", second.to_owned())));
    if let Some(written) = written {
        cells.extend([("FREQ", written.frequency.to_owned()), ("TIME_PERIOD", written.time)]);
    }
    let (standing, formula) = match &observation.standing {
        Standing::Published => ("P", None),
        Standing::Derived(formula) => ("D", Some(formula.clone())),
    };
    cells.insert("STANDING", standing.to_owned());
    let said = [
        ("DERIVED_FROM", formula),
        ("COMMENT", observation.note.clone()),
        ("PERIOD_START", observation.period.start.map(|date| date.to_string())),
        ("PERIOD_END", observation.period.end.map(|date| date.to_string())),
        ("RELEASED", observation.released.map(|day| day.to_string())),
        ("ORIGIN_SOURCE", observation.origin.as_ref().map(|origin| code::text(&origin.0))),
        ("SERIES_BREAK", Some(beyond_the_break(room, observation)).filter(|codes| !codes.is_empty())),
    ];
    cells.extend(said.into_iter().filter_map(|(component, said)| Some((component, said?))));
    cells.extend(figure(&observation.figure));
    Row { flow, cells }
}

/// The code of an edition of a series: `gsi@2023`.
pub fn series_code(series: &str, edition: &str) -> String {
    format!("{}@{}", code::text(series), code::text(edition))
}

/// What is said, without making a bound into a value.
fn figure(figure: &Figure) -> Vec<(&'static str, String)> {
    let mut cells = vec![("COMPARATOR", figure.comparator().code().to_owned())];
    match figure {
        Figure::Number { comparator, value, scale } => {
            let place = match comparator {
                Comparator::Gt | Comparator::Ge => "LOWER",
                Comparator::Lt | Comparator::Le => "UPPER",
                // One number is never between; `Figure::from_cells` refuses it.
                Comparator::Eq | Comparator::Approx | Comparator::Between => "OBS_VALUE",
            };
            cells.push((place, value.to_string()));
            if let Some((low, high)) = scale {
                cells.extend([("SCALE_LOWER", low.to_string()), ("SCALE_UPPER", high.to_string())]);
            }
        }
        Figure::Range { lower, upper, words, .. } => {
            cells.extend(lower.iter().map(|end| ("LOWER", end.to_string())));
            cells.extend(upper.iter().map(|end| ("UPPER", end.to_string())));
            cells.extend(words.iter().map(|words| ("VALUE_TEXT", words.clone())));
        }
        Figure::Category(category) => cells.push(("VALUE_TEXT", category.clone())),
        // The status O says it.
        Figure::NotStated => {}
    }
    cells
}

/// The codes of the indicators that a series break separates from this one, with a space between.
fn beyond_the_break(room: &Room, observation: &Observation) -> String {
    let breaks =
        room.relations_of(&observation.indicator).filter(|relation| relation.kind == RelationKind::SeriesBreak);
    let other_ends = breaks.filter_map(|relation| relation.other_end(&observation.indicator));
    let codes: BTreeSet<String> = other_ends.map(|other| code::indicator(&other.0)).collect();
    codes.into_iter().collect::<Vec<_>>().join(" ")
}

/// The first figures after a series break, wherever a trend is refused for it.
fn after_a_break(room: &Room) -> BTreeSet<ObservationId> {
    let broken = room.relations().iter().filter(|relation| relation.kind == RelationKind::SeriesBreak);
    let families: BTreeSet<_> = broken.map(|relation| family(room, &relation.from)).collect();
    let mut found = BTreeSet::new();
    for family in families {
        let Some(any) = family.first() else { continue };
        let places: BTreeSet<_> =
            family.iter().flat_map(|indicator| room.observations_of(indicator)).map(|o| &o.place).collect();
        for place in places {
            if let Err(Refusal::SeriesBreak { breaks, .. }) = trend(room, any, place) {
                found.extend(breaks.into_iter().map(|met| met.first_after));
            }
        }
    }
    found
}
