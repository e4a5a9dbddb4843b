//! What was erased cannot be opened again, not with old keys and not from an old copy.

use pana_app::casework::attachment::Attaching;
use pana_app::casework::audit;
use pana_app::casework::erase::{self, Extent, fingerprint};
use pana_app::casework::retention::{Due, Terms};
use pana_app::casework::{Refused, document, key};
use pana_casework::{Class, Confided, Kind};
use pana_store::casework::{Change, Record, change, copy, entry, erasure, picture, record, salt, wrap};
use serde_json::json;

use super::world::{World, after, bytes, contents, document, is_not_found, new_id};

async fn force(world: &World, changes: &[Change]) {
    let mut tx = world.db().begin().await.expect("a transaction");
    change::apply(&mut tx, changes).await.expect("it takes it");
    tx.commit().await.expect("it is kept");
}

#[tokio::test]
async fn an_erased_class_is_gone_for_whoever_held_its_key_and_takes_nothing_new() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let open = world.open("worker", &case).await.expect("her own case");
        let before = entry::of_kind(world.db(), &case, Kind::Fact.name()).await.expect("entries").remove(0);
        let held = wrap::one(world.db(), &case, world.id("worker")).await.expect("a row").expect("a wrap");
        open.erase(Extent::Class(Class::Story)).await.expect("it is erased");
        let open = world.open("worker", &case).await.expect("the case is there");
        assert_eq!(contents(&open, Kind::Fact).await.expect("nothing"), Vec::<serde_json::Value>::new());
        assert_eq!(contents(&open, Kind::Sheet).await.expect("the rest").len(), 1);
        assert!(open.save(&document(Kind::Fact, &json!({"said": "again"})), "save-1").await.is_err());
        // The old row put back opens with no key that can still be made.
        let bundle = key::unwrap(&held, world.signed("worker").await.ring.pair()).expect("her wrap");
        let keys = key::data_keys(&bundle, &salt::of_record(world.db(), &case).await.expect("salts"));
        assert!(!keys.contains_key(&Class::Story));
        for key in keys.values() {
            let answer = document::open(&before, open.record.centre_id.as_deref(), key);
            assert!(matches!(answer, Err(Refused::Damaged(_))));
        }
        let marks = erasure::all(world.db()).await.expect("erasures");
        assert_eq!((marks.len(), marks[0].fingerprint.clone()), (1, fingerprint(&case)));
        assert!(!marks[0].fingerprint.contains(&case));
    }
}

#[tokio::test]
async fn an_erased_case_leaves_the_coarse_row_to_the_desk_and_nothing_else() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let head = world.open("head", &case).await.expect("a case of her centre");
        head.save(&document(Kind::Statistic, &json!({"sex": "female"})), "save-1").await.expect("the coarse row");
        let open = world.open("worker", &case).await.expect("her own case");
        let sealed: Vec<Vec<u8>> =
            entry::of_record(world.db(), &case).await.expect("entries").into_iter().map(|kept| kept.sealed).collect();
        open.erase(Extent::Whole).await.expect("it is erased");
        copy::settle(world.db()).await.expect("it is on the disk");
        for login in ["worker", "head", "door", "admin"] {
            assert!(is_not_found(&world.open(login, &case).await), "{login}");
        }
        let kinds: Vec<String> =
            entry::of_record(world.db(), &case).await.expect("entries").into_iter().map(|kept| kept.kind).collect();
        assert_eq!(kinds, [Kind::Statistic.name()]);
        let classes: Vec<String> =
            salt::of_record(world.db(), &case).await.expect("salts").into_iter().map(|kept| kept.class).collect();
        assert_eq!(classes, [Class::Statistics.name()]);
        let holders: Vec<String> =
            wrap::of_record(world.db(), &case).await.expect("wraps").into_iter().map(|kept| kept.holder).collect();
        assert_eq!(holders, [format!("desk:{}", world.made.centres[0])]);
        if world.engine == "sqlite" {
            // Not one sealed document of it is left in the file, its write-ahead log or free pages.
            let (file, log) = (world.folder.join("casework.sqlite"), world.folder.join("casework.sqlite-wal"));
            let file = [bytes(&file), bytes(&log)].concat();
            let left = sealed.iter().filter(|sealed| file.windows(32).any(|at| at == &sealed[30..62])).count();
            assert_eq!(left, 1, "the coarse row");
        }
        assert_eq!(
            record::one(world.db(), &case).await.expect("a row").map(|kept| kept.state).as_deref(),
            Some("erased")
        );
    }
}

/// A picture of one white dot.
const DOT: &[u8] = &[
    0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0xf8, 0x0f, 0, 1, 1, 1,
    0, 0xb1, 0x38, 0xf6, 0x14, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

#[tokio::test]
async fn attached_papers_go_with_their_class_and_with_the_case_and_the_audit_knows_them() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let open = world.open("worker", &case).await.expect("her own case");
        let mut ids = Vec::new();
        for class in [Class::Story, Class::Legal] {
            let id = new_id();
            let attaching = Attaching { class, name: Confided::new("A letter"), file: DOT.to_vec() };
            open.attach(attaching, &id).await.expect("it is attached");
            assert!(open.attached_page(class, &id, 1).await.expect("its page").starts_with(&[0xff, 0xd8, 0xff]));
            ids.push(id);
        }
        assert_eq!(audit::documents(world.db()).await.expect("it is read"), []);
        open.take_away(Class::Legal, &ids[1], 1, &new_id()).await.expect("it is taken away");
        assert_eq!(audit::documents(world.db()).await.expect("it is read"), []);
        assert_eq!(picture::count(world.db(), &case).await.expect("a count"), 1);
        let kept = picture::one(world.db(), &ids[0], 1).await.expect("a row").expect("a page");
        let held = wrap::one(world.db(), &case, world.id("worker")).await.expect("a row").expect("a wrap");

        open.erase(Extent::Class(Class::Story)).await.expect("it is erased");
        assert_eq!(picture::count(world.db(), &case).await.expect("a count"), 0);
        // The page put back from an old copy opens with no key that can still be made.
        force(&world, &[Change::Picture(kept)]).await;
        let open = world.open("worker", &case).await.expect("the case is there");
        assert!(open.attached_page(Class::Story, &ids[0], 1).await.is_err());
        let bundle = key::unwrap(&held, world.signed("worker").await.ring.pair()).expect("her wrap");
        let salts = salt::of_record(world.db(), &case).await.expect("salts");
        assert!(!key::data_keys(&bundle, &salts).contains_key(&Class::Story));
        open.erase(Extent::Whole).await.expect("it is erased");
        assert_eq!(picture::count(world.db(), &case).await.expect("a count"), 0);
    }
}

#[tokio::test]
async fn an_erased_name_is_found_by_no_search() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let open = world.open("worker", &case).await.expect("her own case");
        open.erase(Extent::Class(Class::Identity)).await.expect("it is erased");
        let forms = ["gulnara".to_owned()].into();
        let found = world.casework.search(&*world.signed("worker").await, &forms).await.expect("an answer");
        assert_eq!((found.own.len(), found.others), (0, 0));
    }
}

#[tokio::test]
async fn only_who_runs_the_case_and_confirmed_erases() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let door = world.open("door", &case).await.expect("a case of her centre");
        assert!(matches!(door.erase(Extent::Whole).await, Err(Refused::Denied)));
        let late = world.signed_at("worker", after(700)).await;
        let open = world.casework.open_case(&late, &case).await.expect("her own case");
        assert!(matches!(open.erase(Extent::Whole).await, Err(Refused::Confirm)));
        assert_eq!(contents(&open, Kind::Sheet).await.expect("nothing was erased").len(), 1);
    }
}

#[tokio::test]
async fn a_copy_from_before_is_put_through_the_list_of_what_was_erased() {
    for world in World::each().await {
        let (one, two) = (world.case("worker").await, world.case("worker").await);
        let older = world.copy().await;
        world.open("worker", &one).await.expect("hers").erase(Extent::Whole).await.expect("it is erased");
        let story = Extent::Class(Class::Story);
        world.open("worker", &two).await.expect("hers").erase(story).await.expect("it is erased");
        let later = erasure::all(world.db()).await.expect("erasures");
        let mut due: Vec<(String, Extent)> = erase::again(&older, &later)
            .await
            .expect("found")
            .into_iter()
            .map(|(kept, extent)| (kept.id, extent))
            .collect();
        due.sort_by_key(|(id, _)| *id != one);
        assert_eq!(due, [(one, Extent::Whole), (two, story)]);
        assert_eq!(erase::again(world.db(), &later).await.expect("found"), [], "here it is done");
    }
}

async fn closed(world: &World) -> Record {
    let case = world.case("worker").await;
    let kept = record::one(world.db(), &case).await.expect("a row").expect("the case");
    let closed = Record { state: "closed".to_owned(), version: kept.version + 1, ..kept };
    force(world, &[Change::Record(closed.clone())]).await;
    closed
}

const TERMS: Terms = Terms { draft_days: 28, not_shown_days: Some(90), case_years: Some(5) };

#[tokio::test]
async fn a_case_is_kept_for_whole_years_after_its_last_writing_and_then_erased() {
    for world in World::each().await {
        let kept = closed(&world).await;
        let open = world.case("worker").await;
        const DAY: i64 = 86_400;
        // Five years with one leap day in them; the last writing was on the first of March.
        for (days, due) in [(5 * 365 + 1, false), (5 * 365 + 2, true)] {
            let found = world.casework.due(&TERMS, true, &after(days * DAY)).await.expect("an answer");
            assert_eq!(found.cases.iter().any(|(case, _)| case.id == kept.id), due, "{days}");
            assert!(found.cases.iter().all(|(case, _)| case.id != open), "an open case is never due");
        }
        let none = Terms { case_years: None, ..TERMS };
        assert_eq!(world.casework.due(&none, true, &after(9000 * DAY)).await.expect("an answer"), Due::default());
        let found = world.casework.due(&TERMS, true, &after(3000 * DAY)).await.expect("an answer");
        world.casework.erase_due(&found, &after(3000 * DAY)).await.expect("it is erased");
        let row = record::one(world.db(), &kept.id).await.expect("a row").expect("the case");
        assert_eq!(row.state, "erased");
        assert_eq!(world.casework.due(&TERMS, true, &after(3000 * DAY)).await.expect("an answer"), Due::default());
    }
}

#[tokio::test]
async fn a_clock_that_jumped_erases_nothing() {
    for world in World::each().await {
        closed(&world).await;
        let refused = world.casework.due(&TERMS, false, &after(5 * 366 * 86_400)).await;
        assert!(matches!(&refused, Err(Refused::Field { field, .. }) if field == "clock"), "{refused:?}");
        assert!(world.casework.due(&TERMS, false, &after(30 * 86_400)).await.is_ok());
    }
}

#[tokio::test]
async fn a_draft_is_kept_for_its_days_since_it_was_last_saved() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let open = world.open("worker", &case).await.expect("her own case");
        let draft = document(Kind::Draft, &json!({"page": 1}));
        open.save(&draft, "save-1").await.expect("saved");
        for (seconds, drafts) in [(28 * 86_400, 0), (28 * 86_400 + 1, 1)] {
            let due = world.casework.due(&TERMS, true, &after(seconds)).await.expect("an answer");
            assert_eq!(due.drafts.len(), drafts, "{seconds}");
        }
        let due = world.casework.due(&TERMS, true, &after(40 * 86_400)).await.expect("an answer");
        world.casework.erase_due(&due, &after(40 * 86_400)).await.expect("it is erased");
        assert_eq!(entry::of_kind(world.db(), &case, Kind::Draft.name()).await.expect("entries"), []);
    }
}
