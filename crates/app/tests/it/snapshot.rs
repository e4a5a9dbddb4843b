//! The snapshot of Kazakhstan 2023 says what the official one says, in three languages; every statement has its derivation.
//! Oracle: the printed country snapshot (source S000 of the pack) and shared/facts/gsi/README.md.

use std::collections::BTreeSet;

use pana_app::desk::Shelf;
use pana_app::snapshot::make;
use pana_app::{Desk, Error};
use pana_publish::Snapshot;
use pana_publish::figures::Dress;
use pana_text::Lang;

use crate::world::desk;

async fn with(check: impl Fn(&Desk, &Shelf)) {
    let desk = desk().await;
    let shelf = desk.shelf().await.expect("the room");
    check(&desk, &shelf);
}

fn kazakhstan(desk: &Desk, shelf: &Shelf, edition: &str, lang: Lang) -> Snapshot {
    make(shelf, &desk.library, "KAZ", Some(edition), lang, Dress::Page).unwrap_or_else(|error| panic!("{error}"))
}

/// No-break spaces read as spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn shown(snapshot: &Snapshot) -> Vec<String> {
    snapshot.key_figures.iter().map(|figure| plain(&figure.text)).collect()
}

#[tokio::test]
async fn the_key_figures_are_the_printed_ones() {
    with(|desk, shelf| {
        let texts = |lang| shown(&kazakhstan(desk, shelf, "2023", lang));
        assert_eq!(texts(Lang::En), ["11.1", "208,000", "17th", "9th", "42", "46", "18,776,707"]);
        assert_eq!(texts(Lang::Ru), ["11,1", "208 000", "17-е", "9-е", "42", "46", "18 776 707"]);
        assert_eq!(texts(Lang::Kk), ["11,1", "208 000", "17-орын", "9-орын", "42", "46", "18 776 707"]);
    })
    .await;
}

#[tokio::test]
async fn the_sentences_of_the_original_follow_from_the_values() {
    with(|desk, shelf| {
        let snapshot = kazakhstan(desk, shelf, "2023", Lang::En);
        let all = |sentences: &[pana_publish::snapshot::model::Sentence]| {
            sentences.iter().map(|sentence| sentence.text.clone()).collect::<Vec<_>>().join(" ")
        };
        let vulnerability = all(&snapshot.vulnerability.sentences);
        assert!(vulnerability.contains("above average for the region (mean 27)"), "{vulnerability}");
        assert!(vulnerability.contains("highest in terms of Disenfranchised groups (67.9)"), "{vulnerability}");
        assert!(
            vulnerability.contains("farthest above the regional mean in Governance issues (+22.9 points)"),
            "{vulnerability}"
        );
        let response = all(&snapshot.response.sentences);
        assert!(response.contains("below average for the region (mean 54)"), "{response}");
        assert!(
            response
                .contains("Most action was taken on Risk factors (64.3\u{a0}%), least on Supply chains (0.0\u{a0}%)"),
            "{response}"
        );
        let scale = all(&snapshot.scale.sentences);
        assert!(
            scale.contains("17th highest prevalence of 160 countries in the world and the 9th highest of 47"),
            "{scale}"
        );
    })
    .await;
}

#[tokio::test]
async fn what_the_original_hides_is_said() {
    with(|desk, shelf| {
        let snapshot = kazakhstan(desk, shelf, "2023", Lang::En);
        let ids: Vec<&str> = snapshot.limits.sentences.iter().map(|sentence| sentence.id.as_str()).collect();
        assert_eq!(
            ids,
            [
                "limit-model",
                "limit-interval",
                "limit-series-break-2018",
                "limit-vulnerability-rank",
                "limit-relative",
                "limit-population-year"
            ]
        );
        let text = |id: &str| {
            snapshot.limits.sentences.iter().find(|sentence| sentence.id == id).expect("it is said").text.clone()
        };
        assert!(text("limit-series-break-2018").contains("rank 83, the 2023 edition 11.1 and rank 17"));
        assert!(text("limit-vulnerability-rank").contains("is 99 of 160"), "{}", text("limit-vulnerability-rank"));
        assert!(
            text("limit-vulnerability-rank").contains("between 97 and 101"),
            "{}",
            text("limit-vulnerability-rank")
        );
        assert!(text("limit-population-year").contains("for 2020"));
    })
    .await;
}

#[tokio::test]
async fn the_published_recommendations_trace_to_three_indicators() {
    with(|desk, shelf| {
        let snapshot = kazakhstan(desk, shelf, "2023", Lang::En);
        let traced: Vec<(&str, &str)> = snapshot
            .recommendations
            .published
            .iter()
            .flat_map(|recommended| recommended.indicators.iter().map(|i| (i.code.as_str(), i.rating.as_str())))
            .collect();
        assert_eq!(traced, [("M2122", "not met"), ("M4316", "not met"), ("M1216NEG", "found")]);
        let met: Vec<&str> = snapshot.negatives.met.iter().map(|negative| negative.code.as_str()).collect();
        assert_eq!(met, ["M1216NEG", "M1235NEG", "M4224NEG"]);
        assert!(
            snapshot.negatives.met[0].cost.contains("1.28 percentage points"),
            "{}",
            snapshot.negatives.met[0].cost
        );
    })
    .await;
}

#[tokio::test]
async fn every_statement_of_every_snapshot_has_a_derivation() {
    with(|desk, shelf| {
        for book in &shelf.books {
            for iso3 in book.lines.keys() {
                let made = make(shelf, &desk.library, iso3, Some(&book.edition.id), Lang::Kk, Dress::Page);
                let snapshot = made.unwrap_or_else(|error| panic!("{error}"));
                let known: BTreeSet<&str> =
                    snapshot.derivations.iter().map(|derivation| derivation.id.as_str()).collect();
                assert_eq!(known.len(), snapshot.derivations.len(), "{iso3}: two derivations share a name");
                let json = serde_json::to_value(&snapshot).expect("a snapshot is JSON");
                check_links(&json, &known, iso3);
                let text = json.to_string();
                assert!(!text.contains("NaN") && !text.contains("\"["), "{iso3}: a missing message or number");
            }
        }
    })
    .await;
}

fn check_links(value: &serde_json::Value, known: &BTreeSet<&str>, iso3: &str) {
    match value {
        serde_json::Value::Object(object) => {
            if let Some(link) = object.get("derivation").and_then(|link| link.as_str()) {
                assert!(known.contains(link), "{iso3}: {link} has no derivation");
            }
            object.values().for_each(|inner| check_links(inner, known, iso3));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|inner| check_links(inner, known, iso3)),
        _ => {}
    }
}

#[tokio::test]
async fn what_was_not_published_is_not_zero() {
    with(|desk, shelf| {
        let iceland =
            make(shelf, &desk.library, "ISL", Some("2023"), Lang::En, Dress::Page).expect("Iceland was assessed");
        let prevalence = iceland.key_figure("prevalence").expect("the figure is named");
        assert_eq!((prevalence.text.as_str(), prevalence.value), ("not published", None));
        let barbados =
            make(shelf, &desk.library, "BRB", Some("2018"), Lang::En, Dress::Page).expect("Barbados is in 2018");
        let number = barbados.key_figure("number").expect("the figure is named");
        assert_eq!((number.text.as_str(), number.value), ("fewer than 1,000", None));
    })
    .await;
}

#[tokio::test]
async fn a_country_or_edition_that_is_not_there_is_named() {
    with(|desk, shelf| {
        let refused = |country, edition| make(shelf, &desk.library, country, Some(edition), Lang::En, Dress::Page);
        assert!(matches!(refused("ZZZ", "2023"), Err(Error::NotFound(text)) if text.contains("`ZZZ`")));
        assert!(matches!(refused("KAZ", "2016"), Err(Error::NotFound(text)) if text.contains("2023, 2018")));
    })
    .await;
}

#[tokio::test]
async fn the_same_facts_make_the_same_bytes() {
    let first = desk().await;
    let second = desk().await;
    let bytes = async |desk: &Desk| {
        let shelf = desk.shelf().await.expect("the room");
        serde_json::to_string(&kazakhstan(desk, &shelf, "2023", Lang::Kk)).expect("JSON")
    };
    assert_eq!(bytes(&first).await, bytes(&second).await);
}
