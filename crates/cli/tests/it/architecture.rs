//! The walls of the house, as ARCHITECTURE.md states them: who may use whom, and what is absent where.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn crates() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The arrows: left may use right, nothing else of ours.
const ARROWS: [(&str, &[&str]); 12] = [
    ("evidence", &[]),
    ("casework", &[]),
    ("vault", &[]),
    ("scan", &[]),
    ("stats", &[]),
    ("text", &[]),
    ("packs", &["casework", "evidence", "stats", "text"]),
    ("publish", &["evidence", "stats", "text"]),
    ("store", &["casework", "evidence"]),
    ("app", &["casework", "evidence", "packs", "publish", "scan", "stats", "store", "text", "vault"]),
    ("web", &["app", "casework", "evidence", "publish", "stats", "text"]),
    ("cli", &["app", "casework", "evidence", "packs", "publish", "scan", "stats", "store", "text", "vault", "web"]),
];

#[test]
fn a_crate_uses_only_what_it_may() {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(crates()).expect("the crates") {
        let folder = entry.expect("an entry").path();
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        let allowed = ARROWS.iter().find(|(from, _)| *from == name).unwrap_or_else(|| panic!("{name} has no arrows")).1;
        let normal = manifest.split("[dev-dependencies]").next().unwrap_or_default();
        for used in normal.lines().filter_map(|line| line.strip_prefix("pana-")) {
            let used = used.split('.').next().unwrap_or_default();
            assert!(allowed.contains(&used), "{name} may not use {used}");
        }
        found.insert(name);
    }
    assert_eq!(found.len(), ARROWS.len());
}

/// Source lines outside tests, with their file.
fn lines(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            lines(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            found.extend(code.map(|line| (path.clone(), line.to_owned())));
        }
    }
}

fn absent(names: &[&str], words: &[&str]) {
    let mut offences = Vec::new();
    for name in names {
        let mut found = Vec::new();
        lines(&crates().join(name).join("src"), &mut found);
        for (file, line) in found {
            if words.iter().any(|word| line.contains(word)) {
                offences.push(format!("{}: {}", file.display(), line.trim()));
            }
        }
    }
    assert_eq!(offences, Vec::<String>::new());
}

const PURE: [&str; 7] = ["evidence", "casework", "vault", "stats", "text", "packs", "publish"];

#[test]
fn the_pure_crates_read_no_file_no_clock_and_no_environment() {
    absent(
        &PURE,
        &[
            "std::fs",
            "std::env",
            "std::net",
            "SystemTime",
            "Instant::now",
            "Timestamp::now",
            "Zoned::now",
            "thread_rng",
        ],
    );
}

#[test]
fn only_store_app_web_and_cli_wait() {
    absent(&PURE, &["async fn", ".await"]);
}

#[test]
fn only_web_and_cli_read_the_clock() {
    absent(&["store", "app"], &["SystemTime", "Instant::now", "Timestamp::now", "Zoned::now"]);
}

#[test]
fn only_the_store_speaks_sql() {
    let others = ["evidence", "casework", "vault", "stats", "text", "packs", "publish", "app", "web", "cli"];
    absent(&others, &["\"select ", "\"insert into", "\"update ", "\"delete from", "sqlx"]);
}

#[test]
fn no_code_knows_a_country() {
    let all = ["evidence", "casework", "vault", "stats", "text", "packs", "publish", "store", "app", "web"];
    absent(&all, &["\"KZ\"", "\"KAZ\"", "\"kz\"", "Kazakhstan"]);
}
