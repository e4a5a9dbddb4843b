//! Field classes: the compartments of a case. Every entry belongs to one; keys, policy and retention go by class.

use serde::{Deserialize, Serialize};

/// A compartment of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Names, birth, documents, photograph, telephone: who she is.
    Identity,
    /// Where she is: room, place, address.
    Place,
    /// Residence and papers: what a migration officer would look for.
    Status,
    /// What happened, as she told it.
    Story,
    /// Body and mind.
    Health,
    /// Legal help, decisions, appeals, guardianship.
    Legal,
    /// Plan, services planned and given, the service clock.
    Services,
    /// Screening: instrument, answers, result.
    Screening,
    /// The link to proceedings: numbers and stages.
    Criminal,
    /// Skills and wishes for work.
    Employment,
    /// Code name, stage, team, tasks, consents: what is needed to run the case.
    Meta,
    /// The coarse, coded row that may be counted.
    Statistics,
}

impl Class {
    /// All, in the order in which pages show them.
    pub const ALL: [Self; 12] = [
        Self::Identity,
        Self::Place,
        Self::Status,
        Self::Story,
        Self::Health,
        Self::Legal,
        Self::Services,
        Self::Screening,
        Self::Criminal,
        Self::Employment,
        Self::Meta,
        Self::Statistics,
    ];

    /// The name in tables, addresses and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Place => "place",
            Self::Status => "status",
            Self::Story => "story",
            Self::Health => "health",
            Self::Legal => "legal",
            Self::Services => "services",
            Self::Screening => "screening",
            Self::Criminal => "criminal",
            Self::Employment => "employment",
            Self::Meta => "meta",
            Self::Statistics => "statistics",
        }
    }

    /// The class of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }

    /// Whether each reading must be in the log before the bytes leave (invariant 8): who she is, where she is, her papers, what
    /// happened, her health.
    pub fn is_sensitive(self) -> bool {
        matches!(self, Self::Identity | Self::Place | Self::Status | Self::Story | Self::Health)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back() {
        for class in Class::ALL {
            assert_eq!(Class::parse(class.name()), Some(class));
        }
        assert_eq!(Class::parse("gender"), None);
    }
}
