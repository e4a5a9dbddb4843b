//! What the original hides: what kind of figure this is, what is not published, where series break, how firm a rank is.

use pana_text::Arg;

use super::builder::Builder;
use super::model::{DerivationKind, Input, Section, Sentence};
use crate::book::Book;

/// The section on what the figures do not tell.
pub fn section(builder: &mut Builder<'_>) -> Section {
    let heading = builder.say("limits-heading");
    let mut sentences = Vec::new();
    if builder.line.prevalence.is_some() {
        sentences.push(stated(builder, "limit-model", "limit-model", &[], Vec::new()));
        sentences.push(stated(builder, "limit-interval", "limit-interval", &[], Vec::new()));
    }
    let others: Vec<&Book> = builder.context.others.to_vec();
    for other in others {
        sentences.extend(series_break(builder, other));
    }
    sentences.extend(vulnerability_rank(builder));
    sentences.extend(relative(builder));
    sentences.extend(population_year(builder));
    Section { heading, sentences }
}

fn stated(builder: &mut Builder<'_>, id: &str, key: &str, args: &[(&str, Arg)], inputs: Vec<Input>) -> Sentence {
    let text = builder.tell(key, args);
    let rule = builder.say(&format!("{key}-rule"));
    let derivation = builder.derive(id, DerivationKind::Stated, &text, rule, String::new(), inputs);
    Sentence { id: id.to_owned(), text, derivation }
}

/// Another edition of the same index is another series: no rise, no fall, no change of rank.
fn series_break(builder: &mut Builder<'_>, other: &Book) -> Option<Sentence> {
    let now = builder.line.prevalence.clone()?;
    let line = other.lines.get(&builder.line.iso3)?;
    let then = line.prevalence.clone()?;
    let rank_now = builder.context.book.rank(&builder.line.iso3, None, |line| line.prevalence.as_ref())?;
    let rank_then = other.rank(&line.iso3, None, |line| line.prevalence.as_ref())?;
    let args = [
        ("edition", Arg::from(builder.context.book.edition.edition.as_str())),
        ("other", other.edition.edition.as_str().into()),
        ("now", builder.number(now.value, 1).into()),
        ("then", builder.number(then.value, 1).into()),
        ("rank-now", Arg::Ordinal(rank_now.rank as i64)),
        ("rank-then", Arg::Ordinal(rank_then.rank as i64)),
    ];
    let inputs = vec![
        builder.input(builder.context.book.edition.title.clone(), &now),
        builder.input(other.edition.title.clone(), &then),
    ];
    Some(stated(builder, &format!("limit-series-break-{}", other.edition.edition), "limit-series-break", &args, inputs))
}

/// How far the vulnerability rank depends on the weights.
fn vulnerability_rank(builder: &mut Builder<'_>) -> Option<Sentence> {
    let robustness = builder.context.book.robustness.as_ref()?;
    let ranks = robustness.places.get(&builder.line.iso3)?;
    let (low, high) = ranks.noise;
    let args = [
        ("rank", Arg::Ordinal(ranks.published as i64)),
        ("of", robustness.places.len().into()),
        ("low", Arg::Ordinal(low as i64)),
        ("high", Arg::Ordinal(high as i64)),
        ("equal", Arg::Ordinal(ranks.equal as i64)),
        ("geometric", Arg::Ordinal(ranks.geometric as i64)),
    ];
    let formula = format!(
        "published {}; equal weights {}; geometric mean {}; weights ± 25 %: {low}–{high} (5–95 %)",
        ranks.published, ranks.equal, ranks.geometric
    );
    let text = builder.tell("limit-vulnerability-rank", &args);
    let inputs: Vec<Input> = builder
        .line
        .vulnerability
        .clone()
        .map(|cited| builder.input(builder.say("figure-vulnerability"), &cited))
        .into_iter()
        .collect();
    Some(builder.sentence("limit-vulnerability-rank", text, "limit-vulnerability-rank-rule", formula, inputs))
}

/// The vulnerability score is relative to the other countries of the edition.
fn relative(builder: &mut Builder<'_>) -> Option<Sentence> {
    builder.line.vulnerability.as_ref()?;
    Some(stated(builder, "limit-relative", "limit-relative", &[], Vec::new()))
}

/// The population of another year than the one printed beside it.
fn population_year(builder: &mut Builder<'_>) -> Option<Sentence> {
    let edition = &builder.context.book.edition;
    let population = builder.line.population.clone()?;
    if edition.population_year == edition.printed_population_year {
        return None;
    }
    let args = [
        ("printed", Arg::from(edition.printed_population_year.to_string())),
        ("year", edition.population_year.to_string().into()),
        ("population", builder.words().numbers().whole(population.value as i64).into()),
    ];
    let inputs = vec![builder.input(builder.say("figure-population"), &population)];
    Some(stated(builder, "limit-population-year", "limit-population-year", &args, inputs))
}
