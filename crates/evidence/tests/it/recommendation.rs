//! What a row of the table says of a recommendation.

use pana_evidence::recommendation::{Action, Mechanism, Position, follow_up};
use pana_evidence::{Listed, Recommendation};

use crate::world::{all, read, room, row, source};

const ASKED: &str = "rec_id=R1|source_id=U|locus=¶1|addressee=State|addressee_basis=implicit|paraphrase=Do it";

#[test]
fn the_mechanism_follows_from_the_kind_of_the_source_unless_it_is_stated() {
    let kinds = [
        ("upr_stakeholder_submission", Mechanism::ReviewSubmission),
        ("index_country_snapshot", Mechanism::Index),
        ("treaty_body_observations", Mechanism::TreatyBody),
        ("news", Mechanism::Other),
    ];
    for (kind, mechanism) in kinds {
        let world = room(vec![source("U", kind, "2014")], Vec::new(), vec![row("recommendations", ASKED)]);
        assert_eq!(all::<Recommendation>(&world)[0].mechanism(&world), mechanism, "{kind}");
    }
    let world = room(vec![source("U", "news", "2014")], Vec::new(), Vec::new());
    let stated: Recommendation = read(&format!("{ASKED}|mechanism=special_procedure"));
    assert_eq!(stated.mechanism(&world), Mechanism::SpecialProcedure);
}

#[test]
fn a_position_is_not_stated_until_somebody_states_it() {
    assert_eq!(read::<Recommendation>(ASKED).stance.position, Position::NotStated);
    let supported: Recommendation =
        read(&format!("{ASKED}|position=supported_in_part|position_source=ADD1|position_on=2015-03"));
    assert_eq!(supported.stance.position, Position::SupportedInPart);
    assert_eq!(supported.stance.source.map(|source| source.0).as_deref(), Some("ADD1"));
    assert_eq!(supported.stance.on.map(|on| on.to_string()).as_deref(), Some("2015-03"));
}

#[test]
fn the_parts_of_a_bullet_are_siblings() {
    let part = |id: &str, source: &str, bullet: &str| {
        read::<Recommendation>(&format!(
            "rec_id={id}|source_id={source}|locus=b|bullet_no={bullet}|addressee=State|addressee_basis=explicit|paraphrase=x"
        ))
    };
    let every = [part("A", "U", "18"), part("B", "U", "18"), part("C", "U", "19"), part("D", "V", "18")];
    let siblings: Vec<&str> = every[0].siblings(&every).map(|other| other.id.0.as_str()).collect();
    assert_eq!(siblings, ["B"]);
    let alone: Recommendation = read(ASKED);
    assert_eq!(alone.siblings(std::slice::from_ref(&alone)).count(), 0);
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_the_others_stand() {
    let wrong = [
        (ASKED.replace("R1", "R2") + "|action_category=6", "action_category"),
        (ASKED.replace("R1", "R3") + "|action_type=wish", "action_type"),
        (ASKED.replace("R1", "R4") + "|part=first", "part"),
        (ASKED.replace("R1", "R5").replace("¶1", ""), "locus"),
    ];
    let mut rows = vec![row("recommendations", ASKED)];
    rows.extend(wrong.iter().map(|(cells, _)| row("recommendations", cells)));
    let world = room(vec![source("U", "news", "2014")], Vec::new(), rows);
    let listed = Listed::<Recommendation>::of(&world);
    assert_eq!(listed.rows.len(), 1);
    let columns: Vec<&str> = listed.faults.iter().map(|fault| fault.fault.column).collect();
    assert_eq!(columns, wrong.each_ref().map(|(_, column)| *column));
    assert_eq!(listed.faults[0].key, "R2");
    assert_eq!(follow_up(&world, None).faults.len(), wrong.len());
}

#[test]
fn only_some_acts_ask_for_a_text() {
    let texts: Vec<&str> = Action::ALL.iter().filter(|(act, _)| act.asks_for_a_text()).map(|(_, code)| *code).collect();
    assert_eq!(texts, ["legislate", "programme", "ratify", "standard"]);
}
