//! The story through its pages: told once, told anew without losing what was written, and read by whoever she lets read it.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::Kind;
use pana_casework::policy::Role;
use pana_casework::statistic::{Exploitation, StatisticRow};

use crate::room::{Actor, Room};

struct World {
    room: Room,
    worker: Actor,
    lawyer: Actor,
    specialist: Actor,
    case: String,
}

impl World {
    fn new() -> Self {
        let room = Room::open();
        let [worker, lawyer, specialist] =
            [Role::CaseWorker, Role::Lawyer, Role::Specialist].map(|role| room.actor(role, Some(0)));
        let case = room.case(&worker, &[]);
        let world = Self { room, worker, lawyer, specialist, case };
        for member in [&world.lawyer, &world.specialist] {
            let sent = world.send(&world.worker, "/team", &[("account", member.player.account.id.as_str())]);
            assert_eq!(sent, StatusCode::SEE_OTHER);
        }
        world
    }

    fn path(&self, lang: &str, below: &str) -> String {
        format!("/{lang}/casework/cases/{}{below}", self.case)
    }

    fn get(&self, actor: &Actor, below: &str) -> (StatusCode, String) {
        self.room.get(&self.path("en", below), &actor.cookie)
    }

    fn page(&self, below: &str) -> String {
        let (status, body) = self.get(&self.worker, below);
        assert_eq!(status, StatusCode::OK, "{below}");
        body
    }

    fn send_as(&self, actor: &Actor, below: &str, save: &str, form: &[(&str, &str)]) -> (StatusCode, String) {
        let mut pairs = vec![("save", save)];
        pairs.extend_from_slice(form);
        self.room.read(self.room.send("POST", &self.path("en", below), Some(&actor.cookie), &pairs))
    }

    fn send(&self, actor: &Actor, below: &str, form: &[(&str, &str)]) -> StatusCode {
        self.send_as(actor, below, &id::new(&mut System), form).0
    }

    /// The address of the first fact that can be told anew.
    fn first(&self) -> String {
        let page = self.page("/story");
        let found = page.split(&format!("/cases/{}/story/", self.case)).nth(2).and_then(|rest| rest.split('/').next());
        found.expect("a fact").to_owned()
    }

    fn row(&self) -> StatisticRow {
        let signed = self.worker.signed();
        self.room.runtime.block_on(async {
            let open = self.room.casework.open_case(&signed, &self.case).await.expect("her case");
            let rows = open.documents(&[Kind::Statistic]).await.expect("the row");
            rows.last().expect("a row").read().expect("of its type")
        })
    }
}

const TOLD: [(&str, &str); 2] = [("told_by", "herself"), ("told_on", "2026-11-20")];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    TOLD.iter().chain(more).copied().collect()
}

#[test]
fn r9_a_fact_is_told_once_and_told_anew_beside_what_was_written() {
    let world = World::new();
    assert!(world.page("/story").contains("Ask only what is needed for the help she wants"), "what to do");
    let choose = world.page("/story/new");
    assert!(choose.contains("/story/new/recruitment\"") && choose.contains("/story/new/how_it_ended\""));
    let form = world.page("/story/new/control");
    assert!(
        form.contains("Locked in, watched") && !form.contains("Through social networks"),
        "codes of this kind only"
    );
    let (status, empty) = world.send_as(&world.worker, "/story/new/control", &id::new(&mut System), &with(&[]));
    assert!(status == StatusCode::BAD_REQUEST && empty.contains("Tick something or write a short note"));
    let long = "ә".repeat(281);
    for (field, value) in [("note", long.as_str()), ("year", "2027"), ("year", "soon"), ("told_on", "2026-12-01")] {
        let mut form = with(&[("codes", "debt")]);
        form.retain(|(name, _)| *name != field);
        form.push((field, value));
        assert_eq!(world.send(&world.worker, "/story/new/control", &form), StatusCode::BAD_REQUEST, "{field}");
    }
    let save = id::new(&mut System);
    let told = with(&[
        ("codes", "debt"),
        ("codes", "papers_withheld"),
        ("note", "A paper was signed"),
        ("year", "2025"),
        ("month", "6"),
    ]);
    for _ in 0..3 {
        assert_eq!(world.send_as(&world.worker, "/story/new/control", &save, &told).0, StatusCode::SEE_OTHER);
    }
    let page = world.page("/story");
    assert_eq!(page.matches("A paper was signed").count(), 1, "pressed three times, told once");
    assert!(page.contains("A debt to be worked off, Papers withheld") && page.contains("June 2025"), "{page}");
    assert!(page.contains("She herself") && !page.contains("What counts no more"));

    let fact = world.first();
    let shown = world.page(&format!("/story/{fact}/correct"));
    assert!(
        shown.contains("A paper was signed") && shown.contains("value=\"2025\""),
        "what was told stands in the form"
    );
    let anew = with(&[("note", "Nothing was signed"), ("version", "1")]);
    let below = format!("/story/{fact}/correct");
    assert_eq!(world.send(&world.worker, &below, &with(&[("note", "x"), ("version", "7")])), StatusCode::CONFLICT);
    let save = id::new(&mut System);
    for _ in 0..2 {
        assert_eq!(world.send_as(&world.worker, &below, &save, &anew).0, StatusCode::SEE_OTHER);
    }
    let page = world.page("/story");
    let (now, before) = page.split_once("What counts no more").expect("both stand there");
    assert!(now.contains("Nothing was signed") && !now.contains("A paper was signed"));
    assert!(before.contains("A paper was signed"), "nothing is lost");
    assert_eq!(world.get(&world.worker, &below).0, StatusCode::NOT_FOUND, "what counts no more is not told anew");
    assert_eq!(world.get(&world.worker, "/story/new/other_kind").0, StatusCode::NOT_FOUND);
}

#[test]
fn r5_a_lawyer_reads_the_story_on_its_page_only_while_she_agrees() {
    let world = World::new();
    assert_eq!(
        world.send(&world.worker, "/story/new/journey", &with(&[("note", "By bus, at night")])),
        StatusCode::SEE_OTHER
    );
    // Before she agrees a lawyer does not even know that there is one.
    assert_eq!(world.get(&world.lawyer, "/story").0, StatusCode::NOT_FOUND);
    assert!(!world.get(&world.lawyer, "").1.contains("/story\""));
    assert_eq!(world.get(&world.specialist, "/story").0, StatusCode::OK, "whoever heals reads it");
    let consent = [
        ("purpose", "legal_help"),
        ("recipient_kind", "lawyer"),
        ("recipient", "Invented lawyer"),
        ("classes", "story"),
        ("form", "oral_with_witness"),
        ("witness", "Somebody"),
        ("language", "kk"),
        ("explained", "in_conversation"),
        ("act", "personal_data"),
        ("ends_on", "2026-11-30"),
    ];
    assert_eq!(world.send(&world.worker, "/consents", &consent), StatusCode::SEE_OTHER);
    let (status, page) = world.get(&world.lawyer, "/story");
    assert!(status == StatusCode::OK && page.contains("By bus, at night"));
    assert!(!page.contains("/story/new"), "a lawyer writes none");
    assert_eq!(world.send(&world.lawyer, "/story/new/journey", &with(&[("note", "x")])), StatusCode::FORBIDDEN);
    let history = world.page("/history");
    assert!(history.contains("Story"), "her reading is in the log of the case");
}

#[test]
fn the_counting_row_follows_what_the_facts_say_of_the_work() {
    let world = World::new();
    assert!(world.row().exploitation.is_empty());
    let told = with(&[("codes", "forced_labour"), ("codes", "forced_begging"), ("codes", "unknown_code")]);
    assert_eq!(world.send(&world.worker, "/story/new/work", &told), StatusCode::SEE_OTHER);
    assert_eq!(world.row().exploitation, BTreeSet::from([Exploitation::ForcedLabour, Exploitation::ForcedBegging]));
    let below = format!("/story/{}/correct", world.first());
    let anew = with(&[("codes", "servitude"), ("version", "1")]);
    assert_eq!(world.send(&world.worker, &below, &anew), StatusCode::SEE_OTHER);
    assert_eq!(world.row().exploitation, BTreeSet::from([Exploitation::Servitude]));
}

#[test]
fn the_pages_of_the_story_speak_three_languages_and_keep_it_out_of_titles() {
    let world = World::new();
    assert_eq!(world.send(&world.worker, "/story/new/other", &with(&[("note", "Kanarystory")])), StatusCode::SEE_OTHER);
    let correct = format!("/story/{}/correct", world.first());
    let kinds = pana_casework::fact::FactKind::ALL.iter().map(|kind| format!("/story/new/{}", kind.name()));
    for below in ["/story".to_owned(), "/story/new".to_owned(), correct].into_iter().chain(kinds) {
        for lang in ["en", "ru", "kk"] {
            let (status, body) = world.room.get(&world.path(lang, &below), &world.worker.cookie);
            assert_eq!(status, StatusCode::OK, "{lang} {below}");
            crate::room::speaks(&body, &format!("{lang} {below}"));
            let title = body.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            assert!(!title.contains("Kanarystory") && !title.contains("Самал"), "{title}");
        }
    }
}
