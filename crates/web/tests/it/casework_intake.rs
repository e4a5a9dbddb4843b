//! The night intake through the router: look first, one thing on each page, identity last, pressed ten times it is one.

use crate::night::{Answer, Night, night};
use crate::world::{attributes, text};

const WORKER: &str = "case_worker";
const STEPS: [&str; 9] = ["danger", "age", "code_name", "language", "source", "needs", "place", "record", "identity"];

/// An intake that was begun; gives its id.
fn begun(room: &Night, role: &str) -> String {
    let html = room.page(role, "/en/casework/intake");
    let draft = hidden(&html, "draft");
    let answer = room.post(role, "/en/casework/intake/begin", &[("draft", &draft)]);
    assert_eq!(answer.location, format!("/en/casework/intake/{draft}/danger"));
    draft
}

fn hidden(html: &str, name: &str) -> String {
    let field = html.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("a hidden field");
    field.split('"').next().unwrap_or_default().to_owned()
}

fn save(room: &Night, role: &str, draft: &str, step: &str, pairs: &[(&str, &str)]) -> Answer {
    let path = format!("/en/casework/intake/{draft}/{step}");
    let id = hidden(&room.page(role, &path), "save");
    let pairs: Vec<(&str, &str)> =
        [("save", id.as_str()), ("do", "save")].into_iter().chain(pairs.iter().copied()).collect();
    room.post(role, &path, &pairs)
}

/// A whole intake; gives the address of the case.
fn taken_in(room: &Night, role: &str, steps: &[(&str, &[(&str, &str)])]) -> String {
    let draft = begun(room, role);
    for (step, pairs) in steps {
        assert_eq!(save(room, role, &draft, step, pairs).status, 303, "{step}");
    }
    let answer = room.post(role, &format!("/en/casework/intake/{draft}/finish"), &[]);
    assert_eq!(answer.status, 303, "{}", text(&answer.body));
    answer.location
}

#[test]
fn nine_pages_lead_from_the_door_to_the_case_and_each_is_saved() {
    let room = night();
    let draft = begun(room, WORKER);
    let said: [&[(&str, &str)]; 9] = [
        &[("now", "yes"), ("kind", "injury"), ("kind", "family_threatened")],
        &[("age", "unsure")],
        &[("code_name", "Тырна")],
        &[("language", "uz"), ("interpreter", "yes")],
        &[("source", "hotline")],
        &[("need", "food"), ("need", "rest")],
        &[("tonight", "here"), ("accessible", "no")],
        &[("agreed", "yes")],
        &[("first_name", "Zarina"), ("other_name", "Зарина\r\nZaryna"), ("birth_year", "2009"), ("sex", "female")],
    ];
    for (place, (step, pairs)) in STEPS.iter().zip(said).enumerate() {
        let next = STEPS.get(place + 1).copied().unwrap_or("summary");
        assert_eq!(save(room, WORKER, &draft, step, pairs).location, format!("/en/casework/intake/{draft}/{next}"));
    }
    // What was typed is there when she goes back.
    let identity = room.page(WORKER, &format!("/en/casework/intake/{draft}/identity"));
    assert!(identity.contains("value=\"Zarina\"") && identity.contains("Зарина\nZaryna"), "{identity}");
    let danger = room.page(WORKER, &format!("/en/casework/intake/{draft}/danger"));
    assert!(danger.contains("value=\"injury\" checked") && danger.contains("value=\"yes\" checked"));

    let summary = text(&room.page(WORKER, &format!("/en/casework/intake/{draft}/summary")));
    for words in
        ["Тырна", "Uzbek", "Zarina", "Зарина, Zaryna", "2009", "Injury or illness", "Protection as for a child"]
    {
        assert!(summary.contains(words), "{words}: {summary}");
    }
    let finished = room.post(WORKER, &format!("/en/casework/intake/{draft}/finish"), &[]);
    assert_eq!(finished.location, format!("/en/casework/cases/{draft}"));
    let case = text(&room.page(WORKER, &finished.location));
    assert!(case.contains("Тырна") && case.contains("Child") && !case.contains("Zarina"), "{case}");
    // The draft is gone, and with it its pages.
    assert_eq!(room.get(WORKER, &format!("/en/casework/intake/{draft}/age")).status, 404);
}

#[test]
fn r1_no_page_of_the_intake_has_a_field_for_registration_citizenship_papers_or_a_criminal_case() {
    let room = night();
    let draft = begun(room, WORKER);
    save(room, WORKER, &draft, "record", &[("agreed", "yes")]);
    let mut fields = 0;
    for page in STEPS
        .map(|step| format!("/en/casework/intake/{draft}/{step}"))
        .iter()
        .chain(["/en/casework/intake".to_owned()].iter())
    {
        for name in attributes(&room.page(WORKER, page), "name") {
            fields += 1;
            for forbidden in [
                "regist", "citizen", "national", "document", "paper", "passport", "iin", "criminal", "police",
                "cooperat", "status", "address",
            ] {
                assert!(!name.contains(forbidden), "{page}: {name}");
            }
        }
    }
    assert!(fields > 60, "{fields}");
}

#[test]
fn r8_a_code_name_is_enough_and_without_agreement_nothing_that_names_her_is_asked_or_kept() {
    let room = night();
    let draft = begun(room, WORKER);
    // The name was written while she agreed, and she thought better of it.
    save(room, WORKER, &draft, "record", &[("agreed", "yes")]);
    save(room, WORKER, &draft, "identity", &[("first_name", "Perizat")]);
    save(room, WORKER, &draft, "record", &[("agreed", "no")]);
    let path = format!("/en/casework/intake/{draft}");
    let identity = room.page(WORKER, &format!("{path}/identity"));
    assert!(!identity.contains("first_name") && !identity.contains("Perizat"));
    save(room, WORKER, &draft, "identity", &[("first_name", "Perizat")]);
    assert!(!room.page(WORKER, &format!("{path}/summary")).contains("Perizat"));
    // Without a code name the case is not made; the page that is missing opens.
    let refused = room.post(WORKER, &format!("{path}/finish"), &[]);
    assert_eq!(refused.location, format!("{path}/code_name"));
    save(room, WORKER, &draft, "code_name", &[("code_name", "Heron 4")]);
    let case = room.post(WORKER, &format!("{path}/finish"), &[]).location;
    assert!(text(&room.page(WORKER, &case)).contains("Heron 4"));
    assert_eq!(found(room, WORKER, "Perizat"), (0, "Nothing was found in this centre under this name.".to_owned()));
}

#[test]
fn r14_pressed_ten_times_at_once_each_step_and_the_case_are_one() {
    let room = night();
    let html = room.page(WORKER, "/en/casework/intake");
    let draft = hidden(&html, "draft");
    let each = |path: &str, pairs: &[(&str, &str)], to: &str| {
        for answer in room.post_at_once(WORKER, path, pairs, 10) {
            assert_eq!((answer.status.as_u16(), answer.location.as_str()), (303, to), "{path}: {}", text(&answer.body));
        }
    };
    let path = format!("/en/casework/intake/{draft}");
    each("/en/casework/intake/begin", &[("draft", &draft)], &format!("{path}/danger"));
    assert_eq!(room.page(WORKER, "/en/casework/intake").matches(&draft).count(), 2, "to go on, to throw away");
    let pairs = [("save", "0123456789abcdef0123456789abcdef"), ("do", "save"), ("code_name", "Ten cranes")];
    each(&format!("{path}/code_name"), &pairs, &format!("{path}/language"));
    each(&format!("{path}/finish"), &[], &format!("/en/casework/cases/{draft}"));
    assert_eq!(room.page(WORKER, "/en/casework").matches("Ten cranes").count(), 1);
    let case = text(&room.page(WORKER, &format!("/en/casework/cases/{draft}")));
    assert!(case.contains("1 entry") && !case.contains("2 entries"), "{case}");
}

/// How many cases a search links to, and what it says.
fn found(room: &Night, role: &str, name: &str) -> (usize, String) {
    let answer = room.post(role, "/en/casework/intake/search", &[("name", name)]);
    assert_eq!(answer.status, 200);
    assert!(!answer.body.contains(name), "the name is not shown again");
    let notice = answer.body.split("class=\"notice\"").nth(1).and_then(|rest| rest.split('>').nth(1));
    let said = notice.and_then(|text| text.split('<').next()).unwrap_or_default().to_owned();
    let links = attributes(&answer.body, "href").iter().filter(|href| href.contains("/casework/cases/")).count();
    (links, said)
}

#[test]
fn r15_a_search_finds_her_own_case_in_any_script_and_of_a_colleagues_only_that_there_is_one() {
    let room = night();
    let named: [(&str, &[(&str, &str)]); 3] = [
        ("code_name", &[("code_name", "Қарлығаш 7")]),
        ("record", &[("agreed", "yes")]),
        ("identity", &[("first_name", "Әлия"), ("second_name", "Жұмабекова")]),
    ];
    let case = taken_in(room, WORKER, &named);
    for spelling in ["Әлия", "Алия", "Aliya", "жумабекова алия", "ZHUMABEKOVA"] {
        let answer = room.post(WORKER, "/en/casework/intake/search", &[("name", spelling)]);
        assert!(answer.body.contains(&case) && answer.body.contains("Қарлығаш 7"), "{spelling}");
        let colleague = room.post("admission", "/en/casework/intake/search", &[("name", spelling)]);
        assert!(text(&colleague.body).contains("A colleague may know this person: 1 case"), "{spelling}");
        assert!(!colleague.body.contains(case.rsplit('/').next().expect("an id")), "not which");
        assert!(!colleague.body.contains("Қарлығаш"), "not under which code name");
    }
    assert_eq!(found(room, WORKER, "Гүлнар").0, 0);
    // A name told only at the end is looked for before the case is made.
    let draft = begun(room, "admission");
    save(room, "admission", &draft, "code_name", &[("code_name", "Again")]);
    save(room, "admission", &draft, "record", &[("agreed", "yes")]);
    save(room, "admission", &draft, "identity", &[("first_name", "Alia")]);
    let summary = room.page("admission", &format!("/en/casework/intake/{draft}/summary"));
    assert!(text(&summary).contains("A colleague may know this person"), "{}", text(&summary));
    room.post("admission", &format!("/en/casework/intake/{draft}/discard"), &[]);
}

#[test]
fn a_search_without_a_name_says_what_to_do_and_its_address_leads_back() {
    let room = night();
    let refused = room.post(WORKER, "/en/casework/intake/search", &[("name", " — ")]);
    assert_eq!(refused.status, 400);
    assert!(text(&refused.body).contains("Write a name, or go on without one."));
    assert_eq!(room.get(WORKER, "/en/casework/intake/search").location, "/en/casework/intake");
}

#[test]
fn a_refused_page_keeps_what_was_typed_and_says_what_is_wrong_beside_it() {
    let room = night();
    let draft = begun(room, WORKER);
    save(room, WORKER, &draft, "record", &[("agreed", "yes")]);
    let refused = save(
        room,
        WORKER,
        &draft,
        "identity",
        &[("first_name", "Sholpan"), ("birth_year", "1990"), ("age_years", "36")],
    );
    assert_eq!(refused.status, 400);
    assert!(refused.body.contains("value=\"Sholpan\"") && refused.body.contains("id=\"age_years-fault\""));
    assert!(text(&refused.body).contains("This contradicts another field."));
    let refused = save(room, WORKER, &draft, "age", &[]);
    assert!(refused.status == 400 && refused.body.contains("id=\"age-fault\""));
    // Left out, it is not asked for.
    let path = format!("/en/casework/intake/{draft}/age");
    let skipped = room.post(WORKER, &path, &[("do", "leave-out"), ("save", &draft)]);
    assert_eq!(skipped.location, format!("/en/casework/intake/{draft}/code_name"));
    let path = format!("/en/casework/intake/{draft}/code_name");
    assert_eq!(room.post(WORKER, &path, &[("do", "leave-out")]).status, 400, "the code name is not left out");
}

#[test]
fn an_intake_under_way_is_hers_alone_and_can_be_thrown_away() {
    let room = night();
    let draft = begun(room, WORKER);
    save(room, WORKER, &draft, "code_name", &[("code_name", "Stork")]);
    assert!(room.page(WORKER, "/en/casework/intake").contains("Stork"));
    for other in ["head", "admission"] {
        assert!(!room.page(other, "/en/casework/intake").contains(&draft), "{other}");
        for below in ["age", "summary"] {
            assert_eq!(room.get(other, &format!("/en/casework/intake/{draft}/{below}")).status, 404, "{other} {below}");
        }
        for below in ["age", "finish", "discard"] {
            let answer = room.post(other, &format!("/en/casework/intake/{draft}/{below}"), &[("age", "adult")]);
            assert_eq!(answer.status, 404, "{other} {below}");
        }
        assert_eq!(room.post(other, "/en/casework/intake/begin", &[("draft", &draft)]).status, 404, "{other}");
    }
    assert_eq!(room.post(WORKER, &format!("/en/casework/intake/{draft}/discard"), &[]).location, "/en/casework/intake");
    assert!(!room.page(WORKER, "/en/casework/intake").contains("Stork"));
    assert_eq!(room.get(WORKER, &format!("/en/casework/intake/{draft}/summary")).status, 404);
}

#[test]
fn who_is_on_duty_takes_in_and_keeps_no_key_of_who_she_is() {
    let room = night();
    let named: [(&str, &[(&str, &str)]); 3] = [
        ("code_name", &[("code_name", "Lark at the door")]),
        ("record", &[("agreed", "yes")]),
        ("identity", &[("first_name", "Tolganay")]),
    ];
    let case = taken_in(room, "admission", &named);
    assert!(text(&room.page("admission", &case)).contains("Lark at the door"));
    assert!(!room.page("admission", &case).contains("Tolganay"));
    assert_eq!(room.get("specialist", "/en/casework/intake").status, 403);
    assert_eq!(room.get("auditor", "/en/casework/intake").status, 403);
}

#[test]
fn every_page_of_the_intake_speaks_three_languages() {
    let room = night();
    let draft = begun(room, WORKER);
    save(room, WORKER, &draft, "record", &[("agreed", "yes")]);
    for (lang, word) in [("en", "Save and go on"), ("ru", "Сохранить и дальше"), ("kk", "Сақтап, әрі қарай")]
    {
        for step in STEPS {
            let html = room.page(WORKER, &format!("/{lang}/casework/intake/{draft}/{step}"));
            assert!(text(&html).contains(word), "{lang} {step}");
            assert!(!text(&html).contains("["), "{lang} {step}: a message is missing");
        }
    }
}
