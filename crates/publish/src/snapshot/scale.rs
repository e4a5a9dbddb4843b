//! How many: key figures, ranks, the text on prevalence, the maps of the region.

use pana_stats::index::rank::Rank;
use pana_text::Arg;

use super::builder::Builder;
use super::map::{By, map};
use super::model::{DerivationKind, MapShown, Section, Stated};
use crate::book::Cited;
use crate::written;

/// The figures at a glance.
pub fn key_figures(builder: &mut Builder<'_>) -> Vec<Stated> {
    let line = builder.line;
    vec![
        prevalence(builder),
        number(builder),
        rank(builder, "rank-world", false),
        rank(builder, "rank-region", true),
        score(builder, "vulnerability", line.vulnerability.as_ref()),
        score(builder, "response", line.response.as_ref()),
        population(builder),
    ]
}

fn published(builder: &mut Builder<'_>, id: &str, cited: &Cited, text: String, unit: String, rule: &str) -> Stated {
    let label = builder.say(&format!("figure-{id}"));
    let input = builder.input(label.clone(), cited);
    let rule = builder.say(rule);
    let derivation =
        builder.derive(id, DerivationKind::Published, &format!("{label}: {text}"), rule, String::new(), vec![input]);
    Stated { id: id.to_owned(), label, value: Some(cited.value), text, unit, derivation }
}

/// Nothing was published: that is what is shown, with the reason, and never a zero.
fn unpublished(builder: &mut Builder<'_>, id: &str, rule: &str) -> Stated {
    let label = builder.say(&format!("figure-{id}"));
    let text = builder.say("not-published");
    let rule = builder.say(rule);
    let derivation =
        builder.derive(id, DerivationKind::Stated, &format!("{label}: {text}"), rule, String::new(), Vec::new());
    Stated { id: id.to_owned(), label, value: None, text, unit: String::new(), derivation }
}

fn prevalence(builder: &mut Builder<'_>) -> Stated {
    let Some(cited) = &builder.line.prevalence else { return unpublished(builder, "prevalence", "rule-no-estimate") };
    let (text, unit) = (builder.number(cited.value, 1), builder.say("unit-per-thousand"));
    published(builder, "prevalence", cited, text, unit, "rule-rounded-one-decimal")
}

fn number(builder: &mut Builder<'_>) -> Stated {
    let text = written::number(builder.words(), builder.line).unwrap_or_default();
    if let Some(limit) = &builder.line.number_below {
        let unit = builder.say("unit-people");
        return Stated { value: None, ..published(builder, "number", limit, text, unit, "rule-published-as-is") };
    }
    let Some(cited) = &builder.line.number else { return unpublished(builder, "number", "rule-no-estimate") };
    let unit = builder.say("unit-people");
    published(builder, "number", cited, text, unit, "rule-rounded-thousands")
}

fn population(builder: &mut Builder<'_>) -> Stated {
    let Some(cited) = &builder.line.population else { return unpublished(builder, "population", "rule-no-population") };
    let text = builder.words().numbers().whole(cited.value as i64);
    let year = builder.context.book.edition.population_year.to_string();
    let unit = builder.tell("unit-residents-in-year", &[("year", year.into())]);
    published(builder, "population", cited, text, unit, "rule-published-as-is")
}

fn score(builder: &mut Builder<'_>, id: &str, cited: Option<&Cited>) -> Stated {
    let Some(cited) = cited else {
        return unpublished(builder, id, if id == "response" { "rule-no-response" } else { "rule-no-vulnerability" });
    };
    let (text, unit) = (builder.number(cited.value, 0), builder.say("unit-of-hundred"));
    published(builder, id, cited, text, unit, "rule-rounded-whole")
}

fn rank(builder: &mut Builder<'_>, id: &str, in_region: bool) -> Stated {
    let Some((cited, place)) = ranked(builder, in_region) else { return unpublished(builder, id, "rule-no-estimate") };
    let label = builder.say(&format!("figure-{id}"));
    let text = builder.tell("rank", &[("rank", Arg::Ordinal(place.rank as i64))]);
    let unit = builder.tell("unit-of-countries", &[("n", place.of.into())]);
    let input = builder.input(builder.say("figure-prevalence"), &cited);
    let formula = format!("{} = 1 + {}; n = {}", place.rank, place.rank - 1, place.of);
    let rule = builder.say("rule-rank");
    let derivation =
        builder.derive(id, DerivationKind::Computed, &format!("{label}: {text} {unit}"), rule, formula, vec![input]);
    Stated { id: id.to_owned(), label, value: Some(place.rank as f64), text, unit, derivation }
}

fn ranked(builder: &Builder<'_>, in_region: bool) -> Option<(Cited, Rank)> {
    let line = builder.line;
    let region = in_region.then_some(&line.region);
    Some((line.prevalence.clone()?, builder.context.book.rank(&line.iso3, region, |line| line.prevalence.as_ref())?))
}

/// How many people, and where the country stands: the sentences of the original, chosen by what is stored.
pub fn section(builder: &mut Builder<'_>) -> Section {
    let heading = builder.say("scale-heading");
    let mut sentences = Vec::new();
    match (builder.line.prevalence.clone(), builder.line.number.clone().or_else(|| builder.line.number_below.clone())) {
        (Some(prevalence), Some(number)) => {
            sentences.push(estimate(builder, &prevalence, &number));
            sentences.extend(standing(builder, &prevalence));
        }
        _ => {
            let text =
                builder.tell("scale-none", &[("country", builder.country().into()), ("edition", edition(builder))]);
            sentences.push(builder.sentence("scale-none", text, "rule-no-estimate", String::new(), Vec::new()));
        }
    }
    Section { heading, sentences }
}

fn edition(builder: &Builder<'_>) -> Arg {
    builder.context.book.edition.title.as_str().into()
}

fn estimate(builder: &mut Builder<'_>, prevalence: &Cited, number: &Cited) -> super::model::Sentence {
    let below = builder.line.number_below.is_some();
    let key = if below { "scale-estimate-below" } else { "scale-estimate" };
    let text = builder.tell(
        key,
        &[
            ("country", builder.country().into()),
            ("edition", edition(builder)),
            ("year", builder.context.book.edition.reference_year.to_string().into()),
            ("number", Arg::Count(number.value as i64)),
            ("prevalence", builder.number(prevalence.value, 1).into()),
        ],
    );
    let mut inputs = vec![
        builder.input(builder.say("figure-prevalence"), prevalence),
        builder.input(builder.say("figure-number"), number),
    ];
    let mut formula = String::new();
    if let Some(population) = builder.line.population.clone() {
        formula = format!(
            "1000 × round({} × {} / 10⁶) = {}",
            prevalence.value,
            population.value,
            1000.0 * (prevalence.value * population.value / 1e6).round()
        );
        inputs.push(builder.input(builder.say("figure-population"), &population));
    }
    builder.sentence("scale-estimate", text, "rule-number-from-prevalence", formula, inputs)
}

fn standing(builder: &mut Builder<'_>, prevalence: &Cited) -> Option<super::model::Sentence> {
    let (_, world) = ranked(builder, false)?;
    let (_, region) = ranked(builder, true)?;
    let text = builder.tell(
        "scale-standing",
        &[
            ("country", builder.country().into()),
            ("world-rank", Arg::Ordinal(world.rank as i64)),
            ("world-of", world.of.into()),
            ("region-rank", Arg::Ordinal(region.rank as i64)),
            ("region-of", region.of.into()),
            ("in-region", builder.in_region().into()),
        ],
    );
    let inputs = vec![builder.input(builder.say("figure-prevalence"), prevalence)];
    let formula = format!("{} / {}; {} / {}", world.rank, world.of, region.rank, region.of);
    Some(builder.sentence("scale-standing", text, "rule-rank", formula, inputs))
}

/// The region by prevalence and by number of people.
pub fn maps(builder: &Builder<'_>) -> Vec<MapShown> {
    let line = builder.line;
    [By::Prevalence, By::Number].map(|by| map(builder.context, &line.region, Some(&line.iso3), by)).into()
}
