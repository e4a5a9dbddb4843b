//! One request to a page: who reads in which language, from which room.

use std::sync::Arc;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::header;
use axum::http::request::Parts;
use jiff::civil::Date;
use pana_app::desk::Shelf;
use pana_app::{Desk, Error};
use pana_publish::pdf::Press;
use pana_text::{Lang, Words};

use crate::error::{Oops, Problem};
use crate::estimate::workbench::Workbench;
use crate::page::{Nav, Page};
use crate::server::State;

/// A reader's request.
#[derive(Clone)]
pub struct Visit {
    /// The language of the address; of the browser where the address names none.
    pub lang: Lang,
    /// The path after the language, beginning with `/`.
    pub path: String,
    /// The query, without `?`; empty where there is none.
    pub query: String,
    /// The public room and what belongs to it.
    pub desk: Arc<Desk>,
    /// Everything public as it is now.
    pub shelf: Arc<Shelf>,
    /// Sets PDFs.
    pub press: Arc<Press>,
    /// The day it is.
    pub today: Date,
    /// Where estimates are made, if they are here.
    pub workbench: Option<Arc<Workbench>>,
}

impl Visit {
    /// The words of the reader's language.
    pub fn words(&self) -> &Words {
        self.desk.library.words(self.lang)
    }

    /// What every page shows besides its content.
    pub fn page(&self, nav: Nav, title: String) -> Page<'_> {
        Page::new(self, nav, title)
    }

    /// The page of something that does not exist.
    pub fn nothing_here(&self) -> Oops {
        Oops { visit: Some(Box::new(self.clone())), problem: Problem::NotFound }
    }

    /// A failure, told in the reader's language.
    pub fn failed(&self, error: Error) -> Oops {
        let problem = match error {
            Error::NotFound(_) => Problem::NotFound,
            other => Problem::Failure(other.to_string()),
        };
        Oops { visit: Some(Box::new(self.clone())), problem }
    }
}

impl FromRequestParts<State> for Visit {
    type Rejection = Oops;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Oops> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |OriginalUri(uri)| uri);
        let path = uri.path();
        let (first, rest) = path[1..].split_once('/').unwrap_or((&path[1..], ""));
        let wish = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let named = Lang::parse(first);
        let shelf = state
            .desk
            .shelf()
            .await
            .map_err(|error| Oops { visit: None, problem: Problem::Failure(error.to_string()) })?;
        let visit = Self {
            lang: named.unwrap_or_else(|| Lang::preferred(wish)),
            path: if named.is_some() { format!("/{rest}") } else { "/".to_owned() },
            query: uri.query().unwrap_or_default().to_owned(),
            desk: Arc::clone(&state.desk),
            shelf,
            press: Arc::clone(&state.press),
            today: (state.today)(),
            workbench: state.workbench.clone(),
        };
        if named.is_some() { Ok(visit) } else { Err(visit.nothing_here()) }
    }
}
