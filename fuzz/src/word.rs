//! Words of the public room: searches, stems, and the cells of facts.

use pana_evidence::assessment::label::NotALabel;
use pana_evidence::assessment::{Advancement, Domain, Domains, Level};
use pana_evidence::claim::span::Span;
use pana_evidence::commitment::{Recurrence, Schedule};
use pana_evidence::{Decimal, PartialDate};
use pana_text::question::Question;
use pana_text::{Lang, stem as stems, word};

use crate::{choice, text};

pub fn question(bytes: &[u8]) {
    let given = text(bytes);
    let (typed, read) = given.split_once('\n').unwrap_or((&given, "A report of the year 2016, 208 000 people"));
    let question = Question::read(typed);
    assert_eq!(question.is_empty(), question.wanted.is_empty());
    for lang in Lang::ALL {
        let marked: String = question.mark(lang, read).into_iter().map(|piece| piece.text).collect();
        assert_eq!(marked, read, "marking leaves the text as it is");
    }
    if let Some(lang) = Lang::parse(typed) {
        assert_eq!(Lang::parse(lang.tag()), Some(lang));
    }
}

pub fn stem(bytes: &[u8]) {
    let given = text(bytes);
    let together: String = word::pieces(&given).map(|piece| piece.text).collect();
    assert_eq!(together, given, "the pieces are the text");
    for word in word::words(&given) {
        for lang in Lang::ALL {
            let stem = stems::stem(lang, &word);
            assert!(!stem.is_empty() && stem.chars().count() <= word.chars().count() + 1, "{word}: {stem}");
        }
    }
}

pub fn fact(bytes: &[u8]) {
    let given = text(bytes);
    let (first, second) = given.split_once('\n').unwrap_or((&given, ""));
    if let Ok(date) = first.parse::<PartialDate>() {
        assert_eq!(date.to_string(), first, "a date is written as it was read");
        assert!(date.first_day() <= date.last_day() && date.first_day().year() == date.year());
    }
    if let Ok(number) = first.parse::<Decimal>() {
        assert_eq!(number.to_string(), first);
        assert!(number.value().is_finite() && number.decimals() < first.len());
        let shortest = Decimal::try_from(number.value()).expect("a finite number");
        assert_eq!(shortest.as_written().parse::<Decimal>().map(|again| again.value()), Ok(number.value()));
    }
    label(first);
    let span = Span::read(second, first);
    assert!(span.days().is_none_or(|days| days > 0), "{span:?}");
    let _ = (span.end(), span.to(Span::read("annual_rate", second), choice(bytes).0.is_multiple_of(2)));
    let schedule = Schedule::read(Some(first), Some(second).filter(|second| !second.is_empty()));
    if let Ok(days) = schedule.days(Some(jiff::civil::date(2020, 2, 29)), jiff::civil::date(2030, 12, 31)) {
        assert!(schedule.is_dated() && days.is_sorted(), "{days:?}");
    }
    if let Some(recurrence) = Recurrence::parse(first) {
        assert_eq!(
            Recurrence::parse(&format!(" {} ", first.to_uppercase())).is_some(),
            first.is_ascii(),
            "{recurrence:?}"
        );
    }
}

fn label(given: &str) {
    let read: Result<Advancement, NotALabel> = Advancement::parse_label(given);
    match read {
        Ok(read) => assert_eq!(Advancement::parse_label(&read.label()).as_ref(), Ok(&read)),
        Err(refused) => assert!(!refused.to_string().is_empty()),
    }
    if let Some(level) = Level::parse(given) {
        assert_eq!(level.code(), given);
    }
    if let Some(domains) = Domains::parse(given) {
        let codes: Vec<&str> = domains.iter().map(Domain::code).collect();
        assert!(!codes.is_empty());
        assert_eq!(Domains::new(domains.iter()), Some(domains));
    }
}

pub mod seeds {
    fn of(texts: &[&str]) -> Vec<Vec<u8>> {
        texts.iter().map(|text| text.as_bytes().to_vec()).collect()
    }

    pub fn question() -> Vec<Vec<u8>> {
        of(&[
            "forced labour -\"debt bondage\" 208 000\nForced labour, 208 000 people",
            "«құл еңбегі» −борыш",
            "принудительный тру\nпринудительного труда",
            "İstanbul ŉ",
            "en",
        ])
    }

    pub fn stem() -> Vec<Vec<u8>> {
        of(&["балаларымыздың құқықтары", "освобождённые работницы", "generalizations 208 000 s001", "ﬁ ǅ ß İ"])
    }

    pub fn fact() -> Vec<Vec<u8>> {
        of(&[
            "2016",
            "2012-10",
            "2025-02-25",
            "-0.50",
            "45800000",
            "2024-Q1; 2025-H2\nannually",
            "by 29 February each year",
            "--12-01",
            "10 months of 2012\nannual_rate",
            "2012-2013",
            "Minimal Advancement",
            "No Advancement",
            "Moderate Advancement",
            "law,policy",
            "half-yearly\n2020-01-31",
            "12 months of 9999",
            "0000",
        ])
    }
}
