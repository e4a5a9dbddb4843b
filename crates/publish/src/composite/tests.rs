//! The report of an index says what its answer says: ranks, intervals, what they depend on, in three languages.

use std::collections::BTreeMap;

use jiff::civil::date;
use pana_stats::composite::{Settings, Table, Unit, answer};
use pana_stats::watch::Unwatched;
use pana_text::Lang;

use super::*;
use crate::report::Block;
use crate::report::plain::plain;

const MODEL: &str = r#"{
  "id": "small", "title": "A small index", "source": "Made for a test",
  "table": {"unit": "code"},
  "screen": {"least": 0.5},
  "impute": {"method": "mean"},
  "treat": {"method": "rule", "winsorise": 1},
  "normalise": {"method": "min-max", "low": 1.0, "high": 100.0},
  "aggregate": {"method": "arithmetic"},
  "reliability": {"missing-most": 3.0},
  "nodes": [{"id": "index", "name": "The whole"}, {"id": "first", "parent": "index"}, {"id": "second", "parent": "index"}],
  "indicators": [
    {"id": "a", "parent": "first"}, {"id": "b", "parent": "first", "direction": "down"},
    {"id": "c", "parent": "second"}, {"id": "d", "name": "The fourth", "parent": "second"}
  ],
  "assume": [
    {"vary": "weights", "by": 0.25},
    {"vary": "aggregation", "among": [{"method": "arithmetic"}, {"method": "geometric"}]}
  ]
}"#;

fn words(lang: &str) -> Words {
    let file = |name: &str| {
        let path = format!("{}/../../data/text/{lang}/{name}.ftl", env!("CARGO_MANIFEST_DIR"));
        (name.to_owned(), std::fs::read_to_string(path).expect("a catalogue"))
    };
    Words::new(Lang::parse(lang).expect("ours"), &[file("estimate"), file("index")], BTreeMap::new())
        .expect("well formed")
}

/// 45 units: one lacks nearly everything, one has an outlier.
fn table() -> Table {
    let unit = |n: usize| Unit { code: format!("U{n}"), name: format!("Unit {n}") };
    let column = |a: usize| -> Vec<Option<f64>> {
        let value = |n: usize| match (n, a) {
            (44, 1..) | (7, 2) => None,
            (3, 0) => Some(5_000.0),
            _ => Some(((n * (a + 3) * 7) % 41) as f64 + a as f64),
        };
        (0..45).map(value).collect()
    };
    let names = ["a", "b", "c", "d"].iter().enumerate();
    Table {
        units: (0..45).map(unit).collect(),
        numbers: names.map(|(a, name)| ((*name).to_owned(), column(a))).collect(),
        words: BTreeMap::new(),
    }
}

fn drawn(lang: &str, settings: Settings, dress: Dress) -> Report {
    let model: Model = serde_json::from_str(MODEL).expect("a model");
    let found = answer(&model, &table(), &settings, &Unwatched).expect("it can be made");
    let given = Given {
        model: &model,
        answer: &found,
        settings: &settings,
        model_file: "models/small.toml",
        model_sha256: "ab12",
        file: "/somewhere/table.csv",
        sha256: "cd34",
        version: "0.1.0",
        on: date(2026, 11, 22),
    };
    report(&words(lang), &given, dress)
}

const WHOLE: Settings = Settings { uncertainty: Some(128), sensitivity: Some(64), bootstrap: 40, level: 0.9, seed: 1 };

#[test]
fn the_report_is_whole_in_three_languages() {
    for lang in ["en", "ru", "kk"] {
        let report = drawn(lang, WHOLE, Dress::Page);
        let ids: Vec<&str> = report.sections.iter().map(|section| section.id).collect();
        assert_eq!(ids, ["ranks", "doubt", "shares", "without", "data", "nodes", "made"], "{lang}");
        let all = format!("{report:?}");
        for wrong in ["[index-", "[estimate-", "{$", "NaN", "/somewhere"] {
            assert!(!all.contains(wrong), "{lang}: {wrong} in {all}");
        }
        // 44 units are ranked: 24 in the first drawing, twenty in the second.
        let drawings: Vec<&str> = report.drawings().map(|drawing| drawing.id.as_str()).collect();
        assert_eq!(drawings, ["ranks-1", "ranks-25", "shares"]);
        for drawing in report.drawings() {
            assert!(!drawing.svg.contains("NaN") && !drawing.narrow.is_empty() && !drawing.description.is_empty());
        }
    }
}

#[test]
fn every_rank_stands_with_its_median_and_its_interval() {
    let report = drawn("en", WHOLE, Dress::Print);
    let table = report.sections[0].blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let table = table.expect("a table of ranks");
    let heads: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(heads[..5], ["Unit", "Rank", "Median of the draws", "90% interval", "Score"]);
    assert!(heads.contains(&"Lack of reliability"));
    assert_eq!(table.rows.len(), 44);
    for row in &table.rows {
        let (median, interval) = (row[2].text.parse::<usize>().expect("a rank"), &row[3].text);
        let (low, high) = interval.split_once(" to ").expect("an interval");
        let (low, high): (usize, usize) = (low.parse().expect("a rank"), high.parse().expect("a rank"));
        assert!(low <= median && median <= high, "{interval} around {median}");
    }
}

#[test]
fn what_was_done_to_the_data_is_told_and_so_is_who_was_left_out() {
    let text = plain(&drawn("en", WHOLE, Dress::Page));
    for told in [
        "44 units are ranked; other decisions that could have been made move a unit by",
        "One unit has no rank because too much of its data is missing.",
        "One unit is not scored because less than 50% of its data is there.",
        "One missing cell takes the mean of the indicator; still missing: 0.",
        "Outliers of one indicator are drawn in; by a logarithm: 0.",
        "winsorised",
        "weights: each weight by up to 25% more or less",
        "how parts are put together: arithmetic mean; geometric mean",
        "min–max from 1 to 100",
        "SHA-256 of the model: ab12",
        "Seed: 1",
        "Bootstrap replicates: 40",
    ] {
        assert!(text.contains(told), "`{told}` is not in\n{text}");
    }
}

#[test]
fn without_draws_the_report_says_that_the_ranks_look_surer_than_they_are() {
    let alone = Settings { uncertainty: None, sensitivity: None, ..WHOLE };
    let report = drawn("en", alone, Dress::Page);
    assert!(report.sentence.contains("was not computed"), "{}", report.sentence);
    assert_eq!(report.drawings().count(), 0);
    let ids: Vec<&str> = report.sections.iter().map(|section| section.id).collect();
    assert_eq!(ids, ["ranks", "doubt", "data", "nodes", "made"]);
    assert!(plain(&report).contains("ask for them with --uncertainty"));
}

#[test]
fn a_refusal_names_the_next_step_in_every_language() {
    use pana_stats::composite::Refusal;
    for (lang, next) in [("en", "Add rows"), ("ru", "Добавьте строки"), ("kk", "Жолдар қосыңыз")]
    {
        let words = words(lang);
        let told = told::refusal(&words, &Refusal::TooFewUnits(1)).expect("not estimable");
        assert!(told.contains(next) && !told.contains('{'), "{told}");
        assert!(told::refusal(&words, &Refusal::NoScores).is_some_and(|told| told.contains("[impute]")), "{lang}");
        assert_eq!(told::refusal(&words, &Refusal::NothingVaries), None);
    }
}
