//! Referrals through their pages (R10): asked, answered, asked further up where no answer came, done when she was seen.

use axum::http::StatusCode;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::Kind;
use pana_casework::policy::Role;
use pana_casework::referral::{Need, Reason};
use serde_json::{Value, json};

use crate::room::{Actor, Room, document, speaks};

struct World {
    room: Room,
    worker: Actor,
    case: String,
}

/// A referral that was made so long ago, with an answer or without.
fn referral(on: &str, due: &str, answer: Option<Value>) -> Value {
    let mut asked =
        json!({"level": "first", "recipient": {"kind": "health", "name": "Clinic 3"}, "on": on, "due": due, "by": "x"});
    if let Some(answer) = answer {
        asked["answer"] = json!({"what": answer, "on": on, "recorded_by": "x"});
    }
    json!({"need": "medical", "asked": [asked]})
}

impl World {
    fn new(kept: &[Value]) -> Self {
        let room = Room::open();
        let worker = room.actor(Role::CaseWorker, Some(0));
        let documents: Vec<_> = kept.iter().map(|content| document(Kind::Referral, content)).collect();
        let case = room.case(&worker, &documents);
        Self { room, worker, case }
    }

    fn path(&self, lang: &str, below: &str) -> String {
        format!("/{lang}/casework/cases/{}{below}", self.case)
    }

    fn page(&self, below: &str) -> String {
        let (status, body) = self.room.get(&self.path("en", below), &self.worker.cookie);
        assert_eq!(status, StatusCode::OK, "{below}");
        body
    }

    fn sent(&self, below: &str, save: &str, form: &[(&str, &str)]) -> (StatusCode, String) {
        let mut pairs = vec![("save", save)];
        pairs.extend_from_slice(form);
        self.room.read(self.room.send("POST", &self.path("en", below), Some(&self.worker.cookie), &pairs))
    }

    fn send(&self, below: &str, form: &[(&str, &str)]) -> StatusCode {
        self.sent(below, &id::new(&mut System), form).0
    }

    /// The id of the first referral of the list with a step that can be taken.
    fn first(&self) -> String {
        let page = self.page("/referrals");
        let address = format!("/cases/{}/referrals/", self.case);
        let ids = page.split(&address).filter_map(|rest| rest.split('/').next());
        ids.map(str::to_owned).find(|id| id.len() == 32).expect("a referral")
    }

    fn given(&self) -> usize {
        let signed = self.worker.signed();
        self.room.runtime.block_on(async {
            let open = self.room.casework.open_case(&signed, &self.case).await.expect("her case");
            open.given().await.expect("what was given").len()
        })
    }
}

const CLINIC: [(&str, &str); 4] =
    [("need", "medical"), ("under", "nothing"), ("recipient_kind", "health"), ("recipient", "Clinic 3")];

#[test]
fn r10_a_referral_is_asked_answered_and_done_when_she_was_seen() {
    let world = World::new(&[]);
    assert!(world.page("/referrals").contains("Nobody was asked"), "what to do");
    assert_eq!(
        world.send("/referrals", &[("need", "medical"), ("under", "nothing"), ("recipient_kind", "health")]),
        StatusCode::BAD_REQUEST
    );
    let save = id::new(&mut System);
    for _ in 0..2 {
        assert_eq!(world.sent("/referrals", &save, &CLINIC).0, StatusCode::SEE_OTHER);
    }
    let page = world.page("/referrals");
    assert_eq!(page.matches("Clinic 3").count(), 1, "pressed twice, asked once");
    assert!(page.contains("Waits for an answer: 25 November 2026"), "three working days after a Saturday: {page}");
    assert!(world.page("").contains("A referral waits for an answer"), "it is due");
    let (first, new) = (world.first(), || id::new(&mut System));
    let below = |step: &str| format!("/referrals/{first}/{step}");
    let version = |version| ("version", version);
    let (status, told) = world.sent(&below("seen"), &new(), &[("on", "2026-11-21"), version("1")]);
    assert!(status == StatusCode::BAD_REQUEST && told.contains("Nobody helps yet"), "{told}");
    let (status, told) = world.sent(
        &below("further"),
        &new(),
        &[("recipient_kind", "social_department"), ("recipient", "R"), version("1")],
    );
    assert!(status == StatusCode::BAD_REQUEST && told.contains("An answer may still come in time"), "{told}");
    assert_eq!(
        world.send(&below("answer"), &[("answer", "maybe"), ("on", "2026-11-21"), version("1")]),
        StatusCode::BAD_REQUEST
    );
    assert_eq!(
        world.send(&below("answer"), &[("answer", "accepted"), ("on", "2026-11-20"), version("1")]),
        StatusCode::BAD_REQUEST,
        "before it was asked"
    );
    assert_eq!(
        world.send(&below("answer"), &[("answer", "accepted"), ("on", "2026-11-21"), version("9")]),
        StatusCode::CONFLICT
    );
    assert_eq!(
        world.send(&below("answer"), &[("answer", "accepted"), ("on", "2026-11-21"), version("1")]),
        StatusCode::SEE_OTHER
    );
    assert!(world.page("").contains("note when she was seen there"));
    assert_eq!(world.send(&below("seen"), &[("on", "2026-11-21"), version("2")]), StatusCode::SEE_OTHER);
    let page = world.page("/referrals");
    assert!(page.contains("Done, seen there: 21 November 2026") && !page.contains(&below("seen")), "{page}");
    assert!(!world.page("").contains("referral waits") && !world.page("").contains("note when she was seen"));
}

#[test]
fn r10_where_no_answer_came_the_region_is_asked_and_after_it_the_country() {
    let late = referral("2026-11-10", "2026-11-13", None);
    let refused = referral("2026-11-19", "2026-11-24", Some(json!({"answer": "refused", "reason": "no_place"})));
    for kept in [late, refused] {
        let world = World::new(&[kept]);
        assert!(world.page("").contains("ask the region"), "it is a task");
        assert!(
            world.room.get("/en/casework/tasks", &world.worker.cookie).1.contains("ask the region"),
            "also over all cases"
        );
        let page = world.page("/referrals");
        assert!(page.contains("Ask the region"), "{page}");
        let below = format!("/referrals/{}/further", world.first());
        let region =
            [("recipient_kind", "social_department"), ("recipient", "Department of the region"), ("version", "1")];
        assert_eq!(world.send(&below, &region), StatusCode::SEE_OTHER);
        let page = world.page("/referrals");
        assert!(
            page.contains("Region asked") && page.contains("Department of the region · 21 November 2026"),
            "{page}"
        );
        let answer = [("answer", "no_funds"), ("on", "2026-11-21"), ("version", "2")];
        assert_eq!(world.send(&below.replace("further", "answer"), &answer), StatusCode::SEE_OTHER);
        assert!(world.page("/referrals").contains("Ask the country"));
        let country = [("recipient_kind", "ngo"), ("recipient", "Coordinator"), ("version", "3")];
        assert_eq!(world.send(&below, &country), StatusCode::SEE_OTHER);
        let answer = [("answer", "not_theirs"), ("on", "2026-11-21"), ("version", "4")];
        assert_eq!(world.send(&below.replace("further", "answer"), &answer), StatusCode::SEE_OTHER);
        assert!(world.page("").contains("nobody is left to ask: tell the head"));
    }
}

#[test]
fn r10_what_is_given_with_it_needs_her_consent_and_stands_among_what_was_given() {
    let world = World::new(&[]);
    let consent = [
        ("purpose", "medical"),
        ("recipient_kind", "health"),
        ("recipient", "Clinic 5"),
        ("classes", "identity"),
        ("form", "oral_with_witness"),
        ("witness", "Somebody"),
        ("language", "kk"),
        ("explained", "in_conversation"),
        ("act", "personal_data"),
        ("ends_on", "2026-11-30"),
    ];
    assert_eq!(world.send("/consents", &consent), StatusCode::SEE_OTHER);
    let form = world.page("/referrals/new");
    let under =
        form.split("name=\"under\" value=\"").filter_map(|rest| rest.split('"').next()).find(|id| id.len() == 32);
    let under = under.expect("the consent is offered").to_owned();
    let refer = |classes: &str, save: &str| {
        world.sent("/referrals", save, &[("need", "medical"), ("under", under.as_str()), ("classes", classes)])
    };
    let (status, told) = refer("story", &id::new(&mut System));
    assert!(
        status == StatusCode::BAD_REQUEST && told.contains("The consent does not hold today, or does not name this")
    );
    assert_eq!(world.given(), 0);
    let save = id::new(&mut System);
    for _ in 0..3 {
        assert_eq!(refer("identity", &save).0, StatusCode::SEE_OTHER);
    }
    assert_eq!(world.given(), 1, "pressed three times, given once");
    let page = world.page("/referrals");
    assert!(page.contains("Clinic 5") && page.contains("it stands among what was given"));
}

#[test]
fn the_pages_of_referrals_speak_three_languages() {
    let kept: Vec<Value> = Reason::ALL
        .iter()
        .zip(Need::ALL.iter().cycle())
        .map(|(reason, need)| {
            let mut kept =
                referral("2026-11-20", "2026-11-25", Some(json!({"answer": "refused", "reason": reason.name()})));
            kept["need"] = json!(need.name());
            kept
        })
        .chain([referral("2026-11-20", "2026-11-25", Some(json!({"answer": "accepted"})))])
        .collect();
    let world = World::new(&kept);
    let first = world.first();
    for below in ["".to_owned(), "/referrals".to_owned(), "/referrals/new".to_owned()]
        .into_iter()
        .chain(["answer", "further", "seen"].map(|step| format!("/referrals/{first}/{step}")))
    {
        for lang in ["en", "ru", "kk"] {
            let (status, body) = world.room.get(&world.path(lang, &below), &world.worker.cookie);
            assert_eq!(status, StatusCode::OK, "{lang} {below}");
            speaks(&body, &format!("{lang} {below}"));
        }
    }
}
