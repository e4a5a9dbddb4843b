//! A form that was sent. That it carries the key of its session was asked before (see `guard`).

use axum::Form;
use axum::extract::{FromRequest, FromRequestParts, Request};
use pana_app::casework::Refused;
use pana_casework::intake::Fields;

use super::call::Call;
use super::refusal::Turned;
use crate::server::State;

/// The fields of a form.
pub struct Sent {
    fields: Fields,
}

impl Sent {
    /// All fields.
    pub fn fields(&self) -> &Fields {
        &self.fields
    }

    /// A field without spaces around it; empty where it was not filled in.
    pub fn text(&self, name: &str) -> &str {
        self.fields.one(name).unwrap_or_default()
    }

    /// The id of this saving: made with the form, so that one pressed twice is one.
    pub fn save_id(&self) -> &str {
        self.text("save")
    }
}

impl FromRequest<State> for Sent {
    type Rejection = Turned;

    async fn from_request(request: Request, state: &State) -> Result<Self, Turned> {
        let (mut parts, body) = request.into_parts();
        let call = Call::from_request_parts(&mut parts, state).await.map_err(Turned::nowhere)?;
        let request = Request::from_parts(parts, body);
        let Ok(Form(pairs)) = Form::<Vec<(String, String)>>::from_request(request, state).await else {
            return Err(Turned::away(&call, None, Refused::field("form", "form-unreadable")));
        };
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        Ok(Self { fields: Fields::from_pairs(pairs) })
    }
}
