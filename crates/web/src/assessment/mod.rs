//! Assessments: each assessor's record of a country side by side, the rule that one of them publishes, and the questions that
//! another answers by judgement.

mod levels;
mod record;
mod tier;

use axum::extract::{Path, Query};
use axum::response::Response;
use pana_app::assessment;
use pana_evidence::assessment::Advancement;
use pana_evidence::{Place, SourceId};
use pana_publish::assessment as told;
use pana_publish::figure::Written;
use pana_publish::said::Said;
use serde::Deserialize;

use crate::error::Oops;
use crate::indicator::Choice;
use crate::line::{Named, source_named};
use crate::site::own_country;
use crate::visit::Visit;

/// What a page of assessments is asked.
#[derive(Debug, Deserialize)]
pub struct Wish {
    country: Option<String>,
    as_of: Option<String>,
}

/// The country a page is about: the one asked for, or this copy's own.
struct About<'a> {
    place: Option<&'a Place>,
    name: Option<Named>,
    choices: Vec<Choice>,
    /// What the addresses of the other pages about it end with; nothing for this copy's own country.
    query: String,
    /// Its code, where it is not this copy's own.
    other: Option<String>,
}

impl<'a> About<'a> {
    fn new(visit: &'a Visit, wish: &Wish) -> Result<Self, Oops> {
        let room = &visit.shelf.room;
        let own = own_country(room);
        let asked = wish.country.as_deref().filter(|code| !code.is_empty());
        let place = match asked {
            Some(code) => Some(
                room.find_place(code).filter(|place| place.kind == "country").ok_or_else(|| visit.nothing_here())?,
            ),
            None => own,
        };
        let words = visit.words();
        let other = place.filter(|place| own.is_none_or(|own| own.id != place.id)).map(|place| place.id.0.clone());
        let mut countries = assessment::countries(&visit.shelf, &visit.desk.library);
        if let Some(place) = place.filter(|place| !countries.iter().any(|known| known.id == place.id)) {
            countries.push(place);
        }
        countries.sort_by(|left, right| words.order().compare(words.name(&left.name), words.name(&right.name)));
        let choice = |country: &Place| Choice {
            value: country.id.0.clone(),
            text: Said::new(words, &country.name),
            chosen: place.is_some_and(|place| place.id == country.id),
        };
        Ok(Self {
            name: place.map(|place| Named::new("places", &place.id.0, Said::new(words, &place.name))),
            choices: countries.into_iter().map(choice).collect(),
            query: other.as_ref().map(|code| format!("?country={code}")).unwrap_or_default(),
            place,
            other,
        })
    }

    /// The country, on a page that is nothing without one.
    fn place(&self, visit: &Visit) -> Result<&'a Place, Oops> {
        self.place.ok_or_else(|| visit.nothing_here())
    }
}

/// A source with the place in it.
struct Cited {
    source: Named,
    locator: Option<Said>,
}

impl Cited {
    fn new(visit: &Visit, source: &SourceId, locator: &str) -> Self {
        Self {
            source: source_named(visit.words(), &visit.shelf.room, source),
            locator: (!locator.is_empty()).then(|| Said::new(visit.words(), locator)),
        }
    }
}

/// Words in the place of a figure.
fn in_words(number: Said) -> Written {
    Written { before: String::new(), number, after: String::new(), unit: String::new(), counts: false }
}

/// A level for a narrow cell.
fn in_short(visit: &Visit, level: &Advancement) -> Written {
    let (base, after) = told::short(visit.words(), level);
    Written { after, ..in_words(Said::plain(base)) }
}

/// Every assessor's record of a country.
pub async fn list(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Oops> {
    record::show(&visit, &wish)
}

/// The page of one rule.
pub async fn show(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Query(wish): Query<Wish>,
) -> Result<Response, Oops> {
    match id.as_str() {
        "ilab" => levels::show(&visit, &wish).await,
        "ilab.json" => levels::answer(&visit, &wish),
        "tip" => tier::show(&visit, &wish),
        _ => Err(visit.nothing_here()),
    }
}
