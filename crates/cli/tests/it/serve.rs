//! The demo: it serves, and what cannot be served leaves no trace.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;

use crate::pana::{Folder, command, run};

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("it listens");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("asked");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("answered");
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn the_demo_prints_its_address_and_shows_kazakhstan() {
    let folder = Folder::new("demo");
    let mut demo = command(&folder.0, &["demo", "--listen", "127.0.0.1:0", "--json"]);
    let mut child = demo.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    let told: serde_json::Value = serde_json::from_str(&line).expect("one line of JSON");
    let url = told["url"].as_str().expect("an address");
    let address = url.trim_start_matches("http://").trim_end_matches('/');
    let page = get(address, "/en/countries/KAZ/2023");
    assert!(page.starts_with("HTTP/1.1 200"), "{}", &page[..60.min(page.len())]);
    assert!(page.contains("208,000") && page.contains("default-src 'none'"));
    assert!(get(address, "/").starts_with("HTTP/1.1 303"));
    let missing = get(address, "/kk/countries/ZZZ");
    assert!(missing.starts_with("HTTP/1.1 404"), "{}", &missing[..60.min(missing.len())]);
    child.kill().expect("it stops");
    child.wait().expect("it ended");
    assert_eq!(folder.names(), ["pana-data"]);
}

#[test]
fn a_port_in_use_leaves_no_trace() {
    let folder = Folder::new("port");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    let (code, out, err) = run(&folder, &["demo", "--listen", &address]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("is in use by another program; choose another with --listen"), "{err}");
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = Folder::new("unwritable");
    std::fs::write(folder.0.join("file"), "").expect("written");
    let (code, _, err) = run(&folder, &["demo", "--listen", "127.0.0.1:0", "--data", "file/inside"]);
    assert_eq!(code, 1);
    assert!(err.contains("cannot make the folder file/inside") && err.contains("--data"), "{err}");
    assert_eq!(folder.names(), ["file"]);
}

#[test]
fn an_address_that_is_none_is_told_so() {
    let folder = Folder::new("address");
    let (code, _, err) = run(&folder, &["demo", "--listen", "somewhere"]);
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("`somewhere` is not an address; write host:port"), "{err}");
    assert_eq!(folder.names(), Vec::<String>::new());
}
