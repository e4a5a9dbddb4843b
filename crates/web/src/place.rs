//! Place: any place there are figures about, with its borders in time.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pana_evidence::{Place, PlaceId};

use crate::error::Oops;
use crate::line::Named;
use crate::page::{Nav, Page, render};
use crate::source::date;
use crate::theme::{self, Ratings, Theme};
use crate::visit::Visit;
use pana_publish::said::{self, Said};

#[derive(Template)]
#[template(path = "place.html")]
struct PlacePage<'a> {
    page: Page<'a>,
    place: &'a Place,
    name: Said,
    kind: Said,
    parent: Option<Named>,
    region: Option<Named>,
    began: Option<String>,
    ended: Option<String>,
    note: Option<Said>,
    country: Option<String>,
    parts: Vec<Named>,
    themes: Vec<Theme>,
    ratings: Vec<Ratings>,
    figures: usize,
}

/// The page of a place.
pub async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let room = &visit.shelf.room;
    let place = room.find_place(&id).ok_or_else(|| visit.nothing_here())?;
    let words = visit.words();
    let (themes, ratings) = theme::of_observations(&visit, room.observations_at(&place.id));
    let has_page = |iso3: &&String| visit.shelf.books.iter().any(|book| book.lines.contains_key(*iso3));
    let name = Said::new(words, &place.name);
    let page = PlacePage {
        page: visit.page(Nav::Elsewhere, name.text.clone()),
        kind: said::code(words, "place-kind", &place.kind),
        parent: place.parent.as_ref().map(|parent| named(&visit, parent)),
        region: place.index_region.as_ref().map(|region| named(&visit, region)),
        began: place.began().map(|began| date(words, began)),
        ended: place.ended().map(|ended| date(words, ended)),
        note: place.note.as_ref().map(|note| Said::new(words, note)),
        country: place.iso3.as_ref().filter(has_page).map(|iso3| format!("/countries/{iso3}")),
        parts: parts(&visit, place),
        figures: room.observations_at(&place.id).count(),
        place,
        name,
        themes,
        ratings,
    };
    render(&visit, &page)
}

fn named(visit: &Visit, id: &PlaceId) -> Named {
    let name = visit.shelf.room.place(id).map_or(id.0.as_str(), |place| &place.name);
    Named::new("places", &id.0, Said::new(visit.words(), name))
}

/// The places inside a country or a region of the index, in the order of their names. The world's are left to its regions.
fn parts(visit: &Visit, place: &Place) -> Vec<Named> {
    let inside = |other: &&Place| match place.kind.as_str() {
        "world" => other.kind != "country" && other.parent.as_ref() == Some(&place.id),
        "index_region" => other.index_region.as_ref() == Some(&place.id),
        _ => other.parent.as_ref() == Some(&place.id),
    };
    let mut parts: Vec<Named> = visit.shelf.room.places().filter(inside).map(|other| named(visit, &other.id)).collect();
    parts.sort_by(|left, right| visit.words().order().compare(&left.name.text, &right.name.text));
    parts
}
