//! Referrals of a case: who was asked for what, the answer, who is asked next, and that she was seen there (R10).

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use pana_app::casework::Refused;
use pana_app::casework::consent::GIVABLE;
use pana_app::casework::kept::Kept;
use pana_app::casework::referral::Referring;
use pana_casework::Class;
use pana_casework::policy::Action;
use pana_casework::recipient::{Recipient, RecipientKind};
use pana_casework::referral::{Answer, Answered, Asked, Need, Reason, Referral, State};
use pana_text::Arg;

use super::consent::{classes_field, kind_field, recipient};
use super::entries::{Card, EntriesPage, Group, Way};
use super::form::{Choice, Field, Input, choices};
use super::form_page::{self, FormPage, day, one, version, with_none};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

const BACK: (&str, &str) = ("/referrals", "referrals-title");
/// The choice that nothing about her is given.
const NOTHING: &str = "nothing";
/// The choice that they help.
const ACCEPTED: &str = "accepted";

/// How a referral stands, in words.
pub fn state(frame: &Frame<'_>, state: State) -> String {
    let day = match state {
        State::Open { due } => due,
        State::TimedOut { due, .. } => Some(due),
        State::Accepted { on } | State::Seen { on } => Some(on),
        State::Refused { .. } => None,
    };
    let said = frame.code("referral-state", state.name());
    day.map_or(said.clone(), |day| format!("{said}: {}", frame.day(day)))
}

fn asked(frame: &Frame<'_>, asked: &Asked) -> (String, String) {
    let answer = asked.answer.as_ref().map(|answer: &Answered| match answer.what {
        Answer::Accepted => format!("{} ({})", frame.t("referral-yes"), frame.day(answer.on)),
        Answer::Refused { reason } => format!("{} ({})", frame.t(&reason.key()), frame.day(answer.on)),
    });
    let to = format!("{} · {}", recipient(frame, &asked.recipient), frame.day(asked.on));
    (frame.t(&asked.level.key()), answer.map_or(to.clone(), |answer| format!("{to} → {answer}")))
}

/// A referral in lines; its need is the title.
pub fn lines(frame: &Frame<'_>, referral: &Referral) -> Vec<(String, String)> {
    let given = if referral.consent().is_some() { "referral-given-consent" } else { "referral-given-nothing" };
    let lines = referral.asked().map(|one| asked(frame, one));
    lines.chain([(frame.t("referral-given"), frame.t(given))]).collect()
}

/// The referrals.
pub async fn list(page: Case) -> Result<Response, Turned> {
    let referrals = page.open.referrals().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("referrals-title"));
    let can_write = page.open.may(Class::Services, Action::Write);
    let card = |kept: &Kept<Referral>| {
        let (title, now) = (frame.t(&kept.value.need().key()), kept.value.state(page.open.today()));
        let way = |below: &str, key: &str| Way {
            href: page.href(&format!("/referrals/{}/{below}", kept.document.id)),
            text: frame.t(key),
            of: title.clone(),
        };
        let further = || now.next().map(|level| way("further", &format!("referral-ask-{}", level.name())));
        let ways = match now {
            State::Open { .. } => vec![way("answer", "referral-answer")],
            State::TimedOut { .. } => {
                [Some(way("answer", "referral-answer")), further()].into_iter().flatten().collect()
            }
            State::Refused { .. } => further().into_iter().collect(),
            State::Accepted { .. } => vec![way("seen", "referral-seen")],
            State::Seen { .. } => Vec::new(),
        };
        Card {
            tag: Some(state(&frame, now)),
            lines: lines(&frame, &kept.value),
            ways: if can_write { ways } else { Vec::new() },
            title,
            ..Card::default()
        }
    };
    let cards = referrals.iter().map(card).collect();
    let new = Way { href: page.href("/referrals/new"), text: frame.t("referral-new"), of: String::new() };
    let page = EntriesPage {
        lead: frame.t("referrals-lead"),
        notices: Vec::new(),
        acts: if can_write { vec![new] } else { Vec::new() },
        groups: vec![Group { heading: frame.t("referrals-all"), none: Some(frame.t("referrals-none")), cards }],
        case: page.href(""),
        frame,
    };
    Ok(page.answer())
}

fn new_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let frame = page.frame(String::new());
    let needs = choices(words, "referral-need", Need::ALL.iter().map(|need| need.name()));
    let nothing = Choice { code: NOTHING.to_owned(), text: words.say("referral-given-nothing"), chosen: true };
    let under = page.open.consents_in_force().map(|consent| {
        let parts = [
            ("recipient", Arg::from(recipient(&frame, consent.recipient()))),
            ("purpose", Arg::from(frame.code("purpose", consent.purpose().name()))),
        ];
        Choice { code: consent.id().as_str().to_owned(), text: frame.tell("referral-under", &parts), chosen: false }
    });
    let under: Vec<Choice> = std::iter::once(nothing).chain(under).collect();
    let has_consents = under.len() > 1;
    let mut fields = vec![
        Field::new(words, "need", "referral-what", Input::List(with_none(page, needs))).needed(),
        Field::new(words, "under", "referral-given", Input::One(under)).needed(),
        Field { needed: false, ..kind_field(page) },
        Field::new(words, "recipient", "referral-recipient", Input::Line),
    ];
    if has_consents {
        fields.push(Field { needed: false, ..classes_field(page, "referral-classes", &GIVABLE) });
    }
    FormPage {
        key: "referral-new",
        notes: Vec::new(),
        fields,
        action: "/referrals".to_owned(),
        back: BACK,
        version: None,
    }
}

fn named(sent: &Sent, kind: RecipientKind) -> Recipient {
    Recipient { kind, name: sent.text("recipient").to_owned() }
}

fn referring(sent: &Sent) -> Result<Referring, Refused> {
    let need = one(sent, "need", Need::parse)?;
    if sent.text("under") == NOTHING {
        let kind = one(sent, "recipient_kind", RecipientKind::parse)?;
        return Ok(Referring { need, recipient: Some(named(sent, kind)), under: None });
    }
    let classes: BTreeSet<Class> = sent.fields().all("classes").filter_map(Class::parse).collect();
    Ok(Referring { need, recipient: None, under: Some((sent.text("under").to_owned(), classes)) })
}

/// The form of a referral.
pub async fn new(page: Case) -> Response {
    form_page::show(&page, new_form(&page))
}

/// Asks somebody.
pub async fn refer(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match referring(&sent) {
        Ok(referring) => page.open.refer(referring, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/referrals", new_form(&page), &sent)
}

/// Language, case, referral.
type Named = Path<(String, String, String)>;

/// A form of a referral: its fields, and what it shows of the referral.
async fn form(page: &Case, id: &str, key: &'static str, below: &str, fields: Vec<Field>) -> Result<FormPage, Turned> {
    let kept = page.open.referral(id).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(String::new());
    let now = state(&frame, kept.value.state(page.open.today()));
    let about = format!("{} · {now}", frame.t(&kept.value.need().key()));
    let version = Some(kept.document.version);
    let action = format!("/referrals/{id}/{below}");
    Ok(FormPage { key, notes: vec![about], fields, action, back: BACK, version })
}

fn answer_fields(page: &Case) -> Vec<Field> {
    let words = page.call.words();
    let yes = Choice { code: ACCEPTED.to_owned(), text: words.say("referral-yes"), chosen: false };
    let mut answers = vec![yes];
    answers.extend(choices(words, "referral-no", Reason::ALL.iter().map(|reason| reason.name())));
    vec![
        Field::new(words, "answer", "referral-what-answer", Input::One(answers)).needed(),
        Field::new(words, "on", "referral-on", Input::Day).with(&page.open.today().to_string()).needed(),
    ]
}

/// The form of an answer.
pub async fn answer_new(page: Case, Path((_, _, id)): Named) -> Result<Response, Turned> {
    let form = form(&page, &id, "referral-answer", "answer", answer_fields(&page)).await?;
    Ok(form_page::show(&page, form))
}

/// Writes the answer down.
pub async fn answer(page: Case, Path((_, _, id)): Named, sent: Sent) -> Result<Response, Turned> {
    let form = form(&page, &id, "referral-answer", "answer", answer_fields(&page)).await?;
    let parse = |code: &str| match code {
        ACCEPTED => Some(Answer::Accepted),
        code => Reason::parse(code).map(|reason| Answer::Refused { reason }),
    };
    let asked = || -> Result<_, Refused> { Ok((one(&sent, "answer", parse)?, day(&sent, "on")?)) };
    let done = match asked() {
        Ok(answer) => page.open.answer_referral(&id, answer, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/referrals", FormPage { version: Some(version(&sent)), ..form }, &sent)
}

fn further_fields(page: &Case) -> Vec<Field> {
    vec![kind_field(page), Field::new(page.call.words(), "recipient", "referral-recipient", Input::Line).needed()]
}

/// The form that asks the next level.
pub async fn further_new(page: Case, Path((_, _, id)): Named) -> Result<Response, Turned> {
    let form = form(&page, &id, "referral-further", "further", further_fields(&page)).await?;
    Ok(form_page::show(&page, form))
}

/// Asks the next level.
pub async fn further(page: Case, Path((_, _, id)): Named, sent: Sent) -> Result<Response, Turned> {
    let form = form(&page, &id, "referral-further", "further", further_fields(&page)).await?;
    let done = match one(&sent, "recipient_kind", RecipientKind::parse) {
        Ok(kind) => page.open.escalate_referral(&id, named(&sent, kind), version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/referrals", FormPage { version: Some(version(&sent)), ..form }, &sent)
}

fn seen_fields(page: &Case) -> Vec<Field> {
    let today = page.open.today().to_string();
    vec![Field::new(page.call.words(), "on", "referral-seen-on", Input::Day).with(&today).needed()]
}

/// The form that she was seen.
pub async fn seen_new(page: Case, Path((_, _, id)): Named) -> Result<Response, Turned> {
    let form = form(&page, &id, "referral-seen", "seen", seen_fields(&page)).await?;
    Ok(form_page::show(&page, form))
}

/// Writes down that she was seen.
pub async fn seen(page: Case, Path((_, _, id)): Named, sent: Sent) -> Result<Response, Turned> {
    let form = form(&page, &id, "referral-seen", "seen", seen_fields(&page)).await?;
    let done = match day(&sent, "on") {
        Ok(on) => page.open.seen_at_referral(&id, on, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/referrals", FormPage { version: Some(version(&sent)), ..form }, &sent)
}
