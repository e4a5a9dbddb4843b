//! The report of an estimate from overlapping lists: one document, drawn as a page, a file and a PDF.
//!
//! The sentence comes first and is never a lone number: what the methods say together, to the digits their intervals
//! support, or that nothing can be said, why, and what would help.

mod axis;
mod curve;
mod forest;
mod grid;
mod overlap;
pub(crate) mod round;
mod section;
pub(crate) mod sentence;
pub mod told;

use jiff::civil::Date;
use pana_stats::mse::capture::Capture;
use pana_stats::mse::study::{Question, Study};
use pana_text::Words;

pub use sentence::{below, in_words, supported};

use crate::report::Report;
use crate::svg::Dress;

/// An answer with what makes it repeatable.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// What was asked.
    pub question: &'a Question,
    /// The table as it was read.
    pub capture: &'a Capture,
    /// The answer.
    pub study: &'a Study,
    /// What the table is called.
    pub file: &'a str,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: &'a str,
    /// The version of the program that computed it.
    pub version: &'a str,
    /// The day it was computed.
    pub on: Date,
}

/// What every part of the report needs.
#[derive(Clone, Copy)]
struct Teller<'a> {
    words: &'a Words,
    given: Given<'a>,
    dress: Dress,
}

/// The last part of a path.
pub(crate) fn name_of(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().filter(|name| !name.is_empty()).unwrap_or(file)
}

/// The report in the language of these words.
pub fn report(words: &Words, given: &Given<'_>, dress: Dress) -> Report {
    let teller = Teller { words, given: *given, dress };
    let lead = sentence::in_words(words, given.study);
    let kept = [
        section::forest::forest(teller),
        section::gates::gates(teller),
        section::assumption::assumption(teller),
        section::lists::lists(teller),
        section::curves::curves(teller),
        section::robustness::other_lists(teller),
        section::robustness::consistency(teller),
        section::robustness::coverage(teller),
        section::strata::strata(teller),
        section::made::made(teller),
    ];
    Report {
        lang: words.lang().tag(),
        // The command line knows a table by its path; a report goes to others, whom the disk does not concern.
        title: words.tell("estimate-report-title", &[("file", name_of(given.file).into())]),
        subject: words.say("estimate-report-subject"),
        estimable: given.study.whole.spread.is_some(),
        sentence: lead.first,
        beside: lead.beside,
        help: lead.help,
        sections: kept.into_iter().flatten().collect(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;
    use pana_stats::mse::capture::{CaptureRow, Count};
    use pana_stats::mse::estimator::PUBLISHED;
    use pana_stats::mse::study::study;
    use pana_stats::watch::Unwatched;
    use pana_text::Lang;

    use super::*;

    /// The catalogue of estimates in a language.
    pub fn words(lang: &str) -> Words {
        let text = match lang {
            "ru" => include_str!("../../../../data/text/ru/estimate.ftl"),
            "kk" => include_str!("../../../../data/text/kk/estimate.ftl"),
            _ => include_str!("../../../../data/text/en/estimate.ftl"),
        };
        let lang = Lang::parse(lang).expect("a language of ours");
        Words::new(lang, &[("estimate.ftl".to_owned(), text.to_owned())], BTreeMap::new()).expect("well formed")
    }

    fn capture(rows: &[(u32, &str, Count)]) -> Capture {
        let row = |(history, sex, count): &(u32, &str, Count)| CaptureRow {
            history: *history,
            stratum: vec![(*sex).to_owned()],
            count: *count,
        };
        Capture {
            lists: ["police", "shelter", "clinic"].map(str::to_owned).to_vec(),
            strata: vec!["sex".to_owned()],
            rows: rows.iter().map(row).collect(),
        }
    }

    fn asked(capture: &Capture, strata: &[&str]) -> (Question, Study) {
        let question = Question {
            methods: Vec::new(),
            strata: strata.iter().map(|name| (*name).to_owned()).collect(),
            settings: pana_stats::mse::estimator::Settings { replicates: 40, ..PUBLISHED },
            simulated: 10,
            completions: 2,
        };
        let found = study(capture, &question, &Unwatched).expect("nobody stops it");
        (question, found)
    }

    fn told(lang: &str, capture: &Capture, strata: &[&str], dress: Dress) -> Report {
        let (question, found) = asked(capture, strata);
        let given = Given {
            question: &question,
            capture,
            study: &found,
            file: "t.csv",
            sha256: "ab12",
            version: "0.1.0",
            on: date(2026, 11, 22),
        };
        report(&words(lang), &given, dress)
    }

    fn overlapping() -> Capture {
        capture(&[
            (1, "f", Count::Exact(54)),
            (2, "f", Count::Exact(80)),
            (4, "m", Count::Exact(41)),
            (3, "f", Count::Exact(14)),
            (5, "m", Count::Between(1, 4)),
            (6, "m", Count::Exact(9)),
            (7, "f", Count::Exact(3)),
            (1, "m", Count::Exact(20)),
            (2, "m", Count::Exact(22)),
            (3, "m", Count::Exact(6)),
        ])
    }

    /// Every text of a report.
    fn texts(report: &Report) -> String {
        format!("{report:?}")
    }

    #[test]
    fn the_report_is_whole_in_three_languages() {
        for lang in ["en", "ru", "kk"] {
            let report = told(lang, &overlapping(), &["sex"], Dress::Page);
            assert!(report.estimable);
            let ids: Vec<&str> = report.sections.iter().map(|section| section.id).collect();
            for id in
                ["methods", "gates", "assumption", "lists", "other-lists", "consistency", "coverage", "strata", "made"]
            {
                assert!(ids.contains(&id), "{lang}: {id} is not among {ids:?}");
            }
            let all = texts(&report);
            assert!(!all.contains("[estimate-") && !all.contains("{$") && !all.contains("NaN"), "{lang}: {all}");
            let mut names: Vec<&str> = report.drawings().map(|drawing| drawing.id.as_str()).collect();
            names.sort_unstable();
            let count = names.len();
            names.dedup();
            assert_eq!(names.len(), count, "two drawings of one name");
        }
    }

    #[test]
    fn the_sentence_is_never_a_lone_number() {
        let report = told("en", &overlapping(), &[], Dress::Page);
        assert!(report.sentence.starts_with("Between "), "{}", report.sentence);
        assert!(report.sentence.contains("depending on the method"), "{}", report.sentence);
        assert!(report.beside.iter().any(|sentence| sentence.contains("95")), "{:?}", report.beside);
    }

    #[test]
    fn without_overlap_it_says_so_and_what_would_help() {
        let apart = capture(&[(1, "f", Count::Exact(30)), (2, "f", Count::Exact(20)), (4, "f", Count::Exact(10))]);
        for lang in ["en", "ru", "kk"] {
            let report = told(lang, &apart, &[], Dress::Print);
            assert!(!report.estimable && report.help.len() == 5, "{lang}");
            assert!(report.beside.iter().any(|sentence| sentence.contains("60")), "{lang}: {:?}", report.beside);
            assert!(!texts(&report).contains("[estimate-"), "{lang}");
        }
    }

    #[test]
    fn an_unknown_method_shows_its_id() {
        let words = words("ru");
        assert_eq!(told::method(&words, "brand-new"), "brand-new");
        assert_eq!(told::gate(&words, "new-gate"), "new-gate");
        assert_ne!(told::method(&words, "lcmcr"), "lcmcr");
    }

    #[test]
    fn every_id_of_the_engine_has_its_words() {
        for lang in ["en", "ru", "kk"] {
            let words = words(lang);
            for id in pana_stats::mse::answer::METHODS {
                assert_ne!(told::method(&words, id), id, "{lang}");
                assert!(!told::method_says(&words, id).is_empty(), "{lang} {id}");
            }
            let (_, found) = asked(&overlapping(), &[]);
            for answer in &found.whole.results {
                for gate in &answer.gates {
                    assert!(words.has(&format!("estimate-gate-{}", gate.name)), "{lang} {}", gate.name);
                    assert!(!told::gate_says(&words, gate.name).is_empty(), "{lang} {}", gate.name);
                }
                for (name, _) in &answer.settings {
                    assert!(words.has(&format!("estimate-setting-{}", name.replace('_', "-"))), "{lang} {name}");
                }
            }
        }
    }
}
