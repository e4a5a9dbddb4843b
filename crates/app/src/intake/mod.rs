//! Intake: a table that somebody else made becomes rows of ours. Four steps, each of which a person can look at:
//!
//! 1. [`choose`] opens the file and finds how to read it: as she says, as she said before, or as the header suggests.
//! 2. [`read`] reads it against the room, and lays aside what must not be recorded.
//! 3. [`compare`] says what would change; nothing stays.
//! 4. [`keep`] records it in one transaction, and remembers how it was read.

mod choice;
mod nearest;
mod taking;

use std::collections::BTreeMap;

use jiff::civil::Date;
use pana_packs::import::{Kind, Mapping, Refusal};

use crate::error::Error;

pub use choice::{Chosen, Origin, choose};
pub use taking::{Taken, compare, keep, read};

/// What a person asks.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The name of the file.
    pub file: String,
    /// The kind of table.
    pub kind: Kind,
    /// How to read it, where she says so.
    pub mapping: Option<Mapping>,
    /// What a field is in every row.
    pub constants: BTreeMap<String, String>,
    /// Only rows about this country, or the country that all rows are about.
    pub country: Option<String>,
    /// The sheet.
    pub sheet: Option<String>,
    /// The day the figures were published, where neither the rows nor their source say.
    pub released: Option<Date>,
}

/// Why an intake did not come to its end. Nothing was recorded.
#[derive(Debug)]
pub enum Stop {
    /// The file or the mapping cannot be used.
    Refused(Box<Refusal>),
    /// Something else went wrong.
    Failed(Error),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Rows that come in this way are a pack of their own: what a country's pack says is never overwritten by a table.
const PACK: &str = "imports";
