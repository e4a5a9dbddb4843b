//! What a browser sends when a device made a key, or signed with one.

use std::sync::OnceLock;

use pana_vault::passkey::{Answer, Fault, Key, Made, Site, decode, encode, made, signed};
use sha2::{Digest, Sha256};

use crate::chance::Chance;
use crate::device::{Device, Said, seen};
use crate::{choice, text};

const QUESTION: [u8; 32] = [5; 32];
/// Where the recorded answers of a browser were given.
const PORT: u16 = 8765;

fn site() -> Site {
    Site::here(PORT)
}

fn device() -> &'static Device {
    static DEVICE: OnceLock<Device> = OnceLock::new();
    DEVICE.get_or_init(|| Device::new(&mut Chance(21)))
}

/// The key of the device, and an answer that it signed.
fn genuine() -> &'static (Key, Said) {
    static GENUINE: OnceLock<(Key, Said)> = OnceLock::new();
    GENUINE.get_or_init(|| {
        let fresh = device().make(&site(), &QUESTION);
        let key = made(&site(), &QUESTION, &fresh.client_data, &fresh.data).expect("a key").key;
        (key, Device::new(&mut Chance(21)).sign(&site(), &QUESTION))
    })
}

/// Whatever is read as a key is one that can be kept and is bound to us.
fn holds(read: Result<Made, Fault>) {
    if let Ok(read) = read {
        assert!((1..=1023).contains(&read.id.len()));
        assert_eq!(decode(&encode(&read.id)).as_ref(), Some(&read.id));
        assert_eq!(Key::parse(&read.key.bytes()), Some(read.key));
    }
}

pub fn new_key(bytes: &[u8]) {
    let fresh = device().make(&site(), &QUESTION);
    holds(made(&site(), &QUESTION, &fresh.client_data, bytes));
    let read = made(&site(), &QUESTION, bytes, &fresh.data);
    if read.is_ok() {
        let seen = text(bytes);
        assert!(seen.contains("webauthn.create") || seen.contains('\\'), "{seen}");
        assert!(seen.contains(&encode(&QUESTION)) || seen.contains('\\'), "{seen}");
    }
    holds(read);
    if let Some(key) = Key::parse(bytes) {
        assert_eq!(key.bytes(), bytes, "there is one way to write a key");
    }
    if let Some(read) = decode(&text(bytes)) {
        assert_eq!(encode(&read).as_bytes(), bytes, "there is one way to write bytes");
    }
    if let Some(site) = Site::named(&text(bytes)) {
        assert!(site.origin().starts_with("https://") && site.origin().contains(site.host()));
    }
}

fn checked(said: &Said) -> Result<u32, Fault> {
    let answer = Answer { client_data: &said.client_data, authenticator_data: &said.data, signature: &said.signature };
    signed(&site(), &QUESTION, &genuine().0, 0, answer)
}

pub fn answer(bytes: &[u8]) {
    let (which, part) = choice(bytes);
    let mut said = genuine().1.clone();
    match which % 5 {
        0 => said.client_data = part.to_vec(),
        1 => said.data = part.to_vec(),
        2 => said.signature = part.to_vec(),
        // Signed by the device itself, so that the readers behind the signature are reached.
        3 => {
            said.data = part.to_vec();
            device().sign_again(&mut said);
        }
        _ => {
            said.client_data = part.to_vec();
            device().sign_again(&mut said);
        }
    }
    let genuine = &genuine().1;
    match (which % 5, checked(&said)) {
        (0..=2, Ok(_)) => {
            let same = (&said.client_data, &said.data, &said.signature)
                == (&genuine.client_data, &genuine.data, &genuine.signature);
            assert!(same, "an answer that nobody signed was taken");
        }
        (3, Ok(counter)) => {
            assert_eq!(said.data[..32], Sha256::digest(site().host())[..], "bound to another host");
            assert_eq!(said.data[32] & 0b101, 0b101, "nobody was there, or not recognised");
            assert_eq!(said.data[33..37], counter.to_be_bytes());
        }
        (_, Ok(_)) => assert!(text(&said.client_data).contains("webauthn.get") || part.contains(&b'\\')),
        (_, Err(_)) => {}
    }
}

pub mod seeds {
    use super::*;

    fn recorded(name: &str, part: &str, field: &str) -> Vec<u8> {
        let all: serde_json::Value =
            serde_json::from_str(include_str!("../../crates/vault/tests/it/passkeys.json")).expect("JSON");
        decode(all[name][part][field].as_str().expect("a text")).expect("base64url")
    }

    pub fn new_key() -> Vec<Vec<u8>> {
        let fresh = device().make(&site(), &QUESTION);
        let browsers = ["es256", "eddsa", "rs256"].map(|name| recorded(name, "made", "attestation"));
        let mut seeds = vec![fresh.client_data, fresh.data, b"pana.example.org:8443".to_vec(), genuine().0.bytes()];
        seeds.extend(browsers);
        seeds
    }

    pub fn answer() -> Vec<Vec<u8>> {
        let (said, seen) = (&genuine().1, seen(&site(), "webauthn.get", &QUESTION));
        let recorded = recorded("es256", "shown", "authenticator_data");
        let parts = [&said.client_data, &said.data, &said.signature, &said.data, &seen];
        let with = |(which, part): (u8, &Vec<u8>)| [&[which], part.as_slice()].concat();
        let mut seeds: Vec<Vec<u8>> = (0..5).zip(parts).map(with).collect();
        seeds.push(with((3, &recorded)));
        seeds
    }
}
