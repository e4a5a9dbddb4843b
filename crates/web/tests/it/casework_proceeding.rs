//! Proceedings through their pages: the lawyer's work; the worker knows that there are some, and by which reference an extension names them.

use axum::http::StatusCode;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::policy::Role;
use pana_casework::proceeding::ProceedingStage;

use crate::room::{Actor, Room, speaks};

struct World {
    room: Room,
    worker: Actor,
    lawyer: Actor,
    case: String,
}

impl World {
    fn new() -> Self {
        let room = Room::open();
        let [worker, lawyer] = [Role::CaseWorker, Role::Lawyer].map(|role| room.actor(role, Some(0)));
        let case = room.case(&worker, &[]);
        let world = Self { room, worker, lawyer, case };
        let form = [("account", world.lawyer.player.account.id.as_str())];
        assert_eq!(world.send(&world.worker, "/team", &form), StatusCode::SEE_OTHER);
        world
    }

    fn path(&self, lang: &str, below: &str) -> String {
        format!("/{lang}/casework/cases/{}{below}", self.case)
    }

    fn get(&self, actor: &Actor, below: &str) -> (StatusCode, String) {
        self.room.get(&self.path("en", below), &actor.cookie)
    }

    fn page(&self, below: &str) -> String {
        let (status, body) = self.get(&self.lawyer, below);
        assert_eq!(status, StatusCode::OK, "{below}");
        body
    }

    fn send(&self, actor: &Actor, below: &str, form: &[(&str, &str)]) -> StatusCode {
        let save = id::new(&mut System);
        let mut pairs = vec![("save", save.as_str())];
        pairs.extend_from_slice(form);
        self.room.send("POST", &self.path("en", below), Some(&actor.cookie), &pairs).status()
    }

    fn link(&self, number: &str, offence: &str, on: &str) -> StatusCode {
        let form = [("number", number), ("offences", offence), ("stage", "registered"), ("on", on)];
        self.send(&self.lawyer, "/proceedings", &form)
    }

    fn first(&self) -> String {
        let page = self.page("/proceedings");
        let ids = page.split("/proceedings/").filter_map(|rest| rest.split('/').next());
        ids.map(str::to_owned).find(|id| id.len() == 32).expect("a link")
    }
}

#[test]
fn a_lawyer_follows_proceedings_and_the_worker_knows_that_there_are_some() {
    let world = World::new();
    assert!(world.page("/proceedings").contains("write its number down"), "what to do");
    let form = world.page("/proceedings/new");
    assert!(form.contains("128 · Trafficking in persons") && form.contains("not yet checked against the act"));
    assert_eq!(world.link("", "128", "2026-11-01"), StatusCode::BAD_REQUEST);
    assert_eq!(world.link("Kanary-7", "999", "2026-11-01"), StatusCode::BAD_REQUEST);
    assert_eq!(world.link("Kanary-7", "128", "2026-12-01"), StatusCode::BAD_REQUEST);
    assert_eq!(world.link("Kanary-7", "128", "2026-11-01"), StatusCode::SEE_OTHER);
    let page = world.page("/proceedings");
    assert!(page.contains("Kanary-7") && page.contains("128 · Trafficking in persons") && page.contains("under way"));

    for below in ["/proceedings", "/proceedings/new"] {
        assert_eq!(world.get(&world.worker, below).0, StatusCode::FORBIDDEN, "{below}");
    }
    let case = world.get(&world.worker, "").1;
    assert!(
        !case.contains("Kanary-7") && !case.contains("/proceedings\"") && case.contains("Ask Invented lawyer"),
        "{case}"
    );
    let reference = format!("P-{}", &world.first()[..8]);
    assert!(page.contains(&reference));
    let (status, form) = world.get(&world.worker, "/clock/extension");
    assert!(status == StatusCode::OK && form.contains(&reference) && !form.contains("Kanary-7"), "{form}");
}

#[test]
fn r21_a_hearing_is_a_task_in_a_neutral_word_and_so_is_telling_of_compensation() {
    let world = World::new();
    assert_eq!(world.link("Kanary-7", "135", "2026-11-01"), StatusCode::SEE_OTHER);
    let (first, version) = (world.first(), |version| ("version", version));
    let below = |part: &str| format!("/proceedings/{first}/{part}");
    let mine = || world.room.get("/en/casework/tasks", &world.lawyer.cookie).1;
    assert!(mine().contains("Tell of the right to compensation"));
    assert_eq!(
        world.send(&world.lawyer, &below("hearing"), &[("on", "2026-12-03"), version("1")]),
        StatusCode::SEE_OTHER
    );
    let tasks = mine();
    assert!(tasks.contains("A day to keep") && !tasks.contains("Kanary-7") && !tasks.contains("hearing"), "{tasks}");
    assert!(world.page("/proceedings").contains("3 December 2026"));
    assert!(
        !world.room.get("/en/casework/tasks", &world.worker.cookie).1.contains("A day to keep"),
        "it is the lawyer's"
    );
    assert_eq!(world.send(&world.lawyer, &below("hearing"), &[("on", ""), version("1")]), StatusCode::CONFLICT);
    assert_eq!(world.send(&world.lawyer, &below("hearing"), &[("on", ""), version("2")]), StatusCode::SEE_OTHER);
    assert!(!mine().contains("A day to keep"));
    let told = |by, on| world.send(&world.lawyer, &below("compensation"), &[("by", by), ("on", on), version("3")]);
    assert_eq!(
        (told("", "2026-11-02"), told("Investigator", "2026-12-02")),
        (StatusCode::BAD_REQUEST, StatusCode::BAD_REQUEST)
    );
    assert_eq!(told("Investigator", "2026-11-02"), StatusCode::SEE_OTHER);
    assert!(!mine().contains("Tell of the right to compensation"));
    assert!(world.page("/proceedings").contains("2 November 2026 · Investigator"));
}

#[test]
fn stages_are_offered_as_they_can_follow() {
    let world = World::new();
    assert_eq!(world.link("7", "128", "2026-11-01"), StatusCode::SEE_OTHER);
    let first = world.first();
    let below = format!("/proceedings/{first}/stage");
    let form = world.page(&below);
    assert!(form.contains("value=\"investigated\"") && !form.contains("value=\"court\""));
    let step =
        |stage, on, version| world.send(&world.lawyer, &below, &[("stage", stage), ("on", on), ("version", version)]);
    assert_eq!(step("court", "2026-11-02", "1"), StatusCode::BAD_REQUEST);
    assert_eq!(step("investigated", "2026-10-31", "1"), StatusCode::BAD_REQUEST);
    assert_eq!(step("investigated", "2026-11-02", "1"), StatusCode::SEE_OTHER);
    assert_eq!(step("ended", "2026-11-03", "2"), StatusCode::SEE_OTHER);
    assert!(world.page("/proceedings").contains("<p class=\"tag\">over</p>"));
    assert_eq!(world.send(&world.worker, &below, &[("stage", "appeal")]), StatusCode::FORBIDDEN);
}

#[test]
fn the_pages_of_proceedings_speak_three_languages() {
    let world = World::new();
    for (at, stage) in ProceedingStage::ALL.iter().enumerate() {
        let number = at.to_string();
        let form = [("number", number.as_str()), ("offences", "309"), ("stage", stage.name()), ("on", "2026-11-01")];
        assert_eq!(world.send(&world.lawyer, "/proceedings", &form), StatusCode::SEE_OTHER);
    }
    let first = world.first();
    let parts = ["stage", "hearing", "compensation"].map(|part| format!("/proceedings/{first}/{part}"));
    for below in ["".to_owned(), "/proceedings".to_owned(), "/proceedings/new".to_owned()].into_iter().chain(parts) {
        for lang in ["en", "ru", "kk"] {
            let (status, body) = world.room.get(&world.path(lang, &below), &world.lawyer.cookie);
            assert_eq!(status, StatusCode::OK, "{lang} {below}");
            speaks(&body, &format!("{lang} {below}"));
        }
    }
}
