//! The law of one day, and what a case keeps of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Zone;
use crate::clock_law::ClockLaw;
use crate::criterion::Ground;
use crate::dated::{Dated, Parameter, rows_on};
use crate::eligibility::RefusalReason;
use crate::law::{Deadline, Law, RetentionLaw};

/// The law as it is on one day: of each term only what is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The day.
    pub on: Date,
    /// What is in force on it.
    pub law: Law,
}

/// What a decision and a clock keep of the law they were made under (R20): later editions of the law do not touch them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Which law.
    pub law: String,
    /// Which edition of its file.
    pub edition: String,
    /// The day.
    pub on: Date,
    /// The service clock.
    pub clock: ClockLaw,
    /// The grounds on which services were owed.
    pub grounds: Vec<Dated<Ground>>,
    /// Working days for acts of authorities.
    pub deadlines: BTreeMap<Deadline, Parameter<u32>>,
}

impl Law {
    /// The law of one day.
    pub fn version_on(&self, on: Date) -> Version {
        let retention = &self.retention;
        let law = Self {
            id: self.id.clone(),
            edition: self.edition.clone(),
            zone: Zone { name: self.zone.name.clone(), rule: self.zone.rule.only(on) },
            acts: self.acts.iter().filter(|act| act.is_in_force(on)).cloned().collect(),
            clock: self.clock.on(on),
            deadlines: self.deadlines.iter().map(|(deadline, days)| (*deadline, days.only(on))).collect(),
            referral_working_days: self.referral_working_days.only(on),
            rest_days: self.rest_days.only(on),
            holidays: self.holidays.only(on),
            offences: rows_on(&self.offences, on),
            criteria: rows_on(&self.criteria, on),
            grounds: rows_on(&self.grounds, on),
            refusal_reasons: rows_on(&self.refusal_reasons, on),
            services: rows_on(&self.services, on),
            exit_reasons: rows_on(&self.exit_reasons, on),
            follow_up_months: self.follow_up_months.only(on),
            benefit_unit: self.benefit_unit.only(on),
            consent_days: self.consent_days.only(on),
            retention: RetentionLaw {
                draft_days: retention.draft_days.only(on),
                negative_screening_days: retention.negative_screening_days.only(on),
                case_years: retention.case_years.only(on),
            },
        };
        Version { on, law }
    }
}

impl Version {
    /// The value of a term in this version.
    pub fn term<'a, T>(&'a self, term: impl FnOnce(&'a Law) -> &'a Parameter<T>) -> Option<&'a T> {
        term(&self.law).in_force(self.on).map(|dated| &dated.value)
    }

    /// The law's row about a reason to refuse, where it is lawful on this day.
    pub fn refusal_reason(&self, reason: RefusalReason) -> Option<&Dated<RefusalReason>> {
        self.law.refusal_reasons.iter().find(|row| row.value == reason)
    }

    /// What a case keeps of this version.
    pub fn terms(&self) -> Terms {
        Terms {
            law: self.law.id.clone(),
            edition: self.law.edition.clone(),
            on: self.on,
            clock: self.law.clock.clone(),
            grounds: self.law.grounds.clone(),
            deadlines: self.law.deadlines.clone(),
        }
    }
}

impl Terms {
    /// The value of a term of the clock.
    pub fn of_clock<'a, T>(&'a self, term: impl FnOnce(&'a ClockLaw) -> &'a Parameter<T>) -> Option<&'a T> {
        term(&self.clock).in_force(self.on).map(|dated| &dated.value)
    }
}
