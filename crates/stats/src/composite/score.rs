//! Score: the index as the model says, with every step's table beside it.

use std::collections::BTreeMap;

use super::combination::{Combination, Way, ranks, reached, shown};
use super::model::{First, Model};
use super::prepare::{Choice, Prepared, prepare};
use super::refusal::Refusal;
use super::table::{Grid, Table};
use super::tree::{Tree, id};

/// The index as the model says: prepare, weigh, aggregate, rank.
pub fn score(model: &Model, table: &Table) -> Result<Scored, Refusal> {
    let tree = Tree::new(model)?;
    let prepared = prepare(model, table, Choice::of(model), None)?;
    let still = reached(&tree, &vec![false; tree.items()]);
    let grid = &prepared.normalised;
    let combination = Combination::new(model, table, &tree, grid, Way::of(model), &still)?;
    Ok(Scored::new(model, table, &tree, prepared, combination))
}

/// An index with all its parts. Units are those that are left, in the order of the table.
#[derive(Clone, Debug)]
pub struct Scored {
    /// The table after each step.
    pub prepared: Prepared,
    /// Of each item (indicators, then nodes) by its id: level and scores.
    pub items: BTreeMap<String, Item>,
    /// The id of the node that is the index.
    pub root: String,
    /// The rank of each unit by the index; `None` without a score.
    pub ranks: Vec<Option<usize>>,
    /// Ranks by any node, as the index is ranked.
    first: First,
}

/// An indicator or a node with its scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Indicators are level 1, a node is one above its highest child.
    pub level: usize,
    /// The weight it had beside its siblings.
    pub weight: f64,
    /// The score of each unit, as it enters its parent.
    pub scores: Vec<Option<f64>>,
    /// The score on the scale on which it is shown.
    pub shown: Vec<Option<f64>>,
}

impl Scored {
    fn new(model: &Model, table: &Table, tree: &Tree, prepared: Prepared, combination: Combination) -> Self {
        let grid: &Grid = &prepared.normalised;
        let option = |column: &[f64]| column.iter().map(|&x| (!x.is_nan()).then_some(x)).collect::<Vec<_>>();
        let mut weights = vec![1.0; tree.items()];
        for (children, of) in combination.children.iter().zip(&combination.weights) {
            children.iter().zip(of).for_each(|(&child, &weight)| weights[child] = weight);
        }
        let item = |number: usize| {
            let column = &combination.columns[number];
            let seen = match number.checked_sub(tree.leaves) {
                None => column.clone(),
                Some(node) => shown(&model.nodes[node].show, table, grid, column),
            };
            let item = Item {
                level: tree.level[number],
                weight: weights[number],
                scores: option(column),
                shown: option(&seen),
            };
            (id(model, number).to_owned(), item)
        };
        let root = shown(&model.nodes[tree.root].show, table, grid, &combination.columns[tree.leaves + tree.root]);
        Self {
            items: (0..tree.items()).map(item).collect(),
            root: model.nodes[tree.root].id.clone(),
            ranks: ranked(&root, model.first),
            first: model.first,
            prepared,
        }
    }

    /// The index itself.
    pub fn index(&self) -> &Item {
        &self.items[&self.root]
    }

    /// The rank of each unit by an item; `None` without a score. Nothing for an id that no item has.
    pub fn ranks_by(&self, id: &str) -> Option<Vec<Option<usize>>> {
        let shown: Vec<f64> = self.items.get(id)?.shown.iter().map(|score| score.unwrap_or(f64::NAN)).collect();
        Some(ranked(&shown, self.first))
    }
}

fn ranked(scores: &[f64], first: First) -> Vec<Option<usize>> {
    let (mut sorted, mut found) = (Vec::new(), Vec::new());
    ranks(scores, first, &mut sorted, &mut found);
    found.into_iter().map(|rank| (rank > 0).then_some(rank as usize)).collect()
}
