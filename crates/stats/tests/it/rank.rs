//! Oracle: the rank columns of gsi_country_edition.csv, both editions. They were computed from the unrounded values of the
//! Walk Free data workbooks by another program; those of Kazakhstan are also printed in its snapshot (17 of 160, 9 of 47).

use pana_stats::index::rank::{Order, Rank, rank};

use crate::facts::{self, Fact};

/// Value column, rank column, and whether the rank is within the country's region.
const RANKINGS: [(&str, &str, bool); 7] = [
    ("prevalence_per_1000", "rank_world_prevalence", false),
    ("prevalence_per_1000", "rank_region_prevalence", true),
    ("people_in_modern_slavery", "rank_world_number", false),
    ("vuln_total", "rank_world_vuln", false),
    ("vuln_total", "rank_region_vuln", true),
    ("gov_total", "rank_world_gov", false),
    ("gov_total", "rank_region_gov", true),
];

/// The ranks by one column, highest first, of the countries that have a value.
fn ranked<'a>(countries: &[&'a Fact], column: &str) -> Vec<(&'a Fact, Rank)> {
    let with_value: Vec<(&Fact, f64)> =
        countries.iter().filter_map(|&fact| Some((fact, fact.number(column)?))).collect();
    let values: Vec<f64> = with_value.iter().map(|&(_, value)| value).collect();
    let ranks = rank(&values, Order::HighestFirst).expect("published values are numbers");
    with_value.into_iter().map(|(fact, _)| fact).zip(ranks).collect()
}

fn regions(countries: &[Fact]) -> Vec<Vec<&Fact>> {
    let mut names: Vec<&str> = countries.iter().map(|fact| fact.text("region")).collect();
    names.sort_unstable();
    names.dedup();
    let of = |name: &&str| countries.iter().filter(|fact| fact.text("region") == *name).collect();
    names.iter().map(of).collect()
}

fn assert_ranks(year: &str, compared_expected: [usize; 7]) {
    let countries = facts::countries(year);
    for ((value, column, regional), expected) in RANKINGS.into_iter().zip(compared_expected) {
        let groups = if regional { regions(&countries) } else { vec![countries.iter().collect()] };
        let mut compared = 0;
        for (fact, rank) in groups.iter().flat_map(|group| ranked(group, value)) {
            assert_eq!(Some(rank.rank as f64), fact.number(column), "{} {year} {column}", fact.place());
            compared += 1;
        }
        assert_eq!(compared, expected, "{column}");
        let published = countries.iter().filter(|fact| fact.number(column).is_some()).count();
        assert_eq!(published, expected, "{column}: no rank is published that was not compared");
    }
}

#[test]
fn all_ranks_of_2023_are_reproduced() {
    assert_ranks("2023", [160, 160, 160, 160, 160, 176, 176]);
}

#[test]
fn all_ranks_of_2018_are_reproduced() {
    assert_ranks("2018", [167, 167, 164, 167, 167, 162, 162]);
}

#[test]
fn kazakhstan_is_17th_of_160_and_9th_of_47() {
    let countries = facts::countries("2023");
    let all: Vec<&Fact> = countries.iter().collect();
    let of_kazakhstan = |group: &[&Fact]| {
        let ranked = ranked(group, "prevalence_per_1000");
        ranked.into_iter().find(|(fact, _)| fact.place() == "KAZ").map(|(_, rank)| rank)
    };
    assert_eq!(of_kazakhstan(&all), Some(Rank { rank: 17, of: 160 }));
    let region: Vec<&Fact> = all.into_iter().filter(|fact| fact.text("region") == "Europe and Central Asia").collect();
    assert_eq!(of_kazakhstan(&region), Some(Rank { rank: 9, of: 47 }));
}
