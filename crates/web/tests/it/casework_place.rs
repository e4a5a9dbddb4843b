//! Places as the people of a centre give them: rooms of the head, a place for a case, a full house, who is here tonight.

use axum::body::to_bytes;
use axum::http::{StatusCode, header};
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::Kind;
use pana_casework::policy::{Action, Role};
use pana_store::casework::{Change, wrap};

use crate::room::{Actor, Room, document};

struct World {
    room: Room,
    worker: Actor,
    door: Actor,
    case: String,
}

struct Answer {
    status: StatusCode,
    location: String,
    body: String,
}

impl World {
    fn new() -> Self {
        let room = Room::open();
        let worker = room.actor(Role::CaseWorker, Some(0));
        let door = room.actor(Role::Admission, Some(0));
        let tonight = document(Kind::Tonight, &serde_json::json!({"tonight": "here", "accessible": "no"}));
        let case = room.case(&worker, &[tonight]);
        Self { room, worker, door, case }
    }

    fn head(&self) -> &Actor {
        &self.room.heads[0]
    }

    fn get(&self, actor: &Actor, below: &str) -> (StatusCode, String) {
        self.room.get(&format!("/en/casework{below}"), &actor.cookie)
    }

    fn page(&self, actor: &Actor, below: &str) -> String {
        let (status, body) = self.get(actor, below);
        assert_eq!(status, StatusCode::OK, "{below}");
        assert!(!body.contains("[place") && !body.contains("[room") && !body.contains("[tonight"), "{below}: {body}");
        body
    }

    fn post(&self, actor: &Actor, below: &str, form: &[(&str, &str)]) -> Answer {
        let save = id::new(&mut System);
        let mut pairs = vec![("save", save.as_str())];
        pairs.extend_from_slice(form);
        let response = self.room.send("POST", &format!("/en/casework{below}"), Some(&actor.cookie), &pairs);
        let status = response.status();
        let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
        let location = location.unwrap_or_default().to_owned();
        let bytes = self.room.runtime.block_on(to_bytes(response.into_body(), usize::MAX)).expect("the body ends");
        Answer { status, location, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    fn done(&self, actor: &Actor, below: &str, form: &[(&str, &str)]) {
        let answer = self.post(actor, below, form);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{below}: {}", fault(&answer.body));
        assert!(!answer.location.ends_with("/sign-in"), "{below}");
    }

    fn add_room(&self, name: &str, sex: &str, places: &str) {
        self.done(self.head(), "/places/rooms", &[("name", name), ("sex", sex), ("age", "adults"), ("places", places)]);
    }

    fn of_case(&self, below: &str) -> String {
        format!("/cases/{}{below}", self.case)
    }

    /// The first place that is offered to a woman.
    fn offered(&self, actor: &Actor, below: &str) -> Vec<String> {
        let page = self.page(actor, &format!("{below}?sex=female&age_group=adult"));
        values(&page, "choice")
    }

    fn give(&self, actor: &Actor, case: &str) -> String {
        let below = format!("/cases/{case}/place");
        let choice = self.offered(actor, &format!("{below}/new")).first().cloned().expect("a place is offered");
        let form = [("sex", "female"), ("age_group", "adult"), ("choice", choice.as_str()), ("needs", "meal")];
        self.done(actor, &below, &form);
        choice
    }

    fn free(&self) -> usize {
        let page = self.page(&self.worker, "/places");
        let sentence = page.split("class=\"sentence\"").nth(1).expect("a sentence");
        let number = sentence.split_once("<strong>").expect("a number").1;
        number.split_whitespace().next().and_then(|number| number.parse().ok()).expect("a number")
    }
}

/// What a form said was wrong.
fn fault(body: &str) -> String {
    let faults = body.split("class=\"fault\"").skip(1).filter_map(|rest| rest.split_once('>')?.1.split('<').next());
    faults.collect::<Vec<_>>().join(" | ")
}

/// The values of fields of a name.
fn values(body: &str, name: &str) -> Vec<String> {
    let field = format!("name=\"{name}\" value=\"");
    let found = body.split(field.as_str()).skip(1).filter_map(|rest| rest.split('"').next());
    found.map(str::to_owned).collect()
}

fn version(body: &str) -> String {
    values(body, "version").first().cloned().expect("a version")
}

#[test]
fn r12_a_place_is_given_moved_ended_and_the_end_is_taken_back() {
    let world = World::new();
    world.add_room("Blue", "women", "2");
    world.add_room("Green", "women", "1");
    assert_eq!(world.free(), 3);
    let first = world.give(&world.worker, &world.case);
    assert_eq!(world.free(), 2);
    let page = world.page(&world.worker, &world.of_case("/place"));
    assert!(page.contains("Green") && page.contains("something to eat"), "the small room is offered first");
    assert!(world.page(&world.worker, &world.of_case("")).contains("Green"), "the case says where she is");

    // Whoever is on duty moves her.
    let offers = world.offered(&world.door, &world.of_case("/place/new"));
    assert!(offers.contains(&first), "her own place counts as free while she moves");
    let other = offers.into_iter().find(|offer| *offer != first).expect("another room");
    let form = [("sex", "female"), ("age_group", "adult"), ("choice", other.as_str())];
    world.done(&world.door, &world.of_case("/place"), &form);
    assert_eq!(world.free(), 2, "she is in one place, not in two");

    let page = world.page(&world.worker, &world.of_case("/place"));
    let ahead = [("on", "2026-11-25"), ("version", &version(&page))];
    let refused = world.post(&world.worker, &world.of_case("/place/end"), &ahead);
    assert_eq!((refused.status, fault(&refused.body).as_str()), (StatusCode::BAD_REQUEST, "This day has not come."));
    world.done(&world.worker, &world.of_case("/place/end"), &[("on", "2026-11-21"), ("version", &version(&page))]);
    assert_eq!(world.free(), 3);

    let page = world.page(&world.worker, &world.of_case("/place"));
    assert!(page.contains("The stay in Blue was ended."), "the stay that ended last");
    world.done(&world.worker, &world.of_case("/place/back"), &[("version", &version(&page))]);
    assert_eq!(world.free(), 2);
    let history = world.page(&world.worker, &world.of_case("/history"));
    assert!(history.contains("Wrote"), "each of it is in the log");
}

#[test]
fn r12_the_last_place_goes_to_one_of_two_and_the_other_is_told_what_to_do() {
    let world = World::new();
    world.add_room("Blue", "women", "1");
    let second = world.room.case(&world.worker, &[]);
    let shown = world.offered(&world.worker, &format!("/cases/{second}/place/new"));
    world.give(&world.door, &world.case);
    let form = [("sex", "female"), ("age_group", "adult"), ("choice", shown[0].as_str())];
    let late = world.post(&world.worker, &format!("/cases/{second}/place"), &form);
    assert_eq!(late.status, StatusCode::BAD_REQUEST);
    assert!(late.body.contains("Nobody is sent away"), "a full house says what to do next");
    let tight = values(&late.body, "choice");
    assert!(tight.iter().all(|choice| choice.starts_with("tight:")), "{tight:?}");
    // One bed more is put up; the house says so and sends nobody out.
    let form = [("sex", "female"), ("age_group", "adult"), ("choice", tight[0].as_str())];
    world.done(&world.worker, &format!("/cases/{second}/place"), &form);
    assert!(world.page(world.head(), "/places").contains("1 person more than places"));
    // And where nothing fits, the head has a task.
    let third = world.room.case(&world.worker, &[]);
    let page = world.page(&world.worker, &format!("/cases/{third}/place/new?sex=male&age_group=adult"));
    assert!(page.contains("Nobody is sent away") && values(&page, "choice").is_empty());
    world.done(&world.worker, &format!("/cases/{third}/place/none"), &[]);
    assert!(world.page(&world.worker, &format!("/cases/{third}")).contains("Find a place for the night"));
}

#[test]
fn r12_at_once_ten_workers_cannot_take_one_place() {
    let world = World::new();
    world.add_room("Blue", "women", "3");
    let cases: Vec<String> = (0..10).map(|_| world.room.case(&world.worker, &[])).collect();
    let choice = world.offered(&world.worker, &world.of_case("/place/new"))[0].clone();
    let signed = world.worker.signed();
    let (casework, room) = (&world.room.casework, choice.strip_prefix("room:").expect("a room"));
    let given = world.room.runtime.block_on(async {
        let mut waiting = Vec::new();
        for case in &cases {
            let open = casework.open_case(&signed, case).await.expect("her case");
            let giving = pana_app::casework::stay::Giving {
                ask: pana_casework::centre::Ask {
                    guest: pana_casework::centre::Guest {
                        sex: pana_casework::person::Sex::Female,
                        age_group: pana_casework::age::AgeGroup::Adult,
                    },
                    family: Vec::new(),
                    accessible: false,
                },
                needs: std::collections::BTreeSet::new(),
                choice: pana_app::casework::stay::Choice::Room(room.to_owned()),
            };
            let save = id::new(&mut System);
            waiting.push(tokio::spawn(async move { open.give_place(&giving, &save).await.is_ok() }));
        }
        let mut given = 0;
        for one in waiting {
            given += usize::from(one.await.expect("an answer"));
        }
        given
    });
    assert!((1..=3).contains(&given), "{given} of three places were given");
    let rooms = world.room.runtime.block_on(casework.rooms(&signed, Action::Exists)).expect("the house");
    let total = rooms.house().total(rooms.now);
    assert_eq!(
        (total.present, total.over),
        (u32::try_from(given).expect("few"), 0),
        "nobody is in a bed that is not there"
    );
}

#[test]
fn who_is_here_tonight_is_code_names_for_the_head_and_the_door_only() {
    let world = World::new();
    world.add_room("Blue", "women", "2");
    world.give(&world.worker, &world.case);
    for actor in [world.head(), &world.door] {
        let page = world.page(actor, "/places/tonight");
        assert!(page.contains("Самал") && page.contains("Blue") && page.contains("something to eat"), "{page}");
        assert!(page.contains("1 person is here"));
    }
    assert_eq!(world.get(&world.worker, "/places/tonight").0, StatusCode::FORBIDDEN);
    assert!(!world.page(&world.worker, "/places").contains("Самал"));
    // On paper it is the head's, and in the log as printed.
    assert_eq!(world.get(&world.door, "/places/tonight/paper").0, StatusCode::FORBIDDEN);
    assert!(world.page(world.head(), "/places/tonight/paper").contains("Destroy the paper"));
    // That the case was looked into stands in its history.
    let history = world.page(&world.worker, &world.of_case("/history"));
    assert!(history.matches("Place").count() >= 3, "{history}");
    // The other centre sees nothing of it.
    let elsewhere = &world.room.heads[1];
    let (status, page) = world.room.get("/en/casework/places/tonight", &elsewhere.cookie);
    assert_eq!(status, StatusCode::OK);
    assert!(!page.contains("Самал") && page.contains("Nobody has a place"));
}

#[test]
fn a_bed_whose_record_was_erased_is_found_and_freed() {
    let world = World::new();
    world.add_room("Blue", "women", "1");
    world.give(&world.worker, &world.case);
    world.room.forge(&[Change::DropClass(world.case.clone(), "place".to_owned())]);
    assert_eq!(world.free(), 0);
    let page = world.page(&world.door, "/places/tonight");
    let bed =
        page.split("/places/beds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a bed without a record");
    world.done(&world.door, &format!("/places/beds/{bed}/free"), &[]);
    assert_eq!(world.free(), 1);
}

#[test]
fn a_place_is_held_for_a_day_under_a_mark_and_used_at_the_door() {
    let world = World::new();
    world.add_room("Blue", "women", "1");
    let below = "/places/reserve?sex=female&age_group=adult";
    let choice = values(&world.page(&world.door, below), "choice").first().cloned().expect("an offer");
    let form = [("sex", "female"), ("age_group", "adult"), ("choice", choice.as_str())];
    world.done(&world.door, "/places/reserve", &form);
    assert_eq!(world.free(), 0);
    let full = world.post(&world.door, "/places/reserve", &form);
    assert_eq!(full.status, StatusCode::BAD_REQUEST);
    assert!(full.body.contains("may come all the same"), "{}", full.body);
    let offers = world.offered(&world.worker, &world.of_case("/place/new"));
    let held = offers.iter().find(|offer| offer.starts_with("held:")).expect("what is held can be used");
    let form = [("sex", "female"), ("age_group", "adult"), ("choice", held.as_str())];
    world.done(&world.worker, &world.of_case("/place"), &form);
    assert!(world.page(&world.door, "/places").contains("Nothing is held."));
    assert_eq!(world.free(), 0, "held or taken, it is one place");
}

#[test]
fn the_head_makes_changes_and_closes_rooms_and_nobody_else() {
    let world = World::new();
    assert!(world.page(world.head(), "/places").contains("Add the first one"));
    assert!(world.page(&world.door, "/places").contains("Ask the head"));
    let form = [("name", "Blue"), ("sex", "women"), ("age", "adults"), ("places", "2")];
    assert_eq!(world.post(&world.door, "/places/rooms", &form).status, StatusCode::FORBIDDEN);
    assert_eq!(world.post(&world.worker, "/places/rooms", &form).status, StatusCode::FORBIDDEN);
    let wrong =
        world.post(world.head(), "/places/rooms", &[("name", " "), ("sex", "women"), ("age", "any"), ("places", "2")]);
    assert_eq!((wrong.status, fault(&wrong.body).as_str()), (StatusCode::BAD_REQUEST, "Give it a name or a number."));
    world.add_room("Blue", "women", "2");
    world.give(&world.worker, &world.case);
    let page = world.page(world.head(), "/places");
    let room = page.split("/places/rooms/").filter_map(|rest| rest.split(['/', '"']).next()).find(|id| id.len() == 32);
    let below = format!("/places/rooms/{}", room.expect("a room"));
    let refused = world.post(world.head(), &format!("{below}/close"), &[("version", &version(&page))]);
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(fault(&refused.body).contains("Give them another place first"), "{}", refused.body);
    let form_page = world.page(world.head(), &below);
    let changed =
        [("name", "Sky"), ("sex", "women"), ("age", "adults"), ("places", "3"), ("version", &version(&form_page))];
    world.done(world.head(), &below, &changed);
    assert_eq!(world.post(world.head(), &below, &changed).status, StatusCode::CONFLICT, "somebody wrote since");
    assert_eq!(world.free(), 2);
    let page = world.page(&world.worker, &world.of_case("/place"));
    world.done(&world.worker, &world.of_case("/place/end"), &[("on", "2026-11-21"), ("version", &version(&page))]);
    let page = world.page(world.head(), "/places");
    world.done(world.head(), &format!("{below}/close"), &[("version", &version(&page))]);
    let page = world.page(world.head(), "/places");
    assert!(page.contains("Closed rooms") && page.contains("Open again"));
    world.done(world.head(), &format!("{below}/open"), &[("version", &version(&page))]);
    assert_eq!(world.free(), 3);
}

/// The keys of a worker open which beds are taken, and none of the cases behind them.
#[test]
fn a_worker_holds_no_key_of_a_colleagues_place() {
    let world = World::new();
    world.add_room("Blue", "women", "2");
    world.give(&world.worker, &world.case);
    let colleague = world.room.actor(Role::CaseWorker, Some(0));
    assert_eq!(world.get(&colleague, &world.of_case("/place")).0, StatusCode::NOT_FOUND);
    let held = world.room.runtime.block_on(wrap::of_record(&world.room.casework.db, &world.case)).expect("wraps");
    assert!(held.iter().all(|wrap| wrap.holder != colleague.player.account.id));
    let rooms = world.room.runtime.block_on(world.room.casework.rooms(&colleague.signed(), Action::Exists));
    let rooms = rooms.expect("she sees what is free");
    let beds: String = rooms.beds.iter().map(|kept| kept.document.content.to_string()).collect();
    assert!(!beds.contains("Самал") && !beds.contains(&world.case), "{beds}");
}

#[test]
fn leaving_the_services_frees_the_place() {
    let world = World::new();
    world.add_room("Blue", "women", "1");
    world.give(&world.worker, &world.case);
    let form = [("reason", "own_wish"), ("on", "2026-11-21"), ("follow_up", "declined")];
    world.done(&world.worker, &world.of_case("/exit"), &form);
    assert_eq!(world.free(), 1);
}
