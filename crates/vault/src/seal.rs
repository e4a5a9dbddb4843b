//! Sealing: XChaCha20-Poly1305 (RFC 8439 with the 24-byte nonce of draft-irtf-cfrg-xchacha) under a key and bound to what the
//! value is about.
//!
//! `version (1) ‖ nonce (24) ‖ ciphertext ‖ tag (16)`. The nonce is drawn anew each time: 192 bits need no counter, on any engine,
//! after any restore. The associated data are [`Parts`]: centre, case, class, kind, entry and version of an entry, so that a value
//! that was moved, swapped with another or set back to an older state does not open.
//!
//! The plaintext is filled up to a bucket first: the length of a sealed name or note tells its order of magnitude and no more.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{Parts, Random, Secret};

/// The first byte of what this version of the program seals.
pub const VERSION: u8 = 1;

const NONCE: usize = 24;
const TAG: usize = 16;
const LENGTH: usize = 8;

/// Why something sealed did not open. Which of key, associated data or bytes was wrong cannot be told, by design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    /// Too few bytes to be anything sealed.
    #[error("too short to be sealed")]
    Short,
    /// Made by another version of the program.
    #[error("sealed in a form of version {0}, which this program does not know")]
    Version(u8),
    /// The key is another one, it belongs to something else, or bytes were changed.
    #[error("does not open: another key, another place, or changed bytes")]
    Refused,
}

/// Seals `plaintext` for the place that `about` names.
pub fn seal(key: &Secret<32>, about: &Parts, plaintext: &[u8], random: &mut dyn Random) -> Vec<u8> {
    let mut nonce = [0; NONCE];
    random.fill(&mut nonce);
    let mut sealed = Vec::with_capacity(1 + NONCE + bucket(plaintext.len()) + TAG);
    sealed.push(VERSION);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&lock(key, &nonce, &associated(about), plaintext));
    sealed
}

/// Opens what [`seal`] made with the same key for the same place.
pub fn open(key: &Secret<32>, about: &Parts, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    let (version, rest) = sealed.split_first().ok_or(Unopened::Short)?;
    if *version != VERSION {
        return Err(Unopened::Version(*version));
    }
    let (nonce, locked) = rest.split_first_chunk::<NONCE>().ok_or(Unopened::Short)?;
    unlock(key, nonce, &associated(about), locked)
}

/// The data key of a class of one case: HKDF-SHA-256 (RFC 5869) of the class key and the salt that stands with the case.
///
/// Deleting the salt ends the class for everybody who ever held its key, in every copy that is made afterwards.
pub fn data_key(class_key: &Secret<32>, salt: &[u8; 32], about: &Parts) -> Secret<32> {
    derive(class_key.expose(), salt, &Parts::of("pana data key v1").and("about", about.bytes()))
}

/// A key out of key material (RFC 5869): what it is for is part of it.
pub fn derive(material: &[u8], salt: &[u8], purpose: &Parts) -> Secret<32> {
    let extracted = Hkdf::<Sha256>::new(Some(salt), material);
    Secret::filled_by(|key| {
        extracted.expand(purpose.bytes(), key).expect("32 bytes are fewer than the 8,160 that HKDF-SHA-256 can give");
    })
}

/// Pads and encrypts. Shared with the envelope, which brings a key that is used once.
pub(crate) fn lock(key: &Secret<32>, nonce: &[u8; NONCE], associated: &[u8], plaintext: &[u8]) -> Vec<u8> {
    // The whole room at once: a vector that grows would leave a copy of the plaintext behind.
    let mut buffer = Vec::with_capacity(bucket(plaintext.len()) + TAG);
    buffer.extend_from_slice(&(plaintext.len() as u64).to_be_bytes());
    buffer.extend_from_slice(plaintext);
    buffer.resize(bucket(plaintext.len()), 0);
    XChaCha20Poly1305::new(key.expose().into())
        .encrypt_in_place(&XNonce::from(*nonce), associated, &mut buffer)
        .expect("the cipher takes 256 GiB, more than fits into a vector here");
    buffer
}

/// Decrypts and takes the padding off again.
pub(crate) fn unlock(
    key: &Secret<32>,
    nonce: &[u8; NONCE],
    associated: &[u8],
    locked: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    if locked.len() < bucket(0) + TAG {
        return Err(Unopened::Short);
    }
    let mut buffer = Zeroizing::new(locked.to_vec());
    XChaCha20Poly1305::new(key.expose().into())
        .decrypt_in_place(&XNonce::from(*nonce), associated, &mut *buffer)
        .map_err(|_| Unopened::Refused)?;
    unpad(buffer)
}

fn unpad(mut buffer: Zeroizing<Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    let (length, _) = buffer.split_first_chunk::<LENGTH>().ok_or(Unopened::Refused)?;
    let length = usize::try_from(u64::from_be_bytes(*length)).map_err(|_| Unopened::Refused)?;
    let end = length.checked_add(LENGTH).filter(|&end| end <= buffer.len()).ok_or(Unopened::Refused)?;
    buffer.copy_within(LENGTH..end, 0);
    // Shortening alone would leave the tail in memory until the vector is dropped, which wipes its whole room.
    buffer.truncate(length);
    Ok(buffer)
}

fn associated(about: &Parts) -> Vec<u8> {
    Parts::of("pana seal").number("version", VERSION.into()).and("about", about.bytes()).bytes().to_vec()
}

/// How many bytes are encrypted for a plaintext of this length: 128, 256, … 4,096, then whole multiples of 4,096.
pub(crate) fn bucket(length: usize) -> usize {
    let needed = length + LENGTH;
    if needed <= 4096 { needed.next_power_of_two().max(128) } else { needed.next_multiple_of(4096) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::{Seeded, hex};
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn key(byte: u8) -> Secret<32> {
        Secret::take(&mut [byte; 32])
    }

    /// An entry: centre, case, class, kind, entry, version.
    fn place(values: &[String; 6]) -> Parts {
        ["centre", "case", "class", "kind", "entry", "version"]
            .iter()
            .zip(values)
            .fold(Parts::of("entry"), |parts, (label, value)| parts.and(label, value))
    }

    fn somewhere() -> [String; 6] {
        ["c1", "k7", "story", "note", "e9", "3"].map(str::to_owned)
    }

    #[test]
    fn every_single_bit_matters() {
        let sealed = seal(&key(1), &place(&somewhere()), "Әйгерім".as_bytes(), &mut Seeded::new(1));
        for at in 0..sealed.len() {
            for bit in 0..8 {
                let mut changed = sealed.clone();
                changed[at] ^= 1 << bit;
                assert!(open(&key(1), &place(&somewhere()), &changed).is_err(), "byte {at}, bit {bit}");
            }
        }
    }

    #[test]
    fn no_shortened_or_lengthened_value_opens() {
        let sealed = seal(&key(1), &place(&somewhere()), b"text", &mut Seeded::new(1));
        for length in 0..sealed.len() {
            assert!(open(&key(1), &place(&somewhere()), &sealed[..length]).is_err(), "{length} bytes");
        }
        let longer: Vec<u8> = sealed.iter().copied().chain([0]).collect();
        assert_eq!(open(&key(1), &place(&somewhere()), &longer), Err(Unopened::Refused));
    }

    #[test]
    fn two_rows_cannot_be_swapped_and_an_old_version_does_not_come_back() {
        let (mine, mut hers, mut later) = (somewhere(), somewhere(), somewhere());
        hers[1] = "k8".to_owned();
        later[5] = "4".to_owned();
        let mut random = Seeded::new(2);
        let in_mine = seal(&key(1), &place(&mine), b"mine", &mut random);
        let in_hers = seal(&key(1), &place(&hers), b"hers", &mut random);
        assert_eq!(open(&key(1), &place(&mine), &in_hers), Err(Unopened::Refused));
        assert_eq!(open(&key(1), &place(&hers), &in_mine), Err(Unopened::Refused));
        assert_eq!(open(&key(1), &place(&later), &in_mine), Err(Unopened::Refused));
    }

    #[test]
    fn the_same_text_is_never_sealed_alike() {
        let mut random = Seeded::new(3);
        let one = seal(&key(1), &place(&somewhere()), b"text", &mut random);
        assert_ne!(one, seal(&key(1), &place(&somewhere()), b"text", &mut random));
    }

    #[test]
    fn lengths_tell_only_the_bucket() {
        let length = |text: &[u8]| seal(&key(1), &Parts::of("x"), text, &mut Seeded::new(1)).len();
        assert_eq!(length(b""), length(&[1; 120]));
        assert_eq!(length(&[1; 121]), length(&[1; 248]));
        assert_eq!(length(&[1; 4089]), length(&[1; 8184]));
        assert!(length(&[1; 120]) < length(&[1; 121]));
    }

    #[test]
    fn a_form_of_the_future_is_named_as_such() {
        let mut sealed = seal(&key(1), &Parts::of("x"), b"text", &mut Seeded::new(1));
        sealed[0] = 2;
        assert_eq!(open(&key(1), &Parts::of("x"), &sealed), Err(Unopened::Version(2)));
    }

    #[test]
    fn without_the_salt_the_class_key_opens_nothing() {
        let class = Parts::of("class").and("case", "k7").and("class", "story");
        let data = data_key(&key(1), &[5; 32], &class);
        let sealed = seal(&data, &Parts::of("x"), b"text", &mut Seeded::new(1));
        assert_eq!(
            &**open(&data_key(&key(1), &[5; 32], &class), &Parts::of("x"), &sealed).expect("same salt"),
            b"text"
        );
        for wrong in [data_key(&key(1), &[0; 32], &class), data_key(&key(1), &[5; 32], &Parts::of("class")), key(1)] {
            assert_eq!(open(&wrong, &Parts::of("x"), &sealed), Err(Unopened::Refused));
        }
    }

    /// RFC 5869, test case 1 (appendix A.1), cut to 32 bytes: the first block of output does not depend on the length asked for.
    #[test]
    fn the_derivation_is_that_of_the_rfc() {
        let extracted = Hkdf::<Sha256>::new(Some(&hex("000102030405060708090a0b0c")), &[0x0b; 22]);
        let mut out = [0; 32];
        extracted.expand(&hex("f0f1f2f3f4f5f6f7f8f9"), &mut out).expect("short");
        assert_eq!(out.to_vec(), hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"));
    }

    proptest! {
        #[test]
        fn what_was_sealed_opens(plaintext in vec(any::<u8>(), 0..5000), values in any::<[String; 6]>(), seed in any::<u64>()) {
            let sealed = seal(&key(9), &place(&values), &plaintext, &mut Seeded::new(seed));
            prop_assert_eq!(&**open(&key(9), &place(&values), &sealed).expect("own seal"), &plaintext[..]);
        }

        #[test]
        fn any_change_of_any_part_refuses(values in any::<[String; 6]>(), which in 0usize..6, other in ".{0,12}", seed in any::<u64>()) {
            prop_assume!(values[which] != other);
            let sealed = seal(&key(9), &place(&values), b"text", &mut Seeded::new(seed));
            let mut changed = values.clone();
            changed[which] = other;
            prop_assert_eq!(open(&key(9), &place(&changed), &sealed), Err(Unopened::Refused));
        }

        #[test]
        fn any_two_different_parts_exchanged_refuse(values in any::<[String; 6]>(), one in 0usize..6, two in 0usize..6) {
            prop_assume!(values[one] != values[two]);
            let sealed = seal(&key(9), &place(&values), b"text", &mut Seeded::new(4));
            let mut changed = values.clone();
            changed.swap(one, two);
            prop_assert_eq!(open(&key(9), &place(&changed), &sealed), Err(Unopened::Refused));
        }

        #[test]
        fn no_bytes_make_opening_panic(bytes in vec(any::<u8>(), 0..300)) {
            prop_assert!(open(&key(9), &Parts::of("x"), &bytes).is_err());
        }
    }
}
