//! R7: who refuses help from police, refuses to share, or refuses to be named stays on the way to services.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pana_casework::service::{Amount, Delivered, DeliveryRefusal, ServiceCode, Unit, deliver};
use pana_casework::stage::{Stage, Step, WAYS};

use crate::world::{clock, day, worker};

fn reachable(from: Stage, avoiding: &[Step]) -> BTreeSet<Stage> {
    let mut seen = BTreeSet::from([from]);
    let mut waiting = vec![from];
    while let Some(stage) = waiting.pop() {
        for (_, _, to) in WAYS.iter().filter(|(from, step, _)| *from == stage && !avoiding.contains(step)) {
            if seen.insert(*to) {
                waiting.push(*to);
            }
        }
    }
    seen
}

#[test]
fn r7_no_way_to_services_needs_consent_to_share() {
    for &stage in Stage::ALL.iter().filter(|&&stage| stage != Stage::Erased) {
        let with = reachable(stage, &[]);
        let without = reachable(stage, &[Step::Consent]);
        assert!(without.contains(&Stage::Served), "from {}", stage.name());
        let lost: Vec<_> = with.difference(&without).filter(|&&lost| lost != Stage::Consented).collect();
        assert_eq!(lost, Vec::<&Stage>::new(), "from {}", stage.name());
    }
}

#[test]
fn r7_no_step_asks_for_anything_but_a_stage_and_leads_as_far_after_consent_as_without() {
    // The whole signature of a step: stage and step. Consent, papers and cooperation cannot be among its arguments.
    let _: fn(Stage, Step) -> Result<Stage, pana_casework::stage::NoWay> = Stage::take;
    let after: BTreeSet<_> = Stage::Consented.steps().into_iter().collect();
    let before: BTreeSet<_> = Stage::Identified.steps().into_iter().collect();
    assert!(after.is_subset(&before), "consent opens no door that was closed");
}

#[test]
fn r7_who_wants_nothing_written_counts_and_may_come_back() {
    assert!(reachable(Stage::AnonymousCount, &[Step::Consent, Step::Identify]).contains(&Stage::Served));
    for stage in
        [Stage::Presumed, Stage::Emergency, Stage::Screened, Stage::Identified, Stage::Assessed, Stage::Eligible]
    {
        assert_eq!(stage.take(Step::CountAnonymously), Ok(Stage::AnonymousCount), "{}", stage.name());
    }
}

#[test]
fn r7_no_decision_on_status_and_no_refusal_is_the_last_word() {
    assert!(reachable(Stage::Presumed, &[Step::Identify]).contains(&Stage::Served));
    assert!(reachable(Stage::Refused, &[]).contains(&Stage::Served));
    assert!(reachable(Stage::NotShown, &[]).contains(&Stage::Served));
    assert!(reachable(Stage::Closed, &[]).contains(&Stage::Served));
}

#[test]
fn r7_services_are_written_down_whatever_the_clock_says() {
    let _: fn(Delivered, Date) -> Result<Delivered, DeliveryRefusal> = deliver;
    let beyond = day("2026-02-01");
    assert!(clock("2025-01-15").days_left(beyond).is_some_and(|left| left < 0));
    let night = Delivered {
        kind: ServiceCode::parse("household").expect("a code"),
        on: beyond,
        amount: Amount { hundredths: 100, unit: Unit::Night },
        by: worker(),
        note: None,
    };
    assert_eq!(deliver(night.clone(), beyond), Ok(night));
}
