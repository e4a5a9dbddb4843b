//! How each figure and sentence of a snapshot was made.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pana_publish::Snapshot;
use pana_publish::figures::Dress;
use pana_publish::snapshot::model::{Comparison, Derivation, Section};

use crate::country;
use crate::error::Oops;
use crate::page::{Nav, Page, render};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "derivations.html")]
struct DerivationsPage<'a> {
    page: Page<'a>,
    snapshot: &'a Snapshot,
    groups: Vec<Group<'a>>,
    base: String,
}

/// The derivations of one section of the snapshot.
struct Group<'a> {
    /// The section's name on the page of the country.
    id: &'static str,
    heading: String,
    derivations: Vec<&'a Derivation>,
}

/// The derivations of a snapshot, by section.
pub async fn show(visit: Visit, Path((_, code, edition)): Path<(String, String, String)>) -> Result<Response, Oops> {
    let snapshot = country::make(&visit, &code, &edition, Dress::Page)?;
    let title = visit.words().tell("derivations-title", &[("title", snapshot.title.as_str().into())]);
    let page = visit.page(Nav::Home, title);
    let base = page.href(&format!("/countries/{}/{}", snapshot.country.code, snapshot.edition.edition));
    let groups = groups(&snapshot, page.t("key-figures"));
    render(&visit, &DerivationsPage { page, snapshot: &snapshot, groups, base })
}

fn groups(snapshot: &Snapshot, key_figures: String) -> Vec<Group<'_>> {
    let recommendations = &snapshot.recommendations;
    let figures = snapshot.key_figures.iter().map(|figure| figure.derivation.as_str()).collect();
    let negatives = snapshot.negatives.met.iter().map(|negative| negative.derivation.as_str()).collect();
    let published = recommendations.published.iter().map(|recommended| recommended.derivation.as_str());
    let candidates = recommendations.candidates.iter().map(|candidate| candidate.derivation.as_str());
    let sections: [(&str, String, Vec<&str>); 7] = [
        ("key", key_figures, figures),
        ("scale", snapshot.scale.heading.clone(), of_section(&snapshot.scale)),
        ("vulnerability", snapshot.vulnerability.heading.clone(), of_comparison(&snapshot.vulnerability)),
        ("response", snapshot.response.heading.clone(), of_comparison(&snapshot.response)),
        ("negatives", snapshot.negatives.heading.clone(), negatives),
        ("recommendations", recommendations.heading.clone(), published.chain(candidates).collect()),
        ("limits", snapshot.limits.heading.clone(), of_section(&snapshot.limits)),
    ];
    let group = |(id, heading, names): (&'static str, String, Vec<&str>)| Group {
        id,
        heading,
        derivations: snapshot.derivations.iter().filter(|derivation| names.contains(&derivation.id.as_str())).collect(),
    };
    sections.into_iter().map(group).filter(|group| !group.derivations.is_empty()).collect()
}

fn of_section(section: &Section) -> Vec<&str> {
    section.sentences.iter().map(|sentence| sentence.derivation.as_str()).collect()
}

fn of_comparison(comparison: &Comparison) -> Vec<&str> {
    let bars = comparison.total.iter().chain(&comparison.bars).map(|bar| bar.derivation.as_str());
    comparison.sentences.iter().map(|sentence| sentence.derivation.as_str()).chain(bars).collect()
}
