//! Told: methods, checks, reasons and settings in words. What has no words shows its id, so that a method added to the
//! engine appears before anybody has described it.

use pana_stats::mse::answer::{Gate, Interval, Outcome, Reason, Setting, Verdict};
use pana_stats::mse::hygiene::Finding;
use pana_stats::mse::robustness::Change;
use pana_text::Words;

use crate::report::Mark;

/// The message under this key, or the id itself.
fn or_id(words: &Words, prefix: &str, id: &str) -> String {
    // Only letters, digits and hyphens name a message: "median of the pairs" is said by `median-of-the-pairs`.
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let id_in_key: String = id.split(',').next().unwrap_or(id).chars().map(letter).collect();
    let key = format!("{prefix}-{}", id_in_key.to_lowercase());
    if words.has(&key) { words.say(&key) } else { id.to_owned() }
}

/// The name of a method.
pub fn method(words: &Words, id: &str) -> String {
    or_id(words, "estimate-method", id)
}

/// What a method does, in a sentence; empty where nobody wrote one.
pub fn method_says(words: &Words, id: &str) -> String {
    let key = format!("estimate-says-{id}");
    if words.has(&key) { words.say(&key) } else { String::new() }
}

/// The name of a check.
pub fn gate(words: &Words, id: &str) -> String {
    or_id(words, "estimate-gate", id)
}

/// What a check looks at; empty where nobody wrote it.
pub fn gate_says(words: &Words, id: &str) -> String {
    let key = format!("estimate-check-{id}");
    if words.has(&key) { words.say(&key) } else { String::new() }
}

/// How a check went.
pub fn verdict(words: &Words, verdict: Verdict) -> String {
    words.say(match verdict {
        Verdict::Pass => "estimate-verdict-pass",
        Verdict::Doubt => "estimate-verdict-doubt",
        Verdict::Fail => "estimate-verdict-fail",
    })
}

/// The mark of a verdict.
pub fn mark(verdict: Verdict) -> Mark {
    match verdict {
        Verdict::Pass => Mark::Pass,
        Verdict::Doubt => Mark::Doubt,
        Verdict::Fail => Mark::Fail,
    }
}

/// Why a method gives no number.
pub fn reason(words: &Words, reason: Reason) -> String {
    or_id(words, "estimate-reason", &id_of(&reason))
}

/// That no method gives a number, why, and the next step: for one line.
pub fn not_estimable(words: &Words, why: Reason) -> String {
    let why_told = words.tell("estimate-why", &[("why", reason(words, why).into())]);
    let next = words.say(&format!("estimate-next-{}", id_of(&why)));
    format!("{} {why_told} {next}", words.say("estimate-sentence-none"))
}

/// How an interval was made.
pub fn interval(words: &Words, interval: Interval) -> String {
    or_id(words, "estimate-interval", &id_of(&interval))
}

/// A value of the engine as its JSON writes it.
pub fn id_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The name of a setting.
pub fn setting(words: &Words, id: &str) -> String {
    or_id(words, "estimate-setting", id)
}

/// The value of a setting.
pub fn setting_value(words: &Words, value: &Setting) -> String {
    match value {
        Setting::Number(number) => small(words, *number),
        Setting::Count(count) => words.numbers().whole(i64::try_from(*count).unwrap_or(i64::MAX)),
        Setting::Word(word) => or_id(words, "estimate-word", word),
        Setting::Text(text) if text.is_empty() => "–".to_owned(),
        Setting::Text(text) => text.clone(),
    }
}

/// A number of any size to four digits that count.
pub fn small(words: &Words, value: f64) -> String {
    let size = value.abs();
    match size {
        _ if !value.is_finite() => "∞".to_owned(),
        _ if size >= 1000.0 || value == value.round() => words.numbers().fixed(value, 0),
        _ if size >= 10.0 => words.numbers().fixed(value, 1),
        _ if size >= 0.1 => words.numbers().fixed(value, 2),
        _ if size >= 0.001 => words.numbers().fixed(value, 4),
        _ => words.numbers().fixed(value, 6),
    }
}

/// A share in percent.
pub fn percent(words: &Words, share: f64) -> String {
    let decimals = if share > 0.0 && share < 0.1 { 1 } else { 0 };
    words.tell("estimate-percent", &[("n", words.numbers().fixed(share * 100.0, decimals).into())])
}

/// The level of an interval in percent: 95 %, 97.5 %.
pub fn level(words: &Words, level: f64) -> String {
    let hundred = level * 100.0;
    let decimals = if (hundred - hundred.round()).abs() < 1e-9 { 0 } else { 1 };
    words.tell("estimate-percent", &[("n", words.numbers().fixed(hundred, decimals).into())])
}

/// The value of a check with its bound: "7.2 %, at least 5 %".
pub fn looked_at(words: &Words, gate: &Gate) -> (String, String) {
    // A share is held against a share; the two-list and one-list methods hold numbers of people against numbers.
    let shares = ["overlap", "replicates", "grid-end", "beyond-grid", "cap"];
    let share = shares.contains(&gate.name) && gate.bound.is_some_and(|bound| bound < 1.0);
    let write = |value: f64| if share { percent(words, value) } else { small(words, value) };
    let value = gate.value.map(write).unwrap_or_default();
    (value, gate.bound.map(write).unwrap_or_default())
}

/// What was found in the table, in a sentence.
pub fn finding(words: &Words, finding: &Finding) -> String {
    let tell = |key: &str, a: &str, b: &str| words.tell(key, &[("a", a.into()), ("b", b.into())]);
    match finding {
        Finding::EmptyList(list) => tell("estimate-found-empty-list", list, ""),
        Finding::Everybody(list) => tell("estimate-found-everybody", list, ""),
        Finding::SameAs { kept, dropped } => tell("estimate-found-same-as", dropped, kept),
        Finding::NoOverlap(a, b) => tell("estimate-found-no-overlap", a, b),
        Finding::Apart(list) => tell("estimate-found-apart", list, ""),
    }
}

/// What was done to the lists.
pub fn change(words: &Words, change: &Change) -> String {
    match change {
        Change::Without(list) => words.tell("estimate-without", &[("list", list.as_str().into())]),
        Change::Merged(a, b) => words.tell("estimate-merged", &[("a", a.as_str().into()), ("b", b.as_str().into())]),
    }
}

/// The reason of an outcome without a number.
pub fn why_none(words: &Words, outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Estimate(_) => None,
        Outcome::NotEstimable(why) => Some(reason(words, *why)),
    }
}
