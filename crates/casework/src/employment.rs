//! Employment: what she can do, what work she wishes for and where, and that she found work. Nobody has to want work, and no service
//! depends on it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::coded::coded;
use crate::confided::Confided;
use crate::id::StaffId;
use crate::screening::Answer;

/// Letters of a line in one's own words: skills, wishes, region.
pub const LINE_LETTERS: usize = 120;

coded! {
    /// A field of work, as somebody names it who can do it or wishes for it.
    "occupation"
    pub enum Occupation {
        /// Cooking, baking.
        Cooking = "cooking",
        /// Waiting at table, hotels.
        Hospitality = "hospitality",
        /// Cleaning, laundry.
        Cleaning = "cleaning",
        /// Sewing, handicraft.
        Sewing = "sewing",
        /// Selling.
        Sales = "sales",
        /// Looking after children.
        Childcare = "childcare",
        /// Caring for old or ill people.
        Care = "care",
        /// Hair, nails, cosmetics.
        Beauty = "beauty",
        /// Fields, gardens, animals.
        Farming = "farming",
        /// Building, painting.
        Construction = "construction",
        /// Driving.
        Driving = "driving",
        /// Repairing things and machines.
        Repair = "repair",
        /// In a factory or a warehouse.
        Factory = "factory",
        /// In an office.
        Office = "office",
        /// With computers.
        Computers = "computers",
        /// Teaching.
        Teaching = "teaching",
        /// Medicine.
        Medicine = "medicine",
    }
}

coded! {
    /// What she found.
    "found-work"
    pub enum FoundWork {
        /// Work with a contract.
        Contract = "contract",
        /// Work for a time or a season.
        Temporary = "temporary",
        /// Work that the state pays for in part.
        Subsidised = "subsidised",
        /// A business of her own.
        OwnBusiness = "own_business",
        /// Training. It is counted apart from work.
        Training = "training",
    }
}

impl FoundWork {
    /// Whether it counts as being in work.
    pub fn is_work(self) -> bool {
        self != Self::Training
    }
}

/// That she found work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// What.
    pub kind: FoundWork,
    /// Since when.
    pub on: Date,
    /// Who wrote it down.
    pub recorded_by: StaffId,
}

/// What she looks for: all that an office that finds work has to know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sought {
    /// What she can do.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub skills: BTreeSet<Occupation>,
    /// The same in a line of one's own.
    #[serde(default, skip_serializing_if = "Confided::is_empty")]
    pub other_skills: Confided,
    /// Languages (BCP 47) in which she can work.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub languages: BTreeSet<String>,
    /// What she wishes for.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub wishes: BTreeSet<Occupation>,
    /// The same in a line of one's own.
    #[serde(default, skip_serializing_if = "Confided::is_empty")]
    pub other_wishes: Confided,
    /// The region or town in which she wants to work.
    #[serde(default, skip_serializing_if = "Confided::is_empty")]
    pub region: Confided,
}

/// What is written of work: class *employment*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Employment {
    /// What she looks for.
    pub sought: Sought,
    /// Whether she has a permission to work, where she needs one. It stays here: no sheet carries it.
    pub permission: Answer,
    /// What she found, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<Found>,
}

codes! {
    /// Why it is not taken as it is.
    EmploymentRefusal {
        /// A line is longer than [`LINE_LETTERS`].
        TooLong = "too_long",
        /// The day has not come yet.
        NotYet = "not_yet",
    }
}

impl Default for Employment {
    fn default() -> Self {
        Self { sought: Sought::default(), permission: Answer::NotAsked, found: Vec::new() }
    }
}

impl Sought {
    /// Lines in one's own words, each with the name of its field.
    pub fn lines(&self) -> [(&'static str, &Confided); 3] {
        [("other_skills", &self.other_skills), ("other_wishes", &self.other_wishes), ("region", &self.region)]
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Employment {
    /// The same with what she looks for now; what she found stays.
    ///
    /// # Errors
    /// The field of a line that is too long.
    pub fn seeking(&self, sought: Sought, permission: Answer) -> Result<Self, (&'static str, EmploymentRefusal)> {
        let long = |(_, line): &(&'static str, &Confided)| line.reveal().chars().count() > LINE_LETTERS;
        if let Some((field, _)) = sought.lines().into_iter().find(long) {
            return Err((field, EmploymentRefusal::TooLong));
        }
        Ok(Self { sought, permission, found: self.found.clone() })
    }

    /// The same with work that she found.
    ///
    /// # Errors
    /// A day that has not come.
    pub fn finding(&self, found: Found, today: Date) -> Result<Self, EmploymentRefusal> {
        if today < found.on {
            return Err(EmploymentRefusal::NotYet);
        }
        let mut next = self.clone();
        next.found.push(found);
        next.found.sort_by_key(|found| found.on);
        Ok(next)
    }

    /// Whether she found work; training alone is none.
    pub fn is_employed(&self) -> bool {
        self.found.iter().any(|found| found.kind.is_work())
    }
}
