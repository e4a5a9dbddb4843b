//! Count: how many strong, medium and weak indicators of a dimension were answered yes, and whether the dimension is positive.

use super::instrument::Weight;

/// Indicators answered yes in one dimension, by weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Count {
    /// Strong indicators.
    pub strong: u16,
    /// Medium indicators.
    pub medium: u16,
    /// Weak indicators.
    pub weak: u16,
}

impl Count {
    /// Whether the dimension is positive: two strong; or one strong and one more of any weight; or three medium; or two medium and
    /// one weak (ILO 2009, WCMS_105023 p. 3, read in a secondary table). Everything else is negative: one strong alone, two
    /// medium alone, any number of weak alone.
    pub fn is_positive(self) -> bool {
        let Self { strong, medium, weak } = self;
        strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1)
    }

    /// The count with one more indicator.
    #[must_use]
    pub fn with(mut self, weight: Weight) -> Self {
        match weight {
            Weight::Strong => self.strong += 1,
            Weight::Medium => self.medium += 1,
            Weight::Weak => self.weak += 1,
        }
        self
    }

    /// Both counts together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { strong: self.strong + other.strong, medium: self.medium + other.medium, weak: self.weak + other.weak }
    }

    /// Every count from none up to this one: what may yet be answered yes among so many open questions.
    pub fn up_to(self) -> impl Iterator<Item = Self> {
        (0..=self.strong).flat_map(move |strong| {
            (0..=self.medium).flat_map(move |medium| (0..=self.weak).map(move |weak| Self { strong, medium, weak }))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edges_of_the_rule() {
        let positive = |strong, medium, weak| Count { strong, medium, weak }.is_positive();
        assert!(!positive(1, 0, 0), "one strong alone");
        assert!(positive(1, 0, 1), "one strong and one weak");
        assert!(positive(1, 1, 0), "one strong and one medium");
        assert!(positive(2, 0, 0), "two strong");
        assert!(!positive(0, 2, 0), "two medium");
        assert!(positive(0, 2, 1), "two medium and one weak");
        assert!(positive(0, 3, 0), "three medium");
        assert!(!positive(0, 1, 7), "one medium and seven weak");
        assert!(!positive(0, 0, 7), "seven weak");
        assert!(!positive(0, 0, 0), "nothing");
    }
}
