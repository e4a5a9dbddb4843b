//! The confided room's tables on both engines: versions, savings sent twice, erasure, sums.

use pana_store::casework::{
    Account, Applied, Centre, Change, Entry, Erasure, Opening, Passkey, Picture, Record, Salt, Session, Token, Wrap,
    account, centre, change, copy, entry, erasure, log, opening, passkey, picture, record, salt, scrub, session, token,
    wrap,
};
use pana_store::{Db, StoreError};

use crate::engine::each_confided;

const CASE: &str = "case-1";

fn a_centre() -> Centre {
    Centre {
        id: "centre-1".to_owned(),
        name: "A centre".to_owned(),
        region: "north".to_owned(),
        front_public: vec![1; 32],
        desk_public: vec![2; 32],
        safe_public: Vec::new(),
        version: 1,
    }
}

fn an_account() -> Account {
    Account {
        id: "account-1".to_owned(),
        login: "aigul".to_owned(),
        name: "Әйгүл".to_owned(),
        role: "case_worker".to_owned(),
        centre_id: Some("centre-1".to_owned()),
        state: "active".to_owned(),
        public_key: vec![3; 32],
        sealed: vec![4; 80],
        recovery: None,
        created_at: "2026-03-01T08:00:00Z".to_owned(),
        last_step: 0,
        version: 1,
    }
}

fn a_case() -> Record {
    Record {
        id: CASE.to_owned(),
        kind: "case".to_owned(),
        centre_id: Some("centre-1".to_owned()),
        survivor_id: None,
        state: "open".to_owned(),
        opened_at: "2026-03-01T08:00:00Z".to_owned(),
        version: 1,
    }
}

fn a_salt(class: &str) -> Salt {
    Salt { record_id: CASE.to_owned(), class: class.to_owned(), salt: vec![5; 32] }
}

fn an_entry(id: &str, class: &str, save_id: &str, version: i64) -> Entry {
    Entry {
        id: id.to_owned(),
        record_id: CASE.to_owned(),
        class: class.to_owned(),
        kind: "fact".to_owned(),
        standing: "current".to_owned(),
        author: "account-1".to_owned(),
        written_at: "2026-03-01T08:00:00Z".to_owned(),
        save_id: save_id.to_owned(),
        sealed: save_id.as_bytes().to_vec(),
        version,
    }
}

fn a_session() -> Session {
    Session {
        id: "session-1".to_owned(),
        account_id: "account-1".to_owned(),
        purpose: "care".to_owned(),
        sealed: vec![6; 80],
        created_at: "2026-03-01T08:00:00Z".to_owned(),
        seen_at: "2026-03-01T08:00:00Z".to_owned(),
        confirmed_at: None,
        emergency: None,
        device: "laptop".to_owned(),
        version: 1,
    }
}

fn a_passkey() -> Passkey {
    Passkey {
        id: "passkey-1".to_owned(),
        account_id: "account-1".to_owned(),
        name: "көк кілт".to_owned(),
        site: "localhost".to_owned(),
        handle: vec![8; 32],
        public_key: vec![9; 33],
        salt: vec![10; 32],
        sealed: None,
        tag: vec![11; 32],
        counter: 0,
        created_at: "2026-03-01T08:00:00Z".to_owned(),
        used_at: None,
        version: 1,
    }
}

fn a_picture(entry_id: &str, class: &str, number: i64) -> Picture {
    Picture {
        entry_id: entry_id.to_owned(),
        number,
        record_id: CASE.to_owned(),
        class: class.to_owned(),
        sealed: vec![u8::try_from(number).expect("a small number"); 200],
    }
}

fn a_wrap(holder: &str) -> Wrap {
    Wrap { record_id: CASE.to_owned(), holder: holder.to_owned(), bundle: vec![7; 90], version: 1 }
}

fn a_token() -> Token {
    Token { centre_id: "centre-1".to_owned(), token: "0badcafe".to_owned(), record_id: CASE.to_owned() }
}

/// One row in each table that carries sums.
fn world() -> Vec<Change> {
    vec![
        Change::Centre(a_centre()),
        Change::Account(an_account()),
        Change::Record(a_case()),
        Change::Salt(a_salt("story")),
        Change::Wrap(a_wrap("account-1")),
        Change::Entry(an_entry("entry-1", "story", "save-1", 1)),
        Change::Token(a_token()),
        Change::Session(a_session()),
        Change::Erasure(an_erasure("health")),
        Change::Passkey(a_passkey()),
        Change::Picture(a_picture("entry-1", "story", 1)),
    ]
}

fn an_erasure(class: &str) -> Erasure {
    Erasure { fingerprint: "00ff".to_owned(), class: class.to_owned(), erased_at: "2026-03-01T08:00:00Z".to_owned() }
}

async fn write(db: &Db, changes: &[Change]) -> Applied {
    let mut tx = db.begin().await.expect("a transaction");
    let applied = change::apply(&mut tx, changes).await.expect("the database takes it");
    match applied {
        Applied::Written => tx.commit().await.expect("it is kept"),
        _ => tx.roll_back().await.expect("it is taken back"),
    }
    applied
}

async fn made(name: &str) -> Vec<(&'static str, Db)> {
    let engines = each_confided(name).await;
    for (engine, db) in &engines {
        assert_eq!(write(db, &world()).await, Applied::Written, "{engine}");
    }
    engines
}

async fn run(db: &Db, sql: &'static str) {
    let mut tx = db.begin().await.expect("a transaction");
    tx.run(sql, &[]).await.expect(sql);
    tx.commit().await.expect("it is kept");
}

#[tokio::test]
async fn both_engines_have_the_same_confided_columns() {
    let mut catalogues = Vec::new();
    for (engine, db) in each_confided("confided_catalogue").await {
        let sql = match &db {
            Db::Sqlite(_) => {
                "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c \
                 where m.type = 'table' and m.name not like '\\_sqlx%' escape '\\' and m.name not like 'sqlite%' \
                 order by 1, 2"
            }
            Db::Postgres(_) => {
                "select cast(table_name as text), cast(column_name as text) from information_schema.columns \
                 where table_schema = current_schema() and table_name not like '\\_sqlx%' \
                 order by table_name collate \"C\", column_name collate \"C\""
            }
        };
        let rows = db.read(sql, &[]).await.expect("a catalogue");
        assert!(rows.len() > 60, "{engine}: {} columns", rows.len());
        catalogues.push((engine, rows));
    }
    for (engine, rows) in &catalogues {
        assert_eq!(rows, &catalogues[0].1, "{engine}");
    }
}

#[tokio::test]
async fn what_was_written_comes_back() {
    for (engine, db) in made("confided_back").await {
        assert_eq!(centre::all(&db).await.expect("centres"), [a_centre()], "{engine}");
        assert_eq!(account::of_login(&db, "aigul").await.expect("an account"), Some(an_account()), "{engine}");
        assert_eq!(record::of_centre(&db, "centre-1", "open").await.expect("cases"), [a_case()], "{engine}");
        assert_eq!(record::of_holder(&db, "account-1", "open").await.expect("cases"), [a_case()], "{engine}");
        assert_eq!(record::of_holder(&db, "account-2", "open").await.expect("cases"), [], "{engine}");
        assert_eq!(salt::of_record(&db, CASE).await.expect("salts"), [a_salt("story")], "{engine}");
        assert_eq!(wrap::of_holder(&db, "account-1").await.expect("wraps"), [a_wrap("account-1")], "{engine}");
        let entries = entry::of_record(&db, CASE).await.expect("entries");
        assert_eq!(entries, [an_entry("entry-1", "story", "save-1", 1)], "{engine}");
        assert_eq!(token::of_centre(&db, "centre-1", "0badcafe").await.expect("tokens"), [a_token()], "{engine}");
        let sessions = session::of_account(&db, "account-1").await.expect("sessions");
        assert_eq!(sessions, [a_session()], "{engine}");
        assert_eq!(erasure::all(&db).await.expect("erasures"), [an_erasure("health")], "{engine}");
        assert_eq!(passkey::of_account(&db, "account-1").await.expect("passkeys"), [a_passkey()], "{engine}");
        assert_eq!(passkey::of_account(&db, "account-2").await.expect("passkeys"), [], "{engine}");
    }
}

#[tokio::test]
async fn one_reading_gives_a_case_and_one_a_session_with_its_account() {
    for (engine, db) in made("confided_opening").await {
        let earlier = Entry { written_at: "2026-02-01T08:00:00Z".to_owned(), ..an_entry("entry-9", "story", "s", 1) };
        let by_hand = Record { id: "case-2".to_owned(), survivor_id: Some("account-1".to_owned()), ..a_case() };
        write(
            &db,
            &[Change::Entry(earlier.clone()), Change::Wrap(a_wrap("account-2")), Change::Record(by_hand.clone())],
        )
        .await;
        let entries = vec![earlier, an_entry("entry-1", "story", "save-1", 1)];
        let (record, salts) = (Some(a_case()), vec![a_salt("story")]);
        let mine = Opening { record, wrap: Some(a_wrap("account-1")), salts, entries };
        let of = async |record: &str, holder: &str| opening::of(&db, record, holder).await.expect("an opening");
        assert_eq!(of(CASE, "account-1").await, mine, "{engine}");
        assert_eq!(of(CASE, "account-3").await, Opening { wrap: None, ..mine.clone() }, "{engine}");
        assert_eq!(
            of("case-2", "account-1").await,
            Opening { record: Some(by_hand), ..Opening::default() },
            "{engine}"
        );
        assert_eq!(of("case-3", "account-1").await, Opening::default(), "{engine}");
        let found = session::with_account(&db, "session-1").await.expect("a session");
        assert_eq!(found, Some((a_session(), an_account())), "{engine}");
        assert_eq!(session::with_account(&db, "session-2").await.expect("none"), None, "{engine}");
    }
}

#[tokio::test]
async fn a_damaged_row_among_those_of_a_case_is_not_shown() {
    for sql in
        ["update records set state = 'closed'", "update wraps set version = 2", "update salts set class = 'health'"]
    {
        for (engine, db) in made("confided_damaged_opening").await {
            run(&db, sql).await;
            let read = opening::of(&db, CASE, "account-1").await;
            assert!(matches!(read, Err(StoreError::Damaged { .. })), "{engine}: {sql}");
        }
    }
}

#[tokio::test]
async fn a_row_is_replaced_by_its_next_version_alone() {
    for (engine, db) in made("confided_version").await {
        for version in [1, 3] {
            let other = Account { name: "Somebody else".to_owned(), version, ..an_account() };
            assert_eq!(write(&db, &[Change::Account(other)]).await, Applied::Stale, "{engine} {version}");
        }
        let next = Account { name: "Әйгүл М.".to_owned(), version: 2, ..an_account() };
        assert_eq!(write(&db, &[Change::Account(next.clone())]).await, Applied::Written, "{engine}");
        assert_eq!(account::one(&db, "account-1").await.expect("an account"), Some(next), "{engine}");
    }
}

#[tokio::test]
async fn r14_a_saving_sent_twice_is_written_once() {
    for (engine, db) in made("confided_twice").await {
        let second = Change::Entry(an_entry("entry-1", "story", "save-2", 2));
        assert_eq!(write(&db, std::slice::from_ref(&second)).await, Applied::Written, "{engine}");
        assert_eq!(write(&db, std::slice::from_ref(&second)).await, Applied::Already, "{engine}");
        let other = Change::Entry(an_entry("entry-1", "story", "save-3", 2));
        assert_eq!(write(&db, &[other]).await, Applied::Stale, "{engine}: somebody else wrote in between");
        let kept = entry::one(&db, "entry-1").await.expect("an entry").expect("it is there");
        assert_eq!((kept.save_id.as_str(), kept.version), ("save-2", 2), "{engine}");
    }
}

#[tokio::test]
async fn the_id_of_an_entry_of_another_record_is_not_a_saving_sent_twice() {
    for (engine, db) in made("confided_other_record").await {
        let other = Record { id: "case-2".to_owned(), ..a_case() };
        let salt = Salt { record_id: "case-2".to_owned(), ..a_salt("story") };
        write(&db, &[Change::Record(other), Change::Salt(salt)]).await;
        let stolen = Entry { record_id: "case-2".to_owned(), ..an_entry("entry-1", "story", "save-1", 1) };
        assert_eq!(write(&db, &[Change::Entry(stolen)]).await, Applied::Stale, "{engine}");
    }
}

#[tokio::test]
async fn a_class_that_ended_and_a_record_that_was_erased_take_no_documents() {
    for (engine, db) in made("confided_gone").await {
        let health = Change::Entry(an_entry("entry-2", "health", "save-2", 1));
        assert_eq!(write(&db, &[health]).await, Applied::Gone, "{engine}: it has no salt");
        write(&db, &[Change::DropClass(CASE.to_owned(), "story".to_owned())]).await;
        assert_eq!(entry::of_record(&db, CASE).await.expect("entries"), [], "{engine}");
        let story = Change::Entry(an_entry("entry-1", "story", "save-3", 1));
        assert_eq!(write(&db, std::slice::from_ref(&story)).await, Applied::Gone, "{engine}: the class ended");
        let erased = Record { state: "erased".to_owned(), version: 2, ..a_case() };
        write(&db, &[Change::Record(erased), Change::Salt(a_salt("story"))]).await;
        assert_eq!(write(&db, &[story]).await, Applied::Gone, "{engine}: the record is erased");
    }
}

#[tokio::test]
async fn a_passkey_counts_on_and_neither_changes_hands_nor_comes_back() {
    for (engine, db) in made("confided_passkey").await {
        let used = Passkey { counter: 5, used_at: Some("2026-03-02T08:00:00Z".to_owned()), version: 2, ..a_passkey() };
        assert_eq!(write(&db, &[Change::Passkey(used.clone())]).await, Applied::Written, "{engine}");
        assert_eq!(write(&db, &[Change::Passkey(used.clone())]).await, Applied::Stale, "{engine}: twice");
        assert_eq!(passkey::one(&db, "passkey-1").await.expect("a passkey"), Some(used.clone()), "{engine}");
        let other = Account { id: "account-2".to_owned(), login: "dana".to_owned(), ..an_account() };
        let stolen = Passkey { account_id: "account-2".to_owned(), version: 3, ..used.clone() };
        let taken = write(&db, &[Change::Account(other), Change::Passkey(stolen)]).await;
        assert_eq!(taken, Applied::Stale, "{engine}: somebody else's");
        write(&db, &[Change::DropPasskey("passkey-1".to_owned())]).await;
        let late = Change::Passkey(Passkey { version: 3, ..used });
        assert_eq!(write(&db, &[late]).await, Applied::Stale, "{engine}: it was removed");
        assert_eq!(passkey::one(&db, "passkey-1").await.expect("none"), None, "{engine}");
    }
}

#[tokio::test]
async fn a_wish_that_cannot_be_done_leaves_no_trace_and_the_others_stay() {
    for (engine, db) in made("confided_savepoint").await {
        let mut tx = db.begin().await.expect("a transaction");
        let good = |id: &str| vec![Change::Entry(an_entry(id, "story", id, 1))];
        let half = vec![
            Change::Entry(an_entry("half", "story", "half", 1)),
            Change::Entry(an_entry("entry-1", "story", "late", 5)),
        ];
        let mut outcomes = Vec::new();
        for wish in [good("first"), half, good("last")] {
            change::mark(&mut tx).await.expect("a mark");
            let done = change::apply(&mut tx, &wish).await.expect("the database takes it");
            if done != Applied::Written {
                change::undo(&mut tx).await.expect("it is taken back");
            }
            change::keep(&mut tx).await.expect("the mark ends");
            outcomes.push(done);
        }
        tx.commit().await.expect("it is kept");
        assert_eq!(outcomes, [Applied::Written, Applied::Stale, Applied::Written], "{engine}");
        let mut kept: Vec<String> =
            entry::of_record(&db, CASE).await.expect("entries").into_iter().map(|entry| entry.id).collect();
        kept.sort();
        assert_eq!(kept, ["entry-1", "first", "last"], "{engine}");
    }
}

#[tokio::test]
async fn a_changed_column_is_found_by_its_sum_and_not_shown() {
    const CHANGED: [(&str, &str); 11] = [
        ("centres", "update centres set region = 'south'"),
        ("accounts", "update accounts set role = 'administrator'"),
        ("records", "update records set survivor_id = 'account-1'"),
        ("salts", "update salts set class = 'health'"),
        ("wraps", "update wraps set holder = 'account-2'"),
        ("entries", "update entries set author = 'account-2'"),
        ("tokens", "update tokens set token = '00000000'"),
        ("sessions", "update sessions set purpose = 'audit'"),
        ("erasures", "update erasures set class = 'story'"),
        ("passkeys", "update passkeys set counter = 7"),
        ("pictures", "update pictures set class = 'health'"),
    ];
    for (at, (table, sql)) in CHANGED.into_iter().enumerate() {
        for (engine, db) in made(&format!("confided_sum_{at}")).await {
            let whole = scrub(&db).await.expect("it is looked through");
            assert!(whole.iter().all(|table| (table.rows, table.damaged) == (1, 0)), "{engine}: {whole:?}");
            run(&db, sql).await;
            let found = scrub(&db).await.expect("it is looked through");
            let bad: Vec<&str> = found.iter().filter(|table| table.damaged == 1).map(|table| table.table).collect();
            assert_eq!(bad, [table], "{engine}");
        }
    }
    for (engine, db) in made("confided_unshown").await {
        run(&db, "update entries set author = 'account-2'").await;
        let refused = entry::of_record(&db, CASE).await.expect_err("the row is damaged");
        assert!(matches!(refused, StoreError::Damaged { table: "entries" }), "{engine}: {refused}");
    }
}

#[tokio::test]
async fn the_pages_of_a_paper_are_kept_as_they_were_first_written_and_end_with_it_or_with_its_class() {
    for (engine, db) in made("confided_pictures").await {
        write(&db, &[Change::Salt(a_salt("health"))]).await;
        for (entry, class) in [("entry-1", "story"), ("entry-2", "story"), ("entry-3", "health")] {
            let pages: Vec<Change> = (1..=40).map(|number| Change::Picture(a_picture(entry, class, number))).collect();
            assert_eq!(write(&db, &pages).await, Applied::Written, "{engine}");
        }
        let other = Picture { sealed: vec![0; 3], ..a_picture("entry-1", "story", 7) };
        write(&db, &[Change::Picture(other)]).await;
        let kept = picture::one(&db, "entry-1", 7).await.expect("a row");
        assert_eq!(kept, Some(a_picture("entry-1", "story", 7)), "{engine}");
        assert_eq!(picture::one(&db, "entry-1", 41).await.expect("no row"), None, "{engine}");
        let counted = async || {
            let found = scrub(&db).await.expect("it is looked through");
            found.into_iter().find(|of| of.table == "pictures").map(|of| (of.rows, of.damaged))
        };
        assert_eq!(counted().await, Some((120, 0)), "{engine}");
        assert_eq!(picture::count(&db, CASE).await.expect("a count"), 120, "{engine}");
        assert_eq!(picture::count(&db, "case-2").await.expect("a count"), 0, "{engine}");
        run(
            &db,
            "update pictures set sealed = (select sealed from pictures where number = 2 limit 1) where number = 39",
        )
        .await;
        assert_eq!(counted().await, Some((120, 3)), "{engine}");
        write(&db, &[Change::DropPictures("entry-2".to_owned())]).await;
        assert_eq!(counted().await, Some((80, 2)), "{engine}");
        write(&db, &[Change::DropClass(CASE.to_owned(), "health".to_owned())]).await;
        assert_eq!(counted().await, Some((40, 1)), "{engine}");
    }
}

#[tokio::test]
async fn a_class_and_later_the_whole_are_both_marked_as_erased() {
    for (engine, db) in made("confided_erasures").await {
        for class in ["*", "health", "*"] {
            assert_eq!(write(&db, &[Change::Erasure(an_erasure(class))]).await, Applied::Written, "{engine}");
        }
        let classes: Vec<String> =
            erasure::all(&db).await.expect("erasures").into_iter().map(|erased| erased.class).collect();
        assert_eq!(classes, ["*", "health"], "{engine}");
    }
}

#[tokio::test]
async fn ending_ends_what_it_names_and_nothing_else() {
    for (engine, db) in made("confided_ends").await {
        write(&db, &[Change::Wrap(a_wrap("account-2")), Change::Salt(a_salt("health"))]).await;
        write(&db, &[Change::Entry(an_entry("entry-2", "health", "save-2", 1))]).await;
        write(&db, &[Change::DropClass(CASE.to_owned(), "health".to_owned())]).await;
        write(&db, &[Change::DropWrap(CASE.to_owned(), "account-2".to_owned())]).await;
        assert_eq!(salt::of_record(&db, CASE).await.expect("salts"), [a_salt("story")], "{engine}");
        assert_eq!(entry::of_record(&db, CASE).await.expect("entries").len(), 1, "{engine}");
        assert_eq!(wrap::of_record(&db, CASE).await.expect("wraps"), [a_wrap("account-1")], "{engine}");
        let ends = [
            Change::DropWraps(CASE.to_owned()),
            Change::DropTokens(CASE.to_owned()),
            Change::DropEntry("entry-1".to_owned()),
            Change::DropSession("session-1".to_owned()),
            Change::DropPasskey("passkey-1".to_owned()),
            Change::DropPictures("entry-1".to_owned()),
        ];
        write(&db, &ends).await;
        let left: Vec<u64> = scrub(&db).await.expect("it is looked through").iter().map(|table| table.rows).collect();
        assert_eq!(left, [1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0], "{engine}");
    }
}

#[tokio::test]
async fn the_log_keeps_order_and_takes_no_number_twice() {
    for (engine, db) in made("confided_log").await {
        let event = |number: i64| log::Event {
            number,
            record_id: (number % 2 == 0).then(|| CASE.to_owned()),
            actor: "account-1".to_owned(),
            leaf: vec![u8::try_from(number).expect("a small number"); 40],
            hash: vec![9; 32],
        };
        let events: Vec<log::Event> = (0..5).map(event).collect();
        let state = log::State { size: 5, tree: vec![1, 2, 3] };
        let mut tx = db.begin().await.expect("a transaction");
        assert_eq!(log::state_in(&mut tx).await.expect("a state"), log::State::default(), "{engine}");
        log::append(&mut tx, &events, &state).await.expect("it is appended");
        log::keep_head(&mut tx, 5, "a head").await.expect("it is kept");
        log::keep_head(&mut tx, 3, "an earlier head").await.expect("it is kept");
        tx.commit().await.expect("it is kept");
        assert_eq!(log::state(&db).await.expect("a state"), state, "{engine}");
        assert_eq!(log::events(&db, 1, 4).await.expect("events"), events[1..4], "{engine}");
        assert_eq!(log::of_record(&db, CASE).await.expect("events").len(), 3, "{engine}");
        assert_eq!(log::heads(&db).await.expect("heads"), ["an earlier head", "a head"], "{engine}");
        assert_eq!(log::newest_head(&db).await.expect("a head").as_deref(), Some("a head"), "{engine}");
        let mut tx = db.begin().await.expect("a transaction");
        assert!(log::append(&mut tx, &events[..1], &state).await.is_err(), "{engine}");
    }
}

#[tokio::test]
async fn a_file_of_the_confided_room_overwrites_what_is_deleted() {
    let folder = std::env::temp_dir().join(format!("pana-confided-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let db = pana_store::casework::open_folder(&folder).await.expect("the room opens");
    let settings = copy::settings(&db).await.expect("settings");
    let expected = copy::REQUIRED.map(|(setting, value)| (setting.to_owned(), value.to_owned()));
    assert_eq!(settings, expected);
    assert_eq!(copy::integrity(&db).await.expect("it is looked at"), Vec::<String>::new());
    drop(db);
    std::fs::remove_dir_all(&folder).expect("the folder goes away");
}
