//! Plan: all the ways in which a model's assumptions let the index be made, and which point of a cube chooses which.

use std::ops::Range;

use rayon::prelude::*;

use super::assumption::Assumption;
use super::combination::{Combination, Desk, Way, divisors, ranks, reached};
use super::model::{First, Model, Weighting};
use super::prepare::{Choice, prepare};
use super::refusal::Refusal;
use super::score::{Scored, score};
use super::table::Table;
use super::tree::{Tree, check_aggregation, check_normalisation, check_treatment, numbers};

/// Combinations that may be kept at once.
const MOST: usize = 20_000;

/// One uncertain factor: its coordinates in the cube, and what they choose.
#[derive(Clone, Debug)]
pub(crate) struct Factor {
    pub name: &'static str,
    pub coordinates: Range<usize>,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    /// One of so many choices; neighbouring choices are so many combinations apart.
    Choice { of: usize, stride: usize },
    /// Noise in the weights of these items.
    Noise { by: f64, items: Vec<usize> },
}

/// Every way of making the index, ready to be drawn from.
pub(crate) struct Plan {
    pub factors: Vec<Factor>,
    /// Coordinates of the cube.
    pub dimensions: usize,
    /// The index as the model says.
    pub nominal: Scored,
    /// Nominal ranks, 0 for none.
    pub ranks: Vec<u32>,
    tree: Tree,
    combinations: Vec<Combination>,
    reached: Vec<bool>,
    divisors: Option<Vec<f64>>,
    first: First,
}

/// What one thread writes on.
#[derive(Default)]
pub(crate) struct Sheet {
    desk: Desk,
    noise: Vec<f64>,
    divided: Vec<f64>,
    sorted: Vec<f64>,
    pub ranks: Vec<u32>,
}

impl Plan {
    pub(crate) fn new(model: &Model, table: &Table) -> Result<Self, Refusal> {
        let nominal = score(model, table)?;
        let tree = Tree::new(model)?;
        check(model)?;
        let (factors, noisy) = factors(model, &tree)?;
        let reached = reached(&tree, &noisy);
        let keep = nominal.prepared.normalised.units.clone();
        let combinations = combine(model, table, &tree, &keep, &reached)?;
        let shown = &model.nodes[tree.root].show;
        Ok(Self {
            dimensions: factors.last().map_or(0, |factor| factor.coordinates.end),
            ranks: nominal.ranks.iter().map(|rank| rank.unwrap_or(0) as u32).collect(),
            divisors: divisors(shown, table, &nominal.prepared.normalised),
            first: model.first,
            factors,
            nominal,
            tree,
            combinations,
            reached,
        })
    }

    /// The ranks of the units at a point of the cube, left on the sheet.
    pub(crate) fn rank_at(&self, point: &[f64], sheet: &mut Sheet) {
        let mut combination = 0;
        sheet.noise.clear();
        sheet.noise.resize(self.tree.items(), 1.0);
        for factor in &self.factors {
            match &factor.kind {
                Kind::Choice { of, stride } => {
                    let choice = (point[factor.coordinates.start] * *of as f64) as usize;
                    combination += choice.min(of - 1) * stride;
                }
                Kind::Noise { by, items } => {
                    for (&item, u) in items.iter().zip(&point[factor.coordinates.clone()]) {
                        sheet.noise[item] *= 1.0 + by * (2.0 * u - 1.0);
                    }
                }
            }
        }
        let scores = self.combinations[combination].draw(&self.tree, &self.reached, &sheet.noise, &mut sheet.desk);
        match &self.divisors {
            None => ranks(scores, self.first, &mut sheet.sorted, &mut sheet.ranks),
            Some(divisors) => {
                sheet.divided.clear();
                sheet.divided.extend(scores.iter().zip(divisors).map(|(score, by)| score / by));
                ranks(&sheet.divided, self.first, &mut sheet.sorted, &mut sheet.ranks);
            }
        }
    }
}

/// Mean of |rank − nominal rank| over the units that have both; 0 when none has.
pub(crate) fn mean_change(ranks: &[u32], nominal: &[u32]) -> f64 {
    let (mut sum, mut n) = (0u64, 0u64);
    for (&rank, &before) in ranks.iter().zip(nominal) {
        if rank > 0 && before > 0 {
            sum += u64::from(rank.abs_diff(before));
            n += 1;
        }
    }
    sum as f64 / n.max(1) as f64
}

/// The factors in the order of the model, and which items have noise in their weights.
fn factors(model: &Model, tree: &Tree) -> Result<(Vec<Factor>, Vec<bool>), Refusal> {
    if model.assume.is_empty() {
        return Err(Refusal::NothingVaries);
    }
    let (mut next, mut stride) = (0, 1);
    let mut noisy = vec![false; tree.items()];
    let mut strides = std::collections::BTreeMap::new();
    // Combinations are numbered with the axes in a fixed order, whatever the order of the assumptions.
    for axis in AXES {
        if let Some(choices) = model.assume.iter().find(|a| a.name() == axis).and_then(Assumption::choices) {
            strides.insert(axis, stride);
            stride *= choices;
        }
    }
    let factor = |assumption: &Assumption| {
        let start = next;
        let kind = match assumption {
            Assumption::Weights { by, levels } => {
                let root = tree.leaves + tree.root;
                let counts = |item: &usize| *item != root && (levels.is_empty() || levels.contains(&tree.level[*item]));
                let items: Vec<usize> = (0..tree.items()).filter(counts).collect();
                items.iter().for_each(|&item| noisy[item] = true);
                next += items.len();
                Kind::Noise { by: *by, items }
            }
            other => {
                next += 1;
                Kind::Choice {
                    of: other.choices().unwrap_or(1),
                    stride: strides.get(other.name()).copied().unwrap_or(0),
                }
            }
        };
        Factor { name: assumption.name(), coordinates: start..next, kind }
    };
    Ok((model.assume.iter().map(factor).collect(), noisy))
}

const AXES: [&str; 6] = ["imputation", "treatment", "normalisation", "weighting", "aggregation", "removal"];

/// Do the assumptions fit the model and each other?
pub(crate) fn check(model: &Model) -> Result<(), Refusal> {
    check_weighting(model, &model.weigh, "weigh")?;
    let mut seen = Vec::new();
    let mut combinations: usize = 1;
    let known = numbers(model)?;
    let find = |id: &String| match known.get(id.as_str()) {
        Some(_) => Ok(()),
        None => Err(Refusal::Unknown { id: id.clone(), place: "assume" }),
    };
    for assumption in &model.assume {
        let name = assumption.name();
        if assumption.choices() == Some(0) || (assumption.choices().is_some() && seen.contains(&name)) {
            return Err(Refusal::Alternatives(name));
        }
        seen.push(name);
        combinations = combinations.saturating_mul(assumption.choices().unwrap_or(1));
        match assumption {
            Assumption::Weights { by, .. } if !(0.0..1.0).contains(by) => {
                let expected = "0 up to, not including, 1";
                return Err(Refusal::Number { of: "assume".to_owned(), field: "by", value: *by, expected });
            }
            Assumption::Removal { of } => of.iter().try_for_each(find)?,
            Assumption::Weighting { among } => {
                for weighting in among {
                    check_weighting(model, weighting, "assume")?;
                }
            }
            Assumption::Aggregation { among } => among.iter().try_for_each(|a| check_aggregation("assume", a))?,
            Assumption::Treatment { among } => among.iter().try_for_each(|a| check_treatment("assume", a))?,
            Assumption::Normalisation { among } => {
                for normalisation in among {
                    check_normalisation("assume", normalisation)?;
                    let own = model.indicators.iter().filter(|indicator| indicator.normalise.is_none());
                    own.into_iter().try_for_each(|indicator| super::normalise::check(indicator, normalisation))?;
                }
            }
            _ => {}
        }
    }
    if combinations > MOST { Err(Refusal::TooManyCombinations(combinations)) } else { Ok(()) }
}

/// Do the nodes it names exist?
pub(crate) fn check_weighting(model: &Model, weighting: &Weighting, place: &'static str) -> Result<(), Refusal> {
    let of = match weighting {
        Weighting::Principal { of } | Weighting::Factors { of, .. } => of,
        Weighting::Given | Weighting::Equal => return Ok(()),
    };
    match of.iter().find(|id| !model.nodes.iter().any(|node| node.id == **id)) {
        Some(id) => Err(Refusal::Unknown { id: id.clone(), place }),
        None => Ok(()),
    }
}

/// The alternatives of one axis, or the model's own choice.
macro_rules! axis {
    ($model:expr, $kind:ident, $own:expr) => {{
        let among = $model.assume.iter().find_map(|assumption| match assumption {
            Assumption::$kind { among } => Some(among.as_slice()),
            _ => None,
        });
        among.unwrap_or(std::slice::from_ref($own))
    }};
}

fn combine(
    model: &Model,
    table: &Table,
    tree: &Tree,
    keep: &[usize],
    reached: &[bool],
) -> Result<Vec<Combination>, Refusal> {
    let imputations = axis!(model, Imputation, &model.impute);
    let treatments = axis!(model, Treatment, &model.treat);
    let normalisations = axis!(model, Normalisation, &model.normalise);
    let weightings: &[Weighting] = axis!(model, Weighting, &model.weigh);
    let aggregations = axis!(model, Aggregation, &model.aggregate);
    let removals = removals(model)?;
    let (a, b, c) = (imputations.len(), treatments.len(), normalisations.len());
    let grids: Vec<_> = (0..a * b * c)
        .into_par_iter()
        .map(|at| {
            let choice = Choice {
                impute: &imputations[at % a],
                treat: &treatments[at / a % b],
                normalise: &normalisations[at / (a * b)],
            };
            prepare(model, table, choice, Some(keep)).map(|prepared| prepared.normalised)
        })
        .collect();
    // First come the refusals of the first combination, so that the same model is refused for the same reason.
    let grids = grids.into_iter().collect::<Result<Vec<_>, _>>()?;
    let (w, g) = (weightings.len(), aggregations.len());
    let combinations: Vec<_> = (0..grids.len() * w * g * removals.len())
        .into_par_iter()
        .map(|at| {
            let rest = at / grids.len();
            let way = Way {
                weigh: &weightings[rest % w],
                aggregate: aggregations[rest / w % g],
                removed: removals[rest / (w * g)],
            };
            Combination::new(model, table, tree, &grids[at % grids.len()], way, reached)
        })
        .collect();
    combinations.into_iter().collect()
}

/// What may be left out, nothing first.
fn removals(model: &Model) -> Result<Vec<Option<usize>>, Refusal> {
    let known = numbers(model)?;
    let of = model.assume.iter().find_map(|assumption| match assumption {
        Assumption::Removal { of } => Some(of.as_slice()),
        _ => None,
    });
    let items = of.unwrap_or_default().iter().map(|id| known.get(id.as_str()).copied());
    Ok(std::iter::once(None).chain(items).collect())
}
