//! Oracle: gsi_region_edition.csv, both kinds of mean of 14 measures in five regions and the world, both editions. Computed
//! from the Walk Free data workbooks by another program; the unweighted ones of Europe and Central Asia 2023 are printed in
//! the snapshot of Kazakhstan (vulnerability 27, government 54).

use pana_stats::index::mean::{population_weighted, unweighted};

use crate::facts::{self, Fact};

/// The value of a measure and the population, of every country of a region that has the value. The table was computed with
/// the published population, which is rounded to thousands.
fn values(countries: &[Fact], region: &str, measure: &str) -> Vec<(f64, Option<u64>)> {
    let inside = countries.iter().filter(|fact| region == "World" || fact.text("region") == region);
    let population = |fact: &Fact| fact.number("population").map(|people| people as u64);
    inside.filter_map(|fact| Some((fact.number(measure)?, population(fact)))).collect()
}

fn assert_means(year: &str) {
    // The table has six decimals.
    let tolerance = facts::half_unit(6);
    let countries = facts::countries(year);
    let published = facts::edition("gsi_region_edition.csv", year);
    assert_eq!(published.len(), 6 * 14);
    for row in published {
        let (region, measure) = (row.text("region"), row.text("measure"));
        let values = values(&countries, region, measure);
        let plain =
            unweighted(&values.iter().map(|&(value, _)| value).collect::<Vec<_>>()).expect("countries have values");
        let weighted = population_weighted(&values).expect("countries have populations");
        let off = |ours: f64, column: &str| (ours - row.number(column).expect("both means are given")).abs();

        assert_eq!(Some(plain.n as f64), row.number("countries"), "{year} {region} {measure}");
        assert!(off(plain.value, "mean_unweighted") <= tolerance, "{year} {region} {measure}: {}", plain.value);
        let unknown = values.iter().filter(|(_, population)| population.is_none()).count();
        assert_eq!(weighted.n + unknown, plain.n);
        let weighted_off = off(weighted.value, "mean_population_weighted");
        assert!(weighted_off <= tolerance, "{year} {region} {measure}: {}", weighted.value);
    }
}

#[test]
fn all_means_of_2023_are_reproduced() {
    assert_means("2023");
}

#[test]
fn all_means_of_2018_are_reproduced() {
    assert_means("2018");
}

// The 2023 workbook gives Cape Verde, Liechtenstein and Palau a population of 0.
#[test]
fn three_governments_of_2023_cannot_be_weighed() {
    let values = values(&facts::countries("2023"), "World", "gov_total");
    assert_eq!(values.len(), 176);
    assert_eq!(population_weighted(&values).map(|mean| mean.n), Some(173));
}
