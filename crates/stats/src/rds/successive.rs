//! Gile's successive sampling: what a known population does to the chance of being recruited.
//!
//! Gile 2011, "Improved inference for respondent-driven sampling data with application to HIV prevalence estimation". Nobody
//! is recruited twice, so those who know many are used up early and their chance to be in the sample grows less than in
//! proportion to their degree.

use rayon::prelude::*;
use serde::Serialize;

use super::estimate::{Refusal, shares};
use super::sample::View;
use crate::chance::Chance;
use crate::watch::{Stopped, Watch, go_on};

/// Below this share of the population in the sample, drawing with and without replacement are the same, and the chance is
/// taken in proportion to the degree (RDS-II).
pub const SMALL: f64 = 0.04;

/// How the chances are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Successive {
    /// The population N, members.
    pub population: u64,
    /// How often degrees and chances are found from each other after the first time; 5 in Gile 2011.
    pub iterations: u64,
    /// Successive samples simulated each time; 500 is common.
    pub samples: u64,
    /// The seed.
    pub seed: u64,
}

/// The chance of being in the sample, by degree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inclusion {
    /// The degrees that occur, from the smallest.
    pub degrees: Vec<f64>,
    /// π of each.
    pub chances: Vec<f64>,
    /// Was the sample so small against N that RDS-II was used?
    pub fallback: bool,
}

impl Inclusion {
    /// The chance of someone of this degree: that of the nearest degree that occurs, from below.
    pub fn chance(&self, degree: f64) -> f64 {
        let place = self.degrees.partition_point(|d| *d <= degree).max(1) - 1;
        self.chances.get(place).copied().unwrap_or(1.0)
    }
}

/// Shares with weights 1/π. The inclusion is returned beside them.
pub fn successive(
    view: &View<'_>,
    settings: Successive,
    watch: &dyn Watch,
) -> Result<Result<(Vec<f64>, Inclusion), Refusal>, Stopped> {
    let degrees: Vec<f64> = view.counted().map(|(_, degree)| degree).collect();
    let found = match inclusion(&degrees, settings, watch)? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(shares(view.counted().map(|(g, d)| (g, 1.0 / found.chance(d))), view.g).map(|shares| (shares, found)))
}

/// π by degree: starts from π ∝ d; then, over and over, the degrees of the population from the sample weighted by 1/π, and π
/// from simulated successive samples of that population.
pub fn inclusion(
    degrees: &[f64],
    settings: Successive,
    watch: &dyn Watch,
) -> Result<Result<Inclusion, Refusal>, Stopped> {
    let (classes, counts) = classes(degrees);
    let n = degrees.len() as u64;
    if n == 0 {
        return Ok(Err(Refusal::Nobody));
    }
    if settings.population < n {
        return Ok(Err(Refusal::SmallPopulation));
    }
    let mut chances = classes.clone();
    let fallback = (n as f64) < SMALL * settings.population as f64;
    if !fallback {
        for round in 0..=settings.iterations {
            let population = population(&counts, &chances, settings.population);
            let drawn = simulate(&classes, &population, n, settings, round, watch)?;
            // The sample itself is one more draw, so that no chance is 0.
            let draws = (settings.samples + 1) as f64;
            let chance = |k: usize| (drawn[k] + counts[k]) as f64 / draws / population[k] as f64;
            chances = (0..classes.len()).map(chance).collect();
        }
    }
    Ok(Ok(Inclusion { degrees: classes, chances, fallback }))
}

/// The degrees that occur and how many have each.
fn classes(degrees: &[f64]) -> (Vec<f64>, Vec<u64>) {
    let mut sorted = degrees.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut classes: Vec<(f64, u64)> = Vec::new();
    for degree in sorted {
        match classes.last_mut() {
            Some((last, count)) if *last == degree => *count += 1,
            _ => classes.push((degree, 1)),
        }
    }
    classes.into_iter().unzip()
}

/// N people over the degrees in proportion to n_k/π_k, whole numbers, at least those in the sample; what rounding leaves is
/// given to, or taken from, the classes it fits best.
fn population(counts: &[u64], chances: &[f64], size: u64) -> Vec<u64> {
    let weights: Vec<f64> = counts.iter().zip(chances).map(|(count, chance)| *count as f64 / chance).collect();
    let sum: f64 = weights.iter().sum();
    let wanted: Vec<f64> = weights.iter().map(|weight| weight / sum * size as f64).collect();
    let mut people: Vec<u64> =
        wanted.iter().zip(counts).map(|(want, least)| (libm::round(*want) as u64).max(*least)).collect();
    let mut total: u64 = people.iter().sum();
    while total != size {
        let up = total < size;
        let missing = |k: &usize| (wanted[*k] - people[*k] as f64) * if up { 1.0 } else { -1.0 };
        let open = (0..people.len()).filter(|k| up || people[*k] > counts[*k]);
        // There is always one to take from: the sample is not larger than the population.
        let Some(k) = open.max_by(|a, b| missing(a).total_cmp(&missing(b))) else { break };
        people[k] = if up { people[k] + 1 } else { people[k] - 1 };
        total = if up { total + 1 } else { total - 1 };
    }
    people
}

/// How often each class was drawn in all the simulated samples.
fn simulate(
    classes: &[f64],
    population: &[u64],
    n: u64,
    settings: Successive,
    round: u64,
    watch: &dyn Watch,
) -> Result<Vec<u64>, Stopped> {
    let one = |s: u64| {
        go_on(watch)?;
        let mut chance = Chance::numbered(settings.seed, round * settings.samples + s);
        let left = draw(classes, population, n, &mut chance);
        watch.advance("rds-successive", 1, settings.samples * (settings.iterations + 1));
        Ok(population.iter().zip(left).map(|(all, left)| all - left).collect())
    };
    let samples: Vec<Vec<u64>> = (0..settings.samples).into_par_iter().map(one).collect::<Result<_, Stopped>>()?;
    let mut drawn = vec![0; classes.len()];
    for sample in samples {
        for (sum, count) in drawn.iter_mut().zip(sample) {
            *sum += count;
        }
    }
    Ok(drawn)
}

/// n people drawn one after another, each with a chance in proportion to her degree among those left; who is left.
fn draw(classes: &[f64], population: &[u64], n: u64, chance: &mut Chance) -> Vec<u64> {
    let mut left = population.to_vec();
    let mut mass: Vec<f64> = classes.iter().zip(&left).map(|(d, count)| d * *count as f64).collect();
    let mut total: f64 = mass.iter().sum();
    for _ in 0..n {
        let k = pick(&mass, total, chance);
        if left[k] == 0 {
            break;
        }
        left[k] -= 1;
        mass[k] = classes[k] * left[k] as f64;
        total -= classes[k];
    }
    left
}

/// A class in proportion to its mass, whose sum is `total` but for rounding.
pub(super) fn pick(mass: &[f64], total: f64, chance: &mut Chance) -> usize {
    let mut at = chance.uniform() * total;
    // From the top: members who know many are drawn most.
    for (k, mass) in mass.iter().enumerate().rev() {
        if *mass > 0.0 {
            at -= mass;
            if at <= 0.0 {
                return k;
            }
        }
    }
    mass.iter().position(|mass| *mass > 0.0).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::Unwatched;

    fn settings(population: u64) -> Successive {
        Successive { population, iterations: 5, samples: 200, seed: 1 }
    }

    #[test]
    fn a_sample_of_everybody_is_certain() {
        let degrees: Vec<f64> = (0..50).map(|i| f64::from(1 + i % 7)).collect();
        let found = inclusion(&degrees, settings(50), &Unwatched).expect("no stop").expect("chances");
        assert!(found.chances.iter().all(|chance| (chance - 1.0).abs() < 1e-12), "{found:?}");
    }

    #[test]
    fn the_population_is_counted_out_exactly() {
        for size in [60, 61, 97, 1000, 12_345] {
            let people = population(&[10, 20, 30], &[0.9, 0.5, 0.1], size);
            assert_eq!(people.iter().sum::<u64>(), size);
            assert!(people.iter().zip([10, 20, 30]).all(|(all, least)| *all >= least));
        }
    }

    #[test]
    fn a_small_sample_is_weighted_by_degree_and_a_large_one_less() {
        let degrees: Vec<f64> = (0..100).map(|i| if i % 2 == 0 { 2.0 } else { 10.0 }).collect();
        let ratio = |population| {
            let found = inclusion(&degrees, settings(population), &Unwatched).expect("no stop").expect("chances");
            (found.chances[1] / found.chances[0], found.fallback)
        };
        assert_eq!(ratio(3000), (5.0, true));
        let (half, fallback) = ratio(200);
        assert!(!fallback && half > 1.0 && half < 4.5, "{half}");
        assert!(ratio(110).0 < half);
    }

    #[test]
    fn chances_of_successive_samples_are_those_of_their_clocks() {
        // Drawing in proportion to degree without replacement is whose exponential clock of rate d rings first: with N large,
        // π = 1 − e^(−dt), t such that Σ π = n (Rosén 1972).
        let (classes, people) = ([1.0, 3.0, 9.0], [1000, 800, 200]);
        let pi = |d: f64, t: f64| -libm::expm1(-d * t);
        let (mut low, mut high) = (0.0, 10.0);
        for _ in 0..200 {
            let t = 0.5 * (low + high);
            let sum: f64 = classes.iter().zip(people).map(|(d, all)| pi(*d, t) * all as f64).sum();
            if sum < 700.0 { low = t } else { high = t }
        }
        let drawn = simulate(&classes, &people, 700, settings(2000), 0, &Unwatched).expect("no stop");
        for k in 0..3 {
            let found = drawn[k] as f64 / 200.0 / people[k] as f64;
            // 200 samples of at least 200 people: five standard errors are below 5 √(0.25/40,000), and the formula is good to
            // the order of 1/N.
            assert!((found - pi(classes[k], low)).abs() < 0.0135, "{k} {found}");
        }
    }
}
