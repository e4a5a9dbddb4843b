//! Her own view, with a full document of every kind in it: words in three languages and nothing of how the program keeps them; and the
//! correction that she asks for, from her telephone to the worker and back.

use axum::http::{StatusCode, header};
use pana_app::casework::Document;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::policy::Role;
use pana_casework::{Class, Kind};
use pana_text::Lang;
use pana_web::casework::cookie;
use serde_json::{Value, json};

use crate::room::{Actor, Room, document};

const STAFF: &str = "0f0e0d0c0b0a09080706050403020100";

/// Full documents of a kind: every field filled in, and every shape it may have.
fn full(room: &Room, kind: Kind) -> Vec<Value> {
    let law = &room.casework.law;
    let day: jiff::civil::Date = "2026-09-01".parse().expect("a day");
    let terms = law.version_on(day).terms();
    let ground = &law.grounds.first().expect("a ground").value.code;
    let more = &law.clock.extension_grounds.first().expect("a ground").value.code;
    let criterion = law.criteria.first().expect("a criterion").value.code.as_str();
    let recipient = json!({"kind": "social_department", "name": "Somebody there"});
    let consent = |form: Value| {
        json!({"id": STAFF, "purpose": "legal_help", "recipient": recipient, "classes": ["identity", "legal"],
            "legal_basis": {"act": "personal_data", "article": "8"}, "form": form, "language": "kk",
            "explained": "in_conversation", "given_on": "2026-09-01", "ends_on": "2027-09-01", "recorded_by": STAFF,
            "withdrawal": {"withdrawn_at": "2026-10-01", "recorded_by": STAFF}})
    };
    let decided = |outcome: Value| json!({"body": "A body", "decided_on": "2026-09-02", "recorded_by": STAFF, "outcome": outcome, "law": terms});
    match kind {
        Kind::Sheet => vec![json!({"code_name": "Самал", "opened_on": "2026-09-01", "by": STAFF,
            "age_answer": "unsure", "age_group": "child", "language": "kk", "interpreter": "no",
            "source": "family_friends", "record_agreed": "yes"})],
        Kind::Needs => vec![json!({"danger_now": "yes", "dangers": ["exploiter_near", "self_harm"],
            "needs": ["medical_care", "safe_contact"]})],
        Kind::Tonight => vec![json!({"tonight": "other_centre", "accessible": "yes"})],
        Kind::Identity => vec![json!({"name": {"first_name": "Самал", "middle_name": "Ержанқызы", "second_name": "Н"},
            "other_names": ["Samal"], "birth": {"kind": "stated", "years": 17, "on": "2026-09-01"}, "sex": "female",
            "gender": "transgender_feminine", "mobile_phone": "+7 700", "safe_to_call": "no",
            "primary_language": "kk", "secondary_languages": ["ru"], "interpreter": "no"})],
        Kind::Residence => vec![json!({"citizenship": ["UZ"], "stateless": "no", "identity_number": "123",
            "papers": [{"kind": "Passport", "number": "N1", "country": "UZ", "valid_until": "2027-01-01",
                "place": "with_her"}], "may_stay_until": "2027-01-01"})],
        Kind::Fact => vec![
            json!({"kind": "how_it_ended", "when": {"known": "month", "year": 2026, "month": 8}, "told_by": "herself",
                "told_on": "2026-09-02", "note": "A neighbour called", "recorded_by": STAFF}),
            json!({"kind": "control", "when": {"known": "year", "year": 2025}, "told_by": "seen", "told_on": "2026-09-02",
                "methods_of_control": ["threats_of_authorities", "papers_withheld"], "recorded_by": STAFF}),
            json!({"kind": "work", "when": {"known": "unknown"}, "told_by": "witness", "told_on": "2026-09-02",
                "type_of_exploitation": ["forced_labour"], "recorded_by": STAFF}),
            json!({"kind": "recruitment", "when": {"known": "unknown"}, "told_by": "paper", "told_on": "2026-09-02",
                "method_of_recruitment": ["online_advertisement"], "recorded_by": STAFF}),
        ],
        Kind::Health => vec![json!({"kind": "hospital_stay", "on": "2026-09-05", "note": "Sleeps better",
            "next_on": "2026-10-05", "by": STAFF})],
        Kind::Employment => vec![json!({"sought": {"skills": ["cooking"], "other_skills": "Baursak",
            "languages": ["kk"], "wishes": ["childcare"], "other_wishes": "Mornings", "region": "Near the lake"},
            "permission": "declined", "found": [{"kind": "own_business", "on": "2026-10-10", "recorded_by": STAFF}]})],
        Kind::Screening | Kind::Proceeding => vec![json!({"anything": "at all"})],
        Kind::Identification => vec![json!({"body": "A body", "body_kind": "organisation",
            "decided_on": "2026-09-02", "status": "not_shown", "reference": "17", "recorded_by": STAFF})],
        Kind::Eligibility => vec![
            decided(json!({"decision": "eligible", "ground": ground, "criteria_met": [criterion]})),
            decided(json!({"decision": "refused", "reason": "criteria_not_shown", "legal_basis": "article 1",
                "legal_basis_verified": false, "refused_on": "2026-09-02",
                "appeal": {"body": "A court", "how": "In writing"}, "appeal_by": "2026-12-02"})),
        ],
        Kind::Course => vec![json!({"began_on": "2026-09-01", "taken": [{"from": "presumed",
            "step": "count_anonymously", "to": "anonymous_count", "on": "2026-09-02", "by": STAFF}]})],
        Kind::Assessment => vec![json!({"assessed_on": "2026-09-02", "criteria": {criterion: "not_asked"}})],
        Kind::Appeal => {
            vec![json!({"body": "A court", "filed_on": "2026-09-03", "reference": "18", "recorded_by": STAFF})]
        }
        Kind::Consent => vec![
            consent(json!({"form": "oral_with_witness", "witness": "Somebody"})),
            consent(json!({"form": "written", "paper": "12"})),
        ],
        Kind::Given => vec![
            json!({"classes": ["legal"], "given_on": "2026-09-02", "recipient": recipient, "given_by": STAFF,
                "under": {"under": "consent", "consent": STAFF, "purpose": "return_home"}}),
            json!({"classes": ["legal"], "given_on": "2026-09-02", "recipient": recipient, "given_by": STAFF,
                "under": {"under": "life_threat"}}),
        ],
        Kind::LifeThreat => vec![json!({"endangered": "her", "danger": "A threat at the door", "recipient": recipient,
            "classes": ["identity"], "on": "2026-09-02", "by": STAFF})],
        Kind::Plan => vec![json!({"made_on": "2026-09-02", "objectives": [{"words": "Find work", "language": "en",
            "progress": "under_way"}], "services": [{"kind": "social_psychological", "who": "A psychologist",
            "from": "2026-09-02", "to": "2026-12-02", "times": 1, "every": "week"}],
            "planned_end_date": "2026-12-02", "signed": [{"signer": "person", "on": "2026-09-02"}]})],
        Kind::Service => vec![json!({"kind": "social_psychological", "on": "2026-09-03",
            "amount": {"hundredths": 100, "unit": "hour"}, "by": STAFF, "note": "A first talk"})],
        Kind::Clock => vec![json!({"episode": 1, "started_on": "2026-09-02",
            "held_by": [{"centre": STAFF, "from": "2026-09-02"}],
            "pauses": [{"reason": "left_without_notice", "from": "2026-09-10", "until": "2026-09-12"}],
            "extensions": [{"ground": more, "months": 3, "evidence": "22", "decided_on": "2026-09-20",
                "decided_by": STAFF}],
            "plan_beyond": {"plan": "Other funding", "agreed_on": "2026-09-21", "agreed_by": STAFF}, "law": terms})],
        Kind::ExtensionRequest => vec![json!({"ground": more, "months": 1, "evidence": "22", "asked_on": "2026-09-19",
            "asked_by": STAFF, "answer": {"granted": false, "on": "2026-09-20", "by": STAFF}})],
        Kind::Referral => vec![json!({"need": "child_protection", "consent": STAFF, "asked": [
            {"level": "first", "recipient": recipient, "on": "2026-09-02", "due": "2026-09-07", "by": STAFF,
                "answer": {"what": {"answer": "refused", "reason": "not_theirs"}, "on": "2026-09-04", "recorded_by": STAFF}},
            {"level": "region", "recipient": recipient, "on": "2026-09-05", "due": "2026-09-10", "by": STAFF}]})],
        Kind::Stay => vec![json!({"place": "Room 2", "from": "2026-09-01", "to": "2026-09-20",
            "family": [{"sex": "male", "age_group": "child"}], "whole": true, "needs": ["no_steps", "nearby"]})],
        Kind::Guardian => vec![json!({"guardians": [{"name": "An aunt", "relation": "guardianship_body",
            "implicated": "no", "from": "2026-09-02", "to": null}], "guardianship_informed_on": "2026-09-03",
            "best_interest": []})],
        Kind::BestInterest => {
            vec![json!({"on": "2026-09-03", "by": STAFF, "child_heard": "yes", "note": "Stays here"})]
        }
        Kind::Task => vec![json!({"due": "2026-09-04", "kind": "ask_deletion", "for": "case_lead", "to": STAFF,
            "request": {"recipient": recipient, "classes": ["legal"], "asked_on": "2026-09-04"},
            "done": {"on": "2026-09-05", "by": STAFF}})],
        Kind::AgeDecision => {
            vec![json!({"group": "child", "on": "2026-09-05", "by": STAFF, "basis": "own_words"})]
        }
        Kind::Closure => vec![json!({"on": "2026-11-01", "reason": "after_exit", "recorded_by": STAFF})],
        Kind::Exit => {
            vec![json!({"on": "2026-10-30", "reason": "goals_met", "recorded_by": STAFF, "follow_up": "not_asked"})]
        }
        Kind::FollowUp => {
            vec![json!({"month": 3, "on": "2026-11-20", "reached": "needs_help", "employed": true, "by": STAFF})]
        }
        Kind::Correction => vec![json!({"about": "life_threat", "words": "It was not so", "asked_on": "2026-11-20",
            "answer": {"outcome": "beside", "words": "Your words stand here", "on": "2026-11-21", "by": STAFF}})],
        Kind::AttachedIdentity
        | Kind::AttachedStatus
        | Kind::AttachedStory
        | Kind::AttachedHealth
        | Kind::AttachedLegal
        | Kind::AttachedServices
        | Kind::AttachedCriminal
        | Kind::AttachedEmployment => {
            vec![json!({"name": "A letter with a stamp", "pages": 2, "on": "2026-09-05", "by": STAFF})]
        }
        // Of the centre or of an intake, never of a case; the counting row is written with the case.
        Kind::Statistic | Kind::Room | Kind::Bed | Kind::Reservation | Kind::Confirmation | Kind::Draft => Vec::new(),
    }
}

/// Signs her in with a new code; gives the cookie.
fn her_session(room: &Room, worker: &Actor, case: &str) -> String {
    let path = format!("/en/casework/cases/{case}/own-code");
    let given = room.send("POST", &path, Some(&worker.cookie), &[]);
    let bytes = room.runtime.block_on(axum::body::to_bytes(given.into_body(), usize::MAX)).expect("a page");
    let page = String::from_utf8_lossy(&bytes).into_owned();
    let code = page.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("the code").to_owned();
    let entered = room.send("POST", "/en/page", None, &[("code", &code)]);
    assert_eq!(entered.status(), StatusCode::SEE_OTHER);
    let set = entered.headers().get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let start = format!("{}=", cookie::SESSION);
    let token = set.filter_map(|value| value.strip_prefix(&start)).next().expect("a session");
    token.split(';').next().unwrap_or_default().to_owned()
}

/// The text of a page, a space for each mark.
fn spaced(html: &str) -> String {
    let parts = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")
}

fn every_document(room: &Room) -> Vec<Document> {
    let of = |kind: &Kind| full(room, *kind).into_iter().map(|content| document(*kind, &content)).collect::<Vec<_>>();
    Kind::ALL.iter().flat_map(of).collect()
}

#[test]
fn every_kind_of_document_is_said_to_her_in_words_of_three_languages() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &every_document(&room));
    let cookie = her_session(&room, &worker, &case);
    for lang in Lang::ALL {
        let (status, page) = room.get(&format!("/{lang}/page/1"), &cookie);
        assert_eq!(status, StatusCode::OK);
        let body = page.split("<main").nth(1).expect("the page").split("</main>").next().unwrap_or_default();
        // Names of staff are hers to read; those of this test hold a code.
        let said = spaced(body).replace(&worker.player.account.name, "");
        // A message that is missing stands in brackets, a code has an underscore, an account is thirty-two digits.
        if let Some(at) = said.find('[') {
            panic!("{lang}: {}", said[at..].chars().take(40).collect::<String>());
        }
        for word in said.split(|sign: char| !(sign.is_alphanumeric() || sign == '_' || sign == '-')) {
            let hex = word.len() == 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(!word.contains('_') && !hex, "{lang}: {word}");
        }
        for inner in
            ["hundredths", &room.casework.law.edition, "true", "false", "null", "recorded", "verified", "own-words"]
        {
            assert!(!said.contains(inner), "{lang}: {inner}");
        }
        let library = pana_app::Library::builtin().expect("the built-in data are sound");
        let words = library.words(lang);
        for kind in Kind::ALL.iter().filter(|kind| !full(&room, **kind).is_empty() && **kind != Kind::Correction) {
            // Attached papers have one title, whatever they are; she is told of them but for those of the proceedings.
            let name = if kind.is_attached() { "attached" } else { kind.name() };
            let title = words.say(&format!("her-kind-{}", name.replace('_', "-")));
            let open =
                kind.is_attached() || !matches!(kind.class(), Class::Screening | Class::Criminal | Class::Statistics);
            assert_eq!(body.contains(&format!("<h3>{title}</h3>")), open, "{lang} {title}");
        }
        assert!(said.contains(&words.say("her-sealed")), "{lang}: that there is a screening is said");
    }
    let (_, page) = room.get("/en/page/1", &cookie);
    for told in [
        "A neighbour called",
        "Sleeps better",
        "Near the lake",
        "A business of her own",
        "August 2026",
        "1 hour",
        "A threat at the door",
        "Find work",
        "Services were refused",
        "Your words stand here",
        "3 months",
    ] {
        assert!(page.contains(told), "{told}");
    }
}

#[test]
fn her_pages_do_not_say_what_they_are_and_leaving_asks_for_nothing() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    let cookie = her_session(&room, &worker, &case);
    for path in ["/en/page", "/en/page/1", "/en/page/2", "/en/page/3", "/en/page/4"] {
        let (status, page) = room.get(path, &cookie);
        assert_eq!(status == StatusCode::OK, path != "/en/page/4", "{path}");
        if status == StatusCode::OK {
            assert!(page.contains("<title>Page</title>") && page.contains("/assets/page.svg"), "{path}");
            assert!(!page.contains("/casework") && !page.contains("Pana"), "{path} says nothing of the room");
            assert!(page.contains("action=\"/en/page/leave\""), "{path} has the way out");
        }
    }
    let header = |answer: &axum::response::Response, name: &str| {
        answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };
    let stranger = room.send("GET", "/en/page/1", None, &[]);
    assert_eq!(header(&stranger, "location"), "/en/page");
    // Twice: the second time there is no session any more.
    for _ in 0..2 {
        let left = room.send("POST", "/en/page/leave", Some(&cookie), &[]);
        assert_eq!(header(&left, "location"), "/en/page/left");
        assert!(header(&left, "clear-site-data").contains("cookies"));
        assert_eq!(header(&room.send("GET", "/en/page/1", Some(&cookie), &[]), "location"), "/en/page");
    }
    let left = room.send("GET", "/en/page/left", None, &[]);
    assert_eq!(header(&left, "refresh"), "0; url=/en/page/gone");
    let gone = room.send("GET", "/en/page/gone", None, &[]);
    assert_eq!(header(&gone, "clear-site-data"), "\"cache\"", "the page before it is not kept for going back");
    // Nobody else's session ends by it.
    room.send("POST", "/en/page/leave", Some(&worker.cookie), &[]);
    assert_eq!(room.get("/en/casework", &worker.cookie).0, StatusCode::OK);
}

#[test]
fn whoever_has_a_code_may_read_her_own_as_often_as_she_wants() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    let path = format!("/en/casework/cases/{case}/own-code");
    let given = room.send("POST", &path, Some(&worker.cookie), &[]);
    let bytes = room.runtime.block_on(axum::body::to_bytes(given.into_body(), usize::MAX)).expect("a page");
    let page = String::from_utf8_lossy(&bytes).into_owned();
    let code = page.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("the code").to_owned();
    for time in 0..15 {
        let entered = room.send("POST", "/en/page", None, &[("code", &code)]);
        assert_eq!(entered.status(), StatusCode::SEE_OTHER, "the {time}. time");
    }
}

#[test]
fn she_takes_a_consent_back_on_her_own_page_and_it_acts_at_once() {
    let room = Room::open();
    let (worker, lawyer) = (room.actor(Role::CaseWorker, Some(0)), room.actor(Role::Lawyer, Some(0)));
    let consent = |id: &str, ends_on: &str| {
        let content = json!({"id": id, "purpose": "legal_help", "recipient": {"kind": "lawyer", "name": "A lawyer"},
            "classes": ["story"], "legal_basis": {"act": "personal_data", "article": "8"},
            "form": {"form": "oral_with_witness", "witness": "Somebody"}, "language": "kk",
            "explained": "in_conversation", "given_on": "2026-09-01", "ends_on": ends_on, "recorded_by": STAFF});
        let mut made = document(Kind::Consent, &content);
        id.clone_into(&mut made.id);
        made
    };
    let (live, over) = (id::new(&mut System), id::new(&mut System));
    let case = room.case(&worker, &[consent(&live, "2027-09-01"), consent(&over, "2026-10-01")]);
    let let_in = [("account", lawyer.player.account.id.as_str())];
    let path = format!("/en/casework/cases/{case}/team");
    assert_eq!(room.send("POST", &path, Some(&worker.cookie), &let_in).status(), StatusCode::SEE_OTHER);
    let story = format!("/en/casework/cases/{case}/story");
    assert_eq!(room.get(&story, &lawyer.cookie).0, StatusCode::OK, "she agreed");
    let cookie = her_session(&room, &worker, &case);
    assert!(room.get("/en/page/1", &cookie).1.contains("href=\"/en/page/3\""));
    let page = room.get("/en/page/3", &cookie).1;
    assert!(page.contains(&live) && !page.contains(&over), "only what holds can be taken back");
    let save = id::new(&mut System);
    let form = [("consent", live.as_str()), ("save", save.as_str())];
    for who in [&worker.cookie, &lawyer.cookie] {
        assert_eq!(room.send("POST", "/en/page/3", Some(who), &form).status(), StatusCode::NOT_FOUND);
    }
    // Pressed twice, it is taken back once.
    for _ in 0..2 {
        assert_eq!(room.send("POST", "/en/page/3", Some(&cookie), &form).status(), StatusCode::SEE_OTHER);
    }
    assert_ne!(room.get(&story, &lawyer.cookie).0, StatusCode::OK, "from this moment on");
    assert!(room.get("/en/page/3", &cookie).1.contains("None of your consents holds now."));
    assert!(!room.get("/en/page/1", &cookie).1.contains("href=\"/en/page/3\""));
}

#[test]
fn every_kind_has_a_title_for_her() {
    let library = pana_app::Library::builtin().expect("the built-in data are sound");
    for lang in Lang::ALL {
        let words = library.words(lang);
        for kind in Kind::ALL {
            let kind = if kind.is_attached() { "attached" } else { kind.name() };
            assert!(words.has(&format!("her-kind-{}", kind.replace('_', "-"))), "{lang} {kind}");
        }
        for class in Class::ALL {
            assert!(words.has(&format!("her-part-{}", class.name())), "{lang} {}", class.name());
        }
    }
}

#[test]
fn a_correction_that_she_asks_for_is_due_for_her_worker_and_its_answer_stands_in_her_view() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    let cookie = her_session(&room, &worker, &case);
    let new = || id::new(&mut System);
    let ask = |words: &str| {
        let save = new();
        let form = [("about", "needs"), ("words", words), ("save", save.as_str())];
        room.send("POST", "/en/page/2", Some(&cookie), &form).status()
    };
    assert!(room.get("/en/page/2", &cookie).1.contains("What is not right"));
    assert_eq!(ask("  "), StatusCode::BAD_REQUEST);
    assert_eq!(ask("I came with my sister"), StatusCode::SEE_OTHER);
    let page = room.get("/en/page/1", &cookie).1;
    assert!(page.contains("I came with my sister") && page.contains("not answered yet"));

    let address = format!("/en/casework/cases/{case}");
    let due = room.get(&address, &worker.cookie).1;
    assert!(due.contains("She asks for a correction"));
    assert!(room.get("/en/casework/tasks", &worker.cookie).1.contains("She asks for a correction"), "among her tasks");
    let id = due.split(&format!("/cases/{case}/corrections/")).nth(1).and_then(|rest| rest.split('"').next());
    let path = format!("{address}/corrections/{}", id.expect("its page"));
    let (status, form) = room.get(&path, &worker.cookie);
    assert!(status == StatusCode::OK && form.contains("I came with my sister"));
    let answer = |cookie: &str, outcome: &str| {
        let save = new();
        let form = [("outcome", outcome), ("words", "Your sister is added"), ("version", "1"), ("save", save.as_str())];
        room.send("POST", &path, Some(cookie), &form).status()
    };
    assert_eq!(answer(&cookie, "corrected"), StatusCode::FORBIDDEN, "she does not answer herself");
    assert_eq!(answer(&worker.cookie, "never"), StatusCode::BAD_REQUEST);
    assert_eq!(answer(&worker.cookie, "corrected"), StatusCode::SEE_OTHER);
    assert_eq!(answer(&worker.cookie, "beside"), StatusCode::NOT_FOUND, "it is answered once");
    assert!(!room.get(&address, &worker.cookie).1.contains("She asks for a correction"));
    assert!(room.get("/en/page/1", &cookie).1.contains("Your sister is added"));
    assert_eq!(room.get("/en/page/2", &worker.cookie).0, StatusCode::NOT_FOUND, "hers alone");
}
