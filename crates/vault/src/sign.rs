//! Signatures: Ed25519 (RFC 8032), checked strictly, so that one message under one key has one signature that is accepted.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use crate::{PublicKey, Random, Secret};

/// Who signs: for the log, the server; its seed is kept apart from the data.
pub struct Signer(Secret<32>);

/// The half by which others check.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct VerifyKey(VerifyingKey);

impl Signer {
    /// A fresh one.
    pub fn new(random: &mut dyn Random) -> Self {
        Self(Secret::random(random))
    }

    /// From a kept seed.
    pub fn from_seed(seed: Secret<32>) -> Self {
        Self(seed)
    }

    /// The seed, to be kept sealed.
    pub fn seed(&self) -> &Secret<32> {
        &self.0
    }

    /// The half by which others check.
    pub fn key(&self) -> VerifyKey {
        VerifyKey(self.pair().verifying_key())
    }

    /// Signs. What the bytes are for must be said in the bytes.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.pair().sign(message).to_bytes()
    }

    fn pair(&self) -> SigningKey {
        SigningKey::from_bytes(self.0.expose())
    }
}

impl VerifyKey {
    /// From kept bytes; `None` when they are no point of the curve, or one that accepts signatures of anybody.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let key = VerifyingKey::from_bytes(bytes.try_into().ok()?).ok()?;
        (!key.is_weak()).then_some(Self(key))
    }

    /// The bytes that are kept and printed.
    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Whether the holder of the other half signed exactly this.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }

    /// What two people compare by telephone.
    pub fn fingerprint(&self) -> String {
        PublicKey(self.bytes()).fingerprint()
    }
}

impl fmt::Debug for VerifyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyKey({})", self.fingerprint())
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.key().fingerprint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::{Seeded, hex};

    /// RFC 8032 §7.1, test 2.
    #[test]
    fn the_signature_is_that_of_the_rfc() {
        let seed = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        let signer = Signer::from_seed(Secret::copy_of(&seed).expect("32 bytes"));
        let key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
        assert_eq!(signer.key().bytes().to_vec(), hex(key));
        let signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
                         085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
        assert_eq!(signer.sign(&[0x72]).to_vec(), hex(signature));
    }

    #[test]
    fn only_the_signed_message_verifies() {
        let signer = Signer::new(&mut Seeded::new(1));
        let signature = signer.sign(b"head");
        assert!(signer.key().verifies(b"head", &signature));
        assert!(!signer.key().verifies(b"Head", &signature));
        assert!(!signer.key().verifies(b"head", &signature[..63]));
        assert!(!Signer::new(&mut Seeded::new(2)).key().verifies(b"head", &signature));
    }

    #[test]
    fn a_key_that_accepts_everything_is_no_key() {
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(VerifyKey::parse(&identity), None);
        assert_eq!(VerifyKey::parse(&[1; 31]), None);
        assert!(VerifyKey::parse(&Signer::new(&mut Seeded::new(1)).key().bytes()).is_some());
    }
}
