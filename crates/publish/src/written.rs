//! The figures of a country as a reader sees them; `None` where nothing was published.

use pana_text::{Arg, Words};

use crate::book::{Cited, Line};

/// Residents: `18,776,707`.
pub fn population(words: &Words, line: &Line) -> Option<String> {
    Some(words.numbers().whole(line.population.as_ref()?.value as i64))
}

/// People per 1,000: `11.1`.
pub fn prevalence(words: &Words, line: &Line) -> Option<String> {
    score(words, line.prevalence.as_ref(), 1)
}

/// People: `208,000`, `fewer than 1,000`.
pub fn number(words: &Words, line: &Line) -> Option<String> {
    let exact = line.number.as_ref().map(|cited| words.numbers().whole(cited.value as i64));
    let below = |limit: &Cited| words.tell("fewer-than", &[("n", Arg::Count(limit.value as i64))]);
    exact.or_else(|| line.number_below.as_ref().map(below))
}

/// A score with a count of decimals.
pub fn score(words: &Words, cited: Option<&Cited>, decimals: i16) -> Option<String> {
    Some(words.numbers().fixed(cited?.value, decimals))
}

/// A number of an axis or a legend: as few decimals as it needs.
pub fn tick(words: &Words, value: f64) -> String {
    let decimals = (0..4).find(|&decimals| {
        let scaled = value * 10f64.powi(decimals);
        (scaled - scaled.round()).abs() < 1e-9
    });
    words.numbers().fixed(value, decimals.unwrap_or(4) as i16)
}
