//! Gates: what was checked before a number may be believed.

use pana_stats::mse::answer::{Answer, Gate, Verdict};
use pana_text::Arg;

use super::{Teller, section};
use crate::estimate::told;
use crate::report::{Block, Cell, Column, Section, Table};

/// What was checked before a number may be believed.
pub(in crate::estimate) fn gates(t: Teller<'_>) -> Option<Section> {
    let mut rows = Vec::new();
    for answer in &t.given.study.whole.results {
        for gate in &answer.gates {
            let (value, bound) = told::looked_at(t.words, gate);
            rows.push(vec![
                Cell::plain(told::method(t.words, answer.method)),
                Cell { text: told::verdict(t.words, gate.verdict), mark: Some(told::mark(gate.verdict)) },
                Cell::plain(told::gate(t.words, gate.name)),
                Cell::plain(value),
                Cell::plain(bound),
            ]);
        }
    }
    if rows.is_empty() {
        return None;
    }
    let mut names: Vec<&str> =
        t.given.study.whole.results.iter().flat_map(|answer| &answer.gates).map(|gate| gate.name).collect();
    let mut seen = Vec::new();
    names.retain(|name| {
        let new = !seen.contains(name);
        seen.push(*name);
        new
    });
    let says = names.iter().map(|name| (told::gate(t.words, name), told::gate_says(t.words, name)));
    let table = Table {
        id: "gates".to_owned(),
        caption: t.say("estimate-gates-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-method")),
            Column::words(t.say("estimate-column-verdict")),
            Column::words(t.say("estimate-column-check")),
            Column::numbers(t.say("estimate-column-value")),
            Column::numbers(t.say("estimate-column-bound")),
        ],
        rows,
        wide: true,
        folded: true,
    };
    let facts = says.filter(|(_, says)| !says.is_empty()).collect();
    let all = t.given.study.whole.results.iter().flat_map(|answer| answer.gates.iter().map(move |gate| (answer, gate)));
    let passed = all.clone().filter(|(_, gate)| gate.verdict == Verdict::Pass).count();
    let args = [("passed", Arg::from(passed)), ("n", Arg::from(table.rows.len()))];
    let mut blocks = vec![Block::Text(t.words.tell("estimate-gates-sum", &args))];
    let told = |(answer, gate): (&Answer, &Gate)| {
        let key = if gate.verdict == Verdict::Fail { "estimate-plot-fail" } else { "estimate-plot-doubt" };
        let what = t.words.tell(key, &[("gate", told::gate(t.words, gate.name).into())]);
        format!("{}: {what}", told::method(t.words, answer.method))
    };
    let raised: Vec<String> = all.filter(|(_, gate)| gate.verdict > Verdict::Pass).map(told).collect();
    if !raised.is_empty() {
        blocks.push(Block::List(raised));
    }
    blocks.extend([Block::Facts(facts), Block::Table(table)]);
    section("gates", t.say("estimate-gates-heading"), blocks)
}
