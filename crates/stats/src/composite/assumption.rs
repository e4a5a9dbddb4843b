//! Assumption: what somebody decided and might have decided otherwise. Each is one factor of the uncertainty.

use serde::{Deserialize, Serialize};

use super::model::{Aggregation, Imputation, Normalisation, Treatment, Weighting};

/// One decision in doubt. Alternatives are equally likely; a model names each kind once, but for `weights`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "vary")]
pub enum Assumption {
    /// Every weight is multiplied by its own uniform number from 1 − `by` to 1 + `by`. All of them are one factor.
    Weights {
        /// The spread, 0 up to, not including, 1.
        by: f64,
        /// The levels whose weights vary, indicators being level 1; all if empty.
        #[serde(default)]
        levels: Vec<usize>,
    },
    /// Where the weights come from.
    Weighting {
        /// The choices.
        among: Vec<Weighting>,
    },
    /// What stands in for a missing cell.
    Imputation {
        /// The choices.
        among: Vec<Imputation>,
    },
    /// What is done about outliers.
    Treatment {
        /// The choices.
        among: Vec<Treatment>,
    },
    /// How indicators come onto one scale; those with their own normalisation keep it.
    Normalisation {
        /// The choices.
        among: Vec<Normalisation>,
    },
    /// How children become one score; nodes with their own aggregation keep it.
    Aggregation {
        /// The choices.
        among: Vec<Aggregation>,
    },
    /// Leaving out one indicator or node, or nothing.
    Removal {
        /// The ids of what may be left out.
        of: Vec<String>,
    },
}

impl Assumption {
    /// Its name in results, the word of the model file.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Weights { .. } => "weights",
            Self::Weighting { .. } => "weighting",
            Self::Imputation { .. } => "imputation",
            Self::Treatment { .. } => "treatment",
            Self::Normalisation { .. } => "normalisation",
            Self::Aggregation { .. } => "aggregation",
            Self::Removal { .. } => "removal",
        }
    }

    /// How many choices it offers; `None` for a continuous one.
    pub fn choices(&self) -> Option<usize> {
        match self {
            Self::Weights { .. } => None,
            Self::Weighting { among } => Some(among.len()),
            Self::Imputation { among } => Some(among.len()),
            Self::Treatment { among } => Some(among.len()),
            Self::Normalisation { among } => Some(among.len()),
            Self::Aggregation { among } => Some(among.len()),
            Self::Removal { of } => Some(of.len() + 1),
        }
    }
}
