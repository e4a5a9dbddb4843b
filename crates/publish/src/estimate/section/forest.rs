//! Forest: all methods side by side, as a plot and as a table.

use pana_stats::mse::answer::Answer;

use super::{Teller, section};
use crate::estimate::forest::{Forest, described};
use crate::estimate::sentence::below;
use crate::estimate::told;
use crate::report::{Block, Cell, Column, Section, Table};

/// All methods side by side.
pub(in crate::estimate) fn forest(t: Teller<'_>) -> Option<Section> {
    let whole = &t.given.study.whole;
    let description = described(t.words, &t.rows(&whole.results), whole.observed);
    let drawing = t.drawing(
        "forest",
        t.say("estimate-forest-title"),
        t.say("estimate-forest-note"),
        description,
        &|alt, width| {
            let rows = t.rows(&whole.results);
            Forest { words: t.words, rows, observed: whole.observed, width }.draw(alt, t.dress)
        },
    );
    let blocks = vec![Block::Drawing(drawing), Block::Table(results(t, "results", &whole.results, whole.observed))];
    section("methods", t.say("estimate-forest-heading"), blocks)
}

fn results(t: Teller<'_>, id: &str, answers: &[Answer], observed: u64) -> Table {
    let row = |answer: &Answer| {
        let name = Cell::plain(told::method(t.words, answer.method));
        match answer.estimate() {
            Some(estimate) => {
                let (point, range) = below(t.words, estimate, observed);
                let point = if estimate.at_least {
                    t.words.tell("estimate-plot-at-least", &[("n", point.into())])
                } else {
                    point
                };
                let how =
                    format!("{}, {}", told::interval(t.words, estimate.interval), told::level(t.words, estimate.level));
                let model = estimate.model.clone().unwrap_or_default();
                vec![
                    name,
                    Cell { text: point, mark: Some(told::mark(answer.verdict())) },
                    Cell::plain(range),
                    Cell::plain(how),
                    Cell::plain(model),
                ]
            }
            None => {
                let why = told::why_none(t.words, &answer.outcome).unwrap_or_default();
                vec![name, Cell::plain(t.say("estimate-plot-none")), Cell::plain(""), Cell::plain(why), Cell::plain("")]
            }
        }
    };
    Table {
        id: id.to_owned(),
        caption: t.say("estimate-results-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-method")),
            Column::numbers(t.say("estimate-column-estimate")),
            Column::numbers(t.say("estimate-column-interval")),
            Column::words(t.say("estimate-column-how")),
            Column::words(t.say("estimate-column-model")),
        ],
        rows: answers.iter().map(row).collect(),
        wide: true,
        folded: false,
    }
}
