//! Opening: a finished intake as the first documents of a case, each in its class.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::page::{DangerKind, Need, Page, PlaceTonight, ReferralSource};
use super::step::{Fault, FaultKind, Step};
use crate::age::{self, AgeAnswer, AgeGroup, Birth};
use crate::confided::Confided;
use crate::kind::Kind;
use crate::person::Identity;
use crate::screening::Answer;

/// What is needed to run the case, without a word of who she is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The code name.
    pub code_name: Confided,
    /// The day on which the intake was begun.
    pub opened_on: Date,
    /// Which member of staff took her in.
    pub by: String,
    /// The first answer about age; nothing where it was not asked.
    pub age_answer: Option<AgeAnswer>,
    /// The group that decides which protection is due; a child unless she is certainly an adult (R6).
    pub age_group: AgeGroup,
    /// The language in which to speak with her (ISO 639-1); empty where not asked.
    pub language: String,
    /// Whether an interpreter is needed.
    pub interpreter: Answer,
    /// How she came.
    pub source: Option<ReferralSource>,
    /// Whether she agreed that a record is kept. Without a yes the case lives with the code name only.
    pub record_agreed: Answer,
}

/// Danger and needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needs {
    /// Danger now.
    pub danger_now: Answer,
    /// Which.
    pub dangers: Vec<DangerKind>,
    /// What she needs at once.
    pub needs: Vec<Need>,
}

/// Where she sleeps tonight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tonight {
    /// Where; nothing where it was not asked.
    pub tonight: Option<PlaceTonight>,
    /// Whether she needs a place without steps.
    pub accessible: Answer,
}

/// The opening documents of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Class *meta*.
    pub start: Start,
    /// Class *services*.
    pub needs: Needs,
    /// Class *place*.
    pub tonight: Tonight,
    /// Class *identity*; only if she gave it and agreed that a record is kept.
    pub identity: Option<Identity>,
}

/// A document with its place in the case.
#[derive(Clone, PartialEq)]
pub struct OpeningDocument {
    /// The kind of entry.
    pub kind: Kind,
    /// Its content, to be sealed.
    pub content: serde_json::Value,
}

impl Draft {
    /// The opening documents. Only the code name is required; what was not asked stays «not asked».
    pub fn finish(&self) -> Result<Opening, Fault> {
        let Some(Page::CodeName { code_name }) = self.page(Step::CodeName) else {
            return Err(Fault { field: "code_name", kind: FaultKind::Missing });
        };
        let record_agreed = match self.page(Step::Record) {
            Some(Page::Record { agreed }) => *agreed,
            _ => Answer::NotAsked,
        };
        // Without her agreement nothing that names her is kept, even if somebody typed it. Everything else stays as it is: refusing
        // lowers nothing.
        let mut identity = match self.page(Step::Identity) {
            Some(Page::Identity { identity }) => Some((**identity).clone()),
            _ => None,
        };
        let birth = identity.as_ref().map_or(Birth::NotAsked, |identity| identity.birth);
        if record_agreed != Answer::Yes {
            identity = None;
        }
        let start = self.start(code_name.clone(), record_agreed, birth);
        if let Some(identity) = &mut identity {
            identity.primary_language.clone_from(&start.language);
            identity.interpreter = start.interpreter;
        }
        Ok(Opening { start, needs: self.needs(), tonight: self.tonight(), identity })
    }

    fn start(&self, code_name: Confided, record_agreed: Answer, birth: Birth) -> Start {
        let age_answer = match self.page(Step::Age) {
            Some(Page::Age { answer }) => Some(*answer),
            _ => None,
        };
        let (language, interpreter) = match self.page(Step::Language) {
            Some(Page::Language { language, interpreter }) => (language.clone(), *interpreter),
            _ => (String::new(), Answer::NotAsked),
        };
        let source = match self.page(Step::Source) {
            Some(Page::Source { source }) => Some(*source),
            _ => None,
        };
        Start {
            code_name,
            opened_on: self.begun_on,
            by: self.by.clone(),
            age_answer,
            age_group: age::group(age_answer, birth, None, self.begun_on),
            language,
            interpreter,
            source,
            record_agreed,
        }
    }

    fn needs(&self) -> Needs {
        let (danger_now, dangers) = match self.page(Step::Danger) {
            Some(Page::Danger { now, kinds }) => (*now, kinds.clone()),
            _ => (Answer::NotAsked, Vec::new()),
        };
        let needs = match self.page(Step::Needs) {
            Some(Page::Needs { needs }) => needs.clone(),
            _ => Vec::new(),
        };
        Needs { danger_now, dangers, needs }
    }

    fn tonight(&self) -> Tonight {
        match self.page(Step::Place) {
            Some(Page::Place { tonight, accessible }) => Tonight { tonight: Some(*tonight), accessible: *accessible },
            _ => Tonight { tonight: None, accessible: Answer::NotAsked },
        }
    }
}

impl Opening {
    /// The documents with their kinds, the sheet first.
    pub fn documents(&self) -> Result<Vec<OpeningDocument>, serde_json::Error> {
        let mut documents = vec![
            OpeningDocument { kind: Kind::Sheet, content: serde_json::to_value(&self.start)? },
            OpeningDocument { kind: Kind::Needs, content: serde_json::to_value(&self.needs)? },
            OpeningDocument { kind: Kind::Tonight, content: serde_json::to_value(&self.tonight)? },
        ];
        if let Some(identity) = &self.identity {
            documents.push(OpeningDocument { kind: Kind::Identity, content: serde_json::to_value(identity)? });
        }
        Ok(documents)
    }
}
