//! The make of a plan.

use pana_evidence::commitment::{Responsible, Stage, Timeliness, Unknown};
use pana_evidence::measure::MeasureReport;
use pana_evidence::plan::{Lateness, Quality, in_scope, lateness, quality};
use pana_evidence::{Commitment, Measure, Recommendation};

use crate::world::{day, read};

fn commitment(more: &str) -> Commitment {
    read(&format!("commitment_id=P|title=Plan|source_id=S|locus=1|theme=t|{more}"))
}

fn plan() -> Commitment {
    commitment("kind=action_plan|measures=55|period_start=2024|period_end=2026")
}

fn measures() -> Vec<Measure> {
    let rows = [
        "measure_id=M1|text=Open a centre in each region|lead=Ministry|due=2024|cost=100|funding=budget|indicator_id=c|recommendations=R1",
        "measure_id=M2|text=Open, in each region, a CENTRE|lead=Ministry; Akimats|recurrence=as needed|funding=within the budget",
        "measure_id=M3|text=Train judges|others=Court; Prosecutor|recurrence=quarterly",
    ];
    rows.map(|row| read(&format!("{row}|plan_id=P|source_id=S|locus=1"))).to_vec()
}

fn asked(id: &str, theme: &str) -> Recommendation {
    read(&format!(
        "rec_id={id}|source_id=S|locus=1|theme={theme}|addressee=State|addressee_basis=implicit|paraphrase=x"
    ))
}

#[test]
fn a_plan_whose_measures_are_not_known_gets_the_reason_and_no_share() {
    let reason = Unknown::MeasuresNotKnown { stated: Some(55) };
    assert_eq!(quality(&plan(), &[], &[]), Quality::CannotSay(reason.clone()));
    let late = lateness(&plan(), &[], &[], day("2030-01-01"));
    assert_eq!(late, Lateness::Itself(Timeliness::CannotSay(reason)));
    assert_eq!(late.is_late(), None);
}

#[test]
fn shares_count_the_known_measures_and_name_those_that_lack() {
    let (answered, open) = (asked("R1", "t"), asked("R2", "t"));
    let Quality::Known(found) = quality(&plan(), &measures(), &[&answered, &open]) else {
        panic!("measures are known")
    };
    assert_eq!((found.known, found.stated), (3, Some(55)));
    let lacking = |share: &pana_evidence::plan::Share| {
        (share.have, share.of, share.lacking.iter().map(|id| id.0.clone()).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(lacking(&found.one_lead), (1, 3, "M2 M3".to_owned()), "two leads are none, and so are two bodies");
    assert_eq!(lacking(&found.dated), (2, 3, "M2".to_owned()), "as needed is no day");
    assert_eq!(lacking(&found.funded), (1, 3, "M2 M3".to_owned()));
    assert_eq!(lacking(&found.measured), (1, 3, "M2 M3".to_owned()));
    assert_eq!(found.unanswered.iter().map(|id| id.0.as_str()).collect::<Vec<_>>(), ["R2"]);
    assert_eq!(found.unasked.iter().map(|id| id.0.as_str()).collect::<Vec<_>>(), ["M2", "M3"]);
    let groups: Vec<Vec<&str>> =
        found.duplicates.iter().map(|group| group.iter().map(|id| id.0.as_str()).collect()).collect();
    assert_eq!(groups, [["M1", "M2"]], "order, case and punctuation do not make a measure new");
}

#[test]
fn a_plan_answers_what_was_asked_before_it_began_on_its_theme() {
    let every = [asked("R1", "t"), asked("R2", "other"), asked("R3", "t")];
    let public = |asked: &Recommendation| Some(if asked.id.0 == "R3" { day("2024-06-01") } else { day("2014-03-15") });
    let names = |plan: &Commitment| {
        in_scope(plan, &every, public).iter().map(|asked| asked.id.0.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names(&plan()), "R1");
    let about_all = Commitment { theme: "cross_cutting".to_owned(), ..plan() };
    assert_eq!(names(&about_all), "R1 R2");
}

#[test]
fn one_late_measure_makes_a_plan_late_and_what_is_undated_says_nothing() {
    let late = |on: &str| lateness(&plan(), &measures(), &[], day(on)).is_late();
    assert_eq!(late("2024-03-01"), Some(false));
    assert_eq!(late("2024-04-01"), Some(true), "the first quarter of M3");
    let undated = &measures()[1..2];
    assert_eq!(lateness(&plan(), undated, &[], day("2030-01-01")).is_late(), None);
}

#[test]
fn a_commitment_with_a_due_day_of_its_own_is_late_by_itself() {
    let report_due =
        commitment("kind=measure|recurrence=by 1 December each year|period_start=2023-01-01|responsible=Ministry");
    let accepted: MeasureReport = read(
        "report_id=A|measure_id=P|period=2023|submitted_on=2023-11-20|accepted_on=2023-11-30|accepted_by=President",
    );
    let reports = [accepted];
    let late = |on: &str| lateness(&report_due, &[], &reports, day(on)).is_late();
    assert_eq!((late("2024-12-01"), late("2024-12-02")), (Some(false), Some(true)));
    let law = commitment("kind=law|adopted=2024-07-05");
    let cannot = Lateness::Itself(Timeliness::CannotSay(Unknown::NoDueDate));
    assert_eq!(lateness(&law, &[], &[], day("2030-01-01")), cannot);
}

#[test]
fn several_bodies_without_a_lead_have_none() {
    let one = Responsible::read(Some("Ministry"), None);
    assert_eq!(one.one_lead(), Some("Ministry"));
    let several = Responsible::read(Some("Ministry; Akimats ;"), None);
    assert_eq!((several.one_lead(), several.bodies().count()), (None, 2));
    let led = Responsible::read(Some("Ministry; Akimats"), Some("Ministry"));
    assert_eq!((led.one_lead(), led.others.as_slice()), (Some("Ministry"), &["Akimats".to_owned()][..]));
}

#[test]
fn a_law_that_was_signed_is_not_yet_in_force() {
    let law = commitment("kind=law|adopted=2021-12-30|in_force_from=2023-01-01");
    assert_eq!((law.stage(day("2022-06-01")), law.stage(day("2023-01-01"))), (Stage::Ahead, Stage::Standing));
    assert_eq!((plan().stage(day("2026-12-31")), plan().stage(day("2027-01-01"))), (Stage::Standing, Stage::Over));
    assert_eq!(commitment("kind=draft_law").stage(day("2014-01-01")), Stage::Draft);
}
