//! Who asks, and what she opened. A page of the confided room takes one of these; what the route's line in the table needs has been
//! asked of the policy before the page sees anything.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use pana_app::casework::session::Signed;
use pana_app::casework::{Open, Refused};
use pana_casework::policy::Action;
use pana_casework::{Class, Kind};

use super::call::Call;
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::route::Need;
use crate::server::State;

/// Somebody who is signed in, and may see this page.
#[derive(Clone)]
pub struct In {
    /// The request.
    pub call: Call,
    /// Who.
    pub signed: Arc<Signed>,
}

/// A case that she may open for what this page does.
pub struct Case {
    /// The request.
    pub call: Call,
    /// The case.
    pub open: Open,
    /// Who.
    pub signed: Arc<Signed>,
}

impl In {
    /// What the page shows besides its content.
    pub fn frame(&self, part: Part, title: String) -> Frame<'_> {
        Frame::of(&self.call, Some(&self.signed), part, title)
    }

    /// A refusal, as a page for her.
    pub fn refused(&self, refused: Refused) -> Turned {
        Turned::away(&self.call, Some(&self.signed), refused)
    }
}

impl Case {
    /// What the page shows besides its content.
    pub fn frame(&self, title: String) -> Frame<'_> {
        Frame::of(&self.call, Some(&self.signed), Part::Cases, title)
    }

    /// A refusal, as a page for her.
    pub fn refused(&self, refused: Refused) -> Turned {
        Turned::away(&self.call, Some(&self.signed), refused)
    }

    /// The address of this case, or of something below it.
    pub fn href(&self, below: &str) -> String {
        self.call.href(&format!("/cases/{}{below}", self.open.record.id))
    }
}

fn need(parts: &Parts) -> Need {
    // A route that is not in the table needs what nobody has.
    parts.extensions.get::<Need>().copied().unwrap_or(Need::Nobody)
}

async fn signed(parts: &mut Parts, state: &State) -> Result<(Call, Arc<Signed>), Turned> {
    let call = Call::from_request_parts(parts, state).await.map_err(Turned::nowhere)?;
    let who = match &call.cookie {
        Some(cookie) => call.room.casework.who(cookie, call.moment.clone()).await,
        None => Err(Refused::SignedOut),
    };
    match who {
        Ok(signed) => Ok((call, Arc::new(signed))),
        Err(refused) => Err(Turned::away(&call, None, refused)),
    }
}

/// The class that an address names, where it takes attached papers.
fn attached(code: &str) -> Option<Class> {
    Class::parse(code).filter(|&class| Kind::attached(class).is_some())
}

impl FromRequestParts<State> for In {
    type Rejection = Turned;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Turned> {
        let (call, signed) = signed(parts, state).await?;
        let allowed = match need(parts) {
            Need::Signed => Ok(()),
            Need::Thing(thing, action) => call.room.casework.admit(&signed, thing, action).await,
            // A page of a case takes a `Case`.
            Need::Nobody | Need::Case(..) | Need::Attached(_) => Err(Refused::NotFound),
        };
        match allowed {
            Ok(()) => Ok(Self { call, signed }),
            Err(refused) => Err(Turned::away(&call, Some(&signed), refused).at_the_gate()),
        }
    }
}

/// Whether she may see this page of a case. Of attached papers whoever may read her own lines sees those that she attached.
async fn allowed(open: &Open, need: Need, (class, action): (Class, Action)) -> Result<(), Refused> {
    let hers = matches!(need, Need::Attached(Action::Read)) && open.may(class, Action::ReadOwn);
    if !hers {
        open.demand(class, action).await?;
    }
    open.count().await
}

impl FromRequestParts<State> for Case {
    type Rejection = Turned;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Turned> {
        let (call, signed) = signed(parts, state).await?;
        let params = RawPathParams::from_request_parts(parts, state).await.ok();
        let named =
            |part: &str| params.iter().flatten().find(|(name, _)| *name == part).map(|(_, value)| value.to_owned());
        let needed = match need(parts) {
            Need::Case(class, action) => Some((class, action)),
            Need::Attached(action) => named("class").and_then(|code| Some((attached(&code)?, action))),
            _ => None,
        };
        let opened = match (needed, named("id")) {
            (Some((class, action)), Some(id)) => match call.room.casework.open_case(&signed, &id).await {
                Ok(open) => allowed(&open, need(parts), (class, action)).await.map(|()| open),
                Err(refused) => Err(refused),
            },
            _ => Err(Refused::NotFound),
        };
        match opened {
            Ok(open) => Ok(Self { call, open, signed }),
            Err(refused) => Err(Turned::away(&call, Some(&signed), refused).at_the_gate()),
        }
    }
}
