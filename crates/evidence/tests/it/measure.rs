//! Late, done formally and effective are three things.

use pana_evidence::commitment::{DueState, Formally, Timeliness, Unknown};
use pana_evidence::measure::{Effectiveness, MeasureReport, Unmeasured};
use pana_evidence::{Commitment, Measure, PlaceId};

use crate::world::{day, figure, read, room, source};

fn plan() -> Commitment {
    read(
        "commitment_id=P|kind=action_plan|title=Plan|period_start=2024|period_end=2026|source_id=S|locus=1|measures=55",
    )
}

fn measure(more: &str) -> Measure {
    read(&format!("measure_id=M|plan_id=P|text=Open centres|lead=Ministry|source_id=S|locus=1{more}"))
}

fn report(cells: &str) -> MeasureReport {
    read(&format!("report_id=R|measure_id=M|{cells}"))
}

fn stands(measure: &Measure, reports: &[MeasureReport], on: &str) -> Timeliness {
    measure.timeliness(Some(&plan()), reports, day(on))
}

#[test]
fn a_due_day_that_passed_without_an_accepted_report_is_late() {
    let measure = measure("|recurrence=annually");
    assert_eq!(stands(&measure, &[], "2024-12-31").is_late(), Some(false), "the day itself is in time");
    let late = stands(&measure, &[], "2025-01-10");
    assert_eq!(late.is_late(), Some(true));
    assert_eq!(late.next(), Some(day("2025-12-31")));
    let Timeliness::Known(dues) = late else { panic!("it has due days") };
    assert_eq!(dues.len(), 3);
    assert_eq!(dues[0].state, DueState::Late { days: 10, submitted: None });
}

#[test]
fn a_report_counts_when_somebody_accepted_it_by_name() {
    let measure = measure("|due=2024-12-01");
    let handed_in = report("submitted_on=2024-11-20");
    let unsigned = report("submitted_on=2024-11-20|accepted_on=2024-11-25");
    let accepted = report("submitted_on=2024-12-20|accepted_on=2025-01-15|accepted_by=Commission");
    let on = "2025-02-01";
    assert_eq!(stands(&measure, &[handed_in], on).is_late(), Some(true));
    assert_eq!(stands(&measure, &[unsigned], on).is_late(), Some(true));
    let met = stands(&measure, std::slice::from_ref(&accepted), on);
    assert_eq!((met.is_late(), met.formally()), (Some(false), Formally::Done));
    let Timeliness::Known(dues) = met else { panic!("it has a due day") };
    assert!(matches!(dues[0].state, DueState::Met { after_due: true, .. }), "in the end it came, after its day");
    assert_eq!(stands(&measure, &[accepted], "2025-01-10").is_late(), Some(true), "not yet accepted that day");
}

#[test]
fn a_report_answers_its_own_period_and_no_other() {
    let measure = measure("|recurrence=quarterly");
    let first = report("period=2024-Q1|submitted_on=2024-03-30|accepted_on=2024-04-05|accepted_by=Commission");
    let stands_on = stands(&measure, &[first], "2024-07-15");
    assert_eq!(stands_on.formally(), Formally::InPart { met: 1, due: 2 });
    let of_no_period = report("submitted_on=2024-03-30|accepted_on=2024-04-05|accepted_by=Commission");
    assert_eq!(stands(&measure, &[of_no_period], "2024-07-15").formally(), Formally::NotDone);
    let anchored = self::measure("|recurrence=annually|due=2025-01-15");
    let of_2024 = report("period=2024|submitted_on=2025-01-10|accepted_on=2025-01-12|accepted_by=Commission");
    let stands_on = stands(&anchored, &[of_2024], "2025-02-01");
    assert_eq!(stands_on.formally(), Formally::Done, "a report on 2024 that is due in January 2025");
}

#[test]
fn where_no_day_is_named_late_cannot_be_said() {
    let undated = stands(&measure(""), &[], "2030-01-01");
    assert_eq!(undated, Timeliness::CannotSay(Unknown::NoDueDate));
    assert_eq!((undated.is_late(), undated.formally()), (None, Formally::CannotSay(Unknown::NoDueDate)));
}

#[test]
fn done_formally_is_not_effective() {
    let figures = |after: &str| {
        let values = [figure("A", "centres", "5", "2023", "S"), figure("B", "centres", after, "2025", "S")];
        room(vec![source("S", "news", "2026")], values.to_vec(), Vec::new())
    };
    let xx = PlaceId("XX".to_owned());
    let aimed = measure("|indicator_id=centres|aim=up|due=2024-12-01");
    let accepted = report("submitted_on=2024-11-20|accepted_on=2024-11-25|accepted_by=Commission");
    assert_eq!(stands(&aimed, &[accepted], "2026-01-01").formally(), Formally::Done);
    let effect = |measure: &Measure, after: &str| measure.effect(Some(&plan()), &figures(after), &xx);
    assert!(matches!(effect(&aimed, "5"), Effectiveness::Unmoved { .. }));
    assert!(matches!(effect(&aimed, "3"), Effectiveness::MovedAway { .. }));
    assert!(
        matches!(effect(&aimed, "13"), Effectiveness::Moved { before, after } if (before.value, after.value) == (5.0, 13.0))
    );
    let down = measure("|indicator_id=centres|aim=down");
    assert!(matches!(effect(&down, "3"), Effectiveness::Moved { .. }));
    let cannot = |more: &str| effect(&measure(more), "13");
    assert_eq!(cannot("|indicator_id=centres"), Effectiveness::CannotSay(Unmeasured::NoAim));
    assert_eq!(cannot("|aim=up"), Effectiveness::CannotSay(Unmeasured::NoIndicator));
    assert_eq!(cannot("|aim=up|indicator_id=other"), Effectiveness::CannotSay(Unmeasured::TooFewFigures));
    assert_eq!(
        cannot("|aim=up|indicator_id=centres|start=2026"),
        Effectiveness::CannotSay(Unmeasured::NoBeforeAndAfter)
    );
}
