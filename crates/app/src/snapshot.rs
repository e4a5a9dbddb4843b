//! The snapshot of a country, drawn as the reader wants it.

use pana_publish::figures::{Drawings, Dress};
use pana_publish::snapshot::{Context, snapshot};
use pana_publish::{Book, Snapshot};
use pana_text::Lang;

use crate::desk::Shelf;
use crate::error::Error;
use crate::library::Library;

/// Makes the snapshot of a country (ISO 3166-1 alpha-2 or alpha-3) in an edition; the newest where none is named.
pub fn make(
    shelf: &Shelf,
    library: &Library,
    country: &str,
    edition: Option<&str>,
    lang: Lang,
    dress: Dress,
) -> Result<Snapshot, Error> {
    let book = book(shelf, edition)?;
    let iso3 = iso3(shelf, country)?;
    let drawings = Drawings::new(&library.maps, dress);
    let others = shelf.others(book);
    let context = Context { room: &shelf.room, book, others: &others, words: library.words(lang), drawings: &drawings };
    snapshot(context, &iso3).ok_or_else(|| {
        Error::NotFound(format!(
            "{} says nothing about {iso3}; `pana snapshot --all` lists the countries it knows",
            book.edition.title
        ))
    })
}

/// The book of an edition, or which editions there are.
pub(crate) fn book<'a>(shelf: &'a Shelf, edition: Option<&str>) -> Result<&'a Book, Error> {
    shelf.book(edition).ok_or_else(|| {
        let known: Vec<&str> = shelf.books.iter().map(|book| book.edition.edition.as_str()).collect();
        Error::NotFound(format!(
            "there is no edition `{}`; there are {}",
            edition.unwrap_or_default(),
            known.join(", ")
        ))
    })
}

fn iso3(shelf: &Shelf, country: &str) -> Result<String, Error> {
    let place = shelf.room.find_place(country).and_then(|place| place.iso3.clone());
    place.ok_or_else(|| {
        Error::NotFound(format!("there is no country `{country}`; use its ISO 3166-1 code, such as KAZ"))
    })
}
