//! Answer: what came of an estimate, as a page and as files.

use askama::Template;
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use pana_app::entered;
use pana_app::estimate::{Estimated, as_json, interval_id};
use pana_app::report;
use pana_evidence::OwnEstimate;
use pana_publish::estimate::{below, told};
use pana_publish::report::{Block, Cell, Report};
use pana_stats::mse::answer::Outcome;

use super::workbench::Job;
use super::{bench, enter};
use crate::error::Oops;
use crate::page::{Nav, Page, render};
use crate::standalone;
use crate::visit::Visit;
use pana_publish::figures::Dress;

/// A place or a number one can choose.
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub text: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

#[derive(Template)]
#[template(path = "estimate.html")]
struct AnswerPage<'a> {
    page: Page<'a>,
    report: Report,
    here: String,
    key: &'a str,
    /// Columns by which the table was not divided yet.
    columns: Vec<String>,
    places: Vec<Choice>,
    numbers: Vec<Choice>,
    typed: enter::Typed,
    refused: Option<String>,
}

impl AnswerPage<'_> {
    fn sign(&self, cell: &Cell) -> &'static str {
        cell.mark.map_or("", |mark| mark.sign())
    }
}

/// The page of an answer; with the form as it was filled in where it was refused.
pub fn page(
    visit: &Visit,
    job: &Job,
    found: &Estimated,
    refused: Option<(enter::Typed, String)>,
) -> Result<Response, Oops> {
    let words = visit.words();
    let report = report::of_estimate(found, words, Dress::Page, visit.today);
    let (typed, refused) = refused.map_or((enter::Typed::default(), None), |(typed, why)| (typed, Some(why)));
    let asked = &found.question.strata;
    let status = if refused.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let page = AnswerPage {
        page: visit.page(Nav::Estimates, report.title.clone()),
        here: format!("/{}/estimates/{}", visit.lang, job.id),
        key: bench(visit)?.key(),
        columns: found.capture.strata.iter().filter(|column| !asked.contains(column)).cloned().collect(),
        places: places(visit, &typed.place),
        numbers: numbers(visit, found, &typed.method),
        report,
        typed,
        refused,
    };
    Ok((status, render(visit, &page)?).into_response())
}

/// Countries and the parts of the country this copy is about, by name; that country first.
fn places(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let (words, room) = (visit.words(), &visit.shelf.room);
    let own = crate::site::own_country(room).map(|place| place.id.clone());
    let mut named: Vec<(bool, String, String)> = room
        .places()
        .filter(|place| place.kind == "country" || place.parent.is_some() && place.parent == own)
        .map(|place| (Some(&place.id) != own.as_ref(), words.name(&place.name).to_owned(), place.id.0.clone()))
        .collect();
    named.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| words.order().compare(&a.1, &b.1)));
    let choice = |(_, text, value): (bool, String, String)| Choice { chosen: value == chosen, value, text };
    named.into_iter().map(choice).collect()
}

fn numbers(visit: &Visit, found: &Estimated, chosen: &str) -> Vec<Choice> {
    let (words, whole) = (visit.words(), &found.study.whole);
    let text = |id: &str| {
        if id == OwnEstimate::SPREAD {
            let ends = whole.spread.map(|spread| (spread.lowest, spread.highest)).unwrap_or_default();
            let number = |value: f64| words.numbers().fixed(entered::supported_end(found, value), 0);
            let args = [("low", number(ends.0).into()), ("high", number(ends.1).into())];
            return words.tell("estimate-enter-spread", &[("range", words.tell("estimate-range", &args).into())]);
        }
        let estimate = whole.results.iter().find(|answer| answer.method == id).and_then(|answer| answer.estimate());
        let range = estimate.map(|estimate| {
            let (point, range) = below(words, estimate, whole.observed);
            if estimate.at_least {
                words.tell("estimate-plot-at-least", &[("n", point.into())])
            } else {
                format!("{point} ({range})")
            }
        });
        let args = [("method", told::method(words, id).into()), ("range", range.unwrap_or_default().into())];
        words.tell("estimate-enter-method", &args)
    };
    let choice = |id: &str| Choice { value: id.to_owned(), text: text(id), chosen: id == chosen };
    entered::choices(found).into_iter().map(choice).collect()
}

/// The answer as a file.
pub async fn file(visit: &Visit, job: &Job, found: &Estimated, ending: &str) -> Result<Response, Oops> {
    let failed = |reason: String| visit.failed(pana_app::Error::Pdf(reason));
    let words = visit.words();
    let short = job.id.get(..8).unwrap_or_default();
    let named = |ending: &str| format!("attachment; filename=\"pana-estimate-{short}-{}.{ending}\"", visit.lang);
    match ending {
        "json" => Ok(Json(as_json(found)).into_response()),
        "csv" => Ok(with_type("text/csv; charset=utf-8", named("csv"), csv(found).map_err(failed)?)),
        "html" => {
            let report = report::of_estimate(found, words, Dress::Page, visit.today);
            Ok(with_type(
                "text/html; charset=utf-8",
                named("html"),
                standalone::report(&report, words).map_err(failed)?,
            ))
        }
        "pdf" => {
            let report = report::of_estimate(found, words, Dress::Print, visit.today);
            let visitor = visit.clone();
            let print = move || visitor.press.print_report(&report, visitor.words());
            let printed = tokio::task::spawn_blocking(print).await.map_err(|error| failed(error.to_string()))?;
            let bytes = printed.map_err(|error| failed(error.to_string()))?;
            Ok(with_type("application/pdf", named("pdf").replace("attachment", "inline"), bytes))
        }
        _ => Err(visit.nothing_here()),
    }
}

fn with_type(kind: &'static str, disposition: String, bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

const COLUMNS: [&str; 10] =
    ["method", "estimate", "lower", "upper", "level", "interval", "at_least", "checks", "reason", "model"];

/// The results as a table: persons, unrounded.
fn csv(found: &Estimated) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(|error| error.to_string())?;
    for answer in &found.study.whole.results {
        let checks = told::id_of(&answer.verdict());
        let row = match &answer.outcome {
            Outcome::Estimate(estimate) => [
                answer.method.to_owned(),
                estimate.point.to_string(),
                estimate.lower.to_string(),
                estimate.upper.to_string(),
                estimate.level.to_string(),
                interval_id(estimate.interval).to_owned(),
                estimate.at_least.to_string(),
                checks,
                String::new(),
                estimate.model.clone().unwrap_or_default(),
            ],
            Outcome::NotEstimable(reason) => {
                let mut row = [(); COLUMNS.len()].map(|()| String::new());
                row[0] = answer.method.to_owned();
                row[7] = checks;
                row[8] = told::id_of(reason);
                row
            }
        };
        writer.write_record(&row).map_err(|error| error.to_string())?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}
