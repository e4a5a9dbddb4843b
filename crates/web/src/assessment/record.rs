//! Every assessor's record of a country on one page: what each counts, on which scale, and what it says of which year.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use pana_app::assessment;
use pana_evidence::assessment::AssessorRecord;
use pana_evidence::assessment::dossier::{Entry, Says};
use pana_evidence::assessment::goods::{Good, Mark};
use pana_evidence::{IndicatorId, ObservationId};
use pana_publish::assessment as told;
use pana_publish::figure::Written;
use pana_publish::said::Said;

use super::{About, Cited, Wish, in_short, in_words};
use crate::error::Oops;
use crate::line::Named;
use crate::page::{Nav, Page, render};
use crate::visit::Visit;

/// What an assessor says of a year, in one cell.
struct Cell {
    figure: Written,
    /// Whether the figure before it is of another edition, which it must not be compared with.
    apart: bool,
    unread: bool,
}

/// A row of an assessor's record.
struct Said_ {
    year: i16,
    about: Option<i16>,
    apart: bool,
    what: Option<Named>,
    figure: Written,
    path: Option<String>,
    reason: Option<Said>,
    unread: bool,
    cited: Vec<Cited>,
}

/// An assessor with the years of the page.
struct Assessor {
    id: String,
    assessor: Said,
    title: Said,
    counts: String,
    scale: String,
    leads: Option<&'static str>,
    judged: bool,
    cells: Vec<Option<Cell>>,
    rows: Vec<Said_>,
}

/// A listed good.
pub(super) struct GoodRow {
    pub name: Said,
    pub list: Said,
    pub edition: Said,
    pub marks: [String; 3],
    pub derived: Option<String>,
    pub(super) cited: Cited,
}

#[derive(Template)]
#[template(path = "assessments.html")]
struct ListPage<'a> {
    page: Page<'a>,
    about: About<'a>,
    years: Vec<i16>,
    assessors: Vec<Assessor>,
    goods: Vec<GoodRow>,
}

/// The page.
pub fn show(visit: &Visit, wish: &Wish) -> Result<Response, Oops> {
    let about = About::new(visit, wish)?;
    let (mut records, mut listed) = (Vec::new(), Vec::new());
    if let Some(place) = about.place {
        let failed = |error| visit.failed(error);
        records = assessment::records(&visit.shelf, &visit.desk.library, &place.id).map_err(failed)?;
        listed = assessment::goods(&visit.shelf, &place.id).map_err(failed)?;
    }
    let years: BTreeSet<i16> = records.iter().flat_map(|record| &record.entries).map(|entry| entry.year).collect();
    let years: Vec<i16> = years.into_iter().collect();
    let words = visit.words();
    let title = match &about.name {
        Some(name) => words.tell("assessments-of", &[("country", name.name.text.as_str().into())]),
        None => words.say("nav-assessments"),
    };
    let page = ListPage {
        page: visit.page(Nav::Assessments, title),
        assessors: records.iter().enumerate().map(|(at, record)| assessor(visit, at, record, &years)).collect(),
        goods: listed.iter().map(|good| self::good(visit, good)).collect(),
        about,
        years,
    };
    render(visit, &page)
}

fn assessor(visit: &Visit, at: usize, record: &AssessorRecord, years: &[i16]) -> Assessor {
    let words = visit.words();
    let known = assessment::instrument(&visit.desk.library, record);
    let editions = known.is_some_and(assessment::has_editions);
    let tiers = record.entries.iter().any(|entry| matches!(entry.says, Says::Tier(_)));
    let levels = known.is_some_and(|known| known.levels().is_some());
    let mut seen = false;
    let cells = years.iter().map(|year| {
        let mut cell = cell(visit, record, *year)?;
        cell.apart = editions && seen && cell.figure.counts;
        seen |= cell.figure.counts;
        Some(cell)
    });
    Assessor {
        id: record.instrument.clone().unwrap_or_else(|| format!("assessor-{at}")),
        assessor: Said::new(words, &record.assessor),
        title: Said::new(words, &record.title),
        counts: words.say(&record.counts),
        scale: words.say(&record.scale),
        leads: levels.then_some("/assessments/ilab").or_else(|| tiers.then_some("/assessments/tip")),
        judged: tiers,
        cells: cells.collect(),
        rows: rows(visit, record, editions),
    }
}

/// The headline of a year: its first figure, level or tier; the number of negatives that were met; or that it is in words.
fn cell(visit: &Visit, record: &AssessorRecord, year: i16) -> Option<Cell> {
    let words = visit.words();
    let entries: Vec<&Entry> = record.entries.iter().filter(|entry| entry.year == year).collect();
    let first = entries.iter().find(|entry| !matches!(entry.says, Says::Words(_))).or(entries.first())?;
    let met = entries.iter().filter(|entry| matches!(entry.says, Says::NegativeMet(_))).count();
    let figure = match &first.says {
        Says::NegativeMet(_) => {
            let met = Said::plain(words.tell("assessments-negatives", &[("n", met.into())]));
            Written { counts: true, ..in_words(met) }
        }
        Says::Words(_) => in_words(Said::plain(words.say("assessments-in-words"))),
        Says::Level(level) => in_short(visit, level),
        _ => said(visit, first),
    };
    Some(Cell { figure, apart: false, unread: !first.verified })
}

fn rows(visit: &Visit, record: &AssessorRecord, editions: bool) -> Vec<Said_> {
    let mut edition: Option<i16> = None;
    let mut rows = Vec::new();
    for entry in &record.entries {
        let published = editions && !entry.observations.is_empty();
        let apart = published && edition.is_some_and(|before| before != entry.year);
        if published {
            edition = Some(entry.year);
        }
        rows.push(Said_ { apart, ..row(visit, entry) });
    }
    rows
}

fn row(visit: &Visit, entry: &Entry) -> Said_ {
    let what = match &entry.says {
        Says::Figure { indicator, .. } | Says::NegativeMet(indicator) => indicator_named(visit, indicator),
        _ => None,
    };
    let path = |id: &ObservationId| format!("/observations/{}", id.0);
    Said_ {
        year: entry.year,
        about: entry.about,
        apart: false,
        what,
        figure: said(visit, entry),
        path: entry.observations.first().map(path),
        reason: entry.reason.as_ref().map(|reason| Said::new(visit.words(), reason)),
        unread: !entry.verified,
        cited: entry.cited.iter().map(|(source, locator)| Cited::new(visit, source, locator)).collect(),
    }
}

fn indicator_named(visit: &Visit, id: &IndicatorId) -> Option<Named> {
    let known = visit.shelf.room.indicator(id)?;
    Some(Named::new("indicators", &id.0, Said::new(visit.words(), &known.name)))
}

fn said(visit: &Visit, entry: &Entry) -> Written {
    let words = visit.words();
    let plain = |key: &str| in_words(Said::plain(words.say(key)));
    match &entry.says {
        Says::Level(level) => in_words(Said::plain(told::level(words, level))),
        Says::Tier(published) => plain(&format!("tip-tier-{}", published.tier.code())),
        Says::Figure { figure, unit, .. } => Written::of(words, unit, figure),
        Says::NegativeMet(_) => plain("assessments-negative-met"),
        Says::NotStated => plain("not-stated"),
        Says::Words(parts) => {
            let parts: Vec<Said> = parts.iter().map(|part| Said::new(words, part)).collect();
            let lang = parts.iter().find_map(|part| part.lang);
            let text = parts.into_iter().map(|part| part.text).collect::<Vec<_>>().join("; ");
            in_words(Said { text, lang })
        }
    }
}

/// A good in words.
pub(super) fn good(visit: &Visit, good: &Good) -> GoodRow {
    let words = visit.words();
    let mark = |mark: Mark| {
        words.say(match mark {
            Mark::Yes => "goods-mark-yes",
            Mark::No => "goods-mark-no",
            Mark::NotShown => "goods-mark-not-shown",
        })
    };
    let derived = good.derived.as_ref().map(|derived| {
        let from = [&derived.from, &derived.country].into_iter().flatten();
        let from: Vec<String> = from.map(|part| Said::new(words, part).text).collect();
        [words.say("goods-derived"), from.join(", ")].join(" ").trim().to_owned()
    });
    GoodRow {
        name: Said::new(words, &good.name),
        list: Said::new(words, &good.list),
        edition: Said::new(words, &good.edition),
        marks: [good.child_labour, good.forced_labour, good.forced_child_labour].map(mark),
        derived,
        cited: Cited::new(visit, &good.source, &good.locator),
    }
}
