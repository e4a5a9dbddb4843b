//! Estimates: from a table to the answer, its files, and the observation on the country's page.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use axum::Router;
use axum::http::StatusCode;
use tokio::runtime::Runtime;

use crate::world::{Answer, LANGUAGES, answer, attributes, get, post, text, working};

pub type World = (Runtime, Router);

/// The world of these tests, made once.
pub fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(working)
}

/// Three lists that overlap, with a column that divides people and a masked count.
const TABLE: &str = "police,shelter,clinic,sex,count\n1,0,0,f,54\n0,1,0,f,80\n0,0,1,m,41\n1,1,0,f,14\n1,0,1,m,1-4\n\
                     0,1,1,m,9\n1,1,1,f,3\n1,0,0,m,20\n0,1,0,m,22\n1,1,0,m,6\n";
/// Nobody is on two lists.
const APART: &str = "a,b,c,count\n1,0,0,30\n0,1,0,20\n0,0,1,10\n";

fn key(world: &World) -> String {
    let page = answer(world, "/en/estimates").body;
    let rest = page.split("name=\"key\" value=\"").nth(1).expect("a form with a key");
    rest.split('"').next().expect("a value").to_owned()
}

fn multipart(fields: &[(&str, &str)]) -> (String, String) {
    let parts = fields.iter().map(|(name, value)| {
        let file = if *name == "file" { "; filename=\"C:\\lists\\three.csv\"" } else { "" };
        format!("--x1\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n")
    });
    ("multipart/form-data; boundary=x1".to_owned(), format!("{}--x1--\r\n", parts.collect::<String>()))
}

fn load(world: &World, lang: &str, fields: &[(&str, &str)]) -> Answer {
    let key = key(world);
    let mut all = vec![("key", key.as_str())];
    all.extend(fields);
    let (kind, body) = multipart(&all);
    post(world, &format!("/{lang}/estimates"), &kind, body)
}

/// Quick methods: what is slow is tested where it lives.
const QUICK: [(&str, &str); 5] =
    [("method", "independence"), ("method", "stepwise"), ("method", "bma"), ("method", "chao"), ("replicates", "100")];

/// Loads a table and waits for its answer: the address without the language.
fn estimated(world: &World, fields: &[(&str, &str)]) -> String {
    let begun = load(world, "en", &[fields, &QUICK[..]].concat());
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", text(&begun.body));
    let path = begun.location.trim_start_matches("/en").to_owned();
    assert_eq!(path.len(), "/estimates/".len() + 32, "128 bits: {path}");
    loop {
        let page = answer(world, &format!("/en{path}"));
        // The page that waits has a button to cancel; asking again is what a browser does.
        if !page.body.contains(&format!("{path}/cancel\"")) {
            return path;
        }
        std::thread::yield_now();
    }
}

fn three() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| estimated(world(), &[("file", TABLE)]))
}

#[test]
fn an_answer_is_whole_in_every_language() {
    for (lang, _, _) in LANGUAGES {
        let page = answer(world(), &format!("/{lang}{}", three()));
        assert_eq!(page.status, StatusCode::OK);
        let html = page.body;
        for forbidden in [" style=\"", "<style", "<script", " onclick", "NaN", "{$", "[estimate", "[own", "[nav"] {
            assert!(!html.contains(forbidden), "{lang}: {forbidden}");
        }
        let ids = attributes(&html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{lang}: an id twice");
        for list in ["aria-labelledby", "aria-describedby", "for"].iter().flat_map(|name| attributes(&html, name)) {
            assert!(list.split(' ').all(|id| known.contains(id)), "{lang}: {list}");
        }
        for section in
            ["methods", "gates", "assumption", "lists", "other-lists", "consistency", "coverage", "made", "enter"]
        {
            assert!(known.contains(section), "{lang}: {section}");
        }
        assert!(html.contains("three.csv") && !html.contains("C:\\lists"), "{lang}: the name without its folder");
    }
    let said = text(&answer(world(), &format!("/en{}", three())).body);
    assert!(said.contains("Between ") && said.contains("people in all, depending on the method."), "{said}");
    assert!(said.contains("One count is a range."), "the masked count is told");
}

#[test]
fn the_json_has_the_shape_of_the_command_line() {
    let json = answer(world(), &format!("/en{}.json", three()));
    let told: serde_json::Value = serde_json::from_str(&json.body).expect("JSON");
    assert!(told["observed"].as_u64() > Some(240), "{}", told["observed"]);
    assert_eq!(told["lists"], serde_json::json!(["police", "shelter", "clinic"]));
    let results = told["results"].as_array().expect("results");
    assert_eq!(results.len(), 4);
    for result in results {
        for field in ["method", "estimate", "lower", "upper", "level", "interval", "model", "gates", "settings", "ms"] {
            assert!(result.get(field).is_some(), "{field}: {result}");
        }
    }
    assert!(told["spread"]["lowest"].as_f64() < told["spread"]["highest"].as_f64());
    assert_eq!(told["table"]["file"], "three.csv");
}

#[test]
fn the_report_leaves_as_files_and_nobody_between_keeps_it() {
    let csv = answer(world(), &format!("/ru{}.csv", three()));
    assert_eq!(csv.body.lines().count(), 5);
    assert!(csv.body.starts_with("method,estimate,lower,upper,level,interval,at_least,checks,reason,model"));
    let html = answer(world(), &format!("/kk{}.html", three()));
    assert!(html.body.starts_with("<!doctype html>") && html.body.contains("<style>"));
    assert!(!html.body.contains("href=\"") && !html.body.contains("src=\""), "it needs nothing else");
    let pdf = answer(world(), &format!("/kk{}.pdf", three()));
    assert!(pdf.body.starts_with("%PDF-1.7"), "{}", pdf.body.chars().take(200).collect::<String>());
    assert_eq!(answer(world(), &format!("/en{}.exe", three())).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_group_is_estimated_alone() {
    let path = estimated(world(), &[("text", TABLE), ("strata", "sex")]);
    let said = text(&answer(world(), &format!("/en{path}")).body);
    assert!(said.contains("Each group was estimated alone."), "{said}");
    let form = format!("key={}&column=sex", key(world()));
    let kind = "application/x-www-form-urlencoded";
    let again = post(world(), &format!("/en{}/divide", three()), kind, form);
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the same table by a column with one button");
}

#[test]
fn without_overlap_the_page_says_why_and_what_would_help() {
    let path = estimated(world(), &[("text", APART)]);
    for (lang, said) in [("en", "cannot be estimated"), ("ru", "нельзя оценить"), ("kk", "бағалау мүмкін емес")]
    {
        let page = text(&answer(world(), &format!("/{lang}{path}")).body);
        assert!(page.contains(said) && page.contains("60"), "{lang}: {page}");
        assert!(!page.contains("[estimate"), "{lang}");
    }
    let html = answer(world(), &format!("/en{path}")).body;
    assert!(!html.contains("id=\"enter\""), "there is nothing to enter");
}

#[test]
fn a_broken_table_is_refused_with_line_and_column() {
    let broken = TABLE.replace("1,1,0,f,14", "1,1,0,f,-14");
    for (lang, said) in
        [("en", "Line 5, column count."), ("ru", "Строка 5, столбец count."), ("kk", "5-жол, count бағаны.")]
    {
        let refused = load(world(), lang, &[("text", &broken)]);
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{lang}");
        let page = text(&refused.body);
        assert!(page.contains(said) && page.contains("-14"), "{lang}: {page}");
        assert!(!refused.body.contains("[estimate"), "{lang}");
        assert!(refused.body.contains("1,1,0,f,-14"), "{lang}: what was pasted is kept");
    }
    let large = format!("{TABLE}{}", "1,0,0,f,1\n".repeat(110_000));
    assert_eq!(load(world(), "en", &[("text", &large)]).status, StatusCode::PAYLOAD_TOO_LARGE);
    for fields in
        [&[][..], &[("text", TABLE), ("strata", "age")], &[("text", TABLE), ("replicates", "7")], &[("file", "\0")]]
    {
        assert_eq!(load(world(), "kk", fields).status, StatusCode::BAD_REQUEST, "{fields:?}");
    }
}

#[test]
fn a_form_of_another_page_begins_nothing() {
    let (kind, body) = multipart(&[("key", &"0".repeat(32)), ("text", TABLE)]);
    assert_eq!(post(world(), "/en/estimates", &kind, body).status, StatusCode::FORBIDDEN);
    let plain = "application/x-www-form-urlencoded";
    let entered = post(world(), &format!("/en{}/enter", three()), plain, "key=1&place=KZ".into());
    assert_eq!(entered.status, StatusCode::FORBIDDEN);
    assert_eq!(answer(world(), "/en/estimates/00000000000000000000000000000000").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_cancelled_estimate_says_so() {
    // Enough replicates that it is still there to be cancelled, whatever the machine.
    let begun = load(world(), "en", &[("example", "kosovo_1999"), ("replicates", "10000")]);
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    let form = format!("key={}", key(world()));
    let kind = "application/x-www-form-urlencoded";
    post(world(), &format!("{}/cancel", begun.location), kind, form);
    let said = loop {
        let page = answer(world(), &begun.location);
        if !page.body.contains("/cancel\"") {
            break text(&page.body);
        }
        std::thread::yield_now();
    };
    assert!(said.contains("Cancelled") && said.contains("Nothing of it was kept."), "{said}");
}

#[test]
fn where_it_was_not_asked_for_nothing_can_be_loaded() {
    for (lang, _, _) in LANGUAGES {
        let page = get(&format!("/{lang}/estimates"));
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("pana serve --workbench") && !page.body.contains("type=\"file\""), "{lang}");
    }
    static QUIET: OnceLock<World> = OnceLock::new();
    let quiet = QUIET.get_or_init(|| crate::world::opened(Vec::new()));
    let (kind, body) = multipart(&[("text", TABLE)]);
    assert_eq!(post(quiet, "/en/estimates", &kind, body).status, StatusCode::NOT_FOUND);
    let plain = "application/x-www-form-urlencoded";
    assert_eq!(post(quiet, "/en/estimates/withdraw", plain, "id=EST-0001".into()).status, StatusCode::NOT_FOUND);
}

#[test]
fn what_is_entered_stands_on_the_country_page_until_it_is_withdrawn() {
    let world = &working();
    let path = estimated(world, &[("file", TABLE)]);
    let kind = "application/x-www-form-urlencoded";
    let key = key(world);
    let enter = |method: &str, period: &str, by: &str| {
        let form = format!("key={key}&place=KZ&period={period}&method={method}&by={by}&note=three+shelters");
        post(world, &format!("/en{path}/enter"), kind, form)
    };
    for (period, by, said) in [("soon", "A.+B.", "is no year"), ("2024", "", "Who enters it is missing")] {
        let refused = enter("stepwise", period, by);
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(text(&refused.body).contains(said), "{period} {by}");
    }
    let country = |lang: &str| answer(world, &format!("/{lang}/countries/KAZ/2023")).body;
    assert!(!country("en").contains("id=\"own\""));
    assert_eq!(enter("stepwise", "2024", "A.+B.").location, "/en/observations/EST-0001");
    assert_eq!(enter("spread", "2020-2024", "A.+B.").location, "/en/observations/EST-0002");
    for (lang, label) in [("en", "own estimate"), ("ru", "собственная оценка"), ("kk", "өз бағасы")]
    {
        let html = country(lang);
        assert!(html.contains("/observations/EST-0001") && text(&html).contains(label), "{lang}");
        let fact = answer(world, &format!("/{lang}/observations/EST-0001"));
        assert_eq!(fact.status, StatusCode::OK, "{lang}");
        let said = text(&fact.body);
        for kept in ["three.csv", "A. B.", "police, shelter, clinic", "p-threshold=0.02", "three shelters", "2024"] {
            assert!(said.contains(kept), "{lang}: {kept}: {said}");
        }
        assert!(!fact.body.contains("[own") && !fact.body.contains("[estimate"), "{lang}");
    }
    let published = text(&country("en"));
    assert!(published.contains("208,000"), "beside what was published");
    let withdraw =
        |why: &str| post(world, "/en/estimates/withdraw", kind, format!("key={key}&id=EST-0001&by=C.+D.&why={why}"));
    assert_eq!(withdraw("").status, StatusCode::BAD_REQUEST);
    assert_eq!(withdraw("wrong+table").location, "/en/observations/EST-0001");
    assert!(!country("en").contains("/observations/EST-0001") && country("en").contains("/observations/EST-0002"));
    let fact = text(&answer(world, "/en/observations/EST-0001").body);
    assert!(fact.contains("by C. D.: wrong table"), "{fact}");
    let history = answer(world, "/en/observations/EST-0001").body;
    let rows = history.split("class=\"history\"").nth(1).map_or(0, |table| table.matches("<tr>").count());
    assert_eq!(rows, 3, "a heading, what was entered, and that it was withdrawn");
    assert_eq!(withdraw("again").status, StatusCode::NOT_FOUND);
}
