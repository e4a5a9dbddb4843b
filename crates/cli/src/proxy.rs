//! Proxies before the server: which of them are believed who a visitor is. Tries to sign in are counted by where they come from; behind a
//! proxy that nobody believes everybody comes from one place.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;

/// Where proxies write who a visitor is.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// What only a proxy may say. From everybody else it is dropped.
pub const CLAIMS: [&str; 4] = [FORWARDED_FOR, "x-forwarded-proto", "x-forwarded-host", "forwarded"];

/// Where a request comes from. Each proxy adds at the end of the list whom it spoke to: read from there, the first address that is no
/// proxy of ours is the visitor's. What stands before it the visitor may have written herself.
pub fn visitor(peer: SocketAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> SocketAddr {
    let ours = |address: &IpAddr| proxies.contains(address);
    if !ours(&peer.ip().to_canonical()) {
        return peer;
    }
    let lines: Vec<&str> = headers.get_all(FORWARDED_FOR).iter().filter_map(|line| line.to_str().ok()).collect();
    let listed = lines.iter().rev().flat_map(|line| line.rsplit(','));
    for address in listed {
        let Ok(address) = address.trim().parse::<IpAddr>() else { return peer };
        if !ours(&address.to_canonical()) {
            return SocketAddr::new(address, 0);
        }
    }
    peer
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn seen(peer: &str, lines: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in lines {
            let value = HeaderValue::from_str(line).expect("a header");
            headers.append(HeaderName::from_static(FORWARDED_FOR), value);
        }
        let proxies = ["127.0.0.1", "10.0.0.2"].map(|proxy| proxy.parse::<IpAddr>().expect("an address"));
        visitor(peer.parse().expect("an address"), &headers, &proxies).ip().to_string()
    }

    #[test]
    fn a_proxy_of_ours_is_believed() {
        assert_eq!(seen("127.0.0.1:5000", &["203.0.113.7"]), "203.0.113.7");
        assert_eq!(seen("[::ffff:127.0.0.1]:5000", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(seen("10.0.0.2:5000", &["203.0.113.7, 127.0.0.1"]), "203.0.113.7", "one behind the other");
        assert_eq!(seen("10.0.0.2:5000", &["203.0.113.7", "127.0.0.1"]), "203.0.113.7", "a line each");
    }

    #[test]
    fn what_a_visitor_writes_herself_counts_for_nothing() {
        assert_eq!(seen("127.0.0.1:5000", &["198.51.100.1, 203.0.113.7"]), "203.0.113.7");
        assert_eq!(seen("127.0.0.1:5000", &["198.51.100.1", "203.0.113.7"]), "203.0.113.7");
        assert_eq!(seen("203.0.113.7:5000", &["198.51.100.1"]), "203.0.113.7", "she is no proxy");
    }

    #[test]
    fn what_cannot_be_read_leaves_the_proxy_s_own_address() {
        for lines in [&[][..], &["unknown"], &["203.0.113.7, "], &["127.0.0.1"], &[""], &["203.0.113.7:80"]] {
            assert_eq!(seen("127.0.0.1:5000", lines), "127.0.0.1", "{lines:?}");
        }
    }
}
