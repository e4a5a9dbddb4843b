//! Latent classes with a Dirichlet process: people differ in how easily they are found, in ways nobody recorded.
//!
//! Manrique-Vallier 2016, "Bayesian population size estimation using Dirichlet process mixtures" (Biometrics 72). Person
//! i is of class z_i ~ π, and on list j with probability λ_jz, independently of the other lists. λ_jk ~ Beta(1, 1);
//! π_k = V_k Π_{l<k} (1 − V_l), V_k ~ Beta(1, α), cut at K classes; α ~ Gamma(a, rate b); p(N) ∝ 1/N for N up to
//! (1 + cap) n. The posterior often has several modes that a single chain does not leave, so there are at least eight
//! chains that start far apart, and no answer when they do not agree.

mod gibbs;
mod posterior;

use rayon::prelude::*;

use super::answer::{Answer, Estimate, Gate, Interval, Outcome, Reason, Setting, Verdict};
use super::table::Table;
use crate::chance::Chance;
use crate::mcmc::{LEAST_EFFECTIVE_PER_CHAIN, MOST_R_HAT};
use crate::watch::{Stopped, Watch, go_on};
use gibbs::{Sampler, Start};

pub use posterior::Posterior;

/// What has to be fixed before sampling.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// K, the most classes; at least 1. LCMCR takes 5, those who work in the field 10.
    pub classes: usize,
    /// The prior of α.
    pub prior: Prior,
    /// The largest M that is held possible, over n. LCMCR takes 20 without saying so; it is a prior like any other.
    pub cap: u64,
    /// How many chains; fewer than two cannot be compared.
    pub chains: usize,
    /// Sweeps of each chain that are thrown away.
    pub burn_in: usize,
    /// Sweeps of each chain that count.
    pub sweeps: usize,
    /// Of so many sweeps one is kept; at least 1.
    pub thin: usize,
    /// Chain c draws from stream c of this seed.
    pub seed: u64,
}

/// α ~ Gamma(shape, rate).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prior {
    /// a.
    pub shape: f64,
    /// b.
    pub rate: f64,
}

impl Settings {
    /// What the program does when nothing else is asked: ten classes, α ~ Gamma(0.25, 0.25), M up to 20 n, eight chains of
    /// 110,000 sweeps of which 10,000 are thrown away.
    pub fn usual(seed: u64) -> Self {
        Self {
            classes: 10,
            prior: Prior { shape: 0.25, rate: 0.25 },
            cap: 20,
            chains: 8,
            burn_in: 10_000,
            sweeps: 100_000,
            thin: 20,
            seed,
        }
    }
}

/// Sweeps between two looks at the watcher.
const BETWEEN_LOOKS: usize = 1000;

/// Samples the posterior.
///
/// # Errors
/// [`Stopped`] when the watcher says so; inside, the reason why this table is not sampled.
pub fn sample(table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<Result<Posterior, Reason>, Stopped> {
    if table.t() < 3 {
        return Ok(Err(Reason::NumberOfLists));
    }
    if table.overlap_share() == 0.0 {
        return Ok(Err(Reason::NoOverlap));
    }
    let chains: Result<Vec<Chain>, Stopped> =
        (0..settings.chains.max(1)).into_par_iter().map(|number| run(table, settings, number, watch)).collect();
    let chains = chains?;
    let sweeps = ((settings.burn_in + settings.sweeps) * chains.len()).max(1);
    let capped = chains.iter().map(|chain| chain.capped).sum::<u64>() as f64 / sweeps as f64;
    let n = table.n();
    let draws = chains.into_iter().map(|chain| chain.hidden.iter().map(|m| (n + m) as f64).collect()).collect();
    Ok(Ok(Posterior::new(n, draws, capped)))
}

struct Chain {
    hidden: Vec<u64>,
    capped: u64,
}

fn run(table: &Table, settings: &Settings, number: usize, watch: &dyn Watch) -> Result<Chain, Stopped> {
    let mut chance = Chance::numbered(settings.seed, number as u64);
    let most = table.n().saturating_mul(settings.cap);
    let start = start(most, number, settings.chains);
    let mut sampler = Sampler::new(table, settings.classes.max(1), settings.prior, start, most, &mut chance);
    let all = settings.burn_in + settings.sweeps;
    let thin = settings.thin.max(1);
    let mut hidden = Vec::with_capacity(settings.sweeps / thin);
    for from in (0..all).step_by(BETWEEN_LOOKS) {
        go_on(watch)?;
        let to = (from + BETWEEN_LOOKS).min(all);
        for sweep in from..to {
            sampler.sweep(&mut chance);
            if sweep >= settings.burn_in && (sweep - settings.burn_in) % thin == thin - 1 {
                hidden.push(sampler.hidden);
            }
        }
        watch.advance("latent-classes", (to - from) as u64, (all * settings.chains.max(1)) as u64);
    }
    Ok(Chain { hidden, capped: sampler.capped })
}

/// Where a chain starts: M evenly on the logarithmic scale from a hundredth of the most to the most, in turn with all
/// people alike and scattered over the classes.
fn start(most: u64, number: usize, chains: usize) -> (Start, u64) {
    let along = number as f64 / chains.saturating_sub(1).max(1) as f64;
    let hidden = (most as f64 * libm::exp(-libm::log(100.0) * (1.0 - along))) as u64;
    (if number.is_multiple_of(2) { Start::OneClass } else { Start::Scattered }, hidden)
}

/// M above the most was drawn in more than this share of sweeps: the cap decides the interval.
const MOST_CAPPED: f64 = 0.01;

/// The posterior as an answer, with its interval at `level`; none when the chains do not agree.
///
/// # Errors
/// [`Stopped`] when the watcher says so.
pub fn answer(table: &Table, settings: &Settings, level: f64, watch: &dyn Watch) -> Result<Answer, Stopped> {
    Ok(match sample(table, settings, watch)? {
        Ok(posterior) => say(&posterior, settings, level),
        Err(reason) => Answer::none("lcmcr", reason),
    })
}

fn say(posterior: &Posterior, settings: &Settings, level: f64) -> Answer {
    let mixing = posterior.mixing;
    let least = LEAST_EFFECTIVE_PER_CHAIN * posterior.chains.len() as f64;
    let gates = vec![
        Gate::at_most("mixing", mixing.r_hat, MOST_R_HAT, Verdict::Fail),
        // The ends of the interval need it as well as the middle: chains that seldom leave one of two modes have few.
        Gate::at_least("sample-size", f64::min(mixing.bulk_ess, mixing.tail_ess), least, Verdict::Doubt),
        Gate::at_most("cap", posterior.capped, MOST_CAPPED, Verdict::Doubt),
    ];
    let outcome = if mixing.r_hat <= MOST_R_HAT {
        let (lower, upper) = posterior.interval(level);
        Outcome::Estimate(Estimate {
            point: posterior.median(),
            lower,
            upper,
            level,
            interval: Interval::Posterior,
            at_least: false,
            model: None,
        })
    } else {
        Outcome::NotEstimable(Reason::NotMixed)
    };
    let medians = posterior.chain_medians();
    let said = vec![
        ("classes", Setting::Count(settings.classes as u64)),
        ("alpha-shape", Setting::Number(settings.prior.shape)),
        ("alpha-rate", Setting::Number(settings.prior.rate)),
        ("cap", Setting::Count(settings.cap)),
        ("prior", Setting::Word("1/N")),
        ("chains", Setting::Count(posterior.chains.len() as u64)),
        ("burn-in", Setting::Count(settings.burn_in as u64)),
        ("sweeps", Setting::Count(settings.sweeps as u64)),
        ("thin", Setting::Count(settings.thin as u64)),
        ("seed", Setting::Count(settings.seed)),
        ("lowest-chain-median", Setting::Number(medians.iter().copied().fold(f64::INFINITY, f64::min))),
        ("highest-chain-median", Setting::Number(medians.iter().copied().fold(f64::NEG_INFINITY, f64::max))),
    ];
    Answer { method: "lcmcr", outcome, gates, settings: said, curves: vec![posterior.curve()] }
}
