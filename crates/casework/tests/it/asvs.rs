//! The map of ASVS 5.0.0, `docs/asvs.toml`: it has a row for every requirement that can apply, what a row names is there, and
//! `docs/security.md` says the same. And what the map says of the sources themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The requirements that can apply, by level. Numbers are the standard's.
const APPLY: [(u8, &str); 3] = [(1, LEVEL_1), (2, LEVEL_2), (3, LEVEL_3)];
const LEVEL_1: &str = "1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.2 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1 3.4.2 3.5.1 3.5.2 \
    3.5.3 4.1.1 5.2.1 5.2.2 5.3.1 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 \
    6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2 8.3.1 11.3.1 11.3.2 11.4.1 12.1.1 \
    12.2.1 12.2.2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1";
const LEVEL_2: &str = "1.1.1 1.1.2 1.2.9 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.10 1.4.1 1.4.2 1.4.3 1.5.2 2.1.2 2.1.3 2.2.3 2.3.2 \
    2.3.3 2.3.4 2.4.1 3.3.2 3.3.3 3.3.4 3.4.3 3.4.4 3.4.5 3.4.6 3.5.4 3.7.1 3.7.2 4.1.2 4.1.3 4.2.1 5.1.1 \
    5.2.3 5.4.1 5.4.2 5.4.3 6.1.2 6.1.3 6.2.9 6.2.10 6.2.11 6.2.12 6.3.3 6.3.4 6.4.3 6.4.4 6.5.1 6.5.2 6.5.3 \
    6.5.4 6.5.5 7.1.1 7.1.2 7.3.1 7.3.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2 8.1.2 8.2.3 8.4.1 11.1.1 11.1.2 11.2.1 \
    11.2.2 11.2.3 11.3.3 11.4.2 11.4.3 11.4.4 11.5.1 11.6.1 12.1.2 12.3.1 12.3.2 12.3.4 13.1.1 13.2.1 13.2.2 \
    13.2.3 13.2.4 13.2.5 13.3.1 13.3.2 13.4.2 13.4.3 13.4.4 13.4.5 14.1.1 14.1.2 14.2.2 14.2.3 14.2.4 14.3.2 \
    14.3.3 15.1.2 15.1.3 15.2.2 15.2.3 15.3.2 15.3.3 15.3.4 15.3.5 15.3.6 15.3.7 16.1.1 16.2.1 16.2.2 16.2.3 \
    16.2.4 16.2.5 16.3.1 16.3.2 16.3.3 16.3.4 16.4.1 16.4.2 16.4.3 16.5.1 16.5.2 16.5.3";
const LEVEL_3: &str = "1.2.10 1.3.12 1.5.3 2.3.5 2.4.2 3.1.1 3.2.3 3.3.5 3.4.7 3.4.8 3.5.7 3.5.8 3.6.1 3.7.3 3.7.4 3.7.5 4.1.4 \
    4.1.5 4.2.2 4.2.3 4.2.4 4.2.5 5.2.4 5.2.5 5.2.6 5.3.3 6.3.5 6.3.6 6.3.7 6.3.8 6.4.5 6.4.6 6.5.6 6.5.7 \
    6.5.8 6.7.1 6.7.2 7.5.3 8.1.3 8.1.4 8.2.4 8.3.2 8.3.3 8.4.2 11.1.3 11.1.4 11.2.4 11.2.5 11.3.4 11.3.5 \
    11.5.2 11.6.2 11.7.1 11.7.2 12.1.4 12.3.5 13.1.2 13.1.3 13.1.4 13.2.6 13.3.3 13.3.4 13.4.6 13.4.7 14.2.5 \
    14.2.6 14.2.7 14.2.8 15.1.4 15.1.5 15.2.4 15.2.5 15.4.1 15.4.2 15.4.3 15.4.4 16.5.4";

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum State {
    Met,
    Documented,
    #[serde(rename = "not applicable")]
    NotApplicable,
    Deviation,
    Open,
}

const STATES: [State; 5] = [State::Met, State::Documented, State::NotApplicable, State::Deviation, State::Open];

/// One name or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Several(Vec<String>),
}

impl Names {
    fn all(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Requirement {
    id: String,
    level: u8,
    asks: String,
    state: State,
    test: Option<Names>,
    document: Option<String>,
    reason: Option<String>,
}

#[derive(Deserialize, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Count {
    met: usize,
    documented: usize,
    not_applicable: usize,
    deviation: usize,
    open: usize,
    total: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Map {
    standard: String,
    count: BTreeMap<String, Count>,
    requirement: Vec<Requirement>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn map() -> Map {
    let map: Map = toml::from_str(&read("docs/asvs.toml")).expect("the map is as its head says");
    assert_eq!(map.standard, "ASVS 5.0.0");
    map
}

/// `v5.0.0-6.2.11` as 6.2.11.
fn number(id: &str) -> &str {
    id.strip_prefix("v5.0.0-").unwrap_or_else(|| panic!("{id} is no number of ASVS 5.0.0"))
}

fn place(id: &str) -> Vec<u32> {
    number(id).split('.').map(|part| part.parse().expect("a number")).collect()
}

#[test]
fn every_requirement_that_can_apply_stands_once_at_its_level_in_its_place() {
    let map = map();
    let apply: Vec<(u8, &str)> =
        APPLY.iter().flat_map(|(level, ids)| ids.split_whitespace().map(move |id| (*level, id))).collect();
    assert_eq!(apply.len(), 58 + 125 + 77);
    let found: Vec<(u8, &str)> = map.requirement.iter().map(|row| (row.level, number(&row.id))).collect();
    assert_eq!(found.iter().collect::<BTreeSet<_>>(), apply.iter().collect::<BTreeSet<_>>());
    assert_eq!(found.len(), apply.len(), "a requirement stands twice");
    assert!(map.requirement.windows(2).all(|rows| place(&rows[0].id) < place(&rows[1].id)), "out of order");
}

#[test]
fn every_row_has_what_its_state_asks_for_and_nothing_else() {
    for row in map().requirement {
        let has = (row.test.is_some(), row.document.is_some(), row.reason.is_some());
        let needs = match row.state {
            State::Met => (true, false, false),
            State::Documented => (false, true, false),
            State::NotApplicable | State::Deviation | State::Open => (false, false, true),
        };
        assert_eq!(has, needs, "{}", row.id);
        assert!(!row.asks.trim().is_empty() && row.asks.len() <= 80, "{}: our own short words", row.id);
        let said = row.test.iter().flat_map(Names::all).chain(&row.document).chain(&row.reason);
        assert!(said.clone().count() >= 1 && said.into_iter().all(|text| text.trim().len() >= 10), "{}", row.id);
    }
}

#[test]
fn the_counts_are_those_of_the_rows() {
    let map = map();
    assert_eq!(map.count.len(), APPLY.len());
    for (level, _) in APPLY {
        let of = |state: State| map.requirement.iter().filter(|row| row.level == level && row.state == state).count();
        let [met, documented, not_applicable, deviation, open] = STATES.map(of);
        let total = map.requirement.iter().filter(|row| row.level == level).count();
        let counted = Count { met, documented, not_applicable, deviation, open, total };
        assert_eq!(map.count[&format!("L{level}")], counted, "level {level}");
        let line = format!("| {level} | {met} | {documented} | {not_applicable} | {deviation} | {open} | {total} |\n");
        assert!(read("docs/security.md").contains(&line), "docs/security.md has no line {line}");
    }
}

/// The file a module is in: `web::it::room` is a test of the crate, `vault::log::head` a part of it.
fn file(names: &[&str]) -> PathBuf {
    let [of, inside @ ..] = names else { panic!("no crate: {names:?}") };
    let of = root().join("crates").join(of);
    let (folder, inside) = match inside {
        ["it", inside @ ..] => (of.join("tests/it"), inside),
        _ => (of.join("src"), inside),
    };
    let whole = inside.iter().fold(folder, |path, name| path.join(name));
    let (alone, parent) = (whole.with_extension("rs"), whole.join("mod.rs"));
    if alone.exists() { alone } else { parent }
}

/// What is wrong with the name of a test; nothing where there is a function of this name with the mark of a test.
fn fault(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split("::").collect();
    if let ["e2e", story, title] = parts.as_slice() {
        let told = read(format!("e2e/stories/{story}.mjs"));
        let listed = read("e2e/run.mjs").contains(&format!("'{story}'"));
        return (!listed || !told.contains(&format!("['{title}',"))).then(|| format!("no story {name}"));
    }
    let (test, module) = parts.split_last()?;
    let path = file(module);
    let Ok(text) = std::fs::read_to_string(&path) else { return Some(format!("{name}: no {}", path.display())) };
    if let [of, "it", above @ .., inside] = module {
        let parent = if above.is_empty() { "main.rs".to_owned() } else { format!("{}/mod.rs", above.join("/")) };
        let all = read(format!("crates/{of}/tests/it/{parent}"));
        if !all.lines().any(|line| line == format!("mod {inside};")) {
            return Some(format!("{name}: the module is not among the tests"));
        }
    }
    let begins = format!("fn {test}(");
    let Some(at) = text.find(&begins) else { return Some(format!("{name}: no such function")) };
    let marks = text[..at].trim_end().lines().rev().take_while(|line| !line.trim().is_empty() && line.trim() != "}");
    let marked = marks.map(str::trim).any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"));
    (!marked).then(|| format!("{name} is no test"))
}

#[test]
fn every_test_that_is_named_is_there() {
    let map = map();
    let names: BTreeSet<&String> =
        map.requirement.iter().filter_map(|row| row.test.as_ref()).flat_map(Names::all).collect();
    let faults: Vec<String> = names.iter().filter_map(|name| fault(name)).collect();
    assert_eq!(faults, Vec::<String>::new());
    assert!(names.len() >= 60, "{} tests", names.len());
}

/// A test that was renamed, a function that is none, a story and a module that nobody tells: each is a fault.
#[test]
fn a_name_that_leads_nowhere_is_a_fault() {
    assert_eq!(fault("casework::it::asvs::a_name_that_leads_nowhere_is_a_fault"), None);
    assert_eq!(fault("vault::log::head::another_key_is_refused_and_an_earlier_key_of_the_log_is_not"), None);
    for name in [
        "casework::it::asvs::a_name_that_leads_nowhere_is_a_fault_",
        "casework::it::asvs::fault",
        "casework::it::nobody::a_name_that_leads_nowhere_is_a_fault",
        "vault::log::a_name",
        "e2e::room::a story that nobody tells",
    ] {
        assert!(fault(name).is_some(), "{name}");
    }
}

/// A heading as an address: small letters, figures and hyphens.
fn slug(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|sign| sign.is_alphanumeric() || [' ', '-', '_'].contains(sign));
    kept.flat_map(char::to_lowercase).map(|sign| if sign == ' ' { '-' } else { sign }).collect()
}

#[test]
fn every_document_and_heading_that_is_named_is_there() {
    for row in map().requirement {
        let Some(document) = row.document else { continue };
        let (path, heading) = document.split_once('#').unwrap_or_else(|| panic!("{}: no heading", row.id));
        let text = read(path);
        let headings = text.lines().filter_map(|line| line.strip_prefix('#')).map(|line| line.trim_start_matches('#'));
        assert_eq!(headings.filter(|found| slug(found) == heading).count(), 1, "{}: {document}", row.id);
    }
}

/// The lines of a section of docs/security.md.
fn section(heading: &str) -> Vec<String> {
    let text = read("docs/security.md");
    let mut lines = text.lines().skip_while(|line| *line != heading);
    assert_eq!(lines.next(), Some(heading));
    lines.take_while(|line| !line.starts_with('#')).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn what_is_open_and_what_is_otherwise_on_purpose_stands_in_the_page_on_security() {
    let map = map();
    for (state, heading) in [(State::Open, "### What is open"), (State::Deviation, "### Otherwise, on purpose")] {
        let rows = map.requirement.iter().filter(|row| row.state == state);
        let line = |row: &Requirement| {
            let reason = row.reason.as_deref().unwrap_or_default();
            format!("- {} (level {}): {reason}", number(&row.id), row.level)
        };
        assert_eq!(section(heading), rows.map(line).collect::<Vec<_>>(), "{heading}");
    }
}

/// The packages of Cargo.lock.
fn packages() -> Vec<BTreeMap<String, toml::Value>> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<BTreeMap<String, toml::Value>>,
    }
    toml::from_str::<Lock>(&read("Cargo.lock")).expect("the lock file").package
}

fn text<'a>(package: &'a BTreeMap<String, toml::Value>, key: &str) -> &'a str {
    package.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

fn is_ours(package: &str) -> bool {
    package == "pana" || package.starts_with("pana-")
}

#[test]
fn every_component_comes_from_the_registry_with_its_checksum() {
    let (ours, others): (Vec<_>, Vec<_>) = packages().into_iter().partition(|package| is_ours(text(package, "name")));
    assert!(ours.iter().all(|package| package.get("source").is_none()), "a crate of ours comes from elsewhere");
    assert!(others.len() > 200, "{} packages", others.len());
    for package in others {
        let name = text(&package, "name");
        assert_eq!(text(&package, "source"), "registry+https://github.com/rust-lang/crates.io-index", "{name}");
        assert_eq!(text(&package, "checksum").len(), 64, "{name}");
    }
}

/// Crates that ask other hosts. What the server is made of can answer only.
#[test]
fn nothing_in_the_program_asks_another_host() {
    let clients = [
        "reqwest",
        "ureq",
        "curl",
        "isahc",
        "surf",
        "attohttpc",
        "minreq",
        "hyper-rustls",
        "hyper-tls",
        "lettre",
        "tungstenite",
        "tokio-tungstenite",
        "hickory-resolver",
        "trust-dns-resolver",
        "typst-kit",
    ];
    let names: BTreeSet<String> = packages().iter().map(|package| text(package, "name").to_owned()).collect();
    let found: Vec<&str> = clients.into_iter().filter(|client| names.contains(*client)).collect();
    assert_eq!(found, Vec::<&str>::new());
    for (path, code) in sources() {
        for word in ["TcpStream::connect", "UdpSocket", "UnixStream", "lookup_host", "ToSocketAddrs"] {
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn the_released_program_stops_where_a_number_would_wrap() {
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).expect("the manifest");
    let release = manifest["profile"]["release"].as_table().expect("the profile");
    assert_eq!(release.get("overflow-checks").and_then(toml::Value::as_bool), Some(true));
}

/// The source files of all crates, without their tests.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source file");
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    for name in crates() {
        walk(&root().join("crates").join(name).join("src"), &mut found);
    }
    assert!(found.len() > 300, "{} files", found.len());
    found
}

fn crates() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("crates")).expect("the crates");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn no_crate_may_hold_unsafe_code() {
    assert!(read("Cargo.toml").lines().any(|line| line == "unsafe_code = \"forbid\""));
    let all = crates();
    assert!(all.len() >= 11, "{all:?}");
    for name in all {
        let manifest = read(format!("crates/{name}/Cargo.toml"));
        assert!(manifest.contains("[lints]\nworkspace = true"), "{name} does not take the lints of the workspace");
    }
}

/// Names of crates of cryptography: those in use stand in the inventory of ADR 18, whichever crate of ours uses them.
#[test]
fn every_crate_of_cryptography_stands_in_the_inventory() {
    let known = [
        "aead",
        "aes",
        "aes-gcm",
        "age",
        "argon2",
        "aws-lc-rs",
        "base64ct",
        "bcrypt",
        "blake2",
        "blake3",
        "chacha20poly1305",
        "crypto_box",
        "curve25519-dalek",
        "ed25519-dalek",
        "getrandom",
        "hkdf",
        "hmac",
        "md-5",
        "ml-kem",
        "openssl",
        "p256",
        "pbkdf2",
        "rand",
        "ring",
        "rsa",
        "rustls",
        "scrypt",
        "sha1",
        "sha2",
        "sha3",
        "subtle",
        "totp-rs",
        "x25519-dalek",
    ];
    let adr = read("docs/adr/0018-cryptography.md");
    let inventory =
        adr.split("### Inventory").nth(1).and_then(|rest| rest.split("\n### ").next()).expect("an inventory");
    let mut used = BTreeSet::new();
    for name in crates() {
        let manifest = read(format!("crates/{name}/Cargo.toml"));
        let normal = manifest.split("[dev-dependencies]").next().unwrap_or_default();
        let named = normal.lines().filter_map(|line| line.split(['.', ' ', '=']).next().map(str::to_owned));
        used.extend(named.filter(|crate_name| known.contains(&crate_name.as_str())));
    }
    assert!(used.contains("argon2") && used.contains("chacha20poly1305"), "{used:?}");
    for crate_name in used {
        assert!(inventory.contains(&format!("`{crate_name}`")), "{crate_name} is in no line of the inventory");
    }
}
