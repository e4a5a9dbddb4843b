//! Oracle: the official tables pass, with their known defects; invented ones do not. Tables: gsi_country_edition.csv; sums:
//! gsi_region_edition.csv. The invented list is one found in a public repository (shared/reference/index-methods.md,
//! section 0): Kazakhstan 7.9 per thousand and rank 22, where the truth is 11.1 and 17.

use std::collections::BTreeMap;

use pana_stats::index::guard::{
    Check, Expectation, ExpectedSum, Finding, KnownDefect, Problem, Refusal, Row, WORLD, inspect,
};
use pana_stats::index::prevalence::{PerThousand, Rounded, people};
use pana_stats::index::rank::{Order, rank};

use crate::facts::{self, Fact};
use crate::prevalence::published;

fn table(year: &str) -> Vec<Row> {
    let row = |fact: &Fact| {
        let prevalence = fact.number("prevalence_per_1000");
        Row {
            iso3: fact.place().to_owned(),
            region: fact.text("region").to_owned(),
            population: fact.population(),
            prevalence: prevalence.map(PerThousand),
            number: prevalence.map(|_| published(fact)),
            rank: fact.number("rank_world_prevalence").map(|rank| rank as usize),
        }
    };
    facts::countries(year).iter().map(row).collect()
}

fn expectation(year: &str, known_defects: Vec<KnownDefect>) -> Expectation {
    let sums = facts::edition("gsi_region_edition.csv", year);
    let people = sums.iter().filter(|fact| fact.text("measure") == "people_in_modern_slavery");
    let sum = |fact: &Fact| ExpectedSum { people: fact.number("sum").expect("people add up") as u64, within: 0 };
    let mut regions: BTreeMap<String, ExpectedSum> =
        people.map(|fact| (fact.text("region").to_owned(), sum(fact))).collect();
    let world = regions.remove(WORLD).expect("the table has the world");
    assert_eq!(regions.len(), 5);
    Expectation { prevalence: facts::prevalence_rules(), regions, world, known_defects }
}

fn defect(check: Check, place: &str, reason: &str) -> KnownDefect {
    KnownDefect { check, place: place.to_owned(), reason: reason.to_owned() }
}

fn burundi() -> KnownDefect {
    defect(Check::Number, "BDI", "39.954 · 10,199,000 / 1,000 = 407,493 was published as 408,000")
}

#[test]
fn the_official_table_of_2023_is_admitted() {
    let inspection = inspect(&table("2023"), &expectation("2023", vec![]));
    assert_eq!((inspection.figures, inspection.checked), (160, 160));
    assert_eq!(inspection.refusals(), [], "{:?}", inspection.findings);
}

#[test]
fn the_official_table_of_2018_is_admitted_with_burundi() {
    let inspection = inspect(&table("2018"), &expectation("2018", vec![burundi()]));
    assert_eq!((inspection.figures, inspection.checked), (167, 167));
    assert_eq!(inspection.known.iter().map(|finding| finding.place.as_str()).collect::<Vec<_>>(), ["BDI"]);
    assert_eq!(inspection.refusals(), [], "{:?}", inspection.findings);
    let unexplained = inspect(&table("2018"), &expectation("2018", vec![]));
    assert_eq!(unexplained.refusals(), [Refusal::Unexpected { findings: 1 }]);
}

// The workbook of 2023 itself prints a population of 0 for four places; our table leaves them blank or fills them in.
#[test]
fn populations_of_zero_are_a_defect_of_the_workbook() {
    let places = ["CPV", "LIE", "PLW", "XKX"];
    let mut workbook = table("2023");
    workbook.iter_mut().filter(|row| places.contains(&row.iso3.as_str())).for_each(|row| row.population = Some(0));
    let known = places.map(|place| defect(Check::Population, place, "the workbook prints 0")).to_vec();
    let inspection = inspect(&workbook, &expectation("2023", known.clone()));
    assert_eq!((inspection.known.len(), inspection.refusals()), (4, vec![]));

    let corrected = inspect(&table("2023"), &expectation("2023", known));
    let gone = |finding: &Finding| matches!(finding.problem, Problem::DefectGone { check: Check::Population, .. });
    assert_eq!(corrected.findings.iter().filter(|finding| gone(finding)).count(), 4);
}

fn with_kazakhstan(change: impl FnOnce(&mut Row)) -> Vec<Row> {
    let mut table = table("2023");
    change(table.iter_mut().find(|row| row.iso3 == "KAZ").expect("Kazakhstan has a row"));
    table
}

fn problems_of_kazakhstan(table: &[Row]) -> Vec<Problem> {
    let inspection = inspect(table, &expectation("2023", vec![]));
    assert!(!inspection.refusals().is_empty());
    inspection.findings.into_iter().filter(|finding| finding.place == "KAZ").map(|finding| finding.problem).collect()
}

#[test]
fn the_invented_prevalence_and_rank_of_kazakhstan_are_caught() {
    let invented = with_kazakhstan(|row| {
        row.prevalence = Some(PerThousand(7.9));
        row.rank = Some(22);
    });
    let problems = problems_of_kazakhstan(&invented);
    // 7.9 · 18,776,707 / 1,000 = 148,336.
    let number = Problem::NumberDiffers { expected: Rounded::Exact(148_000), found: Rounded::Exact(208_000) };
    assert!(problems.contains(&number), "{problems:?}");
    assert!(problems.iter().any(|problem| matches!(problem, Problem::RankDiffers { found: 22, .. })), "{problems:?}");
}

#[test]
fn the_invented_rank_alone_is_caught() {
    let problems = problems_of_kazakhstan(&with_kazakhstan(|row| row.rank = Some(22)));
    assert_eq!(problems, [Problem::RankDiffers { expected: 17, found: 22 }]);
}

// A careful liar would adjust the number and every rank to the invented prevalence. The sums still tell.
#[test]
fn an_invention_that_fits_itself_misses_the_sums() {
    let mut table = with_kazakhstan(|row| {
        row.prevalence = Some(PerThousand(7.9));
        let population = row.population.expect("Kazakhstan has a population");
        row.number = people(facts::prevalence_rules(), PerThousand(7.9), population).ok();
    });
    let mut ranked: Vec<&mut Row> = table.iter_mut().filter(|row| row.prevalence.is_some()).collect();
    let values: Vec<f64> = ranked.iter().filter_map(|row| row.prevalence).map(|prevalence| prevalence.0).collect();
    let ranks = rank(&values, Order::HighestFirst).expect("all are numbers");
    ranked.iter_mut().zip(ranks).for_each(|(row, rank)| row.rank = Some(rank.rank));

    let inspection = inspect(&table, &expectation("2023", vec![]));
    let places: Vec<&str> = inspection.findings.iter().map(|finding| finding.place.as_str()).collect();
    assert_eq!(places, ["Europe and Central Asia", WORLD]);
}

// As found: a list of places with a rounded prevalence and a rank, without populations or numbers.
#[test]
fn a_bare_list_of_prevalence_and_rank_cannot_be_checked_and_is_refused() {
    let bare: Vec<Row> = table("2023").into_iter().map(|row| Row { population: None, number: None, ..row }).collect();
    let refusals = inspect(&bare, &expectation("2023", vec![])).refusals();
    assert!(refusals.contains(&Refusal::TooFewChecked { checked: 0, figures: 160 }), "{refusals:?}");
}
