//! Address: where a thing of the room has its page, after the language.

use pana_evidence::{Place, Record};

use crate::desk::Shelf;

/// The page of a place: that of the country where an edition has one.
pub fn place(shelf: &Shelf, place: &Place) -> String {
    let has_page = |iso3: &&String| shelf.books.iter().any(|book| book.lines.contains_key(*iso3));
    match place.iso3.as_ref().filter(has_page) {
        Some(iso3) => format!("/countries/{iso3}"),
        None => format!("/places/{}", place.id.0),
    }
}

/// Tables whose rows have pages of their own.
const PAGED: [&str; 3] = ["claims", "recommendations", "commitments"];
/// Tables whose rows stand together on one page, each at its key.
const LISTED: [&str; 1] = ["demands"];

/// Whether a row has a page of its own.
pub fn has_page(record: &Record) -> bool {
    PAGED.contains(&record.table.as_str())
}

/// The page of a row, or its place on a page that lists it or on that of its source; `None` where it cites none.
pub fn record(record: &Record) -> Option<String> {
    if has_page(record) {
        return Some(format!("/{}/{}", record.table, record.key));
    }
    if LISTED.contains(&record.table.as_str()) {
        return Some(format!("/{}#{}", record.table, record.key));
    }
    Some(format!("/sources/{}#{}", record.cell("source_id")?, anchor(record)))
}

/// The anchor of a row on the page of its source.
pub fn anchor(record: &Record) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    format!("{}-{}", record.table, record.key).chars().map(plain).collect()
}
