//! Does the workbook add up? Prevalence times population must give the number, numbers the regional sums, dimensions the
//! vulnerability total, ratings the percents. Defects the published data are known to have must be there, and no other.

use std::collections::BTreeMap;

use pana_evidence::Place;
use pana_stats::index::guard::{Check, Expectation, ExpectedSum, KnownDefect, Row, inspect as look};
use pana_stats::index::prevalence::{PerThousand, Rounded};
use pana_stats::index::response::score;
use pana_stats::index::vulnerability::totals;

use super::{Contents, region_of};
use crate::edition::HeadlineRow;
use crate::ruleset::Rules;

/// What was checked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Inspected {
    /// Countries whose number was checked against prevalence and population.
    pub numbers: usize,
    /// Countries whose vulnerability total was computed again.
    pub vulnerability: usize,
    /// Countries whose government response was computed again.
    pub response: usize,
    /// Defects that were expected and found.
    pub known_defects: Vec<String>,
}

/// Vulnerability totals agree to this: they are computed from the same doubles (the largest difference is 6e-14).
const VULNERABILITY_TOLERANCE: f64 = 1e-9;

/// Percents are stored as 32-bit numbers: half a unit of the 24th bit of 100.
const PERCENT_TOLERANCE: f64 = 4e-6;

/// Checks a workbook; the error is one sentence for each thing that does not fit.
pub fn inspect(
    contents: &Contents,
    known: &[HeadlineRow],
    rules: &Rules,
    places: &[Place],
) -> Result<Inspected, Vec<String>> {
    let mut reasons = Vec::new();
    let mut defects = Vec::new();
    let numbers = numbers(contents, known, rules, places, &mut reasons, &mut defects);
    let vulnerability = vulnerability(contents, rules, &mut reasons);
    let response = response(contents, rules, &mut reasons, &mut defects);
    if reasons.is_empty() {
        Ok(Inspected { numbers, vulnerability, response, known_defects: defects })
    } else {
        Err(reasons)
    }
}

fn number(row: &HeadlineRow, column: &str) -> Option<f64> {
    row.cell(column).parse().ok()
}

fn numbers(
    contents: &Contents,
    known: &[HeadlineRow],
    rules: &Rules,
    places: &[Place],
    reasons: &mut Vec<String>,
    defects: &mut Vec<String>,
) -> usize {
    let table: Vec<Row> = contents.rows.iter().map(|row| guard_row(row, known, places)).collect();
    let inspection = look(&table, &expectation(rules));
    defects.extend(inspection.known.iter().map(ToString::to_string));
    if !inspection.refusals().is_empty() {
        reasons.extend(inspection.refusals().iter().map(ToString::to_string));
        reasons.extend(inspection.findings.iter().map(ToString::to_string));
    }
    if inspection.figures != rules.guard.countries {
        reasons.push(format!(
            "{} countries have an estimate, this edition has {}",
            inspection.figures, rules.guard.countries
        ));
    }
    inspection.checked
}

fn guard_row(row: &HeadlineRow, known: &[HeadlineRow], places: &[Place]) -> Row {
    let limit = row.cell("people_in_modern_slavery").strip_prefix('<').and_then(|digits| digits.parse().ok());
    let exact = || number(row, "people_in_modern_slavery").map(|people| Rounded::Exact(people as u64));
    Row {
        iso3: row.cell("iso3").to_owned(),
        region: region_of(places, row.cell("iso3")).unwrap_or_default(),
        population: population(row, known),
        prevalence: number(row, "prevalence_per_1000").map(PerThousand),
        number: limit.map(Rounded::Below).or_else(exact),
        rank: None,
    }
}

/// The workbook rounds populations to thousands; where our table has the unrounded figure that it was rounded from, the
/// number is checked with that one.
fn population(row: &HeadlineRow, known: &[HeadlineRow]) -> Option<u64> {
    let printed = number(row, "population")? as u64;
    let same = known
        .iter()
        .find(|known| known.cell("edition") == row.cell("edition") && known.cell("iso3") == row.cell("iso3"));
    let exact = same.and_then(|known| number(known, "population")).map(|people| people as u64);
    Some(exact.filter(|people| (people + 500) / 1000 * 1000 == printed).unwrap_or(printed))
}

fn expectation(rules: &Rules) -> Expectation {
    let sum = |people: &u64| ExpectedSum { people: *people, within: 0 };
    Expectation {
        prevalence: rules.ruleset.prevalence,
        regions: rules.guard.regions.iter().map(|(region, people)| (region.clone(), sum(people))).collect(),
        world: sum(&rules.guard.world),
        known_defects: rules.known_defects.iter().filter_map(defect).collect(),
    }
}

fn defect(known: &crate::ruleset::KnownDefect) -> Option<KnownDefect> {
    let check = match known.check.as_str() {
        "population" => Check::Population,
        "number" => Check::Number,
        _ => return None,
    };
    Some(KnownDefect { check, place: known.iso3.clone(), reason: known.reason.clone() })
}

fn vulnerability(contents: &Contents, rules: &Rules, reasons: &mut Vec<String>) -> usize {
    const COLUMNS: [&str; 5] = [
        "vuln_governance_issues",
        "vuln_lack_of_basic_needs",
        "vuln_inequality",
        "vuln_disenfranchised_groups",
        "vuln_effects_of_conflict",
    ];
    let ids = rules.ruleset.vulnerability.dimensions();
    let scores = contents.rows.iter().filter_map(|row| {
        let scores: Option<BTreeMap<String, f64>> = ids
            .iter()
            .zip(COLUMNS)
            .map(|(dimension, column)| Some((dimension.id.clone(), number(row, column)?)))
            .collect();
        Some((row.cell("iso3").to_owned(), scores?))
    });
    let computed = match totals(&rules.ruleset.vulnerability, &scores.collect()) {
        Ok(computed) => computed.places,
        Err(error) => {
            reasons.push(error.to_string());
            return 0;
        }
    };
    for row in &contents.rows {
        if let (Some(published), Some(ours)) = (number(row, "vuln_total"), computed.get(row.cell("iso3")))
            && (published - ours.total).abs() > VULNERABILITY_TOLERANCE
        {
            reasons.push(format!(
                "{}: the dimensions give a vulnerability of {}, the table says {published}",
                row.cell("iso3"),
                ours.total
            ));
        }
    }
    computed.len()
}

const MILESTONES: [&str; 5] = [
    "gov_m1_survivors",
    "gov_m2_criminal_justice",
    "gov_m3_coordination",
    "gov_m4_risk_factors",
    "gov_m5_supply_chains",
];

fn response(contents: &Contents, rules: &Rules, reasons: &mut Vec<String>, defects: &mut Vec<String>) -> usize {
    let expected: Vec<&str> = rules
        .known_defects
        .iter()
        .filter(|defect| defect.check == "response_total")
        .map(|defect| defect.iso3.as_str())
        .collect();
    let mut checked = 0;
    for row in &contents.rows {
        let Some(published) = number(row, "gov_total") else { continue };
        let Some(ratings) = ratings(contents, rules, row) else { continue };
        let iso3 = row.cell("iso3");
        match score(&rules.ruleset.response, iso3, &ratings) {
            Err(error) => reasons.push(format!("{iso3}: {error}")),
            Ok(scored) => {
                checked += 1;
                let ours = scored.total.percent().low;
                let fits = (published - ours).abs() <= PERCENT_TOLERANCE;
                match (fits, expected.contains(&iso3)) {
                    (true, false) => {}
                    (false, true) => {
                        defects.push(format!("{iso3}: the points give {ours}, the table says {published}"))
                    }
                    (false, false) => {
                        reasons.push(format!("{iso3}: the ratings give a total of {ours}, the table says {published}"))
                    }
                    (true, true) => reasons.push(format!("{iso3}: the known defect of its total is gone")),
                }
            }
        }
    }
    checked
}

/// The ratings of a country: as rated, or, where an edition publishes only milestones, as points from their percents.
fn ratings(contents: &Contents, rules: &Rules, row: &HeadlineRow) -> Option<BTreeMap<String, f64>> {
    if let Some(ratings) = contents.ratings.get(row.cell("iso3")) {
        return Some(ratings.clone());
    }
    let mut ratings = contents.negatives.get(row.cell("iso3"))?.clone();
    let maxima = &rules.ruleset.response.maxima_of(row.cell("iso3")).milestones;
    for (place, (column, maximum)) in MILESTONES.iter().zip(maxima).enumerate() {
        ratings.insert(format!("M{}", place + 1), number(row, column)? * maximum / 100.0);
    }
    Some(ratings)
}
