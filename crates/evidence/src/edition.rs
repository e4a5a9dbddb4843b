//! An edition of an index: which indicators of ours hold its figures, and which years they speak about.

use crate::indicator::IndicatorId;
use crate::source::SourceId;

/// An edition of an index series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its name, which is also the name of its ruleset: `gsi-2023`.
    pub id: String,
    /// The series: `gsi`.
    pub series: String,
    /// The edition within the series: `2023`.
    pub edition: String,
    /// Its title.
    pub title: String,
    /// The source its figures come from.
    pub source: SourceId,
    /// The year its estimates speak about.
    pub reference_year: i16,
    /// The year of the population figure used.
    pub population_year: i16,
    /// The year the edition prints beside that figure.
    pub printed_population_year: i16,
    /// Countries (ISO 3166-1 alpha-3) whose government response was not assessed.
    pub not_assessed: Vec<String>,
    /// Where its figures are found.
    pub indicators: EditionIndicators,
    /// The dimensions of vulnerability, by name, in order.
    pub dimensions: Vec<String>,
    /// The milestones of government response, in order.
    pub milestones: Vec<Milestone>,
    /// The activities of government response, in order.
    pub activities: Vec<Activity>,
}

/// A milestone as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its name.
    pub name: String,
    /// A name short enough for a chart.
    pub short_name: String,
}

/// An activity as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Its code: `M121`.
    pub code: String,
    /// Its printed number within the milestone: `2.1`.
    pub number: String,
    /// Its name.
    pub name: String,
}

/// The indicators that hold an edition's figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionIndicators {
    /// Residents.
    pub population: IndicatorId,
    /// People in modern slavery per 1,000 residents.
    pub prevalence: IndicatorId,
    /// People in modern slavery.
    pub number: IndicatorId,
    /// Vulnerability, total.
    pub vulnerability: IndicatorId,
    /// Vulnerability by dimension, in the order of the ruleset.
    pub dimensions: Vec<IndicatorId>,
    /// Government response, total.
    pub response: IndicatorId,
    /// Government response by milestone, 1 to 5.
    pub milestones: Vec<IndicatorId>,
    /// Government response as a letter, where the edition gives one.
    pub letter: Option<IndicatorId>,
}

impl Edition {
    /// The indicator that holds the rating of one indicator of the edition's government response: `gsi-2023.M1216NEG`.
    pub fn rating(&self, code: &str) -> IndicatorId {
        IndicatorId(format!("{}.{code}", self.id))
    }
}
