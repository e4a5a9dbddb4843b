//! Danger to life or health now: asking for it, and what it opens.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::emergency::REASONS;
use pana_app::casework::{Open, Refused};
use pana_casework::Kind;
use pana_casework::person::Identity;
use pana_casework::policy::Role;

use super::form::{Field, Input, choices};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::{Case, In};

#[derive(Template)]
#[template(path = "casework/emergency.html")]
struct AskPage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    action: String,
    back: String,
    can_open: bool,
}

/// Asks why.
pub async fn ask(page: Case) -> Response {
    let frame = page.frame(page.call.words().say("emergency-title"));
    form(frame, &page.href(""), StatusCode::OK, page.call.words(), None)
}

fn form(
    frame: Frame<'_>,
    case: &str,
    status: StatusCode,
    words: &pana_text::Words,
    fault: Option<(String, String)>,
) -> Response {
    let reasons = choices(words, "emergency-reason", REASONS);
    let field = Field::new(words, "reason", "emergency-reason", Input::One(reasons)).needed().faulty(fault.as_ref());
    let can_open = frame.role() == Some(Role::Head);
    let (action, back) = (format!("{case}/emergency"), case.to_owned());
    let template = AskPage { frame, fields: vec![field], action, back, can_open };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

/// Opens the case for at most an hour.
pub async fn begin(page: In, Path((_, id)): Path<(String, String)>, sent: Sent) -> Result<Response, Turned> {
    let case = page.call.href(&format!("/cases/{id}"));
    match page.call.room.casework.emergency(&page.signed, &id, sent.text("reason")).await {
        Ok(()) => Ok(Redirect::to(&format!("{case}/emergency/open")).into_response()),
        Err(Refused::Field { .. }) => {
            let (words, frame) = (page.call.words(), page.frame(Part::Cases, page.call.words().say("emergency-title")));
            let fault = Some(("reason".to_owned(), words.say("fault-not-offered")));
            Ok(form(frame, &case, StatusCode::BAD_REQUEST, words, fault))
        }
        Err(other) => Err(page.refused(other)),
    }
}

/// Ends it.
pub async fn end(page: In, _sent: Sent) -> Result<Response, Turned> {
    let ended = page.call.room.casework.end_emergency(&page.signed).await;
    ended.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.call.href("")).into_response())
}

#[derive(Template)]
#[template(path = "casework/emergency_open.html")]
struct OpenPage<'a> {
    frame: Frame<'a>,
    names: Vec<String>,
    phone: String,
    places: Vec<String>,
}

/// Identity and place, while the emergency lasts.
pub async fn open(page: Case) -> Result<Response, Turned> {
    let found = page.open.documents(&[Kind::Identity, Kind::Stay]).await.map_err(|refused| page.refused(refused))?;
    let of = |kind: Kind| found.iter().filter(move |document| document.kind == kind && document.is_current());
    let identities: Vec<Identity> = of(Kind::Identity).filter_map(|document| document.read().ok()).collect();
    let names = identities.iter().flat_map(|identity| {
        let name = &identity.name;
        let whole = [&name.first_name, &name.middle_name, &name.second_name];
        let parts: Vec<&str> = whole.iter().map(|part| part.reveal()).filter(|part| !part.is_empty()).collect();
        std::iter::once(parts.join(" ")).chain(identity.other_names.iter().map(|other| other.reveal().to_owned()))
    });
    let stays = Open::stays_of(&found).map_err(|refused| page.refused(refused))?;
    let template = OpenPage {
        names: names.filter(|name| !name.is_empty()).collect(),
        phone: identities.iter().map(|identity| identity.mobile_phone.reveal()).collect::<Vec<_>>().join(", "),
        places: stays.now.into_iter().map(|kept| kept.value.place).collect(),
        frame: page.frame(page.call.words().say("emergency-title")),
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}
