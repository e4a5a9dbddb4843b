//! The page of a country: its snapshot in an edition, how each figure was made, and the same as PDF and JSON.

use askama::Template;
use axum::Json;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use pana_app::snapshot;
use pana_publish::Snapshot;
use pana_publish::figures::Dress;
use pana_publish::snapshot::model::{Comparison, MapShown, Sentence};

use crate::error::Oops;
use crate::page::{Link, Nav, Page, render};
use crate::visit::Visit;

/// To the newest edition that knows the country.
pub async fn newest(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Redirect, Oops> {
    let place = visit.shelf.room.find_place(&code).and_then(|place| place.iso3.clone());
    let iso3 = place.ok_or_else(|| visit.nothing_here())?;
    let book = visit.shelf.books.iter().find(|book| book.lines.contains_key(&iso3)).ok_or_else(|| visit.nothing_here())?;
    Ok(Redirect::to(&format!("/{}/countries/{iso3}/{}", visit.lang, book.edition.edition)))
}

#[derive(Template)]
#[template(path = "country.html")]
struct CountryPage<'a> {
    page: Page<'a>,
    snapshot: &'a Snapshot,
    editions: Vec<Link>,
    base: String,
}

impl CountryPage<'_> {
    fn why(&self, derivation: &str) -> String {
        format!("{}/derivations#{derivation}", self.base)
    }
}

/// The snapshot: as a page, or as a file when the edition is followed by `.pdf` or `.json`.
pub async fn show(visit: Visit, Path((_, code, edition)): Path<(String, String, String)>) -> Result<Response, Oops> {
    match edition.rsplit_once('.') {
        Some((edition, "json")) => Ok(Json(make(&visit, &code, edition, Dress::Page)?).into_response()),
        Some((edition, "pdf")) => pdf(visit.clone(), make(&visit, &code, edition, Dress::Print)?).await,
        Some(_) => Err(visit.nothing_here()),
        None => {
            let snapshot = make(&visit, &code, &edition, Dress::Page)?;
            render(&visit, &country_page(&visit, &snapshot))
        }
    }
}

fn make(visit: &Visit, code: &str, edition: &str, dress: Dress) -> Result<Snapshot, Oops> {
    let made = snapshot::make(&visit.shelf, &visit.desk.library, code, Some(edition), visit.lang, dress);
    made.map_err(|error| visit.failed(error))
}

fn country_page<'a>(visit: &'a Visit, snapshot: &'a Snapshot) -> CountryPage<'a> {
    let page = visit.page(Nav::Home, snapshot.title.clone());
    let code = &snapshot.country.code;
    let known = visit.shelf.books.iter().filter(|book| book.lines.contains_key(code));
    let editions = known.map(|book| Link {
        href: page.href(&format!("/countries/{code}/{}", book.edition.edition)),
        text: book.edition.edition.clone(),
        lang: page.lang(),
        current: book.edition.id == snapshot.edition.id,
    });
    let editions = editions.collect();
    CountryPage { base: page.href(&format!("/countries/{code}/{}", snapshot.edition.edition)), page, snapshot, editions }
}

/// Typesetting takes a core for a moment: it runs beside the threads that answer.
async fn pdf(visit: Visit, snapshot: Snapshot) -> Result<Response, Oops> {
    let name = format!("pana-{}-{}-{}.pdf", snapshot.country.code, snapshot.edition.edition, visit.lang);
    let reader = visit.clone();
    let printed = tokio::task::spawn_blocking(move || visit.press.print(&snapshot, visit.words())).await;
    let failed = |reason: String| reader.failed(pana_app::Error::Pdf(reason));
    let bytes = printed.map_err(|error| failed(error.to_string()))?.map_err(|error| failed(error.to_string()))?;
    let disposition = format!("inline; filename=\"{name}\"");
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response())
}

#[derive(Template)]
#[template(path = "derivations.html")]
struct DerivationsPage<'a> {
    page: Page<'a>,
    snapshot: &'a Snapshot,
    base: String,
}

/// How each figure and sentence of a snapshot was made.
pub async fn derivations(visit: Visit, Path((_, code, edition)): Path<(String, String, String)>) -> Result<Response, Oops> {
    let snapshot = make(&visit, &code, &edition, Dress::Page)?;
    let title = visit.words().tell("derivations-title", &[("title", snapshot.title.as_str().into())]);
    let page = visit.page(Nav::Home, title);
    let base = page.href(&format!("/countries/{}/{}", snapshot.country.code, snapshot.edition.edition));
    render(&visit, &DerivationsPage { page, snapshot: &snapshot, base })
}
