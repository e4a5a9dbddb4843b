//! Age: what is known, and in which group it puts her. Unsure means child until somebody decides (R6).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::coded::coded;

/// A child is any person under eighteen years of age (Palermo Protocol art. 3 d).
pub const ADULT: i16 = 18;

/// What is known of a birth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Birth {
    /// Not asked.
    #[default]
    NotAsked,
    /// Asked and not known, or not said.
    Unknown,
    /// The day.
    Date {
        /// The day of birth.
        date: Date,
    },
    /// Only the year.
    Year {
        /// The year of birth.
        year: i16,
    },
    /// An age in years that she stated.
    Stated {
        /// Full years.
        years: i16,
        /// When she said so.
        on: Date,
    },
}

impl Birth {
    /// The least and the greatest age in full years that she may have on a day.
    pub fn age(self, on: Date) -> Option<(i16, i16)> {
        let (least, most) = match self {
            Self::NotAsked | Self::Unknown => return None,
            Self::Date { date } => {
                let had = (on.month(), on.day()) >= (date.month(), date.day());
                let age = on.year() - date.year() - i16::from(!had);
                (age, age)
            }
            Self::Year { year } => {
                let most = on.year().saturating_sub(year);
                // On the last day of a year everybody born in it has had a birthday.
                let least = if (on.month(), on.day()) == (12, 31) { most } else { most.saturating_sub(1) };
                (least, most)
            }
            Self::Stated { years, on: said } => {
                // Her next birthday may have been any day since: one year more at most.
                let (since, _) = Self::Date { date: said }.age(on)?;
                let least = years.saturating_add(since);
                (least, if on == said { least } else { least.saturating_add(1) })
            }
        };
        (least >= 0).then_some((least, most))
    }
}

coded! {
    /// The first answer about age.
    "age-answer"
    pub enum AgeAnswer {
        /// Under eighteen.
        Under18 = "under_18",
        /// Not sure.
        Unsure = "unsure",
        /// Eighteen or older.
        Adult = "adult",
    }
}

coded! {
    /// The group that decides which protection is due.
    "age-group"
    pub enum AgeGroup {
        /// A child, or somebody who may be one.
        Child = "child",
        /// Certainly an adult.
        Adult = "adult",
    }
}

coded! {
    /// On what a decision about a doubtful age rests.
    "age-basis"
    pub enum AgeBasis {
        /// A paper with the day of birth, or an entry in a register of births.
        Paper = "paper",
        /// What an authority or a court found.
        Authority = "authority",
        /// An examination by several professions, to which she agreed; its margin of error counts for her being a child.
        Examination = "examination",
        /// What she says herself, and what is known of her life.
        OwnWords = "own_words",
    }
}

coded! {
    /// Why a decision is not written down like this.
    "age-refusal"
    pub enum AgeRefusal {
        /// The day has not come.
        NotYet = "not_yet",
        /// Her words alone do not make her an adult: children are told to say that they are.
        WordsAlone = "words_alone",
        /// What is written of her birth says that she is a child: that is corrected first.
        BirthSaysChild = "birth_says_child",
    }
}

/// A decision about a doubtful age. A later one takes its place; nothing is overwritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeDecision {
    /// What was decided.
    pub group: AgeGroup,
    /// When.
    pub on: Date,
    /// Which member of staff wrote it down.
    pub by: String,
    /// On what it rests.
    pub basis: AgeBasis,
}

/// Decides a doubtful age. That she is a child may rest on anything; that she is an adult may not rest on her words alone, and not stand
/// against what is written of her birth. In doubt nothing is decided, and she stays a child (R6).
///
/// # Errors
/// The reason.
pub fn decide(decision: AgeDecision, birth: Birth, today: Date) -> Result<AgeDecision, AgeRefusal> {
    let child_by_birth = birth.age(today).is_some_and(|(_, most)| most < ADULT);
    match decision.group {
        _ if decision.on > today => Err(AgeRefusal::NotYet),
        AgeGroup::Adult if decision.basis == AgeBasis::OwnWords => Err(AgeRefusal::WordsAlone),
        AgeGroup::Adult if child_by_birth => Err(AgeRefusal::BirthSaysChild),
        _ => Ok(decision),
    }
}

/// The group: what was decided; otherwise adult only if something says so and nothing says otherwise.
pub fn group(answer: Option<AgeAnswer>, birth: Birth, decided: Option<&AgeDecision>, on: Date) -> AgeGroup {
    if let Some(decision) = decided.filter(|decision| decision.on <= on) {
        return decision.group;
    }
    let by_answer = answer.map(|answer| answer == AgeAnswer::Adult);
    let by_birth = birth.age(on).map(|(least, _)| least >= ADULT);
    let says = [by_answer, by_birth];
    let adult = says.contains(&Some(true)) && !says.contains(&Some(false));
    if adult { AgeGroup::Adult } else { AgeGroup::Child }
}
