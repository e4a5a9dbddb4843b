//! A region of the index, drawn for the home page; and which country this copy is about.

use std::collections::BTreeSet;

use pana_evidence::{Place, PlaceId};
use pana_publish::figures::{Drawings, Dress};
use pana_publish::region::{RegionShown, region};
use pana_publish::snapshot::Context;
use pana_text::Lang;

use crate::desk::Shelf;
use crate::error::Error;
use crate::library::Library;
use crate::snapshot::book;

/// A region by its code; the region of this copy's country where none is named. `href` says where a country's page is.
pub fn make(
    shelf: &Shelf,
    library: &Library,
    code: Option<&str>,
    edition: Option<&str>,
    lang: Lang,
    href: &dyn Fn(&str) -> String,
) -> Result<RegionShown, Error> {
    let book = book(shelf, edition)?;
    let found = match code {
        Some(code) => all(shelf).find(|place| place.id.0.eq_ignore_ascii_case(code)).map(|place| &place.id),
        None => own(shelf).or_else(|| all(shelf).next().map(|place| &place.id)),
    };
    let known = || all(shelf).map(|place| place.id.0.as_str()).collect::<Vec<_>>().join(", ");
    let code = code.unwrap_or_default();
    let found = found.ok_or_else(|| Error::NotFound(format!("there is no region `{code}`; there are {}", known())))?;
    let drawings = Drawings::new(&library.maps, Dress::Page);
    let context = Context { room: &shelf.room, book, others: &[], words: library.words(lang), drawings: &drawings };
    Ok(region(context, found, href))
}

/// The regions of the index.
pub fn all(shelf: &Shelf) -> impl Iterator<Item = &Place> {
    shelf.room.places().filter(|place| place.kind == "index_region")
}

/// The country whose pack is installed: the one with tables of its own. The first by name where there are several.
pub fn home(shelf: &Shelf) -> Option<&Place> {
    let packs: BTreeSet<&str> = shelf.room.all_records().iter().map(|record| record.pack.as_str()).collect();
    packs.into_iter().filter_map(|pack| shelf.room.find_place(pack)).find(|place| place.iso3.is_some())
}

fn own(shelf: &Shelf) -> Option<&PlaceId> {
    home(shelf)?.index_region.as_ref()
}
