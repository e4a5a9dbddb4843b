//! The monthly report as a head takes it: counted from her own keys, small numbers hidden on page, paper and in the file.

use axum::http::{StatusCode, header};
use pana_app::casework::Document;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::Kind;
use pana_casework::person::Identity;
use pana_casework::policy::Role;

use crate::room::{Actor, Room, document};

const FILE: &str = "/en/casework/report/csv?month=2026-11";

/// She says who she is: the counting row takes her sex from it, and nothing else.
fn identity(sex: &str) -> Document {
    let mut identity = serde_json::to_value(Identity::default()).expect("an identity");
    identity["sex"] = serde_json::json!(sex);
    document(Kind::Identity, &identity)
}

fn service(kind: &str, on: &str) -> Document {
    let content = serde_json::json!({"kind": kind, "on": on, "amount": {"hundredths": 100, "unit": "hour"}, "by": "x"});
    document(Kind::Service, &content)
}

/// A centre in which so many women and men were helped in November.
fn centre(women: usize, men: usize) -> (Room, Actor) {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    for (sex, count) in [("female", women), ("male", men)] {
        for _ in 0..count {
            let days = ["2026-11-02", "2026-11-03", "2026-11-03"].map(|on| service("social_legal", on));
            room.case(&worker, &[vec![identity(sex)], days.into()].concat());
        }
    }
    (room, worker)
}

fn value(file: &str, measure: &str, sex: &str) -> String {
    let line = file.lines().find(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        cells[1] == measure && cells[2].is_empty() && cells[5] == sex && cells[6] == "all"
    });
    line.unwrap_or_else(|| panic!("{measure} {sex} in {file}")).split(',').nth(7).unwrap_or_default().to_owned()
}

#[test]
fn r18_persons_episodes_and_service_days_are_counted_from_what_is_written() {
    let (room, _) = centre(7, 6);
    let head = &room.heads[0];
    let (status, file) = room.get(FILE, &head.cookie);
    assert_eq!(status, StatusCode::OK);
    assert_eq!(value(&file, "persons", "all"), "13");
    assert_eq!(value(&file, "persons", "female"), "7");
    assert_eq!(value(&file, "persons", "male"), "6");
    assert_eq!(value(&file, "admissions", "all"), "13");
    assert_eq!(value(&file, "exits", "all"), "0");
    assert_eq!(
        value(&file, "all_service_days", "all"),
        "26",
        "two services of one kind on one day are one service day"
    );
    let (_, page) = room.get("/en/casework/report?month=2026-11", &head.cookie);
    assert!(page.contains("Persons helped") && page.contains("<td>13</td>"), "{page}");
    assert!(page.contains("admitted by the last day of the month"), "every number says what it counts");
    let (_, before) = room.get("/en/casework/report?month=2026-10", &head.cookie);
    assert!(before.contains("Nobody was helped in this month"));
    let (_, elsewhere) = room.get("/en/casework/report?month=2026-11", &room.heads[1].cookie);
    assert!(elsewhere.contains("Nobody was helped in this month"), "each centre counts its own");
}

#[test]
fn r19_a_small_number_is_hidden_on_page_paper_and_in_the_file() {
    let (room, _) = centre(9, 2);
    let head = &room.heads[0];
    let (_, file) = room.get(FILE, &head.cookie);
    assert_eq!(value(&file, "persons", "male"), "", "two men are not shown");
    let shown = [value(&file, "persons", "all"), value(&file, "persons", "female")];
    assert!(shown.contains(&String::new()), "and cannot be had by taking the women from all: {shown:?}");
    for path in ["/en/casework/report?month=2026-11", "/en/casework/report/paper?month=2026-11"] {
        let (status, page) = room.get(path, &head.cookie);
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("hidden") && !page.contains("<td>2</td>"), "{path}");
    }
}

#[test]
fn the_report_is_the_heads_and_taking_it_out_is_in_the_log() {
    let (room, worker) = centre(1, 0);
    for actor in [&worker, &room.actor(Role::Admission, Some(0)), &room.actor(Role::Administrator, None)] {
        for path in ["/en/casework/report", FILE, "/en/casework/report/paper"] {
            assert_eq!(room.get(path, &actor.cookie).0, StatusCode::FORBIDDEN, "{:?} {path}", actor.role);
        }
    }
    let response = room.send("GET", FILE, Some(&room.heads[0].cookie), &[]);
    let name = response.headers().get(header::CONTENT_DISPOSITION).and_then(|value| value.to_str().ok());
    assert_eq!(name, Some("attachment; filename=\"pana-report-2026-11.csv\""));
    let auditor = room.actor(Role::Auditor, None);
    let (_, log) = room.get("/en/casework/log", &auditor.cookie);
    assert!(log.contains("Took out a file"), "{log}");
}

#[test]
fn r16_the_counting_row_follows_what_is_written() {
    let (room, worker) = centre(0, 0);
    let case = room.case(&worker, &[]);
    let row = || -> serde_json::Value {
        room.runtime.block_on(async {
            let open = room.casework.open_case(&worker.signed(), &case).await.expect("her case");
            let rows = open.documents(&[Kind::Statistic]).await.expect("the row");
            assert_eq!(rows.len(), 1, "a case has one row");
            rows[0].content.clone()
        })
    };
    assert_eq!((&row()["outcome"], &row()["sex"]), (&"in_service".into(), &"not_asked".into()));
    let send = |below: &str, form: &[(&str, &str)]| {
        let save = id::new(&mut System);
        let mut pairs = vec![("save", save.as_str())];
        pairs.extend_from_slice(form);
        let path = format!("/en/casework/cases/{case}{below}");
        let status = room.send("POST", &path, Some(&worker.cookie), &pairs).status();
        assert_eq!(status, StatusCode::SEE_OTHER, "{below}");
    };
    let service = [("kind", "social_legal"), ("on", "2026-11-21"), ("amount", "1"), ("unit", "hour")];
    send("/services", &service);
    send("/services", &service);
    assert_eq!(row()["services"], serde_json::json!(["social_legal"]));
    send("/exit", &[("reason", "goals_met"), ("on", "2026-11-21"), ("follow_up", "declined")]);
    assert_eq!(row()["outcome"], "goals_met");
    send("/exit/reopen", &[]);
    assert_eq!(row()["outcome"], "in_service");
    assert!(!row().to_string().contains("2026-11-21"), "no day is in it");
}
