//! Removal: what would the ranks be without one part of the index?

use serde::Serialize;

use super::combination::{Combination, Way, divisors, ranks, reached};
use super::model::Model;
use super::plan::mean_change;
use super::refusal::Refusal;
use super::score::score;
use super::table::Table;
use super::tree::{Tree, numbers};

/// The index without one of its parts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Removal {
    /// What was left out.
    pub removed: String,
    /// The mean of |rank − nominal rank|.
    pub mean_change: f64,
    /// The largest of them.
    pub largest: usize,
    /// The first unit with the largest change.
    pub unit: Option<String>,
}

/// Leaves out each of these indicators and nodes in turn; every node but the index itself if `of` is empty. Weights of the
/// siblings keep their ratios. What is the only part of the index cannot be left out.
pub fn removals(model: &Model, table: &Table, of: &[String]) -> Result<Vec<Removal>, Refusal> {
    let tree = Tree::new(model)?;
    let nominal = score(model, table)?;
    let grid = &nominal.prepared.normalised;
    let before: Vec<u32> = nominal.ranks.iter().map(|rank| rank.unwrap_or(0) as u32).collect();
    let numbers = numbers(model)?;
    let all = || model.nodes.iter().map(|node| node.id.clone()).filter(|id| *id != nominal.root).collect();
    let of: Vec<String> = if of.is_empty() { all() } else { of.to_vec() };
    let still = reached(&tree, &vec![false; tree.items()]);
    let divisors = divisors(&model.nodes[tree.root].show, table, grid);
    let without = |id: &String| {
        let unknown = || Refusal::Unknown { id: id.clone(), place: "removals" };
        let removed = Some(*numbers.get(id.as_str()).ok_or_else(unknown)?);
        let way = Way { removed, ..Way::of(model) };
        let combination = Combination::new(model, table, &tree, grid, way, &still)?;
        let mut scores = combination.columns[tree.leaves + tree.root].clone();
        if let Some(divisors) = &divisors {
            scores.iter_mut().zip(divisors).for_each(|(score, by)| *score /= by);
        }
        let mut after = Vec::new();
        ranks(&scores, model.first, &mut Vec::new(), &mut after);
        let both = |(rank, before): (&u32, &u32)| if *rank > 0 && *before > 0 { rank.abs_diff(*before) } else { 0 };
        let changes: Vec<u32> = after.iter().zip(&before).map(both).collect();
        let largest = changes.iter().copied().max().unwrap_or(0);
        let place = changes.iter().position(|&change| change == largest && change > 0);
        Ok(Removal {
            removed: id.clone(),
            mean_change: mean_change(&after, &before),
            largest: largest as usize,
            unit: place.map(|place| table.units[grid.units[place]].code.clone()),
        })
    };
    of.iter().map(without).collect()
}
