//! What the chains say together, and whether they agree.

use serde::Serialize;

use super::super::answer::Curve;
use super::super::density::of_draws;
use crate::mcmc::{Mixing, quantile_with_error};
use crate::special::quantile_7;

/// Draws of the total N, chain by chain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Posterior {
    /// People observed, n.
    pub n: u64,
    /// Draws of N in the order in which each chain made them; persons.
    pub chains: Vec<Vec<f64>>,
    /// Do the chains agree?
    pub mixing: Mixing,
    /// The share of sweeps in which M was first drawn above the cap, 0 to 1.
    pub capped: f64,
    #[serde(skip)]
    sorted: Vec<f64>,
}

impl Posterior {
    /// The posterior of these chains.
    pub(super) fn new(n: u64, chains: Vec<Vec<f64>>, capped: f64) -> Self {
        let mut sorted: Vec<f64> = chains.iter().flatten().copied().collect();
        sorted.sort_by(f64::total_cmp);
        Self { n, mixing: Mixing::of(&chains), chains, capped, sorted }
    }

    /// The posterior median of N over all chains; persons. NaN without a draw.
    pub fn median(&self) -> f64 {
        quantile_7(&self.sorted, 0.5)
    }

    /// The equal-tailed interval of N over all chains; persons.
    pub fn interval(&self, level: f64) -> (f64, f64) {
        (quantile_7(&self.sorted, (1.0 - level) / 2.0), quantile_7(&self.sorted, (1.0 + level) / 2.0))
    }

    /// The median of each chain alone: where they differ much, there are two stories and no answer.
    pub fn chain_medians(&self) -> Vec<f64> {
        let median = |chain: &Vec<f64>| {
            let mut sorted = chain.clone();
            sorted.sort_by(f64::total_cmp);
            quantile_7(&sorted, 0.5)
        };
        self.chains.iter().map(median).collect()
    }

    /// How densely N lies where: rows of N and the density per person.
    pub fn curve(&self) -> Curve {
        of_draws(&self.sorted)
    }

    /// A quantile of N and one Monte-Carlo standard error to either side.
    pub fn quantile_with_error(&self, p: f64) -> (f64, f64, f64) {
        quantile_with_error(&self.chains, p)
    }
}
