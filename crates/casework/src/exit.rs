//! Exit and follow-up: why services ended, and when she is asked how she is, if she agreed to that.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::months_after;
use crate::code::codes;
use crate::id::StaffId;

codes! {
    /// Why services ended. (HTCDS 2.0 has free text in `cas_ReasonForCaseClosure`.)
    ExitReason {
        /// Her goals are met.
        GoalsMet = "goals_met",
        /// She wished to go.
        OwnWish = "own_wish",
        /// The time is over and no help beyond it was agreed.
        TermOver = "term_over",
        /// Another centre goes on.
        Transfer = "transfer",
        /// She returned home.
        ReturnHome = "return_home",
        /// Contact was lost.
        ContactLost = "contact_lost",
        /// She died.
        Died = "died",
    }
}

codes! {
    /// Whether she agreed to be asked later.
    FollowUpAgreement {
        /// She agreed.
        Agreed = "agreed",
        /// She does not want it. Nothing else changes for her.
        Declined = "declined",
        /// She was not asked.
        NotAsked = "not_asked",
    }
}

/// An exit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    /// The day.
    pub on: Date,
    /// Why.
    pub reason: ExitReason,
    /// Who wrote it down.
    pub recorded_by: StaffId,
    /// Whether she agreed to be asked later.
    pub follow_up: FollowUpAgreement,
}

/// A time to ask her how she is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpDue {
    /// Months after the exit.
    pub month: u32,
    /// The day.
    pub due_on: Date,
}

codes! {
    /// What a follow-up found.
    Reached {
        /// She is well.
        Well = "well",
        /// She needs help again: the case is opened again.
        NeedsHelp = "needs_help",
        /// She did not want to talk; she is not asked again.
        NoMore = "no_more",
        /// She was not reached.
        NotReached = "not_reached",
    }
}

/// A follow-up that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// For which month it was due.
    pub month: u32,
    /// The day on which she was asked.
    pub on: Date,
    /// What was found.
    pub reached: Reached,
    /// Whether she works now; None where she was not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employed: Option<bool>,
    /// Who asked.
    pub by: StaffId,
}

impl Exit {
    /// When she is to be asked, the soonest first: only if she agreed, and while she did not say that it is enough.
    pub fn follow_ups(&self, months: &[u32], made: &[FollowUp]) -> Vec<FollowUpDue> {
        let enough = made.iter().any(|follow_up| follow_up.reached == Reached::NoMore);
        if self.follow_up != FollowUpAgreement::Agreed || self.reason == ExitReason::Died || enough {
            return Vec::new();
        }
        let mut months: Vec<u32> = months.to_vec();
        months.sort_unstable();
        months.dedup();
        months.retain(|month| !made.iter().any(|follow_up| follow_up.month == *month));
        months.into_iter().map(|month| FollowUpDue { month, due_on: months_after(self.on, month) }).collect()
    }
}
