//! Finding: something in a table that does not fit, and why a table is refused.

use std::fmt;

use thiserror::Error;

use crate::index::prevalence::Rounded;

/// What is checked. A known defect names the check it makes fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// Each place has one row.
    Repetition,
    /// Each region is one that was expected.
    Region,
    /// A population is above zero.
    Population,
    /// A prevalence is 0 to 1,000 per thousand.
    Prevalence,
    /// Prevalence times population gives the number.
    Number,
    /// The rank is that of the unrounded prevalence.
    Rank,
    /// The numbers of a region, and of the world, add up.
    Sum,
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Repetition => "rows",
            Self::Region => "region",
            Self::Population => "population",
            Self::Prevalence => "prevalence",
            Self::Number => "number",
            Self::Rank => "rank",
            Self::Sum => "sum",
        })
    }
}

/// Something that does not fit, and where.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{place}: {problem}")]
pub struct Finding {
    /// The place, the region, or [`super::WORLD`].
    pub place: String,
    /// What does not fit.
    pub problem: Problem,
}

impl Finding {
    /// The check that failed.
    pub fn check(&self) -> Check {
        match self.problem {
            Problem::Repeated { .. } => Check::Repetition,
            Problem::UnknownRegion => Check::Region,
            Problem::NoPopulation => Check::Population,
            Problem::ImpossiblePrevalence { .. } => Check::Prevalence,
            Problem::NumberDiffers { .. } => Check::Number,
            Problem::RankDiffers { .. } | Problem::RankOfNothing { .. } => Check::Rank,
            Problem::SumDiffers { .. } => Check::Sum,
            Problem::DefectGone { check, .. } => check,
        }
    }
}

/// What does not fit: what was expected, and what was found instead.
#[derive(Clone, Debug, PartialEq, Error)]
#[allow(missing_docs, reason = "each message says what its fields are")]
pub enum Problem {
    #[error("the table has {rows} rows for it")]
    Repeated { rows: usize },
    #[error("no such region was expected")]
    UnknownRegion,
    #[error("the population is 0")]
    NoPopulation,
    #[error("a prevalence of {found} per thousand is impossible")]
    ImpossiblePrevalence { found: f64 },
    #[error("prevalence and population give {expected} people, the table says {found}")]
    NumberDiffers { expected: Rounded, found: Rounded },
    #[error("by prevalence the rank is {expected}, the table says {found}")]
    RankDiffers { expected: usize, found: usize },
    #[error("ranked {found} without a prevalence")]
    RankOfNothing { found: usize },
    #[error("the numbers add up to {found} people, expected {expected} (give or take {within})")]
    SumDiffers { expected: u64, within: u64, found: u64 },
    #[error("the known defect of its {check} is gone ({reason})")]
    DefectGone { check: Check, reason: String },
}

/// Why a table is not admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// There is nothing in it that could be checked.
    #[error("the table carries no figures")]
    NoFigures,
    /// Too much of it would have to be believed.
    #[error("only {checked} of {figures} figures can be checked")]
    TooFewChecked {
        /// Places with prevalence, population and number.
        checked: usize,
        /// Places with any figure.
        figures: usize,
    },
    /// Something does not fit and nobody expected it.
    #[error("{findings} unexpected findings")]
    Unexpected {
        /// How many.
        findings: usize,
    },
}
