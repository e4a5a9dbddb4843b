//! The public room for other programs: which formats there are, and what changed.

use std::collections::BTreeMap;

use pana_evidence::claim::{Decision as Decided, Verdict};
use pana_evidence::{Room, SourceId};
use pana_publish::export::atom::{Change, Feed};
use pana_publish::export::claimreview::{Appearance, ClaimantKind, Decision, Rating, Review};
use pana_publish::export::{Files, claimreview, csv, datapackage, hxl, sdmx};
use pana_publish::{claim as told, said::Said};
use pana_store::delivery::{self, Import};
use pana_text::{Arg, Lang, Words};

use crate::claim::Checked;
use crate::desk::{Desk, Shelf};
use crate::error::Error;
use crate::library::Library;

/// An open format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Verdicts of named persons as schema.org ClaimReview (JSON-LD).
    ClaimReview,
    /// Observations as SDMX-CSV 2.0 with their structure.
    Sdmx,
    /// Every table with its description (Frictionless Data Package).
    DataPackage,
    /// Observations as a sheet with hashtags (Humanitarian Exchange Language).
    Hxl,
    /// Every table as CSV.
    Csv,
}

/// The files of a format; `base` is where the pages are served, for addresses in them.
pub fn files(shelf: &Shelf, library: &Library, format: Format, lang: Lang, base: &str) -> Files {
    match format {
        Format::ClaimReview => claimreview::export(&reviews(shelf, library, lang, base), lang).files,
        Format::Sdmx => sdmx::export(&shelf.room, &library.texts),
        Format::DataPackage => datapackage::export(&shelf.room, &library.texts),
        Format::Hxl => hxl::export(&shelf.room, &library.texts, lang),
        Format::Csv => csv::export(&shelf.room),
    }
}

/// The verdicts that named persons gave here, ready to be published. What the engine proposes is not among them, nor what
/// others published elsewhere.
pub fn reviews(shelf: &Shelf, library: &Library, lang: Lang, base: &str) -> Vec<Review> {
    let latest =
        |checked: &'_ Checked| checked.decisions.iter().rev().find(|decision| decision.kind == "decided").cloned();
    let claims = shelf.claims.iter().filter_map(|checked| Some((checked, latest(checked)?)));
    claims.filter_map(|(checked, decision)| review(shelf, library, lang, base, checked, &decision)).collect()
}

fn review(
    shelf: &Shelf,
    library: &Library,
    lang: Lang,
    base: &str,
    checked: &Checked,
    decision: &Decided,
) -> Option<Review> {
    let (claim, words) = (&checked.claim, library.words(lang));
    let on = decision.decided_on.as_deref()?.parse().ok()?;
    let mut explanation = vec![decision.why(lang.tag()).to_owned()];
    explanation.extend(told::sentences(words, &shelf.room, &checked.check));
    let appearances: Vec<Appearance> = claim.sources.iter().filter_map(|id| appearance(&shelf.room, id)).collect();
    Some(Review {
        claim: claim.id.clone(),
        url: format!("{base}/{lang}/claims/{}", claim.id),
        text: Said::new(words, &claim.paraphrase).text,
        claimant: claim.claimant.clone(),
        claimant_kind: if claim.claimant_kind == "person" { ClaimantKind::Person } else { ClaimantKind::Organisation },
        made_on: claim.made_on,
        first_appearance: appearances.first().cloned(),
        appearances: appearances.into_iter().skip(1).collect(),
        rating: rating(decision.verdict, library),
        explanation,
        decision: Decision::Person { name: decision.reviewer.clone(), organisation: None, on },
        engine: Some(env!("CARGO_PKG_VERSION").to_owned()),
        evidence: checked
            .check
            .used
            .iter()
            .map(|used| format!("{base}/{lang}/observations/{}", used.observation.0))
            .collect(),
    })
}

fn appearance(room: &Room, id: &SourceId) -> Option<Appearance> {
    let source = room.source(id)?;
    Some(Appearance {
        title: source.title.clone(),
        publisher: Some(source.publisher.clone()),
        url: source.url.clone(),
        published: source.published,
    })
}

/// A verdict on a scale from 1 (contradicted) to 5 (consistent). What cannot be decided stands in the middle: it is no degree
/// of falsehood, and its label says what it is.
fn rating(verdict: Verdict, library: &Library) -> Rating {
    let value = match verdict {
        Verdict::Consistent => 5,
        Verdict::ConsistentIncomplete => 4,
        Verdict::Disputed | Verdict::NotComparable | Verdict::Unverifiable => 3,
        Verdict::InternallyInconsistent => 2,
        Verdict::Contradicted => 1,
    };
    let label = |lang: Lang| (lang, told::verdict(library.words(lang), verdict.code()));
    let label: BTreeMap<Lang, String> = Lang::ALL.into_iter().map(label).collect();
    Rating { verdict: verdict.code().to_owned(), value, best: 5, worst: 1, label }
}

/// The feed of changes of this copy, in a language.
pub async fn changes(desk: &Desk, lang: Lang, base: &str) -> Result<Option<(Feed, Vec<Change>)>, Error> {
    let shelf = desk.shelf().await?;
    let words = desk.library.words(lang);
    let imports = delivery::imports(&desk.db).await?;
    let Some(first) = imports.last() else { return Ok(None) };
    let feed = Feed {
        authority: authority(base),
        title: words.say("feed-title"),
        subtitle: words.say("feed-about"),
        author: "Pana".to_owned(),
        url: format!("{base}/{lang}/changes.atom"),
        page: format!("{base}/{lang}/data"),
        lang: lang.tag().to_owned(),
        since: first.recorded_on,
    };
    let mut changes: Vec<Change> = imports.iter().map(|import| imported(import, words, lang, base)).collect();
    changes.extend(decisions(&shelf, words, lang, base));
    changes.extend(corrections(&shelf.room, words, lang, base));
    Ok(Some((feed, changes)))
}

/// The host that names entries: an address and its year, as RFC 4151 asks.
fn authority(base: &str) -> String {
    let host = base.split("//").nth(1).unwrap_or(base);
    let host: String = host.split([':', '/']).next().unwrap_or_default().to_owned();
    format!("{host},2026")
}

fn imported(import: &Import, words: &Words, lang: Lang, base: &str) -> Change {
    let args = [
        ("name", Arg::from(import.name.as_str())),
        ("version", import.version.as_str().into()),
        ("added", Arg::Count(i64::try_from(import.added).unwrap_or(i64::MAX))),
        ("corrected", Arg::Count(i64::try_from(import.corrected).unwrap_or(i64::MAX))),
    ];
    Change {
        id: import.id.to_string(),
        kind: "import".to_owned(),
        title: words.tell("feed-import", &args),
        summary: words.tell("feed-import-rows", &args),
        url: format!("{base}/{lang}/data"),
        updated: import.recorded_on,
    }
}

fn decisions(shelf: &Shelf, words: &Words, lang: Lang, base: &str) -> Vec<Change> {
    let decided =
        shelf.claims.iter().flat_map(|checked| checked.decisions.iter().map(move |decision| (checked, decision)));
    let change = |(checked, decision): (&Checked, &Decided)| {
        let text = Said::new(words, &checked.claim.paraphrase).text;
        let verdict = told::verdict(words, decision.verdict.code());
        Some(Change {
            id: decision.id.clone(),
            kind: "verdict".to_owned(),
            title: words.tell("feed-verdict", &[("claim", text.into()), ("verdict", verdict.into())]),
            summary: format!("{}: {}", decision.reviewer, decision.why(lang.tag())),
            url: format!("{base}/{lang}/claims/{}", checked.claim.id),
            updated: decision.decided_on.as_deref()?.parse().ok()?,
        })
    };
    decided.filter_map(change).collect()
}

fn corrections(room: &Room, words: &Words, lang: Lang, base: &str) -> Vec<Change> {
    let corrected = room.observations().filter(|observation| observation.revision > 1);
    let change = |observation: &pana_evidence::Observation| {
        let name = room.indicator(&observation.indicator).map_or("", |indicator| indicator.name.as_str());
        let figure = pana_publish::figure::Written::new(words, observation).text();
        let args = [("indicator", Arg::from(Said::new(words, name).text)), ("figure", figure.into())];
        Some(Change {
            id: format!("{}.{}", observation.id.0, observation.revision),
            kind: "observation".to_owned(),
            title: words.tell("feed-correction", &args),
            summary: observation.note.as_ref().map_or_else(String::new, |note| Said::new(words, note).text),
            url: format!("{base}/{lang}/observations/{}", observation.id.0),
            updated: observation.released?,
        })
    };
    corrected.filter_map(change).collect()
}
