//! A threat to life: something is given out without consent, because somebody may die otherwise. It is an act of its own, with its
//! reason, its author and a second person, in the log for good; it is no consent and makes no proof of one.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::class::Class;
use crate::code::codes;
use crate::id::StaffId;
use crate::recipient::Recipient;

codes! {
    /// Whose life is in danger.
    Endangered {
        /// Hers.
        Her = "her",
        /// A child's.
        Child = "child",
        /// Somebody else's.
        Other = "other",
    }
}

/// The act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Alarm", into = "Alarm")]
pub struct LifeThreat(Alarm);

/// What is written down of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alarm {
    /// Whose life.
    pub endangered: Endangered,
    /// What the danger is, in a few words.
    pub danger: String,
    /// Who was told.
    pub recipient: Recipient,
    /// What was given: no more than the danger needs.
    pub classes: BTreeSet<Class>,
    /// The day.
    pub on: Date,
    /// Who gave it.
    pub by: StaffId,
    /// Who stood by the decision; a second person, who may be asked afterwards when nobody was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconded_by: Option<StaffId>,
    /// The day on which she was told of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_her_on: Option<Date>,
}

codes! {
    /// Why an act of a threat to life is not complete.
    AlarmRefusal {
        /// The danger is not described.
        NoDanger = "no_danger",
        /// The recipient has no name.
        NoRecipient = "no_recipient",
        /// No class is named.
        NoClasses = "no_classes",
        /// The second person is the first.
        SecondIsTheSame = "second_is_the_same",
        /// She was told before it happened.
        ToldBefore = "told_before",
    }
}

impl LifeThreat {
    /// Writes the act down.
    pub fn record(alarm: Alarm) -> Result<Self, AlarmRefusal> {
        match () {
            () if alarm.danger.trim().is_empty() => Err(AlarmRefusal::NoDanger),
            () if alarm.recipient.name.trim().is_empty() => Err(AlarmRefusal::NoRecipient),
            () if alarm.classes.is_empty() => Err(AlarmRefusal::NoClasses),
            () if alarm.seconded_by.as_ref() == Some(&alarm.by) => Err(AlarmRefusal::SecondIsTheSame),
            () if alarm.told_her_on.is_some_and(|told| told < alarm.on) => Err(AlarmRefusal::ToldBefore),
            () => Ok(Self(alarm)),
        }
    }

    /// The act with a second person who stands by it. One who did already stays.
    ///
    /// # Errors
    /// [`AlarmRefusal::SecondIsTheSame`].
    pub fn seconded(&self, by: &StaffId) -> Result<Self, AlarmRefusal> {
        let seconded_by = self.0.seconded_by.clone().or_else(|| Some(by.clone()));
        Self::record(Alarm { seconded_by, ..self.0.clone() })
    }

    /// The act, of which she was told on a day. The first day stays.
    ///
    /// # Errors
    /// [`AlarmRefusal::ToldBefore`].
    pub fn told_her(&self, on: Date) -> Result<Self, AlarmRefusal> {
        Self::record(Alarm { told_her_on: self.0.told_her_on.or(Some(on)), ..self.0.clone() })
    }

    /// Whose life.
    pub fn endangered(&self) -> Endangered {
        self.0.endangered
    }

    /// What the danger is.
    pub fn danger(&self) -> &str {
        &self.0.danger
    }

    /// Who was told.
    pub fn recipient(&self) -> &Recipient {
        &self.0.recipient
    }

    /// What was given.
    pub fn classes(&self) -> &BTreeSet<Class> {
        &self.0.classes
    }

    /// The day.
    pub fn on(&self) -> Date {
        self.0.on
    }

    /// Who gave it.
    pub fn by(&self) -> &StaffId {
        &self.0.by
    }

    /// Who stands by it beside whoever gave it.
    pub fn seconded_by(&self) -> Option<&StaffId> {
        self.0.seconded_by.as_ref()
    }

    /// Since when she knows.
    pub fn told_on(&self) -> Option<Date> {
        self.0.told_her_on
    }

    /// Whether a second person has still to look at it.
    pub fn needs_second(&self) -> bool {
        self.0.seconded_by.is_none()
    }

    /// Whether she has still to be told.
    pub fn needs_telling(&self) -> bool {
        self.0.told_her_on.is_none()
    }
}

impl TryFrom<Alarm> for LifeThreat {
    type Error = String;

    fn try_from(alarm: Alarm) -> Result<Self, String> {
        Self::record(alarm).map_err(|refusal| refusal.name().to_owned())
    }
}

impl From<LifeThreat> for Alarm {
    fn from(act: LifeThreat) -> Self {
        act.0
    }
}
