//! Do the intervals hold the truth as often as they say?

use pana_stats::mse::Verdict;
use pana_stats::survey::answer::{Basis, SurveyOutcome};
use pana_stats::survey::simulate::invent;
use pana_stats::survey::{Study, estimate};
use pana_stats::watch::Unwatched;

use super::{frame, world};

/// How many of the truths of many worlds are inside.
#[derive(Default)]
struct Held {
    inside: u64,
    of: u64,
}

impl Held {
    fn count(&mut self, inside: bool) {
        self.inside += u64::from(inside);
        self.of += 1;
    }

    fn share(&self) -> f64 {
        self.inside as f64 / self.of as f64
    }
}

#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    let worlds = 16;
    let (mut surveyed, mut modelled, mut people, mut direct) =
        (Held::default(), Held::default(), Held::default(), Held::default());
    let mut dropped = 0;
    for seed in 0..worlds {
        let invented = invent(&world(true), &frame(500, 300, seed), 1000 + seed);
        let answer = estimate(&invented.study, &Unwatched).expect("nobody stops it").expect("a study");
        let SurveyOutcome::Countries(countries) = &answer.outcome else {
            dropped += 1;
            let fails = |gate: &&pana_stats::mse::Gate| gate.verdict == Verdict::Fail;
            println!("  refused: {:?}", answer.forms.iter().flat_map(|form| &form.gates).find(fails));
            continue;
        };
        for (c, country) in countries.iter().enumerate() {
            people.count(country.people.holds(invented.people[c]));
            for (f, form) in country.forms.iter().enumerate() {
                let inside = form.risk.holds(invented.risks[f][c]);
                match &form.basis {
                    Basis::Survey => {
                        surveyed.count(inside);
                        let alone = form.direct.as_ref().expect("a survey speaks for itself");
                        direct.count((alone.lower..=alone.upper).contains(&invented.risks[f][c]));
                    }
                    Basis::ModelledNoSurveyHere { .. } => modelled.count(inside),
                }
            }
        }
    }
    println!(
        "coverage of nominal 90 % intervals over {} invented worlds ({dropped} refused by a gate)",
        worlds - dropped
    );
    for (name, held) in
        [("risk, surveyed", &surveyed), ("risk, no survey", &modelled), ("people, raked", &people), ("direct", &direct)]
    {
        println!("  {name}: {:.1} % of {}", 100.0 * held.share(), held.of);
        // Truths of one world share its intercept and spread, so they count for less than their number: as many
        // independent ones as a quarter of them is taken, and four standard errors allowed. The predictive draws for
        // countries without a survey may be conservative: the prior of s is wider than these truths.
        let error = libm::sqrt(0.9 * 0.1 / (held.of as f64 / 4.0));
        assert!(held.share() > 0.9 - 4.0 * error && held.of > 100, "{name}");
        assert!(held.share() < 1.0, "{name}: intervals that are never wrong are too wide");
    }
    assert!(dropped <= 3);
}

#[test]
fn a_country_with_a_survey_is_known_better_than_one_without() {
    let invented = invent(&world(false), &frame(400, 300, 4), 4);
    let answer = estimate(&invented.study, &Unwatched).expect("nobody stops it").expect("a study");
    let SurveyOutcome::Countries(countries) = &answer.outcome else { panic!("{:?}", answer.forms) };
    let width = |with: bool| {
        let widths: Vec<f64> = countries
            .iter()
            .filter(|country| country.has_survey() == with)
            .map(|country| libm::log(country.prevalence.upper / country.prevalence.lower))
            .collect();
        widths.iter().sum::<f64>() / widths.len() as f64
    };
    assert!(width(false) > 1.5 * width(true), "{} {}", width(false), width(true));
    for country in countries.iter().filter(|country| !country.has_survey()) {
        for form in &country.forms {
            let Basis::ModelledNoSurveyHere { extrapolation: Some(far) } = &form.basis else { panic!("{form:?}") };
            assert_eq!(far.donors.len(), 3);
            assert!(far.donors.windows(2).all(|pair| pair[0].distance <= pair[1].distance));
            assert_eq!(far.beyond, far.distance > far.farthest_survey);
            assert_eq!((form.asked, form.positive), (0, 0));
        }
    }
    says_everything(&invented.study, &answer);
}

/// The answer as JSON holds what a reader must see beside each number.
fn says_everything(study: &Study, answer: &pana_stats::survey::SurveyAnswer) {
    let json = serde_json::to_value(answer).expect("json");
    let countries = json["outcome"]["countries"].as_array().expect("countries");
    assert_eq!(countries.len(), study.countries.len());
    assert_eq!(countries[0]["forms"][0]["basis"], "survey");
    assert_eq!(countries[14]["forms"][1]["basis"], "modelled-no-survey-here");
    assert!(countries[0]["forms"][0]["positive"].as_u64().is_some_and(|positive| positive > 0));
    assert_eq!(json["settings"]["chains"]["seed"], 4);
}
