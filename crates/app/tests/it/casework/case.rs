//! Taking in, opening, reading, saving.

use std::collections::BTreeSet;

use pana_app::casework::{Refused, event};
use pana_casework::policy::{Action, Relation};
use pana_casework::{Class, Kind};
use pana_store::casework::{Applied, log, record};
use serde_json::{Value, json};

use super::world::{World, after, contents, document, first_documents, is_not_found, new_id};

#[tokio::test]
async fn her_worker_is_on_the_team_and_her_head_at_the_desk() {
    for world in World::each().await {
        let case = world.case("worker").await;
        assert_eq!(world.open("worker", &case).await.map(|open| open.relation).ok(), Some(Relation::Team));
        assert_eq!(world.open("head", &case).await.map(|open| open.relation).ok(), Some(Relation::Centre));
        assert_eq!(world.open("door", &case).await.map(|open| open.relation).ok(), Some(Relation::Centre));
    }
}

#[tokio::test]
async fn for_everybody_else_there_is_no_such_case() {
    for world in World::each().await {
        let case = world.case("worker").await;
        for login in ["admin", "lawyer", "elsewhere", "stranger"] {
            assert!(is_not_found(&world.open(login, &case).await), "{login}");
        }
        for nothing in [new_id(), String::new(), "../etc/passwd".to_owned(), world.made.centres[0].clone()] {
            assert!(is_not_found(&world.open("worker", &nothing).await), "{nothing}");
        }
    }
}

#[tokio::test]
async fn a_case_that_is_not_and_one_of_others_leave_the_same_trace() {
    for world in World::each().await {
        let case = world.case("worker").await;
        for login in ["colleague", "elsewhere", "admin"] {
            let mut traces = Vec::new();
            for id in [case.clone(), new_id()] {
                let before = log::state(world.db()).await.expect("a state").size;
                assert!(is_not_found(&world.open(login, &id).await), "{login}");
                let events = log::events(world.db(), before, i64::MAX).await.expect("events");
                let told = events.iter().filter_map(|kept| event::told(kept.number, &kept.leaf));
                traces.push(told.map(|told| (told.act, told.record == id)).collect::<Vec<_>>());
            }
            assert_eq!(traces[0].len(), 1, "{login}");
            assert_eq!(traces[0], traces[1], "{login}");
        }
    }
}

#[tokio::test]
async fn a_colleague_of_the_centre_has_no_key_of_it() {
    for world in World::each().await {
        let case = world.case("worker").await;
        // She holds a wrap of the centre for searching, and nothing that opens a case.
        let refused = world.open("colleague", &case).await;
        assert!(is_not_found(&refused));
    }
}

#[tokio::test]
async fn a_story_is_read_by_the_team_and_not_by_the_head() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let worker = world.open("worker", &case).await.expect("her own case");
        assert_eq!(contents(&worker, Kind::Fact).await.expect("her work"), [json!({"said": "She was locked in."})]);
        let head = world.open("head", &case).await.expect("a case of her centre");
        assert_eq!(contents(&head, Kind::Fact).await.expect("nothing"), Vec::<Value>::new());
        assert_eq!(contents(&head, Kind::Sheet).await.expect("the sheet"), [json!({"code_name": "Swallow"})]);
        assert_eq!(head.existing().await.expect("counts").get(&Class::Story), Some(&1), "she knows that there is one");
        let door = world.open("door", &case).await.expect("a case of her centre");
        assert_eq!(contents(&door, Kind::Fact).await.expect("nothing"), Vec::<Value>::new());
        assert_eq!(
            door.existing().await.expect("counts").get(&Class::Story),
            None,
            "she does not know that there is one"
        );
        assert!(is_not_found(&door.demand(Class::Story, Action::Read).await));
        assert!(matches!(head.demand(Class::Story, Action::Read).await, Err(Refused::Denied)));
    }
}

#[tokio::test]
async fn whoever_stands_at_the_door_takes_in_and_keeps_no_key() {
    for world in World::each().await {
        let case = world.case("door").await;
        let door = world.open("door", &case).await.expect("a case of her centre");
        assert_eq!(door.relation, Relation::Centre);
        assert_eq!(contents(&door, Kind::Identity).await.expect("nothing"), Vec::<Value>::new());
        let head = world.open("head", &case).await.expect("a case of her centre");
        assert_eq!(head.relation, Relation::Centre);
        assert_eq!(head.existing().await.expect("counts").get(&Class::Identity), Some(&1));
    }
}

#[tokio::test]
async fn an_administrator_takes_nobody_in() {
    for world in World::each().await {
        for login in ["admin", "lawyer"] {
            let refused = world.take_in(login, &new_id(), &first_documents()).await;
            assert!(matches!(refused, Err(Refused::Denied)), "{login}: {refused:?}");
        }
    }
}

#[tokio::test]
async fn r14_the_same_intake_sent_twice_makes_one_case() {
    for world in World::each().await {
        let case = new_id();
        for _ in 0..2 {
            world.take_in("worker", &case, &first_documents()).await.expect("she is taken in");
        }
        let worker = world.open("worker", &case).await.expect("her own case");
        assert_eq!(contents(&worker, Kind::Sheet).await.expect("the sheet").len(), 1);
        let stranger = world.take_in("stranger", &case, &first_documents()).await;
        assert!(is_not_found(&stranger), "the id of another centre's case tells nothing");
    }
}

#[tokio::test]
async fn r14_a_saving_pressed_twice_is_one_and_an_older_copy_is_told_so() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let open = world.open("worker", &case).await.expect("her own case");
        let sheet = open.documents(&[Kind::Sheet]).await.expect("the sheet").remove(0);
        let next = sheet.saying(&json!({"code_name": "Lark"})).expect("JSON");
        assert_eq!(open.save(&next, "save-1").await.expect("saved"), Applied::Written);
        assert_eq!(open.save(&next, "save-1").await.expect("saved before"), Applied::Already);
        let other = sheet.saying(&json!({"code_name": "Crow"})).expect("JSON");
        assert!(matches!(open.save(&other, "save-2").await, Err(Refused::Stale)));
        assert_eq!(contents(&open, Kind::Sheet).await.expect("the sheet"), [json!({"code_name": "Lark"})]);
        let now = open.documents(&[Kind::Sheet]).await.expect("the sheet").remove(0);
        assert_eq!((now.version, now.author.as_str()), (2, world.id("worker")));
    }
}

#[tokio::test]
async fn a_head_writes_what_she_answers_for_and_nothing_else() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let head = world.open("head", &case).await.expect("a case of her centre");
        let story = document(Kind::Fact, &json!({"said": "no"}));
        assert!(matches!(head.save(&story, "save-1").await, Err(Refused::Denied)));
        let stay = document(Kind::Stay, &json!({"room": 3}));
        assert_eq!(head.save(&stay, "save-2").await.expect("her work"), Applied::Written);
        let door = world.open("door", &case).await.expect("a case of her centre");
        assert!(is_not_found(&door.save(&story, "save-3").await));
        assert_eq!(contents(&door, Kind::Stay).await.expect("the bed"), [json!({"room": 3})]);
    }
}

#[tokio::test]
async fn r13_a_reading_is_in_the_log_before_anything_is_shown() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let open = world.open("worker", &case).await.expect("her own case");
        let before = log::state(world.db()).await.expect("a state").size;
        open.documents(&[Kind::Identity, Kind::Fact]).await.expect("she reads");
        let events = log::events(world.db(), before, i64::MAX).await.expect("events");
        let told: Vec<_> = events.iter().filter_map(|kept| event::told(kept.number, &kept.leaf)).collect();
        assert_eq!(told.len(), 1);
        assert_eq!(
            (told[0].act.as_str(), told[0].record.as_str(), told[0].actor.as_str()),
            ("read", case.as_str(), world.id("worker"))
        );
        assert_eq!(told[0].classes, [Class::Identity, Class::Story]);
        // Where the log cannot be written, nothing is shown.
        world.run("alter table events rename to elsewhere", &[]).await;
        let again = world.open("worker", &case).await.expect("her own case");
        assert!(matches!(again.documents(&[Kind::Identity]).await, Err(Refused::CannotSave(_))));
        // What this opening has told already is told.
        assert_eq!(open.documents(&[Kind::Identity]).await.expect("she reads").len(), 1);
        world.run("alter table elsewhere rename to events", &[]).await;
        assert_eq!(again.documents(&[Kind::Identity]).await.expect("she reads").len(), 1, "and afterwards it goes on");
    }
}

#[tokio::test]
async fn a_list_names_what_each_may_name_and_is_one_reading() {
    for world in World::each().await {
        // More than one statement takes.
        let mut cases = Vec::new();
        for by in ["worker"; 51].into_iter().chain(["colleague", "stranger"]) {
            cases.push(world.case(by).await);
        }
        let mut records = Vec::new();
        for case in &cases {
            records.extend(record::one(world.db(), case).await.expect("read"));
        }
        for login in ["worker", "colleague", "head", "door", "lawyer", "admin", "elsewhere", "stranger"] {
            let mut named = Vec::new();
            for case in &cases {
                let Ok(open) = world.open(login, case).await else { continue };
                let sheets = open.documents(&[Kind::Sheet]).await.expect("a sheet");
                named.extend(sheets.into_iter().map(|sheet| (case.clone(), sheet.content)));
            }
            let before = log::state(world.db()).await.expect("a state").size;
            let listed = world.casework.listed(&*world.signed(login).await, &records).await.expect("a list");
            let events = log::state(world.db()).await.expect("a state").size - before;
            assert_eq!(events, i64::from(!named.is_empty()), "{login}");
            let listed: Vec<_> = listed.into_iter().map(|listed| (listed.id, listed.sheet.content)).collect();
            assert_eq!(listed, named, "{login}");
        }
    }
}

#[tokio::test]
async fn a_list_with_a_changed_sheet_is_not_shown() {
    for world in World::each().await {
        let (case, other) = (world.case("worker").await, world.case("worker").await);
        let records = world.casework.cases(&*world.signed("worker").await, "open").await.expect("her cases");
        world.run("update entries set author = 'x' where record_id = $1 and kind = 'sheet'", &[&case]).await;
        assert!(matches!(
            world.casework.listed(&*world.signed("worker").await, &records).await,
            Err(Refused::Damaged(_))
        ));
        assert!(world.open("worker", &other).await.is_ok());
    }
}

#[tokio::test]
async fn who_is_refused_stands_in_the_log() {
    for world in World::each().await {
        let case = world.case("worker").await;
        assert!(is_not_found(&world.open("stranger", &case).await));
        let newest = log::of_record(world.db(), &case).await.expect("events").pop().expect("an event");
        let told = event::told(newest.number, &newest.leaf).expect("ours");
        assert_eq!((told.act.as_str(), told.actor.as_str()), ("denied", world.id("stranger")));
    }
}

#[tokio::test]
async fn a_search_says_that_a_colleague_may_know_her_and_not_which_case() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let forms: BTreeSet<String> = ["gulnara".to_owned()].into();
        let own = world.casework.search(&*world.signed("worker").await, &forms).await.expect("found");
        assert_eq!((own.own, own.others), (vec![case.clone()], 0));
        let colleague = world.casework.search(&*world.signed("colleague").await, &forms).await.expect("found");
        assert_eq!((colleague.own, colleague.others), (Vec::new(), 1));
        let stranger = world.casework.search(&*world.signed("stranger").await, &forms).await.expect("found");
        assert_eq!((stranger.own, stranger.others), (Vec::new(), 0), "another centre has other keys");
        assert!(matches!(world.casework.search(&*world.signed("admin").await, &forms).await, Err(Refused::Denied)));
        assert_eq!(record::one(world.db(), &case).await.expect("a row").map(|row| row.state).as_deref(), Some("open"));
    }
}

fn consent(kind: &str, ends: &str) -> Value {
    json!({
        "id": "consent-1", "purpose": "legal_help", "recipient": {"kind": kind, "name": "S. Lawyer"},
        "classes": ["story"], "legal_basis": {"act": "L1"}, "form": {"form": "written", "paper": "folder 3"},
        "language": "kk", "explained": "in_conversation", "given_on": "2026-03-01", "ends_on": ends,
        "recorded_by": "worker",
    })
}

#[tokio::test]
async fn r5_a_lawyer_reads_the_story_while_she_agrees_and_not_a_day_longer() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let worker = world.open("worker", &case).await.expect("her own case");
        worker.let_in(world.id("lawyer"), false).await.expect("the lawyer is let in");
        let story = async || {
            let lawyer = world.open("lawyer", &case).await.expect("she is on the team");
            contents(&lawyer, Kind::Fact).await.expect("an answer").len()
        };
        assert_eq!(story().await, 0, "nobody asked her yet");
        let police = document(Kind::Consent, &consent("police", "2026-03-31"));
        worker.save(&police, "save-1").await.expect("a consent for somebody else");
        assert_eq!(story().await, 0, "a consent for the police is none for the lawyer");
        let given = document(Kind::Consent, &consent("lawyer", "2026-03-01"));
        worker.save(&given, "save-2").await.expect("a consent");
        assert_eq!(story().await, 1);
        let ended =
            worker.documents(&[Kind::Consent]).await.expect("consents").into_iter().find(|kept| kept.id == given.id);
        let mut withdrawn = consent("lawyer", "2026-03-31");
        withdrawn["withdrawal"] = json!({"withdrawn_at": "2026-03-01", "recorded_by": "worker"});
        let ended = ended.expect("the consent").saying(&withdrawn).expect("JSON");
        worker.save(&ended, "save-3").await.expect("she takes it back");
        assert_eq!(story().await, 0, "withdrawal acts at once");
    }
}

#[tokio::test]
async fn a_consent_ends_with_its_last_day_in_the_country() {
    use pana_app::casework::gate::consent_on;
    use pana_casework::policy::{Consent, Role};
    let given: pana_casework::consent::Consent = serde_json::from_value(consent("lawyer", "2026-03-01")).expect("one");
    // The worker's day ends at 19:00 UTC: 24:00 in Almaty.
    for (seconds, state) in [(0, Consent::Live), (10 * 3600 - 1, Consent::Live), (10 * 3600, Consent::Ended)] {
        let on = after(seconds).today();
        assert_eq!(consent_on(std::slice::from_ref(&given), Role::Lawyer, Class::Story, on), state, "{on}");
    }
    let on = after(0).today();
    assert_eq!(consent_on(std::slice::from_ref(&given), Role::Lawyer, Class::Health, on), Consent::Absent);
    assert_eq!(consent_on(std::slice::from_ref(&given), Role::Investigator, Class::Story, on), Consent::Absent);
}
