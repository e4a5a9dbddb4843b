//! Closing a case, opening it again, and erasing it at her wish: each says in plain words what will happen before it does.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::closure::Keeping;
use pana_casework::Class;
use pana_casework::closure::ClosureReason;
use pana_casework::policy::Action;

use super::form::{Field, Input, choices};
use super::form_page::{self, FormPage, one};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

/// How long it is kept, in words.
fn kept(page: &Case, frame: &Frame<'_>) -> String {
    match page.open.keeping() {
        None => frame.t("closure-kept-unsettled"),
        Some(Keeping { years, verified }) => {
            let said = frame.ti("closure-kept", "years", &i64::from(years));
            if verified { said } else { format!("{said} {}", frame.t("closure-kept-house")) }
        }
    }
}

/// The same for a case that is closed because nothing was shown.
fn kept_not_shown(page: &Case, frame: &Frame<'_>) -> Option<String> {
    let days = page.open.keeping_not_shown()?;
    Some(frame.ti("closure-kept-not-shown", "days", &i64::from(days)))
}

fn close_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let frame = page.frame(String::new());
    let reasons = choices(words, "closure-reason", ClosureReason::ALL.iter().map(|reason| reason.name()));
    let mut notes = vec![kept(page, &frame)];
    notes.extend(kept_not_shown(page, &frame));
    notes.extend([frame.t("closure-coarse"), frame.t("closure-back-again")]);
    FormPage {
        key: "closure-new",
        notes,
        fields: vec![Field::new(words, "reason", "closure-reason", Input::One(reasons)).needed()],
        action: "/close".to_owned(),
        back: ("", "case-title"),
        version: None,
    }
}

#[derive(Template)]
#[template(path = "casework/closed.html")]
struct ClosedPage<'a> {
    frame: Frame<'a>,
    said: Option<(String, String)>,
    kept: String,
    can_write: bool,
    href: String,
}

/// The form; of a closed case since when and why, and the way back.
pub async fn new(page: Case) -> Result<Response, Turned> {
    if !page.open.is_closed() {
        let mut form = close_form(&page);
        if !page.open.left().await.map_err(|refused| page.refused(refused))?.due.is_empty() {
            form.notes.push(page.call.words().say("closure-follow-ups"));
        }
        return Ok(form_page::show(&page, form));
    }
    let closure = page.open.closure().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("closed-title"));
    let not_shown = closure.as_ref().is_some_and(|kept| kept.value.reason == ClosureReason::NotShown);
    let shorter = not_shown.then(|| kept_not_shown(&page, &frame)).flatten();
    let template = ClosedPage {
        said: closure.map(|kept| (frame.day(kept.value.on), frame.t(&kept.value.reason.key()))),
        kept: shorter.unwrap_or_else(|| kept(&page, &frame)),
        can_write: page.open.may(Class::Meta, Action::Write),
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// Closes it.
pub async fn close(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match one(&sent, "reason", ClosureReason::parse) {
        Ok(reason) => page.open.close(reason, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/close", close_form(&page), &sent)
}

/// Opens it again.
pub async fn reopen(page: Case, sent: Sent) -> Result<Response, Turned> {
    page.open.reopen(sent.save_id()).await.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("")).into_response())
}

#[derive(Template)]
#[template(path = "casework/erasure.html")]
struct ErasePage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    fault: Option<String>,
    confirmed: bool,
    href: String,
}

fn erase_page(page: &Case, sent: Option<(&Sent, String, String)>) -> Response {
    let words = page.call.words();
    let frame = page.frame(words.say("erasure-title"));
    let mut field = Field::new(words, "code_name", "erasure-code-name", Input::Line).needed();
    let status = if sent.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let mut fault = None;
    if let Some((sent, name, text)) = sent {
        fault = (name != field.name).then(|| text.clone());
        field = field.with(sent.text("code_name")).faulty(Some(&(name, text)));
    }
    let template =
        ErasePage { fields: vec![field], fault, confirmed: page.signed.is_confirmed(), href: page.href(""), frame };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

/// What goes and what stays; asks for the code name.
pub async fn erase_ask(page: Case) -> Response {
    erase_page(&page, None)
}

/// Erases. There is no way back.
pub async fn erase(page: Case, sent: Sent) -> Result<Response, Turned> {
    match page.open.erase_at_her_wish(sent.text("code_name")).await {
        Ok(()) => Ok(Redirect::to(&page.call.href("/erased")).into_response()),
        Err(Refused::Field { field, fault }) => {
            let text = page.call.words().say(&fault);
            Ok(erase_page(&page, Some((&sent, field, text))))
        }
        Err(other) => Err(page.refused(other)),
    }
}
