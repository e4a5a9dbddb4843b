//! What every request to the confided room goes through, and what every answer from it carries.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::again::{Asked, Waiting};

/// Refuses what another site sends, and keeps every page out of every cache and everything that was typed out of the browser's memory.
pub async fn guard(State(waiting): State<Waiting>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD);
    let asked = Asked::of(&request);
    let mut response = if let Some(page) = waiting.take(&asked) {
        page
    } else if safe || is_same_origin(request.headers()) {
        let answer = next.run(request).await;
        waiting.keep(asked, answer).await
    } else {
        (StatusCode::FORBIDDEN, "this form was not sent from this site\n").into_response()
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
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
