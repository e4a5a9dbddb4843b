//! A device with a passkey, for tests: it makes one Ed25519 key and signs with it, as the standard writes it down.

#![allow(dead_code, reason = "tests of several crates use some of it each")]

use pana_vault::passkey::{Site, encode};
use pana_vault::sign::Signer;
use pana_vault::{Parts, Random, Secret};
use sha2::{Digest, Sha256};

/// The flags of somebody who touched it and was recognised.
pub const RECOGNISED: u8 = 0b101;

/// The device.
pub struct Device {
    signer: Signer,
    /// What it calls its key.
    pub id: Vec<u8>,
    /// What it says of the person.
    pub flags: u8,
    /// How often it signed.
    pub counter: u32,
    /// What its pseudo-random function is keyed with, if it has one.
    pub secret: Option<Secret<32>>,
}

/// What it says.
#[derive(Clone)]
pub struct Said {
    /// What the browser saw.
    pub client_data: Vec<u8>,
    /// What the device saw, or, of a new key, the attestation object.
    pub data: Vec<u8>,
    /// The signature; none of a new key.
    pub signature: Vec<u8>,
}

impl Device {
    pub fn new(random: &mut dyn Random) -> Self {
        let mut id = vec![0; 20];
        random.fill(&mut id);
        let (signer, secret) = (Signer::new(random), Some(Secret::random(random)));
        Self { signer, id, flags: RECOGNISED, counter: 0, secret }
    }

    /// What its function gives to the question of this program.
    pub fn output(&self) -> Option<Secret<32>> {
        let secret = self.secret.as_ref()?;
        Some(pana_vault::seal::derive(secret.expose(), b"", &Parts::of("a device")))
    }

    fn data(&self, host: &str) -> Vec<u8> {
        let mut data = Sha256::digest(host).to_vec();
        data.push(self.flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// Makes the key.
    pub fn make(&self, site: &Site, challenge: &[u8]) -> Said {
        let mut data = self.data(site.host());
        data[32] |= 1 << 6;
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("a short id").to_be_bytes());
        data.extend(&self.id);
        // {1: 1 (OKP), 3: -8 (EdDSA), -1: 6 (Ed25519), -2: the key}
        data.extend([0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20]);
        data.extend(self.signer.key().bytes());
        // {"fmt": "none", "attStmt": {}, "authData": the data}
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).expect("short data").to_be_bytes());
        object.extend(data);
        Said { client_data: seen(site, "webauthn.create", challenge), data: object, signature: Vec::new() }
    }

    /// Signs with it, and counts.
    pub fn sign(&mut self, site: &Site, challenge: &[u8]) -> Said {
        self.counter += 1;
        let (client_data, data) = (seen(site, "webauthn.get", challenge), self.data(site.host()));
        let mut said = Said { client_data, data, signature: Vec::new() };
        self.sign_again(&mut said);
        said
    }

    /// Signs whatever stands there.
    pub fn sign_again(&self, said: &mut Said) {
        let message = [said.data.as_slice(), Sha256::digest(&said.client_data).as_slice()].concat();
        said.signature = self.signer.sign(&message).to_vec();
    }
}

/// What a browser writes down that shows a page of the site.
pub fn seen(site: &Site, what: &str, challenge: &[u8]) -> Vec<u8> {
    let (challenge, origin) = (encode(challenge), site.origin());
    format!("{{\"type\":\"{what}\",\"challenge\":\"{challenge}\",\"origin\":\"{origin}\",\"crossOrigin\":false}}")
        .into_bytes()
}
