//! Sources: what every fact here rests on, and everything a source says.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pana_evidence::{PartialDate, Source, SourceId};
use pana_text::Words;

use crate::error::Oops;
use crate::kept::{self, Table};
use crate::line::{Named, source_named};
use crate::page::{Nav, Page, render};
use crate::theme::{self, Ratings, Theme};
use crate::visit::Visit;
use pana_publish::said::{self, Said};

/// A source as a row.
struct Row {
    named: Named,
    publisher: Said,
    published: Option<String>,
    language: Said,
    figures: String,
    statements: String,
}

/// Sources of one role.
struct Shelf {
    id: String,
    name: String,
    lead: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "sources.html")]
struct ListPage<'a> {
    page: Page<'a>,
    shelves: Vec<Shelf>,
}

/// All sources: those read here first, then those they cite.
pub async fn list(visit: Visit) -> Result<Response, Oops> {
    let shelf = |role: &str| {
        let mut sources: Vec<&Source> =
            visit.shelf.room.sources().filter(|source| (source.role == "seed") == (role == "seed")).collect();
        sources.sort_by(|left, right| visit.words().order().compare(&left.title, &right.title));
        Shelf {
            id: role.to_owned(),
            name: visit.words().say(&format!("sources-{role}")),
            lead: visit.words().say(&format!("sources-{role}-lead")),
            rows: sources.into_iter().map(|source| row(&visit, source)).collect(),
        }
    };
    let shelves = ["seed", "origin"].map(shelf).into_iter().filter(|shelf| !shelf.rows.is_empty()).collect();
    render(&visit, &ListPage { page: visit.page(Nav::Sources, visit.words().say("sources-title")), shelves })
}

fn row(visit: &Visit, source: &Source) -> Row {
    let words = visit.words();
    let room = &visit.shelf.room;
    let figures = room
        .observations()
        .filter(|observation| observation.source == source.id || observation.origin.as_ref() == Some(&source.id));
    let statements = room.all_records().iter().filter(|record| record.cites(&source.id.0));
    let whole = |count: usize| words.numbers().whole(i64::try_from(count).unwrap_or(i64::MAX));
    Row {
        named: Named::new("sources", &source.id.0, Said::own(words, &source.title, &source.language)),
        publisher: Said::new(words, &source.publisher),
        published: source.published.map(|published| date(words, published)),
        language: said::code(words, "language", &source.language),
        figures: whole(figures.count()),
        statements: whole(statements.count()),
    }
}

/// A date to its stated precision, in the reader's language.
pub fn date(words: &Words, date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => words.date(year, None, None),
        PartialDate::Month(year, month) => words.date(year, Some(month), None),
        PartialDate::Day(day) => words.date(day.year(), None, Some(day)),
    }
}

#[derive(Template)]
#[template(path = "source.html")]
struct SourcePage<'a> {
    page: Page<'a>,
    source: &'a Source,
    title: Said,
    publisher: Said,
    publisher_kind: Said,
    kind: Said,
    published: Option<String>,
    date_basis: Option<Said>,
    language: Said,
    note: Option<Said>,
    cited_in: Vec<Named>,
    cites: Vec<Named>,
    themes: Vec<Theme>,
    ratings: Vec<Ratings>,
    figures: usize,
    tables: Vec<Table>,
}

/// The page of a source.
pub async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let room = &visit.shelf.room;
    let source = room.source(&SourceId(id)).ok_or_else(|| visit.nothing_here())?;
    let words = visit.words();
    let about = |id: &SourceId| *id == source.id;
    let observations = || {
        room.observations()
            .filter(|observation| about(&observation.source) || observation.origin.as_ref().is_some_and(about))
    };
    let (themes, ratings) = theme::of_observations(&visit, observations());
    let title = Said::own(words, &source.title, &source.language);
    let page = SourcePage {
        page: visit.page(Nav::Sources, title.text.clone()),
        publisher: Said::new(words, &source.publisher),
        publisher_kind: said::code(words, "publisher-kind", &source.publisher_kind),
        kind: said::code(words, "source-kind", &source.kind),
        published: source.published.map(|published| date(words, published)),
        date_basis: source.date_basis.as_ref().map(|basis| Said::new(words, basis)),
        language: said::code(words, "language", &source.language),
        note: source.note.as_ref().map(|note| Said::new(words, note)),
        cited_in: source.cited_in.iter().map(|id| titled(&visit, id)).collect(),
        cites: room
            .sources()
            .filter(|other| other.cited_in.contains(&source.id))
            .map(|other| titled(&visit, &other.id))
            .collect(),
        figures: observations().count(),
        tables: kept::of_source(&visit, &source.id),
        source,
        title,
        themes,
        ratings,
    };
    render(&visit, &page)
}

/// A source by its title, with publisher and year.
fn titled(visit: &Visit, id: &SourceId) -> Named {
    let words = visit.words();
    match visit.shelf.room.source(id) {
        Some(source) => Named::new("sources", &id.0, Said::own(words, &source.title, &source.language)),
        None => source_named(words, &visit.shelf.room, id),
    }
}
