//! Her own view: a neutral page that takes a code, and what is written about her behind it. Leaving is one press away on every page of
//! it, and nothing of it stays in the browser.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use pana_app::casework::document::Document;
use pana_app::casework::{Open, Refused};
use pana_casework::policy::{Action, Role};
use pana_casework::{Class, Kind};

use super::call::Call;
use super::cookie;
use super::form::{Field, Input};
use super::frame::{Frame, Part};
use super::log;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::{Case, In};

#[derive(Template)]
#[template(path = "casework/own_code.html")]
struct CodePage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    fault: Option<String>,
}

/// The neutral page.
pub async fn ask(call: Call) -> Response {
    code_page(&call, StatusCode::OK, None)
}

fn code_page(call: &Call, status: StatusCode, fault: Option<String>) -> Response {
    let fields = vec![Field::new(call.words(), "code", "her-code", Input::Line).needed()];
    let frame = Frame::of(call, None, Part::Elsewhere, call.words().say("her-neutral-title"));
    (status, Html(CodePage { frame, fields, fault }.render().unwrap_or_default())).into_response()
}

/// Opens her view.
pub async fn enter(call: Call, sent: Sent) -> Result<Response, Turned> {
    match call.room.casework.own_sign_in(sent.text("code"), &call.network, &call.moment).await {
        Ok(token) => {
            let set = AppendHeaders(cookie::session(&token.text()).map(|value| (header::SET_COOKIE, value)));
            Ok((set, Redirect::to(&call.href("/own/record"))).into_response())
        }
        Err(Refused::Mismatch) => {
            Ok(code_page(&call, StatusCode::UNAUTHORIZED, Some(call.words().say("her-mismatch"))))
        }
        Err(other) => Err(Turned::away(&call, None, other)),
    }
}

/// A compartment as she reads it.
struct Compartment {
    name: String,
    papers: Vec<Paper>,
    sealed: bool,
}

/// A document, line by line.
struct Paper {
    title: String,
    at: String,
    lines: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "casework/own.html")]
struct OwnPage<'a> {
    frame: Frame<'a>,
    compartments: Vec<Compartment>,
    events: Vec<log::Line>,
}

/// What is written about her, and who read it.
pub async fn record(page: In) -> Result<Response, Turned> {
    if page.signed.role != Role::Survivor {
        return Err(page.refused(Refused::NotFound));
    }
    let (call, casework) = (&page.call, &page.call.room.casework);
    let found = casework.own_case(&page.signed.account.id).await.map_err(|refused| page.refused(refused))?;
    let Some(found) = found else { return Err(page.refused(Refused::NotFound)) };
    let open = casework.open_case(&page.signed, &found.id).await.map_err(|refused| page.refused(refused))?;
    let frame = Frame::of(call, Some(&page.signed), Part::Elsewhere, call.words().say("her-neutral-title"));
    let documents = open.documents(Kind::ALL).await.map_err(|refused| page.refused(refused))?;
    let history = open.history().await.map_err(|refused| page.refused(refused))?;
    let names = casework.names().await.map_err(|refused| page.refused(refused))?;
    let existing = open.existing().await.map_err(|refused| page.refused(refused))?;
    let template = OwnPage {
        compartments: compartments(&frame, &open, &existing, &documents, &names),
        events: history.into_iter().map(|told| log::line(&frame, &names, told)).collect(),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

type Names = BTreeMap<String, (String, String)>;

fn compartments(
    frame: &Frame<'_>,
    open: &Open,
    existing: &BTreeMap<Class, usize>,
    documents: &[Document],
    names: &Names,
) -> Vec<Compartment> {
    let compartment = |&class: &Class| {
        let papers: Vec<Paper> = documents
            .iter()
            .filter(|document| document.class == class)
            .map(|document| paper(frame, document, names))
            .collect();
        let sealed = !open.may(class, Action::Read) && existing.get(&class).is_some_and(|count| *count > 0);
        let name = frame.code("thing", class.name());
        (!papers.is_empty() || sealed).then_some(Compartment { name, papers, sealed })
    };
    Class::ALL.iter().filter_map(compartment).collect()
}

fn paper(frame: &Frame<'_>, document: &Document, names: &Names) -> Paper {
    let mut lines = Vec::new();
    flatten(frame, "", &document.content, &mut lines);
    let author = names.get(&document.author).map(|(name, _)| name.as_str()).unwrap_or_default();
    let at = format!("{} · {author}", frame.moment(&document.written_at));
    Paper { title: frame.code("kind", document.kind.name()), at, lines }
}

/// Every field of a document with what it says; nothing is left out of what is hers. Codes are words where there are words for them.
fn flatten(frame: &Frame<'_>, name: &str, value: &serde_json::Value, lines: &mut Vec<(String, String)>) {
    use serde_json::Value;
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            // Who wrote it stands above, by name.
            for (key, value) in fields.iter().filter(|(key, _)| *key != "by" && *key != "recorded_by") {
                flatten(frame, key, value, lines);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| flatten(frame, name, item, lines)),
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => lines.push((frame.field(name), frame.value(name, text))),
        Value::Bool(is) => lines.push((frame.field(name), frame.t(if *is { "her-yes" } else { "her-no" }))),
        Value::Number(number) => lines.push((frame.field(name), number.to_string())),
    }
}

/// Leaves at once: the session ends, the browser forgets this site, and a page that says nothing follows.
pub async fn leave(page: In, _sent: Sent) -> Result<Response, Turned> {
    page.call.room.casework.end(&page.signed, None).await.map_err(|refused| page.refused(refused))?;
    let headers = AppendHeaders([
        (header::SET_COOKIE, cookie::ended()),
        (
            header::HeaderName::from_static("clear-site-data"),
            HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
        ),
    ]);
    Ok((headers, Redirect::to(&page.call.href("/own/gone"))).into_response())
}

/// Where leaving leads: an empty page of ours that goes on to a page that anybody might have open. A form may not lead to another host
/// itself (`form-action`), so the way goes over here.
pub async fn gone(call: Call) -> Response {
    let on = HeaderValue::from_str(&format!("0; url={}", call.exit())).ok();
    let refresh = AppendHeaders(on.map(|value| (header::REFRESH, value)));
    (refresh, Html("<!doctype html><title>-</title>")).into_response()
}

#[derive(Template)]
#[template(path = "casework/own_given.html")]
struct GivenPage<'a> {
    frame: Frame<'a>,
    code: Option<String>,
    address: String,
    href: String,
}

/// Asks before a new code is made: an earlier one ends.
pub async fn offer(page: Case) -> Response {
    given(&page, None)
}

/// Makes the code; it is shown once.
pub async fn give(page: Case, _sent: Sent) -> Result<Response, Turned> {
    let code = page.open.own_code().await.map_err(|refused| page.refused(refused))?;
    Ok(given(&page, Some(code.to_string())))
}

fn given(page: &Case, code: Option<String>) -> Response {
    let frame = page.frame(page.call.words().say("her-give-title"));
    let template = GivenPage { code, address: page.call.href("/own"), href: page.href(""), frame };
    Html(template.render().unwrap_or_default()).into_response()
}
