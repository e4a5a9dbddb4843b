//! When something is due, in the words of plans.

use pana_evidence::commitment::{Recurrence, Schedule, Unknown};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::world::day;

fn days(due: &str, recurrence: &str, start: &str, end: &str) -> Vec<String> {
    let schedule = Schedule::read(Some(due), Some(recurrence));
    let days =
        schedule.days(Some(day(start)), day(end)).unwrap_or_else(|reason| panic!("{due} {recurrence}: {reason:?}"));
    days.iter().map(ToString::to_string).collect()
}

#[test]
fn the_words_of_plans_become_days() {
    let plan = ("2024-01-01", "2025-12-31");
    let expected: [(&str, &str, &[&str]); 10] = [
        ("", "annually", &["2024-12-31", "2025-12-31"]),
        ("", "half-yearly", &["2024-06-30", "2024-12-31", "2025-06-30", "2025-12-31"]),
        ("", "by 1 December each year", &["2024-12-01", "2025-12-01"]),
        ("", "--12-01", &["2024-12-01", "2025-12-01"]),
        ("by 29 February annually", "", &["2024-02-29", "2025-02-28"]),
        ("2024-09", "", &["2024-09-30"]),
        ("2025-Q2", "", &["2025-06-30"]),
        ("2025-H1; 2024-12-20", "", &["2024-12-20", "2025-06-30"]),
        ("2024-01-31", "monthly", &[]),
        ("2024-11-15", "half-yearly", &["2024-11-15", "2025-05-15", "2025-11-15"]),
    ];
    for (due, recurrence, expected) in expected {
        let days = days(due, recurrence, plan.0, plan.1);
        if recurrence == "monthly" {
            assert_eq!(days[..3], ["2024-01-31", "2024-02-29", "2024-03-31"], "short months give their last day, once");
            assert_eq!(days.len(), 24);
        } else {
            assert_eq!(days, expected, "{due} {recurrence}");
        }
    }
    let quarters = days("quarterly", "", "2024-05-10", "2024-12-31");
    assert_eq!(quarters, ["2024-06-30", "2024-09-30", "2024-12-31"], "the quarter it begins in counts");
}

#[test]
fn words_that_name_no_day_are_kept_and_not_guessed_at() {
    let unclear = Schedule::read(Some("as needed"), None);
    assert_eq!(unclear.days(None, day("2025-01-01")), Err(Unknown::UnclearDue("as needed".to_owned())));
    assert!(!unclear.is_dated());
    for words in ["by 31 June each year", "by December each year", "2024-13", "--02-30", "2024-Q5", "soon; 2024"] {
        assert!(matches!(Schedule::read(Some(words), None), Schedule::Unclear(_)), "{words}");
    }
    assert!(
        matches!(Schedule::read(Some("2024;2025"), Some("annually")), Schedule::Unclear(_)),
        "two anchors are none"
    );
}

#[test]
fn what_recurs_from_nowhere_has_no_days() {
    let annually = Schedule::read(None, Some("annually"));
    assert_eq!(annually.days(None, day("2025-12-31")), Err(Unknown::NoStart));
    assert_eq!(Schedule::read(Some(" "), None).days(None, day("2025-12-31")), Err(Unknown::NoDueDate));
}

const EVERY: [(Recurrence, i32); 4] =
    [(Recurrence::Monthly, 1), (Recurrence::Quarterly, 3), (Recurrence::HalfYearly, 6), (Recurrence::Annually, 12)];

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_and_no_period_makes_it_panic(due in ".{0,24}", recurrence in ".{0,24}", far: bool) {
        let schedule = Schedule::read(Some(&due), Some(&recurrence));
        let end = if far { jiff::civil::Date::MAX } else { day("2030-01-01") };
        prop_assert!(schedule.days(Some(day("2020-01-01")), end).map_or(true, |days| days.is_sorted()));
    }

    #[test]
    fn days_rise_and_lie_within_the_period(
        (every, months) in prop::sample::select(EVERY.to_vec()), year in 1990i16..2050, month in 1i8..=12, at in 1i8..=28, years in 0i16..8,
    ) {
        let start = jiff::civil::date(year, month, at);
        let end = jiff::civil::date(year + years, month, at);
        let days = Schedule::Again(every, None).days(Some(start), end).expect("it has a start");
        prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(days.iter().all(|day| (start..=end).contains(day) && *day == day.last_of_month()));
        let least = i32::from(years) * 12 / months - 1;
        prop_assert!(i32::try_from(days.len()).is_ok_and(|found| found >= least), "{} days", days.len());
    }
}
