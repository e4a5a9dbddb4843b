//! Papers: the plan, a decision, a consent and the information sheet as PDF, in the language she reads; and the page from which the sheet and
//! an empty consent are taken. The name of the file and its title say nothing of what it is about.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use pana_app::casework::paper::{self, Asked, Voice};
use pana_app::casework::{Refused, sweep};
use pana_casework::Class;
use pana_casework::policy::Action;
use pana_publish::Paper;
use pana_text::Lang;

use super::call::Call;
use super::cases::start;
use super::form::Choice;
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::signed::{Case, In};
use crate::server::State as Server;

/// A paper that can be taken from a page.
pub struct Offer {
    /// Where it is made.
    pub action: String,
    /// What tells its fields from those of another on the page.
    pub id: String,
    /// The languages it speaks.
    pub languages: Vec<Choice>,
    /// Whether her name may stand on it.
    pub can_name: bool,
}

impl Offer {
    /// A paper in the languages of the pages, where its class may be printed.
    pub fn of_pages(page: &Case, class: Class, below: &str) -> Option<Self> {
        let languages = Lang::ALL.map(|lang| (lang.tag().to_owned(), lang.own_name().to_owned()));
        Self::new(page, class, below, languages.to_vec(), page.call.lang.tag())
    }

    /// A paper in every language of paper, where its class may be printed; `hers` is chosen, if paper speaks it.
    pub fn of_all(page: &Case, class: Class, below: &str, hers: &str) -> Option<Self> {
        Self::new(page, class, below, paper::languages(page.call.library()), hers)
    }

    fn new(page: &Case, class: Class, below: &str, languages: Vec<(String, String)>, hers: &str) -> Option<Self> {
        page.open.may(class, Action::Print).then(|| Self {
            action: page.href(below),
            id: below.trim_matches('/').replace('/', "-"),
            languages: choices(languages, hers, page.call.lang),
            can_name: page.open.may(Class::Identity, Action::Print),
        })
    }
}

fn choices(languages: Vec<(String, String)>, hers: &str, page: Lang) -> Vec<Choice> {
    let hers = if languages.iter().any(|(tag, _)| tag == hers) { hers } else { page.tag() };
    let choice = |(tag, name): (String, String)| Choice { chosen: tag == hers, code: tag, text: name };
    languages.into_iter().map(choice).collect()
}

/// What is asked of a paper.
struct Wish {
    /// The tag of its language; empty takes that of the page.
    language: String,
    named: bool,
}

impl Wish {
    /// Out of a query. Tags and `yes` need no decoding; anything else is no language.
    fn read(query: Option<&str>) -> Self {
        let pairs = || query.unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
        let value = |name: &str| pairs().find(|(key, _)| *key == name).map_or("", |(_, value)| value);
        Self { language: value("language").to_owned(), named: value("name") == "yes" }
    }

    /// The voice, if paper speaks it.
    fn voice<'a>(&self, call: &'a Call) -> Option<Voice<'a>> {
        let tag = if self.language.is_empty() { call.lang.tag() } else { &self.language };
        paper::voice(call.library(), tag, call.lang)
    }

    /// The voice of a paper that only the languages of the pages speak.
    fn voice_of_pages<'a>(&self, call: &'a Call) -> Option<Voice<'a>> {
        self.voice(call).filter(|voice| matches!(voice, Voice::Pages(_)))
    }

    fn asked<'a>(&self, page: &Case, voice: Option<Voice<'a>>) -> Result<Asked<'a>, Turned> {
        let voice = voice.ok_or_else(|| page.refused(Refused::NotFound))?;
        Ok(Asked { voice, named: self.named })
    }
}

/// Language, case, document.
type Named = Path<(String, String, String)>;

/// The plan.
pub async fn plan(page: Case, State(server): State<Server>, RawQuery(query): RawQuery) -> Result<Response, Turned> {
    let wish = Wish::read(query.as_deref());
    let asked = wish.asked(&page, wish.voice_of_pages(&page.call))?;
    let made = page.open.plan_paper(&asked).await;
    answer(&page, server, made).await
}

/// A decision on services.
pub async fn decision(
    page: Case,
    State(server): State<Server>,
    Path((_, _, id)): Named,
    RawQuery(query): RawQuery,
) -> Result<Response, Turned> {
    let wish = Wish::read(query.as_deref());
    let asked = wish.asked(&page, wish.voice_of_pages(&page.call))?;
    let made = page.open.decision_paper(&id, &asked).await;
    answer(&page, server, made).await
}

/// A consent that is written down.
pub async fn consent(
    page: Case,
    State(server): State<Server>,
    Path((_, _, id)): Named,
    RawQuery(query): RawQuery,
) -> Result<Response, Turned> {
    let wish = Wish::read(query.as_deref());
    let asked = wish.asked(&page, wish.voice(&page.call))?;
    let made = page.open.consent_paper(&id, &asked).await;
    answer(&page, server, made).await
}

/// An empty consent for a case.
pub async fn consent_form(
    page: Case,
    State(server): State<Server>,
    RawQuery(query): RawQuery,
) -> Result<Response, Turned> {
    let wish = Wish::read(query.as_deref());
    let asked = wish.asked(&page, wish.voice(&page.call))?;
    let made = page.open.consent_form_paper(&asked).await;
    answer(&page, server, made).await
}

/// The information sheet for a case.
pub async fn information(
    page: Case,
    State(server): State<Server>,
    RawQuery(query): RawQuery,
) -> Result<Response, Turned> {
    let wish = Wish::read(query.as_deref());
    let asked = wish.asked(&page, wish.voice(&page.call))?;
    let made = page.open.leaflet_paper(&asked).await;
    answer(&page, server, made).await
}

/// An empty consent for whoever works here: it is about nobody.
pub async fn blank_consent(
    page: In,
    State(server): State<Server>,
    RawQuery(query): RawQuery,
) -> Result<Response, Turned> {
    blank(&page, server, query.as_deref(), paper::blank_consent).await
}

/// The information sheet for whoever works here: it is about nobody.
pub async fn blank_information(
    page: In,
    State(server): State<Server>,
    RawQuery(query): RawQuery,
) -> Result<Response, Turned> {
    blank(&page, server, query.as_deref(), paper::leaflet).await
}

async fn blank(
    page: &In,
    server: Server,
    query: Option<&str>,
    make: impl FnOnce(&Voice<'_>, jiff::civil::Date) -> Paper,
) -> Result<Response, Turned> {
    let voice = Wish::read(query).voice(&page.call).ok_or_else(|| page.refused(Refused::NotFound))?;
    let paper = make(&voice, page.signed.moment.today());
    print(&page.call, server, paper).await.map_err(|refused| page.refused(refused))
}

async fn answer(page: &Case, server: Server, made: Result<Paper, Refused>) -> Result<Response, Turned> {
    let made = match made {
        Ok(paper) => print(&page.call, server, paper).await,
        Err(refused) => Err(refused),
    };
    made.map_err(|refused| page.refused(refused))
}

/// A paper as an answer. Typesetting takes a core for a moment: it runs beside the threads that answer. The guard of the room keeps the answer out of caches.
pub async fn print(call: &Call, server: Server, paper: Paper) -> Result<Response, Refused> {
    let set = move || server.press.print_paper(&paper);
    let bytes =
        tokio::task::spawn_blocking(|| sweep::behind(set)).await.ok().and_then(Result::ok).ok_or(Refused::Unset)?;
    let disposition = format!("inline; filename=\"paper-{}.pdf\"", call.moment.today());
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}

/// A paper on the page of papers: what it is, and how it is taken.
struct Sheet {
    title: String,
    about: String,
    offer: Offer,
}

#[derive(Template)]
#[template(path = "casework/papers.html")]
struct PapersPage<'a> {
    frame: Frame<'a>,
    sheets: Vec<Sheet>,
    case: Option<String>,
}

/// The papers of a case that are not about anything written down.
pub async fn of_case(page: Case) -> Result<Response, Turned> {
    let found = start(&page.open).await.map_err(|refused| page.refused(refused))?;
    let hers = found.map(|start| start.language).unwrap_or_default();
    let frame = page.frame(page.call.words().say("papers-title"));
    let offer = |below| Offer::of_all(&page, Class::Meta, below, &hers);
    let sheets = [("information", offer("/papers/information")), ("consent", offer("/papers/consent"))];
    let sheets = sheets.into_iter().filter_map(|(kind, offer)| Some(sheet(&frame, kind, offer?))).collect();
    let template = PapersPage { sheets, case: Some(page.href("")), frame };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// The same without a case.
pub async fn list(page: In) -> Response {
    let frame = page.frame(Part::Elsewhere, page.call.words().say("papers-title"));
    let offer = |kind: &str| Offer {
        action: page.call.href(&format!("/papers/{kind}")),
        id: kind.to_owned(),
        languages: choices(paper::languages(page.call.library()), "", page.call.lang),
        can_name: false,
    };
    let sheets = ["information", "consent"].map(|kind| sheet(&frame, kind, offer(kind))).into();
    Html(PapersPage { sheets, case: None, frame }.render().unwrap_or_default()).into_response()
}

fn sheet(frame: &Frame<'_>, kind: &str, offer: Offer) -> Sheet {
    let title = frame.t(if kind == "consent" { "agree-title" } else { "leaf-title" });
    Sheet { title, about: frame.t(&format!("papers-{kind}-about")), offer }
}
