//! In her own view: the consents that hold, each to be taken back with one press. It acts at once, and nothing she is given depends on it.

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::kept::Kept;
use pana_app::casework::{Open, Refused};
use pana_casework::Kind;
use pana_casework::consent::{Consent, ConsentState};

use super::correction::own_case;
use super::frame::{Frame, Part};
use super::own_words;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;

/// A consent that holds.
struct Card {
    id: String,
    lines: Vec<own_words::Line>,
}

#[derive(Template)]
#[template(path = "casework/own_consent.html")]
struct ConsentsPage<'a> {
    frame: Frame<'a>,
    cards: Vec<Card>,
}

/// The consents of a case that she can take back: those that hold, and those that begin later.
///
/// # Errors
/// As [`Open::documents`].
pub async fn alive(open: &Open) -> Result<Vec<Kept<Consent>>, Refused> {
    let today = open.today();
    let is_alive =
        |kept: &Kept<Consent>| matches!(kept.value.state_on(today), ConsentState::InForce | ConsentState::Ahead);
    Ok(open.all::<Consent>(Kind::Consent).await?.into_iter().filter(is_alive).collect())
}

/// The consents.
pub async fn list(page: In) -> Result<Response, Turned> {
    let open = own_case(&page).await?;
    let frame = Frame::of(&page.call, Some(&page.signed), Part::Elsewhere, page.call.words().say("her-neutral-title"));
    let found = alive(&open).await.map_err(|refused| page.refused(refused))?;
    let card = |kept: Kept<Consent>| Card {
        lines: own_words::lines(&frame, &open.casework().law, &kept.document, open.today()),
        id: kept.document.id,
    };
    let template = ConsentsPage { cards: found.into_iter().map(card).collect(), frame };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// Takes one back.
pub async fn take_back(page: In, sent: Sent) -> Result<Response, Turned> {
    let open = own_case(&page).await?;
    let done = open.withdraw(sent.text("consent"), sent.save_id()).await;
    done.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.call.page("/3")).into_response())
}
