//! What every request to the confided room goes through, and what every answer from it carries.

use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt as _;

use super::again::{Asked, Waiting};
use super::call::Call;
use super::cookie;
use super::refusal::Turned;
use super::sent;
use crate::server;

/// A form is at most so large.
const LARGEST: usize = 2 << 20;

/// One with a file, from somebody who is signed in. More than the largest file that is taken, so that she who sends one a little too large
/// is told so beside the field and keeps what she typed.
const LARGEST_WITH_FILE: usize = pana_app::casework::attachment::BYTES + (16 << 20);

/// So much of a form with a file is read in all and passed over beyond what is kept: a browser that is cut off while it sends shows no
/// answer, only that the connection broke.
const PASSED_OVER: usize = 256 << 20;

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
    let with_file = parts.uri.path().contains("/attachments/") && is_live(&mut parts, state).await;
    let (largest, most) = if with_file { (LARGEST_WITH_FILE, PASSED_OVER) } else { (LARGEST, LARGEST) };
    let refused = match read(body, largest, most).await {
        Some(whole) => {
            let key = sent::key(whole_again(parts.clone(), &whole)).await;
            if key.as_deref() == Some(cookie::form_key(&session).as_str()) {
                return Ok(whole_again(parts, &whole));
            }
            (StatusCode::FORBIDDEN, "field")
        }
        None => (StatusCode::PAYLOAD_TOO_LARGE, if with_file { "file" } else { "field" }),
    };
    match Call::from_request_parts(&mut parts, state).await {
        Ok(call) => Err(Turned::unread(&call, refused).into_response()),
        Err(nowhere) => Err(nowhere.into_response()),
    }
}

/// A body that is not larger than `largest`. A larger one is read to its end, up to `most`, and thrown away.
async fn read(mut body: Body, largest: usize, most: usize) -> Option<Bytes> {
    let (mut length, mut kept) = (0, Vec::new());
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.ok()?.into_data() else { continue };
        length += data.len();
        match length {
            _ if length <= largest => kept.extend_from_slice(&data),
            _ if length <= most => kept = Vec::new(),
            _ => return None,
        }
    }
    (length <= largest).then(|| kept.into())
}

/// Whether somebody is signed in: nobody else may make the program hold a large form.
async fn is_live(parts: &mut Parts, state: &server::State) -> bool {
    let Ok(call) = Call::from_request_parts(parts, state).await else { return false };
    match &call.cookie {
        Some(cookie) => call.room.casework.who(cookie, call.moment.clone()).await.is_ok(),
        None => false,
    }
}

/// The request as it was, its body read.
fn whole_again(parts: Parts, whole: &Bytes) -> Request {
    let mut request = Request::from_parts(parts, Body::from(whole.clone()));
    // It was measured when it was read.
    DefaultBodyLimit::disable().apply(&mut request);
    request
}
