//! Strata: each part of the people, and the sum of the parts.

use pana_text::Arg;

use super::{Teller, section};
use crate::estimate::round::unit;
use crate::estimate::sentence::{below, to_unit};
use crate::estimate::told;
use crate::report::{Block, Cell, Column, Section, Table};

/// Each part of the people, and the sum of the parts.
pub(in crate::estimate) fn strata(t: Teller<'_>) -> Option<Section> {
    let study = t.given.study;
    if study.strata.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    for stratum in &study.strata {
        let name = stratum.values.join(", ");
        let observed = stratum.comparison.observed;
        for answer in &stratum.comparison.results {
            let (point, range, mark) = match answer.estimate() {
                Some(estimate) => {
                    let (point, range) = below(t.words, estimate, observed);
                    (point, range, Some(told::mark(answer.verdict())))
                }
                None => (
                    t.say("estimate-plot-none-short"),
                    told::why_none(t.words, &answer.outcome).unwrap_or_default(),
                    None,
                ),
            };
            rows.push(vec![
                Cell::plain(name.clone()),
                Cell::plain(t.count(observed)),
                Cell::plain(told::method(t.words, answer.method)),
                Cell { text: point, mark },
                Cell::plain(range),
            ]);
        }
    }
    let columns =
        || vec![Column::numbers(t.say("estimate-column-estimate")), Column::numbers(t.say("estimate-column-interval"))];
    let mut head = vec![
        Column::words(t.given.question.strata.join(", ")),
        Column::numbers(t.say("estimate-column-observed")),
        Column::words(t.say("estimate-column-method")),
    ];
    head.extend(columns());
    let mut blocks = vec![
        Block::Text(t.say("estimate-strata-lead")),
        Block::Table(Table {
            id: "strata-table".to_owned(),
            caption: t.say("estimate-strata-caption"),
            columns: head,
            rows,
            wide: true,
            folded: false,
        }),
    ];
    if study.sums.is_empty() {
        blocks.push(Block::Note(t.say("estimate-sums-none")));
    } else {
        let sums = study.sums.iter().map(|sum| {
            let step = unit(sum.upper - sum.lower);
            let ends = [("low", sum.lower), ("high", sum.upper)]
                .map(|(name, end)| (name, Arg::from(to_unit(t.words, end, step, study.whole.observed))));
            vec![
                Cell::plain(told::method(t.words, sum.method)),
                Cell::plain(to_unit(t.words, sum.estimate, step, study.whole.observed)),
                Cell::plain(t.words.tell("estimate-range", &ends)),
            ]
        });
        let mut head = vec![Column::words(t.say("estimate-column-method"))];
        head.extend(columns());
        blocks.push(Block::Table(Table {
            id: "sums-table".to_owned(),
            caption: t.say("estimate-sums-caption"),
            columns: head,
            rows: sums.collect(),
            wide: false,
            folded: false,
        }));
    }
    section("strata", t.say("estimate-strata-heading"), blocks)
}
