//! Where a request that changes something comes from: a page of this site, or it is not answered.

use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The answer to what another site sends, whatever it asks for; nothing where a page of this site asks, or where nothing could change.
pub fn refusal(method: &Method, headers: &HeaderMap) -> Option<Response> {
    if matches!(*method, Method::GET | Method::HEAD) || is_same_origin(headers) {
        return None;
    }
    let kept = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Some((StatusCode::FORBIDDEN, kept, "this form was not sent from this site\n").into_response())
}

/// Whether an unsafe request comes from a page of this site: by the browser's own word, or, of older browsers, by its origin. Neither
/// of them: refused, since a browser of the last years sends one.
fn is_same_origin(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let origin = text(header::ORIGIN).and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin.is_some() && origin == text(header::HOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn only_a_page_of_this_site_may_send_a_form() {
        assert!(is_same_origin(&sent(&[("sec-fetch-site", "same-origin")])));
        for site in ["cross-site", "same-site", "none", ""] {
            assert!(!is_same_origin(&sent(&[("sec-fetch-site", site)])), "{site}");
        }
        assert!(is_same_origin(&sent(&[("origin", "https://pana.example"), ("host", "pana.example")])));
        assert!(!is_same_origin(&sent(&[("origin", "https://evil.example"), ("host", "pana.example")])));
        assert!(!is_same_origin(&sent(&[("origin", "null"), ("host", "pana.example")])));
        assert!(!is_same_origin(&sent(&[("host", "pana.example")])));
        // The browser's own word counts more than an origin that fits.
        let both = [("sec-fetch-site", "cross-site"), ("origin", "https://pana.example"), ("host", "pana.example")];
        assert!(!is_same_origin(&sent(&both)));
    }
}
