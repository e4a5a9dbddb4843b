//! The log: who did what when stands in it before anything is shown, a refusal as well, and nothing else does.

use axum::http::StatusCode;
use pana_app::casework::Refused;
use pana_app::casework::demo::PASSPHRASE;
use pana_app::casework::event::{self, Told};
use pana_app::casework::sign_in::Tried;
use pana_casework::Class;
use pana_casework::policy::{Purpose, Role};
use pana_store::casework::log;

use crate::room::{Room, moment};

fn leaves(room: &Room) -> Vec<log::Event> {
    room.runtime.block_on(log::events(&room.casework.db, 0, i64::MAX)).expect("the log answers")
}

fn told(room: &Room) -> Vec<Told> {
    leaves(room).iter().map(|kept| event::told(kept.number, &kept.leaf).expect("an event of ours")).collect()
}

fn last(room: &Room) -> Told {
    told(room).pop().expect("an event")
}

#[test]
fn a_reading_says_who_when_which_case_which_part_and_what_for() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    assert_eq!(room.get(&format!("/en/casework/cases/{case}/identity"), &worker.cookie).0, StatusCode::OK);
    let readings: Vec<Told> = told(&room).into_iter().filter(|told| told.act == "read").collect();
    let reading = readings.iter().find(|told| told.classes.contains(&Class::Identity)).expect("a reading");
    assert_eq!((reading.actor.as_str(), reading.record.as_str()), (worker.player.account.id.as_str(), case.as_str()));
    assert_eq!((reading.purpose, reading.at.as_str()), (Some(Purpose::Care), "2026-11-21T18:30:00Z"));
    let numbers: Vec<i64> = told(&room).iter().map(|told| told.number).collect();
    assert_eq!(numbers, (0..).take(numbers.len()).collect::<Vec<i64>>(), "without a gap");
}

#[test]
fn every_refusal_is_in_it() {
    let room = Room::open();
    let (worker, colleague) = (room.actor(Role::CaseWorker, Some(0)), room.actor(Role::CaseWorker, Some(0)));
    let case = room.case(&worker, &[]);
    let id = |actor: &crate::room::Actor| actor.player.account.id.clone();

    assert_eq!(room.get(&format!("/en/casework/cases/{case}"), &colleague.cookie).0, StatusCode::NOT_FOUND);
    let denied = last(&room);
    assert_eq!((denied.act.as_str(), denied.actor, denied.record), ("denied", id(&colleague), case.clone()));

    assert_eq!(room.get("/en/casework/log", &worker.cookie).0, StatusCode::FORBIDDEN);
    let denied = last(&room);
    assert_eq!((denied.act.as_str(), denied.about.as_str(), denied.actor), ("denied", "log", id(&worker)));

    let ways = [("casework/join", "join"), ("casework/recover", "recover"), ("page", "sign-in")];
    for (way, about) in ways {
        let form = [("login", "nobody"), ("code", "0"), ("passphrase", PASSPHRASE), ("again", PASSPHRASE)];
        room.send("POST", &format!("/en/{way}"), None, &form);
        let refused = last(&room);
        assert_eq!((refused.act.as_str(), refused.about.as_str()), ("sign-in-refused", about), "{way}");
    }

    let login = &worker.player.account.login;
    let tried =
        Tried { login, passphrase: "not hers at all", code: "123456", network: "net", device: None, device_name: "" };
    let entered = room.runtime.block_on(room.casework.sign_in(tried, &moment()));
    assert!(matches!(entered, Err(Refused::Mismatch)));
    let refused = last(&room);
    assert_eq!((refused.act.as_str(), refused.actor), ("sign-in-refused", id(&worker)));
}

/// Whom it was done to, and why a case was opened in an emergency: whoever sees that it was done sees that too.
#[test]
fn it_says_to_whom_and_why() {
    let room = Room::open();
    let (worker, colleague) = (room.actor(Role::CaseWorker, Some(0)), room.actor(Role::CaseWorker, Some(0)));
    let (head, auditor) = (&room.heads[0], room.actor(Role::Auditor, None));
    let case = room.case(&worker, &[]);
    let below = |path: &str| format!("/en/casework/cases/{case}{path}");
    let whom = colleague.player.account.id.as_str();
    let let_in = room.send("POST", &below("/team"), Some(&worker.cookie), &[("account", whom)]);
    assert_eq!(let_in.status(), StatusCode::SEE_OTHER);
    assert_eq!(last(&room).whom.as_deref(), Some(whom));
    let opened = room.send("POST", &below("/emergency"), Some(&head.cookie), &[("reason", "threat")]);
    assert!(opened.status().is_redirection() || opened.status() == StatusCode::OK, "{}", opened.status());
    for (path, cookie) in [(below("/history"), &worker.cookie), ("/en/casework/log".to_owned(), &auditor.cookie)] {
        let page = room.get(&path, cookie).1;
        let name = &colleague.player.account.name;
        assert!(page.contains(&format!("<strong>Let somebody in</strong>: {name}, ")), "{path}: {page}");
        assert!(page.contains("Somebody threatens her"), "{path}: {page}");
    }
}

#[test]
fn the_auditor_reads_it_and_nobody_finds_a_name_or_a_secret_in_it() {
    let room = Room::open();
    let (worker, auditor) = (room.actor(Role::CaseWorker, Some(0)), room.actor(Role::Auditor, None));
    let case = room.case(&worker, &[]);
    for below in ["", "/identity", "/consents", "/plan"] {
        room.get(&format!("/en/casework/cases/{case}{below}"), &worker.cookie);
    }
    let (status, page) = room.get("/en/casework/log", &auditor.cookie);
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains(&worker.player.account.name), "who read is there by name");
    assert!(!page.contains("Самал"), "whom it is about is not");
    let secrets = ["Самал", PASSPHRASE, worker.cookie.as_str(), auditor.cookie.as_str()];
    for kept in leaves(&room) {
        for secret in secrets {
            let found = kept.leaf.windows(secret.len()).any(|bytes| bytes == secret.as_bytes());
            assert!(!found, "event {}", kept.number);
        }
    }
}
