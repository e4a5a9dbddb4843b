//! TLS: off where only this machine can reach the server, on everywhere else.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Stdio};
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::pana::{Folder, command, run};

/// A server that ends with the test.
struct Server(Child, String);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Server {
    /// The port it serves on, on whatever address of this machine.
    fn here(&self) -> SocketAddr {
        let port = self.1.trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok());
        SocketAddr::from(([127, 0, 0, 1], port.expect("a port")))
    }
}

fn serve(folder: &Folder, args: &[&str]) -> Server {
    let all: Vec<&str> = ["serve", "--json", "--data", "d"].iter().chain(args).copied().collect();
    let mut serve = command(&folder.0, &all);
    let mut child = serve.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    let told: serde_json::Value = serde_json::from_str(&line).expect("one line of JSON");
    Server(child, told["url"].as_str().expect("an address").to_owned())
}

const ASKED: &[u8] = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// Asks over TLS, trusting one certificate and nobody else.
fn over_tls(address: SocketAddr, trusted: &std::path::Path) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(trusted).expect("a certificate")).expect("it can be trusted");
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().expect("versions");
    let config = builder.with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from("localhost").expect("a name");
    let talk = ClientConnection::new(Arc::new(config), name).expect("a connection");
    let mut stream = StreamOwned::new(talk, TcpStream::connect(address)?);
    stream.write_all(ASKED)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn plainly(address: SocketAddr) -> String {
    let mut stream = TcpStream::connect(address).expect("it listens");
    stream.write_all(ASKED).expect("asked");
    let mut answer = Vec::new();
    // A server that speaks TLS hangs up.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn t13_nobody_off_this_machine_is_served_without_encryption() {
    let folder = Folder::new("tls-own");
    let server = serve(&folder, &["--listen", "0.0.0.0:0"]);
    assert!(server.1.starts_with("https://"), "{}", server.1);
    let answer = over_tls(server.here(), &folder.0.join("d/tls-certificate.pem")).expect("it answers over TLS");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    // Its own certificate is no reason to tell a browser to refuse every other.
    assert!(!answer.to_lowercase().contains("strict-transport-security"), "{answer}");
    assert!(!plainly(server.here()).contains("200 OK"), "it answers without TLS");
    // Another certificate than its own is not what it shows.
    let other = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate").cert.pem();
    std::fs::write(folder.0.join("other.pem"), other).expect("written");
    assert!(over_tls(server.here(), &folder.0.join("other.pem")).is_err());
}

#[test]
fn the_key_of_its_own_making_is_for_its_owner_alone_and_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("tls-key");
    let certificate = |_: &Server| std::fs::read(folder.0.join("d/tls-certificate.pem")).expect("a certificate");
    let first = certificate(&serve(&folder, &["--listen", "0.0.0.0:0"]));
    let mode = std::fs::metadata(folder.0.join("d/tls-key.pem")).expect("a key").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(certificate(&serve(&folder, &["--listen", "0.0.0.0:0"])), first);
}

#[test]
fn a_certificate_that_is_given_is_used_and_then_browsers_are_told_to_insist() {
    let folder = Folder::new("tls-given");
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    std::fs::write(folder.0.join("c.pem"), made.cert.pem()).expect("written");
    std::fs::write(folder.0.join("k.pem"), made.signing_key.serialize_pem()).expect("written");
    let server = serve(&folder, &["--listen", "127.0.0.1:0", "--tls-cert", "c.pem", "--tls-key", "k.pem"]);
    let answer = over_tls(server.here(), &folder.0.join("c.pem")).expect("it answers over TLS");
    assert!(answer.to_lowercase().contains("strict-transport-security: max-age=63072000"), "{answer}");
}

#[test]
fn on_this_machine_and_behind_a_proxy_it_is_plain() {
    let folder = Folder::new("tls-plain");
    for args in [&["--listen", "127.0.0.1:0"][..], &["--listen", "0.0.0.0:0", "--behind-proxy"]] {
        let server = serve(&folder, args);
        assert!(server.1.starts_with("http://") && plainly(server.here()).contains("200 OK"), "{args:?}");
    }
    assert!(!folder.0.join("d/tls-key.pem").exists());
}

#[test]
fn a_certificate_that_cannot_be_read_or_does_not_fit_is_told_so() {
    let folder = Folder::new("tls-broken");
    let made = || rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let write = |name: &str, text: &str| std::fs::write(folder.0.join(name), text).expect("written");
    write("c.pem", &made().cert.pem());
    write("other.pem", &made().signing_key.serialize_pem());
    write("none.pem", "not a key");
    let cases = [
        ("none.pem", "none.pem", "no"),
        ("c.pem", "none.pem", "no key in PEM"),
        ("c.pem", "other.pem", "does not fit"),
    ];
    for (file, key, word) in cases {
        let args = ["serve", "--data", "d", "--listen", "127.0.0.1:0", "--tls-cert", file, "--tls-key", key];
        let (code, _, err) = run(&folder, &args);
        assert!(code == 1 && err.contains(word) && err.contains(".pem") && !err.contains("not a key"), "{code} {err}");
    }
    assert_eq!(run(&folder, &["serve", "--data", "d", "--tls-cert", "c.pem"]).0, 2);
}
