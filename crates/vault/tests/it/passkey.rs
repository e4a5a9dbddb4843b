//! Passkeys: what Chromium's own virtual device said (`passkeys.json`) is read; whatever was changed of it is not.

use pana_vault::Random as _;
use pana_vault::passkey::{Answer, Fault, Key, Made, Site, decode, made, signed};
use serde_json::Value;

use crate::device::{Device, RECOGNISED, Said, seen};
use crate::seeded::Seeded;

/// Where the answers of `passkeys.json` were given.
const PORT: u16 = 8765;

fn recorded(name: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("passkeys.json")).expect("JSON");
    all[name].clone()
}

fn bytes(value: &Value) -> Vec<u8> {
    decode(value.as_str().expect("a text")).expect("base64url")
}

fn recorded_key(said: &Value) -> Result<Made, Fault> {
    let made_by = &said["made"];
    let (client_data, attestation) = (bytes(&made_by["client_data"]), bytes(&made_by["attestation"]));
    made(&Site::here(PORT), &bytes(&said["challenge_made"]), &client_data, &attestation)
}

fn recorded_answer(said: &Value) -> Said {
    let shown = &said["shown"];
    Said {
        client_data: bytes(&shown["client_data"]),
        data: bytes(&shown["authenticator_data"]),
        signature: bytes(&shown["signature"]),
    }
}

fn checked(site: &Site, challenge: &[u8], key: &Key, counter: u32, said: &Said) -> Result<u32, Fault> {
    let answer = Answer { client_data: &said.client_data, authenticator_data: &said.data, signature: &said.signature };
    signed(site, challenge, key, counter, answer)
}

/// A device with its key, and what it signed to a question.
fn device(seed: u64) -> (Device, Key, Site, [u8; 32]) {
    let (mut random, site) = (Seeded::new(seed), Site::here(PORT));
    let device = Device::new(&mut random);
    let mut challenge = [0; 32];
    random.fill(&mut challenge);
    let said = device.make(&site, &challenge);
    let made = made(&site, &challenge, &said.client_data, &said.data).expect("a key");
    assert_eq!((&made.id, made.counter), (&device.id, 0));
    (device, made.key, site, challenge)
}

#[test]
fn what_a_browser_sends_is_read() {
    for (name, is_es256) in [("es256", true), ("eddsa", false), ("without_prf", true)] {
        let said = recorded(name);
        let made = recorded_key(&said).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(made.id, bytes(&said["made"]["id"]), "{name}");
        assert_eq!(matches!(made.key, Key::Es256(_)), is_es256, "{name}");
        assert_eq!(Key::parse(&made.key.bytes()), Some(made.key.clone()), "{name}");
        let answer = recorded_answer(&said);
        let challenge = bytes(&said["challenge_shown"]);
        let counted = checked(&Site::here(PORT), &challenge, &made.key, made.counter, &answer);
        assert_eq!(counted, Ok(2), "{name}");
    }
}

#[test]
fn a_device_gives_the_same_secret_when_the_key_is_made_and_when_it_signs() {
    for name in ["es256", "eddsa"] {
        let said = recorded(name);
        assert_eq!(bytes(&said["made"]["prf"]).len(), 32, "{name}");
        assert_eq!(said["made"]["prf"], said["shown"]["prf"], "{name}");
    }
    assert!(recorded("without_prf")["made"]["prf"].is_null());
}

#[test]
fn rsa_is_not_used_here() {
    assert_eq!(recorded_key(&recorded("rs256")), Err(Fault::Kind));
}

#[test]
fn no_bit_of_an_answer_may_be_turned() {
    for name in ["es256", "eddsa"] {
        let said = recorded(name);
        let key = recorded_key(&said).expect("a key").key;
        let (answer, challenge) = (recorded_answer(&said), bytes(&said["challenge_shown"]));
        let refused = |said: &Said| checked(&Site::here(PORT), &challenge, &key, 0, said).is_err();
        for bit in 0..8 {
            for at in 0..answer.client_data.len() {
                let mut turned = answer.clone();
                turned.client_data[at] ^= 1 << bit;
                assert!(refused(&turned), "{name}: byte {at} of what the browser saw, bit {bit}");
            }
            for at in 0..answer.data.len() {
                let mut turned = answer.clone();
                turned.data[at] ^= 1 << bit;
                assert!(refused(&turned), "{name}: byte {at} of what the device saw, bit {bit}");
            }
            for at in 0..answer.signature.len() {
                let mut turned = answer.clone();
                turned.signature[at] ^= 1 << bit;
                assert!(refused(&turned), "{name}: byte {at} of the signature, bit {bit}");
            }
        }
        assert!(!refused(&answer), "{name}");
    }
}

#[test]
fn an_answer_cut_short_or_made_longer_is_none() {
    let (mut device, key, site, challenge) = device(1);
    let made_by = device.make(&site, &challenge);
    for length in 0..made_by.data.len() {
        assert!(made(&site, &challenge, &made_by.client_data, &made_by.data[..length]).is_err(), "{length} bytes");
    }
    let longer = [made_by.data.as_slice(), &[0]].concat();
    assert_eq!(made(&site, &challenge, &made_by.client_data, &longer), Err(Fault::Malformed));
    let mut said = device.sign(&site, &challenge);
    said.data.push(0);
    device.sign_again(&mut said);
    assert_eq!(checked(&site, &challenge, &key, 0, &said), Err(Fault::Malformed), "bytes that no flag announces");
}

#[test]
fn only_our_question_counts_and_only_for_what_was_asked() {
    let (mut device, key, site, challenge) = device(2);
    let said = device.sign(&site, &challenge);
    assert_eq!(checked(&site, &challenge, &key, 0, &said), Ok(1));
    assert_eq!(checked(&site, &[7; 32], &key, 0, &said), Err(Fault::Challenge));
    // A question too short to be none of somebody's guesses is none.
    let short = device.sign(&site, &challenge[..15]);
    assert_eq!(checked(&site, &challenge[..15], &key, 0, &short), Err(Fault::Challenge));
    let mut other = device.sign(&site, &challenge);
    other.client_data = seen(&site, "webauthn.create", &challenge);
    device.sign_again(&mut other);
    assert_eq!(checked(&site, &challenge, &key, 0, &other), Err(Fault::Type));
    let made_by = device.make(&site, &challenge);
    let as_get = seen(&site, "webauthn.get", &challenge);
    assert_eq!(made(&site, &challenge, &as_get, &made_by.data), Err(Fault::Type));
}

#[test]
fn a_page_of_somebody_else_gets_nothing() {
    let (mut device, key, site, challenge) = device(3);
    let evil = Site::named("pana.evil.example").expect("a name");
    let origin = Site::here(PORT + 1);
    // The browser writes down which page it showed, whatever that page asks for.
    let phished = device.sign(&origin, &challenge);
    assert_eq!(checked(&site, &challenge, &key, 0, &phished), Err(Fault::Origin));
    // A key that is bound to another host says so in what it signs.
    let mut bound = device.sign(&evil, &challenge);
    bound.client_data = seen(&site, "webauthn.get", &challenge);
    device.sign_again(&mut bound);
    assert_eq!(checked(&site, &challenge, &key, 0, &bound), Err(Fault::Host));
    for framed in ["\"crossOrigin\":true", "\"crossOrigin\":false,\"topOrigin\":\"https://pana.evil.example\""] {
        let mut said = device.sign(&site, &challenge);
        let text = String::from_utf8(said.client_data).expect("a text").replace("\"crossOrigin\":false", framed);
        said.client_data = text.into_bytes();
        device.sign_again(&mut said);
        assert_eq!(checked(&site, &challenge, &key, 0, &said), Err(Fault::Origin), "{framed}");
    }
    let mut twice = device.sign(&site, &challenge);
    let member = format!(",\"origin\":\"{}\"}}", site.origin());
    twice.client_data.pop();
    twice.client_data.extend(member.bytes());
    device.sign_again(&mut twice);
    assert_eq!(checked(&site, &challenge, &key, 0, &twice), Err(Fault::Malformed), "an origin given twice");
}

#[test]
fn the_person_was_there_and_was_recognised() {
    let (mut device, key, site, challenge) = device(4);
    for (flags, expected) in [
        (0b000, Err(Fault::Absent)),
        (0b100, Err(Fault::Absent)),
        (0b001, Err(Fault::Unverified)),
        (RECOGNISED | 1 << 4, Err(Fault::Malformed)),
        (RECOGNISED | 1 << 6, Err(Fault::Malformed)),
        (RECOGNISED | 1 << 7, Err(Fault::Malformed)),
    ] {
        device.flags = flags;
        let said = device.sign(&site, &challenge);
        assert_eq!(checked(&site, &challenge, &key, 0, &said), expected, "{flags:b}");
        if flags & 1 << 6 == 0 {
            let made_by = device.make(&site, &challenge);
            let read = made(&site, &challenge, &made_by.client_data, &made_by.data);
            assert_eq!(read.map(|_| 0), expected.map(|_| 0), "{flags:b}, of a new key");
        }
    }
    for flags in [RECOGNISED, RECOGNISED | 1 << 3, RECOGNISED | 1 << 3 | 1 << 4] {
        device.flags = flags;
        let said = device.sign(&site, &challenge);
        assert!(checked(&site, &challenge, &key, 0, &said).is_ok(), "{flags:b}");
    }
}

#[test]
fn a_device_that_counts_counts_on() {
    let (mut device, key, site, challenge) = device(5);
    device.counter = 6;
    let said = device.sign(&site, &challenge);
    assert_eq!(checked(&site, &challenge, &key, 6, &said), Ok(7));
    for kept in [7, 8, u32::MAX] {
        assert_eq!(checked(&site, &challenge, &key, kept, &said), Err(Fault::Counter), "{kept}");
    }
    // One that does not count says 0 each time.
    let mut still = device.sign(&site, &challenge);
    still.data[33..37].fill(0);
    device.sign_again(&mut still);
    assert_eq!(checked(&site, &challenge, &key, 0, &still), Ok(0));
}

#[test]
fn a_key_opens_for_nobody_else() {
    let (mut mine, _, site, challenge) = device(6);
    let (_, hers, ..) = device(7);
    let said = mine.sign(&site, &challenge);
    assert_eq!(checked(&site, &challenge, &hers, 0, &said), Err(Fault::Signature));
}
