//! Made: every decision and setting behind the index, so that somebody can do it again.

use super::{Teller, told};
use crate::estimate::{name_of, told as said};
use crate::report::{Block, Section};

pub(super) fn made(t: Teller<'_>) -> Option<Section> {
    let (given, model) = (t.given, t.given.model);
    let count = |n: usize| t.words.numbers().whole(i64::try_from(n).unwrap_or(i64::MAX));
    let screened = model.screen.map(|screen| {
        let key = if screen.after_imputation { "index-made-screen-after" } else { "index-made-screen-before" };
        t.words.tell(key, &[("share", said::percent(t.words, screen.least).into())])
    });
    let mut facts = vec![
        ("index-made-model", name_of(given.model_file).to_owned()),
        ("index-made-model-sha256", given.model_sha256.to_owned()),
        ("index-made-source", model.source.clone()),
        ("estimate-made-table", name_of(given.file).to_owned()),
        ("estimate-made-sha256", given.sha256.to_owned()),
        ("index-made-indicators", count(model.indicators.len())),
        ("index-made-screen", screened.unwrap_or_else(|| t.say("index-made-screen-none"))),
        ("index-made-impute", told::imputation(t.words, &model.impute)),
        ("index-made-treat", told::treatment(t.words, &model.treat)),
        ("index-made-normalise", told::normalisation(t.words, &model.normalise)),
        ("index-made-weigh", told::weighting(t.words, &model.weigh)),
        ("index-made-aggregate", told::aggregation(t.words, &model.aggregate)),
        ("index-made-least", said::percent(t.words, model.least)),
        ("index-made-show", told::shown(t.words, model)),
        ("estimate-made-seed", t.words.numbers().whole(i64::try_from(given.settings.seed).unwrap_or(i64::MAX))),
    ];
    if let Some(found) = &given.answer.uncertainty {
        facts.push(("index-made-draws", count(found.draws)));
    }
    if let Some(found) = &given.answer.sensitivity {
        facts.push(("index-made-design", count(found.draws)));
        facts.push(("estimate-made-replicates", count(found.bootstrap)));
    }
    facts.push(("estimate-made-level", said::level(t.words, given.settings.level)));
    facts.push(("estimate-made-version", given.version.to_owned()));
    facts.push(("estimate-made-on", t.words.numbers().day(given.on)));
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = facts.map(|(key, value)| (t.say(key), value)).collect();
    let own = t.say("index-made-own");
    let blocks = vec![Block::Text(t.say("index-made-lead")), Block::Facts(facts), Block::Note(own)];
    Some(Section { id: "made", heading: t.say("estimate-made-heading"), blocks })
}
