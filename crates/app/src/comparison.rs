//! Countries side by side, or what to ask for instead.

use pana_publish::comparison::{Compared, compare};
use pana_publish::figures::{Drawings, Dress};
use pana_publish::snapshot::Context;
use pana_text::Lang;

use crate::desk::Shelf;
use crate::error::Error;
use crate::library::Library;
use crate::region;
use crate::snapshot::book;

/// At least two countries, and no more than a page can hold.
pub const FEWEST: usize = 2;
/// See [`FEWEST`].
pub const MOST: usize = 5;

/// What can be said to a wish.
pub struct Answer {
    /// The countries side by side, where at least two of those asked for are known.
    pub compared: Option<Compared>,
    /// The countries that are known, in the order asked for, by ISO 3166-1 alpha-3.
    pub known: Vec<String>,
    /// What is no country.
    pub unknown: Vec<String>,
    /// Countries the edition says nothing about, by their English names.
    pub absent: Vec<String>,
    /// Countries that no longer fit, by their English names.
    pub left_out: Vec<String>,
    /// A comparison worth a look: a country and those of its region whose prevalence ranks nearest.
    pub suggestion: Vec<String>,
}

/// Compares countries (ISO 3166-1 alpha-2 or alpha-3) of one edition; the newest where none is named.
pub fn make(
    shelf: &Shelf,
    library: &Library,
    codes: &[String],
    edition: Option<&str>,
    lang: Lang,
) -> Result<Answer, Error> {
    let book = book(shelf, edition)?;
    let mut answer = Answer {
        compared: None,
        known: Vec::new(),
        unknown: Vec::new(),
        absent: Vec::new(),
        left_out: Vec::new(),
        suggestion: Vec::new(),
    };
    for code in codes {
        let Some(place) = shelf.room.find_place(code).filter(|place| place.iso3.is_some()) else {
            answer.unknown.push(code.clone());
            continue;
        };
        let iso3 = place.iso3.clone().unwrap_or_default();
        match book.lines.contains_key(&iso3) {
            false => answer.absent.push(place.name.clone()),
            true if answer.known.contains(&iso3) => {}
            true if answer.known.len() == MOST => answer.left_out.push(place.name.clone()),
            true => answer.known.push(iso3),
        }
    }
    if answer.known.len() >= FEWEST {
        let drawings = Drawings::new(&library.maps, Dress::Page);
        let context = Context { room: &shelf.room, book, others: &[], words: library.words(lang), drawings: &drawings };
        answer.compared = compare(context, &answer.known);
    } else {
        let home = || region::home(shelf).and_then(|place| place.iso3.clone());
        let around = answer.known.first().cloned().or_else(home);
        answer.suggestion = around.into_iter().flat_map(|iso3| neighbours(book, iso3)).collect();
    }
    Ok(answer)
}

fn neighbours(book: &pana_publish::Book, iso3: String) -> Vec<String> {
    let others: Vec<String> = book.nearest(&iso3).into_iter().take(MOST - 1).map(|line| line.iso3.clone()).collect();
    if others.is_empty() { Vec::new() } else { std::iter::once(iso3).chain(others).collect() }
}
