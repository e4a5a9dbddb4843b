//! Her own account: what the session is for, her sessions, confirming who she is, and another passphrase.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use pana_app::casework::notice::Way;
use pana_app::casework::{Act, Refused};
use pana_casework::policy::{Purpose, Role};

use super::cookie;
use super::form::{Field, Input, choices};
use super::frame::{Frame, Part};
use super::join;
use super::passkey;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;

/// So many of the last things that happened with her account are shown.
const LATELY: usize = 12;

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
    with_passkeys: bool,
    passkeys: Vec<passkey::Line>,
    /// What happened with her account lately: what, and when.
    lately: Vec<(String, String)>,
}

/// Her account.
pub async fn show(page: In) -> Result<Response, Turned> {
    let (words, casework) = (page.call.words(), &page.call.room.casework);
    let live = casework.sessions_of(&page.signed.account.id, &page.call.moment).await;
    let kept = casework.passkeys(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let ways = casework.ways_of(&page.signed).await.map_err(|refused| page.refused(refused))?;
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
        lately: lately(&frame, &ways),
        with_passkeys: page.signed.role != Role::Survivor,
        passkeys: kept.into_iter().map(|kept| passkey::line(&frame, kept)).collect(),
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
#[template(path = "casework/passphrase.html")]
struct PassphrasePage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    fault: Option<String>,
}

/// The form of another passphrase.
pub async fn passphrase_form(page: In) -> Response {
    passphrase_page(&page, StatusCode::OK, None)
}

fn passphrase_page(page: &In, status: StatusCode, fault: Option<(String, String)>) -> Response {
    let (words, fault) = (page.call.words(), fault.as_ref());
    let fields = vec![
        Field::new(words, "passphrase", "passphrase-current", Input::Secret).needed().complete("current-password"),
        Field::new(words, "code", "sign-in-code", Input::Line).needed().complete("one-time-code"),
        Field::new(words, "chosen", "join-passphrase", Input::Secret).needed().complete("new-password").faulty(fault),
        Field::new(words, "again", "join-again", Input::Secret).needed().complete("new-password").faulty(fault),
    ];
    let template = PassphrasePage {
        frame: page.frame(Part::Account, words.say("passphrase-title")),
        fault: fault.filter(|(field, _)| field == "form").map(|(_, text)| text.clone()),
        fields,
    };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

/// Takes another passphrase.
pub async fn change_passphrase(page: In, sent: Sent) -> Result<Response, Turned> {
    let words = page.call.words();
    let again =
        |status: StatusCode, field: &str, text: String| passphrase_page(&page, status, Some((field.to_owned(), text)));
    let chosen = sent.text("chosen");
    if chosen != sent.text("again") {
        return Ok(again(StatusCode::BAD_REQUEST, "again", words.say("join-again-differs")));
    }
    let casework = &page.call.room.casework;
    let changed = casework.change_passphrase(&page.signed, sent.text("passphrase"), sent.text("code"), chosen).await;
    match changed {
        Ok(token) => {
            let set = AppendHeaders(cookie::session(&token.text()).map(|value| (header::SET_COOKIE, value)));
            Ok((set, Redirect::to(&page.call.href("/account"))).into_response())
        }
        Err(Refused::Mismatch) => Ok(again(StatusCode::UNAUTHORIZED, "form", words.say("sign-in-mismatch"))),
        Err(Refused::Weak(weakness)) => {
            Ok(again(StatusCode::BAD_REQUEST, "chosen", words.say(join::weak_key(&weakness))))
        }
        Err(other) => Err(page.refused(other)),
    }
}

/// What happened with her account, the newest first. Tries that did not fit are one line with their number: whoever guesses must not push
/// the rest away.
fn lately(frame: &Frame<'_>, ways: &[Way]) -> Vec<(String, String)> {
    let (tries, others): (Vec<&Way>, Vec<&Way>) = ways.iter().partition(|way| way.act == Act::SignInRefused);
    let line =
        |way: &Way, more: String| (format!("{}{more}", frame.code("act", way.act.name())), frame.moment(&way.at));
    let last = tries.first().map(|way| line(way, format!(" ({})", tries.len())));
    last.into_iter().chain(others.iter().take(LATELY).map(|way| line(way, String::new()))).collect()
}
