//! From decision to exit as the people of a centre work: consent and its withdrawal, decisions and appeal, plan and services, the clock,
//! leaving and coming back.

use axum::body::to_bytes;
use axum::http::{StatusCode, header};
use pana_app::casework::Refused;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::policy::{Action, Role};
use pana_casework::{Class, Kind};

use crate::room::{Actor, Room, document};

/// What was answered to a form.
struct Answer {
    status: StatusCode,
    location: String,
    body: String,
}

/// A centre with a worker, her head, a lawyer, and a case with a story.
struct World {
    room: Room,
    worker: Actor,
    lawyer: Actor,
    case: String,
}

impl World {
    fn new() -> Self {
        let room = Room::open();
        let worker = room.actor(Role::CaseWorker, Some(0));
        let lawyer = room.actor(Role::Lawyer, Some(0));
        let story = document(Kind::Fact, &serde_json::json!({"words": "what happened"}));
        let case = room.case(&worker, &[story]);
        let world = Self { room, worker, lawyer, case };
        let lawyer = world.lawyer.player.account.id.clone();
        let let_in = world.post(&world.worker, "/team", &[("account", lawyer.as_str())]);
        assert_eq!(let_in.status, StatusCode::SEE_OTHER);
        world
    }

    fn path(&self, lang: &str, below: &str) -> String {
        format!("/{lang}/casework/cases/{}{below}", self.case)
    }

    fn get(&self, actor: &Actor, below: &str) -> (StatusCode, String) {
        self.room.get(&self.path("en", below), &actor.cookie)
    }

    /// Sends a form with a saving of its own.
    fn post(&self, actor: &Actor, below: &str, form: &[(&str, &str)]) -> Answer {
        let save = id::new(&mut System);
        let mut pairs = vec![("save", save.as_str())];
        pairs.extend_from_slice(form);
        let response = self.room.send("POST", &self.path("en", below), Some(&actor.cookie), &pairs);
        let status = response.status();
        let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
        let location = location.unwrap_or_default().to_owned();
        let bytes = self.room.runtime.block_on(to_bytes(response.into_body(), usize::MAX)).expect("the body ends");
        Answer { status, location, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    fn done(&self, actor: &Actor, below: &str, form: &[(&str, &str)]) {
        let answer = self.post(actor, below, form);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{below}: {}", faults(&answer.body));
        assert!(!answer.location.ends_with("/sign-in"), "{below}");
    }

    /// Whether she can read the story, and how many of its documents.
    fn story(&self, actor: &Actor) -> Result<usize, Refused> {
        self.room.runtime.block_on(async {
            let open = self.room.casework.open_case(&actor.signed(), &self.case).await?;
            open.demand(Class::Story, Action::Read).await?;
            Ok(open.documents(&[Kind::Fact]).await?.len())
        })
    }

    fn consent(&self) -> String {
        let form = [
            ("purpose", "legal_help"),
            ("recipient_kind", "lawyer"),
            ("recipient", "Invented lawyer"),
            ("classes", "story"),
            ("classes", "legal"),
            ("form", "oral_with_witness"),
            ("witness", "Somebody else"),
            ("language", "kk"),
            ("explained", "in_conversation"),
            ("act", "personal_data"),
        ];
        self.done(&self.worker, "/consents", &form);
        let (_, list) = self.get(&self.worker, "/consents");
        let found = list.split("/consents/").filter_map(|rest| rest.split_once("/withdraw")).map(|(id, _)| id);
        found.filter(|id| id.len() == 32).last().expect("the consent stands in the list").to_owned()
    }
}

/// What a form said was wrong.
fn faults(body: &str) -> String {
    let faults = body.split("class=\"fault\"").skip(1).filter_map(|rest| rest.split_once('>')?.1.split('<').next());
    faults.collect::<Vec<_>>().join(" | ")
}

#[test]
fn r5_a_withdrawal_closes_the_story_at_once_and_asks_for_what_was_given() {
    let world = World::new();
    assert!(matches!(world.story(&world.lawyer), Err(Refused::NotFound)), "no consent, no story");
    let consent = world.consent();
    assert_eq!(world.story(&world.lawyer).expect("she agreed"), 1);
    let below = format!("/consents/{consent}");

    let wrong = world.post(&world.worker, &format!("{below}/given"), &[("classes", "health")]);
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST, "what the consent does not name is not given");
    world.done(&world.worker, &format!("{below}/given"), &[("classes", "story")]);
    let (status, before) = world.get(&world.worker, &format!("{below}/withdraw"));
    assert_eq!(status, StatusCode::OK);
    assert!(before.contains("Invented lawyer: Story"), "the page lists what was given");
    assert!(before.contains("costs her nothing"));

    world.done(&world.worker, &format!("{below}/withdraw"), &[]);
    assert!(matches!(world.story(&world.lawyer), Err(Refused::NotFound)), "the next request is refused");
    let (_, list) = world.get(&world.worker, "/consents");
    assert!(list.contains("Withdrawn"));
    world.done(&world.worker, &format!("{below}/withdraw"), &[]);
    let (_, case) = world.get(&world.worker, "");
    assert_eq!(
        case.matches("to delete").count(),
        2,
        "one task, in its text and on its button, however often it was pressed"
    );
    let task = case.split("/tasks/").nth(1).and_then(|rest| rest.split('/').next()).expect("a task");
    world.done(&world.worker, &format!("/tasks/{task}/done"), &[]);
    assert!(!world.get(&world.worker, "").1.contains("to delete"));
    assert_eq!(world.post(&world.lawyer, &format!("{below}/withdraw"), &[]).status, StatusCode::FORBIDDEN);
}

#[test]
fn r5_a_threat_to_life_is_an_act_of_its_own_and_no_consent() {
    let world = World::new();
    let form = [
        ("endangered", "her"),
        ("danger", "he waits at the door"),
        ("recipient_kind", "police"),
        ("recipient", "Duty officer"),
        ("classes", "place"),
    ];
    let empty = world.post(&world.worker, "/life-threat", &form[..4]);
    assert_eq!((empty.status, faults(&empty.body).contains("Choose what was given")), (StatusCode::BAD_REQUEST, true));
    world.done(&world.worker, "/life-threat", &form);
    let (_, list) = world.get(&world.worker, "/consents");
    assert!(list.contains("Duty officer") && list.contains("She has still to be told"));
    assert!(list.contains("No consent is written down") && list.contains("he waits at the door"));
    // Whoever did it is no second person; her head is.
    assert!(list.contains("Nobody else stands by it yet") && !list.contains("/second\""));
    let at = |list: &str, below: &str| {
        let end = list.find(&format!("/{below}\"")).expect("a button");
        let from = list[..end].rfind("/life-threat").expect("an address");
        format!("{}/{below}", &list[from..end])
    };
    let head = world.room.actor(Role::Head, Some(0));
    let (_, seen) = world.get(&head, "/consents");
    let second = at(&seen, "second");
    assert_eq!(world.post(&world.worker, &second, &[]).status, StatusCode::BAD_REQUEST);
    world.done(&head, &second, &[]);
    world.done(&world.worker, &at(&list, "told"), &[]);
    let (_, list) = world.get(&world.worker, "/consents");
    assert!(!list.contains("Nobody else stands by it yet") && !list.contains("She has still to be told"), "{list}");
    assert!(list.contains("stands by it too") && list.contains("She was told on"));
    assert_eq!(
        world.post(&head, "/life-threat/00000000000000000000000000000000/told", &[]).status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn r2_a_refusal_has_a_lawful_reason_a_day_and_a_path_to_appeal() {
    let world = World::new();
    let refuse = |reason: &str, body: &str| {
        world.post(
            &world.worker,
            "/decisions/eligibility",
            &[
                ("outcome", "refused"),
                ("body", "Social department"),
                ("on", "2026-11-21"),
                ("reason", reason),
                ("appeal_body", body),
                ("appeal_how", "in writing"),
                ("appeal_by", "2026-12-21"),
            ],
        )
    };
    for forbidden in ["no_registration", "citizenship", "no_documents", "no_cooperation", ""] {
        assert_eq!(refuse(forbidden, "Court").status, StatusCode::BAD_REQUEST, "{forbidden}");
    }
    let early = refuse("criteria_not_shown", "Court");
    assert!(faults(&early.body).contains("Answers are missing"), "{}", faults(&early.body));

    let no = [("criterion-1", "no"), ("criterion-2", "no"), ("criterion-3", "no")];
    world.done(&world.worker, "/decisions/assessment", &no);
    let bare = refuse("criteria_not_shown", "");
    assert!(faults(&bare.body).contains("where and how to appeal"), "{}", faults(&bare.body));
    assert!(bare.body.contains("Social department"), "what was typed stays in the form");
    assert_eq!(refuse("criteria_not_shown", "Court").status, StatusCode::SEE_OTHER);

    let (_, page) = world.get(&world.worker, "/decisions");
    assert!(page.contains("Court") && page.contains("30 days left"), "the path and the days left");
    assert!(page.contains("Law: edition KZ") && page.contains("Not verified"), "the law it was made under");
    world.done(&world.lawyer, "/decisions/appeal", &[("body", "Court"), ("on", "2026-11-21")]);
    assert!(world.get(&world.worker, "/decisions").1.contains("Court</strong>"));

    let yes = [("criterion-1", "yes"), ("criterion-2", "yes"), ("criterion-3", "unknown")];
    world.done(&world.worker, "/decisions/assessment", &yes);
    let owed = refuse("criteria_not_shown", "Court");
    assert!(faults(&owed.body).contains("services are owed"), "{}", faults(&owed.body));
    let accepted = [("outcome", "owed"), ("body", "Social department"), ("on", "2026-11-21")];
    world.done(&world.worker, "/decisions/eligibility", &accepted);
}

#[test]
fn an_extension_is_asked_by_the_worker_and_decided_by_the_head_in_time_and_within_nine_months() {
    let world = World::new();
    let head = &world.room.heads[0];
    let ask = |months: &str| {
        let form = [("ground", "criminal_proceedings"), ("months", months), ("evidence", "No. 12")];
        world.post(&world.worker, "/clock/extension", &form)
    };
    world.done(&world.worker, "/clock/start", &[("on", "2026-11-01")]);
    let (_, clock) = world.get(&world.worker, "/clock");
    assert!(clock.contains("Day 21 of 182: 6 months"), "a sentence");
    assert!(clock.contains("<progress max=\"182\" value=\"20\""), "and a bar");
    assert!(faults(&ask("4").body).contains("more than the maximum"));
    assert!(faults(&ask("0").body).contains("by how many months"));
    assert_eq!(ask("3").status, StatusCode::SEE_OTHER);
    let (_, waiting) = world.get(head, "/clock");
    let request = waiting.split("/clock/extension/").nth(1).and_then(|rest| rest.split('"').next()).expect("a request");
    let below = format!("/clock/extension/{request}");
    assert_eq!(world.post(&world.worker, &below, &[("answer", "grant")]).status, StatusCode::FORBIDDEN);
    world.done(head, &below, &[("answer", "grant")]);
    let (_, extended) = world.get(&world.worker, "/clock");
    assert!(extended.contains("9 months of guaranteed services") && extended.contains("Granted"));
    world.done(head, &below, &[("answer", "grant")]);
    assert!(world.get(head, "/clock").1.contains("9 months of guaranteed services"), "pressed twice, granted once");
}

#[test]
fn after_the_end_an_extension_is_refused_in_words_and_nothing_is_blocked() {
    let world = World::new();
    world.done(&world.worker, "/clock/start", &[("on", "2026-01-15")]);
    let late = world.post(
        &world.worker,
        "/clock/extension",
        &[("ground", "criminal_proceedings"), ("months", "1"), ("evidence", "No. 12")],
    );
    assert_eq!(late.status, StatusCode::BAD_REQUEST);
    assert!(faults(&late.body).contains("decided on or before the last day"), "{}", faults(&late.body));
    let (_, clock) = world.get(&world.worker, "/clock");
    assert!(clock.contains("Beyond the guaranteed volume for 129 days"));
    let service = [("kind", "social_psychological"), ("on", "2026-11-21"), ("amount", "1,5"), ("unit", "hour")];
    world.done(&world.worker, "/services", &service);
    assert!(world.get(&world.worker, "/plan").1.contains("1.5 hours"));
    let version = clock.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let version = version.map_or("1".to_owned(), str::to_owned);
    world.done(&world.worker, "/clock/beyond", &[("plan", "A grant until spring"), ("version", &version)]);
    assert!(!world.get(&world.worker, "/clock").1.contains("class=\"notice\""), "the plan is there");
}

#[test]
fn r7_without_consent_clock_plan_or_decision_a_service_is_logged() {
    let world = World::new();
    let service =
        [("kind", "social_legal"), ("on", "2026-11-20"), ("amount", "2"), ("unit", "session"), ("note", "letter")];
    world.done(&world.worker, "/services", &service);
    world.done(&world.worker, "/services", &service);
    let (_, plan) = world.get(&world.worker, "/plan");
    assert!(plan.contains("There is no plan yet") && plan.contains("2 sessions"));
    let (status, days) = world.get(&world.worker, "/days?from=2026-11-01&to=2026-11-30");
    assert_eq!(status, StatusCode::OK);
    assert!(days.contains("1 day with a service"), "two services on one day are one day");
    let long = "x".repeat(281);
    let long =
        world.post(&world.worker, "/services", &[service[0], service[1], service[2], service[3], ("note", &long)]);
    assert!(faults(&long.body).contains("too long"));
    let tomorrow = [service[0], ("on", "2026-11-22"), service[2], service[3]];
    assert!(faults(&world.post(&world.worker, "/services", &tomorrow).body).contains("has not come"));
}

#[test]
fn a_plan_holds_her_words_is_signed_once_by_each_and_is_held_against_what_was_given() {
    let world = World::new();
    let form = [
        ("goals", "Үйге оралу\nЖұмыс табу"),
        ("language", "kk"),
        ("services", "social_legal"),
        ("services", "social_medical"),
        ("who", "Centre"),
        ("times", "1"),
        ("every", "week"),
        ("from", "2026-11-21"),
        ("until", "2027-05-21"),
    ];
    let wordless = world.post(&world.worker, "/plan", &form[1..]);
    assert!(faults(&wordless.body).contains("in her words"));
    world.done(&world.worker, "/plan", &form);
    let (_, plan) = world.get(&world.worker, "/plan");
    assert!(plan.contains("Жұмыс табу"));
    let version = |page: &str| {
        page.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("0").to_owned()
    };
    let first = version(&plan);
    world.done(&world.worker, "/plan/sign", &[("signer", "person"), ("version", &first)]);
    let stale = world.post(&world.worker, "/plan/sign", &[("signer", "worker"), ("version", &first)]);
    assert_eq!(stale.status, StatusCode::CONFLICT, "somebody wrote since the form was shown");
    assert!(world.get(&world.worker, "/plan").1.contains("She herself · "));
}

#[test]
fn a_pause_and_an_exit_keep_the_days_and_the_door_stays_open() {
    let world = World::new();
    world.done(&world.worker, "/clock/start", &[("on", "2026-11-01")]);
    world.done(&world.worker, "/clock/pause", &[("reason", "medical_stay"), ("on", "2026-11-11"), ("version", "1")]);
    assert!(world.get(&world.worker, "/clock").1.contains("The clock rests"));
    world.done(&world.worker, "/clock/resume", &[("version", "2")]);
    assert!(world.get(&world.worker, "/clock").1.contains("Day 11 of 182"), "ten days used, ten days away");

    let exit = [("reason", "own_wish"), ("on", "2026-11-21"), ("follow_up", "agreed")];
    world.done(&world.worker, "/exit", &exit);
    let (_, left) = world.get(&world.worker, "/exit");
    for month in ["After 1 month", "After 3 months", "After 6 months", "After 12 months"] {
        assert!(left.contains(month), "{month}");
    }
    world.done(&world.worker, "/exit/follow-up", &[("month", "1"), ("reached", "no_more"), ("employed", "not_asked")]);
    assert!(world.get(&world.worker, "/exit").1.contains("Nothing is due"), "she is not asked again");
    world.done(&world.worker, "/exit/reopen", &[]);
    assert!(world.get(&world.worker, "/exit").1.contains("Services have not ended"));
    assert!(world.get(&world.worker, "/clock").1.contains("Day 11 of 182"), "the old clock goes on");
}

#[test]
fn every_page_speaks_three_languages_and_shows_no_name_in_its_title() {
    let world = World::new();
    let consent = world.consent();
    world.done(&world.worker, "/clock/start", &[("on", "2026-11-01")]);
    let pages = [
        String::new(),
        "/consents".to_owned(),
        "/consents/new".to_owned(),
        format!("/consents/{consent}/withdraw"),
        format!("/consents/{consent}/given"),
        "/life-threat".to_owned(),
        "/decisions".to_owned(),
        "/decisions/identification".to_owned(),
        "/decisions/assessment".to_owned(),
        "/decisions/eligibility".to_owned(),
        "/decisions/appeal".to_owned(),
        "/plan".to_owned(),
        "/plan/new".to_owned(),
        "/services".to_owned(),
        "/days".to_owned(),
        "/clock".to_owned(),
        "/clock/extension".to_owned(),
        "/clock/pause".to_owned(),
        "/clock/beyond".to_owned(),
        "/exit".to_owned(),
        "/exit/new".to_owned(),
    ];
    for below in pages {
        for lang in ["en", "ru", "kk"] {
            let (status, body) = world.room.get(&world.path(lang, &below), &world.worker.cookie);
            assert_eq!(status, StatusCode::OK, "{lang} {below}");
            let missing =
                body.split('[').skip(1).filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_lowercase()));
            let missing: Vec<&str> = missing.filter_map(|rest| rest.split(']').next()).collect();
            assert_eq!(missing, Vec::<&str>::new(), "{lang} {below}: messages are missing");
            assert!(body.contains("</html>"), "{lang} {below}: the page is whole");
            let title = body.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            assert!(!title.contains("Самал") && !title.contains("lawyer"), "{title}");
        }
    }
}
