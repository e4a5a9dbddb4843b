//! Statistic: the coarse, coded row of a case that may be counted and that stays when everything else is destroyed (R16). It has no
//! day, no place below the region, no name, no text of one's own.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::age::AgeGroup;
use crate::coded::coded;
use crate::exit::ExitReason;
use crate::person::Sex;
use crate::screening::Answer;

coded! {
    /// Citizenship, as coarse as it may be counted.
    "citizenship-group"
    pub enum CitizenshipGroup {
        /// Of the country of the centre.
        National = "national",
        /// Of another country.
        Foreign = "foreign",
        /// Of none.
        Stateless = "stateless",
        /// Not known or not asked.
        Unknown = "unknown",
    }
}

coded! {
    /// The form of exploitation (HTCDS `vic_TypeOfExploitation`).
    "exploitation"
    pub enum Exploitation {
        /// Forced labour.
        ForcedLabour = "forced_labour",
        /// Sexual exploitation.
        SexualExploitation = "sexual_exploitation",
        /// Child labour.
        ChildLabour = "child_labour",
        /// Forced marriage.
        ForcedMarriage = "forced_marriage",
        /// Servitude.
        Servitude = "servitude",
        /// Armed groups that are not the state's.
        ForcedMilitary = "forced_military",
        /// Removal of organs.
        OrganRemoval = "organ_removal",
        /// Forced begging.
        ForcedBegging = "forced_begging",
        /// Forced adoption.
        ForcedAdoption = "forced_adoption",
        /// Surrogacy under coercion.
        Surrogacy = "surrogacy",
        /// Another.
        Other = "other",
        /// Not known.
        Unknown = "unknown",
    }
}

impl Exploitation {
    /// The code of HTCDS 2.0; not known has none.
    pub fn htcds(self) -> Option<&'static str> {
        Some(match self {
            Self::ForcedLabour => "ForcedLabour",
            Self::SexualExploitation => "SexualExploitation",
            Self::ChildLabour => "ChildLabour",
            Self::ForcedMarriage => "ForcedMarriage",
            Self::Servitude => "Servitude",
            Self::ForcedMilitary => "ForcedMilitaryByNonStateActors",
            Self::OrganRemoval => "OrganRemoval",
            Self::ForcedBegging => "ForcedBegging",
            Self::ForcedAdoption => "ForcedAdoption",
            Self::Surrogacy => "Surrogacy",
            Self::Other => "Other",
            Self::Unknown => return None,
        })
    }
}

coded! {
    /// How it went on.
    "statistic-outcome"
    pub enum Outcome {
        /// Services go on.
        InService = "in_service",
        /// Goals of the plan were reached.
        GoalsMet = "goals_met",
        /// She wished to leave.
        OwnWish = "own_wish",
        /// The term was over.
        TermOver = "term_over",
        /// Passed to another centre.
        Transferred = "transferred",
        /// Went home.
        ReturnedHome = "returned_home",
        /// Did not want a record: counted only.
        CountedOnly = "counted_only",
        /// Not known.
        Unknown = "unknown",
    }
}

impl Outcome {
    /// How it went on when services ended for a reason.
    pub fn of(reason: ExitReason) -> Self {
        match reason {
            ExitReason::GoalsMet => Self::GoalsMet,
            ExitReason::OwnWish => Self::OwnWish,
            ExitReason::TermOver => Self::TermOver,
            ExitReason::Transfer => Self::Transferred,
            ExitReason::ReturnHome => Self::ReturnedHome,
            // A death is told apart from nothing in a coarse row: it would be one person whom somebody knows.
            ExitReason::ContactLost | ExitReason::Died => Self::Unknown,
        }
    }
}

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quarter {
    /// The year.
    pub year: i16,
    /// 1 to 4.
    pub quarter: i8,
}

impl Quarter {
    /// The quarter of a day.
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), quarter: (day.month() - 1) / 3 + 1 }
    }
}

/// The row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatisticRow {
    /// Sex.
    pub sex: Sex,
    /// Age group.
    pub age_group: AgeGroup,
    /// Citizenship group.
    pub citizenship_group: CitizenshipGroup,
    /// Forms of exploitation.
    pub exploitation: BTreeSet<Exploitation>,
    /// The quarter of the admission.
    pub quarter: Quarter,
    /// The region of the centre (ISO 3166-2).
    pub region: String,
    /// Kinds of service received, as the data of the country code them.
    pub services: BTreeSet<String>,
    /// How it went on.
    pub outcome: Outcome,
    /// Whether she found work; a row that is older than this field does not say.
    #[serde(default = "not_asked")]
    pub employed: Answer,
}

fn not_asked() -> Answer {
    Answer::NotAsked
}

/// The group of citizenships (ISO 3166-1 alpha-2): national if one of them is `here`, the country of the centre.
pub fn citizenship_group(citizenship: &[String], stateless: Answer, here: &str) -> CitizenshipGroup {
    if citizenship.iter().any(|country| country == here) {
        CitizenshipGroup::National
    } else if !citizenship.is_empty() {
        CitizenshipGroup::Foreign
    } else if stateless == Answer::Yes {
        CitizenshipGroup::Stateless
    } else {
        CitizenshipGroup::Unknown
    }
}
