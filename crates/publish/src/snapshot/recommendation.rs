//! Recommendations: what a source printed, traced to indicators, and candidates from what is not met. A person chooses.

use pana_evidence::Record;
use pana_stats::index::whatif::Completion;

use super::builder::Builder;
use super::model::{CandidateShown, DerivationKind, Recommendations, Recommended, TracedIndicator};
use super::response::{item_name, what_would_change};

/// How many candidates are shown: those that need the fewest changes.
const SHOWN: usize = 8;

/// The section on recommendations.
pub fn section(builder: &mut Builder<'_>) -> Recommendations {
    let what_if = what_would_change(builder);
    let published = published(builder);
    let (key, completions) = match what_if {
        Some(what_if) => ("candidates-lead", what_if.completions),
        None => ("ratings-missing", Vec::new()),
    };
    let candidates = completions.iter().take(SHOWN).map(|completion| candidate(builder, completion)).collect();
    Recommendations {
        heading: builder.say("recommendations-heading"),
        published_heading: builder.say("recommendations-published"),
        published,
        candidates_heading: builder.say("candidates-heading"),
        candidates_lead: builder.tell(key, &[("edition", builder.context.book.edition.title.as_str().into())]),
        candidates,
    }
}

/// The recommendations of the country's own snapshot of this edition, where a pack carries them.
fn published(builder: &mut Builder<'_>) -> Vec<Recommended> {
    let room = builder.context.room;
    let of_edition = |record: &&Record| {
        let source = record.cell("source_id").and_then(|id| room.source(&pana_evidence::SourceId(id.to_owned())));
        let year = builder.context.book.edition.edition.as_str();
        record.pack.eq_ignore_ascii_case(&builder.line.place.0)
            && source.is_some_and(|source| {
                source.kind == "index_country_snapshot"
                    && source.published.is_some_and(|date| date.year().to_string() == year)
            })
    };
    let records: Vec<&Record> = room.records("recommendations").filter(of_edition).collect();
    records.into_iter().map(|record| recommended(builder, record)).collect()
}

fn recommended(builder: &mut Builder<'_>, record: &Record) -> Recommended {
    let text = builder.words().name(record.cell("paraphrase").unwrap_or_default()).to_owned();
    let ruleset = builder.context.book.edition.id.as_str();
    let links: Vec<&Record> = builder
        .context
        .room
        .records("recommendation_ratings")
        .filter(|link| link.cell("rec_id") == Some(&record.key) && link.cell("ruleset") == Some(ruleset))
        .collect();
    let codes: Vec<String> = links.iter().filter_map(|link| link.cell("code")).map(str::to_owned).collect();
    let mut inputs = vec![builder.record(builder.say("recommendation"), record)];
    for code in &codes {
        if let Some(cited) = builder.line.ratings.get(code).cloned() {
            inputs.push(builder.input(format!("{code}: {}", item_name(builder, code)), &cited));
        }
    }
    let rule = builder.say("rule-recommendation");
    let id = format!("recommendation-{}", record.key);
    let derivation = builder.derive(&id, DerivationKind::Published, &text, rule, String::new(), inputs);
    let indicators = codes.iter().map(|code| traced(builder, code)).collect();
    Recommended { id: record.key.clone(), text, indicators, derivation }
}

fn traced(builder: &Builder<'_>, code: &str) -> TracedIndicator {
    let rating = match builder.line.ratings.get(code).map(|cited| cited.value) {
        Some(value) if value > 0.0 => "rating-met",
        Some(value) if value < 0.0 => "rating-negative-met",
        Some(_) => "rating-not-met",
        None => "rating-unknown",
    };
    TracedIndicator { code: code.to_owned(), name: item_name(builder, code), rating: builder.say(rating) }
}

fn candidate(builder: &mut Builder<'_>, completion: &Completion) -> CandidateShown {
    let edition = &builder.context.book.edition;
    let tree = &builder.context.book.ruleset.response;
    let milestone = tree
        .activities()
        .iter()
        .find(|activity| activity.code == completion.activity)
        .and_then(|activity| activity.milestone);
    let milestone = milestone.and_then(|number| edition.milestones.get(usize::from(number) - 1));
    let name = edition.activities.iter().find(|activity| activity.code == completion.activity);
    let activity =
        name.map_or_else(|| completion.activity.clone(), |found| builder.words().name(&found.name).to_owned());
    let total = builder.line.response.as_ref().map_or(0.0, |cited| cited.value);
    let gain_text = format!("{} → {}", builder.number(total, 1), builder.number(total + completion.gain.percent, 1));
    let mut inputs = Vec::new();
    for code in &completion.remaining {
        if let Some(cited) = builder.line.ratings.get(code).cloned() {
            inputs.push(builder.input(format!("{code}: {}", item_name(builder, code)), &cited));
        }
    }
    let maximum = tree.maxima_of(&builder.line.iso3).total;
    let formula =
        format!("{} + 100 × {} / {} = {}", total, completion.gain.points, maximum, total + completion.gain.percent);
    let rule = builder.say("rule-candidate");
    let derivation = builder.derive(
        &format!("candidate-{}", completion.activity),
        DerivationKind::Computed,
        &activity,
        rule,
        formula,
        inputs,
    );
    CandidateShown {
        code: completion.activity.clone(),
        activity,
        milestone: milestone
            .map_or_else(String::new, |milestone| builder.words().name(&milestone.short_name).to_owned()),
        remaining: completion.remaining.iter().map(|code| traced(builder, code)).collect(),
        gain: completion.gain.percent,
        gain_text,
        derivation,
    }
}
