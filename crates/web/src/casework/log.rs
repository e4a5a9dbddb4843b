//! The log as pages: for the auditor, and what happened to one case.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{Html, IntoResponse, Response};
use pana_app::casework::Act;
use pana_app::casework::event::Told;
use serde::Deserialize;

use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::signed::{Case, In};

/// An event as it is shown.
pub struct Line {
    number: i64,
    at: String,
    who: String,
    act: String,
    what: String,
    purpose: String,
    record: String,
}

impl Line {
    /// When.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// Who.
    pub fn who(&self) -> &str {
        &self.who
    }

    /// What was done.
    pub fn act(&self) -> &str {
        &self.act
    }

    /// To which compartments.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// What for.
    pub fn purpose(&self) -> &str {
        &self.purpose
    }
}

#[derive(Template)]
#[template(path = "casework/log.html")]
struct LogPage<'a> {
    frame: Frame<'a>,
    lead: String,
    lines: Vec<Line>,
    older: Option<String>,
    back: Option<String>,
    with_record: bool,
}

/// Where older events begin.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct From {
    before: Option<i64>,
}

/// The whole log.
pub async fn list(page: In, from: Result<Query<From>, QueryRejection>) -> Result<Response, Turned> {
    let before = from.ok().and_then(|Query(from)| from.before);
    let casework = &page.call.room.casework;
    let events = casework.events(&page.signed, before).await.map_err(|refused| page.refused(refused))?;
    let names = casework.names().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(Part::Log, page.call.words().say("room-nav-log"));
    let template = LogPage {
        lead: frame.t("log-lead"),
        lines: events.told.into_iter().map(|told| line(&frame, &names, told)).collect(),
        older: events.older.map(|before| page.call.href(&format!("/log?before={before}"))),
        back: None,
        with_record: true,
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// What happened to a case.
pub async fn of_case(page: Case) -> Result<Response, Turned> {
    let events = page.open.history().await.map_err(|refused| page.refused(refused))?;
    let names = page.call.room.casework.names().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("log-of-case-title"));
    let template = LogPage {
        lead: frame.t("log-of-case-lead"),
        lines: events.into_iter().map(|told| line(&frame, &names, told)).collect(),
        older: None,
        back: Some(page.href("")),
        with_record: false,
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// An event in words.
pub fn line(frame: &Frame<'_>, names: &BTreeMap<String, (String, String)>, told: Told) -> Line {
    let named = |account: &String| match names.get(account) {
        Some((_, role)) if role == "survivor" => frame.code("role", role),
        Some((name, role)) => format!("{name}, {}", frame.code("role", role)),
        None => frame.t("log-nobody"),
    };
    let mut classes: Vec<String> = told.classes.iter().map(|class| frame.code("thing", class.name())).collect();
    // Of what belongs to the public room the name is public too, and tells more than its first letters.
    let public = [Act::PublicBegun, Act::Public, Act::PublicFailed].iter().any(|act| act.name() == told.act);
    classes.extend(public.then(|| frame.code("thing", &told.about)));
    classes.extend(told.whom.as_ref().map(named));
    // Whoever opened a case in an emergency said why, and those who see that she did see that too.
    classes.extend((told.act == Act::Emergency.name()).then(|| frame.code("emergency-reason", &told.about)));
    Line {
        number: told.number,
        at: frame.moment(&told.at),
        who: named(&told.actor),
        act: frame.code("act", &told.act),
        what: classes.join(", "),
        purpose: told.purpose.map(|purpose| frame.code("purpose", purpose.name())).unwrap_or_default(),
        record: told.record.chars().take(if public { 64 } else { 8 }).collect(),
    }
}
