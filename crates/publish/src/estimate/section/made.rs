//! Made: with what all this was computed, so that somebody can do it again.

use super::{Teller, section};
use crate::estimate::{name_of, told};
use crate::report::{Block, Cell, Column, Section, Table};

/// With what all this was computed, so that somebody can do it again.
pub(in crate::estimate) fn made(t: Teller<'_>) -> Option<Section> {
    let given = t.given;
    let settings = &given.question.settings;
    let mut facts = vec![
        (t.say("estimate-made-table"), name_of(given.file).to_owned()),
        (t.say("estimate-made-sha256"), given.sha256.to_owned()),
        (t.say("estimate-made-lists"), given.capture.lists.join(", ")),
        (t.say("estimate-made-used"), given.study.whole.lists.join(", ")),
        (t.say("estimate-made-observed"), t.count(given.study.whole.observed)),
        (t.say("estimate-made-seed"), t.count(settings.seed)),
        (t.say("estimate-made-replicates"), t.count(settings.replicates as u64)),
        (t.say("estimate-made-level"), told::level(t.words, settings.level)),
        (t.say("estimate-made-simulated"), t.count(given.question.simulated as u64)),
    ];
    if !given.capture.strata.is_empty() {
        facts.push((t.say("estimate-made-strata"), given.capture.strata.join(", ")));
    }
    facts.push((t.say("estimate-made-version"), given.version.to_owned()));
    facts.push((t.say("estimate-made-on"), t.words.numbers().day(given.on)));
    let mut rows = Vec::new();
    for answer in &given.study.whole.results {
        for (name, value) in &answer.settings {
            rows.push(vec![
                Cell::plain(told::method(t.words, answer.method)),
                Cell::plain(told::setting(t.words, name)),
                Cell::plain(told::setting_value(t.words, value)),
            ]);
        }
    }
    let methods = given.study.whole.results.iter();
    let says = methods.map(|answer| (told::method(t.words, answer.method), told::method_says(t.words, answer.method)));
    let says: Vec<(String, String)> = says.filter(|(_, says)| !says.is_empty()).collect();
    let mut blocks = vec![Block::Text(t.say("estimate-made-lead")), Block::Facts(facts)];
    if !says.is_empty() {
        blocks.push(Block::Facts(says));
    }
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            id: "settings-table".to_owned(),
            caption: t.say("estimate-settings-caption"),
            columns: vec![
                Column::words(t.say("estimate-column-method")),
                Column::words(t.say("estimate-column-setting")),
                Column::words(t.say("estimate-column-value")),
            ],
            rows,
            wide: false,
            folded: true,
        }));
    }
    section("made", t.say("estimate-made-heading"), blocks)
}
