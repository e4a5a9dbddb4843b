//! The audit finds what was altered (T18, T12 at the level of the database), and nothing where nothing was.

use pana_app::casework::audit::{self, Bad};
use pana_app::casework::event;
use pana_casework::Kind;
use pana_store::Db;
use pana_store::casework::{Change, Entry, change, entry, log};
use serde_json::json;

use super::world::{World, after, document};

/// Some hundred events in a world, and a head that a witness keeps.
async fn live(world: &World) -> String {
    let cases = [world.case("worker").await, world.case("door").await, world.case("stranger").await];
    for round in 0..30 {
        for case in [&cases[0], &cases[1]] {
            world
                .open("head", case)
                .await
                .expect("a case of her centre")
                .documents(&[Kind::Sheet])
                .await
                .expect("read");
        }
        let open = world.open("worker", &cases[0]).await.expect("her own case");
        open.save(&document(Kind::Service, &json!({"hours": round})), &format!("save-{round}")).await.expect("saved");
    }
    world.casework.sign_head(&after(60)).await.expect("a head")
}

async fn verify(world: &World, db: &Db, head: Option<&str>) -> audit::Outcome {
    audit::verify(db, world.casework.log_key(), head).await.expect("the database answers")
}

async fn run(db: &Db, sql: &'static str, values: &[&str]) {
    let values: Vec<Option<String>> = values.iter().map(|value| Some((*value).to_owned())).collect();
    let mut tx = db.begin().await.expect("a transaction");
    tx.run(sql, &values).await.expect(sql);
    tx.commit().await.expect("it is kept");
}

/// An edit as each engine says it.
struct Edit {
    sqlite: &'static str,
    postgres: &'static str,
}

impl Edit {
    fn on(&self, world: &World) -> &'static str {
        if world.engine == "sqlite" { self.sqlite } else { self.postgres }
    }
}

const fn both(sql: &'static str) -> Edit {
    Edit { sqlite: sql, postgres: sql }
}

/// Edits that somebody with the database can make; `$1` is the place, `$2` a number below 251.
const EDITS: [Edit; 12] = [
    Edit {
        sqlite: "update events set leaf = cast(substr(leaf, 1, 10) || case hex(substr(leaf, 11, 1)) when '01' then char(2) \
                 else char(1) end || substr(leaf, 12) as blob) where number = cast($1 as integer) and $2 = $2",
        postgres: "update events set leaf = set_byte(leaf, 10, case get_byte(leaf, 10) when 1 then 2 else 1 end) \
                   where number = cast($1 as integer) and $2 = $2",
    },
    Edit {
        sqlite: "update events set leaf = cast(leaf || char(65) as blob) where number = cast($1 as integer) and $2 = $2",
        postgres: "update events set leaf = leaf || decode('41', 'hex') where number = cast($1 as integer) and $2 = $2",
    },
    Edit {
        sqlite: "update events set hash = zeroblob(32) where number = cast($1 as integer) and $2 = $2",
        postgres: "update events set hash = decode(repeat('00', 32), 'hex') where number = cast($1 as integer) and $2 = $2",
    },
    Edit {
        sqlite: "update events set hash = zeroblob(5) where number = cast($1 as integer) and $2 = $2",
        postgres: "update events set hash = decode(repeat('00', 5), 'hex') where number = cast($1 as integer) and $2 = $2",
    },
    both("update events set actor = 'somebody' || $2 where number = cast($1 as integer)"),
    both("update events set record_id = 'another' || $2 where number = cast($1 as integer)"),
    both("delete from events where number = cast($1 as integer) and $2 = $2"),
    both("delete from events where number >= cast($1 as integer) and $2 = $2"),
    both("update events set number = number + 100000 where number = cast($1 as integer) and $2 = $2"),
    both(
        "insert into events (number, record_id, actor, leaf, hash) \
         select number + 100000 + cast($2 as integer), record_id, actor, leaf, hash from events where number = cast($1 as integer)",
    ),
    both(
        "insert into events (number, record_id, actor, leaf, hash) \
         select -1 - cast($2 as integer), record_id, actor, leaf, hash from events where number = cast($1 as integer)",
    ),
    both(
        "update events set leaf = (select leaf from events where number = cast($1 as integer) - 1), \
         hash = (select hash from events where number = cast($1 as integer) - 1) where number = cast($1 as integer) and $2 = $2",
    ),
];

/// Edits of what stands around the events.
const AROUND: [Edit; 8] = [
    both("update log_state set size = size - 1"),
    Edit {
        sqlite: "update log_state set tree = cast(substr(tree, 1, 12) || case hex(substr(tree, 13, 1)) when '07' then char(8) \
                 else char(7) end || substr(tree, 14) as blob)",
        postgres: "update log_state set tree = set_byte(tree, 12, case get_byte(tree, 12) when 7 then 8 else 7 end)",
    },
    both("delete from log_state"),
    both("update log_heads set head = replace(head, 'pana/casework', 'pana/someone')"),
    both("update log_heads set head = 'nothing'"),
    both(
        "update log_heads set head = replace(head, 'time 2026', 'time 2025') where size = (select min(size) from log_heads)",
    ),
    Edit {
        sqlite: "update log_heads set head = replace(head, substr(head, instr(head, char(10)) + 1, 3), '999')",
        postgres: "update log_heads set head = replace(head, substr(head, strpos(head, chr(10)) + 1, 3), '999')",
    },
    both(
        "update events set leaf = (select leaf from events where number = 3), hash = (select hash from events where number = 3)",
    ),
];

/// Keeps the log beside itself, so that an edit can be taken back.
const KEEP: [&str; 3] = [
    "create table events_kept as select * from events",
    "create table log_state_kept as select * from log_state",
    "create table log_heads_kept as select * from log_heads",
];

/// Takes back whatever was done to the log.
const BACK: [&str; 6] = [
    "delete from events",
    "insert into events select * from events_kept",
    "delete from log_state",
    "insert into log_state select * from log_state_kept",
    "delete from log_heads",
    "insert into log_heads select * from log_heads_kept",
];

#[tokio::test]
async fn t18_two_hundred_edits_of_the_log_are_found_and_what_nobody_touched_is_whole() {
    for world in World::each().await {
        let head = live(&world).await;
        let size = log::state(world.db()).await.expect("a state").size;
        assert!(size > 120, "{size}");
        let db = world.copy().await;
        for sql in KEEP {
            run(&db, sql, &[]).await;
        }
        let mut found = 0;
        for number in 0..200_usize {
            assert!(verify(&world, &db, Some(&head)).await.is_ok(), "a log that nobody touched is whole");
            if number < AROUND.len() {
                run(&db, AROUND[number].on(&world), &[]).await;
            } else {
                let place = 1 + (number * 7919) % usize::try_from(size - 2).expect("positive");
                let sql = EDITS[number % EDITS.len()].on(&world);
                run(&db, sql, &[&place.to_string(), &(number % 251).to_string()]).await;
            }
            let outcome = verify(&world, &db, Some(&head)).await;
            assert!(outcome.is_err(), "edit {number} was not found");
            found += 1;
            for sql in BACK {
                run(&db, sql, &[]).await;
            }
        }
        assert_eq!(found, 200);
    }
}

/// A leaf of nothing but zeros, and another name beside it.
const FORKED: Edit = Edit {
    sqlite: "update events set actor = 'x', leaf = zeroblob(60) where number = 40",
    postgres: "update events set actor = 'x', leaf = decode(repeat('00', 60), 'hex') where number = 40",
};

#[tokio::test]
async fn t18_a_database_set_back_to_an_older_copy_is_whole_for_itself_and_not_for_a_witness() {
    for world in World::each().await {
        live(&world).await;
        let older = world.copy().await;
        world.case("worker").await;
        let head = world.casework.sign_head(&after(120)).await.expect("a head");
        assert!(verify(&world, &older, None).await.is_ok(), "what only this machine signed shows nothing against it");
        let bad = verify(&world, &older, Some(&head)).await.expect_err("the witness knows of more events");
        assert!(bad[0].to_string().contains("there are only"), "{}", bad[0]);
        // A log told differently from some place on.
        let fork = world.copy().await;
        run(&fork, FORKED.on(&world), &[]).await;
        assert!(verify(&world, &fork, Some(&head)).await.is_err());
        let other = pana_app::casework::event::signer(&pana_vault::Secret::copy_of(&[7; 32]).expect("32 bytes"));
        let outcome = audit::verify(world.db(), other.key(), Some(&head)).await.expect("it answers");
        assert!(outcome.is_err(), "heads of another machine are not of this log");
    }
}

#[tokio::test]
async fn the_first_bad_place_is_named() {
    for world in World::each().await {
        let head = live(&world).await;
        world.run("update events set actor = 'x' where number = 50", &[]).await;
        let zeros = Edit {
            sqlite: "update events set leaf = zeroblob(60) where number = 60",
            postgres: "update events set leaf = decode(repeat('00', 60), 'hex') where number = 60",
        };
        world.run(zeros.on(&world), &[]).await;
        let bad = verify(&world, world.db(), Some(&head)).await.expect_err("two places are bad");
        assert_eq!(bad[0], Bad::Beside { at: 50 }, "{bad:?}");
        assert!(bad[1].to_string().starts_with("event 60"), "{bad:?}");
    }
}

async fn force(db: &Db, changes: &[Change]) {
    let mut tx = db.begin().await.expect("a transaction");
    change::apply(&mut tx, changes).await.expect("it takes it");
    tx.commit().await.expect("it is kept");
}

#[tokio::test]
async fn t4_a_whole_row_put_back_to_its_older_version_opens_and_is_found_by_the_log() {
    for world in World::each().await {
        let case = world.case("worker").await;
        assert_eq!(audit::documents(world.db()).await.expect("it answers"), []);
        let old: Entry = entry::of_kind(world.db(), &case, Kind::Sheet.name()).await.expect("entries").remove(0);
        let open = world.open("worker", &case).await.expect("her own case");
        let sheet = open.documents(&[Kind::Sheet]).await.expect("the sheet").remove(0);
        open.save(&sheet.saying(&json!({"code_name": "Lark"})).expect("JSON"), "save-1").await.expect("saved");
        assert_eq!(audit::documents(world.db()).await.expect("it answers"), []);
        force(world.db(), &[Change::DropEntry(old.id.clone()), Change::Entry(old.clone())]).await;
        let bad = audit::documents(world.db()).await.expect("it answers");
        assert_eq!(bad, [Bad::SetBack { record: case.clone(), written: 5, found: 4 }]);
        force(world.db(), &[Change::DropEntry(old.id.clone())]).await;
        assert_eq!(audit::documents(world.db()).await.expect("it answers").len(), 1, "a row that was taken out");
        let foreign = Entry { sealed: vec![0; 99], version: 2, ..old };
        force(world.db(), &[Change::Entry(foreign)]).await;
        let bad = audit::documents(world.db()).await.expect("it answers");
        assert!(matches!(bad.as_slice(), [Bad::Unknown { .. }]), "{bad:?}");
    }
}

#[tokio::test]
async fn an_act_that_was_refused_for_whoever_has_the_database_is_still_in_the_log() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let _ = world.open("admin", &case).await;
        let events = log::of_record(world.db(), &case).await.expect("events");
        let told: Vec<_> = events.iter().filter_map(|kept| event::told(kept.number, &kept.leaf)).collect();
        assert!(told.iter().any(|told| told.act == "denied" && told.actor == world.id("admin")));
    }
}
