//! What the law says about the service clock: months, warnings, grounds, and the rules that sources leave open.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::dated::{Dated, Parameter, rows_on};
use crate::law::Names;

/// What the law says about the service clock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockLaw {
    /// Months of services that are owed.
    pub base_months: Parameter<u32>,
    /// Months with all extensions.
    pub maximum_months: Parameter<u32>,
    /// Days before the end on which the team is told.
    pub warning_days: Parameter<Vec<u32>>,
    /// What starts the clock.
    pub start: Parameter<StartRule>,
    /// What a return does within one episode.
    pub re_entry: Parameter<ReEntryRule>,
    /// What a pause does to the end.
    pub pause: Parameter<PauseRule>,
    /// The grounds of an extension.
    pub extension_grounds: Vec<Dated<ExtensionGround>>,
}

codes! {
    /// What starts the clock.
    StartRule {
        /// The day on which she was admitted.
        Admission = "admission",
        /// The day of the decision that services are owed.
        Decision = "decision",
    }
}

codes! {
    /// What a return does within one episode of trafficking.
    ReEntryRule {
        /// The old clock goes on.
        Continues = "continues",
        /// A new clock begins.
        Restarts = "restarts",
    }
}

codes! {
    /// What a pause does to the end.
    PauseRule {
        /// Days of a pause are not counted: the end moves.
        Stops = "stops",
        /// Days of a pause are counted: the end stays.
        Runs = "runs",
    }
}

/// A ground of an extension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionGround {
    /// The code that an extension names.
    pub code: String,
    /// What it is called.
    pub names: Names,
}

impl ClockLaw {
    /// What of it is in force on a day.
    pub(crate) fn on(&self, on: Date) -> Self {
        Self {
            base_months: self.base_months.only(on),
            maximum_months: self.maximum_months.only(on),
            warning_days: self.warning_days.only(on),
            start: self.start.only(on),
            re_entry: self.re_entry.only(on),
            pause: self.pause.only(on),
            extension_grounds: rows_on(&self.extension_grounds, on),
        }
    }
}
