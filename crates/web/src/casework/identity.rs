//! Who somebody is, as she says it: read, and changed. The first page of a case that names her, and the last that asks.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::identity::One;
use pana_app::casework::{Refused, id};
use pana_casework::Class;
use pana_casework::intake::{Fault, Fields, Page, Step};
use pana_casework::person::Identity;
use pana_casework::policy::Action;
use pana_casework::screening::Answer;

use super::cases::start;
use super::form::{Field, Input, choices};
use super::intake::{fields, told};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

/// A page that shows lines of what is written, with a link to change them.
#[derive(Template)]
#[template(path = "casework/written.html")]
pub struct WrittenPage<'a> {
    /// The frame.
    pub frame: super::frame::Frame<'a>,
    /// What has to be known first.
    pub lead: Option<String>,
    /// What is said where nothing is written.
    pub none: String,
    /// Label and value.
    pub lines: Vec<(String, String)>,
    /// The address of the form, for whoever may write.
    pub edit: Option<String>,
    /// Another page that belongs to it: address, text, and a sentence before.
    pub other: Option<(String, String, String)>,
    /// The case.
    pub case: String,
}

/// A page with a form for what is written.
#[derive(Template)]
#[template(path = "casework/writing.html")]
pub struct WritingPage<'a> {
    /// The frame.
    pub frame: super::frame::Frame<'a>,
    /// What has to be known first.
    pub lead: Option<String>,
    /// Where the form goes.
    pub action: String,
    /// Where one goes back to.
    pub back: String,
    /// The id of what is written.
    pub id: String,
    /// The version that was shown.
    pub version: i64,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// Who she is.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let kept = page.open.identity().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("identity-title"));
    let lines = kept.map(|kept| {
        let mut lines = told::who(&frame, &kept.says);
        if !kept.says.primary_language.is_empty() {
            lines.push((frame.t("intake-language"), frame.code("spoken", &kept.says.primary_language)));
        }
        if kept.says.interpreter != Answer::NotAsked {
            lines.push((frame.t("intake-interpreter"), frame.t(&kept.says.interpreter.key())));
        }
        lines
    });
    let residence = page.open.may(Class::Status, Action::Read);
    let template = WrittenPage {
        lead: None,
        none: frame.t("identity-none"),
        lines: lines.unwrap_or_default(),
        edit: page.open.may(Class::Identity, Action::Write).then(|| page.href("/identity/edit")),
        other: residence
            .then(|| (page.href("/residence"), frame.t("residence-title"), frame.t("identity-others-rest"))),
        case: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// The form.
pub async fn edit(page: Case) -> Result<Response, Turned> {
    let sheet = start(&page.open).await.map_err(|refused| page.refused(refused))?;
    let kept = page.open.identity().await.map_err(|refused| page.refused(refused))?;
    let kept = kept.unwrap_or_else(|| One { id: new_id(), version: 0, says: Identity::default() });
    let mut given = fields::given(&Page::Identity { identity: Box::new(kept.says.clone()) });
    let (mut language, mut interpreter) = (kept.says.primary_language, kept.says.interpreter);
    if let Some(sheet) = &sheet {
        language = if language.is_empty() { sheet.language.clone() } else { language };
        interpreter = if interpreter == Answer::NotAsked { sheet.interpreter } else { interpreter };
    }
    given.0.extend(fields::given(&Page::Language { language, interpreter }).0);
    let agreed = sheet.map_or(Answer::NotAsked, |sheet| sheet.record_agreed);
    Ok(form(&page, StatusCode::OK, (&kept.id, kept.version), &given, &Wrong { agreed, faults: &[], asked: None }))
}

fn new_id() -> String {
    id::new(&mut pana_app::casework::random::System)
}

struct Wrong<'a> {
    /// Whether she agreed that a record is kept, as the sheet says.
    agreed: Answer,
    faults: &'a [Fault],
    /// The answer to whether she agrees, where it is not enough.
    asked: Option<String>,
}

fn form(page: &Case, status: StatusCode, kept: (&str, i64), given: &Fields, wrong: &Wrong<'_>) -> Response {
    let words = page.call.words();
    let mut asked = Vec::new();
    if wrong.agreed != Answer::Yes {
        let offered = Input::One(choices(words, "answer", ["yes", "no", "not_asked"]));
        let fault = wrong.asked.as_ref().map(|key| ("agreed".to_owned(), words.say(key)));
        let value = given.one("agreed").unwrap_or(wrong.agreed.name());
        asked.push(Field::new(words, "agreed", "intake-agreed", offered).with(value).faulty(fault.as_ref()));
    }
    asked.extend(fields::of(words, Step::Identity, given, wrong.faults));
    asked.extend(fields::of(words, Step::Language, given, wrong.faults));
    let template = WritingPage {
        lead: Some(words.say("intake-about-identity")),
        action: page.href("/identity/edit"),
        back: page.href("/identity"),
        id: kept.0.to_owned(),
        version: kept.1,
        fields: asked,
        frame: page.frame(words.say("identity-title")),
    };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

/// Saves who she is.
pub async fn save(page: Case, sent: Sent) -> Result<Response, Turned> {
    let sheet = start(&page.open).await.map_err(|refused| page.refused(refused))?;
    let agreed = sheet.map_or(Answer::NotAsked, |sheet| sheet.record_agreed);
    let kept = page.open.identity().await.map_err(|refused| page.refused(refused))?;
    let (id, version) = (sent.text("id").to_owned(), sent.text("version").parse().unwrap_or(-1));
    if !id::is_one(&id) || version < 0 {
        return Err(page.refused(Refused::NotFound));
    }
    let typed = fields::typed(sent.fields());
    let refuse = |faults: &[Fault], asked: Option<String>| {
        let wrong = Wrong { agreed, faults, asked };
        Ok(form(&page, StatusCode::BAD_REQUEST, (&id, version), sent.fields(), &wrong))
    };
    let identity = match Page::read(Step::Identity, &typed, page.open.today()) {
        Ok(Page::Identity { identity }) => *identity,
        Ok(_) => return Err(page.refused(Refused::NotFound)),
        Err(faults) => return refuse(&faults, None),
    };
    let language = typed.one("language").filter(|code| fields::is_language(code)).unwrap_or_default();
    let says = Identity {
        primary_language: language.to_owned(),
        interpreter: typed.one("interpreter").and_then(Answer::parse).unwrap_or(Answer::NotAsked),
        secondary_languages: kept.map(|kept| kept.says.secondary_languages).unwrap_or_default(),
        ..identity
    };
    let answered = typed.one("agreed").and_then(Answer::parse).unwrap_or(Answer::NotAsked);
    match page.open.save_identity(&One { id: id.clone(), version, says }, answered, sent.save_id()).await {
        Ok(_) => Ok(Redirect::to(&page.href("/identity")).into_response()),
        Err(Refused::Field { fault, .. }) => refuse(&[], Some(fault)),
        Err(other) => Err(page.refused(other)),
    }
}
