//! The export of the Universal Human Rights Index (OHCHR): one row is an annotation of a paragraph of a document.

use std::collections::BTreeSet;

use super::entry::{Entry, Faults, Journal};
use super::lexicon::Lexicon;
use super::reading::Skipped;
use super::recommendation::{self, MECHANISMS, POSITIONS, Recommendation};
use super::refusal::Refusal;
use super::{Target, html, text};

/// Reads the rows into recommendations and one source for each document.
pub fn read(journal: &mut Journal<'_>, lexicon: &Lexicon, target: Target<'_>) -> Result<(), Refusal> {
    let entries = journal.entries();
    one_country(&entries, journal)?;
    for entry in entries {
        if entry.heading().is_some() {
            journal.skip(entry, Skipped::Heading);
        } else {
            row(entry, journal, lexicon, target);
        }
    }
    Ok(())
}

/// The index covers the world: a table about many countries is not taken before somebody says which.
fn one_country(entries: &[Entry<'_>], journal: &Journal<'_>) -> Result<(), Refusal> {
    const FIELD: &str = "countries";
    if journal.mapping.keep.get(FIELD).is_some_and(|kept| !kept.is_empty()) {
        return Ok(());
    }
    let found: BTreeSet<String> = entries.iter().flat_map(|entry| entry.list(FIELD)).collect();
    if found.len() < 2 {
        return Ok(());
    }
    let some: Vec<String> = found.into_iter().take(10).collect();
    Err(Refusal::ChooseWhat { field: FIELD, found: some.join(", ") })
}

fn row<'a>(entry: Entry<'a>, journal: &mut Journal<'a>, lexicon: &Lexicon, target: Target<'_>) {
    let habits = lexicon.habits(journal.mapping.kind);
    let mut faults = Faults::of(entry);
    let symbol = faults.must("symbol");
    // The index exports the paragraphs as they stand on its pages.
    let (number, said) = recommendation::numbered(&html::plain(&faults.must("text")));
    if said.is_empty() && entry.raw("text").is_some() {
        faults.note("text", Refusal::Missing { field: "text" });
    }
    let issued = recommendation::issued(&entry, journal, &mut faults);
    let position = faults.code("position", &POSITIONS).unwrap_or_default().to_owned();
    let paragraph = entry.get("paragraph").or(number);
    let body = entry.get("mechanism").unwrap_or_default();
    let placed = MECHANISMS.contains(&body.as_str());
    let mechanism = if placed { body.as_str() } else { "other" };
    let (cycle, worked_out) = recommendation::cycle(&entry, habits, mechanism, issued);
    // What the index calls a record stays the same when its text is corrected.
    let name = match (entry.get("annotation_id"), &paragraph) {
        (Some(annotation), _) => annotation,
        (None, Some(paragraph)) => format!("{}-{paragraph}", text::slug(&symbol)),
        (None, None) => format!("{}-{}", text::slug(&symbol), text::digest(&[&text::folded(&said)])),
    };
    if !journal.settle(entry, faults, "annotation_id", &name) {
        return;
    }
    if worked_out {
        journal.worked_out("cycle");
    }
    if !placed && !body.is_empty() {
        journal.as_written("mechanism", &body);
    }
    let language = journal.mapping.language.clone().unwrap_or_default();
    let publisher = entry.raw("mechanism").map(text::tidy).unwrap_or_default();
    journal.source(recommendation::source(&entry, habits, &symbol, publisher, mechanism, issued, &language));
    let locus = paragraph.map_or_else(|| name.clone(), |paragraph| format!("¶{paragraph}"));
    let recommendation = Recommendation {
        id: name,
        source: text::slug(&symbol),
        kind: "in_text",
        locus,
        text: said,
        mechanism: mechanism.to_owned(),
        cycle,
        position,
        issued,
        ..Recommendation::default()
    };
    recommendation.record(&entry, journal, target);
}
