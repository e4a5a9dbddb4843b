//! The reports of samples say what their answers say, and why nothing can be said, in three languages.

use std::collections::BTreeMap;

use jiff::civil::date;
use pana_stats::mse::answer::Reason;
use pana_stats::nsum::{self, Ard, Group};
use pana_stats::rds::successive::Successive;
use pana_stats::rds::{self, MissingDegree, Outcome, Recruit, Sample};
use pana_stats::watch::Unwatched;
use pana_text::Lang;

use super::*;
use crate::report::Report;
use crate::report::plain::plain;

fn words(lang: &str) -> Words {
    let file = |name: &str| {
        let path = format!("{}/../../data/text/{lang}/{name}.ftl", env!("CARGO_MANIFEST_DIR"));
        (name.to_owned(), std::fs::read_to_string(path).expect("a catalogue"))
    };
    Words::new(Lang::parse(lang).expect("ours"), &[file("estimate"), file("sample")], BTreeMap::new())
        .expect("well formed")
}

fn files() -> Vec<Used> {
    vec![Used { file: "/somewhere/answers.csv".to_owned(), sha256: "ab12".to_owned() }]
}

fn made(files: &[Used]) -> Made<'_> {
    Made { files, version: "0.1.0", on: date(2026, 11, 22) }
}

/// 40 respondents and three known groups; the hidden one is known to every `nth` of them.
fn public(nth: u64) -> nsum::Report {
    let known = |k: u64| (0..40).map(|i| (i * (k + 2) + k) % 5 + k % 2).collect::<Vec<u64>>();
    let mut groups: Vec<Group> = (0..3)
        .map(|k| Group { name: format!("known {k}"), size: Some(400.0 + 100.0 * k as f64), known: known(k) })
        .collect();
    let hidden = (0..40).map(|i| u64::from(nth > 0 && i % nth == 0)).collect();
    groups.push(Group { name: "hidden".into(), size: None, known: hidden });
    let ard = Ard::new(100_000.0, groups).expect("a survey");
    let settings = nsum::Settings { level: 0.95, replicates: 50, seed: 1, random_degree: None };
    nsum::report(&ard, settings, &Unwatched).expect("nobody stops it")
}

fn whole(report: &Report, lang: &str) {
    let all = format!("{report:?}");
    for wrong in ["[sample-", "[estimate-", "{$", "NaN", "/somewhere"] {
        assert!(!all.contains(wrong), "{lang}: {wrong} in {all}");
    }
    assert!(report.sections.iter().any(|section| section.id == "made"), "{lang}");
}

#[test]
fn a_scale_up_is_told_as_a_spread_in_three_languages() {
    let (found, files) = (public(4), files());
    for lang in ["en", "ru", "kk"] {
        let report = super::nsum::report(&words(lang), &found, made(&files), Dress::Page);
        whole(&report, lang);
        assert!(report.estimable && report.drawings().count() == 1, "{lang}");
        assert_eq!(super::nsum::refusal(&words(lang), &found), None);
    }
    let text = plain(&super::nsum::report(&words("en"), &found, made(&files), Dress::Print));
    assert!(text.starts_with("Between ") && text.contains("depending on the method"), "{text}");
    assert!(text.contains("Share of ties known") && text.contains("50%"), "{text}");
    assert!(text.contains("maximum likelihood (MLE)") && text.contains("of 3 intervals hold the size"), "{text}");
}

#[test]
fn a_group_that_nobody_knows_is_not_estimable_and_the_next_step_is_named() {
    let (found, files) = (public(0), files());
    for (lang, next) in [("en", "Ask more people"), ("ru", "Опросите больше людей"), ("kk", "Көбірек адамды")]
    {
        let report = super::nsum::report(&words(lang), &found, made(&files), Dress::Page);
        whole(&report, lang);
        assert!(!report.estimable && report.help.len() == 3, "{lang}");
        let told = super::nsum::refusal(&words(lang), &found).expect("nothing can be said");
        assert!(told.contains(next), "{told}");
    }
}

/// Two chains of people, each from one seed.
fn recruited() -> rds::Report {
    let recruit = |i: usize| Recruit {
        id: format!("p{i}"),
        recruiter: (i >= 2).then(|| format!("p{}", i - 2)),
        degree: Some(3.0 + (i % 4) as f64),
        groups: vec![Some(usize::from(i.is_multiple_of(3)))],
    };
    let outcome = Outcome { name: "used_centre".into(), groups: vec!["0".into(), "1".into()] };
    let people: Vec<Recruit> = (0..40).map(recruit).collect();
    let sample = Sample::new(vec![outcome], &people).expect("a sample");
    let settings = rds::Settings {
        level: 0.95,
        replicates: 40,
        seed: 1,
        missing_degree: MissingDegree::Drop,
        successive: Some(Successive { population: 400, iterations: 2, samples: 40, seed: 1 }),
        register: Some(rds::report::Register { counted: 90, outcome: 0, group: 1 }),
    };
    rds::report(&sample, &settings, &Unwatched).expect("nobody stops it")
}

#[test]
fn shares_of_a_recruited_sample_are_told_by_every_estimator_in_three_languages() {
    let (found, files) = (recruited(), files());
    for lang in ["en", "ru", "kk"] {
        let report = super::rds::report(&words(lang), &found, made(&files), Dress::Page);
        whole(&report, lang);
        assert!(report.estimable && report.drawings().count() == 1, "{lang}");
    }
    let text = plain(&super::rds::report(&words("en"), &found, made(&files), Dress::Print));
    assert!(text.starts_with("Between ") && text.contains("depending on the estimator"), "{text}");
    for told in ["RDS-II, tree bootstrap", "40 people came from 2 seeds", "successive sampling", "The register divided"]
    {
        assert!(text.contains(told), "`{told}` is not in\n{text}");
    }
}

#[test]
fn every_reason_of_the_engines_has_its_sentence_with_a_next_step() {
    use pana_stats::survey::study::Refusal;
    for lang in ["en", "ru", "kk"] {
        let words = words(lang);
        for reason in [
            Reason::NoOverlap,
            Reason::NoMaximum,
            Reason::NotIdentifiable,
            Reason::NumberOfLists,
            Reason::NotMixed,
            Reason::TooFewTwice,
            Reason::NotConverged,
            Reason::NoLists,
        ] {
            let told = said::not_estimable(&words, reason);
            assert!(!told.contains('[') && told.matches(". ").count() >= 2, "{lang}: {told}");
        }
        for refusal in [
            Refusal::Named("x".into()),
            Refusal::Setting("x"),
            Refusal::BadNumber { country: "X".into(), field: "population" },
            Refusal::NoPopulation("x".into()),
            Refusal::TooFewSurveys("x".into()),
            Refusal::NoPositives("x".into()),
            Refusal::Constant("x".into()),
            Refusal::Durations("x".into()),
            Refusal::Total("x".into()),
            Refusal::StateImposed("x".into()),
            Refusal::NoStart,
        ] {
            let told = survey::refusal(&words, &refusal);
            assert!(!told.starts_with('[') && !told.contains('$') && told.contains(". "), "{lang}: {told}");
        }
        assert!(survey::not_mixed(&words, "forced-labour").contains("forced-labour"), "{lang}");
    }
}
