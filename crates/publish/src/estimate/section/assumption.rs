//! Assumption: what no table can show, and how far the estimate moves with it.

use super::{Teller, section};
use crate::estimate::curve::Lines;
use crate::estimate::round::unit;
use crate::estimate::sentence::to_unit;
use crate::estimate::told;
use crate::report::{Block, Cell, Column, SMALL, Section, Table};

/// What no table can show.
pub(in crate::estimate) fn assumption(t: Teller<'_>) -> Option<Section> {
    let mut blocks = vec![
        Block::Text(t.say("estimate-assumption")),
        Block::List(
            ["closed", "linked", "chance", "unseen"].map(|key| t.say(&format!("estimate-assumption-{key}"))).into(),
        ),
    ];
    if let Some(found) = t.given.study.robustness.as_ref().filter(|found| !found.untestable.is_empty()) {
        let observed = t.given.study.whole.observed;
        let curve = &found.untestable;
        let low = curve.iter().map(|point| point.estimate).fold(f64::INFINITY, f64::min);
        let high = curve.iter().map(|point| point.estimate).fold(0.0, f64::max);
        let step = unit(high - low);
        let write = |value: f64| to_unit(t.words, value, step, observed);
        let ratio = |delta: f64| told::small(t.words, libm::exp(delta));
        let rows = curve.iter().map(|point| vec![Cell::plain(ratio(point.delta)), Cell::plain(write(point.estimate))]);
        let beside = |value: f64| t.words.numbers().fixed(value, 0);
        let lines = Lines {
            x: curve.iter().map(|point| libm::exp(point.delta)).collect(),
            y: vec![curve.iter().map(|point| point.estimate).collect()],
            density: false,
            people_below: false,
            mark: Some(observed as f64),
            factors: true,
            below: &|value| t.words.numbers().fixed(value, if value < 1.0 { 1 } else { 0 }),
            beside: &beside,
            width: SMALL + 120.0,
        };
        let at = curve.iter().map(|point| format!("× {}: {}.", ratio(point.delta), write(point.estimate)));
        let drawing = t.small(
            "untestable",
            t.say("estimate-untestable-title"),
            t.say("estimate-untestable-note"),
            at.collect::<Vec<_>>().join(" "),
            &lines,
        );
        blocks.push(Block::Drawing(drawing));
        blocks.push(Block::Table(Table {
            id: "untestable-table".to_owned(),
            caption: t.say("estimate-untestable-caption"),
            columns: vec![
                Column::numbers(t.say("estimate-column-factor")),
                Column::numbers(t.say("estimate-column-estimate")),
            ],
            rows: rows.collect(),
            wide: false,
            folded: true,
        }));
    }
    section("assumption", t.say("estimate-assumption-heading"), blocks)
}
