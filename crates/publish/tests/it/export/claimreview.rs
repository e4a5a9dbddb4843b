//! ClaimReview: properties and types of schema.org and what Google documents as required and recommended.

use std::collections::BTreeMap;

use jiff::civil::date;
use pana_publish::export::claimreview::{
    Appearance, ClaimantKind, Decision, FEED, Rating, Refusal, Review, bytes, export, review,
};
use pana_text::Lang;
use serde_json::Value;

use super::{file, matches};

fn sample() -> Review {
    let label =
        [(Lang::En, "Correct, but incomplete"), (Lang::Ru, "Верно, но неполно"), (Lang::Kk, "Дұрыс, бірақ толық емес")];
    Review {
        claim: "CL01".into(),
        url: "https://pana.example/en/claims/CL01".into(),
        text: "More than a hundred people are freed from slavery each year".into(),
        claimant: "A commission".into(),
        claimant_kind: ClaimantKind::Organisation,
        made_on: "2017".parse().ok(),
        first_appearance: Some(Appearance {
            title: "Analytical report".into(),
            publisher: Some("A commission".into()),
            url: None,
            published: "2017-10".parse().ok(),
        }),
        appearances: vec![Appearance {
            title: "A message".into(),
            publisher: None,
            url: Some("https://news.example/a?b=c&d=e".into()),
            published: None,
        }],
        rating: Rating {
            verdict: "consistent_incomplete".into(),
            value: 4,
            best: 5,
            worst: 1,
            label: BTreeMap::from(label.map(|(lang, label)| (lang, label.to_owned()))),
        },
        explanation: vec!["No figure contradicts it.".into(), "A broader measure is 816 times larger.".into()],
        decision: Decision::Person {
            name: "A. Reviewer".into(),
            organisation: Some("A newsroom".into()),
            on: date(2026, 11, 21),
        },
        engine: Some("0.1.0".into()),
        evidence: vec!["https://pana.example/en/observations/S003-39".into()],
    }
}

/// Properties of schema.org that a type has, with the types their values may have; as far as they occur.
fn properties(kind: &str) -> &'static [(&'static str, &'static [&'static str])] {
    match kind {
        "ClaimReview" => &[
            ("identifier", &["Text"]),
            ("url", &["URL"]),
            ("inLanguage", &["Text"]),
            ("claimReviewed", &["Text"]),
            ("datePublished", &["Date"]),
            ("author", &["Person", "Organization"]),
            ("reviewRating", &["Rating"]),
            ("itemReviewed", &["Claim"]),
            ("reviewBody", &["Text"]),
            ("isBasedOn", &["SoftwareApplication", "URL"]),
        ],
        "Rating" => &[
            ("identifier", &["Text"]),
            ("ratingValue", &["Number"]),
            ("bestRating", &["Number"]),
            ("worstRating", &["Number"]),
            ("alternateName", &["Text"]),
            ("ratingExplanation", &["Text"]),
        ],
        "Claim" => &[
            ("author", &["Person", "Organization"]),
            ("datePublished", &["Date"]),
            ("appearance", &["CreativeWork"]),
            ("firstAppearance", &["CreativeWork"]),
        ],
        "CreativeWork" => {
            &[("name", &["Text"]), ("publisher", &["Organization"]), ("url", &["URL"]), ("datePublished", &["Date"])]
        }
        "Person" => &[("name", &["Text"]), ("affiliation", &["Organization"])],
        "Organization" => &[("name", &["Text"])],
        "SoftwareApplication" => &[("name", &["Text"]), ("softwareVersion", &["Text"])],
        "DataFeed" => &[("dataFeedElement", &["DataFeedItem"]), ("dateModified", &["Date"])],
        "DataFeedItem" => &[("dateCreated", &["Date"]), ("url", &["URL"]), ("item", &["ClaimReview"])],
        other => panic!("{other} does not occur in a review"),
    }
}

fn fits(value: &Value, kinds: &[&str]) -> bool {
    kinds.iter().any(|kind| match *kind {
        "Text" => value.as_str().is_some_and(|text| !text.is_empty()),
        "URL" => value.as_str().is_some_and(|text| matches(r"^https?://[^/\s]+(/\S*)?$", text)),
        "Date" => value.as_str().is_some_and(|text| matches(r"^\d{4}(-\d{2}(-\d{2})?)?$", text)),
        "Number" => value.is_number(),
        named => value["@type"] == *named,
    })
}

/// Every property belongs to its type and every value has a type the property takes.
fn check(value: &Value) {
    let kind = value["@type"].as_str().expect("a type");
    for (property, given) in value.as_object().expect("an object").iter().filter(|(name, _)| !name.starts_with('@')) {
        let known = properties(kind).iter().find(|(name, _)| name == property);
        let (_, kinds) = known.unwrap_or_else(|| panic!("{kind} has no {property}"));
        let each = given.as_array().map_or(std::slice::from_ref(given), Vec::as_slice);
        for one in each {
            assert!(fits(one, kinds), "{kind}.{property}: {one}");
            if one.is_object() {
                check(one);
            }
        }
    }
}

#[test]
fn a_review_has_what_schema_org_and_google_require_and_recommend() {
    for lang in Lang::ALL {
        let value = review(&sample(), lang).expect("a person has decided");
        assert_eq!(
            (value["@context"].as_str(), value["@type"].as_str()),
            (Some("https://schema.org"), Some("ClaimReview"))
        );
        check(&value);
        let required = ["/claimReviewed", "/reviewRating/alternateName", "/url"];
        let recommended = [
            "/author/name",
            "/datePublished",
            "/itemReviewed/author/name",
            "/itemReviewed/datePublished",
            "/itemReviewed/appearance",
            "/itemReviewed/firstAppearance",
            "/reviewRating/ratingValue",
            "/reviewRating/bestRating",
            "/reviewRating/worstRating",
        ];
        for property in required.iter().chain(&recommended) {
            assert!(value.pointer(property).is_some(), "{property}");
        }
        assert_eq!(value["inLanguage"], lang.tag());
        assert_eq!(value["reviewRating"]["alternateName"], sample().rating.label[&lang]);
    }
}

#[test]
fn a_date_is_as_precise_as_it_is_known() {
    let value = review(&sample(), Lang::En).expect("a person has decided");
    assert_eq!(value["itemReviewed"]["datePublished"], "2017");
    assert_eq!(value["itemReviewed"]["firstAppearance"]["datePublished"], "2017-10");
    let undated = review(&Review { made_on: None, ..sample() }, Lang::En).expect("a person has decided");
    assert!(undated["itemReviewed"].get("datePublished").is_none());
}

#[test]
fn a_verdict_of_the_engine_alone_is_no_review() {
    let proposed = Review { decision: Decision::Proposed, ..sample() };
    assert_eq!(review(&proposed, Lang::En), Err(Refusal::NotDecided));
    let nameless = Decision::Person { name: " ".into(), organisation: None, on: date(2026, 11, 21) };
    assert_eq!(review(&Review { decision: nameless, ..sample() }, Lang::En), Err(Refusal::Empty("the reviewer")));
    let exported = export(&[proposed.clone(), sample(), sample()], Lang::En);
    assert_eq!(
        exported.refused,
        [("CL01".into(), Refusal::NotDecided), ("CL01".into(), Refusal::Twice("claim-CL01".into()))]
    );
    let feed: Value = serde_json::from_slice(file(&exported.files, FEED)).expect("JSON");
    check(&feed);
    assert_eq!(feed["dataFeedElement"].as_array().map(Vec::len), Some(1));
    let empty = export(&[proposed], Lang::En);
    assert_eq!(empty.files.len(), 1, "only the feed, and nothing in it");
}

#[test]
fn what_a_review_cannot_say_is_refused_with_the_reason() {
    let refused = |changed: Review| review(&changed, Lang::En).expect_err("it is refused");
    assert_eq!(refused(Review { text: String::new(), ..sample() }), Refusal::Empty("the claim"));
    assert_eq!(
        refused(Review { url: "/en/claims/CL01".into(), ..sample() }),
        Refusal::NotAnAddress("/en/claims/CL01".into())
    );
    for wrong in ["javascript:alert(1)", "https://", "https:///x", "https://a b", "https://a\"b", ""] {
        assert_eq!(refused(Review { evidence: vec![wrong.into()], ..sample() }), Refusal::NotAnAddress(wrong.into()));
    }
    let rating = Rating { value: 6, ..sample().rating };
    assert_eq!(refused(Review { rating, ..sample() }), Refusal::OutsideTheScale(6, 1, 5));
    let rating = Rating { label: BTreeMap::new(), ..sample().rating };
    assert_eq!(refused(Review { rating, ..sample() }), Refusal::Empty("the verdict in words"));
}

#[test]
fn a_review_cannot_end_the_script_that_holds_it() {
    let text = "</script><script>alert(1)</script><!-- & \u{2028} Қ";
    let value = review(&Review { text: text.into(), ..sample() }, Lang::En).expect("a person has decided");
    let written = String::from_utf8(bytes(&value)).expect("text");
    assert!(!written.contains(['<', '>', '&', '\u{2028}']), "{written}");
    let again: Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(again["claimReviewed"], text);
}
