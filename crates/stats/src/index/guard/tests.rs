//! The guard at work on a table of four places in two regions.

use std::num::NonZeroU64;

use super::*;

const NORTH: &str = "North";
const SOUTH: &str = "South";

fn row(iso3: &str, region: &str, population: u64, prevalence: f64, thousands: u64, rank: usize) -> Row {
    Row {
        iso3: iso3.to_owned(),
        region: region.to_owned(),
        population: Some(population),
        prevalence: Some(PerThousand(prevalence)),
        number: Some(Rounded::Exact(1000 * thousands)),
        rank: Some(rank),
    }
}

fn honest() -> Vec<Row> {
    vec![
        row("AAA", NORTH, 2_000_000, 10.0, 20, 1),
        row("BBB", NORTH, 5_000_000, 2.0, 10, 3),
        row("CCC", SOUTH, 1_000_000, 5.4, 5, 2),
        Row { number: Some(Rounded::Below(1000)), ..row("DDD", SOUTH, 500_000, 1.0, 0, 4) },
    ]
}

fn expectation(known_defects: Vec<KnownDefect>) -> Expectation {
    let exactly = |people: u64| ExpectedSum { people, within: 0 };
    Expectation {
        prevalence: Prevalence { number_rounding: NonZeroU64::new(1000).expect("not zero") },
        regions: [(NORTH.to_owned(), exactly(30_000)), (SOUTH.to_owned(), exactly(5_000))].into(),
        world: exactly(35_000),
        known_defects,
    }
}

fn found(table: &[Row]) -> Vec<String> {
    inspect(table, &expectation(vec![])).findings.iter().map(Finding::to_string).collect()
}

fn changed(change: impl FnOnce(&mut Vec<Row>)) -> Vec<Row> {
    let mut table = honest();
    change(&mut table);
    table
}

#[test]
fn an_honest_table_is_admitted() {
    let inspection = inspect(&honest(), &expectation(vec![]));
    assert_eq!((inspection.figures, inspection.checked), (4, 4));
    assert_eq!(inspection.findings, []);
    assert_eq!(inspection.refusals(), []);
}

#[test]
fn a_changed_prevalence_betrays_itself_in_the_number_and_the_ranks() {
    let table = changed(|table| table[0].prevalence = Some(PerThousand(4.0)));
    assert_eq!(
        found(&table),
        [
            "AAA: prevalence and population give 8000 people, the table says 20000",
            "AAA: by prevalence the rank is 2, the table says 1",
            "CCC: by prevalence the rank is 1, the table says 2",
        ]
    );
}

#[test]
fn a_changed_rank_betrays_itself() {
    let table = changed(|table| table[2].rank = Some(9));
    assert_eq!(found(&table), ["CCC: by prevalence the rank is 2, the table says 9"]);
}

#[test]
fn a_rank_without_a_prevalence_is_a_rank_of_nothing() {
    let table = changed(|table| table[3] = Row { prevalence: None, number: None, ..table[3].clone() });
    assert_eq!(found(&table), ["DDD: ranked 4 without a prevalence"]);
}

#[test]
fn a_consistent_invention_still_misses_the_sums() {
    let table = changed(|table| table[1] = row("BBB", NORTH, 5_000_000, 3.0, 15, 3));
    assert_eq!(
        found(&table),
        [
            "North: the numbers add up to 35000 people, expected 30000 (give or take 0)",
            "World: the numbers add up to 40000 people, expected 35000 (give or take 0)",
        ]
    );
}

#[test]
fn a_rounded_sum_is_met_within_its_rounding() {
    let rough = |people: u64, within: u64| Expectation { world: ExpectedSum { people, within }, ..expectation(vec![]) };
    assert_eq!(inspect(&honest(), &rough(40_000, 5_000)).findings, []);
    assert_eq!(inspect(&honest(), &rough(40_000, 4_999)).findings.len(), 1);
}

#[test]
fn a_place_or_region_out_of_order_is_named() {
    let table = changed(|table| table.push(table[0].clone()));
    assert!(found(&table).contains(&"AAA: the table has 2 rows for it".to_owned()));
    let table = changed(|table| table[3].region = "East".to_owned());
    assert_eq!(found(&table), ["East: no such region was expected"]);
    let table = changed(|table| table.truncate(2));
    assert!(
        found(&table).contains(&"South: the numbers add up to 0 people, expected 5000 (give or take 0)".to_owned())
    );
}

#[test]
fn impossible_values_are_named() {
    let table = changed(|table| table[3].population = Some(0));
    assert_eq!(found(&table), ["DDD: the population is 0"]);
    assert_eq!(inspect(&table, &expectation(vec![])).checked, 3);
    let table = changed(|table| table[3].prevalence = Some(PerThousand(f64::NAN)));
    assert_eq!(
        found(&table),
        ["DDD: a prevalence of NaN per thousand is impossible", "DDD: ranked 4 without a prevalence"]
    );
}

#[test]
fn a_table_that_can_hardly_be_checked_is_refused_though_nothing_contradicts_it() {
    let table = changed(|table| table.iter_mut().for_each(|row| row.population = None));
    let inspection = inspect(&table, &expectation(vec![]));
    assert_eq!(inspection.findings, []);
    assert_eq!(inspection.refusals(), [Refusal::TooFewChecked { checked: 0, figures: 4 }]);
    assert!(inspect(&[], &expectation(vec![])).refusals().contains(&Refusal::NoFigures));
}

#[test]
fn ninety_five_in_a_hundred_are_enough_and_ninety_four_are_not() {
    let refusals = |checked: usize| Inspection { figures: 100, checked, known: vec![], findings: vec![] }.refusals();
    assert_eq!(refusals(95), []);
    assert_eq!(refusals(94), [Refusal::TooFewChecked { checked: 94, figures: 100 }]);
}

fn burundi() -> KnownDefect {
    let reason = "published one thousand too high".to_owned();
    KnownDefect { check: Check::Number, place: "CCC".to_owned(), reason }
}

#[test]
fn a_known_defect_is_forgiven_where_it_occurs() {
    let mut table = honest();
    table[2].number = Some(Rounded::Exact(6_000));
    let sums = Expectation { world: ExpectedSum { people: 36_000, within: 0 }, ..expectation(vec![burundi()]) };
    let regions = BTreeMap::from([
        (NORTH.to_owned(), ExpectedSum { people: 30_000, within: 0 }),
        (SOUTH.to_owned(), ExpectedSum { people: 6_000, within: 0 }),
    ]);
    let inspection = inspect(&table, &Expectation { regions, ..sums });
    assert_eq!(inspection.known.len(), 1);
    assert_eq!(inspection.refusals(), []);
}

#[test]
fn a_known_defect_forgives_only_its_own_check_and_place() {
    let unforgiven = |change: fn(&mut Vec<Row>)| {
        let inspection = inspect(&changed(change), &expectation(vec![burundi()]));
        inspection.findings.iter().map(Finding::check).collect::<Vec<_>>()
    };
    // Beside each finding stands the defect that is gone.
    assert_eq!(unforgiven(|table| table[2].rank = Some(9)), [Check::Rank, Check::Number]);
    let elsewhere = unforgiven(|table| table[3].number = Some(Rounded::Below(7)));
    assert_eq!(elsewhere, [Check::Number, Check::Number]);
}

#[test]
fn a_known_defect_that_is_gone_is_a_finding() {
    let inspection = inspect(&honest(), &expectation(vec![burundi()]));
    let expected = "CCC: the known defect of its number is gone (published one thousand too high)";
    assert_eq!(inspection.findings.iter().map(Finding::to_string).collect::<Vec<_>>(), [expected]);
    assert_eq!(inspection.refusals(), [Refusal::Unexpected { findings: 1 }]);
}
