//! The best hierarchical model by an information criterion (Silverman, Chan and Vincent 2024). Method note: docs/methods/bic.md.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::fit::Fit;
use super::model::{Model, hierarchical_models};
use super::status::{Known, Status, settled};
use super::table::Table;
use crate::watch::{Stopped, Watch, go_on};

/// What is made small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// 2k − 2l.
    Aic,
    /// k log n − 2l, n in people.
    Bic,
}

impl Criterion {
    /// Its value for a fit.
    pub fn of(self, fit: &Fit) -> f64 {
        match self {
            Self::Aic => fit.aic(),
            Self::Bic => fit.bic(),
        }
    }
}

/// A model with its criterion and estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The model.
    pub model: Model,
    /// Its AIC or BIC; smaller is better.
    pub value: f64,
    /// N̂ under it; persons.
    pub total: f64,
}

/// Models in order of a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// Models that have an estimate, best first.
    pub models: Vec<Ranked>,
    /// Models that have none.
    pub without_estimate: usize,
    /// Were all hierarchical models of this order looked at, or only those on a way downhill?
    pub exhaustive: bool,
}

/// The most models that are looked at one by one: all of six lists with pairs.
pub const MOST_MODELS: usize = 32_768;

/// The order of interactions that can be searched wholly: all orders up to five lists, pairs for six, none above.
pub fn whole_order(t: usize) -> Option<u32> {
    match t {
        0..=5 => Some(t.max(2) as u32 - 1),
        6 => Some(2),
        _ => None,
    }
}

/// All hierarchical models with interactions of at most `order` lists, ranked. With more than [`MOST_MODELS`] of them, those
/// on a way downhill from independence.
pub fn rank(table: &Table, order: u32, criterion: Criterion, watch: &dyn Watch) -> Result<Ranking, Stopped> {
    let Some(models) = hierarchical_models(table.t(), order, MOST_MODELS) else {
        return downhill(table, order, criterion, watch);
    };
    let of = models.len() as u64;
    let ranked: Vec<Option<Ranked>> = models
        .into_par_iter()
        .map(|model| {
            go_on(watch)?;
            let fit = settled(table, &model, None).ok();
            watch.advance("models", 1, of);
            Ok(fit.map(|fit| Ranked { value: criterion.of(&fit), total: fit.total(), model }))
        })
        .collect::<Result<_, Stopped>>()?;
    Ok(Ranking::of(ranked, true))
}

/// From independence, always to the best neighbour (one term more or fewer), until no neighbour is better: fast, and it may
/// stop in a hollow that is not the lowest (UK, five lists: 12,262 instead of 25,311).
pub fn downhill(table: &Table, order: u32, criterion: Criterion, watch: &dyn Watch) -> Result<Ranking, Stopped> {
    let mut seen: BTreeMap<Model, Option<Ranked>> = BTreeMap::new();
    let start = Model::independence(table.t());
    let Ok(fit) = settled(table, &start, None) else { return Ok(Ranking::of(vec![None], false)) };
    let mut now = Ranked { value: criterion.of(&fit), total: fit.total(), model: start };
    seen.insert(now.model.clone(), Some(now.clone()));
    loop {
        go_on(watch)?;
        let neighbours = now.model.neighbours(order);
        let new: Vec<&Model> = neighbours.iter().filter(|model| !seen.contains_key(model)).collect();
        let fits: Vec<Option<Ranked>> = new
            .par_iter()
            .map(|model| {
                let fit = settled(table, model, None).ok()?;
                Some(Ranked { value: criterion.of(&fit), total: fit.total(), model: (*model).clone() })
            })
            .collect();
        let found: Vec<(Model, Option<Ranked>)> = new.into_iter().cloned().zip(fits).collect();
        seen.extend(found);
        let best =
            neighbours.iter().filter_map(|model| seen[model].as_ref()).min_by(|a, b| a.value.total_cmp(&b.value));
        match best {
            Some(best) if best.value < now.value => now = best.clone(),
            _ => return Ok(Ranking::of(seen.into_values().collect(), false)),
        }
    }
}

/// The smallest value of the criterion among these models on another table, after each of them in turn: the estimate of the
/// best of the first one, of the first two, and so on. Infinite where none of them has an estimate. `starts` are fits of the
/// models to a similar table, to begin from.
pub fn best_of_first(
    table: &Table,
    models: &[Model],
    starts: &[Option<Fit>],
    criterion: Criterion,
    known: &Known,
) -> Vec<f64> {
    let mut best = (f64::INFINITY, f64::INFINITY);
    let mut after = Vec::with_capacity(models.len());
    for (model, start) in models.iter().zip(starts) {
        if let Ok(fit) = known.settled(table, model, start.as_ref()) {
            let value = criterion.of(&fit);
            if value < best.0 {
                best = (value, fit.total());
            }
        }
        after.push(best.1);
    }
    after
}

impl Ranking {
    fn of(found: Vec<Option<Ranked>>, exhaustive: bool) -> Self {
        let all = found.len();
        let mut models: Vec<Ranked> = found.into_iter().flatten().collect();
        models.sort_by(|a, b| a.value.total_cmp(&b.value).then_with(|| a.model.cmp(&b.model)));
        Self { without_estimate: all - models.len(), models, exhaustive }
    }

    /// The best model and its fit, or the status of independence if no model has an estimate.
    pub fn best(&self, table: &Table) -> Result<(Model, Fit), Status> {
        let model = self.models.first().map_or_else(|| Model::independence(table.t()), |best| best.model.clone());
        let fit = settled(table, &model, None)?;
        Ok((model, fit))
    }
}
