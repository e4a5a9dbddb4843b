//! Draws from a density by the No-U-Turn sampler, several chains side by side.

use nuts_rs::{Chain, DiagNutsSettings, Settings};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use serde::Serialize;

use super::portable_math::{Density, PortableMath, short};
use crate::chance::Chance;
use crate::watch::{Stopped, Watch, go_on};

/// How long to draw, and from which seed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChainSettings {
    /// How many chains; at least two, or agreement cannot be seen.
    pub chains: usize,
    /// Draws of each chain that only set the sampler up and are thrown away; at least 20.
    pub warmup: u64,
    /// Draws of each chain that are kept; at least 20.
    pub draws: u64,
    /// The acceptance rate to aim for, within (0, 1); nearer to 1 means smaller steps and fewer divergences.
    pub target_accept: f64,
    /// The longest path of one draw is 2^`max_depth` steps; 1 to 15.
    pub max_depth: u64,
    /// The seed.
    pub seed: u64,
}

/// Why nothing was drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoDraws {
    /// Whoever watched stopped it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// A setting is outside its range.
    #[error("the setting `{0}` is outside its range")]
    Setting(&'static str),
    /// No point with a finite density was found to start from.
    #[error("no point was found to start from: the data or the priors give every point no probability")]
    NoStart,
}

/// What the chains found.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    /// By chain, by draw, the position.
    pub chains: Vec<Vec<Vec<f64>>>,
    /// Kept draws whose path left the region where the steps can follow the density.
    pub divergences: u64,
    /// Kept draws whose path was cut at the greatest length.
    pub cut: u64,
    /// The step size of each chain after warm-up, three digits.
    pub step_sizes: Vec<f64>,
}

impl Draws {
    /// One number of each draw, by chain.
    pub fn of(&self, number: impl Fn(&[f64]) -> f64) -> Vec<Vec<f64>> {
        self.chains.iter().map(|chain| chain.iter().map(|position| number(position)).collect()).collect()
    }

    /// All positions, chain after chain.
    pub fn positions(&self) -> impl Iterator<Item = &[f64]> {
        self.chains.iter().flatten().map(Vec::as_slice)
    }
}

/// Runs the chains. Chain c of `series` uses its own stream of the seed, so that threads do not matter, and two densities
/// with one seed draw apart when their series differ.
pub fn sample(
    density: &dyn Density,
    settings: &ChainSettings,
    series: u64,
    watch: &dyn Watch,
) -> Result<Draws, NoDraws> {
    check(settings)?;
    let runs: Vec<Result<Run, NoDraws>> =
        (0..settings.chains).into_par_iter().map(|c| run(density, settings, series, c as u64, watch)).collect();
    let mut draws = Draws { chains: Vec::new(), divergences: 0, cut: 0, step_sizes: Vec::new() };
    for run in runs {
        let run = run?;
        draws.chains.push(run.positions);
        draws.divergences += run.divergences;
        draws.cut += run.cut;
        draws.step_sizes.push(run.step_size);
    }
    Ok(draws)
}

fn check(settings: &ChainSettings) -> Result<(), NoDraws> {
    let rules = [
        ("chains", (1..=64).contains(&settings.chains)),
        ("warmup", (20..=1_000_000).contains(&settings.warmup)),
        ("draws", (20..=1_000_000).contains(&settings.draws)),
        ("target_accept", settings.target_accept > 0.0 && settings.target_accept < 1.0),
        ("max_depth", (1..=15).contains(&settings.max_depth)),
    ];
    rules.iter().find(|(_, holds)| !holds).map_or(Ok(()), |(name, _)| Err(NoDraws::Setting(name)))
}

/// One chain.
struct Run {
    positions: Vec<Vec<f64>>,
    divergences: u64,
    cut: u64,
    step_size: f64,
}

fn run(
    density: &dyn Density,
    settings: &ChainSettings,
    series: u64,
    number: u64,
    watch: &dyn Watch,
) -> Result<Run, NoDraws> {
    go_on(watch)?;
    let stream = series.wrapping_mul(128).wrapping_add(number);
    let start = start(density, &mut Chance::numbered(settings.seed, stream))?;
    let mut rng = ChaCha8Rng::seed_from_u64(settings.seed);
    rng.set_stream((1 << 62) | stream);
    let mut chain = nuts(settings)
        .new_chain(number, PortableMath(density), &mut rng)
        .map_err(|_| NoDraws::Setting("target_accept"))?;
    chain.set_position(&start).map_err(|_| NoDraws::NoStart)?;
    let mut run = Run { positions: Vec::new(), divergences: 0, cut: 0, step_size: 0.0 };
    let total = settings.warmup + settings.draws;
    for i in 0..total {
        go_on(watch)?;
        let (position, progress) = chain.draw().map_err(|_| NoDraws::NoStart)?;
        if i >= settings.warmup {
            run.positions.push(position.into_vec());
            run.divergences += u64::from(progress.diverging);
            run.cut += u64::from(progress.num_steps + 1 >= 1 << settings.max_depth);
            run.step_size = short(progress.step_size);
        }
        if (i + 1) % 100 == 0 {
            watch.advance("chains", i + 1, total);
        }
    }
    Ok(run)
}

/// A point near the origin with a finite density; all parameters are written so that the origin is a sensible one.
fn start(density: &dyn Density, chance: &mut Chance) -> Result<Vec<f64>, NoDraws> {
    let mut gradient = vec![0.0; density.dim()];
    for attempt in 0..100 {
        // The first tries are far apart, so that agreement of the chains means something.
        let reach = if attempt < 50 { 2.0 } else { 0.1 };
        let position: Vec<f64> = (0..density.dim()).map(|_| reach * (2.0 * chance.uniform() - 1.0)).collect();
        let value = density.log_density(&position, &mut gradient);
        if value.is_finite() && gradient.iter().all(|g| g.is_finite() && *g != 0.0) {
            return Ok(position);
        }
    }
    Err(NoDraws::NoStart)
}

fn nuts(settings: &ChainSettings) -> DiagNutsSettings {
    let mut nuts = DiagNutsSettings {
        num_tune: settings.warmup,
        num_draws: settings.draws,
        maxdepth: settings.max_depth,
        num_chains: settings.chains,
        ..DiagNutsSettings::default()
    };
    nuts.adapt_options.step_size_settings.target_accept = settings.target_accept;
    // A jittered step would be one more number from the platform's functions.
    nuts.adapt_options.step_size_settings.jitter = None;
    nuts
}
