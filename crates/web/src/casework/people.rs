//! People: accounts and centres for whoever keeps them, and the people of a centre for its head.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::account::Account;
use pana_app::casework::centre::Centre;
use pana_app::casework::enrol::Invited;
use pana_casework::policy::Role;

use super::form::{Choice, Field, Input, choices};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;

/// A line of the list.
struct Person {
    id: String,
    name: String,
    login: String,
    role: String,
    centre: String,
    state: String,
    can_change: bool,
}

#[derive(Template)]
#[template(path = "casework/people.html")]
struct PeoplePage<'a> {
    frame: Frame<'a>,
    people: Vec<Person>,
    centres: Vec<String>,
    fields: Vec<Field>,
    centre_fields: Vec<Field>,
    invitation: Option<String>,
}

/// All accounts.
pub async fn list(page: In) -> Result<Response, Turned> {
    people(&page, StatusCode::OK, None, None).await
}

async fn people(
    page: &In,
    status: StatusCode,
    invitation: Option<String>,
    fault: Option<(String, String)>,
) -> Result<Response, Turned> {
    let (words, casework) = (page.call.words(), &page.call.room.casework);
    let accounts = casework.accounts(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let centres = casework.centres(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(Part::People, words.say("room-nav-accounts"));
    let people = accounts.into_iter().map(|account| shown(page, &frame, &centres, account)).collect();
    let offered: Vec<Choice> =
        std::iter::once(Choice { code: String::new(), text: words.say("people-no-centre"), chosen: false })
            .chain(centres.iter().map(|centre| Choice {
                code: centre.id.clone(),
                text: centre.name.clone(),
                chosen: false,
            }))
            .collect();
    let fault = fault.as_ref();
    let roles =
        choices(words, "role", Role::ALL.iter().filter(|role| **role != Role::Survivor).map(|role| role.name()));
    let fields = vec![
        Field::new(words, "name", "people-name", Input::Line).needed().faulty(fault),
        Field::new(words, "login", "people-login", Input::Line).needed().faulty(fault),
        Field::new(words, "role", "people-role", Input::List(roles)).needed().faulty(fault),
        Field::new(words, "centre", "people-centre", Input::List(offered)).faulty(fault),
    ];
    let centre_fields = vec![
        Field::new(words, "centre_name", "people-centre-name", Input::Line).needed().faulty(fault),
        Field::new(words, "region", "people-region", Input::Line).needed().faulty(fault),
    ];
    let centres = centres.into_iter().map(|centre| centre.name).collect();
    let template = PeoplePage { frame, people, centres, fields, centre_fields, invitation };
    Ok((status, Html(template.render().unwrap_or_default())).into_response())
}

fn shown(page: &In, frame: &Frame<'_>, centres: &[Centre], account: Account) -> Person {
    let centre = centres.iter().find(|centre| Some(&centre.id) == account.centre_id.as_ref());
    Person {
        role: frame.code("role", &account.role),
        state: frame.code("account-state", &account.state),
        centre: centre.map(|centre| centre.name.clone()).unwrap_or_default(),
        can_change: account.state != "ended" && account.id != page.signed.account.id,
        id: account.id,
        name: account.name,
        login: account.login,
    }
}

/// A fault of a field in words.
fn worded(page: &In, refused: Refused) -> Result<(String, String), Turned> {
    match refused {
        Refused::Field { field, fault } => {
            let (key, number) = fault.split_once(':').unwrap_or((&fault, ""));
            Ok((field, page.call.words().tell(&format!("fault-{key}"), &[("number", number.into())])))
        }
        other => Err(page.refused(other)),
    }
}

/// Invites somebody; the code is shown once.
pub async fn invite(page: In, sent: Sent) -> Result<Response, Turned> {
    let centre = Some(sent.text("centre")).filter(|centre| !centre.is_empty());
    let role = Role::parse(sent.text("role")).ok_or(Refused::field("role", "not-offered"));
    let invited = match role {
        Ok(role) => {
            let invited = Invited { login: sent.text("login"), name: sent.text("name"), role, centre };
            page.call.room.casework.invite(&page.signed, &invited).await
        }
        Err(refused) => Err(refused),
    };
    match invited {
        Ok(code) => people(&page, StatusCode::OK, Some(code.to_string()), None).await,
        Err(refused) => {
            let fault = worded(&page, refused)?;
            people(&page, StatusCode::BAD_REQUEST, None, Some(fault)).await
        }
    }
}

/// Makes a centre.
pub async fn add_centre(page: In, sent: Sent) -> Result<Response, Turned> {
    let made = page.call.room.casework.add_centre(&page.signed, sent.text("centre_name"), sent.text("region")).await;
    match made {
        Ok(_) => Ok(Redirect::to(&page.call.href("/people")).into_response()),
        Err(refused) => {
            let (field, text) = worded(&page, refused)?;
            let field = if field == "name" { "centre_name".to_owned() } else { field };
            people(&page, StatusCode::BAD_REQUEST, None, Some((field, text))).await
        }
    }
}

#[derive(Template)]
#[template(path = "casework/person.html")]
struct PersonPage<'a> {
    frame: Frame<'a>,
    person: Person,
    sessions: usize,
    fault: Option<String>,
}

/// One account, and what can be done to it.
pub async fn one(page: In, Path((_, id)): Path<(String, String)>) -> Result<Response, Turned> {
    person(&page, &id, StatusCode::OK, None).await
}

async fn person(page: &In, id: &str, status: StatusCode, fault: Option<String>) -> Result<Response, Turned> {
    let casework = &page.call.room.casework;
    let accounts = casework.accounts(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let found = accounts.into_iter().find(|account| account.id == id && account.state != "ended");
    let account = found.ok_or_else(|| page.refused(Refused::NotFound))?;
    let sessions = casework.sessions_of(&account.id, &page.signed.moment).await;
    let sessions = sessions.map_err(|refused| page.refused(refused))?.len();
    let centres = casework.centres(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(Part::People, page.call.words().say("person-title"));
    let person = shown(page, &frame, &centres, account);
    let html = PersonPage { frame, person, sessions, fault }.render().unwrap_or_default();
    Ok((status, Html(html)).into_response())
}

/// Ends all sessions of somebody.
pub async fn sign_out(page: In, Path((_, id)): Path<(String, String)>, _sent: Sent) -> Result<Response, Turned> {
    let done = page.call.room.casework.sign_out(&page.signed, &id).await;
    done.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.call.href(&format!("/people/{id}"))).into_response())
}

/// Ends an account.
pub async fn end(page: In, Path((_, id)): Path<(String, String)>, _sent: Sent) -> Result<Response, Turned> {
    match page.call.room.casework.end_account(&page.signed, &id).await {
        Ok(()) => Ok(Redirect::to(&page.call.href("/people")).into_response()),
        Err(refused) => {
            let (_, fault) = worded(&page, refused)?;
            person(&page, &id, StatusCode::BAD_REQUEST, Some(fault)).await
        }
    }
}

/// Somebody of the centre.
struct Colleague {
    id: String,
    name: String,
    role: String,
    is_in: bool,
    has_joined: bool,
    /// The days on which she lately opened unusually many cases.
    many: Option<String>,
}

#[derive(Template)]
#[template(path = "casework/members.html")]
struct MembersPage<'a> {
    frame: Frame<'a>,
    colleagues: Vec<Colleague>,
}

/// The people of the centre.
pub async fn members(page: In) -> Result<Response, Turned> {
    let members = page.call.room.casework.members(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(Part::People, page.call.words().say("room-nav-people"));
    let mut many = std::collections::BTreeMap::new();
    for member in &members {
        let casework = &page.call.room.casework;
        let found = casework.many_cases_of(&member.account.id, &page.signed.moment).await;
        let days = found.map_err(|refused| page.refused(refused))?;
        if !days.is_empty() {
            let days: Vec<String> = days.iter().map(|at| frame.moment(at)).collect();
            many.insert(member.account.id.clone(), frame.t1("members-many", "days", &days.join("; ")));
        }
    }
    let colleague = |member: pana_app::casework::centre::Member| Colleague {
        role: frame.code("role", &member.account.role),
        has_joined: member.account.state == "active",
        is_in: member.is_in || !member.needs_keys,
        many: many.get(&member.account.id).cloned(),
        id: member.account.id,
        name: member.account.name,
    };
    let template = MembersPage { colleagues: members.into_iter().map(colleague).collect(), frame };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// Lets a colleague in.
pub async fn let_in(page: In, Path((_, id)): Path<(String, String)>, _sent: Sent) -> Result<Response, Turned> {
    let done = page.call.room.casework.let_in(&page.signed, &id).await;
    done.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.call.href("/centre/people")).into_response())
}
