//! The report of a composite index: ranks with their intervals, which decision moves them, what was done to the data, and how
//! to do it again. The sentence that comes first says how far the ranks hang on what somebody decided.

mod data;
mod doubt;
mod made;
mod rank;
pub mod told;

use jiff::civil::Date;
use pana_stats::composite::answer::{Answer, UnitAnswer};
use pana_stats::composite::{Model, Settings};
use pana_text::{Arg, Words};

use crate::estimate::{name_of, told as said};
use crate::report::{Report, Section};
use crate::svg::Dress;

/// An answer with what makes it repeatable.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// What somebody decided.
    pub model: &'a Model,
    /// The answer.
    pub answer: &'a Answer,
    /// What was asked besides the scores.
    pub settings: &'a Settings,
    /// What the model is called.
    pub model_file: &'a str,
    /// SHA-256 of its text, in hexadecimal.
    pub model_sha256: &'a str,
    /// What the table is called.
    pub file: &'a str,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: &'a str,
    /// The version of the program that computed it.
    pub version: &'a str,
    /// The day it was computed.
    pub on: Date,
}

/// What every part of the report needs.
#[derive(Clone, Copy)]
struct Teller<'a> {
    words: &'a Words,
    given: Given<'a>,
    dress: Dress,
}

impl<'a> Teller<'a> {
    fn say(self, key: &str) -> String {
        self.words.say(key)
    }

    fn fixed(self, value: f64, decimals: i16) -> String {
        self.words.numbers().fixed(value, decimals)
    }

    /// A value to so many decimals; a dash where there is none.
    fn maybe(self, value: Option<f64>, decimals: i16) -> String {
        value.filter(|value| value.is_finite()).map_or_else(|| "–".to_owned(), |value| self.fixed(value, decimals))
    }

    fn range(self, low: String, high: String) -> String {
        self.words.tell("estimate-range", &[("low", low.into()), ("high", high.into())])
    }

    /// The name of a unit; a country has one in the reader's language.
    fn unit(self, unit: &UnitAnswer) -> String {
        let name = if unit.name.is_empty() { &unit.unit } else { &unit.name };
        self.words.name(name).to_owned()
    }

    /// The name of a node or indicator.
    fn node(self, id: &str) -> String {
        let node = self.given.model.nodes.iter().find(|node| node.id == id).map(|node| &node.name);
        let indicator = self.given.model.indicators.iter().find(|one| one.id == id).map(|one| &one.name);
        let name = node.or(indicator).filter(|name| !name.is_empty()).map_or(id, String::as_str);
        self.words.name(name).to_owned()
    }

    fn answer(self) -> &'a Answer {
        self.given.answer
    }
}

/// The report in the language of these words.
pub fn report(words: &Words, given: &Given<'_>, dress: Dress) -> Report {
    let teller = Teller { words, given: *given, dress };
    let title = if given.answer.title.is_empty() { &given.answer.model } else { &given.answer.title };
    let kept: [Option<Section>; 7] = [
        rank::ranks(teller),
        doubt::uncertainty(teller),
        doubt::sensitivity(teller),
        doubt::without(teller),
        data::treated(teller),
        data::nodes(teller),
        made::made(teller),
    ];
    Report {
        lang: words.lang().tag(),
        title: words.name(title).to_owned(),
        subject: words.tell("index-subject", &[("file", name_of(given.file).into())]),
        estimable: true,
        sentence: sentence(teller),
        beside: beside(teller),
        help: Vec::new(),
        sections: kept.into_iter().flatten().collect(),
    }
}

/// How many are ranked, and how far their places hang on what was decided.
fn sentence(t: Teller<'_>) -> String {
    let ranked = t.answer().units.iter().filter(|unit| unit.rank.is_some()).count();
    match &t.answer().uncertainty {
        Some(found) => t
            .words
            .tell("index-sentence", &[("n", Arg::from(ranked)), ("change", t.fixed(found.mean_change, 1).into())]),
        None => t.words.tell("index-sentence-alone", &[("n", Arg::from(ranked))]),
    }
}

fn beside(t: Teller<'_>) -> Vec<String> {
    let answer = t.answer();
    let mut beside = Vec::new();
    if let Some(first) = answer.units.first().filter(|unit| unit.rank.is_some()) {
        let name = t.unit(first);
        beside.push(match (first.rank_interval, &answer.uncertainty) {
            (Some((low, high)), Some(found)) => t.words.tell(
                if low == high { "index-first-stays" } else { "index-first-between" },
                &[
                    ("unit", name.into()),
                    ("low", Arg::from(low)),
                    ("high", Arg::from(high)),
                    ("level", said::level(t.words, found.level).into()),
                ],
            ),
            _ => t.words.tell("index-first", &[("unit", name.into())]),
        });
    }
    if let Some(found) = &answer.uncertainty {
        let args = [("share", said::percent(t.words, found.within_three).into())];
        beside.push(t.words.tell("index-near", &args));
    }
    let unscored = answer.units.iter().filter(|unit| unit.rank.is_none()).count() + answer.dropped.len();
    if unscored > 0 {
        beside.push(t.words.tell("index-unscored", &[("n", Arg::from(unscored))]));
    }
    beside
}

#[cfg(test)]
mod tests;
