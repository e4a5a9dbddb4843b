//! Pages of the evidence: indicators, observations, sources, places, methods, downloads, search.

use std::collections::BTreeSet;

use axum::http::StatusCode;

use crate::world::{LANGUAGES, attributes, get, page, text};

/// The pages of this part, as `whole.rs` checks them.
pub const PAGES: [(&str, &str); 54] = [
    ("estimates-off", "/estimates"),
    ("indicators", "/indicators"),
    ("indicators-found", "/indicators?q=forced&theme=trafficking"),
    ("indicators-none", "/indicators?q=zzz"),
    ("indicator-refused", "/indicators/ms.prevalence.number?place=KZ"),
    ("indicator-everywhere", "/indicators/ms.prevalence.rate"),
    ("indicator-paged", "/indicators/pop.total?page=2"),
    ("indicator-as-of", "/indicators/ms.prevalence.rate?place=KAZ&as_of=2020-01-01"),
    ("indicator-many", "/indicators/sss.recipients"),
    ("indicator-rating", "/indicators/gsi-2023.M1216NEG"),
    ("observation-more-than", "/observations/S001-01"),
    ("observation-range", "/observations/S001-15"),
    ("observation-millions", "/observations/S001-11"),
    ("observation-derived", "/observations/S001-22"),
    ("observation-estimate", "/observations/GSI2023-KAZ-prevalence_per_1000"),
    ("observation-category", "/observations/S000-10"),
    ("observation-not-stated", "/observations/ILAB-KAZ-2019-labor_inspections"),
    ("source-releases", "/sources/ILAB-DATA"),
    ("source-chapter", "/sources/ILAB-CH-2021"),
    ("source-tier", "/sources/TIP-2021"),
    ("sources", "/sources"),
    ("source-fact-check", "/sources/S001"),
    ("source-submission", "/sources/S003"),
    ("source-index", "/sources/WF-GSI-2023"),
    ("place-country", "/places/KZ"),
    ("place-region", "/places/KZ-63"),
    ("place-index-region", "/places/ECA"),
    ("claims", "/claims"),
    ("claims-contradicted", "/claims?verdict=contradicted"),
    ("claim", "/claims/CL01"),
    ("claim-as-of", "/claims/CL20?as_of=2014-12-31"),
    ("claim-try", "/claims/try"),
    ("claim-tried", "/claims/try?indicator=vict.any&comparator=lt&value=200&period=2024&place=KZ"),
    ("recommendations", "/recommendations"),
    ("recommendations-filtered", "/recommendations?status=evidence_missing&theme=trafficking&source=S003"),
    ("recommendations-none", "/recommendations?status=implemented&theme=housing"),
    ("recommendations-before", "/recommendations?as_of=2010-01-01"),
    ("recommendation", "/recommendations/S003-R29"),
    ("recommendation-split", "/recommendations/S003-R18b"),
    ("recommendation-unanswered", "/recommendations/S003-R31"),
    ("recommendation-as-of", "/recommendations/S003-R28?as_of=2018-01-01"),
    ("demands", "/demands"),
    ("commitments", "/commitments"),
    ("commitments-late", "/commitments?late=yes"),
    ("commitment-plan", "/commitments/C-NAP-2024"),
    ("methods", "/methods"),
    ("data", "/data"),
    ("search-empty", "/search"),
    ("search-found", "/search?q=kazakh"),
    ("search-nothing", "/search?q=zzzz"),
    ("search-kind", "/search?q=kazakh&kind=observation&page=2"),
    ("search-some-words", "/search?q=unicorn+forced"),
    ("search-beyond", "/search?q=kazakh&page=25"),
    ("search-kazakh", "/search?q=%D0%B0%D0%B4%D0%B0%D0%BC+%D1%81%D0%B0%D1%83%D0%B4%D0%B0%D1%81%D1%8B"),
];

const METHODS: [&str; 8] =
    ["prevalence", "vulnerability", "response", "ranks", "robustness", "series-breaks", "as-of", "derived"];

#[test]
fn every_method_has_its_page_and_no_other_is_invented() {
    let listed: BTreeSet<String> = attributes(&page("/en/methods"), "href")
        .into_iter()
        .filter_map(|href| href.strip_prefix("/en/methods/").map(str::to_owned))
        .collect();
    assert_eq!(listed, METHODS.iter().map(|id| (*id).to_owned()).collect());
    for (lang, _, _) in LANGUAGES {
        for id in METHODS {
            let html = page(&format!("/{lang}/methods/{id}"));
            assert!(!html.contains('[') && !html.contains("{$") && !html.contains("{ $"), "{lang} {id}");
        }
    }
}

#[test]
fn numbers_of_a_method_are_those_of_the_ruleset() {
    let vulnerability = text(&page("/en/methods/vulnerability"));
    for number in ["5.390", "34.9\u{a0}%", "5.760", "Norway", "South Sudan"] {
        assert!(vulnerability.contains(number), "{number}");
    }
    let response = text(&page("/en/methods/response"));
    for number in ["Indicators: 141", "Activities: 42", "78", "22 in milestone 2 and 74 in all", "BBB", "Afghanistan"] {
        assert!(response.contains(number), "{number}");
    }
}

#[test]
fn more_than_a_hundred_is_never_a_hundred() {
    for (lang, said) in [("en", "more than 100 people"), ("ru", "более 100 человек"), ("kk", "100 санынан көп адам")]
    {
        let html = page(&format!("/{lang}/observations/S001-01"));
        let heading = html.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).expect("a heading");
        assert_eq!(text(&format!("<h1>{heading}</h1>")).trim(), said);
        assert!(!html.contains(">100<") && !html.contains(">100 <span class=\"unit"), "{lang}: a bare 100");
        let table = page(&format!("/{lang}/indicators/vict.freed.annual"));
        assert!(!table.contains(">100<"), "{lang}: a bare 100 in the table");
    }
}

#[test]
fn every_form_of_a_figure_is_said() {
    let heading = |path: &str| {
        let html = page(path);
        let heading = html.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).expect("a heading");
        text(&format!("<h1>{heading}</h1>")).trim().to_owned()
    };
    let cases = [
        ("S001-15", "300,000 to 1,500,000 people"),
        ("S001-06", "about 50,000 people"),
        ("S001-11", "millions (at least 1,000,000 people)"),
        ("S001-19", "less than 9 months"),
        ("S002-07", "at most 9 months"),
        ("S001-22", "7.6 %"),
        ("S001-17", "2001"),
        ("S000-07", "17th place"),
        ("S000-05", "42 of 100"),
        ("S000-10", "disenfranchised groups"),
        ("ILAB-KAZ-2019-labor_inspections", "not stated"),
        ("ILAB-KAZ-2022-labor_funding", "about 5,200,000 US dollars"),
        ("ILAB-CH-2021-KAZ-2021-workers", "more than 9,180,000 people"),
        ("GSI2023-KAZ-prevalence_per_1000", "11.06 per 1,000 people"),
    ];
    for (id, said) in cases {
        assert_eq!(heading(&format!("/en/observations/{id}")), said, "{id}");
    }
    assert_eq!(heading("/ru/observations/S002-06"), "6 месяцев");
    assert_eq!(heading("/ru/observations/ILAB-KAZ-2019-labor_inspections"), "не указано");
    assert_eq!(heading("/kk/observations/ILAB-KAZ-2019-labor_inspections"), "көрсетілмеген");
    assert_eq!(heading("/ru/observations/S000-10"), "группы населения, ограниченные в правах");
}

#[test]
fn a_trend_across_a_series_break_is_refused_with_both_ends() {
    for (lang, from, to) in
        [("en", "81,600", "208,000"), ("ru", "81\u{a0}600", "208\u{a0}000"), ("kk", "81\u{a0}600", "208\u{a0}000")]
    {
        let html = page(&format!("/{lang}/indicators/ms.prevalence.number?place=KZ"));
        let refusal =
            html.split("class=\"refusal\"").nth(1).and_then(|rest| rest.split("</div>").next()).expect("a refusal");
        assert!(refusal.contains(from) && refusal.contains(to), "{lang}: {refusal}");
        assert!(html.contains("class=\"break-mark\"") && html.contains("<tr class=\"break\">"), "{lang}");
    }
}

#[test]
fn a_question_as_of_a_day_leaves_out_what_came_later() {
    let now = page("/en/indicators/ms.prevalence.number?place=KZ");
    let then = page("/en/indicators/ms.prevalence.number?place=KZ&as_of=2020-01-01");
    assert!(text(&now).contains("208,000") && !text(&then).contains("208,000"));
    assert!(
        text(&then).contains("81,600") && text(&then).contains("As known on") && !text(&then).contains("As known now")
    );
    let csv = page("/en/data/observations.csv?indicator=ms.prevalence.number&place=KZ&as_of=2020-01-01");
    assert_eq!(csv.lines().count(), 1, "{csv}");
}

#[test]
fn a_day_that_is_none_is_a_question_to_be_changed() {
    for given in ["yesterday", "2024-02-30", "2024", "01.02.2024", "2024-1-1"] {
        for path in ["indicators/ms.prevalence.rate", "data/observations.csv"] {
            let answer = get(&format!("/ru/{path}?as_of={given}"));
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path} {given}");
            assert!(answer.body.contains("Это не дата"), "{given}");
        }
    }
}

#[test]
fn what_is_not_known_is_not_found_in_the_language_of_the_reader() {
    let paths = [
        "indicators/none",
        "indicators/ms.prevalence.rate?place=XX-99",
        "observations/S999-01",
        "sources/S999",
        "places/XX-99",
        "methods/astrology",
        "data/secrets.csv",
        "data/observations.exe",
        "data/observations",
        "data/observations.csv?indicator=none",
        "data/observations.json?place=XX-99",
    ];
    for path in paths {
        let answer = get(&format!("/kk/{path}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("<html lang=\"kk\">") && answer.body.contains("<h1>"), "{path}");
    }
}

#[test]
fn a_download_holds_every_observation_and_parses_back() {
    let body = page("/en/data/observations.csv");
    assert!(!body.starts_with('\u{feff}'));
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("every row parses");
    assert!(rows.len() > 129, "{}", rows.len());
    let column = |name: &str| header.iter().position(|column| column == name).expect("the column is there");
    let seeds = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/kz/observations.csv"))
        .expect("the pack");
    let mut seeds = csv::Reader::from_reader(seeds.as_bytes());
    let seed_header = seeds.headers().expect("a header").clone();
    let mut compared = 0;
    for seed in seeds.records().map(|row| row.expect("the pack parses")) {
        let row = rows.iter().find(|row| row[column("obs_id")] == seed[0]).expect("the observation is there");
        for (name, cell) in seed_header.iter().zip(&seed) {
            assert_eq!(&row[column(name)], cell, "{} {name}", &seed[0]);
        }
        assert_eq!(&row[column("revision")], "1");
        compared += 1;
    }
    assert_eq!(compared, 129);
    assert!(rows.iter().any(|row| &row[column("released")] == "2025-02-25"));
}

#[test]
fn the_same_observations_come_as_json_with_their_digits() {
    let body = page("/kk/data/observations.json?place=KAZ&indicator=ms.prevalence.rate");
    let rows: Vec<serde_json::Value> = serde_json::from_str(&body).expect("it is JSON");
    let printed = rows.iter().find(|row| row["obs_id"] == "S000-03").expect("the printed rate");
    assert_eq!((&printed["value"], &printed["value_text"]), (&serde_json::json!(11.1), &serde_json::Value::Null));
    assert!(body.contains("\"value\":11.0776"), "the digits are kept");
}

#[test]
fn every_table_can_be_downloaded() {
    for (table, least) in [("sources", 27), ("indicators", 260), ("places", 190), ("relations", 60)] {
        let body = page(&format!("/ru/data/{table}.csv"));
        let read: Result<Vec<_>, _> = csv::Reader::from_reader(body.as_bytes()).records().collect();
        let rows = read.expect("it parses").len();
        assert!(rows >= least, "{table}: {rows}");
    }
}

#[test]
fn a_file_is_offered_under_a_name_of_words_that_the_program_knows() {
    assert_eq!(get("/en/data/sources.csv").disposition, "attachment; filename=\"pana-sources.csv\"");
    let printed = get("/kk/countries/KAZ/2023.pdf").disposition;
    assert!(printed.starts_with("inline; filename=\"pana-") && printed.ends_with("-2023-kk.pdf\""), "{printed}");
    for typed in ["x%22%0D%0Aset-cookie%3Aa.csv", "sources%22.csv", "..%2Fsources.csv"] {
        let answer = get(&format!("/en/data/{typed}"));
        assert_eq!((answer.status, answer.disposition.as_str()), (StatusCode::NOT_FOUND, ""), "{typed}");
    }
}

#[test]
fn a_source_says_everything_that_was_taken_from_it() {
    let html = page("/en/sources/S003");
    let findings = html.matches("class=\"result\" id=\"findings-").count();
    let recommendations = html.matches("class=\"result\" id=\"recommendations-").count();
    assert_eq!((findings, recommendations), (57, 39));
    let fact_check = text(&page("/en/sources/S001"));
    assert!(
        fact_check.contains("Verdict") && fact_check.contains("consistent, but leaves out what changes its meaning")
    );
}

#[test]
fn a_place_tells_that_its_borders_changed() {
    for (lang, warning) in [("en", "The borders changed"), ("ru", "Границы изменились"), ("kk", "Шекара өзгерген")]
    {
        assert!(page(&format!("/{lang}/places/KZ-63")).contains(warning));
        assert!(!page(&format!("/{lang}/places/KZ-11")).contains(warning));
    }
    assert!(page("/en/places/KZ").contains("href=\"/en/countries/KAZ\""));
}

#[test]
fn search_finds_in_every_language_from_every_language() {
    let found = |path: &str, href: &str| assert!(page(path).contains(&format!("href=\"{href}")), "{path}: {href}");
    found("/en/search?q=%D0%9A%D0%B0%D0%B7%D0%B0%D1%85%D1%81%D1%82%D0%B0%D0%BD", "/en/countries/KAZ");
    found("/kk/search?q=%D0%9A%D0%B0%D0%B7%D0%B0%D0%BA%D1%81%D1%82%D0%B0%D0%BD", "/kk/countries/KAZ");
    found("/ru/search?q=kaz", "/ru/countries/KAZ");
    found("/kk/search?q=PREVALENCE+slav", "/kk/indicators/ms.prevalence.rate");
    found("/en/search?q=walk+free", "/en/sources/WF-GSI-2023");
    found("/en/search?q=forced+eviction", "/en/sources/S003#findings-S003-P01");
    found("/kk/search?q=forced+eviction", "/kk/sources/S003#findings-S003-P01");
    found("/en/search?q=S001-01", "/en/observations/S001-01");
    found("/en/search?q=robustness", "/en/methods/robustness");
    assert!(page("/en/search?q=zzzz").contains("Nothing was found"));
}

#[test]
fn search_says_the_kind_marks_what_was_meant_and_lets_nothing_through() {
    let html = page("/en/search?q=Kazakhstan");
    assert!(html.contains("<span class=\"kind\">Place</span>") && html.contains("<mark>Kazakhstan</mark>"));
    let kinds: Vec<&str> = attributes(&html, "href").into_iter().filter(|href| href.contains("kind=")).collect();
    assert!(kinds.contains(&"/en/search?q=Kazakhstan&#38;kind=observation") || kinds.len() > 4, "{kinds:?}");
    for kind in ["observation", "findings"] {
        let only = page(&format!("/en/search?q=Kazakhstan&kind={kind}"));
        assert!(only.contains(&format!("<input type=\"hidden\" name=\"kind\" value=\"{kind}\">")));
    }
    assert!(page("/en/search?q=Kazakhstan&kind=findings").contains("<span class=\"kind\">Finding</span>"));
    for typed in
        ["%22%3E%3Cscript%3E", "%3Cmark%3Eslavery", "%00%22*%5E%3A", "a%26b", "NEAR(a%20b%2C%202)", "-%20-%20%22"]
    {
        let html = page(&format!("/ru/search?q={typed}&kind={typed}"));
        assert!(!html.contains("<script") && !html.contains("<mark>slavery</mark>\""), "{typed}");
    }
}

#[test]
fn every_method_page_can_be_found() {
    let html = page("/en/methods");
    let listed = attributes(&html, "href").into_iter().filter_map(|href| href.strip_prefix("/en/methods/"));
    let listed: BTreeSet<&str> = listed.collect();
    assert_eq!(listed, pana_app::search::document::METHODS.into_iter().collect());
}

#[test]
fn every_code_of_the_kept_tables_has_words() {
    for (lang, _, _) in LANGUAGES {
        for source in ["S000", "S001", "S002", "S003", "S004"] {
            let html = text(&page(&format!("/{lang}/sources/{source}")));
            for code in ["_", "THRESHOLD", "official_admin"] {
                let bare = html.split_whitespace().find(|word| word.contains(code) && !word.contains("://"));
                assert_eq!(bare, None, "{lang} {source}");
            }
        }
    }
}
