//! Everything network scale-up says about a set of answers: all estimators side by side, what hidden ties would change, and
//! how well the known groups are found again.

use serde::Serialize;

use super::ard::Ard;
use super::bootstrap::sizes;
use super::killworth::{Estimator, degrees, degrees_for, estimate, naive_standard_error};
use super::random_degree::{Chains, Posterior, Refusal, posterior};
use crate::span::Span;
use crate::watch::{Stopped, Watch};

/// Shares τ of the ties to members that respondents know to be such; shown always.
pub const TRANSMISSION: [f64; 10] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];

/// What is asked of the engine. The caller fills it in full.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// The level of intervals, 0.95 for instance.
    pub level: f64,
    /// Bootstrap replicates.
    pub replicates: u64,
    /// The seed of the bootstrap.
    pub seed: u64,
    /// The chains of the model with random degrees; `None` leaves it out.
    pub random_degree: Option<Chains>,
}

/// The answer of the command.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// How many were asked.
    pub respondents: usize,
    /// The population N, persons.
    pub population: f64,
    /// Median of the estimated degrees, persons.
    pub median_degree: f64,
    /// Respondents who know nobody of the known groups: their degree is estimated as 0.
    pub without_degree: usize,
    /// Each hidden group.
    pub groups: Vec<HiddenGroup>,
    /// Each known group, estimated from the others.
    pub hold_out: Vec<HeldOut>,
    /// How well that went.
    pub hold_out_summary: Option<HoldOutSummary>,
    /// What was asked.
    pub settings: Settings,
}

/// What is said about one hidden group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HiddenGroup {
    /// Its name.
    pub name: String,
    /// How many times a member was reported, Σ y_iu.
    pub reports: u64,
    /// Each estimator; τ = 1, no barrier.
    pub results: Vec<Found>,
    /// The lowest and the highest point of those that can be used.
    pub spread: Option<(f64, f64)>,
    /// The same when only a share of the ties is known.
    pub transmission: Vec<Transmission>,
    /// The model with random degrees in full, if its chains ran.
    pub posterior: Option<Posterior>,
}

/// One estimator's answer, persons.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// `mle`, `pimle`, `proportional` or `random-degree`.
    pub method: &'static str,
    /// The estimate with the interval of the respondent bootstrap, or of the posterior.
    pub estimate: Option<Span>,
    /// With the standard error that the binomial model promises: shown to be seen through, for the MLE only.
    pub naive: Option<Span>,
    /// Why there is no estimate, or why it must not be used.
    pub reason: Option<&'static str>,
}

/// The size when respondents know of only a share τ of their ties to members: N̂_u/τ.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Transmission {
    /// The share of ties known, τ.
    pub tau: f64,
    /// The estimate of each method, in the order of the results that have one.
    pub estimates: Vec<(&'static str, Span)>,
}

/// A known group as if it were hidden.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeldOut {
    /// Its name.
    pub name: String,
    /// Its true size, persons.
    pub size: f64,
    /// Its size by the MLE from the other known groups.
    pub estimate: Span,
    /// Estimate divided by true size.
    pub ratio: f64,
    /// Does the interval hold the true size?
    pub covered: bool,
}

/// The hold-out check in three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct HoldOutSummary {
    /// exp of the mean of ln(estimate/true): 1 without a common bias, over groups that anybody knew.
    pub mean_ratio: f64,
    /// exp of the root mean square of ln(estimate/true): by what factor a group is typically missed.
    pub typical_factor: f64,
    /// How many intervals of how many hold the true size.
    pub covered: (usize, usize),
}

/// All of it.
pub fn report(ard: &Ard, settings: Settings, watch: &dyn Watch) -> Result<Report, Stopped> {
    let groups = (0..ard.hidden().len()).map(|h| hidden_group(ard, h, settings, watch)).collect::<Result<_, _>>()?;
    let hold_out = hold_out(ard, settings, watch)?;
    let mut d = degrees(ard);
    let without_degree = d.iter().filter(|d| **d <= 0.0).count();
    d.sort_by(f64::total_cmp);
    Ok(Report {
        respondents: ard.respondents(),
        population: ard.population(),
        median_degree: crate::special::quantile_7(&d, 0.5),
        without_degree,
        groups,
        hold_out_summary: summarise(&hold_out),
        hold_out,
        settings,
    })
}

fn hidden_group(ard: &Ard, hidden: usize, settings: Settings, watch: &dyn Watch) -> Result<HiddenGroup, Stopped> {
    let group = &ard.hidden()[hidden];
    let mut results = Vec::new();
    for (method, estimator) in
        [("mle", Estimator::Mle), ("pimle", Estimator::Pimle), ("proportional", Estimator::Proportional)]
    {
        results.push(design_based(ard, hidden, method, estimator, settings, watch)?);
    }
    let chains = settings.random_degree.map(|chains| posterior(ard, hidden, chains, settings.level, watch));
    let found = chains.transpose()?;
    results.extend(found.as_ref().map(by_model));
    let usable = || {
        results.iter().filter(|one| one.reason.is_none()).filter_map(|one| Some((one.method, one.estimate.as_ref()?)))
    };
    let transmission = TRANSMISSION.map(|tau| Transmission {
        tau,
        estimates: usable().map(|(method, span)| (method, span.times(1.0 / tau))).collect(),
    });
    let low = usable().map(|(_, span)| span.point).reduce(f64::min);
    let high = usable().map(|(_, span)| span.point).reduce(f64::max);
    Ok(HiddenGroup {
        name: group.name.clone(),
        reports: group.known.iter().fold(0, |sum, y| sum.saturating_add(*y)),
        spread: low.zip(high),
        transmission: transmission.to_vec(),
        posterior: found.and_then(Result::ok),
        results,
    })
}

fn design_based(
    ard: &Ard,
    hidden: usize,
    method: &'static str,
    estimator: Estimator,
    settings: Settings,
    watch: &dyn Watch,
) -> Result<Found, Stopped> {
    let d = degrees_for(ard, estimator);
    let Some(found) = estimate(ard, &d, hidden, estimator, &vec![1.0; ard.respondents()]) else {
        return Ok(Found { method, estimate: None, naive: None, reason: Some("no-degrees") });
    };
    let replicates = sizes(ard, hidden, estimator, settings.replicates, settings.seed, watch)?;
    let naive = (estimator == Estimator::Mle).then(|| {
        let error = naive_standard_error(ard, &d, found.size);
        Span::normal(found.size, error, settings.level, (0.0, f64::INFINITY))
    });
    let span = Span::percentile(found.size, &replicates, settings.level);
    let reason = if found.size <= 0.0 { Some("nobody-known") } else { None };
    Ok(Found { method, reason: reason.or(span.is_none().then_some("too-few-replicates")), estimate: span, naive })
}

fn by_model(found: &Result<Posterior, Refusal>) -> Found {
    let method = "random-degree";
    match found {
        Ok(posterior) => Found {
            method,
            estimate: Some(posterior.size.clone()),
            naive: None,
            reason: (!posterior.mixed).then_some("not-mixed"),
        },
        Err(Refusal::NobodyKnown) => Found { method, estimate: None, naive: None, reason: Some("nobody-known") },
        Err(Refusal::TooShort) => Found { method, estimate: None, naive: None, reason: Some("too-short") },
        Err(Refusal::NoGroup) => Found { method, estimate: None, naive: None, reason: Some("no-group") },
    }
}

/// Each known group estimated by the MLE from the others, with the bootstrap of the same seed.
fn hold_out(ard: &Ard, settings: Settings, watch: &dyn Watch) -> Result<Vec<HeldOut>, Stopped> {
    let mut held = Vec::new();
    for k in 0..ard.known().len() {
        let Some((others, size)) = ard.holding_out(k) else { continue };
        let whole = vec![1.0; ard.respondents()];
        let Some(found) = estimate(&others, &degrees(&others), 0, Estimator::Mle, &whole) else { continue };
        let replicates = sizes(&others, 0, Estimator::Mle, settings.replicates, settings.seed, watch)?;
        let Some(span) = Span::percentile(found.size, &replicates, settings.level) else { continue };
        held.push(HeldOut {
            name: ard.known()[k].name.clone(),
            size,
            ratio: found.size / size,
            covered: span.covers(size),
            estimate: span,
        });
    }
    Ok(held)
}

fn summarise(held: &[HeldOut]) -> Option<HoldOutSummary> {
    let logs: Vec<f64> = held.iter().filter(|one| one.ratio > 0.0).map(|one| libm::log(one.ratio)).collect();
    if logs.is_empty() {
        return None;
    }
    let count = logs.len() as f64;
    Some(HoldOutSummary {
        mean_ratio: libm::exp(logs.iter().sum::<f64>() / count),
        typical_factor: libm::exp(libm::sqrt(logs.iter().map(|x| x * x).sum::<f64>() / count)),
        covered: (held.iter().filter(|one| one.covered).count(), held.len()),
    })
}
