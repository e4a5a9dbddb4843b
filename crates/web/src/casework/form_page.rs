//! A page with one form: what it is for, the fields, the fault beside the field it is about, and the way back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use pana_app::casework::Refused;

use super::form::{Choice, Field, Input};
use super::frame::Frame;
use super::intake::{is_language, languages};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

/// A form of a case.
pub struct FormPage {
    /// The key of its title; with `-lead` that of the sentence below it, with `-button` that of its button.
    pub key: &'static str,
    /// What stands above the fields.
    pub notes: Vec<String>,
    /// The fields.
    pub fields: Vec<Field>,
    /// Where it is sent, below the case.
    pub action: String,
    /// The page it came from, below the case, with the key of its title.
    pub back: (&'static str, &'static str),
    /// The version of what it changes.
    pub version: Option<i64>,
}

#[derive(Template)]
#[template(path = "casework/form.html")]
struct Shown<'a> {
    frame: Frame<'a>,
    key: &'static str,
    notes: Vec<String>,
    fields: Vec<Field>,
    action: String,
    case: String,
    back: (String, String),
    version: Option<i64>,
    fault: Option<String>,
    takes_file: bool,
}

/// Shows a form.
pub fn show(page: &Case, form: FormPage) -> Response {
    answer(page, form, StatusCode::OK, None)
}

/// After a form was sent: the page it leads to, or the form again with what was typed and the fault beside its field.
pub fn done(page: &Case, done: Result<(), Refused>, to: &str, form: FormPage, sent: &Sent) -> Result<Response, Turned> {
    match done {
        Ok(()) => Ok(Redirect::to(&page.href(to)).into_response()),
        Err(Refused::Field { field, fault }) => {
            let words = page.call.words();
            let text = if words.has(&fault) { words.say(&fault) } else { words.say("refused-field-next") };
            let fields = form.fields.into_iter().map(|field| refill(field, sent)).collect();
            Ok(answer(page, FormPage { fields, ..form }, StatusCode::BAD_REQUEST, Some((field, text))))
        }
        Err(other) => Err(page.refused(other)),
    }
}

fn refill(field: Field, sent: &Sent) -> Field {
    let name = field.name;
    if matches!(field.input, Input::Any(_)) {
        return field.with_all(sent.fields().all(name));
    }
    field.with(sent.text(name))
}

fn answer(page: &Case, form: FormPage, status: StatusCode, fault: Option<(String, String)>) -> Response {
    let frame = page.frame(page.call.words().say(form.key));
    let beside = fault.as_ref().is_some_and(|(name, _)| form.fields.iter().any(|field| field.name == name));
    let takes_file = form.fields.iter().any(|field| field.input == Input::File);
    let template = Shown {
        fields: form.fields.into_iter().map(|field| field.faulty(fault.as_ref())).collect(),
        key: form.key,
        notes: form.notes,
        action: page.href(&form.action),
        case: page.href(""),
        back: (page.href(form.back.0), frame.t(form.back.1)),
        version: form.version,
        takes_file,
        fault: fault.filter(|_| !beside).map(|(_, text)| text),
        frame,
    };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

/// A day that must be filled in.
///
/// # Errors
/// A field that is empty or no day.
pub fn day(sent: &Sent, name: &str) -> Result<Date, Refused> {
    maybe_day(sent, name)?.ok_or_else(|| Refused::field(name, "fault-empty"))
}

/// A day that may be left out.
///
/// # Errors
/// A field that is no day.
pub fn maybe_day(sent: &Sent, name: &str) -> Result<Option<Date>, Refused> {
    let text = sent.text(name);
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Refused::field(name, "fault-no-day"))
}

/// A code of a list.
///
/// # Errors
/// A field in which none of the list was chosen.
pub fn one<T>(sent: &Sent, name: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, Refused> {
    parse(sent.text(name)).ok_or_else(|| Refused::field(name, "fault-not-offered"))
}

/// The language that a form names, out of those of [`spoken`].
pub fn language(sent: &Sent) -> Result<String, Refused> {
    one(sent, "language", |code| is_language(code).then(|| code.to_owned()))
}

/// The version of what a form changes.
pub fn version(sent: &Sent) -> i64 {
    sent.text("version").parse().unwrap_or_default()
}

/// A list to choose from that begins with nothing chosen.
pub fn with_none(page: &Case, mut choices: Vec<Choice>) -> Vec<Choice> {
    let text = page.call.words().say("form-choose");
    choices.insert(0, Choice { code: String::new(), text, chosen: true });
    choices
}

/// One of the languages that have a name here.
pub fn spoken(page: &Case) -> Input {
    Input::List(with_none(page, languages(page.call.words())))
}

/// A tick to set.
pub fn tick(page: &Case, key: &str) -> Input {
    Input::Any(vec![Choice { code: "yes".to_owned(), text: page.call.words().say(key), chosen: false }])
}
