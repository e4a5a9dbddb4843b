//! What holds for plans and services: her words, signatures, planned against delivered, days that are proved.

use std::collections::BTreeSet;

use pana_casework::calendar::{days_after, months_after};
use pana_casework::plan::{Every, Goal, Line, Plan, PlanRefusal, PlannedService, Progress, Signature, Signer};
use pana_casework::service::{Amount, Delivered, ServiceCode, Unit, service_days};
use proptest::prelude::*;

use crate::world::{day, law, worker};

fn kind(code: &str) -> ServiceCode {
    ServiceCode::parse(code).expect("a code")
}

fn planned(code: &str, times: u32, every: Every) -> PlannedService {
    PlannedService {
        kind: kind(code),
        who: "Nurse".to_owned(),
        from: day("2025-01-31"),
        to: day("2025-07-30"),
        times,
        every,
    }
}

fn plan(services: Vec<PlannedService>) -> Plan {
    let words = "Мен қызыммен бірге тұрғым келеді".to_owned();
    Plan {
        made_on: day("2025-01-31"),
        objectives: vec![Goal { words, language: "kk".to_owned(), progress: Progress::Ahead }],
        services,
        planned_end_date: day("2025-07-30"),
        actual_end_date: None,
        signed: Vec::new(),
    }
}

fn kinds() -> BTreeSet<ServiceCode> {
    law().services.iter().map(|row| row.value.code.clone()).collect()
}

fn given(code: &str, on: &str) -> Delivered {
    let amount = Amount { hundredths: 100, unit: Unit::Session };
    Delivered { kind: kind(code), on: day(on), amount, by: worker(), note: None }
}

#[test]
fn a_plan_has_a_goal_in_her_words_services_of_the_law_and_somebody_for_each() {
    let whole = plan(vec![planned("medical", 1, Every::Week)]);
    assert_eq!(Plan::new(whole.clone(), &kinds()), Ok(whole.clone()));
    let refused = |plan: Plan| Plan::new(plan, &kinds()).expect_err("a refusal");
    let silent = Goal { words: "  ".to_owned(), ..whole.objectives[0].clone() };
    assert_eq!(refused(Plan { objectives: vec![silent], ..whole.clone() }), PlanRefusal::NoGoal);
    assert_eq!(refused(plan(Vec::new())), PlanRefusal::NoService);
    assert_eq!(refused(plan(vec![planned("magic", 1, Every::Week)])), PlanRefusal::UnknownService);
    assert_eq!(refused(plan(vec![planned("medical", 0, Every::Week)])), PlanRefusal::NoTimes);
    let nobody = PlannedService { who: " ".to_owned(), ..planned("medical", 1, Every::Week) };
    assert_eq!(refused(plan(vec![nobody])), PlanRefusal::Nobody);
    let backwards = PlannedService { to: day("2025-01-01"), ..planned("medical", 1, Every::Week) };
    assert_eq!(refused(plan(vec![backwards])), PlanRefusal::EndsBeforeItBegins);
}

#[test]
fn a_plan_is_signed_once_by_each_and_not_before_it_was_made() {
    let whole = plan(vec![planned("medical", 1, Every::Week)]);
    let signature = |on: &str| Signature { signer: Signer::Person, on: day(on) };
    assert_eq!(whole.sign(signature("2025-01-30")), Err(PlanRefusal::Signature));
    let signed = whole.sign(signature("2025-02-01")).expect("in order");
    assert!(signed.is_signed_by(Signer::Person) && !signed.is_signed_by(Signer::Worker));
    assert_eq!(signed.sign(signature("2025-02-02")), Err(PlanRefusal::Signature));
    let twice = Plan { signed: vec![signature("2025-02-01"), signature("2025-02-02")], ..whole };
    assert_eq!(Plan::new(twice, &kinds()), Err(PlanRefusal::Signature));
}

#[test]
fn each_period_counts_on_its_first_day() {
    let due = |every, from: &str, to: &str| planned("medical", 2, every).due(day(from), day(to));
    assert_eq!(due(Every::Once, "2025-01-01", "2025-12-31"), 2);
    assert_eq!(due(Every::Once, "2025-02-01", "2025-12-31"), 0);
    assert_eq!(due(Every::Day, "2025-02-01", "2025-02-28"), 56);
    assert_eq!(due(Every::Week, "2025-01-31", "2025-02-06"), 2);
    assert_eq!(due(Every::Week, "2025-01-31", "2025-02-07"), 4);
    // From 31 January: 28 February, 31 March, 30 April …
    assert_eq!(due(Every::Month, "2025-02-01", "2025-02-27"), 0);
    assert_eq!(due(Every::Month, "2025-02-01", "2025-02-28"), 2);
    assert_eq!(due(Every::Month, "2025-01-01", "2025-12-31"), 12);
    assert_eq!(due(Every::Day, "2025-08-01", "2025-08-31"), 0);
    assert_eq!(due(Every::Day, "2025-02-10", "2025-02-01"), 0);
}

#[test]
fn planned_against_delivered_shows_every_guaranteed_kind() {
    let whole = plan(vec![planned("medical", 1, Every::Week), planned("art", 1, Every::Month)]);
    let delivered = [
        given("medical", "2025-02-03"),
        given("medical", "2025-02-03"),
        given("medical", "2025-03-03"),
        given("walk", "2025-02-05"),
    ];
    let guaranteed = law().guaranteed(day("2025-02-01"));
    let lines = whole.against(&delivered, &guaranteed, day("2025-02-01"), day("2025-02-28"));
    let line = |code: &str, planned, delivered, days| Line { kind: kind(code), planned, delivered, days };
    assert_eq!(
        lines,
        [line("household", 0, 0, 0), line("medical", 4, 2, 1), line("art", 1, 0, 0), line("walk", 0, 1, 1)]
    );
}

#[test]
fn a_day_with_many_services_is_one_day() {
    let delivered = [given("medical", "2025-02-03"), given("art", "2025-02-03"), given("art", "2025-02-04")];
    let days = service_days(&delivered, day("2025-02-01"), day("2025-02-28"));
    assert_eq!(days, [day("2025-02-03"), day("2025-02-04")].into());
    assert_eq!(service_days(&delivered, day("2025-02-04"), day("2025-02-03")), BTreeSet::new());
}

proptest! {
    #[test]
    fn neighbouring_times_add_up(
        first in 0_i64..400,
        length in 0_i64..300,
        cut in 0_i64..300,
        times in 1_u32..5,
        every in prop::sample::select(Every::ALL),
    ) {
        let service = planned("medical", times, every);
        let from = days_after(day("2024-10-01"), first);
        let to = days_after(from, length);
        let middle = days_after(from, cut.min(length));
        let parts = service.due(from, middle) + service.due(days_after(middle, 1), to);
        prop_assert_eq!(parts, service.due(from, to));
    }

    #[test]
    fn months_of_a_plan_begin_where_the_calendar_says(months in 0_u32..6) {
        let service = planned("medical", 1, Every::Month);
        let begins = months_after(service.from, months);
        prop_assert_eq!(service.due(begins, begins), 1);
        prop_assert_eq!(service.due(days_after(begins, 1), days_after(begins, 1)), 0);
    }
}
