//! The plan of a case: goals in her words, the guaranteed services, signatures; each service given; planned against delivered; and the
//! proof of days for whoever pays per day.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use pana_app::casework::Refused;
use pana_app::casework::plan::{Giving, Planned, Planning};
use pana_casework::Class;
use pana_casework::calendar::months_after;
use pana_casework::intake::Fields;
use pana_casework::plan::{Every, PlannedService, Signer};
use pana_casework::policy::Action;
use pana_casework::service::{ServiceCode, Unit};

use super::decision::named;
use super::form::{Choice, Field, Input, choices};
use super::form_page::{self, FormPage, day, one, version};
use super::frame::Frame;
use super::paper::Offer;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

/// Months for which a plan is made where nobody says otherwise: the review comes with it.
const PLAN_MONTHS: u32 = 6;

/// Planned against delivered.
struct Line {
    name: String,
    planned: u32,
    delivered: u32,
    days: u32,
    most: u32,
}

/// A service of the plan.
struct Service {
    name: String,
    who: String,
    times: String,
}

/// A service that was given.
struct Given {
    day: String,
    name: String,
    amount: String,
    note: Option<String>,
}

#[derive(Template)]
#[template(path = "casework/plan.html")]
struct PlanPage<'a> {
    frame: Frame<'a>,
    made: Option<(String, String)>,
    goals: Vec<(String, String)>,
    services: Vec<Service>,
    signed: Vec<(String, String)>,
    signers: Vec<Choice>,
    lines: Vec<Line>,
    given: Vec<Given>,
    version: i64,
    can_write: bool,
    can_print: bool,
    paper: Option<Offer>,
    href: String,
}

/// The name of a kind of service.
pub fn name_of(page: &Case, frame: &Frame<'_>, code: &ServiceCode) -> String {
    let rows = &page.open.casework().law.services;
    let row = rows.iter().rev().find(|row| row.value.code == *code);
    row.map_or_else(|| code.as_str().to_owned(), |row| named(frame, &row.value.names))
}

fn lines(page: &Case, frame: &Frame<'_>, planned: &Planned, from: Date, to: Date) -> Vec<Line> {
    let guaranteed = page.open.casework().law.guaranteed(to);
    let lines = planned.lines(&guaranteed, from, to);
    let most = lines.iter().map(|line| line.planned.max(line.delivered)).max().unwrap_or(0).max(1);
    let line = |line: pana_casework::plan::Line| Line {
        name: name_of(page, frame, &line.kind),
        planned: line.planned,
        delivered: line.delivered,
        days: line.days,
        most,
    };
    lines.into_iter().map(line).collect()
}

/// The plan, and what was given of it.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let planned = page.open.planned().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("plan-title"));
    let today = page.open.today();
    let plan = planned.plan.as_ref().map(|kept| &kept.value);
    let first = planned.delivered.iter().map(|kept| kept.value.on).min();
    let from = plan.map(|plan| plan.made_on).into_iter().chain(first).min().unwrap_or(today);
    let service = |service: &PlannedService| Service {
        name: name_of(&page, &frame, &service.kind),
        who: service.who.clone(),
        times: format!("{} · {}", service.times, frame.code("every", service.every.name())),
    };
    let mut given: Vec<_> = planned.delivered.iter().collect();
    given.sort_by_key(|kept| std::cmp::Reverse(kept.value.on));
    let one = |kept: &&pana_app::casework::kept::Kept<pana_casework::service::Delivered>| Given {
        day: frame.day(kept.value.on),
        name: name_of(&page, &frame, &kept.value.kind),
        amount: amount(&frame, kept.value.amount.hundredths, kept.value.amount.unit),
        note: kept.value.note.clone(),
    };
    let unsigned = Signer::ALL.iter().filter(|signer| plan.is_some_and(|plan| !plan.is_signed_by(**signer)));
    let template = PlanPage {
        made: plan.map(|plan| (frame.day(plan.made_on), frame.day(plan.planned_end_date))),
        goals: plan
            .map(|plan| {
                let goal = |goal: &pana_casework::plan::Goal| {
                    (goal.words.clone(), frame.code("progress", goal.progress.name()))
                };
                plan.objectives.iter().map(goal).collect()
            })
            .unwrap_or_default(),
        services: plan.map(|plan| plan.services.iter().map(service).collect()).unwrap_or_default(),
        signed: plan
            .map(|plan| {
                let signed =
                    |one: &pana_casework::plan::Signature| (frame.code("signer", one.signer.name()), frame.day(one.on));
                plan.signed.iter().map(signed).collect()
            })
            .unwrap_or_default(),
        signers: choices(page.call.words(), "signer", unsigned.map(|signer| signer.name())),
        lines: lines(&page, &frame, &planned, from, today),
        given: given.iter().take(20).map(one).collect(),
        version: planned.plan.as_ref().map(|kept| kept.document.version).unwrap_or_default(),
        can_write: page.open.may(Class::Services, Action::Write),
        can_print: page.open.may(Class::Services, Action::Print),
        paper: plan.and_then(|_| Offer::of_pages(&page, Class::Services, "/plan/paper")),
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// An amount in words: «1 hour», «2.5 hours».
pub fn amount(frame: &Frame<'_>, hundredths: u32, unit: Unit) -> String {
    let key = format!("amount-{}", unit.name());
    if hundredths.is_multiple_of(100) {
        return frame.ti(&key, "count", &i64::from(hundredths / 100));
    }
    let number = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    frame.t1(&format!("{key}-part"), "number", number.trim_end_matches('0'))
}

fn kinds(page: &Case) -> Vec<Choice> {
    let frame = page.frame(String::new());
    let law = page.open.law_on(page.open.today());
    let mut rows: Vec<_> = law.law.services.iter().map(|row| &row.value).collect();
    rows.sort_by_key(|kind| kind.order);
    let choice = |kind: &&pana_casework::service::ServiceKind| Choice {
        code: kind.code.as_str().to_owned(),
        text: named(&frame, &kind.names),
        chosen: false,
    };
    rows.iter().map(choice).collect()
}

fn plan_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let every = choices(words, "every", Every::ALL.iter().map(|every| every.name()));
    let today = page.open.today();
    FormPage {
        key: "plan-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "goals", "plan-goals", Input::Text).needed(),
            Field::new(words, "language", "plan-language", form_page::spoken(page)).needed(),
            Field::new(words, "services", "plan-services", Input::Any(kinds(page))).needed(),
            Field::new(words, "who", "plan-who", Input::Line).needed(),
            Field::new(words, "times", "plan-times", Input::Number).with("1").needed(),
            Field::new(words, "every", "plan-every", Input::List(every)).with(Every::Week.name()),
            Field::new(words, "from", "plan-from", Input::Day).with(&today.to_string()).needed(),
            Field::new(words, "until", "plan-until", Input::Day)
                .with(&months_after(today, PLAN_MONTHS).to_string())
                .needed(),
        ],
        action: "/plan".to_owned(),
        back: ("/plan", "plan-title"),
        version: None,
    }
}

/// The form of a plan.
pub async fn new(page: Case) -> Response {
    form_page::show(&page, plan_form(&page))
}

/// Makes it.
pub async fn make(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match planning(&sent) {
        Ok(planning) => page.open.make_plan(planning, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/plan", plan_form(&page), &sent)
}

fn planning(sent: &Sent) -> Result<Planning, Refused> {
    let (from, until) = (day(sent, "from")?, day(sent, "until")?);
    let every = one(sent, "every", Every::parse)?;
    let service = |kind: &str| {
        Some(PlannedService {
            kind: ServiceCode::parse(kind)?,
            who: sent.text("who").to_owned(),
            from,
            to: until,
            times: sent.text("times").parse().unwrap_or_default(),
            every,
        })
    };
    Ok(Planning {
        goals: sent.text("goals").lines().map(str::to_owned).collect(),
        language: form_page::language(sent)?,
        services: sent.fields().all("services").filter_map(service).collect(),
        until,
    })
}

/// Somebody signs.
pub async fn sign(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match one(&sent, "signer", Signer::parse) {
        Ok(signer) => page.open.sign_plan(signer, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    done.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("/plan")).into_response())
}

fn service_form(page: &Case) -> FormPage {
    let words = page.call.words();
    let units = choices(words, "unit", Unit::ALL.iter().map(|unit| unit.name()));
    FormPage {
        key: "service-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "kind", "service-kind", Input::One(kinds(page))).needed(),
            Field::new(words, "on", "service-on", Input::Day).with(&page.open.today().to_string()).needed(),
            Field::new(words, "amount", "service-amount", Input::Number).with("1").needed(),
            Field::new(words, "unit", "service-unit", Input::List(units)).with(Unit::Hour.name()),
            Field::new(words, "note", "service-note", Input::Line),
        ],
        action: "/services".to_owned(),
        back: if page.open.may(Class::Services, Action::Read) {
            ("/plan", "plan-title")
        } else {
            ("/services/own", "own-services-title")
        },
        version: None,
    }
}

/// The form of a service that was given.
pub async fn service_new(page: Case) -> Response {
    form_page::show(&page, service_form(&page))
}

/// Writes it down.
pub async fn service(page: Case, sent: Sent) -> Result<Response, Turned> {
    let giving = || -> Result<Giving, Refused> {
        Ok(Giving {
            kind: one(&sent, "kind", ServiceCode::parse)?,
            on: day(&sent, "on")?,
            hundredths: hundredths(sent.text("amount"))
                .ok_or_else(|| Refused::field("amount", "delivery-refusal-no-amount"))?,
            unit: one(&sent, "unit", Unit::parse)?,
            note: sent.text("note").to_owned(),
        })
    };
    let done = match giving() {
        Ok(giving) => page.open.log_service(giving, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let to = if page.open.may(Class::Services, Action::Read) { "/plan" } else { "/services/own" };
    form_page::done(&page, done, to, service_form(&page), &sent)
}

/// `1`, `1.5` and `1,5` in hundredths.
fn hundredths(text: &str) -> Option<u32> {
    let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if rest.len() > 2 || !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let rest: u32 = format!("{rest:0<2}").parse().ok()?;
    whole.checked_mul(100)?.checked_add(rest)
}

#[derive(Template)]
#[template(path = "casework/days.html")]
struct DaysPage<'a> {
    frame: Frame<'a>,
    from: Date,
    to: Date,
    span: (String, String),
    days: Vec<String>,
    count: usize,
    lines: Vec<Line>,
    href: String,
}

/// The proof of service days of a span; printing it is a right of its own (R17).
pub async fn days(page: Case, RawQuery(query): RawQuery) -> Result<Response, Turned> {
    let planned = page.open.planned().await.map_err(|refused| page.refused(refused))?;
    let pairs: Vec<(String, String)> = pairs_of(query.as_deref().unwrap_or_default());
    let fields = Fields::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let today = page.open.today();
    let asked = |name: &str| fields.one(name).and_then(|text| text.parse::<Date>().ok());
    let from = asked("from").unwrap_or_else(|| today.first_of_month());
    let to = asked("to").unwrap_or(today);
    let frame = page.frame(page.call.words().say("days-title"));
    let days = planned.days(from, to);
    let template = DaysPage {
        span: (frame.day(from), frame.day(to)),
        count: days.len(),
        days: days.into_iter().map(|day| frame.day(day)).collect(),
        lines: lines(&page, &frame, &planned, from, to),
        from,
        to,
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// Names and values of a query in which nothing but days is asked: they need no decoding.
fn pairs_of(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}
