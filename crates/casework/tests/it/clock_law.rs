//! What holds for every clock: its end, its days, its pauses, its extensions, its warnings.

use jiff::civil::Date;
use pana_casework::calendar::{days_after, days_between, months_after};
use pana_casework::clock::{Clock, ClockRefusal, PauseReason, PlanBeyond, Start, State};
use pana_casework::clock_law::{PauseRule, ReEntryRule, StartRule};
use pana_casework::dated::{Dated, Parameter};
use pana_casework::law::Law;
use proptest::prelude::*;

use crate::world::{centre, clock, day, extension, law, start, version, worker};

fn certain<T>(value: T) -> Parameter<T> {
    let dated = Dated {
        value,
        valid_from: None,
        valid_to: None,
        article: None,
        source: "invented".to_owned(),
        verified: true,
        note: None,
    };
    Parameter::new(vec![dated]).expect("one value")
}

fn with(change: impl FnOnce(&mut Law), on: &str) -> Clock {
    let mut law = law();
    change(&mut law);
    Clock::start(start(1, on), &law.version_on(day(on))).expect("the law says how")
}

#[test]
fn months_end_on_the_same_day_or_on_the_last_day_of_a_shorter_month() {
    for (first, last) in [
        ("2025-01-15", "2025-07-15"),
        ("2024-08-31", "2025-02-28"),
        ("2027-08-31", "2028-02-29"),
        ("2024-08-30", "2025-02-28"),
        ("2024-02-29", "2024-08-29"),
        ("2025-03-31", "2025-09-30"),
        ("2025-12-31", "2026-06-30"),
        ("2025-08-28", "2026-02-28"),
    ] {
        assert_eq!(clock(first).end(day(first)), Some(day(last)), "{first}");
    }
}

#[test]
fn an_extension_counts_from_the_start_so_that_a_short_month_takes_no_day() {
    let clock = clock("2024-08-31");
    let longer = clock.extend(extension("court", 3, day("2025-02-28"))).expect("on the last day, on a ground");
    assert_eq!(longer.end(day("2025-03-01")), Some(day("2025-05-31")));
}

#[test]
fn extension_only_on_the_two_grounds_before_the_end_within_the_maximum() {
    let clock = clock("2025-01-15");
    let refused = |ground, months, on: &str| clock.extend(extension(ground, months, day(on))).expect_err("a refusal");
    assert_eq!(refused("kindness", 1, "2025-06-01"), ClockRefusal::GroundNotInLaw);
    assert_eq!(refused("court", 0, "2025-06-01"), ClockRefusal::NoMonths);
    assert_eq!(refused("court", 4, "2025-06-01"), ClockRefusal::OverMaximum);
    assert_eq!(refused("court", u32::MAX, "2025-06-01"), ClockRefusal::OverMaximum);
    assert_eq!(refused("court", 1, "2025-07-16"), ClockRefusal::DecidedAfterEnd);
    assert_eq!(refused("court", 1, "2025-01-14"), ClockRefusal::DecidedBeforeStart);
    let once = clock.extend(extension("court", 2, day("2025-07-15"))).expect("on the last day");
    let twice = once.extend(extension("hospital", 1, day("2025-09-15"))).expect("on the last day of the extended time");
    assert_eq!((twice.months(), twice.end(day("2025-09-16"))), (Some(9), Some(day("2025-10-15"))));
    let third = twice.extend(extension("hospital", 1, day("2025-10-01"))).expect_err("a refusal");
    assert_eq!(third, ClockRefusal::OverMaximum);
}

#[test]
fn warnings_are_told_at_60_30_14_7_and_1_days() {
    let clock = clock("2025-01-15");
    let warned = |on: &str| match clock.state(day(on)) {
        State::Running { days_left, warning } => (days_left, warning),
        other => panic!("{on}: {other:?}"),
    };
    assert_eq!(warned("2025-05-15"), (61, None));
    assert_eq!(warned("2025-05-16"), (60, Some(60)));
    assert_eq!(warned("2025-06-14"), (31, Some(60)));
    assert_eq!(warned("2025-06-15"), (30, Some(30)));
    assert_eq!(warned("2025-07-01"), (14, Some(14)));
    assert_eq!(warned("2025-07-08"), (7, Some(7)));
    assert_eq!(warned("2025-07-14"), (1, Some(1)));
    assert_eq!(warned("2025-07-15"), (0, Some(1)));
    let days = ["2025-05-16", "2025-06-15", "2025-07-01", "2025-07-08", "2025-07-14"].map(day);
    let expected: Vec<(u32, Date)> = [60, 30, 14, 7, 1].into_iter().zip(days).collect();
    assert_eq!(clock.warnings(day("2025-02-01")), Some(expected));
}

#[test]
fn after_the_end_it_asks_for_a_plan_and_blocks_nothing() {
    let clock = clock("2025-01-15");
    assert_eq!(clock.state(day("2025-07-16")), State::Beyond { days: 1, needs_plan: true });
    let plan = PlanBeyond {
        plan: "The town pays until school begins.".to_owned(),
        agreed_on: day("2025-07-20"),
        agreed_by: worker(),
    };
    let planned = clock.agree_beyond(plan.clone()).expect("a plan");
    assert_eq!(planned.state(day("2025-07-20")), State::Beyond { days: 5, needs_plan: false });
    let empty = clock.agree_beyond(PlanBeyond { plan: " ".to_owned(), ..plan });
    assert_eq!(empty, Err(ClockRefusal::EmptyPlan));
    // She leaves, returns, moves: all of it is still written down.
    let away = planned.pause(PauseReason::LeftWithoutNotice, day("2025-08-01")).expect("after the end");
    let back = away.resume(day("2025-08-03")).expect("after the end");
    back.transfer(centre("harbour"), day("2025-08-04")).expect("after the end");
}

#[test]
fn a_pause_stops_the_clock_and_keeps_the_days_used() {
    let clock = clock("2025-01-15").pause(PauseReason::MedicalStay, day("2025-02-14")).expect("in time");
    for on in ["2025-02-14", "2025-03-01", "2025-12-31"].map(day) {
        assert_eq!((clock.days_used(on), clock.state(on)), (30, State::Paused { days_left: 151 }), "{on}");
        assert_eq!(clock.warnings(on), None, "the end is open while the clock stands still");
    }
    let back = clock.resume(day("2025-02-24")).expect("paused");
    assert_eq!(back.end(day("2025-02-24")), Some(day("2025-07-25")));
    assert_eq!(back.pause(PauseReason::MedicalStay, day("2025-02-20")), Err(ClockRefusal::OutOfOrder));
    assert_eq!(back.resume(day("2025-03-01")), Err(ClockRefusal::NotPaused));
    assert_eq!(clock.pause(PauseReason::MedicalStay, day("2025-03-01")), Err(ClockRefusal::AlreadyPaused));
    assert_eq!(clock.resume(day("2025-02-13")), Err(ClockRefusal::OutOfOrder));
}

#[test]
fn where_the_law_counts_days_of_absence_the_end_stays() {
    let runs = with(|law| law.clock.pause = certain(PauseRule::Runs), "2025-01-15");
    let away = runs.pause(PauseReason::LeftWithoutNotice, day("2025-02-14")).expect("in time");
    assert_eq!(away.end(day("2025-06-01")), Some(day("2025-07-15")));
    assert_eq!(away.state(day("2025-07-16")), State::Beyond { days: 1, needs_plan: true });
    assert!(away.warnings(day("2025-06-01")).is_some());
}

#[test]
fn what_starts_the_clock_is_a_rule_of_the_law() {
    let mut law = law();
    let days = Start { decided_on: Some(day("2025-01-10")), ..start(1, "2025-01-15") };
    let by_admission = Clock::start(days.clone(), &law.version_on(day("2025-01-10"))).expect("admitted");
    assert_eq!(by_admission.started_on, day("2025-01-15"));
    law.clock.start = certain(StartRule::Decision);
    let by_decision = Clock::start(days.clone(), &law.version_on(day("2025-01-10"))).expect("decided");
    assert_eq!(by_decision.started_on, day("2025-01-10"));
    let undecided = Clock::start(Start { decided_on: None, ..days.clone() }, &law.version_on(day("2025-01-10")));
    assert_eq!(undecided, Err(ClockRefusal::NotStarted));
    law.clock.start = Parameter::not_known();
    assert_eq!(Clock::start(days, &law.version_on(day("2025-01-10"))), Err(ClockRefusal::RuleNotKnown));
}

#[test]
fn where_the_months_are_not_known_the_clock_says_so_and_counts_the_days_all_the_same() {
    let clock = with(|law| law.clock.base_months = Parameter::not_known(), "2025-01-15");
    assert_eq!(clock.state(day("2025-03-01")), State::NotKnown);
    assert_eq!((clock.end(day("2025-03-01")), clock.days_used(day("2025-03-01"))), (None, 45));
    assert_eq!(clock.extend(extension("court", 1, day("2025-03-01"))), Err(ClockRefusal::MonthsNotKnown));
}

#[test]
fn a_return_goes_on_with_the_old_clock_or_starts_a_new_one_by_the_rule() {
    let left = clock("2025-01-15").pause(PauseReason::Exited, day("2025-02-14")).expect("in time");
    let back = left.return_of(start(1, "2025-06-14"), &version("2025-06-14")).expect("the old clock goes on");
    assert_eq!((back.episode, back.days_used(day("2025-06-15"))), (1, 31));
    let elsewhere = Start { centre: centre("harbour"), ..start(1, "2025-06-14") };
    let elsewhere = left.return_of(elsewhere, &version("2025-06-14")).expect("in another centre");
    assert_eq!((elsewhere.days_used(day("2025-06-15")), elsewhere.held_by.len()), (31, 2));
    let restarts = with(|law| law.clock.re_entry = certain(ReEntryRule::Restarts), "2025-01-15");
    let left = restarts.pause(PauseReason::Exited, day("2025-02-14")).expect("in time");
    let new = left.return_of(start(1, "2025-06-14"), &version("2025-06-14")).expect("a new clock");
    assert_eq!((new.episode, new.days_used(day("2025-06-15"))), (1, 1));
}

#[test]
fn a_second_episode_starts_a_new_clock_with_all_its_months() {
    let first = clock("2023-03-01");
    let second = first.next_episode(start(9, "2025-01-15"), &version("2025-01-15")).expect("a new clock");
    assert_eq!((second.episode, second.months(), second.end(day("2025-01-15"))), (2, Some(6), Some(day("2025-07-15"))));
    let before = first.next_episode(start(2, "2023-02-01"), &version("2023-02-01"));
    assert_eq!(before, Err(ClockRefusal::OutOfOrder));
}

#[test]
fn a_moment_is_a_day_of_the_countrys_calendar() {
    let zone = law().zone;
    let on = |moment: &str| zone.day(moment.parse().expect("a moment"));
    // After the change of 1 March 2024 the new day begins at 19:00 UTC, before it at 18:00.
    assert_eq!(on("2025-07-15T18:59:59Z"), Some(day("2025-07-15")));
    assert_eq!(on("2025-07-15T19:00:00Z"), Some(day("2025-07-16")));
    assert_eq!(on("2023-07-15T17:59:59Z"), Some(day("2023-07-15")));
    assert_eq!(on("2023-07-15T18:00:00Z"), Some(day("2023-07-16")));
    assert_eq!(on("2024-12-31T19:00:00Z"), Some(day("2025-01-01")));
}

#[test]
fn the_far_ends_of_the_calendar_are_days_too() {
    assert_eq!(months_after(Date::MAX, u32::MAX), Date::MAX);
    assert_eq!(days_after(Date::MIN, i64::MIN), Date::MIN);
    assert_eq!(days_between(Date::MIN, Date::MAX), -days_between(Date::MAX, Date::MIN));
    let state = clock("2025-01-15").state(Date::MAX);
    assert!(matches!(state, State::Beyond { .. }), "{state:?}");
}

/// Days from 2019 to 2034: leap days, ends of months and of years among them.
fn days() -> impl Strategy<Value = Date> {
    (0_i64..5_800).prop_map(|days| days_after(day("2019-01-01"), days))
}

/// Something that happens so many days after what happened before.
#[derive(Clone, Debug)]
enum Happening {
    Pause,
    Resume,
    Extend(u32),
    Transfer,
}

fn happenings() -> impl Strategy<Value = Vec<(i64, Happening)>> {
    let happening = prop_oneof![
        Just(Happening::Pause),
        Just(Happening::Resume),
        (0_u32..12).prop_map(Happening::Extend),
        Just(Happening::Transfer),
    ];
    prop::collection::vec((0_i64..50, happening), 0..14)
}

/// The clock after what happened, and the last day on which something did.
fn lived(first: Date, happenings: &[(i64, Happening)]) -> (Clock, Date) {
    let text = first.to_string();
    let (mut clock, mut today) = (clock(&text), first);
    for (days, happening) in happenings {
        today = days_after(today, *days);
        let next = match happening {
            Happening::Pause => clock.pause(PauseReason::LeftWithoutNotice, today),
            Happening::Resume => clock.resume(today),
            Happening::Extend(months) => clock.extend(extension("court", *months, today)),
            Happening::Transfer => clock.transfer(centre("harbour"), today),
        };
        clock = next.unwrap_or(clock);
    }
    (clock, today)
}

proptest! {
    #[test]
    fn used_and_left_make_the_whole(first in days(), lives in happenings(), later in 0_i64..900) {
        let (clock, today) = lived(first, &lives);
        let on = days_after(today, later);
        let months = clock.months().expect("known");
        let whole = days_between(first, months_after(first, months));
        prop_assert_eq!(clock.days_used(on) + clock.days_left(on).expect("known"), whole);
    }

    #[test]
    fn no_way_leads_over_the_maximum(first in days(), lives in happenings()) {
        let (clock, _) = lived(first, &lives);
        let maximum = *clock.law.of_clock(|clock| &clock.maximum_months).expect("known");
        prop_assert!(clock.months().expect("known") <= maximum);
        for extension in &clock.extensions {
            prop_assert!(first <= extension.decided_on);
        }
    }

    #[test]
    fn each_day_uses_one_day_or_none(first in days(), lives in happenings(), later in 0_i64..400) {
        let (clock, today) = lived(first, &lives);
        let on = days_after(today, later);
        let step = clock.days_used(days_after(on, 1)) - clock.days_used(on);
        prop_assert_eq!(step, i64::from(!clock.is_paused(on)));
    }

    #[test]
    fn the_end_is_never_before_the_months_are_over(first in days(), lives in happenings()) {
        let (clock, today) = lived(first, &lives);
        let months = clock.months().expect("known");
        let end = clock.end(today).expect("known");
        prop_assert!(end >= months_after(first, months));
        let clamped = months_after(first, months);
        let same_day = clamped.day() == first.day();
        let last_of_month = clamped.day() == clamped.days_in_month();
        prop_assert!(same_day || (last_of_month && clamped.day() < first.day()));
    }

    #[test]
    fn the_narrowest_warning_is_told_and_none_is_told_beyond(first in days(), left in -40_i64..200) {
        let clock = clock(&first.to_string());
        let on = days_after(clock.end(first).expect("known"), -left);
        match clock.state(on) {
            State::Running { days_left, warning } => {
                prop_assert_eq!(days_left, left);
                let expected = [1, 7, 14, 30, 60].into_iter().find(|&before| left <= i64::from(before));
                prop_assert_eq!(warning, expected);
            }
            State::Beyond { days, needs_plan } => prop_assert_eq!((days, needs_plan), (-left, true)),
            State::Ahead { .. } => prop_assert!(on < first),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn a_clock_that_is_written_down_reads_back_the_same(first in days(), lives in happenings()) {
        let (clock, _) = lived(first, &lives);
        let written = serde_json::to_string(&clock).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Clock>(&written).expect("JSON"), clock);
    }
}
