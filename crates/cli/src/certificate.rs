//! The certificate with which the server shows who it is: one that was given, or one of its own making for the first days.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use sha2::{Digest as _, Sha256};

use crate::exit::Exit;

/// The certificate of its own making, in the data folder.
const OWN: &str = "tls-certificate.pem";
/// Its key.
const OWN_KEY: &str = "tls-key.pem";

/// A certificate with its key.
pub struct Certificate {
    /// What the server is set up with.
    pub config: Arc<ServerConfig>,
    /// Whether nobody but this program vouches for it.
    pub own: bool,
    /// SHA-256 of the certificate, as browsers show it.
    pub fingerprint: String,
}

/// The certificate of two PEM files.
pub fn given(file: &Path, key: &Path) -> Result<Certificate, Exit> {
    read(file, key, false)
}

/// The certificate of the data folder; made when it is not there.
pub fn own(folder: &Path, host: &str) -> Result<Certificate, Exit> {
    let (file, key) = (folder.join(OWN), folder.join(OWN_KEY));
    if !file.exists() || !key.exists() {
        let failed = |error: rcgen::Error| Exit::Failed(format!("no certificate could be made for {host}: {error}"));
        let names = [host, "localhost"].map(str::to_owned).to_vec();
        let made = rcgen::generate_simple_self_signed(names).map_err(failed)?;
        write(&key, made.signing_key.serialize_pem().as_bytes())?;
        write(&file, made.cert.pem().as_bytes())?;
    }
    read(&file, &key, true)
}

fn write(file: &PathBuf, text: &[u8]) -> Result<(), Exit> {
    let failed = |error: std::io::Error| Exit::Failed(format!("cannot write {}: {error}", file.display()));
    let mut options = std::fs::OpenOptions::new();
    let mut made = options.write(true).create(true).truncate(true).mode(0o600).open(file).map_err(failed)?;
    made.write_all(text).and_then(|()| made.sync_all()).map_err(failed)
}

fn read(file: &Path, key: &Path, own: bool) -> Result<Certificate, Exit> {
    let faulty = |what: &Path, why: String| Exit::Failed(format!("{}: {why}", what.display()));
    let chain = CertificateDer::pem_file_iter(file).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let chain = chain.map_err(|error| faulty(file, format!("no certificate in PEM can be read: {error}")))?;
    let first = chain.first().ok_or_else(|| faulty(file, "it holds no certificate".to_owned()))?;
    let fingerprint = Sha256::digest(first).iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":");
    // The error of a key says nothing of its content.
    let secret = PrivateKeyDer::from_pem_file(key).map_err(|_| faulty(key, "no key in PEM can be read".to_owned()))?;
    let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(|error| faulty(file, error.to_string()))?;
    let config = builder.with_no_client_auth().with_single_cert(chain, secret);
    let mut config = config.map_err(|error| faulty(file, format!("it does not fit its key: {error}")))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Certificate { config: Arc::new(config), own, fingerprint })
}
