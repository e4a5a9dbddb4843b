//! The service clock: how long services are owed, how much of it is used, when it ends. It warns and asks; it never blocks help.
//!
//! Days are days of the country's calendar. The end is the last day owed: a clock of six months that starts on 15 January ends on
//! 15 July. Days used are days gone by since the start without pauses that stop the clock, so used and left always make the whole.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{days_after, days_between, months_after};
use crate::clock_law::{PauseRule, ReEntryRule, StartRule};
use crate::code::codes;
use crate::id::{CentreId, EvidenceRef, StaffId};
use crate::version::{Terms, Version};

/// The clock of one episode of trafficking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// Which episode: 1, 2 …
    pub episode: u32,
    /// The first day.
    pub started_on: Date,
    /// Where the days were used, the first centre first (R11).
    pub held_by: Vec<Holding>,
    /// Pauses, the oldest first. At most the last one is open.
    pub pauses: Vec<Pause>,
    /// Extensions, the oldest first.
    pub extensions: Vec<Extension>,
    /// The plan for the time after the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_beyond: Option<PlanBeyond>,
    /// The law that it runs under (R20).
    pub law: Terms,
}

/// A centre and its time with the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    /// The centre.
    pub centre: CentreId,
    /// Its first day.
    pub from: Date,
}

/// A time in which she was not served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// Why.
    pub reason: PauseReason,
    /// The first day.
    pub from: Date,
    /// The day on which services went on. None while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

codes! {
    /// Why she is not served for a time.
    PauseReason {
        /// She is in a medical institution.
        MedicalStay = "medical_stay",
        /// She left and did not say so.
        LeftWithoutNotice = "left_without_notice",
        /// She has left the services.
        Exited = "exited",
        /// She is on her way to another centre.
        Transfer = "transfer",
    }
}

/// More months, on a ground of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The code of the ground.
    pub ground: String,
    /// How many months.
    pub months: u32,
    /// What shows the ground.
    pub evidence: EvidenceRef,
    /// The day of the decision.
    pub decided_on: Date,
    /// Who decided.
    pub decided_by: StaffId,
}

/// What was agreed for the time after the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanBeyond {
    /// How help goes on and who pays.
    pub plan: String,
    /// The day.
    pub agreed_on: Date,
    /// Who agreed it with her.
    pub agreed_by: StaffId,
}

/// How the clock stands on a day. No state forbids anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum State {
    /// The months that are owed are not known for the day it started.
    NotKnown,
    /// It has not started yet.
    Ahead {
        /// Days until it does.
        days: i64,
    },
    /// It runs.
    Running {
        /// Days left; 0 on the last day.
        days_left: i64,
        /// The narrowest warning that is reached.
        warning: Option<u32>,
    },
    /// It is paused, within the time that is owed.
    Paused {
        /// Days left.
        days_left: i64,
    },
    /// The guaranteed volume is over. Help goes on; a plan for it is asked for.
    Beyond {
        /// Days past the end.
        days: i64,
        /// Whether a plan is still missing.
        needs_plan: bool,
    },
}

impl State {
    /// The last part of the key of its words.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotKnown => "not_known",
            Self::Ahead { .. } => "ahead",
            Self::Running { .. } => "running",
            Self::Paused { .. } => "paused",
            Self::Beyond { .. } => "beyond",
        }
    }

    /// The names of all states.
    pub const NAMES: [&'static str; 5] = ["not_known", "ahead", "running", "paused", "beyond"];
}

codes! {
    /// Why an act on the clock cannot be written down as it was given. It never means that she is not helped.
    ClockRefusal {
        /// The day that starts the clock is not there yet.
        NotStarted = "not_started",
        /// The law does not say what starts it, or what a return does.
        RuleNotKnown = "rule_not_known",
        /// The law does not say how many months.
        MonthsNotKnown = "months_not_known",
        /// The ground is none of the law.
        GroundNotInLaw = "ground_not_in_law",
        /// An extension has at least one month.
        NoMonths = "no_months",
        /// The end was over on the day of the decision.
        DecidedAfterEnd = "decided_after_end",
        /// The decision is before the start.
        DecidedBeforeStart = "decided_before_start",
        /// It would be more than the maximum.
        OverMaximum = "over_maximum",
        /// The clock is paused already.
        AlreadyPaused = "already_paused",
        /// The clock is not paused.
        NotPaused = "not_paused",
        /// The day is before something that happened already.
        OutOfOrder = "out_of_order",
        /// A plan has words.
        EmptyPlan = "empty_plan",
    }
}

/// The days between which a clock may start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// Which episode of trafficking.
    pub episode: u32,
    /// The centre.
    pub centre: CentreId,
    /// The day of admission, once it is there.
    pub admitted_on: Option<Date>,
    /// The day of the decision that services are owed, once it is there.
    pub decided_on: Option<Date>,
}

impl Clock {
    /// Starts the clock of an episode under the law of the decision: on the day that its rule names.
    pub fn start(start: Start, law: &Version) -> Result<Self, ClockRefusal> {
        let law = law.terms();
        let rule = *law.of_clock(|clock| &clock.start).ok_or(ClockRefusal::RuleNotKnown)?;
        let day = match rule {
            StartRule::Admission => start.admitted_on,
            StartRule::Decision => start.decided_on,
        };
        let started_on = day.ok_or(ClockRefusal::NotStarted)?;
        Ok(Self {
            episode: start.episode,
            started_on,
            held_by: vec![Holding { centre: start.centre, from: started_on }],
            pauses: Vec::new(),
            extensions: Vec::new(),
            plan_beyond: None,
            law,
        })
    }

    /// Months owed, extensions counted. None where the law of the start does not say.
    pub fn months(&self) -> Option<u32> {
        let base = *self.law.of_clock(|clock| &clock.base_months)?;
        Some(self.extensions.iter().fold(base, |sum, extension| sum.saturating_add(extension.months)))
    }

    /// The last day owed, as it stands on a day: while a pause stops the clock, the end moves on with it.
    pub fn end(&self, on: Date) -> Option<Date> {
        Some(days_after(months_after(self.started_on, self.months()?), self.days_paused(on)))
    }

    /// Days used by a day. A pause neither adds nor takes.
    pub fn days_used(&self, on: Date) -> i64 {
        (days_between(self.started_on, on) - self.days_paused(on)).max(0)
    }

    /// Days left on a day; 0 on the last day, negative after it.
    pub fn days_left(&self, on: Date) -> Option<i64> {
        Some(days_between(on, self.end(on)?))
    }

    /// Days used in each centre by a day: they go with her (R11).
    pub fn days_by_centre(&self, on: Date) -> Vec<(&CentreId, i64)> {
        let leaves = self.held_by.iter().skip(1).map(|next| next.from.min(on)).chain([on]);
        let days = |from: Date, to: Date| self.days_used(to) - self.days_used(from.min(to));
        self.held_by.iter().zip(leaves).map(|(holding, to)| (&holding.centre, days(holding.from, to))).collect()
    }

    /// How it stands on a day.
    pub fn state(&self, on: Date) -> State {
        let Some(days_left) = self.days_left(on) else { return State::NotKnown };
        match () {
            () if on < self.started_on => State::Ahead { days: days_between(on, self.started_on) },
            () if days_left < 0 => State::Beyond { days: -days_left, needs_plan: self.plan_beyond.is_none() },
            () if self.is_paused(on) => State::Paused { days_left },
            () => State::Running { days_left, warning: self.warning(days_left) },
        }
    }

    /// The days on which the team is to be told, the farthest first. None while a pause stops the clock: the end is open.
    pub fn warnings(&self, on: Date) -> Option<Vec<(u32, Date)>> {
        let stopped = self.is_paused(on) && self.pause_rule() == PauseRule::Stops;
        let end = self.end(on).filter(|_| !stopped)?;
        let mut days = self.law.of_clock(|clock| &clock.warning_days)?.clone();
        days.sort_unstable_by(|one, two| two.cmp(one));
        days.dedup();
        Some(days.into_iter().map(|before| (before, days_after(end, -i64::from(before)))).collect())
    }

    /// Whether it is paused on a day.
    pub fn is_paused(&self, on: Date) -> bool {
        self.pauses.iter().any(|pause| pause.from <= on && pause.until.is_none_or(|until| on < until))
    }

    fn warning(&self, days_left: i64) -> Option<u32> {
        let days = self.law.of_clock(|clock| &clock.warning_days)?;
        days.iter().copied().filter(|&before| days_left <= i64::from(before)).min()
    }

    /// Where the law is silent a pause takes nothing from her.
    fn pause_rule(&self) -> PauseRule {
        self.law.of_clock(|clock| &clock.pause).copied().unwrap_or(PauseRule::Stops)
    }

    fn days_paused(&self, on: Date) -> i64 {
        if self.pause_rule() == PauseRule::Runs {
            return 0;
        }
        let days = |pause: &Pause| days_between(pause.from, pause.until.unwrap_or(on).min(on)).max(0);
        self.pauses.iter().map(days).sum()
    }

    pub(crate) fn last_act(&self) -> Date {
        let held = self.held_by.iter().map(|holding| holding.from);
        let paused = self.pauses.iter().map(|pause| pause.until.unwrap_or(pause.from));
        held.chain(paused).fold(self.started_on, Date::max)
    }

    pub(crate) fn re_entry_rule(&self) -> Option<ReEntryRule> {
        self.law.of_clock(|clock| &clock.re_entry).copied()
    }
}
