//! The individual plan: what she wants, in her words, which services, by whom and how often, signed; and what became of it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{days_after, days_between, months_after};
use crate::code::codes;
use crate::service::{Delivered, ServiceCode, service_days};

/// A plan. Field names follow HTCDS 2.0 (`spl_Objectives`, `spl_PlannedEndDate`, `spl_ActualEndDate`) where it has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The day on which it was made.
    pub made_on: Date,
    /// What she wants, in her words.
    pub objectives: Vec<Goal>,
    /// The services.
    pub services: Vec<PlannedService>,
    /// The last day of the plan.
    pub planned_end_date: Date,
    /// The day on which it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_end_date: Option<Date>,
    /// Who signed it.
    #[serde(default)]
    pub signed: Vec<Signature>,
}

/// Something she wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// In her words.
    pub words: String,
    /// The language of the words: a BCP 47 tag.
    pub language: String,
    /// How far it is.
    pub progress: Progress,
}

codes! {
    /// How far a goal is.
    Progress {
        /// Not begun.
        Ahead = "ahead",
        /// Begun.
        UnderWay = "under_way",
        /// Reached.
        Reached = "reached",
        /// She wants something else now.
        Dropped = "dropped",
    }
}

/// A service of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedService {
    /// The kind.
    pub kind: ServiceCode,
    /// Who gives it: a person's work or an organisation.
    pub who: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// How many times in each period.
    pub times: u32,
    /// The period.
    pub every: Every,
}

codes! {
    /// The period in which a service is given a number of times.
    Every {
        /// Once in all.
        Once = "once",
        /// Each day.
        Day = "day",
        /// Each seven days from the first.
        Week = "week",
        /// Each calendar month from the first day.
        Month = "month",
    }
}

/// That somebody signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Who.
    pub signer: Signer,
    /// The day.
    pub on: Date,
}

codes! {
    /// Who signs a plan.
    Signer {
        /// She herself.
        Person = "person",
        /// Guardian or legal representative.
        Guardian = "guardian",
        /// The worker who is responsible.
        Worker = "worker",
        /// The head of the centre.
        Head = "head",
    }
}

codes! {
    /// Why a plan cannot be written down as it is.
    PlanRefusal {
        /// No goal in her words.
        NoGoal = "no_goal",
        /// No service.
        NoService = "no_service",
        /// A kind that the law of the day does not name.
        UnknownService = "unknown_service",
        /// A service without anybody to give it.
        Nobody = "nobody",
        /// A service no times.
        NoTimes = "no_times",
        /// A last day before the first.
        EndsBeforeItBegins = "ends_before_it_begins",
        /// It was signed before it was made, or twice by one.
        Signature = "signature",
    }
}

/// Planned against delivered for one kind, between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The kind.
    pub kind: ServiceCode,
    /// How many times it was planned.
    pub planned: u32,
    /// How many times it was given.
    pub delivered: u32,
    /// On how many days.
    pub days: u32,
}

impl Plan {
    /// Takes a plan whose services are among the kinds of the law.
    pub fn new(plan: Self, kinds: &BTreeSet<ServiceCode>) -> Result<Self, PlanRefusal> {
        match () {
            () if !plan.objectives.iter().any(|goal| !goal.words.trim().is_empty()) => Err(PlanRefusal::NoGoal),
            () if plan.services.is_empty() => Err(PlanRefusal::NoService),
            () if plan.planned_end_date < plan.made_on => Err(PlanRefusal::EndsBeforeItBegins),
            () => {
                plan.services.iter().try_for_each(|service| service.check(kinds))?;
                let (unsigned, signatures) = (Self { signed: Vec::new(), ..plan.clone() }, plan.signed);
                signatures.into_iter().try_fold(unsigned, |plan, signature| plan.sign(signature))
            }
        }
    }

    /// The plan with one more signature.
    pub fn sign(&self, signature: Signature) -> Result<Self, PlanRefusal> {
        if signature.on < self.made_on || self.is_signed_by(signature.signer) {
            return Err(PlanRefusal::Signature);
        }
        let mut plan = self.clone();
        plan.signed.push(signature);
        Ok(plan)
    }

    /// Whether somebody signed.
    pub fn is_signed_by(&self, signer: Signer) -> bool {
        self.signed.iter().any(|signature| signature.signer == signer)
    }

    /// Planned against delivered from one day to another, both counted: the guaranteed kinds first, also those of which nothing was
    /// planned or given, then any other.
    pub fn against(&self, delivered: &[Delivered], guaranteed: &[ServiceCode], from: Date, to: Date) -> Vec<Line> {
        let named: BTreeSet<&ServiceCode> = self.services.iter().map(|service| &service.kind).collect();
        let given: BTreeSet<&ServiceCode> = delivered.iter().map(|service| &service.kind).collect();
        let others = named.union(&given).copied().filter(|kind| !guaranteed.contains(kind));
        guaranteed.iter().chain(others).map(|kind| self.line(kind, delivered, from, to)).collect()
    }

    fn line(&self, kind: &ServiceCode, delivered: &[Delivered], from: Date, to: Date) -> Line {
        let of_kind: Vec<Delivered> =
            delivered.iter().filter(|one| one.kind == *kind && (from..=to).contains(&one.on)).cloned().collect();
        let planned = self.services.iter().filter(|service| service.kind == *kind).map(|service| service.due(from, to));
        Line {
            kind: kind.clone(),
            planned: planned.fold(0, u32::saturating_add),
            delivered: count(of_kind.len()),
            days: count(service_days(&of_kind, from, to).len()),
        }
    }
}

impl PlannedService {
    /// How many times it is due from one day to another, both counted: each period counts on its first day.
    pub fn due(&self, from: Date, to: Date) -> u32 {
        let last = to.min(self.to);
        let periods = self.begun_by(last).saturating_sub(if self.from < from {
            self.begun_by(days_after(from, -1).min(self.to))
        } else {
            0
        });
        periods.saturating_mul(self.times)
    }

    /// Periods that have begun by a day.
    fn begun_by(&self, day: Date) -> u32 {
        let days = days_between(self.from, day);
        if days < 0 {
            return 0;
        }
        match self.every {
            Every::Once => 1,
            Every::Day => count(days as usize + 1),
            Every::Week => count(days as usize / 7 + 1),
            Every::Month => {
                // The same day of a later month, clamped: count months until the day is passed.
                let whole = (i32::from(day.year()) - i32::from(self.from.year())) * 12 + i32::from(day.month())
                    - i32::from(self.from.month());
                let whole = u32::try_from(whole).unwrap_or(0);
                if months_after(self.from, whole) <= day { whole + 1 } else { whole }
            }
        }
    }

    fn check(&self, kinds: &BTreeSet<ServiceCode>) -> Result<(), PlanRefusal> {
        match () {
            () if !kinds.contains(&self.kind) => Err(PlanRefusal::UnknownService),
            () if self.who.trim().is_empty() => Err(PlanRefusal::Nobody),
            () if self.times == 0 => Err(PlanRefusal::NoTimes),
            () if self.to < self.from => Err(PlanRefusal::EndsBeforeItBegins),
            () => Ok(()),
        }
    }
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
