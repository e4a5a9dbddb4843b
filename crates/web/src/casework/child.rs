//! The protection of a child: what is missing, who speaks for it, and what is best for it.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_casework::child::{BestInterest, Guardian, Relation};
use pana_casework::policy::Action;
use pana_casework::screening::Answer;
use pana_casework::{Class, Confided};

use super::form::{Field, Input, choices};
use super::form_page::{self, FormPage, day, one, version};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

const BACK: (&str, &str) = ("/child", "child-title");

/// Somebody who may speak for the child, or was thought to.
struct Speaker {
    number: usize,
    name: String,
    relation: String,
    implicated: String,
    span: String,
    speaks: bool,
    ended: bool,
}

/// A note.
struct Note {
    day: String,
    heard: String,
    text: String,
}

#[derive(Template)]
#[template(path = "casework/child.html")]
struct ChildPage<'a> {
    frame: Frame<'a>,
    is_child: bool,
    missing: Vec<String>,
    speakers: Vec<Speaker>,
    informed: Option<String>,
    notes: Vec<Note>,
    version: i64,
    can_write: bool,
    href: String,
}

/// What is written.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let found = page.open.protection().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("child-title"));
    let today = page.open.today();
    let child = found.kept.as_ref().map(|kept| kept.value.clone()).unwrap_or_default();
    let speaker = |(number, guardian): (usize, &Guardian)| Speaker {
        number,
        name: guardian.name.reveal().to_owned(),
        relation: frame.t(&guardian.relation.key()),
        implicated: frame.t(&guardian.implicated.key()),
        span: match guardian.to {
            Some(to) => format!("{} – {}", frame.day(guardian.from), frame.day(to)),
            None => frame.t1("place-since", "day", &frame.day(guardian.from)),
        },
        speaks: guardian.may_speak(today),
        ended: guardian.to.is_some(),
    };
    let note = |note: &BestInterest| Note {
        day: frame.day(note.on),
        heard: frame.t(&note.child_heard.key()),
        text: note.note.reveal().to_owned(),
    };
    let template = ChildPage {
        is_child: found.is_child,
        missing: found.missing.iter().map(|missing| frame.t(&missing.key())).collect(),
        speakers: child.guardians.iter().enumerate().map(speaker).collect(),
        informed: child.guardianship_informed_on.map(|on| frame.day(on)),
        notes: found.notes.iter().rev().map(|kept| note(&kept.value)).collect(),
        version: found.kept.as_ref().map_or(0, |kept| kept.document.version),
        can_write: page.open.may(Class::Legal, Action::Write),
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

async fn kept_version(page: &Case) -> Result<Option<i64>, Turned> {
    let found = page.open.protection().await.map_err(|refused| page.refused(refused))?;
    Ok(Some(found.kept.map_or(0, |kept| kept.document.version)))
}

fn guardian_form(page: &Case, version: Option<i64>) -> FormPage {
    let words = page.call.words();
    let relations = choices(words, "guardian-relation", Relation::ALL.iter().map(|relation| relation.name()));
    let answers = choices(words, "answer", [Answer::No, Answer::Yes, Answer::Unknown].map(Answer::name));
    FormPage {
        key: "guardian-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "name", "guardian-name", Input::Line).needed(),
            Field::new(words, "relation", "guardian-is", Input::One(relations)).needed(),
            Field::new(words, "implicated", "guardian-implicated", Input::One(answers)).needed(),
            Field::new(words, "from", "guardian-from", Input::Day).with(&page.open.today().to_string()).needed(),
        ],
        action: "/child/guardians".to_owned(),
        back: BACK,
        version,
    }
}

/// The form of somebody who may speak for the child.
pub async fn guardian_new(page: Case) -> Result<Response, Turned> {
    let version = kept_version(&page).await?;
    Ok(form_page::show(&page, guardian_form(&page, version)))
}

/// Writes her down.
pub async fn guardian(page: Case, sent: Sent) -> Result<Response, Turned> {
    let asked = || -> Result<Guardian, Refused> {
        Ok(Guardian {
            name: Confided::new(sent.text("name")),
            relation: one(&sent, "relation", Relation::parse)?,
            implicated: one(&sent, "implicated", Answer::parse)?,
            from: day(&sent, "from")?,
            to: None,
        })
    };
    let done = match asked() {
        Ok(guardian) => page.open.add_guardian(guardian, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = guardian_form(&page, Some(version(&sent)));
    form_page::done(&page, done, "/child", form, &sent)
}

/// Writes down that she no longer speaks for the child.
pub async fn guardian_end(
    page: Case,
    Path((_, _, number)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let number = number.parse().unwrap_or(usize::MAX);
    let done = page.open.end_guardian(number, version(&sent), sent.save_id()).await;
    done.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("/child")).into_response())
}

fn informed_form(page: &Case, version: Option<i64>) -> FormPage {
    let words = page.call.words();
    FormPage {
        key: "guardianship-informed",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "on", "guardianship-on", Input::Day).with(&page.open.today().to_string()).needed(),
        ],
        action: "/child/informed".to_owned(),
        back: BACK,
        version,
    }
}

/// The form of the day on which the guardianship body was informed.
pub async fn informed_new(page: Case) -> Result<Response, Turned> {
    let version = kept_version(&page).await?;
    Ok(form_page::show(&page, informed_form(&page, version)))
}

/// Writes it down.
pub async fn informed(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match day(&sent, "on") {
        Ok(on) => page.open.informed_guardianship(on, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = informed_form(&page, Some(version(&sent)));
    form_page::done(&page, done, "/child", form, &sent)
}

fn note_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let answers = choices(words, "answer", [Answer::Yes, Answer::No, Answer::Declined].map(Answer::name));
    FormPage {
        key: "best-interest-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "heard", "best-interest-heard", Input::One(answers)).needed(),
            Field::new(words, "note", "best-interest-note", Input::Text).needed(),
        ],
        action: "/child/notes".to_owned(),
        back: BACK,
        version: None,
    }
}

/// The form of a note.
pub async fn note_new(page: Case) -> Response {
    form_page::show(&page, note_form(&page))
}

/// Writes the note.
pub async fn note(page: Case, sent: Sent) -> Result<Response, Turned> {
    let asked = || -> Result<BestInterest, Refused> {
        Ok(BestInterest {
            on: page.open.today(),
            by: page.signed.account.id.clone(),
            child_heard: one(&sent, "heard", Answer::parse)?,
            note: Confided::new(sent.text("note")),
        })
    };
    let done = match asked() {
        Ok(note) => page.open.note_best(note, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/child", note_form(&page), &sent)
}
