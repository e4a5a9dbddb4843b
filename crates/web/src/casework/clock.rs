//! The service clock on a case: a sentence and a bar, more months asked and answered, pauses, the plan for the time after. It warns; it
//! stops nothing.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use pana_app::casework::Refused;
use pana_app::casework::clock::{Asking, Running};
use pana_app::casework::kept::Kept;
use pana_casework::Class;
use pana_casework::calendar::days_between;
use pana_casework::clock::{Clock, PauseReason, State};
use pana_casework::extension::ExtensionRequest;
use pana_casework::policy::{Action, Role};
use pana_text::Arg;

use super::decision::{LawShown, law_shown, named};
use super::form::{Choice, Field, Input, choices};
use super::form_page::{self, FormPage, day, one, version};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

const BACK: (&str, &str) = ("/clock", "clock-title");

/// The clock in words.
pub struct ClockShown {
    /// Day so many of so many, and what follows.
    pub sentence: String,
    /// Used days and all days, for the bar. Absent where the months are not known.
    pub bar: Option<(i64, i64)>,
    /// The last day.
    pub end: Option<String>,
    /// The next warning.
    pub warning: Option<String>,
    /// Whether it is over.
    pub is_beyond: bool,
    /// Whether a plan for the time after is missing.
    pub needs_plan: bool,
    /// Whether it rests.
    pub is_paused: bool,
}

/// The clock in words, as it stands on a day.
pub fn shown(frame: &Frame<'_>, clock: &Clock, on: Date) -> ClockShown {
    let end = clock.end(on);
    let all = end.map(|end| days_between(clock.started_on, end) - paused(clock, on));
    let used = clock.days_used(on);
    let state = clock.state(on);
    let sentence = match (state, all) {
        (State::Beyond { days, .. }, _) => frame.ti("clock-sentence-beyond", "days", &days),
        (State::Paused { days_left }, _) => frame.ti("clock-sentence-paused", "days", &days_left),
        (State::Ahead { days }, _) => frame.ti("clock-sentence-ahead", "days", &days),
        (State::Running { .. }, Some(all)) => {
            let months = i64::from(clock.months().unwrap_or_default());
            let parts =
                [("day", Arg::from(used.min(all) + 1)), ("all", Arg::from(all + 1)), ("months", Arg::from(months))];
            frame.tell("clock-sentence-running", &parts)
        }
        _ => frame.t("clock-state-not-known"),
    };
    let next = clock.warnings(on).unwrap_or_default().into_iter().find(|(_, day)| *day > on);
    ClockShown {
        sentence,
        bar: all.map(|all| (used.min(all + 1), all + 1)),
        end: end.map(|end| frame.day(end)),
        warning: next.map(|(_, day)| frame.day(day)),
        is_beyond: matches!(state, State::Beyond { .. }),
        needs_plan: matches!(state, State::Beyond { needs_plan: true, .. }),
        is_paused: clock.pauses.last().is_some_and(|pause| pause.until.is_none()),
    }
}

/// Days by which pauses have moved the end so far.
fn paused(clock: &Clock, on: Date) -> i64 {
    let gone = days_between(clock.started_on, on);
    (gone - clock.days_used(on)).max(0)
}

/// A request for more months.
struct Request {
    id: String,
    ground: String,
    months: i64,
    evidence: String,
    asked_on: String,
    answer: Option<(bool, String)>,
}

/// A pause.
struct Rest {
    reason: String,
    from: String,
    until: Option<String>,
}

#[derive(Template)]
#[template(path = "casework/clock.html")]
struct ClockPage<'a> {
    frame: Frame<'a>,
    clock: Option<ClockShown>,
    law: Option<LawShown>,
    started: String,
    beyond: Option<(String, String)>,
    requests: Vec<Request>,
    rests: Vec<Rest>,
    version: i64,
    can_write: bool,
    decides: bool,
    href: String,
}

/// The clock.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let Running { clock, requests } = page.open.running().await.map_err(|refused| page.refused(refused))?;
    let confirmations =
        page.open.casework().confirmations(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("clock-title"));
    let (today, clock) = (page.open.today(), clock.as_ref());
    let running = clock.map(|kept| &kept.value);
    let rest = |pause: &pana_casework::clock::Pause| Rest {
        reason: frame.code("pause-reason", pause.reason.name()),
        from: frame.day(pause.from),
        until: pause.until.map(|until| frame.day(until)),
    };
    let template = ClockPage {
        clock: running.map(|clock| shown(&frame, clock, today)),
        law: running.map(|clock| law_shown(&frame, &clock.law, &confirmations)),
        started: running.map(|clock| frame.day(clock.started_on)).unwrap_or_default(),
        beyond: running
            .and_then(|clock| clock.plan_beyond.as_ref())
            .map(|plan| (plan.plan.clone(), frame.day(plan.agreed_on))),
        requests: requests.iter().rev().map(|kept| request(&page, &frame, kept)).collect(),
        rests: running.map(|clock| clock.pauses.iter().map(rest).collect()).unwrap_or_default(),
        version: clock.map(|kept| kept.document.version).unwrap_or_default(),
        can_write: page.open.may(Class::Services, Action::Write),
        decides: page.signed.role == Role::Head,
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

fn request(page: &Case, frame: &Frame<'_>, kept: &Kept<ExtensionRequest>) -> Request {
    let grounds = &page.open.casework().law.clock.extension_grounds;
    let ground = grounds.iter().find(|row| row.value.code == kept.value.ground);
    Request {
        id: kept.document.id.clone(),
        ground: ground.map_or_else(|| kept.value.ground.clone(), |row| named(frame, &row.value.names)),
        months: i64::from(kept.value.months),
        evidence: kept.value.evidence.as_str().to_owned(),
        asked_on: frame.day(kept.value.asked_on),
        answer: kept.value.answer.as_ref().map(|answer| (answer.granted, frame.day(answer.on))),
    }
}

fn start_form(page: &Case) -> FormPage {
    let words = page.call.words();
    FormPage {
        key: "clock-begin",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "on", "clock-admitted", Input::Day).with(&page.open.today().to_string()).needed(),
        ],
        action: "/clock/start".to_owned(),
        back: BACK,
        version: None,
    }
}

/// The form that starts the clock.
pub async fn start_form_page(page: Case) -> Response {
    form_page::show(&page, start_form(&page))
}

/// Starts it.
pub async fn start(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match day(&sent, "on") {
        Ok(on) => page.open.start_clock(on, None, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/clock", start_form(&page), &sent)
}

/// The form of an extension; where there are proceedings it says by which reference they can be named.
async fn extension_form(page: &Case) -> Result<FormPage, Refused> {
    let words = page.call.words();
    let references = page.open.proceeding_references().await?;
    let note = |reference: &String| words.tell("extension-proceeding", &[("reference", reference.as_str().into())]);
    let frame = page.frame(String::new());
    let law = page.open.law_on(page.open.today());
    let grounds = law.law.clock.extension_grounds.iter().map(|row| Choice {
        code: row.value.code.clone(),
        text: named(&frame, &row.value.names),
        chosen: false,
    });
    Ok(FormPage {
        key: "extension-new",
        notes: references.iter().map(note).collect(),
        fields: vec![
            Field::new(words, "ground", "extension-ground", Input::One(grounds.collect())).needed(),
            Field::new(words, "months", "extension-months", Input::Number).needed(),
            Field::new(words, "evidence", "extension-evidence", Input::Line).needed(),
        ],
        action: "/clock/extension".to_owned(),
        back: BACK,
        version: None,
    })
}

/// The form that asks for more months.
pub async fn extension_new(page: Case) -> Result<Response, Turned> {
    let form = extension_form(&page).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, form))
}

/// Asks for more months.
pub async fn extension(page: Case, sent: Sent) -> Result<Response, Turned> {
    let months = sent.text("months").parse().map_err(|_| Refused::field("months", "clock-refusal-no-months"));
    let done = match months {
        Ok(months) => {
            let asking =
                Asking { ground: sent.text("ground").to_owned(), months, evidence: sent.text("evidence").to_owned() };
            page.open.ask_extension(&asking, sent.save_id()).await
        }
        Err(refused) => Err(refused),
    };
    let form = extension_form(&page).await.map_err(|refused| page.refused(refused))?;
    form_page::done(&page, done, "/clock", form, &sent)
}

/// The head answers.
pub async fn answer(
    page: Case,
    Path((_, _, request)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let done = page.open.answer_extension(&request, sent.text("answer") == "grant", sent.save_id()).await;
    let form = extension_form(&page).await.map_err(|refused| page.refused(refused))?;
    form_page::done(&page, done, "/clock", form, &sent)
}

fn pause_form(page: &Case, version: i64) -> FormPage {
    let words = page.call.words();
    let reasons = [PauseReason::MedicalStay, PauseReason::LeftWithoutNotice];
    let reasons = choices(words, "pause-reason", reasons.into_iter().map(PauseReason::name));
    FormPage {
        key: "pause-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "reason", "pause-reason", Input::One(reasons)).needed(),
            Field::new(words, "on", "pause-from", Input::Day).with(&page.open.today().to_string()).needed(),
        ],
        action: "/clock/pause".to_owned(),
        back: BACK,
        version: Some(version),
    }
}

async fn current(page: &Case) -> Result<i64, Turned> {
    let running = page.open.running().await.map_err(|refused| page.refused(refused))?;
    Ok(running.clock.map(|kept| kept.document.version).unwrap_or_default())
}

/// The form of a pause.
pub async fn pause_new(page: Case) -> Result<Response, Turned> {
    let version = current(&page).await?;
    Ok(form_page::show(&page, pause_form(&page, version)))
}

/// Pauses.
pub async fn pause(page: Case, sent: Sent) -> Result<Response, Turned> {
    let asked = || -> Result<(PauseReason, Date), Refused> {
        Ok((one(&sent, "reason", PauseReason::parse)?, day(&sent, "on")?))
    };
    let done = match asked() {
        Ok((reason, from)) => page.open.pause(reason, from, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/clock", pause_form(&page, version(&sent)), &sent)
}

/// Goes on from today.
pub async fn resume(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = page.open.resume(page.open.today(), version(&sent), sent.save_id()).await;
    done.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("/clock")).into_response())
}

fn beyond_form(page: &Case, version: i64) -> FormPage {
    let words = page.call.words();
    FormPage {
        key: "beyond-new",
        notes: vec![words.say("beyond-about")],
        fields: vec![Field::new(words, "plan", "beyond-plan", Input::Text).needed()],
        action: "/clock/beyond".to_owned(),
        back: BACK,
        version: Some(version),
    }
}

/// The form of the plan for the time after the end.
pub async fn beyond_new(page: Case) -> Result<Response, Turned> {
    let version = current(&page).await?;
    Ok(form_page::show(&page, beyond_form(&page, version)))
}

/// Writes it down.
pub async fn beyond(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = page.open.agree_beyond(sent.text("plan"), version(&sent), sent.save_id()).await;
    form_page::done(&page, done, "/clock", beyond_form(&page, version(&sent)), &sent)
}
