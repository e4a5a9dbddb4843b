//! The home page.

use axum::http::StatusCode;

use crate::world::{LANGUAGES, attributes, get, page, text};

#[test]
fn it_begins_with_the_region_of_the_country_whose_pack_is_installed() {
    for (lang, prevalence, number) in LANGUAGES {
        let html = page(&format!("/{lang}/"));
        assert!(html.contains("?region=ECA&#38;edition=2023\" aria-current=\"page\""), "{lang}");
        assert_eq!(attributes(&html, "href").iter().filter(|href| href.contains("?region=")).count(), 5 + 2, "{lang}");
        for figure in [prevalence, number] {
            assert!(html.contains(&format!(">{figure}</a>")), "{lang}: {figure}");
        }
    }
}

#[test]
fn countries_stand_by_unrounded_prevalence_and_those_without_an_estimate_by_name() {
    let html = page("/en/");
    let table = html.split("<tbody>").nth(1).expect("there is a table");
    let rows: Vec<String> = table.split("<tr>").skip(1).map(text).collect();
    assert_eq!(rows.len(), 52);
    let starts = |place: usize, name: &str| assert!(rows[place].contains(name), "{place}: {}", rows[place]);
    for (place, name) in ["Türkiye", "Tajikistan", "Russia"].into_iter().enumerate() {
        starts(place, name);
    }
    starts(8, "Kazakhstan");
    for (place, name) in (47..).zip(["Iceland", "Liechtenstein", "Luxembourg", "Malta", "Montenegro"]) {
        starts(place, name);
        assert!(rows[place].contains("not published"), "{name}");
    }
}

#[test]
fn every_country_on_the_map_is_a_link_with_a_name() {
    let html = page("/en/");
    let map = html.split("<svg").find(|part| part.contains("class=\"map\"")).expect("there is a map");
    assert_eq!(map.matches("<a href=\"/en/countries/").count(), 52);
    assert!(map.contains("<title>Kazakhstan: 11.1 per 1,000 people</title>"));
    assert!(map.contains("<title>Iceland: not published</title>"));
}

#[test]
fn an_empty_choice_is_no_choice() {
    assert!(page("/kk/?region=&edition=").contains("?region=ECA&#38;edition=2023\" aria-current=\"page\""));
}

#[test]
fn what_does_not_exist_is_said() {
    for path in ["/en/?region=ATLANTIS", "/en/?edition=1999"] {
        assert_eq!(get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
}
