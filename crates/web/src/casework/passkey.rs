//! Passkeys: signing in and confirming with one, adding and removing one. These pages alone have a script, since only a script can ask a
//! device; without it they say so, and passphrase and code do the same.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::passkey::{Fresh, Passkey, QUESTION, Site};
use pana_app::casework::unlock::{Opened, Touch};

use super::call::Call;
use super::confirm;
use super::form::{Field, Input};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::sign_in;
use super::signed::In;
use crate::asset;
use crate::server::Scripted;

/// What the script fills in of a key that was made, and of one that signed.
const MADE: &[&str] = &["client_data", "attestation", "output"];
const SIGNED: &[&str] = &["passkey", "client_data", "authenticator_data", "signature", "handle", "output"];

/// One of her passkeys on her account's page.
pub struct Line {
    /// What the device calls it.
    pub id: String,
    /// What she calls it.
    pub name: String,
    /// What it is good for.
    pub does: String,
    /// When it was added.
    pub added: String,
    /// When it was last used.
    pub used: String,
}

/// A passkey in words.
pub fn line(frame: &Frame<'_>, kept: Passkey) -> Line {
    let used = kept.used_at.as_deref();
    Line {
        does: frame.t(if kept.sealed.is_some() { "passkey-opens" } else { "passkey-stands-in" }),
        added: frame.t1("passkey-added", "when", &frame.moment(&kept.created_at)),
        used: used.map_or_else(|| frame.t("passkey-unused"), |at| frame.t1("passkey-used", "when", &frame.moment(at))),
        name: kept.name,
        id: kept.id,
    }
}

#[derive(Template)]
#[template(path = "casework/passkey.html")]
struct PasskeyPage<'a> {
    frame: Frame<'a>,
    script: String,
    lead: String,
    action: String,
    button: String,
    does: &'static str,
    question: String,
    host: String,
    input: &'static str,
    handle: String,
    known: String,
    hidden: &'static [&'static str],
    fields: Vec<Field>,
    sentences: Vec<(&'static str, String)>,
    otherwise: (String, String),
    to: String,
    fault: Option<String>,
}

impl<'a> PasskeyPage<'a> {
    /// A page that asks for a passkey; `of` is the beginning of its messages.
    fn new(frame: Frame<'a>, site: &Site, of: &str, path: &str, question: String) -> Self {
        let said = |when: &'static str| (when, frame.t(&format!("passkey-when-{when}")));
        Self {
            script: format!("/assets/passkey.js?{:x}", asset::PASSKEY_VERSION),
            lead: frame.suffixed(of, "lead"),
            action: frame.href(path),
            button: frame.suffixed(of, "button"),
            does: "sign",
            question,
            host: site.host().to_owned(),
            input: std::str::from_utf8(QUESTION).unwrap_or_default(),
            handle: String::new(),
            known: String::new(),
            hidden: SIGNED,
            fields: Vec::new(),
            sentences: ["waiting", "again", "refused", "known", "elsewhere", "missing", "old"].map(said).to_vec(),
            otherwise: (frame.href("/sign-in"), frame.t("passkey-otherwise")),
            to: String::new(),
            fault: None,
            frame,
        }
    }

    fn answer(self, status: StatusCode) -> Response {
        let mut response = (status, Html(self.render().unwrap_or_default())).into_response();
        response.extensions_mut().insert(Scripted);
        response
    }
}

/// The site, or that there is no such page: a server that was not told its name cannot ask for a passkey.
fn site(call: &Call) -> Result<&Site, Refused> {
    call.room.site.as_ref().ok_or(Refused::NotFound)
}

fn touch(sent: &Sent) -> Touch<'_> {
    Touch {
        question: sent.text("question"),
        passkey: sent.text("passkey"),
        client_data: sent.text("client_data"),
        authenticator_data: sent.text("authenticator_data"),
        signature: sent.text("signature"),
        handle: sent.text("handle"),
        output: sent.text("output"),
    }
}

/// The page that asks for a passkey to sign in.
pub async fn sign_in_form(call: Call) -> Result<Response, Turned> {
    sign_in_page(&call, StatusCode::OK, None)
}

fn sign_in_page(call: &Call, status: StatusCode, fault: Option<String>) -> Result<Response, Turned> {
    let site = site(call).map_err(|refused| Turned::away(call, None, refused))?;
    let frame = Frame::of(call, None, Part::Elsewhere, call.words().say("passkey-in-title"));
    let question = call.room.casework.ask_to_sign_in(&call.network, &call.moment);
    let page = PasskeyPage::new(frame, site, "passkey-in", "/sign-in/passkey", question);
    Ok(PasskeyPage { fault, ..page }.answer(status))
}

/// Signs in by passkey, or, with the proof of one, by passphrase.
pub async fn sign_in(call: Call, sent: Sent) -> Result<Response, Turned> {
    let away = |refused| Turned::away(&call, None, refused);
    let (casework, proof) = (&call.room.casework, sent.text("proof"));
    if !proof.is_empty() {
        let opened = casework.open_with_passphrase(proof, sent.text("passphrase"), &call.browser, &call.moment).await;
        return match opened {
            Ok(entered) => sign_in::let_in(&call, &entered).await,
            Err(Refused::Mismatch) => Ok(passphrase_page(
                &call,
                StatusCode::UNAUTHORIZED,
                proof,
                Some(call.words().say("passkey-passphrase-mismatch")),
            )),
            Err(Refused::Wait(seconds)) => {
                Ok(passphrase_page(&call, StatusCode::TOO_MANY_REQUESTS, proof, Some(sign_in::wait(&call, seconds))))
            }
            Err(other) => Err(away(other)),
        };
    }
    let site = site(&call).map_err(away)?;
    let from = (call.network.as_str(), call.browser.as_str());
    match casework.open_by_passkey(site, touch(&sent), from, &call.moment).await {
        Ok(Opened::In(entered)) => sign_in::let_in(&call, &entered).await,
        Ok(Opened::Passphrase(proof)) => Ok(passphrase_page(&call, StatusCode::OK, &proof, None)),
        Err(Refused::Mismatch) => {
            sign_in_page(&call, StatusCode::UNAUTHORIZED, Some(call.words().say("passkey-mismatch")))
        }
        Err(Refused::Wait(seconds)) => {
            sign_in_page(&call, StatusCode::TOO_MANY_REQUESTS, Some(sign_in::wait(&call, seconds)))
        }
        Err(other) => Err(away(other)),
    }
}

#[derive(Template)]
#[template(path = "casework/passkey_passphrase.html")]
struct PassphrasePage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    proof: &'a str,
    fault: Option<String>,
}

fn passphrase_page(call: &Call, status: StatusCode, proof: &str, fault: Option<String>) -> Response {
    let words = call.words();
    let field = Field::new(words, "passphrase", "sign-in-passphrase", Input::Secret).needed();
    let page = PassphrasePage {
        frame: Frame::of(call, None, Part::Elsewhere, words.say("passkey-passphrase-title")),
        fields: vec![field.complete("current-password")],
        proof,
        fault,
    };
    (status, Html(page.render().unwrap_or_default())).into_response()
}

/// The page that asks for a passkey to confirm who is signed in.
pub async fn confirm_form(page: In, asked: confirm::Asked) -> Result<Response, Turned> {
    confirm_page(&page, StatusCode::OK, None, confirm::place(asked))
}

fn confirm_page(page: &In, status: StatusCode, fault: Option<String>, to: String) -> Result<Response, Turned> {
    let site = site(&page.call).map_err(|refused| page.refused(refused))?;
    let frame = page.frame(Part::Account, page.call.words().say("confirm-title"));
    let question = page.call.room.casework.ask_to_confirm(&page.signed);
    let otherwise = (confirm::address(&frame.href("/confirm"), &to), frame.t("passkey-otherwise"));
    let asked = PasskeyPage::new(frame, site, "passkey-confirm", "/confirm/passkey", question);
    Ok(PasskeyPage { fault, otherwise, to, ..asked }.answer(status))
}

/// Confirms who is signed in.
pub async fn confirm(page: In, sent: Sent) -> Result<Response, Turned> {
    let site = site(&page.call).map_err(|refused| page.refused(refused))?;
    match page.call.room.casework.confirm_by_passkey(&page.signed, site, touch(&sent)).await {
        Ok(token) => Ok(confirm::done(&page.call, &token.text(), &sent)),
        Err(Refused::Mismatch) => {
            let fault = page.call.words().say("passkey-mismatch");
            confirm_page(&page, StatusCode::UNAUTHORIZED, Some(fault), sent.text("to").to_owned())
        }
        Err(other) => Err(page.refused(other)),
    }
}

/// The page that has a device make a passkey.
pub async fn new(page: In) -> Result<Response, Turned> {
    new_page(&page, StatusCode::OK, "", None).await
}

async fn new_page(
    page: &In,
    status: StatusCode,
    name: &str,
    fault: Option<(String, String)>,
) -> Result<Response, Turned> {
    let site = site(&page.call).map_err(|refused| page.refused(refused))?;
    let offer = page.call.room.casework.begin_passkey(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let words = page.call.words();
    let frame = page.frame(Part::Account, words.say("passkey-new-title"));
    let otherwise = (frame.href("/account"), frame.t("passkey-new-back"));
    let asked = PasskeyPage::new(frame, site, "passkey-new", "/account/passkeys", offer.question);
    let field = Field::new(words, "name", "passkey-name", Input::Line).with(name).needed().faulty(fault.as_ref());
    let asked = PasskeyPage {
        does: "make",
        handle: offer.handle,
        known: offer.known.join(" "),
        hidden: MADE,
        fields: vec![field],
        fault: fault.filter(|(field, _)| field == "form").map(|(_, text)| text),
        otherwise,
        ..asked
    };
    Ok(asked.answer(status))
}

/// Adds a passkey.
pub async fn add(page: In, sent: Sent) -> Result<Response, Turned> {
    let site = site(&page.call).map_err(|refused| page.refused(refused))?;
    let fresh = Fresh {
        name: sent.text("name"),
        question: sent.text("question"),
        client_data: sent.text("client_data"),
        attestation: sent.text("attestation"),
        output: sent.text("output"),
    };
    let words = page.call.words();
    let (field, key) = match page.call.room.casework.add_passkey(&page.signed, site, fresh).await {
        Ok(()) => return Ok(Redirect::to(&page.call.href("/account#passkeys")).into_response()),
        Err(Refused::Mismatch) => ("form".to_owned(), "passkey-mismatch".to_owned()),
        Err(Refused::Field { field, fault }) if fault != "many" => (field, format!("passkey-fault-{fault}")),
        Err(other) => return Err(page.refused(other)),
    };
    new_page(&page, StatusCode::BAD_REQUEST, sent.text("name"), Some((field, words.say(&key)))).await
}

/// Removes a passkey.
pub async fn remove(page: In, sent: Sent) -> Result<Response, Turned> {
    let removed = page.call.room.casework.remove_passkey(&page.signed, sent.text("passkey")).await;
    removed.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.call.href("/account#passkeys")).into_response())
}
