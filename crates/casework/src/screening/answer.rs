//! Answer: yes, no, and the three ways in which a question can stay open.

use std::collections::BTreeMap;

use crate::coded::coded;

coded! {
    /// What was answered. Unknown is never counted as no.
    "answer"
    pub enum Answer {
        /// It was so.
        Yes = "yes",
        /// It was not so.
        No = "no",
        /// She was asked and does not know, or it is not clear.
        Unknown = "unknown",
        /// She was asked and would rather not say.
        Declined = "declined",
        /// The question was not put.
        NotAsked = "not_asked",
    }
}

impl Answer {
    /// Whether the question is still open: neither yes nor no.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Yes | Self::No)
    }
}

/// Answers by the id of the item. An item that is not there was not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Answer>);

impl Answers {
    /// The answer to an item.
    pub fn to(&self, item: &str) -> Answer {
        self.0.get(item).copied().unwrap_or(Answer::NotAsked)
    }
}
