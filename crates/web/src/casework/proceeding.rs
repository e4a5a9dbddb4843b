//! Proceedings, for the lawyer: number, articles, stages, the next hearing, and that she was told of compensation.

use axum::extract::Path;
use axum::response::Response;
use pana_app::casework::Refused;
use pana_app::casework::kept::Kept;
use pana_app::casework::proceeding::reference;
use pana_casework::policy::Action;
use pana_casework::proceeding::{Proceeding, ProceedingStage, StageReached};
use pana_casework::{Class, Confided};

use super::decision::named;
use super::entries::{Card, EntriesPage, Group, Way};
use super::form::{Choice, Field, Input, choices};
use super::form_page::{self, FormPage, day, maybe_day, one, version};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

const BACK: (&str, &str) = ("/proceedings", "proceedings-title");

/// An offence in words: article, name, and that nobody read the act where nobody did.
fn offence(page: &Case, frame: &Frame<'_>, code: &str) -> String {
    let law = &page.open.casework().law;
    let Some(row) = law.offences.iter().rev().find(|row| row.value.code == code) else { return code.to_owned() };
    let said = format!("{code} · {}", named(frame, &row.value.names));
    if row.verified { said } else { format!("{said} ({})", frame.t("offence-unverified")) }
}

fn card(page: &Case, frame: &Frame<'_>, kept: &Kept<Proceeding>) -> Card {
    let link = &kept.value;
    let title = link.register_number.reveal().to_owned();
    let offences = link.offences.iter().map(|code| (frame.t("proceeding-offence"), offence(page, frame, code)));
    let stages = link.stages.iter().map(|reached| (frame.day(reached.on), frame.t(&reached.stage.key())));
    let mut lines: Vec<(String, String)> = offences.chain(stages).collect();
    lines.extend(link.next_hearing.map(|on| (frame.t("proceeding-hearing"), frame.day(on))));
    lines.push(match &link.compensation {
        Some(told) => (frame.t("proceeding-told"), format!("{} · {}", frame.day(told.on), told.by.reveal())),
        None => (frame.t("proceeding-told"), frame.t("proceeding-not-told")),
    });
    lines.push((frame.t("proceeding-reference"), reference(&kept.document.id)));
    let way = |below: &str, key: &str| Way {
        href: page.href(&format!("/proceedings/{}/{below}", kept.document.id)),
        text: frame.t(key),
        of: title.clone(),
    };
    let leads = link.stage().is_none_or(|reached| !reached.stage.leads_to().is_empty());
    let ways = [
        leads.then(|| way("stage", "proceeding-stage")),
        Some(way("hearing", "proceeding-next")),
        link.compensation.is_none().then(|| way("compensation", "proceeding-compensation")),
    ];
    let can_write = page.open.may(Class::Criminal, Action::Write);
    let under_way = if link.is_under_way() { "proceeding-under-way" } else { "proceeding-over" };
    Card {
        tag: Some(frame.t(under_way)),
        lines,
        ways: if can_write { ways.into_iter().flatten().collect() } else { Vec::new() },
        title,
        ..Card::default()
    }
}

/// What is written of proceedings.
pub async fn list(page: Case) -> Result<Response, Turned> {
    let proceedings = page.open.proceedings().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("proceedings-title"));
    let cards = proceedings.iter().map(|kept| card(&page, &frame, kept)).collect();
    let can_write = page.open.may(Class::Criminal, Action::Write);
    let new = Way { href: page.href("/proceedings/new"), text: frame.t("proceeding-new"), of: String::new() };
    let page = EntriesPage {
        lead: frame.t("proceedings-lead"),
        notices: Vec::new(),
        acts: if can_write { vec![new] } else { Vec::new() },
        groups: vec![Group { heading: frame.t("proceedings-all"), none: Some(frame.t("proceedings-none")), cards }],
        case: page.href(""),
        frame,
    };
    Ok(page.answer())
}

fn new_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let frame = page.frame(String::new());
    let law = page.open.law_on(page.open.today()).law;
    let offences = law.offences.iter().map(|row| Choice {
        code: row.value.code.clone(),
        text: offence(page, &frame, &row.value.code),
        chosen: false,
    });
    let stages = choices(words, "proceeding-stage", ProceedingStage::ALL.iter().map(|stage| stage.name()));
    let fields = vec![
        Field::new(words, "number", "proceeding-number", Input::Line).needed(),
        Field::new(words, "offences", "proceeding-offences", Input::Any(offences.collect())),
        Field::new(words, "stage", "proceeding-now", Input::One(stages)).with("registered").needed(),
        Field::new(words, "on", "proceeding-on", Input::Day).with(&page.open.today().to_string()).needed(),
    ];
    let action = "/proceedings".to_owned();
    FormPage { key: "proceeding-new", notes: Vec::new(), fields, action, back: BACK, version: None }
}

/// The form of a link.
pub async fn new(page: Case) -> Response {
    form_page::show(&page, new_form(&page))
}

fn reached(sent: &Sent) -> Result<StageReached, Refused> {
    Ok(StageReached { stage: one(sent, "stage", ProceedingStage::parse)?, on: day(sent, "on")? })
}

/// Links the case to proceedings.
pub async fn write(page: Case, sent: Sent) -> Result<Response, Turned> {
    let offences = sent.fields().all("offences").map(str::to_owned).collect();
    let number = Confided::new(sent.text("number"));
    let done = match reached(&sent) {
        Ok(first) => page.open.link_proceeding((number, offences), first, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/proceedings", new_form(&page), &sent)
}

/// Language, case, link.
type Named = Path<(String, String, String)>;

/// What a form changes.
#[derive(Clone, Copy)]
enum Part {
    Stage,
    Hearing,
    Compensation,
}

async fn form(page: &Case, id: &str, part: Part) -> Result<FormPage, Turned> {
    let kept = page.open.proceeding(id).await.map_err(|refused| page.refused(refused))?;
    let (words, today) = (page.call.words(), page.open.today().to_string());
    let on = |key: &str| Field::new(words, "on", key, Input::Day);
    let (key, below, fields) = match part {
        Part::Stage => {
            let next = kept.value.stage().map_or(ProceedingStage::ALL, |reached| reached.stage.leads_to());
            let stages = choices(words, "proceeding-stage", next.iter().map(|stage| stage.name()));
            let stage = Field::new(words, "stage", "proceeding-now", Input::One(stages)).needed();
            ("proceeding-stage", "stage", vec![stage, on("proceeding-on").with(&today).needed()])
        }
        Part::Hearing => {
            let set = kept.value.next_hearing.map(|day| day.to_string()).unwrap_or_default();
            ("proceeding-next", "hearing", vec![on("proceeding-hearing").with(&set)])
        }
        Part::Compensation => {
            let by = Field::new(words, "by", "proceeding-told-by", Input::Line).needed();
            ("proceeding-compensation", "compensation", vec![by, on("proceeding-on").with(&today).needed()])
        }
    };
    let (action, version) = (format!("/proceedings/{id}/{below}"), Some(kept.document.version));
    Ok(FormPage { key, notes: Vec::new(), fields, action, back: BACK, version })
}

async fn shown(page: Case, id: String, part: Part) -> Result<Response, Turned> {
    let form = form(&page, &id, part).await?;
    Ok(form_page::show(&page, form))
}

/// The form of the next stage.
pub async fn stage_new(page: Case, Path((_, _, id)): Named) -> Result<Response, Turned> {
    shown(page, id, Part::Stage).await
}

/// The form of the next hearing.
pub async fn hearing_new(page: Case, Path((_, _, id)): Named) -> Result<Response, Turned> {
    shown(page, id, Part::Hearing).await
}

/// The form of who told her of compensation.
pub async fn compensation_new(page: Case, Path((_, _, id)): Named) -> Result<Response, Turned> {
    shown(page, id, Part::Compensation).await
}

async fn answered(
    page: Case,
    id: &str,
    part: Part,
    done: Result<(), Refused>,
    sent: &Sent,
) -> Result<Response, Turned> {
    let form = form(&page, id, part).await?;
    form_page::done(&page, done, "/proceedings", FormPage { version: Some(version(sent)), ..form }, sent)
}

/// Writes the next stage down.
pub async fn stage(page: Case, Path((_, _, id)): Named, sent: Sent) -> Result<Response, Turned> {
    let done = match reached(&sent) {
        Ok(next) => page.open.reach_stage(&id, next, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    answered(page, &id, Part::Stage, done, &sent).await
}

/// Writes the next hearing down.
pub async fn hearing(page: Case, Path((_, _, id)): Named, sent: Sent) -> Result<Response, Turned> {
    let done = match maybe_day(&sent, "on") {
        Ok(on) => page.open.set_hearing(&id, on, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    answered(page, &id, Part::Hearing, done, &sent).await
}

/// Writes down that she was told of compensation.
pub async fn compensation(page: Case, Path((_, _, id)): Named, sent: Sent) -> Result<Response, Turned> {
    let by = Confided::new(sent.text("by"));
    let done = match day(&sent, "on") {
        Ok(on) => page.open.told_of_compensation(&id, (by, on), version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    answered(page, &id, Part::Compensation, done, &sent).await
}
