//! Recommendations, demands and commitments as a reader meets them. Oracle: table 1.2 of the notes on accountability.

use std::sync::OnceLock;

use axum::Router;
use axum::http::StatusCode;
use pana_evidence::Record;
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::world::{answer, get, opened, page, text};

/// Recommendations of 2014 with the status that later facts give, the mark that evidence is missing besides, and the fact
/// that decides.
const TABLE: [(&str, &str, bool, &str); 7] = [
    ("S003-R28", "implemented", false, "S002-01"),
    ("S003-R29", "partly", false, "S002-21"),
    ("S003-R27", "partly", true, "S001-F8"),
    ("S003-R30", "partly", false, "C-NAP-2024"),
    ("S003-R18b", "regressed", false, "C-ENTCODE"),
    ("S003-R31", "unanswered", false, "S002-F8"),
    ("S003-RT3", "not_started", false, "S002-F8"),
];

/// The words for a status.
const WORDS: [(&str, [&str; 3]); 5] = [
    ("implemented", ["Implemented", "Выполнено", "Орындалды"]),
    ("partly", ["Partly implemented", "Выполнено частично", "Ішінара орындалды"]),
    ("regressed", ["Regressed", "Стало хуже", "Нашарлады"]),
    ("unanswered", ["Unanswered", "Без ответа", "Жауапсыз қалды"]),
    ("not_started", ["Not started", "Не начато", "Басталмады"]),
];

fn json(path: &str) -> Value {
    serde_json::from_str(&page(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A section of a page, by its id.
fn section<'a>(html: &'a str, id: &str) -> &'a str {
    let (_, rest) = html.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no #{id}"));
    rest.split("</section>").next().unwrap_or_default()
}

#[test]
fn the_follow_up_table_stands_on_the_pages_in_three_languages() {
    for (at, lang) in ["en", "ru", "kk"].into_iter().enumerate() {
        for (id, status, evidence_missing, decides) in TABLE {
            let html = page(&format!("/{lang}/recommendations/{id}"));
            let (_, words) = WORDS.iter().find(|(code, _)| *code == status).expect("the word is listed");
            let shown = section(&html, "status");
            assert!(text(shown).contains(words[at]), "{lang} {id}: {}", words[at]);
            assert_eq!(shown.contains("verdict-open"), evidence_missing, "{lang} {id}");
            assert!(section(&html, "evidence").contains(&format!("<code>{decides}</code>")), "{lang} {id}: {decides}");
        }
    }
}

#[test]
fn the_follow_up_table_stands_in_json() {
    for (id, status, evidence_missing, decides) in TABLE {
        let told = json(&format!("/en/recommendations/{id}.json"));
        assert_eq!((&told["rec_id"], &told["status"]), (&id.into(), &status.into()));
        assert_eq!(told["evidence_missing"], Value::Bool(evidence_missing), "{id}");
        let linked = ["used", "set_aside"].iter().flat_map(|list| told[list].as_array().expect("a list"));
        assert!(linked.into_iter().any(|fact| fact["evidence_id"] == decides), "{id}: {decides}");
        let reasons = told["reasons"].as_array().expect("reasons").len();
        for lang in ["en", "ru", "kk"] {
            assert_eq!(told["sentences"][lang].as_array().map(Vec::len), Some(reasons), "{id} {lang}");
        }
    }
}

#[test]
fn one_centre_became_thirteen_and_the_areas_without_one_are_asked_about() {
    let html = page("/en/recommendations/S003-R29");
    let moved = text(section(&html, "movement"));
    for said in
        ["1 centre 2014, Astana, state-supported", "13 centres 1 January 2025, Kazakhstan", "no difference is computed"]
    {
        assert!(moved.contains(said), "{said}: {moved}");
    }
    let reach = section(&html, "coverage");
    assert!(text(reach).contains("12 of 20 areas"), "{}", text(reach));
    assert_eq!(reach.matches("/en/places/").count(), 8);
    assert!(text(reach).contains("may still have a centre"));
    assert!(
        !page("/en/recommendations/S003-R28").contains("id=\"coverage\""),
        "the list of centres does not limit this one"
    );
    let told = json("/kk/recommendations/S003-R29.json");
    assert_eq!((&told["coverage"]["covered"], &told["coverage"]["areas"]), (&12.into(), &20.into()));
    assert_eq!(told["coverage"]["without"].as_array().map(Vec::len), Some(8));
    let movement = &told["movements"][0];
    assert_eq!((&movement["before"]["value"], &movement["after"]["value"]), (&1.0.into(), &13.0.into()));
    assert_eq!(movement["same_ground"], Value::Bool(false));
}

#[test]
fn what_regressed_or_was_left_unanswered_comes_first_and_stands_on_the_home_page() {
    let html = page("/en/recommendations");
    let at = |id: &str| html.find(&format!("/en/recommendations/{id}\"")).unwrap_or_else(|| panic!("{id} is listed"));
    let order = ["S003-R18b", "S003-R31", "S003-RT3", "S003-R27", "S003-R28", "S003-R01"].map(at);
    assert!(order.is_sorted(), "{order:?}");
    let counts = text(&html);
    for count in ["1 Regressed", "1 Unanswered", "1 Not started", "4 Partly", "1 Implemented", "34 Evidence missing"] {
        assert!(counts.contains(count), "{count}");
    }
    for lang in ["en", "ru", "kk"] {
        let home = page(&format!("/{lang}/"));
        let pressing = section(&home, "pressing");
        assert_eq!(pressing.matches("class=\"result\"").count(), 2, "{lang}");
        assert!(pressing.contains("S003-R18b") && pressing.contains("S003-R31"), "{lang}");
    }
}

#[test]
fn the_list_is_filtered_by_status_theme_source_and_day() {
    let listed = |query: &str| page(&format!("/en/recommendations?{query}")).matches("class=\"result\"").count();
    assert_eq!(listed(""), 42);
    assert_eq!(listed("status=&theme=&source="), 42);
    assert_eq!(listed("status=partly"), 4);
    assert_eq!(listed("theme=trafficking&status=implemented"), 1);
    assert_eq!(listed("source=S000"), 3);
    assert_eq!(listed("source=S000&status=partly"), 1);
    assert_eq!(listed("as_of=2015-01-01"), 39, "the three of 2023 were not made yet");
    assert_eq!(get("/en/recommendations?as_of=soon").status, StatusCode::BAD_REQUEST);
}

#[test]
fn on_another_day_another_status_stands_and_later_facts_are_named_as_not_yet_public() {
    let status = |query: &str| json(&format!("/en/recommendations/S003-R28.json{query}"))["status"].clone();
    assert_eq!(status("?as_of=2016-12-31"), "evidence_missing");
    assert_eq!(status("?as_of=2018-01-01"), "partly");
    assert_eq!(status("?as_of=2025-02-25"), "implemented");
    let then = json("/en/recommendations/S003-R28.json?as_of=2018-01-01");
    assert_eq!(then["age_years"], 4);
    let aside = then["set_aside"].as_array().expect("a list");
    let served = aside.iter().find(|fact| fact["evidence_id"] == "S002-01").expect("the figure of 2024");
    assert_eq!(served["reason"], "not_yet_public");
    let html = page("/en/recommendations/S003-R28?as_of=2018-01-01");
    assert!(text(&html).contains("it was not certainly public by that day"));
    assert!(html.contains("value=\"2018-01-01\""));
    assert_eq!(
        get("/en/recommendations/S003-R28?as_of=2014-03-14").status,
        StatusCode::NOT_FOUND,
        "it was not asked yet"
    );
}

#[test]
fn a_bullet_that_asks_for_three_things_shows_the_other_two() {
    let asked = page("/ru/recommendations/S003-R18b");
    let asked = section(&asked, "asked");
    for sibling in ["S003-R18a", "S003-R18c"] {
        assert!(asked.contains(&format!("/ru/recommendations/{sibling}\"")), "{sibling}");
    }
    let told = json("/ru/recommendations/S003-R18b.json");
    assert_eq!(told["siblings"], serde_json::json!(["S003-R18a", "S003-R18c"]));
}

#[test]
fn a_demand_shows_who_asked_when_and_for_how_long_it_is_open() {
    let html = page("/en/demands");
    let ages = text(section(&html, "ages-h"));
    assert!(ages.contains("A National Rapporteur on trafficking in persons20142014112 yearsno"), "{ages}");
    assert!(ages.contains("Services for every victim, whoever she is20142023212 yearsin part"), "{ages}");
    let services = section(&html, "D-SERVICES-ALL");
    for member in
        ["/en/recommendations/S003-R28", "/en/recommendations/S000-R3", "/en/sources/S003", "/en/sources/S000"]
    {
        assert!(services.contains(member), "{member}");
    }
    let of_one = page("/kk/recommendations/S003-R31");
    assert!(section(&of_one, "demands").contains("/kk/demands#D-RAPPORTEUR"));
}

#[test]
fn a_plan_whose_measures_nobody_has_seen_is_neither_late_nor_good_nor_bad() {
    for (lang, reason) in
        [("en", "55 measures, and their text"), ("ru", "55 мер, но их текст"), ("kk", "55 шара бар, бірақ")]
    {
        let html = page(&format!("/{lang}/commitments/C-NAP-2024"));
        assert!(text(section(&html, "stage")).contains(reason), "{lang}");
        assert!(text(section(&html, "quality")).contains(reason), "{lang}");
        assert!(!section(&html, "quality").contains('%'), "{lang}");
        assert!(section(&html, "bears").contains(&format!("/{lang}/recommendations/S003-R30\"")), "{lang}");
    }
    let told = json("/en/commitments/C-NAP-2024.json");
    assert_eq!((&told["late"], &told["late_unknown"]), (&Value::Null, &"measures_not_known".into()));
    assert_eq!(told["recommendations"][0]["rec_id"], "S003-R30");
    assert_eq!(page("/en/commitments").matches("/en/commitments/C-").count(), 50);
}

#[test]
fn facts_lead_to_recommendations_and_back() {
    assert!(page("/en/observations/S002-08").contains("/en/recommendations/S003-R29\""));
    let source = page("/en/sources/S002");
    assert!(section(&source, "findings-S002-F8").contains("/en/recommendations/S003-R31\""));
    assert!(page("/en/sources/S003").contains("href=\"/en/recommendations/S003-R01\""));
    assert!(page("/en/search?q=rapporteur").contains("/en/recommendations/S003-R31\""));
    assert!(page("/en/recommendations/S003-R31").contains("/en/sources/S002#findings-S002-F8"));
}

#[test]
fn what_does_not_exist_is_said() {
    for path in ["/en/recommendations/S003-R99", "/en/recommendations/S003-R99.json", "/kk/commitments/C-X"] {
        assert_eq!(get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
}

fn row(table: &str, cells: &[(&str, &str)]) -> Record {
    let cells: Vec<(String, String)> =
        cells.iter().map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())).collect();
    Record { pack: "more".to_owned(), table: table.to_owned(), key: cells[0].1.clone(), cells }
}

/// The built-in packs with two views and three measures of the plan.
fn fuller(path: &str) -> String {
    static WORLD: OnceLock<(Runtime, Router)> = OnceLock::new();
    let world = WORLD.get_or_init(|| {
        let view = |holder: &str, kind: &str, status: &str| {
            let id = format!("V-{kind}");
            let own = [("view_id", id.as_str()), ("rec_id", "S003-R29"), ("holder", holder), ("holder_kind", kind)];
            let rest = [("status", status), ("made_on", "2025-03-01"), ("source_id", "S002"), ("locus", "par. 6")];
            row("recommendation_views", &[&own[..], &rest[..]].concat())
        };
        let measure = |id: &str, rest: &[(&str, &str)]| {
            let own = [("measure_id", id), ("plan_id", "C-NAP-2024"), ("source_id", "S002"), ("locus", "par. 2")];
            row("measures", &[&own[..], rest].concat())
        };
        opened(vec![
            view("Ministry", "state", "implemented"),
            view("Coalition", "ngo", "partially_implemented"),
            measure(
                "M1",
                &[("text", "Train judges"), ("lead", "Court"), ("due", "2026-11-11"), ("recommendations", "S003-R27")],
            ),
            measure("M2", &[("text", "Open a centre in each area"), ("others", "A; B"), ("due", "2026-12-31")]),
            measure(
                "M3",
                &[
                    ("text", "Inform people"),
                    ("lead", "Ministry"),
                    ("due", "as needed"),
                    ("cost", "5"),
                    ("funding", "budget"),
                ],
            ),
        ])
    });
    let found = answer(world, path);
    assert_eq!(found.status, StatusCode::OK, "{path}");
    found.body
}

#[test]
fn views_stand_side_by_side_and_a_silence_is_seen() {
    let empty = page("/en/recommendations/S003-R29");
    assert!(text(section(&empty, "views")).contains("Nobody’s view is recorded"));
    let html = fuller("/en/recommendations/S003-R29");
    let views = text(section(&html, "views"));
    for said in
        ["The State", "Implemented", "Rapporteur", "no view recorded", "Civil society", "Partly implemented", "0.75"]
    {
        assert!(views.contains(said), "{said}: {views}");
    }
    assert!(text(section(&html, "status")).contains("Partly implemented"), "a view never becomes the status");
}

#[test]
fn a_plan_whose_measures_are_known_shows_what_they_lack_and_what_is_late() {
    let html = fuller("/en/commitments/C-NAP-2024");
    let quality = text(section(&html, "quality"));
    for said in [
        "3 measures of 55 are known",
        "exactly one lead: 2 of 3",
        "With a date: 2 of 3",
        "who pays it: 1 of 3",
        "should move: 0 of 3",
        "answer no recommendation: 2",
    ] {
        assert!(quality.contains(said), "{said}: {quality}");
    }
    let measures = text(section(&html, "measures"));
    for said in ["Late by 10 days", "next due on 31 December 2026", "“as needed” names no day", "no single lead"] {
        assert!(measures.contains(said), "{said}: {measures}");
    }
    let late = fuller("/en/commitments?late=yes");
    assert_eq!(late.matches("/en/commitments/C-").count(), 1, "only the plan");
    assert!(text(&late).contains("One of 3 known measures is late; of 1 it cannot be said."));
    let asked = fuller("/en/recommendations/S003-R27");
    assert!(section(&asked, "evidence").contains("/en/commitments/C-NAP-2024\""), "a measure of it answers this one");
    for lang in ["ru", "kk"] {
        let other = fuller(&format!("/{lang}/commitments/C-NAP-2024"));
        assert!(!text(&other).contains('['), "{lang}");
    }
}
