//! What was given out: classes, day, recipient, and what allowed it. There are two ways to make one: the proof of a consent, and the
//! act of a threat to life. There is no third.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::class::Class;
use crate::consent::{ConsentProof, Purpose};
use crate::id::{ConsentId, StaffId};
use crate::life_threat::LifeThreat;
use crate::recipient::Recipient;

/// A record of what was given to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    classes: BTreeSet<Class>,
    given_on: Date,
    recipient: Recipient,
    given_by: StaffId,
    under: Under,
}

/// What allowed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "under", deny_unknown_fields)]
pub enum Under {
    /// Her consent.
    Consent {
        /// Which.
        consent: ConsentId,
        /// What for.
        purpose: Purpose,
    },
    /// A threat to life, which is an act of its own in the log.
    LifeThreat,
}

impl Given {
    /// Something given under a consent. The proof is used up.
    pub fn under_consent(proof: ConsentProof, given_by: StaffId) -> Self {
        Self {
            classes: proof.classes().clone(),
            given_on: proof.on(),
            recipient: proof.recipient().clone(),
            given_by,
            under: Under::Consent { consent: proof.consent().clone(), purpose: proof.purpose() },
        }
    }

    /// Something given because a life was in danger.
    pub fn under_life_threat(act: &LifeThreat) -> Self {
        Self {
            classes: act.classes().clone(),
            given_on: act.on(),
            recipient: act.recipient().clone(),
            given_by: act.by().clone(),
            under: Under::LifeThreat,
        }
    }

    /// What.
    pub fn classes(&self) -> &BTreeSet<Class> {
        &self.classes
    }

    /// When.
    pub fn given_on(&self) -> Date {
        self.given_on
    }

    /// To whom.
    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// By whom.
    pub fn given_by(&self) -> &StaffId {
        &self.given_by
    }

    /// What allowed it.
    pub fn under(&self) -> &Under {
        &self.under
    }
}

/// A task: ask a recipient to delete what it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeletionRequest {
    /// Whom to ask.
    pub recipient: Recipient,
    /// What it was given.
    pub classes: BTreeSet<Class>,
    /// The day on which she took her consent back: the task is due at once.
    pub asked_on: Date,
}

impl DeletionRequest {
    /// One for each recipient that was given something.
    pub fn for_all(given: &[Given], asked_on: Date) -> Vec<Self> {
        let mut by_recipient: BTreeMap<&Recipient, BTreeSet<Class>> = BTreeMap::new();
        for one in given {
            by_recipient.entry(&one.recipient).or_default().extend(one.classes.iter().copied());
        }
        by_recipient.into_iter().map(|(to, classes)| Self { recipient: to.clone(), classes, asked_on }).collect()
    }
}
