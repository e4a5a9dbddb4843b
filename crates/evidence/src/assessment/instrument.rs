//! The instruments with which countries are assessed: whose, what each gives, and where its results are found. Data, so that
//! another assessor is a row.

use serde::Deserialize;

use crate::indicator::IndicatorId;

/// An instrument.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Instrument {
    /// Its name, also the end of its keys in the catalogue: `ilab`.
    pub id: String,
    /// Whose it is, as the table of assessments writes it.
    pub assessor: String,
    /// What it is called.
    pub title: String,
    /// What the table of assessments calls it.
    #[serde(default)]
    pub named: Vec<String>,
    /// What it gives.
    pub gives: Gives,
}

/// What an instrument gives.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Gives {
    /// Levels of advancement, as observations of an indicator.
    Levels {
        /// The indicator.
        indicator: String,
    },
    /// Tiers, as rows of a table.
    Tiers,
    /// A part of every edition of an index.
    Edition {
        /// The series: `gsi`.
        series: String,
        /// The part.
        part: Part,
    },
    /// Only rows of the table of assessments.
    Rows,
}

/// A part of an edition of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// People in modern slavery per 1,000 residents.
    Prevalence,
    /// Vulnerability, total and dimensions.
    Vulnerability,
    /// Government response, total and milestones.
    Response,
    /// The negatives of government response that were met.
    Negatives,
}

impl Instrument {
    /// The key of the sentence that says what it counts.
    pub fn counts(&self) -> String {
        format!("assessor-counts-{}", self.id)
    }

    /// The key of the sentence that says on which scale.
    pub fn scale(&self) -> String {
        format!("assessor-scale-{}", self.id)
    }

    /// Whether a row of the table of assessments is of this instrument.
    pub fn is_named(&self, assessor: &str, instrument: &str) -> bool {
        self.assessor == assessor && (self.title == instrument || self.named.iter().any(|name| name == instrument))
    }

    /// The indicator of its levels.
    pub fn levels(&self) -> Option<IndicatorId> {
        match &self.gives {
            Gives::Levels { indicator } => Some(IndicatorId(indicator.clone())),
            Gives::Tiers | Gives::Edition { .. } | Gives::Rows => None,
        }
    }
}
