//! Screening and identity on a case through the router: instruments as data, a range and not a number, three records apart.

use crate::night::{Answer, Night, night};
use crate::world::{attributes, text};

const WORKER: &str = "case_worker";
const ADULT: &str = "ilo_labour_adult";

fn hidden(html: &str, name: &str) -> String {
    let field = html.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("a hidden field");
    field.split('"').next().unwrap_or_default().to_owned()
}

/// A case with a code name; gives its address.
fn case(room: &Night, code_name: &str, more: &[(&str, &[(&str, &str)])]) -> String {
    let draft = hidden(&room.page(WORKER, "/en/casework/intake"), "draft");
    room.post(WORKER, "/en/casework/intake/begin", &[("draft", &draft)]);
    let named: [(&str, &[(&str, &str)]); 1] = [("code_name", &[("code_name", code_name)])];
    for (step, pairs) in named.iter().chain(more) {
        let answer = room.post(WORKER, &format!("/en/casework/intake/{draft}/{step}"), pairs);
        assert_eq!(answer.status, 303, "{step}");
    }
    room.post(WORKER, &format!("/en/casework/intake/{draft}/finish"), &[]).location
}

/// Sends the form at an address with everything hidden in it, and what was answered.
fn fill(room: &Night, at: &str, names: &[&str], pairs: &[(&str, &str)]) -> Answer {
    let html = room.page(WORKER, at);
    let kept: Vec<(&str, String)> = names.iter().map(|name| (*name, hidden(&html, name))).collect();
    let pairs: Vec<(&str, &str)> =
        kept.iter().map(|(name, value)| (*name, value.as_str())).chain(pairs.iter().copied()).collect();
    room.post(WORKER, at, &pairs)
}

const SCREENING: [&str; 3] = ["save", "screening", "version"];
const WRITTEN: [&str; 3] = ["save", "id", "version"];

#[test]
fn an_open_question_is_never_a_no_and_the_result_is_a_range_with_who_says_so() {
    let room = night();
    let case = case(room, "Bunting", &[("age", &[("age", "adult")])]);
    let asked = format!("{case}/screenings/new/{ADULT}");
    let yes = [
        ("agreed", "yes"),
        ("a-4.01", "yes"),
        ("a-4.02", "yes"),
        ("a-1.01", "yes"),
        ("a-5.01", "declined"),
        ("a-6.01", "no"),
    ];
    let saved = fill(room, &asked, &SCREENING, &yes);
    assert_eq!(saved.status, 303, "{}", text(&saved.body));
    let html = room.page(WORKER, &saved.location);
    let result = text(&html);
    assert!(
        result.contains("If all open questions are no:")
            && result.contains("If all are yes: Trafficking for forced labour"),
        "{result}"
    );
    assert!(
        result.contains("our own line: a reviewer decides") && result.contains("from the table of the ILO"),
        "{result}"
    );
    assert!(result.contains("Answers that may change the result") && result.contains("already alone"), "{result}");
    assert!(result.contains("This result supports the decision. It does not replace it."));
    for never in ["score", "credib", "points", "%"] {
        assert!(!result.to_lowercase().contains(never), "{never}");
    }
    // What was answered stands in the form when she goes on, and the history tells it.
    let again = room.page(WORKER, &format!("{}/answers", saved.location));
    assert!(again.contains("id=\"a-5.01-declined\" name=\"a-5.01\" value=\"declined\" checked"));
    assert!(again.contains("id=\"a-5.02-not_asked\" name=\"a-5.02\" value=\"not_asked\" checked"));
    let history = text(&room.page(WORKER, &format!("{case}/screenings")));
    assert!(
        history.contains("ILO indicators, labour exploitation: adults") && history.contains("If all open questions"),
        "{history}"
    );
}

#[test]
fn nothing_answered_is_unknown_and_an_instrument_without_a_score_gets_none() {
    let room = night();
    let case = case(room, "Fieldfare", &[("age", &[("age", "adult")])]);
    let saved =
        fill(room, &format!("{case}/screenings/new/{ADULT}"), &SCREENING, &[("agreed", "yes"), ("a-4.01", "unknown")]);
    let result = text(&room.page(WORKER, &saved.location));
    assert!(result.contains("This is not a negative result."), "{result}");
    let saved =
        fill(room, &format!("{case}/screenings/new/ahtst"), &SCREENING, &[("agreed", "yes"), ("a-debt", "yes")]);
    let html = room.page(WORKER, &saved.location);
    assert!(text(&html).contains("At least one yes: open a conversation and offer help."));
    assert!(text(&html).contains("This instrument has no score.") && !html.contains("<table>"));
    let saved =
        fill(room, &format!("{case}/screenings/new/iom"), &SCREENING, &[("agreed", "yes"), ("a-agrees", "yes")]);
    let path = saved.location.clone();
    assert!(text(&room.page(WORKER, &path)).contains("leaves the reading to the person who asked"));
    // The reading needs its reasons, and is written beside the result.
    let html = room.page(WORKER, &path);
    let (save, version) = (hidden(&html, "save"), hidden(&html, "version"));
    let reading = format!("{path}/reading");
    let bare = room.post(WORKER, &reading, &[("save", &save), ("version", &version), ("finding", "presumed")]);
    assert!(
        bare.status == 400
            && bare.body.contains("id=\"reasons-fault\"")
            && bare.body.contains("value=\"presumed\" checked")
    );
    let pairs = [
        ("save", save.as_str()),
        ("version", version.as_str()),
        ("finding", "presumed"),
        ("reasons", "Papers were held"),
    ];
    assert_eq!(room.post(WORKER, &reading, &pairs).location, path);
    assert!(text(&room.page(WORKER, &path)).contains("Papers were held"));
}

#[test]
fn without_agreement_to_the_talk_no_answer_is_kept_and_what_was_typed_comes_back() {
    let room = night();
    let case = case(room, "Dipper", &[]);
    let at = format!("{case}/screenings/new/{ADULT}");
    let refused = fill(room, &at, &SCREENING, &[("agreed", "no"), ("a-4.01", "yes"), ("note-exploitation", "x")]);
    assert_eq!(refused.status, 400);
    assert!(
        refused.body.contains("id=\"agreed-fault\"")
            && refused.body.contains("id=\"a-4.01-yes\" name=\"a-4.01\" value=\"yes\" checked")
    );
    let long = "я".repeat(601);
    let refused = fill(room, &at, &SCREENING, &[("agreed", "yes"), ("note-exploitation", &long)]);
    assert!(
        refused.status == 400
            && refused.body.contains("id=\"note-exploitation-fault\"")
            && refused.body.contains(&long)
    );
    assert!(text(&room.page(WORKER, &format!("{case}/screenings"))).contains("Nobody has been asked yet."));
    assert_eq!(room.get(WORKER, &format!("{case}/screenings/new/nothing")).status, 404);
}

#[test]
fn r6_whoever_may_be_a_child_is_offered_the_instrument_for_children_first() {
    let room = night();
    let case = case(room, "Pipit", &[("age", &[("age", "unsure")])]);
    let html = room.page(WORKER, &format!("{case}/screenings"));
    let (child, adult) = (html.find("/new/ilo_labour_child"), html.find("/new/ilo_labour_adult"));
    assert!(child.is_some() && child < adult);
    assert_eq!(text(&html).matches("Made for others than this person.").count(), 2);
}

#[test]
fn r14_a_screening_sent_ten_times_at_once_is_one() {
    let room = night();
    let case = case(room, "Dunlin", &[]);
    let at = format!("{case}/screenings/new/ahtst");
    let html = room.page(WORKER, &at);
    let (save, id) = (hidden(&html, "save"), hidden(&html, "screening"));
    let pairs =
        [("save", save.as_str()), ("screening", id.as_str()), ("version", "0"), ("agreed", "yes"), ("a-debt", "no")];
    for answer in room.post_at_once(WORKER, &at, &pairs, 10) {
        assert_eq!(answer.location, format!("{case}/screenings/{id}"), "{}", text(&answer.body));
    }
    let html = room.page(WORKER, &format!("{case}/screenings"));
    assert_eq!(attributes(&html, "href").iter().filter(|href| href.ends_with(&id)).count(), 1);
    // An old page that is sent again with other answers does not overwrite.
    let change = format!("{case}/screenings/{id}/answers");
    let stale = room.post(
        WORKER,
        &change,
        &[("save", "00000000000000000000000000000001"), ("version", "0"), ("agreed", "yes")],
    );
    assert_eq!(stale.status, 409);
}

#[test]
fn who_may_only_know_that_there_is_something_reads_none_of_it() {
    let room = night();
    let case = case(room, "Ruff", &[]);
    let saved =
        fill(room, &format!("{case}/screenings/new/ahtst"), &SCREENING, &[("agreed", "yes"), ("a-debt", "yes")]);
    let head = room.page("head", &case);
    assert!(text(&head).contains("Screening") && !head.contains("/screenings"));
    for below in ["/screenings", "/identity", "/identity/edit", "/residence", "/screenings/new/ahtst"] {
        assert_eq!(room.get("head", &format!("{case}{below}")).status, 403, "{below}");
    }
    for role in ["specialist", "auditor", "administrator"] {
        assert_eq!(room.get(role, &saved.location).status, 404, "{role}");
    }
}

#[test]
fn identity_is_written_only_with_agreement_and_is_found_under_each_spelling_and_no_longer_under_old_ones() {
    let room = night();
    let case = case(room, "Siskin", &[("age", &[("age", "adult")])]);
    let at = format!("{case}/identity/edit");
    let typed = [
        ("first_name", "Madina"),
        ("other_name", "Медина"),
        ("birth_year", "2012"),
        ("language", "tg"),
        ("mobile_phone", "+7 700 000"),
        ("safe_to_call", "no"),
    ];
    let refused = fill(room, &at, &WRITTEN, &typed);
    assert!(
        refused.status == 400
            && refused.body.contains("id=\"agreed-fault\"")
            && refused.body.contains("value=\"Madina\"")
    );
    assert!(text(&room.page(WORKER, &format!("{case}/identity"))).contains("Nothing is written."));
    let agreed: Vec<(&str, &str)> = [("agreed", "yes")].into_iter().chain(typed).collect();
    assert_eq!(fill(room, &at, &WRITTEN, &agreed).location, format!("{case}/identity"));
    let page = text(&room.page(WORKER, &format!("{case}/identity")));
    for said in ["Madina", "Медина", "2012", "Tajik", "+7 700 000"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // A birth that says otherwise makes the protection that of a child (R6).
    assert!(text(&room.page(WORKER, &case)).contains("Child"));
    let finds = |name: &str| room.post(WORKER, "/en/casework/intake/search", &[("name", name)]).body.contains(&case);
    assert!(finds("мадина") && finds("Medina"));
    let other = fill(room, &at, &WRITTEN, &[("first_name", "Shahnoza")]);
    assert_eq!(other.status, 303, "{}", text(&other.body));
    assert!(finds("Шахноза") && !finds("мадина") && !finds("Medina"));
}

#[test]
fn residence_and_papers_stand_apart_and_say_that_no_service_depends_on_them() {
    let room = night();
    let case = case(room, "Redpoll", &[]);
    let page = text(&room.page(WORKER, &format!("{case}/residence")));
    assert!(page.contains("No service depends on anything on this page."));
    let at = format!("{case}/residence/edit");
    let typed = [
        ("citizenship", "uz, KG"),
        ("kind_1", "Passport"),
        ("country_1", "UZ"),
        ("place_1", "withheld"),
        ("valid_1", "2027-05-01"),
    ];
    let refused = fill(room, &at, &WRITTEN, &[("citizenship", "Uzbekistan"), ("kind_1", "Passport")]);
    assert!(
        refused.status == 400
            && refused.body.contains("id=\"citizenship-fault\"")
            && refused.body.contains("value=\"Uzbekistan\"")
    );
    assert_eq!(fill(room, &at, &WRITTEN, &typed).location, format!("{case}/residence"));
    let page = text(&room.page(WORKER, &format!("{case}/residence")));
    assert!(page.contains("UZ, KG") && page.contains("Withheld by somebody") && page.contains("1 May 2027"), "{page}");
    let edit = room.page(WORKER, &at);
    assert!(edit.contains("value=\"UZ KG\"") && edit.contains("value=\"2027-05-01\""));
}

#[test]
fn the_pages_of_a_case_speak_three_languages() {
    let room = night();
    let case = case(room, "Whinchat", &[]);
    let saved =
        fill(room, &format!("{case}/screenings/new/{ADULT}"), &SCREENING, &[("agreed", "yes"), ("a-4.01", "yes")]);
    let below = saved.location.strip_prefix("/en").expect("an address").to_owned();
    let case = case.strip_prefix("/en").expect("an address").to_owned();
    for lang in ["en", "ru", "kk"] {
        let pages = [
            format!("/{lang}{case}/screenings"),
            format!("/{lang}{case}/screenings/new/{ADULT}"),
            format!("/{lang}{below}"),
            format!("/{lang}{case}/identity"),
            format!("/{lang}{case}/identity/edit"),
            format!("/{lang}{case}/residence/edit"),
        ];
        for page in pages {
            let said = text(&room.page(WORKER, &page));
            assert!(!said.contains('['), "{page}: a message is missing: {said}");
        }
    }
}
