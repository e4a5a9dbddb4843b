//! Guard: do the figures of a table fit together, or did somebody make them up?
//!
//! A table of prevalence carries its own proof: prevalence times population must give the number of people, the ranks must
//! be those of the unrounded prevalence, and the numbers must add up to the regional totals. A list typed from imagination
//! fails at once; so does a good table with one figure changed. A defect that is known is written down with its reason, and
//! when the source corrects it, the guard says so too.

mod check;
mod finding;

use std::collections::{BTreeMap, BTreeSet};

pub use finding::{Check, Finding, Problem, Refusal};

use super::prevalence::{PerThousand, Rounded};
use super::ruleset::Prevalence;

/// The place under which findings about the sum of all regions are filed.
pub const WORLD: &str = "World";

/// A table of which fewer figures than this can be checked is not believed, in percent of the places that carry a figure.
pub const LEAST_CHECKED_PERCENT: usize = 95;

/// One place of the table under suspicion.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// ISO 3166-1 alpha-3.
    pub iso3: String,
    /// The publisher's region.
    pub region: String,
    /// Persons, as exact as published.
    pub population: Option<u64>,
    /// Unrounded.
    pub prevalence: Option<PerThousand>,
    /// The published number of people.
    pub number: Option<Rounded>,
    /// Rank by prevalence among all rows, 1 = highest.
    pub rank: Option<usize>,
}

impl Row {
    /// Whether the row claims anything about how many people there are.
    fn has_figure(&self) -> bool {
        self.prevalence.is_some() || self.number.is_some() || self.rank.is_some()
    }

    /// Whether the claim can be checked.
    fn is_checkable(&self) -> bool {
        self.prevalence.is_some() && self.number.is_some() && self.population.is_some_and(|people| people > 0)
    }
}

/// A sum that a table must reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedSum {
    /// People.
    pub people: u64,
    /// How far off the sum may be: 0 for an exact sum, half a unit of the last digit for a rounded one.
    pub within: u64,
}

/// A defect of the source that is known and explained.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownDefect {
    /// The check that fails.
    pub check: Check,
    /// The place (or region, or [`WORLD`]) where it fails.
    pub place: String,
    /// Why it is there, and who says so.
    pub reason: String,
}

/// What the table must agree with.
#[derive(Clone, Debug, PartialEq)]
pub struct Expectation {
    /// How a prevalence becomes a number.
    pub prevalence: Prevalence,
    /// The sum of each region; a region that is not here is not expected in the table.
    pub regions: BTreeMap<String, ExpectedSum>,
    /// The sum of all rows.
    pub world: ExpectedSum,
    /// Defects that must occur, and are then forgiven.
    pub known_defects: Vec<KnownDefect>,
}

/// What the guard saw.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspection {
    /// Places that carry a figure.
    pub figures: usize,
    /// Of them, places with prevalence, population and number, so that the three can be checked against each other.
    pub checked: usize,
    /// Defects that were expected and did occur.
    pub known: Vec<Finding>,
    /// What nobody expected, known defects that are gone among it.
    pub findings: Vec<Finding>,
}

/// Looks at the whole table.
pub fn inspect(table: &[Row], expectation: &Expectation) -> Inspection {
    let (known, mut findings): (Vec<Finding>, Vec<Finding>) =
        check::all(table, expectation).into_iter().partition(|finding| is_known(finding, &expectation.known_defects));
    findings.extend(gone(&known, &expectation.known_defects));
    Inspection {
        figures: table.iter().filter(|row| row.has_figure()).count(),
        checked: table.iter().filter(|row| row.is_checkable()).count(),
        known,
        findings,
    }
}

impl Inspection {
    /// Why the table is not admitted; empty when it is.
    pub fn refusals(&self) -> Vec<Refusal> {
        let (checked, figures) = (self.checked, self.figures);
        let mut refusals = Vec::new();
        if figures == 0 {
            refusals.push(Refusal::NoFigures);
        } else if checked * 100 < figures * LEAST_CHECKED_PERCENT {
            refusals.push(Refusal::TooFewChecked { checked, figures });
        }
        if !self.findings.is_empty() {
            refusals.push(Refusal::Unexpected { findings: self.findings.len() });
        }
        refusals
    }
}

fn is_known(finding: &Finding, defects: &[KnownDefect]) -> bool {
    defects.iter().any(|defect| defect.check == finding.check() && defect.place == finding.place)
}

/// A finding for each known defect that did not occur: the source was corrected, so the list of defects must be too.
fn gone(known: &[Finding], defects: &[KnownDefect]) -> Vec<Finding> {
    let seen: BTreeSet<(Check, &str)> = known.iter().map(|finding| (finding.check(), finding.place.as_str())).collect();
    let absent = defects.iter().filter(|defect| !seen.contains(&(defect.check, defect.place.as_str())));
    absent
        .map(|defect| Finding {
            place: defect.place.clone(),
            problem: Problem::DefectGone { check: defect.check, reason: defect.reason.clone() },
        })
        .collect()
}

#[cfg(test)]
mod tests;
