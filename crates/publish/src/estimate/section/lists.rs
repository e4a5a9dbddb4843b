//! Lists: what was found in them, and who is on which.

use pana_text::Arg;

use super::{Teller, section};
use crate::estimate::overlap::{History, Overlap};
use crate::estimate::told;
use crate::report::{Block, Cell, Column, Section, Table};

/// As many histories are drawn; the table of the program's input has them all.
const HISTORIES: usize = 24;

/// The lists, what was found in them, and who is on which.
pub(in crate::estimate) fn lists(t: Teller<'_>) -> Option<Section> {
    let (capture, whole) = (t.given.capture, &t.given.study.whole);
    let mut blocks = Vec::new();
    let findings: Vec<String> = whole.findings.iter().map(|found| told::finding(t.words, found)).collect();
    blocks.push(if findings.is_empty() { Block::Text(t.say("estimate-found-nothing")) } else { Block::List(findings) });
    if let Some(masked) = t.given.study.masked {
        let args = [("rows", Arg::from(masked.rows)), ("tables", Arg::from(masked.tables))];
        blocks.push(Block::Text(t.words.tell("estimate-masked", &args)));
    }
    let Ok(table) = capture.least() else { return section("lists", t.say("estimate-lists-heading"), blocks) };
    let mut seen: Vec<(u32, u64)> = table.seen().collect();
    seen.sort_by_key(|(history, count)| (std::cmp::Reverse(*count), *history));
    let left_out = seen.len().saturating_sub(HISTORIES);
    let history = |(history, count): &(u32, u64)| History {
        on: (0..table.t()).map(|list| history >> list & 1 == 1).collect(),
        count: *count,
        text: t.count(*count),
    };
    let histories: Vec<History> = seen.iter().take(HISTORIES).map(history).collect();
    let named =
        |(history, count): &(u32, u64)| format!("{}: {}.", table.name(*history).replace(':', " + "), t.count(*count));
    let mut note = t.say("estimate-overlap-note");
    if left_out > 0 {
        note = format!("{note} {}", t.words.tell("estimate-overlap-more", &[("n", Arg::from(left_out))]));
    }
    blocks.push(Block::Drawing(t.drawing(
        "overlap",
        t.say("estimate-overlap-title"),
        note,
        seen.iter().take(HISTORIES).map(named).collect::<Vec<_>>().join(" "),
        &|alt, width| Overlap { lists: table.t(), histories: &histories, width: width.min(600.0) }.draw(alt, t.dress),
    )));
    let rows = (0..table.t()).map(|list| {
        let size = table.at_least(1 << list);
        vec![
            Cell::plain(format!("{} {}", list + 1, table.lists()[list])),
            Cell::plain(t.count(size)),
            Cell::plain(t.count(table.count(1 << list))),
            Cell::plain(t.count(size - table.count(1 << list))),
        ]
    });
    blocks.push(Block::Table(Table {
        id: "list-sizes".to_owned(),
        caption: t.say("estimate-lists-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-list")),
            Column::numbers(t.say("estimate-column-on-it")),
            Column::numbers(t.say("estimate-column-on-it-only")),
            Column::numbers(t.say("estimate-column-shared")),
        ],
        rows: rows.collect(),
        wide: false,
        folded: false,
    }));
    section("lists", t.say("estimate-lists-heading"), blocks)
}
