//! From a passphrase to a key: Argon2id (RFC 9106), its costs kept with the record.
//!
//! The standard costs are the second recommendation of RFC 9106 §4 with one lane: 64 MiB, three passes. No hash of the passphrase is
//! kept anywhere: it is right when the key opens what was sealed with it.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64ct::{Base64Unpadded, Encoding};
use zeroize::{Zeroize, Zeroizing};

use crate::strength::normal;
use crate::{Parts, Random, Secret, seal};

/// What one guess costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    memory: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// 64 MiB, three passes, one lane.
    pub const STANDARD: Self = Self { memory: 64 * 1024, passes: 3, lanes: 1 };
    /// The least that is accepted: 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet).
    pub const FLOOR: Self = Self { memory: 19 * 1024, passes: 2, lanes: 1 };
    /// The most: a changed record must not be able to stop the machine.
    pub const CEILING: Self = Self { memory: 1024 * 1024, passes: 16, lanes: 4 };

    /// Memory in KiB, passes, lanes; `None` outside floor and ceiling.
    pub fn new(memory: u32, passes: u32, lanes: u32) -> Option<Self> {
        let within = (Self::FLOOR.memory..=Self::CEILING.memory).contains(&memory)
            && (Self::FLOOR.passes..=Self::CEILING.passes).contains(&passes)
            && (Self::FLOOR.lanes..=Self::CEILING.lanes).contains(&lanes);
        within.then_some(Self { memory, passes, lanes })
    }
}

/// How one passphrase is stretched: costs and salt. Kept beside what its key seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    cost: Cost,
    salt: [u8; 16],
}

impl Stretch {
    /// With a fresh salt.
    pub fn new(cost: Cost, random: &mut dyn Random) -> Self {
        let mut salt = [0; 16];
        random.fill(&mut salt);
        Self { cost, salt }
    }

    /// The costs it was made with: a record below today's standard is stretched anew at the next sign-in.
    pub fn cost(&self) -> Cost {
        self.cost
    }

    /// The key-encryption key of a passphrase. Takes a fraction of a second and the memory of its cost: the caller limits how many run.
    pub fn key(&self, passphrase: &str) -> Secret<32> {
        let Cost { memory, passes, lanes } = self.cost;
        let params = Params::new(memory, passes, lanes, Some(32)).expect("costs between floor and ceiling are valid");
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut blocks = vec![Block::default(); argon.params().block_count()];
        let stretched = Secret::<32>::filled_by(|out| {
            argon
                .hash_password_into_with_memory(normal(passphrase).as_bytes(), &self.salt, out, &mut blocks)
                .expect("salt, output and memory have the lengths that the costs ask for");
        });
        blocks.iter_mut().for_each(Zeroize::zeroize);
        seal::derive(stretched.expose(), b"", &Parts::of("pana passphrase v1"))
    }

    /// As it is kept: the string format of password hashes, without a hash.
    pub fn text(&self) -> String {
        let Cost { memory, passes, lanes } = self.cost;
        format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${}", Base64Unpadded::encode_string(&self.salt))
    }

    /// Reads what was kept; `None` when it is not exactly that, or the costs are out of bounds.
    pub fn parse(kept: &str) -> Option<Self> {
        let (cost, salt) = kept.strip_prefix("$argon2id$v=19$m=")?.split_once('$')?;
        let (memory, cost) = cost.split_once(",t=")?;
        let (passes, lanes) = cost.split_once(",p=")?;
        let mut bytes = Zeroizing::new([0; 16]);
        let salt = Base64Unpadded::decode(salt, bytes.as_mut()).ok()?.try_into().ok()?;
        let stretch = Self { cost: Cost::new(memory.parse().ok()?, passes.parse().ok()?, lanes.parse().ok()?)?, salt };
        (stretch.text() == kept).then_some(stretch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::Seeded;
    use proptest::prelude::*;

    /// RFC 9106 §5.3, the vector of Argon2id.
    #[test]
    fn the_function_is_that_of_the_rfc() {
        let mut params = argon2::ParamsBuilder::new();
        params.m_cost(32).t_cost(3).p_cost(4);
        params.data(argon2::AssociatedData::new(&[4; 12]).expect("short"));
        let params = params.build().expect("valid");
        let argon = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).expect("short");
        let mut out = [0; 32];
        argon.hash_password_into(&[1; 32], &[2; 16], &mut out).expect("valid");
        let published = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
        assert_eq!(out.to_vec(), crate::secret::seeded::hex(published));
    }

    #[test]
    fn the_same_passphrase_gives_the_same_key_and_another_another() {
        let stretch = Stretch::new(Cost::FLOOR, &mut Seeded::new(1));
        let key = stretch.key("жеті қарға бір шырша");
        assert_eq!(key, Stretch::parse(&stretch.text()).expect("own text").key("жеті қарға бір шырша"));
        assert_ne!(key, stretch.key("жеті қарға бір шырша "));
        assert_ne!(key, Stretch::new(Cost::FLOOR, &mut Seeded::new(2)).key("жеті қарға бір шырша"));
        assert_eq!(stretch.key("и\u{306}"), stretch.key("й"));
    }

    #[test]
    fn the_costs_are_part_of_the_key() {
        let low = Stretch::new(Cost::FLOOR, &mut Seeded::new(1));
        let high = Stretch::new(Cost::new(20 * 1024, 2, 1).expect("in bounds"), &mut Seeded::new(1));
        assert_eq!(low.salt, high.salt);
        assert_ne!(low.key("x"), high.key("x"));
    }

    #[test]
    fn the_record_reads_as_password_hashes_do() {
        let stretch = Stretch { cost: Cost::STANDARD, salt: [0; 16] };
        assert_eq!(stretch.text(), "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA");
    }

    #[test]
    fn a_record_with_foolish_costs_is_refused() {
        for costs in [
            "m=8,t=3,p=1",
            "m=65536,t=1,p=1",
            "m=4194304,t=3,p=1",
            "m=65536,t=99,p=1",
            "m=065536,t=3,p=1",
            "m=65536,t=3,p=0",
            "m=65536,t=3,p=5",
        ] {
            assert_eq!(Stretch::parse(&format!("$argon2id$v=19${costs}$AAAAAAAAAAAAAAAAAAAAAA")), None, "{costs}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in ".{0,80}", salt in "[A-Za-z0-9+/=]{0,30}") {
            let _ = Stretch::parse(&text);
            let _ = Stretch::parse(&format!("$argon2id$v=19$m=65536,t=3,p=1${salt}"));
        }
    }
}
