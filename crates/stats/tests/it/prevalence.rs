//! Oracle: numbers of people from unrounded prevalence. Walk Free data workbooks, by way of gsi_country_edition.csv.

use pana_stats::index::prevalence::{PerThousand, Rounded, people};

use crate::facts::{self, Fact};

fn computed(fact: &Fact) -> Option<Rounded> {
    let prevalence = PerThousand(fact.number("prevalence_per_1000")?);
    let population = fact.population().expect("who has a prevalence has a population");
    Some(people(facts::prevalence_rules(), prevalence, population).expect("published figures are possible"))
}

/// A blank number is one printed as "<1,000"; the column `note` says so.
pub fn published(fact: &Fact) -> Rounded {
    match fact.number("people_in_modern_slavery") {
        Some(people) => Rounded::Exact(people as u64),
        None => {
            assert_eq!(fact.text("note"), "published number is <1,000", "{}", fact.place());
            Rounded::Below(1000)
        }
    }
}

/// The countries whose published number is not the computed one, and how many were compared.
fn differences(year: &str) -> (Vec<(String, Rounded, Rounded)>, usize) {
    let countries = facts::countries(year);
    let pairs: Vec<_> = countries.iter().filter_map(|fact| Some((fact, computed(fact)?))).collect();
    let differs = pairs.iter().map(|(fact, ours)| (fact.place().to_owned(), *ours, published(fact)));
    (differs.filter(|(_, ours, published)| ours != published).collect(), pairs.len())
}

// Also North Korea, whose prevalence looks carried over from 2018 (104.6, the rounded 104.561...): its number of 2023 is
// that prevalence times the population of 2020, so the arithmetic agrees.
#[test]
fn all_160_numbers_of_2023_are_reproduced() {
    assert_eq!(differences("2023"), (vec![], 160));
    let countries = facts::countries("2023");
    let carried_over = countries.iter().find(|fact| fact.place() == "PRK").expect("North Korea has a row");
    assert_eq!(carried_over.number("prevalence_per_1000"), Some(104.6));
    assert_eq!(computed(carried_over), Some(Rounded::Exact(2_696_000)));
}

// Burundi: 39.954 · 10,199,000 / 1,000 = 407,493, published as 408,000.
#[test]
fn all_167_numbers_of_2018_but_burundis_are_reproduced() {
    let burundi = ("BDI".to_owned(), Rounded::Exact(407_000), Rounded::Exact(408_000));
    assert_eq!(differences("2018"), (vec![burundi], 167));
}

#[test]
fn three_countries_of_2018_have_fewer_than_a_thousand() {
    let countries = facts::countries("2018");
    let below = countries.iter().filter(|fact| computed(fact) == Some(Rounded::Below(1000)));
    assert_eq!(below.map(Fact::place).collect::<Vec<_>>(), ["BRB", "ISL", "LUX"]);
}
