//! The published tables in `shared/facts/gsi`; its README documents columns, completeness and defects.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pana_stats::index::ruleset::{Dimension, Prevalence, Vulnerability};
use pana_stats::index::vulnerability::DimensionScores;

/// The columns of the five dimension scores, which serve as ids of the dimensions.
pub const DIMENSIONS: [&str; 5] = [
    "vuln_governance_issues",
    "vuln_lack_of_basic_needs",
    "vuln_inequality",
    "vuln_disenfranchised_groups",
    "vuln_effects_of_conflict",
];

/// The columns of the milestone percents.
pub const MILESTONES: [&str; 5] = [
    "gov_m1_survivors",
    "gov_m2_criminal_justice",
    "gov_m3_coordination",
    "gov_m4_risk_factors",
    "gov_m5_supply_chains",
];

/// One row of a table.
pub struct Fact(BTreeMap<String, String>);

impl Fact {
    pub fn text(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("the table has no column {column}"))
    }

    /// `None` where nothing is published.
    pub fn number(&self, column: &str) -> Option<f64> {
        let text = self.text(column);
        let parse = |text: &str| text.parse().unwrap_or_else(|_| panic!("{column} holds {text}, which is no number"));
        (!text.is_empty()).then(|| parse(text))
    }

    pub fn place(&self) -> &str {
        self.text("iso3")
    }

    /// Persons: the unrounded figure where there is one (2023), else the published thousands.
    pub fn population(&self) -> Option<u64> {
        let people = self.number("population_unrounded").or_else(|| self.number("population"));
        people.map(|people| people as u64)
    }
}

pub fn path(file: &str) -> PathBuf {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/facts/gsi"));
    let path = folder.join(file);
    assert!(path.exists(), "the oracles need {}: the folder shared/facts/gsi beside the repository", path.display());
    path
}

pub fn table(file: &str) -> Vec<Fact> {
    let mut reader = csv::Reader::from_path(path(file)).expect("the table can be opened");
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    rows.map(|row| Fact(row.expect("each row has the columns of the header"))).collect()
}

/// The rows of one edition, "2018" or "2023".
pub fn edition(file: &str, edition: &str) -> Vec<Fact> {
    table(file).into_iter().filter(|fact| fact.text("edition") == edition).collect()
}

pub fn countries(year: &str) -> Vec<Fact> {
    edition("gsi_country_edition.csv", year)
}

/// One published figure of every country that has it.
pub fn figures(year: &str, column: &str) -> BTreeMap<String, f64> {
    countries(year).iter().filter_map(|fact| Some((fact.place().to_owned(), fact.number(column)?))).collect()
}

/// gsi_vulnerability_weights.csv: the eigenvalues, recovered from the published scores.
pub fn vulnerability_rules(year: &str) -> Vulnerability {
    let dimension = |(fact, id): (Fact, &&str)| Dimension {
        id: (*id).to_owned(),
        name: fact.text("dimension").to_owned(),
        eigenvalue: fact.number("eigenvalue").expect("each dimension has a weight"),
    };
    let weights = edition("gsi_vulnerability_weights.csv", year);
    assert_eq!(weights.len(), DIMENSIONS.len());
    Vulnerability::new(weights.into_iter().zip(&DIMENSIONS).map(dimension).collect()).expect("five weights above zero")
}

/// The dimension scores of the countries that have all five.
pub fn dimension_scores(year: &str) -> DimensionScores {
    let scores = |fact: &Fact| -> Option<BTreeMap<String, f64>> {
        DIMENSIONS.iter().map(|&id| Some((id.to_owned(), fact.number(id)?))).collect()
    };
    countries(year).iter().filter_map(|fact| Some((fact.place().to_owned(), scores(fact)?))).collect()
}

/// Numbers of people are published to the thousand.
pub fn prevalence_rules() -> Prevalence {
    Prevalence { number_rounding: 1000.try_into().expect("not zero") }
}

/// Half a unit of the last of so many decimals: the tolerance of a figure that was printed with them.
pub fn half_unit(decimals: i32) -> f64 {
    0.5 * 10_f64.powi(-decimals) * (1.0 + 1e-9)
}
