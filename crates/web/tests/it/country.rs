//! The page of a country.

use axum::http::StatusCode;

use crate::world::{LANGUAGES, attributes, get, page, text};

#[test]
fn kazakhstan_2023_says_the_same_in_every_language() {
    let said = [
        ("17th", "9th", "160 countries", "18,776,707"),
        ("17-е", "9-е", "160 стран", "18\u{a0}776\u{a0}707"),
        ("17-орын", "9-орын", "160 ел", "18\u{a0}776\u{a0}707"),
    ];
    for ((lang, prevalence, number), (world, region, countries, population)) in LANGUAGES.into_iter().zip(said) {
        let html = page(&format!("/{lang}/countries/KAZ/2023"));
        for figure in [prevalence, number, world, region, population, "42", "46"] {
            assert!(html.contains(&format!(">{figure}</a>")), "{lang}: {figure}");
        }
        assert!(text(&html).contains(countries), "{lang}: {countries}");
        for code in ["M2122", "M4316", "M1216NEG"] {
            assert!(html.contains(&format!("href=\"/{lang}/indicators/gsi-2023.{code}\"")), "{lang}: {code}");
        }
    }
}

#[test]
fn the_original_s_findings_are_on_the_page() {
    let text = text(&page("/en/countries/KAZ/2023"));
    for sentence in [
        "highest in terms of Disenfranchised groups",
        "Most action was taken on Risk factors",
        "least on Supply chains",
        "No interval was published",
    ] {
        assert!(text.contains(sentence), "{sentence}");
    }
}

#[test]
fn a_country_without_an_estimate_says_so() {
    let html = page("/en/countries/ISL/2023");
    assert!(text(&html).contains("published no estimate of prevalence. Unknown is not zero."));
    assert!(html.contains("absent") && html.contains("not published"));
}

#[test]
fn the_switch_offers_only_editions_that_know_the_country() {
    let switch = |html: &str| -> Vec<String> {
        let list =
            html.split("class=\"editions\"").nth(1).and_then(|rest| rest.split("</ul>").next()).unwrap_or_default();
        attributes(list, "href").into_iter().map(str::to_owned).collect()
    };
    assert_eq!(switch(&page("/ru/countries/KAZ/2023")), ["/ru/countries/KAZ/2023", "/ru/countries/KAZ/2018"]);
    let only_2023 = switch(&page("/ru/countries/ATG/2023"));
    assert!(only_2023.contains(&"/ru/countries/ATG/2023".to_owned()), "{only_2023:?}");
    for address in only_2023 {
        assert_eq!(get(&address).status, StatusCode::OK, "{address}");
    }
}

#[test]
fn a_code_leads_to_the_newest_edition_and_nonsense_to_a_page_that_says_so() {
    for code in ["KAZ", "kaz", "KZ"] {
        assert_eq!(get(&format!("/kk/countries/{code}")).location, "/kk/countries/KAZ/2023", "{code}");
    }
    for path in [
        "/kk/countries/XX1",
        "/kk/countries/KAZ/1999",
        "/kk/countries/KAZ/2023.doc",
        "/kk/countries/XX1/2023/derivations",
    ] {
        let answer = get(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("Бұл мекенжайда ештеңе жоқ"), "{path}");
    }
}
