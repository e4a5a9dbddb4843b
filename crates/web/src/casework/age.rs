//! Deciding a doubtful age: what is known, what was decided, on what ground, and what follows.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use pana_app::casework::Refused;
use pana_app::casework::age::Aged;
use pana_casework::Class;
use pana_casework::age::{AgeBasis, AgeGroup};
use pana_casework::policy::{Action, Relation};

use super::form::{Field, Input, choices};
use super::form_page::{self, FormPage, day, one, version};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

#[derive(Template)]
#[template(path = "casework/age.html")]
struct AgePage<'a> {
    frame: Frame<'a>,
    group: String,
    answer: Option<String>,
    is_child: bool,
    decisions: Vec<(String, String, String, String)>,
    can_write: bool,
    href: String,
}

/// What is known and what was decided.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let Aged { sheet, decisions, .. } = page.open.aged().await.map_err(|refused| page.refused(refused))?;
    let names = page.open.casework().names().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("age-title"));
    let template = AgePage {
        group: frame.t(&sheet.value.age_group.key()),
        answer: sheet.value.age_answer.map(|answer| frame.t(&answer.key())),
        is_child: sheet.value.age_group == AgeGroup::Child,
        decisions: decisions
            .iter()
            .rev()
            .map(|kept| {
                let who = names.get(&kept.value.by).map(|(name, _)| name.clone()).unwrap_or_default();
                let (group, basis) = (frame.t(&kept.value.group.key()), frame.t(&kept.value.basis.key()));
                (group, basis, frame.day(kept.value.on), who)
            })
            .collect(),
        can_write: page.open.may(Class::Meta, Action::Write) && page.open.relation != Relation::Own,
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

async fn form(page: &Case) -> Result<FormPage, Refused> {
    let version = page.open.aged().await?.sheet.document.version;
    let words = page.call.words();
    let groups = choices(words, "age-decided", AgeGroup::ALL.iter().map(|group| group.name()));
    let bases = choices(words, "age-basis", AgeBasis::ALL.iter().map(|basis| basis.name()));
    Ok(FormPage {
        key: "age-new",
        notes: vec![words.say("age-doubt")],
        fields: vec![
            Field::new(words, "group", "age-group-decided", Input::One(groups)).needed(),
            Field::new(words, "basis", "age-basis", Input::One(bases)).needed(),
            Field::new(words, "on", "age-on", Input::Day).with(&page.open.today().to_string()).needed(),
        ],
        action: "/age".to_owned(),
        back: ("/age", "age-title"),
        version: Some(version),
    })
}

/// The form of a decision.
pub async fn new(page: Case) -> Result<Response, Turned> {
    let form = form(&page).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, form))
}

/// Decides.
pub async fn decide(page: Case, sent: Sent) -> Result<Response, Turned> {
    let asked = || -> Result<((AgeGroup, AgeBasis), Date), Refused> {
        let decided = (one(&sent, "group", AgeGroup::parse)?, one(&sent, "basis", AgeBasis::parse)?);
        Ok((decided, day(&sent, "on")?))
    };
    let done = match asked() {
        Ok((decided, on)) => page.open.decide_age(decided, on, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = form(&page).await.map_err(|refused| page.refused(refused))?;
    form_page::done(&page, done, "/age", form, &sent)
}
