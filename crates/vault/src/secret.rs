//! A secret of a known length, and chance that was handed in.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// Unpredictable bytes. The program hands in the operating system's; a test hands in a seeded stream.
pub trait Random {
    /// Fills `bytes`. A source that cannot must not return: every key would be guessable.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// `N` secret bytes: wiped when dropped, compared in constant time, never printed.
///
/// They live on the heap, so that moving the value leaves no copy behind on the stack.
pub struct Secret<const N: usize>(Box<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// A fresh one.
    pub fn random(random: &mut dyn Random) -> Self {
        let mut secret = Self(Box::new([0; N]));
        random.fill(secret.0.as_mut());
        secret
    }

    /// Takes bytes over; the array they came from is wiped.
    pub fn take(bytes: &mut [u8; N]) -> Self {
        let secret = Self(Box::new(*bytes));
        bytes.zeroize();
        secret
    }

    /// Copies bytes of exactly this length.
    pub fn copy_of(bytes: &[u8]) -> Option<Self> {
        let mut secret = Self(Box::new([0; N]));
        if bytes.len() != N {
            return None;
        }
        secret.0.copy_from_slice(bytes);
        Some(secret)
    }

    /// The bytes. Whoever calls this says why at the place of the call.
    pub fn expose(&self) -> &[u8; N] {
        &self.0
    }

    pub(crate) fn filled_by(write: impl FnOnce(&mut [u8; N])) -> Self {
        let mut secret = Self(Box::new([0; N]));
        write(&mut secret.0);
        secret
    }
}

impl<const N: usize> Clone for Secret<N> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> PartialEq for Secret<N> {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(other.0.as_ref()).into()
    }
}

impl<const N: usize> Eq for Secret<N> {}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Whether two byte strings are the same, in a time that depends on their lengths only.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

#[cfg(test)]
pub(crate) mod seeded {
    use super::Random;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::{Rng, SeedableRng};

    /// A stream for tests: the same bytes for the same seed.
    pub(crate) struct Seeded(pub(crate) ChaCha8Rng);

    impl Seeded {
        pub(crate) fn new(seed: u64) -> Self {
            Self(ChaCha8Rng::seed_from_u64(seed))
        }
    }

    /// Published vectors are printed in hexadecimal.
    pub(crate) fn hex(text: &str) -> Vec<u8> {
        (0..text.len() / 2).map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).expect("hex")).collect()
    }

    impl Random for Seeded {
        fn fill(&mut self, bytes: &mut [u8]) {
            self.0.fill_bytes(bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_printed() {
        let secret = Secret::take(&mut [0x41; 32]);
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }

    #[test]
    fn taking_wipes_where_it_came_from() {
        let mut bytes = [7; 16];
        let secret = Secret::take(&mut bytes);
        assert_eq!(bytes, [0; 16]);
        assert_eq!(secret.expose(), &[7; 16]);
    }

    #[test]
    fn only_the_right_length_is_copied() {
        assert!(Secret::<32>::copy_of(&[1; 31]).is_none());
        assert!(Secret::<32>::copy_of(&[1; 33]).is_none());
        assert_eq!(Secret::<32>::copy_of(&[1; 32]), Some(Secret::take(&mut [1; 32])));
    }

    #[test]
    fn fresh_secrets_differ() {
        let mut random = seeded::Seeded::new(1);
        assert_ne!(Secret::<32>::random(&mut random), Secret::<32>::random(&mut random));
    }
}
