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

/// A decision about a doubtful age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeDecision {
    /// What was decided.
    pub group: AgeGroup,
    /// When.
    pub on: Date,
    /// Which member of staff wrote it down.
    pub by: String,
    /// On what it rests: document, examination, own statement.
    pub basis: String,
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
