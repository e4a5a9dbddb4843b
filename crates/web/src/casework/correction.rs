//! Corrections: she asks for one in her own view; whoever runs the case answers here, and she reads the answer.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::kept::Kept;
use pana_app::casework::{Open, Refused};
use pana_casework::Kind;
use pana_casework::correction::{Correction, Outcome};
use pana_casework::policy::{Relation, Role};

use super::form::{Choice, Field, Input, choices};
use super::form_page::{self, FormPage, one, version};
use super::frame::{Frame, Part};
use super::own_words;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::{Case, In};

const BACK: (&str, &str) = ("/corrections", "corrections-title");

/// One of them.
struct Line {
    about: String,
    words: String,
    asked: String,
    answer: Option<(String, String, String)>,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "casework/corrections.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    lines: Vec<Line>,
    href: String,
}

/// What she asked, and what was answered.
pub async fn list(page: Case) -> Result<Response, Turned> {
    let all = page.open.corrections().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("corrections-title"));
    let line = |kept: Kept<Correction>| Line {
        about: kept.value.about.map(|kind| own_words::title(&frame, kind)).unwrap_or_default(),
        words: kept.value.words.reveal().to_owned(),
        asked: frame.day(kept.value.asked_on),
        href: kept.value.answer.is_none().then(|| page.href(&format!("/corrections/{}", kept.document.id))),
        answer: kept
            .value
            .answer
            .map(|answer| (frame.t(&answer.outcome.key()), answer.words.reveal().to_owned(), frame.day(answer.on))),
    };
    let template = ListPage { lines: all.into_iter().map(line).collect(), href: page.href(""), frame };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

async fn form(page: &Case, id: &str) -> Result<FormPage, Refused> {
    let asked = page.open.corrections().await?.into_iter().find(|kept| kept.document.id == id);
    let asked = asked.filter(|kept| kept.value.answer.is_none()).ok_or(Refused::NotFound)?;
    let (words, frame) = (page.call.words(), page.frame(String::new()));
    let about = asked.value.about.map(|kind| format!("{}: ", own_words::title(&frame, kind))).unwrap_or_default();
    let outcomes = choices(words, "correction-outcome", Outcome::ALL.iter().map(|outcome| outcome.name()));
    Ok(FormPage {
        key: "correction-answer",
        notes: vec![format!("{about}{}", asked.value.words.reveal())],
        fields: vec![
            Field::new(words, "outcome", "correction-outcome", Input::One(outcomes)).needed(),
            Field::new(words, "words", "correction-answer-words", Input::Text).needed(),
        ],
        action: format!("/corrections/{id}"),
        back: BACK,
        version: Some(asked.document.version),
    })
}

/// The form of an answer.
pub async fn answer_new(page: Case, Path((_, _, id)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let form = form(&page, &id).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, form))
}

/// Answers.
pub async fn answer(
    page: Case,
    Path((_, _, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let shown = form(&page, &id).await.map_err(|refused| page.refused(refused))?;
    let done = match one(&sent, "outcome", Outcome::parse) {
        Ok(outcome) => {
            let said = (outcome, sent.text("words"));
            page.open.answer_correction(&id, said, version(&sent), sent.save_id()).await
        }
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/corrections", shown, &sent)
}

#[derive(Template)]
#[template(path = "casework/own_correction.html")]
struct AskPage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    fault: Option<String>,
}

/// Her own case, for a page of her own view.
///
/// # Errors
/// Not found for anybody else.
pub async fn own_case(page: &In) -> Result<Open, Turned> {
    if page.signed.role != Role::Survivor {
        return Err(page.refused(Refused::NotFound));
    }
    let casework = &page.call.room.casework;
    let found = casework.own_case(&page.signed.account.id).await.map_err(|refused| page.refused(refused))?;
    let Some(found) = found else { return Err(page.refused(Refused::NotFound)) };
    let open = casework.open_case(&page.signed, &found.id).await.map_err(|refused| page.refused(refused))?;
    if open.relation == Relation::Own { Ok(open) } else { Err(page.refused(Refused::NotFound)) }
}

fn ask_page(page: &In, sent: Option<(&Sent, String, String)>) -> Response {
    let words = page.call.words();
    let frame = Frame::of(&page.call, Some(&page.signed), Part::Elsewhere, words.say("her-neutral-title"));
    let none = Choice { code: String::new(), text: words.say("correction-about-none"), chosen: true };
    let kinds = own_words::ABOUT.iter().map(|&kind| Choice {
        code: kind.name().to_owned(),
        text: own_words::title(&frame, kind),
        chosen: false,
    });
    let mut fields = vec![
        Field::new(words, "about", "correction-about", Input::List([none].into_iter().chain(kinds).collect())),
        Field::new(words, "words", "correction-words", Input::Text).needed(),
    ];
    let status = if sent.is_some() { axum::http::StatusCode::BAD_REQUEST } else { axum::http::StatusCode::OK };
    let mut general = None;
    if let Some((sent, field, text)) = sent {
        general = (field != "words").then(|| text.clone());
        let fault = Some((field, text));
        fields = fields
            .into_iter()
            .map(|field| {
                let typed = sent.text(field.name).to_owned();
                field.with(&typed).faulty(fault.as_ref())
            })
            .collect();
    }
    (status, Html(AskPage { frame, fields, fault: general }.render().unwrap_or_default())).into_response()
}

/// The form in which she asks.
pub async fn ask_new(page: In) -> Result<Response, Turned> {
    own_case(&page).await?;
    Ok(ask_page(&page, None))
}

/// She asks.
pub async fn ask(page: In, sent: Sent) -> Result<Response, Turned> {
    let open = own_case(&page).await?;
    let about = Kind::parse(sent.text("about")).filter(|kind| own_words::ABOUT.contains(kind));
    match open.ask_correction(about, sent.text("words"), sent.save_id()).await {
        Ok(()) => Ok(Redirect::to(&page.call.page("/1")).into_response()),
        Err(Refused::Field { field, fault }) => {
            let words = page.call.words();
            let key = if words.has(&fault) { fault.as_str() } else { "refused-field-next" };
            Ok(ask_page(&page, Some((&sent, field, words.say(key)))))
        }
        Err(other) => Err(page.refused(other)),
    }
}
