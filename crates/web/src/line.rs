//! Line: one observation as a row of a table, with everything in it that leads somewhere.

use pana_evidence::{Basis, Coverage, Observation, ObservationId, Room, Source, SourceId, Standing};
use pana_text::Words;

use crate::visit::Visit;
use pana_publish::figure::Written;
use pana_publish::said::Said;

/// An observation as a row.
pub struct Line {
    /// Its name.
    pub id: String,
    /// What it says.
    pub figure: Written,
    /// Of which indicator.
    pub indicator: Named,
    /// About which place.
    pub place: Named,
    /// Among whom, where not among everybody.
    pub subgroup: Option<Said>,
    /// When.
    pub period: Said,
    /// How much of the period it covers, where not all of it.
    pub coverage: Option<String>,
    /// Who made it and how.
    pub basis: Badge,
    /// How it was computed, where it was computed by us.
    pub formula: Option<Vec<Piece>>,
    /// Where it was read.
    pub source: Named,
    /// Whom that source cites.
    pub origin: Option<Named>,
    /// Where in the source.
    pub locator: Said,
}

/// A thing of the room with the address of its page.
#[derive(Clone)]
pub struct Named {
    /// Its name in the data.
    pub id: String,
    /// Its page, after the language.
    pub path: String,
    /// What it is called.
    pub name: Said,
}

/// The nature of a figure: a class of the stylesheet and the words.
pub struct Badge {
    /// `basis-estimate`, ...
    pub class: &'static str,
    /// "model estimate".
    pub text: String,
}

/// A part of a formula; an observation in it leads to its page.
pub struct Piece {
    /// As written.
    pub text: String,
    /// The page of the observation it names.
    pub path: Option<String>,
}

impl Line {
    /// The row of an observation.
    pub fn new(visit: &Visit, observation: &Observation) -> Self {
        let (words, room) = (visit.words(), &visit.shelf.room);
        let indicator = room
            .indicator(&observation.indicator)
            .map_or_else(|| observation.indicator.0.as_str(), |known| &known.name);
        let place = room.place(&observation.place).map_or_else(|| observation.place.0.as_str(), |known| &known.name);
        Self {
            id: observation.id.0.clone(),
            figure: Written::new(words, observation),
            indicator: Named::new("indicators", &observation.indicator.0, Said::new(words, indicator)),
            place: Named::new("places", &observation.place.0, Said::new(words, place)),
            subgroup: (observation.subgroup != "all").then(|| Said::new(words, &observation.subgroup)),
            period: Said::new(words, &observation.period.label),
            coverage: (observation.coverage != Coverage::FullPeriod)
                .then(|| words.say(&format!("coverage-{}", observation.coverage.code()))),
            basis: Badge::new(words, observation.basis),
            formula: formula(room, &observation.standing),
            source: source_named(words, room, &observation.source),
            origin: observation.origin.as_ref().map(|origin| source_named(words, room, origin)),
            locator: Said::new(words, &observation.locator),
        }
    }
}

impl Named {
    /// Something whose page stands below a folder of the address.
    pub fn new(folder: &str, id: &str, name: Said) -> Self {
        Self { id: id.to_owned(), path: format!("/{folder}/{id}"), name }
    }
}

impl Badge {
    /// The badge of a basis.
    pub fn new(words: &Words, basis: Basis) -> Self {
        let class = match basis {
            Basis::OfficialAdmin => "basis-official",
            Basis::EstimateModel | Basis::EstimateExpert => "basis-estimate",
            Basis::IoCount | Basis::NgoCount | Basis::NgoSurvey => "basis-count",
            Basis::Score => "basis-score",
            Basis::LegalNorm => "basis-norm",
            Basis::Plan => "basis-plan",
            Basis::MediaReport => "basis-media",
            Basis::Derived => "basis-derived",
        };
        Self { class, text: words.say(&format!("basis-{}", basis.code())) }
    }
}

/// A source as it is named in a table: publisher and year.
pub fn source_named(words: &Words, room: &Room, id: &SourceId) -> Named {
    let name = room.source(id).map_or_else(|| Said::plain(id.0.clone()), |source| short_name(words, source));
    Named::new("sources", &id.0, name)
}

/// "Walk Free, 2023".
pub fn short_name(words: &Words, source: &Source) -> Said {
    let publisher = Said::new(words, &source.publisher);
    match source.published {
        Some(published) => Said { text: format!("{}, {}", publisher.text, published.year()), ..publisher },
        None => publisher,
    }
}

/// A formula cut into observations and what stands between them.
fn formula(room: &Room, standing: &Standing) -> Option<Vec<Piece>> {
    let Standing::Derived(formula) = standing else { return None };
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = formula.as_str();
    while !rest.is_empty() {
        let named = rest.starts_with(is_name);
        let end = rest.find(|c| is_name(c) != named).unwrap_or(rest.len());
        let (text, later) = rest.split_at(end);
        let known = named && room.observation(&ObservationId(text.to_owned())).is_some();
        pieces.push(Piece { text: text.to_owned(), path: known.then(|| format!("/observations/{text}")) });
        rest = later;
    }
    Some(pieces)
}
