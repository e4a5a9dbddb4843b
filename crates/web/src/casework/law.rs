//! What of the law's file nobody verified, for the head of a centre: she reads the act, and confirms with day and source. The data stay
//! as they are; cases say from then on that the head confirmed it.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use pana_app::casework::Refused;
use pana_app::casework::law::{Unverified, mark};
use pana_casework::confirmation::Confirmation;
use pana_casework::law::Names;
use pana_casework::law_row::LawRow;
use pana_casework::policy::{Action, Relation, Thing};
use serde::Deserialize as _;
use serde_json::Value;

use super::decision::named;
use super::form::{Field, Input};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;

/// A row as the page shows it.
struct Line {
    name: String,
    says: String,
    since: String,
    article: String,
    source: String,
    note: String,
    confirmed: Option<String>,
    href: String,
}

#[derive(Template)]
#[template(path = "casework/law.html")]
struct LawPage<'a> {
    frame: Frame<'a>,
    lines: Vec<Line>,
    open: usize,
    can_confirm: bool,
}

fn text<'a>(page: &'a In, kept: &'a str) -> &'a str {
    page.call.words().name(kept)
}

/// The name of a row's key.
pub fn name(frame: &Frame<'_>, key: &str) -> String {
    frame.suffixed("law-key", &key.replace(['.', '_'], "-"))
}

/// What a row says, in words.
fn says(frame: &Frame<'_>, key: &str, value: &Value) -> String {
    let list = match key {
        "clock.start" => "start-rule",
        "clock.re_entry" => "re-entry-rule",
        "clock.pause" => "pause-rule",
        "refusal_reasons" => "refusal-reason",
        "exit_reasons" => "exit-reason",
        "rest_days" => "weekday",
        _ => "",
    };
    match value {
        Value::Object(fields) => {
            let names = fields.get("names").and_then(|names| Names::deserialize(names).ok());
            names.map(|names| named(frame, &names)).unwrap_or_default()
        }
        Value::Array(all) => all.iter().map(|one| says(frame, key, one)).collect::<Vec<_>>().join(", "),
        Value::String(code) if list.is_empty() => zone(code).unwrap_or_else(|| code.clone()),
        Value::String(code) => frame.code(list, code),
        other => other.to_string(),
    }
}

/// A time zone of one offset, as people write it: `<+05>-5` of POSIX is UTC+5.
fn zone(kept: &str) -> Option<String> {
    let (hours, _) = kept.strip_prefix('<')?.split_once('>')?;
    let hours: i8 = hours.parse().ok().filter(|_| hours.len() == 3)?;
    Some(format!("UTC{hours:+}"))
}

/// That the head confirmed a row: when, and where she read it.
pub fn confirmed(frame: &Frame<'_>, one: &Confirmation) -> String {
    frame.t2("law-confirmed", ("day", &frame.day(one.on)), ("source", &one.source))
}

fn line(page: &In, frame: &Frame<'_>, (number, one): (usize, &Unverified)) -> Line {
    let row = &one.row.row;
    Line {
        name: name(frame, &one.row.key),
        says: says(frame, &one.row.key, &row.value),
        since: row.valid_from.map(|day| frame.t1("place-since", "day", &frame.day(day))).unwrap_or_default(),
        article: row.article.clone().unwrap_or_default(),
        source: text(page, &row.source).to_owned(),
        note: row.note.as_deref().map(|note| text(page, note).to_owned()).unwrap_or_default(),
        confirmed: one.confirmed.as_ref().map(|one| confirmed(frame, one)),
        href: page.call.href(&format!("/law/{}", number + 1)),
    }
}

/// The rows.
pub async fn show(page: In) -> Result<Response, Turned> {
    let casework = &page.call.room.casework;
    let rows = casework.unverified(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(Part::Law, page.call.words().say("law-title"));
    let mut lines: Vec<Line> = rows.iter().enumerate().map(|row| line(&page, &frame, row)).collect();
    lines.sort_by_key(|line| line.confirmed.is_some());
    let template = LawPage {
        open: rows.iter().filter(|row| row.confirmed.is_none()).count(),
        lines,
        can_confirm: casework.allow(&page.signed, Relation::Outside, Thing::Law, Action::Write).is_ok(),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

#[derive(Template)]
#[template(path = "casework/law_confirm.html")]
struct ConfirmPage<'a> {
    frame: Frame<'a>,
    line: Line,
    row: String,
    action: String,
    fields: Vec<Field>,
    fault: Option<String>,
}

fn form(page: &In, number: usize, one: &Unverified, sent: Option<(&Sent, String, String)>) -> Response {
    let words = page.call.words();
    let frame = page.frame(Part::Law, words.say("law-confirm"));
    let today = page.signed.moment.today().to_string();
    let mut fields = vec![
        Field::new(words, "on", "law-confirm-on", Input::Day).with(&today).needed(),
        Field::new(words, "source", "law-confirm-source", Input::Text).needed(),
    ];
    let status = if sent.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let mut general = None;
    if let Some((sent, name, fault)) = sent {
        general = (!fields.iter().any(|field| field.name == name)).then(|| fault.clone());
        let fault = Some((name, fault));
        fields = fields
            .into_iter()
            .map(|field| {
                let typed = sent.text(field.name);
                field.with(typed).faulty(fault.as_ref())
            })
            .collect();
    }
    let template = ConfirmPage {
        line: line(page, &frame, (number - 1, one)),
        row: mark(&one.row),
        action: page.call.href(&format!("/law/{number}")),
        fields,
        fault: general,
        frame,
    };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

async fn one(page: &In, number: usize) -> Result<Unverified, Turned> {
    let rows = page.call.room.casework.unverified(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let found = number.checked_sub(1).and_then(|place| rows.into_iter().nth(place));
    found.ok_or_else(|| page.refused(Refused::NotFound))
}

/// The form for one row.
pub async fn confirm_new(page: In, Path((_, number)): Path<(String, String)>) -> Result<Response, Turned> {
    let number = number.parse().unwrap_or_default();
    let found = one(&page, number).await?;
    Ok(form(&page, number, &found, None))
}

/// Confirms a row: the one that was shown, whatever stands in its place now.
pub async fn confirm(page: In, Path((_, number)): Path<(String, String)>, sent: Sent) -> Result<Response, Turned> {
    let number = number.parse().unwrap_or_default();
    let found = one(&page, number).await?;
    let on = sent.text("on").parse::<Date>().map_err(|_| Refused::field("on", "fault-no-day"));
    let done = match on {
        Ok(on) => {
            let casework = &page.call.room.casework;
            casework.confirm_law(&page.signed, sent.text("row"), (on, sent.text("source")), sent.save_id()).await
        }
        Err(refused) => Err(refused),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&page.call.href("/law")).into_response()),
        Err(Refused::Field { field, fault }) => {
            let text = page.call.words().say(&fault);
            Ok(form(&page, number, &found, Some((&sent, field, text))))
        }
        Err(other) => Err(page.refused(other)),
    }
}

/// The rows of what a case keeps of the law, as far as nobody verified them.
pub fn rows_of(terms: &pana_casework::version::Terms) -> Vec<LawRow> {
    let rows = pana_casework::law_row::rows_of(terms).into_iter();
    rows.filter(|row| !row.row.verified && row.row.holds_on(terms.on)).collect()
}
