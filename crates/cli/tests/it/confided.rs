//! The commands of the confided room: making it, accounts, policy, audit, backup, keeping.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::Value;

use crate::pana::{Folder, run};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn ok(folder: &Folder, args: &[&str]) -> String {
    let (code, out, err) = run(folder, args);
    assert_eq!(code, 0, "{args:?}: {err}");
    out
}

fn refused(folder: &Folder, args: &[&str], code: i32, word: &str) {
    let (found, out, err) = run(folder, args);
    assert_eq!(found, code, "{args:?}: {out}{err}");
    assert!(err.contains(word), "{args:?}: {err}");
}

fn room(name: &str) -> Folder {
    let folder = Folder::new(name);
    ok(&folder, &["init", "--data", "d"]);
    folder
}

fn mode(folder: &Folder, file: &str) -> u32 {
    std::fs::metadata(folder.0.join(file)).expect("the file").permissions().mode() & 0o777
}

fn chmod(folder: &Folder, file: &str, mode: u32) {
    std::fs::set_permissions(folder.0.join(file), std::fs::Permissions::from_mode(mode)).expect("a mode");
}

#[test]
fn the_room_is_made_once_with_files_for_its_owner_alone() {
    let folder = Folder::new("init");
    let (code, out, err) = run(&folder, &["init", "--data", "d", "--login", "Root", "--name", "R"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(out.lines().count(), 1, "the code and nothing else: {out}");
    assert!(out.trim().len() >= 27 && !err.contains(out.trim()), "{out} {err}");
    assert_eq!((mode(&folder, "d/casework.sqlite"), mode(&folder, "d/machine.key")), (0o600, 0o600));
    refused(&folder, &["init", "--data", "d"], 3, "pana user add");
    let list = json(&ok(&folder, &["user", "list", "--data", "d", "--json"]));
    assert_eq!((&list[0]["login"], &list[0]["state"]), (&"root".into(), &"invited".into()));
    assert_eq!(list.as_array().map(Vec::len), Some(1));
    // Nothing that was printed is kept.
    for name in std::fs::read_dir(folder.0.join("d")).expect("the folder") {
        let path = name.expect("an entry").path();
        let kept = std::fs::read(&path).expect("a file");
        let found = kept.windows(out.trim().len()).any(|window| window == out.trim().as_bytes());
        assert!(!found, "{}", path.display());
    }
}

#[test]
fn a_key_that_others_may_read_and_a_key_that_is_lost_are_refused() {
    let folder = room("machine-key");
    chmod(&folder, "d/machine.key", 0o644);
    refused(&folder, &["user", "list", "--data", "d"], 1, "chmod 600");
    chmod(&folder, "d/machine.key", 0o600);
    ok(&folder, &["user", "list", "--data", "d"]);
    std::fs::remove_file(folder.0.join("d/machine.key")).expect("it goes away");
    refused(&folder, &["user", "list", "--data", "d"], 1, "put it back");
    assert!(!folder.0.join("d/machine.key").exists(), "no new one was made in its place");
    refused(&folder, &["user", "list", "--data", "nowhere"], 1, "pana init");
}

#[test]
fn somebody_is_invited_ended_and_started_anew() {
    let folder = room("user");
    let add = |login: &str, role: &str, more: &[&str]| {
        run(&folder, &[&["user", "add", login, "--name", "N", "--role", role, "--data", "d"], more].concat())
    };
    assert_eq!(add("aigul", "case_worker", &[]).0, 2, "a worker needs a centre");
    assert_eq!(add("aigul", "queen", &[]).0, 2);
    assert_eq!(add("aigul", "auditor", &["--centre", "C"]).0, 2, "an auditor has none");
    let (code, _, err) = add("own", "survivor", &["--centre", "C", "--region", "R"]);
    assert!(code == 2 && err.contains("on the page of the case"), "{err}");
    let (code, _, err) = add("aigul", "case_worker", &["--centre", "C"]);
    assert!(code == 3 && err.contains("--region"), "{err}");
    let (code, first, err) = add("aigul", "case_worker", &["--centre", "C", "--region", "R"]);
    assert_eq!(code, 0, "{err}");
    let (code, _, err) = add("Aigul", "auditor", &[]);
    assert!(code == 3 && err.contains("taken"), "{err}");
    assert_eq!(add("dana", "head", &["--centre", "C"]).0, 0, "the centre is there now");
    let second = ok(&folder, &["user", "recover", "aigul", "--data", "d"]);
    assert_ne!(first, second);
    ok(&folder, &["user", "disable", "aigul", "--data", "d"]);
    refused(&folder, &["user", "disable", "aigul", "--data", "d"], 3, "pana user list");
    refused(&folder, &["user", "recover", "aigul", "--data", "d"], 3, "pana user list");
    let text = ok(&folder, &["user", "list", "--data", "d"]);
    assert_eq!(text.lines().filter(|line| line.contains("\tended\t")).count(), 1, "{text}");
    let audit = json(&ok(&folder, &["audit", "verify", "--data", "d", "--json"]));
    assert_eq!(audit["events"], 6, "each of them is in the log: init, centre, two invitations, reset, end");
}

#[test]
fn the_events_are_given_out_a_line_each_and_name_nobody() {
    let folder = room("events");
    let args =
        ["user", "add", "aigul", "--name", "Әйгүл Б.", "--role", "head", "--centre", "North", "--region", "KZ-75"];
    ok(&folder, &[&args[..], &["--data", "d"]].concat());
    let out = ok(&folder, &["audit", "events", "--data", "d"]);
    let events: Vec<Value> = out.lines().map(json).collect();
    let numbers: Vec<Option<i64>> = events.iter().map(|event| event["number"].as_i64()).collect();
    assert_eq!(numbers, (0..events.len() as i64).map(Some).collect::<Vec<_>>());
    let hers = |event: &&Value| event["act"] == "invite" && event["about"] == "head";
    let invited = events.iter().find(hers).expect("she was invited");
    assert!(invited["whom"].as_str().is_some_and(|whom| whom.len() == 32), "{invited}");
    assert!(
        invited["at"].as_str().is_some_and(|at| at.ends_with('Z')) && !out.contains("Әйгүл") && !out.contains("aigul"),
        "{out}"
    );
    let rest = ok(&folder, &["audit", "events", "--from", &(events.len() - 1).to_string(), "--data", "d"]);
    assert_eq!(rest.lines().map(json).collect::<Vec<_>>(), events[events.len() - 1..]);
    assert_eq!(ok(&folder, &["audit", "events", "--from", "999", "--data", "d"]), "");
}

#[test]
fn the_matrix_has_every_cell_and_says_what_the_table_says() {
    let folder = Folder::new("matrix");
    let cells = ok(&folder, &["policy", "matrix", "--csv"]);
    let mut lines = cells.lines();
    assert_eq!(lines.next(), Some("role,relation,thing,action,purpose,consent,allowed"));
    let all: Vec<&str> = lines.collect();
    assert_eq!(all.len(), pana_casework::policy::Cell::COUNT);
    assert!(all.contains(&"case_worker,team,story,read,care,absent,yes"));
    assert!(all.contains(&"head,centre,story,read,supervision,live,no"));
    assert!(all.contains(&"lawyer,team,story,read,legal_help,live,yes"));
    assert!(all.contains(&"lawyer,team,story,read,legal_help,ended,no"));
    let summary = ok(&folder, &["policy", "matrix"]);
    assert!(summary.contains("lawyer · team\n"), "{summary}");
    assert!(summary.contains("read (legal_help, consent live)"), "{summary}");
    // What is allowed, cell by cell, is what the rules say and nothing else.
    let rules = ok(&folder, &["policy", "matrix", "--rules"]);
    let mut allowed = 0;
    for line in rules.lines().skip(1) {
        let [.., purposes, consents] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let consents = if consents == "*" { 3 } else { consents.split(' ').count() };
        allowed += purposes.split(' ').count() * consents;
    }
    assert_eq!(all.iter().filter(|line| line.ends_with(",yes")).count(), allowed);
}

/// To write it anew: `pana policy matrix --rules > docs/policy.csv`.
#[test]
fn the_committed_table_is_what_the_policy_gives() {
    let folder = Folder::new("matrix-docs");
    let rules = ok(&folder, &["policy", "matrix", "--rules"]);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/policy.csv");
    let committed = std::fs::read_to_string(file).expect("docs/policy.csv");
    assert!(rules == committed, "docs/policy.csv is not what the policy gives; write it anew");
}

#[test]
fn an_altered_log_ends_with_exit_code_5_and_a_witness_sees_what_is_missing() {
    let folder = room("audit");
    let out = ok(&folder, &["audit", "verify", "--data", "d"]);
    assert!(out.starts_with("The log is whole: 1 events"), "{out}");
    std::fs::copy(folder.0.join("d/casework.sqlite"), folder.0.join("old.sqlite")).expect("a copy");
    ok(&folder, &["user", "add", "dana", "--name", "N", "--role", "auditor", "--data", "d"]);
    let head = ok(&folder, &["audit", "head", "--data", "d"]);
    assert!(head.starts_with("pana/casework\n2\n"), "{head}");
    std::fs::write(folder.0.join("head"), &head).expect("a head");
    let out = ok(&folder, &["audit", "verify", "--data", "d", "--head", "head"]);
    assert!(out.contains("proves the first 2"), "{out}");
    std::fs::write(folder.0.join("false"), head.replace("\n2\n", "\n1\n")).expect("a head");
    refused(&folder, &["audit", "verify", "--data", "d", "--head", "false"], 5, "head from outside");
    // The older copy put in the place of the database.
    for beside in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(folder.0.join(format!("d/casework.sqlite{beside}")));
    }
    std::fs::copy(folder.0.join("old.sqlite"), folder.0.join("d/casework.sqlite")).expect("set back");
    ok(&folder, &["audit", "verify", "--data", "d"]);
    refused(&folder, &["audit", "verify", "--data", "d", "--head", "head"], 5, "there are only 1");
}

/// Shares out of what `recovery split` printed: the first so many.
fn shares(printed: &str, many: usize) -> String {
    printed.split("\n\n").take(many).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn t12_a_backup_opens_with_enough_shares_and_is_put_back_whole() {
    let folder = room("backup");
    refused(&folder, &["backup", "b", "--data", "d"], 1, "recovery split");
    let printed = ok(&folder, &["recovery", "split", "--data", "d"]);
    assert_eq!(printed.matches("share ").count(), 5);
    refused(&folder, &["recovery", "split", "--data", "d"], 3, "--replace");
    for (many, name) in [(2, "two"), (3, "three"), (5, "five")] {
        std::fs::write(folder.0.join(name), shares(&printed, many)).expect("shares");
    }
    refused(&folder, &["recovery", "combine", "two", "--data", "d"], 3, "more papers");
    ok(&folder, &["recovery", "combine", "three", "--data", "d"]);
    std::fs::write(folder.0.join("typo"), shares(&printed, 3).replacen('\n', "\n0", 1)).expect("shares");
    refused(&folder, &["recovery", "combine", "typo", "--data", "d"], 4, "share 1");
    let made = json(&ok(&folder, &["backup", "b", "--data", "d", "--shares", "three", "--json"]));
    assert_eq!((&made["opened"], &made["generation"]), (&true.into(), &1.into()));
    assert_eq!(mode(&folder, "b"), 0o600);
    refused(&folder, &["backup", "b", "--data", "d"], 3, "never overwritten");
    assert_eq!(
        std::fs::read_dir(folder.0.join("d"))
            .expect("the folder")
            .filter(|entry| { entry.as_ref().expect("an entry").file_name().to_string_lossy().contains("scratch") })
            .count(),
        0,
        "no copy in the clear stays behind"
    );
    // What happens after the backup.
    ok(&folder, &["user", "add", "dana", "--name", "N", "--role", "auditor", "--data", "d"]);
    refused(&folder, &["restore", "b", "--shares", "five", "--data", "d"], 3, "--force");
    refused(&folder, &["restore", "b", "--shares", "two", "--data", "d", "--force"], 3, "more papers");
    let back = json(&ok(&folder, &["restore", "b", "--shares", "five", "--data", "d", "--force", "--json"]));
    assert_eq!(back["events_lost"], 1);
    assert!(folder.0.join(back["aside"].as_str().expect("a place")).exists());
    let list = json(&ok(&folder, &["user", "list", "--data", "d", "--json"]));
    assert_eq!(list.as_array().map(Vec::len), Some(1), "dana came later");
    ok(&folder, &["audit", "verify", "--data", "d"]);
    ok(&folder, &["scrub", "--data", "d"]);
    // On a new machine the key comes first.
    std::fs::create_dir(folder.0.join("new")).expect("a folder");
    refused(&folder, &["restore", "b", "--shares", "five", "--data", "new"], 1, "machine.key");
    std::fs::copy(folder.0.join("d/machine.key"), folder.0.join("new/machine.key")).expect("the key");
    ok(&folder, &["restore", "b", "--shares", "five", "--data", "new"]);
    ok(&folder, &["audit", "verify", "--data", "new"]);
}

#[test]
fn t12_a_changed_backup_is_found_and_nothing_is_put_in_place() {
    let folder = room("backup-changed");
    let printed = ok(&folder, &["recovery", "split", "--data", "d", "--needed", "2", "--total", "3"]);
    std::fs::write(folder.0.join("s"), shares(&printed, 2)).expect("shares");
    ok(&folder, &["backup", "b", "--data", "d"]);
    std::fs::create_dir(folder.0.join("new")).expect("a folder");
    std::fs::copy(folder.0.join("d/machine.key"), folder.0.join("new/machine.key")).expect("the key");
    let whole = std::fs::read(folder.0.join("b")).expect("the backup");
    let middle = whole.len() / 2;
    for at in [0, 14, 20, 40, middle, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 4;
        std::fs::write(folder.0.join("b"), &changed).expect("a file");
        let (code, _, err) = run(&folder, &["restore", "b", "--shares", "s", "--data", "new"]);
        assert_eq!(code, 5, "byte {at}: {err}");
    }
    std::fs::write(folder.0.join("b"), &whole[..middle]).expect("a file");
    refused(&folder, &["restore", "b", "--shares", "s", "--data", "new"], 5, "");
    let left: Vec<String> = std::fs::read_dir(folder.0.join("new"))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(left, ["machine.key"]);
}

#[test]
fn the_doctor_says_what_is_not_as_it_should_be() {
    let folder = room("doctor");
    refused(&folder, &["doctor", "--data", "d"], 3, "1 of");
    ok(&folder, &["recovery", "split", "--data", "d"]);
    let out = ok(&folder, &["doctor", "--data", "d"]);
    assert!(out.lines().all(|line| line.starts_with("ok ")), "{out}");
    chmod(&folder, "d/casework.sqlite", 0o640);
    let (code, out, _) = run(&folder, &["doctor", "--data", "d"]);
    assert_eq!(code, 3);
    assert!(out.contains("FAIL  d/casework.sqlite: mode 640"), "{out}");
}

#[test]
fn nothing_is_due_in_a_new_room_and_what_is_not_verified_erases_no_case() {
    let folder = room("retention");
    let (code, out, err) = run(&folder, &["retention", "run", "--dry-run", "--data", "d"]);
    assert_eq!((code, out.as_str()), (0, "0 drafts and 0 cases are due.\n"), "{err}");
    assert!(err.contains("--case-years"), "{err}");
    let (_, out, err) = run(&folder, &["retention", "run", "--case-years", "5", "--data", "d", "--json"]);
    assert_eq!(json(&out)["dry_run"], false);
    assert!(!err.contains("--case-years"), "{err}");
}
