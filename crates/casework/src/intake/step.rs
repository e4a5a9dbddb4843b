//! Step: the pages of the intake in their order, and what can be wrong with a field.

use std::collections::BTreeMap;

use crate::coded::coded;

coded! {
    /// A page of the intake. The order is the order in which they are asked; identity is last (R8).
    "intake-step"
    pub enum Step {
        /// Is she in danger now?
        Danger = "danger",
        /// Under eighteen, unsure, adult.
        Age = "age",
        /// The name by which the case goes.
        CodeName = "code_name",
        /// Language and interpreter.
        Language = "language",
        /// How she came.
        Source = "source",
        /// What she needs at once.
        Needs = "needs",
        /// Where she sleeps tonight.
        Place = "place",
        /// Whether she agrees that a record is kept.
        Record = "record",
        /// Who she is, if she wants to say.
        Identity = "identity",
    }
}

impl Step {
    /// The page after this one.
    pub fn next(self) -> Option<Self> {
        let here = Self::ALL.iter().position(|step| *step == self)?;
        Self::ALL.get(here + 1).copied()
    }

    /// The page before this one.
    pub fn before(self) -> Option<Self> {
        let here = Self::ALL.iter().position(|step| *step == self)?;
        Self::ALL.get(here.checked_sub(1)?).copied()
    }

    /// Whether the page may be left out: all but the one with the code name (R8).
    pub fn is_optional(self) -> bool {
        self != Self::CodeName
    }
}

coded! {
    /// What is wrong with a field. Words tell what to do.
    "intake-fault"
    pub enum FaultKind {
        /// Nothing was written and something must be.
        Missing = "missing",
        /// The value is not one of those offered.
        NotOffered = "not_offered",
        /// Too long.
        TooLong = "too_long",
        /// Signs that cannot stand here.
        Signs = "signs",
        /// No date that can be.
        Date = "date",
        /// No year or age that can be.
        Number = "number",
        /// A day that has not come yet.
        Future = "future",
        /// Two fields contradict each other.
        Contradiction = "contradiction",
    }
}

/// A fault by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field of the page.
    pub field: &'static str,
    /// What is wrong.
    pub kind: FaultKind,
}

/// The fields of a page as they were sent: several values for boxes that may be ticked together.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Fields(pub BTreeMap<String, Vec<String>>);

impl Fields {
    /// Fields from pairs, as a form sends them.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in pairs {
            fields.entry(name.to_owned()).or_default().push(value.to_owned());
        }
        Self(fields)
    }

    /// The value of a field without spaces around it; nothing where it is empty.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// All values of a field that are not empty.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.get(name).into_iter().flatten().map(|value| value.trim()).filter(|value| !value.is_empty())
    }
}
