//! Data: what was done to the table, and how the parts of the index hang together.

use pana_stats::composite::answer::Step;

use super::{Teller, told};
use crate::estimate::told as said;
use crate::report::{Block, Cell, Column, Mark, Section, Table};

/// What was done, step by step; who was left out; which indicators were changed.
pub(super) fn treated(t: Teller<'_>) -> Option<Section> {
    let answer = t.answer();
    let steps = answer.steps.iter().map(|step| told::step(t.words, step)).collect();
    let mut blocks = vec![Block::Text(t.say("index-data-lead")), Block::List(steps)];
    if !answer.dropped.is_empty() {
        let rows = answer.dropped.iter().map(|dropped| {
            vec![Cell::plain(dropped.unit.clone()), Cell::plain(said::percent(t.words, dropped.available))]
        });
        blocks.push(Block::Table(Table {
            id: "dropped-table".to_owned(),
            caption: t.say("index-dropped-caption"),
            columns: vec![Column::words(t.say("index-column-unit")), Column::numbers(t.say("index-column-available"))],
            rows: rows.collect(),
            wide: false,
            folded: false,
        }));
    }
    let changed = answer.steps.iter().find_map(|step| match step {
        Step::Treat { changed } if !changed.is_empty() => Some(changed),
        _ => None,
    });
    if let Some(changed) = changed {
        let rows = changed.iter().map(|one| {
            let how = if one.log { t.say("index-treated-log") } else { t.say("index-treated-winsorised") };
            let passes = t.say(if one.passes { "index-passes" } else { "index-passes-not" });
            let mark = Some(if one.passes { Mark::Pass } else { Mark::Doubt });
            let change = |before, after| format!("{} → {}", t.maybe(before, 2), t.maybe(after, 2));
            vec![
                Cell::plain(t.node(&one.indicator)),
                Cell { text: format!("{how}; {passes}"), mark },
                Cell::plain(one.winsorised.to_string()),
                Cell::plain(change(one.skew_before, one.skew_after)),
                Cell::plain(change(one.kurtosis_before, one.kurtosis_after)),
            ]
        });
        blocks.push(Block::Table(Table {
            id: "treated-table".to_owned(),
            caption: t.say("index-treated-caption"),
            columns: vec![
                Column::words(t.say("index-column-indicator")),
                Column::words(t.say("index-column-how")),
                Column::numbers(t.say("index-column-cells")),
                Column::numbers(t.say("index-column-skew")),
                Column::numbers(t.say("index-column-kurtosis")),
            ],
            rows: rows.collect(),
            wide: true,
            folded: false,
        }));
    }
    Some(Section { id: "data", heading: t.say("index-data-heading"), blocks })
}

/// The parts of the index: weight, correlation with it, whether their own parts measure one thing.
pub(super) fn nodes(t: Teller<'_>) -> Option<Section> {
    let rows = t.answer().nodes.iter().map(|node| {
        let cells = [
            t.words.name(&node.name).to_owned(),
            node.parent.as_deref().map(|parent| t.node(parent)).unwrap_or_default(),
            node.level.to_string(),
            t.fixed(node.weight, 3),
            t.maybe(node.correlation, 2),
            t.maybe(node.alpha, 2),
        ];
        cells.map(Cell::plain).to_vec()
    });
    let table = Table {
        id: "nodes-table".to_owned(),
        caption: t.say("index-nodes-caption"),
        columns: vec![
            Column::words(t.say("index-column-node")),
            Column::words(t.say("index-column-parent")),
            Column::numbers(t.say("index-column-level")),
            Column::numbers(t.say("index-column-weight")),
            Column::numbers(t.say("index-column-correlation")),
            Column::numbers(t.say("index-column-alpha")),
        ],
        rows: rows.collect(),
        wide: true,
        folded: false,
    };
    let blocks = vec![Block::Text(t.say("index-nodes-lead")), Block::Table(table)];
    Some(Section { id: "nodes", heading: t.say("index-nodes-heading"), blocks })
}
