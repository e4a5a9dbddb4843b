//! The confided room in a test: two centres, an account of every role, sessions without passphrases, a clock that stands still.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use pana_app::casework::demo::{Centre, Player};
use pana_app::casework::moment::Moment;
use pana_app::casework::passkey::Site;
use pana_app::casework::random::System;
use pana_app::casework::session::Signed;
use pana_app::casework::{Casework, Document, id};
use pana_app::{Desk, Library};
use pana_casework::Kind;
use pana_casework::policy::Role;
use pana_evidence::Record;
use pana_publish::pdf::Press;
use pana_store::casework::{Change, change};
use pana_store::import::{Delivery, record};
use pana_store::{Db, casework};
use pana_vault::Secret;
use pana_web::casework::{Confided, cookie};
use pana_web::{State, router};
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

use crate::server::confided_server;

/// The name of the server, which passkeys are bound to.
pub const HOST: &str = "pana.example.org";

/// The moment at which everything in a test happens.
pub fn now() -> Timestamp {
    "2026-11-21T18:30:00Z".parse().expect("a moment")
}

/// The same with the country's calendar.
pub fn moment() -> Moment {
    Moment { at: now(), zone: TimeZone::posix("<+05>-5").expect("a zone") }
}

/// Somebody with a session.
pub struct Actor {
    /// The role.
    pub role: Role,
    /// Account and keys.
    pub player: Player,
    /// The cookie of her session.
    pub cookie: String,
}

impl Actor {
    /// As the use cases see her.
    pub fn signed(&self) -> Arc<Signed> {
        self.player.signed(self.role, &moment())
    }
}

/// The room.
pub struct Room {
    /// Where it runs.
    pub runtime: Runtime,
    /// The pages.
    pub router: Router,
    /// What they are made from.
    pub state: State,
    /// The use cases.
    pub casework: Arc<Casework>,
    /// The ids of the two centres.
    pub centres: [String; 2],
    /// The heads of the two centres.
    pub heads: [Actor; 2],
    /// The public room.
    pub public: Db,
}

impl Room {
    /// Two centres with their heads, and an empty public room.
    pub fn open() -> Self {
        Self::beside(&[])
    }

    /// Two centres with their heads, beside a public room with these rows.
    pub fn beside(rows: &[Record]) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let (state, casework, centres, heads, public) = runtime.block_on(async {
            let library = Library::builtin().expect("the built-in data are sound");
            let policy = pana_packs::casework::policy::builtin(&library.data).expect("the policy is sound");
            let db = tables().await;
            let laws = pana_packs::casework::law::read_all(&library.data).expect("the laws are sound");
            let law = laws.into_values().next().expect("a country has a law");
            let casework = Arc::new(Casework::open(db, policy, law, &Secret::random(&mut System)));
            let mut centres = Vec::new();
            let mut heads = Vec::new();
            for name in ["First invented centre", "Second invented centre"] {
                let centre = Centre { name, region: "" };
                let id = casework.build(&centre, &moment()).await.expect("a centre");
                heads.push(actor(&casework, Role::Head, Some(&id)).await);
                centres.push(id);
            }
            let house = pana_packs::house::read(&library.data).expect("the choices of the house are sound");
            let public = Db::in_memory().await.expect("a database in memory");
            fill(&public, rows).await;
            let desk = Desk::open(public.clone(), library).await.expect("an empty public room");
            let zone = moment().zone;
            let (exit, small_cell) = ("https://example.org/".to_owned(), house.small_cell);
            let site = Site::named(HOST);
            let confided = Some(Confided { casework: Arc::clone(&casework), now, zone, exit, site, small_cell });
            let state = State {
                desk: Arc::new(desk),
                press: Arc::new(Press::new()),
                today: || moment().today(),
                workbench: None,
                confided,
            };
            (state, casework, centres, heads, public)
        });
        let centres = centres.try_into().expect("two centres");
        let heads = heads.try_into().unwrap_or_else(|_| panic!("two heads"));
        Self { runtime, router: router(state.clone()), state, casework, centres, heads, public }
    }

    /// An account of a role in a centre of the two, or in none; let in where it needs keys of the centre.
    pub fn actor(&self, role: Role, centre: Option<usize>) -> Actor {
        self.runtime.block_on(async {
            let at = centre.map(|centre| self.centres[centre].as_str());
            let actor = actor(&self.casework, role, at).await;
            // Whom a case is about is nobody's colleague: a head lets in who works there.
            if let Some(centre) = centre.filter(|_| role != Role::Survivor) {
                let head = self.heads[centre].signed();
                self.casework.let_in(&head, &actor.player.account.id).await.expect("the head lets her in");
            }
            actor
        })
    }

    /// A case with a code name, taken in by a worker; gives its id. Its sheet is an adult's unless another is given.
    pub fn case(&self, worker: &Actor, more: &[Document]) -> String {
        let case = id::new(&mut System);
        let start = serde_json::json!({
            "code_name": "Самал", "opened_on": "2026-11-21", "by": "x", "age_answer": "adult", "age_group": "adult",
            "language": "kk", "interpreter": "no", "source": "self", "record_agreed": "yes"
        });
        let mut documents = more.to_vec();
        if !more.iter().any(|document| document.kind == Kind::Sheet) {
            documents.insert(0, document(Kind::Sheet, &start));
        }
        let (signed, forms) = (worker.signed(), BTreeSet::new());
        let taken = self.casework.take_in(&signed, &case, &documents, &forms, None);
        self.runtime.block_on(taken).expect("she is taken in");
        case
    }

    /// Writes rows without asking anybody, as somebody with the database in hand would.
    pub fn forge(&self, changes: &[Change]) {
        self.runtime.block_on(async {
            let mut tx = self.casework.db.begin().await.expect("a transaction");
            change::apply(&mut tx, changes).await.expect("the rows are written");
            tx.commit().await.expect("they are kept");
        });
    }

    /// Sends a request with a session's cookie.
    pub fn send(&self, method: &str, path: &str, cookie: Option<&str>, form: &[(&str, &str)]) -> Response<Body> {
        let mut request = Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
        let mut pairs: Vec<(String, String)> =
            form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, format!("{}={cookie}", cookie::SESSION));
            pairs.push(("key".to_owned(), cookie::form_key(cookie)));
        }
        let body = if method == "POST" {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            Body::from(encoded(&pairs))
        } else {
            Body::empty()
        };
        let request = request.body(body).expect("a request");
        self.runtime.block_on(self.router.clone().oneshot(request)).expect("the router answers")
    }

    /// Asks for a page and gives its status and text.
    pub fn get(&self, path: &str, cookie: &str) -> (StatusCode, String) {
        self.read(self.send("GET", path, Some(cookie), &[]))
    }

    /// The status and the text of an answer.
    pub fn read(&self, response: Response<Body>) -> (StatusCode, String) {
        let status = response.status();
        let bytes = self.runtime.block_on(to_bytes(response.into_body(), usize::MAX)).expect("the body ends");
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// Empty tables: in memory, or, where `PANA_TEST_ENGINE` says `postgres`, in a schema of the server that `PANA_TEST_POSTGRES` names.
pub async fn tables() -> Db {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    if std::env::var("PANA_TEST_ENGINE").is_ok_and(|engine| engine == "postgres") {
        let schema = format!("web_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        return confided_server(&schema).await.expect("PANA_TEST_POSTGRES names a server");
    }
    casework::in_memory().await.expect("a database in memory")
}

/// Puts rows into a public room.
async fn fill(public: &Db, records: &[Record]) {
    let delivery = Delivery {
        name: "a test",
        version: "1",
        checksum: "1",
        sources: &[],
        places: &[],
        indicators: &[],
        relations: &[],
        observations: &[],
        records,
    };
    let mut tx = public.begin().await.expect("a transaction");
    record(&mut tx, &delivery, date(2026, 1, 1)).await.expect("the rows are recorded");
    tx.commit().await.expect("they are kept");
}

async fn actor(casework: &Arc<Casework>, role: Role, centre: Option<&str>) -> Actor {
    let login = format!("{}-{}", role.name(), &id::new(&mut System)[..8]);
    let player = casework.cast(role, &login, centre, &moment()).await.expect("an account");
    let cookie = casework.enter(&player, &moment()).await.expect("a session");
    Actor { role, player, cookie }
}

/// A document of a kind.
pub fn document(kind: Kind, content: &serde_json::Value) -> Document {
    Document::new(&id::new(&mut System), kind, content).expect("a document")
}

/// That a page is whole and no message is missing in it: a missing one stands in brackets.
pub fn speaks(body: &str, which: &str) {
    let missing = body.split('[').skip(1).filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_lowercase()));
    let missing: Vec<&str> = missing.filter_map(|rest| rest.split(']').next()).collect();
    assert_eq!(missing, Vec::<&str>::new(), "{which}: messages are missing");
    assert!(body.contains("</html>"), "{which}: the page is whole");
}

/// Pairs as a form sends them.
pub fn encoded(pairs: &[(String, String)]) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    let text = |text: &str| text.bytes().map(byte).collect::<String>();
    pairs.iter().map(|(name, value)| format!("{}={}", text(name), text(value))).collect::<Vec<_>>().join("&")
}
