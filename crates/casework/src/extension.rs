//! A request for more months: a worker asks with what shows the ground, the head answers. The clock itself changes only by the answer.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::clock::{Clock, ClockRefusal, Extension};
use crate::id::{EvidenceRef, StaffId};

/// A request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionRequest {
    /// The code of the ground.
    pub ground: String,
    /// How many months.
    pub months: u32,
    /// What shows the ground: a number, never its content.
    pub evidence: EvidenceRef,
    /// The day.
    pub asked_on: Date,
    /// Who asks.
    pub asked_by: StaffId,
    /// The answer, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
}

/// The head's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Whether the months are given.
    pub granted: bool,
    /// The day.
    pub on: Date,
    /// Who decided.
    pub by: StaffId,
}

impl ExtensionRequest {
    /// Whether the clock could take it on the day of asking; the same rules as those of the decision, so that nobody waits in vain.
    pub fn check(&self, clock: &Clock) -> Result<(), ClockRefusal> {
        clock.extend(self.extension(self.asked_on, self.asked_by.clone())).map(|_| ())
    }

    /// Grants it: the request with its answer, and the clock as it runs from now on.
    pub fn grant(&self, clock: &Clock, on: Date, by: StaffId) -> Result<(Self, Clock), ClockRefusal> {
        let extended = clock.extend(self.extension(on, by.clone()))?;
        Ok((Self { answer: Some(Answer { granted: true, on, by }), ..self.clone() }, extended))
    }

    /// Does not grant it; the clock stays as it is and help goes on.
    pub fn decline(&self, on: Date, by: StaffId) -> Self {
        Self { answer: Some(Answer { granted: false, on, by }), ..self.clone() }
    }

    fn extension(&self, decided_on: Date, decided_by: StaffId) -> Extension {
        Extension {
            ground: self.ground.clone(),
            months: self.months,
            evidence: self.evidence.clone(),
            decided_on,
            decided_by,
        }
    }
}
