//! R8: one bit of the closed file is other than it was. It is found, or it is where nothing stands; never is another content shown.
//!
//! So many bits are tried as `PANA_BIT_FLIPS` says; the bar is 10,000.

use std::path::Path;
use std::sync::Arc;

use pana_app::casework::backup::look_through;
use pana_app::casework::{Casework, Signed};
use pana_casework::Kind;
use pana_store::casework::{account, centre, copy, entry, erasure, log, open_copy, record, salt, session, wrap};
use pana_store::{Db, StoreError};
use serde_json::{Value, json};

use super::world::{World, bytes, contents, document, law, policy, start};

const USUAL: usize = 300;

/// Everything that is kept, as a text.
async fn dump(db: &Db) -> Result<String, StoreError> {
    let mut text = format!("{:?}{:?}", centre::all(db).await?, account::all(db).await?);
    for account in account::all(db).await? {
        text += &format!("{:?}", session::of_account(db, &account.id).await?);
    }
    for kept in record::all(db).await? {
        let (salts, wraps) = (salt::of_record(db, &kept.id).await?, wrap::of_record(db, &kept.id).await?);
        text += &format!("{kept:?}{salts:?}{wraps:?}{:?}", entry::of_record(db, &kept.id).await?);
    }
    text += &format!("{:?}{:?}{:?}", erasure::all(db).await?, log::state(db).await?, log::heads(db).await?);
    Ok(text + &format!("{:?}", log::after(db, i64::MIN, i64::MAX).await?))
}

/// What a worker sees of her cases, or nothing where one of them does not open.
async fn shown(casework: &Arc<Casework>, signed: &Arc<Signed>, cases: &[String]) -> Vec<Option<Vec<Value>>> {
    let mut all = Vec::new();
    for case in cases {
        for kind in [Kind::Sheet, Kind::Identity, Kind::Fact] {
            all.push(match casework.open_case(signed, case).await {
                Ok(open) => contents(&open, kind).await.ok(),
                Err(_) => None,
            });
        }
    }
    all
}

/// What became of one flipped bit.
#[derive(PartialEq)]
enum Flip {
    Found,
    NothingThere,
}

struct Closed<'a> {
    world: &'a World,
    file: Vec<u8>,
    signed: Arc<Signed>,
    cases: Vec<String>,
    dump: String,
    shown: Vec<Option<Vec<Value>>>,
}

/// Writes a database file of these bytes, with nothing of an earlier one beside it.
fn alone(file: &Path, bytes: &[u8]) {
    for beside in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{beside}", file.display()));
    }
    std::fs::write(file, bytes).expect("a file");
}

impl Closed<'_> {
    async fn flip(&self, at: usize, bit: u8, file: &Path) -> Flip {
        let mut bytes = self.file.clone();
        bytes[at] ^= 1 << bit;
        alone(file, &bytes);
        let Ok(db) = open_copy(file).await else { return Flip::Found };
        let found = self.look(&db, at).await;
        db.close().await;
        found
    }

    async fn look(&self, db: &Db, at: usize) -> Flip {
        let casework = Arc::new(Casework::open(db.clone(), policy(), law(), &self.world.made.key));
        let looked = look_through(db, casework.log_key(), None).await;
        let dumped = dump(db).await;
        for (now, before) in shown(&casework, &self.signed, &self.cases).await.into_iter().zip(&self.shown) {
            // A document is shown as it was written, or not at all.
            let whole =
                now.as_ref().is_none_or(|now| now.iter().all(|one| before.iter().flatten().any(|was| was == one)));
            assert!(whole, "byte {at}: {now:?}");
        }
        match (looked, dumped) {
            (Ok(looked), Ok(dumped)) if looked.bad.is_empty() => {
                assert!(dumped == self.dump, "byte {at}: other content than was written, and nothing was found");
                Flip::NothingThere
            }
            _ => Flip::Found,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r8_a_flipped_bit_is_found_before_anything_else_than_was_written_is_shown() {
    let flips = std::env::var("PANA_BIT_FLIPS").ok().and_then(|many| many.parse().ok()).unwrap_or(USUAL);
    let world = World::new().await;
    let cases = vec![world.case("worker").await, world.case("worker").await, world.case("worker").await];
    let open = world.open("worker", &cases[0]).await.expect("her own case");
    open.save(&document(Kind::Fact, &json!({"said": "x".repeat(24_000)})), "save-1").await.expect("saved");
    world.casework.sign_head(&start()).await.expect("a head");
    let signed = world.signed("worker").await;
    let (file, db) = world.copied().await;
    let dump = dump(&db).await.expect("it is whole");
    let shown = shown(&Arc::new(Casework::open(db.clone(), policy(), law(), &world.made.key)), &signed, &cases).await;
    db.close().await;
    // The copy was read, which its log tells: the file to flip is one that nobody opened since.
    let fresh = file.with_extension("fresh");
    copy::snapshot(world.db(), &fresh).await.expect("a copy");
    let closed = Closed { world: &world, file: bytes(&fresh), signed, cases, dump, shown };
    let (mut found, mut nothing) = (0, 0);
    for number in 0..flips {
        let place = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16;
        let at = usize::try_from(place).expect("48 bits") % closed.file.len();
        match closed.flip(at, (number % 8) as u8, &file).await {
            Flip::Found => found += 1,
            Flip::NothingThere => nothing += 1,
        }
    }
    println!("{flips} flips over {} bytes: {found} found, {nothing} where nothing stands", closed.file.len());
    assert!(found > flips / 3, "most of the file is content: {found} of {flips}");
}

/// The tables themselves stand in the file as texts, which SQLite believes. A thread of the database's that met one it cannot read took
/// whoever asked with it.
#[tokio::test]
async fn r8_a_table_that_is_not_as_it_was_made_is_found_at_the_start() {
    let world = World::new().await;
    let (file, db) = world.copied().await;
    db.close().await;
    let whole = bytes(&file);
    let made = b"create table entries";
    let at = whole.windows(made.len()).position(|window| window.eq_ignore_ascii_case(made)).expect("its statement");
    let mut by_the_check = 0;
    for offset in (0..300).step_by(7) {
        for bit in [0, 7] {
            let mut bytes = whole.clone();
            bytes[at + offset] ^= 1 << bit;
            alone(&file, &bytes);
            match open_copy(&file).await {
                Ok(_) => panic!("byte {offset} of the statement, bit {bit}: it was opened"),
                Err(StoreError::Altered { .. }) => by_the_check += 1,
                // What is no statement any more SQLite itself refuses.
                Err(_) => {}
            }
        }
    }
    assert!(by_the_check > 0, "SQLite does not find all of them");
    alone(&file, &whole);
    open_copy(&file).await.expect("untouched it opens").close().await;
}
