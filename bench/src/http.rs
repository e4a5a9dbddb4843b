//! Somebody's browser, without its window: one connection, one cookie.

use std::net::SocketAddr;

use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{self, HeaderMap};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use pana_web::casework::cookie;
use tokio::net::TcpStream;

use crate::Failed;

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Where it sends the browser.
    pub location: Option<String>,
    /// The session's cookie, where it sets one.
    pub cookie: Option<String>,
    /// Its text.
    pub text: String,
}

/// A browser in which somebody is signed in.
pub struct Browser {
    address: SocketAddr,
    cookie: String,
    line: Option<SendRequest<Full<Bytes>>>,
}

impl Browser {
    /// A browser that has not connected yet. `cookie` is the value of the session's cookie, empty for nobody.
    pub fn new(address: SocketAddr, cookie: &str) -> Self {
        Self { address, cookie: cookie.to_owned(), line: None }
    }

    /// Asks for a page.
    ///
    /// # Errors
    /// No connection, or one that broke before the answer was whole.
    pub async fn get(&mut self, path: &str) -> Result<Answer, Failed> {
        self.send(Method::GET, path, Bytes::new()).await
    }

    /// Sends a form; the key that a page of this session would carry is added.
    ///
    /// # Errors
    /// As [`Browser::get`]. Then nobody knows whether it was saved.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Answer, Failed> {
        let key = cookie::form_key(&self.cookie);
        let pairs = fields.iter().copied().chain([("key", key.as_str())]);
        let body: Vec<String> = pairs.map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        self.send(Method::POST, path, body.join("&").into()).await
    }

    async fn send(&mut self, method: Method, path: &str, body: Bytes) -> Result<Answer, Failed> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, self.address.to_string())
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, format!("{}={}", cookie::SESSION, self.cookie))
            .body(Full::new(body))?;
        let mut line = match self.line.take().filter(|line| !line.is_closed()) {
            Some(line) => line,
            None => self.connect().await?,
        };
        line.ready().await?;
        let answer = line.send_request(request).await?;
        let status = answer.status().as_u16();
        let location = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
        let cookie = session(answer.headers());
        let text = answer.into_body().collect().await?.to_bytes();
        self.line = Some(line);
        Ok(Answer { status, location, cookie, text: String::from_utf8_lossy(&text).into_owned() })
    }

    async fn connect(&self) -> Result<SendRequest<Full<Bytes>>, Failed> {
        let stream = TcpStream::connect(self.address).await?;
        stream.set_nodelay(true)?;
        let (line, wire) = handshake(TokioIo::new(stream)).await?;
        // A wire that breaks is seen by whoever waits for an answer.
        tokio::spawn(async move { drop(wire.await) });
        Ok(line)
    }
}

fn session(headers: &HeaderMap) -> Option<String> {
    let all = headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = all.filter_map(|value| value.split(';').next()?.split_once('='));
    pairs.filter(|(name, _)| *name == cookie::SESSION).map(|(_, value)| value.to_owned()).next()
}

/// As a form writes it.
pub fn escaped(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}
