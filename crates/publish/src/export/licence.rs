//! Licence: what must be said of each source whoever passes its figures on. A fact keeps the licence of its source.

use pana_evidence::Room;

use super::table;

/// The file that goes with every export.
pub const FILE: &str = "licences.csv";

const COLUMNS: [&str; 7] = ["source_id", "publisher", "title", "published", "url", "figures", "terms"];

/// One line for each source: whom to name, how many figures of the room are its own, and its terms as far as they are known.
pub fn file(room: &Room) -> (String, Vec<u8>) {
    let rows = room.sources().map(|source| {
        let figures = room.observations().filter(|observation| observation.source == source.id).count();
        [
            source.id.0.clone(),
            source.publisher.clone(),
            source.title.clone(),
            source.published.map(|date| date.to_string()).unwrap_or_default(),
            source.url.clone().unwrap_or_default(),
            figures.to_string(),
            source.note.clone().unwrap_or_default(),
        ]
    });
    (FILE.to_owned(), table::csv(&COLUMNS, rows))
}
