//! T6: what is left in the memory of the program when somebody who read and wrote a case has left: nothing of what she read, wrote or typed,
//! and none of her keys. Looked at as root looks at it: every byte of the process that can be written, by `/proc/PID/mem`.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Write as _;
use std::net::TcpStream;
use std::os::unix::fs::{FileExt as _, MetadataExt as _};
use std::path::Path;
use std::time::Duration;

use pana_app::casework::enrol::Invited;
use pana_app::casework::random::System;
use pana_app::casework::sign_in::Tried;
use pana_app::casework::{Casework, Document, Signed, id, key};
use pana_bench::crowd::{now, open};
use pana_bench::http::{Browser, escaped};
use pana_bench::server::Server;
use pana_casework::policy::Role;
use pana_casework::{Class, Kind};
use pana_store::casework::{account, salt, wrap};
use pana_vault::token::CookieToken;
use pana_vault::totp::TotpSecret;
use serde_json::json;

use crate::pana::{Folder, run};

const BINARY: &str = env!("CARGO_BIN_EXE_pana");
const PASSPHRASE: &str = "жеті қарға сегіз ақ терек";
const MISTYPED: &str = "жеті қарға сегіз көк терек";
const NAME: &str = "Қарлығаштай";
const OTHER: &str = "Quailfeather Sparrowhill";
const NOTE: &str = "She keeps a photograph of the lighthouse";
const UNFINISHED: &str = "a form that is never finished, from somebody who is still here";

/// Something that must not be found, and what to call it.
struct Needle(String, Vec<u8>);

/// A text as it is, and as a form carries it.
fn texts(name: &str, text: &str) -> [Needle; 2] {
    let carried = escaped(text);
    [
        Needle(name.to_owned(), text.as_bytes().to_vec()),
        Needle(format!("{name}, as a form has it"), carried.into_bytes()),
    ]
}

/// Somebody made ready: a head who let a worker in, and a case that the worker runs.
struct Ready {
    factor: TotpSecret,
    account: String,
    case: String,
}

fn code(factor: &TotpSecret, later: u64) -> String {
    let at = u64::try_from(now().at.as_second()).expect("after 1970");
    factor.code(at + later).to_string()
}

async fn join(casework: &Casework, login: &str, role: Role, centre: &str) -> TotpSecret {
    let invited = Invited { login, name: "Invented", role, centre: Some(centre) };
    let invitation = casework.invite_here(&invited, &now()).await.expect("an invitation");
    casework.join(login, &invitation, PASSPHRASE, "net", &now()).await.expect("she joins").factor
}

async fn signed(casework: &Casework, login: &str, factor: &TotpSecret) -> Signed {
    let code = code(factor, 0);
    let tried = Tried { login, passphrase: PASSPHRASE, code: &code, network: "net", device: None, device_name: "x" };
    let entered = casework.sign_in(tried, &now()).await.expect("she signs in");
    casework.who(&entered.cookie.text(), now()).await.expect("her session lives")
}

async fn ready(folder: &Path) -> Ready {
    let casework = std::sync::Arc::new(open(folder).await.expect("the room opens"));
    let centre = casework.centre_here("Invented centre", Some("north"), &now()).await.expect("a centre");
    let head = join(&casework, "head", Role::Head, &centre).await;
    let factor = join(&casework, "worker", Role::CaseWorker, &centre).await;
    let account = account::of_login(&casework.db, "worker").await.expect("a row").expect("an account").id;
    let head = signed(&casework, "head", &head).await;
    casework.let_in(&head, &account).await.expect("the head lets her in");
    let worker = std::sync::Arc::new(signed(&casework, "worker", &factor).await);
    let sheet = json!({
        "code_name": "Самал", "opened_on": now().today().to_string(), "by": "x", "age_answer": "adult", "age_group": "adult",
        "language": "kk", "interpreter": "no", "source": "self", "record_agreed": "yes"
    });
    let documents = [Document::new(&id::new(&mut System), Kind::Sheet, &sheet).expect("a sheet")];
    let case = id::new(&mut System);
    casework.take_in(&worker, &case, &documents, &BTreeSet::new(), None).await.expect("she is taken in");
    casework.db.close().await;
    Ready { factor, account, case }
}

/// Her keys, as far as somebody with her cookie can know them.
async fn keys(folder: &Path, ready: &Ready, cookie: &str) -> Vec<Needle> {
    let casework = open(folder).await.expect("the room opens beside the server");
    let signed = casework.who(cookie, now()).await.expect("her session lives");
    let kept = wrap::one(&casework.db, &ready.case, &ready.account).await.expect("a row").expect("a wrap");
    let bundle = key::unwrap(&kept, signed.ring.pair()).expect("her wrap opens");
    let salts = salt::of_record(&casework.db, &ready.case).await.expect("salts");
    let token = CookieToken::parse(cookie).expect("a token");
    let mut found = vec![
        Needle("the key of her session".to_owned(), token.session_key().expose().to_vec()),
        Needle("the secret of her second factor".to_owned(), signed.ring.factor().expose().to_vec()),
    ];
    for (class, key) in key::data_keys(&bundle, &salts) {
        found.push(Needle(format!("the data key of {}", class.name()), key.expose().to_vec()));
    }
    for class in Class::ALL {
        let held = bundle.key(key::number(*class)).map(|key| key.expose().to_vec());
        found.extend(held.map(|key| Needle(format!("the key of {}", class.name()), key)));
    }
    assert!(found.len() >= 12, "{} keys", found.len());
    casework.db.close().await;
    found
}

/// She opens the case, writes into it, reads it, prints a paper, looks for a name, and leaves.
async fn works(browser: &mut Browser, case: &str) {
    let at = |below: &str| format!("/en/casework/cases/{case}{below}");
    let (identity, save) = (id::new(&mut System), id::new(&mut System));
    let fields = [
        ("id", identity.as_str()),
        ("version", "0"),
        ("agreed", "yes"),
        ("first_name", NAME),
        ("other_name", OTHER),
        ("save", &save),
    ];
    let answer = browser.post(&at("/identity/edit"), &fields).await.expect("an answer");
    assert_eq!(answer.status, 303, "{}", answer.text);
    let page = browser.get(&at("/identity")).await.expect("an answer").text;
    assert!(page.contains(NAME) && page.contains(OTHER), "{page}");
    let (today, save) = (now().today().to_string(), id::new(&mut System));
    let service = pana_bench::writer::service(&today, NOTE, &save);
    assert_eq!(browser.post(&at("/services"), &service).await.expect("an answer").status, 303);
    let page = browser.get(&at("/plan")).await.expect("an answer").text;
    assert!(page.contains(NOTE), "{page}");
    for below in ["", "/history", "/days", "/papers/information", "/papers/consent?name=yes"] {
        assert_eq!(browser.get(&at(below)).await.expect("an answer").status, 200, "{below}");
    }
    let found = browser.post("/en/casework/intake/search", &[("name", NAME)]).await.expect("an answer");
    assert!(found.status < 500, "{}", found.text);
    assert_eq!(browser.post("/en/casework/sign-out", &[]).await.expect("an answer").status, 303);
}

/// The needles that stand somewhere in the writable memory of a process, and how many bytes that is; nothing where it cannot be read.
fn found_in(process: u32, needles: &[Needle]) -> Option<(Vec<String>, u64)> {
    let memory = File::open(format!("/proc/{process}/mem")).ok()?;
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps")).ok()?;
    // Two bytes: much of the memory is zero, and so is the first byte of some keys.
    let begin = |bytes: &[u8]| usize::from(u16::from_be_bytes([bytes[0], bytes[1]]));
    let mut begins = vec![false; 1 << 16];
    needles.iter().for_each(|needle| begins[begin(&needle.1)] = true);
    let (mut found, mut looked) = (Vec::new(), 0);
    for line in maps.lines() {
        let (range, rest) = line.split_once(' ')?;
        let (from, to) = range.split_once('-')?;
        let (from, to) = (u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?);
        if rest.as_bytes()[1] != b'w' {
            continue;
        }
        let mut bytes = vec![0; usize::try_from(to - from).ok()?];
        // What went away meanwhile, or is the kernel's, cannot be read.
        if memory.read_exact_at(&mut bytes, from).is_err() {
            continue;
        }
        looked += to - from;
        let of = rest.split_whitespace().nth(4).unwrap_or("no file");
        for (at, _) in bytes.windows(2).enumerate().filter(|(_, two)| begins[begin(two)]) {
            let here = needles.iter().filter(|needle| bytes[at..].starts_with(&needle.1));
            found.extend(here.map(|needle| format!("{} in {of}, {} bytes before its end", needle.0, bytes.len() - at)));
        }
    }
    Some((found, looked))
}

#[test]
fn t6_when_she_has_left_nothing_of_what_she_read_wrote_or_typed_and_no_key_of_hers_is_in_memory() {
    let folder = Folder::new("memory");
    assert_eq!(run(&folder, &["init", "--data", "d"]).0, 0);
    let data = folder.0.join("d");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let ready = ready(&data).await;
        // As on a machine with sixteen cores: most threads do little, and whatever they leave on their stacks stays there.
        let threads = [("TOKIO_WORKER_THREADS", OsStr::new("16"))];
        let server = Server::start(Path::new(BINARY), &data, &threads).await.expect("it starts");
        let mut door = Browser::new(server.address, "");
        let typed = code(&ready.factor, 30);
        for (passphrase, status) in [(MISTYPED, 401), (PASSPHRASE, 303)] {
            let form = [("login", "worker"), ("passphrase", passphrase), ("code", typed.as_str())];
            let answer = door.post("/en/casework/sign-in", &form).await.expect("an answer");
            assert_eq!(answer.status, status, "{}", answer.text);
            if let Some(cookie) = answer.cookie {
                door = Browser::new(server.address, &cookie);
                let mut needles = keys(&data, &ready, &cookie).await;
                works(&mut door, &ready.case).await;
                needles.extend(texts("her cookie", &cookie));
                left(&server, needles, &ready.factor).await;
                return;
            }
        }
        panic!("nobody was let in");
    });
}

async fn left(server: &Server, mut needles: Vec<Needle>, factor: &TotpSecret) {
    for (name, text) in [
        ("a name", NAME),
        ("another name", OTHER),
        ("a note", NOTE),
        ("her passphrase", PASSPHRASE),
        ("what she mistyped", MISTYPED),
        ("the secret of her second factor, as text", factor.text().as_str()),
    ] {
        needles.extend(texts(name, text));
    }
    // Somebody else's form is under way: that is in memory, and whoever looks must see it.
    let mut other = TcpStream::connect(server.address).expect("it listens");
    let head = "POST /en/casework/join HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\n\
                content-type: application/x-www-form-urlencoded\r\ncontent-length: 9000\r\n\r\n";
    other.write_all(format!("{head}{UNFINISHED}").as_bytes()).expect("it is sent");
    tokio::time::sleep(Duration::from_secs(2)).await;
    let control = [Needle("the unfinished form".to_owned(), UNFINISHED.as_bytes().to_vec())];
    let Some((seen, looked)) = found_in(server.process(), &control) else {
        eprintln!("the memory of another process cannot be read here: nothing was looked at");
        return;
    };
    assert!(!seen.is_empty() && looked > 1 << 20, "what is in memory must be found: {looked} bytes");
    let (found, looked) = found_in(server.process(), &needles).expect("it could be read a moment ago");
    println!("{} things looked for in {looked} bytes: {} found", needles.len(), found.len());
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn t6_the_memory_of_the_program_is_closed_to_other_processes_and_written_to_no_core_file() {
    let folder = Folder::new("memory-closed");
    assert_eq!(run(&folder, &["init", "--data", "d"]).0, 0);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let server = Server::start(Path::new(BINARY), &folder.0.join("d"), &[]).await.expect("it starts");
        let of = |name: &str| format!("/proc/{}/{name}", server.process());
        let limits = std::fs::read_to_string(of("limits")).unwrap_or_default();
        let core = limits.lines().find(|line| line.starts_with("Max core file size"));
        match core {
            Some(core) => assert_eq!(core.split_whitespace().skip(4).collect::<Vec<_>>(), ["0", "0", "bytes"]),
            None => eprintln!("this system does not say what a process may write into a core file"),
        }
        let (mine, theirs) = (std::fs::metadata("/proc/self/mem"), std::fs::metadata(of("mem")));
        match (mine, theirs) {
            (Ok(mine), Ok(theirs)) if mine.uid() != 0 => {
                assert_eq!(theirs.uid(), 0, "it belongs to root, not to the user who started it");
                assert!(File::open(of("mem")).is_err());
            }
            _ => eprintln!("run by root, or not on Linux: whether others are kept out was not looked at"),
        }
    });
}
