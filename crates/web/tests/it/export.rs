//! Open formats and feeds at their addresses.

use axum::http::StatusCode;

use crate::world::{get, page};

#[test]
fn every_file_that_the_page_of_data_offers_is_there() {
    let data = page("/en/data");
    let offered: Vec<&str> = crate::world::attributes(&data, "href")
        .into_iter()
        .filter(|href| href.starts_with("/en/export/") || href.starts_with("/en/changes."))
        .collect();
    assert_eq!(offered.iter().collect::<std::collections::BTreeSet<_>>().len(), 8, "{offered:?}");
    for address in offered {
        assert!(!page(address).is_empty(), "{address}");
    }
    assert!(page("/en/export/sdmx/observations.csv").starts_with("STRUCTURE,STRUCTURE_ID,ACTION,"));
    // A package is read from its description: the tables it names stand beside it.
    let package: serde_json::Value =
        serde_json::from_str(&page("/en/export/datapackage/datapackage.json")).expect("JSON");
    for resource in package["resources"].as_array().expect("resources").iter().take(3) {
        let path = resource["path"].as_str().expect("a path");
        assert_eq!(get(&format!("/en/export/datapackage/{path}")).status, StatusCode::OK, "{path}");
    }
    for nowhere in ["/en/export/odt/x", "/en/export/sdmx/../x", "/en/export/csv/nothing.csv"] {
        assert_eq!(get(nowhere).status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[test]
fn feed_readers_are_told_what_came_in_in_their_language() {
    for (lang, title) in [("en", "what changed"), ("ru", "что изменилось"), ("kk", "не өзгерді")]
    {
        let atom = page(&format!("/{lang}/changes.atom"));
        assert!(atom.contains("http://www.w3.org/2005/Atom") && atom.contains(title), "{lang}: {atom}");
        assert!(atom.contains("2026-11-21"), "the day of the import, not of the reading");
        assert!(page(&format!("/{lang}/changes.rss")).contains("<rss"), "{lang}");
        assert!(page(&format!("/{lang}/")).contains(&format!("href=\"/{lang}/changes.atom\"")), "{lang}");
    }
}
