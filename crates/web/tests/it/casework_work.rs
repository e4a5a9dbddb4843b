//! Work through its pages, and the sheet for a career centre as that office gets it (R3).

use axum::body::to_bytes;
use axum::http::{StatusCode, header};
use pana_app::casework::id;
use pana_app::casework::paper::{job_seeker_sheet, voice};
use pana_app::casework::random::System;
use pana_casework::employment::{Occupation, Sought};
use pana_casework::job_seeker::{Applicant, JobSeeker, Shield};
use pana_casework::person::FullName;
use pana_casework::policy::Role;
use pana_casework::screening::Answer;
use pana_casework::statistic::StatisticRow;
use pana_casework::{Confided, Kind};
use pana_publish::pdf::Press;
use pana_text::Lang;
use serde_json::json;

use crate::pdf_text::text_of;
use crate::room::{Actor, Room, document};

struct World {
    room: Room,
    worker: Actor,
    case: String,
}

/// What nobody may read on the sheet: words for what happened and for who helps, in any of the languages.
const WORDS: [&str; 14] = [
    "victim",
    "traffick",
    "survivor",
    "crisis",
    "shelter",
    "жертв",
    "трафик",
    "пострадавш",
    "кризис",
    "приют",
    "құрбан",
    "жәбірленуш",
    "дағдарыс",
    "pana",
];

impl World {
    fn new(named: bool) -> Self {
        let room = Room::open();
        let worker = room.actor(Role::CaseWorker, Some(0));
        let name = if named { "Aigul" } else { "" };
        let identity = json!({
            "name": {"first_name": name, "middle_name": "", "second_name": ""}, "sex": "female", "gender": "feminine",
            "mobile_phone": "+7 700 111 22 33", "safe_to_call": "yes", "interpreter": "no"
        });
        let case = room.case(&worker, &[document(Kind::Identity, &identity)]);
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

    fn version(&self) -> String {
        let page = self.page("/work/found");
        page.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("one").to_owned()
    }

    fn sent(&self, below: &str, form: &[(&str, &str)]) -> (StatusCode, String) {
        let (save, version) = (id::new(&mut System), self.version());
        let mut pairs = vec![("save", save.as_str()), ("version", version.as_str())];
        pairs.extend_from_slice(form);
        self.room.read(self.room.send("POST", &self.path("en", below), Some(&self.worker.cookie), &pairs))
    }

    fn send(&self, below: &str, form: &[(&str, &str)]) -> StatusCode {
        self.sent(below, form).0
    }

    fn seek(&self, more: &[(&str, &str)]) -> StatusCode {
        let mut form = vec![("skills", "cooking"), ("skills", "sewing"), ("languages", "kk"), ("permission", "no")];
        form.extend_from_slice(more);
        self.send("/work/sought", &form)
    }

    fn consent(&self, kind: &str, purpose: &str, classes: &[&str]) {
        let mut form = vec![
            ("purpose", purpose),
            ("recipient_kind", kind),
            ("recipient", "Office 2"),
            ("form", "oral_with_witness"),
            ("witness", "Somebody"),
            ("language", "kk"),
            ("explained", "in_conversation"),
            ("act", "personal_data"),
            ("ends_on", "2026-11-30"),
        ];
        form.extend(classes.iter().map(|class| ("classes", *class)));
        assert_eq!(self.send("/consents", &form), StatusCode::SEE_OTHER);
    }

    fn row(&self) -> StatisticRow {
        let signed = self.worker.signed();
        self.room.runtime.block_on(async {
            let open = self.room.casework.open_case(&signed, &self.case).await.expect("her case");
            let rows = open.documents(&[Kind::Statistic]).await.expect("the row");
            rows.last().expect("a row").read().expect("of its type")
        })
    }
}

#[test]
fn what_she_looks_for_and_finds_is_written_and_counted() {
    let world = World::new(true);
    assert!(world.page("/work").contains("Ask when she wants to talk about work"), "what to do");
    assert_eq!(world.seek(&[("other_wishes", "Mornings only"), ("region", "Near the lake")]), StatusCode::SEE_OTHER);
    let page = world.page("/work");
    for told in ["Cooking, baking, Sewing, handicraft", "Kazakh", "Mornings only", "Near the lake"] {
        assert!(page.contains(told), "{told}");
    }
    assert!(world.page("/work/sought").contains("Mornings only"), "what is written stands in the form");
    let long = "ә".repeat(121);
    assert_eq!(world.seek(&[("region", &long)]), StatusCode::BAD_REQUEST);
    let stale = [("save", id::new(&mut System)), ("version", "9".to_owned()), ("permission", "no".to_owned())];
    let stale: Vec<(&str, &str)> = stale.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sent = world.room.send("POST", &world.path("en", "/work/sought"), Some(&world.worker.cookie), &stale);
    assert_eq!(sent.status(), StatusCode::CONFLICT, "somebody else wrote in between");
    assert_eq!(world.row().employed, Answer::NotAsked);
    assert_eq!(world.send("/work/found", &[("kind", "training"), ("on", "2026-11-20")]), StatusCode::SEE_OTHER);
    assert_eq!(world.row().employed, Answer::NotAsked, "training is no work");
    assert_eq!(world.send("/work/found", &[("kind", "contract"), ("on", "2026-12-01")]), StatusCode::BAD_REQUEST);
    assert_eq!(world.send("/work/found", &[("kind", "contract"), ("on", "2026-11-21")]), StatusCode::SEE_OTHER);
    assert_eq!(world.row().employed, Answer::Yes);
    assert!(world.page("/work").contains("Work with a contract"));
}

#[test]
fn r3_a_word_that_gives_away_where_she_comes_from_is_not_taken() {
    let world = World::new(true);
    for line in ["from the Crisis place", "First invented centre helped", "Жертва", "құрбан болдым", "ask Самал"]
    {
        let mut form = vec![("other_skills", line)];
        form.extend([("permission", "no")]);
        let (status, body) = world.sent("/work/sought", &form);
        assert_eq!(status, StatusCode::BAD_REQUEST, "{line}");
        assert!(body.contains("would give away where she comes from"), "{line}");
    }
    assert_eq!(world.seek(&[("other_skills", "baking bread")]), StatusCode::SEE_OTHER);
}

#[test]
fn r3_the_sheet_is_byte_for_byte_that_of_any_applicant_and_stands_among_what_was_given() {
    let world = World::new(true);
    assert_eq!(world.seek(&[("other_wishes", "Mornings only"), ("region", "Semey")]), StatusCode::SEE_OTHER);
    assert!(world.page("/work").contains("It can be made once she has agreed"));
    assert_eq!(world.send("/work/sheet/en", &[]), StatusCode::FORBIDDEN, "without any consent");
    world.consent("lawyer", "legal_help", &["identity", "employment"]);
    let (status, told) = world.sent("/work/sheet/en", &[]);
    assert_eq!(status, StatusCode::BAD_REQUEST, "a consent for a lawyer is none for a career centre");
    assert!(told.contains("No consent holds today for work"));
    world.consent("career_centre", "employment", &["identity", "employment"]);
    assert!(world.page("/work").contains("Career centre · Office 2"));

    let library = pana_app::Library::builtin().expect("the built-in data are sound");
    let press = Press::new();
    let name = FullName { first_name: Confided::new("Aigul"), ..FullName::default() };
    let sought = Sought {
        skills: [Occupation::Cooking, Occupation::Sewing].into(),
        languages: ["kk".to_owned()].into(),
        other_wishes: Confided::new("Mornings only"),
        region: Confided::new("Semey"),
        ..Sought::default()
    };
    let anybody = Applicant { name, phone: Confided::new("+7 700 111 22 33") };
    let anybody = JobSeeker::new(anybody, sought, &Shield::default()).expect("somebody who looks for work");
    for lang in Lang::ALL {
        let save = id::new(&mut System);
        let path = world.path("ru", &format!("/work/sheet/{lang}"));
        let response = world.room.send("POST", &path, Some(&world.worker.cookie), &[("save", &save)]);
        assert_eq!(response.status(), StatusCode::OK, "{lang}");
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/pdf");
        let hers = world.room.runtime.block_on(to_bytes(response.into_body(), usize::MAX)).expect("the sheet");
        let voice = voice(&library, lang.tag(), lang).expect("a voice");
        let anybodys = press.print_paper(&job_seeker_sheet(&voice, &anybody)).expect("set");
        assert!(hers == anybodys, "{lang}: the sheet differs");
        let (text, raw) = (text_of(&hers).to_lowercase(), String::from_utf8_lossy(&hers).to_lowercase());
        assert!(text.contains("aigul") && text.contains("semey"), "{text}");
        for word in WORDS.into_iter().chain([world.case.as_str(), &world.case[..8], "invented", "самал"]) {
            assert!(!text.contains(word) && !raw.contains(word), "{lang}: {word}");
        }
    }
    let given = world.page("/history");
    assert!(given.matches("Printed").count() == 3, "each is in the log");
    let signed = world.worker.signed();
    let given = world.room.runtime.block_on(async {
        let open = world.room.casework.open_case(&signed, &world.case).await.expect("her case");
        open.given().await.expect("what was given").len()
    });
    assert_eq!(given, 3, "so that a withdrawal knows whom to ask for deletion");
}

#[test]
fn r3_without_a_name_or_wishes_nothing_goes_out() {
    let world = World::new(false);
    world.consent("career_centre", "employment", &["identity", "employment"]);
    assert!(world.page("/work").contains("once something stands under skills and wishes"));
    assert_eq!(world.seek(&[]), StatusCode::SEE_OTHER);
    let (status, told) = world.sent("/work/sheet/kk", &[]);
    assert!(status == StatusCode::BAD_REQUEST && told.contains("The name is missing"), "{told}");
    assert_eq!(world.send("/work/sheet/xx", &[]), StatusCode::NOT_FOUND);
    assert!(!world.page("/history").contains("Printed"));
}

#[test]
fn the_pages_of_work_speak_three_languages() {
    let world = World::new(true);
    assert_eq!(world.seek(&[]), StatusCode::SEE_OTHER);
    world.consent("career_centre", "employment", &["identity", "employment"]);
    for kind in pana_casework::employment::FoundWork::ALL {
        assert_eq!(world.send("/work/found", &[("kind", kind.name()), ("on", "2026-11-20")]), StatusCode::SEE_OTHER);
    }
    for below in ["/work", "/work/sought", "/work/found"] {
        for lang in ["en", "ru", "kk"] {
            let (status, body) = world.room.get(&world.path(lang, below), &world.worker.cookie);
            assert_eq!(status, StatusCode::OK, "{lang} {below}");
            crate::room::speaks(&body, &format!("{lang} {below}"));
        }
    }
}
