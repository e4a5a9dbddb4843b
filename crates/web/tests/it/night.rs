//! The room at night: one invented centre that the tests of intake and screening share, with somebody of each role signed in.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use axum::body::to_bytes;
use axum::http::{Request, Response, StatusCode, header};
use axum::{Router, body::Body};
use pana_casework::policy::Role;
use pana_web::casework::cookie;
use tower::ServiceExt as _;

use crate::room::{Actor, Room};

/// What was answered.
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// Where it leads.
    pub location: String,
    /// The page.
    pub body: String,
}

/// The room, and who is in it.
pub struct Night {
    // One test at a time asks the room: it runs on the thread of whoever asks.
    room: Mutex<Room>,
    actors: BTreeMap<&'static str, Actor>,
}

/// The room that the tests of a run share.
pub fn night() -> &'static Night {
    static NIGHT: OnceLock<Night> = OnceLock::new();
    NIGHT.get_or_init(|| {
        let room = Room::open();
        let roles =
            [Role::CaseWorker, Role::Head, Role::Admission, Role::Specialist, Role::Auditor, Role::Administrator];
        let actor = |role: Role| {
            let centre = (!matches!(role, Role::Auditor | Role::Administrator)).then_some(0);
            (role.name(), room.actor(role, centre))
        };
        let actors = roles.into_iter().map(actor).collect();
        Night { room: Mutex::new(room), actors }
    })
}

impl Night {
    /// Asks for a page as somebody of a role.
    pub fn get(&self, role: &str, path: &str) -> Answer {
        self.ask("GET", role, path, &[])
    }

    /// Asks for a page that is there.
    pub fn page(&self, role: &str, path: &str) -> String {
        let answer = self.get(role, path);
        assert_eq!(answer.status, StatusCode::OK, "{role} {path}: {}", crate::world::text(&answer.body));
        answer.body
    }

    /// Sends a form as somebody of a role, with the key of her session.
    pub fn post(&self, role: &str, path: &str, pairs: &[(&str, &str)]) -> Answer {
        self.ask("POST", role, path, pairs)
    }

    fn ask(&self, method: &str, role: &str, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let room = self.room.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let response = room.send(method, path, Some(&self.actors[role].cookie), pairs);
        room.runtime.block_on(answer(response))
    }

    /// Sends one form so often at once.
    pub fn post_at_once(&self, role: &str, path: &str, pairs: &[(&str, &str)], times: usize) -> Vec<Answer> {
        let room = self.room.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let session = &self.actors[role].cookie;
        let key = cookie::form_key(session);
        let pairs = [("key", key.as_str())].into_iter().chain(pairs.iter().copied());
        let pairs: Vec<(String, String)> = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let body = crate::room::encoded(&pairs);
        room.runtime.block_on(async {
            let waiting: Vec<_> = (0..times)
                .map(|_| tokio::spawn(sent(room.router.clone(), path.to_owned(), session.clone(), body.clone())))
                .collect();
            let mut answers = Vec::new();
            for one in waiting {
                answers.push(one.await.expect("an answer"));
            }
            answers
        })
    }
}

async fn sent(router: Router, path: String, session: String, body: String) -> Answer {
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, format!("{}={session}", cookie::SESSION))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = request.body(Body::from(body)).expect("a form");
    answer(router.oneshot(request).await.expect("the router answers")).await
}

async fn answer(response: Response<Body>) -> Answer {
    let status = response.status();
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    let location = location.unwrap_or_default().to_owned();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("the body ends");
    Answer { status, location, body: String::from_utf8_lossy(&bytes).into_owned() }
}
