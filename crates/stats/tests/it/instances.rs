//! Both rulesets of the Global Slavery Index as models of the composite engine: the published figures come out of it too.
//!
//! Vulnerability starts from the published dimension scores (the 23 variables of a country are not published). Government
//! response starts from points of activities (2023) and of milestones (2018): how indicators are graded into points is a rule
//! of its own, in `index::response`, and not a mean or a sum.

use std::collections::BTreeMap;

use pana_stats::composite::{Model, Scored, Table, Unit, score};
use pana_stats::index::response;
use pana_stats::index::vulnerability::totals;

use crate::facts::{self, Fact};
use crate::models::model;
use crate::trees;

fn made(model: &Model, rows: &[(String, BTreeMap<String, f64>)]) -> Scored {
    let units = rows.iter().map(|(place, _)| Unit { code: place.clone(), name: place.clone() }).collect();
    let column = |id: &String| rows.iter().map(|(_, values)| values.get(id).copied()).collect();
    let numbers = model.indicators.iter().map(|indicator| (indicator.id.clone(), column(&indicator.id))).collect();
    score(model, &Table { units, numbers, words: BTreeMap::new() }).expect("the edition can be scored")
}

/// Published scores carry 16 digits.
const TOLERANCE: f64 = 1e-9;

fn assert_vulnerability(year: &str, countries: usize) {
    let model = model(&format!("gsi-{year}-vulnerability"));
    let rows: Vec<_> = facts::dimension_scores(year).into_iter().collect();
    let scored = made(&model, &rows);
    let published = facts::figures(year, "vuln_total");
    let ranks = facts::figures(year, "rank_world_vuln");
    let by_rules = totals(&facts::vulnerability_rules(year), &facts::dimension_scores(year)).expect("complete");
    for (place, (country, _)) in rows.iter().enumerate() {
        let found = scored.index().shown[place].expect("complete");
        assert!((found - published[country]).abs() <= TOLERANCE, "{country}: {found}, not {}", published[country]);
        assert!((found - by_rules.places[country].total).abs() <= 1e-12, "{country}");
        assert_eq!(scored.ranks[place].map(|rank| rank as f64), Some(ranks[country]), "{country}");
    }
    assert_eq!(rows.len(), countries);
}

#[test]
fn vulnerability_of_both_editions_is_an_instance() {
    assert_vulnerability("2023", 160);
    assert_vulnerability("2018", 167);
}

/// From the points of activities and the score of the rules, for each country: the total, milestones and points are the same.
fn assert_response(year: &str, scores: Vec<(Fact, response::ResponseScore)>, countries: usize) {
    let model = model(&format!("gsi-{year}-response"));
    let exact = |range: &response::Range| range.exact().expect("nothing is missing");
    let points = |score: &response::ResponseScore| {
        score.activities.iter().map(|(code, range)| (code.clone(), exact(range))).collect::<BTreeMap<_, _>>()
    };
    let rows: Vec<_> = scores.iter().map(|(fact, score)| (fact.place().to_owned(), points(score))).collect();
    let scored = made(&model, &rows);
    for (place, (fact, score)) in scores.iter().enumerate() {
        let same = |found: f64, expected: f64| {
            assert!((found - expected).abs() <= 1e-12, "{} {year}: {found}, not {expected}", fact.place());
        };
        same(scored.index().scores[place].expect("complete"), score.total.exact().expect("complete"));
        same(scored.index().shown[place].expect("complete"), exact(&score.total.percent()));
        for (milestone, points) in (1..).zip(&score.milestones) {
            let item = &scored.items[&format!("m{milestone}")];
            same(item.shown[place].expect("complete"), exact(&points.percent()));
            let published = fact.number(facts::MILESTONES[milestone - 1]).expect("published");
            // The percents of 2023 are stored with 24 binary digits: a step is 2^-17 between 64 and 128. Sierra Leone and the
            // United Kingdom of 2018 have percents that were typed with one decimal (response_2018.rs).
            let off = (item.shown[place].expect("complete") - published).abs();
            assert!(off <= 1.0 / 131_072.0, "{} {milestone}: off by {off}", fact.place());
        }
    }
    assert_eq!(scores.len(), countries);
}

#[test]
fn response_of_2023_is_an_instance() {
    let rules = trees::rules_2023();
    let countries: BTreeMap<String, Fact> =
        facts::countries("2023").into_iter().map(|fact| (fact.place().to_owned(), fact)).collect();
    let mut countries = countries;
    let scores: Vec<_> = facts::table("gsi_2023_government_indicators.csv")
        .iter()
        .map(|fact| {
            let ratings = trees::ratings_2023(fact, &rules);
            let score = response::score(&rules, fact.place(), &ratings).expect("on their scales");
            (countries.remove(fact.place()).expect("a country of the edition"), score)
        })
        .collect();
    assert_response("2023", scores, 176);
}

#[test]
fn response_of_2018_is_an_instance() {
    let (rules, negatives) = (trees::rules_2018(), trees::negatives_2018());
    let scores: Vec<_> = facts::countries("2018")
        .into_iter()
        .filter_map(|fact| {
            let ratings = trees::ratings_2018(&fact, &rules, &negatives)?;
            let score = response::score(&rules, fact.place(), &ratings).expect("on their scales");
            Some((fact, score))
        })
        .collect();
    assert_response("2018", scores, 162);
}
