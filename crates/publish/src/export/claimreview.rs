//! ClaimReview: a verdict on a claim as fact-check tools read it (JSON-LD, <https://schema.org/ClaimReview>; Google Search
//! Central, "Fact check structured data": required are `claimReviewed`, `reviewRating` with `alternateName`, and `url`).
//!
//! A machine proposes and a named person decides, so a verdict that only the engine reached has no review here.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pana_evidence::PartialDate;
use pana_text::Lang;
use serde_json::{Value, json};

use super::Files;

/// The file that holds all reviews, as a data feed.
pub const FEED: &str = "claimreview.json";

/// A verdict on a claim, ready to be published.
#[derive(Clone, Debug)]
pub struct Review {
    /// The name of the claim.
    pub claim: String,
    /// The page that shows the review.
    pub url: String,
    /// The claim, in words.
    pub text: String,
    /// Who made it.
    pub claimant: String,
    /// Whether that is a person or a body.
    pub claimant_kind: ClaimantKind,
    /// When it was made.
    pub made_on: Option<PartialDate>,
    /// Where it was first made.
    pub first_appearance: Option<Appearance>,
    /// Where it was repeated or reported.
    pub appearances: Vec<Appearance>,
    /// The verdict.
    pub rating: Rating,
    /// Why, a sentence each.
    pub explanation: Vec<String>,
    /// Who decided.
    pub decision: Decision,
    /// The version of the engine that proposed a verdict, where one did.
    pub engine: Option<String>,
    /// The pages of the evidence used.
    pub evidence: Vec<String>,
}

/// Who makes a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimantKind {
    /// A person.
    Person,
    /// A body of any kind.
    Organisation,
}

/// A publication in which a claim appears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
}

/// A verdict on a scale.
#[derive(Clone, Debug)]
pub struct Rating {
    /// The code of the verdict.
    pub verdict: String,
    /// Its place on the scale.
    pub value: u8,
    /// The place of a claim that is right.
    pub best: u8,
    /// The place of a claim that is wrong.
    pub worst: u8,
    /// What it is called, in each language.
    pub label: BTreeMap<Lang, String>,
}

/// Who decided on a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Nobody yet: the engine proposes.
    Proposed,
    /// A person, by name.
    Person {
        /// The name.
        name: String,
        /// The body for which the person decided.
        organisation: Option<String>,
        /// The day.
        on: Date,
    },
}

/// Why a verdict is not published as a review.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No person decided.
    #[error("no named person has decided on it; a verdict of the engine alone is not a review")]
    NotDecided,
    /// A property that must be there is empty.
    #[error("{0} is empty; a review states it")]
    Empty(&'static str),
    /// An address that is none.
    #[error("`{0}` is not a web address; write it whole, beginning with https://")]
    NotAnAddress(String),
    /// A rating outside its scale.
    #[error("the rating {0} is outside its scale from {1} to {2}")]
    OutsideTheScale(u8, u8, u8),
    /// Two reviews would be one file.
    #[error("another review has the name `{0}` already")]
    Twice(String),
}

/// Reviews as files, and those that may not be published with the reason.
#[derive(Clone, Debug, Default)]
pub struct Exported {
    /// A file for each review, and one with all.
    pub files: Files,
    /// The claims without a review.
    pub refused: Vec<(String, Refusal)>,
}

/// Every review that may be published: one file each (`CL01.jsonld`) and the feed of all of them.
pub fn export(reviews: &[Review], lang: Lang) -> Exported {
    let mut exported = Exported::default();
    let mut items = Vec::new();
    let mut names = BTreeSet::new();
    for given in reviews {
        let made = review(given, lang).and_then(|value| {
            let name = file_name(&given.claim);
            if names.insert(name.clone()) { Ok((name, value)) } else { Err(Refusal::Twice(name)) }
        });
        match made {
            Ok((name, value)) => {
                exported.files.push((format!("{name}.jsonld"), bytes(&value)));
                items.push(json!({
                    "@type": "DataFeedItem",
                    "dateCreated": value["datePublished"],
                    "url": value["url"],
                    "item": [value],
                }));
            }
            Err(refusal) => exported.refused.push((given.claim.clone(), refusal)),
        }
    }
    let newest = items.iter().filter_map(|item| item["dateCreated"].as_str()).max().map(str::to_owned);
    let mut feed = json!({ "@context": "https://schema.org", "@type": "DataFeed" });
    if let Some(newest) = newest {
        feed["dateModified"] = newest.into();
    }
    feed["dataFeedElement"] = items.into();
    exported.files.push((FEED.to_owned(), bytes(&feed)));
    exported.files.sort();
    exported
}

/// One review as a value of JSON-LD.
pub fn review(given: &Review, lang: Lang) -> Result<Value, Refusal> {
    let Decision::Person { name, organisation, on } = &given.decision else { return Err(Refusal::NotDecided) };
    for (property, text) in [("the claim", &given.text), ("the claimant", &given.claimant), ("the reviewer", name)] {
        stated(property, text)?;
    }
    for url in std::iter::once(&given.url).chain(&given.evidence) {
        address(url)?;
    }
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": given.claim,
        "url": given.url,
        "inLanguage": lang.tag(),
        "claimReviewed": given.text,
        "datePublished": on.to_string(),
        "author": author(name, organisation.as_deref()),
        "reviewRating": rating(&given.rating, &given.explanation, lang)?,
        "itemReviewed": claim(given)?,
    });
    if !given.explanation.is_empty() {
        value["reviewBody"] = given.explanation.join(" ").into();
    }
    let engine = given
        .engine
        .iter()
        .map(|version| json!({ "@type": "SoftwareApplication", "name": "Pana", "softwareVersion": version }));
    let based_on: Vec<Value> = engine.chain(given.evidence.iter().map(|url| json!(url))).collect();
    if !based_on.is_empty() {
        value["isBasedOn"] = based_on.into();
    }
    Ok(value)
}

fn author(name: &str, organisation: Option<&str>) -> Value {
    let mut author = json!({ "@type": "Person", "name": name });
    if let Some(organisation) = organisation {
        author["affiliation"] = json!({ "@type": "Organization", "name": organisation });
    }
    author
}

fn rating(rating: &Rating, explanation: &[String], lang: Lang) -> Result<Value, Refusal> {
    let Rating { verdict, value, best, worst, label } = rating;
    let scale = (*worst).min(*best)..=(*worst).max(*best);
    if !scale.contains(value) || worst == best {
        return Err(Refusal::OutsideTheScale(*value, *worst, *best));
    }
    let label = label.get(&lang).map(String::as_str).unwrap_or_default();
    stated("the verdict in words", label)?;
    let mut described = json!({
        "@type": "Rating",
        "ratingValue": value,
        "bestRating": best,
        "worstRating": worst,
        "alternateName": label,
        "identifier": verdict,
    });
    if !explanation.is_empty() {
        described["ratingExplanation"] = explanation.join(" ").into();
    }
    Ok(described)
}

fn claim(given: &Review) -> Result<Value, Refusal> {
    let kind = match given.claimant_kind {
        ClaimantKind::Person => "Person",
        ClaimantKind::Organisation => "Organization",
    };
    let mut claim = json!({ "@type": "Claim", "author": { "@type": kind, "name": given.claimant } });
    if let Some(made) = given.made_on {
        claim["datePublished"] = made.to_string().into();
    }
    if let Some(first) = &given.first_appearance {
        claim["firstAppearance"] = appearance(first)?;
    }
    let others: Vec<Value> = given.appearances.iter().map(appearance).collect::<Result<_, Refusal>>()?;
    if !others.is_empty() {
        claim["appearance"] = others.into();
    }
    Ok(claim)
}

fn appearance(given: &Appearance) -> Result<Value, Refusal> {
    stated("the title of the publication", &given.title)?;
    let mut work = json!({ "@type": "CreativeWork", "name": given.title });
    if let Some(publisher) = &given.publisher {
        work["publisher"] = json!({ "@type": "Organization", "name": publisher });
    }
    if let Some(url) = &given.url {
        work["url"] = address(url)?.into();
    }
    if let Some(published) = given.published {
        work["datePublished"] = published.to_string().into();
    }
    Ok(work)
}

fn stated(property: &'static str, text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Empty(property)) } else { Ok(()) }
}

/// A whole address of the web: a scheme, a host, and no character that RFC 3986 keeps out.
fn address(url: &str) -> Result<&str, Refusal> {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let kept_out = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c);
    match host {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') && !url.contains(kept_out) => Ok(url),
        _ => Err(Refusal::NotAnAddress(url.to_owned())),
    }
}

fn file_name(claim: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '_' };
    format!("claim-{}", claim.chars().map(safe).collect::<String>())
}

/// JSON that can stand inside a page: no text in it can end a script element (HTML, §4.12.1.3).
pub fn bytes(value: &Value) -> Vec<u8> {
    let text = serde_json::to_string_pretty(value).expect("a value of texts and numbers is JSON");
    let mut safe = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => safe.push_str(&format!("\\u{:04x}", c as u32)),
            c => safe.push(c),
        }
    }
    safe.push('\n');
    safe.into_bytes()
}
