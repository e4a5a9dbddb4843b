//! Services: their kinds as the law names them, and the record of what was given, which proves each day that is paid for.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::criterion::NotACriterion;
use crate::id::StaffId;
use crate::law::Names;

/// The code of a kind of service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ServiceCode(String);

impl ServiceCode {
    /// Takes a code: small Latin letters, digits and `_`.
    pub fn parse(given: &str) -> Option<Self> {
        let letters = given.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        (letters && !given.is_empty()).then(|| Self(given.to_owned()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ServiceCode {
    type Error = NotACriterion;

    fn try_from(given: String) -> Result<Self, NotACriterion> {
        Self::parse(&given).ok_or(NotACriterion::Malformed(given))
    }
}

impl From<ServiceCode> for String {
    fn from(code: ServiceCode) -> Self {
        code.0
    }
}

/// A kind of service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceKind {
    /// Its code.
    pub code: ServiceCode,
    /// Its place in the law's list.
    pub order: u32,
    /// Whether the law guarantees it.
    pub guaranteed: bool,
    /// What it is called.
    pub names: Names,
    /// Whether a reader of each language checked the names.
    pub names_checked: bool,
}

codes! {
    /// In what a service is counted.
    Unit {
        /// Hours.
        Hour = "hour",
        /// Meetings.
        Session = "session",
        /// Nights.
        Night = "night",
        /// Things: meals, parcels, papers.
        Item = "item",
    }
}

/// How much was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// How many, in hundredths: 150 hours are an hour and a half.
    pub hundredths: u32,
    /// Of what.
    pub unit: Unit,
}

/// Letters of a note about a service: short facts, no story (R9).
pub const NOTE_LETTERS: usize = 280;

/// A service that was given on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivered {
    /// The kind.
    pub kind: ServiceCode,
    /// The day.
    pub on: Date,
    /// How much.
    pub amount: Amount,
    /// Who gave it.
    pub by: StaffId,
    /// A short note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

codes! {
    /// Why a record of a service is not taken as it is. The clock is not among the reasons, nor are papers or consent (R7).
    DeliveryRefusal {
        /// Nothing was given.
        NoAmount = "no_amount",
        /// The note is longer than [`NOTE_LETTERS`].
        NoteTooLong = "note_too_long",
        /// The day has not come.
        NotYet = "not_yet",
    }
}

/// Writes down what was given; `today` is the day of writing. Neither clock nor stage is asked: what was given is true.
pub fn deliver(delivered: Delivered, today: Date) -> Result<Delivered, DeliveryRefusal> {
    let note = delivered.note.as_deref().map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    match () {
        () if delivered.amount.hundredths == 0 => Err(DeliveryRefusal::NoAmount),
        () if note.as_ref().is_some_and(|note| note.chars().count() > NOTE_LETTERS) => {
            Err(DeliveryRefusal::NoteTooLong)
        }
        () if delivered.on > today => Err(DeliveryRefusal::NotYet),
        () => Ok(Delivered { note, ..delivered }),
    }
}

/// The days between two days, both counted, on which at least one service was given: the proof for payment per head.
pub fn service_days(delivered: &[Delivered], from: Date, to: Date) -> BTreeSet<Date> {
    delivered.iter().map(|service| service.on).filter(|on| (from..=to).contains(on)).collect()
}
