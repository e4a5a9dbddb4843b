//! Deciding a doubtful age on the pages of a case: what follows, and that a later decision takes its place.

use axum::http::StatusCode;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::Kind;
use pana_casework::age::AgeGroup;
use pana_casework::consent::Giver;
use pana_casework::intake::opening::Start;
use pana_casework::policy::Role;
use pana_casework::statistic::StatisticRow;

use crate::room::{Actor, Room, document};

struct World {
    room: Room,
    worker: Actor,
    case: String,
}

impl World {
    fn new() -> Self {
        let room = Room::open();
        let worker = room.actor(Role::CaseWorker, Some(0));
        let start = serde_json::json!({
            "code_name": "Самал", "opened_on": "2026-11-21", "by": "x", "age_answer": "unsure", "age_group": "child",
            "language": "kk", "interpreter": "no", "source": "self", "record_agreed": "yes"
        });
        let case = room.case(&worker, &[document(Kind::Sheet, &start)]);
        Self { room, worker, case }
    }

    fn page(&self, below: &str) -> String {
        let (status, body) = self.room.get(&format!("/en/casework/cases/{}{below}", self.case), &self.worker.cookie);
        assert_eq!(status, StatusCode::OK, "{below}");
        body
    }

    fn decide(&self, group: &str, basis: &str, on: &str) -> StatusCode {
        let form = self.page("/age/new");
        let version = form.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let save = id::new(&mut System);
        let pairs =
            [("group", group), ("basis", basis), ("on", on), ("version", version.expect("a version")), ("save", &save)];
        let path = format!("/en/casework/cases/{}/age", self.case);
        self.room.send("POST", &path, Some(&self.worker.cookie), &pairs).status()
    }

    /// Whose consent it is, the group of the sheet, and that of the counting row.
    fn groups(&self) -> (Giver, AgeGroup, AgeGroup) {
        let (signed, casework) = (self.worker.signed(), &self.room.casework);
        self.room.runtime.block_on(async {
            let open = casework.open_case(&signed, &self.case).await.expect("her case");
            let sheet = open.newest::<Start>(Kind::Sheet).await.expect("read").expect("a sheet").value;
            let row = open.newest::<StatisticRow>(Kind::Statistic).await.expect("read").expect("a row").value;
            (open.giver().await.expect("read"), sheet.age_group, row.age_group)
        })
    }
}

#[test]
fn r6_a_decision_makes_an_adult_and_a_later_one_a_child_again() {
    let world = World::new();
    assert!(world.page("").contains(&format!("/cases/{}/age\"", world.case)), "what is due leads to the page");
    assert!(world.page("/child").contains("The age is not decided"));
    let child = (Giver::Child, AgeGroup::Child, AgeGroup::Child);
    assert_eq!(world.groups(), child);
    for (group, basis, on) in [
        ("adult", "own_words", "2026-11-21"),
        ("adult", "paper", "2026-11-22"),
        ("adult", "teeth", "2026-11-21"),
        ("", "paper", "2026-11-21"),
    ] {
        assert_eq!(world.decide(group, basis, on), StatusCode::BAD_REQUEST, "{group} {basis} {on}");
    }
    assert_eq!(world.groups(), child, "nothing was decided");
    assert_eq!(world.decide("adult", "paper", "2026-11-20"), StatusCode::SEE_OTHER);
    assert_eq!(world.groups(), (Giver::Adult, AgeGroup::Adult, AgeGroup::Adult));
    assert!(world.page("/child").contains("certainly an adult"));
    assert!(!world.page("").contains("Inform the guardianship body"), "nothing is due for a child any more");

    assert_eq!(world.decide("child", "own_words", "2026-11-21"), StatusCode::SEE_OTHER);
    assert_eq!(world.groups(), child);
    let page = world.page("/child");
    assert!(!page.contains("The age is not decided") && page.contains("note is missing"), "decided, and a child");
    let shown = world.page("/age");
    assert!(shown.contains("She is a child") || shown.contains("earlier decision"), "both stand there: {shown}");
}

#[test]
fn a_name_that_is_written_later_does_not_undo_the_decision() {
    let world = World::new();
    assert_eq!(world.decide("adult", "authority", "2026-11-21"), StatusCode::SEE_OTHER);
    let save = id::new(&mut System);
    let id = id::new(&mut System);
    let form = [("id", id.as_str()), ("version", "0"), ("save", &save), ("first_name", "Самал"), ("agreed", "yes")];
    let path = format!("/en/casework/cases/{}/identity/edit", world.case);
    let status = world.room.send("POST", &path, Some(&world.worker.cookie), &form).status();
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(world.groups().1, AgeGroup::Adult);
}
