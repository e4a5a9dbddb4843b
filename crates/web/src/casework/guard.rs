//! What every request to the confided room goes through, and what every answer from it carries.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::again::{Asked, Waiting};
use super::call::Call;
use super::cookie;
use super::refusal::Turned;
use super::sent;
use crate::server;

/// A form is at most so large.
const LARGEST: usize = 2 << 20;

/// One with a file: the file, and what stands around it.
const LARGEST_WITH_FILE: usize = pana_app::casework::attachment::BYTES + (64 << 10);

/// The way out of her own view asks for no key: nothing may hold it up, and it does nothing but close.
const WAY_OUT: &str = "/page/leave";

/// Refuses a form without the key of its session, keeps every page out of every cache, and everything that was typed out of the browser's
/// memory.
pub async fn guard(State((state, waiting)): State<(server::State, Waiting)>, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let mut response = match waiting.take(&asked) {
        Some(page) => page,
        None => {
            let needs_key = request.method() == Method::POST && !request.uri().path().ends_with(WAY_OUT);
            let checked = if needs_key { keyed(&state, request).await } else { Ok(request) };
            let answer = match checked {
                Ok(request) => next.run(request).await,
                Err(refused) => refused,
            };
            waiting.keep(asked, answer).await
        }
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The request, where its form carries the key that only a page of this session could have, or where there is no session. It is asked
/// here and not by each page, so that no page can forget it.
async fn keyed(state: &server::State, request: Request) -> Result<Request, Response> {
    let Some(session) = cookie::sent(request.headers(), cookie::SESSION) else { return Ok(request) };
    let (mut parts, body) = request.into_parts();
    let largest = if takes_file(&parts) { LARGEST_WITH_FILE } else { LARGEST };
    let status = match to_bytes(body, largest).await {
        Ok(whole) => {
            if has_key(&parts, &whole, &session).await {
                return Ok(whole_again(parts, &whole));
            }
            StatusCode::FORBIDDEN
        }
        Err(_) => StatusCode::PAYLOAD_TOO_LARGE,
    };
    match Call::from_request_parts(&mut parts, state).await {
        Ok(call) => Err(Turned::unread(&call, status).into_response()),
        Err(nowhere) => Err(nowhere.into_response()),
    }
}

/// Whether the address is one at which a paper is attached.
fn takes_file(parts: &Parts) -> bool {
    parts.uri.path().contains("/attachments/")
}

async fn has_key(parts: &Parts, whole: &Bytes, session: &str) -> bool {
    let copy = whole_again(parts.clone(), whole);
    sent::fields(copy).await.is_some_and(|fields| fields.one("key") == Some(cookie::form_key(session).as_str()))
}

/// The request as it was, its body read.
fn whole_again(parts: Parts, whole: &Bytes) -> Request {
    let mut request = Request::from_parts(parts, Body::from(whole.clone()));
    // It was measured when it was read.
    DefaultBodyLimit::disable().apply(&mut request);
    request
}
