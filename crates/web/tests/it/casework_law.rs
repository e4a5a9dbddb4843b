//! What of the law nobody verified: the head confirms it with day and source; cases made from then on say so, older ones do not, and
//! nothing becomes verified.

use axum::http::StatusCode;
use pana_app::casework::id;
use pana_app::casework::law::mark;
use pana_app::casework::random::System;
use pana_casework::Kind;
use pana_casework::law_row::to_confirm;
use pana_casework::policy::Role;

use crate::room::{Room, document, moment};

fn clock(room: &Room, on: &str) -> pana_app::casework::Document {
    let terms = room.casework.law.version_on(on.parse().expect("a day")).terms();
    let content = serde_json::json!({"episode": 1, "started_on": on,
        "held_by": [{"centre": room.centres[0], "from": on}], "pauses": [], "extensions": [], "law": terms});
    document(Kind::Clock, &content)
}

#[test]
fn what_the_head_confirmed_is_said_by_later_cases_and_verifies_nothing() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let today = moment().today();
    let rows = to_confirm(&room.casework.law, today);
    let (place, row) = rows
        .iter()
        .enumerate()
        .find(|(_, row)| {
            ["clock.re_entry", "clock.pause", "clock.start", "clock.warning_days"].contains(&row.key.as_str())
        })
        .expect("a row of the clock that nobody verified");
    let path = format!("/en/casework/law/{}", place + 1);
    let head = &room.heads[0].cookie;
    let (status, page) = room.get("/en/casework/law", head);
    assert!(status == StatusCode::OK && page.contains(&path), "{page}");
    assert!(!page.contains('['), "every row is in words: {page}");
    let send = |cookie: &str, on: &str, source: &str, row: &str| {
        let save = id::new(&mut System);
        let form = [("on", on), ("source", source), ("row", row), ("save", save.as_str())];
        room.send("POST", &path, Some(cookie), &form).status()
    };
    let mark = mark(row);
    assert_eq!(send(&worker.cookie, "2026-11-21", "Article 1", &mark), StatusCode::FORBIDDEN, "the head alone");
    assert_eq!(send(head, "2026-11-21", " ", &mark), StatusCode::BAD_REQUEST, "without a source");
    assert_eq!(send(head, "2026-11-22", "Article 1", &mark), StatusCode::BAD_REQUEST, "a day that has not come");
    assert_eq!(send(head, "2026-11-20", "Article 1", "another row"), StatusCode::NOT_FOUND);
    assert!(room.get(&path, head).1.contains(&mark.replace('"', "&#34;")) || room.get(&path, head).0 == StatusCode::OK);
    assert_eq!(send(head, "2026-11-20", "Article 1 of the invented act", &mark), StatusCode::SEE_OTHER);
    assert!(room.get("/en/casework/law", head).1.contains("Article 1 of the invented act"));

    let said = |on: &str, actor: &crate::room::Actor| {
        let case = room.case(actor, &[clock(&room, on)]);
        let (status, page) = room.get(&format!("/en/casework/cases/{case}/clock"), &actor.cookie);
        assert_eq!(status, StatusCode::OK);
        page.contains("Article 1 of the invented act")
    };
    assert!(said("2026-11-21", &worker), "a case made later says that the head confirmed it");
    assert!(!said("2026-11-01", &worker), "an older one stays as it was");
    let elsewhere = room.actor(Role::CaseWorker, Some(1));
    assert!(!said("2026-11-21", &elsewhere), "another house has a head of its own");
    assert_eq!(to_confirm(&room.casework.law, today).len(), rows.len(), "nothing is verified by it");
}
