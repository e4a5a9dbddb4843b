//! Law as data: what a country's acts say about months, grounds, reasons, services and periods, each value with its days,
//! its article, its source, and whether that was checked. A country is a file; nothing here knows one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{RestDays, Weekday, YearDay, Zone};
use crate::clock_law::ClockLaw;
use crate::code::codes;
use crate::criterion::{Criterion, Ground};
use crate::dated::{Dated, Parameter};
use crate::eligibility::RefusalReason;
use crate::exit::ExitReason;
use crate::proceeding::Offence;
use crate::service::{ServiceCode, ServiceKind};

/// All that the acts of one country say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Which law: the name of its folder.
    pub id: String,
    /// Which edition of the file.
    pub edition: String,
    /// The country's calendar.
    pub zone: Zone,
    /// The acts.
    pub acts: Vec<Act>,
    /// The service clock.
    pub clock: ClockLaw,
    /// Working days for an act of an authority. What is absent is not known.
    #[serde(default)]
    pub deadlines: BTreeMap<Deadline, Parameter<u32>>,
    /// Working days until a referral without an answer goes up.
    pub referral_working_days: Parameter<u32>,
    /// Days of the week on which no office answers.
    #[serde(default)]
    pub rest_days: Parameter<Vec<Weekday>>,
    /// Days of the year on which no office answers, as far as they are known.
    #[serde(default)]
    pub holidays: Parameter<Vec<YearDay>>,
    /// The offences by which proceedings are led.
    #[serde(default)]
    pub offences: Vec<Dated<Offence>>,
    /// The criteria that an assessment answers.
    pub criteria: Vec<Dated<Criterion>>,
    /// The grounds on which services are owed.
    pub grounds: Vec<Dated<Ground>>,
    /// The lawful reasons to refuse; the article of each is its basis.
    pub refusal_reasons: Vec<Dated<RefusalReason>>,
    /// The kinds of services.
    pub services: Vec<Dated<ServiceKind>>,
    /// Why services end.
    pub exit_reasons: Vec<Dated<ExitReason>>,
    /// Months after the exit in which she is asked how she is, if she agreed.
    pub follow_up_months: Parameter<Vec<u32>>,
    /// The unit in which benefits are reckoned, in whole units of the currency.
    pub benefit_unit: Parameter<u64>,
    /// Days for which a consent holds where nobody names an end.
    pub consent_days: Parameter<u32>,
    /// How long what is written is kept.
    pub retention: RetentionLaw,
}

/// An act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// How rows name it.
    pub id: String,
    /// Title, date and number.
    pub title: String,
    /// In force since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// The last day, where it was repealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Where it was read.
    pub source: String,
    /// Whether its content was read, not only its title.
    pub content_read: bool,
}

/// How long what is written is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionLaw {
    /// Days for a draft that nobody saved.
    pub draft_days: Parameter<u32>,
    /// Days for a screening that showed nothing.
    pub negative_screening_days: Parameter<u32>,
    /// Years for a case after its closure.
    pub case_years: Parameter<u32>,
}

codes! {
    /// An act of an authority for which the law may set working days.
    Deadline {
        /// The decision on services.
        Decision = "decision",
        /// The individual plan.
        Plan = "plan",
        /// The review of the plan.
        PlanReview = "plan_review",
        /// An appeal against a refusal.
        Appeal = "appeal",
    }
}

/// Words of a row in each language of the pages, by tag.
pub type Names = BTreeMap<String, String>;

impl Law {
    /// The days of rest as they are known on a day.
    pub fn rest(&self, on: Date) -> RestDays {
        let week = self.rest_days.in_force(on).map(|row| row.value.iter().copied().collect());
        let year = self.holidays.in_force(on).map(|row| row.value.iter().copied().collect());
        RestDays { week: week.unwrap_or_default(), year: year.unwrap_or_default() }
    }

    /// The day by which a referral that is made on a day has an answer; nothing where no number of days is known.
    pub fn referral_due(&self, on: Date) -> Option<Date> {
        let days = self.referral_working_days.in_force(on)?.value;
        Some(self.rest(on).working_days_after(on, days))
    }

    /// Working days for an act, where they are known on that day.
    pub fn deadline(&self, deadline: Deadline, on: Date) -> Option<&Dated<u32>> {
        self.deadlines.get(&deadline)?.in_force(on)
    }

    /// The guaranteed services of a day, in the order of the law.
    pub fn guaranteed(&self, on: Date) -> Vec<ServiceCode> {
        let mut kinds: Vec<&ServiceKind> =
            self.services.iter().filter(|row| row.holds_on(on)).map(|row| &row.value).collect();
        kinds.retain(|kind| kind.guaranteed);
        kinds.sort_by_key(|kind| kind.order);
        kinds.into_iter().map(|kind| kind.code.clone()).collect()
    }
}

impl Act {
    /// Whether it holds on a day.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.in_force.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }
}
