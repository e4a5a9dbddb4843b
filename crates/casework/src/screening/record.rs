//! Screening: who was asked with which instrument, what was answered, and what the person who asked makes of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Answers};
use super::criteria::{self, Met};
use super::instrument::{Instrument, Rule};
use super::range::{self, IloResult};
use crate::coded::coded;
use crate::confided::Confided;

/// The longest note on a section, in characters: notes are short and never her words (R9).
pub const NOTE_LIMIT: usize = 600;

coded! {
    /// What the person who asked reads in the answers.
    "reviewer-finding"
    pub enum ReviewerFinding {
        /// A presumed victim: protect, help, pass on for the decision.
        Presumed = "presumed",
        /// Nothing of it was shown; other help may be due.
        NotShown = "not_shown",
        /// More facts are needed.
        MoreFacts = "more_facts",
    }
}

/// The reading of a named person. It stands beside the result of the rule and does not change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What she reads.
    pub finding: ReviewerFinding,
    /// Why: facts, not opinions of the person.
    pub reasons: Confided,
    /// When.
    pub on: Date,
    /// Which member of staff.
    pub by: String,
}

/// A screening as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screening {
    /// The instrument.
    pub instrument: String,
    /// Its version: a later version does not change what was found.
    pub version: String,
    /// When she was asked.
    pub on: Date,
    /// Which member of staff asked.
    pub by: String,
    /// The language of the talk (ISO 639-1).
    pub language: String,
    /// Whether an interpreter helped.
    pub interpreter: bool,
    /// Whether she agreed to the talk, after being told what it is for.
    pub agreed_to_talk: Answer,
    /// The answers.
    pub answers: Answers,
    /// Short notes by group of the instrument.
    #[serde(default)]
    pub notes: BTreeMap<String, Confided>,
    /// The reading of the person who asked, once written.
    #[serde(default)]
    pub reading: Option<Reading>,
}

/// What the instrument's own rule makes of the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// The ILO rule.
    Ilo(IloResult),
    /// Any yes opens an offer of help.
    AnyYes {
        /// Items answered yes.
        yes: Vec<String>,
        /// Items still open.
        open: Vec<String>,
    },
    /// Criteria of law, supporting the eligibility decision.
    Criteria(Met),
    /// Nothing was answered yes or no: unknown, which is not negative.
    Unknown,
    /// The instrument has no rule: the reading of the person who asked is the result.
    Reviewer,
}

/// Why a screening cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScreeningRefusal {
    /// It was made with another instrument or version.
    #[error("made with {instrument} {version}")]
    OtherInstrument {
        /// The instrument of the record.
        instrument: String,
        /// Its version.
        version: String,
    },
    /// She did not agree to the talk: no answer may be kept.
    #[error("the person did not agree to the talk")]
    NotAgreed,
    /// An answer to a question that the instrument does not have.
    #[error("no such item: {0}")]
    NoItem(String),
    /// A note on a section that the instrument does not have.
    #[error("no such section: {0}")]
    NoSection(String),
    /// A note is too long.
    #[error("the note on {section} has {length} characters")]
    LongNote {
        /// The section.
        section: String,
        /// Its length in characters.
        length: usize,
    },
}

impl ScreeningRefusal {
    /// The key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            Self::OtherInstrument { .. } => "screening-refusal-other-instrument",
            Self::NotAgreed => "screening-refusal-not-agreed",
            Self::NoItem(_) => "screening-refusal-no-item",
            Self::NoSection(_) => "screening-refusal-no-section",
            Self::LongNote { .. } => "screening-refusal-long-note",
        }
    }

    /// The keys of all refusals.
    pub const KEYS: [&'static str; 5] = [
        "screening-refusal-other-instrument",
        "screening-refusal-not-agreed",
        "screening-refusal-no-item",
        "screening-refusal-no-section",
        "screening-refusal-long-note",
    ];
}

impl Screening {
    /// Whether it may be kept: made with this instrument, agreed to, and only about what the instrument asks.
    pub fn check(&self, instrument: &Instrument) -> Result<(), ScreeningRefusal> {
        if self.instrument != instrument.id || self.version != instrument.version {
            let (instrument, version) = (self.instrument.clone(), self.version.clone());
            return Err(ScreeningRefusal::OtherInstrument { instrument, version });
        }
        let answered = self.answers.0.values().any(|answer| *answer != Answer::NotAsked);
        if self.agreed_to_talk != Answer::Yes && (answered || !self.notes.is_empty()) {
            return Err(ScreeningRefusal::NotAgreed);
        }
        if let Some(id) = self.answers.0.keys().find(|id| instrument.item(id).is_none()) {
            return Err(ScreeningRefusal::NoItem(id.clone()));
        }
        for (section, note) in &self.notes {
            let length = note.reveal().chars().count();
            if !instrument.groups.contains(section) {
                return Err(ScreeningRefusal::NoSection(section.clone()));
            }
            if length > NOTE_LIMIT {
                return Err(ScreeningRefusal::LongNote { section: section.clone(), length });
            }
        }
        Ok(())
    }

    /// What the rule of the instrument makes of the answers.
    pub fn finding(&self, instrument: &Instrument) -> Result<Finding, ScreeningRefusal> {
        self.check(instrument)?;
        let items = || instrument.items.iter().map(|item| (&item.id, self.answers.to(&item.id)));
        let nothing = items().all(|(_, answer)| answer.is_open());
        let chosen = |wanted: fn(Answer) -> bool| {
            items().filter(|(_, answer)| wanted(*answer)).map(|(id, _)| id.clone()).collect::<Vec<String>>()
        };
        Ok(match &instrument.rule {
            Rule::IloAdult | Rule::IloChild { .. } => {
                range::of(instrument, &self.answers).map_or(Finding::Unknown, Finding::Ilo)
            }
            Rule::Reviewer => Finding::Reviewer,
            Rule::AnyYes | Rule::Criteria { .. } if nothing => Finding::Unknown,
            Rule::AnyYes => {
                Finding::AnyYes { yes: chosen(|answer| answer == Answer::Yes), open: chosen(Answer::is_open) }
            }
            Rule::Criteria { all, any } => Finding::Criteria(criteria::met(all, any, &self.answers)),
        })
    }
}
