//! Correction: she says that something written about her is not right. It is answered: corrected, or her words stand beside it. What she
//! asks is never judged, and asking changes nothing else.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::confided::Confided;
use crate::id::StaffId;
use crate::kind::Kind;

/// The longest words of a correction or of its answer, in characters.
pub const LONGEST: usize = 2_000;

coded! {
    /// What became of it.
    "correction-outcome"
    pub enum Outcome {
        /// What was written is corrected.
        Corrected = "corrected",
        /// What was written stays, and her words stand beside it.
        Beside = "beside",
    }
}

/// What she asks to have corrected: class *meta*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Which of her papers; nothing where she does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Kind>,
    /// What is not right, in her words.
    pub words: Confided,
    /// When she asked.
    pub asked_on: Date,
    /// The answer, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What became of it.
    pub outcome: Outcome,
    /// What she is told.
    pub words: Confided,
    /// When.
    pub on: Date,
    /// Who answered.
    pub by: StaffId,
}

coded! {
    /// Why it is not written down like this.
    "correction-refusal"
    pub enum CorrectionRefusal {
        /// Nothing is said.
        NoWords = "no_words",
        /// More than [`LONGEST`] characters.
        TooLong = "too_long",
        /// It was answered before: she may ask again.
        Answered = "answered",
    }
}

fn checked(words: Confided) -> Result<Confided, CorrectionRefusal> {
    match words.reveal().chars().count() {
        0 => Err(CorrectionRefusal::NoWords),
        letters if letters > LONGEST => Err(CorrectionRefusal::TooLong),
        _ => Ok(words),
    }
}

impl Correction {
    /// Asks.
    ///
    /// # Errors
    /// The reason.
    pub fn ask(about: Option<Kind>, words: Confided, asked_on: Date) -> Result<Self, CorrectionRefusal> {
        Ok(Self { about, words: checked(words)?, asked_on, answer: None })
    }

    /// Answers, with words that she reads.
    ///
    /// # Errors
    /// The reason.
    pub fn answered(&self, answer: Answer) -> Result<Self, CorrectionRefusal> {
        if self.answer.is_some() {
            return Err(CorrectionRefusal::Answered);
        }
        let words = checked(answer.words.clone())?;
        Ok(Self { answer: Some(Answer { words, ..answer }), ..self.clone() })
    }
}
