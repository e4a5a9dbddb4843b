//! Reading tables that people really have: a file and a mapping go in; what would be recorded, and every row that would
//! not, come out.
//!
//! 1. [`Book::open`] makes lines and cells of bytes (CSV in any usual dress, XLSX).
//! 2. [`propose`] guesses, from the words of the header, which of their columns is which field of ours, and says what it guessed.
//! 3. A [`Mapping`] is written to a file and read again: a person corrects it once and the program remembers it by the
//!    fingerprint of the header.
//! 4. [`read`] gives a [`Reading`]. It writes nothing, so a dry run is the reading itself; recording it is somebody else's.

mod archive;
mod bodies;
pub mod book;
pub mod cell;
mod cost;
pub mod date;
pub mod deadline;
mod delimited;
mod encoding;
mod entry;
pub mod fields;
mod html;
pub mod lexicon;
pub mod mapping;
mod observations;
pub mod period;
mod phrase;
mod plan;
mod propose;
pub mod reading;
mod recommendation;
pub mod refusal;
pub mod table;
mod text;
mod uhri;
mod upr;
mod workbook;

use std::collections::BTreeSet;

pub use book::{Book, Line, Sheet};
pub use fields::Kind;
pub use lexicon::Lexicon;
pub use mapping::Mapping;
pub use propose::{Proposal, propose};
pub use reading::{Guess, Reading, Refused, Skipped};
pub use refusal::Refusal;
pub use table::Table;

pub(crate) use delimited::lines as delimited_lines;
pub(crate) use encoding::decode;

use entry::Journal;

/// What rows may refer to. A row that names anything else is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Names of indicators.
    pub indicators: BTreeSet<String>,
    /// Names of places.
    pub places: BTreeSet<String>,
    /// Names of sources.
    pub sources: BTreeSet<String>,
    /// Names of recommendations.
    pub recommendations: BTreeSet<String>,
}

/// Where a reading is to go, and what is there.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The pack that takes the rows.
    pub pack: &'a str,
    /// What its rows may refer to; without it references are not checked here.
    pub known: Option<&'a Known>,
}

/// The fingerprint of the header that a mapping finds; a table without its columns is refused.
pub fn fingerprint(book: &Book, mapping: &Mapping) -> Result<String, Refusal> {
    Ok(mapping::fingerprint(mapping.kind, &Table::find(book, mapping)?.header))
}

/// Reads a table with its mapping. Nothing is recorded: the same call serves for the dry run and for the real thing.
pub fn read(book: &Book, mapping: &Mapping, lexicon: &Lexicon, target: Target<'_>) -> Result<Reading, Refusal> {
    mapping.check()?;
    let table = Table::find(book, mapping)?;
    let mut journal = Journal::new(&table, mapping);
    match mapping.kind {
        Kind::Uhri => uhri::read(&mut journal, lexicon, target)?,
        Kind::Upr => upr::read(&mut journal, lexicon, target)?,
        Kind::Plan => plan::read(&mut journal, lexicon, target)?,
        Kind::Observations => observations::read(&mut journal, lexicon, target)?,
    }
    Ok(journal.close())
}
