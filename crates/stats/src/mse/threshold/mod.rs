//! Bayesian thresholding: start with every pair of lists dependent, keep the pairs whose effect stands out.
//!
//! Silverman 2020, "Multiple-systems analysis for the quantification of modern slavery" (JRSS A 183), section 6; triples
//! as in his package MultipleSystemsEstimation. Log-linear Poisson model, flat priors on the intercept and the lists,
//! N(0, v) or flat ones on interactions. Effects with |mean|/sd of their posterior below the threshold are taken out and
//! the rest sampled again; N = n + exp(α_∅). With flat priors, a pair that shares nobody is at minus infinity.

mod chain;
mod posterior;
mod target;

use rayon::prelude::*;

use super::answer::{Answer, Estimate, Gate, Interval, Outcome, Reason, Setting, Verdict};
use super::fit::Fit;
use super::hygiene::{non_overlapping, pairs};
use super::model::Model;
use super::status::{Status, settled, status};
use super::table::{History, Table};
use crate::chance::Chance;
use crate::mcmc::{LEAST_EFFECTIVE_PER_CHAIN, MOST_R_HAT, Mixing};
use crate::watch::{Stopped, Watch};
use target::Target;

pub use posterior::{Posterior, Tested};

/// The numbers of lists it is made for: of two lists the pair cannot be told from the hidden number.
pub const LISTS: std::ops::RangeInclusive<usize> = 3..=10;

/// The prior of an interaction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prior {
    /// No opinion; needs a table for which the model of all pairs has a maximum.
    Flat,
    /// N(0, variance).
    Normal {
        /// v; above 0.
        variance: f64,
    },
}

impl Prior {
    fn precision(self) -> f64 {
        match self {
            Self::Flat => 0.0,
            Self::Normal { variance } => 1.0 / variance.max(f64::MIN_POSITIVE),
        }
    }
}

/// What has to be fixed before sampling.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The prior of interactions; 0.1 and 10 show how much N(0, 1) matters.
    pub prior: Prior,
    /// An effect stays if |mean|/sd is at least this; 2, with 5 as the strict alternative.
    pub threshold: f64,
    /// Interactions of at most so many lists, 2 or 3.
    pub order: u32,
    /// How many chains.
    pub chains: usize,
    /// Draws of each chain that are thrown away.
    pub burn_in: usize,
    /// Draws of each chain that count.
    pub draws: usize,
    /// Chain c of stage s draws from stream 1,000 s + c of this seed.
    pub seed: u64,
}

impl Settings {
    /// What the program does when nothing else is asked: N(0, 1), threshold 2, pairs, four chains of 5,000 draws.
    pub fn usual(seed: u64) -> Self {
        Self {
            prior: Prior::Normal { variance: 1.0 },
            threshold: 2.0,
            order: 2,
            chains: 4,
            burn_in: 1000,
            draws: 5000,
            seed,
        }
    }
}

/// Samples, thresholds, and samples what is left.
///
/// # Errors
/// [`Stopped`] when the watcher says so; inside, the reason why this table cannot be estimated so.
pub fn estimate(table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<Result<Posterior, Reason>, Stopped> {
    let t = table.t();
    let all_pairs: Vec<History> = pairs(t).collect();
    let work = match Work::new(table, settings, watch, &all_pairs) {
        Ok(work) => work,
        Err(reason) => return Ok(Err(reason)),
    };
    let Some(first) = work.stage(0, &all_pairs)? else { return Ok(Err(Reason::NotConverged)) };
    let mut tested = first.tested(2, settings.threshold);
    let mut kept: Vec<History> = tested.iter().filter(|effect| effect.kept).map(|effect| effect.lists).collect();
    let mut mixing = first.worst_mixing();
    let triples = if settings.order >= 3 { work.eligible(&kept) } else { Vec::new() };
    if !triples.is_empty() {
        let with_triples: Vec<History> = kept.iter().chain(&triples).copied().collect();
        let Some(second) = work.stage(1, &with_triples)? else { return Ok(Err(Reason::NotConverged)) };
        let more = second.tested(3, settings.threshold);
        kept.extend(more.iter().filter(|effect| effect.kept).map(|effect| effect.lists));
        tested.extend(more);
        mixing = worse(mixing, second.worst_mixing());
    }
    let Some(last) = work.stage(2, &kept)? else { return Ok(Err(Reason::NotConverged)) };
    let totals = last.totals(table.n() as f64);
    let interactions: Vec<History> = kept.iter().chain(&work.closed).copied().collect();
    let model = Model::new(t, &interactions).unwrap_or_else(|| Model::independence(t));
    mixing = worse(mixing, Mixing::of(&totals));
    Ok(Ok(Posterior::new(table.n(), totals, mixing, tested, work.closed, model)))
}

/// What the stages share.
struct Work<'a> {
    table: &'a Table,
    settings: &'a Settings,
    watch: &'a dyn Watch,
    independence: Fit,
    /// Pairs at minus infinity.
    closed: Vec<History>,
}

/// Draws of all parameters, chain by chain.
struct Stage {
    terms: Vec<History>,
    /// By chain and draw.
    chains: Vec<Vec<Vec<f64>>>,
}

impl<'a> Work<'a> {
    fn new(table: &'a Table, settings: &'a Settings, watch: &'a dyn Watch, pairs: &[History]) -> Result<Self, Reason> {
        if !LISTS.contains(&table.t()) {
            return Err(Reason::NumberOfLists);
        }
        if table.overlap_share() == 0.0 {
            return Err(Reason::NoOverlap);
        }
        let independence = settled(table, &Model::independence(table.t()), None).map_err(reason)?;
        let flat = settings.prior == Prior::Flat;
        if flat {
            let model = Model::new(table.t(), pairs).ok_or(Reason::NumberOfLists)?;
            match status(table, &model) {
                Status::Fine => {}
                other => return Err(reason(other)),
            }
        }
        let closed = if flat { non_overlapping(table) } else { Vec::new() };
        Ok(Self { table, settings, watch, independence, closed })
    }

    /// Samples the model with these interactions; `None` if it has no mode.
    fn stage(&self, number: u64, interactions: &[History]) -> Result<Option<Stage>, Stopped> {
        let start = |theta| self.independence.parameter(theta).unwrap_or(0.0);
        let Some(target) = Target::new(self.table, interactions, &self.closed, self.settings.prior, start) else {
            return Ok(None);
        };
        let Settings { chains, burn_in, draws, seed, .. } = *self.settings;
        let count = chains.max(1);
        let run = |c: usize| {
            let mut chance = Chance::numbered(seed, 1000 * number + c as u64);
            let draws = chain::run(&target, burn_in, draws, &mut chance, self.watch);
            self.watch.advance("thresholding", 1, 3 * count as u64);
            draws
        };
        let chains: Result<Vec<_>, Stopped> = (0..count).into_par_iter().map(run).collect();
        Ok(Some(Stage { chains: chains?, terms: target.terms }))
    }

    /// Triples all of whose pairs were kept. Under flat priors none, if together they have no maximum.
    fn eligible(&self, kept: &[History]) -> Vec<History> {
        let inside = |triple: &History| {
            pairs(self.table.t()).filter(|pair| triple & pair == *pair).all(|pair| kept.contains(&pair))
        };
        let triples: Vec<History> =
            (1..1 << self.table.t()).filter(|w: &History| w.count_ones() == 3).filter(inside).collect();
        let all: Vec<History> = kept.iter().chain(&triples).chain(&self.closed).copied().collect();
        let proper = self.settings.prior != Prior::Flat
            || Model::new(self.table.t(), &all).is_some_and(|model| status(self.table, &model) == Status::Fine);
        if proper { triples } else { Vec::new() }
    }
}

impl Stage {
    /// One parameter's draws, chain by chain.
    fn draws(&self, at: usize) -> Vec<Vec<f64>> {
        self.chains.iter().map(|chain| chain.iter().map(|draw| draw[at]).collect()).collect()
    }

    /// |mean|/sd of the effects of so many lists, and whether they stay.
    fn tested(&self, order: u32, threshold: f64) -> Vec<Tested> {
        let effects = self.terms.iter().enumerate().filter(|(_, theta)| theta.count_ones() == order);
        effects.map(|(at, theta)| Tested::new(*theta, &self.draws(at), threshold)).collect()
    }

    fn worst_mixing(&self) -> Mixing {
        let all = (0..self.terms.len()).into_par_iter().map(|at| Mixing::of(&self.draws(at))).collect::<Vec<_>>();
        all.into_iter().reduce(worse).unwrap_or_else(|| Mixing::of(&[]))
    }

    /// N = n + exp(α_∅), chain by chain.
    fn totals(&self, n: f64) -> Vec<Vec<f64>> {
        self.chains.iter().map(|chain| chain.iter().map(|draw| n + libm::exp(draw[0])).collect()).collect()
    }
}

fn worse(a: Mixing, b: Mixing) -> Mixing {
    Mixing {
        r_hat: f64::max(a.r_hat, b.r_hat),
        bulk_ess: f64::min(a.bulk_ess, b.bulk_ess),
        tail_ess: f64::min(a.tail_ess, b.tail_ess),
    }
}

fn reason(status: Status) -> Reason {
    match status {
        Status::NotIdentifiable => Reason::NotIdentifiable,
        Status::Fine | Status::NoMaximum | Status::Neither => Reason::NoMaximum,
    }
}

/// The posterior as an answer, with its interval at `level`; none when the chains do not agree.
///
/// # Errors
/// [`Stopped`] when the watcher says so.
pub fn answer(table: &Table, settings: &Settings, level: f64, watch: &dyn Watch) -> Result<Answer, Stopped> {
    Ok(match estimate(table, settings, watch)? {
        Ok(posterior) => say(table, &posterior, settings, level),
        Err(reason) => Answer::none("threshold", reason),
    })
}

fn say(table: &Table, posterior: &Posterior, settings: &Settings, level: f64) -> Answer {
    let least = LEAST_EFFECTIVE_PER_CHAIN * posterior.chains.len() as f64;
    let gates = vec![
        Gate::at_most("mixing", posterior.mixing.r_hat, MOST_R_HAT, Verdict::Fail),
        Gate::at_least(
            "sample-size",
            f64::min(posterior.mixing.bulk_ess, posterior.mixing.tail_ess),
            least,
            Verdict::Doubt,
        ),
        // An effect this close to the threshold is kept or not by the luck of the draws.
        Gate::at_least("threshold", posterior.closest(settings.threshold), 3.0, Verdict::Doubt),
    ];
    let (lower, upper) = posterior.interval(level);
    let estimate = Estimate {
        point: posterior.median(),
        lower,
        upper,
        level,
        interval: Interval::Posterior,
        at_least: false,
        model: Some(posterior.model.to_string()),
    };
    let mixed = posterior.mixing.r_hat <= MOST_R_HAT;
    let outcome = if mixed { Outcome::Estimate(estimate) } else { Outcome::NotEstimable(Reason::NotMixed) };
    let ratio = |effect: &Tested| format!("{} {:.2}", table.name(effect.lists), effect.ratio);
    let names = |sets: &[History]| sets.iter().map(|set| table.name(*set)).collect::<Vec<_>>().join(", ");
    let mut said = vec![
        ("threshold", Setting::Number(settings.threshold)),
        ("order", Setting::Count(settings.order.into())),
        match settings.prior {
            Prior::Flat => ("prior-variance", Setting::Word("flat")),
            Prior::Normal { variance } => ("prior-variance", Setting::Number(variance)),
        },
        ("likelihood", Setting::Word("poisson")),
        ("chains", Setting::Count(posterior.chains.len() as u64)),
        ("burn-in", Setting::Count(settings.burn_in as u64)),
        ("draws", Setting::Count(settings.draws as u64)),
        ("seed", Setting::Count(settings.seed)),
        ("ratios", Setting::Text(posterior.tested.iter().map(ratio).collect::<Vec<_>>().join(", "))),
    ];
    if !posterior.minus_infinite.is_empty() {
        said.push(("minus-infinite", Setting::Text(names(&posterior.minus_infinite))));
    }
    Answer { method: "threshold", outcome, gates, settings: said, curves: vec![posterior.curve()] }
}
