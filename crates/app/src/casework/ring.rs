//! A person's ring: her private key and the secret of her second factor. It is kept sealed, and opened by what she knows.

use std::sync::Arc;

use pana_vault::pair::{Pair, PublicKey};
use pana_vault::recovery::RecoveryCode;
use pana_vault::stretch::{Cost, Stretch};
use pana_vault::{Parts, Random, Secret, seal};
use zeroize::Zeroizing;

/// What a person holds while she is signed in.
#[derive(Clone)]
pub struct Ring {
    pair: Arc<Pair>,
    factor: Secret<20>,
}

impl Ring {
    /// A new one.
    pub fn new(random: &mut dyn Random) -> Self {
        Self { pair: Arc::new(Pair::new(random)), factor: Secret::random(random) }
    }

    /// Her key pair.
    pub fn pair(&self) -> &Pair {
        &self.pair
    }

    /// The public half of it.
    pub fn public(&self) -> PublicKey {
        self.pair.public()
    }

    /// The secret of her second factor.
    pub fn factor(&self) -> &Secret<20> {
        &self.factor
    }

    /// The same key with a fresh second factor.
    #[must_use]
    pub fn with_new_factor(&self, random: &mut dyn Random) -> Self {
        Self { pair: Arc::clone(&self.pair), factor: Secret::random(random) }
    }

    /// Sealed under a key, for an owner and a use.
    pub fn sealed(&self, key: &Secret<32>, about: &Parts, random: &mut dyn Random) -> Vec<u8> {
        let mut plain = Zeroizing::new(Vec::with_capacity(52));
        plain.extend_from_slice(self.pair.private().expose());
        plain.extend_from_slice(self.factor.expose());
        seal::seal(key, about, &plain, random)
    }

    /// Opens a sealed ring; `None` where key, owner or bytes do not fit.
    pub fn open(key: &Secret<32>, about: &Parts, sealed: &[u8]) -> Option<Self> {
        let plain = seal::open(key, about, sealed).ok()?;
        let (private, factor) = plain.split_at_checked(32)?;
        let pair = Arc::new(Pair::from_private(Secret::copy_of(private)?));
        Some(Self { pair, factor: Secret::copy_of(factor)? })
    }
}

/// What a ring is sealed for: this owner, this way in.
fn about(account: &str, way: &str) -> Parts {
    Parts::of("pana ring v1").and("account", account).and("way", way)
}

/// A passphrase that was stretched once for several accounts: for the invented people of the demonstration only.
pub struct Stretched {
    text: String,
    key: Secret<32>,
}

impl Stretched {
    /// Stretches a passphrase.
    pub fn new(passphrase: &str) -> Self {
        let stretch = Stretch::new(Cost::STANDARD, &mut super::random::System);
        Self { text: stretch.text(), key: stretch.key(passphrase) }
    }

    /// Seals a ring with it.
    pub fn sealed(&self, ring: &Ring, account: &str, random: &mut dyn Random) -> Vec<u8> {
        let mut kept = self.text.clone().into_bytes();
        kept.push(0);
        kept.extend(ring.sealed(&self.key, &about(account, "passphrase"), random));
        kept
    }
}

/// Seals a ring by a passphrase; how it is stretched stands before it. Slow on purpose.
pub fn by_passphrase(ring: &Ring, account: &str, passphrase: &str, random: &mut dyn Random) -> Vec<u8> {
    let stretch = Stretch::new(Cost::STANDARD, random);
    let mut kept = stretch.text().into_bytes();
    kept.push(0);
    kept.extend(ring.sealed(&stretch.key(passphrase), &about(account, "passphrase"), random));
    kept
}

/// Opens a ring by a passphrase. Slow on purpose; `None` where it does not fit.
pub fn from_passphrase(kept: &[u8], account: &str, passphrase: &str) -> Option<Ring> {
    let end = kept.iter().position(|byte| *byte == 0)?;
    let (stretch, sealed) = kept.split_at_checked(end)?;
    let stretch = Stretch::parse(std::str::from_utf8(stretch).ok()?)?;
    Ring::open(&stretch.key(passphrase), &about(account, "passphrase"), sealed.get(1..)?)
}

/// The same work for an account that does not exist, so that the time tells nothing.
pub fn pretend(passphrase: &str, random: &mut dyn Random) {
    let _ = Stretch::new(Cost::STANDARD, random).key(passphrase);
}

/// Seals a ring by a recovery code.
pub fn by_recovery(ring: &Ring, account: &str, code: &RecoveryCode, random: &mut dyn Random) -> Vec<u8> {
    let about = about(account, "recovery");
    ring.sealed(&code.key(&about), &about, random)
}

/// Opens a ring by a recovery code.
pub fn from_recovery(kept: &[u8], account: &str, code: &RecoveryCode) -> Option<Ring> {
    let about = about(account, "recovery");
    Ring::open(&code.key(&about), &about, kept)
}

/// Seals a ring by what only the device of a passkey gives, and the salt of that passkey.
pub fn by_passkey(
    ring: &Ring,
    account: &str,
    passkey: &str,
    (output, salt): (&Secret<32>, &[u8; 32]),
    random: &mut dyn Random,
) -> Vec<u8> {
    let about = about(account, "passkey").and("passkey", passkey);
    ring.sealed(&pana_vault::passkey::key(output, salt, &about), &about, random)
}

/// Opens a ring by a passkey.
pub fn from_passkey(
    kept: &[u8],
    account: &str,
    passkey: &str,
    (output, salt): (&Secret<32>, &[u8; 32]),
) -> Option<Ring> {
    let about = about(account, "passkey").and("passkey", passkey);
    Ring::open(&pana_vault::passkey::key(output, salt, &about), &about, kept)
}

/// Seals a ring by the cookie of a session.
pub fn by_session(ring: &Ring, account: &str, key: &Secret<32>, random: &mut dyn Random) -> Vec<u8> {
    ring.sealed(key, &about(account, "session"), random)
}

/// Opens a ring by the cookie of a session.
pub fn from_session(kept: &[u8], account: &str, key: &Secret<32>) -> Option<Ring> {
    Ring::open(key, &about(account, "session"), kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casework::random::System;

    #[test]
    fn each_way_opens_its_own_and_no_other() {
        let ring = Ring::new(&mut System);
        let code = RecoveryCode::new(&mut System);
        let kept = by_recovery(&ring, "a", &code, &mut System);
        assert_eq!(from_recovery(&kept, "a", &code).map(|ring| ring.public()), Some(ring.public()));
        assert!(from_recovery(&kept, "b", &code).is_none());
        let (output, salt) = (Secret::random(&mut System), [7; 32]);
        let kept = by_passkey(&ring, "a", "k", (&output, &salt), &mut System);
        let opens = |account: &str, passkey: &str, salt: &[u8; 32]| {
            from_passkey(&kept, account, passkey, (&output, salt)).map(|ring| ring.public()) == Some(ring.public())
        };
        assert!(opens("a", "k", &salt));
        assert!(!opens("b", "k", &salt) && !opens("a", "l", &salt) && !opens("a", "k", &[8; 32]));
        assert!(from_passkey(&kept, "a", "k", (&Secret::random(&mut System), &salt)).is_none());
        let key = Secret::random(&mut System);
        let kept = by_session(&ring, "a", &key, &mut System);
        assert_eq!(from_session(&kept, "a", &key).map(|ring| ring.public()), Some(ring.public()));
        assert!(from_session(&kept, "a", &Secret::random(&mut System)).is_none());
    }

    #[test]
    fn a_passphrase_opens_what_it_sealed() {
        let ring = Ring::new(&mut System);
        let kept = by_passphrase(&ring, "a", "жеті қарға бір шырша", &mut System);
        assert!(from_passphrase(&kept, "a", "жеті қарға бір шырша").is_some());
        assert!(from_passphrase(&kept, "a", "жеті қарға екі шырша").is_none());
        assert!(from_passphrase(&kept[..20], "a", "жеті қарға бір шырша").is_none());
    }
}
