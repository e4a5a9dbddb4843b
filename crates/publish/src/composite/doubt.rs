//! Doubt: what else could have been decided, which decision moves the ranks, and what each part of the index does.

use pana_stats::composite::sensitivity::{Estimator, Share};
use pana_text::Arg;

use super::{Teller, told};
use crate::estimate::told as said;
use crate::report::ranges::{Range, Ranges};
use crate::report::{Block, Cell, Column, Drawing, Section, Table};

/// What was varied, and what came of it.
pub(super) fn uncertainty(t: Teller<'_>) -> Option<Section> {
    let heading = t.say("index-doubt-heading");
    let Some(found) = &t.answer().uncertainty else {
        let key = if t.given.model.assume.is_empty() { "index-doubt-nothing" } else { "index-doubt-not-asked" };
        return Some(Section { id: "doubt", heading, blocks: vec![Block::Text(t.say(key))] });
    };
    let varied = t.given.model.assume.iter().map(|one| told::assumption(t.words, one)).collect();
    let args = [
        ("n", Arg::from(found.draws)),
        ("change", t.fixed(found.mean_change, 2).into()),
        ("share", said::percent(t.words, found.within_three).into()),
    ];
    let blocks = vec![
        Block::Text(t.say("index-doubt-lead")),
        Block::List(varied),
        Block::Text(t.words.tell("index-doubt-found", &args)),
        Block::Note(t.say("index-doubt-limits")),
    ];
    Some(Section { id: "doubt", heading, blocks })
}

/// Which assumption moves the ranks: shares of the variance, the largest first.
pub(super) fn sensitivity(t: Teller<'_>) -> Option<Section> {
    let found = t.answer().sensitivity.as_ref()?;
    let mut factors: Vec<&Share> = found.factors.iter().collect();
    factors.sort_by(|a, b| b.total.unwrap_or(0.0).total_cmp(&a.total.unwrap_or(0.0)));
    let args = [("n", Arg::from(found.evaluations)), ("boot", Arg::from(found.bootstrap))];
    let mut blocks = vec![Block::Text(t.words.tell("index-shares-lead", &args))];
    if factors.iter().all(|share| share.total.is_none()) {
        blocks.push(Block::Text(t.say("index-shares-none")));
        return Some(Section { id: "shares", heading: t.say("index-shares-heading"), blocks });
    }
    blocks.push(Block::Drawing(tornado(t, &factors)));
    let level = said::level(t.words, found.level);
    let interval = |ends: Option<(f64, f64)>| {
        ends.map_or_else(|| "–".to_owned(), |(low, high)| t.range(t.fixed(low, 3), t.fixed(high, 3)))
    };
    let row = |share: &&Share| {
        let cells = [
            told::factor(t.words, share.factor),
            t.maybe(share.first, 3),
            interval(share.first_interval),
            t.maybe(share.total, 3),
            interval(share.total_interval),
        ];
        cells.map(Cell::plain).to_vec()
    };
    let range = || Column::numbers(t.words.tell("index-column-interval", &[("level", level.clone().into())]));
    blocks.push(Block::Table(Table {
        id: "shares-table".to_owned(),
        caption: t.say("index-shares-caption"),
        columns: vec![
            Column::words(t.say("index-column-factor")),
            Column::numbers(t.say("index-column-first")),
            range(),
            Column::numbers(t.say("index-column-total")),
            range(),
        ],
        rows: factors.iter().map(row).collect(),
        wide: true,
        folded: false,
    }));
    let key = match found.estimator {
        Estimator::JanonJansen => "index-shares-janon-jansen",
        Estimator::Saltelli => "index-shares-saltelli",
    };
    blocks.push(Block::Note(t.say(key)));
    Some(Section { id: "shares", heading: t.say("index-shares-heading"), blocks })
}

/// A bar for the share with all that goes with it, its interval as a line, the share by itself as an open dot.
fn tornado(t: Teller<'_>, factors: &[&Share]) -> Drawing {
    let row = |share: &&Share| Range {
        label: told::factor(t.words, share.factor),
        text: share.total.map_or_else(|| "–".to_owned(), |total| said::percent(t.words, total.max(0.0))),
        point: share.total,
        ends: share.total_interval,
        other: share.first,
    };
    let rows: Vec<Range> = factors.iter().map(row).collect();
    let ends = rows.iter().flat_map(|row| [row.point, row.ends.map(|ends| ends.1)]).flatten();
    let most = ends.filter(|value| value.is_finite()).fold(0.05, f64::max);
    let first = |share: &&Share| share.first.map_or_else(|| "–".to_owned(), |one| said::percent(t.words, one.max(0.0)));
    let described = factors.iter().zip(&rows).map(|(share, row)| {
        let args = [("factor", row.label.clone()), ("total", row.text.clone()), ("first", first(share))];
        t.words.tell("index-shares-described", &args.map(|(name, text)| (name, Arg::from(text))))
    });
    let described = described.collect::<Vec<_>>().join(" ");
    let format = |value: f64| said::percent(t.words, value);
    let unit = t.say("index-axis-share");
    let (title, note) = (t.say("index-shares-title"), t.say("index-shares-note"));
    Drawing::in_widths(t.dress, "shares", title, note, described, &|alt, width| {
        let ranges = Ranges { rows: &rows, axis: (0.0, most), bars: true, format: &format, unit: &unit, width };
        ranges.draw(alt, t.dress)
    })
}

/// The ranks without each part of the index.
pub(super) fn without(t: Teller<'_>) -> Option<Section> {
    let answer = t.answer();
    if answer.removals.is_empty() && answer.needed.is_empty() {
        return None;
    }
    let named = |code: &String| {
        let unit = answer.units.iter().find(|unit| unit.unit == *code);
        unit.map_or_else(|| code.clone(), |unit| t.unit(unit))
    };
    let rows = answer.removals.iter().map(|removal| {
        let cells = [
            t.node(&removal.removed),
            t.fixed(removal.mean_change, 1),
            removal.largest.to_string(),
            removal.unit.as_ref().map(named).unwrap_or_default(),
        ];
        cells.map(Cell::plain).to_vec()
    });
    let table = Table {
        id: "without-table".to_owned(),
        caption: t.say("index-without-caption"),
        columns: vec![
            Column::words(t.say("index-column-without")),
            Column::numbers(t.say("index-column-change")),
            Column::numbers(t.say("index-column-largest")),
            Column::words(t.say("index-column-largest-unit")),
        ],
        rows: rows.collect(),
        wide: false,
        folded: false,
    };
    let mut blocks = vec![Block::Text(t.say("index-without-lead")), Block::Table(table)];
    if !answer.needed.is_empty() {
        let list = answer.needed.iter().map(|needed| t.node(&needed.node)).collect::<Vec<_>>().join(", ");
        blocks.push(Block::Note(t.words.tell("index-without-needed", &[("list", list.into())])));
    }
    Some(Section { id: "without", heading: t.say("index-without-heading"), blocks })
}
