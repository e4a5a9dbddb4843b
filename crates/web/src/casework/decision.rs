//! Decisions on a case: identification, assessment, eligibility or a refusal with its path to appeal, the appeal; each with the law it
//! was made under, and with what of that law nobody has confirmed yet.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use pana_app::casework::Refused;
use pana_app::casework::decision::{Decisions, Found, Refusing, Ruling};
use pana_app::casework::kept::Kept;
use pana_casework::Class;
use pana_casework::confirmation::Confirmation;
use pana_casework::criterion::CriterionCode;
use pana_casework::decision::{BodyKind, EligibilityDecision, IdentificationDecision, IdentificationStatus, Outcome};
use pana_casework::eligibility::{Needs, RefusalReason, Shown, assess};
use pana_casework::law::Names;
use pana_casework::law_row::LawRow;
use pana_casework::policy::Action;
use pana_casework::version::Terms;

use super::form::{Field, Input, choices};
use super::form_page::{self, FormPage, day, maybe_day, one};
use super::frame::Frame;
use super::law::{self, rows_of};
use super::paper::Offer;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

const BACK: (&str, &str) = ("/decisions", "decisions-title");

/// A decision as the page shows it: what, by whom, when.
struct Identified {
    status: String,
    body: String,
    day: String,
    reference: Option<String>,
}

/// What the assessment shows of a criterion.
struct Criterion {
    name: String,
    shown: String,
}

/// A decision on services.
struct Decided {
    body: String,
    day: String,
    ground: Option<String>,
    refusal: Option<Refusal>,
    law: LawShown,
    paper: Option<Offer>,
}

/// A refusal.
struct Refusal {
    reason: String,
    basis: String,
    basis_verified: bool,
    appeal_body: String,
    appeal_how: String,
    appeal_by: Option<(String, i64)>,
}

/// The law that a decision was made under.
pub struct LawShown {
    /// Its edition.
    pub edition: String,
    /// The day whose law it is.
    pub on: String,
    /// What of it nobody has confirmed.
    pub unverified: Vec<String>,
    /// What of it the head confirmed before, with day and source.
    pub confirmed: Vec<String>,
}

/// An appeal.
struct Appealed {
    body: String,
    day: String,
    reference: Option<String>,
}

#[derive(Template)]
#[template(path = "casework/decisions.html")]
struct DecisionsPage<'a> {
    frame: Frame<'a>,
    identifications: Vec<Identified>,
    assessed_on: Option<String>,
    criteria: Vec<Criterion>,
    finding: Option<&'static str>,
    decided: Vec<Decided>,
    appeals: Vec<Appealed>,
    can_write: bool,
    can_appeal: bool,
    href: String,
}

/// What was decided.
pub async fn list(page: Case) -> Result<Response, Turned> {
    let decisions = page.open.decisions().await.map_err(|refused| page.refused(refused))?;
    let confirmations =
        page.open.casework().confirmations(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("decisions-title"));
    let Decisions { identifications, assessments, eligibilities, appeals } = decisions;
    let needs = assessments.last().map(|kept| &kept.value);
    let law = page.open.law_on(needs.map_or_else(|| page.open.today(), |needs| needs.assessed_on));
    let criterion = |needs: &Needs| {
        let row = |row: &pana_casework::dated::Dated<pana_casework::criterion::Criterion>| Criterion {
            name: named(&frame, &row.value.names),
            shown: frame.code("shown", needs.shown(&row.value.code).name()),
        };
        law.law.criteria.iter().map(row).collect::<Vec<_>>()
    };
    let can_write = page.open.may(Class::Legal, Action::Write);
    let refused_last = eligibilities.last().is_some_and(|kept| matches!(kept.value.outcome, Outcome::Refused(_)));
    let template = DecisionsPage {
        identifications: identifications.iter().rev().map(|kept| identified(&frame, &kept.value)).collect(),
        assessed_on: needs.map(|needs| frame.day(needs.assessed_on)),
        criteria: needs.map(criterion).unwrap_or_default(),
        finding: needs.map(|needs| assess(needs, &law).name()),
        decided: eligibilities.iter().rev().map(|kept| decided(&page, &frame, kept, &confirmations)).collect(),
        appeals: appeals
            .iter()
            .rev()
            .map(|kept| Appealed {
                body: kept.value.body.clone(),
                day: frame.day(kept.value.filed_on),
                reference: kept.value.reference.clone(),
            })
            .collect(),
        can_appeal: can_write && refused_last,
        can_write,
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// The name of a row of the law in the reader's language.
pub fn named(frame: &Frame<'_>, names: &Names) -> String {
    names.get(frame.lang()).or_else(|| names.values().next()).cloned().unwrap_or_default()
}

fn identified(frame: &Frame<'_>, decision: &IdentificationDecision) -> Identified {
    Identified {
        status: frame.code("identification-status", decision.status.name()),
        body: format!("{} ({})", decision.body, frame.code("body-kind", decision.body_kind.name())),
        day: frame.day(decision.decided_on),
        reference: decision.reference.clone(),
    }
}

fn decided(
    page: &Case,
    frame: &Frame<'_>,
    kept: &Kept<EligibilityDecision>,
    confirmations: &[Confirmation],
) -> Decided {
    let decision = &kept.value;
    let ground = match &decision.outcome {
        Outcome::Eligible { ground, .. } => {
            let row = decision.law.grounds.iter().find(|row| row.value.code == *ground);
            Some(row.map_or_else(|| ground.clone(), |row| named(frame, &row.value.names)))
        }
        Outcome::Refused(_) => None,
    };
    let refusal = match &decision.outcome {
        Outcome::Eligible { .. } => None,
        Outcome::Refused(refusal) => Some(Refusal {
            reason: frame.code("refusal-reason", refusal.reason().name()),
            basis: page.call.words().name(refusal.legal_basis().0).to_owned(),
            basis_verified: refusal.legal_basis().1,
            appeal_body: refusal.appeal().body.clone(),
            appeal_how: refusal.appeal().how.clone(),
            appeal_by: refusal
                .appeal_by()
                .zip(refusal.days_to_appeal(page.open.today()))
                .map(|(by, left)| (frame.day(by), left)),
        }),
    };
    Decided {
        body: decision.body.clone(),
        day: frame.day(decision.decided_on),
        ground,
        refusal,
        law: law_shown(frame, &decision.law, confirmations),
        paper: Offer::of_pages(page, Class::Legal, &format!("/decisions/{}/paper", kept.document.id)),
    }
}

/// The law that a decision or a clock keeps, with what of it nobody has confirmed. What the head confirmed by that day stands apart: it
/// is not verified by it, and a case that is older does not change.
pub fn law_shown(frame: &Frame<'_>, terms: &Terms, confirmations: &[Confirmation]) -> LawShown {
    let clock = &terms.clock;
    let on = terms.on;
    let open = [
        ("clock.base_months", clock.base_months.in_force(on).is_some_and(|row| row.verified)),
        ("clock.maximum_months", clock.maximum_months.in_force(on).is_some_and(|row| row.verified)),
        ("clock.warning_days", clock.warning_days.in_force(on).is_some_and(|row| row.verified)),
        ("clock.start", clock.start.in_force(on).is_some_and(|row| row.verified)),
        ("clock.re_entry", clock.re_entry.in_force(on).is_some_and(|row| row.verified)),
        ("clock.pause", clock.pause.in_force(on).is_some_and(|row| row.verified)),
        ("clock.extension_grounds", clock.extension_grounds.iter().all(|row| row.verified)),
        ("grounds", terms.grounds.iter().all(|row| row.verified)),
    ];
    let rows = rows_of(terms);
    let (mut unverified, mut confirmed) = (Vec::new(), Vec::new());
    for (key, _) in open.into_iter().filter(|(_, verified)| !verified) {
        let of_key: Vec<&LawRow> = rows.iter().filter(|row| row.key == key).collect();
        let by = |row: &&LawRow| confirmations.iter().rfind(|one| one.on <= terms.on && one.confirms(&terms.law, row));
        let found: Option<Vec<&Confirmation>> = of_key.iter().map(by).collect();
        match found.filter(|found| !found.is_empty()) {
            Some(found) => confirmed
                .extend(found.iter().map(|one| format!("{}: {}", law::name(frame, key), law::confirmed(frame, one)))),
            None => unverified.push(law::name(frame, key)),
        }
    }
    confirmed.dedup();
    let edition = format!("{} {}", terms.law.to_uppercase(), terms.edition);
    LawShown { edition, on: frame.day(terms.on), unverified, confirmed }
}

fn identification_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let kinds = choices(words, "body-kind", BodyKind::ALL.iter().map(|kind| kind.name()));
    let statuses =
        choices(words, "identification-status", IdentificationStatus::ALL.iter().map(|status| status.name()));
    let today = page.open.today().to_string();
    FormPage {
        key: "identification-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "status", "identification-status", Input::One(statuses)).needed(),
            Field::new(words, "body", "decision-body", Input::Line).needed(),
            Field::new(words, "body_kind", "decision-body-kind", Input::One(kinds)).needed(),
            Field::new(words, "on", "decision-on", Input::Day).with(&today).needed(),
            Field::new(words, "reference", "decision-reference", Input::Line),
        ],
        action: "/decisions/identification".to_owned(),
        back: BACK,
        version: None,
    }
}

/// The form of an identification decision.
pub async fn identification_new(page: Case) -> Response {
    form_page::show(&page, identification_form(&page))
}

/// Writes one down.
pub async fn identification(page: Case, sent: Sent) -> Result<Response, Turned> {
    let found = || -> Result<Found, Refused> {
        Ok(Found {
            body: sent.text("body").to_owned(),
            body_kind: one(&sent, "body_kind", BodyKind::parse)?,
            on: day(&sent, "on")?,
            status: one(&sent, "status", IdentificationStatus::parse)?,
            reference: filled(&sent, "reference"),
        })
    };
    let done = match found() {
        Ok(found) => page.open.identify(found, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/decisions", identification_form(&page), &sent)
}

fn filled(sent: &Sent, name: &str) -> Option<String> {
    Some(sent.text(name).to_owned()).filter(|text| !text.is_empty())
}

/// The names of the fields of an assessment, one for each criterion: fields of a page have names that live as long as the program.
const CRITERIA: [&str; 8] = [
    "criterion-1",
    "criterion-2",
    "criterion-3",
    "criterion-4",
    "criterion-5",
    "criterion-6",
    "criterion-7",
    "criterion-8",
];

fn criteria(page: &Case) -> Vec<(&'static str, CriterionCode, String)> {
    let law = page.open.law_on(page.open.today());
    let frame = page.frame(String::new());
    let rows = law.law.criteria.iter().map(|row| (row.value.code.clone(), named(&frame, &row.value.names)));
    CRITERIA.into_iter().zip(rows).map(|(name, (code, text))| (name, code, text)).collect()
}

fn assessment_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let shown = || choices(words, "shown", Shown::ALL.iter().map(|shown| shown.name()));
    let field = |(name, _, text): (&'static str, CriterionCode, String)| {
        let field = Field::new(words, name, "assessment-new", Input::One(shown()));
        Field { label: text, ..field }.with(Shown::NotAsked.name())
    };
    FormPage {
        key: "assessment-new",
        notes: vec![words.say("assessment-not-asked")],
        fields: criteria(page).into_iter().map(field).collect(),
        action: "/decisions/assessment".to_owned(),
        back: BACK,
        version: None,
    }
}

/// The form of an assessment.
pub async fn assessment_new(page: Case) -> Response {
    form_page::show(&page, assessment_form(&page))
}

/// Writes one down.
pub async fn assessment(page: Case, sent: Sent) -> Result<Response, Turned> {
    let answer = |(name, code, _): (&'static str, CriterionCode, String)| {
        (code, Shown::parse(sent.text(name)).unwrap_or(Shown::NotAsked))
    };
    let answers: BTreeMap<CriterionCode, Shown> = criteria(&page).into_iter().map(answer).collect();
    let done = page.open.assess(answers, sent.save_id()).await;
    form_page::done(&page, done, "/decisions", assessment_form(&page), &sent)
}

async fn ruling_form(page: &Case) -> Result<FormPage, Refused> {
    let words = page.call.words();
    let today = page.open.today();
    let law = page.open.law_on(today);
    let needs = page.open.decisions().await?.assessments.pop();
    // Where nobody assessed yet, every answer is missing.
    let finding = needs.map_or("open", |kept| assess(&kept.value, &law).name());
    let reasons = choices(words, "refusal-reason", law.law.refusal_reasons.iter().map(|row| row.value.name()));
    let outcomes = choices(words, "ruling", ["owed", "refused"]);
    let note =
        format!("{} {}", words.say("ruling-finding"), words.say(&format!("finding-{}", finding.replace('_', "-"))));
    Ok(FormPage {
        key: "ruling-new",
        notes: vec![note, words.say("ruling-never-asked")],
        fields: vec![
            Field::new(words, "outcome", "ruling-outcome", Input::One(outcomes)).needed(),
            Field::new(words, "body", "decision-body", Input::Line).needed(),
            Field::new(words, "on", "decision-on", Input::Day).with(&today.to_string()).needed(),
            Field::new(words, "reason", "ruling-reason", Input::List(form_page::with_none(page, reasons))),
            Field::new(words, "appeal_body", "ruling-appeal-body", Input::Line),
            Field::new(words, "appeal_how", "ruling-appeal-how", Input::Line),
            Field::new(words, "appeal_by", "ruling-appeal-by", Input::Day),
        ],
        action: "/decisions/eligibility".to_owned(),
        back: BACK,
        version: None,
    })
}

/// The form of a decision on services.
pub async fn ruling_new(page: Case) -> Result<Response, Turned> {
    let form = ruling_form(&page).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, form))
}

/// Writes one down.
pub async fn ruling(page: Case, sent: Sent) -> Result<Response, Turned> {
    let ruled = || -> Result<Ruling, Refused> {
        let refusal = match sent.text("outcome") {
            "owed" => None,
            "refused" => Some(Refusing {
                reason: one(&sent, "reason", RefusalReason::parse)?,
                appeal_body: sent.text("appeal_body").to_owned(),
                appeal_how: sent.text("appeal_how").to_owned(),
                appeal_by: maybe_day(&sent, "appeal_by")?,
            }),
            _ => return Err(Refused::field("outcome", "fault-not-offered")),
        };
        Ok(Ruling { body: sent.text("body").to_owned(), on: day(&sent, "on")?, refusal })
    };
    let done = match ruled() {
        Ok(ruling) => page.open.decide(ruling, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = ruling_form(&page).await.map_err(|refused| page.refused(refused))?;
    form_page::done(&page, done, "/decisions", form, &sent)
}

fn appeal_form(page: &Case) -> FormPage {
    let words = page.call.words();
    FormPage {
        key: "appeal-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "body", "appeal-body", Input::Line).needed(),
            Field::new(words, "on", "appeal-on", Input::Day).with(&page.open.today().to_string()).needed(),
            Field::new(words, "reference", "decision-reference", Input::Line),
        ],
        action: "/decisions/appeal".to_owned(),
        back: BACK,
        version: None,
    }
}

/// The form of an appeal.
pub async fn appeal_new(page: Case) -> Response {
    form_page::show(&page, appeal_form(&page))
}

/// Writes one down.
pub async fn appeal(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match day(&sent, "on") {
        Ok(on) => page.open.appeal(sent.text("body"), on, filled(&sent, "reference"), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/decisions", appeal_form(&page), &sent)
}
