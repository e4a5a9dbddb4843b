//! The last net: where the program itself fails, one answer is lost and not the connection, and the reader gets a page that says what to
//! do. What failed is not told with it: the words of a panic can hold what somebody typed.

use std::any::Any;

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Response as HttpResponse, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::casework::call::Call;
use crate::casework::refusal::Turned;
use crate::error::{Oops, Problem};
use crate::server::State;
use crate::visit::Visit;

/// Marks an answer that fell. It stays inside the program.
#[derive(Clone, Copy, Debug)]
pub struct Fallen;

/// In place of an answer that fell: nothing but the mark.
pub fn mark(_what: Box<dyn Any + Send + 'static>) -> HttpResponse<Body> {
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Fallen);
    response
}

/// The page in place of it, in the reader's language and in the room that was asked.
pub async fn page(mut asked: Parts, state: &State) -> Response {
    if asked.uri.path().split('/').nth(2).is_some_and(|room| room == "casework" || room == "page") {
        return match Call::from_request_parts(&mut asked, state).await {
            Ok(call) => Turned::fallen(&call).into_response(),
            Err(oops) => oops.into_response(),
        };
    }
    match Visit::from_request_parts(&mut asked, state).await {
        Ok(visit) => {
            let problem = Problem::Failure(format!("a fault of the program while {} was asked for", asked.uri.path()));
            Oops { visit: Some(Box::new(visit)), problem }.into_response()
        }
        Err(oops) => oops.into_response(),
    }
}
