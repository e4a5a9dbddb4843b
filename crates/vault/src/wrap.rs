//! The wrap: the class keys of a case that one holder may have, in one envelope.
//!
//! Classes are small numbers here; what they mean is the caller's affair. Who may have which is the policy's.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use crate::seal::Unopened;
use crate::{Pair, Parts, PublicKey, Random, Secret, envelope};

/// Room for this many keys is sealed whatever is in it, so that the length of a wrap does not tell its classes.
const SLOTS: usize = 15;
const SLOT: usize = 1 + 32;

/// Keys by class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle(BTreeMap<u8, Secret<32>>);

impl Bundle {
    /// A fresh key for each class.
    pub fn random(classes: &[u8], random: &mut dyn Random) -> Self {
        Self(classes.iter().map(|&class| (class, Secret::random(random))).collect())
    }

    /// The key of a class, if it is in the bundle.
    pub fn key(&self, class: u8) -> Option<&Secret<32>> {
        self.0.get(&class)
    }

    /// Puts a key in, in place of the one there was.
    pub fn put(&mut self, class: u8, key: Secret<32>) {
        self.0.insert(class, key);
    }

    /// The classes, in order.
    pub fn classes(&self) -> impl Iterator<Item = u8> + '_ {
        self.0.keys().copied()
    }

    /// The part of it that somebody else may have.
    #[must_use]
    pub fn only(&self, classes: &[u8]) -> Self {
        let kept = self.0.iter().filter(|(class, _)| classes.contains(class));
        Self(kept.map(|(&class, key)| (class, key.clone())).collect())
    }

    /// Sealed to a holder. `about` binds it to the holder, the case and the epoch. `None`: `holder` is no key.
    pub fn wrap(&self, holder: PublicKey, about: &Parts, random: &mut dyn Random) -> Option<Vec<u8>> {
        let size = 2 + self.0.len().max(1).next_multiple_of(SLOTS) * SLOT;
        let mut plain = Zeroizing::new(Vec::with_capacity(size));
        plain.extend_from_slice(&(self.0.len() as u16).to_be_bytes());
        for (&class, key) in &self.0 {
            plain.push(class);
            plain.extend_from_slice(key.expose());
        }
        plain.resize(size, 0);
        envelope::close(holder, &purpose(about), &plain, random)
    }

    /// Unwraps.
    pub fn unwrap(pair: &Pair, about: &Parts, wrap: &[u8]) -> Result<Self, Unopened> {
        let plain = envelope::open(pair, &purpose(about), wrap)?;
        Self::read(&plain).ok_or(Unopened::Refused)
    }

    /// Only one form is read: classes in rising order, nothing but zeros after them.
    fn read(plain: &[u8]) -> Option<Self> {
        let (count, slots) = plain.split_first_chunk::<2>()?;
        let (used, empty) = slots.split_at_checked(usize::from(u16::from_be_bytes(*count)) * SLOT)?;
        let mut keys = BTreeMap::new();
        for slot in used.chunks_exact(SLOT) {
            let (class, key) = slot.split_first()?;
            if keys.last_key_value().is_some_and(|(last, _)| last >= class) {
                return None;
            }
            keys.insert(*class, Secret::copy_of(key)?);
        }
        empty.iter().all(|&byte| byte == 0).then_some(Self(keys))
    }
}

fn purpose(about: &Parts) -> Parts {
    Parts::of("pana wrap v1").and("about", about.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::Seeded;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn about(case: &str) -> Parts {
        Parts::of("wrap").and("holder", "desk").and("case", case).number("epoch", 1)
    }

    #[test]
    fn a_head_gets_the_desk_classes_and_no_story() {
        let mut random = Seeded::new(1);
        let (desk, all) = (Pair::new(&mut random), Bundle::random(&[0, 1, 2, 3, 4, 11], &mut random));
        let wrap = all.only(&[0, 1, 11, 200]).wrap(desk.public(), &about("k7"), &mut random).expect("a key");
        let opened = Bundle::unwrap(&desk, &about("k7"), &wrap).expect("the desk's");
        assert_eq!(opened.classes().collect::<Vec<_>>(), [0, 1, 11]);
        assert_eq!(opened.key(1), all.key(1));
        assert_eq!(opened.key(3), None);
    }

    #[test]
    fn the_wrap_of_another_case_does_not_open_here() {
        let mut random = Seeded::new(2);
        let desk = Pair::new(&mut random);
        let wrap = Bundle::random(&[1], &mut random).wrap(desk.public(), &about("k7"), &mut random).expect("a key");
        assert_eq!(Bundle::unwrap(&desk, &about("k8"), &wrap), Err(Unopened::Refused));
    }

    #[test]
    fn the_length_does_not_tell_how_many_classes() {
        let mut random = Seeded::new(3);
        let desk = Pair::new(&mut random).public();
        let mut length = |classes: &[u8]| {
            Bundle::random(classes, &mut random).wrap(desk, &about("k7"), &mut Seeded::new(4)).expect("a key").len()
        };
        assert_eq!(length(&[]), length(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
    }

    #[test]
    fn a_bundle_has_one_form_only() {
        let slots = |classes: &[u8], rest: &[u8]| {
            let keys: Vec<u8> = classes.iter().flat_map(|&class| [&[class], [7; 32].as_slice()].concat()).collect();
            [&(classes.len() as u16).to_be_bytes(), keys.as_slice(), rest].concat()
        };
        assert!(Bundle::read(&slots(&[1, 2], &[0, 0])).is_some());
        for wrong in
            [slots(&[2, 1], &[]), slots(&[1, 1], &[]), slots(&[1, 2], &[0, 1]), slots(&[1], &[])[..20].to_vec()]
        {
            assert_eq!(Bundle::read(&wrong), None, "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn what_was_wrapped_is_unwrapped(classes in vec(any::<u8>(), 0..256), seed in any::<u64>()) {
            let mut random = Seeded::new(seed);
            let (pair, bundle) = (Pair::new(&mut random), Bundle::random(&classes, &mut random));
            let wrap = bundle.wrap(pair.public(), &about("k"), &mut random).expect("a key");
            prop_assert_eq!(Bundle::unwrap(&pair, &about("k"), &wrap), Ok(bundle));
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in vec(any::<u8>(), 0..200)) {
            let _ = Bundle::read(&bytes);
        }
    }
}
