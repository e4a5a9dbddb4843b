//! A form that was sent. That it carries the key of its session was asked before (see `guard`).

use axum::Form;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::header;
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

/// A form with a file.
pub struct Upload {
    /// Its other fields.
    pub sent: Sent,
    /// The file: empty where none was chosen. What the browser says of its name and kind is not read.
    pub file: Vec<u8>,
}

impl FromRequest<State> for Upload {
    type Rejection = Turned;

    async fn from_request(request: Request, state: &State) -> Result<Self, Turned> {
        let (mut parts, body) = request.into_parts();
        let call = Call::from_request_parts(&mut parts, state).await.map_err(Turned::nowhere)?;
        let request = Request::from_parts(parts, body);
        let unreadable = || Turned::away(&call, None, Refused::field("form", "form-unreadable"));
        let mut form = Multipart::from_request(request, state).await.map_err(|_| unreadable())?;
        parted(&mut form).await.map_err(|_| unreadable())
    }
}

/// The fields of a form in parts.
async fn parted(form: &mut Multipart) -> Result<Upload, MultipartError> {
    let (mut pairs, mut file) = (Vec::new(), Vec::new());
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await?;
        if name == "file" {
            file = bytes.to_vec();
        } else {
            pairs.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    Ok(Upload { sent: Sent { fields: Fields::from_pairs(pairs) }, file })
}

/// The key that a form of either kind carries; nothing where it carries none or cannot be read. A file in it is passed over.
pub(super) async fn key(request: Request) -> Option<String> {
    let kind = request.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes().to_ascii_lowercase());
    if !kind.is_some_and(|kind| kind.starts_with(b"multipart/form-data")) {
        let Form(pairs) = Form::<Vec<(String, String)>>::from_request(request, &()).await.ok()?;
        let fields = Fields::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        return fields.one("key").map(str::to_owned);
    }
    let mut form = Multipart::from_request(request, &()).await.ok()?;
    while let Some(mut field) = form.next_field().await.ok()? {
        if field.name() == Some("key") {
            return field.text().await.ok();
        }
        while field.chunk().await.ok()?.is_some() {}
    }
    None
}
