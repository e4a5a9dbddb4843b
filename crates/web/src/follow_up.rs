//! Follow-up: what the pages of recommendations, demands and commitments share.

use pana_app::address;
use pana_evidence::recommendation::{FollowUp, Status, Thing};
use pana_evidence::{Record, Room};
use pana_publish::fact::{fact, record};
use pana_publish::follow_up::Ground;
use pana_publish::recommendation as told;
use pana_publish::said::Said;
use pana_text::Words;

use crate::line::{Named, source_named};
use crate::visit::Visit;

/// A status with its place in the stylesheet: the border tells it as well as the colour.
pub struct Badge {
    /// The class of the label.
    pub class: &'static str,
    /// The word.
    pub text: String,
}

impl Badge {
    /// The label of a status.
    pub fn new(words: &Words, status: Status) -> Self {
        let class = match status {
            Status::Implemented => "verdict-yes",
            Status::Partly => "verdict-part",
            Status::Regressed => "verdict-no",
            Status::Unanswered => "verdict-disputed",
            Status::NotStarted => "verdict-not-begun",
            Status::EvidenceMissing => "verdict-open",
        };
        Self { class, text: told::status(words, status) }
    }
}

/// A recommendation in a list: what is asked, by whom and when, what became of it and why.
pub struct Brief {
    /// Its name.
    pub id: String,
    /// What is asked.
    pub text: Said,
    /// What became of it.
    pub status: Badge,
    /// Whether evidence of the effect is missing besides.
    pub evidence_missing: bool,
    /// Who asks, and in which year.
    pub source: Named,
    /// The paragraph.
    pub locator: Said,
    /// How long ago.
    pub age: Option<String>,
    /// The reason that tells most.
    pub reason: Option<String>,
}

impl Brief {
    /// A recommendation in a list.
    pub fn new(visit: &Visit, ground: &Ground<'_>, row: &FollowUp) -> Self {
        let (words, asked, assessment) = (visit.words(), &row.recommendation, &row.assessment);
        let reason = told::leading(assessment);
        Self {
            id: asked.id.0.clone(),
            text: Said::new(words, &asked.text),
            status: Badge::new(words, assessment.status),
            evidence_missing: assessment.evidence_missing,
            source: source_named(words, ground.room, &asked.source),
            locator: Said::new(words, &asked.locator),
            age: age(words, ground, row),
            reason: reason.map(|reason| told::sentence(words, ground.room, assessment, reason)),
        }
    }
}

/// "12 years ago", "this year".
pub fn age(words: &Words, ground: &Ground<'_>, row: &FollowUp) -> Option<String> {
    ground.age(row).map(|years| match years {
        ..=0 => words.say("recommendation-age-this-year"),
        years => words.tell("recommendation-age", &[("n", i64::from(years).into())]),
    })
}

/// A fact that bears on a recommendation, with its page.
pub struct Known {
    /// Its name.
    pub id: String,
    /// What it says.
    pub text: Said,
    /// Where it stands, after the language; nowhere where the room does not know it.
    pub path: Option<String>,
}

impl Known {
    /// A fact with its page.
    pub fn new(words: &Words, room: &Room, thing: &Thing) -> Self {
        let path = match thing {
            Thing::Observation(id) => room.observation(id).map(|_| format!("/observations/{}", id.0)),
            Thing::Commitment(_) | Thing::Finding(_) => record(room, thing).and_then(address::record),
        };
        Self { id: thing.id().to_owned(), text: fact(words, room, thing), path }
    }

    /// A row of a table, with its page or its place on the page of its source.
    pub fn of_row(words: &Words, row: &Record) -> Self {
        let text = row.cell("paraphrase").or_else(|| row.cell("title")).unwrap_or(&row.key);
        Self { id: row.key.clone(), text: Said::new(words, text), path: address::record(row) }
    }
}
