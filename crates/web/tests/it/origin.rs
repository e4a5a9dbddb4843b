//! T15: what another site, another session or nobody's page sends changes nothing, at any address that can change something.

use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Request, StatusCode, header};
use pana_casework::policy::Role;
use pana_store::casework::{account, centre, entry, log, record, salt, session, wrap};
use pana_web::casework::cookie;
use pana_web::casework::route::ROUTES;
use tower::ServiceExt as _;

use crate::room::{Room, encoded};
use crate::world;

const NOWHERE: &str = "00000000000000000000000000000000";
const FORM: &str = "application/x-www-form-urlencoded";

/// What says that a request comes from elsewhere, or does not say where from.
const ELSEWHERE: [&[(&str, &str)]; 9] = [
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "none")],
    &[("sec-fetch-site", "cross-site"), ("origin", "https://pana.example"), ("host", "pana.example")],
    &[("origin", "https://evil.example"), ("host", "pana.example")],
    &[("origin", "https://pana.example.evil.example"), ("host", "pana.example")],
    &[("origin", "null"), ("host", "pana.example")],
    &[("host", "pana.example")],
    &[],
];

fn with(request: Builder, headers: &[(&str, &str)]) -> Builder {
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))
}

fn address(path: &str, id: &str) -> String {
    let filled = path.replace("{lang}", "en").replace("{id}", id);
    filled.split('/').map(|part| if part.starts_with('{') { NOWHERE } else { part }).collect::<Vec<_>>().join("/")
}

/// Everything that the room holds but its search tokens.
fn everything(room: &Room) -> String {
    let db = &room.casework.db;
    room.runtime.block_on(async {
        let mut all = format!("{:?}{:?}", centre::all(db).await, log::state(db).await);
        for kept in account::all(db).await.expect("accounts") {
            all += &format!("{kept:?}{:?}", session::of_account(db, &kept.id).await);
        }
        for kept in record::all(db).await.expect("records") {
            let (salts, wraps) = (salt::of_record(db, &kept.id).await, wrap::of_record(db, &kept.id).await);
            all += &format!("{kept:?}{salts:?}{wraps:?}{:?}", entry::of_record(db, &kept.id).await);
        }
        all
    })
}

/// A form sent with the session of somebody.
fn send(room: &Room, cookie: &str, path: &str, headers: &[(&str, &str)], pairs: &[(&str, &str)]) -> StatusCode {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, FORM)
        .header(header::COOKIE, format!("{}={cookie}", cookie::SESSION));
    let pairs: Vec<(String, String)> =
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let request = with(request, headers).body(Body::from(encoded(&pairs))).expect("a form");
    room.runtime.block_on(room.router.clone().oneshot(request)).expect("the router answers").status()
}

#[test]
fn t15_no_form_of_the_room_does_anything_for_another_site_or_another_session() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    let before = everything(&room);
    let (right, other) = (cookie::form_key(&worker.cookie), cookie::form_key(&room.heads[0].cookie));
    let (right, other) = (right.as_str(), other.as_str());
    let keys: [&[(&str, &str)]; 6] = [
        &[],
        &[("key", "")],
        &[("key", other)],
        &[("key", &right[1..])],
        // Of a field given twice the first counts.
        &[("key", other), ("key", right)],
        &[("kez", right)],
    ];
    let mut asked = 0;
    // The way out of her own view asks for no key: nothing may hold it up.
    let forms = || ROUTES.iter().filter(|route| route.method == "POST" && !route.path.ends_with("/page/leave"));
    for route in forms() {
        let path = address(route.path, &case);
        for headers in ELSEWHERE {
            let status = send(&room, &worker.cookie, &path, headers, &[("key", right)]);
            assert_eq!(status, StatusCode::FORBIDDEN, "{path} {headers:?}");
        }
        for pairs in keys {
            let status = send(&room, &worker.cookie, &path, &[("sec-fetch-site", "same-origin")], pairs);
            assert_eq!(status, StatusCode::FORBIDDEN, "{path} {pairs:?}");
        }
        asked += 1;
    }
    assert!(asked >= 60, "{asked} forms");
    assert_eq!(everything(&room), before, "and nothing was written, not even into the log");
    // With both, the same addresses are answered: what stood in the way was where it came from.
    let same = [("origin", "https://pana.example"), ("host", "pana.example")];
    let answered = forms().filter(|route| {
        let path = address(route.path, &case);
        send(&room, &worker.cookie, &path, &same, &[("key", right)]) != StatusCode::FORBIDDEN
    });
    // Leaving is among them: what comes after it is sent to the door.
    assert!(answered.count() >= asked / 2);
    assert_ne!(everything(&room), before);
}

#[test]
fn t15_whatever_else_another_site_asks_for_is_refused_before_anything_looks_at_it() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let before = everything(&room);
    let public = ["/", "/healthz", "/en/", "/assets/pana.css", "/en/nowhere", "/en/estimates"].map(str::to_owned);
    let mut paths: Vec<String> = ROUTES.iter().map(|route| address(route.path, NOWHERE)).collect();
    paths.extend(public);
    for path in paths {
        for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] {
            let request = Request::builder().method(method).uri(&path).header("sec-fetch-site", "cross-site");
            let request = request.header(header::COOKIE, format!("{}={}", cookie::SESSION, worker.cookie));
            let request = request.body(Body::empty()).expect("a request");
            let answer = room.runtime.block_on(room.router.clone().oneshot(request)).expect("an answer");
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{method} {path}");
            assert!(!answer.headers().contains_key(header::SET_COOKIE), "{method} {path}");
        }
    }
    assert_eq!(everything(&room), before);
}

/// The addresses of the public room that take a form, out of the table of its routes itself.
fn public_forms() -> Vec<&'static str> {
    let table = include_str!("../../src/server.rs");
    let lines = table.lines().filter(|line| line.contains(".route(") && line.contains("post("));
    lines.filter_map(|line| line.split('"').nth(1)).collect()
}

#[test]
fn t15_no_form_of_the_workbench_does_anything_for_another_site_or_another_server() {
    let bench = crate::estimate::world();
    let page = world::answer(bench, "/en/estimates").body;
    let right = page.split("name=\"key\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a key");
    let multipart = |key: &str| {
        let part = |name: &str, value: &str| {
            format!("--x1\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let table = "a,b,c,count\n1,0,0,30\n0,1,0,20\n0,0,1,10\n1,1,0,5\n1,0,1,5\n0,1,1,5\n1,1,1,2\n";
        let (method, count) = (part("method", "independence"), part("replicates", "100"));
        format!("{}{}{method}{count}--x1--\r\n", part("key", key), part("text", table))
    };
    let ask = |path: &str, headers: &[(&str, &str)], key: &str| {
        let (kind, body) = match path.ends_with("/estimates") {
            true => ("multipart/form-data; boundary=x1", multipart(key)),
            false => (FORM, format!("key={key}&id=EST-0001&by=A.+B.&why=because&column=sex&place=KZ&period=2024")),
        };
        let request = with(Request::post(path).header(header::CONTENT_TYPE, kind), headers);
        world::send(bench, request.body(Body::from(body)).expect("a form"))
    };
    let here = [("sec-fetch-site", "same-origin")];
    // One that runs, so that there is something to cancel, to divide and to enter.
    let begun = ask("/en/estimates", &here, right);
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    let id = begun.location.rsplit('/').next().expect("an id").to_owned();
    let forms = public_forms();
    assert_eq!(forms.len(), 5, "{forms:?}");
    for form in forms {
        let path = address(form, &id);
        for headers in ELSEWHERE {
            assert_eq!(ask(&path, headers, right).status, StatusCode::FORBIDDEN, "{path} {headers:?}");
        }
        for key in ["", NOWHERE, &right[1..]] {
            assert_eq!(ask(&path, &here, key).status, StatusCode::FORBIDDEN, "{path} {key}");
        }
    }
    assert_eq!(world::answer(bench, "/en/estimates").body, page, "nothing was entered");
    let job = world::answer(bench, &begun.location);
    assert!(!job.body.contains("Cancelled"), "{}", world::text(&job.body));
}
