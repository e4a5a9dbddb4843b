//! Confirming who one is: the page that asks, and the way back to where it was asked for.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use serde::Deserialize;

use super::call::Call;
use super::cookie;
use super::form::{Field, Input};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::route;
use super::sent::Sent;
use super::signed::In;

/// Where somebody was when she was asked.
#[derive(Default, Deserialize)]
pub struct From {
    #[serde(default)]
    to: String,
}

/// What an address may be asked with.
pub type Asked = Result<Query<From>, QueryRejection>;

/// Where she goes on: the page that an address says, where it is one of the room; nothing otherwise, so that nobody is sent elsewhere.
pub fn place(asked: Asked) -> String {
    let to = asked.map(|Query(from)| from.to).unwrap_or_default();
    if is_page(&to) { to } else { String::new() }
}

fn is_page(to: &str) -> bool {
    let plain = to.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte));
    plain && to.starts_with("/casework/") && route::page_above(to).as_deref() == Some(to)
}

/// The address of a page that asks who she is, for somebody who is to come back to a place.
pub fn address(page: &str, place: &str) -> String {
    if place.is_empty() { page.to_owned() } else { format!("{page}?to={place}") }
}

/// The page that asks, for whoever was refused at an address: she comes back to the page she was at.
pub fn asked_at(call: &Call) -> String {
    let place = route::page_above(&call.path).filter(|place| is_page(place)).unwrap_or_default();
    address(&call.href("/confirm"), &place)
}

/// What follows when she confirmed who she is: a new cookie, and the way back.
pub fn done(call: &Call, token: &str, sent: &Sent) -> Response {
    let to = Some(sent.text("to")).filter(|to| is_page(to));
    let there = to.map_or_else(|| call.href(""), |to| format!("/{}{to}", call.lang));
    let set = AppendHeaders(cookie::session(token).map(|value| (header::SET_COOKIE, value)));
    (set, Redirect::to(&there)).into_response()
}

#[derive(Template)]
#[template(path = "casework/confirm.html")]
struct ConfirmPage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    fault: Option<String>,
    to: String,
    passkey: Option<String>,
    /// How many cases she opened today, where it is for that that she is asked.
    many: Option<usize>,
}

/// The form that asks who she is once more.
pub async fn show(page: In, asked: Asked) -> Response {
    shown(&page, StatusCode::OK, None, place(asked))
}

fn shown(page: &In, status: StatusCode, fault: Option<String>, to: String) -> Response {
    let words = page.call.words();
    let fields = vec![
        Field::new(words, "passphrase", "sign-in-passphrase", Input::Secret).needed().complete("current-password"),
        Field::new(words, "code", "sign-in-code", Input::Line).needed().complete("one-time-code"),
    ];
    let frame = page.frame(Part::Account, words.say("confirm-title"));
    let passkey = page.call.room.site.is_some().then(|| address(&frame.href("/confirm/passkey"), &to));
    let all = page.call.room.casework.opened_all(&page.signed.account.id, page.signed.moment.today());
    let many = all.filter(|_| to.starts_with("/casework/cases/"));
    let template = ConfirmPage { frame, fields, fault, to, passkey, many };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

/// Confirms who she is.
pub async fn confirm(page: In, sent: Sent) -> Result<Response, Turned> {
    match page.call.room.casework.confirm(&page.signed, sent.text("passphrase"), sent.text("code")).await {
        Ok(token) => Ok(done(&page.call, &token.text(), &sent)),
        Err(Refused::Mismatch) => {
            let fault = page.call.words().say("sign-in-mismatch");
            Ok(shown(&page, StatusCode::UNAUTHORIZED, Some(fault), sent.text("to").to_owned()))
        }
        Err(other) => Err(page.refused(other)),
    }
}
