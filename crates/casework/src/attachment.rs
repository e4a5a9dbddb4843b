//! Attached papers: what somebody photographed or scanned and put into the case. A paper has a compartment like everything else, and is shown
//! to whoever may read that compartment.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::confided::Confided;
use crate::id::StaffId;

/// The longest name of a paper, in characters.
pub const NAME_LETTERS: usize = 120;
/// The most pages of attached papers in one case: a paper for each week of a year, of four pages each.
pub const PAGES_OF_CASE: u32 = 200;

/// An attached paper, in the class of its compartment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// What it is: "Certificate of the hospital". Empty where it was taken away.
    pub name: Confided,
    /// How many pages it has.
    pub pages: u16,
    /// The day it was attached, or taken away.
    pub on: Date,
    /// Who did.
    pub by: StaffId,
}

codes! {
    /// Why a paper is not attached.
    AttachmentRefusal {
        /// Nobody says what it is.
        NoName = "no_name",
        /// Its name is longer than [`NAME_LETTERS`].
        NameTooLong = "name_too_long",
        /// The case would hold more than [`PAGES_OF_CASE`] pages.
        CaseFull = "case_full",
    }
}

impl Attachment {
    /// Checks a paper before it is attached to a case that holds `held` pages.
    ///
    /// # Errors
    /// The reason.
    pub fn attached(self, held: u32) -> Result<Self, AttachmentRefusal> {
        match self.name.reveal().chars().count() {
            0 => Err(AttachmentRefusal::NoName),
            letters if letters > NAME_LETTERS => Err(AttachmentRefusal::NameTooLong),
            _ if held.saturating_add(self.pages.into()) > PAGES_OF_CASE => Err(AttachmentRefusal::CaseFull),
            _ => Ok(self),
        }
    }

    /// What stays of it when it was taken away: that there was one, when, and by whom.
    #[must_use]
    pub fn taken_away(on: Date, by: StaffId) -> Self {
        Self { name: Confided::default(), pages: 0, on, by }
    }
}
