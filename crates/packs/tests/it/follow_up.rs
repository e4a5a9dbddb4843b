//! The demands of 2014 against later facts, from the rows of the pack. Oracle: table 1.2 of the notes on accountability.

use pana_evidence::commitment::Unknown;
use pana_evidence::demand::{Answered, SuggestedAction, ages};
use pana_evidence::measure::MeasureReport;
use pana_evidence::plan::{Lateness, Quality, lateness, quality};
use pana_evidence::recommendation::follow_up::Followed;
use pana_evidence::recommendation::{
    Centres, Effective, FollowUp, Formal, Link, Mechanism, Position, Reason, Status, View, Why, coverage, follow_up,
};
use pana_evidence::{Commitment, Demand, Kept, Listed, Measure, ObservationId, Recommendation, RecommendationId, Room};
use pana_packs::{Pack, builtin};

fn kz() -> Room {
    let pack = Pack::read("kz", &builtin::data().below("kz")).unwrap_or_else(|faults| panic!("{faults}"));
    Room::new(pack.sources, pack.places, pack.indicators, pack.relations, pack.observations, pack.records)
}

fn all<T: Kept>(room: &Room) -> Vec<T> {
    let Listed { rows, faults } = Listed::of(room);
    assert_eq!(faults, Vec::new());
    rows
}

fn day(written: &str) -> jiff::civil::Date {
    written.parse().unwrap_or_else(|error| panic!("{written}: {error}"))
}

fn row<'a>(followed: &'a Followed, id: &str) -> &'a FollowUp {
    followed.of(&RecommendationId(id.to_owned())).unwrap_or_else(|| panic!("{id} is followed up"))
}

fn now(room: &Room) -> Followed {
    let followed = follow_up(room, None);
    assert_eq!(followed.faults, Vec::new());
    followed
}

#[test]
fn the_follow_up_table_of_2014_follows_from_the_evidence_rows() {
    let room = kz();
    let followed = now(&room);
    let expected = [
        ("S003-R28", "IX, bullet 2", Status::Implemented, false),
        ("S003-R29", "IX, bullet 3", Status::Partly, false),
        ("S003-R27", "IX, bullet 1", Status::Partly, true),
        ("S003-R30", "IX, bullet 4", Status::Partly, false),
        ("S003-R18b", "V, bullet 2", Status::Regressed, false),
        ("S003-R31", "IX, bullet 5", Status::Unanswered, false),
        ("S003-RT3", "¶57", Status::NotStarted, false),
    ];
    for (id, locus, status, evidence_missing) in expected {
        let found = row(&followed, id);
        assert_eq!(found.recommendation.locator, locus);
        let assessment = &found.assessment;
        assert_eq!(
            (assessment.status, assessment.evidence_missing),
            (status, evidence_missing),
            "{id} {assessment:#?}"
        );
    }
}

#[test]
fn done_formally_and_effective_are_told_apart() {
    let room = kz();
    let followed = now(&room);
    let axes = |id: &str| (row(&followed, id).assessment.formal, row(&followed, id).assessment.effective);
    assert_eq!(axes("S003-R28"), (Formal::Done, Effective::Observed), "a code, and 247 people served");
    assert_eq!(axes("S003-R30"), (Formal::Done, Effective::NotShown), "two plans");
    assert_eq!(axes("S003-R29"), (Formal::NotShown, Effective::Observed), "centres");
    assert_eq!(axes("S003-R27"), (Formal::NotShown, Effective::Reported), "more cases in a part of an unnamed year");
    assert_eq!(axes("S003-R18b"), (Formal::NotShown, Effective::Reversed), "a law against inspections");
}

#[test]
fn one_centre_became_thirteen_in_twelve_of_twenty_areas() {
    let room = kz();
    let followed = now(&room);
    let movements = &row(&followed, "S003-R29").movements;
    let value = |id: &ObservationId| room.observation(id).and_then(|observation| observation.figure.point());
    let [movement] = &movements[..] else { panic!("{movements:?}") };
    assert_eq!((value(&movement.before), value(&movement.after)), (Some(1.0), Some(13.0)));
    assert!(!movement.same_ground, "the one was the state-supported one in Astana; the thirteen are all");
    let reach = coverage(&room, None);
    assert_eq!((reach.covered.len(), reach.areas(), reach.centres), (12, 20, 13));
    assert_eq!(coverage(&room, Some(day("2025-02-24"))).areas(), 0, "the list came out on 25 February");
    assert_eq!(all::<Centres>(&room).len(), 20);
}

#[test]
fn the_same_question_has_other_answers_on_other_days() {
    let room = kz();
    let on = |id: &str, when: &str| row(&follow_up(&room, Some(day(when))), id).assessment.status;
    assert_eq!(on("S003-R28", "2016-12-31"), Status::EvidenceMissing);
    assert_eq!(on("S003-R28", "2018-01-01"), Status::Partly, "a standard, on paper");
    assert_eq!(on("S003-R28", "2025-02-25"), Status::Implemented);
    assert_eq!(on("S003-R18b", "2021-12-29"), Status::EvidenceMissing);
    assert_eq!(on("S003-R18b", "2021-12-30"), Status::Regressed, "the day the law was signed");
    let before = follow_up(&room, Some(day("2014-03-14")));
    assert!(before.rows.is_empty());
}

#[test]
fn everything_that_does_not_count_is_named_with_its_reason() {
    let room = kz();
    let followed = now(&room);
    let why = |id: &str| row(&followed, id).assessment.set_aside.iter().map(|aside| aside.why).collect::<Vec<_>>();
    assert_eq!(why("S003-R16"), [Why::NotApplicable]);
    assert_eq!(why("S003-R31"), [Why::Context]);
    assert_eq!(why("S000-R1"), [Why::NotLater], "article 128 of 2014 does not answer what was asked in 2023");
    assert_eq!(why("S003-R24"), [Why::NotLater], "a law of 2010");
    assert_eq!(row(&followed, "S003-R31").assessment.reasons, [Reason::LaterSourceWithoutAnswer]);
    assert_eq!(row(&followed, "S000-R3").assessment.status, Status::Partly, "foreign nationals, and twelve areas");
    let links: usize = followed.rows.iter().map(|row| row.assessment.used.len() + row.assessment.set_aside.len()).sum();
    assert_eq!((links, all::<Link>(&room).len()), (23, 23), "no row of evidence is lost");
}

#[test]
fn nothing_is_called_unanswered_only_because_nobody_looked() {
    let room = kz();
    let followed = now(&room);
    assert_eq!(followed.rows.len(), 42);
    let unanswered: Vec<&str> = followed
        .rows
        .iter()
        .filter(|row| row.assessment.status == Status::Unanswered)
        .map(|row| row.recommendation.id.0.as_str())
        .collect();
    assert_eq!(unanswered, ["S003-R31"]);
}

#[test]
fn the_recommendations_of_the_pack_say_who_asks_whom_in_which_procedure() {
    let room = kz();
    let every: Vec<Recommendation> = all(&room);
    let of = |mechanism| every.iter().filter(|asked| asked.mechanism(&room) == mechanism).count();
    assert_eq!((of(Mechanism::ReviewSubmission), of(Mechanism::Index)), (39, 3));
    assert!(every.iter().all(|asked| asked.stance.position == Position::NotStated && asked.action.is_some()));
    let split = every.iter().filter(|asked| asked.siblings(&every).count() > 0).count();
    assert_eq!(split, 8, "three bullets are eight acts");
    assert_eq!(all::<View>(&room), Vec::new(), "no view is invented");
}

#[test]
fn a_plan_with_55_measures_nobody_has_seen_is_neither_late_nor_good_nor_bad() {
    let room = kz();
    let commitments: Vec<Commitment> = all(&room);
    assert_eq!(commitments.len(), 50);
    assert_eq!((all::<Measure>(&room), all::<MeasureReport>(&room)), (Vec::new(), Vec::new()));
    let plan = commitments.iter().find(|commitment| commitment.id.0 == "C-NAP-2024").expect("the plan 2024-2026");
    let reason = Unknown::MeasuresNotKnown { stated: Some(55) };
    assert_eq!(quality(plan, &[], &[]), Quality::CannotSay(reason));
    assert_eq!(plan.responsible.one_lead(), None);
    assert_eq!(plan.responsible.others.len(), 4);
    for commitment in &commitments {
        let late = lateness(commitment, &[], &[], day("2030-01-01"));
        assert!(matches!(&late, Lateness::Itself(_)) && late.is_late().is_none(), "{}: {late:?}", commitment.id.0);
    }
}

#[test]
fn a_demand_shows_its_age() {
    let room = kz();
    let (ages, faults) = ages(&room, &now(&room), 2026);
    assert_eq!((faults.len(), ages.len(), all::<Demand>(&room).len()), (0, 6, 6));
    let summary: Vec<_> = ages
        .iter()
        .map(|age| (age.demand.id.0.as_str(), age.first_year, age.last_year, age.bodies.len(), age.answered))
        .collect();
    assert_eq!(
        summary,
        [
            ("D-CHILD-RESEARCH", 2013, 2021, 1, Answered::NotKnown),
            ("D-CHILD-MONITOR", 2014, 2021, 2, Answered::No),
            ("D-CRIME-TERMS", 2014, 2023, 3, Answered::NotKnown),
            ("D-RAPPORTEUR", 2014, 2014, 1, Answered::No),
            ("D-SERVICES-ALL", 2014, 2023, 2, Answered::InPart),
            ("D-INSPECTIONS", 2020, 2021, 1, Answered::NotKnown),
        ]
    );
    assert_eq!(ages[3].open, Some(12), "the founding demand");
}

#[test]
fn every_member_of_a_demand_is_a_row_of_the_pack_and_the_years_agree() {
    let room = kz();
    let actions: Vec<SuggestedAction> = all(&room);
    assert_eq!(actions.len(), 13);
    for member in all::<pana_evidence::demand::Member>(&room) {
        let table = format!("{}s", member.kind.code());
        assert!(room.records(&table).any(|record| record.key == member.id), "{} is in {table}", member.id);
        if let Some(action) = actions.iter().find(|action| action.id == member.id) {
            assert_eq!((member.first_year, member.last_year), (action.first_year, action.last_year), "{}", member.id);
        }
    }
}

#[test]
fn the_suggested_actions_are_those_of_the_edition() {
    let theirs =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/facts/ilab/kazakhstan_suggested_actions_2021.csv");
    let mut theirs = csv::Reader::from_path(theirs).expect("the oracle beside the project");
    let rows: Vec<csv::StringRecord> = theirs.records().collect::<Result<_, _>>().expect("rows");
    let room = kz();
    let ours: Vec<SuggestedAction> = all(&room);
    assert_eq!(rows.len(), ours.len());
    for (their, our) in rows.iter().zip(&ours) {
        let years = [our.first_year.to_string(), our.last_year.to_string()];
        assert_eq!(their.iter().collect::<Vec<_>>(), [&our.id, &our.domain, &our.text, &years[0], &years[1]]);
    }
}
