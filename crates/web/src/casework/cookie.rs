//! Two cookies: the session's, which opens her keys, and the device's, which gives a known device tries of its own.

use axum::http::{HeaderMap, HeaderValue, header};

/// The session. `__Host-` binds it to this host and to an encrypted connection.
pub const SESSION: &str = "__Host-s";
/// The device.
pub const DEVICE: &str = "__Host-d";

const FLAGS: &str = "Path=/; Secure; HttpOnly; SameSite=Strict";

/// A cookie that was sent.
pub fn sent(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let mut found = pairs.filter(|(key, _)| *key == name).map(|(_, value)| value.to_owned());
    let first = found.next();
    // Two of one name: somebody plants cookies.
    if found.next().is_some() { None } else { first }
}

/// What a form of this session carries: only a page that this session was shown knows it.
pub fn form_key(cookie: &str) -> String {
    use sha2::{Digest, Sha256};
    let hash = Sha256::new().chain_update("pana form key v1\0").chain_update(cookie).finalize();
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Sets the session's cookie; it ends with the browser.
pub fn session(value: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{SESSION}={value}; {FLAGS}")).ok()
}

/// Sets the device's cookie, for a year.
pub fn device(value: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{DEVICE}={value}; Max-Age=31536000; {FLAGS}")).ok()
}

/// Ends the session's cookie.
pub fn ended() -> HeaderValue {
    HeaderValue::from_static("__Host-s=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cookie_of_a_name_counts_and_two_do_not() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=1; __Host-s=abc; b=2"));
        assert_eq!(sent(&headers, SESSION).as_deref(), Some("abc"));
        headers.append(header::COOKIE, HeaderValue::from_static("__Host-s=planted"));
        assert_eq!(sent(&headers, SESSION), None);
    }
}
