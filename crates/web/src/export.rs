//! Open formats and feeds: the files of `pana export`, at addresses.

use axum::extract::{Path, Request};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use pana_app::export::{self, Format};
use pana_publish::export::{atom, rss};

use crate::error::Oops;
use crate::visit::Visit;

/// A file of a format.
pub async fn show(
    visit: Visit,
    Path((_, format, path)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Oops> {
    let format = match format.as_str() {
        "claimreview" => Format::ClaimReview,
        "sdmx" => Format::Sdmx,
        "datapackage" => Format::DataPackage,
        "hxl" => Format::Hxl,
        "csv" => Format::Csv,
        _ => return Err(visit.nothing_here()),
    };
    let files = export::files(&visit.shelf, &visit.desk.library, format, visit.lang, &base(&request));
    let found = files.into_iter().find(|(known, _)| *known == path);
    let (path, bytes) = found.ok_or_else(|| visit.nothing_here())?;
    let kind = match path.rsplit('.').next() {
        Some("csv") => "text/csv; charset=utf-8",
        Some("jsonld") => "application/ld+json",
        _ => "application/json",
    };
    Ok(([(header::CONTENT_TYPE, kind)], bytes).into_response())
}

/// What changed, as Atom.
pub async fn atom(visit: Visit, request: Request) -> Result<Response, Oops> {
    let base = base(&request);
    drop(request);
    let (feed, changes) = changes(&visit, &base).await?;
    Ok(([(header::CONTENT_TYPE, atom::MEDIA_TYPE)], atom::feed(&feed, &changes)).into_response())
}

/// What changed, as RSS.
pub async fn rss(visit: Visit, request: Request) -> Result<Response, Oops> {
    let base = base(&request);
    drop(request);
    let (feed, changes) = changes(&visit, &base).await?;
    let url = feed.url.replace("changes.atom", "changes.rss");
    Ok(([(header::CONTENT_TYPE, rss::MEDIA_TYPE)], rss::feed(&feed, &url, &changes)).into_response())
}

async fn changes(visit: &Visit, base: &str) -> Result<(atom::Feed, Vec<atom::Change>), Oops> {
    let found = export::changes(&visit.desk, visit.lang, base).await;
    found.map_err(|error| visit.failed(error))?.ok_or_else(|| visit.nothing_here())
}

/// Where the reader found these pages. A proxy that speaks TLS says so.
fn base(request: &Request) -> String {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let host = header("host").filter(|host| host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:[]".contains(&b)));
    let scheme = if header("x-forwarded-proto") == Some("https") { "https" } else { "http" };
    format!("{scheme}://{}", host.unwrap_or("localhost"))
}
