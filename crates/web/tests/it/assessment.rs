//! Pages of assessments: each assessor side by side, levels by the rule with trace and counterfactual, releases, tiers as published.

use axum::http::StatusCode;
use serde_json::Value;

use crate::world::{LANGUAGES, attributes, get, page, text};

/// The pages of this part, as `whole.rs` checks them.
pub const PAGES: [(&str, &str); 7] = [
    ("assessments", "/assessments"),
    ("assessments-elsewhere", "/assessments?country=UZB"),
    ("assessment-ilab", "/assessments/ilab"),
    ("assessment-ilab-as-of", "/assessments/ilab?as_of=2020-08-28"),
    ("assessment-ilab-elsewhere", "/assessments/ilab?country=UZB"),
    ("assessment-tip", "/assessments/tip"),
    ("assessment-tip-elsewhere", "/assessments/tip?country=UZB"),
];

/// The text of a page between two anchors, without marks that keep directions apart.
fn between(html: &str, from: &str, to: &str) -> String {
    let part = html.split(&format!("id=\"{from}\"")).nth(1).unwrap_or_else(|| panic!("no {from}"));
    let part = part.split(&format!("id=\"{to}\"")).next().unwrap_or_default();
    text(&format!("<p {part}")).replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn every_assessor_stands_beside_the_others_with_what_it_counts() {
    let html = page("/en/assessments");
    let table = between(&html, "side-by-side", "ilab");
    for year in 2016..=2025 {
        assert!(table.contains(&year.to_string()), "{year}");
    }
    for said in ["moderate advancement", "Tier 2", "read from an excerpt", "other method", "11.06", "negative"] {
        assert!(table.contains(said), "{said}: {table}");
    }
    let whole = text(&html);
    for counts in ["Not how many children work", "not the size of the problem", "estimated by a model", "Cotton"] {
        assert!(whole.contains(counts), "{counts}");
    }
    assert!(whole.contains("computes no tier"), "the tier is a record");
    assert!(html.contains("class=\"break\""), "two editions are not one series");
    assert!(html.contains("href=\"/en/assessments/ilab\"") && html.contains("href=\"/en/assessments/tip\""));
}

#[test]
fn the_levels_follow_from_the_rule_and_without_the_law_of_2021_they_would_not() {
    let said = [
        ("en", "law signed 30 December 2021", "moderate advancement", "This row decides."),
        ("ru", "2021", "умеренный прогресс", "Эта строка решает."),
        ("kk", "2021", "орташа ілгерілеу", "Осы жол шешеді."),
    ];
    for ((lang, _, _), (_, law, moderate, decides)) in LANGUAGES.iter().zip(said) {
        let html = page(&format!("/{lang}/assessments/ilab"));
        let first = between(&html, "reading-2021", "reading-2022");
        assert!(first.contains(moderate) && first.contains(decides), "{lang}: {first}");
        assert!(first.to_lowercase().contains(&law.to_lowercase()), "{lang}: {first}");
        assert_eq!(first.matches(decides).count(), 1, "{lang}");
    }
    let html = page("/en/assessments/ilab");
    for (from, to, modifier) in [
        ("reading-2021", "reading-2022", "a regression of this year"),
        ("reading-2022", "rule", "an earlier regression"),
    ] {
        let read = between(&html, from, to);
        assert!(read.contains("minimal advancement: efforts were made") && read.contains(modifier), "{read}");
        assert!(read.contains("The derived level is the published one."), "{read}");
        assert!(read.contains("Our reading"), "{read}");
    }
    let first = between(&html, "reading-2021", "reading-2022");
    let sentence = first.split("Without “").find(|part| part.contains("30 December 2021")).expect("a counterfactual");
    assert!(sentence.contains(": moderate advancement."), "{sentence}");
}

#[test]
fn the_readings_are_there_for_programs() {
    let readings: Value = serde_json::from_str(&page("/ru/assessments/ilab.json")).expect("JSON");
    let told: Vec<(i64, &str, &str)> = readings
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            let verdict = &one["verdict"];
            let text = |name: &str| verdict[name].as_str().expect("text");
            (one["year"].as_i64().expect("a year"), text("level"), text("modifier"))
        })
        .collect();
    assert_eq!(told, [(2021, "minimal", "regression"), (2022, "minimal", "continued")]);
    let without = readings[0]["counterfactuals"].as_array().expect("a list");
    let law: Vec<&Value> = without.iter().filter(|one| one["without"]["kind"] == "regression").collect();
    assert_eq!((law.len(), &law[0]["verdict"]["level"], &law[0]["changes"]), (1, &"moderate".into(), &true.into()));
}

#[test]
fn the_inspections_of_2019_have_three_answers() {
    let answer = |day: &str| {
        let html = page(&format!("/en/assessments/ilab?as_of={day}"));
        let id = "/en/observations/ILAB-KAZ-2019-labor_inspections\">";
        let series = html.split("id=\"vintages\"").next().expect("the series");
        let found = series.split(id).nth(1).and_then(|rest| rest.split("</a>").next());
        found.map(|cell| text(&format!("<p>{cell}")).trim().to_owned())
    };
    assert_eq!(answer("2020-07-12"), None, "nothing is published yet");
    assert_eq!(answer("2020-08-27").as_deref(), Some("not stated"));
    assert_eq!(answer("2020-08-28").as_deref(), Some("9,522"));
    assert_eq!(answer("2021-07-01").as_deref(), Some("not stated"));
    let html = page("/en/assessments/ilab");
    let days: Vec<&str> = attributes(&html, "href").into_iter().filter(|href| href.contains("as_of=")).collect();
    assert!(days.contains(&"/en/assessments/ilab?as_of=2020-08-28#series"), "{days:?}");
    assert_eq!(get("/en/assessments/ilab?as_of=yesterday").status, StatusCode::BAD_REQUEST);
}

#[test]
fn what_is_asked_again_and_again_says_for_how_long() {
    let actions = between(&page("/en/assessments/ilab"), "actions", "goods");
    assert!(actions.contains("2014–2021") && actions.contains("8 editions"), "{actions}");
    assert!(actions.contains("2021 1 edition") || actions.contains("1 edition"), "{actions}");
    let regime = between(&page("/en/assessments/ilab"), "inspection", "nowhere");
    for said in ["January 2020", "1 January 2023", "restricts inspection", "widens inspection"] {
        assert!(regime.contains(said), "{said}: {regime}");
    }
}

#[test]
fn no_question_about_a_tier_is_answered_here() {
    let html = page("/en/assessments/tip");
    let whole = text(&html);
    assert!(whole.contains("computes no tier"));
    assert_eq!(whole.matches("read from an excerpt").count() + whole.matches("Read from an excerpt").count(), 6);
    assert!(attributes(&html, "id").into_iter().filter(|id| id.starts_with("asks-")).count() >= 20);
    assert!(whole.contains("Nothing is known here on this question."));
    assert_eq!(get("/en/assessments/nothing").status, StatusCode::NOT_FOUND);
    assert_eq!(get("/en/assessments?country=XYZ").status, StatusCode::NOT_FOUND);
}

#[test]
fn the_country_and_its_indicators_lead_to_the_assessments() {
    assert!(attributes(&page("/en/countries/KAZ/2023"), "href").contains(&"/en/assessments"));
    assert!(attributes(&page("/en/countries/UZB/2023"), "href").contains(&"/en/assessments?country=UZB"));
    assert!(attributes(&page("/en/indicators/ilab.labor_inspections"), "href").contains(&"/en/assessments/ilab"));
    assert!(!attributes(&page("/en/indicators/pop.total"), "href").contains(&"/en/assessments/ilab"));
}
