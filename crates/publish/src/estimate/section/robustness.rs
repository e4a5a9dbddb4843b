//! Robustness: other lists, whether the method finds what is known, how often intervals hold at this size.

use pana_stats::mse::answer::Answer;
use pana_stats::mse::robustness::Change;
use pana_text::Arg;

use super::{Teller, section};
use crate::estimate::grid::{Changed, Dots};
use crate::estimate::round::unit;
use crate::estimate::sentence::to_unit;
use crate::estimate::told;
use crate::report::{Block, Cell, Column, Mark, Section, Table};

/// The estimate without each list and with each two made one.
pub(in crate::estimate) fn other_lists(t: Teller<'_>) -> Option<Section> {
    let found = t.given.study.robustness.as_ref().filter(|found| !found.lists.is_empty())?;
    let observed = t.given.study.whole.observed;
    let own = t.given.study.whole.results.iter().find(|answer| answer.method == "stepwise").and_then(Answer::estimate);
    let zero = found.untestable.iter().find(|point| point.delta == 0.0).map(|point| point.estimate);
    let here = own.map(|estimate| estimate.point).or(zero)?;
    let step = own.map_or(1.0, |estimate| unit(estimate.upper - estimate.lower));
    let text = |estimate: Option<f64>, observed: u64| match estimate {
        Some(estimate) => to_unit(t.words, estimate, step, observed),
        None => t.say("estimate-plot-none-short"),
    };
    let rows: Vec<Changed> = found
        .lists
        .iter()
        .map(|other| Changed {
            label: told::change(t.words, &other.change),
            estimate: other.estimate.filter(|estimate| estimate.is_finite() && *estimate < 1e12),
            text: text(other.estimate, other.observed),
            merged: matches!(other.change, Change::Merged(..)),
        })
        .collect();
    let number = |value: f64| t.words.numbers().fixed(value, 0);
    let here_text = t.words.tell("estimate-all-lists", &[("n", text(Some(here), observed).into())]);
    let described = rows.iter().map(|row| format!("{}: {}.", row.label, row.text)).collect::<Vec<_>>().join(" ");
    let drawing = t.drawing(
        "other-lists-plot",
        t.say("estimate-others-title"),
        t.say("estimate-others-note"),
        format!("{here_text}. {described}"),
        &|alt, width| {
            let here_text = here_text.clone();
            Dots { rows: &rows, here, here_text, format: &number, width }.draw(alt, t.dress)
        },
    );
    let table = found.lists.iter().zip(&rows).map(|(other, row)| {
        vec![Cell::plain(row.label.clone()), Cell::plain(t.count(other.observed)), Cell::plain(row.text.clone())]
    });
    let table = Table {
        id: "other-lists-table".to_owned(),
        caption: t.say("estimate-others-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-change")),
            Column::numbers(t.say("estimate-column-observed")),
            Column::numbers(t.say("estimate-column-estimate")),
        ],
        rows: table.collect(),
        wide: false,
        folded: true,
    };
    section("other-lists", t.say("estimate-others-heading"), vec![Block::Drawing(drawing), Block::Table(table)])
}

/// Whether the method finds what is known.
pub(in crate::estimate) fn consistency(t: Teller<'_>) -> Option<Section> {
    let found = t.given.study.robustness.as_ref().filter(|found| !found.consistency.is_empty())?;
    let rows = found.consistency.iter().map(|check| {
        let none = || Cell::plain(t.say("estimate-plot-none-short"));
        let step = check.interval.map_or(1.0, |(lower, upper)| unit(upper - lower));
        let range = check.interval.map(|(lower, upper)| {
            let ends =
                [("low", lower), ("high", upper)].map(|(name, end)| (name, Arg::from(to_unit(t.words, end, step, 0))));
            t.words.tell("estimate-range", &ends)
        });
        let holds = match check.holds {
            Some(true) => Cell { text: t.say("estimate-holds"), mark: Some(Mark::Pass) },
            Some(false) => Cell { text: t.say("estimate-holds-not"), mark: Some(Mark::Fail) },
            None => none(),
        };
        vec![
            Cell::plain(check.list.clone()),
            Cell::plain(t.count(check.truth)),
            check.estimate.map_or_else(none, |estimate| Cell::plain(to_unit(t.words, estimate, step, 0))),
            Cell::plain(range.unwrap_or_default()),
            holds,
        ]
    });
    let table = Table {
        id: "consistency-table".to_owned(),
        caption: t.say("estimate-consistency-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-list")),
            Column::numbers(t.say("estimate-column-truth")),
            Column::numbers(t.say("estimate-column-estimate")),
            Column::numbers(t.say("estimate-column-interval")),
            Column::words(t.say("estimate-column-holds")),
        ],
        rows: rows.collect(),
        wide: true,
        folded: false,
    };
    let blocks = vec![Block::Text(t.say("estimate-consistency-lead")), Block::Table(table)];
    section("consistency", t.say("estimate-consistency-heading"), blocks)
}

/// How often intervals held in tables of this size.
pub(in crate::estimate) fn coverage(t: Teller<'_>) -> Option<Section> {
    let found = t.given.study.robustness.as_ref().filter(|found| !found.coverage.is_empty())?;
    let tables = found.coverage[0].tables;
    let row = |held: &pana_stats::mse::robustness::Coverage| {
        vec![
            Cell::plain(told::method(t.words, held.method)),
            Cell::plain(told::level(t.words, held.level)),
            Cell::plain(told::percent(t.words, held.share)),
            Cell::plain(format!("± {}", told::percent(t.words, held.error))),
            Cell::plain(if held.bias.is_finite() { signed(t, held.bias) } else { "–".to_owned() }),
            Cell::plain(t.count(held.without as u64)),
        ]
    };
    let table = Table {
        id: "coverage-table".to_owned(),
        caption: t.words.tell("estimate-coverage-caption", &[("n", Arg::from(tables))]),
        columns: vec![
            Column::words(t.say("estimate-column-method")),
            Column::numbers(t.say("estimate-column-promised")),
            Column::numbers(t.say("estimate-column-held")),
            Column::numbers(t.say("estimate-column-error")),
            Column::numbers(t.say("estimate-column-bias")),
            Column::numbers(t.say("estimate-column-without")),
        ],
        rows: found.coverage.iter().map(row).collect(),
        wide: true,
        folded: false,
    };
    let blocks = vec![Block::Text(t.say("estimate-coverage-lead")), Block::Table(table)];
    section("coverage", t.say("estimate-coverage-heading"), blocks)
}

fn signed(t: Teller<'_>, share: f64) -> String {
    let text = told::percent(t.words, share.abs());
    let zero = share.abs() < 0.0005;
    if zero { text } else { format!("{}{text}", if share < 0.0 { "−" } else { "+" }) }
}
