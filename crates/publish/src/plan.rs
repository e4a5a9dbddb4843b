//! How well a plan is made, in words and as JSON.

use std::collections::BTreeMap;

use pana_evidence::Commitment;
use pana_evidence::plan::{Findings, Quality, Share};
use pana_text::{Lang, Words};
use serde::Serialize;

use crate::commitment::cannot_say;
use crate::follow_up::Ground;

/// The answer on one plan as other programs read it.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// The plan.
    pub commitment_id: String,
    /// Its title.
    pub title: String,
    /// How many measures it is said to have.
    pub measures: Option<u32>,
    /// Why nothing can be said; `null` where it can.
    pub cannot_say: Option<&'static str>,
    /// What is found; `null` where nothing can be said.
    #[serde(flatten)]
    pub found: Option<Found>,
    /// The same in sentences, in every language.
    pub sentences: BTreeMap<&'static str, Vec<String>>,
}

/// What is found of a plan whose measures are known.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// How many measures are known.
    pub measures_known: usize,
    /// Exactly one body leads.
    pub one_lead: Part,
    /// A day is named.
    pub dated: Part,
    /// A cost and who pays are named.
    pub funded: Part,
    /// A figure to move is named.
    pub measured: Part,
    /// Recommendations that no measure answers.
    pub recommendations_without_measure: Vec<String>,
    /// Measures that answer no recommendation.
    pub measures_without_recommendation: Vec<String>,
    /// Measures that say the same.
    pub duplicates: Vec<Vec<String>>,
}

/// A share of the measures.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// How many have it.
    pub have: usize,
    /// Of how many.
    pub of: usize,
    /// Those that lack it.
    pub lacking: Vec<String>,
}

impl Part {
    fn new(share: &Share) -> Self {
        Self { have: share.have, of: share.of, lacking: share.lacking.iter().map(|id| id.0.clone()).collect() }
    }
}

/// The answer on a plan. `words` gives the words of a language.
pub fn answer<'w>(ground: &Ground<'_>, plan: &Commitment, words: &dyn Fn(Lang) -> &'w Words) -> Answer {
    let quality = ground.quality(plan);
    let (cannot_say, found) = match &quality {
        Quality::CannotSay(reason) => (Some(reason.code()), None),
        Quality::Known(findings) => (None, Some(found(findings))),
    };
    Answer {
        commitment_id: plan.id.0.clone(),
        title: plan.title.clone(),
        measures: plan.measures,
        cannot_say,
        found,
        sentences: Lang::ALL.into_iter().map(|lang| (lang.tag(), sentences(words(lang), &quality))).collect(),
    }
}

fn found(findings: &Findings) -> Found {
    Found {
        measures_known: findings.known,
        one_lead: Part::new(&findings.one_lead),
        dated: Part::new(&findings.dated),
        funded: Part::new(&findings.funded),
        measured: Part::new(&findings.measured),
        recommendations_without_measure: findings.unanswered.iter().map(|id| id.0.clone()).collect(),
        measures_without_recommendation: findings.unasked.iter().map(|id| id.0.clone()).collect(),
        duplicates: findings.duplicates.iter().map(|group| group.iter().map(|id| id.0.clone()).collect()).collect(),
    }
}

/// What is found of a plan, one sentence each.
pub fn sentences(words: &Words, quality: &Quality) -> Vec<String> {
    let findings = match quality {
        Quality::CannotSay(reason) => return vec![cannot_say(words, reason)],
        Quality::Known(findings) => findings,
    };
    let share = |key: &str, share: &Share| words.tell(key, &[("n", share.have.into()), ("of", share.of.into())]);
    let count = |key: &str, n: usize| words.tell(key, &[("n", n.into())]);
    let known = match findings.stated {
        Some(stated) => {
            let counts = [("n", findings.known.into()), ("of", i64::from(stated).into())];
            words.tell("plan-known-of", &counts)
        }
        None => count("plan-known", findings.known),
    };
    vec![
        known,
        share("plan-one-lead", &findings.one_lead),
        share("plan-dated", &findings.dated),
        share("plan-funded", &findings.funded),
        share("plan-measured", &findings.measured),
        count("plan-unanswered", findings.unanswered.len()),
        count("plan-unasked", findings.unasked.len()),
        count("plan-duplicates", findings.duplicates.len()),
    ]
}
