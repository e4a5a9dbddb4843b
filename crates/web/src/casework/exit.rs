//! Leaving, being asked how she is, and coming back.

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use pana_app::casework::Refused;
use pana_app::casework::exit::Left;
use pana_casework::Class;
use pana_casework::exit::{ExitReason, FollowUpAgreement, Reached};
use pana_casework::policy::Action;

use super::form::{Choice, Field, Input, choices};
use super::form_page::{self, FormPage, day, one};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

const BACK: (&str, &str) = ("/exit", "exit-title");

/// A time at which she was asked, or is to be.
struct Time {
    month: String,
    day: String,
    reached: Option<String>,
    is_due: bool,
}

#[derive(Template)]
#[template(path = "casework/exit.html")]
struct ExitPage<'a> {
    frame: Frame<'a>,
    left: Option<(String, String, String)>,
    due: Vec<Time>,
    made: Vec<Time>,
    /// Whether she said, when she was asked last, that she needs help again.
    needs_help: bool,
    is_closed: bool,
    can_write: bool,
    href: String,
}

/// How services ended.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let Left { exit, made, due } = page.open.left().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("exit-title"));
    let today = page.open.today();
    let month = |month: u32| frame.ti("exit-month", "months", &i64::from(month));
    let template = ExitPage {
        left: exit.map(|kept| {
            (
                frame.day(kept.value.on),
                frame.code("exit-reason", kept.value.reason.name()),
                frame.code("follow-up-agreement", kept.value.follow_up.name()),
            )
        }),
        due: due
            .iter()
            .map(|due| Time {
                month: month(due.month),
                day: frame.day(due.due_on),
                reached: None,
                is_due: due.due_on <= today,
            })
            .collect(),
        made: made
            .iter()
            .map(|kept| Time {
                month: month(kept.value.month),
                day: frame.day(kept.value.on),
                reached: Some(frame.code("reached", kept.value.reached.name())),
                is_due: false,
            })
            .collect(),
        needs_help: made.last().is_some_and(|kept| kept.value.reached == Reached::NeedsHelp),
        is_closed: page.open.is_closed(),
        can_write: page.open.may(Class::Services, Action::Write),
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

fn exit_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let law = page.open.law_on(page.open.today());
    let reasons = choices(words, "exit-reason", law.law.exit_reasons.iter().map(|row| row.value.name()));
    let agreements = FollowUpAgreement::ALL.iter().map(|agreement| agreement.name());
    FormPage {
        key: "exit-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "reason", "exit-reason", Input::One(reasons)).needed(),
            Field::new(words, "on", "exit-on", Input::Day).with(&page.open.today().to_string()).needed(),
            Field::new(
                words,
                "follow_up",
                "exit-follow-up",
                Input::One(choices(words, "follow-up-agreement", agreements)),
            )
            .with(FollowUpAgreement::NotAsked.name()),
        ],
        action: "/exit".to_owned(),
        back: BACK,
        version: None,
    }
}

/// The form of an exit.
pub async fn new(page: Case) -> Response {
    form_page::show(&page, exit_form(&page))
}

/// Ends services.
pub async fn exit(page: Case, sent: Sent) -> Result<Response, Turned> {
    let asked = || -> Result<(Date, ExitReason, FollowUpAgreement), Refused> {
        let agreement = one(&sent, "follow_up", FollowUpAgreement::parse)?;
        Ok((day(&sent, "on")?, one(&sent, "reason", ExitReason::parse)?, agreement))
    };
    let done = match asked() {
        Ok((on, reason, agreement)) => page.open.exit(on, reason, agreement, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/exit", exit_form(&page), &sent)
}

async fn follow_up_form(page: &Case) -> Result<FormPage, Refused> {
    let words = page.call.words();
    let frame = page.frame(String::new());
    let due = page.open.left().await?.due;
    let month = |due: &pana_casework::exit::FollowUpDue| Choice {
        code: due.month.to_string(),
        text: format!("{} · {}", frame.ti("exit-month", "months", &i64::from(due.month)), frame.day(due.due_on)),
        chosen: false,
    };
    let reached = choices(words, "reached", Reached::ALL.iter().map(|reached| reached.name()));
    let employed = choices(words, "employed", ["yes", "no", "not_asked"]);
    let first = due.first().map(|due| due.month.to_string()).unwrap_or_default();
    Ok(FormPage {
        key: "follow-up-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "month", "exit-due", Input::List(due.iter().map(month).collect())).with(&first),
            Field::new(words, "reached", "follow-up-reached", Input::One(reached)).needed(),
            Field::new(words, "employed", "follow-up-employed", Input::One(employed)).with("not_asked"),
        ],
        action: "/exit/follow-up".to_owned(),
        back: BACK,
        version: None,
    })
}

/// The form of a follow-up; where none is due, the page that says so.
pub async fn follow_up_new(page: Case) -> Result<Response, Turned> {
    if page.open.left().await.map_err(|refused| page.refused(refused))?.due.is_empty() {
        return Ok(Redirect::to(&page.href("/exit")).into_response());
    }
    let form = follow_up_form(&page).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, form))
}

/// Writes down how she is.
pub async fn follow_up(page: Case, sent: Sent) -> Result<Response, Turned> {
    let employed = match sent.text("employed") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let asked = || -> Result<(u32, Reached), Refused> {
        Ok((one(&sent, "month", |text| text.parse::<u32>().ok())?, one(&sent, "reached", Reached::parse)?))
    };
    let done = match asked() {
        Ok((month, reached)) => page.open.follow_up(month, reached, employed, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = follow_up_form(&page).await.map_err(|refused| page.refused(refused))?;
    form_page::done(&page, done, "/exit", form, &sent)
}

/// She is back.
pub async fn reopen(page: Case, sent: Sent) -> Result<Response, Turned> {
    page.open.reopen(sent.save_id()).await.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("")).into_response())
}
