//! Refusals as pages: what it is and what to do next, in the reader's language, without a name and without saying what is there.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::session::Signed;

use super::call::Call;
use super::confirm;
use super::cookie;
use super::frame::{Frame, Part};
use crate::error::Oops;

/// Marks an answer that the gate gave, before the page itself was asked. It stays inside the program.
#[derive(Clone, Copy, Debug)]
pub struct AtTheGate;

/// A page that was not shown: the answer instead.
pub struct Turned(Box<Response>);

impl IntoResponse for Turned {
    fn into_response(self) -> Response {
        *self.0
    }
}

#[derive(Template)]
#[template(path = "casework/refusal.html")]
struct RefusalPage<'a> {
    frame: Frame<'a>,
    next: String,
    back: Option<String>,
}

impl Turned {
    /// There is nothing at this address, whoever asks.
    pub fn nowhere(oops: Oops) -> Self {
        Self(Box::new(oops.into_response()))
    }

    /// The same, marked as given by the gate.
    #[must_use]
    pub fn at_the_gate(mut self) -> Self {
        self.0.extensions_mut().insert(AtTheGate);
        self
    }

    /// A refusal.
    pub fn away(call: &Call, signed: Option<&Signed>, refused: Refused) -> Self {
        if matches!(refused, Refused::SignedOut) {
            let ended = [(header::SET_COOKIE, cookie::ended())];
            let there = if call.is_page() { call.page("") } else { call.href("/sign-in") };
            return Self(Box::new((ended, Redirect::to(&there)).into_response()));
        }
        if matches!(refused, Refused::Confirm) {
            return Self(Box::new(Redirect::to(&confirm::asked_at(call)).into_response()));
        }
        let (status, key) = told(&refused);
        if status.is_server_error() {
            eprintln!("casework: {refused}");
        }
        Self::page(call, signed, status, key)
    }

    /// A form of which nothing is done: no page of this session made it, or it is too large to be read.
    pub fn unread(call: &Call, (status, key): (StatusCode, &str)) -> Self {
        Self::page(call, None, status, key)
    }

    /// In place of an answer that fell: a fault of the program, and not of hers.
    pub fn fallen(call: &Call) -> Self {
        Self::page(call, None, StatusCode::INTERNAL_SERVER_ERROR, "fallen")
    }

    fn page(call: &Call, signed: Option<&Signed>, status: StatusCode, key: &str) -> Self {
        let words = call.words();
        let frame = Frame::of(call, signed, Part::Elsewhere, words.say(&format!("refused-{key}")));
        let next = words.say(&format!("refused-{key}-next"));
        let start = if call.is_page() { call.page("/1") } else { call.href("") };
        let page = RefusalPage { next, back: signed.map(|_| start), frame };
        let html = page.render().unwrap_or_default();
        Self(Box::new((status, Html(html)).into_response()))
    }
}

fn told(refused: &Refused) -> (StatusCode, &'static str) {
    match refused {
        Refused::SignedOut | Refused::Confirm | Refused::Mismatch => (StatusCode::UNAUTHORIZED, "mismatch"),
        Refused::NotFound => (StatusCode::NOT_FOUND, "not-found"),
        Refused::Denied => (StatusCode::FORBIDDEN, "denied"),
        Refused::Wait(_) => (StatusCode::TOO_MANY_REQUESTS, "wait"),
        Refused::Weak(_) | Refused::Field { .. } => (StatusCode::BAD_REQUEST, "field"),
        Refused::Stale => (StatusCode::CONFLICT, "stale"),
        Refused::Closed => (StatusCode::CONFLICT, "closed"),
        Refused::Gone => (StatusCode::GONE, "gone"),
        Refused::CannotSave(_) => (StatusCode::INSUFFICIENT_STORAGE, "cannot-save"),
        Refused::Damaged(_) => (StatusCode::INTERNAL_SERVER_ERROR, "damaged"),
        Refused::Unset => (StatusCode::INTERNAL_SERVER_ERROR, "paper"),
        Refused::Store(_) => (StatusCode::INTERNAL_SERVER_ERROR, "store"),
    }
}
