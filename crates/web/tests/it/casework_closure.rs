//! Closing a case, opening it again, erasing it at her wish; and what else the end of a case shows.

use axum::http::StatusCode;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_app::casework::retention::Terms;
use pana_casework::Kind;
use pana_casework::policy::Role;
use pana_store::casework::{Change, Session, entry, record};

use crate::room::{Actor, Room, document, moment};

struct World {
    room: Room,
    worker: Actor,
    case: String,
}

impl World {
    fn new(more: &[pana_app::casework::Document]) -> Self {
        let room = Room::open();
        let worker = room.actor(Role::CaseWorker, Some(0));
        let case = room.case(&worker, more);
        Self { room, worker, case }
    }

    fn address(&self, below: &str) -> String {
        format!("/en/casework/cases/{}{below}", self.case)
    }

    fn get(&self, path: &str) -> String {
        let (status, body) = self.room.get(path, &self.worker.cookie);
        assert_eq!(status, StatusCode::OK, "{path}");
        body
    }

    fn send(&self, below: &str, form: &[(&str, &str)]) -> StatusCode {
        let save = id::new(&mut System);
        let mut pairs = vec![("save", save.as_str())];
        pairs.extend_from_slice(form);
        self.room.send("POST", &self.address(below), Some(&self.worker.cookie), &pairs).status()
    }

    fn state(&self) -> String {
        let kept = self.room.runtime.block_on(record::one(&self.room.casework.db, &self.case)).expect("read");
        kept.expect("the record").state
    }

    /// As after the page that asks who she is once more.
    fn confirm(&self) {
        let now = moment();
        let live = self.room.casework.sessions_of(&self.worker.player.account.id, &now);
        let kept = self.room.runtime.block_on(live).expect("her sessions").into_iter().next().expect("a session");
        let confirmed_at = Some(now.text());
        self.room.forge(&[Change::Session(Session { confirmed_at, version: kept.version + 1, ..kept })]);
    }
}

#[test]
fn a_closed_case_leaves_the_list_is_due_for_erasure_in_its_time_and_opens_again() {
    let world = World::new(&[]);
    let line = format!("/cases/{}\"", world.case);
    assert!(world.get("/en/casework").contains(&line));
    let form = world.get(&world.address("/close"));
    assert!(form.contains("It is kept for 5 years") && form.contains("one coarse row stays"), "{form}");
    assert_eq!(world.send("/close", &[]), StatusCode::BAD_REQUEST);
    assert_eq!(world.send("/close", &[("reason", "after_exit")]), StatusCode::BAD_REQUEST, "services did not end");
    assert_eq!(world.send("/close", &[("reason", "own_wish")]), StatusCode::SEE_OTHER);
    assert_eq!(world.state(), "closed");
    assert!(!world.get("/en/casework").contains(&line) && world.get("/en/casework/closed").contains(&line));
    assert!(world.get(&world.address("")).contains("This case is closed"));
    assert_eq!(world.send("/close", &[("reason", "own_wish")]), StatusCode::BAD_REQUEST, "once");
    // Help does not go on in a closed case; what is to be asked of somebody still may be written down.
    let service =
        [("kind", "social_medical"), ("on", "2026-11-20"), ("amount", "1"), ("unit", "hour"), ("note", "Talk")];
    assert_eq!(world.send("/services", &service), StatusCode::CONFLICT);
    assert_eq!(world.send("/clock/start", &[("on", "2026-11-20")]), StatusCode::CONFLICT);
    let task = [("kind", "call_back"), ("due", "2026-12-01"), ("whom", "case_lead")];
    assert_eq!(world.send("/tasks", &task), StatusCode::SEE_OTHER);

    let due = |years: i64| {
        let terms = Terms { draft_days: 28, not_shown_days: Some(90), case_years: Some(5) };
        let at = moment().at.checked_add(jiff::SignedDuration::from_hours(24 * 366 * years)).expect("a moment");
        let later = pana_app::casework::moment::Moment { at, ..moment() };
        world.room.runtime.block_on(world.room.casework.due(&terms, true, &later)).expect("what is due").cases.len()
    };
    assert_eq!((due(4), due(6)), (0, 1), "five years after the last writing");

    assert_eq!(world.send("/reopen", &[]), StatusCode::SEE_OTHER);
    assert_eq!((world.state().as_str(), due(6)), ("open", 0));
    assert!(world.get("/en/casework").contains(&line));
    assert_eq!(world.send("/reopen", &[]), StatusCode::NOT_FOUND, "it is open");
    assert_eq!(world.send("/services", &service), StatusCode::SEE_OTHER, "and help goes on");
    assert_eq!(world.send("/close", &[("reason", "no_services")]), StatusCode::SEE_OTHER, "and closes again");
}

#[test]
fn r16_where_nothing_was_shown_a_closed_case_is_kept_for_days_and_not_for_years() {
    let world = World::new(&[]);
    let due = |days: i64| {
        let terms = Terms { draft_days: 28, not_shown_days: Some(90), case_years: Some(5) };
        let at = moment().at.checked_add(jiff::SignedDuration::from_hours(24 * days)).expect("a moment");
        let later = pana_app::casework::moment::Moment { at, ..moment() };
        world.room.runtime.block_on(world.room.casework.due(&terms, true, &later)).expect("what is due").cases.len()
    };
    assert_eq!(world.send("/close", &[("reason", "own_wish")]), StatusCode::SEE_OTHER);
    assert_eq!(due(200), 0, "it was closed for another reason");
    assert_eq!(world.send("/reopen", &[]), StatusCode::SEE_OTHER);
    let form = world.get(&world.address("/close"));
    assert!(form.contains("90 days"), "{form}");
    assert_eq!(world.send("/close", &[("reason", "not_shown")]), StatusCode::SEE_OTHER);
    assert!(world.get(&world.address("/close")).contains("90 days"));
    assert_eq!((due(90), due(91)), (0, 1));
}

#[test]
fn the_steps_that_stand_on_a_case_lead_to_pages() {
    let world = World::new(&[]);
    let page = world.get(&world.address(""));
    for (step, below) in [("Close", "/close"), ("Count without identity", "/close")] {
        let link = format!("href=\"{}\">{step}", world.address(below));
        assert!(page.contains(&link), "{step}: {page}");
    }
}

#[test]
fn who_sleeps_here_is_neither_closed_nor_erased() {
    let stay = serde_json::json!({"place": "Room 2", "from": "2026-11-20"});
    let world = World::new(&[document(Kind::Stay, &stay)]);
    assert_eq!(world.send("/close", &[("reason", "own_wish")]), StatusCode::BAD_REQUEST);
    world.confirm();
    assert_eq!(world.send("/erase", &[("code_name", "Самал")]), StatusCode::BAD_REQUEST);
    assert_eq!(world.state(), "open");
}

#[test]
fn erasing_asks_who_she_is_and_for_the_code_name_and_leaves_the_coarse_row_alone() {
    let world = World::new(&[]);
    let page = world.get(&world.address("/erase"));
    assert!(page.contains("One coarse row for counting"), "{page}");
    let name = [("code_name", "Самал")];
    world.confirm();
    assert!(world.get(&world.address("/erase")).contains("name=\"code_name\""));
    assert_eq!(world.send("/erase", &[("code_name", "Самара")]), StatusCode::BAD_REQUEST);
    assert_eq!(world.state(), "open");
    assert_eq!(world.send("/erase", &name), StatusCode::SEE_OTHER);
    assert_eq!(world.state(), "erased");
    let left = world.room.runtime.block_on(entry::of_record(&world.room.casework.db, &world.case)).expect("read");
    let kinds: Vec<&str> = left.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["statistic"]);
    assert_eq!(world.room.get(&world.address(""), &world.worker.cookie).0, StatusCode::NOT_FOUND);
    assert!(world.get("/en/casework/erased").contains("Nobody can open it any more"));
}

#[test]
fn who_does_not_run_the_case_erases_nothing() {
    let world = World::new(&[]);
    let door = world.room.actor(Role::Admission, Some(0));
    let path = world.address("/erase");
    let status = world.room.send("POST", &path, Some(&door.cookie), &[("code_name", "Самал")]).status();
    assert_eq!((status, world.state().as_str()), (StatusCode::FORBIDDEN, "open"));
}

#[test]
fn who_needs_help_again_is_offered_an_open_case_and_nothing_due_asks_nothing() {
    let exit =
        serde_json::json!({"on": "2026-07-01", "reason": "goals_met", "recorded_by": "x", "follow_up": "agreed"});
    let asked = serde_json::json!({"month": 3, "on": "2026-10-01", "reached": "needs_help", "by": "x"});
    let world = World::new(&[document(Kind::Exit, &exit), document(Kind::FollowUp, &asked)]);
    let page = world.get(&world.address("/exit"));
    assert!(page.contains("She said that she needs help again") && page.contains("/exit/reopen"));
    assert!(world.get(&world.address("/close")).contains("A closed case reminds nobody"));

    let declined =
        serde_json::json!({"on": "2026-07-01", "reason": "own_wish", "recorded_by": "x", "follow_up": "declined"});
    let world = World::new(&[document(Kind::Exit, &declined)]);
    let answer = world.room.send("GET", &world.address("/exit/follow-up"), Some(&world.worker.cookie), &[]);
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
}

#[test]
fn the_page_of_an_emergency_says_first_who_may_use_it() {
    let world = World::new(&[]);
    let page = world.get(&world.address("/emergency"));
    assert!(page.contains("Only the head of the centre") && !page.contains("name=\"reason\""));
    let (_, page) = world.room.get(&world.address("/emergency"), &world.room.heads[0].cookie);
    assert!(page.contains("Only the head of the centre") && page.contains("name=\"reason\""));
}

#[test]
fn the_person_it_is_about_is_not_invited_by_an_administrator() {
    let room = Room::open();
    let administrator = room.actor(Role::Administrator, None);
    let (_, page) = room.get("/en/casework/people", &administrator.cookie);
    assert!(page.contains("value=\"case_worker\"") && !page.contains("value=\"survivor\""));
    let centre = room.centres[0].clone();
    let form = [("login", "somebody"), ("name", "Somebody"), ("role", "survivor"), ("centre", centre.as_str())];
    let status = room.send("POST", "/en/casework/people", Some(&administrator.cookie), &form).status();
    assert_eq!(status, StatusCode::BAD_REQUEST);
}
