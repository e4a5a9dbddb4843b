//! Robustness: does the rank of a place depend on the weights somebody chose? The method note is `robustness.md`.
//!
//! Rank 1 is the most vulnerable place throughout.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use thiserror::Error;

use super::rank::{Order, rank};
use super::ruleset::Vulnerability;
use super::vulnerability::{DimensionScores, Table, VulnerabilityError};

/// How the noise in the weights is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoiseSettings {
    /// How many times the weights are drawn anew.
    pub draws: usize,
    /// The same seed gives the same answer on every machine.
    pub seed: u64,
    /// Each weight is multiplied by a uniform number from 1 − spread to 1 + spread; 0 up to, not including, 1.
    pub spread: f64,
}

/// The ranks of all places under other choices than the published one.
///
/// Published: by S_c = Σ λ_d D_cd / Σ λ_d. Equal: by Σ D_cd / k. Geometric: by (Π D_cd)^(1/k), equal weights, where
/// a low score cannot be made good by a high one. Noise: by Σ w_d D_cd / Σ w_d, w_d = λ_d · u_d, u_d uniform and independent.
pub fn robustness(
    rules: &Vulnerability,
    scores: &DimensionScores,
    noise: NoiseSettings,
) -> Result<Robustness, RobustnessError> {
    if noise.draws == 0 {
        return Err(RobustnessError::NoDraws);
    }
    if !(0.0..1.0).contains(&noise.spread) {
        return Err(RobustnessError::Spread(noise.spread));
    }
    let table = Table::read(rules, scores)?;
    let published = ranks(&table.weighted_means(&rules.eigenvalues()));
    let equal = ranks(&table.weighted_means(&vec![1.0; rules.dimensions().len()]));
    let geometric = ranks(&mean_logarithms(&table));
    let mut drawn = drawn_ranks(rules, &table, noise);

    let place = |(position, place): (usize, &&str)| {
        let ranks = PlaceRanks {
            published: published[position],
            equal: equal[position],
            geometric: geometric[position],
            noise: central_range(&mut drawn[position]),
        };
        ((*place).to_owned(), ranks)
    };
    Ok(Robustness {
        equal: RankChange::between(&published, &equal),
        geometric: RankChange::between(&published, &geometric),
        places: table.places.iter().enumerate().map(place).collect(),
    })
}

/// How much the choice of weights matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    /// By place; as many as were ranked.
    pub places: BTreeMap<String, PlaceRanks>,
    /// From the published weights to equal ones.
    pub equal: RankChange,
    /// From the published weights to the geometric mean.
    pub geometric: RankChange,
}

/// The ranks of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceRanks {
    /// With the published weights.
    pub published: usize,
    /// With equal weights.
    pub equal: usize,
    /// With the geometric mean.
    pub geometric: usize,
    /// The 5 % and 95 % quantiles of its rank under noise in the weights.
    pub noise: (usize, usize),
}

/// |rank − published rank| over all places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankChange {
    /// The mean over the places; 0 when there are none.
    pub mean: f64,
    /// The largest.
    pub max: usize,
}

impl RankChange {
    fn between(published: &[usize], other: &[usize]) -> Self {
        let changes = || published.iter().zip(other).map(|(before, after)| before.abs_diff(*after));
        let places = published.len().max(1);
        Self { mean: changes().sum::<usize>() as f64 / places as f64, max: changes().max().unwrap_or(0) }
    }
}

/// Why robustness cannot be judged.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum RobustnessError {
    /// Noise without a draw.
    #[error("at least one draw of the weights is needed")]
    NoDraws,
    /// A spread that could make a weight negative, or no spread at all.
    #[error("the spread of the weights is 0 up to, not including, 1; not {0}")]
    Spread(f64),
    /// The scores themselves cannot be used.
    #[error(transparent)]
    Scores(#[from] VulnerabilityError),
}

fn ranks(values: &[f64]) -> Vec<usize> {
    let ranked =
        rank(values, Order::HighestFirst).expect("scores and weights are finite and above zero, so means are numbers");
    ranked.iter().map(|rank| rank.rank).collect()
}

/// ln (Π D_cd)^(1/k) = Σ ln D_cd / k: the logarithm of the geometric mean, which ranks alike.
fn mean_logarithms(table: &Table<'_>) -> Vec<f64> {
    let mean = |row: &Vec<f64>| row.iter().map(|&score| libm::log(score)).sum::<f64>() / row.len() as f64;
    table.rows.iter().map(mean).collect()
}

/// For each place, its rank in every draw.
fn drawn_ranks(rules: &Vulnerability, table: &Table<'_>, noise: NoiseSettings) -> Vec<Vec<usize>> {
    let mut rng = ChaCha8Rng::seed_from_u64(noise.seed);
    let mut of_place = vec![Vec::with_capacity(noise.draws); table.places.len()];
    for _ in 0..noise.draws {
        let factor = |uniform: f64| 1.0 + noise.spread * (2.0 * uniform - 1.0);
        let weights: Vec<f64> = rules.eigenvalues().iter().map(|weight| weight * factor(uniform(&mut rng))).collect();
        for (drawn, rank) in of_place.iter_mut().zip(ranks(&table.weighted_means(&weights))) {
            drawn.push(rank);
        }
    }
    of_place
}

/// A number from 0 up to, not including, 1: the upper 53 bits, which a float holds exactly.
fn uniform(rng: &mut ChaCha8Rng) -> f64 {
    (rng.next_u64() >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
}

/// The 5 % and 95 % quantiles as ranks that occurred: the smallest rank that at least that share of the draws reaches.
fn central_range(drawn: &mut [usize]) -> (usize, usize) {
    drawn.sort_unstable();
    let quantile = |percent: usize| drawn[(drawn.len() * percent).div_ceil(100).max(1) - 1];
    (quantile(5), quantile(95))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::world;

    const NOISE: NoiseSettings = NoiseSettings { draws: 200, seed: 7, spread: 0.25 };

    fn judged(text: &str, noise: NoiseSettings) -> Result<Robustness, RobustnessError> {
        robustness(&world::two_dimensions(), &world::scores(text), noise)
    }

    #[test]
    fn each_choice_of_weights_gives_its_own_ranks() {
        // Published (3 : 1): 31, 30, 29.25. Equal: 21, 30, 32.5. Geometric: √(41 · 1) = 6.4, 30, 31.8.
        let robustness = judged("AAA=41,1 BBB=30,30 CCC=26,39", NOISE).expect("scores above zero");
        let ranks = |place: &str| robustness.places[place];
        assert_eq!((ranks("AAA").published, ranks("AAA").equal, ranks("AAA").geometric), (1, 3, 3));
        assert_eq!((ranks("BBB").published, ranks("BBB").equal, ranks("BBB").geometric), (2, 2, 2));
        assert_eq!(robustness.equal, RankChange { mean: 4.0 / 3.0, max: 2 });
    }

    #[test]
    fn a_place_that_leads_everywhere_leads_under_any_weights() {
        let robustness = judged("AAA=90,90 BBB=40,20 CCC=20,45", NOISE).expect("scores above zero");
        assert_eq!(robustness.places["AAA"].noise, (1, 1));
    }

    #[test]
    fn noise_widens_a_close_race_and_none_leaves_the_published_rank() {
        let close = "AAA=30,30.1 BBB=30.03,30 CCC=10,10";
        assert_eq!(judged(close, NOISE).expect("scores above zero").places["AAA"].noise, (1, 2));
        let still = judged(close, NoiseSettings { spread: 0.0, ..NOISE }).expect("scores above zero");
        let published = still.places["AAA"].published;
        assert_eq!(still.places["AAA"].noise, (published, published));
    }

    #[test]
    fn the_same_seed_gives_the_same_answer_and_another_seed_another() {
        let first_of_one_draw = |seed: u64| {
            let noise = NoiseSettings { draws: 1, seed, ..NOISE };
            judged("AAA=30,30.1 BBB=30.03,30 CCC=10,10", noise).expect("scores above zero").places["AAA"].noise
        };
        let answers = || (0..20).map(first_of_one_draw).collect::<Vec<_>>();
        assert_eq!(answers(), answers());
        assert!(answers().contains(&(1, 1)) && answers().contains(&(2, 2)), "a close race goes either way");
    }

    #[test]
    fn the_quantiles_are_ranks_that_occurred() {
        let mut drawn: Vec<usize> = (1..=100).rev().collect();
        assert_eq!(central_range(&mut drawn), (5, 95));
        assert_eq!(central_range(&mut [3]), (3, 3));
    }

    #[test]
    fn settings_that_make_no_sense_are_refused() {
        assert_eq!(judged("AAA=1,1", NoiseSettings { draws: 0, ..NOISE }), Err(RobustnessError::NoDraws));
        assert_eq!(judged("AAA=1,1", NoiseSettings { spread: 1.0, ..NOISE }), Err(RobustnessError::Spread(1.0)));
        assert!(judged("AAA=1", NOISE).is_err(), "a dimension is missing");
    }
}
