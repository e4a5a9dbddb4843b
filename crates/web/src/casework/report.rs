//! The monthly report: a page, a paper, a file. Small numbers stay hidden in all three.

use askama::Template;
use axum::extract::Query;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use pana_app::casework::report::{Monthly, Taken};
use pana_casework::age::AgeGroup;
use pana_casework::policy::{Action, Relation, Thing};
use pana_casework::report::month::{Figure, SexGroup};
use pana_casework::report::{Count, Measure};
use serde::Deserialize;

use super::decision::named;
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::signed::In;

/// The month that is asked for: its year and its number, `2026-11`.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    month: String,
}

/// A line of the table.
struct Line {
    name: String,
    about: String,
    part: bool,
    values: Vec<Option<u64>>,
}

#[derive(Template)]
#[template(path = "casework/report.html")]
struct ReportPage<'a> {
    frame: Frame<'a>,
    centre: String,
    month: String,
    code: String,
    before: (String, String),
    after: Option<(String, String)>,
    heads: Vec<String>,
    lines: Vec<Line>,
    limit: usize,
    verified: bool,
    is_empty: bool,
    can_print: bool,
    can_export: bool,
    on_paper: bool,
}

/// Columns: sex and age group, each alone.
const COLUMNS: [(Option<SexGroup>, Option<AgeGroup>); 6] = [
    (None, None),
    (Some(SexGroup::Female), None),
    (Some(SexGroup::Male), None),
    (Some(SexGroup::OtherUnknown), None),
    (None, Some(AgeGroup::Child)),
    (None, Some(AgeGroup::Adult)),
];

/// The first day of the month that is asked for; this month where none is, or where it lies ahead.
fn month(page: &In, asked: &Asked) -> Date {
    let today = page.signed.moment.today();
    let day = format!("{}-01", asked.month).parse::<Date>().ok();
    day.filter(|day| *day <= today).unwrap_or(today).first_of_month()
}

fn code(month: Date) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}

async fn monthly(page: &In, asked: &Asked, taken: Taken) -> Result<Monthly, Turned> {
    let room = &page.call.room;
    let month = month(page, asked);
    let made = room.casework.monthly(&page.signed, month, &room.small_cell, taken).await;
    made.map_err(|refused| page.refused(refused))
}

/// The report.
pub async fn show(page: In, Query(asked): Query<Asked>) -> Result<Response, Turned> {
    let made = monthly(&page, &asked, Taken::Read).await?;
    Ok(shown(&page, made, false))
}

/// The report for paper.
pub async fn paper(page: In, Query(asked): Query<Asked>) -> Result<Response, Turned> {
    let made = monthly(&page, &asked, Taken::Print).await?;
    Ok(shown(&page, made, true))
}

fn shown(page: &In, made: Monthly, on_paper: bool) -> Response {
    let frame = page.frame(Part::Report, page.call.words().say("report-title"));
    let may = |action| page.call.room.casework.allow(&page.signed, Relation::Outside, Thing::Report, action).is_ok();
    let report = &made.report;
    let link = |month: Date| (code(month), frame.month(month));
    let after = report.month.checked_add(1.month()).ok().filter(|after| *after <= page.signed.moment.today());
    let head = |&(sex, age): &(Option<SexGroup>, Option<AgeGroup>)| match (sex, age) {
        (Some(sex), _) => frame.t(&sex.key()),
        (_, Some(age)) => frame.t(&age.key()),
        _ => frame.t("report-all"),
    };
    let template = ReportPage {
        centre: made.centre.clone(),
        month: frame.month(report.month),
        code: code(report.month),
        before: link(report.month.saturating_sub(1.month())),
        after: after.map(link),
        heads: COLUMNS.iter().map(head).collect(),
        lines: report.measures.iter().map(|measure| line(page, &frame, report.month, measure)).collect(),
        limit: usize::try_from(report.small_cell.limit).unwrap_or(usize::MAX),
        verified: report.small_cell.verified,
        is_empty: made.is_empty,
        can_print: may(Action::Print),
        can_export: may(Action::Export),
        on_paper,
        frame,
    };
    Html(template.render().unwrap_or_default()).into_response()
}

fn line(page: &In, frame: &Frame<'_>, month: Date, measure: &Measure) -> Line {
    let value = |&(sex, age_group): &(Option<SexGroup>, Option<AgeGroup>)| {
        let fits = |figure: &&Figure| figure.sex == sex && figure.age_group == age_group;
        measure.figures.iter().find(fits).and_then(|figure| figure.value)
    };
    let name = match &measure.kind {
        Some(kind) => {
            let law = page.call.room.casework.law.version_on(month.last_of_month()).law;
            let row = law.services.iter().find(|row| row.value.code.as_str() == kind);
            row.map_or_else(|| kind.clone(), |row| named(frame, &row.value.names))
        }
        None => frame.t(&measure.count.key()),
    };
    Line {
        name,
        about: format!("{}: {}", frame.t(&measure.unit.key()), frame.t(&measure.date_rule.key())),
        part: measure.count == Count::ServiceDays,
        values: COLUMNS.iter().map(value).collect(),
    }
}

/// The report as a file: one line for each number, with what it counts. A hidden number is empty and says that it is hidden.
pub async fn file(page: In, Query(asked): Query<Asked>) -> Result<Response, Turned> {
    let made = monthly(&page, &asked, Taken::Export).await?;
    let name = format!("attachment; filename=\"pana-report-{}.csv\"", code(made.report.month));
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, lines(&made).unwrap_or_default()).into_response())
}

const HEAD: [&str; 9] = ["month", "measure", "service", "unit", "date_rule", "sex", "age_group", "value", "hidden"];

fn lines(made: &Monthly) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEAD)?;
    let month = code(made.report.month);
    for measure in &made.report.measures {
        for figure in &measure.figures {
            let value = figure.value.map(|value| value.to_string()).unwrap_or_default();
            writer.write_record([
                month.as_str(),
                measure.count.name(),
                measure.kind.as_deref().unwrap_or_default(),
                measure.unit.name(),
                measure.date_rule.name(),
                figure.sex.map_or("all", SexGroup::name),
                figure.age_group.map_or("all", AgeGroup::name),
                &value,
                if figure.value.is_none() { "yes" } else { "no" },
            ])?;
        }
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}
