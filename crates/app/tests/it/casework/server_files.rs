//! T2 on a server: a thief of a dump, or of the server's own files, finds nothing of what was written; and what was erased is in no dump.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use pana_app::casework::erase::Extent;
use pana_casework::Kind;
use pana_store::casework::entry;

use super::canary::{Dice, EACH, Scanner, canary, documents};
use super::world::{World, bytes, new_id};

const CASES: usize = 100;

/// Rows of one text each.
async fn texts(world: &World, sql: &'static str) -> Vec<String> {
    let rows = world.db().read(sql, &[]).await.expect(sql);
    rows.into_iter().flatten().flatten().collect()
}

/// What `pg_dump` makes of the room's schema; where there is no such program, every column of every table as a text.
async fn dump(world: &World) -> Vec<u8> {
    let url = std::env::var("PANA_TEST_POSTGRES").expect("the server was there a moment ago");
    let schema = texts(world, "select cast(current_schema() as text)").await.remove(0);
    match Command::new("pg_dump").args(["--schema", schema.as_str(), "--dbname", url.as_str()]).output() {
        Ok(done) if done.status.success() => done.stdout,
        Ok(done) => panic!("{}", String::from_utf8_lossy(&done.stderr)),
        Err(_) => {
            eprintln!("there is no pg_dump: the columns are read instead");
            columns(world).await
        }
    }
}

async fn columns(world: &World) -> Vec<u8> {
    const TABLES: [&str; 11] = [
        "select cast(t as text) from centres t",
        "select cast(t as text) from accounts t",
        "select cast(t as text) from records t",
        "select cast(t as text) from salts t",
        "select cast(t as text) from wraps t",
        "select cast(t as text) from entries t",
        "select cast(t as text) from tokens t",
        "select cast(t as text) from sessions t",
        "select cast(t as text) from events t",
        "select cast(t as text) from log_state t",
        "select cast(t as text) from log_heads t",
    ];
    let mut all = String::new();
    for sql in TABLES {
        all += &texts(world, sql).await.join("\n");
    }
    all.into_bytes()
}

/// A dump writes bytes as hexadecimal digits: what they are.
fn unfolded(dump: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(next) = dump[at..].windows(2).position(|pair| pair == b"\\x") {
        at += next + 2;
        while let Some((high, low)) = dump.get(at..at + 2).and_then(|two| digit(two[0]).zip(digit(two[1]))) {
            found.push(high << 4 | low);
            at += 2;
        }
        found.push(0);
    }
    found
}

/// The server's own files of this schema, and its write-ahead log; nothing where this machine or this user cannot read them.
async fn files(world: &World) -> Vec<(String, Vec<u8>)> {
    world.db().read("checkpoint", &[]).await.expect("everything is on the disk");
    let folder = texts(world, "select setting from pg_settings where name = 'data_directory'").await;
    let Some(folder) = folder.first().map(Path::new).filter(|folder| folder.join("pg_wal").read_dir().is_ok()) else {
        eprintln!("the files of the server cannot be read: only the dump is looked through");
        return Vec::new();
    };
    let named = "select pg_relation_filepath(c.oid) from pg_class c where c.relkind in ('r', 'i', 't') and (c.relnamespace \
        = current_schema()::text::regnamespace or c.oid in (select reltoastrelid from pg_class where relnamespace = current_schema()::text::regnamespace))";
    let mut found: Vec<(String, Vec<u8>)> =
        texts(world, named).await.into_iter().map(|path| (path.clone(), bytes(&folder.join(path)))).collect();
    for entry in folder.join("pg_wal").read_dir().expect("the log's folder") {
        let path = entry.expect("an entry").path();
        // A segment may be put away while it is looked at.
        if let Ok(read) = std::fs::read(&path) {
            found.push((path.display().to_string(), read));
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t2_two_thousand_planted_strings_are_in_no_dump_and_no_file_of_a_server() {
    let Some(world) = World::served().await.map(Arc::new) else { return };
    let mut dice = Dice(0xca5e);
    let planted: Vec<Vec<String>> = (0..CASES).map(|_| (0..EACH).map(|at| canary(&mut dice, at)).collect()).collect();
    let worker = world.signed("worker").await;
    for words in &planted {
        let (case, documents) = (new_id(), documents(words));
        let forms = [words[0].to_lowercase()].into();
        world.casework.take_in(&worker, &case, &documents, &forms, None).await.expect("she is taken in");
    }
    let case = world.casework.cases(&worker, "open").await.expect("cases")[7].id.clone();
    let open = world.open("worker", &case).await.expect("her own case");
    assert_eq!(open.documents(&[Kind::Identity]).await.expect("it is there").len(), 1);
    let scanner = Scanner::new(planted.iter().flatten());
    let dumped = dump(&world).await;
    let sealed = unfolded(&dumped);
    assert!(sealed.len() > CASES * 1_000, "{} bytes are sealed", sealed.len());
    assert!(dumped.windows(32).any(|part| part == case.as_bytes()), "the dump has what stands in the clear");
    assert_eq!(scanner.hits(&dumped), Vec::<&str>::new(), "the dump");
    assert_eq!(scanner.hits(&sealed), Vec::<&str>::new(), "what the dump writes as digits");
    for (name, file) in files(&world).await {
        assert_eq!(scanner.hits(&file), Vec::<&str>::new(), "{name}");
    }
    // And the scanner finds what is there: a string of them, written in the clear into a text and into bytes.
    world
        .run("update accounts set name = $1, sealed = convert_to($1, 'UTF8') where login = 'door'", &[&planted[3][0]])
        .await;
    let dumped = dump(&world).await;
    assert!(!scanner.hits(&dumped).is_empty() && !scanner.hits(&unfolded(&dumped)).is_empty());
    let files = files(&world).await;
    assert!(files.is_empty() || files.iter().any(|(_, file)| !scanner.hits(file).is_empty()));
}

#[tokio::test]
async fn t2_of_an_erased_case_no_dump_has_a_sealed_document() {
    let Some(world) = World::served().await else { return };
    let case = world.case("worker").await;
    let open = world.open("worker", &case).await.expect("her own case");
    let kept = entry::of_record(world.db(), &case).await.expect("entries");
    let is_there = |dump: &[u8]| {
        let sealed = unfolded(dump);
        kept.iter().filter(|kept| sealed.windows(32).any(|part| part == &kept.sealed[30..62])).count()
    };
    assert_eq!(is_there(&dump(&world).await), kept.len());
    open.erase(Extent::Whole).await.expect("it is erased");
    assert_eq!(is_there(&dump(&world).await), 0);
}
