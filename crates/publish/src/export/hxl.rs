//! HXL: the observations as a sheet with a row of hashtags under the row of headings (Humanitarian Exchange Language 1.1,
//! tagging conventions and hashtag dictionary, <https://hxlstandard.org/standard/1-1final/>).
//!
//! `#indicator +value +num` holds a number only where the source states one, exactly or about; the bound of "more than 100"
//! stands in `#indicator +value +min +num`. A sheet is opened in a spreadsheet, so a text that would be taken for a formula
//! has an apostrophe in front.

use std::collections::BTreeMap;

use pana_evidence::{Comparator, Figure, Observation, Place, Room, Standing};
use pana_text::{Lang, Texts, Words};

use super::{Files, licence, table};

/// The file of the sheet.
pub const FILE: &str = "observations.hxl.csv";

/// The message of a column's heading, and its hashtag with attributes.
pub const COLUMNS: [(&str, &str); 37] = [
    ("concept-obs_id", "#meta +id"),
    ("hxl-region-code", "#region +code"),
    ("hxl-region", "#region +name"),
    ("hxl-country-code", "#country +code +v_iso3"),
    ("hxl-country", "#country +name"),
    ("hxl-part-code", "#adm1 +code +v_iso_3166_2"),
    ("hxl-part", "#adm1 +name"),
    ("hxl-indicator-code", "#indicator +code"),
    ("concept-indicator", "#indicator +name"),
    ("concept-subgroup", "#group +name"),
    ("concept-obs_value", "#indicator +value +num"),
    ("concept-comparator", "#indicator +comparator"),
    ("concept-lower", "#indicator +value +min +num"),
    ("concept-upper", "#indicator +value +max +num"),
    ("concept-value_text", "#indicator +value +text"),
    ("concept-unit_measure", "#indicator +unit"),
    ("concept-scale_lower", "#indicator +scale +min +num"),
    ("concept-scale_upper", "#indicator +scale +max +num"),
    ("concept-period_start", "#date +start"),
    ("concept-period_end", "#date +end"),
    ("concept-period_label", "#meta +period"),
    ("concept-period_type", "#meta +period +type"),
    ("concept-basis", "#meta +basis"),
    ("concept-coverage", "#meta +coverage"),
    ("concept-obs_status", "#meta +status"),
    ("concept-standing", "#meta +standing"),
    ("concept-derived_from", "#meta +derivation"),
    ("concept-series", "#meta +series"),
    ("hxl-source-code", "#meta +source +code"),
    ("concept-source", "#meta +source +name"),
    ("hxl-publisher", "#org +source +name"),
    ("hxl-source-url", "#meta +source +url"),
    ("concept-locator", "#meta +source +locator"),
    ("hxl-terms", "#meta +source +terms"),
    ("concept-released", "#date +reported"),
    ("concept-revision", "#meta +revision"),
    ("concept-comment", "#description"),
];

/// The sheet with headings in a language, and what must be said of each source.
pub fn export(room: &Room, texts: &Texts, lang: Lang) -> Files {
    let words = texts.get(lang);
    let headings: Vec<String> = COLUMNS.iter().map(|(key, _)| words.say(key)).collect();
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let hashtags = COLUMNS.map(|(_, hashtag)| hashtag.to_owned());
    let rows = room.observations().map(|observation| {
        let cells = cells(room, words, observation);
        COLUMNS.map(|(_, hashtag)| written(hashtag, cells.get(hashtag)))
    });
    let sheet = table::csv(&headings, std::iter::once(hashtags).chain(rows));
    vec![licence::file(room), (FILE.to_owned(), sheet)]
}

/// A number as it is; a text so that no spreadsheet takes it for a formula (OWASP, CSV injection).
fn written(hashtag: &str, cell: Option<&String>) -> String {
    let cell = cell.cloned().unwrap_or_default();
    let number = hashtag.ends_with("+num");
    if !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

/// Cells by hashtag.
type Cells = BTreeMap<&'static str, String>;

fn cells(room: &Room, words: &Words, observation: &Observation) -> Cells {
    let period = &observation.period;
    let mut cells = Cells::from([
        ("#meta +id", observation.id.0.clone()),
        ("#indicator +code", observation.indicator.0.clone()),
        ("#group +name", coded(words, "subgroup", &observation.subgroup)),
        ("#indicator +comparator", observation.figure.comparator().code().to_owned()),
        ("#indicator +unit", observation.unit.clone()),
        ("#meta +period", words.name(&period.label).to_owned()),
        ("#meta +period +type", period.kind.clone()),
        ("#meta +basis", observation.basis.code().to_owned()),
        ("#meta +coverage", observation.coverage.code().to_owned()),
        ("#meta +status", observation.status.code().to_owned()),
        ("#meta +source +locator", observation.locator.clone()),
        ("#meta +revision", observation.revision.to_string()),
    ]);
    let said = [
        ("#indicator +name", room.indicator(&observation.indicator).map(|found| words.name(&found.name).to_owned())),
        ("#date +start", period.start.map(|date| date.to_string())),
        ("#date +end", period.end.map(|date| date.to_string())),
        ("#date +reported", observation.released.map(|day| day.to_string())),
        ("#meta +series", observation.series.as_ref().map(|(series, edition)| format!("{series}-{edition}"))),
        ("#description", observation.note.as_ref().map(|note| words.name(note).to_owned())),
    ];
    cells.extend(said.into_iter().filter_map(|(hashtag, said)| Some((hashtag, said?))));
    match &observation.standing {
        Standing::Published => drop(cells.insert("#meta +standing", "published".to_owned())),
        Standing::Derived(formula) => {
            cells.extend([("#meta +standing", "derived".to_owned()), ("#meta +derivation", formula.clone())]);
        }
    }
    cells.extend(figure(words, &observation.figure));
    cells.extend(source(room, observation));
    cells.extend(room.place(&observation.place).map(|place| area(room, words, place)).unwrap_or_default());
    cells
}

fn coded(words: &Words, prefix: &str, code: &str) -> String {
    let key = format!("{prefix}-{code}");
    if words.has(&key) { words.say(&key) } else { words.name(code).to_owned() }
}

fn figure(words: &Words, figure: &Figure) -> Cells {
    let mut cells = Cells::new();
    match figure {
        Figure::Number { comparator, value, scale } => {
            let hashtag = match comparator {
                Comparator::Gt | Comparator::Ge => "#indicator +value +min +num",
                Comparator::Lt | Comparator::Le => "#indicator +value +max +num",
                Comparator::Eq | Comparator::Approx | Comparator::Between => "#indicator +value +num",
            };
            cells.insert(hashtag, value.to_string());
            if let Some((low, high)) = scale {
                cells.insert("#indicator +scale +min +num", low.to_string());
                cells.insert("#indicator +scale +max +num", high.to_string());
            }
        }
        Figure::Range { lower, upper, words: stated, .. } => {
            cells.extend(lower.iter().map(|end| ("#indicator +value +min +num", end.to_string())));
            cells.extend(upper.iter().map(|end| ("#indicator +value +max +num", end.to_string())));
            cells.extend(stated.iter().map(|stated| ("#indicator +value +text", words.name(stated).to_owned())));
        }
        Figure::Category(category) => {
            cells.insert("#indicator +value +text", words.name(category).to_owned());
        }
        // The status says it.
        Figure::NotStated => {}
    }
    cells
}

fn source(room: &Room, observation: &Observation) -> Cells {
    let mut cells = Cells::from([("#meta +source +code", observation.source.0.clone())]);
    if let Some(source) = room.source(&observation.source) {
        cells.insert("#meta +source +name", source.title.clone());
        cells.insert("#org +source +name", source.publisher.clone());
        cells.extend(source.url.iter().map(|url| ("#meta +source +url", url.clone())));
        cells.extend(source.note.iter().map(|note| ("#meta +source +terms", note.clone())));
    }
    cells
}

/// The place in the columns of its level: what lies in a country is a part of it, what lies in none is a region.
fn area(room: &Room, words: &Words, place: &Place) -> Cells {
    let name = |place: &Place| words.name(&place.name).to_owned();
    let Some(country) = country_of(room, place) else {
        return Cells::from([("#region +code", place.id.0.clone()), ("#region +name", name(place))]);
    };
    let code = country.iso3.clone().unwrap_or_else(|| country.id.0.clone());
    let mut cells = Cells::from([("#country +code +v_iso3", code), ("#country +name", name(country))]);
    if place.id != country.id {
        let code = place.iso_3166_2.clone().unwrap_or_else(|| place.id.0.clone());
        cells.extend([("#adm1 +code +v_iso_3166_2", code), ("#adm1 +name", name(place))]);
    }
    cells
}

/// The country a place is or lies in.
fn country_of<'a>(room: &'a Room, place: &'a Place) -> Option<&'a Place> {
    let mut at = Some(place);
    // A place within itself would never end; no country lies deeper.
    for _ in 0..8 {
        let here = at?;
        if here.kind == "country" {
            return Some(here);
        }
        at = here.parent.as_ref().and_then(|parent| room.place(parent));
    }
    None
}
