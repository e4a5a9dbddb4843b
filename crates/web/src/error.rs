//! Pages for what went wrong, in the reader's language: what it is, and what to do next.

use std::sync::atomic::{AtomicU64, Ordering};

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use crate::page::{Nav, Page};
use crate::visit::Visit;

/// What went wrong.
#[derive(Clone, Debug)]
pub enum Problem {
    /// There is nothing at this address.
    NotFound,
    /// What was asked cannot be answered; the key of the sentence that says why.
    Unanswerable(&'static str),
    /// The program or its store failed; the text goes to the log, not to the reader.
    Failure(String),
}

/// An answer that is not the one the reader hoped for.
pub struct Oops {
    /// Who asked, where that is known.
    pub visit: Option<Box<Visit>>,
    /// What went wrong.
    pub problem: Problem,
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    page: Page<'a>,
    code: u16,
    what: String,
    next: String,
}

static OPERATION: AtomicU64 = AtomicU64::new(1);

impl IntoResponse for Oops {
    fn into_response(self) -> Response {
        let (status, what, next) = match &self.problem {
            Problem::NotFound => (StatusCode::NOT_FOUND, "error-not-found", "error-not-found-next"),
            Problem::Unanswerable(key) => (StatusCode::BAD_REQUEST, *key, "error-unanswerable-next"),
            Problem::Failure(_) => (StatusCode::INTERNAL_SERVER_ERROR, "error-failure", "error-failure-next"),
        };
        let operation = match &self.problem {
            Problem::Failure(reason) => {
                let number = OPERATION.fetch_add(1, Ordering::Relaxed);
                eprintln!("operation {number} failed: {reason}");
                number.to_string()
            }
            _ => String::new(),
        };
        let Some(visit) = self.visit else {
            return (status, format!("The facts cannot be read (operation {operation}).\n")).into_response();
        };
        let page = visit.page(Nav::Elsewhere, visit.words().say(what));
        let template =
            ErrorPage { code: status.as_u16(), what: page.t(what), next: page.t1(next, "operation", &operation), page };
        let html = template.render().unwrap_or_else(|_| template.what.clone());
        (status, Html(html)).into_response()
    }
}
