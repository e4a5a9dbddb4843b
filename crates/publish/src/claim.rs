//! A checked claim in words: one sentence for each code, what would change the verdict, and the same as JSON.

use std::collections::BTreeMap;

use pana_evidence::claim::interval::{End, Interval};
use pana_evidence::claim::{Check, Claim, Code, Finding};
use pana_evidence::{Observation, ObservationId, Room};
use pana_text::{Arg, Lang, Words};
use serde::Serialize;

use crate::figure::Written;
use crate::said::Said;

/// How many figures a sentence names; the page lists all of them.
const NAMED: usize = 4;

/// The answer on one claim as other programs read it.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// The claim.
    pub claim_id: String,
    /// The verdict that is proposed.
    pub verdict: &'static str,
    /// Why, as codes.
    pub codes: Vec<&'static str>,
    /// The observations that counted.
    pub used: Vec<String>,
    /// The bound that each of them puts on the claimed quantity, and what that says.
    pub bounds: Vec<Bound>,
    /// The observations that were not laid beside the claim.
    pub refused: Vec<Refusal>,
    /// What would change the verdict.
    pub missing: Vec<Missing>,
    /// One sentence for each code, in every language.
    pub sentences: BTreeMap<&'static str, Vec<String>>,
}

/// A bound in JSON; an end that is `null` is open to infinity.
#[derive(Clone, Debug, Serialize)]
pub struct Bound {
    /// The observation.
    pub obs_id: String,
    /// The lower end.
    pub low: Option<f64>,
    /// Whether the lower end itself is excluded.
    pub low_open: bool,
    /// The upper end.
    pub high: Option<f64>,
    /// Whether the upper end itself is excluded.
    pub high_open: bool,
    /// `supports`, `contradicts`, `open`, `indicates`, `own`, `part` or `context`.
    pub says: &'static str,
    /// Whether it is a figure of the very quantity.
    pub direct: bool,
}

/// A refused figure in JSON.
#[derive(Clone, Debug, Serialize)]
pub struct Refusal {
    /// The observation.
    pub obs_id: String,
    /// Why.
    pub reason: &'static str,
}

/// What is missing, in JSON.
#[derive(Clone, Debug, Serialize)]
pub struct Missing {
    /// The code it would answer.
    pub code: &'static str,
    /// What it is, in every language.
    #[serde(flatten)]
    pub said: BTreeMap<&'static str, String>,
}

/// The answer on a claim. `words` gives the words of a language.
pub fn answer<'w>(room: &Room, check: &Check, words: &dyn Fn(Lang) -> &'w Words) -> Answer {
    let missing = check.missing().into_iter().map(|code| Missing {
        code: code.code(),
        said: Lang::ALL.into_iter().map(|lang| (lang.tag(), wanting(words(lang), code))).collect(),
    });
    let all = |lang: Lang| check.findings.iter().map(|finding| sentence(words(lang), room, finding)).collect();
    Answer {
        claim_id: check.claim.clone(),
        verdict: check.verdict.code(),
        codes: check.codes().map(Code::code).collect(),
        used: check.used.iter().map(|used| used.observation.0.clone()).collect(),
        bounds: check.used.iter().filter_map(|used| Some(bound(used, used.bound?))).collect(),
        refused: check
            .refused
            .iter()
            .map(|refused| Refusal { obs_id: refused.observation.0.clone(), reason: refused.reason.code() })
            .collect(),
        missing: missing.collect(),
        sentences: Lang::ALL.into_iter().map(|lang| (lang.tag(), all(lang))).collect(),
    }
}

fn bound(used: &pana_evidence::claim::Used, bound: Interval) -> Bound {
    let open = |end: End| matches!(end, End::Open(_));
    Bound {
        obs_id: used.observation.0.clone(),
        low: bound.low.value(),
        low_open: open(bound.low),
        high: bound.high.value(),
        high_open: open(bound.high),
        says: used.said.code(),
        direct: used.direct,
    }
}

/// The sentence of a code.
pub fn sentence(words: &Words, room: &Room, finding: &Finding) -> String {
    let figures: Vec<String> =
        finding.about.iter().filter_map(|id| Some(figure(words, room.observation(id)?))).take(NAMED).collect();
    let more = finding.about.len() > NAMED;
    let figures = if more { format!("{}; …", figures.join("; ")) } else { figures.join("; ") };
    let key = format!("claim-code-{}", finding.code.code().to_lowercase().replace('_', "-"));
    let plain = format!("{key}-plain");
    if figures.is_empty() && words.has(&plain) {
        return words.say(&plain);
    }
    let number = finding.number.map_or_else(String::new, |value| number(words, room, finding, value));
    words.tell(&key, &[("figures", figures.into()), ("number", number.into())])
}

/// "125 people, 2012 (S003-39)".
fn figure(words: &Words, observation: &Observation) -> String {
    let written = Written::new(words, observation).text();
    let period = Said::new(words, &observation.period.label).text;
    if period.is_empty() {
        format!("{written} ({})", observation.id.0)
    } else {
        format!("{written}, {period} ({})", observation.id.0)
    }
}

/// The number of a sentence: a share in percent, years and ratios to one decimal, counts whole.
fn number(words: &Words, room: &Room, finding: &Finding, value: f64) -> String {
    let numbers = words.numbers();
    let percent = |share: f64| format!("{}\u{a0}%", numbers.fixed(100.0 * share, 1));
    match finding.code {
        Code::ShareComputed | Code::NumeratorOnly => percent(value),
        // A quotient of counts is a share; a sum of counts is a count.
        Code::ArithmeticOk | Code::ArithmeticFails if value < 1.0 && is_counted(room, &finding.about) => percent(value),
        Code::BroaderMeasureLarger if value >= 100.0 => numbers.whole(value as i64),
        _ if value.fract().abs() < 1e-9 => numbers.whole(value as i64),
        _ => numbers.fixed(value, 1),
    }
}

fn is_counted(room: &Room, about: &[ObservationId]) -> bool {
    let whole = |id: &ObservationId| {
        room.observation(id).and_then(|o| o.figure.number()).is_some_and(|number| number.decimals() == 0)
    };
    !about.is_empty() && about.iter().all(whole)
}

/// What would answer a code: "A count of the whole, not of a part."
pub fn wanting(words: &Words, code: Code) -> String {
    words.say(&format!("claim-missing-{}", code.code().to_lowercase().replace('_', "-")))
}

/// A set of values in words: "at least 247 people".
pub fn interval(words: &Words, unit: &str, interval: Interval) -> String {
    let end = |end: End| end.value().map_or_else(String::new, |value| crate::figure::computed(words, unit, value));
    let key = match (interval.low, interval.high) {
        (End::Unbounded, End::Unbounded) => "interval-any",
        (End::Closed(_), End::Unbounded) => "interval-at-least",
        (End::Open(_), End::Unbounded) => "interval-more-than",
        (End::Unbounded, End::Closed(_)) => "interval-at-most",
        (End::Unbounded, End::Open(_)) => "interval-less-than",
        (low, high) if low.value() == high.value() => "interval-exactly",
        _ => "interval-between",
    };
    words.tell(key, &[("low", end(interval.low).into()), ("high", end(interval.high).into())])
}

/// What a claim states, as one would say it: "more than 100 people".
pub fn stated(words: &Words, claim: &Claim) -> String {
    use pana_evidence::{Comparator, Figure};
    let figure = match (claim.comparator, &claim.value, &claim.upper) {
        (Comparator::Between, Some(low), Some(high)) => {
            Figure::from_cells(claim.comparator, None, Some(low.clone()), Some(high.clone()), None)
        }
        (comparator, Some(value), _) => Figure::from_cells(comparator, Some(value.clone()), None, None, None),
        (comparator, None, _) => return words.say(&format!("claim-direction-{}", comparator.code())),
    };
    figure.map_or_else(|_| String::new(), |figure| Written::of(words, &claim.unit, &figure).text())
}

/// The sentences of every code, in the order of the codes.
pub fn sentences(words: &Words, room: &Room, check: &Check) -> Vec<String> {
    check.findings.iter().map(|finding| sentence(words, room, finding)).collect()
}

/// The word for a verdict.
pub fn verdict(words: &Words, code: &str) -> String {
    words.tell(&format!("verdict-{code}"), &[] as &[(&str, Arg)])
}
