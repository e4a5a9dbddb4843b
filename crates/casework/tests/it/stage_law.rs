//! What holds for every course of a case.

use std::collections::BTreeSet;

use pana_casework::calendar::days_after;
use pana_casework::stage::{Course, Stage, Step, StepRefused, WAYS};
use proptest::prelude::*;

use crate::world::{day, worker};

#[test]
fn a_step_from_a_stage_leads_to_one_stage() {
    let pairs: BTreeSet<_> = WAYS.iter().map(|(from, step, _)| (*from, *step)).collect();
    assert_eq!(pairs.len(), WAYS.len());
    let used: BTreeSet<_> = WAYS.iter().map(|(_, step, _)| *step).collect();
    assert_eq!(used.len(), Step::ALL.len(), "every step leads somewhere");
    for &stage in Stage::ALL {
        assert_eq!(Stage::parse(stage.name()), Some(stage));
        assert!(stage == Stage::Presumed || WAYS.iter().any(|(_, _, to)| *to == stage), "{}", stage.name());
    }
}

#[test]
fn only_erasure_is_the_end() {
    for &stage in Stage::ALL {
        assert_eq!(stage.steps().is_empty(), stage == Stage::Erased, "{}", stage.name());
    }
    let erased_from: Vec<_> = WAYS.iter().filter(|(_, _, to)| *to == Stage::Erased).map(|(from, ..)| *from).collect();
    assert_eq!(erased_from, [Stage::Closed]);
}

#[test]
fn the_course_of_the_handbook_can_be_walked() {
    use Step::*;
    let walk = [
        Shelter, Screen, Identify, Consent, Assess, Refuse, Appeal, Accept, Plan, Admit, Suspend, Resume, Extend,
        Resume, Exit, FollowUp, FollowUp, Reopen, Assess, Accept, Plan, Admit, Exit, Close, Erase,
    ];
    let mut course = Course::begin(day("2025-03-01"));
    for (days, step) in walk.into_iter().enumerate() {
        let on = days_after(day("2025-03-01"), days as i64);
        course = course.take(step, on, worker()).unwrap_or_else(|refused| panic!("{refused}"));
    }
    assert_eq!((course.stage(), course.taken.len()), (Stage::Erased, walk.len()));
}

#[test]
fn a_step_that_leads_nowhere_names_those_that_do() {
    let refused = Stage::Presumed.take(Step::Erase).expect_err("a refusal");
    let steps = [Step::Screen, Step::Shelter, Step::Identify, Step::CountAnonymously, Step::Close];
    assert_eq!(refused.possible, steps);
    let course = Course::begin(day("2025-03-01"));
    let early = course.take(Step::Screen, day("2025-02-28"), worker());
    assert_eq!(early, Err(StepRefused::BeforeTheLast(day("2025-03-01"))));
}

proptest! {
    #[test]
    fn every_course_is_a_chain_of_ways_in_the_order_of_days(
        steps in prop::collection::vec((prop::sample::select(Step::ALL), -3_i64..30), 0..60),
    ) {
        let mut course = Course::begin(day("2025-03-01"));
        let mut today = day("2025-03-01");
        for (step, days) in steps {
            today = days_after(today, days);
            if let Ok(next) = course.take(step, today, worker()) {
                prop_assert_eq!(next.taken.len(), course.taken.len() + 1);
                course = next;
            }
        }
        let mut at = Stage::Presumed;
        let mut last = course.began_on;
        for taken in &course.taken {
            prop_assert_eq!(taken.from, at);
            prop_assert!(WAYS.contains(&(taken.from, taken.step, taken.to)));
            prop_assert!(last <= taken.on);
            (at, last) = (taken.to, taken.on);
        }
        prop_assert_eq!(course.stage(), at);
        let erased = course.taken.iter().position(|taken| taken.to == Stage::Erased);
        prop_assert!(erased.is_none_or(|position| position + 1 == course.taken.len()), "nothing comes after erasure");
    }
}

#[test]
fn a_case_closes_from_every_stage_in_which_no_services_run_and_opens_again() {
    use pana_casework::closure::{ClosureReason, ClosureRefusal, steps};
    for &stage in Stage::ALL {
        for &reason in ClosureReason::ALL {
            let at_end = steps(stage, reason, false)
                .map(|steps| steps.into_iter().try_fold(stage, |at, step| at.take(step)).expect("the steps are ways"));
            let expected = match stage {
                Stage::Closed | Stage::Erased => Err(ClosureRefusal::Closed),
                Stage::Served | Stage::Extended | Stage::Suspended => Err(ClosureRefusal::ServicesGoOn),
                Stage::Exited | Stage::FollowUp => Ok(Stage::Closed),
                _ if reason == ClosureReason::AfterExit => Err(ClosureRefusal::NoExit),
                _ => Ok(Stage::Closed),
            };
            assert_eq!(at_end, expected, "{} {}", stage.name(), reason.name());
            if expected.is_ok() {
                assert_eq!(steps(stage, reason, true), Err(ClosureRefusal::SleepsHere), "{}", stage.name());
            }
        }
    }
    assert_eq!(Stage::Closed.take(Step::Reopen), Ok(Stage::Reopened));
}
