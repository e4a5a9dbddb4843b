//! Everything a respondent-driven sample says: shares by all estimators with their intervals, how the sample grew, and the
//! size that a register beside it gives.

use serde::Serialize;

use super::bootstrap::{Repeated, Replicates, gile, salganik, tree};
use super::diagnose::{Growth, Mixing, growth, mixing};
use super::estimate::{Refusal, rds_one, rds_two, shares};
use super::sample::{MissingDegree, Outcome, Sample, View};
use super::successive::{Successive, successive};
use crate::mse::multiplier;
use crate::span::Span;
use crate::watch::{Stopped, Watch};

/// What is asked of the engine. The caller fills it in full.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// The level of intervals, 0.95 for instance.
    pub level: f64,
    /// Bootstrap replicates.
    pub replicates: u64,
    /// The seed of the bootstraps.
    pub seed: u64,
    /// What to do with missing degrees.
    pub missing_degree: MissingDegree,
    /// Gile's successive sampling, if the population is known or assumed.
    pub successive: Option<Successive>,
    /// A register to divide by a share.
    pub register: Option<Register>,
}

/// People counted in a register, and the answer that says "I was in it".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Register {
    /// How many the register counts, M.
    pub counted: u64,
    /// The outcome that asks about it, by number.
    pub outcome: usize,
    /// Its group of those who were in it, by number.
    pub group: usize,
}

/// The answer of the command.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// How the sample grew.
    pub growth: Growth,
    /// Each outcome.
    pub outcomes: Vec<OutcomeReport>,
    /// What was asked.
    pub settings: Settings,
}

/// What is said about one outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutcomeReport {
    /// The outcome and its groups.
    pub outcome: Outcome,
    /// People who gave no answer to it.
    pub missing: usize,
    /// People by group in the sample.
    pub people: Vec<usize>,
    /// The shares by each estimator.
    pub results: Vec<Found>,
    /// What recruitment says.
    pub mixing: Mixing,
    /// The size by the multiplier, for the outcome that asks about the register.
    pub multiplier: Vec<Size>,
}

/// One estimator with one way to make intervals.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// `sample`, `rds-1`, `rds-1-smoothed`, `rds-2` or `ss`.
    pub method: &'static str,
    /// `none`, `salganik`, `tree` or `gile`.
    pub bootstrap: &'static str,
    /// Shares by group; empty if there is a reason why not.
    pub shares: Vec<Share>,
    /// Why there are none.
    pub reason: Option<Refusal>,
    /// For `ss`: was the sample so small against the population that this is RDS-II?
    pub fallback: bool,
}

/// A share of a group, with its interval where the method has one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Share {
    /// The share, 0 to 1.
    pub point: f64,
    /// Its interval.
    pub interval: Option<Span>,
}

/// N = M/p by one estimator of p.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Size {
    /// The estimator of p.
    pub method: &'static str,
    /// How its replicates were drawn.
    pub bootstrap: &'static str,
    /// By the delta method.
    pub delta: Option<Span>,
    /// By dividing M by each replicate.
    pub percentile: Option<Span>,
    /// Why there is none.
    pub reason: Option<multiplier::Refusal>,
}

/// All of it.
pub fn report(sample: &Sample, settings: &Settings, watch: &dyn Watch) -> Result<Report, Stopped> {
    let mut outcomes = Vec::new();
    for (o, outcome) in sample.outcomes().iter().enumerate() {
        let Some(view) = sample.view(o, settings.missing_degree) else { continue };
        let drawn = estimators(&view, settings, watch)?;
        let register = settings.register.as_ref().filter(|register| register.outcome == o);
        outcomes.push(OutcomeReport {
            outcome: outcome.clone(),
            missing: view.groups.iter().filter(|group| group.is_none()).count(),
            people: (0..view.g).map(|g| view.groups.iter().filter(|group| **group == Some(g)).count()).collect(),
            multiplier: register.map_or_else(Vec::new, |register| sizes(&drawn, register, settings.level)),
            results: drawn.into_iter().map(|drawn| drawn.found).collect(),
            mixing: mixing(&view),
        });
    }
    Ok(Report { growth: growth(sample), outcomes, settings: settings.clone() })
}

/// An estimator's answer with the replicates behind it.
struct Drawn {
    found: Found,
    replicates: Replicates,
}

fn estimators(view: &View<'_>, settings: &Settings, watch: &dyn Watch) -> Result<Vec<Drawn>, Stopped> {
    let (b, seed) = (settings.replicates, settings.seed);
    let chain = |repeated| salganik(view, repeated, b, seed, watch);
    let c = view.recruitments();
    let level = settings.level;
    let raw = shares(view.groups.iter().flatten().map(|group| (*group, 1.0)), view.g);
    let mut drawn = vec![found("sample", "none", raw, Vec::new(), level)];
    for (method, smoothed, repeated) in
        [("rds-1", false, Repeated::One), ("rds-1-smoothed", true, Repeated::OneSmoothed)]
    {
        drawn.push(found(method, "salganik", rds_one(&c, view.counted(), smoothed), chain(repeated)?, level));
    }
    let two = || rds_two(view.counted(), view.g);
    drawn.push(found("rds-2", "salganik", two(), chain(Repeated::Two)?, level));
    drawn.push(found("rds-2", "tree", two(), tree(view, b, seed, watch)?, level));
    if let Some(known) = settings.successive {
        drawn.push(match successive(view, known, watch)? {
            Err(refusal) => found("ss", "gile", Err(refusal), Vec::new(), level),
            Ok((shares, inclusion)) => {
                let replicates = gile(view, &inclusion, known.population, b, seed, watch)?;
                let mut drawn = found("ss", "gile", Ok(shares), replicates, level);
                drawn.found.fallback = inclusion.fallback;
                drawn
            }
        });
    }
    Ok(drawn)
}

fn found(
    method: &'static str,
    bootstrap: &'static str,
    shares: Result<Vec<f64>, Refusal>,
    replicates: Replicates,
    level: f64,
) -> Drawn {
    let (points, reason) = match shares {
        Ok(points) => (points, None),
        Err(reason) => (Vec::new(), Some(reason)),
    };
    let share = |(g, point): (usize, &f64)| {
        let values: Vec<f64> = replicates.iter().map(|shares| shares[g]).collect();
        let span = Span::percentile(*point, &values, level);
        // Gile 2011 found ± z standard errors to cover better than percentiles; Salganik and the tree use percentiles.
        let span = if bootstrap == "gile" {
            span.and_then(|span| Some(Span::normal(*point, span.standard_error?, level, (0.0, 1.0))))
        } else {
            span
        };
        Share { point: *point, interval: span }
    };
    let shares = points.iter().enumerate().map(share).collect();
    Drawn { found: Found { method, bootstrap, shares, reason, fallback: false }, replicates }
}

fn sizes(drawn: &[Drawn], register: &Register, level: f64) -> Vec<Size> {
    let size = |one: &Drawn| {
        let share = one.found.shares.get(register.group)?;
        let error = share.interval.as_ref()?.standard_error?;
        let delta = multiplier::delta(register.counted, share.point, error, level);
        let values: Vec<f64> = one.replicates.iter().map(|shares| shares[register.group]).collect();
        let percentile = multiplier::bootstrap(register.counted, share.point, &values, level);
        Some(Size {
            method: one.found.method,
            bootstrap: one.found.bootstrap,
            reason: delta.as_ref().err().copied(),
            delta: delta.ok(),
            percentile: percentile.ok(),
        })
    };
    drawn.iter().filter_map(size).collect()
}
