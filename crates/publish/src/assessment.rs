//! Assessments in words: a level with what qualifies it, the answer of a row, and what a level would be without an input.

use pana_evidence::assessment::Advancement;
use pana_evidence::assessment::ilab::Parameter;
use pana_evidence::assessment::reading::{Counterfactual, Grounds, Holds, Reading, Verdict};
use pana_text::{Arg, Words};

use crate::said::Said;

/// A level: "minimal advancement: efforts were made, but a regression of this year delayed advancement (in law)".
pub fn level(words: &Words, advancement: &Advancement) -> String {
    let base = words.say(&format!("ilab-level-{}", advancement.level().code()));
    if advancement.modifier().is_empty() {
        return base;
    }
    let modifier = words.say(&format!("ilab-modifier-{}", advancement.modifier()));
    match advancement.domains() {
        Some(domains) => {
            let said = domains.iter().map(|domain| words.say(&format!("ilab-domain-{}", domain.code())));
            let domains = said.collect::<Vec<_>>().join(", ");
            let args = [("level", base), ("modifier", modifier), ("domains", domains)];
            words.tell("ilab-qualified-in", &args.map(|(name, text)| (name, Arg::from(text))))
        }
        None => words.tell("ilab-qualified", &[("level", base.into()), ("modifier", modifier.into())]),
    }
}

/// A level for a narrow cell: the base level, and what qualifies it as a remark behind it.
pub fn short(words: &Words, advancement: &Advancement) -> (String, String) {
    let base = words.say(&format!("ilab-level-{}", advancement.level().code()));
    let kind = match advancement.modifier() {
        "" => return (base, String::new()),
        modifier => words.say(&format!("ilab-short-{modifier}")),
    };
    let domains = advancement.domains().into_iter().flat_map(|domains| domains.iter());
    let said: Vec<String> = domains.map(|domain| words.say(&format!("ilab-domain-{}", domain.code()))).collect();
    if said.is_empty() {
        return (base, kind);
    }
    let args = [("kind", Arg::from(kind)), ("domains", said.join(", ").into())];
    (base, words.tell("ilab-short-in", &args))
}

/// A label as its assessor wrote it, in the reader's language; what is no label stays as it is.
pub fn label(words: &Words, label: &str) -> Said {
    Advancement::parse_label(label)
        .map_or_else(|_| Said::new(words, label), |advancement| Said::plain(level(words, &advancement)))
}

/// What the rule gives.
pub fn verdict(words: &Words, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Level(advancement) => level(words, advancement),
        Verdict::Open { .. } | Verdict::NoRow => words.say("ilab-open"),
    }
}

/// Whether a row holds.
pub fn holds(words: &Words, holds: Holds) -> String {
    words.say(match holds {
        Holds::Yes => "ilab-holds-yes",
        Holds::No => "ilab-holds-no",
        Holds::Unknown => "ilab-holds-unknown",
    })
}

/// In how many areas there are efforts, where the row asks that.
pub fn areas(words: &Words, grounds: &Grounds) -> Option<String> {
    let args = [("n", Arg::from(grounds.areas.len())), ("all", Arg::from(grounds.relevant))];
    let counted = (grounds.relevant > 0).then(|| words.tell("ilab-areas-reached", &args))?;
    let names: Vec<String> = grounds.areas.iter().map(|area| words.say(&format!("ilab-area-{area}"))).collect();
    Some(if names.is_empty() { counted } else { format!("{counted}: {}", names.join(", ")) })
}

/// "Without “...”: moderate advancement."
pub fn counterfactual(words: &Words, without: &Counterfactual) -> String {
    let what = Said::new(words, &without.without.stated().what).text;
    match (&without.verdict, without.changes) {
        (_, false) => words.tell("ilab-without-unchanged", &[("what", what.into())]),
        (Verdict::Level(advancement), true) => {
            words.tell("ilab-without", &[("what", what.into()), ("level", level(words, advancement).into())])
        }
        (Verdict::Open { .. } | Verdict::NoRow, true) => words.tell("ilab-without-open", &[("what", what.into())]),
    }
}

/// A number or choice that no source prints.
pub fn parameter(words: &Words, parameter: &Parameter) -> String {
    let value = usize::try_from(parameter.value).unwrap_or_default();
    words.tell(&format!("ilab-parameter-{}", parameter.name), &[("n", value.into())])
}

/// Whether the derived level is the published one; `None` where none is published.
pub fn agreement(words: &Words, reading: &Reading) -> Option<String> {
    reading.agrees.map(|agrees| words.say(if agrees { "ilab-agrees" } else { "ilab-differs" }))
}
