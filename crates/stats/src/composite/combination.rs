//! Combination: one way of making the index, with every choice settled but the noise in the weights. What the noise cannot
//! reach is computed once; a draw computes the rest.

use super::aggregate::{Rule, Sums};
use super::component::components;
use super::model::{Aggregation, First, Model, Show, Weighting};
use super::refusal::Refusal;
use super::table::{Grid, HOLE, Table};
use super::tree::{Tree, given_weight, id};

/// The choices that are made after the indicators are on one scale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way<'a> {
    pub weigh: &'a Weighting,
    /// Stands in for the model's own aggregation, not for that of a node.
    pub aggregate: Aggregation,
    /// An item that is left out.
    pub removed: Option<usize>,
}

impl<'a> Way<'a> {
    pub(crate) fn of(model: &'a Model) -> Self {
        Self { weigh: &model.weigh, aggregate: model.aggregate, removed: None }
    }
}

/// One way of making the index, and its scores.
#[derive(Clone, Debug)]
pub(crate) struct Combination {
    /// Of each item, its scores.
    pub columns: Vec<Vec<f64>>,
    /// Of each node, the items that are left under it.
    pub children: Vec<Vec<usize>>,
    /// Of each node, the weights of those.
    pub weights: Vec<Vec<f64>>,
    /// Of each node that the noise reaches, f(x) of the children it does not reach; else empty.
    inward: Vec<Vec<Vec<f64>>>,
    rules: Vec<Rule>,
}

/// Which nodes have other scores when weights change.
pub(crate) fn reached(tree: &Tree, noisy: &[bool]) -> Vec<bool> {
    let mut reached = vec![false; tree.children.len()];
    for &node in &tree.order {
        let children = &tree.children[node];
        let weights = children.len() > 1 && children.iter().any(|&child| noisy[child]);
        reached[node] = weights || children.iter().any(|&child| child >= tree.leaves && reached[child - tree.leaves]);
    }
    reached
}

impl Combination {
    pub(crate) fn new(
        model: &Model,
        table: &Table,
        tree: &Tree,
        grid: &Grid,
        way: Way<'_>,
        reached: &[bool],
    ) -> Result<Self, Refusal> {
        let units = grid.units.len();
        let mut columns = grid.columns.clone();
        columns.resize(tree.items(), vec![HOLE; units]);
        let rules: Vec<Rule> = model
            .nodes
            .iter()
            .map(|node| Rule {
                aggregation: node.aggregate.unwrap_or(way.aggregate),
                least: model.least,
                round: node.round,
            })
            .collect();
        let left =
            |children: &Vec<usize>| children.iter().copied().filter(|&child| Some(child) != way.removed).collect();
        let children: Vec<Vec<usize>> = tree.children.iter().map(left).collect();
        let mut weights = vec![Vec::new(); children.len()];
        let mut inward = vec![Vec::new(); children.len()];
        let mut sums = Sums::default();
        for &node in &tree.order {
            if children[node].is_empty() {
                continue;
            }
            weights[node] = weigh(model, node, &children[node], &columns, way.weigh)?;
            let aggregation = rules[node].aggregation;
            check_domain(model, table, grid, node, &children[node], &columns, aggregation)?;
            let f = |&child: &usize| columns[child].iter().map(|&x| aggregation.inward(x)).collect();
            let own: Vec<Vec<f64>> = children[node].iter().map(f).collect();
            let slices: Vec<&[f64]> = own.iter().map(Vec::as_slice).collect();
            let mut out = vec![HOLE; units];
            rules[node].combine(&weights[node], &slices, &mut sums, &mut out);
            columns[tree.leaves + node] = out;
            if reached[node] {
                inward[node] = own;
            }
        }
        let combination = Self { columns, children, weights, inward, rules };
        if combination.columns[tree.leaves + tree.root].iter().all(|value| value.is_nan()) {
            return Err(Refusal::NoScores);
        }
        Ok(combination)
    }

    /// The scores of the index when the weight of each item is multiplied by its noise.
    pub(crate) fn draw<'a>(&'a self, tree: &Tree, reached: &[bool], noise: &[f64], desk: &'a mut Desk) -> &'a [f64] {
        if !reached[tree.root] {
            return &self.columns[tree.leaves + tree.root];
        }
        let units = self.columns[tree.leaves + tree.root].len();
        desk.columns.resize_with(tree.children.len(), Vec::new);
        for &node in tree.order.iter().filter(|&&node| reached[node]) {
            let Desk { columns, inward, weights, sums } = desk;
            let (rule, children) = (self.rules[node], &self.children[node]);
            let mut out = std::mem::take(&mut columns[node]);
            out.clear();
            out.resize(units, HOLE);
            weights.clear();
            weights.extend(children.iter().zip(&self.weights[node]).map(|(&child, weight)| weight * noise[child]));
            // f of the children that were computed in this draw, one after another.
            inward.clear();
            let dynamic = |child: usize| child >= tree.leaves && reached[child - tree.leaves];
            for &child in children.iter().filter(|&&child| dynamic(child)) {
                let column = &columns[child - tree.leaves];
                if rule.aggregation.is_plain() {
                    inward.extend_from_slice(column);
                } else {
                    inward.extend(column.iter().map(|&x| rule.aggregation.inward(x)));
                }
            }
            let mut fresh = inward.chunks_exact(units);
            let slices: Vec<&[f64]> = children
                .iter()
                .zip(&self.inward[node])
                .map(|(&child, stored)| if dynamic(child) { fresh.next().unwrap_or(stored) } else { stored.as_slice() })
                .collect();
            if !children.is_empty() {
                rule.combine(weights, &slices, sums, &mut out);
            }
            columns[node] = out;
        }
        &desk.columns[tree.root]
    }
}

/// What one thread writes on while it draws.
#[derive(Clone, Debug, Default)]
pub(crate) struct Desk {
    columns: Vec<Vec<f64>>,
    inward: Vec<f64>,
    weights: Vec<f64>,
    sums: Sums,
}

fn weigh(
    model: &Model,
    node: usize,
    children: &[usize],
    columns: &[Vec<f64>],
    weighting: &Weighting,
) -> Result<Vec<f64>, Refusal> {
    let given = || children.iter().map(|&child| given_weight(model, child)).collect();
    let named = |of: &[String]| of.is_empty() || of.contains(&model.nodes[node].id);
    let no_components = || Refusal::NoComponents(model.nodes[node].id.clone());
    let found = || {
        let slices: Vec<&[f64]> = children.iter().map(|&child| columns[child].as_slice()).collect();
        components(&slices).ok_or_else(no_components)
    };
    let weights: Vec<f64> = match weighting {
        Weighting::Equal => vec![1.0; children.len()],
        Weighting::Principal { of } if named(of) && children.len() > 1 => found()?.loadings[0].clone(),
        Weighting::Factors { of, least, rotate } if named(of) && children.len() > 1 => {
            found()?.weights(*least, *rotate)
        }
        Weighting::Given | Weighting::Principal { .. } | Weighting::Factors { .. } => given(),
    };
    // Loadings of opposite children cancel but for rounding, whose sign means nothing.
    let least = 1e-9 * weights.iter().map(|weight| weight.abs()).sum::<f64>();
    if weights.iter().sum::<f64>() > least { Ok(weights) } else { Err(Refusal::NoWeight(model.nodes[node].id.clone())) }
}

/// Logarithms and reciprocals need children above zero, a reversed mean children within its scale.
fn check_domain(
    model: &Model,
    table: &Table,
    grid: &Grid,
    node: usize,
    children: &[usize],
    columns: &[Vec<f64>],
    aggregation: Aggregation,
) -> Result<(), Refusal> {
    let beyond = |value: f64| match aggregation {
        Aggregation::GeometricReversed { high, .. } => value > high,
        _ => aggregation.needs_positive() && value <= 0.0,
    };
    for &child in children {
        if let Some(at) = columns[child].iter().position(|&value| beyond(value)) {
            let (node, child_id) = (model.nodes[node].id.clone(), id(model, child).to_owned());
            let (unit, value) = (table.units[grid.units[at]].code.clone(), columns[child][at]);
            return Err(if aggregation.needs_positive() {
                Refusal::NotPositive { node, child: child_id, unit, value }
            } else {
                Refusal::BeyondScale { node, child: child_id, unit, value }
            });
        }
    }
    Ok(())
}

/// A node's scores on the scale on which it is shown.
pub(crate) fn shown(show: &Show, table: &Table, grid: &Grid, column: &[f64]) -> Vec<f64> {
    match show {
        Show::Plain => column.to_vec(),
        Show::MinMax { low, high } => match super::describe::range(column) {
            // The quotient first: it is exactly 1 at the top, which then has exactly `high`.
            Some((min, max)) => column.iter().map(|x| low + (high - low) * ((x - min) / (max - min))).collect(),
            None => column.iter().map(|x| if x.is_nan() { HOLE } else { *low }).collect(),
        },
        Show::Percent { of, except } => {
            let most = |unit: usize| except.get(&table.units[unit].code).unwrap_or(of);
            column.iter().zip(&grid.units).map(|(x, &unit)| 100.0 * x / most(unit)).collect()
        }
    }
}

/// What a unit's score is divided by before ranks are taken; `None` where ranks are those of the score itself.
pub(crate) fn divisors(show: &Show, table: &Table, grid: &Grid) -> Option<Vec<f64>> {
    match show {
        Show::Percent { of, except } if !except.is_empty() => {
            let most = |&unit: &usize| *except.get(&table.units[unit].code).unwrap_or(of);
            Some(grid.units.iter().map(most).collect())
        }
        _ => None,
    }
}

/// The rank of each score: 1 + how many are before it; equal scores share the smallest; 0 for a hole.
pub(crate) fn ranks(scores: &[f64], first: First, sorted: &mut Vec<f64>, ranks: &mut Vec<u32>) {
    sorted.clear();
    sorted.extend(scores.iter().copied().filter(|score| !score.is_nan()));
    sorted.sort_unstable_by(f64::total_cmp);
    ranks.clear();
    ranks.extend(scores.iter().map(|&score| match (score.is_nan(), first) {
        (true, _) => 0,
        (false, First::Lowest) => 1 + sorted.partition_point(|&other| other < score) as u32,
        (false, First::Highest) => 1 + (sorted.len() - sorted.partition_point(|&other| other <= score)) as u32,
    }));
}
