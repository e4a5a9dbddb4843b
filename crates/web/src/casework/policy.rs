//! Who can see what: the policy itself, as a page. It is made from the table that decides, so it cannot say anything else.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use pana_casework::policy::{Action, Role, Thing};

use super::frame::{Frame, Part};
use super::signed::In;

/// One way in which a role may do something.
struct Way {
    relation: String,
    purpose: String,
    consent: bool,
}

/// What a role may do to a thing.
struct Line {
    action: String,
    ways: Vec<Way>,
}

/// A thing, and what a role may do to it.
struct Row {
    thing: String,
    about: String,
    lines: Vec<Line>,
}

/// A role, and all that it may do.
struct Section {
    id: &'static str,
    role: String,
    is_hers: bool,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "casework/policy.html")]
struct PolicyPage<'a> {
    frame: Frame<'a>,
    sections: Vec<Section>,
}

/// Who can see what.
pub async fn show(page: In) -> Response {
    let frame = page.frame(Part::Policy, page.call.words().say("room-nav-policy"));
    let sections = Role::ALL.iter().map(|&role| section(&page, &frame, role)).collect();
    Html(PolicyPage { sections, frame }.render().unwrap_or_default()).into_response()
}

fn section(page: &In, frame: &Frame<'_>, role: Role) -> Section {
    let rows = Thing::ALL.iter().filter_map(|&thing| row(page, frame, role, thing)).collect();
    Section { id: role.name(), role: frame.code("role", role.name()), is_hers: role == page.signed.role, rows }
}

fn row(page: &In, frame: &Frame<'_>, role: Role, thing: Thing) -> Option<Row> {
    let policy = &page.call.room.casework.policy;
    let line = |&action: &Action| {
        let who = policy.who(role, thing, action);
        let ways: Vec<Way> = who
            .into_iter()
            .map(|who| Way {
                relation: frame.code("relation", who.relation.name()),
                purpose: frame.code("purpose", who.purpose.name()),
                consent: who.consent,
            })
            .collect();
        (!ways.is_empty()).then(|| Line { action: frame.code("action", action.name()), ways })
    };
    let lines: Vec<Line> = Action::ALL.iter().filter_map(line).collect();
    let (name, about) = (frame.code("thing", thing.name()), frame.code("thing-about", thing.name()));
    (!lines.is_empty()).then_some(Row { thing: name, about, lines })
}
