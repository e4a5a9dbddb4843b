//! Child: who speaks for a child, who was informed, and what is in the child's best interest (R6).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::confided::Confided;
use crate::screening::Answer;
use crate::task::TaskKind;

coded! {
    /// Who speaks for the child.
    "guardian-relation"
    pub enum Relation {
        /// A parent.
        Parent = "parent",
        /// Another member of the family.
        Relative = "relative",
        /// A guardian that the law appointed.
        Guardian = "guardian",
        /// A representative of the guardianship body.
        GuardianshipBody = "guardianship_body",
        /// Another legal representative.
        Representative = "representative",
    }
}

coded! {
    /// What is missing for a child. Nothing of it delays help.
    "child-missing"
    pub enum Missing {
        /// The age is not decided.
        Age = "age",
        /// Nobody speaks for the child who is not implicated.
        Guardian = "guardian",
        /// The guardianship body was not informed.
        GuardianshipBody = "guardianship_body",
        /// The best-interest note.
        BestInterest = "best_interest",
    }
}

impl Missing {
    /// The task that puts it right.
    pub fn task(self) -> TaskKind {
        match self {
            Self::Age => TaskKind::DecideAge,
            Self::Guardian => TaskKind::FindGuardian,
            Self::GuardianshipBody => TaskKind::InformGuardianship,
            Self::BestInterest => TaskKind::BestInterestNote,
        }
    }
}

/// Somebody who may speak for the child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    /// Name.
    pub name: Confided,
    /// What she is to the child.
    pub relation: Relation,
    /// Whether she is implicated in what happened. Only a clear no lets her speak for the child.
    pub implicated: Answer,
    /// Since when.
    pub from: Date,
    /// Until when, once it ended.
    #[serde(default)]
    pub to: Option<Date>,
}

impl Guardian {
    /// Whether she may speak for the child on a day.
    pub fn may_speak(&self, on: Date) -> bool {
        self.implicated == Answer::No && self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}

/// A note of what is best for the child: whose view was heard, and what follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BestInterest {
    /// When.
    pub on: Date,
    /// Which member of staff.
    pub by: String,
    /// Whether the child was heard.
    pub child_heard: Answer,
    /// What is best and why.
    pub note: Confided,
}

/// What is written of the protection of a child: class *legal*.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    /// Those who may speak, or were thought to.
    #[serde(default)]
    pub guardians: Vec<Guardian>,
    /// When the guardianship body was informed.
    #[serde(default)]
    pub guardianship_informed_on: Option<Date>,
    /// Notes of best interest; the latest counts.
    #[serde(default)]
    pub best_interest: Vec<BestInterest>,
}

impl Child {
    /// What is missing on a day. `age_certain` is whether the age is known or was decided.
    pub fn missing(&self, age_certain: bool, on: Date) -> Vec<Missing> {
        let noted = self.best_interest.iter().any(|note| note.on <= on && !note.note.is_empty());
        let informed = self.guardianship_informed_on.is_some_and(|day| day <= on);
        let checks = [
            (Missing::Age, age_certain),
            (Missing::Guardian, self.guardians.iter().any(|guardian| guardian.may_speak(on))),
            (Missing::GuardianshipBody, informed),
            (Missing::BestInterest, noted),
        ];
        checks.into_iter().filter(|(_, there)| !there).map(|(missing, _)| missing).collect()
    }
}
