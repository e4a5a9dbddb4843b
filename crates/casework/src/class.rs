//! Field classes: the compartments of a case. Every entry belongs to one; keys, policy and retention go by class.

use crate::code::codes;

codes! {
    /// A compartment of a case.
    Class {
        /// Names, birth, documents, photograph, telephone: who she is.
        Identity = "identity",
        /// Where she is: room, place, address.
        Place = "place",
        /// Residence and papers: what a migration officer would look for.
        Status = "status",
        /// What happened, as she told it.
        Story = "story",
        /// Body and mind.
        Health = "health",
        /// Legal help, decisions, appeals, guardianship.
        Legal = "legal",
        /// Plan, services planned and given, the service clock.
        Services = "services",
        /// Screening: instrument, answers, result.
        Screening = "screening",
        /// The link to proceedings: numbers and stages.
        Criminal = "criminal",
        /// Skills and wishes for work.
        Employment = "employment",
        /// Code name, stage, team, tasks, consents: what is needed to run the case.
        Meta = "meta",
        /// The coarse, coded row that may be counted.
        Statistics = "statistics",
    }
}

impl Class {
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
            assert_eq!(Class::parse(class.name()), Some(*class));
        }
        assert_eq!(Class::parse("gender"), None);
    }
}
