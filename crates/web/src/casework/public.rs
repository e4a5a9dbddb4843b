//! Acts in the public room: a form is filled in, looked at as everybody will read it, and signed by somebody who has confirmed who she is.
//! Nothing that was typed is lost on the way: each page carries it to the next.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_casework::policy::Role;
use pana_evidence::Wording;
use pana_publish::said::Said;
use pana_text::{Lang, Words};

use super::cookie;
use super::form::{Field, Input};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;
use crate::claim::{Decided, Shown};
use crate::page::{Nav, Page};
use crate::statement::Stated;
use crate::visit::Visit;

/// What somebody writes about.
#[derive(Clone)]
pub struct About {
    /// What kind of thing, and its name.
    pub kind: String,
    /// What it says.
    pub text: Said,
    /// Its page in the public room, after the language.
    pub path: String,
    /// How it stands by the evidence, in a sentence each.
    pub stands: Vec<String>,
}

/// A form.
pub struct Draft {
    /// The key of its title; with `-lead` and `-sign` those of the sentence below it and of the last button.
    pub key: &'static str,
    /// What it is about.
    pub about: About,
    /// What the program says of a claim.
    pub shown: Option<Shown>,
    /// What stands already.
    pub past: Vec<Entry>,
    /// The fields.
    pub fields: Vec<Field>,
    /// Where it is sent, in the room.
    pub action: String,
    /// The list it came from, in the room, with the key of its title.
    pub back: (&'static str, &'static str),
    /// How much stood there when it was shown.
    pub version: usize,
}

/// An entry of the public room as everybody reads it.
pub enum Entry {
    /// A verdict.
    Verdict(Decided),
    /// A report or a view.
    Statement(Stated),
}

#[derive(Template)]
#[template(path = "casework/public_form.html")]
struct FormPage<'a> {
    frame: Frame<'a>,
    page: Page<'a>,
    draft: &'a Draft,
    back: (String, String),
    fields: Vec<Field>,
    fault: Option<String>,
}

#[derive(Template)]
#[template(path = "casework/public_check.html")]
struct CheckPage<'a> {
    frame: Frame<'a>,
    page: Page<'a>,
    draft: &'a Draft,
    back: (String, String),
    entry: &'a Entry,
    carried: Vec<(String, String)>,
    confirm: Vec<Field>,
    fault: Option<String>,
}

/// What a page of an act needs besides the act.
pub struct Desk {
    /// Who, and the request.
    pub page: In,
    /// The public room.
    pub visit: Visit,
    /// A cookie that replaces hers.
    cookie: Option<HeaderValue>,
}

/// The steps of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Looking at what will be public.
    Look,
    /// Going back to the form.
    Change,
    /// Signing.
    Sign,
}

impl Step {
    /// What was pressed.
    pub fn of(sent: &Sent) -> Self {
        match sent.text("step") {
            "sign" => Self::Sign,
            "change" => Self::Change,
            _ => Self::Look,
        }
    }
}

impl Desk {
    /// A desk.
    pub fn new(page: In, visit: Visit) -> Self {
        Self { page, visit, cookie: None }
    }

    fn frame(&self, draft: &Draft) -> Frame<'_> {
        self.page.frame(Part::Public, self.page.call.words().say(draft.key))
    }

    fn back(&self, draft: &Draft) -> (String, String) {
        (self.page.call.href(draft.back.0), self.page.call.words().say(draft.back.1))
    }

    /// The form.
    pub fn form(&self, draft: &Draft) -> Response {
        self.shown(draft, draft.fields.clone(), StatusCode::OK, None)
    }

    /// The form with what was typed.
    pub fn again(&self, draft: &Draft, sent: &Sent) -> Response {
        let fields = draft.fields.iter().cloned().map(|field| refill(field, sent)).collect();
        self.shown(draft, fields, StatusCode::OK, None)
    }

    /// The form with what was typed and what is wrong with it.
    fn faulty(&self, draft: &Draft, sent: &Sent, status: StatusCode, name: &str, fault: &str) -> Response {
        let words = self.page.call.words();
        let text = if words.has(fault) { words.say(fault) } else { words.say("refused-field-next") };
        let fault = (name.to_owned(), text);
        let beside = draft.fields.iter().any(|field| field.name == name);
        let fields = draft.fields.iter().cloned().map(|field| refill(field, sent).faulty(Some(&fault))).collect();
        self.shown(draft, fields, status, (!beside).then_some(fault.1))
    }

    fn shown(&self, draft: &Draft, fields: Vec<Field>, status: StatusCode, fault: Option<String>) -> Response {
        let page = self.visit.page(Nav::Elsewhere, String::new());
        let (frame, back) = (self.frame(draft), self.back(draft));
        let template = FormPage { frame, page, draft, back, fields, fault };
        self.answered((status, Html(template.render().unwrap_or_default())).into_response())
    }

    /// What will be public, to be signed.
    pub fn check(&self, draft: &Draft, entry: &Entry, sent: &Sent) -> Response {
        self.checked(draft, entry, sent, StatusCode::OK, None)
    }

    fn checked(
        &self,
        draft: &Draft,
        entry: &Entry,
        sent: &Sent,
        status: StatusCode,
        fault: Option<String>,
    ) -> Response {
        let words = self.page.call.words();
        let carried = draft.fields.iter().map(|field| (field.name.to_owned(), sent.text(field.name).to_owned()));
        let confirm = if self.page.signed.is_confirmed() { Vec::new() } else { confirm(words) };
        let template = CheckPage {
            frame: self.frame(draft),
            page: self.visit.page(Nav::Elsewhere, String::new()),
            back: self.back(draft),
            carried: carried.collect(),
            draft,
            entry,
            confirm,
            fault,
        };
        self.answered((status, Html(template.render().unwrap_or_default())).into_response())
    }

    /// Confirms who she is, where she typed what that needs. Whether it was needed is for the use case to say.
    ///
    /// # Errors
    /// [`Refused::Mismatch`], [`Refused::Wait`].
    pub async fn confirm(&mut self, sent: &Sent) -> Result<(), Refused> {
        if self.page.signed.is_confirmed() || sent.text("passphrase").is_empty() {
            return Ok(());
        }
        let casework = &self.page.call.room.casework;
        let token = casework.confirm(&self.page.signed, sent.text("passphrase"), sent.text("code")).await?;
        let value = token.text().to_string();
        let signed = casework.who(&value, self.page.call.moment.clone()).await?;
        self.cookie = cookie::session(&value);
        self.page.signed = std::sync::Arc::new(signed);
        self.page.call.cookie = Some(value);
        Ok(())
    }

    /// After an act: its page in the public room; or the page before it with what was typed and what is wrong.
    ///
    /// # Errors
    /// A refusal that no other filling in can change.
    pub fn done<T>(
        &self,
        done: Result<T, Refused>,
        (draft, entry): (&Draft, &Entry),
        sent: &Sent,
        anchor: &str,
    ) -> Result<Response, Turned> {
        let say = |key: &str| Some(self.page.call.words().say(key));
        Ok(match done {
            Ok(_) => {
                let to = format!("/{}{}#{anchor}", self.visit.lang, draft.about.path);
                self.answered(Redirect::to(&to).into_response())
            }
            Err(Refused::Field { field, fault }) => self.faulty(draft, sent, StatusCode::BAD_REQUEST, &field, &fault),
            Err(Refused::Stale) => self.faulty(draft, sent, StatusCode::CONFLICT, "form", "public-stale"),
            Err(Refused::Confirm) => {
                self.checked(draft, entry, sent, StatusCode::UNAUTHORIZED, say("public-confirm-first"))
            }
            Err(Refused::Mismatch) => {
                self.checked(draft, entry, sent, StatusCode::UNAUTHORIZED, say("sign-in-mismatch"))
            }
            Err(Refused::CannotSave(_)) => {
                self.checked(draft, entry, sent, StatusCode::INSUFFICIENT_STORAGE, say("public-not-written"))
            }
            Err(other) => return Err(self.page.refused(other)),
        })
    }

    fn answered(&self, mut response: Response) -> Response {
        if let Some(cookie) = &self.cookie {
            response.headers_mut().append(header::SET_COOKIE, cookie.clone());
        }
        response
    }
}

/// The list in which a role begins that works in the public room and has no cases.
pub fn home(role: Role) -> Option<&'static str> {
    match role {
        Role::Rapporteur => Some("/verdicts"),
        Role::Coordinator => Some("/measures"),
        Role::Ngo => Some("/views"),
        _ => None,
    }
}

/// The fields that confirm who she is.
fn confirm(words: &Words) -> Vec<Field> {
    vec![
        Field::new(words, "passphrase", "sign-in-passphrase", Input::Secret).needed().complete("current-password"),
        Field::new(words, "code", "sign-in-code", Input::Line).needed().complete("one-time-code"),
    ]
}

fn refill(field: Field, sent: &Sent) -> Field {
    let name = field.name;
    field.with(sent.text(name))
}

/// The field of a text in each language; one of them must be filled in.
pub fn texts(words: &Words, names: [&'static str; 3], key: &str, before: Option<&Wording>) -> Vec<Field> {
    let mut fields = Vec::new();
    for (name, language) in names.into_iter().zip(Wording::LANGUAGES) {
        let text = before.and_then(|wording| wording.all().find(|(tag, _)| *tag == language)).map(|(_, text)| text);
        let mut field = Field::new(words, name, key, Input::Text).with(text.unwrap_or_default());
        let own = Lang::parse(language).map_or(language, Lang::own_name);
        field.label = format!("{} ({own})", field.label);
        // What is said once above the first need not be said again.
        field.hint = field.hint.filter(|_| fields.is_empty());
        fields.push(field);
    }
    fields
}

/// What was typed in the fields of [`texts`].
pub fn wording(sent: &Sent, names: [&'static str; 3]) -> Wording {
    let pairs = names.into_iter().zip(Wording::LANGUAGES);
    pairs.fold(Wording::default(), |wording, (name, language)| wording.with(language, sent.text(name)))
}

/// A text as its reader gets it: in her language, or as it was written.
pub fn for_reader(words: &Words, wording: &Wording) -> Vec<Said> {
    let said =
        |(tag, text): (&str, &str)| if tag.is_empty() { Said::new(words, text) } else { Said::own(words, text, tag) };
    wording.for_reader(words.lang().tag()).map(said).into_iter().collect()
}

/// A text in every language in which it was written.
pub fn for_all(words: &Words, wording: &Wording) -> Vec<Said> {
    wording.all().map(|(tag, text)| Said::own(words, text, tag)).collect()
}

/// Who signed: the role in the reader's language, and the office or organisation as it calls itself.
pub fn signer(words: &Words, role: &str, holder: &str) -> Said {
    let key = format!("role-{}", role.replace('_', "-"));
    let role = if words.has(&key) { words.say(&key) } else { role.to_owned() };
    Said::plain(format!("{role}: {holder}"))
}
