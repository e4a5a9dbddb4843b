//! Oracle: what each met negative costs in 2023. shared/reference/index-methods.md, section 3.2, computed from the Walk Free
//! 2023 GSI data workbook.

use pana_stats::index::ruleset::ActivityKind;
use pana_stats::index::whatif::{Completion, WhatIf, what_if};

use crate::facts;
use crate::trees;

fn outlooks() -> Vec<(String, WhatIf)> {
    let rules = trees::rules_2023();
    let outlook = |fact: &facts::Fact| {
        let ratings = trees::ratings_2023(fact, &rules);
        (fact.place().to_owned(), what_if(&rules, fact.place(), &ratings).expect("ratings on their scales"))
    };
    facts::table("gsi_2023_government_indicators.csv").iter().map(outlook).collect()
}

#[test]
fn of_kazakhstans_three_negatives_one_costs_a_point() {
    let all = outlooks();
    let (_, kazakhstan) = all.iter().find(|(place, _)| place == "KAZ").expect("Kazakhstan was assessed");
    let costs: Vec<_> = kazakhstan.negatives.iter().map(|cost| (cost.item.as_str(), cost.points)).collect();
    assert_eq!(costs, [("M1216NEG", Some(1.0)), ("M1235NEG", Some(0.0)), ("M4224NEG", Some(0.0))]);
    // 46.15 instead of 47.44.
    let cleared = kazakhstan.candidates.iter().find(|candidate| candidate.item == "M1216NEG").expect("it is met");
    assert!(cleared.completes);
    assert!((cleared.gain.percent - (47.44 - 46.15)).abs() <= 2.0 * facts::half_unit(2));
}

#[test]
fn most_negatives_met_inside_graded_activities_are_invisible_in_the_total() {
    let rules = trees::rules_2023();
    let is_graded = |code: &str| {
        let activity = rules.activities().iter().find(|activity| activity.code == code);
        activity.is_some_and(|activity| activity.kind == ActivityKind::Graded)
    };
    let only_negatives = |completion: &&Completion| completion.remaining.iter().all(|code| code.ends_with("NEG"));
    let (mut inside, mut on_their_own, mut lowered) = (0, 0, 0);
    for (_, outlook) in outlooks() {
        let (graded, own): (Vec<_>, Vec<_>) = outlook.negatives.iter().partition(|cost| is_graded(&cost.activity));
        inside += graded.len();
        on_their_own += own.len();
        assert!(own.iter().all(|cost| cost.points == Some(2.0)));
        let held_down = outlook.completions.iter().filter(only_negatives);
        lowered += held_down.filter(|completion| is_graded(&completion.activity)).count();
    }
    assert_eq!((inside, lowered), (676, 152));
    // Not in the note: counted here, so that a change is noticed.
    assert_eq!(on_their_own, 117);
}

#[test]
fn no_single_change_moves_the_total_by_more_than_two_points() {
    for (place, outlook) in outlooks() {
        for candidate in outlook.candidates {
            let possible = [0.0, 1.0, 2.0].contains(&candidate.gain.points);
            assert!(possible, "{place} {}: {}", candidate.item, candidate.gain.points);
        }
    }
}
