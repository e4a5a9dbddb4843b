//! The whole report in your hand: the public room of one country as a folder of files that any host can serve, that opens
//! from a disk, and that a phone keeps for when there is no network.
//!
//! The pages are those of the observatory, asked one by one and followed link by link, so nothing is written twice. A figure
//! leads to its row on the page of its indicator. What the folder does not hold is shown without a link.

mod address;
mod index;
mod rewrite;
mod shell;

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use pana_evidence::{Place, Room};
use pana_text::Lang;
use tower::ServiceExt;

pub use address::Scope;

use crate::server::{State, router};

/// A file of the folder.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path, with `/` between folders.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why no folder can be made.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// A page did not answer.
    #[error("the page {0} answered {1}")]
    Page(String, u16),
    /// The room cannot be read.
    #[error("{0}")]
    Room(String),
}

/// Every file of the report about a country. `tick` is told how many pages have been made.
pub async fn files(state: State, country: &Place, tick: &mut dyn FnMut(usize)) -> Result<Vec<File>, Fault> {
    let shelf = state.desk.shelf().await.map_err(|error| Fault::Room(error.to_string()))?;
    let scope = Scope::new(&shelf.room, country, &newest(&shelf.books));
    let router = router(state.clone());
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for lang in Lang::ALL {
        crawl(&router, &scope, lang, &mut pages, tick).await?;
    }
    let known: BTreeSet<&str> = pages.keys().map(String::as_str).collect();
    let mut files: Vec<File> = pages
        .iter()
        .map(|(path, html)| {
            let html = rewrite::page(html, path, &|target| scope.file(target, &known));
            File { path: address::file_of(path), bytes: html.into_bytes() }
        })
        .collect();
    for lang in Lang::ALL {
        files.push(shell::search(&pages, lang, state.desk.library.words(lang)));
        files.push(index::of(&shelf.room, &scope, lang, state.desk.library.words(lang), &known));
    }
    files.extend(shell::assets());
    files.push(shell::front(&state));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.push(shell::worker(&files));
    Ok(files)
}

fn newest(books: &[pana_publish::Book]) -> Vec<String> {
    books.iter().map(|book| book.edition.edition.clone()).collect()
}

/// The country this copy is about: the one a pack of its own speaks of.
pub fn own_country(room: &Room) -> Option<&Place> {
    let own = |place: &&Place| {
        place.kind == "country" && room.observations_at(&place.id).any(|observation| observation.series.is_none())
    };
    room.places().find(own)
}

async fn crawl(
    router: &Router,
    scope: &Scope,
    lang: Lang,
    pages: &mut BTreeMap<String, String>,
    tick: &mut dyn FnMut(usize),
) -> Result<(), Fault> {
    let mut open: Vec<String> = scope.seeds(lang);
    while let Some(path) = open.pop() {
        if pages.contains_key(&path) {
            continue;
        }
        let bytes = ask(router, &scope.question(&path)).await?;
        let html = String::from_utf8_lossy(&bytes).into_owned();
        open.extend(rewrite::links(&html).into_iter().filter_map(|link| scope.page(link, lang)));
        pages.insert(path, html);
        tick(pages.len());
    }
    Ok(())
}

/// A page is larger than any page may be.
const MOST: usize = 64 << 20;

async fn ask(router: &Router, path: &str) -> Result<Vec<u8>, Fault> {
    let failed = |status: StatusCode| Fault::Page(path.to_owned(), status.as_u16());
    let request = Request::builder().uri(path).header(header::HOST, "localhost").body(Body::empty());
    let request = request.map_err(|_| failed(StatusCode::BAD_REQUEST))?;
    let response = router.clone().oneshot(request).await.map_err(|never| match never {})?;
    let status = response.status();
    if status != StatusCode::OK {
        return Err(failed(status));
    }
    let bytes = to_bytes(response.into_body(), MOST).await.map_err(|_| failed(StatusCode::INTERNAL_SERVER_ERROR))?;
    Ok(bytes.to_vec())
}
