//! The world of these tests: the observatory over a database in memory with every built-in pack.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use jiff::civil::date;
use pana_app::{Desk, Library, facts, search};
use pana_evidence::Record;
use pana_publish::pdf::Press;
use pana_store::Db;
use pana_store::import::{Delivery, record};
use pana_web::estimate::workbench::Workbench;
use pana_web::{State, router};
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// The languages with how they write 11.1 and 208,000.
pub const LANGUAGES: [(&str, &str, &str); 3] =
    [("en", "11.1", "208,000"), ("ru", "11,1", "208\u{a0}000"), ("kk", "11,1", "208\u{a0}000")];

/// What was answered.
pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub disposition: String,
    pub body: String,
}

/// The world that only reads, made once.
pub fn shared() -> &'static (Runtime, Router) {
    static WORLD: OnceLock<(Runtime, Router)> = OnceLock::new();
    WORLD.get_or_init(|| opened(Vec::new()))
}

/// Asks for a page.
pub fn get(path: &str) -> Answer {
    answer(shared(), path)
}

/// A world with more rows than the packs have.
pub fn opened(more: Vec<Record>) -> (Runtime, Router) {
    let runtime = Runtime::new().expect("a runtime");
    let router = runtime.block_on(open(more, None));
    (runtime, router)
}

/// A world in which tables can be loaded and estimates entered.
pub fn working() -> (Runtime, Router) {
    let runtime = Runtime::new().expect("a runtime");
    let router = runtime.block_on(open(Vec::new(), Workbench::new()));
    (runtime, router)
}

/// Asks a world for a page.
pub fn answer(world: &(Runtime, Router), path: &str) -> Answer {
    send(world, Request::get(path).body(Body::empty()).expect("a path"))
}

/// Sends a form in a body of this kind.
pub fn post(world: &(Runtime, Router), path: &str, kind: &str, body: String) -> Answer {
    let request = Request::post(path).header("sec-fetch-site", "same-origin").header(header::CONTENT_TYPE, kind);
    send(world, request.body(Body::from(body)).expect("a form"))
}

/// Sends a request as it is.
pub fn send((runtime, router): &(Runtime, Router), request: Request<Body>) -> Answer {
    runtime.block_on(async {
        let response = router.clone().oneshot(request).await.expect("the router answers everything");
        let of = |name: header::HeaderName| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let (status, location) = (response.status(), of(header::LOCATION));
        let disposition = of(header::CONTENT_DISPOSITION);
        let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("the body ends");
        Answer { status, location, disposition, body: String::from_utf8_lossy(&bytes).into_owned() }
    })
}

/// Asks for a page that is there.
pub fn page(path: &str) -> String {
    let answer = get(path);
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    answer.body
}

async fn open(more: Vec<Record>, workbench: Option<Arc<Workbench>>) -> Router {
    let db = Db::in_memory().await.expect("a database in memory");
    let library = Library::builtin().expect("the built-in data are sound");
    facts::load_builtin(&db, &library, date(2026, 11, 21)).await.expect("the packs load");
    if !more.is_empty() {
        let delivery = Delivery {
            name: "more",
            version: "1",
            checksum: "1",
            sources: &[],
            places: &[],
            indicators: &[],
            relations: &[],
            observations: &[],
            records: &more,
        };
        let mut tx = db.begin().await.expect("a transaction");
        record(&mut tx, &delivery, date(2026, 11, 21)).await.expect("the rows are recorded");
        tx.commit().await.expect("they are kept");
    }
    let desk = Desk::open(db, library).await.expect("the room loads");
    // As `pana serve` does: a database in memory has one connection, and the tests would wait for each other.
    search::prepare(&desk).await.expect("the search index is made");
    router(State {
        desk: Arc::new(desk),
        press: Arc::new(Press::new()),
        today: || date(2026, 11, 21),
        workbench,
        confided: None,
    })
}

/// The text of a page as it is read: without tags, entities decoded, spaces as they are.
pub fn text(html: &str) -> String {
    let main = html.split_once("<main").map_or(html, |(_, main)| main);
    let parts = main.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
    parts.collect::<String>().replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The values of an attribute, in the order of the page.
pub fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
