//! The routes, and what every answer carries.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use jiff::civil::Date;
use pana_app::Desk;
use pana_publish::pdf::Press;
use pana_text::Lang;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::casework::{self, Confided};
use crate::error::Oops;
use crate::estimate::workbench::Workbench;
use crate::fallen::Fallen;
use crate::visit::Visit;
use crate::{
    assessment, asset, claim, commitment, compare, country, data, demand, derivation, estimate, export, fallen, home,
    indicator, method, observation, origin, place, recommendation, search, source,
};

/// What the pages are made from.
#[derive(Clone)]
pub struct State {
    /// The public room.
    pub desk: Arc<Desk>,
    /// Sets PDFs.
    pub press: Arc<Press>,
    /// The day it is: ages and delays are counted up to it.
    pub today: fn() -> Date,
    /// Where estimates are made; only where the server was started for it, since there are no accounts.
    pub workbench: Option<Arc<Workbench>>,
    /// The confided room; only where the server was started with one.
    pub confided: Option<Confided>,
}

/// As much of a form is read, so that a table that is somewhat too large is refused with a page and not by hanging up.
const READ: usize = 8 << 20;

/// Everything the observatory answers.
pub fn router(state: State) -> Router {
    let confided = casework::route::router(state.clone());
    clothed(routes().merge(confided).fallback(nowhere), state)
}

fn routes() -> Router<State> {
    Router::new()
        .route("/", get(welcome))
        .route("/healthz", get(healthy))
        .route("/robots.txt", get(asset::robots))
        .route("/favicon.ico", get(asset::favicon))
        .route("/assets/{*path}", get(asset::serve))
        .route("/{lang}", get(with_slash))
        .route("/{lang}/", get(home::show))
        .route("/{lang}/countries", get(home::countries))
        .route("/{lang}/compare", get(compare::show))
        .route("/{lang}/countries/{code}", get(country::newest))
        .route("/{lang}/countries/{code}/{edition}", get(country::show))
        .route("/{lang}/countries/{code}/{edition}/derivations", get(derivation::show))
        .route("/{lang}/indicators", get(indicator::list))
        .route("/{lang}/indicators/{id}", get(indicator::show))
        .route("/{lang}/observations/{id}", get(observation::show))
        .route("/{lang}/sources", get(source::list))
        .route("/{lang}/sources/{id}", get(source::show))
        .route("/{lang}/places/{id}", get(place::show))
        .route("/{lang}/claims", get(claim::list))
        .route("/{lang}/claims/try", get(claim::try_out))
        .route("/{lang}/claims/{id}", get(claim::show))
        .route("/{lang}/estimates", get(estimate::list).post(estimate::load).layer(DefaultBodyLimit::max(READ)))
        .route("/{lang}/estimates/withdraw", post(estimate::enter::withdraw))
        .route("/{lang}/estimates/{id}", get(estimate::show))
        .route("/{lang}/estimates/{id}/cancel", post(estimate::enter::cancel))
        .route("/{lang}/estimates/{id}/divide", post(estimate::enter::divide))
        .route("/{lang}/estimates/{id}/enter", post(estimate::enter::enter))
        .route("/{lang}/assessments", get(assessment::list))
        .route("/{lang}/assessments/{id}", get(assessment::show))
        .route("/{lang}/recommendations", get(recommendation::list))
        .route("/{lang}/recommendations/{id}", get(recommendation::show))
        .route("/{lang}/demands", get(demand::list))
        .route("/{lang}/commitments", get(commitment::list))
        .route("/{lang}/commitments/{id}", get(commitment::show))
        .route("/{lang}/methods", get(method::list))
        .route("/{lang}/methods/{id}", get(method::show))
        .route("/{lang}/data", get(data::show))
        .route("/{lang}/data/{file}", get(data::download))
        .route("/{lang}/export/{format}/{*path}", get(export::show))
        .route("/{lang}/changes.atom", get(export::atom))
        .route("/{lang}/changes.rss", get(export::rss))
        .route("/{lang}/search", get(search::show))
}

/// What every answer passes, whatever answered: the net for what fell, the reader's words, what a browser may do, compression.
pub fn clothed(routes: Router<State>, state: State) -> Router {
    routes
        .layer(CatchPanicLayer::custom(fallen::mark))
        .layer(from_fn_with_state(state.clone(), in_words))
        .layer(from_fn(guard))
        .layer(CompressionLayer::new())
        .with_state(state)
}

/// The front door: to the language the reader prefers.
async fn welcome(request: Request) -> Response {
    let wish = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let there = Redirect::to(&format!("/{}/", Lang::preferred(wish.unwrap_or_default())));
    ([(header::VARY, "Accept-Language")], there).into_response()
}

async fn with_slash(visit: Visit) -> Redirect {
    Redirect::permanent(&format!("/{}/", visit.lang))
}

async fn nowhere(visit: Visit) -> Oops {
    visit.nothing_here()
}

/// Whether the facts can be read.
async fn healthy(axum::extract::State(state): axum::extract::State<State>) -> Response {
    match state.desk.shelf().await {
        Ok(shelf) => format!("ok {}\n", shelf.version).into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the facts cannot be read\n").into_response(),
    }
}

/// What a page may do: no script, no frame, no request to another host; see docs/security.md.
macro_rules! policy {
    ($more:literal) => {
        concat!(
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; ",
            "frame-ancestors 'none'",
            $more
        )
    };
}

const POLICY: &str = policy!("");

/// The same for a page that has a device asked for a passkey: our own script, which makes no markup out of text.
const POLICY_WITH_SCRIPT: &str =
    policy!("; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'");

/// Marks an answer whose page needs the script. It stays inside the program.
#[derive(Clone, Copy, Debug)]
pub struct Scripted;

const HEADERS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// An address that cannot be read at all (a field twice, a byte that is no letter) is refused before it reaches a page, in
/// bare English: it is answered with the page for "nothing here" in the reader's language instead. So is what fell.
async fn in_words(axum::extract::State(state): axum::extract::State<State>, request: Request, next: Next) -> Response {
    let mut asked = Request::new(axum::body::Body::empty());
    (*asked.uri_mut(), *asked.headers_mut()) = (request.uri().clone(), request.headers().clone());
    let mut asked = asked.into_parts().0;
    let asked_badly = asked.uri.query().is_some();
    let response = next.run(request).await;
    if response.extensions().get::<Fallen>().is_some() {
        return fallen::page(asked, &state).await;
    }
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if response.status() != StatusCode::BAD_REQUEST || !kind.starts_with("text/plain") {
        return response;
    }
    match Visit::from_request_parts(&mut asked, &state).await {
        Ok(visit) if asked_badly => (StatusCode::BAD_REQUEST, visit.nothing_here()).into_response(),
        Ok(visit) => visit.nothing_here().into_response(),
        Err(oops) => oops.into_response(),
    }
}

/// Answers nothing that another site sends, and says with every answer what a browser may do with it.
async fn guard(request: Request, next: Next) -> Response {
    let mut response = match origin::refusal(request.method(), request.headers()) {
        Some(refused) => refused,
        None => next.run(request).await,
    };
    // The page for an address without a language is in the language of the browser.
    if response.status() == StatusCode::NOT_FOUND {
        response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept-Language"));
    }
    let policy = if response.extensions().get::<Scripted>().is_some() { POLICY_WITH_SCRIPT } else { POLICY };
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
