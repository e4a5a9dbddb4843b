//! R20: rules are data with days and source; a case keeps the version it was decided under.

use pana_casework::clock::Clock;
use pana_casework::dated::{Dated, Disorder, Parameter};
use pana_casework::eligibility::RefusalReason;
use pana_casework::law::{Deadline, Law};
use pana_casework::law_row::{rows, to_confirm};

use crate::world::{clock, day, law, start, version};

fn dated(value: u32, from: Option<&str>, to: Option<&str>) -> Dated<u32> {
    Dated {
        value,
        valid_from: from.map(day),
        valid_to: to.map(day),
        article: None,
        source: "invented".to_owned(),
        verified: true,
        note: None,
    }
}

#[test]
fn r20_a_clock_keeps_the_law_of_its_first_day() {
    let old = clock("2023-12-31");
    let new = clock("2024-01-01");
    assert_eq!((old.months(), new.months()), (Some(4), Some(6)));
    // The old one meets the new law: nothing changes for it.
    assert_eq!(old.end(day("2024-03-01")), Some(day("2024-04-30")));
    // Nor does a new edition of the law reach a clock that is written down.
    let written = serde_json::to_string(&old).expect("JSON");
    let read: Clock = serde_json::from_str(&written).expect("JSON");
    assert_eq!((read.law.on, read.months()), (day("2023-12-31"), Some(4)));
}

#[test]
fn r20_a_version_holds_only_what_is_in_force_on_its_day() {
    let before = version("2023-12-31");
    let after = version("2024-01-01");
    assert_eq!(before.law.acts.iter().map(|act| act.id.as_str()).collect::<Vec<_>>(), ["old"]);
    assert_eq!(after.law.acts.iter().map(|act| act.id.as_str()).collect::<Vec<_>>(), ["new"]);
    assert_eq!(before.term(|law| &law.benefit_unit), Some(&100));
    assert_eq!(after.term(|law| &law.benefit_unit), Some(&120));
    assert!(before.refusal_reason(RefusalReason::AlreadyServed).is_none());
    assert!(after.refusal_reason(RefusalReason::AlreadyServed).is_some());
    assert_eq!(after.law.version_on(after.on), after, "a version of a version is itself");
}

#[test]
fn r20_what_no_source_says_is_absent() {
    for &deadline in Deadline::ALL {
        assert_eq!(law().deadline(deadline, day("2025-03-01")), None, "{}", deadline.name());
    }
}

#[test]
fn r20_two_values_never_hold_on_one_day() {
    let held = [dated(1, None, Some("2023-12-31")), dated(2, Some("2024-01-01"), None)];
    let parameter = Parameter::new(held.to_vec()).expect("in order");
    assert_eq!(parameter.in_force(day("2023-12-31")).map(|row| row.value), Some(1));
    assert_eq!(parameter.in_force(day("2024-01-01")).map(|row| row.value), Some(2));
    let both = Parameter::new(vec![dated(1, None, None), dated(2, Some("2024-01-01"), None)]);
    assert_eq!(both, Err(Disorder::TwoOnOneDay { first: None, second: Some(day("2024-01-01")) }));
    let backwards = Parameter::new(vec![dated(1, Some("2024-01-01"), Some("2023-01-01"))]);
    assert_eq!(backwards, Err(Disorder::EndsBeforeItBegins { valid_from: Some(day("2024-01-01")) }));
    let gap = Parameter::new(vec![dated(1, None, Some("2020-12-31")), dated(2, Some("2024-01-01"), None)]);
    assert_eq!(gap.expect("a gap is allowed").in_force(day("2022-01-01")), None);
}

#[test]
fn r20_what_nobody_verified_is_listed_for_the_head() {
    let law = law();
    let keys: Vec<String> = to_confirm(&law, day("2025-03-01")).into_iter().map(|row| row.key).collect();
    for key in ["clock.start", "clock.re_entry", "clock.pause", "retention.case_years", "zone.rule", "refusal_reasons"]
    {
        assert!(keys.iter().any(|listed| listed == key), "{key} in {keys:?}");
    }
    assert!(!keys.iter().any(|listed| listed == "clock.base_months"), "{keys:?}");
    assert_eq!(keys.iter().filter(|listed| *listed == "zone.rule").count(), 1, "only the rule of the day");
    assert!(rows(&law).iter().all(|row| !row.row.source.is_empty()));
    assert_eq!(rows(&law).iter().filter(|row| row.key == "clock.base_months").count(), 2);
}

#[test]
fn r20_the_guaranteed_services_come_in_the_order_of_the_law() {
    let codes: Vec<String> = law().guaranteed(day("2025-03-01")).iter().map(|code| code.as_str().to_owned()).collect();
    assert_eq!(codes, ["household", "medical"]);
}

#[test]
fn r20_a_law_that_is_written_down_reads_back_the_same() {
    let written = serde_json::to_string(&law()).expect("JSON");
    assert_eq!(serde_json::from_str::<Law>(&written).expect("JSON"), law());
    let unknown = written.replacen(r#""id":"land""#, r#""id":"land","needs_registration":true"#, 1);
    assert!(serde_json::from_str::<Law>(&unknown).is_err(), "a law has no key that nobody reads");
    let clock = Clock::start(start(1, "2025-01-15"), &version("2025-01-15")).expect("the law says how");
    assert!(serde_json::to_string(&clock).expect("JSON").len() < 4_000, "a clock keeps the terms that it needs");
}
