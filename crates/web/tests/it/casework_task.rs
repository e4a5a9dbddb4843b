//! Tasks as people have them: made, given to somebody, done, taken back; what is late stands first; what a clock warns of comes by itself.

use axum::http::{StatusCode, header};
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::policy::Role;

use crate::room::{Actor, Room};

struct World {
    room: Room,
    worker: Actor,
    lawyer: Actor,
    case: String,
}

impl World {
    fn new() -> Self {
        let room = Room::open();
        let worker = room.actor(Role::CaseWorker, Some(0));
        let lawyer = room.actor(Role::Lawyer, Some(0));
        let case = room.case(&worker, &[]);
        let world = Self { room, worker, lawyer, case };
        world.done(&world.worker, "/team", &[("account", &world.lawyer.player.account.id)]);
        world
    }

    fn mine(&self, actor: &Actor) -> String {
        let (status, body) = self.room.get("/en/casework/tasks", &actor.cookie);
        assert_eq!(status, StatusCode::OK);
        body
    }

    fn page(&self, actor: &Actor, below: &str) -> String {
        let (status, body) = self.room.get(&format!("/en/casework/cases/{}{below}", self.case), &actor.cookie);
        assert_eq!(status, StatusCode::OK, "{below}");
        body
    }

    fn done(&self, actor: &Actor, below: &str, form: &[(&str, &str)]) {
        assert_eq!(self.sent(actor, below, form), StatusCode::SEE_OTHER, "{below}");
    }

    fn sent(&self, actor: &Actor, below: &str, form: &[(&str, &str)]) -> StatusCode {
        let save = id::new(&mut System);
        let mut pairs = vec![("save", save.as_str())];
        pairs.extend_from_slice(form);
        let path = format!("/en/casework/cases/{}{below}", self.case);
        let response = self.room.send("POST", &path, Some(&actor.cookie), &pairs);
        let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
        assert!(!location.unwrap_or_default().ends_with("/sign-in"), "{below}");
        response.status()
    }

    fn set(&self, kind: &str, due: &str, whom: &str) {
        self.done(&self.worker, "/tasks", &[("kind", kind), ("due", due), ("whom", whom)]);
    }
}

/// The part of a page under a heading.
fn under<'a>(page: &'a str, class: &str) -> &'a str {
    let part = page.split(&format!("class=\"section {class}\"")).nth(1);
    part.and_then(|part| part.split("</section>").next()).unwrap_or_default()
}

/// The id of the first task whose button leads to an address with this end.
fn first(page: &str, end: &str) -> String {
    let ids = page.split("/tasks/").skip(1).filter_map(|rest| rest.split_once(end).map(|(id, _)| id.to_owned()));
    ids.into_iter().find(|id| id.len() == 32).expect("a task")
}

#[test]
fn what_is_late_stands_before_what_is_today_and_what_comes() {
    let world = World::new();
    assert!(world.mine(&world.worker).contains("Nothing is waiting for you"));
    world.set("call_back", "2026-11-20", "case_lead");
    world.set("meet", "2026-11-21", "case_lead");
    world.set("papers", "2026-12-01", "case_lead");
    world.set("go_along", "2027-06-01", "case_lead");
    let page = world.mine(&world.worker);
    assert!(under(&page, "tasks-late").contains("Call back"));
    assert!(under(&page, "tasks-today").contains("Meet"));
    assert!(under(&page, "tasks-later").contains("Get papers ready"));
    assert!(!page.contains("Go along"), "what is months ahead stands on the case");
    assert!(world.page(&world.worker, "/tasks").contains("Go along"));
    assert!(page.contains("Самал"), "the case is told by its code name");
}

#[test]
fn a_task_is_given_to_somebody_done_and_taken_back() {
    let world = World::new();
    world.set("papers", "2026-11-21", "case_lead");
    assert!(!world.mine(&world.lawyer).contains("Get papers ready"));
    let task = first(&world.page(&world.worker, "/tasks"), "/pass");
    let form = world.page(&world.worker, &format!("/tasks/{task}/pass"));
    let version =
        form.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a version");
    let lawyer = world.lawyer.player.account.id.clone();
    let to_lawyer = [("due", "2026-11-21"), ("whom", lawyer.as_str()), ("version", version)];
    world.done(&world.worker, &format!("/tasks/{task}/pass"), &to_lawyer);
    assert_eq!(world.sent(&world.worker, &format!("/tasks/{task}/pass"), &to_lawyer), StatusCode::CONFLICT);
    assert!(world.mine(&world.lawyer).contains("Get papers ready"));
    assert!(!world.mine(&world.worker).contains("Get papers ready"), "it is somebody else's now");
    assert!(world.page(&world.worker, "/tasks").contains("Invented lawyer"), "and the case says whose");

    world.done(&world.worker, &format!("/tasks/{task}/done"), &[]);
    assert!(!world.mine(&world.lawyer).contains("Get papers ready"));
    world.done(&world.worker, &format!("/tasks/{task}/undo"), &[]);
    assert!(world.mine(&world.lawyer).contains("Get papers ready"));
    let stranger = world.room.actor(Role::CaseWorker, Some(0));
    let strange = stranger.player.account.id.clone();
    let form = [("kind", "meet"), ("due", "2026-11-21"), ("whom", strange.as_str())];
    assert_eq!(
        world.sent(&world.worker, "/tasks", &form),
        StatusCode::BAD_REQUEST,
        "nobody gets a task of a case unknown to her"
    );
    let derived = [("kind", "clock_warning"), ("due", "2026-11-21"), ("whom", "case_lead")];
    assert_eq!(world.sent(&world.worker, "/tasks", &derived), StatusCode::BAD_REQUEST, "a clock warns by itself");
}

#[test]
fn what_the_clock_warns_of_and_what_waits_for_the_head_is_there_by_itself() {
    let world = World::new();
    // The last day is 21 December: thirty days are left today.
    world.done(&world.worker, "/clock/start", &[("on", "2026-06-21"), ("admitted_on", "2026-06-21")]);
    let page = world.mine(&world.worker);
    assert!(page.contains("The guaranteed time ends"), "{page}");
    assert!(under(&page, "tasks-today").contains("The guaranteed time ends"), "the day of a warning is a day to act");
    let form = [("ground", "criminal_proceedings"), ("months", "3"), ("evidence", "No. 12")];
    world.done(&world.worker, "/clock/extension", &form);
    assert!(world.mine(&world.room.heads[0]).contains("More months wait for the head"));
    assert!(!world.mine(&world.worker).contains("More months wait"));
}
