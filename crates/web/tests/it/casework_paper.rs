//! Papers to hand out, read as somebody reads them who finds them: what they must say, and what they must never.

use axum::body::to_bytes;
use axum::http::{StatusCode, header};
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::Kind;
use pana_casework::policy::Role;
use pana_text::Lang;
use serde_json::json;

use crate::pdf_text::{squeezed, text_of};
use crate::room::{Actor, Room, document};

/// What was answered to a request for a paper.
struct Answer {
    status: StatusCode,
    cache: String,
    disposition: String,
    kind: String,
    bytes: Vec<u8>,
}

impl Answer {
    /// What the paper says, without white space.
    fn text(&self) -> String {
        assert_eq!((self.status, self.kind.as_str()), (StatusCode::OK, "application/pdf"));
        text_of(&self.bytes)
    }
}

/// What no paper may say unless it was asked for: names, telephone, body and mind, story, papers.
const CANARIES: [&str; 6] =
    ["Kanaryname", "Kanarysurname", "Kanaryphone", "Kanaryhealth", "Kanarystory", "Kanarypapers"];

/// A case with something in every compartment.
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
        let identity = json!({
            "name": {"first_name": "Kanaryname", "middle_name": "", "second_name": "Kanarysurname"},
            "sex": "female", "gender": "feminine", "mobile_phone": "Kanaryphone", "safe_to_call": "yes",
            "interpreter": "no"
        });
        let documents = [
            document(Kind::Identity, &identity),
            document(Kind::Health, &json!({"words": "Kanaryhealth"})),
            document(Kind::Fact, &json!({"words": "Kanarystory"})),
            document(Kind::Residence, &json!({"words": "Kanarypapers"})),
        ];
        let case = room.case(&worker, &documents);
        let world = Self { room, worker, lawyer, case };
        let lawyer = world.lawyer.player.account.id.clone();
        world.done("/team", &[("account", lawyer.as_str())]);
        world
    }

    fn path(&self, lang: &str, below: &str) -> String {
        format!("/{lang}/casework/cases/{}{below}", self.case)
    }

    fn done(&self, below: &str, form: &[(&str, &str)]) {
        let save = id::new(&mut System);
        let mut pairs = vec![("save", save.as_str())];
        pairs.extend_from_slice(form);
        let response = self.room.send("POST", &self.path("en", below), Some(&self.worker.cookie), &pairs);
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "{below}");
    }

    fn page(&self, below: &str) -> String {
        let (status, body) = self.room.get(&self.path("en", below), &self.worker.cookie);
        assert_eq!(status, StatusCode::OK, "{below}");
        body
    }

    fn taken(&self, actor: &Actor, path: &str) -> Answer {
        let response = self.room.send("GET", path, Some(&actor.cookie), &[]);
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let (cache, disposition) = (header(header::CACHE_CONTROL), header(header::CONTENT_DISPOSITION));
        let kind = header(header::CONTENT_TYPE);
        let (cache, disposition, kind) = (cache.to_owned(), disposition.to_owned(), kind.to_owned());
        let status = response.status();
        let bytes = self.room.runtime.block_on(to_bytes(response.into_body(), usize::MAX)).expect("the body ends");
        Answer { status, cache, disposition, kind, bytes: bytes.to_vec() }
    }

    fn paper(&self, lang: &str, below: &str) -> Answer {
        let answer = self.taken(&self.worker, &self.path(lang, below));
        keep(&answer, lang, below);
        answer
    }

    /// The acts of the case's history, newest first: act and classes as its page shows them.
    fn printed(&self) -> usize {
        self.page("/history").matches("Printed").count()
    }

    fn plan(&self) {
        let form = [
            ("goals", "Үйге оралу\n#read(\"/etc/passwd\") Қосымша жұмыс табу"),
            ("language", "kk"),
            ("services", "social_legal"),
            ("services", "social_medical"),
            ("who", "Айгүл, заңгер"),
            ("times", "2"),
            ("every", "week"),
            ("from", "2026-11-21"),
            ("until", "2027-05-21"),
        ];
        self.done("/plan", &form);
    }

    fn refuse(&self, appeal_by: &str) {
        self.done("/decisions/assessment", &[("criterion-1", "no"), ("criterion-2", "no"), ("criterion-3", "no")]);
        let form = [
            ("outcome", "refused"),
            ("body", "Invented department"),
            ("on", "2026-11-21"),
            ("reason", "criteria_not_shown"),
            ("appeal_body", "Invented court"),
            ("appeal_how", "in writing, at the door"),
            ("appeal_by", appeal_by),
        ];
        self.done("/decisions/eligibility", &form);
    }

    fn consent(&self, explained: &str, language: &str) {
        let form = [
            ("purpose", "legal_help"),
            ("recipient_kind", "lawyer"),
            ("recipient", "Invented lawyer"),
            ("classes", "story"),
            ("classes", "legal"),
            ("form", "oral_with_witness"),
            ("witness", "Invented witness"),
            ("language", language),
            ("explained", explained),
            ("act", "personal_data"),
            ("ends_on", "2026-12-31"),
        ];
        self.done("/consents", &form);
    }

    /// The address of the paper that a page offers first.
    fn offered(&self, below: &str) -> String {
        let page = self.page(below);
        let action = page.split("<form").filter_map(|form| form.split_once("action=\"")?.1.split('"').next());
        let paper =
            action.filter_map(|action| action.split_once(&self.case)).find(|(_, rest)| rest.ends_with("/paper"));
        paper.map(|(_, rest)| rest.to_owned()).expect("the page offers a paper")
    }
}

/// Papers are kept beside the pages, to be looked at.
fn keep(answer: &Answer, lang: &str, below: &str) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/papers");
    std::fs::create_dir_all(&folder).expect("a folder for the papers");
    let parts = below.split(['/', '?', '&', '=', '-']).filter(|part| !part.is_empty() && part.len() < 32);
    let name: String = parts.flat_map(|part| ["-", part]).collect();
    std::fs::write(folder.join(format!("{lang}{name}.pdf")), &answer.bytes).expect("the paper is kept");
}

/// What holds for every paper.
fn neutral(answer: &Answer, named: bool) {
    let text = answer.text();
    for canary in CANARIES.iter().filter(|canary| !named || canary.ends_with("phone")) {
        assert!(!text.contains(canary), "{canary}: {text}");
    }
    assert_eq!(answer.cache, "no-store");
    assert_eq!(answer.disposition, "inline; filename=\"paper-2026-11-21.pdf\"");
    let raw = String::from_utf8_lossy(&answer.bytes).to_lowercase();
    for word in ["traffic", "victim", "kanary", "samal", "crisis"] {
        assert!(!raw.contains(word), "what a file manager shows says {word}");
    }
    for centre in ["Firstinventedcentre", "Secondinventedcentre"] {
        assert!(!text.contains(centre), "a paper names no centre");
    }
}

fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(&squeezed(part)), "`{part}` is missing: {text}");
    }
}

#[test]
fn the_plan_on_paper_holds_her_words_services_who_and_when_and_nothing_else() {
    let world = World::new();
    assert_eq!(world.paper("en", "/plan/paper").status, StatusCode::NOT_FOUND, "there is no plan yet");
    world.plan();
    assert_eq!(world.offered("/plan"), "/plan/paper");
    let expected = [
        ("en", ["Code name", "Each week", "Legal", "21 May 2027"]),
        ("ru", ["Условное имя", "Каждую неделю", "Социально-правовые", "21 мая 2027"]),
        ("kk", ["Шартты аты", "Апта сайын", "Құқықтық", "2027 ж. 21 мамыр"]),
    ];
    for (lang, parts) in expected {
        let paper = world.paper(lang, "/plan/paper");
        neutral(&paper, false);
        let text = paper.text();
        says(&text, &["Самал", "Үйге оралу", "#read(\"/etc/passwd\") Қосымша жұмыс табу", "Айгүл, заңгер", "2 ×"]);
        says(&text, &parts);
    }
    // In another language than the page's.
    says(&world.paper("en", "/plan/paper?language=kk").text(), &["Мен нені қалаймын, өз сөзіммен"]);
    assert_eq!(
        world.paper("en", "/plan/paper?language=uz").status,
        StatusCode::NOT_FOUND,
        "the plan does not speak it"
    );
}

#[test]
fn her_name_stands_on_paper_only_where_it_is_asked_for_and_may_be_printed() {
    let world = World::new();
    world.plan();
    world.refuse("");
    let decision = world.offered("/decisions");
    for below in ["/plan/paper?name=yes", &format!("{decision}?language=ru&name=yes")] {
        let paper = world.paper("en", below);
        neutral_named(&paper);
        says(&paper.text(), &["Kanarysurname Kanaryname"]);
        assert!(!paper.text().contains("Самал"), "the name stands in place of the code name");
    }
    // A lawyer may print a decision, and knows her name; she may not print it.
    let lawyer = |query: &str| world.taken(&world.lawyer, &world.path("en", &format!("{decision}{query}")));
    says(&lawyer("").text(), &["Самал", "Invented court"]);
    assert_eq!(lawyer("?name=yes").status, StatusCode::FORBIDDEN);
    let head = &world.room.heads[0];
    assert_eq!(world.taken(head, &world.path("en", "/plan/paper")).status, StatusCode::OK);
    assert_eq!(world.taken(head, &world.path("en", "/plan/paper?name=yes")).status, StatusCode::FORBIDDEN);
}

fn neutral_named(paper: &Answer) {
    let text = paper.text();
    for canary in &CANARIES[2..] {
        assert!(!text.contains(canary), "{canary}");
    }
    assert!(!String::from_utf8_lossy(&paper.bytes).contains("Kanary"), "no name outside of the page itself");
}

#[test]
fn r2_a_refusal_on_paper_has_its_code_article_day_body_and_the_way_to_appeal() {
    let world = World::new();
    world.refuse("2026-12-21");
    let decision = world.offered("/decisions");
    for (lang, parts) in [
        (
            "en",
            [
                "Services were refused",
                "Social Code of 20 April 2023 No. 224-VII, art. 133",
                "21 December 2026",
                "21 November 2026",
            ],
        ),
        (
            "ru",
            [
                "В услугах отказано",
                "Социальный кодекс от 20 апреля 2023 года № 224-VII, статья 133",
                "21 декабря 2026",
                "21 ноября 2026",
            ],
        ),
        (
            "kk",
            [
                "Қызметтерден бас тартылды",
                "2023 жылғы 20 сәуірдегі № 224-VII Әлеуметтік кодекс, 133-бап",
                "2026 ж. 21 желтоқсан",
                "2026 ж. 21 қараша",
            ],
        ),
    ] {
        let paper = world.paper(lang, &decision);
        neutral(&paper, false);
        let text = paper.text();
        says(&text, &parts);
        says(
            &text,
            &["criteria_not_shown", "Invented department", "Invented court", "in writing, at the door", "KZ 2026-11"],
        );
    }
    let text = world.paper("en", &decision).text();
    says(&text, &["not yet checked against the text of the law", "Nobody may be refused for lack of registration"]);
    assert_eq!(world.paper("en", "/decisions/00000000000000000000000000000000/paper").status, StatusCode::NOT_FOUND);
}

#[test]
fn without_a_last_day_the_paper_says_so_and_a_decision_that_services_are_owed_names_them() {
    let world = World::new();
    world.refuse("");
    says(&world.paper("en", &world.offered("/decisions")).text(), &["No last day is known here"]);
    let world = World::new();
    world.done("/decisions/assessment", &[("criterion-1", "yes"), ("criterion-2", "yes"), ("criterion-3", "unknown")]);
    let owed = [("outcome", "owed"), ("body", "Invented department"), ("on", "2026-11-21")];
    world.done("/decisions/eligibility", &owed);
    let paper = world.paper("en", &world.offered("/decisions"));
    neutral(&paper, false);
    says(&paper.text(), &["Services are owed", "6 months", "Social and household", "Legal", "art. 133", "KZ 2026-11"]);
    assert!(!paper.text().contains("Howtoappeal"));
}

/// A sentence of the information sheet and one of the consent in each language of paper.
const SPOKEN: [(&str, &str, &str); 6] = [
    ("en", "Refusing lowers nothing: every service stays as it is.", "Taking it back costs me nothing"),
    ("ru", "Отказ ничего не убавляет: все услуги остаются как есть.", "Отзыв мне ничего не стоит"),
    (
        "kk",
        "Бас тарту ештеңені азайтпайды: барлық қызмет сол қалпында қалады.",
        "Қайтарып алу маған еш зиянын тигізбейді",
    ),
    (
        "uz",
        "Rad etish hech narsani kamaytirmaydi: barcha xizmatlar o‘zgarmay qoladi.",
        "Qaytarib olish menga hech qanday zarar",
    ),
    ("tg", "Рад кардан чизеро кам намекунад: ҳамаи хизматҳо ҳамон тавр мемонанд.", "Бозпас гирифтан ба ман ҳеҷ зиёне"),
    ("ky", "Баш тартуу эч нерсени кемитпейт: бардык кызматтар ошол бойдон калат.", "Кайтарып алуу мага эч кандай зыян"),
];

/// The mark of a translation that nobody has checked, in the language of the worker.
const MARKS: [(&str, &str); 3] =
    [("en", "Translation to be checked"), ("ru", "Перевод нужно проверить"), ("kk", "Аударма тексерілуі керек")];

#[test]
fn the_consent_on_paper_says_all_it_is_in_six_languages_and_marks_what_nobody_checked() {
    let world = World::new();
    world.consent("interpreter", "uz");
    let below = world.offered("/consents");
    let page = world.page("/consents");
    assert!(page.contains("<option value=\"uz\" lang=\"uz\" selected>Oʻzbekcha"), "her language is chosen");
    for (lang, _, sentence) in SPOKEN {
        let paper = world.paper("ru", &format!("{below}?language={lang}"));
        neutral(&paper, false);
        let text = paper.text();
        says(
            &text,
            &["Самал", "Invented lawyer", "Invented witness", "№ 94-V", sentence]
                .map(|part| if lang == "en" && part == "№ 94-V" { "No. 94-V" } else { part }),
        );
        let is_marked = text.contains(&squeezed(MARKS[1].1));
        assert_eq!(is_marked, Lang::parse(lang).is_none(), "{lang}");
        if is_marked {
            says(&text, &["31.12.2026", "21.11.2026"]);
        }
    }
    for (worker, mark) in MARKS {
        let text = world.paper(worker, &format!("{below}?language=tg")).text();
        says(
            &text,
            &[mark, "Тарҷума бояд санҷида шавад", "Бо ман чӣ шуд; Қарорҳо", "забони ӯзбекӣ", "Ба воситаи тарҷумон"],
        );
    }
    assert_eq!(world.paper("en", &format!("{below}?language=xx")).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_withdrawn_consent_says_so_on_paper() {
    let world = World::new();
    world.consent("in_conversation", "kk");
    let below = world.offered("/consents");
    let before = world.paper("en", &below).text();
    world.done(&below.replace("/paper", "/withdraw"), &[]);
    let after = world.paper("en", &below).text();
    assert!(!before.contains("Takenbackon") && after.contains("Takenbackon21November2026"), "{after}");
}

#[test]
fn the_information_sheet_and_an_empty_consent_are_there_with_and_without_a_case() {
    let world = World::new();
    let hotline = world.room.actor(Role::Admission, Some(0));
    for (lang, sentence, consent) in SPOKEN {
        let case = world.paper("en", &format!("/papers/information?language={lang}"));
        neutral(&case, false);
        says(&case.text(), &[sentence, "Самал"]);
        let form = world.paper("en", &format!("/papers/consent?language={lang}"));
        neutral(&form, false);
        says(&form.text(), &[consent, "Самал"]);
        // Whoever works here, whether she has a case or not.
        let path = |kind: &str| format!("/en/casework/papers/{kind}?language={lang}");
        let (blank, form) = (world.taken(&hotline, &path("information")), world.taken(&hotline, &path("consent")));
        says(&blank.text(), &[sentence]);
        says(&form.text(), &[consent]);
        assert!(!blank.text().contains("Самал") && !form.text().contains("Самал"));
        neutral(&blank, false);
        keep(&blank, lang, "-blank-information");
        keep(&form, lang, "-blank-consent");
    }
    assert_eq!(world.taken(&world.lawyer, "/en/casework/papers/information").status, StatusCode::OK);
}

#[test]
fn r17_a_paper_is_in_the_log_of_the_case_and_the_same_paper_is_the_same_bytes() {
    let world = World::new();
    world.plan();
    let before = world.printed();
    let first = world.paper("kk", "/plan/paper");
    let second = world.paper("kk", "/plan/paper");
    assert!(first.text() == second.text() && first.bytes == second.bytes, "the same on the same day");
    assert_eq!(world.printed(), before + 2);
    world.paper("kk", "/papers/information?language=ky");
    assert_eq!(world.printed(), before + 3);
    world.paper("kk", "/plan/paper?name=yes");
    let history = world.page("/history");
    assert!(history.contains("Identity, Services and clock"), "the name was printed too");
}

#[test]
fn the_pages_of_papers_speak_three_languages() {
    let world = World::new();
    world.plan();
    world.refuse("");
    world.consent("read_aloud", "ky");
    for below in ["/papers", "/plan", "/decisions", "/consents", ""] {
        for lang in ["en", "ru", "kk"] {
            let (status, body) = world.room.get(&world.path(lang, below), &world.worker.cookie);
            assert_eq!(status, StatusCode::OK, "{lang} {below}");
            assert!(body.contains("</html>"), "{lang} {below}");
            for prefix in ["[paper", "[leaf", "[agree", "[sheet"] {
                assert!(!body.contains(prefix), "{lang} {below}: {prefix}");
            }
        }
    }
    let (_, list) = world.room.get("/kk/casework/papers", &world.worker.cookie);
    assert!(list.contains("Oʻzbekcha") && list.contains("Тоҷикӣ") && list.contains("Кыргызча"));
}
