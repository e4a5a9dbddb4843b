//! The list of cases: what somebody is to do next, by code names.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::closure::{CLOSED, OPEN};
use pana_app::casework::document::Document;
use pana_app::casework::list::Listed;
use pana_app::casework::notice::Notice;
use pana_app::casework::{Open, Refused};
use pana_casework::Kind;
use pana_casework::intake::opening::Start;
use pana_casework::policy::{Action, Relation, Role, Thing};
use serde::Deserialize;

use super::frame::{Frame, Part};
use super::public;
use super::refusal::Turned;
use super::signed::In;

/// So many cases stand on a page: to open the keys of each is most of the page's work.
const SHOWN: usize = 20;

/// Which page of a list, from 1.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Leaf {
    page: Option<usize>,
}

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
    /// Where newer and older cases are.
    newer: Option<String>,
    older: Option<String>,
    can_take_in: bool,
    closed: bool,
    role: String,
    sees_cases: bool,
    /// Tries to sign in as her that did not fit, since she was here before; nothing where they are few.
    tries: Option<usize>,
    /// Whether what opens her account was changed since.
    changed: bool,
}

/// Her cases; where a role has none, what it has instead.
pub async fn list(page: In, leaf: Result<Query<Leaf>, QueryRejection>) -> Result<Response, Turned> {
    if page.signed.role == Role::Administrator {
        return Ok(Redirect::to(&page.call.href("/people")).into_response());
    }
    if let Some(home) = public::home(page.signed.role) {
        return Ok(Redirect::to(&page.call.href(home)).into_response());
    }
    listed(&page, OPEN, leaf).await
}

/// Her closed cases: until their time of keeping is over they can be read and opened again.
pub async fn closed(page: In, leaf: Result<Query<Leaf>, QueryRejection>) -> Result<Response, Turned> {
    listed(&page, CLOSED, leaf).await
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

async fn listed(page: &In, state: &str, leaf: Result<Query<Leaf>, QueryRejection>) -> Result<Response, Turned> {
    let casework = &page.call.room.casework;
    let records = casework.cases(&page.signed, state).await.map_err(|refused| page.refused(refused))?;
    let closed = state == CLOSED;
    let (title, path) = if closed { ("closed-cases-title", "/closed") } else { ("room-nav-cases", "") };
    let frame = page.frame(Part::Cases, page.call.words().say(title));
    // A page beyond the last is the last: cases were closed since the address was kept.
    let pages = records.chunks(SHOWN).collect::<Vec<_>>();
    let at = leaf.ok().and_then(|Query(leaf)| leaf.page).unwrap_or(1).clamp(1, pages.len().max(1));
    let to = |number: usize| page.call.href(&format!("{path}?page={number}"));
    let shown = pages.get(at - 1).copied().unwrap_or_default();
    let listed = casework.listed(&page.signed, shown).await.map_err(|refused| page.refused(refused))?;
    let notice = match closed {
        true => Notice::default(),
        false => casework.notice_for(&page.signed).await.map_err(|refused| page.refused(refused))?,
    };
    let lines: Result<Vec<Line>, Refused> = listed.iter().map(|listed| line(page, &frame, listed)).collect();
    let template = CasesPage {
        role: frame.code("role", page.signed.role.name()),
        sees_cases: page.signed.account.centre_id.is_some(),
        lines: lines.map_err(|refused| page.refused(refused))?,
        newer: (at > 1).then(|| to(at - 1)),
        older: (at < pages.len()).then(|| to(at + 1)),
        can_take_in: !closed && casework.allow(&page.signed, Relation::Outside, Thing::Intake, Action::Write).is_ok(),
        tries: notice.tries,
        changed: notice.changed,
        frame,
        closed,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

fn line(page: &In, frame: &Frame<'_>, listed: &Listed) -> Result<Line, Refused> {
    let start: Start = listed.sheet.read()?;
    Ok(Line {
        href: page.call.href(&format!("/cases/{}", listed.id)),
        code_name: start.code_name.reveal().to_owned(),
        age_group: frame.t(&start.age_group.key()),
        opened: frame.day(start.opened_on),
        language: frame.language(&start.language),
    })
}

/// The sheet that an intake opened.
pub async fn start(open: &Open) -> Result<Option<Start>, Refused> {
    let sheets = open.documents(&[Kind::Sheet]).await?;
    sheets.iter().rfind(|sheet| sheet.is_current()).map(Document::read).transpose()
}
