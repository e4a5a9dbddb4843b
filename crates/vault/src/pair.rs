//! Pairs of keys for people, desks and safes: X25519 (RFC 7748).
//!
//! The private half is kept sealed under a key-encryption key: one from a passphrase, one from a recovery code, one from a live
//! session. It is bound to its owner and to the public half, so that a public key exchanged in the directory shows itself at the
//! owner's next sign-in.

use std::fmt;

use sha2::{Digest, Sha256};
use x25519_dalek::StaticSecret;

use crate::seal::{self, Unopened};
use crate::{Parts, Random, Secret, base32};

/// The public half: anybody may know it and seal to it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey(pub [u8; 32]);

impl PublicKey {
    /// From kept bytes; `None` when they are not 32.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// What two people compare by telephone: 100 bits of its SHA-256 as five groups of four Crockford symbols.
    pub fn fingerprint(&self) -> String {
        let hash = Sha256::new().chain_update(b"pana public key v1").chain_update(self.0).finalize();
        base32::grouped(&base32::encode(&hash[..13])[..20], 4)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.fingerprint())
    }
}

/// Both halves, unlocked.
pub struct Pair {
    private: Secret<32>,
    public: PublicKey,
}

impl Pair {
    /// A fresh pair.
    pub fn new(random: &mut dyn Random) -> Self {
        Self::from_private(Secret::random(random))
    }

    /// The pair of a private half, such as one put together again from paper shares.
    pub fn from_private(private: Secret<32>) -> Self {
        let public = x25519_dalek::PublicKey::from(&StaticSecret::from(*private.expose()));
        Self { public: PublicKey(public.to_bytes()), private }
    }

    /// The half that may be known.
    pub fn public(&self) -> PublicKey {
        self.public
    }

    /// The half that may not: for splitting into shares and for tests.
    pub fn private(&self) -> &Secret<32> {
        &self.private
    }

    /// The private half, sealed under a key-encryption key for one owner (`owner`: her id, and which kind of lock this is).
    pub fn sealed(&self, kek: &Secret<32>, owner: &Parts, random: &mut dyn Random) -> Vec<u8> {
        seal::seal(kek, &about(owner, self.public), self.private.expose(), random)
    }

    /// Unlocks. Refuses when `public` is not the half that this private half was sealed with.
    pub fn open(kek: &Secret<32>, owner: &Parts, public: PublicKey, sealed: &[u8]) -> Result<Self, Unopened> {
        let private = seal::open(kek, &about(owner, public), sealed)?;
        let pair = Self::from_private(Secret::copy_of(&private).ok_or(Unopened::Refused)?);
        if pair.public == public { Ok(pair) } else { Err(Unopened::Refused) }
    }

    /// The secret shared with the holder of another public half; `None` when that key is one of the few that share nothing
    /// (RFC 7748 §6.1).
    pub(crate) fn agree(&self, other: PublicKey) -> Option<Secret<32>> {
        let shared = StaticSecret::from(*self.private.expose()).diffie_hellman(&x25519_dalek::PublicKey::from(other.0));
        shared.was_contributory().then(|| Secret::filled_by(|bytes| bytes.copy_from_slice(shared.as_bytes())))
    }
}

impl fmt::Debug for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pair({})", self.public.fingerprint())
    }
}

fn about(owner: &Parts, public: PublicKey) -> Parts {
    Parts::of("pana private key v1").and("owner", owner.bytes()).and("public", public.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::{Seeded, hex};

    fn owner(id: &str, kind: &str) -> Parts {
        Parts::of("owner").and("id", id).and("kind", kind)
    }

    /// RFC 7748 §6.1.
    #[test]
    fn two_people_share_the_secret_of_the_rfc() {
        let pair = |private| Pair::from_private(Secret::copy_of(&hex(private)).expect("32 bytes"));
        let alice = pair("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
        let bob = pair("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
        assert_eq!(alice.public().0.to_vec(), hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
        assert_eq!(bob.public().0.to_vec(), hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
        let shared = hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        assert_eq!(alice.agree(bob.public()), Secret::copy_of(&shared));
        assert_eq!(bob.agree(alice.public()), Secret::copy_of(&shared));
    }

    #[test]
    fn only_the_owner_with_her_key_unlocks() {
        let mut random = Seeded::new(1);
        let (pair, kek) = (Pair::new(&mut random), Secret::random(&mut random));
        let sealed = pair.sealed(&kek, &owner("u1", "passphrase"), &mut random);
        let opened = Pair::open(&kek, &owner("u1", "passphrase"), pair.public(), &sealed).expect("her own");
        assert_eq!(opened.private(), pair.private());
        for other in [owner("u2", "passphrase"), owner("u1", "recovery")] {
            assert_eq!(Pair::open(&kek, &other, pair.public(), &sealed).err(), Some(Unopened::Refused));
        }
        let wrong = Secret::random(&mut random);
        assert_eq!(
            Pair::open(&wrong, &owner("u1", "passphrase"), pair.public(), &sealed).err(),
            Some(Unopened::Refused)
        );
    }

    #[test]
    fn a_public_key_exchanged_in_the_directory_is_noticed() {
        let mut random = Seeded::new(2);
        let (pair, kek) = (Pair::new(&mut random), Secret::random(&mut random));
        let sealed = pair.sealed(&kek, &owner("u1", "passphrase"), &mut random);
        let intruder = Pair::new(&mut random).public();
        assert_eq!(Pair::open(&kek, &owner("u1", "passphrase"), intruder, &sealed).err(), Some(Unopened::Refused));
    }

    #[test]
    fn a_key_of_low_order_shares_nothing() {
        let pair = Pair::new(&mut Seeded::new(3));
        let mut one = [0; 32];
        one[0] = 1;
        assert!(pair.agree(PublicKey([0; 32])).is_none());
        assert!(pair.agree(PublicKey(one)).is_none());
    }

    #[test]
    fn a_fingerprint_is_short_enough_to_read_aloud() {
        let fingerprint = PublicKey([7; 32]).fingerprint();
        assert_eq!(fingerprint.len(), 24);
        assert_eq!(fingerprint.split('-').count(), 5);
        assert_ne!(fingerprint, PublicKey([8; 32]).fingerprint());
        assert!(!format!("{:?}", Pair::new(&mut Seeded::new(4))).contains("private"));
    }
}
