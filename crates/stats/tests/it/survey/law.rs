//! What holds for every study: totals are met, the order of rows does not matter, and no input makes a panic.

use pana_stats::chance::Chance;
use pana_stats::survey::answer::{SurveyOutcome, lines};
use pana_stats::survey::estimate::people;
use pana_stats::survey::simulate::{Invented, invent};
use pana_stats::survey::study::{AnswerCell, Total};
use pana_stats::survey::{Refusal, Study, SurveyAnswer, estimate};
use pana_stats::watch::Unwatched;

use super::{frame, world};

fn run(study: &Study) -> Result<SurveyAnswer, Refusal> {
    estimate(study, &Unwatched).expect("nobody stops it")
}

/// Risks as a fit would give them: by form, by country, by draw.
fn risks(invented: &Invented, draws: usize) -> Vec<Vec<Vec<f64>>> {
    let mut chance = Chance::new(8);
    let mut scatter = |risk: &f64| (0..draws).map(|_| risk * libm::exp(chance.normal())).collect::<Vec<_>>();
    invented.risks.iter().map(|form| form.iter().map(&mut scatter).collect()).collect()
}

#[test]
fn regional_totals_are_met_in_every_draw() {
    let mut invented = invent(&world(true), &frame(50, 50, 1), 2);
    let last = invented.study.totals.len() - 1;
    invented.study.totals[last].interval =
        Some((invented.study.totals[last].people * 0.7, invented.study.totals[last].people * 1.5, 0.9));
    for (c, country) in invented.study.countries.iter_mut().enumerate() {
        country.state_imposed = 10.0 * c as f64;
    }
    invented.study.forms[0].totals_include_state_imposed = true;
    let risks = risks(&invented, 400);
    let found = people(&invented.study, &risks.iter().map(Vec::as_slice).collect::<Vec<_>>());
    for total in &invented.study.totals {
        let members: Vec<usize> = (0..15).filter(|c| invented.study.countries[*c].region == total.region).collect();
        let imposed: f64 = if total.form == 0 { members.iter().map(|c| 10.0 * *c as f64).sum() } else { 0.0 };
        let sums: Vec<f64> = (0..400).map(|d| members.iter().map(|c| found.numbers[total.form][*c][d]).sum()).collect();
        match total.interval {
            None => assert!(sums.iter().all(|sum| ((sum + imposed) / total.people - 1.0).abs() < 1e-12)),
            Some((lower, upper, _)) => {
                // 90 % of the drawn totals are between the ends, give or take four standard errors of 400 draws.
                let inside = sums.iter().filter(|sum| (lower..=upper).contains(sum)).count() as f64 / 400.0;
                // The published point is not the middle of its interval, so the drawn one is a little off.
                assert!((inside - 0.9).abs() < 0.06 + 0.06, "{inside}");
                assert!(sums.windows(2).any(|pair| pair[0] != pair[1]));
            }
        }
        assert!(members.iter().all(|c| found.raked[total.form][*c]));
    }
}

#[test]
fn without_totals_a_five_year_count_becomes_a_stock() {
    let mut invented = invent(&world(false), &frame(50, 50, 1), 2);
    invented.study.forms[0].durations.0 = vec![(730.0, 1e9)];
    let risks = risks(&invented, 20);
    let found = people(&invented.study, &risks.iter().map(Vec::as_slice).collect::<Vec<_>>());
    for (c, country) in invented.study.countries.iter().enumerate() {
        // 730 of 1,825 days; a marriage lasts.
        for (form, factor) in [(0, 0.4), (1, 1.0)] {
            for (people, risk) in found.numbers[form][c].iter().zip(&risks[form][c]) {
                assert!((people / (risk * country.population * factor) - 1.0).abs() < 1e-12);
            }
        }
    }
}

#[test]
fn the_same_study_gives_the_same_answer_and_its_lines_say_where_it_comes_from() {
    let invented = invent(&world(true), &frame(400, 300, 6), 6);
    let first = run(&invented.study).expect("an answer");
    assert_eq!(first, run(&invented.study).expect("an answer"));
    let SurveyOutcome::Countries(countries) = &first.outcome else { panic!("{:?}", first.forms) };
    let shares: f64 = countries.iter().map(|country| country.rank_at_most[0].share).sum();
    assert!((shares - 1.0).abs() < 1e-9, "one country is first in every draw");
    let lines = lines(countries);
    assert_eq!((lines[0].basis, lines[14].basis), ("survey", "modelled-no-survey-here"));
    assert!(lines[0].positives.ends_with("/3000") && lines[14].positives.is_empty());
    assert!(lines[14].distance.contains(" of ") && lines[14].donors.split(", ").count() == 3);
}

#[test]
fn state_imposed_cases_are_added_to_the_modelled_ones() {
    let mut invented = invent(&world(true), &frame(400, 300, 6), 6);
    let before = run(&invented.study).expect("an answer");
    invented.study.countries[3].state_imposed = 5000.0;
    let after = run(&invented.study).expect("an answer");
    let (SurveyOutcome::Countries(before), SurveyOutcome::Countries(after)) = (before.outcome, after.outcome) else {
        panic!("both are estimated")
    };
    assert!((after[3].people.median - before[3].people.median - 5000.0).abs() < 1e-6);
    assert_eq!(after[4].people, before[4].people);
}

type Spoil = fn(&mut Study);

#[test]
fn what_cannot_be_used_is_refused_by_name() {
    let wrong: [(Spoil, Refusal); 14] = [
        (|s| s.countries.clear(), Refusal::Named("country".into())),
        (|s| s.forms.clear(), Refusal::Named("form".into())),
        (|s| s.countries[1].id = "C01".into(), Refusal::Named("C01".into())),
        (|s| s.level = 1.0, Refusal::Setting("level")),
        (|s| s.priors.country_sd = 0.0, Refusal::Setting("country_sd")),
        (|s| s.chains.chains = 1, Refusal::Setting("chains")),
        (|s| s.countries[2].population = f64::NAN, Refusal::BadNumber { country: "C03".into(), field: "population" }),
        (|s| s.countries[2].predictors.clear(), Refusal::BadNumber { country: "C03".into(), field: "predictor" }),
        (
            |s| s.countries[0].answers[0][0].positive = u64::MAX,
            Refusal::BadNumber { country: "C01".into(), field: "survey cell" },
        ),
        (|s| s.countries[4].cells.clear(), Refusal::NoPopulation("C05".into())),
        (
            |s| s.countries.iter_mut().skip(1).for_each(|c| c.answers[1].clear()),
            Refusal::TooFewSurveys("forced-marriage".into()),
        ),
        (
            |s| s.countries.iter_mut().for_each(|c| c.answers[0].iter_mut().for_each(|a| a.positive = 0)),
            Refusal::NoPositives("forced-labour".into()),
        ),
        (|s| s.countries.iter_mut().for_each(|c| c.predictors[0] = 2.0), Refusal::Constant("predictor 1".into())),
        (
            |s| s.totals.push(Total { region: "nowhere".into(), form: 0, people: 1.0, interval: None }),
            Refusal::Total("nowhere".into()),
        ),
    ];
    let invented = invent(&world(true), &frame(20, 20, 1), 2);
    for (spoil, refusal) in wrong {
        let mut study = invented.study.clone();
        spoil(&mut study);
        assert_eq!(run(&study).map(|_| ()), Err(refusal));
    }
}

#[test]
fn extreme_studies_end_without_a_panic() {
    let invented = invent(&world(true), &frame(30, 20, 1), 2);
    let extremes: [Spoil; 7] = [
        |s| s.countries.iter_mut().for_each(|c| c.answers.iter_mut().flatten().for_each(|a| a.positive = a.asked)),
        |s| {
            s.countries.iter_mut().for_each(|c| {
                c.answers.iter_mut().flatten().for_each(|a| {
                    a.asked = a.asked.saturating_mul(1_000_000_000);
                    a.positive = a.positive.saturating_mul(1_000_000_000);
                });
            });
        },
        |s| s.countries.iter_mut().for_each(|c| c.predictors[0] *= 1e200),
        |s| s.countries.iter_mut().for_each(|c| c.answers.iter_mut().flatten().for_each(|a| a.x[0] *= 1e200)),
        |s| s.countries.iter_mut().for_each(|c| c.answers.iter_mut().flatten().for_each(|a| a.weight = 1e-200)),
        |s| s.countries.truncate(2),
        |s| {
            s.countries[0].answers[0] =
                vec![AnswerCell { x: vec![1.0, 1.0], asked: u64::MAX, positive: 1, weight: 1.0 }]
        },
    ];
    for spoil in extremes {
        let mut study = invented.study.clone();
        spoil(&mut study);
        if let Ok(answer) = run(&study) {
            serde_json::to_string(&answer).expect("json");
        }
    }
}
