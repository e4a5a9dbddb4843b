//! The default answer: all methods side by side, never a lone number.

use serde::Serialize;

use super::answer::{Answer, Gate, Outcome, Reason, Verdict};
use super::estimator::{ESTIMATORS, Settings};
use super::hygiene::{Finding, clean};
use super::table::Table;
use crate::watch::{Stopped, Watch, go_on};

/// What all methods say of one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// People observed, n.
    pub observed: u64,
    /// The lists that took part.
    pub lists: Vec<String>,
    /// What was found and put right before.
    pub findings: Vec<Finding>,
    /// The share of people on two lists or more.
    pub overlap_share: f64,
    /// One answer a method, in the order of [`ESTIMATORS`].
    pub results: Vec<Answer>,
    /// How far the methods are from each other; `None` if none of them has an estimate.
    pub spread: Option<Spread>,
}

/// How far methods are from each other.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The smallest point estimate; persons.
    pub lowest: f64,
    /// The largest point estimate; persons.
    pub highest: f64,
    /// The lowest end of all intervals; persons.
    pub lower: f64,
    /// The highest end of all intervals; persons.
    pub upper: f64,
    /// Methods whose estimate may be used.
    pub methods: usize,
}

/// Runs these methods (all, if `methods` is empty) on a cleaned table. Lists that say nothing are left out first; when fewer
/// than two are left every method says so.
pub fn compare(table: &Table, methods: &[&str], settings: &Settings, watch: &dyn Watch) -> Result<Comparison, Stopped> {
    let (kept, findings) = clean(table);
    let chosen = ESTIMATORS.iter().filter(|estimator| methods.is_empty() || methods.contains(&estimator.id));
    let of = chosen.clone().count() as u64;
    let mut results = Vec::new();
    for estimator in chosen {
        go_on(watch)?;
        results.push(match &kept {
            // Where no two lists share a person some method may still find a model: what it says comes from no data.
            Some(kept) if kept.overlap_share() == 0.0 => {
                Answer { gates: vec![Gate::yes_no("overlap", false)], ..Answer::none(estimator.id, Reason::NoOverlap) }
            }
            Some(kept) => (estimator.answer)(kept, settings, watch)?,
            None => Answer::none(estimator.id, Reason::NoLists),
        });
        watch.advance("methods", 1, of);
    }
    let used = kept.as_ref().unwrap_or(table);
    let mut found = Comparison {
        observed: used.n(),
        lists: used.lists().to_vec(),
        findings,
        overlap_share: used.overlap_share(),
        spread: None,
        results,
    };
    found.spread_anew();
    Ok(found)
}

impl Spread {
    /// Over the usable answers.
    fn over(usable: &[&Answer]) -> Option<Self> {
        let estimates = usable.iter().filter_map(|answer| answer.estimate());
        estimates.fold(None, |spread: Option<Self>, estimate| {
            let point = estimate.point;
            let so_far = spread.unwrap_or(Self {
                lowest: point,
                highest: point,
                lower: estimate.lower,
                upper: estimate.upper,
                methods: 0,
            });
            Some(Self {
                lowest: so_far.lowest.min(point),
                highest: so_far.highest.max(point),
                lower: so_far.lower.min(estimate.lower),
                upper: so_far.upper.max(estimate.upper),
                methods: so_far.methods + 1,
            })
        })
    }
}

impl Comparison {
    /// The answers that may be used for all people: no gate forbids them, and they are no lower bounds. With more than two
    /// lists Chapman's pairs are not among them: each pair leaves the other lists out.
    pub fn usable(&self) -> Vec<&Answer> {
        let whole = |answer: &&Answer| self.lists.len() == 2 || answer.method != "chapman";
        let allowed = self.results.iter().filter(|answer| answer.verdict() < Verdict::Fail).filter(whole);
        allowed.filter(|answer| answer.estimate().is_some_and(|estimate| !estimate.at_least)).collect()
    }

    /// The spread of the results as they are now.
    pub(super) fn spread_anew(&mut self) {
        self.spread = Spread::over(&self.usable());
    }

    /// The lower bound to give when nothing else can be said: the largest estimate that is meant as "at least".
    pub fn at_least(&self) -> Option<f64> {
        let bounds = self.results.iter().filter_map(Answer::estimate).filter(|estimate| estimate.at_least);
        bounds.map(|estimate| estimate.point).reduce(f64::max)
    }

    /// Why no method gives a number, the most telling reason first; `None` if one does.
    pub fn reason(&self) -> Option<Reason> {
        if self.spread.is_some() {
            return None;
        }
        if self.overlap_share == 0.0 {
            return Some(Reason::NoOverlap);
        }
        self.results.iter().find_map(|answer| match answer.outcome {
            Outcome::NotEstimable(reason) => Some(reason),
            Outcome::Estimate(_) => None,
        })
    }
}
