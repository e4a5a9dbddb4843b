//! Proceedings as a lawyer follows them: stages in their order, offences of the law, and the right to compensation told.

use std::collections::BTreeSet;

use pana_casework::Confided;
use pana_casework::proceeding::{
    Proceeding, ProceedingRefusal as Refusal, ProceedingStage as Stage, StageReached, ToldOfCompensation,
};

use crate::world::{day, worker};

fn at(stage: Stage, on: &str) -> StageReached {
    StageReached { stage, on: day(on) }
}

fn known() -> BTreeSet<String> {
    ["128", "135"].map(str::to_owned).into()
}

fn link(number: &str, offence: &str, on: &str) -> Result<Proceeding, Refusal> {
    let (known, today) = (known(), day("2025-03-10"));
    Proceeding::linked(Confided::new(number), [offence.to_owned()].into(), at(Stage::Registered, on), (&known, today))
}

#[test]
fn a_link_has_a_number_offences_of_the_law_and_a_first_stage() {
    assert!(link("25-1", "128", "2025-03-01").is_ok_and(|link| link.is_under_way()));
    assert_eq!(link(" ", "128", "2025-03-01"), Err(Refusal::NoNumber));
    assert_eq!(link("25-1", "999", "2025-03-01"), Err(Refusal::UnknownOffence));
    assert_eq!(link("25-1", "128", "2025-03-11"), Err(Refusal::OutOfOrder));
    assert!(!format!("{:?}", link("25-1", "128", "2025-03-01")).contains("25-1"), "no number in a log");
}

#[test]
fn stages_follow_each_other_as_the_law_of_procedure_has_them() {
    let today = day("2025-12-31");
    let link = link("25-1", "128", "2025-03-01").expect("linked");
    assert_eq!(link.reaching(at(Stage::Court, "2025-04-01"), today), Err(Refusal::NoWay));
    assert_eq!(link.reaching(at(Stage::Investigated, "2025-02-28"), today), Err(Refusal::OutOfOrder));
    assert_eq!(link.reaching(at(Stage::Investigated, "2026-01-01"), today), Err(Refusal::OutOfOrder));
    let way = [
        Stage::Investigated,
        Stage::Interrupted,
        Stage::Investigated,
        Stage::Prosecutor,
        Stage::Court,
        Stage::Convicted,
    ];
    let reached = way.into_iter().try_fold(link, |link, stage| link.reaching(at(stage, "2025-04-01"), today));
    let reached = reached.expect("this is the way");
    assert!(reached.is_under_way(), "a verdict that is not in force");
    let done = reached.reaching(at(Stage::InForce, "2025-05-01"), today).expect("in force");
    assert!(!done.is_under_way() && Stage::InForce.leads_to().is_empty());
    // Every stage is reached from the first, and each that is not the last leads on.
    let mut reachable = BTreeSet::from([Stage::Registered]);
    for _ in Stage::ALL {
        reachable = reachable.iter().flat_map(|stage| stage.leads_to()).copied().chain(reachable.clone()).collect();
    }
    assert_eq!(reachable.len(), Stage::ALL.len());
}

#[test]
fn she_is_told_of_compensation_by_somebody_on_a_day() {
    let link = link("25-1", "135", "2025-03-01").expect("linked");
    let told = |by: &str, on: &str| ToldOfCompensation { on: day(on), by: Confided::new(by), recorded_by: worker() };
    let today = day("2025-03-10");
    assert_eq!(link.told(told("", "2025-03-02"), today), Err(Refusal::Nobody));
    assert_eq!(link.told(told("investigator", "2025-03-11"), today), Err(Refusal::OutOfOrder));
    assert!(link.told(told("investigator", "2025-03-02"), today).is_ok_and(|link| link.compensation.is_some()));
    assert_eq!(link.heard_on(Some(day("2025-04-01"))).next_hearing, Some(day("2025-04-01")));
}
