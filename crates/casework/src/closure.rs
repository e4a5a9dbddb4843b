//! Closure: nothing is left to do on a case. It can be opened again on any day until its time of keeping is over.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::id::StaffId;
use crate::stage::{Stage, Step};

coded! {
    /// Why a case is closed.
    "closure-reason"
    pub enum ClosureReason {
        /// Services ended, and what was agreed for after is done or not wanted.
        AfterExit = "after_exit",
        /// Trafficking was not shown; she was told where other help is.
        NotShown = "not_shown",
        /// She wants no case, or no longer. She counts without identity, and the door stays open.
        OwnWish = "own_wish",
        /// Services were refused and she does not appeal, or were owed and she did not take them.
        NoServices = "no_services",
    }
}

/// That a case was closed: class *meta*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// The day.
    pub on: Date,
    /// Why.
    pub reason: ClosureReason,
    /// Who wrote it down.
    pub recorded_by: StaffId,
}

coded! {
    /// Why a case is not closed now.
    "closure-refusal"
    pub enum ClosureRefusal {
        /// Services go on: they are ended first, so that clock and place follow.
        ServicesGoOn = "services_go_on",
        /// She sleeps here: the stay is ended first.
        SleepsHere = "sleeps_here",
        /// It is closed already.
        Closed = "closed",
        /// Services did not end, so this is not after an exit.
        NoExit = "no_exit",
    }
}

/// The steps that closing takes from a stage, in the order in which they are written down.
///
/// # Errors
/// Why it cannot be closed now.
pub fn steps(stage: Stage, reason: ClosureReason, sleeps_here: bool) -> Result<Vec<Step>, ClosureRefusal> {
    match stage {
        Stage::Closed | Stage::Erased => return Err(ClosureRefusal::Closed),
        Stage::Served | Stage::Extended | Stage::Suspended => return Err(ClosureRefusal::ServicesGoOn),
        _ if sleeps_here => return Err(ClosureRefusal::SleepsHere),
        Stage::Exited | Stage::FollowUp => return Ok(vec![Step::Close]),
        _ if reason == ClosureReason::AfterExit => return Err(ClosureRefusal::NoExit),
        _ => {}
    }
    let before = match reason {
        ClosureReason::OwnWish => Step::CountAnonymously,
        ClosureReason::NotShown => Step::ShowNothing,
        ClosureReason::NoServices | ClosureReason::AfterExit => return Ok(vec![Step::Close]),
    };
    Ok(if stage.take(before).is_ok() { vec![before, Step::Close] } else { vec![Step::Close] })
}
