//! Signing in and leaving.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::sign_in::{Entered, Tried};

use super::call::Call;
use super::cookie;
use super::form::{Field, Input};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;

#[derive(Template)]
#[template(path = "casework/sign_in.html")]
struct SignInPage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    fault: Option<String>,
    is_new: bool,
    with_passkey: bool,
}

/// The form.
pub async fn show(call: Call) -> Result<Response, Turned> {
    page(&call, StatusCode::OK, "", None).await
}

async fn page(call: &Call, status: StatusCode, login: &str, fault: Option<String>) -> Result<Response, Turned> {
    let words = call.words();
    let is_new = call.room.casework.is_new().await.map_err(|refused| Turned::away(call, None, refused))?;
    let fields = vec![
        Field::new(words, "login", "sign-in-login", Input::Line).with(login).needed().complete("username"),
        Field::new(words, "passphrase", "sign-in-passphrase", Input::Secret).needed().complete("current-password"),
        Field::new(words, "code", "sign-in-code", Input::Line).needed().complete("one-time-code"),
    ];
    let frame = Frame::of(call, None, Part::Elsewhere, words.say("sign-in-title"));
    let with_passkey = call.room.site.is_some();
    let page = SignInPage { frame, fields, fault, is_new, with_passkey };
    Ok((status, Html(page.render().unwrap_or_default())).into_response())
}

/// Signs in.
pub async fn enter(call: Call, sent: Sent) -> Result<Response, Turned> {
    let tried = Tried {
        login: sent.text("login"),
        passphrase: sent.text("passphrase"),
        code: sent.text("code"),
        network: &call.network,
        device: call.device.as_deref(),
        device_name: &call.browser,
    };
    let entered = match call.room.casework.sign_in(tried, &call.moment).await {
        Ok(entered) => entered,
        Err(Refused::Mismatch) => {
            let fault = call.words().say("sign-in-mismatch");
            return page(&call, StatusCode::UNAUTHORIZED, sent.text("login"), Some(fault)).await;
        }
        Err(Refused::Wait(seconds)) => {
            let fault = wait(&call, seconds);
            return page(&call, StatusCode::TOO_MANY_REQUESTS, sent.text("login"), Some(fault)).await;
        }
        Err(other) => return Err(Turned::away(&call, None, other)),
    };
    let_in(&call, &entered).await
}

/// The answer to somebody who is in.
pub(super) async fn let_in(call: &Call, entered: &Entered) -> Result<Response, Turned> {
    end_earlier(call).await?;
    let cookies = [cookie::session(&entered.cookie.text()), cookie::device(&entered.device)];
    let set = AppendHeaders(cookies.into_iter().flatten().map(|value| (header::SET_COOKIE, value)).collect::<Vec<_>>());
    Ok((set, Redirect::to(&call.href(""))).into_response())
}

/// How long to wait, in words.
pub(super) fn wait(call: &Call, seconds: i64) -> String {
    let minutes = usize::try_from(seconds.div_euclid(60) + 1).unwrap_or(1);
    call.words().tell("sign-in-wait", &[("minutes", minutes.into())])
}

/// The session that this browser had before ends: its cookie is replaced, and must not be good for anybody who kept it.
async fn end_earlier(call: &Call) -> Result<(), Turned> {
    let Some(cookie) = &call.cookie else { return Ok(()) };
    let casework = &call.room.casework;
    match casework.who(cookie, call.moment.clone()).await {
        Ok(earlier) => casework.end(&earlier, None).await.map_err(|refused| Turned::away(call, None, refused)),
        // There is none, or it is over.
        Err(_) => Ok(()),
    }
}

/// Leaves: the session ends on the server, and the browser forgets what it holds of this site.
pub async fn leave(page: In, _sent: Sent) -> Result<Response, Turned> {
    page.call.room.casework.end(&page.signed, None).await.map_err(|refused| page.refused(refused))?;
    let headers = AppendHeaders([
        (header::SET_COOKIE, cookie::ended()),
        // What the connection still holds of her goes with it.
        (header::CONNECTION, HeaderValue::from_static("close")),
        (CLEAR, HeaderValue::from_static("\"cache\", \"storage\"")),
    ]);
    Ok((headers, Redirect::to(&page.call.href("/sign-in"))).into_response())
}

/// What the page of signing in asks for with its stylesheet. A browser keeps the page before it ready for its button "Back", whatever that
/// page says of being stored; when this answer comes, that page has been left, and is forgotten.
pub async fn forget(_call: Call) -> Response {
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (CLEAR, "\"cache\"")];
    (headers, "").into_response()
}

/// Tells the browser to forget what it holds of this site.
const CLEAR: header::HeaderName = header::HeaderName::from_static("clear-site-data");
