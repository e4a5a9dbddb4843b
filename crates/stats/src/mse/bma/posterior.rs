//! The posterior of the hidden number, summed over graphs.

use serde::Serialize;

use super::super::answer::Curve;
use super::super::density::of_points;
use super::super::model::Model;
use super::super::table::History;
use super::mode::{Mode, modes, widths};

/// Where the hidden number may lie, and which graphs say so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Posterior {
    /// People observed, n.
    pub n: u64,
    /// δ.
    pub delta: f64,
    /// The hidden numbers M of the grid, rising.
    pub hidden: Vec<u64>,
    /// The posterior probability of each; they add up to 1.
    pub shares: Vec<f64>,
    /// The likeliest graphs, likeliest first.
    pub graphs: Vec<Weighed>,
    /// How many graphs were averaged.
    pub averaged: usize,
    /// What share of the posterior would lie beyond the grid, were it ten times as long.
    pub beyond: f64,
}

/// A graph and how likely it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weighed {
    /// The number of lists.
    pub t: usize,
    /// Its cliques, as sets of lists of the table.
    pub cliques: Vec<History>,
    /// Its posterior probability.
    pub share: f64,
}

impl Weighed {
    /// As papers write it: `[123,34,25]`.
    pub fn model(&self) -> String {
        Model::new(self.t, &self.cliques).map_or_else(String::new, |model| model.to_string())
    }
}

impl Posterior {
    /// The posterior mean of N, Σ N p(N); persons.
    pub fn mean(&self) -> f64 {
        self.n as f64 + self.hidden.iter().zip(&self.shares).map(|(m, share)| *m as f64 * share).sum::<f64>()
    }

    /// The posterior median of N; persons.
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// The equal-tailed interval of N; persons.
    pub fn interval(&self, level: f64) -> (f64, f64) {
        (self.quantile((1.0 - level) / 2.0), self.quantile((1.0 + level) / 2.0))
    }

    /// The quantile p of N, linear between the points at which the summed posterior passes p (Silverman's reading); it
    /// lies up to one grid step below [`Posterior::first_over`].
    pub fn quantile(&self, p: f64) -> f64 {
        let n = self.n as f64;
        let (mut below, mut at) = (0.0, None);
        for (m, share) in self.hidden.iter().zip(&self.shares) {
            let here = n + *m as f64;
            let sum = below + share;
            if sum >= p {
                return match at {
                    Some(before) if *share > 0.0 => before + (here - before) * (p - below) / share,
                    _ => here,
                };
            }
            (below, at) = (sum, Some(here));
        }
        // Rounding may leave the sum a hair below 1.
        at.unwrap_or(n)
    }

    /// The first N of the grid at which the summed posterior is above p (the reading of Binette and Steorts 2022).
    pub fn first_over(&self, p: f64) -> f64 {
        let mut sum = 0.0;
        let over = self.hidden.iter().zip(&self.shares).find(|(_, share)| {
            sum += *share;
            sum > p
        });
        (self.n + over.map(|(m, _)| *m).or(self.hidden.last().copied()).unwrap_or(0)) as f64
    }

    /// The share of the posterior in the last hundredth of the grid's range.
    pub fn end_share(&self) -> f64 {
        let (first, last) = (self.hidden.first().copied().unwrap_or(0), self.hidden.last().copied().unwrap_or(0));
        let from = last as f64 - (last - first) as f64 / 100.0;
        self.hidden.iter().zip(&self.shares).filter(|(m, _)| **m as f64 >= from).map(|(_, share)| share).sum()
    }

    /// How densely N lies where: rows of N and the density per person.
    pub fn curve(&self) -> Curve {
        let totals: Vec<f64> = self.hidden.iter().map(|m| (self.n + m) as f64).collect();
        of_points(&totals, &self.shares, &widths(&self.hidden))
    }

    /// The peaks of the posterior that hold a part worth naming, largest share first.
    pub fn modes(&self) -> Vec<Mode> {
        modes(self.n, &self.hidden, &self.shares)
    }
}
