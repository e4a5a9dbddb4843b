//! What holds for every page here: it is whole in every language, and its links and names fit together.

use std::collections::BTreeSet;
use std::path::Path;

use crate::world::{LANGUAGES, attributes, page};

const PAGES: [(&str, &str); 12] = [
    ("home", "/"),
    ("home-americas-2018", "/?region=AMERICAS&edition=2018"),
    ("compare-empty", "/compare"),
    ("compare", "/compare?country=KAZ&country=KGZ&country=USA&edition=2023"),
    ("compare-refused", "/compare?country=XX1&country=VAT&country=KAZ&edition=2018"),
    ("kazakhstan", "/countries/KAZ/2023"),
    ("kazakhstan-2018", "/countries/KAZ/2018"),
    ("kazakhstan-derivations", "/countries/KAZ/2023/derivations"),
    ("iceland", "/countries/ISL/2023"),
    ("barbados", "/countries/BRB/2018"),
    ("barbados-derivations", "/countries/BRB/2018/derivations"),
    ("kosovo", "/countries/XKX/2023"),
];

#[test]
fn every_page_is_whole_in_every_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pages");
    std::fs::create_dir_all(&folder).expect("a folder for the pages");
    for (lang, _, _) in LANGUAGES {
        for (name, path) in PAGES.iter().chain(&crate::evidence::PAGES).chain(&crate::assessment::PAGES) {
            let html = page(&format!("/{lang}{path}"));
            std::fs::write(folder.join(format!("{name}.{lang}.html")), &html).expect("the page is kept");
            assert_eq!(untranslated(&html), Vec::<&str>::new(), "{lang}{path}");
            assert!(html.contains(&format!("<html lang=\"{lang}\">")), "{lang}{path}");
            for forbidden in [" style=\"", "<style", "<script", " onclick", "NaN", "{$"] {
                assert!(!html.contains(forbidden), "{lang}{path}: {forbidden}");
            }
        }
    }
}

#[test]
fn names_are_unique_and_links_within_a_page_lead_somewhere() {
    for (name, path) in PAGES.iter().chain(&crate::evidence::PAGES).chain(&crate::assessment::PAGES) {
        let html = page(&format!("/en{path}"));
        let ids = attributes(&html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{name}: an id twice");
        for anchor in attributes(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(known.contains(anchor), "{name}: #{anchor}");
        }
        for list in
            ["aria-labelledby", "aria-describedby", "for"].iter().flat_map(|attribute| attributes(&html, attribute))
        {
            assert!(list.split(' ').all(|id| known.contains(id)), "{name}: {list}");
        }
    }
}

#[test]
fn every_figure_and_sentence_opens_how_it_was_made() {
    for place in ["KAZ/2023", "KAZ/2018", "ISL/2023", "BRB/2018"] {
        let derivations = page(&format!("/kk/countries/{place}/derivations"));
        let known: BTreeSet<&str> = attributes(&derivations, "id").into_iter().collect();
        let country = page(&format!("/kk/countries/{place}"));
        let wanted: BTreeSet<&str> = asked(&country).into_iter().collect();
        assert!(wanted.len() > 10, "{place}");
        for anchor in wanted {
            assert!(known.contains(anchor), "{place}: {anchor}");
        }
    }
    for path in ["/ru/", "/ru/?region=AMERICAS&edition=2018", "/ru/compare?country=BRB&country=KAZ&edition=2018"] {
        let html = page(path);
        let addresses: BTreeSet<&str> =
            attributes(&html, "href").into_iter().filter(|href| href.contains("#")).collect();
        for address in addresses.into_iter().filter(|href| href.contains("/BRB/") || href.contains("/KAZ/")) {
            let (page_of, anchor) = address.split_once('#').expect("it has an anchor");
            assert!(page(page_of).contains(&format!("id=\"{anchor}\"")), "{path}: {address}");
        }
    }
}

/// What comes after `derivations#` in the links of a page.
fn asked(html: &str) -> Vec<&str> {
    attributes(html, "href")
        .into_iter()
        .filter_map(|href| href.split_once("/derivations#"))
        .map(|(_, anchor)| anchor)
        .collect()
}

/// Keys in brackets: messages that are missing in this language.
fn untranslated(html: &str) -> Vec<&str> {
    let inside = html.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(inside, _)| inside);
    inside
        .filter(|text| {
            !text.is_empty()
                && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
        })
        .collect()
}
