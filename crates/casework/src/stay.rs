//! Stay: where one person and her family sleep, from the first night to the day of leaving, and what they need for the night.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::centre::Guest;
use crate::coded::coded;

/// A night ends at this hour: whoever comes at two in the morning comes in the night that began the day before. A choice of the house.
pub const MORNING: i8 = 6;

/// The night to which an hour of a day belongs, named by the day on which it began.
pub fn night(day: Date, hour: i8) -> Date {
    if hour < MORNING { day.saturating_sub(1.day()) } else { day }
}

coded! {
    /// What somebody needs for the night, as whoever is on duty must know it. No illness, no reason, no story.
    "night-need"
    pub enum NightNeed {
        /// Something to eat.
        Meal = "meal",
        /// Clothes, towel, soap.
        Clothes = "clothes",
        /// A cot or things for a small child.
        Cot = "cot",
        /// No steps on the way.
        NoSteps = "no_steps",
        /// An interpreter to be reached.
        Interpreter = "interpreter",
        /// Quiet, and nobody who comes in without knocking.
        Quiet = "quiet",
        /// Somebody of the house awake nearby.
        Nearby = "nearby",
    }
}

/// A stay: class *place* of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// What the house called the room when it was given.
    pub place: String,
    /// The first night.
    pub from: Date,
    /// The day of leaving.
    #[serde(default)]
    pub to: Option<Date>,
    /// Who of her family sleeps there with her.
    #[serde(default)]
    pub family: Vec<Guest>,
    /// Whether the room is theirs alone.
    #[serde(default)]
    pub whole: bool,
    /// What they need for the night.
    #[serde(default)]
    pub needs: BTreeSet<NightNeed>,
}

/// So many days after leaving, an end that was written by mistake can be taken back.
pub const BACK_WITHIN: i32 = 7;

coded! {
    /// Why a stay is not changed like this.
    "stay-refusal"
    pub enum StayRefusal {
        /// It has ended already.
        Ended = "ended",
        /// The day of leaving lies before the first night.
        BeforeItBegan = "before_it_began",
        /// The day has not come.
        NotYet = "not_yet",
        /// It has not ended.
        NotEnded = "not_ended",
        /// It ended more than [`BACK_WITHIN`] days ago.
        LongAgo = "long_ago",
        /// The room that was chosen has no place for them any more.
        Taken = "taken",
    }
}

impl Stay {
    /// Whether she is still there.
    pub fn goes_on(&self) -> bool {
        self.to.is_none()
    }

    /// The stay with its end. `today` is the day of writing; leaving on the day of coming is a stay of no night.
    ///
    /// # Errors
    /// The reason.
    pub fn end(&self, on: Date, today: Date) -> Result<Self, StayRefusal> {
        match () {
            () if self.to.is_some() => Err(StayRefusal::Ended),
            () if on < self.from => Err(StayRefusal::BeforeItBegan),
            () if on > today => Err(StayRefusal::NotYet),
            () => Ok(Self { to: Some(on), ..self.clone() }),
        }
    }

    /// The stay as it was before somebody wrote that it ended.
    ///
    /// # Errors
    /// The reason.
    pub fn take_back(&self, today: Date) -> Result<Self, StayRefusal> {
        let to = self.to.ok_or(StayRefusal::NotEnded)?;
        if to.saturating_add(BACK_WITHIN.days()) < today {
            return Err(StayRefusal::LongAgo);
        }
        Ok(Self { to: None, ..self.clone() })
    }
}
