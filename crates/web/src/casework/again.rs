//! A page that answers a form is fetched once by an address of its own. With a page that was sent for, a browser writes down what was sent,
//! so as to be able to send it again (Chromium does, in the file of its session on the disk): a name that was looked for, a form that was
//! refused. Of a page that was only asked for it keeps the address.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::response::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use pana_app::casework::id;
use pana_app::casework::random::System;

use super::cookie;

/// How long a page waits to be fetched: a browser comes at once.
const PATIENCE: Duration = Duration::from_secs(10);
/// As many wait at most; beyond it an answer is given directly.
const MOST: usize = 64;
/// A larger page is given directly.
const LARGEST: usize = 1 << 20;

/// The pages that wait, by their ids.
#[derive(Clone, Default)]
pub struct Waiting(Arc<Mutex<BTreeMap<String, Page>>>);

struct Page {
    owner: Option<String>,
    parts: Parts,
    body: Vec<u8>,
}

/// What of a request decides.
pub struct Asked {
    path: String,
    owner: Option<String>,
    wanted: Option<String>,
    /// Whether it is a form that was sent from a window, so that the answer will be what the window shows.
    is_form: bool,
}

impl Asked {
    /// Reads it from a request.
    pub fn of(request: &Request) -> Self {
        let (headers, uri) = (request.headers(), request.uri());
        let in_window = headers.get("sec-fetch-dest").is_some_and(|dest| dest == "document");
        let wanted = uri.query().and_then(|query| query.strip_prefix("again=")).filter(|id| id::is_one(id));
        Self {
            path: uri.path().to_owned(),
            owner: cookie::sent(headers, cookie::SESSION),
            wanted: wanted.filter(|_| request.method() == Method::GET).map(str::to_owned),
            is_form: in_window && request.method() == Method::POST,
        }
    }
}

impl Waiting {
    /// The page that was asked for, if it waits for this browser. It is given once.
    pub fn take(&self, asked: &Asked) -> Option<Response> {
        let id = asked.wanted.as_ref()?;
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.get(id)?.owner != asked.owner {
            return None;
        }
        let Page { parts, body, .. } = pages.remove(id)?;
        Some(Response::from_parts(parts, Body::from(body)))
    }

    /// Keeps the page that answers a form, and answers with the way to it; any other answer goes out as it is.
    pub async fn keep(&self, asked: Asked, answer: Response) -> Response {
        let is_page =
            answer.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        let redirects = answer.status().is_redirection() || answer.headers().contains_key(header::SET_COOKIE);
        if !asked.is_form || !is_page || redirects {
            return answer;
        }
        let (parts, body) = answer.into_parts();
        let Ok(body) = to_bytes(body, LARGEST).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let id = id::new(&mut System);
        let page = Page { owner: asked.owner, parts, body: body.to_vec() };
        match self.put(&id, page) {
            Ok(()) => {
                let (waiting, gone) = (self.clone(), id.clone());
                tokio::spawn(async move {
                    tokio::time::sleep(PATIENCE).await;
                    waiting.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&gone);
                });
                Redirect::to(&format!("{}?again={id}", asked.path)).into_response()
            }
            Err(page) => Response::from_parts(page.parts, Body::from(page.body)),
        }
    }

    fn put(&self, id: &str, page: Page) -> Result<(), Box<Page>> {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= MOST {
            return Err(Box::new(page));
        }
        pages.insert(id.to_owned(), page);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use axum::response::Html;

    use super::*;

    fn asked(method: &str, address: &str, dest: &'static str, cookie: &'static str) -> Asked {
        let request = Request::builder().method(method).uri(address);
        let request = request.header("sec-fetch-dest", dest).header(header::COOKIE, cookie);
        Asked::of(&request.body(Body::empty()).expect("a request"))
    }

    fn refused() -> Response {
        (StatusCode::BAD_REQUEST, Html("not this name")).into_response()
    }

    fn there(answer: &Response) -> String {
        let there = answer.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
        there.unwrap_or_default().to_owned()
    }

    #[tokio::test]
    async fn an_answer_to_a_form_is_fetched_once_and_by_the_same_browser() {
        let (waiting, hers) = (Waiting::default(), "__Host-s=hers");
        let sent = waiting.keep(asked("POST", "/en/casework/intake", "document", hers), refused()).await;
        assert_eq!(sent.status(), StatusCode::SEE_OTHER);
        let there = there(&sent);
        assert!(there.starts_with("/en/casework/intake?again="), "{there}");
        for (method, cookie) in [("GET", "__Host-s=other"), ("GET", "a=b"), ("POST", hers)] {
            assert!(waiting.take(&asked(method, &there, "document", cookie)).is_none(), "{method} {cookie}");
        }
        let got = waiting.take(&asked("GET", &there, "document", hers)).expect("her page");
        assert_eq!(got.status(), StatusCode::BAD_REQUEST);
        assert_eq!(to_bytes(got.into_body(), LARGEST).await.expect("its text"), "not this name");
        assert!(waiting.take(&asked("GET", &there, "document", hers)).is_none(), "once");
    }

    #[tokio::test]
    async fn what_is_no_page_of_a_window_goes_out_as_it_is() {
        let waiting = Waiting::default();
        let other = waiting.keep(asked("POST", "/en/page", "empty", ""), refused()).await;
        assert_eq!(other.status(), StatusCode::BAD_REQUEST);
        let saved = Redirect::to("/en/casework").into_response();
        let saved = waiting.keep(asked("POST", "/en/page", "document", ""), saved).await;
        assert_eq!(there(&saved), "/en/casework");
        let file = ([(header::CONTENT_TYPE, HeaderValue::from_static("text/csv"))], "a,b").into_response();
        let file = waiting.keep(asked("POST", "/en/page", "document", ""), file).await;
        assert_eq!(file.status(), StatusCode::OK);
        for _ in 0..MOST {
            let kept = waiting.keep(asked("POST", "/en/page", "document", ""), refused()).await;
            assert_eq!(kept.status(), StatusCode::SEE_OTHER);
        }
        let beyond = waiting.keep(asked("POST", "/en/page", "document", ""), refused()).await;
        assert_eq!(beyond.status(), StatusCode::BAD_REQUEST, "directly, rather than not at all");
    }
}
