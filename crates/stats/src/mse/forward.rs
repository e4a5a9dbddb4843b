//! Forward choice of pairs by AIC (Bales, Hesketh and Silverman 2015). Method note: docs/methods/forward-aic.md.

use super::fit::Fit;
use super::hygiene::pairs;
use super::model::Model;
use super::status::{Known, Status};
use super::table::{History, Table};

/// The model that was reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Forward {
    /// Each pair with the AIC after it came in.
    pub steps: Vec<(History, f64)>,
    /// The model at the end.
    pub model: Model,
    /// Its fit.
    pub fit: Fit,
}

/// From independence: the pair with the lowest AIC comes in if it lowers the AIC and its Wald p-value is at most
/// `threshold`; else the search ends. A pair that shares nobody has a parameter at minus infinity, whose Wald p-value is 1:
/// when it is the best, the search ends too. So does the published rule (Netherlands, five lists, stays at 146,032).
pub fn forward(table: &Table, threshold: f64, known: &Known) -> Result<Forward, Status> {
    let t = table.t();
    let model = Model::independence(t);
    let fit = known.settled(table, &model, None)?;
    let mut now = Forward { steps: Vec::new(), model, fit };
    loop {
        let fits = pairs(t).filter(|pair| !now.model.has(*pair)).filter_map(|pair| {
            let model = now.model.with(pair);
            known.settled(table, &model, Some(&now.fit)).ok().map(|fit| (pair, model, fit))
        });
        let Some((pair, model, fit)) = fits.min_by(|a, b| a.2.aic().total_cmp(&b.2.aic())) else { return Ok(now) };
        if fit.aic() >= now.fit.aic() || fit.wald_p(pair).is_none_or(|p| p > threshold) {
            return Ok(now);
        }
        now.steps.push((pair, fit.aic()));
        (now.model, now.fit) = (model, fit);
    }
}
