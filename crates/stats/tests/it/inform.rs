//! Oracle: INFORM Risk 2021, 191 countries, from its components upwards. `tests/oracles/inform/SOURCES.md`.
//!
//! The workbook rounds every level to one decimal before the next is made of it, and what is printed is what it computes
//! with. So nothing is lost in print: from the printed components every category, dimension, the index, its class, its rank
//! and the reliability index follow exactly, without an exception. Exact means to 1e-12, the last digits of sums of decimals.

use pana_stats::composite::answer::{Settings, answer};
use pana_stats::composite::score;
use pana_stats::watch::Unwatched;

use crate::models::{inform, number};

#[test]
fn every_published_score_follows_from_the_components() {
    let (model, table, rows) = inform();
    let scored = score(&model, &table).expect("it can be scored");
    let mut compared = 0;
    for node in &model.nodes {
        for (unit, row) in rows.iter().enumerate() {
            let found = scored.items[&node.id].scores[unit].expect("every country has every score");
            let published = number(row, &node.id).expect("published");
            assert!((found - published).abs() < 1e-12, "{} {}: {found}, published {published}", row["iso3"], node.id);
            compared += 1;
        }
    }
    assert_eq!(compared, 11 * 191);
}

#[test]
fn class_rank_and_reliability_are_the_published_ones() {
    let (model, table, rows) = inform();
    let settings = Settings { uncertainty: None, sensitivity: None, bootstrap: 0, level: 0.9, seed: 1 };
    let answer = answer(&model, &table, &settings, &Unwatched).expect("it can be scored");
    assert_eq!(answer.units.len(), 191);
    for unit in &answer.units {
        let row = rows.iter().find(|row| row["iso3"] == unit.unit).expect("a published country");
        assert_eq!(unit.class.as_deref(), Some(row["RISK CLASS"].as_str()), "{}", unit.unit);
        assert_eq!(unit.rank.map(|rank| rank as f64), number(row, "Rank"), "{}", unit.unit);
        let reliability = unit.reliability.expect("all it rests on is published");
        let published = number(row, "Lack of Reliability (*)").expect("published");
        assert!((reliability - published).abs() < 1e-12, "{}: {reliability}, published {published}", unit.unit);
    }
}

// Why the rounding is a step of the model: without it the scores differ in print, and the ranks with them.
#[test]
fn without_the_rounding_steps_the_printed_scores_do_not_follow() {
    let (mut model, table, rows) = inform();
    for node in &mut model.nodes {
        node.round = None;
    }
    let scored = score(&model, &table).expect("it can be scored");
    let mut apart = 0;
    for (unit, row) in rows.iter().enumerate() {
        let found = scored.index().scores[unit].expect("scored");
        let off = (found - number(row, "INFORM RISK").expect("published")).abs();
        // Half a unit at every level above the components can add up; the index is a mean of means of means of them.
        assert!(off < 0.5, "{}: off by {off}", row["iso3"]);
        if off > 0.05 {
            apart += 1;
        }
    }
    assert!(apart > 0, "the rounding steps make no difference");
}

#[test]
fn a_reader_sees_ranks_with_their_doubts() {
    let (model, table, _) = inform();
    let settings = Settings { uncertainty: Some(256), sensitivity: Some(128), bootstrap: 50, level: 0.9, seed: 1 };
    let answer = answer(&model, &table, &settings, &Unwatched).expect("it can be scored");
    assert_eq!(answer.title, "INFORM Risk Index 2021");
    let first = answer.units.first().expect("191 units");
    assert_eq!((first.unit.as_str(), first.rank, first.of), ("SOM", Some(1), 191));
    let (low, high) = first.rank_interval.expect("uncertainty was asked for");
    assert!(low <= high && high <= 191);
    assert_eq!(first.class.as_deref(), Some("Very High"));
    assert_eq!(answer.sensitivity.as_ref().map(|found| found.evaluations), Some(512));
    // Without natural hazards some country has no hazard at all, and a geometric mean is not made of zeros.
    let needed: Vec<&str> = answer.needed.iter().map(|needed| needed.node.as_str()).collect();
    assert_eq!(needed, ["Natural", "Vulnerable Groups"]);
    assert_eq!(answer.removals.len(), 8);
}
