//! T15: every kind of answer says what a browser may do with it: pages, files, papers, redirections, refusals, failures.

use std::collections::BTreeSet;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use pana_casework::policy::Role;
use pana_store::casework::Change;
use pana_store::casework::wrap::Wrap;
use pana_web::casework::cookie;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

use crate::room::Room;
use crate::world;

/// As docs/security.md promises it.
const PROMISED: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// What was answered so far: statuses and kinds of content.
#[derive(Default)]
struct Seen {
    statuses: BTreeSet<u16>,
    kinds: BTreeSet<String>,
}

impl Seen {
    fn check(&mut self, asked: &str, answer: &Response<Body>) {
        for (name, value) in PROMISED {
            let all: Vec<_> = answer.headers().get_all(name).iter().collect();
            assert!(all.len() == 1 && all[0] == value, "{asked}: {name}: {all:?}");
        }
        for absent in ["access-control-allow-origin", "server", "x-powered-by", "etag", "last-modified"] {
            assert!(!answer.headers().contains_key(absent), "{asked}: {absent}");
        }
        self.statuses.insert(answer.status().as_u16());
        let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        self.kinds.insert(kind.split(';').next().unwrap_or_default().to_owned());
    }
}

fn ask(runtime: &Runtime, router: &Router, request: Request<Body>) -> Response<Body> {
    runtime.block_on(router.clone().oneshot(request)).expect("the router answers")
}

#[test]
fn t15_every_kind_of_answer_says_what_a_browser_may_do_with_it() {
    let mut seen = Seen::default();
    let (runtime, router) = world::shared();
    for path in [
        "/",
        "/en",
        "/en/",
        "/ru/countries/KAZ/2023",
        "/kk/countries/KAZ/2023.pdf",
        "/en/data/observations.csv",
        "/en/changes.atom",
        "/en/changes.rss",
        "/en/?region=ECA&region=ECA",
        "/en/countries/ZZZ",
        "/xx/",
        "/%ff",
        "/healthz",
        "/robots.txt",
        "/favicon.ico",
        "/assets/pana.css",
        "/assets/fonts/golos-text-latin-400-normal.woff2",
        "/assets/nothing",
        "/en/casework",
    ] {
        // What takes long to make is asked for once.
        let heavy = path.ends_with(".pdf") || path.ends_with(".csv");
        let all = [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::TRACE];
        for method in all.into_iter().take(if heavy { 1 } else { 5 }) {
            for encoding in ["identity", "gzip"].into_iter().take(if heavy { 1 } else { 2 }) {
                let request = Request::builder().method(method.clone()).uri(path);
                let request = request.header("sec-fetch-site", "same-origin").header("accept-encoding", encoding);
                // Whoever says that she has it already gets it all the same: no answer depends on what was kept.
                let request =
                    request.header("if-none-match", "*").header("if-modified-since", "Sun, 01 Nov 2026 00:00:00 GMT");
                let answer = ask(runtime, router, request.body(Body::empty()).expect("a request"));
                seen.check(&format!("{method} {path}"), &answer);
                assert_ne!(answer.status(), StatusCode::NOT_MODIFIED, "{path}");
            }
        }
    }
    of_the_room(&mut seen);
    for status in [200, 303, 308, 400, 401, 403, 404, 405, 413, 500] {
        assert!(seen.statuses.contains(&status), "{status} is not among {:?}", seen.statuses);
    }
    for kind in ["text/html", "text/css", "text/csv", "text/plain", "application/pdf", "font/woff2", "image/svg+xml"] {
        assert!(seen.kinds.contains(kind), "{kind} is not among {:?}", seen.kinds);
    }
}

fn of_the_room(seen: &mut Seen) {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    let head = &room.heads[0].cookie;
    for (path, session) in [
        ("/en/casework", &worker.cookie),
        ("/en/casework/nowhere", &worker.cookie),
        ("/en/casework/log", &worker.cookie),
        ("/en/casework/papers/information", &worker.cookie),
        ("/en/casework/report/csv?month=2026-11", head),
        ("/en/casework/report/paper?month=2026-11", head),
        ("/en/page/gone", head),
    ] {
        seen.check(path, &room.send("GET", path, Some(session), &[]));
    }
    let wrong = [("login", "nobody"), ("passphrase", "x"), ("code", "1")];
    seen.check("a wrong try", &room.send("POST", "/en/casework/sign-in", None, &wrong));
    let large = "x".repeat(3 << 20);
    for session in [None, Some(worker.cookie.as_str())] {
        let answer = room.send("POST", "/en/casework/account/purpose", session, &[("purpose", &large)]);
        seen.check("a form that is too large", &answer);
    }
    let foreign = Request::post("/en/casework/sign-out").header("sec-fetch-site", "cross-site");
    let foreign = foreign.header(header::COOKIE, format!("{}={}", cookie::SESSION, worker.cookie));
    let answer = ask(&room.runtime, &room.router, foreign.body(Body::empty()).expect("a request"));
    seen.check("a form of another site", &answer);
    // A key that does not open: the answer is a failure.
    let holder = worker.player.account.id.clone();
    room.forge(&[Change::DropWrap(case.clone(), holder.clone())]);
    room.forge(&[Change::Wrap(Wrap { record_id: case.clone(), holder, bundle: vec![1; 600], version: 1 })]);
    let answer = room.send("GET", &format!("/en/casework/cases/{case}"), Some(&worker.cookie), &[]);
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    seen.check("a failure", &answer);
    let left = room.send("POST", "/en/casework/sign-out", Some(&worker.cookie), &[]);
    seen.check("leaving", &left);
}
