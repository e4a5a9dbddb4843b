//! Health through its pages: whoever heals writes and reads it, the others learn that there is something and whom to ask.

use axum::http::StatusCode;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::policy::Role;

use crate::room::{Actor, Room};

struct World {
    room: Room,
    worker: Actor,
    specialist: Actor,
    case: String,
}

impl World {
    fn new() -> Self {
        let room = Room::open();
        let [worker, specialist] = [Role::CaseWorker, Role::Specialist].map(|role| room.actor(role, Some(0)));
        let case = room.case(&worker, &[]);
        Self { room, worker, specialist, case }
    }

    fn let_in(&self) {
        let form = [("account", self.specialist.player.account.id.as_str())];
        assert_eq!(self.send(&self.worker, "/team", &form), StatusCode::SEE_OTHER);
    }

    fn path(&self, lang: &str, below: &str) -> String {
        format!("/{lang}/casework/cases/{}{below}", self.case)
    }

    fn get(&self, actor: &Actor, below: &str) -> (StatusCode, String) {
        self.room.get(&self.path("en", below), &actor.cookie)
    }

    fn page(&self, below: &str) -> String {
        let (status, body) = self.get(&self.specialist, below);
        assert_eq!(status, StatusCode::OK, "{below}");
        body
    }

    fn send(&self, actor: &Actor, below: &str, form: &[(&str, &str)]) -> StatusCode {
        let save = id::new(&mut System);
        let mut pairs = vec![("save", save.as_str())];
        pairs.extend_from_slice(form);
        self.room.send("POST", &self.path("en", below), Some(&actor.cookie), &pairs).status()
    }

    fn entry(&self, kind: &str, on: &str, note: &str, next: &str) -> StatusCode {
        self.send(&self.specialist, "/health", &[("kind", kind), ("on", on), ("note", note), ("next_on", next)])
    }
}

#[test]
fn whoever_heals_writes_it_and_the_worker_learns_that_there_is_something_and_whom_to_ask() {
    let world = World::new();
    world.let_in();
    assert!(world.page("/health").contains("After the first examination write one entry"), "what to do");
    let long = "x".repeat(281);
    for (on, note, next) in
        [("2026-11-23", "", ""), ("2026-11-20", long.as_str(), ""), ("2026-11-20", "", "2026-11-20"), ("", "", "")]
    {
        assert_eq!(world.entry("test", on, note, next), StatusCode::BAD_REQUEST, "{on} {next}");
    }
    assert_eq!(world.entry("gossip", "2026-11-20", "", ""), StatusCode::BAD_REQUEST);
    let written = world.entry("first_examination", "2026-11-20", "Kanaryhealth", "2026-11-28");
    assert_eq!(written, StatusCode::SEE_OTHER);
    let page = world.page("/health");
    assert!(page.contains("Kanaryhealth") && page.contains("Next: 28 November 2026"), "{page}");

    for below in ["/health", "/health/new"] {
        assert_eq!(world.get(&world.worker, below).0, StatusCode::FORBIDDEN, "{below}");
    }
    let case = world.get(&world.worker, "").1;
    assert!(case.contains("Ask Invented specialist"), "{case}");
    for word in ["Kanaryhealth", "28 November", "First examination", "/health\""] {
        assert!(!case.contains(word), "{word}");
    }
    let other = world.room.actor(Role::CaseWorker, Some(0));
    assert_eq!(world.get(&other, "/health").0, StatusCode::NOT_FOUND, "whoever has no tie to the case learns nothing");
}

#[test]
fn r21_the_next_appointment_is_a_task_in_a_neutral_word_until_something_is_written_of_it() {
    let world = World::new();
    world.let_in();
    assert_eq!(world.entry("medication", "2026-11-20", "Kanaryhealth", "2026-11-21"), StatusCode::SEE_OTHER);
    let mine = |actor: &Actor| world.room.get("/en/casework/tasks", &actor.cookie).1;
    let tasks = mine(&world.specialist);
    assert!(tasks.contains("An appointment is on this day") && tasks.contains("Самал"), "{tasks}");
    assert!(!tasks.contains("Kanaryhealth") && !tasks.contains("Medication"));
    assert!(!mine(&world.worker).contains("An appointment"), "it is hers who heals");
    assert_eq!(world.entry("appointment", "2026-11-21", "", ""), StatusCode::SEE_OTHER);
    assert!(!mine(&world.specialist).contains("An appointment is on this day"));
}

#[test]
fn an_entry_is_written_anew_beside_what_was_written() {
    let world = World::new();
    world.let_in();
    assert_eq!(world.entry("vaccination", "2026-11-20", "Left arm", ""), StatusCode::SEE_OTHER);
    let page = world.page("/health");
    let id = page.split("/health/").filter_map(|rest| rest.split("/correct").next()).find(|id| id.len() == 32);
    let below = format!("/health/{}/correct", id.expect("an entry"));
    assert!(world.page(&below).contains("Left arm"));
    let form = [("kind", "vaccination"), ("on", "2026-11-20"), ("note", "Right arm"), ("version", "1")];
    assert_eq!(world.send(&world.worker, &below, &form), StatusCode::FORBIDDEN);
    assert_eq!(world.send(&world.specialist, &below, &form), StatusCode::SEE_OTHER);
    let page = world.page("/health");
    let (now, before) = page.split_once("What counts no more").expect("both stand there");
    assert!(now.contains("Right arm") && before.contains("Left arm"));
}

#[test]
fn a_psychologist_reads_the_hours_that_she_wrote_and_no_others() {
    let world = World::new();
    world.let_in();
    let hour = |note| {
        [("kind", "social_psychological"), ("on", "2026-11-20"), ("amount", "1.5"), ("unit", "hour"), ("note", note)]
    };
    assert!(world.page("/services/own").contains("You have written nothing down yet."));
    assert_eq!(world.send(&world.worker, "/services", &hour("By the worker")), StatusCode::SEE_OTHER);
    assert_eq!(world.send(&world.specialist, "/services", &hour("By her")), StatusCode::SEE_OTHER);
    let own = world.page("/services/own");
    assert!(own.contains("By her") && own.contains("1.5 hours") && !own.contains("By the worker"), "{own}");
    assert!(world.page("").contains("/services/own"), "the page of the case leads there");
    assert_eq!(
        world.get(&world.specialist, "/plan").0,
        StatusCode::FORBIDDEN,
        "the plan is with whoever runs the case"
    );
}

#[test]
fn where_nobody_on_the_team_heals_the_worker_is_told_to_let_somebody_in() {
    let world = World::new();
    world.let_in();
    assert_eq!(world.entry("test", "2026-11-20", "", ""), StatusCode::SEE_OTHER);
    let below = format!("/team/{}/end", world.specialist.player.account.id);
    assert_eq!(world.send(&world.worker, &below, &[]), StatusCode::SEE_OTHER);
    assert!(world.get(&world.worker, "").1.contains("Let a colleague in whose work it is"));
}

#[test]
fn the_pages_of_health_speak_three_languages() {
    let world = World::new();
    world.let_in();
    for kind in pana_casework::health::HealthKind::ALL {
        assert_eq!(world.entry(kind.name(), "2026-11-20", "", "2026-12-20"), StatusCode::SEE_OTHER);
    }
    for below in ["/health", "/health/new", "/services/own", ""] {
        for lang in ["en", "ru", "kk"] {
            let (status, body) = world.room.get(&world.path(lang, below), &world.specialist.cookie);
            assert_eq!(status, StatusCode::OK, "{lang} {below}");
            crate::room::speaks(&body, &format!("{lang} {below}"));
        }
    }
}
