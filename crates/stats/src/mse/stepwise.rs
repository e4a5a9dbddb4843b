//! Stepwise choice of pairs for sparse tables (Chan, Silverman and Vincent 2021). Method note: docs/methods/stepwise.md.

use super::fit::{Fit, sum_over_supersets};
use super::hygiene::pairs;
use super::model::Model;
use super::status::{Known, Status};
use super::table::{History, Table};
use crate::special::poisson_tails;

/// The model that the steps led to.
#[derive(Clone, Debug, PartialEq)]
pub struct Stepwise {
    /// Each pair with the p-value that brought it in, in the order of coming.
    pub steps: Vec<(History, f64)>,
    /// The model at the end.
    pub model: Model,
    /// Its fit.
    pub fit: Fit,
}

/// From independence: with λ_ij the fitted number of people on both lists of a pair, p_ij = min(P\[X ≤ N*_ij\], P\[X ≥ N*_ij\])
/// for X ~ Poisson(λ_ij). The pair with the smallest p below `threshold` whose model has an estimate comes in (ties: the
/// first in the order of the lists), until none is left. A threshold of 0 gives independence, of 1 or more all pairs at once.
///
/// Refused with the status of independence, or of all pairs for a threshold of 1, if that has no estimate.
pub fn stepwise(table: &Table, threshold: f64, known: &Known) -> Result<Stepwise, Status> {
    let t = table.t();
    if threshold >= 1.0 {
        let all: Vec<History> = pairs(t).collect();
        let model = Model::new(t, &all).expect("pairs of the table's lists");
        let fit = known.settled(table, &model, None)?;
        return Ok(Stepwise { steps: Vec::new(), model, fit });
    }
    let model = Model::independence(t);
    let fit = known.settled(table, &model, None)?;
    let mut now = Stepwise { steps: Vec::new(), model, fit };
    let overlaps: Vec<(History, u64)> = pairs(t).map(|pair| (pair, table.at_least(pair))).collect();
    while let Some((pair, p, model, fit)) = next(table, &overlaps, &now, threshold, known) {
        now.steps.push((pair, p));
        (now.model, now.fit) = (model, fit);
    }
    Ok(now)
}

/// The status of a candidate is looked at only when its turn comes: the answer is the same as if all had been.
fn next(
    table: &Table,
    overlaps: &[(History, u64)],
    now: &Stepwise,
    threshold: f64,
    known: &Known,
) -> Option<(History, f64, Model, Fit)> {
    let mut lambda = now.fit.mu.clone();
    sum_over_supersets(table.t(), &mut lambda);
    let p_value = |pair: History, overlap: u64| {
        let (below, above) = poisson_tails(overlap, lambda[pair as usize]);
        below.min(above)
    };
    let outside = overlaps.iter().filter(|(pair, _)| !now.model.has(*pair));
    let mut candidates: Vec<(f64, History)> =
        outside.map(|(pair, overlap)| (p_value(*pair, *overlap), *pair)).filter(|(p, _)| *p < threshold).collect();
    // A stable sort: of equal p-values the first in the order of the lists stays first.
    candidates.sort_by(|a, b| a.0.total_cmp(&b.0));
    candidates.into_iter().find_map(|(p, pair)| {
        let model = now.model.with(pair);
        known.settled(table, &model, Some(&now.fit)).ok().map(|fit| (pair, p, model, fit))
    })
}
