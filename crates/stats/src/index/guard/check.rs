//! The checks, each a question to the whole table.

use std::collections::BTreeMap;

use super::{Expectation, ExpectedSum, Finding, Problem, Row, WORLD};
use crate::index::prevalence::{Rounded, people};
use crate::index::rank::{Order, rank};

/// Every check: repeated rows, then each row by itself, then the ranks, then the sums with their regions.
pub(super) fn all(table: &[Row], expectation: &Expectation) -> Vec<Finding> {
    let mut findings = repetitions(table);
    findings.extend(table.iter().flat_map(|row| values(row, expectation)));
    findings.extend(ranks(table));
    findings.extend(sums(table, expectation));
    findings
}

fn finding(place: &str, problem: Problem) -> Finding {
    Finding { place: place.to_owned(), problem }
}

fn repetitions(table: &[Row]) -> Vec<Finding> {
    let mut rows_of = BTreeMap::<&str, usize>::new();
    for row in table {
        *rows_of.entry(&row.iso3).or_default() += 1;
    }
    let repeated = rows_of.into_iter().filter(|&(_, rows)| rows > 1);
    repeated.map(|(place, rows)| finding(place, Problem::Repeated { rows })).collect()
}

/// The population, the prevalence, and the number that follows from both.
fn values(row: &Row, expectation: &Expectation) -> Option<Finding> {
    let problem = match (row.population, row.prevalence, row.number) {
        (Some(0), _, _) => Some(Problem::NoPopulation),
        (_, Some(found), _) if !found.is_possible() => Some(Problem::ImpossiblePrevalence { found: found.0 }),
        (Some(population), Some(prevalence), Some(found)) => {
            let expected = people(expectation.prevalence, prevalence, population).ok();
            let differs = expected.filter(|&expected| expected != found);
            differs.map(|expected| Problem::NumberDiffers { expected, found })
        }
        _ => None,
    };
    problem.map(|problem| finding(&row.iso3, problem))
}

/// Ranks by prevalence, highest first, among all rows that have one.
fn ranks(table: &[Row]) -> Vec<Finding> {
    let is_ranked = |row: &&Row| row.prevalence.is_some_and(|prevalence| !prevalence.0.is_nan());
    let (ranked, unranked): (Vec<&Row>, Vec<&Row>) = table.iter().partition(is_ranked);
    let values: Vec<f64> = ranked.iter().filter_map(|row| row.prevalence).map(|prevalence| prevalence.0).collect();
    let ranks = rank(&values, Order::HighestFirst).expect("rows whose prevalence is not a number were set aside");

    let differs = |(row, expected): (&&Row, usize)| {
        let found = row.rank.filter(|&found| found != expected)?;
        Some(finding(&row.iso3, Problem::RankDiffers { expected, found }))
    };
    let of_nothing = |row: &&Row| Some(finding(&row.iso3, Problem::RankOfNothing { found: row.rank? }));
    let expected = ranks.iter().map(|rank| rank.rank);
    ranked.iter().zip(expected).filter_map(differs).chain(unranked.iter().filter_map(of_nothing)).collect()
}

/// The numbers of each region and of the world. "Fewer than 1,000" adds nothing, as in the published sums.
fn sums(table: &[Row], expectation: &Expectation) -> Vec<Finding> {
    let mut sum_of: BTreeMap<&str, u64> = expectation.regions.keys().map(|region| (region.as_str(), 0)).collect();
    let mut world = 0_u64;
    for row in table {
        let Some(number) = row.number else { continue };
        let people = match number {
            Rounded::Exact(people) => people,
            Rounded::Below(_) => 0,
        };
        let sum = sum_of.entry(&row.region).or_default();
        *sum = sum.saturating_add(people);
        world = world.saturating_add(people);
    }
    let region = |(&region, &found): (&&str, &u64)| match expectation.regions.get(region) {
        Some(&expected) => sum_differs(region, expected, found),
        None => Some(finding(region, Problem::UnknownRegion)),
    };
    sum_of.iter().filter_map(region).chain(sum_differs(WORLD, expectation.world, world)).collect()
}

fn sum_differs(place: &str, expected: ExpectedSum, found: u64) -> Option<Finding> {
    let ExpectedSum { people: expected, within } = expected;
    (found.abs_diff(expected) > within).then(|| finding(place, Problem::SumDiffers { expected, within, found }))
}
