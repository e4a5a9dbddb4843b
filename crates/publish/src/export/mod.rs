//! Export: the public room in open formats, so that it can be read, checked and loaded without this program.
//!
//! Each format is one function from the room to files; the caller writes them where a person wants them. The same room
//! gives the same bytes: no clock is read, and the day a file bears is the newest release date of its facts.
//!
//! What holds in every format: each observation occurs exactly once; "more than 100" is nowhere the number 100; a range
//! keeps both ends; what was computed here is marked as derived and never looks like a published figure; the sources with
//! what must be said of them travel along.

pub mod atom;
pub mod claimreview;
pub mod csv;
pub mod datapackage;
pub mod hxl;
pub mod licence;
pub mod reference;
pub mod rss;
pub mod sdmx;
pub mod table;
mod xml;

use jiff::civil::Date;
use pana_evidence::Room;

/// Files by their path below the folder of the export, `/` between parts, in the order of their paths.
pub type Files = Vec<(String, Vec<u8>)>;

/// The newest day on which something of the room was certainly public: the date an export bears.
pub fn newest(room: &Room) -> Option<Date> {
    let released = room.observations().filter_map(|observation| observation.released);
    released.chain(room.sources().filter_map(pana_evidence::Source::released)).max()
}
