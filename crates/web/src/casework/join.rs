//! Taking over an account with an invitation, and getting back in with a recovery code. Both end with what a person is shown once.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use pana_app::casework::Refused;
use pana_app::casework::account::Returning;
use pana_app::casework::enrol::{Joined, Share, Weakness};

use super::call::Call;
use super::form::{Field, Input};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;

/// Which of the two ways in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Join,
    Recover,
}

impl Way {
    fn key(self) -> &'static str {
        if self == Self::Join { "join" } else { "recover" }
    }
}

#[derive(Template)]
#[template(path = "casework/join.html")]
struct JoinPage<'a> {
    frame: Frame<'a>,
    lead: String,
    action: String,
    button: String,
    fields: Vec<Field>,
    fault: Option<String>,
}

#[derive(Template)]
#[template(path = "casework/joined.html")]
struct JoinedPage<'a> {
    frame: Frame<'a>,
    recovery: String,
    factor: String,
    uri: String,
    centre: Option<String>,
    shares: Vec<Vec<String>>,
}

/// The form of an invitation.
pub async fn show(call: Call) -> Response {
    page(&call, Way::Join, StatusCode::OK, "", None)
}

/// The form of a recovery code.
pub async fn recover_form(call: Call) -> Response {
    page(&call, Way::Recover, StatusCode::OK, "", None)
}

fn page(call: &Call, way: Way, status: StatusCode, login: &str, fault: Option<(String, String)>) -> Response {
    let (words, key) = (call.words(), way.key());
    let fault = fault.as_ref();
    let mut fields = vec![
        Field::new(words, "login", "sign-in-login", Input::Line)
            .with(login)
            .needed()
            .complete("username")
            .faulty(fault),
        Field::new(words, "code", &format!("{key}-code"), Input::Line).needed().faulty(fault),
        Field::new(words, "passphrase", "join-passphrase", Input::Secret)
            .needed()
            .complete("new-password")
            .faulty(fault),
        Field::new(words, "again", "join-again", Input::Secret).needed().complete("new-password").faulty(fault),
    ];
    if way == Way::Recover {
        let left = Field::new(words, "left", "recover-left", Input::Secret).needed().complete("current-password");
        fields.insert(2, left.faulty(fault));
    }
    let page = JoinPage {
        frame: Frame::of(call, None, Part::Elsewhere, words.say(&format!("{key}-title"))),
        lead: words.say(&format!("{key}-lead")),
        action: call.href(&format!("/{key}")),
        button: words.say(&format!("{key}-button")),
        fault: fault.filter(|(field, _)| field == "form").map(|(_, text)| text.clone()),
        fields,
    };
    (status, Html(page.render().unwrap_or_default())).into_response()
}

/// Takes an account over.
pub async fn take_over(call: Call, sent: Sent) -> Result<Response, Turned> {
    end(call, sent, Way::Join).await
}

/// Gets back in.
pub async fn recover(call: Call, sent: Sent) -> Result<Response, Turned> {
    end(call, sent, Way::Recover).await
}

async fn end(call: Call, sent: Sent, way: Way) -> Result<Response, Turned> {
    let (login, code, passphrase) = (sent.text("login"), sent.text("code"), sent.text("passphrase"));
    let words = call.words();
    let again =
        |field: &str, text: String| page(&call, way, StatusCode::BAD_REQUEST, login, Some((field.to_owned(), text)));
    if passphrase != sent.text("again") {
        return Ok(again("again", words.say("join-again-differs")));
    }
    let casework = &call.room.casework;
    let done = match way {
        Way::Join => casework.join(login, code, passphrase, &call.network, &call.moment).await,
        Way::Recover => {
            let returning = Returning { login, code, left: sent.text("left"), passphrase };
            casework.recover(returning, &call.network, &call.moment).await
        }
    };
    match done {
        Ok(joined) => Ok(joined_page(&call, login, &joined)),
        Err(Refused::Mismatch) => Ok(again("form", words.say(&format!("{}-mismatch", way.key())))),
        Err(Refused::Weak(weakness)) => Ok(again("passphrase", words.say(weak_key(&weakness)))),
        Err(Refused::Wait(_)) => Ok(again("form", words.say("refused-wait-next"))),
        Err(other) => Err(Turned::away(&call, None, other)),
    }
}

/// The key of the words for what is weak.
pub(super) fn weak_key(weakness: &Weakness) -> &'static str {
    match weakness {
        Weakness::Short(_) => "weak-short",
        Weakness::Long => "weak-long",
        Weakness::Invisible => "weak-invisible",
        Weakness::Common => "weak-common",
        Weakness::Names => "weak-names",
        Weakness::Repeated => "weak-repeated",
    }
}

fn joined_page(call: &Call, login: &str, joined: &Joined) -> Response {
    let shares = joined.founded.iter().flat_map(|founded| &founded.shares);
    let lines = |share: &_| -> Vec<String> { share_lines(share) };
    let page = JoinedPage {
        frame: Frame::of(call, None, Part::Elsewhere, call.words().say("joined-title")),
        recovery: joined.recovery.to_string(),
        factor: joined.factor.text().to_string(),
        uri: joined.factor.uri("Pana", login).to_string(),
        centre: joined.founded.as_ref().map(|founded| founded.centre.clone()),
        shares: shares.map(lines).collect(),
    };
    Html(page.render().unwrap_or_default()).into_response()
}

fn share_lines(share: &Share) -> Vec<String> {
    share.lines().iter().map(|line| line.to_string()).collect()
}
