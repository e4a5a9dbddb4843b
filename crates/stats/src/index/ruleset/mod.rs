//! Ruleset: everything one edition fixes before a single country is looked at.
//!
//! The rules are data: adding an edition is adding rows, never code. A value of these types has been checked
//! ([`RulesetError`] says what can be wrong), so the engine never meets an item without an activity.

mod error;
mod response;
mod validate;
mod weights;

use std::num::NonZeroU64;

use serde::{Deserialize, Serialize};

pub use error::RulesetError;
pub use response::{Activity, ActivityKind, Item, Letter, Maxima, Milestone, ReducedMaximum, Response, ResponseDraft};
pub use weights::{Dimension, Vulnerability};

/// The rules of one edition of an index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ruleset {
    /// Short name used in addresses and folders, such as `gsi-2023`.
    pub id: String,
    /// The edition as its publisher calls it, such as `2023`.
    pub edition: String,
    /// The calendar year the scores describe.
    pub reference_year: u16,
    /// The calendar year of the population figures; it may differ from the year printed beside them.
    pub population_year: u16,
    /// How government action is scored.
    pub response: Response,
    /// How dimension scores become one total.
    pub vulnerability: Vulnerability,
    /// How a prevalence becomes a number of people.
    pub prevalence: Prevalence,
}

/// How a prevalence becomes a published number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prevalence {
    /// Published numbers are multiples of this many people; fewer people than this are published as "fewer than".
    pub number_rounding: NonZeroU64,
}

#[cfg(test)]
mod tests;
