//! What is left after thresholding, and what was held against the threshold.

use super::super::answer::Curve;
use super::super::density::of_draws;
use crate::mcmc::{Mixing, effective_draws};
use crate::mse::model::Model;
use crate::mse::table::History;
use crate::special::quantile_7;

/// One interaction, held against the threshold.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// Its lists.
    pub lists: History,
    /// |mean|/sd of its posterior.
    pub ratio: f64,
    /// The Monte-Carlo standard error of the ratio.
    pub error: f64,
    /// Did it stay?
    pub kept: bool,
}

impl Tested {
    pub(super) fn new(lists: History, chains: &[Vec<f64>], threshold: f64) -> Self {
        let draws = chains.iter().map(Vec::len).sum::<usize>().max(1) as f64;
        let mean = chains.iter().flatten().sum::<f64>() / draws;
        let squares: f64 = chains.iter().flatten().map(|x| (x - mean) * (x - mean)).sum();
        let sd = libm::sqrt(squares / (draws - 1.0).max(1.0));
        let ratio = if sd > 0.0 { mean.abs() / sd } else { 0.0 };
        // Mean and sd of a nearly normal posterior: 1/ESS and ratio²/(2 ESS).
        let error = libm::sqrt((1.0 + ratio * ratio / 2.0) / effective_draws(chains).max(1.0));
        Self { lists, ratio, error, kept: ratio >= threshold }
    }
}

/// The posterior of N under the interactions that stayed.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// People observed, n.
    pub n: u64,
    /// Draws of N, chain by chain; persons.
    pub chains: Vec<Vec<f64>>,
    /// The worst mixing of any parameter in any stage.
    pub mixing: Mixing,
    /// All interactions that were held against the threshold, pairs first.
    pub tested: Vec<Tested>,
    /// Pairs that share nobody, at minus infinity under flat priors; they stay in the model.
    pub minus_infinite: Vec<History>,
    /// The model that is left.
    pub model: Model,
    sorted: Vec<f64>,
}

impl Posterior {
    pub(super) fn new(
        n: u64,
        chains: Vec<Vec<f64>>,
        mixing: Mixing,
        tested: Vec<Tested>,
        minus_infinite: Vec<History>,
        model: Model,
    ) -> Self {
        let mut sorted: Vec<f64> = chains.iter().flatten().copied().collect();
        sorted.sort_by(f64::total_cmp);
        Self { n, chains, mixing, tested, minus_infinite, model, sorted }
    }

    /// The posterior median of N; persons. NaN without a draw.
    pub fn median(&self) -> f64 {
        quantile_7(&self.sorted, 0.5)
    }

    /// The equal-tailed interval of N; persons.
    pub fn interval(&self, level: f64) -> (f64, f64) {
        (quantile_7(&self.sorted, (1.0 - level) / 2.0), quantile_7(&self.sorted, (1.0 + level) / 2.0))
    }

    /// How densely N lies where: rows of N and the density per person.
    pub fn curve(&self) -> Curve {
        of_draws(&self.sorted)
    }

    /// How far the effect nearest the threshold is from it, in standard errors of its ratio; infinite if none was tested.
    pub fn closest(&self, threshold: f64) -> f64 {
        let away = self.tested.iter().map(|effect| (effect.ratio - threshold).abs() / effect.error);
        away.fold(f64::MAX, f64::min)
    }
}
