//! Sentence: what all methods come to, in words. Never a lone number.

use pana_stats::mse::answer::{Answer, Estimate};
use pana_stats::mse::compare::Comparison;
use pana_stats::mse::study::Study;
use pana_text::{Arg, Words};

use super::round::{rounded, unit};
use super::told;

/// The first sentence and what belongs to it.
pub struct Lead {
    /// The sentence.
    pub first: String,
    /// What must be read with it.
    pub beside: Vec<String>,
    /// What would help where nothing can be said.
    pub help: Vec<String>,
}

/// What would help where the overlap cannot carry an estimate.
const HELP: [&str; 5] = ["overlap", "merge", "list", "protocol", "multiplier"];

/// The sentence of an answer.
pub fn in_words(words: &Words, study: &Study) -> Lead {
    let whole = &study.whole;
    let usable = usable(whole);
    let (Some(low), Some(high)) = (
        usable.iter().min_by(|a, b| a.point.total_cmp(&b.point)),
        usable.iter().max_by(|a, b| a.point.total_cmp(&b.point)),
    ) else {
        return nothing(words, whole);
    };
    let observed = whole.observed;
    let level = told::level(words, low.level);
    let ends = [people(words, low.point, low, observed), people(words, high.point, high, observed)];
    let tell = |key: &str, args: &[(&str, Arg)]| words.tell(key, args);
    let first = if usable.len() == 1 {
        tell(
            "estimate-sentence-one",
            &[
                ("low", people(words, low.lower, low, observed).into()),
                ("high", people(words, low.upper, low, observed).into()),
                ("level", level.clone().into()),
            ],
        )
    } else if ends[0] == ends[1] {
        tell(
            "estimate-sentence-same",
            &[
                ("n", ends[0].clone().into()),
                ("low", widest(words, &usable, observed, false).into()),
                ("high", widest(words, &usable, observed, true).into()),
            ],
        )
    } else {
        tell("estimate-sentence", &[("low", ends[0].clone().into()), ("high", ends[1].clone().into())])
    };
    let mut beside = Vec::new();
    if usable.len() > 1 && ends[0] != ends[1] {
        beside.push(tell(
            "estimate-reach",
            &[
                ("level", level.into()),
                ("low", widest(words, &usable, observed, false).into()),
                ("high", widest(words, &usable, observed, true).into()),
            ],
        ));
    }
    beside.push(tell("estimate-observed", &[("n", whole_number(observed)), ("share", overlap(words, whole))]));
    let without = whole.results.len() - whole.results.iter().filter(|answer| answer.estimate().is_some()).count();
    if without > 0 {
        beside.push(tell(
            "estimate-methods-without",
            &[("n", Arg::from(without)), ("of", Arg::from(whole.results.len()))],
        ));
    }
    Lead { first, beside, help: Vec::new() }
}

fn nothing(words: &Words, whole: &Comparison) -> Lead {
    let mut beside = Vec::new();
    if let Some(reason) = whole.reason() {
        beside.push(words.tell("estimate-why", &[("why", told::reason(words, reason).into())]));
    }
    let least = whole.at_least().map_or(whole.observed as f64, |bound| bound.max(whole.observed as f64));
    let bound = whole.results.iter().filter_map(Answer::estimate).find(|estimate| estimate.at_least);
    let least = bound
        .map_or_else(|| words.numbers().fixed(least, 0), |estimate| people(words, least, estimate, whole.observed));
    beside.push(words.tell("estimate-at-least", &[("n", least.into())]));
    beside.push(
        words.tell("estimate-observed", &[("n", whole_number(whole.observed)), ("share", overlap(words, whole))]),
    );
    Lead {
        first: words.say("estimate-sentence-none"),
        beside,
        help: HELP.map(|help| words.say(&format!("estimate-help-{help}"))).into(),
    }
}

fn whole_number(n: u64) -> Arg {
    Arg::from(i64::try_from(n).unwrap_or(i64::MAX))
}

fn overlap(words: &Words, whole: &Comparison) -> Arg {
    told::percent(words, whole.overlap_share).into()
}

/// Estimates that no check forbids and that are no lower bounds.
fn usable(whole: &Comparison) -> Vec<&Estimate> {
    whole.usable().into_iter().filter_map(Answer::estimate).collect()
}

/// The lowest or highest end of all intervals, to the digits of the interval it belongs to.
fn widest(words: &Words, usable: &[&Estimate], observed: u64, upper: bool) -> String {
    let end = |estimate: &&&Estimate| if upper { estimate.upper } else { -estimate.lower };
    let found = usable.iter().max_by(|a, b| end(a).total_cmp(&end(b)));
    found.map_or_else(String::new, |estimate| {
        people(words, if upper { estimate.upper } else { estimate.lower }, estimate, observed)
    })
}

/// A number of people to the digits that the interval of its estimate supports.
pub(super) fn people(words: &Words, value: f64, of: &Estimate, observed: u64) -> String {
    to_unit(words, value, unit(of.upper - of.lower), observed)
}

/// A number of people to the digits that the interval of its estimate supports, never below those observed.
pub fn supported(value: f64, of: &Estimate, observed: u64) -> f64 {
    rounded(value, unit(of.upper - of.lower), observed)
}

/// A number of people to a unit.
pub(crate) fn to_unit(words: &Words, value: f64, unit: f64, observed: u64) -> String {
    // Beyond this no number of people means anything.
    if !value.is_finite() || value > 1e12 {
        "∞".to_owned()
    } else {
        words.numbers().fixed(rounded(value, unit, observed), 0)
    }
}

/// The point of an estimate and its interval in words: "11,300 (9,900 to 13,100)".
pub fn below(words: &Words, estimate: &Estimate, observed: u64) -> (String, String) {
    let ends = [("low", estimate.lower), ("high", estimate.upper)]
        .map(|(name, end)| (name, Arg::from(people(words, end, estimate, observed))));
    (people(words, estimate.point, estimate, observed), words.tell("estimate-range", &ends))
}
