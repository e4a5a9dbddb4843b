//! Told: decisions of a model and steps of its making, in words.

use pana_stats::composite::answer::Step;
use pana_stats::composite::assumption::Assumption;
use pana_stats::composite::model::{
    Aggregation, First, Imputation, Normalisation, Otherwise, Show, Treatment, Weighting,
};
use pana_stats::composite::{Model, Refusal};
use pana_text::{Arg, Words};

use crate::estimate::told::{percent, small};

/// Why there is no index, and what would help; `None` for a fault of a file, which is told with its place.
pub fn refusal(words: &Words, refusal: &Refusal) -> Option<String> {
    match refusal {
        Refusal::NoScores => Some(words.say("index-refusal-no-scores")),
        Refusal::TooFewUnits(n) => Some(words.tell("index-refusal-too-few-units", &[("n", Arg::from(*n))])),
        _ => None,
    }
}

/// The name of an assumption, from the word of the model file.
pub fn factor(words: &Words, name: &str) -> String {
    let key = format!("index-factor-{name}");
    if words.has(&key) { words.say(&key) } else { name.to_owned() }
}

/// What stands in for a missing cell.
pub fn imputation(words: &Words, how: &Imputation) -> String {
    let key = match how {
        Imputation::None => "none",
        Imputation::Mean => "mean",
        Imputation::Median => "median",
        Imputation::GroupMean { .. } => "group-mean",
        Imputation::GroupMedian { .. } => "group-median",
    };
    words.tell(&format!("index-impute-{key}"), &[("group", how.group().unwrap_or_default().into())])
}

/// How indicators come onto one scale.
pub fn normalisation(words: &Words, how: &Normalisation) -> String {
    let number = |value: f64| Arg::from(small(words, value));
    let (key, args) = match how {
        Normalisation::None => ("none", Vec::new()),
        Normalisation::MinMax { low, high } => ("min-max", vec![("low", number(*low)), ("high", number(*high))]),
        Normalisation::ZScore { mean, sd } => ("z-score", vec![("mean", number(*mean)), ("sd", number(*sd))]),
        Normalisation::Rank => ("rank", Vec::new()),
        Normalisation::Borda => ("borda", Vec::new()),
        Normalisation::PercentileRank => ("percentile-rank", Vec::new()),
        Normalisation::Goalposts { times, .. } => ("goalposts", vec![("times", number(*times))]),
        Normalisation::DistanceToTarget { .. } => ("target", Vec::new()),
        Normalisation::DistanceToReference { unit, .. } => ("reference", vec![("unit", unit.as_str().into())]),
        Normalisation::DistanceToMaximum => ("maximum", Vec::new()),
        Normalisation::FractionOfMaximum => ("fraction", Vec::new()),
    };
    words.tell(&format!("index-scale-{key}"), &args)
}

/// How children become one score.
pub fn aggregation(words: &Words, how: &Aggregation) -> String {
    let (key, power) = match how {
        Aggregation::Arithmetic => ("arithmetic", 1.0),
        Aggregation::Geometric => ("geometric", 0.0),
        Aggregation::Harmonic => ("harmonic", -1.0),
        Aggregation::Generalised { power } => ("generalised", *power),
        Aggregation::GeometricReversed { .. } => ("geometric-reversed", 0.0),
        Aggregation::Maximum => ("maximum", 0.0),
        Aggregation::Sum => ("sum", 0.0),
        Aggregation::Copeland => ("copeland", 0.0),
    };
    words.tell(&format!("index-mean-{key}"), &[("power", small(words, power).into())])
}

/// Where weights come from.
pub fn weighting(words: &Words, how: &Weighting) -> String {
    words.say(match how {
        Weighting::Given => "index-weights-given",
        Weighting::Equal => "index-weights-equal",
        Weighting::Principal { .. } => "index-weights-principal",
        Weighting::Factors { .. } => "index-weights-factors",
    })
}

/// What is done about outliers.
pub fn treatment(words: &Words, how: &Treatment) -> String {
    match how {
        Treatment::None => words.say("index-treat-none"),
        Treatment::Log => words.say("index-treat-log"),
        Treatment::Rule { winsorise, skew, kurtosis, otherwise } => {
            let args = [
                ("n", Arg::from(*winsorise)),
                ("skew", small(words, *skew).into()),
                ("kurtosis", small(words, *kurtosis).into()),
            ];
            let key = match otherwise {
                Otherwise::Log => "index-treat-rule-log",
                Otherwise::Keep => "index-treat-rule-keep",
            };
            words.tell(key, &args)
        }
    }
}

/// Which end has rank 1.
pub fn first(words: &Words, first: First) -> String {
    words.say(match first {
        First::Highest => "index-first-highest",
        First::Lowest => "index-first-lowest",
    })
}

/// The scale on which the index is shown.
pub fn shown(words: &Words, model: &Model) -> String {
    let number = |value: f64| Arg::from(small(words, value));
    let root = model.nodes.iter().find(|node| node.parent.is_none());
    match root.map(|node| &node.show) {
        Some(Show::MinMax { low, high }) => {
            words.tell("index-show-min-max", &[("low", number(*low)), ("high", number(*high))])
        }
        Some(Show::Percent { .. }) => words.say("index-show-percent"),
        Some(Show::Plain) | None => words.say("index-show-plain"),
    }
}

/// What might have been decided otherwise, with its choices.
pub fn assumption(words: &Words, assumption: &Assumption) -> String {
    let among = |choices: Vec<String>| choices.join("; ");
    let choices = match assumption {
        Assumption::Weights { by, .. } => words.tell("index-vary-weights", &[("by", percent(words, *by).into())]),
        Assumption::Weighting { among: all } => among(all.iter().map(|how| weighting(words, how)).collect()),
        Assumption::Imputation { among: all } => among(all.iter().map(|how| imputation(words, how)).collect()),
        Assumption::Treatment { among: all } => among(all.iter().map(|how| treatment(words, how)).collect()),
        Assumption::Normalisation { among: all } => among(all.iter().map(|how| normalisation(words, how)).collect()),
        Assumption::Aggregation { among: all } => among(all.iter().map(|how| aggregation(words, how)).collect()),
        Assumption::Removal { of } => words.tell("index-vary-removal", &[("list", of.join(", ").into())]),
    };
    format!("{}: {choices}", factor(words, assumption.name()))
}

/// Something that was done to the table.
pub fn step(words: &Words, step: &Step) -> String {
    match step {
        Step::Denominate { indicators } => words.tell("index-step-denominate", &[("n", Arg::from(*indicators))]),
        Step::Impute { how, cells, left } => words.tell(
            "index-step-impute",
            &[("n", Arg::from(*cells)), ("how", imputation(words, how).into()), ("left", Arg::from(*left))],
        ),
        Step::Screen { least, units } => {
            words.tell("index-step-screen", &[("n", Arg::from(*units)), ("share", percent(words, *least).into())])
        }
        Step::Treat { changed } => {
            let logs = changed.iter().filter(|treated| treated.log).count();
            words.tell("index-step-treat", &[("n", Arg::from(changed.len())), ("logs", Arg::from(logs))])
        }
        Step::Normalise { how } => words.tell("index-step-normalise", &[("how", normalisation(words, how).into())]),
        Step::Aggregate { nodes } => words.tell("index-step-aggregate", &[("n", Arg::from(*nodes))]),
    }
}
