//! Health: short entries of medic and psychologist, and what is ahead. Nobody else opens this page.

use axum::extract::Path;
use axum::response::Response;
use pana_app::casework::Refused;
use pana_app::casework::kept::Kept;
use pana_casework::health::{HealthEntry, HealthKind};
use pana_casework::policy::Action;
use pana_casework::{Class, Confided};

use super::entries::{Card, EntriesPage, Group, Way};
use super::form::{Field, Input, choices};
use super::form_page::{self, FormPage, day, maybe_day, one, version};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;
use super::writer::Writers;

const BACK: (&str, &str) = ("/health", "health-title");

/// An entry in lines; its kind is the title.
pub fn lines(frame: &Frame<'_>, entry: &HealthEntry) -> Vec<(String, String)> {
    let mut lines = vec![(frame.t("health-on"), frame.day(entry.on))];
    if !entry.note.is_empty() {
        lines.push((frame.t("health-note"), entry.note.reveal().to_owned()));
    }
    lines.extend(entry.next_on.map(|next| (frame.t("health-next"), frame.day(next))));
    lines
}

/// The entries.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let health = page.open.health().await.map_err(|refused| page.refused(refused))?;
    let writers = Writers::of(&page).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("health-title"));
    let can_write = page.open.may(Class::Health, Action::Write);
    let card = |kept: &Kept<HealthEntry>, counts: bool| {
        let title = frame.t(&kept.value.kind.key());
        let correct = (can_write && counts).then(|| Way {
            href: page.href(&format!("/health/{}/correct", kept.document.id)),
            text: frame.t("entry-correct"),
            of: title.clone(),
        });
        Card {
            hint: writers.wrote(&frame, &kept.document),
            lines: lines(&frame, &kept.value),
            ways: correct.into_iter().collect(),
            title,
            ..Card::default()
        }
    };
    let mut groups = vec![Group {
        heading: frame.t("health-entries"),
        none: Some(frame.t("health-none")),
        cards: health.entries.iter().map(|kept| card(kept, true)).collect(),
    }];
    if !health.earlier.is_empty() {
        let cards = health.earlier.iter().map(|kept| card(kept, false)).collect();
        groups.push(Group { heading: frame.t("entry-earlier"), none: None, cards });
    }
    let ahead = health.appointments();
    let new = Way { href: page.href("/health/new"), text: frame.t("health-new"), of: String::new() };
    let page = EntriesPage {
        lead: frame.t("health-lead"),
        notices: ahead.into_iter().map(|next| frame.t1("health-ahead", "day", &frame.day(next))).collect(),
        acts: if can_write { vec![new] } else { Vec::new() },
        groups,
        case: page.href(""),
        frame,
    };
    Ok(page.answer())
}

fn form(page: &Case, action: String, version: Option<i64>) -> FormPage {
    let words = page.call.words();
    let kinds = choices(words, "health-kind", HealthKind::ALL.iter().map(|kind| kind.name()));
    let fields = vec![
        Field::new(words, "kind", "health-what", Input::One(kinds)).needed(),
        Field::new(words, "on", "health-on", Input::Day).with(&page.open.today().to_string()).needed(),
        Field::new(words, "note", "health-note-short", Input::Text),
        Field::new(words, "next_on", "health-next", Input::Day),
    ];
    let key = if version.is_some() { "health-correct" } else { "health-new" };
    FormPage { key, notes: Vec::new(), fields, action, back: BACK, version }
}

fn asked(page: &Case, sent: &Sent) -> Result<HealthEntry, Refused> {
    Ok(HealthEntry {
        kind: one(sent, "kind", HealthKind::parse)?,
        on: day(sent, "on")?,
        note: Confided::new(sent.text("note")),
        next_on: maybe_day(sent, "next_on")?,
        by: page.open.staff()?,
    })
}

/// The form of an entry.
pub async fn new(page: Case) -> Response {
    form_page::show(&page, form(&page, "/health".to_owned(), None))
}

/// Writes it.
pub async fn write(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match asked(&page, &sent) {
        Ok(entry) => page.open.note_health(entry, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = form(&page, "/health".to_owned(), None);
    form_page::done(&page, done, "/health", form, &sent)
}

/// The form that writes an entry anew.
pub async fn correct_new(page: Case, Path((_, _, id)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let kept = page.open.health_entry(&id).await.map_err(|refused| page.refused(refused))?;
    let entry = &kept.value;
    let fill = |field: Field| match field.name {
        "kind" => field.with(entry.kind.name()),
        "on" => field.with(&entry.on.to_string()),
        "note" => field.with(entry.note.reveal()),
        "next_on" => field.with(&entry.next_on.map(|next| next.to_string()).unwrap_or_default()),
        _ => field,
    };
    let form = form(&page, format!("/health/{id}/correct"), Some(kept.document.version));
    Ok(form_page::show(&page, FormPage { fields: form.fields.into_iter().map(fill).collect(), ..form }))
}

/// Writes it anew.
pub async fn correct(
    page: Case,
    Path((_, _, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let done = match asked(&page, &sent) {
        Ok(entry) => page.open.correct_health(&id, entry, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = form(&page, format!("/health/{id}/correct"), Some(version(&sent)));
    form_page::done(&page, done, "/health", form, &sent)
}
