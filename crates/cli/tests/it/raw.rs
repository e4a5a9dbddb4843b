//! What the server makes of bytes that no browser sends: where a message ends is never in doubt, so that nobody's request is taken for part of
//! another's (RFC 9112, section 6.3 and 11.2; ASVS 4.2.1, 4.2.2).

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::time::Duration;

use pana_bench::server::Server;

use crate::pana::{Folder, run};

const BINARY: &str = env!("CARGO_BIN_EXE_pana");

/// What comes back for some bytes, until the server closes or says nothing for a while: the status of each answer, and whether it closed.
fn answers(address: SocketAddr, bytes: &[u8]) -> (Vec<u16>, bool) {
    let mut stream = TcpStream::connect(address).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_millis(700))).expect("a timeout");
    // It may have closed before all is sent.
    let _ = stream.write_all(bytes);
    let (mut all, mut part, mut closed) = (Vec::new(), [0; 16_384], false);
    loop {
        match stream.read(&mut part) {
            Ok(0) => {
                closed = true;
                break;
            }
            Ok(read) => all.extend_from_slice(&part[..read]),
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {
                closed = true;
                break;
            }
            Err(_) => break,
        }
    }
    let text = String::from_utf8_lossy(&all);
    let statuses = text.split("HTTP/1.1 ").skip(1).filter_map(|answer| answer.get(..3)?.parse().ok());
    (statuses.collect(), closed)
}

fn asked(head: &str, body: &str) -> Vec<u8> {
    format!("{head}\r\nhost: localhost\r\n{body}").into_bytes()
}

/// A form sent to the page at which somebody signs in.
fn sent(fields: &str, body: &str) -> Vec<u8> {
    let head = "POST /en/casework/sign-in HTTP/1.1";
    let kind = "sec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\n";
    asked(head, &format!("{kind}{fields}\r\n{body}"))
}

/// A request that would be answered 404: where it is answered, it was taken for a request.
const HIDDEN: &str = "GET /en/hidden HTTP/1.1\r\nhost: localhost\r\n\r\n";

#[test]
fn where_a_message_ends_is_never_in_doubt() {
    let folder = Folder::new("raw");
    assert_eq!(run(&folder, &["init", "--data", "d"]).0, 0);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let server = runtime.block_on(Server::start(Path::new(BINARY), &folder.0.join("d"), &[])).expect("it starts");
    let at = server.address;

    let hidden = format!("login=x&hidden={HIDDEN}");
    let length = hidden.len();
    let whole = answers(at, &sent(&format!("content-length: {length}\r\n"), &hidden));
    assert_eq!(whole, (vec![401], false), "a request within the body of another is not one");
    let two = [sent("content-length: 7\r\n", "login=x"), HIDDEN.as_bytes().to_vec()].concat();
    assert_eq!(answers(at, &two).0, [401, 404], "and one behind it is");

    // Both lengths: the chunks say where it ends.
    let chunked = format!("7\r\nlogin=x\r\n0\r\n\r\n{HIDDEN}");
    let both = format!("content-length: {}\r\ntransfer-encoding: chunked\r\n", chunked.len());
    assert_eq!(answers(at, &sent(&both, &chunked)), (vec![401], true), "and what follows is not read");

    let doubtful = [
        ("two lengths", sent("content-length: 7\r\ncontent-length: 90\r\n", "login=x")),
        ("two lengths in one", sent("content-length: 7, 90\r\n", "login=x")),
        ("a length with a sign", sent("content-length: +7\r\n", "login=x")),
        ("a length that is none", sent("content-length: 0x7\r\n", "login=x")),
        ("a space before the colon", sent("content-length : 7\r\n", "login=x")),
        ("a folded line", sent("x-a: b\r\n content-length: 7\r\n", "login=x")),
        ("an encoding that nobody knows", sent("transfer-encoding: cow\r\n", "7\r\nlogin=x\r\n0\r\n\r\n")),
        ("chunks that are not the last encoding", sent("transfer-encoding: chunked, gzip\r\n", "0\r\n\r\n")),
        ("a zero byte", asked("GET /en/ HTTP/1.1", "x-a: b\0c\r\n\r\n")),
        ("a carriage return alone", asked("GET /en/ HTTP/1.1", "x-a: b\rx-c: d\r\n\r\n")),
        ("a line that is no field", asked("GET /en/ HTTP/1.1", "nothing\r\n\r\n")),
        ("another protocol", b"GET /en/ HTTP/9.9\r\nhost: localhost\r\n\r\n".to_vec()),
        ("no protocol", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n".to_vec()),
    ];
    for (which, bytes) in doubtful {
        let (statuses, closed) = answers(at, &[bytes, HIDDEN.as_bytes().to_vec()].concat());
        assert!(statuses.iter().all(|status| *status == 400) && statuses.len() <= 1, "{which}: {statuses:?}");
        assert!(closed, "{which}: what follows is not read");
    }

    let broken = [
        ("a chunk whose length is none", "zz\r\nlogin=x\r\n0\r\n\r\n"),
        ("a chunk longer than a number", "fffffffffffffffff1\r\nlogin=x\r\n0\r\n\r\n"),
        ("a chunk without its end", "7\r\nlogin=xyz\r\n0\r\n\r\n"),
    ];
    for (which, body) in broken {
        let (statuses, closed) = answers(at, &[sent("transfer-encoding: chunked\r\n", body), HIDDEN.into()].concat());
        assert!(!statuses.contains(&404), "{which}: {statuses:?}");
        assert!(closed, "{which}: what follows is not read");
    }

    let long = [
        ("a long address", asked(&format!("GET /en/{} HTTP/1.1", "a".repeat(70_000)), "\r\n"), [414, 431]),
        ("a long field", asked("GET /en/ HTTP/1.1", &format!("x-a: {}\r\n\r\n", "a".repeat(900_000))), [431, 400]),
        ("many fields", asked("GET /en/ HTTP/1.1", &format!("{}\r\n", "x-a: b\r\n".repeat(300))), [431, 400]),
    ];
    for (which, bytes, expected) in long {
        let (statuses, closed) = answers(at, &bytes);
        assert!(
            statuses.len() <= 1 && statuses.iter().all(|status| expected.contains(status)),
            "{which}: {statuses:?}"
        );
        assert!(closed, "{which}");
    }
    assert_eq!(answers(at, &asked("GET /en/casework/sign-in HTTP/1.1", "\r\n")).0, [200], "it goes on answering");
}

#[test]
fn an_answer_is_as_long_as_it_says() {
    let folder = Folder::new("raw-length");
    assert_eq!(run(&folder, &["init", "--data", "d"]).0, 0);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let server = runtime.block_on(Server::start(Path::new(BINARY), &folder.0.join("d"), &[])).expect("it starts");
    for (path, method, status) in [
        ("/en/casework/sign-in", "GET", 200),
        ("/en/casework/sign-in", "HEAD", 200),
        ("/en/nothing", "GET", 404),
        ("/en/casework", "GET", 303),
        ("/assets/pana.css", "GET", 200),
    ] {
        let mut stream = TcpStream::connect(server.address).expect("it listens");
        let request = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it is sent");
        let mut all = Vec::new();
        stream.read_to_end(&mut all).expect("it closes");
        let end = all.windows(4).position(|at| at == b"\r\n\r\n").expect("a head") + 4;
        let head = String::from_utf8_lossy(&all[..end]).to_lowercase();
        assert!(head.starts_with(&format!("http/1.1 {status}")), "{method} {path}: {head}");
        let lengths: Vec<usize> =
            head.lines().filter_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).collect();
        assert!(!head.contains("transfer-encoding") || lengths.is_empty(), "{method} {path}: one way to say the end");
        if let (&[length], "GET") = (lengths.as_slice(), method) {
            assert_eq!(all.len() - end, length, "{method} {path}");
        }
        assert!(method == "GET" || all.len() == end, "{path}: nothing behind an answer to HEAD");
    }
}
