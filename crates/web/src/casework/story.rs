//! The story of a case: facts in the order in which they happened, and the form of one fact. It asks for codes and a short note, and for
//! nothing that the help does not need (R9).

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use pana_app::casework::Refused;
use pana_app::casework::kept::Kept;
use pana_casework::fact::{Control, Fact, FactKind, RecruitmentMethod, ToldBy, When};
use pana_casework::policy::Action;
use pana_casework::statistic::Exploitation;
use pana_casework::{Class, Confided};

use super::entries::{Card, ChoosePage, Choosing, EntriesPage, Group, Way};
use super::form::{Choice, Field, Input, choices};
use super::form_page::{self, FormPage, day, one, version, with_none};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;
use super::writer::Writers;

const BACK: (&str, &str) = ("/story", "story-title");

/// A time as far as it is known.
fn when(frame: &Frame<'_>, when: When) -> String {
    let month =
        |year, month| jiff::civil::Date::new(year, month, 1).map(|first| frame.month(first)).unwrap_or_default();
    match when {
        When::Unknown => frame.t("fact-when-unknown"),
        When::Year { year } => year.to_string(),
        When::Month { year, month: number } => month(year, number),
    }
}

/// A fact in lines; its kind is the title.
pub fn lines(frame: &Frame<'_>, fact: &Fact) -> Vec<(String, String)> {
    let mut lines = vec![(frame.t("fact-when"), when(frame, fact.when))];
    let codes: [Vec<String>; 3] = [
        fact.method_of_recruitment.iter().map(|code| frame.t(&code.key())).collect(),
        fact.methods_of_control.iter().map(|code| frame.t(&code.key())).collect(),
        fact.type_of_exploitation.iter().map(|code| frame.t(&code.key())).collect(),
    ];
    lines.extend(
        codes.into_iter().filter(|codes| !codes.is_empty()).map(|codes| (frame.t("fact-codes"), codes.join(", "))),
    );
    if !fact.note.is_empty() {
        lines.push((frame.t("fact-note"), fact.note.reveal().to_owned()));
    }
    lines.push((frame.t("fact-told"), format!("{} · {}", frame.t(&fact.told_by.key()), frame.day(fact.told_on))));
    lines
}

/// The story.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let story = page.open.story().await.map_err(|refused| page.refused(refused))?;
    let writers = Writers::of(&page).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("story-title"));
    let can_write = page.open.may(Class::Story, Action::Write);
    let card = |kept: &Kept<Fact>, counts: bool| {
        let title = frame.t(&kept.value.kind.key());
        let correct = (can_write && counts).then(|| Way {
            href: page.href(&format!("/story/{}/correct", kept.document.id)),
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
        heading: frame.t("story-facts"),
        none: Some(frame.t("story-none")),
        cards: story.facts.iter().map(|kept| card(kept, true)).collect(),
    }];
    if !story.earlier.is_empty() {
        let cards = story.earlier.iter().map(|kept| card(kept, false)).collect();
        groups.push(Group { heading: frame.t("entry-earlier"), none: None, cards });
    }
    let new = Way { href: page.href("/story/new"), text: frame.t("fact-new"), of: String::new() };
    let page = EntriesPage {
        lead: frame.t("story-lead"),
        notices: Vec::new(),
        acts: if can_write { vec![new] } else { Vec::new() },
        groups,
        case: page.href(""),
        frame,
    };
    Ok(page.answer())
}

/// What the fact is about.
pub async fn choose(page: Case) -> Response {
    let frame = page.frame(page.call.words().say("fact-new"));
    let choice = |kind: &FactKind| Choosing {
        href: page.href(&format!("/story/new/{}", kind.name())),
        text: frame.t(&kind.key()),
        about: Some(frame.t(&format!("{}-about", kind.key()))),
    };
    let template = ChoosePage {
        lead: frame.t("fact-choose"),
        choices: FactKind::ALL.iter().map(choice).collect(),
        back: (page.href(BACK.0), frame.t(BACK.1)),
        case: page.href(""),
        frame,
    };
    Html(template.render().unwrap_or_default()).into_response()
}

fn months() -> Vec<Choice> {
    (1..=12).map(|month| Choice { code: month.to_string(), text: month.to_string(), chosen: false }).collect()
}

/// The codes that a kind of fact has.
fn codes(page: &Case, kind: FactKind) -> Option<Field> {
    let words = page.call.words();
    let (key, codes) = match kind {
        FactKind::Recruitment => {
            ("fact-recruitment", choices(words, "recruitment", RecruitmentMethod::ALL.iter().map(|code| code.name())))
        }
        FactKind::Control => ("fact-control", choices(words, "control", Control::ALL.iter().map(|code| code.name()))),
        FactKind::Work => {
            let known = Exploitation::ALL.iter().filter(|code| **code != Exploitation::Unknown);
            ("fact-exploitation", choices(words, "exploitation", known.map(|code| code.name())))
        }
        _ => return None,
    };
    Some(Field::new(words, "codes", key, Input::Any(codes)))
}

fn form(page: &Case, kind: FactKind, action: String, version: Option<i64>) -> FormPage {
    let words = page.call.words();
    let told = choices(words, "told-by", ToldBy::ALL.iter().map(|by| by.name()));
    let mut fields: Vec<Field> = codes(page, kind).into_iter().collect();
    fields.extend([
        Field::new(words, "note", "fact-note-short", Input::Text),
        Field::new(words, "year", "fact-year", Input::Number),
        Field::new(words, "month", "fact-month", Input::List(with_none(page, months()))),
        Field::new(words, "told_by", "fact-told-by", Input::One(told)).with(ToldBy::Herself.name()).needed(),
        Field::new(words, "told_on", "fact-told-on", Input::Day).with(&page.open.today().to_string()).needed(),
    ]);
    let key = if version.is_some() { "fact-correct" } else { "fact-write" };
    FormPage { key, notes: vec![words.say(&kind.key())], fields, action, back: BACK, version }
}

fn kind_of(page: &Case, name: &str) -> Result<FactKind, Turned> {
    FactKind::parse(name).ok_or_else(|| page.refused(Refused::NotFound))
}

/// The form of a fact.
pub async fn new(page: Case, Path((_, _, kind)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let kind = kind_of(&page, &kind)?;
    Ok(form_page::show(&page, form(&page, kind, format!("/story/new/{}", kind.name()), None)))
}

/// Writes it down.
pub async fn write(
    page: Case,
    Path((_, _, kind)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let kind = kind_of(&page, &kind)?;
    let done = match asked(&page, kind, &sent) {
        Ok(fact) => page.open.tell(fact, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = form(&page, kind, format!("/story/new/{}", kind.name()), None);
    form_page::done(&page, done, "/story", form, &sent)
}

fn filled(form: FormPage, fact: &Fact) -> FormPage {
    let (year, month) = fact.when.order();
    let number = |number: i16| if number == 0 { String::new() } else { number.to_string() };
    let codes = fact.method_of_recruitment.iter().map(|code| code.name());
    let codes = codes.chain(fact.methods_of_control.iter().map(|code| code.name()));
    let codes: Vec<&str> = codes.chain(fact.type_of_exploitation.iter().map(|code| code.name())).collect();
    let fill = |field: Field| match field.name {
        "codes" => field.with_all(codes.iter().copied()),
        "note" => field.with(fact.note.reveal()),
        "year" => field.with(&number(year)),
        "month" => field.with(&number(month.into())),
        "told_by" => field.with(fact.told_by.name()),
        "told_on" => field.with(&fact.told_on.to_string()),
        _ => field,
    };
    FormPage { fields: form.fields.into_iter().map(fill).collect(), ..form }
}

/// The form that tells a fact anew.
pub async fn correct_new(page: Case, Path((_, _, id)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let kept = page.open.fact(&id).await.map_err(|refused| page.refused(refused))?;
    let form = form(&page, kept.value.kind, format!("/story/{id}/correct"), Some(kept.document.version));
    Ok(form_page::show(&page, filled(form, &kept.value)))
}

/// Tells it anew.
pub async fn correct(
    page: Case,
    Path((_, _, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let kind = match page.open.fact(&id).await {
        Ok(kept) => kept.value.kind,
        // Pressed twice: it was told anew already, and is among the facts under the id of this saving.
        Err(Refused::NotFound) => {
            let again = page.open.fact(sent.save_id()).await.map_err(|refused| page.refused(refused))?;
            again.value.kind
        }
        Err(refused) => return Err(page.refused(refused)),
    };
    let done = match asked(&page, kind, &sent) {
        Ok(fact) => page.open.correct_fact(&id, fact, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = form(&page, kind, format!("/story/{id}/correct"), Some(version(&sent)));
    form_page::done(&page, done, "/story", form, &sent)
}

fn number<T: std::str::FromStr>(sent: &Sent, name: &str) -> Result<Option<T>, Refused> {
    match sent.text(name) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refused::field(name, "fault-no-year")),
    }
}

/// The codes that were ticked, where the fact is of the kind that has them.
fn ticked<T: Ord>(sent: &Sent, has: bool, parse: impl Fn(&str) -> Option<T>) -> BTreeSet<T> {
    sent.fields().all("codes").filter(|_| has).filter_map(parse).collect()
}

fn asked(page: &Case, kind: FactKind, sent: &Sent) -> Result<Fact, Refused> {
    let when = When::of(number(sent, "year")?, number(sent, "month")?);
    Ok(Fact {
        kind,
        when: when.ok_or_else(|| Refused::field("year", "fault-no-year"))?,
        method_of_recruitment: ticked(sent, kind == FactKind::Recruitment, RecruitmentMethod::parse),
        methods_of_control: ticked(sent, kind == FactKind::Control, Control::parse),
        type_of_exploitation: ticked(sent, kind == FactKind::Work, Exploitation::parse),
        told_by: one(sent, "told_by", ToldBy::parse)?,
        told_on: day(sent, "told_on")?,
        note: Confided::new(sent.text("note")),
        recorded_by: page.open.staff()?,
    })
}
