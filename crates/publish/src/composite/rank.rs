//! Rank: every unit with its place, the interval of its place, its score and how far its data can be relied upon.

use pana_stats::composite::answer::UnitAnswer;
use pana_stats::composite::uncertainty::RankSpread;
use pana_text::Arg;

use super::Teller;
use crate::estimate::told as said;
use crate::report::ranges::{Range, Ranges};
use crate::report::{Block, Cell, Column, Drawing, Section, Table};

/// As many units stand in one drawing: the first fits under the sentence on the first sheet of paper, two on the others.
const IN_ONE: usize = 24;

/// The ranks.
pub(super) fn ranks(t: Teller<'_>) -> Option<Section> {
    let mut blocks = vec![Block::Text(super::told::first(t.words, t.given.model.first))];
    blocks.extend(drawings(t).into_iter().map(Block::Drawing));
    if t.answer().units.iter().any(|unit| unit.reliability.is_some()) {
        blocks.push(Block::Text(t.say("index-reliability")));
    }
    blocks.push(Block::Table(table(t)));
    Some(Section { id: "ranks", heading: t.say("index-ranks-heading"), blocks })
}

fn spread<'a>(t: Teller<'a>, unit: &UnitAnswer) -> Option<&'a RankSpread> {
    let found = t.answer().uncertainty.as_ref()?;
    found.units.iter().find(|spread| spread.unit == unit.unit && spread.median > 0)
}

/// The intervals of ranks, so many units in each drawing.
fn drawings(t: Teller<'_>) -> Vec<Drawing> {
    let Some(found) = &t.answer().uncertainty else { return Vec::new() };
    let ranked: Vec<&UnitAnswer> = t.answer().units.iter().filter(|unit| unit.rank.is_some()).collect();
    let last = found.units.iter().map(|unit| unit.upper).max().unwrap_or(1).max(2) as f64;
    let level = said::level(t.words, found.level);
    let draw = |(at, units): (usize, &[&UnitAnswer])| {
        let rows: Vec<Range> = units.iter().map(|unit| row(t, unit)).collect();
        let described: Vec<String> = rows.iter().map(|row| format!("{}: {}.", row.label, row.text)).collect();
        let (from, to) = (at * IN_ONE + 1, at * IN_ONE + units.len());
        let args = [("low", Arg::from(from)), ("high", Arg::from(to)), ("level", level.clone().into())];
        let (title, note) = (t.words.tell("index-ranks-title", &args), t.words.tell("index-ranks-note", &args));
        let note = if at == 0 { note } else { String::new() };
        let unit = t.say("index-axis-rank");
        let format = |value: f64| t.fixed(value, 0);
        Drawing::in_widths(t.dress, &format!("ranks-{from}"), title, note, described.join(" "), &|alt, width| {
            let ranges = Ranges { rows: &rows, axis: (1.0, last), bars: false, format: &format, unit: &unit, width };
            ranges.draw(alt, t.dress)
        })
    };
    ranked.chunks(IN_ONE).enumerate().map(draw).collect()
}

/// The rank as the model says as a dot on the interval; the median of the draws as an open one.
fn row(t: Teller<'_>, unit: &UnitAnswer) -> Range {
    let rank = unit.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let spread = spread(t, unit);
    let text = match spread {
        Some(spread) => format!("{rank} ({}–{})", spread.lower, spread.upper),
        None => rank,
    };
    Range {
        label: t.unit(unit),
        text,
        point: unit.rank.map(|rank| rank as f64),
        ends: spread.map(|spread| (spread.lower as f64, spread.upper as f64)),
        other: spread.map(|spread| spread.median as f64),
    }
}

fn table(t: Teller<'_>) -> Table {
    let answer = t.answer();
    let ranged = answer.uncertainty.as_ref().map(|found| said::level(t.words, found.level));
    let classed = answer.units.iter().any(|unit| unit.class.is_some());
    let relied = answer.units.iter().any(|unit| unit.reliability.is_some());
    let mut columns = vec![Column::words(t.say("index-column-unit")), Column::numbers(t.say("index-column-rank"))];
    if let Some(level) = &ranged {
        columns.push(Column::numbers(t.say("index-column-median")));
        columns.push(Column::numbers(t.words.tell("index-column-interval", &[("level", level.clone().into())])));
    }
    columns.push(Column::numbers(t.say("index-column-score")));
    columns.extend(classed.then(|| Column::words(t.say("index-column-class"))));
    columns.extend(relied.then(|| Column::numbers(t.say("index-column-reliability"))));
    columns.push(Column::numbers(t.say("index-column-available")));
    columns.push(Column::numbers(t.say("index-column-imputed")));
    let row = |unit: &UnitAnswer| {
        let mut row = vec![t.unit(unit), unit.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string())];
        if ranged.is_some() {
            let spread = spread(t, unit);
            row.push(spread.map_or_else(|| "–".to_owned(), |spread| spread.median.to_string()));
            let range = spread.map(|spread| t.range(spread.lower.to_string(), spread.upper.to_string()));
            row.push(range.unwrap_or_else(|| "–".to_owned()));
        }
        row.push(t.maybe(unit.score, 2));
        if classed {
            let class = unit.class.as_deref().map(|class| t.words.name(class).to_owned());
            row.push(class.unwrap_or_else(|| "–".to_owned()));
        }
        row.extend(relied.then(|| t.maybe(unit.reliability, 1)));
        row.push(said::percent(t.words, unit.available));
        row.push(unit.imputed.to_string());
        row.into_iter().map(Cell::plain).collect()
    };
    Table {
        id: "ranks-table".to_owned(),
        caption: t.say("index-ranks-caption"),
        columns,
        rows: answer.units.iter().map(row).collect(),
        wide: true,
        folded: answer.uncertainty.is_some(),
    }
}
