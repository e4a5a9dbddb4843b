//! Assessments: what an assessor says of a country in a year, by which rule, and what would change it.
//!
//! A rule that is published (the advancement level of ILAB) is data and can be run, with a trace and with counterfactuals. A
//! rule that is partly judgement (the tier of the TIP report) is data too, but only asks its questions: nothing here answers them.

pub mod dossier;
pub mod goods;
pub mod ilab;
pub mod input;
pub mod inspection;
pub mod instrument;
pub mod label;
pub mod legal;
pub mod level;
pub mod reading;
pub mod row;
pub mod tip;

pub use dossier::{AssessorRecord, record_of};
pub use level::{Advancement, Domain, Domains, Level};

use crate::place::PlaceId;
use crate::record::Record;
use crate::room::Room;

/// The rows of a table that speak about a country: those that name it, and those of its own pack that name no country.
pub fn rows_about<'a>(room: &'a Room, table: &'a str, country: &'a PlaceId) -> impl Iterator<Item = &'a Record> {
    room.records(table).filter(move |record| match record.cell("country").or_else(|| record.cell("geo_id")) {
        Some(named) => named == country.0,
        None => record.pack.eq_ignore_ascii_case(&country.0),
    })
}
