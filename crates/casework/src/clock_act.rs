//! What is done with the clock: extension, pause, resumption, transfer, return, a new episode, a plan for the time after the end.
//! Each gives a new clock; the old one stays as it was written.

use jiff::civil::Date;

use crate::clock::{Clock, ClockRefusal, Extension, Holding, Pause, PauseReason, PlanBeyond, Start};
use crate::clock_law::ReEntryRule;
use crate::id::CentreId;
use crate::version::Version;

impl Clock {
    /// Extends: on a ground of the law, with evidence, decided on or before the end, within the maximum.
    pub fn extend(&self, extension: Extension) -> Result<Self, ClockRefusal> {
        let decided_on = extension.decided_on;
        let end = self.end(decided_on).ok_or(ClockRefusal::MonthsNotKnown)?;
        let months = self.months().ok_or(ClockRefusal::MonthsNotKnown)?;
        let maximum = *self.law.of_clock(|clock| &clock.maximum_months).ok_or(ClockRefusal::MonthsNotKnown)?;
        let grounds = &self.law.clock.extension_grounds;
        match () {
            () if !grounds.iter().any(|row| row.value.code == extension.ground) => Err(ClockRefusal::GroundNotInLaw),
            () if extension.months == 0 => Err(ClockRefusal::NoMonths),
            () if decided_on < self.started_on => Err(ClockRefusal::DecidedBeforeStart),
            () if decided_on > end => Err(ClockRefusal::DecidedAfterEnd),
            () if months.saturating_add(extension.months) > maximum => Err(ClockRefusal::OverMaximum),
            () => {
                let mut clock = self.clone();
                clock.extensions.push(extension);
                Ok(clock)
            }
        }
    }

    /// Pauses from a day on.
    pub fn pause(&self, reason: PauseReason, from: Date) -> Result<Self, ClockRefusal> {
        match () {
            () if self.open_pause().is_some() => Err(ClockRefusal::AlreadyPaused),
            () if from < self.last_act() => Err(ClockRefusal::OutOfOrder),
            () => {
                let mut clock = self.clone();
                clock.pauses.push(Pause { reason, from, until: None });
                Ok(clock)
            }
        }
    }

    /// Goes on from a day on; the days used before stay used.
    pub fn resume(&self, on: Date) -> Result<Self, ClockRefusal> {
        let mut clock = self.clone();
        let pause = clock.pauses.last_mut().filter(|pause| pause.until.is_none()).ok_or(ClockRefusal::NotPaused)?;
        if on < pause.from {
            return Err(ClockRefusal::OutOfOrder);
        }
        pause.until = Some(on);
        Ok(clock)
    }

    /// Goes with her to another centre, which takes her in on a day. All days used and all extensions go along (R11).
    pub fn transfer(&self, to: CentreId, taken_in_on: Date) -> Result<Self, ClockRefusal> {
        // Who is taken in is served: whatever kept her away is over.
        let mut clock = if self.open_pause().is_some() { self.resume(taken_in_on)? } else { self.clone() };
        if taken_in_on < clock.last_act() {
            return Err(ClockRefusal::OutOfOrder);
        }
        clock.held_by.push(Holding { centre: to, from: taken_in_on });
        Ok(clock)
    }

    /// She comes back within the same episode: by the rule of the law the old clock goes on or a new one begins.
    pub fn return_of(&self, back: Start, law: &Version) -> Result<Self, ClockRefusal> {
        let on = back.admitted_on.ok_or(ClockRefusal::NotStarted)?;
        match self.re_entry_rule().ok_or(ClockRefusal::RuleNotKnown)? {
            ReEntryRule::Continues if self.held_by.last().is_some_and(|holding| holding.centre == back.centre) => {
                self.resume(on)
            }
            ReEntryRule::Continues => self.resume(on)?.transfer(back.centre, on),
            ReEntryRule::Restarts if on < self.last_act() => Err(ClockRefusal::OutOfOrder),
            ReEntryRule::Restarts => Self::start(Start { episode: self.episode, ..back }, law),
        }
    }

    /// She was trafficked again: a new clock begins, with all its months. `start.episode` is not looked at.
    pub fn next_episode(&self, start: Start, law: &Version) -> Result<Self, ClockRefusal> {
        let next = Self::start(Start { episode: self.episode.saturating_add(1), ..start }, law)?;
        if next.started_on < self.started_on { Err(ClockRefusal::OutOfOrder) } else { Ok(next) }
    }

    /// Writes down how help goes on after the end.
    pub fn agree_beyond(&self, plan: PlanBeyond) -> Result<Self, ClockRefusal> {
        match () {
            () if plan.plan.trim().is_empty() => Err(ClockRefusal::EmptyPlan),
            () if plan.agreed_on < self.started_on => Err(ClockRefusal::OutOfOrder),
            () => Ok(Self { plan_beyond: Some(plan), ..self.clone() }),
        }
    }

    fn open_pause(&self) -> Option<&Pause> {
        self.pauses.last().filter(|pause| pause.until.is_none())
    }
}
