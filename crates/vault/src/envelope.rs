//! Envelopes: sealed so that only the holder of a private key can open, by somebody who holds no secret at all.
//!
//! `version (1) ‖ one-time public key (32) ‖ ciphertext ‖ tag (16)`. A fresh X25519 pair agrees with the holder's key; HKDF-SHA-256
//! over the agreement, both public keys and what the envelope is about gives a key and a nonce for XChaCha20-Poly1305 that are used
//! once. It is the base mode of RFC 9180 in construction (a key from an ephemeral agreement, bound to both keys and to `info`), with
//! the cipher of the rest of this crate; the version byte leaves room for the hybrid with ML-KEM.
//!
//! An envelope says nothing of who closed it. Where that matters, the log does.

use zeroize::Zeroizing;

use crate::seal::{self, Unopened};
use crate::{Pair, Parts, PublicKey, Random, Secret};

/// The first byte of the envelopes that this version of the program closes.
pub const VERSION: u8 = 1;

const HEAD: usize = 1 + 32;

/// Closes an envelope. `about` binds it to its holder, its case and its epoch.
///
/// `None` when `holder` is one of the few byte strings that are no key (RFC 7748 §6.1): an envelope to it would be open to all.
pub fn close(holder: PublicKey, about: &Parts, plaintext: &[u8], random: &mut dyn Random) -> Option<Vec<u8>> {
    let once = Pair::new(random);
    let (key, nonce) = keys(&once.agree(holder)?, once.public(), holder, about);
    let mut envelope = Vec::with_capacity(HEAD + seal::bucket(plaintext.len()) + 16);
    envelope.push(VERSION);
    envelope.extend_from_slice(&once.public().0);
    envelope.extend_from_slice(&seal::lock(&key, &nonce, about.bytes(), plaintext));
    Some(envelope)
}

/// Opens an envelope that was closed for this pair and for the same `about`.
pub fn open(pair: &Pair, about: &Parts, envelope: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    let (version, rest) = envelope.split_first().ok_or(Unopened::Short)?;
    if *version != VERSION {
        return Err(Unopened::Version(*version));
    }
    let (once, locked) = rest.split_first_chunk::<32>().ok_or(Unopened::Short)?;
    let once = PublicKey(*once);
    let (key, nonce) = keys(&pair.agree(once).ok_or(Unopened::Refused)?, once, pair.public(), about);
    seal::unlock(&key, &nonce, about.bytes(), locked)
}

fn keys(agreed: &Secret<32>, once: PublicKey, holder: PublicKey, about: &Parts) -> (Secret<32>, [u8; 24]) {
    let parts = |what| {
        let parts = Parts::of("pana envelope").number("version", VERSION.into()).and("gives", what);
        parts.and("once", once.0).and("holder", holder.0).and("about", about.bytes())
    };
    let key = seal::derive(agreed.expose(), b"", &parts("key"));
    let nonce = seal::derive(agreed.expose(), b"", &parts("nonce"));
    (key, std::array::from_fn(|i| nonce.expose()[i]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::Seeded;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn about(holder: &str, case: &str, epoch: u64) -> Parts {
        Parts::of("wrap").and("holder", holder).and("case", case).number("epoch", epoch)
    }

    #[test]
    fn only_the_holder_opens() {
        let mut random = Seeded::new(1);
        let (desk, thief) = (Pair::new(&mut random), Pair::new(&mut random));
        let envelope = close(desk.public(), &about("desk", "k7", 1), b"keys", &mut random).expect("a key");
        assert_eq!(&**open(&desk, &about("desk", "k7", 1), &envelope).expect("the desk"), b"keys");
        assert_eq!(open(&thief, &about("desk", "k7", 1), &envelope), Err(Unopened::Refused));
    }

    #[test]
    fn it_opens_for_no_other_holder_case_or_epoch() {
        let mut random = Seeded::new(2);
        let desk = Pair::new(&mut random);
        let envelope = close(desk.public(), &about("desk", "k7", 1), b"keys", &mut random).expect("a key");
        for other in [about("safe", "k7", 1), about("desk", "k8", 1), about("desk", "k7", 2)] {
            assert_eq!(open(&desk, &other, &envelope), Err(Unopened::Refused));
        }
    }

    #[test]
    fn every_single_bit_matters() {
        let mut random = Seeded::new(3);
        let desk = Pair::new(&mut random);
        let envelope = close(desk.public(), &about("desk", "k7", 1), b"keys", &mut random).expect("a key");
        for at in 0..envelope.len() {
            for bit in 0..8 {
                let mut changed = envelope.clone();
                changed[at] ^= 1 << bit;
                // RFC 7748 §5 ignores the highest bit of a public key; the derivation binds the bytes as they stand.
                assert!(open(&desk, &about("desk", "k7", 1), &changed).is_err(), "byte {at}, bit {bit}");
            }
        }
    }

    #[test]
    fn the_key_is_bound_to_both_ends() {
        let (agreed, one, two) = (Secret::take(&mut [1; 32]), PublicKey([2; 32]), PublicKey([3; 32]));
        let key = |once, holder| keys(&agreed, once, holder, &Parts::of("x"));
        assert!(key(one, one) != key(one, two) && key(one, two) != key(two, one) && key(one, one) != key(two, one));
    }

    #[test]
    fn nothing_is_sealed_to_a_key_that_everybody_knows() {
        assert_eq!(close(PublicKey([0; 32]), &Parts::of("x"), b"keys", &mut Seeded::new(1)), None);
    }

    proptest! {
        #[test]
        fn what_was_closed_opens(plaintext in vec(any::<u8>(), 0..600), seed in any::<u64>()) {
            let mut random = Seeded::new(seed);
            let pair = Pair::new(&mut random);
            let envelope = close(pair.public(), &Parts::of("x"), &plaintext, &mut random).expect("a key");
            prop_assert_eq!(&**open(&pair, &Parts::of("x"), &envelope).expect("own envelope"), &plaintext[..]);
        }

        #[test]
        fn no_bytes_make_opening_panic(bytes in vec(any::<u8>(), 0..300), version in 0u8..3) {
            let pair = Pair::new(&mut Seeded::new(1));
            let mut envelope = bytes;
            if let Some(first) = envelope.first_mut() {
                *first = version;
            }
            prop_assert!(open(&pair, &Parts::of("x"), &envelope).is_err());
        }
    }
}
