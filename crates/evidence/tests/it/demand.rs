//! How long a demand has been open.

use pana_evidence::demand::{Answered, SuggestedAction, ages};
use pana_evidence::recommendation::follow_up;
use pana_evidence::{Listed, Record, Room};

use crate::world::{figure, read, room, row, source};

fn world(evidence: Vec<Record>) -> Room {
    let asked = |id: &str, source: &str| {
        row(
            "recommendations",
            &format!("rec_id={id}|source_id={source}|locus=1|addressee=State|addressee_basis=implicit|paraphrase=x"),
        )
    };
    let member = |id: &str, kind: &str, years: (i16, i16), source: &str| {
        row(
            "demand_members",
            &format!(
                "demand_id=D|member_kind={kind}|member_id={id}|first_year={}|last_year={}|source_id={source}|locus=1",
                years.0, years.1
            ),
        )
    };
    let mut records = vec![
        row("demands", "demand_id=D|title_en=Services for all|theme=services"),
        row("demands", "demand_id=NOBODY|title_en=Nobody asked"),
        asked("R14", "A"),
        asked("R23", "B"),
        member("R23", "recommendation", (2023, 2023), "B"),
        member("R14", "recommendation", (2014, 2014), "A"),
        member("SA", "suggested_action", (2013, 2021), "C"),
    ];
    records.extend(evidence);
    let figures = vec![figure("O", "n", "247", "2024", "L")];
    let sources = vec![
        source("A", "news", "2014"),
        source("B", "index", "2023"),
        source("C", "assessment", "2022"),
        source("L", "news", "2025"),
    ];
    room(sources, figures, records)
}

fn shows(rec: &str, weight: &str) -> Record {
    row(
        "recommendation_evidence",
        &format!(
            "key={rec}|rec_id={rec}|evidence_kind=observation|evidence_id=O|effect=supports|suggested_status={weight}"
        ),
    )
}

fn age(world: &Room, year: i16) -> pana_evidence::demand::Age {
    let (ages, faults) = ages(world, &follow_up(world, None), year);
    assert_eq!(faults, Vec::new());
    let [age] = &ages[..] else { panic!("{ages:?}") };
    age.clone()
}

#[test]
fn a_demand_is_as_old_as_its_first_asking_and_is_asked_by_bodies() {
    let age = age(&world(Vec::new()), 2026);
    assert_eq!((age.first_year, age.last_year, age.open), (2013, 2023, Some(13)));
    assert_eq!(age.bodies, ["Publisher of A", "Publisher of B", "Publisher of C"]);
    assert_eq!(age.members.iter().map(|member| member.id.as_str()).collect::<Vec<_>>(), ["SA", "R14", "R23"]);
    assert_eq!(age.answered, Answered::NotKnown);
}

#[test]
fn what_was_asked_later_was_not_asked_yet() {
    let age = age(&world(Vec::new()), 2016);
    assert_eq!((age.first_year, age.last_year, age.open, age.bodies.len()), (2013, 2016, Some(3), 2));
}

#[test]
fn a_demand_is_answered_when_everybody_who_asked_is() {
    let one = age(&world(vec![shows("R14", "implemented")]), 2026);
    assert_eq!((one.answered, one.open), (Answered::InPart, Some(13)), "it was asked again after the answer");
    let both = age(&world(vec![shows("R14", "implemented"), shows("R23", "implemented")]), 2026);
    assert_eq!((both.answered, both.open), (Answered::Yes, None));
}

#[test]
fn years_upside_down_are_refused() {
    let wrong = row("suggested_actions", "action_id=X|paraphrase=x|first_year=2021|last_year=2013|source_id=A|locus=1");
    let listed = Listed::<SuggestedAction>::of(&room(Vec::new(), Vec::new(), vec![wrong]));
    assert_eq!((listed.rows.len(), listed.faults[0].fault.column), (0, "last_year"));
    let action: SuggestedAction = read("action_id=X|paraphrase=x|first_year=2013|last_year=2021|source_id=A|locus=1");
    assert_eq!(action.years_repeated(), 9);
}
