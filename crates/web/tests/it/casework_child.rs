//! The protection of a child: only somebody who is clearly not implicated speaks, what is missing stands among what is due.

use axum::http::StatusCode;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::Kind;
use pana_casework::policy::Role;

use crate::room::{Actor, Room, document};

struct World {
    room: Room,
    worker: Actor,
    case: String,
}

impl World {
    fn new(age_answer: &str, age_group: &str) -> Self {
        let room = Room::open();
        let worker = room.actor(Role::CaseWorker, Some(0));
        let start = serde_json::json!({
            "code_name": "Көктем", "opened_on": "2026-11-20", "by": "x", "age_answer": age_answer, "age_group": age_group,
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

    fn send(&self, below: &str, form: &[(&str, &str)]) -> StatusCode {
        let save = id::new(&mut System);
        let version = version(&self.page("/child/informed"));
        let mut pairs = vec![("save", save.as_str()), ("version", version.as_str())];
        pairs.extend_from_slice(form);
        let path = format!("/en/casework/cases/{}{below}", self.case);
        self.room.send("POST", &path, Some(&self.worker.cookie), &pairs).status()
    }
}

fn version(page: &str) -> String {
    let found = page.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    found.expect("a version").to_owned()
}

#[test]
fn r6_only_somebody_clearly_not_implicated_speaks_for_the_child() {
    let world = World::new("unsure", "child");
    let page = world.page("/child");
    for missing in
        ["The age is not decided", "Nobody who is not implicated", "body was not informed", "note is missing"]
    {
        assert!(page.contains(missing), "{missing}");
    }
    assert!(world.page("").contains("Inform the guardianship body"), "what is missing is due");
    let guardian = |name: &'static str, implicated: &'static str| {
        [("name", name), ("relation", "parent"), ("implicated", implicated), ("from", "2026-11-01")]
    };
    assert_eq!(world.send("/child/guardians", &guardian("", "no")), StatusCode::BAD_REQUEST);
    for answer in ["yes", "unknown"] {
        assert_eq!(world.send("/child/guardians", &guardian("Somebody", answer)), StatusCode::SEE_OTHER);
        assert!(world.page("/child").contains("Nobody who is not implicated"), "{answer} is not a clear no");
    }
    assert_eq!(world.send("/child/guardians", &guardian("Somebody else", "no")), StatusCode::SEE_OTHER);
    let page = world.page("/child");
    assert!(!page.contains("Nobody who is not implicated") && page.contains("may speak for the child"));
    assert_eq!(world.send("/child/guardians/2/end", &[]), StatusCode::SEE_OTHER);
    assert!(world.page("/child").contains("Nobody who is not implicated"));
    assert_eq!(world.send("/child/guardians/7/end", &[]), StatusCode::NOT_FOUND);
    assert_eq!(
        world.send("/child/informed", &[("on", "2026-12-01")]),
        StatusCode::BAD_REQUEST,
        "a day that has not come"
    );
    assert_eq!(world.send("/child/informed", &[("on", "2026-11-21")]), StatusCode::SEE_OTHER);
    assert_eq!(world.send("/child/notes", &[("heard", "yes"), ("note", " ")]), StatusCode::BAD_REQUEST);
    assert_eq!(world.send("/child/notes", &[("heard", "yes"), ("note", "Stays here")]), StatusCode::SEE_OTHER);
    let page = world.page("/child");
    assert!(page.contains("Stays here") && !page.contains("note is missing") && !page.contains("was not informed"));
}

#[test]
fn an_adult_needs_no_guardian_and_nothing_is_due_for_one() {
    let world = World::new("adult", "adult");
    assert!(world.page("/child").contains("certainly an adult"));
    let case = world.page("");
    assert!(!case.contains("guardianship body") && !case.contains("/child\""), "{case}");
}
