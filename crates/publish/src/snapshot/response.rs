//! What the government does: the total and its milestones against the region, and the negative indicators in their own right.

use pana_stats::index::whatif::{WhatIf, what_if};
use pana_text::Arg;

use super::builder::Builder;
use super::model::{Bar, Comparison, DerivationKind, NegativeShown, Negatives, Sentence};
use super::vulnerability::{against_mean, bar, describe, empty};

/// The section on government response.
pub fn section(builder: &mut Builder<'_>) -> Comparison {
    let heading = builder.say("response-heading");
    let Some(total) = builder.line.response.clone() else {
        let text = builder.tell("response-none", &[("country", builder.country().into())]);
        let sentence = builder.sentence("response-none", text, "rule-no-response", String::new(), Vec::new());
        return empty(heading, sentence);
    };
    let label = builder.say("figure-response");
    let total_bar = bar(builder, "response-total", &label, &total, |line| line.response.as_ref());
    let names: Vec<String> = builder.context.book.edition.milestones.iter().map(|m| m.short_name.clone()).collect();
    let bars: Vec<Bar> = (0..names.len())
        .filter_map(|place| {
            let cited = builder.line.milestones[place].clone()?;
            let label = builder.words().name(&names[place]).to_owned();
            bar(builder, &format!("m{}", place + 1), &label, &cited, move |line| line.milestones[place].as_ref())
        })
        .collect();
    let mut sentences = Vec::new();
    if let Some(bar) = &total_bar {
        sentences.push(against_mean(builder, "response", bar));
    }
    sentences.extend(most_and_least(builder, &bars));
    sentences.extend(letter(builder));
    let description = describe(builder, "response-chart", &bars);
    let svg = builder.comparison("response", &heading, &description, &bars);
    Comparison { heading, sentences, total: total_bar, bars, description, svg }
}

/// "Most action on X, least on Y": the largest and the smallest milestone percent.
fn most_and_least(builder: &mut Builder<'_>, bars: &[Bar]) -> Option<Sentence> {
    let most = bars.iter().max_by(|a, b| a.value.total_cmp(&b.value))?;
    let least = bars.iter().min_by(|a, b| a.value.total_cmp(&b.value))?;
    if most.value == least.value {
        return None;
    }
    let args = [
        ("country", builder.country().into()),
        ("most", Arg::from(most.label.as_str())),
        ("most-value", most.text.as_str().into()),
        ("least", least.label.as_str().into()),
        ("least-value", least.text.as_str().into()),
    ];
    let text = builder.tell("response-most-least", &args);
    let inputs: Vec<_> = bars.iter().map(|bar| builder.value(bar.label.clone(), bar.value, String::new())).collect();
    let formula = format!("max = {}; min = {}", most.value, least.value);
    Some(builder.sentence("response-most-least", text, "rule-most-least", formula, inputs))
}

fn letter(builder: &mut Builder<'_>) -> Option<Sentence> {
    let (letter, observation) = builder.line.letter.clone()?;
    let text = builder.tell("response-letter", &[("letter", letter.as_str().into())]);
    let locator = builder.observation(&observation).map_or_else(String::new, |found| found.locator.clone());
    let mut input = builder.value(builder.say("figure-letter"), letter, locator);
    input.observation = Some(observation.0);
    Some(builder.sentence("response-letter", text, "rule-published-as-is", String::new(), vec![input]))
}

/// What would change the score, where the ratings are known here.
pub fn what_would_change(builder: &Builder<'_>) -> Option<WhatIf> {
    let line = builder.line;
    let ratings = line.ratings.iter().map(|(code, cited)| (code.clone(), cited.value)).collect();
    let complete = line.ratings.len() == builder.context.book.ruleset.response.items().len();
    complete.then(|| what_if(&builder.context.book.ruleset.response, &line.iso3, &ratings).ok()).flatten()
}

/// The met negatives: most of them are invisible in the total.
pub fn negatives(builder: &mut Builder<'_>) -> Negatives {
    let heading = builder.say("negatives-heading");
    let Some(what_if) = what_would_change(builder) else {
        let lead = builder.tell("ratings-missing", &[("edition", builder.context.book.edition.title.as_str().into())]);
        return Negatives { heading, lead, met: Vec::new() };
    };
    let met: Vec<NegativeShown> =
        what_if.negatives.iter().map(|cost| negative(builder, &cost.item, cost.points)).collect();
    let key = if met.is_empty() { "negatives-none" } else { "negatives-lead" };
    Negatives { heading, lead: builder.tell(key, &[("n", met.len().into())]), met }
}

fn negative(builder: &mut Builder<'_>, code: &str, points: Option<f64>) -> NegativeShown {
    let name = item_name(builder, code);
    let cost = match points {
        Some(points) if points > 0.0 => {
            let maximum = builder.context.book.ruleset.response.maxima_of(&builder.line.iso3).total;
            let lost = builder.number(100.0 * points / maximum, 2);
            builder.tell("negative-cost", &[("points", Arg::Count(points as i64)), ("percent", lost.into())])
        }
        Some(_) => builder.say("negative-hidden"),
        None => builder.say("negative-open"),
    };
    let inputs: Vec<_> =
        builder.line.ratings.get(code).cloned().map(|cited| builder.input(code, &cited)).into_iter().collect();
    let rule = builder.say("rule-negative");
    let statement = format!("{name}. {cost}");
    let derivation =
        builder.derive(&format!("negative-{code}"), DerivationKind::Computed, &statement, rule, String::new(), inputs);
    NegativeShown { code: code.to_owned(), name, cost, derivation }
}

/// The name of an indicator in the reader's language.
pub fn item_name(builder: &Builder<'_>, code: &str) -> String {
    let items = builder.context.book.ruleset.response.items();
    items
        .iter()
        .find(|item| item.code == code)
        .map_or_else(|| code.to_owned(), |item| builder.words().name(&item.name).to_owned())
}
