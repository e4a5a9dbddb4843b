//! The stages of a case and the steps between them, as a table that pages, help and tests walk.
//!
//! No step asks for consent to share, for papers or for cooperation: who refuses those stays on the way to services (R7).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::StaffId;

codes! {
    /// Where a case stands.
    Stage {
        /// There is a sign; help is offered.
        Presumed = "presumed",
        /// In danger: a bed tonight, questions later.
        Emergency = "emergency",
        /// An instrument was used.
        Screened = "screened",
        /// Trafficking is not shown: another way to help.
        NotShown = "not_shown",
        /// A body or an organisation found that she is a victim.
        Identified = "identified",
        /// She wants nothing written: she counts, without identity. The door stays open.
        AnonymousCount = "anonymous_count",
        /// She agreed to something being shared.
        Consented = "consented",
        /// Needs, risk and criteria are assessed.
        Assessed = "assessed",
        /// Services are owed.
        Eligible = "eligible",
        /// Services were refused; appeal and new facts are open.
        Refused = "refused",
        /// The plan is signed.
        Planned = "planned",
        /// Services are given.
        Served = "served",
        /// Services rest for a time.
        Suspended = "suspended",
        /// Services are given in extended time.
        Extended = "extended",
        /// Services ended.
        Exited = "exited",
        /// She is asked how she is.
        FollowUp = "follow_up",
        /// The case is open again.
        Reopened = "reopened",
        /// The case is closed.
        Closed = "closed",
        /// Identity and story are destroyed; a coarse row stays.
        Erased = "erased",
    }
}

codes! {
    /// A step from one stage to another.
    Step {
        /// Use an instrument.
        Screen = "screen",
        /// More facts are needed.
        AskMore = "ask_more",
        /// The result is negative.
        ShowNothing = "show_nothing",
        /// A body or an organisation decides.
        Identify = "identify",
        /// A bed tonight.
        Shelter = "shelter",
        /// She agrees to something being shared.
        Consent = "consent",
        /// She wants nothing written.
        CountAnonymously = "count_anonymously",
        /// Assess needs, risk and criteria.
        Assess = "assess",
        /// Services are owed.
        Accept = "accept",
        /// Services are refused.
        Refuse = "refuse",
        /// She appeals, or there are new facts.
        Appeal = "appeal",
        /// Make the plan.
        Plan = "plan",
        /// Take her in.
        Admit = "admit",
        /// Services rest.
        Suspend = "suspend",
        /// Services go on.
        Resume = "resume",
        /// The time is extended.
        Extend = "extend",
        /// Services end.
        Exit = "exit",
        /// Ask how she is, as agreed.
        FollowUp = "follow_up",
        /// New facts, or trafficked again.
        Reopen = "reopen",
        /// Nothing is left to do.
        Close = "close",
        /// The time of keeping is over.
        Erase = "erase",
    }
}

/// Every way from one stage to another. A pair of stage and step leads to one stage.
pub const WAYS: &[(Stage, Step, Stage)] = {
    use Stage::*;
    &[
        (Presumed, Step::Screen, Screened),
        (Presumed, Step::Shelter, Emergency),
        (Presumed, Step::Identify, Identified),
        (Presumed, Step::CountAnonymously, AnonymousCount),
        (Presumed, Step::Close, Closed),
        (Emergency, Step::Screen, Screened),
        (Emergency, Step::Identify, Identified),
        (Emergency, Step::CountAnonymously, AnonymousCount),
        (Emergency, Step::Exit, Exited),
        (Emergency, Step::Close, Closed),
        (Screened, Step::AskMore, Presumed),
        (Screened, Step::Shelter, Emergency),
        (Screened, Step::ShowNothing, NotShown),
        (Screened, Step::Identify, Identified),
        (Screened, Step::CountAnonymously, AnonymousCount),
        (Screened, Step::Close, Closed),
        // A presumed victim is owed help as well: the assessment does not wait for the decision on status.
        (Screened, Step::Assess, Assessed),
        (NotShown, Step::AskMore, Presumed),
        (NotShown, Step::Close, Closed),
        (Identified, Step::Consent, Consented),
        (Identified, Step::Assess, Assessed),
        (Identified, Step::CountAnonymously, AnonymousCount),
        (Identified, Step::Close, Closed),
        (AnonymousCount, Step::AskMore, Presumed),
        (AnonymousCount, Step::Assess, Assessed),
        (AnonymousCount, Step::Close, Closed),
        (Consented, Step::Assess, Assessed),
        (Consented, Step::CountAnonymously, AnonymousCount),
        (Consented, Step::Close, Closed),
        (Assessed, Step::Accept, Eligible),
        (Assessed, Step::Refuse, Refused),
        (Assessed, Step::CountAnonymously, AnonymousCount),
        (Assessed, Step::Close, Closed),
        (Refused, Step::Appeal, Assessed),
        (Refused, Step::Close, Closed),
        (Eligible, Step::Plan, Planned),
        // Taken in tonight, planned tomorrow.
        (Eligible, Step::Admit, Served),
        (Eligible, Step::CountAnonymously, AnonymousCount),
        (Eligible, Step::Close, Closed),
        (Planned, Step::Admit, Served),
        (Planned, Step::Close, Closed),
        (Served, Step::Plan, Served),
        (Served, Step::Suspend, Suspended),
        (Served, Step::Extend, Extended),
        (Served, Step::Exit, Exited),
        (Extended, Step::Plan, Extended),
        (Extended, Step::Extend, Extended),
        (Extended, Step::Resume, Served),
        (Extended, Step::Suspend, Suspended),
        (Extended, Step::Exit, Exited),
        (Suspended, Step::Resume, Served),
        (Suspended, Step::Extend, Extended),
        (Suspended, Step::Exit, Exited),
        (Exited, Step::FollowUp, FollowUp),
        (Exited, Step::Reopen, Reopened),
        (Exited, Step::Close, Closed),
        (FollowUp, Step::FollowUp, FollowUp),
        (FollowUp, Step::Reopen, Reopened),
        (FollowUp, Step::Close, Closed),
        (Reopened, Step::Assess, Assessed),
        (Reopened, Step::Shelter, Emergency),
        (Reopened, Step::Close, Closed),
        (Closed, Step::Reopen, Reopened),
        (Closed, Step::Erase, Erased),
    ]
};

/// A step that does not lead anywhere from here, with those that do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` leads nowhere from `{}`", .step.name(), .from.name())]
pub struct NoWay {
    /// Where the case stands.
    pub from: Stage,
    /// The step.
    pub step: Step,
    /// The steps that lead somewhere.
    pub possible: Vec<Step>,
}

impl Stage {
    /// Where a step leads from here.
    pub fn take(self, step: Step) -> Result<Self, NoWay> {
        let way = WAYS.iter().find(|(from, taken, _)| *from == self && *taken == step);
        way.map(|(_, _, to)| *to).ok_or_else(|| NoWay { from: self, step, possible: self.steps() })
    }

    /// The steps that lead somewhere from here.
    pub fn steps(self) -> Vec<Step> {
        WAYS.iter().filter(|(from, ..)| *from == self).map(|(_, step, _)| *step).collect()
    }

    /// Whether somebody still works on the case.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Erased)
    }
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// From where.
    pub from: Stage,
    /// Which.
    pub step: Step,
    /// To where.
    pub to: Stage,
    /// The day.
    pub on: Date,
    /// By whom.
    pub by: StaffId,
}

/// The way of a case so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// The day of the first sign.
    pub began_on: Date,
    /// The steps, the oldest first.
    pub taken: Vec<Taken>,
}

/// Why a step is not written down.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// It leads nowhere from here.
    #[error(transparent)]
    NoWay(#[from] NoWay),
    /// It is dated before the last one.
    #[error("the step is dated before the last one, which was on {0}")]
    BeforeTheLast(Date),
}

impl StepRefused {
    /// The names of all reasons.
    pub const NAMES: [&'static str; 2] = ["no_way", "before_the_last"];

    /// The last part of the key of its words.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoWay(_) => "no_way",
            Self::BeforeTheLast(_) => "before_the_last",
        }
    }
}

impl Course {
    /// A case begins with a sign.
    pub fn begin(began_on: Date) -> Self {
        Self { began_on, taken: Vec::new() }
    }

    /// Where it stands.
    pub fn stage(&self) -> Stage {
        self.taken.last().map_or(Stage::Presumed, |taken| taken.to)
    }

    /// The course with one more step.
    pub fn take(&self, step: Step, on: Date, by: StaffId) -> Result<Self, StepRefused> {
        let last = self.taken.last().map_or(self.began_on, |taken| taken.on);
        if on < last {
            return Err(StepRefused::BeforeTheLast(last));
        }
        let from = self.stage();
        let to = from.take(step)?;
        let mut course = self.clone();
        course.taken.push(Taken { from, step, to, on, by });
        Ok(course)
    }
}
