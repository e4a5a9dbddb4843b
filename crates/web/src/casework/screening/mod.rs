//! Screening on a case: which instrument, the questions, and what its own rule makes of the answers.

mod ask;
mod result;

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::screening::Kept;
use pana_app::casework::{Refused, id};
use pana_casework::age::AgeGroup;
use pana_casework::intake::opening::Start;
use pana_casework::screening::instrument::Audience;
use pana_casework::screening::{Answer, Answers, Instrument, Reading, ReviewerFinding, Screening};

use super::cases::start;
use super::form::{Field, Input, choices};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

/// The longest reasons of a reading, in characters.
const REASONS: usize = 2_000;

/// A screening that was made.
struct Made {
    href: String,
    name: String,
    day: String,
    said: String,
}

/// An instrument that can be chosen.
struct Offered {
    href: String,
    name: String,
    version: String,
    audience: String,
    fits: bool,
    is_verified: bool,
}

#[derive(Template)]
#[template(path = "casework/screenings.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    made: Vec<Made>,
    offered: Vec<Offered>,
    case: String,
}

/// What was asked before, and what can be asked.
pub async fn list(page: Case) -> Result<Response, Turned> {
    let kept = page.open.screenings().await.map_err(|refused| page.refused(refused))?;
    let sheet = start(&page.open).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("screenings-title"));
    let made = kept.iter().map(|kept| Made {
        href: page.href(&format!("/screenings/{}", kept.id)),
        name: instrument_name(&frame, &kept.screening.instrument),
        day: frame.day(kept.screening.on),
        said: said(&page, &frame, &kept.screening),
    });
    let group = sheet.map_or(AgeGroup::Child, |sheet| sheet.age_group);
    let offer = |instrument: &Instrument| Offered {
        href: page.href(&format!("/screenings/new/{}", instrument.id)),
        name: instrument_name(&frame, &instrument.id),
        version: frame.t1("screening-version", "version", &instrument.version),
        audience: frame.t(&instrument.audience.key()),
        fits: fits(instrument.audience, group),
        is_verified: instrument.verified,
    };
    let mut offered: Vec<Offered> =
        match page.open.may(pana_casework::Class::Screening, pana_casework::policy::Action::Write) {
            true => page.call.library().instruments.values().map(offer).collect(),
            false => Vec::new(),
        };
    offered.sort_by_key(|offered| !offered.fits);
    let template = ListPage { made: made.collect(), offered, case: page.href(""), frame };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

fn instrument_name(frame: &Frame<'_>, id: &str) -> String {
    frame.code("screening-instrument", id)
}

fn fits(audience: Audience, group: AgeGroup) -> bool {
    match audience {
        Audience::Any => true,
        Audience::Adult => group == AgeGroup::Adult,
        Audience::Child => group == AgeGroup::Child,
    }
}

/// The result in a sentence.
fn said(page: &Case, frame: &Frame<'_>, screening: &Screening) -> String {
    match page.call.library().instruments.get(&screening.instrument) {
        Some(instrument) => result::said(frame, screening.finding(instrument).as_ref()),
        None => frame.t("screening-refusal-other-instrument"),
    }
}

fn instrument<'a>(page: &'a Case, id: &str) -> Result<&'a Instrument, Turned> {
    page.call.library().instruments.get(id).ok_or_else(|| page.refused(Refused::NotFound))
}

/// The questions of an instrument, with nothing answered.
pub async fn new(page: Case, Path((_, _, name)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let instrument = instrument(&page, &name)?;
    let sheet = start(&page.open).await.map_err(|refused| page.refused(refused))?;
    let blank = blank(&page, instrument, sheet.as_ref());
    let kept = Kept { id: id::new(&mut pana_app::casework::random::System), version: 0, screening: blank };
    Ok(form(&page, StatusCode::OK, instrument, &kept, None))
}

fn blank(page: &Case, instrument: &Instrument, sheet: Option<&Start>) -> Screening {
    Screening {
        instrument: instrument.id.clone(),
        version: instrument.version.clone(),
        on: page.open.today(),
        by: page.signed.account.id.clone(),
        language: sheet.map(|sheet| sheet.language.clone()).unwrap_or_default(),
        interpreter: sheet.is_some_and(|sheet| sheet.interpreter == Answer::Yes),
        agreed_to_talk: Answer::NotAsked,
        answers: Answers::default(),
        notes: BTreeMap::new(),
        reading: None,
    }
}

/// The questions with what was answered so far.
pub async fn edit(page: Case, Path((_, _, screening)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let kept = page.open.screening(&screening).await.map_err(|refused| page.refused(refused))?;
    let instrument = instrument(&page, &kept.screening.instrument)?;
    Ok(form(&page, StatusCode::OK, instrument, &kept, None))
}

/// Saves a new screening.
pub async fn create(
    page: Case,
    Path((_, _, name)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let instrument = instrument(&page, &name)?;
    let blank = blank(&page, instrument, None);
    if !id::is_one(sent.text("screening")) {
        return Err(page.refused(Refused::NotFound));
    }
    let kept = Kept { id: sent.text("screening").to_owned(), version: 0, screening: blank };
    save(&page, instrument, kept, &sent).await
}

/// Saves more answers to a screening.
pub async fn change(
    page: Case,
    Path((_, _, screening)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let kept = page.open.screening(&screening).await.map_err(|refused| page.refused(refused))?;
    let instrument = instrument(&page, &kept.screening.instrument)?;
    let version = sent.text("version").parse().map_err(|_| page.refused(Refused::Stale))?;
    save(&page, instrument, Kept { version, ..kept }, &sent).await
}

async fn save(page: &Case, instrument: &Instrument, kept: Kept, sent: &Sent) -> Result<Response, Turned> {
    let kept = Kept { screening: ask::read(instrument, &kept.screening, sent.fields()), ..kept };
    match page.open.save_screening(&kept, instrument, sent.save_id()).await {
        Ok(_) => Ok(Redirect::to(&page.href(&format!("/screenings/{}", kept.id))).into_response()),
        Err(Refused::Field { field, fault }) => {
            Ok(form(page, StatusCode::BAD_REQUEST, instrument, &kept, Some((field, fault))))
        }
        Err(other) => Err(page.refused(other)),
    }
}

#[derive(Template)]
#[template(path = "casework/screening_ask.html")]
struct AskPage<'a> {
    frame: Frame<'a>,
    action: String,
    back: String,
    id: String,
    version: i64,
    about: About,
    fields: Vec<Field>,
    groups: Vec<ask::Group>,
}

/// What has to be known of an instrument before its answers are trusted.
struct About {
    version: String,
    publisher: String,
    /// How far it was checked; nothing where it was.
    unverified: Option<String>,
    wording_to_check: bool,
    not_validated: bool,
    has_no_score: bool,
}

fn about(frame: &Frame<'_>, instrument: &Instrument) -> About {
    use pana_casework::screening::Rule;
    About {
        version: frame.t1("screening-version", "version", &instrument.version),
        publisher: instrument.publisher.clone(),
        unverified: (!instrument.verified).then(|| instrument.status.clone()),
        wording_to_check: instrument.wording_to_check.iter().any(|lang| lang == frame.lang()),
        not_validated: instrument.validated == Some(false),
        has_no_score: matches!(instrument.rule, Rule::AnyYes | Rule::Reviewer),
    }
}

fn form(
    page: &Case,
    status: StatusCode,
    instrument: &Instrument,
    kept: &Kept,
    fault: Option<(String, String)>,
) -> Response {
    let words = page.call.words();
    let frame = page.frame(instrument_name(&page.frame(String::new()), &instrument.id));
    let fault = fault.map(|(field, key)| (field, words.say(&key)));
    let is_new = kept.version == 0;
    let template = AskPage {
        action: match is_new {
            true => page.href(&format!("/screenings/new/{}", instrument.id)),
            false => page.href(&format!("/screenings/{}/answers", kept.id)),
        },
        back: page.href("/screenings"),
        id: kept.id.clone(),
        version: kept.version,
        about: about(&frame, instrument),
        fields: ask::before(words, &kept.screening, fault.as_ref()),
        groups: ask::groups(words, instrument, &kept.screening, fault.as_ref()),
        frame,
    };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

#[derive(Template)]
#[template(path = "casework/screening.html")]
struct ResultPage<'a> {
    frame: Frame<'a>,
    about: Option<About>,
    day: String,
    language: String,
    interpreter: bool,
    said: String,
    result: result::Told,
    notes: Vec<(String, String)>,
    reading: Option<(String, String, String)>,
    fields: Vec<Field>,
    version: i64,
    back: String,
    href: String,
    can_write: bool,
}

/// A screening with its result.
pub async fn show(page: Case, Path((_, _, screening)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let kept = page.open.screening(&screening).await.map_err(|refused| page.refused(refused))?;
    Ok(result_page(&page, StatusCode::OK, &kept, None, None))
}

fn result_page(
    page: &Case,
    status: StatusCode,
    kept: &Kept,
    typed: Option<(&str, &str)>,
    fault: Option<(String, String)>,
) -> Response {
    let (words, screening) = (page.call.words(), &kept.screening);
    let frame = page.frame(words.say("screening-title"));
    let instrument = page.call.library().instruments.get(&screening.instrument);
    let note = |(group, note): (&String, &pana_casework::Confided)| {
        let name = instrument.map_or_else(|| group.clone(), |instrument| frame.t(&instrument.group_key(group)));
        (name, note.reveal().to_owned())
    };
    let reading = screening
        .reading
        .as_ref()
        .map(|reading| (frame.t(&reading.finding.key()), reading.reasons.reveal().to_owned(), frame.day(reading.on)));
    let (finding, reasons) = typed.unwrap_or_else(|| match &screening.reading {
        Some(reading) => (reading.finding.name(), reading.reasons.reveal()),
        None => ("", ""),
    });
    let findings = choices(words, "reviewer-finding", ReviewerFinding::ALL.iter().map(|finding| finding.name()));
    let template = ResultPage {
        about: instrument.map(|instrument| about(&frame, instrument)),
        day: frame.day(screening.on),
        language: if screening.language.is_empty() { String::new() } else { frame.code("spoken", &screening.language) },
        interpreter: screening.interpreter,
        said: instrument_name(&frame, &screening.instrument),
        result: result::told(&frame, instrument, screening),
        notes: screening.notes.iter().map(note).collect(),
        reading,
        fields: vec![
            Field::new(words, "finding", "screening-finding", Input::One(findings))
                .with(finding)
                .faulty(fault.as_ref()),
            Field::new(words, "reasons", "screening-reasons", Input::Text)
                .with(reasons)
                .needed()
                .faulty(fault.as_ref()),
        ],
        version: kept.version,
        back: page.href("/screenings"),
        href: page.href(&format!("/screenings/{}", kept.id)),
        can_write: page.open.may(pana_casework::Class::Screening, pana_casework::policy::Action::Write)
            && instrument.is_some_and(|instrument| screening.check(instrument).is_ok()),
        frame,
    };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

/// Writes the reading of the person who asked.
pub async fn read(
    page: Case,
    Path((_, _, screening)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let kept = page.open.screening(&screening).await.map_err(|refused| page.refused(refused))?;
    let reasons = sent.text("reasons");
    let typed = Some((sent.text("finding"), reasons));
    let refuse = |field: &str, key: &str| {
        let fault = (field.to_owned(), page.call.words().say(key));
        Ok(result_page(&page, StatusCode::BAD_REQUEST, &kept, typed, Some(fault)))
    };
    let Some(finding) = ReviewerFinding::parse(sent.text("finding")) else {
        return refuse("finding", "fault-not-offered");
    };
    if reasons.is_empty() || reasons.chars().count() > REASONS {
        return refuse("reasons", "screening-reasons-fault");
    }
    let reading = Reading {
        finding,
        reasons: pana_casework::Confided::new(reasons),
        on: page.open.today(),
        by: page.signed.account.id.clone(),
    };
    let version = sent.text("version").parse().map_err(|_| page.refused(Refused::Stale))?;
    let href = page.href(&format!("/screenings/{}", kept.id));
    let saved = page.open.save_reading(Kept { version, ..kept.clone() }, reading, sent.save_id()).await;
    saved.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&href).into_response())
}
