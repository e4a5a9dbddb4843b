//! Confirmation: the head of a centre read in the act itself what the law's file could not verify. It verifies nothing in the data: it
//! says who read what where, and speaks for this row alone. A row with another value is another row.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::coded::coded;
use crate::id::StaffId;
use crate::law_row::LawRow;

/// The longest naming of a source, in characters.
pub const LONGEST: usize = 600;

/// What a head confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// Which law.
    pub law: String,
    /// The key of the row in its file.
    pub key: String,
    /// What the row says.
    pub value: Value,
    /// The first day on which it holds, as the row says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The day on which it was read.
    pub on: Date,
    /// Where: act, article, address.
    pub source: String,
    /// Who read it.
    pub by: StaffId,
}

coded! {
    /// Why it is not written down like this.
    "confirmation-refusal"
    pub enum ConfirmationRefusal {
        /// No source is named.
        NoSource = "no_source",
        /// It is longer than [`LONGEST`] characters.
        TooLong = "too_long",
        /// The day has not come.
        NotYet = "not_yet",
    }
}

impl Confirmation {
    /// Confirms a row.
    ///
    /// # Errors
    /// The reason.
    pub fn of(
        (law, row): (&str, &LawRow),
        (on, source): (Date, &str),
        by: StaffId,
        today: Date,
    ) -> Result<Self, ConfirmationRefusal> {
        let source = source.trim().to_owned();
        match source.chars().count() {
            0 => return Err(ConfirmationRefusal::NoSource),
            letters if letters > LONGEST => return Err(ConfirmationRefusal::TooLong),
            _ if on > today => return Err(ConfirmationRefusal::NotYet),
            _ => {}
        }
        let (key, value, valid_from) = (row.key.clone(), row.row.value.clone(), row.row.valid_from);
        Ok(Self { law: law.to_owned(), key, value, valid_from, on, source, by })
    }

    /// Whether it speaks for a row: of the same law, under the same key, saying the same since the same day.
    pub fn confirms(&self, law: &str, row: &LawRow) -> bool {
        self.law == law && self.key == row.key && self.value == row.row.value && self.valid_from == row.row.valid_from
    }
}
