//! One request to the confided room before anybody is known: language, path, from where.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, OriginalUri};
use axum::http::header;
use axum::http::request::Parts;
use pana_app::Library;
use pana_app::casework::moment::Moment;
use pana_text::{Lang, Words};

use super::Confided;
use super::cookie;
use crate::error::Oops;
use crate::server::State;
use crate::visit::Visit;

/// Where her own view stands.
const OWN: &str = "/page";

/// A request.
#[derive(Clone)]
pub struct Call {
    /// The language of the address.
    pub lang: Lang,
    /// The path after the language.
    pub path: String,
    /// What the program knows before it opens a database.
    pub desk: Arc<pana_app::Desk>,
    /// The confided room.
    pub room: Confided,
    /// When it came.
    pub moment: Moment,
    /// The network it came from, coarse.
    pub network: String,
    /// The cookie of the session, if one was sent.
    pub cookie: Option<String>,
    /// The cookie of the device, if one was sent.
    pub device: Option<String>,
    /// What the browser calls itself, cut short.
    pub browser: String,
}

impl Call {
    /// The words of the language.
    pub fn words(&self) -> &Words {
        self.library().words(self.lang)
    }

    /// Rules and words.
    pub fn library(&self) -> &Library {
        &self.desk.library
    }

    /// Where somebody goes who leaves at once: a page that anybody might have open.
    pub fn exit(&self) -> String {
        self.room.exit.clone()
    }

    /// An address of her own view in the language. It stands beside the room: what a browser keeps of it, in the list of pages that were
    /// visited, says neither what it is nor whom it is about.
    pub fn page(&self, path: &str) -> String {
        format!("/{}{OWN}{path}", self.lang)
    }

    /// Whether the address is one of her own view.
    pub fn is_page(&self) -> bool {
        self.path.strip_prefix(OWN).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// An address in the language.
    pub fn href(&self, path: &str) -> String {
        format!("/{}/casework{path}", self.lang)
    }
}

impl FromRequestParts<State> for Call {
    type Rejection = Oops;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Oops> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |OriginalUri(uri)| uri);
        let path = uri.path();
        let (first, rest) = path[1..].split_once('/').unwrap_or((&path[1..], ""));
        let (Some(lang), Some(room)) = (Lang::parse(first), state.confided.clone()) else {
            return Err(Visit::from_request_parts(parts, state).await?.nothing_here());
        };
        let browser = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Ok(Self {
            lang,
            path: format!("/{rest}"),
            desk: Arc::clone(&state.desk),
            moment: room.moment(),
            room,
            network: network(parts.extensions.get::<ConnectInfo<SocketAddr>>()),
            cookie: cookie::sent(&parts.headers, cookie::SESSION),
            device: cookie::sent(&parts.headers, cookie::DEVICE),
            browser: browser.chars().filter(|c| !c.is_control()).take(120).collect(),
        })
    }
}

/// The neighbourhood an address belongs to: 256 of IPv4, a /48 of IPv6.
fn network(address: Option<&ConnectInfo<SocketAddr>>) -> String {
    match address.map(|ConnectInfo(address)| address.ip().to_canonical()) {
        Some(std::net::IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}.0")
        }
        Some(std::net::IpAddr::V6(ip)) => {
            let [a, b, c, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}::")
        }
        None => "unknown".to_owned(),
    }
}
