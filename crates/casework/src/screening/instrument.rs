//! Instrument: a versioned list of questions with the rule that its authors gave it. Instruments are data.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ilo::Dimension;
use crate::coded::coded;

coded! {
    /// How much an indicator weighs in its dimension.
    "weight"
    pub enum Weight {
        /// Strong.
        Strong = "strong",
        /// Medium.
        Medium = "medium",
        /// Weak.
        Weak = "weak",
    }
}

coded! {
    /// For whom an instrument was made.
    "audience"
    pub enum Audience {
        /// Adults.
        Adult = "adult",
        /// Children; and whoever may be a child.
        Child = "child",
        /// Everybody.
        Any = "any",
    }
}

/// What the instrument itself makes of the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// Counts per dimension and the table of results, adults.
    IloAdult,
    /// Counts per dimension; the means are not needed for a child. `act` is the item that asks for the act.
    IloChild {
        /// The item that asks whether somebody recruited, moved, kept or received the child.
        act: String,
    },
    /// Any yes opens a conversation and an offer of help. There is no score.
    AnyYes,
    /// Met if every item of `all` and at least one of `any` is answered yes.
    Criteria {
        /// Items that must all hold.
        all: Vec<String>,
        /// Items of which one must hold.
        any: Vec<String>,
    },
    /// A structured interview: no rule; the person who asked writes her reading with reasons.
    Reviewer,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its id in the instrument, as the source numbers it.
    pub id: String,
    /// The group or dimension it stands in.
    pub group: String,
    /// Its weight, where the instrument has weights.
    #[serde(default)]
    pub weight: Option<Weight>,
    /// Whether weight and meaning were checked against the instrument itself.
    pub verified: bool,
    /// Whether the question is ours and not of the instrument.
    #[serde(default)]
    pub ours: bool,
}

/// An instrument in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its id, `ilo_labour_adult`.
    pub id: String,
    /// The version: the year or date of the publisher. A screening keeps the version with which it was made.
    pub version: String,
    /// The family whose words its items share: `ilo-labour` for adults and children.
    pub words: String,
    /// Who published it.
    pub publisher: String,
    /// For whom.
    pub audience: Audience,
    /// Whether the transcription was checked against the publication.
    pub verified: bool,
    /// Whether the publisher says that it was validated in a study; `None` where the sources read say nothing.
    #[serde(default)]
    pub validated: Option<bool>,
    /// How far the content was checked, in words for the head of a centre.
    pub status: String,
    /// Where it was read.
    pub source: String,
    /// Languages whose wording still wants checking by a native reader who knows the instrument.
    #[serde(default)]
    pub wording_to_check: Vec<String>,
    /// The groups in order; for the ILO lists these are the dimensions.
    pub groups: Vec<String>,
    /// Its rule.
    pub rule: Rule,
    /// Its questions.
    pub items: Vec<Item>,
}

/// Why an instrument cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InstrumentFault {
    /// An item stands in it twice.
    #[error("the item `{0}` stands in the instrument twice; keep one")]
    Twice(String),
    /// An item stands in no group of the instrument.
    #[error("the item `{item}` stands in the group `{group}`, which the instrument does not list")]
    NoGroup {
        /// The item.
        item: String,
        /// The group it names.
        group: String,
    },
    /// The rule weighs and the item has no weight, or stands in no dimension.
    #[error("the rule weighs indicators and the item `{0}` has no weight, or its group is no dimension")]
    NoWeight(String),
    /// The rule names an item that is not there.
    #[error("the rule names the item `{0}`, which the instrument does not have")]
    NoItem(String),
    /// The rule has nothing to look at.
    #[error("the rule needs items and the instrument has none")]
    Empty,
}

impl Instrument {
    /// Checks that groups, items and rule agree.
    pub fn check(&self) -> Result<(), InstrumentFault> {
        let mut seen = BTreeSet::new();
        for item in &self.items {
            if !seen.insert(item.id.as_str()) {
                return Err(InstrumentFault::Twice(item.id.clone()));
            }
            if !self.groups.contains(&item.group) {
                return Err(InstrumentFault::NoGroup { item: item.id.clone(), group: item.group.clone() });
            }
        }
        let known =
            |id: &String| if seen.contains(id.as_str()) { Ok(()) } else { Err(InstrumentFault::NoItem(id.clone())) };
        match &self.rule {
            Rule::IloAdult => self.check_weights(None),
            Rule::IloChild { act } => known(act).and_then(|()| self.check_weights(Some(act))),
            Rule::AnyYes if self.items.is_empty() => Err(InstrumentFault::Empty),
            Rule::Criteria { all, any } if all.is_empty() && any.is_empty() => Err(InstrumentFault::Empty),
            Rule::Criteria { all, any } => all.iter().chain(any).try_for_each(known),
            Rule::AnyYes | Rule::Reviewer => Ok(()),
        }
    }

    fn check_weights(&self, act: Option<&String>) -> Result<(), InstrumentFault> {
        let weighed = self.items.iter().filter(|item| Some(&item.id) != act);
        let faulty = weighed.clone().find(|item| item.weight.is_none() || Dimension::parse(&item.group).is_none());
        match faulty {
            Some(item) => Err(InstrumentFault::NoWeight(item.id.clone())),
            None if weighed.count() == 0 => Err(InstrumentFault::Empty),
            None => Ok(()),
        }
    }

    /// An item.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The key of an item's words.
    pub fn item_key(&self, item: &Item) -> String {
        format!("screening-item-{}-{}", self.words, item.id.replace(['.', '_'], "-"))
    }

    /// The key of a group's words.
    pub fn group_key(&self, group: &str) -> String {
        format!("screening-group-{}-{}", self.words, group.replace('_', "-"))
    }

    /// The key of its name.
    pub fn name_key(&self) -> String {
        format!("screening-instrument-{}", self.id.replace('_', "-"))
    }
}
