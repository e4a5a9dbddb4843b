//! The list of cases: what somebody is to do next, by code names.

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Open;
use pana_app::casework::closure::{CLOSED, OPEN};
use pana_app::casework::document::Document;
use pana_casework::intake::opening::Start;
use pana_casework::policy::{Action, Relation, Role, Thing};
use pana_casework::{Class, Kind};

use super::frame::{Frame, Part};
use super::public;
use super::refusal::Turned;
use super::signed::In;

/// So many cases stand on the page; the rest is found by search.
const SHOWN: usize = 100;

/// A line of the list.
pub struct Line {
    /// The address of the case.
    pub href: String,
    /// The code name.
    pub code_name: String,
    /// The group that decides which protection is due.
    pub age_group: String,
    /// Since when.
    pub opened: String,
    /// The language to speak with her.
    pub language: String,
}

#[derive(Template)]
#[template(path = "casework/cases.html")]
struct CasesPage<'a> {
    frame: Frame<'a>,
    lines: Vec<Line>,
    more: usize,
    can_take_in: bool,
    closed: bool,
    role: String,
    sees_cases: bool,
}

/// Her cases; where a role has none, what it has instead.
pub async fn list(page: In) -> Result<Response, Turned> {
    if page.signed.role == Role::Administrator {
        return Ok(Redirect::to(&page.call.href("/people")).into_response());
    }
    if let Some(home) = public::home(page.signed.role) {
        return Ok(Redirect::to(&page.call.href(home)).into_response());
    }
    listed(&page, OPEN).await
}

/// Her closed cases: until their time of keeping is over they can be read and opened again.
pub async fn closed(page: In) -> Result<Response, Turned> {
    listed(&page, CLOSED).await
}

#[derive(Template)]
#[template(path = "casework/erased.html")]
struct ErasedPage<'a> {
    frame: Frame<'a>,
}

/// After an erasure: that it is done, without a word of what it was.
pub async fn erased(page: In) -> Response {
    let template = ErasedPage { frame: page.frame(Part::Cases, page.call.words().say("erased-title")) };
    Html(template.render().unwrap_or_default()).into_response()
}

async fn listed(page: &In, state: &str) -> Result<Response, Turned> {
    let casework = &page.call.room.casework;
    let records = casework.cases(&page.signed, state).await.map_err(|refused| page.refused(refused))?;
    let closed = state == CLOSED;
    let title = if closed { "closed-cases-title" } else { "room-nav-cases" };
    let frame = page.frame(Part::Cases, page.call.words().say(title));
    let more = records.len().saturating_sub(SHOWN);
    let mut lines = Vec::new();
    for record in records.iter().take(SHOWN) {
        let open = casework.open_case(&page.signed, &record.id).await.map_err(|refused| page.refused(refused))?;
        if !open.may(Class::Meta, Action::Read) {
            continue;
        }
        if let Some(start) = start(&open).await.map_err(|refused| page.refused(refused))? {
            lines.push(Line {
                href: page.call.href(&format!("/cases/{}", record.id)),
                code_name: start.code_name.reveal().to_owned(),
                age_group: frame.t(&start.age_group.key()),
                opened: frame.day(start.opened_on),
                language: frame.language(&start.language),
            });
        }
    }
    let can_take_in = casework.allow(&page.signed, Relation::Outside, Thing::Intake, Action::Write).is_ok();
    let template = CasesPage {
        role: frame.code("role", page.signed.role.name()),
        sees_cases: page.signed.account.centre_id.is_some(),
        frame,
        lines,
        more,
        can_take_in: can_take_in && !closed,
        closed,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// The sheet that an intake opened.
pub async fn start(open: &Open) -> Result<Option<Start>, pana_app::casework::Refused> {
    let sheets = open.documents(&[Kind::Sheet]).await?;
    sheets.iter().rfind(|sheet| sheet.is_current()).map(Document::read).transpose()
}
