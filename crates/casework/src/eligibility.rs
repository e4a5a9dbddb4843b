//! Eligibility: are services owed? Decided from what happened to her and what it did to her, and from nothing else.
//!
//! Residence registration, citizenship, documents, a criminal case, willingness to cooperate and consent to share are not among
//! the arguments, so that no answer can depend on them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::criterion::{CriterionCode, Ground};
use crate::version::Version;

codes! {
    /// An answer about a criterion. Unknown, no and not asked are three different things.
    Shown {
        /// It is shown.
        Yes = "yes",
        /// It is shown not to be so.
        No = "no",
        /// It was asked and could not be told.
        Unknown = "unknown",
        /// It was not asked.
        NotAsked = "not_asked",
    }
}

/// What the assessment of needs found. All that a decision may rest on is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// The day of the assessment.
    pub assessed_on: Date,
    /// What is shown of each criterion; one that is missing was not asked.
    pub criteria: BTreeMap<CriterionCode, Shown>,
}

/// What the law makes of the needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "finding")]
pub enum Finding {
    /// Services are owed.
    Owed {
        /// The ground.
        ground: String,
        /// The criteria that carry it.
        criteria_met: BTreeSet<CriterionCode>,
    },
    /// It cannot be said yet.
    Open {
        /// The criteria whose answer could make services owed.
        ask: BTreeSet<CriterionCode>,
    },
    /// No ground of the law is shown. A person decides what follows; a negative answer is never a decision by itself.
    NotShown,
}

impl Finding {
    /// The names of all findings.
    pub const NAMES: [&'static str; 3] = ["owed", "open", "not_shown"];

    /// The last part of the key of its words.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Owed { .. } => "owed",
            Self::Open { .. } => "open",
            Self::NotShown => "not_shown",
        }
    }
}

/// What the law of a day makes of needs.
pub fn assess(needs: &Needs, law: &Version) -> Finding {
    let grounds = || law.law.grounds.iter().map(|row| &row.value);
    if let Some(ground) = grounds().find(|ground| is_met(ground, needs)) {
        let named: BTreeSet<&CriterionCode> = ground.one_of_each.iter().flatten().collect();
        let criteria_met = named.into_iter().filter(|code| needs.shown(code) == Shown::Yes).cloned().collect();
        return Finding::Owed { ground: ground.code.clone(), criteria_met };
    }
    let ask: BTreeSet<CriterionCode> = grounds().flat_map(|ground| missing(ground, needs)).collect();
    if ask.is_empty() { Finding::NotShown } else { Finding::Open { ask } }
}

impl Needs {
    /// What is shown of a criterion.
    pub fn shown(&self, code: &CriterionCode) -> Shown {
        self.criteria.get(code).copied().unwrap_or(Shown::NotAsked)
    }
}

fn is_met(ground: &Ground, needs: &Needs) -> bool {
    // A ground without groups would be met by everybody; the reader of the law refuses it, and so do we.
    !ground.one_of_each.is_empty()
        && ground.one_of_each.iter().all(|group| group.iter().any(|code| needs.shown(code) == Shown::Yes))
}

/// The open criteria of a ground that may still be met.
fn missing(ground: &Ground, needs: &Needs) -> Vec<CriterionCode> {
    let mut open = Vec::new();
    for group in &ground.one_of_each {
        if group.iter().any(|code| needs.shown(code) == Shown::Yes) {
            continue;
        }
        let askable = group.iter().filter(|code| needs.shown(code) != Shown::No);
        let before = open.len();
        open.extend(askable.cloned());
        if open.len() == before {
            return Vec::new();
        }
    }
    open
}

codes! {
    /// A lawful reason to refuse services. Registration, citizenship, documents, a criminal case, cooperation and consent are no
    /// reasons, and have no code (R2).
    RefusalReason {
        /// The assessment shows none of the grounds.
        CriteriaNotShown = "criteria_not_shown",
        /// Her needs are met on another ground of the law, where she was taken.
        AnotherGround = "another_ground",
        /// She has the same services from another provider.
        AlreadyServed = "already_served",
        /// What is described happened to another person, who is to be offered help.
        OtherPerson = "other_person",
    }
}
