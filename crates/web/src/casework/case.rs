//! One case: what stands in it for whoever looks, and who is on its team.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_casework::Class;
use pana_casework::intake::opening::Start;
use pana_casework::policy::{Action, Relation, Role};

use super::cases::start;
use super::due::{Due, due};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

/// A compartment of the case, as far as she may know of it.
struct Compartment {
    name: String,
    about: String,
    count: usize,
    can_read: bool,
    can_write: bool,
    /// Its page, where there is one and she may read it.
    href: Option<String>,
    /// Whom to ask about it, where she may not read it and there is something.
    ask: Option<String>,
}

/// The page of a compartment for whoever reads it. Plan and clock have ways of their own.
fn page_of(class: Class) -> Option<&'static str> {
    match class {
        Class::Identity => Some("/identity"),
        Class::Place => Some("/place"),
        Class::Status => Some("/residence"),
        Class::Screening => Some("/screenings"),
        Class::Story => Some("/story"),
        Class::Health => Some("/health"),
        Class::Employment => Some("/work"),
        Class::Criminal => Some("/proceedings"),
        _ => None,
    }
}

#[derive(Template)]
#[template(path = "casework/case.html")]
struct CasePage<'a> {
    frame: Frame<'a>,
    start: Option<Start>,
    age_group: String,
    language: String,
    opened: String,
    source: String,
    due: Due,
    compartments: Vec<Compartment>,
    relation: String,
    purpose: String,
    can_grant: bool,
    can_emergency: bool,
    can_print: bool,
    can_close: bool,
    is_closed: bool,
    is_own: bool,
    href: String,
}

/// Of each compartment that holds something and that she may not read: who of the team may.
async fn readers(page: &Case, existing: &BTreeMap<Class, usize>) -> Result<BTreeMap<Class, Vec<String>>, Refused> {
    let mut found = BTreeMap::new();
    let told = !matches!(page.open.relation, Relation::Own);
    for (&class, _) in existing.iter().filter(|(_, count)| told && **count > 0) {
        if !page.open.may(class, Action::Read) {
            let readers = page.open.readers(class).await?;
            found.insert(class, readers.into_iter().map(|account| account.name).collect());
        }
    }
    Ok(found)
}

/// The case.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let found = start(&page.open).await.map_err(|refused| page.refused(refused))?;
    let existing = page.open.existing().await.map_err(|refused| page.refused(refused))?;
    let title = page.call.words().say("case-title");
    let frame = page.frame(title);
    let due = due(&page, &frame).await.map_err(|refused| page.refused(refused))?;
    let asked = readers(&page, &existing).await.map_err(|refused| page.refused(refused))?;
    let ask = |class: &Class| {
        let names = asked.get(class)?;
        Some(if names.is_empty() {
            frame.t("case-ask-nobody")
        } else {
            frame.t1("case-ask", "names", &names.join(", "))
        })
    };
    let compartment = |&class: &Class| {
        let (can_read, can_write) = (page.open.may(class, Action::Read), page.open.may(class, Action::Write));
        let own = class == Class::Services && page.open.may(class, Action::ReadOwn);
        let way = if can_read { page_of(class) } else { own.then_some("/services/own") };
        let known = can_read || can_write || page.open.may(class, Action::Exists);
        (known && class != Class::Meta).then(|| Compartment {
            name: frame.code("thing", class.name()),
            about: frame.code("thing-about", class.name()),
            count: existing.get(&class).copied().unwrap_or_default(),
            can_read,
            can_write,
            href: way.map(|below| page.href(below)),
            ask: ask(&class),
        })
    };
    let template = CasePage {
        age_group: found.as_ref().map(|start| frame.t(&start.age_group.key())).unwrap_or_default(),
        language: found.as_ref().map(|start| frame.language(&start.language)).unwrap_or_default(),
        opened: found.as_ref().map(|start| frame.day(start.opened_on)).unwrap_or_default(),
        source: found.as_ref().and_then(|start| start.source).map(|source| frame.t(&source.key())).unwrap_or_default(),
        start: found,
        due,
        compartments: Class::ALL.iter().filter_map(compartment).collect(),
        relation: frame.code("relation", page.open.relation.name()),
        purpose: frame.code("purpose", page.open.purpose().name()),
        can_grant: page.open.may(Class::Meta, Action::Grant),
        can_emergency: page.signed.role == Role::Head,
        can_print: page.open.may(Class::Meta, Action::Print),
        can_close: page.open.may(Class::Meta, Action::Write) && page.open.relation != Relation::Own,
        is_closed: page.open.is_closed(),
        is_own: page.open.relation == Relation::Own,
        href: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// Somebody on the team, or who could be.
struct Member {
    id: String,
    name: String,
    role: String,
    is_self: bool,
    can_run: bool,
    /// Whether she holds the case whole.
    runs: bool,
}

#[derive(Template)]
#[template(path = "casework/team.html")]
struct TeamPage<'a> {
    frame: Frame<'a>,
    team: Vec<Member>,
    candidates: Vec<Member>,
    /// Whether she can hand the case over; one that nobody runs is handed over in any case.
    can_hand_over: bool,
    /// What is said of a case that nobody runs.
    unrun: Option<String>,
    fault: Option<String>,
    href: String,
}

/// The team.
pub async fn team(page: Case) -> Result<Response, Turned> {
    team_page(&page, StatusCode::OK, None).await.map_err(|refused| page.refused(refused))
}

async fn team_page(page: &Case, status: StatusCode, fault: Option<String>) -> Result<Response, Refused> {
    let (team, candidates) = (page.open.team().await?, page.open.candidates().await?);
    let (is_whole, is_unrun) = (page.open.is_whole().await?, page.open.is_unrun().await?);
    let runners = page.open.runners().await?;
    let frame = page.frame(page.call.words().say("team-title"));
    let member = |account: pana_app::casework::account::Account| Member {
        role: frame.code("role", &account.role),
        is_self: account.id == page.signed.account.id,
        can_run: matches!(Role::parse(&account.role), Some(Role::CaseWorker | Role::Head)),
        runs: runners.iter().any(|runner| runner.id == account.id),
        id: account.id,
        name: account.name,
    };
    let template = TeamPage {
        team: team.into_iter().map(member).collect(),
        candidates: candidates.into_iter().map(member).collect(),
        can_hand_over: is_whole && !is_unrun,
        unrun: is_unrun.then(|| frame.t(if is_whole { "team-unrun" } else { "team-unkept" })),
        fault,
        href: page.href(""),
        frame,
    };
    Ok((status, Html(template.render().unwrap_or_default())).into_response())
}

/// What became of a change of the team: the page again, with what stands in the way where something does.
async fn changed(page: &Case, done: Result<(), Refused>) -> Result<Response, Turned> {
    match done {
        Ok(()) => Ok(Redirect::to(&page.href("/team")).into_response()),
        Err(Refused::Field { fault, .. }) => {
            let said = page.call.words().say(&format!("fault-{fault}"));
            let again = team_page(page, StatusCode::BAD_REQUEST, Some(said)).await;
            again.map_err(|refused| page.refused(refused))
        }
        Err(refused) => Err(page.refused(refused)),
    }
}

/// Hands the case over to somebody of its team.
pub async fn hand_over(
    page: Case,
    Path((_, _, account)): Path<(String, String, String)>,
    _sent: Sent,
) -> Result<Response, Turned> {
    let done = page.open.hand_case_over(&account).await;
    changed(&page, done).await
}

/// Lets a colleague in.
pub async fn let_in(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = page.open.let_in(sent.text("account"), sent.text("whole") == "yes").await;
    changed(&page, done).await
}

/// Takes a colleague's keys away.
pub async fn let_go(
    page: Case,
    Path((_, _, account)): Path<(String, String, String)>,
    _sent: Sent,
) -> Result<Response, Turned> {
    let done = page.open.let_go(&account).await;
    changed(&page, done).await
}
