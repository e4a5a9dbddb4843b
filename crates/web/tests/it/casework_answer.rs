//! What every answer carries, which requests are answered at all, and what a request of somebody else can do: nothing.

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, Response, StatusCode};
use axum::routing::get;
use pana_app::casework::event::{self, Told};
use pana_casework::intake::Fields;
use pana_casework::policy::Role;
use pana_store::casework::wrap::Wrap;
use pana_store::casework::{Change, log};
use pana_web::casework::route::{Need, ROUTES};
use pana_web::server::clothed;
use tower::ServiceExt as _;

use crate::room::Room;

const NOWHERE: &str = "00000000000000000000000000000000";

fn ask(room: &Room, request: Request<Body>) -> Response<Body> {
    room.runtime.block_on(room.router.clone().oneshot(request)).expect("the router answers")
}

fn bare(method: Method, path: &str) -> Request<Body> {
    let request = Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
    request.body(Body::empty()).expect("a request")
}

fn header_of<'a>(answer: &'a Response<Body>, name: &str) -> &'a str {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn body(room: &Room, answer: Response<Body>) -> String {
    let bytes = room.runtime.block_on(to_bytes(answer.into_body(), usize::MAX)).expect("the body ends");
    String::from_utf8_lossy(&bytes).into_owned()
}

fn address(path: &str, id: &str) -> String {
    let filled = path.replace("{lang}", "en").replace("{id}", id);
    filled.split('/').map(|part| if part.starts_with('{') { NOWHERE } else { part }).collect::<Vec<_>>().join("/")
}

/// What the log says since it had so many events.
fn told_since(room: &Room, size: i64) -> Vec<Told> {
    let kept = room.runtime.block_on(log::events(&room.casework.db, size, i64::MAX)).expect("the log answers");
    kept.iter().map(|event| event::told(event.number, &event.leaf).expect("an event of ours")).collect()
}

fn size(room: &Room) -> i64 {
    room.runtime.block_on(log::state(&room.casework.db)).expect("the log answers").size
}

#[test]
fn what_falls_is_answered_in_the_reader_s_words_and_tells_nothing() {
    let mut room = Room::open();
    let falls = || get(async || -> &'static str { panic!("Әйгерім fell") });
    let paths = ["/{lang}/falls", "/{lang}/casework/falls", "/{lang}/page/falls"];
    let routes = paths.iter().fold(axum::Router::new(), |routes, path| routes.route(path, falls()));
    room.router = clothed(routes, room.state.clone());
    let expected = [
        ("en", "The program failed here"),
        ("ru", "Здесь программа дала сбой"),
        ("kk", "Бағдарлама осы жерде істен шықты"),
    ];
    for (lang, said) in expected {
        for path in paths {
            let path = path.replace("{lang}", lang);
            let answer = ask(&room, bare(Method::GET, &path));
            assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR, "{path}");
            assert!(!header_of(&answer, "content-security-policy").is_empty(), "{path}");
            let page = body(&room, answer);
            assert!(page.contains(&format!("<html lang=\"{lang}\"")) && !page.contains("Әйгерім"), "{path}: {page}");
            assert_eq!(page.contains(said), !path.ends_with(&format!("/{lang}/falls")), "{path}: {page}");
            assert!(!path.contains("/page/") || !page.contains("Pana"), "{path}: {page}");
        }
    }
}

#[test]
fn every_answer_says_what_a_browser_may_do_with_it() {
    let room = Room::open();
    let mut paths: Vec<String> = [
        "/",
        "/en/nowhere",
        "/xx/",
        "/assets/pana.css",
        "/assets/pana.svg",
        "/assets/nothing",
        "/healthz",
        "/robots.txt",
    ]
    .map(str::to_owned)
    .to_vec();
    paths.extend(ROUTES.iter().map(|route| address(route.path, NOWHERE)));
    for path in paths {
        for method in [Method::GET, Method::POST, Method::PUT] {
            let answer = ask(&room, bare(method.clone(), &path));
            let policy = header_of(&answer, "content-security-policy");
            for part in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] {
                assert!(policy.split("; ").any(|found| found == part), "{method} {path}: {policy}");
            }
            // One page of somebody who is not signed in has a script: our own, which makes no markup out of text.
            let scripted = method == Method::GET && path == "/en/casework/sign-in/passkey";
            let more = "script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
            assert_eq!(policy.contains("script"), scripted, "{method} {path}: {policy}");
            assert!(!scripted || policy.ends_with(more), "{method} {path}: {policy}");
            assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
            assert_eq!(header_of(&answer, "x-content-type-options"), "nosniff", "{method} {path}");
            assert_eq!(header_of(&answer, "referrer-policy"), "no-referrer", "{method} {path}");
            assert_eq!(header_of(&answer, "cross-origin-opener-policy"), "same-origin", "{method} {path}");
            assert_eq!(header_of(&answer, "cross-origin-resource-policy"), "same-origin", "{method} {path}");
            for absent in ["access-control-allow-origin", "server", "x-powered-by"] {
                assert!(!answer.headers().contains_key(absent), "{method} {path}: {absent}");
            }
            let kind = header_of(&answer, "content-type").to_owned();
            if kind.starts_with("text/") || kind.contains("+xml") {
                assert!(kind.ends_with("charset=utf-8"), "{method} {path}: {kind}");
            }
        }
    }
}

#[test]
fn no_page_of_the_room_is_kept_by_browser_or_proxy() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    for route in ROUTES {
        let answer = room.send(route.method, &address(route.path, &case), Some(&worker.cookie), &[]);
        assert_eq!(header_of(&answer, "cache-control"), "no-store", "{} {}", route.method, route.path);
    }
}

#[test]
fn to_ask_for_a_page_changes_nothing() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    let admin = room.actor(Role::Administrator, None);
    let before = size(&room);
    for route in ROUTES.iter().filter(|route| route.method == "GET") {
        for actor in [&worker, &room.heads[0], &admin] {
            room.send("GET", &address(route.path, &case), Some(&actor.cookie), &[]);
        }
    }
    let told = told_since(&room, before);
    assert!(told.len() >= 50, "{} events", told.len());
    for told in told {
        assert!(["denied", "read", "search", "print", "export"].contains(&told.act.as_str()), "{told:?}");
    }
}

#[test]
fn other_methods_are_refused() {
    let room = Room::open();
    for path in
        ["/", "/healthz", "/assets/pana.css", "/en/casework", "/en/casework/sign-in", "/en/casework/account/end"]
    {
        for method in [Method::TRACE, Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
            let status = ask(&room, bare(method.clone(), path)).status();
            assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
        }
    }
}

#[test]
fn only_what_the_program_carries_is_served() {
    let room = Room::open();
    for path in [
        "/.git/HEAD",
        "/.git/",
        "/Cargo.toml",
        "/casework.sqlite",
        "/machine.key",
        "/assets",
        "/assets/",
        "/assets/fonts/",
        "/assets/../Cargo.toml",
        "/assets/%2e%2e/Cargo.toml",
        "/assets/pana.css/x",
        "/en/casework/account.css",
    ] {
        let answer = ask(&room, bare(Method::GET, path));
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(!header_of(&answer, "cache-control").contains("max-age"), "{path}");
    }
}

#[test]
fn an_address_is_decoded_once_and_a_field_given_twice_is_refused() {
    assert_eq!(crate::world::get("/en/countries/KAZ/2023").status, StatusCode::OK);
    assert_eq!(crate::world::get("/en/countries/%4BAZ/2023").status, StatusCode::OK);
    assert_eq!(crate::world::get("/en/countries/%254BAZ/2023").status, StatusCode::NOT_FOUND);
    assert_eq!(crate::world::get("/en/?region=ECA&region=ECA").status, StatusCode::BAD_REQUEST);
    // In a form the first counts, whatever comes after it.
    assert_eq!(Fields::from_pairs([("role", "auditor"), ("role", "administrator")]).one("role"), Some("auditor"));
}

#[test]
fn addresses_hold_ids_and_nothing_that_somebody_typed() {
    let ids = [
        "lang",
        "id",
        "act",
        "draft",
        "step",
        "instrument",
        "screening",
        "account",
        "consent",
        "decision",
        "request",
        "task",
        "reservation",
        "bed",
        "claim",
        "correction",
        "statement",
        "subject",
        "about",
        "room",
        "number",
        "kind",
        "fact",
        "entry",
        "tongue",
        "referral",
        "link",
        "class",
        "paper",
        "page",
    ];
    for route in ROUTES {
        for name in route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
            assert!(ids.contains(&name), "{}: {name}", route.path);
        }
    }
}

#[test]
fn every_redirection_stays_here_and_leaving_her_view_leads_to_the_page_of_the_house() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    let mut redirected = 0;
    for route in ROUTES {
        for session in [None, Some(worker.cookie.as_str())] {
            let path = format!("{}?next=https://evil.example/&url=//evil.example", address(route.path, &case));
            let answer = room.send(route.method, &path, session, &[("next", "https://evil.example/")]);
            let there = header_of(&answer, "location");
            assert!(
                there.is_empty()
                    || (["/en/casework", "/en/page"].iter().any(|start| there.starts_with(start))
                        && !there.contains("evil")),
                "{path}: {there}"
            );
            redirected += usize::from(!there.is_empty());
        }
    }
    assert!(redirected >= ROUTES.len() / 2, "{redirected}");
    let gone = room.send("GET", "/en/page/gone", None, &[]);
    assert_eq!(header_of(&gone, "refresh"), "0; url=https://example.org/");
}

#[test]
fn what_was_typed_comes_back_as_text() {
    let room = Room::open();
    let typed = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>";
    let form = [("login", typed), ("code", "0"), ("passphrase", "one"), ("again", "other")];
    let answer = room.send("POST", "/en/casework/join", None, &form);
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    let page = body(&room, answer);
    assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
    assert!(page.contains("script&#62;") || page.contains("script&gt;"), "it comes back: {page}");
}

#[test]
fn a_form_that_is_too_large_is_refused() {
    let room = Room::open();
    let large = "x".repeat(3 << 20);
    let answer = room.send("POST", "/en/casework/join", None, &[("login", &large)]);
    assert!(matches!(answer.status(), StatusCode::BAD_REQUEST | StatusCode::PAYLOAD_TOO_LARGE));
    assert!(body(&room, answer).len() < 1 << 20, "it is not sent back");
}

#[test]
fn what_does_not_open_is_not_shown_and_the_page_says_nothing_of_why() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    let path = format!("/en/casework/cases/{case}");
    assert!(room.get(&path, &worker.cookie).1.contains("Самал"));
    let holder = worker.player.account.id.clone();
    room.forge(&[Change::DropWrap(case.clone(), holder.clone())]);
    let broken = Wrap { record_id: case.clone(), holder, bundle: vec![1; 600], version: 1 };
    room.forge(&[Change::Wrap(broken)]);
    for below in ["", "/identity", "/consents", "/clock", "/history"] {
        let (status, page) = room.get(&format!("{path}{below}"), &worker.cookie);
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{below}");
        for word in ["Самал", "wraps", "sqlite", "panicked", "src/", "bundle"] {
            assert!(!page.contains(word), "{below}: {word}");
        }
    }
    let no_case = ROUTES.iter().filter(|route| route.method == "GET" && route.need == Need::Signed);
    for route in no_case.filter(|route| !route.path.contains("/page")) {
        let (status, _) = room.get(&address(route.path, &case), &worker.cookie);
        // What is gathered from all her cases says that one of them does not open, rather than leaving it out.
        let gathers = ["/casework", "/tasks"].iter().any(|end| route.path.ends_with(end));
        assert!(!status.is_server_error() || gathers, "{}: {status}", route.path);
    }
}
