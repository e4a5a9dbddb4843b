//! Somebody who reads a page of the public room and may change something from it. To everybody else the page is the same as ever.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use pana_casework::policy::{Action, Relation, Thing};

use super::cookie;
use crate::server::State;

/// What she may write; nothing for whoever is not signed in.
pub struct Editor {
    things: Vec<Thing>,
}

impl Editor {
    /// Whether she may write this.
    pub fn may(&self, thing: Thing) -> bool {
        self.things.contains(&thing)
    }

    /// Keeps a page that differs for her out of every cache.
    pub fn kept_apart(&self, mut response: Response) -> Response {
        if !self.things.is_empty() {
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        response
    }
}

impl FromRequestParts<State> for Editor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Infallible> {
        let mut things = Vec::new();
        if let (Some(room), Some(sent)) = (&state.confided, cookie::sent(&parts.headers, cookie::SESSION))
            && let Ok(signed) = room.casework.who(&sent, room.moment()).await
        {
            let may = |thing| room.casework.allow(&signed, Relation::Outside, thing, Action::Write).is_ok();
            things.extend([Thing::Verdict, Thing::Measure, Thing::View].into_iter().filter(|thing| may(*thing)));
        }
        Ok(Self { things })
    }
}
