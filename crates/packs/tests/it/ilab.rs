//! Releases and chapter of ILAB as observations with vintages. Oracle: shared/facts/ilab.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pana_evidence::assessment::Advancement;
use pana_evidence::{Comparator, Figure, Observation, ObservationStatus};

use crate::assessed::{World, oracle_rows};

fn revisions<'a>(world: &'a World, id: &str) -> Vec<&'a Observation> {
    world.vintages.iter().filter(|observation| observation.id.0 == id).collect()
}

fn said(observation: &Observation) -> String {
    match &observation.figure {
        Figure::Number { value, .. } => value.to_string(),
        Figure::Category(words) => words.clone(),
        Figure::NotStated => String::new(),
        Figure::Range { .. } => panic!("no release states a range"),
    }
}

fn day(written: &str) -> Date {
    written.parse().expect("a day")
}

#[test]
fn each_of_the_nineteen_releases_is_found_again_on_its_day() {
    let world = World::new();
    let releases = oracle_rows("kazakhstan_series.csv");
    assert_eq!(releases.len(), 19);
    let mut compared = 0;
    for release in &releases {
        let released = day(&release["data_release"]);
        for (column, cell) in
            release.iter().filter(|(column, _)| column.starts_with("labor") || column.starts_with("criminal"))
        {
            let id = format!("ILAB-KAZ-{}-{column}", release["reporting_year"]);
            let known = revisions(&world, &id).into_iter().rfind(|revision| revision.released <= Some(released));
            let expected = match cell.as_str() {
                "$ 2.4 million" | "$2.4 million" => "2400000",
                "$3.1 million" => "3100000",
                "$5.2 million" => "5200000",
                plain => plain,
            };
            assert_eq!(said(known.unwrap_or_else(|| panic!("{id} is missing"))), expected, "{id} on {released}");
            compared += 1;
        }
        let id = format!("ILAB-KAZ-{}-level_label", release["reporting_year"]);
        let known = revisions(&world, &id).into_iter().rfind(|revision| revision.released <= Some(released));
        let level = Advancement::parse_label(&said(known.expect("a level"))).expect("a label");
        assert_eq!(level.cells(), ["base_level", "modifier", "modifier_domain"].map(|column| release[column].clone()));
    }
    assert_eq!(compared, 19 * 9);
}

#[test]
fn the_inspections_of_2019_were_unknown_then_9522_then_unknown_again() {
    let world = World::new();
    let told: Vec<(String, String, ObservationStatus)> = revisions(&world, "ILAB-KAZ-2019-labor_inspections")
        .into_iter()
        .map(|revision| (revision.released.expect("a day").to_string(), said(revision), revision.status))
        .collect();
    let expected = [
        ("2020-07-13", "", ObservationStatus::Missing),
        ("2020-08-28", "9522", ObservationStatus::Normal),
        ("2021-07-01", "", ObservationStatus::Missing),
    ];
    assert_eq!(told, expected.map(|(day, value, status)| (day.to_owned(), value.to_owned(), status)));
}

#[test]
fn another_spelling_of_the_same_sum_is_no_revision() {
    let world = World::new();
    let funding = revisions(&world, "ILAB-KAZ-2020-labor_funding");
    assert_eq!(funding.iter().map(|revision| said(revision)).collect::<Vec<_>>(), ["3100000"]);
    assert_eq!(funding[0].figure.comparator(), Comparator::Approx);
    let level: Vec<String> = revisions(&world, "ILAB-KAZ-2022-level_label")
        .into_iter()
        .map(|revision| {
            format!(
                "{} {}",
                revision.released.expect("a day"),
                Advancement::parse_label(&said(revision)).expect("a level").modifier()
            )
        })
        .collect();
    assert_eq!(level, ["2023-06-02 regression", "2023-08-01 continued"]);
}

#[test]
fn every_figure_of_the_chapter_is_an_observation() {
    let world = World::new();
    let mut chapter: BTreeMap<String, usize> = BTreeMap::new();
    for observation in world.vintages.iter().filter(|observation| observation.source.0 == "ILAB-CH-2021") {
        *chapter.entry(said(observation)).or_default() += 1;
        assert_eq!(observation.released.map(|day| day.to_string()).as_deref(), Some("2022-12-31"));
    }
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for row in oracle_rows("kazakhstan_2021_chapter.csv") {
        for value in [&row["value_2020"], &row["value_2021"]] {
            // The chapter has no column of 2020 for most facts; of the inspectorate's funding it says that 2021 is unknown.
            if !value.is_empty() || (row["unit"] == "usd") {
                *expected.entry(value.trim_end_matches(".0").to_owned()).or_default() += 1;
            }
        }
    }
    assert_eq!(chapter, expected);
    let workers = revisions(&world, "ILAB-CH-2021-KAZ-2021-workers");
    assert_eq!(workers[0].figure.comparator(), Comparator::Gt);
    assert_eq!(workers[0].figure.point(), None);
}

#[test]
fn no_name_is_used_for_two_figures() {
    let world = World::new();
    let mut seen: BTreeMap<(&str, Option<Date>), &Observation> = BTreeMap::new();
    for observation in &world.vintages {
        if let Some(other) = seen.insert((&observation.id.0, observation.released), observation) {
            panic!("{observation:?}\n{other:?}");
        }
    }
}
