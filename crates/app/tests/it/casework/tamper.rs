//! Somebody has the database in her hands (T4, T5): whatever she writes there, no document opens that was not hers.

use pana_app::casework::{Refused, document};
use pana_casework::policy::Relation;
use pana_casework::{Class, Kind};
use pana_store::casework::{Account, Change, Entry, Record, Wrap, account, change, entry, record, session, wrap};
use pana_vault::Pair;

use super::world::{World, contents, is_not_found};

/// Writes rows as the program would, with sums that fit: an attacker can compute them too.
async fn force(world: &World, changes: &[Change]) {
    let mut tx = world.db().begin().await.expect("a transaction");
    assert_eq!(change::apply(&mut tx, changes).await.expect("it takes it"), pana_store::casework::Applied::Written);
    tx.commit().await.expect("it is kept");
}

/// Puts an entry in the place of the one with its id, whatever its version.
async fn put_entry(world: &World, entry: Entry) {
    let id = entry.id.clone();
    force(world, &[Change::DropEntry(id), Change::Entry(entry)]).await;
}

async fn entries(world: &World, case: &str, kind: Kind) -> Vec<Entry> {
    entry::of_kind(world.db(), case, kind.name()).await.expect("entries")
}

fn damaged<T: std::fmt::Debug>(answer: Result<T, Refused>) {
    assert!(matches!(answer, Err(Refused::Damaged(_))), "{answer:?}");
}

#[tokio::test]
async fn t4_two_documents_that_changed_places_do_not_open() {
    for world in World::each().await {
        let (one, two) = (world.case("worker").await, world.case("worker").await);
        let first = entries(&world, &one, Kind::Fact).await.remove(0);
        let second = entries(&world, &two, Kind::Fact).await.remove(0);
        put_entry(&world, Entry { sealed: second.sealed.clone(), ..first.clone() }).await;
        put_entry(&world, Entry { sealed: first.sealed.clone(), ..second.clone() }).await;
        for case in [&one, &two] {
            let open = world.open("worker", case).await.expect("her own case");
            damaged(contents(&open, Kind::Fact).await);
            assert_eq!(contents(&open, Kind::Sheet).await.expect("the rest is whole").len(), 1);
        }
    }
}

#[tokio::test]
async fn t4_a_row_that_was_moved_to_another_case_does_not_open() {
    for world in World::each().await {
        let (one, two) = (world.case("worker").await, world.case("worker").await);
        let moved = Entry { record_id: two.clone(), ..entries(&world, &one, Kind::Fact).await.remove(0) };
        put_entry(&world, moved).await;
        let open = world.open("worker", &two).await.expect("her own case");
        damaged(contents(&open, Kind::Fact).await);
    }
}

#[tokio::test]
async fn t4_an_older_text_under_the_newer_version_does_not_open() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let old = entries(&world, &case, Kind::Sheet).await.remove(0);
        let open = world.open("worker", &case).await.expect("her own case");
        let sheet = open.documents(&[Kind::Sheet]).await.expect("the sheet").remove(0);
        let next = sheet.saying(&serde_json::json!({"code_name": "Lark"})).expect("JSON");
        open.save(&next, "save-1").await.expect("saved");
        let new = entries(&world, &case, Kind::Sheet).await.remove(0);
        put_entry(&world, Entry { sealed: old.sealed.clone(), ..new }).await;
        damaged(contents(&open, Kind::Sheet).await);
    }
}

#[tokio::test]
async fn t4_what_stands_beside_a_document_is_part_of_its_seal() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let kept = entries(&world, &case, Kind::Fact).await.remove(0);
        let other = || "elsewhere".to_owned();
        let changed = [
            ("author", Entry { author: world.id("lawyer").to_owned(), ..kept.clone() }),
            ("written_at", Entry { written_at: "2020-01-01T00:00:00Z".to_owned(), ..kept.clone() }),
            ("standing", Entry { standing: "past".to_owned(), ..kept.clone() }),
            ("version", Entry { version: 7, ..kept.clone() }),
            ("id", Entry { id: other(), ..kept.clone() }),
        ];
        for (column, row) in changed {
            force(&world, &[Change::DropEntry(kept.id.clone()), Change::DropEntry(other())]).await;
            put_entry(&world, row).await;
            // Opened anew: what an opening has read once it does not read again.
            let open = world.open("worker", &case).await.expect("her own case");
            let answer = contents(&open, Kind::Fact).await;
            assert!(matches!(answer, Err(Refused::Damaged("entries"))), "{column}: {answer:?}");
        }
    }
}

#[tokio::test]
async fn t4_a_kind_that_was_renamed_opens_nothing_of_another_class() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let kept = entries(&world, &case, Kind::Fact).await.remove(0);
        // A story that calls itself a stay, so that the person at the door would read it.
        put_entry(
            &world,
            Entry { kind: Kind::Stay.name().to_owned(), class: Class::Place.name().to_owned(), ..kept.clone() },
        )
        .await;
        let door = world.open("door", &case).await.expect("a case of her centre");
        damaged(contents(&door, Kind::Stay).await);
        put_entry(&world, Entry { kind: Kind::Stay.name().to_owned(), ..kept }).await;
        damaged(contents(&door, Kind::Stay).await);
    }
}

#[tokio::test]
async fn t4_a_case_that_was_moved_to_another_centre_opens_there_for_nobody() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let kept = record::one(world.db(), &case).await.expect("a row").expect("the case");
        let moved = Record { centre_id: Some(world.made.centres[1].clone()), version: kept.version + 1, ..kept };
        force(&world, &[Change::Record(moved)]).await;
        assert!(is_not_found(&world.open("elsewhere", &case).await), "its front and desk hold no key of it");
        let worker = world.open("worker", &case).await.expect("she holds a key in her own name");
        damaged(contents(&worker, Kind::Fact).await);
    }
}

#[tokio::test]
async fn t5_another_role_in_the_table_gives_no_key() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let admin = account::one(world.db(), world.id("admin")).await.expect("a row").expect("an account");
        for (at, role) in ["case_worker", "head", "auditor", "survivor"].into_iter().enumerate() {
            let version = account::one(world.db(), &admin.id).await.expect("a row").expect("an account").version + 1;
            let centre_id = Some(world.made.centres[at % 2].clone());
            let changed = Account { role: role.to_owned(), centre_id, version, ..admin.clone() };
            force(&world, &[Change::Account(changed)]).await;
            assert!(is_not_found(&world.open("admin", &case).await), "{role}");
        }
    }
}

#[tokio::test]
async fn t5_somebody_elses_wrap_under_ones_own_name_does_not_open() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let hers = wrap::one(world.db(), &case, world.id("worker")).await.expect("a row").expect("a wrap");
        let taken = Wrap { holder: world.id("colleague").to_owned(), ..hers };
        force(&world, &[Change::Wrap(taken)]).await;
        damaged(world.open("colleague", &case).await.map(|open| open.relation));
    }
}

#[tokio::test]
async fn t5_a_key_put_in_place_of_hers_ends_her_session_and_reads_nothing_that_is_there() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let fake = Pair::new(&mut pana_app::casework::random::System);
        let kept = account::one(world.db(), world.id("worker")).await.expect("a row").expect("an account");
        let changed = Account { public_key: fake.public().0.to_vec(), version: kept.version + 1, ..kept };
        force(&world, &[Change::Account(changed)]).await;
        let cookie = &world.made.people["worker"].cookie;
        let answer = world.casework.who(cookie, super::world::start()).await;
        assert!(matches!(answer.err(), Some(Refused::SignedOut)), "she notices at once");
        for held in wrap::of_record(world.db(), &case).await.expect("wraps") {
            damaged(pana_app::casework::key::unwrap(&held, &fake).map(|_| ()));
        }
    }
}

#[tokio::test]
async fn t5_a_ring_or_a_session_put_in_place_of_hers_opens_nothing() {
    for world in World::each().await {
        world.case("worker").await;
        let hers = account::one(world.db(), world.id("worker")).await.expect("a row").expect("an account");
        let mine = account::one(world.db(), world.id("admin")).await.expect("a row").expect("an account");
        // The administrator's own ring, whose passphrase she knows, in the worker's row: it is sealed for another account.
        for passphrase_of in [&mine.sealed, &hers.sealed] {
            let opened = pana_app::casework::ring::from_passphrase(passphrase_of, &hers.id, super::world::PASSPHRASE);
            assert_eq!(opened.is_some(), passphrase_of == &hers.sealed);
        }
        let own = session::of_account(world.db(), &mine.id).await.expect("sessions").remove(0);
        let stolen =
            pana_store::casework::Session { account_id: hers.id.clone(), version: own.version + 1, ..own.clone() };
        force(&world, &[Change::Session(stolen)]).await;
        let answer = world.casework.who(&world.made.people["admin"].cookie, super::world::start()).await;
        assert!(matches!(answer.err(), Some(Refused::SignedOut)));
    }
}

#[tokio::test]
async fn t5_an_account_that_was_ended_and_set_to_active_again_has_no_keys() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let worker = world.open("worker", &case).await.expect("her own case");
        worker.let_in(world.id("colleague"), true).await.expect("the colleague takes over");
        let admin = world.signed("admin").await;
        world.casework.end_account(&admin, world.id("worker")).await.expect("she leaves");
        let kept = account::one(world.db(), world.id("worker")).await.expect("a row").expect("an account");
        assert_eq!((kept.sealed.len(), kept.recovery.clone()), (0, None));
        let again = Account { state: "active".to_owned(), version: kept.version + 1, ..kept };
        force(&world, &[Change::Account(again)]).await;
        assert_eq!(wrap::of_holder(world.db(), world.id("worker")).await.expect("wraps"), []);
        let answer = world.casework.who(&world.made.people["worker"].cookie, super::world::start()).await;
        assert!(matches!(answer.err(), Some(Refused::SignedOut)));
    }
}

#[tokio::test]
async fn t5_all_sums_and_rows_in_hand_open_no_document() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let admin = world.signed("admin").await;
        let pair = admin.ring.pair();
        for held in wrap::of_record(world.db(), &case).await.expect("wraps") {
            damaged(pana_app::casework::key::unwrap(&held, pair).map(|_| ()));
        }
        let kept = record::one(world.db(), &case).await.expect("a row").expect("the case");
        for sealed in entry::of_record(world.db(), &case).await.expect("entries") {
            // Everything that stands in the database or beside it, tried as a key.
            let mut keys: Vec<Vec<u8>> = vec![world.made.key.expose().to_vec()];
            keys.extend(
                pana_store::casework::salt::of_record(world.db(), &case)
                    .await
                    .expect("salts")
                    .into_iter()
                    .map(|s| s.salt),
            );
            keys.extend(account::all(world.db()).await.expect("accounts").into_iter().map(|a| a.public_key));
            for key in keys.iter().filter_map(|key| pana_vault::Secret::<32>::copy_of(key)) {
                damaged(document::open(&sealed, kept.centre_id.as_deref(), &key));
            }
        }
        let worker = world.open("worker", &case).await.expect("her own case");
        assert_eq!(worker.relation, Relation::Team);
        assert_eq!(contents(&worker, Kind::Fact).await.expect("and she reads").len(), 1);
    }
}
