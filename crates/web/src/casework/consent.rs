//! Consent on a case: the list with how each stands today, giving, taking back, what was given under it, and a threat to life.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::consent::{GIVABLE, Giving, Told};
use pana_app::casework::kept::Kept;
use pana_casework::Class;
use pana_casework::consent::{Consent, ConsentState, Explained, Form, Giver, Purpose};
use pana_casework::id::{EvidenceRef, StaffId};
use pana_casework::life_threat::{Endangered, LifeThreat};
use pana_casework::policy::Action;
use pana_casework::recipient::{Recipient, RecipientKind};

use super::form::{Choice, Field, Input, choices};
use super::form_page::{self, FormPage, maybe_day, one};
use super::frame::Frame;
use super::paper::Offer;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

const BACK: (&str, &str) = ("/consents", "consents-title");

/// A consent as the list shows it.
struct Line {
    href: String,
    purpose: String,
    recipient: String,
    classes: String,
    state: ConsentState,
    days: (String, String),
    how: String,
    basis: String,
    withdrawn_on: Option<String>,
    paper: Option<Offer>,
}

/// An act of a threat to life.
struct Alarm {
    day: String,
    recipient: String,
    classes: String,
    life: String,
    danger: String,
    /// Who gave it, and who stands by it beside them.
    by: String,
    second: Option<String>,
    /// Where a second person says so, where she may be one.
    second_at: Option<String>,
    /// Since when she knows.
    told: Option<String>,
    /// Where it is said that she knows.
    told_at: String,
}

#[derive(Template)]
#[template(path = "casework/consents.html")]
struct ConsentsPage<'a> {
    frame: Frame<'a>,
    lines: Vec<Line>,
    alarms: Vec<Alarm>,
    can_write: bool,
    can_print: bool,
    href: String,
}

/// The consents of a case.
pub async fn list(page: Case) -> Result<Response, Turned> {
    let consents = page.open.consents_given().await.map_err(|refused| page.refused(refused))?;
    let alarms = page.open.life_threats().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("consents-title"));
    let people = alarms.iter().flat_map(|kept| std::iter::once(kept.value.by()).chain(kept.value.seconded_by()));
    let people: BTreeSet<String> = people.map(|staff| staff.as_str().to_owned()).collect();
    let names = page.open.casework().names_of(&people).await.map_err(|refused| page.refused(refused))?;
    let template = ConsentsPage {
        lines: consents.iter().map(|kept| line(&page, &frame, kept)).collect(),
        alarms: alarms.iter().map(|kept| shown_alarm(&page, &frame, &names, kept)).collect(),
        can_write: page.open.may(Class::Meta, Action::Write),
        can_print: page.open.may(Class::Meta, Action::Print),
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

fn shown_alarm(
    page: &Case,
    frame: &Frame<'_>,
    names: &BTreeMap<String, (String, String)>,
    kept: &Kept<LifeThreat>,
) -> Alarm {
    let act = &kept.value;
    let name =
        |staff: &StaffId| names.get(staff.as_str()).map_or_else(|| frame.t("log-nobody"), |(name, _)| name.clone());
    let at = |below: &str| page.href(&format!("/life-threat/{}/{below}", kept.document.id));
    let hers = act.by().as_str() == page.signed.account.id;
    Alarm {
        day: frame.day(act.on()),
        recipient: recipient(frame, act.recipient()),
        classes: classes(frame, act.classes()),
        life: frame.code("endangered", act.endangered().name()),
        danger: act.danger().to_owned(),
        by: name(act.by()),
        second: act.seconded_by().map(name),
        second_at: (act.needs_second() && !hers).then(|| at("second")),
        told: act.told_on().map(|day| frame.day(day)),
        told_at: at("told"),
    }
}

fn line(page: &Case, frame: &Frame<'_>, kept: &Kept<Consent>) -> Line {
    let consent = &kept.value;
    let (from, to) = consent.days();
    let (language, explained) = consent.explained();
    let acts = &page.open.casework().law.acts;
    let basis = acts
        .iter()
        .find(|act| act.id == consent.legal_basis().act)
        .map(|act| page.call.words().name(&act.title).to_owned());
    Line {
        href: page.href(&format!("/consents/{}", kept.document.id)),
        purpose: frame.code("purpose", consent.purpose().name()),
        recipient: recipient(frame, consent.recipient()),
        classes: classes(frame, consent.classes()),
        state: consent.state_on(page.open.today()),
        days: (frame.day(from), frame.day(to)),
        how: format!(
            "{}{} · {} · {}",
            frame.code("consent-form", consent.form().name()),
            shown_by(page, consent.form()),
            frame.code("explained", explained.name()),
            frame.language(language)
        ),
        basis: basis.unwrap_or_default(),
        withdrawn_on: consent.withdrawal().map(|withdrawal| frame.day(withdrawal.withdrawn_at)),
        paper: Offer::of_all(page, Class::Meta, &format!("/consents/{}/paper", kept.document.id), language),
    }
}

/// What shows it: the paper, the witness or the guardian. For whoever may write on it; at the door it is enough that there is one.
fn shown_by(page: &Case, form: &Form) -> String {
    if !page.open.may(Class::Meta, Action::Write) {
        return String::new();
    }
    match form {
        Form::Written { paper } => format!(": {}", paper.as_str()),
        Form::OralWithWitness { witness } => format!(": {witness}"),
        Form::GuardianAndAssent { guardian, .. } => format!(": {guardian}"),
    }
}

/// A recipient in words.
pub fn recipient(frame: &Frame<'_>, recipient: &Recipient) -> String {
    format!("{} · {}", frame.code("recipient-kind", recipient.kind.name()), recipient.name)
}

/// Classes in words.
pub fn classes(frame: &Frame<'_>, classes: &BTreeSet<Class>) -> String {
    classes.iter().map(|class| frame.code("thing", class.name())).collect::<Vec<_>>().join(", ")
}

/// The form of a new consent.
pub async fn new(page: Case) -> Result<Response, Turned> {
    let form = form(&page).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, form))
}

async fn form(page: &Case) -> Result<FormPage, Refused> {
    let words = page.call.words();
    let child = page.open.giver().await? == Giver::Child;
    let law = page.open.law_on(page.open.today());
    let acts = law.law.acts.iter().map(|act| Choice {
        code: act.id.clone(),
        text: words.name(&act.title).to_owned(),
        chosen: false,
    });
    let forms = Form::NAMES.into_iter().filter(|name| !child || *name == "guardian_and_assent");
    let forms = choices(words, "consent-form", forms);
    let purposes = choices(words, "purpose", Purpose::ALL.iter().map(|purpose| purpose.name()));
    let explained = choices(words, "explained", Explained::ALL.iter().map(|explained| explained.name()));
    let mut fields = vec![
        Field::new(words, "purpose", "consent-purpose", Input::List(form_page::with_none(page, purposes))).needed(),
        kind_field(page),
        Field::new(words, "recipient", "consent-recipient", Input::Line).needed(),
        classes_field(page, "consent-classes", &GIVABLE),
        Field::new(words, "form", "consent-form", Input::One(forms)).needed(),
    ];
    if child {
        fields.extend([
            Field::new(words, "guardian", "consent-guardian", Input::Line).needed(),
            Field::new(
                words,
                "not_implicated",
                "consent-guardian-checked",
                form_page::tick(page, "consent-guardian-not-implicated"),
            ),
            Field::new(words, "assents", "consent-child", form_page::tick(page, "consent-child-assents")),
        ]);
    } else {
        fields.extend([
            Field::new(words, "paper", "consent-paper", Input::Line),
            Field::new(words, "witness", "consent-witness", Input::Line),
        ]);
    }
    fields.extend([
        Field::new(words, "language", "consent-language", form_page::spoken(page)).needed(),
        Field::new(words, "explained", "consent-explained", Input::List(explained)).needed(),
        Field::new(words, "act", "consent-act", Input::List(form_page::with_none(page, acts.collect()))).needed(),
        Field::new(words, "ends_on", "consent-ends-on", Input::Day),
    ]);
    let notes = vec![words.say("consent-costs-nothing")];
    Ok(FormPage { key: "consent-new", notes, fields, action: "/consents".to_owned(), back: BACK, version: None })
}

/// The field of the kind of a recipient.
pub fn kind_field(page: &Case) -> Field {
    let words = page.call.words();
    let kinds = choices(words, "recipient-kind", RecipientKind::ALL.iter().map(|kind| kind.name()));
    Field::new(words, "recipient_kind", "consent-recipient-kind", Input::List(form_page::with_none(page, kinds)))
        .needed()
}

/// The field of classes that may be given.
pub fn classes_field(page: &Case, key: &str, offered: &[Class]) -> Field {
    let words = page.call.words();
    Field::new(words, "classes", key, Input::Any(choices(words, "thing", offered.iter().map(|class| class.name()))))
        .needed()
}

/// Writes a consent down.
pub async fn give(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match giving(&sent) {
        Ok(giving) => page.open.give_consent(giving, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = form(&page).await.map_err(|refused| page.refused(refused))?;
    form_page::done(&page, done, "/consents", form, &sent)
}

fn giving(sent: &Sent) -> Result<Giving, Refused> {
    let form = match sent.text("form") {
        "written" => Form::Written {
            paper: EvidenceRef::parse(sent.text("paper")).ok_or(Refused::field("paper", "consent-no-paper"))?,
        },
        "oral_with_witness" => Form::OralWithWitness { witness: sent.text("witness").to_owned() },
        "guardian_and_assent" => Form::GuardianAndAssent {
            guardian: sent.text("guardian").to_owned(),
            guardian_not_implicated: sent.text("not_implicated") == "yes",
            child_assents: sent.text("assents") == "yes",
        },
        _ => return Err(Refused::field("form", "fault-not-offered")),
    };
    Ok(Giving {
        purpose: one(sent, "purpose", Purpose::parse)?,
        recipient: named(sent)?,
        classes: chosen(sent),
        act: sent.text("act").to_owned(),
        form,
        language: form_page::language(sent)?,
        explained: one(sent, "explained", Explained::parse)?,
        ends_on: maybe_day(sent, "ends_on")?,
    })
}

fn named(sent: &Sent) -> Result<Recipient, Refused> {
    let kind = one(sent, "recipient_kind", RecipientKind::parse)?;
    Ok(Recipient { kind, name: sent.text("recipient").to_owned() })
}

fn chosen(sent: &Sent) -> BTreeSet<Class> {
    sent.fields().all("classes").filter_map(Class::parse).filter(|class| GIVABLE.contains(class)).collect()
}

/// What somebody has already.
struct Holder {
    recipient: String,
    classes: String,
}

#[derive(Template)]
#[template(path = "casework/withdraw.html")]
struct WithdrawPage<'a> {
    frame: Frame<'a>,
    line: Line,
    holders: Vec<Holder>,
    back: String,
    case: String,
}

/// What follows if she takes a consent back, and the one button that does it.
pub async fn withdraw_form(page: Case, Path((_, _, id)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let kept = page.open.consent(&id).await.map_err(|refused| page.refused(refused))?;
    let withdrawn = page.open.withdrawal(&id).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("withdraw-title"));
    let holder = |request: &pana_casework::given::DeletionRequest| Holder {
        recipient: recipient(&frame, &request.recipient),
        classes: classes(&frame, &request.classes),
    };
    let template = WithdrawPage {
        line: line(&page, &frame, &kept),
        holders: withdrawn.requests.iter().map(holder).collect(),
        back: page.href("/consents"),
        case: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// She takes it back.
pub async fn withdraw(
    page: Case,
    Path((_, _, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    page.open.withdraw(&id, sent.save_id()).await.map_err(|refused| page.refused(refused))?;
    Ok(axum::response::Redirect::to(&page.href("/consents")).into_response())
}

fn given_form(page: &Case, id: &str, consent: &Consent) -> FormPage {
    let offered: Vec<Class> = consent.classes().iter().copied().collect();
    let frame = page.frame(String::new());
    FormPage {
        key: "given-new",
        notes: vec![recipient(&frame, consent.recipient())],
        fields: vec![classes_field(page, "given-classes", &offered)],
        action: format!("/consents/{id}/given"),
        back: BACK,
        version: None,
    }
}

/// The form that writes down what was given.
pub async fn given_new(page: Case, Path((_, _, id)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let kept = page.open.consent(&id).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, given_form(&page, &id, &kept.value)))
}

/// Writes down what was given.
pub async fn given(
    page: Case,
    Path((_, _, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let kept = page.open.consent(&id).await.map_err(|refused| page.refused(refused))?;
    let done = page.open.hand_over(&id, &chosen(&sent), sent.save_id()).await;
    form_page::done(&page, done, "/consents", given_form(&page, &id, &kept.value), &sent)
}

fn alarm_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let lives = choices(words, "endangered", Endangered::ALL.iter().map(|life| life.name()));
    FormPage {
        key: "alarm-new",
        notes: vec![words.say("alarm-no-consent")],
        fields: vec![
            Field::new(words, "endangered", "alarm-endangered", Input::One(lives)).needed(),
            Field::new(words, "danger", "alarm-danger", Input::Line).needed(),
            kind_field(page),
            Field::new(words, "recipient", "consent-recipient", Input::Line).needed(),
            classes_field(page, "alarm-classes", &GIVABLE),
            Field::new(words, "told_her", "alarm-told", form_page::tick(page, "alarm-told-her")),
        ],
        action: "/life-threat".to_owned(),
        back: BACK,
        version: None,
    }
}

/// The form of a threat to life.
pub async fn alarm_new(page: Case) -> Response {
    form_page::show(&page, alarm_form(&page))
}

/// Writes down what was told because a life was in danger.
pub async fn alarm(page: Case, sent: Sent) -> Result<Response, Turned> {
    let told = || -> Result<Told, Refused> {
        Ok(Told {
            endangered: one(&sent, "endangered", Endangered::parse)?,
            danger: sent.text("danger").to_owned(),
            recipient: named(&sent)?,
            classes: chosen(&sent),
            told_her: sent.text("told_her") == "yes",
        })
    };
    let done = match told() {
        Ok(told) => page.open.record_life_threat(told, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/consents", alarm_form(&page), &sent)
}

/// A second person stands by an act.
pub async fn second(
    page: Case,
    Path((_, _, act)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    page.open.second_life_threat(&act, sent.save_id()).await.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("/consents")).into_response())
}

/// She was told of it.
pub async fn told(
    page: Case,
    Path((_, _, act)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    page.open.told_of_life_threat(&act, sent.save_id()).await.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("/consents")).into_response())
}
