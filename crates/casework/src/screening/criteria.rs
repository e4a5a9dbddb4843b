//! Criteria: rules that only look whether some items hold, with open questions as a range.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Answers};

/// Whether criteria are met, as far as the answers go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// With open counted as no.
    pub low: bool,
    /// With open counted as yes.
    pub high: bool,
}

/// Whether all of `all` and one of `any` hold. An empty `any` asks for nothing.
pub fn met(all: &[String], any: &[String], answers: &Answers) -> Met {
    let holds = |open_counts: bool| {
        let yes = |id: &String| match answers.to(id) {
            Answer::Yes => true,
            Answer::No => false,
            Answer::Unknown | Answer::Declined | Answer::NotAsked => open_counts,
        };
        all.iter().all(yes) && (any.is_empty() || any.iter().any(yes))
    };
    Met { low: holds(false), high: holds(true) }
}
