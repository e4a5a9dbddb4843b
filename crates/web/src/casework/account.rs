//! Her own account: what the session is for, her sessions, and confirming who she is.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_casework::policy::Purpose;

use super::form::{Field, Input, choices};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;

/// One of her sessions.
struct Session {
    id: String,
    device: String,
    since: String,
    seen: String,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "casework/account.html")]
struct AccountPage<'a> {
    frame: Frame<'a>,
    role: String,
    purpose: String,
    fields: Vec<Field>,
    sessions: Vec<Session>,
}

/// Her account.
pub async fn show(page: In) -> Result<Response, Turned> {
    let (words, casework) = (page.call.words(), &page.call.room.casework);
    let live = casework.sessions_of(&page.signed.account.id, &page.call.moment).await;
    let frame = page.frame(Part::Account, words.say("room-nav-account"));
    let session = |kept: pana_app::casework::session::Session| Session {
        is_this: kept.id == page.signed.session.id,
        since: frame.moment(&kept.created_at),
        seen: frame.moment(&kept.seen_at),
        device: kept.device,
        id: kept.id,
    };
    let sessions = live.map_err(|refused| page.refused(refused))?.into_iter().map(session).collect();
    let purposes = casework.purposes(page.signed.role);
    let offered = choices(words, "purpose", purposes.iter().filter(|p| **p != Purpose::Emergency).map(|p| p.name()));
    let field = Field::new(words, "purpose", "account-purpose", Input::One(offered)).with(page.signed.purpose.name());
    let template = AccountPage {
        role: frame.code("role", page.signed.role.name()),
        purpose: frame.code("purpose", page.signed.purpose.name()),
        fields: vec![field],
        sessions,
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// Says what the session is for.
pub async fn purpose(page: In, sent: Sent) -> Result<Response, Turned> {
    let named = Purpose::parse(sent.text("purpose")).filter(|purpose| *purpose != Purpose::Emergency);
    let declared = match named {
        Some(purpose) => page.call.room.casework.declare(&page.signed, purpose).await,
        None => Err(Refused::Denied),
    };
    declared.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.call.href("/account")).into_response())
}

/// Ends one of her sessions.
pub async fn end(page: In, sent: Sent) -> Result<Response, Turned> {
    let ended = page.call.room.casework.end(&page.signed, Some(sent.text("session"))).await;
    ended.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.call.href("/account")).into_response())
}

#[derive(Template)]
#[template(path = "casework/confirm.html")]
struct ConfirmPage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    fault: Option<String>,
}

/// The form that asks who she is once more.
pub async fn confirm_form(page: In) -> Response {
    confirm_page(&page, StatusCode::OK, None)
}

fn confirm_page(page: &In, status: StatusCode, fault: Option<String>) -> Response {
    let words = page.call.words();
    let fields = vec![
        Field::new(words, "passphrase", "sign-in-passphrase", Input::Secret).needed().complete("current-password"),
        Field::new(words, "code", "sign-in-code", Input::Line).needed().complete("one-time-code"),
    ];
    let template = ConfirmPage { frame: page.frame(Part::Account, words.say("confirm-title")), fields, fault };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

/// Confirms who she is.
pub async fn confirm(page: In, sent: Sent) -> Result<Response, Turned> {
    let confirmed = page.call.room.casework.confirm(&page.signed, sent.text("passphrase"), sent.text("code")).await;
    match confirmed {
        Ok(()) => Ok(Redirect::to(&page.call.href("")).into_response()),
        Err(Refused::Mismatch) => {
            let fault = page.call.words().say("sign-in-mismatch");
            Ok(confirm_page(&page, StatusCode::UNAUTHORIZED, Some(fault)))
        }
        Err(other) => Err(page.refused(other)),
    }
}
