//! The world of these tests: a country with two centres and their people. It is made once, in a file; each test works on a copy of it, on
//! SQLite and, where a server is named, on PostgreSQL.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use pana_app::casework::enrol::Invited;
use pana_app::casework::gate::Open;
use pana_app::casework::moment::Moment;
use pana_app::casework::sign_in::Tried;
use pana_app::casework::{Casework, Document, Law, Refused, Signed, id};
use pana_casework::Kind;
use pana_casework::policy::{Policy, Role};
use pana_store::Db;
use pana_store::casework::{copy, open_copy, open_folder};
use pana_vault::Secret;
use pana_vault::shares::Share;
use pana_vault::totp::TotpSecret;
use serde_json::{Value, json};

use super::engine::{Rows, on_server, pour, rows};

pub const PASSPHRASE: &str = "жеті қарға бір шырша";

/// Everybody who has an account: login, role, centre.
const PEOPLE: [(&str, Role, Option<usize>); 8] = [
    ("admin", Role::Administrator, None),
    ("head", Role::Head, Some(0)),
    ("worker", Role::CaseWorker, Some(0)),
    ("colleague", Role::CaseWorker, Some(0)),
    ("lawyer", Role::Lawyer, Some(0)),
    ("door", Role::Admission, Some(0)),
    ("elsewhere", Role::Head, Some(1)),
    ("stranger", Role::CaseWorker, Some(1)),
];

/// What stays the same in every copy.
pub struct Made {
    pub file: Vec<u8>,
    pub rows: Rows,
    pub people: BTreeMap<String, Person>,
    pub centres: Vec<String>,
    pub key: Secret<32>,
}

/// Somebody with an account.
#[derive(Clone)]
pub struct Person {
    pub id: String,
    pub cookie: String,
    pub factor: TotpSecret,
    pub recovery: String,
    /// The paper of the safe that she founded.
    pub shares: Vec<Share>,
}

/// A copy of the world.
pub struct World {
    pub engine: &'static str,
    pub folder: PathBuf,
    pub casework: Arc<Casework>,
    pub made: &'static Made,
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Two in the afternoon of the first day.
pub fn start() -> Moment {
    let at: Timestamp = "2026-03-01T09:00:00Z".parse().expect("a moment");
    Moment { at, zone: TimeZone::fixed(jiff::tz::offset(5)) }
}

/// So many seconds after the people of the world signed in.
pub fn after(seconds: i64) -> Moment {
    let start = start();
    Moment { at: start.at + SignedDuration::from_secs(seconds), ..start }
}

pub fn policy() -> Policy {
    pana_packs::casework::policy::builtin(&pana_packs::builtin::data()).expect("the policy is readable")
}

pub fn law() -> Law {
    let laws = pana_packs::casework::law::read_all(&pana_packs::builtin::data()).expect("the laws are readable");
    laws.into_values().next().expect("a country has a law")
}

pub fn new_id() -> String {
    id::new(&mut pana_app::casework::random::System)
}

fn temporary() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("pana-casework-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The world, made once: a runtime of its own, because that of a test ends with the test.
pub fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let make = || tokio::runtime::Runtime::new().expect("a runtime").block_on(make());
        std::thread::spawn(make).join().expect("the world is made")
    })
}

async fn make() -> Made {
    let folder = temporary();
    let key = Secret::<32>::copy_of(&[42; 32]).expect("32 bytes");
    let db = open_folder(&folder).await.expect("the room opens");
    let casework = Arc::new(Casework::open(db.clone(), policy(), law(), &key));
    let mut people: BTreeMap<String, Person> = BTreeMap::new();
    let mut centres: Vec<String> = Vec::new();
    for (login, role, centre) in PEOPLE {
        let code = match people.get("admin") {
            None => casework.invite_first(login, "Nobody's name", &start()).await.expect("an invitation"),
            Some(admin) => {
                let admin = signed(&casework, admin, start()).await;
                if let Some(at) = centre.filter(|at| *at == centres.len()) {
                    centres
                        .push(casework.add_centre(&admin, &format!("Centre {at}"), "north").await.expect("a centre"));
                }
                let centre = centre.map(|at| centres[at].as_str());
                let invited = Invited { login, name: "Nobody's name", role, centre };
                casework.invite(&admin, &invited).await.expect("an invitation")
            }
        };
        let person = joins(&casework, login, &code, matches!(login, "head" | "elsewhere")).await;
        people.insert(login.to_owned(), person);
    }
    for (head, member) in [("head", "worker"), ("head", "colleague"), ("head", "door"), ("elsewhere", "stranger")] {
        let head = signed(&casework, &people[head], start()).await;
        casework.let_in(&head, &people[member].id).await.expect("she is let in");
    }
    let rows = rows(&db).await.expect("the rows");
    copy::settle(&db).await.expect("it is on the disk");
    let file = bytes(&folder.join("casework.sqlite"));
    let _ = std::fs::remove_dir_all(&folder);
    Made { file, rows, people, centres, key }
}

pub async fn joins(casework: &Casework, login: &str, code: &str, founds: bool) -> Person {
    let joined = casework.join(login, code, PASSPHRASE, "net", &start()).await.expect("she joins");
    let account =
        pana_store::casework::account::of_login(&casework.db, login).await.expect("a row").expect("an account");
    assert_eq!(joined.founded.is_some(), founds, "the first head founds the keys");
    let totp = joined.factor.code(u64::try_from(start().at.as_second()).expect("after 1970"));
    let tried = Tried { login, passphrase: PASSPHRASE, code: &totp, network: "net", device: None, device_name: "test" };
    let entered = casework.sign_in(tried, &start()).await.expect("she signs in");
    let (cookie, recovery) = (entered.cookie.text().to_string(), joined.recovery.to_string());
    let shares = joined.founded.map(|founded| founded.shares).unwrap_or_default();
    Person { id: account.id, cookie, factor: joined.factor, recovery, shares }
}

async fn signed(casework: &Casework, person: &Person, moment: Moment) -> Signed {
    casework.who(&person.cookie, moment).await.expect("her session lives")
}

impl World {
    /// A copy of the world in a file.
    pub async fn new() -> Self {
        let made = made();
        let folder = temporary();
        std::fs::write(folder.join("casework.sqlite"), &made.file).expect("a copy");
        let db = open_folder(&folder).await.expect("the room opens");
        Self::over("sqlite", db, folder, made)
    }

    /// A copy of the world on the server, where one is named.
    pub async fn served() -> Option<Self> {
        let (made, db) = (made(), on_server("world").await?);
        pour(&made.rows, &db).await.expect("the server takes the rows");
        Some(Self::over("postgres", db, temporary(), made))
    }

    /// A copy on each engine, one after the other; which one it is stands above what a test that failed says.
    pub async fn each() -> impl Iterator<Item = Self> {
        let worlds = [Some(Self::new().await), Self::served().await];
        worlds.into_iter().flatten().inspect(|world| eprintln!("on {}", world.engine))
    }

    fn over(engine: &'static str, db: Db, folder: PathBuf, made: &'static Made) -> Self {
        let casework = Arc::new(Casework::open(db, policy(), law(), &made.key));
        Self { engine, folder, casework, made }
    }

    /// The tables.
    pub fn db(&self) -> &Db {
        &self.casework.db
    }

    /// The account of somebody.
    pub fn id(&self, login: &str) -> &'static str {
        &self.made.people[login].id
    }

    /// Somebody, a minute after she signed in: within what confirming counts for.
    pub async fn signed(&self, login: &str) -> Arc<Signed> {
        self.signed_at(login, start()).await
    }

    pub async fn signed_at(&self, login: &str, moment: Moment) -> Arc<Signed> {
        Arc::new(signed(&self.casework, &self.made.people[login], moment).await)
    }

    /// A case with a sheet, a name and a story, taken in by somebody.
    pub async fn case(&self, by: &str) -> String {
        let case = new_id();
        self.take_in(by, &case, &first_documents()).await.expect("she is taken in");
        case
    }

    pub async fn take_in(&self, by: &str, case: &str, documents: &[Document]) -> Result<(), Refused> {
        let signed = self.signed(by).await;
        let forms: BTreeSet<String> = ["gulnara".to_owned()].into();
        self.casework.take_in(&signed, case, documents, &forms, None).await
    }

    pub async fn open(&self, login: &str, case: &str) -> Result<Open, Refused> {
        let signed = self.signed(login).await;
        self.casework.open_case(&signed, case).await
    }

    /// A statement of somebody who has the database in her hands.
    pub async fn run(&self, sql: &'static str, values: &[&str]) {
        let mut tx = self.db().begin().await.expect("a transaction");
        let values: Vec<Option<String>> = values.iter().map(|value| Some((*value).to_owned())).collect();
        tx.run(sql, &values).await.expect("the statement runs");
        tx.commit().await.expect("it is kept");
    }

    /// A copy of the tables as they are now, on the same engine.
    pub async fn copy(&self) -> Db {
        if self.engine == "sqlite" {
            return self.copied().await.1;
        }
        let copy = on_server(&new_id()).await.expect("the server is there");
        pour(&rows(self.db()).await.expect("the rows"), &copy).await.expect("the server takes the rows");
        copy
    }

    /// A copy of the file as it is now, opened.
    pub async fn copied(&self) -> (PathBuf, Db) {
        let file = self.folder.join(format!("{}.copy", new_id()));
        copy::snapshot(self.db(), &file).await.expect("a copy");
        (file.clone(), open_copy(&file).await.expect("the copy opens"))
    }
}

/// What a night intake writes at first.
pub fn first_documents() -> Vec<Document> {
    vec![
        document(Kind::Sheet, &json!({"code_name": "Swallow"})),
        document(Kind::Identity, &json!({"name": "Гүлнара"})),
        document(Kind::Fact, &json!({"said": "She was locked in."})),
        document(Kind::Service, &json!({"service": "food"})),
    ]
}

pub fn document(kind: Kind, content: &Value) -> Document {
    Document::new(&new_id(), kind, content).expect("JSON is JSON")
}

/// The contents of the documents of a kind, as somebody reads them.
pub async fn contents(open: &Open, kind: Kind) -> Result<Vec<Value>, Refused> {
    Ok(open.documents(&[kind]).await?.into_iter().map(|document| document.content).collect())
}

pub fn is_not_found<T>(answer: &Result<T, Refused>) -> bool {
    matches!(answer, Err(Refused::NotFound))
}

pub fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("the file is readable")
}
