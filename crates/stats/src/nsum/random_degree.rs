//! Network scale-up with random degrees, all of it in one model, by Markov chains.
//!
//! Maltiel, Raftery, McCormick and Baraff 2015, "Estimating population size using the network scale up method":
//! y_ik ~ Bin(d_i, N_k/N), ln d_i ~ N(μ, σ²), μ ~ U(3, 8), σ ~ U(1/4, 2), p(N_u) ∝ 1/N_u.
//!
//! It passes the uncertainty of degrees on to the size. It knows nothing of barriers, transmission or clusters: where
//! people know each other unevenly its interval is too narrow, as the hold-out check shows.

use rayon::prelude::*;
use serde::Serialize;

use super::ard::Ard;
use super::killworth::degrees;
use crate::chance::Chance;
use crate::mcmc::Mixing;
use crate::span::{Made, Span};
use crate::special::quantile_7;
use crate::watch::{Stopped, Watch, go_on};

const MU: (f64, f64) = (3.0, 8.0);
const SIGMA: (f64, f64) = (0.25, 2.0);

/// How long the chains are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Chains {
    /// How many, from different starts; at least two.
    pub chains: u64,
    /// Sweeps that are thrown away at the start of each.
    pub warmup: u64,
    /// Sweeps that are kept of each; at least four.
    pub draws: u64,
    /// The seed; chain c uses its stream c.
    pub seed: u64,
}

/// What the chains found about one hidden group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Posterior {
    /// Posterior median of N_u with equal-tailed interval, persons.
    pub size: Span,
    /// Posterior mean of N_u, persons.
    pub mean: f64,
    /// Posterior mean of exp(μ), the median degree.
    pub median_degree: f64,
    /// Posterior mean of σ, the spread of ln d.
    pub sigma: f64,
    /// How well the chains agree on N_u.
    pub mixing: Mixing,
    /// Does that suffice for the numbers above to be used?
    pub mixed: bool,
}

/// Why there is no posterior.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Nobody knows a member: with p(N_u) ∝ 1/N_u the posterior is no distribution.
    #[error("no respondent knows a member of the group")]
    NobodyKnown,
    /// Too few chains or draws to tell whether they agree.
    #[error("at least two chains of four draws are needed")]
    TooShort,
    /// No such hidden group.
    #[error("the data have no such hidden group")]
    NoGroup,
}

/// Runs the chains, in parallel, for one hidden group.
pub fn posterior(
    ard: &Ard,
    hidden: usize,
    settings: Chains,
    level: f64,
    watch: &dyn Watch,
) -> Result<Result<Posterior, Refusal>, Stopped> {
    let Some(group) = ard.hidden().get(hidden) else { return Ok(Err(Refusal::NoGroup)) };
    if group.known.iter().all(|y| *y == 0) {
        return Ok(Err(Refusal::NobodyKnown));
    }
    if settings.chains < 2 || settings.draws < 4 {
        return Ok(Err(Refusal::TooShort));
    }
    let run = |c: u64| Chain::start(ard, hidden, Chance::numbered(settings.seed, c)).run(settings, watch);
    let draws: Vec<Draws> = (0..settings.chains).into_par_iter().map(run).collect::<Result<_, Stopped>>()?;
    Ok(Ok(summary(ard.population(), &draws, level)))
}

/// What is kept of a chain: ln(N_u/N), μ and σ at each sweep.
struct Draws {
    ln_share: Vec<f64>,
    mu: Vec<f64>,
    sigma: Vec<f64>,
}

fn summary(population: f64, draws: &[Draws], level: f64) -> Posterior {
    let chains: Vec<Vec<f64>> = draws.iter().map(|chain| chain.ln_share.clone()).collect();
    let mut sizes: Vec<f64> = chains.iter().flatten().map(|ln| population * libm::exp(*ln)).collect();
    let count = sizes.len() as f64;
    let mean = sizes.iter().sum::<f64>() / count;
    let average = |f: &dyn Fn(&Draws) -> f64| draws.iter().map(f).sum::<f64>() / count;
    let standard_error = crate::span::deviation(&sizes);
    sizes.sort_by(f64::total_cmp);
    let tail = (1.0 - level) / 2.0;
    let mixing = Mixing::of(&chains);
    Posterior {
        size: Span {
            point: quantile_7(&sizes, 0.5),
            lower: quantile_7(&sizes, tail),
            upper: quantile_7(&sizes, 1.0 - tail),
            level,
            interval: Made::Posterior,
            standard_error,
        },
        mean,
        median_degree: average(&|chain| chain.mu.iter().map(|mu| libm::exp(*mu)).sum()),
        sigma: average(&|chain| chain.sigma.iter().sum()),
        mixed: mixing.is_well(chains.len()),
        mixing,
    }
}

/// One respondent's answers that are above 0, and how far her ln d is moved at a time.
struct Respondent {
    known: Vec<u64>,
    step: f64,
    least: f64,
}

struct Chain {
    chance: Chance,
    respondents: Vec<Respondent>,
    /// Σ_k ln(1 − N_k/N) over the known groups.
    ln_missed: f64,
    /// Σ_i y_iu.
    reports: f64,
    /// ln d_i.
    ln_degree: Vec<f64>,
    mu: f64,
    sigma: f64,
    share: f64,
}

impl Chain {
    fn start(ard: &Ard, hidden: usize, mut chance: Chance) -> Self {
        let n = ard.respondents();
        let groups: Vec<&Vec<u64>> =
            ard.known().iter().map(|group| &group.known).chain([&ard.hidden()[hidden].known]).collect();
        let respondents: Vec<Respondent> = (0..n).map(|i| respondent(&groups, i)).collect();
        // Starts apart from each other: all degrees of a chain about half or double of what the known groups say.
        let shift = libm::exp(0.7 * chance.normal());
        let start = |(d, one): (&f64, &Respondent)| libm::log((d * shift).max(1.0).max(one.least + 1.0));
        let ln_degree: Vec<f64> = degrees(ard).iter().zip(&respondents).map(start).collect();
        let reports = ard.hidden()[hidden].known.iter().map(|y| *y as f64).sum::<f64>();
        let total: f64 = ln_degree.iter().map(|x| libm::exp(*x)).sum();
        Self {
            mu: (ln_degree.iter().sum::<f64>() / n as f64).clamp(MU.0 + 0.01, MU.1 - 0.01),
            sigma: SIGMA.0 + (SIGMA.1 - SIGMA.0) * chance.uniform(),
            share: (reports / total).min(0.5),
            ln_missed: ard
                .known()
                .iter()
                .filter_map(|g| g.size)
                .map(|size| libm::log1p(-size / ard.population()))
                .sum(),
            chance,
            respondents,
            reports,
            ln_degree,
        }
    }

    fn run(mut self, settings: Chains, watch: &dyn Watch) -> Result<Draws, Stopped> {
        let mut draws = Draws { ln_share: Vec::new(), mu: Vec::new(), sigma: Vec::new() };
        let sweeps = settings.warmup + settings.draws;
        for sweep in 0..sweeps {
            if sweep % 100 == 0 {
                go_on(watch)?;
                watch.advance("nsum-random-degree", 100.min(sweeps - sweep), sweeps * settings.chains);
            }
            self.sweep();
            if sweep >= settings.warmup {
                draws.ln_share.push(libm::log(self.share));
                draws.mu.push(self.mu);
                draws.sigma.push(self.sigma);
            }
        }
        Ok(draws)
    }

    fn sweep(&mut self) {
        self.move_degrees();
        self.draw_share();
        let (mean, squares) = self.spread();
        let n = self.ln_degree.len() as f64;
        let sigma = self.sigma;
        self.mu = slice(&mut self.chance, self.mu, MU, |mu| -n * (mean - mu) * (mean - mu) / (2.0 * sigma * sigma));
        let sum = squares + n * (mean - self.mu) * (mean - self.mu);
        self.sigma = slice(&mut self.chance, sigma, SIGMA, |s| -n * libm::log(s) - sum / (2.0 * s * s));
    }

    /// A random step of ln d_i for each respondent, accepted as Metropolis does.
    fn move_degrees(&mut self) {
        let ln_missed = self.ln_missed + libm::log1p(-self.share);
        for (one, here) in self.respondents.iter().zip(&mut self.ln_degree) {
            let there = *here + one.step * self.chance.normal();
            let ln_u = libm::log(self.chance.uniform());
            let prior = |x: f64| -(x - self.mu) * (x - self.mu) / (2.0 * self.sigma * self.sigma);
            let d = libm::exp(there);
            if d < one.least {
                continue;
            }
            let gain = one.ln_likelihood(d, ln_missed) + prior(there)
                - one.ln_likelihood(libm::exp(*here), ln_missed)
                - prior(*here);
            if ln_u < gain {
                *here = there;
            }
        }
    }

    /// N_u/N given degrees: p^(Y−1) (1 − p)^(D−Y) is Beta(Y, D − Y + 1), Y all reports and D all degrees.
    fn draw_share(&mut self) {
        let total: f64 = self.ln_degree.iter().map(|x| libm::exp(*x)).sum();
        let share = self.chance.beta(self.reports, (total - self.reports).max(0.0) + 1.0);
        self.share = share.clamp(f64::MIN_POSITIVE, 1.0 - 1e-12);
    }

    /// The mean of ln d and the sum of squares around it.
    fn spread(&self) -> (f64, f64) {
        let mean = self.ln_degree.iter().sum::<f64>() / self.ln_degree.len() as f64;
        (mean, self.ln_degree.iter().map(|x| (x - mean) * (x - mean)).sum())
    }
}

fn respondent(groups: &[&Vec<u64>], i: usize) -> Respondent {
    let known: Vec<u64> = groups.iter().map(|group| group[i]).filter(|y| *y > 0).collect();
    let sum: u64 = known.iter().fold(0, |sum, y| sum.saturating_add(*y));
    // 2.4 posterior standard deviations of one ln d: information Σy from the answers and about 1/0.6² from the others.
    let step = 2.4 / libm::sqrt(sum as f64 + 3.0);
    Respondent { least: known.iter().max().map_or(0.0, |y| *y as f64), known, step }
}

impl Respondent {
    /// Σ_k ln [d(d − 1)…(d − y_k + 1)] + d Σ_k ln(1 − p_k): the binomial likelihood in d, without what does not depend on d.
    fn ln_likelihood(&self, d: f64, ln_missed: f64) -> f64 {
        let mut sum = d * ln_missed;
        let mut product = 1.0;
        for &y in &self.known {
            if y > 400 {
                // Long products: d Γ's of the ends say the same.
                sum += crate::special::ln_gamma(d + 1.0) - crate::special::ln_gamma(d - y as f64 + 1.0);
                continue;
            }
            for j in 0..y {
                product *= d - j as f64;
                if product > 1e200 {
                    sum += libm::log(product);
                    product = 1.0;
                }
            }
        }
        if product > 0.0 { sum + libm::log(product) } else { f64::NEG_INFINITY }
    }
}

/// A draw from the density exp(ln_density) on an interval, that leaves it unchanged: slice sampling with shrinkage
/// (Neal 2003). `here` lies inside.
fn slice(chance: &mut Chance, here: f64, within: (f64, f64), ln_density: impl Fn(f64) -> f64) -> f64 {
    let height = ln_density(here) - chance.exponential();
    let (mut low, mut high) = within;
    for _ in 0..200 {
        let there = low + (high - low) * chance.uniform();
        if ln_density(there) >= height {
            return there;
        }
        if there < here {
            low = there;
        } else {
            high = there;
        }
    }
    here
}

#[cfg(test)]
mod tests {
    use super::super::ard::Group;
    use super::*;
    use crate::watch::Unwatched;

    #[test]
    fn a_slice_has_the_moments_of_its_density() {
        let mut chance = Chance::new(4);
        let mut x = 0.5;
        let draws: Vec<f64> = (0..40_000)
            .map(|_| {
                x = slice(&mut chance, x, (0.0, 1.0), |x| 2.0 * libm::log(x.max(1e-300)));
                x
            })
            .collect();
        // Density 3x² on (0, 1): mean 3/4, variance 3/80; draws of a slice depend on each other, so twice the variance.
        let mean = draws.iter().sum::<f64>() / 40_000.0;
        assert!((mean - 0.75).abs() < 5.0 * libm::sqrt(2.0 * 0.0375 / 40_000.0), "{mean}");
    }

    #[test]
    fn products_and_gamma_functions_agree() {
        let one = |known: &[u64]| Respondent { known: known.to_vec(), step: 1.0, least: 0.0 };
        let ln = |d: f64, y: f64| crate::special::ln_gamma(d + 1.0) - crate::special::ln_gamma(d - y + 1.0);
        let found = one(&[3, 200, 401]).ln_likelihood(1000.5, -0.01);
        let wanted = ln(1000.5, 3.0) + ln(1000.5, 200.0) + ln(1000.5, 401.0) - 10.005;
        assert!((found - wanted).abs() < 1e-8, "{found} {wanted}");
        assert_eq!(one(&[5]).ln_likelihood(4.0, 0.0), f64::NEG_INFINITY);
    }

    #[test]
    fn nobody_known_is_refused() {
        let group = |name: &str, size, known: &[u64]| Group { name: name.into(), size, known: known.to_vec() };
        let ard = Ard::new(1000.0, vec![group("a", Some(10.0), &[1, 2]), group("h", None, &[0, 0])]).expect("data");
        let chains = Chains { chains: 2, warmup: 10, draws: 10, seed: 1 };
        let found = posterior(&ard, 0, chains, 0.95, &Unwatched).expect("not stopped");
        assert_eq!(found, Err(Refusal::NobodyKnown));
    }
}
