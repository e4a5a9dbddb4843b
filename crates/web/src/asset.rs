//! Stylesheet, fonts and the one script, carried in the program.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

const STYLESHEET: &str = include_str!("../../../assets/pana.css");

/// The one script of the pages that the program serves: it asks the device for a passkey.
const PASSKEY: &str = include_str!("../../../assets/passkey.js");

/// Changes with the script.
pub const PASSKEY_VERSION: u64 = fnv(PASSKEY.as_bytes());

/// Changes with the stylesheet, so that no reader keeps an old one.
pub const STYLESHEET_VERSION: u64 = fnv(STYLESHEET.as_bytes());

macro_rules! fonts {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../assets/fonts/web/", $name)))),+]
    };
}

static FONTS: &[(&str, &[u8])] = fonts![
    "golos-text-cyrillic-400-normal.woff2",
    "golos-text-cyrillic-500-normal.woff2",
    "golos-text-cyrillic-700-normal.woff2",
    "golos-text-cyrillic-ext-400-normal.woff2",
    "golos-text-cyrillic-ext-500-normal.woff2",
    "golos-text-cyrillic-ext-700-normal.woff2",
    "golos-text-latin-400-normal.woff2",
    "golos-text-latin-500-normal.woff2",
    "golos-text-latin-700-normal.woff2",
    "golos-text-latin-ext-400-normal.woff2",
    "golos-text-latin-ext-500-normal.woff2",
    "golos-text-latin-ext-700-normal.woff2",
];

const SVG: &str = "image/svg+xml; charset=utf-8";

/// The mark of the program, as an icon: an arch over somebody.
const MARK: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path d=\"M4 27V17a12 12 0 0 1 24 0v10\" \
    fill=\"none\" stroke=\"#1f5a8a\" stroke-width=\"3\"/><circle cx=\"16\" cy=\"23\" r=\"4.5\" fill=\"#1f5a8a\"/></svg>";

/// FNV-1a, 64 bit: a name for a content, not a protection.
const fn fnv(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut position = 0;
    while position < bytes.len() {
        hash = (hash ^ bytes[position] as u64).wrapping_mul(0x0100_0000_01b3);
        position += 1;
    }
    hash
}

/// The icon of pages that must say nothing: a sheet of paper.
const PAGE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><path fill=\"#8a8a8a\" d=\"M3 1h7l3 3v11H3z\"/></svg>";

/// An asset by path.
pub async fn serve(Path(path): Path<String>) -> Response {
    let (kind, body): (&str, &'static [u8]) = match path.as_str() {
        "pana.css" => ("text/css; charset=utf-8", STYLESHEET.as_bytes()),
        "pana.svg" => (SVG, MARK.as_bytes()),
        "passkey.js" => ("text/javascript; charset=utf-8", PASSKEY.as_bytes()),
        "page.svg" => (SVG, PAGE.as_bytes()),
        other => match other.strip_prefix("fonts/").and_then(|name| FONTS.iter().find(|(known, _)| *known == name)) {
            Some((_, bytes)) => ("font/woff2", bytes),
            None => return StatusCode::NOT_FOUND.into_response(),
        },
    };
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=604800")], body).into_response()
}

/// The stylesheet, for a page that is a file of its own.
pub fn stylesheet() -> &'static str {
    STYLESHEET
}

/// Every asset with its path below `/assets/`.
pub fn all() -> impl Iterator<Item = (String, &'static [u8])> {
    let fonts = FONTS.iter().map(|(name, bytes)| (format!("fonts/{name}"), *bytes));
    [("pana.css".to_owned(), STYLESHEET.as_bytes()), ("pana.svg".to_owned(), MARK.as_bytes())].into_iter().chain(fonts)
}

/// The icon, for browsers that ask by the old name.
pub async fn favicon() -> Response {
    ([(header::CONTENT_TYPE, SVG), (header::CACHE_CONTROL, "public, max-age=604800")], MARK).into_response()
}

/// Everything may be indexed.
pub async fn robots() -> &'static str {
    "User-agent: *\nAllow: /\n"
}
