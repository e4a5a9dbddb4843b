//! Passkeys: what a browser sends when a device made a key, or signed with one (W3C Web Authentication, level 3, §7.1 and §7.2).
//!
//! The device's own statement of who made it is neither asked for nor read: a centre uses the telephones that it has. Asked for is that
//! the person was there and was recognised by the device (finger, face, PIN), that the answer is to our question, and that the browser
//! showed our page. Signatures and their formats are read by `ring` and `ed25519-dalek`, keys by `coset`, CBOR by `ciborium`, JSON by
//! `serde_json`; only the fixed layout of the authenticator's data (§6.1) is taken apart here. ADR 19 says why.

use base64ct::{Base64UrlUnpadded, Encoding};
use coset::cbor::Value;
use coset::iana::{self, EnumI64};
use coset::{AsCborValue, CoseKey, Label, RegisteredLabelWithPrivate};
use ring::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::seal::derive;
use crate::sign::VerifyKey;
use crate::{Parts, Secret};

/// What the device's pseudo-random function is asked. The same for all keys, because nobody is known yet when somebody signs in; the
/// salt of each key comes in afterwards.
pub const QUESTION: &[u8] = b"pana passkey v1";

/// As much of each part is read (bytes). A key's name has at most 1,023 (§4).
const CLIENT_DATA: usize = 4 << 10;
const ATTESTATION: usize = 16 << 10;
const NAME: usize = 1023;

/// Flags of the authenticator's data (§6.1).
const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
const MAY_BE_COPIED: u8 = 1 << 3;
const IS_COPIED: u8 = 1 << 4;
const HAS_KEY: u8 = 1 << 6;
const HAS_MORE: u8 = 1 << 7;

/// Where people find this server: the host that keys are bound to, and the only origin whose pages may use them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    host: String,
    origin: String,
}

impl Site {
    /// A name, with a port where it is not 443, as people type it after `https://`. `None` where it is no name, such as a bare address:
    /// browsers bind no key to one.
    pub fn named(typed: &str) -> Option<Self> {
        let (host, port) = match typed.split_once(':') {
            Some((host, port)) => (host, Some(port.parse::<u16>().ok().filter(|port| *port != 0)?)),
            None => (typed, None),
        };
        let origin = match port {
            None | Some(443) => format!("https://{host}"),
            Some(port) => format!("https://{host}:{port}"),
        };
        is_name(host).then(|| Self { host: host.to_owned(), origin })
    }

    /// One's own machine, without encryption.
    pub fn here(port: u16) -> Self {
        Self { host: "localhost".to_owned(), origin: format!("http://localhost:{port}") }
    }

    /// The host.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The origin.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

fn is_name(host: &str) -> bool {
    let label = |label: &str| {
        let inside = label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        (1..=63).contains(&label.len()) && inside && !label.starts_with('-') && !label.ends_with('-')
    };
    let last_is_a_word = host.rsplit('.').next().is_some_and(|last| last.bytes().any(|byte| byte.is_ascii_lowercase()));
    host.len() <= 253 && host.split('.').all(label) && last_is_a_word
}

/// Why an answer of a device is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It cannot be read.
    #[error("it cannot be read")]
    Malformed,
    /// It answers something else than what was asked: making instead of signing, or the other way round.
    #[error("it answers another request")]
    Type,
    /// It answers another question.
    #[error("it answers another question")]
    Challenge,
    /// The browser showed another page, or ours inside another.
    #[error("the browser showed another page")]
    Origin,
    /// The key is bound to another host.
    #[error("the key is bound to another host")]
    Host,
    /// Nobody touched the device.
    #[error("nobody was there")]
    Absent,
    /// The device did not recognise the person.
    #[error("the device did not recognise the person")]
    Unverified,
    /// A kind of key that is not used here.
    #[error("a kind of key that is not used here")]
    Kind,
    /// The signature is not that of this key over this answer.
    #[error("the signature does not fit")]
    Signature,
    /// The device counted less than before: there may be a copy of the key.
    #[error("the device counted less than before")]
    Counter,
}

/// The public half of a passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// ECDSA on P-256 with SHA-256 (COSE −7): what telephones and most security keys make. An uncompressed point.
    Es256([u8; 65]),
    /// Ed25519 (COSE −8).
    EdDsa(VerifyKey),
}

impl Key {
    /// As it is kept: a byte for the kind, then the key.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Es256(point) => [&[1], point.as_slice()].concat(),
            Self::EdDsa(key) => [&[2], key.bytes().as_slice()].concat(),
        }
    }

    /// From kept bytes.
    pub fn parse(kept: &[u8]) -> Option<Self> {
        match kept.split_first()? {
            (1, point) => Self::point(point),
            (2, key) => VerifyKey::parse(key).map(Self::EdDsa),
            _ => None,
        }
    }

    fn point(bytes: &[u8]) -> Option<Self> {
        let point: [u8; 65] = bytes.try_into().ok()?;
        (point[0] == 4).then_some(Self::Es256(point))
    }

    fn of_cose(value: Value) -> Option<Self> {
        let key = CoseKey::from_cbor_value(value).ok()?;
        let is = |algorithm| key.alg == Some(RegisteredLabelWithPrivate::Assigned(algorithm));
        let parameter = |label: i64| {
            let mut found = key.params.iter().filter(|(name, _)| *name == Label::Int(label)).map(|(_, value)| value);
            found.next().filter(|_| found.next().is_none())
        };
        let on = |label: i64, curve: iana::EllipticCurve| parameter(label) == Some(&Value::from(curve.to_i64()));
        match key.kty {
            coset::KeyType::Assigned(iana::KeyType::EC2) => {
                let fits =
                    is(iana::Algorithm::ES256) && on(iana::Ec2KeyParameter::Crv.to_i64(), iana::EllipticCurve::P_256);
                fits.then(|| key.to_sec1_octet_string().ok()).flatten().and_then(|point| Self::point(&point))
            }
            coset::KeyType::Assigned(iana::KeyType::OKP) => {
                let fits =
                    is(iana::Algorithm::EdDSA) && on(iana::OkpKeyParameter::Crv.to_i64(), iana::EllipticCurve::Ed25519);
                let bytes = parameter(iana::OkpKeyParameter::X.to_i64()).and_then(Value::as_bytes);
                bytes.filter(|_| fits).and_then(|bytes| VerifyKey::parse(bytes)).map(Self::EdDsa)
            }
            _ => None,
        }
    }

    fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Es256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature).is_ok()
            }
            Self::EdDsa(key) => key.verifies(message, signature),
        }
    }
}

/// A key that a device made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What the device calls it.
    pub id: Vec<u8>,
    /// The public half.
    pub key: Key,
    /// How often it signed.
    pub counter: u32,
}

/// What a device said when it was asked to sign. Lengths are not limited here: a form is.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// What the browser saw, as JSON.
    pub client_data: &'a [u8],
    /// What the device saw.
    pub authenticator_data: &'a [u8],
    /// Its signature over both.
    pub signature: &'a [u8],
}

/// Reads the key that a device made to our question.
///
/// # Errors
/// The first [`Fault`], in the order of the standard.
pub fn made(site: &Site, challenge: &[u8], client_data: &[u8], attestation: &[u8]) -> Result<Made, Fault> {
    check_client(site, "webauthn.create", challenge, client_data)?;
    let data = authenticator_data(attestation).ok_or(Fault::Malformed)?;
    let (flags, counter, mut rest) = spoken(site, &data)?;
    if flags & HAS_KEY == 0 {
        return Err(Fault::Malformed);
    }
    // 16 bytes name the model of the device: nothing here depends on it, so it is not kept.
    let (_, after) = rest.split_first_chunk::<16>().ok_or(Fault::Malformed)?;
    let (length, after) = after.split_first_chunk::<2>().ok_or(Fault::Malformed)?;
    let length = usize::from(u16::from_be_bytes(*length));
    let (id, after) = after.split_at_checked(length).ok_or(Fault::Malformed)?;
    if id.is_empty() || id.len() > NAME {
        return Err(Fault::Malformed);
    }
    rest = after;
    let key = item(&mut rest).ok_or(Fault::Malformed)?;
    end(flags, rest)?;
    Ok(Made { id: id.to_vec(), key: Key::of_cose(key).ok_or(Fault::Kind)?, counter })
}

/// Checks that a device signed our question with this key; gives its counter, to be kept.
///
/// # Errors
/// The first [`Fault`], in the order of the standard.
pub fn signed(site: &Site, challenge: &[u8], key: &Key, counter: u32, answer: Answer<'_>) -> Result<u32, Fault> {
    check_client(site, "webauthn.get", challenge, answer.client_data)?;
    let (flags, now, rest) = spoken(site, answer.authenticator_data)?;
    if flags & HAS_KEY != 0 {
        return Err(Fault::Malformed);
    }
    end(flags, rest)?;
    let mut message = answer.authenticator_data.to_vec();
    message.extend_from_slice(&Sha256::digest(answer.client_data));
    if !key.verifies(&message, answer.signature) {
        return Err(Fault::Signature);
    }
    // §7.2, step 22. Keys that are copied between devices of one person do not count: theirs is 0 both times.
    if (now != 0 || counter != 0) && now <= counter { Err(Fault::Counter) } else { Ok(now) }
}

/// The key that seals somebody's ring, out of what only her device gives: HKDF-SHA-256 (RFC 5869) with the salt of this passkey.
pub fn key(output: &Secret<32>, salt: &[u8; 32], owner: &Parts) -> Secret<32> {
    derive(output.expose(), salt, &Parts::of("pana passkey ring v1").and("owner", owner.bytes()))
}

/// Reads base64url without filling, in which browsers send bytes.
pub fn decode(sent: &str) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(sent).ok()
}

/// Writes base64url without filling.
pub fn encode(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// What the browser saw (§5.8.1). A member given twice makes it unreadable; members that we do not know are allowed.
#[derive(Deserialize)]
struct ClientData {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default, rename = "crossOrigin")]
    cross_origin: bool,
    #[serde(default, rename = "topOrigin")]
    top_origin: Option<String>,
}

fn check_client(site: &Site, asked: &str, challenge: &[u8], sent: &[u8]) -> Result<(), Fault> {
    if sent.len() > CLIENT_DATA {
        return Err(Fault::Malformed);
    }
    let saw: ClientData = serde_json::from_slice(sent).map_err(|_| Fault::Malformed)?;
    if saw.r#type != asked {
        return Err(Fault::Type);
    }
    if challenge.len() < 16 || decode(&saw.challenge).is_none_or(|answered| answered != challenge) {
        return Err(Fault::Challenge);
    }
    if saw.origin != site.origin || saw.cross_origin || saw.top_origin.is_some() {
        return Err(Fault::Origin);
    }
    Ok(())
}

/// The authenticator's data inside an attestation object (§6.5). The statement beside it is not asked for and not read.
fn authenticator_data(attestation: &[u8]) -> Option<Vec<u8>> {
    let mut rest = attestation;
    if rest.len() > ATTESTATION {
        return None;
    }
    let Value::Map(members) = item(&mut rest)? else { return None };
    let mut found = members.into_iter().filter(|(name, _)| name.as_text() == Some("authData")).map(|(_, value)| value);
    let data = found.next()?.into_bytes().ok()?;
    (rest.is_empty() && found.next().is_none()).then_some(data)
}

/// One CBOR item from the beginning of the bytes.
fn item(rest: &mut &[u8]) -> Option<Value> {
    coset::cbor::de::from_reader(rest).ok()
}

/// Flags, counter and what comes after them (§6.1).
fn spoken<'a>(site: &Site, data: &'a [u8]) -> Result<(u8, u32, &'a [u8]), Fault> {
    let (host, rest) = data.split_first_chunk::<32>().ok_or(Fault::Malformed)?;
    let (&[flags], rest) = rest.split_first_chunk::<1>().ok_or(Fault::Malformed)?;
    let (counter, rest) = rest.split_first_chunk::<4>().ok_or(Fault::Malformed)?;
    if host.as_slice() != Sha256::digest(&site.host).as_slice() {
        return Err(Fault::Host);
    }
    if flags & PRESENT == 0 {
        return Err(Fault::Absent);
    }
    if flags & VERIFIED == 0 {
        return Err(Fault::Unverified);
    }
    if flags & IS_COPIED != 0 && flags & MAY_BE_COPIED == 0 {
        return Err(Fault::Malformed);
    }
    Ok((flags, u32::from_be_bytes(*counter), rest))
}

/// Nothing is left, or one map of extensions where the flags say so.
fn end(flags: u8, mut rest: &[u8]) -> Result<(), Fault> {
    if flags & HAS_MORE != 0 && !matches!(item(&mut rest), Some(Value::Map(_))) {
        return Err(Fault::Malformed);
    }
    if rest.is_empty() { Ok(()) } else { Err(Fault::Malformed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_a_name_and_never_an_address() {
        let site = Site::named("pana.example.kz").expect("a name");
        assert_eq!((site.host(), site.origin()), ("pana.example.kz", "https://pana.example.kz"));
        assert_eq!(Site::named("pana.example.kz:443"), Some(site));
        assert_eq!(Site::named("pana:8443").expect("a name").origin(), "https://pana:8443");
        assert_eq!(Site::here(8080).origin(), "http://localhost:8080");
        for wrong in [
            "",
            "127.0.0.1",
            "10.0.0.1:443",
            "[::1]",
            "Pana.kz",
            "a..b",
            "-a.kz",
            "a-.kz",
            "a.kz:0",
            "a.kz:x",
            "a.kz/",
            "a b",
            "пана.kz",
        ] {
            assert_eq!(Site::named(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn each_passkey_and_each_owner_has_another_key() {
        let output = Secret::take(&mut [7; 32]);
        let owner = |id: &str| Parts::of("owner").and("id", id);
        let one = key(&output, &[1; 32], &owner("u1"));
        assert_eq!(one, key(&output, &[1; 32], &owner("u1")));
        assert_ne!(one, key(&output, &[2; 32], &owner("u1")));
        assert_ne!(one, key(&output, &[1; 32], &owner("u2")));
        assert_ne!(one, key(&Secret::take(&mut [8; 32]), &[1; 32], &owner("u1")));
    }

    #[test]
    fn a_kept_key_is_read_as_it_was_and_no_other_bytes_are_one() {
        let key = Key::Es256(std::array::from_fn(|at| if at == 0 { 4 } else { 9 }));
        assert_eq!(Key::parse(&key.bytes()), Some(key));
        for wrong in [&[][..], &[1], &[1; 66], &[3; 33], &[2; 32]] {
            assert_eq!(Key::parse(wrong), None, "{wrong:?}");
        }
    }
}
