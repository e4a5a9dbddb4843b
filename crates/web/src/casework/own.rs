//! Her own view: a neutral page that takes a code, and what is written about her behind it. Leaving is one press away on every page of
//! it, and nothing of it stays in the browser.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use pana_app::casework::document::Document;
use pana_app::casework::session::IDLE;
use pana_app::casework::{Open, Refused};
use pana_casework::policy::{Action, Role};
use pana_casework::{Class, Kind};

use super::call::Call;
use super::cookie;
use super::correction::own_case;
use super::form::{Field, Input};
use super::frame::{Frame, Part};
use super::log;
use super::own_consent;
use super::own_words;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::{Case, In};

#[derive(Template)]
#[template(path = "casework/own_code.html")]
struct CodePage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    fault: Option<String>,
}

/// The neutral page.
pub async fn ask(call: Call) -> Response {
    code_page(&call, StatusCode::OK, None)
}

fn code_page(call: &Call, status: StatusCode, fault: Option<String>) -> Response {
    let fields = vec![Field::new(call.words(), "code", "her-code", Input::Line).needed()];
    let frame = Frame::of(call, None, Part::Elsewhere, call.words().say("her-neutral-title"));
    (status, Html(CodePage { frame, fields, fault }.render().unwrap_or_default())).into_response()
}

/// Opens her view.
pub async fn enter(call: Call, sent: Sent) -> Result<Response, Turned> {
    match call.room.casework.own_sign_in(sent.text("code"), &call.network, &call.moment).await {
        Ok(token) => {
            let set = AppendHeaders(cookie::session(&token.text()).map(|value| (header::SET_COOKIE, value)));
            Ok((set, Redirect::to(&call.page("/1"))).into_response())
        }
        Err(Refused::Mismatch) => {
            Ok(code_page(&call, StatusCode::UNAUTHORIZED, Some(call.words().say("her-mismatch"))))
        }
        Err(other) => Err(Turned::away(&call, None, other)),
    }
}

/// A compartment as she reads it.
struct Compartment {
    name: String,
    papers: Vec<Paper>,
    sealed: bool,
}

/// A document, line by line.
struct Paper {
    title: String,
    at: String,
    /// Whether it still counts; otherwise another took its place.
    counts: bool,
    lines: Vec<own_words::Line>,
}

#[derive(Template)]
#[template(path = "casework/own.html")]
struct OwnPage<'a> {
    frame: Frame<'a>,
    asked: Vec<Paper>,
    can_take_back: bool,
    compartments: Vec<Compartment>,
    events: Vec<log::Line>,
}

/// What is written about her, who read it, and what she asked to have corrected.
pub async fn record(page: In) -> Result<Response, Turned> {
    let open = own_case(&page).await?;
    let (call, casework) = (&page.call, &page.call.room.casework);
    let frame = Frame::of(call, Some(&page.signed), Part::Elsewhere, call.words().say("her-neutral-title"));
    let documents = open.documents(Kind::ALL).await.map_err(|refused| page.refused(refused))?;
    let history = open.history().await.map_err(|refused| page.refused(refused))?;
    let names = casework.names().await.map_err(|refused| page.refused(refused))?;
    let existing = open.existing().await.map_err(|refused| page.refused(refused))?;
    let can_take_back = !own_consent::alive(&open).await.map_err(|refused| page.refused(refused))?.is_empty();
    let written = Written { frame: &frame, open: &open, names: &names, documents: &documents };
    let template = OwnPage {
        asked: written.asked(),
        can_take_back,
        compartments: written.compartments(&existing),
        events: history.into_iter().map(|told| log::line(&frame, &names, told)).collect(),
        frame,
    };
    // A page that is left open shows nothing once the session is over.
    let over = HeaderValue::from_str(&format!("{}; url={}", IDLE, call.page("")));
    let over = AppendHeaders(over.ok().map(|value| (header::REFRESH, value)));
    Ok((over, Html(template.render().unwrap_or_default())).into_response())
}

/// What is written, and how it is said to her.
struct Written<'a> {
    frame: &'a Frame<'a>,
    open: &'a Open,
    names: &'a BTreeMap<String, (String, String)>,
    documents: &'a [Document],
}

impl Written<'_> {
    fn compartments(&self, existing: &BTreeMap<Class, usize>) -> Vec<Compartment> {
        let compartment = |&class: &Class| {
            let of_class = self.documents.iter().rev();
            // What she asked to have corrected stands above.
            let of_class = of_class.filter(|document| document.class == class && document.kind != Kind::Correction);
            let papers: Vec<Paper> = of_class.map(|document| self.paper(document)).collect();
            let sealed = !self.open.may(class, Action::Read) && existing.get(&class).is_some_and(|count| *count > 0);
            let name = self.frame.code("her-part", class.name());
            (!papers.is_empty() || sealed).then_some(Compartment { name, papers, sealed })
        };
        Class::ALL.iter().filter_map(compartment).collect()
    }

    fn asked(&self) -> Vec<Paper> {
        let asked = self.documents.iter().rev().filter(|document| document.kind == Kind::Correction);
        asked.map(|document| self.paper(document)).collect()
    }

    fn paper(&self, document: &Document) -> Paper {
        let author = self.names.get(&document.author).map(|(name, _)| name.as_str()).unwrap_or_default();
        let hers = document.author == self.open.signed().account.id;
        let author = if hers { self.frame.t("hers-you") } else { author.to_owned() };
        let law = &self.open.casework().law;
        Paper {
            title: own_words::title(self.frame, document.kind),
            at: format!("{} · {author}", self.frame.moment(&document.written_at)),
            counts: document.is_current(),
            lines: own_words::lines(self.frame, law, document, self.open.today()),
        }
    }
}

/// Leaves at once: the session ends, the browser forgets this site, and a page that says nothing follows. It asks for no key and no
/// session, and nothing holds it up: whoever presses it leaves, also where the session was over already or cannot be ended now.
pub async fn leave(call: Call) -> Response {
    let casework = &call.room.casework;
    if let Some(cookie) = &call.cookie
        && let Ok(signed) = casework.who(cookie, call.moment.clone()).await
        && signed.role == Role::Survivor
        && let Err(refused) = casework.end(&signed, None).await
    {
        eprintln!("casework: {refused}");
    }
    let headers = AppendHeaders([
        (header::SET_COOKIE, cookie::ended()),
        (header::CONNECTION, HeaderValue::from_static("close")),
        (CLEAR, HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"")),
    ]);
    (headers, Redirect::to(&call.page("/left"))).into_response()
}

const CLEAR: HeaderName = HeaderName::from_static("clear-site-data");

/// The first of two empty pages on the way out. A browser keeps the page before this one ready for its button "Back", whatever that page
/// says of being stored, and forgets it only when a later answer says so: the next one does.
pub async fn left(call: Call) -> Response {
    on_to(&call.page("/gone"))
}

/// The second: the browser forgets every page of this site and goes on to a page that anybody might have open. A form may not lead to
/// another host itself (`form-action`), so the way goes over here.
pub async fn gone(call: Call) -> Response {
    let forget = AppendHeaders([(CLEAR, HeaderValue::from_static("\"cache\""))]);
    (forget, on_to(&call.exit())).into_response()
}

fn on_to(address: &str) -> Response {
    let on = HeaderValue::from_str(&format!("0; url={address}")).ok();
    let refresh = AppendHeaders(on.map(|value| (header::REFRESH, value)));
    (refresh, Html("<!doctype html><title>-</title>")).into_response()
}

#[derive(Template)]
#[template(path = "casework/own_given.html")]
struct GivenPage<'a> {
    frame: Frame<'a>,
    code: Option<String>,
    address: String,
    href: String,
}

/// Asks before a new code is made: an earlier one ends.
pub async fn offer(page: Case) -> Response {
    given(&page, None)
}

/// Makes the code; it is shown once.
pub async fn give(page: Case, _sent: Sent) -> Result<Response, Turned> {
    let code = page.open.own_code().await.map_err(|refused| page.refused(refused))?;
    Ok(given(&page, Some(code.to_string())))
}

fn given(page: &Case, code: Option<String>) -> Response {
    let frame = page.frame(page.call.words().say("her-give-title"));
    let template = GivenPage { code, address: page.call.page(""), href: page.href(""), frame };
    Html(template.render().unwrap_or_default()).into_response()
}
