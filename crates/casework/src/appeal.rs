//! Appeal: she does not accept a refusal, or there are new facts. It is never late where the law names no last day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::decision::RefusalOfServices;
use crate::id::StaffId;

/// An appeal against a refusal of services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appeal {
    /// The body that hears it.
    pub body: String,
    /// The day on which it was handed in.
    pub filed_on: Date,
    /// Its number, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Who wrote it down.
    pub recorded_by: StaffId,
}

codes! {
    /// Why an appeal is not written down as it is.
    AppealFault {
        /// No body is named.
        NoBody = "no_body",
        /// It was handed in before the refusal.
        BeforeRefusal = "before_refusal",
        /// The day has not come.
        NotYet = "not_yet",
    }
}

/// Writes an appeal down. One after the last day is written down all the same: whether it is heard is for that body to say.
pub fn file(appeal: Appeal, against: &RefusalOfServices, today: Date) -> Result<Appeal, AppealFault> {
    match () {
        () if appeal.body.trim().is_empty() => Err(AppealFault::NoBody),
        () if appeal.filed_on < against.refused_on() => Err(AppealFault::BeforeRefusal),
        () if appeal.filed_on > today => Err(AppealFault::NotYet),
        () => Ok(appeal),
    }
}
