//! A key on paper, in the hands of several people: any `k` of `n` shares give it back, fewer tell nothing (Shamir 1979).
//!
//! The key and four check bytes are shared byte by byte over the field of 256 elements. That the check bytes are shared too is why a
//! share tells nothing at all, not even a hash to test guesses with. A share on paper names its number, how many are needed, and its
//! set, so that shares of two sets are never mixed; each of its four lines carries a check symbol, so that a mistyped line is named.

use std::collections::BTreeMap;
use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::{Random, Secret, base32, field, secret};

/// The most people among whom a key is shared.
pub const MOST: u8 = 16;

const VERSION: u8 = 1;
const SET: usize = 5;
const CHECK: usize = 4;
const SHARED: usize = 32 + CHECK;
const HEAD: usize = 1 + SET + 3;
const SUM: usize = 5;
const BYTES: usize = HEAD + SHARED + SUM;
const LINES: usize = 4;
const LINE: usize = BYTES * 8 / 5 / LINES;

/// One person's share.
#[derive(Clone, PartialEq, Eq)]
pub struct Share {
    set: [u8; SET],
    needed: u8,
    total: u8,
    number: u8,
    values: Secret<SHARED>,
}

/// Why shares cannot be made as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("between 2 and n shares must be needed, of at most 16: not {needed} of {total}")]
pub struct Impossible {
    /// How many were to be needed.
    pub needed: u8,
    /// How many were to be made.
    pub total: u8,
}

/// Why what was typed is no share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareFault {
    /// A sign that no share has.
    #[error("a sign that no share has")]
    Sign,
    /// Too few or too many symbols.
    #[error("{0} symbols instead of 84")]
    Length(usize),
    /// The check symbol of a line (1 to 4) does not fit.
    #[error("line {0} was mistyped")]
    Line(usize),
    /// Each line is right in itself, but they do not belong together: exchanged, or of two papers.
    #[error("the lines do not belong to one share")]
    Sum,
    /// Made by another version of the program.
    #[error("a share in a form of version {0}, which this program does not know")]
    Version(u8),
}

/// Why shares do not give a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CombineFault {
    /// More people are needed.
    #[error("{have} shares of this set; {needed} are needed")]
    TooFew {
        /// How many different ones there are.
        have: usize,
        /// How many are needed.
        needed: usize,
    },
    /// A share is of another set: of another key, or of a sharing that was replaced. Named by its place among those given.
    #[error("share {0} in the order given is of another set")]
    OtherSet(usize),
    /// Two papers with one number say different things.
    #[error("share number {0} was given twice with different contents")]
    Contradiction(u8),
    /// Together they give something that is not what was shared: at least one is not genuine.
    #[error("the shares do not fit together: at least one is not genuine")]
    NotGenuine,
}

/// Shares a key among `total` people, `needed` of whom can bring it back.
pub fn split(key: &Secret<32>, needed: u8, total: u8, random: &mut dyn Random) -> Result<Vec<Share>, Impossible> {
    if !possible(needed, total) {
        return Err(Impossible { needed, total });
    }
    let mut set = [0; SET];
    random.fill(&mut set);
    let mut secret = Zeroizing::new(key.expose().to_vec());
    secret.extend_from_slice(&check(&set, key.expose()));
    let polynomials: Vec<Zeroizing<Vec<u8>>> = secret.iter().map(|&byte| polynomial(byte, needed, random)).collect();
    let share = |number| {
        let values = Secret::filled_by(|values| {
            values
                .iter_mut()
                .zip(&polynomials)
                .for_each(|(value, polynomial)| *value = field::evaluate(polynomial, number));
        });
        Share { set, needed, total, number, values }
    };
    Ok((1..=total).map(share).collect())
}

/// Brings the key back. The same share given twice counts once; more than are needed may be given, and all must fit.
pub fn combine(shares: &[Share]) -> Result<Secret<32>, CombineFault> {
    let first = shares.first().ok_or(CombineFault::TooFew { have: 0, needed: 2 })?;
    let mut by_number: BTreeMap<u8, &Share> = BTreeMap::new();
    for (place, share) in shares.iter().enumerate() {
        if !share.is_of_the_set_of(first) {
            return Err(CombineFault::OtherSet(place + 1));
        }
        let before = by_number.insert(share.number, share);
        if before.is_some_and(|before| before != share) {
            return Err(CombineFault::Contradiction(share.number));
        }
    }
    let (have, needed) = (by_number.len(), usize::from(first.needed));
    if have < needed {
        return Err(CombineFault::TooFew { have, needed });
    }
    // Through the needed ones goes one polynomial; through all of them the same one, if every share is genuine.
    let all: Vec<&Share> = by_number.into_values().collect();
    let (some, more) = (interpolate(&all[..needed]), interpolate(&all));
    let (key, sum) = some.expose().split_first_chunk::<32>().expect("36 bytes are shared");
    if some != more || !secret::same(sum, &check(&first.set, key)) {
        return Err(CombineFault::NotGenuine);
    }
    Ok(Secret::filled_by(|bytes| bytes.copy_from_slice(key)))
}

impl Share {
    /// Which of the shares this is, from 1.
    pub fn number(&self) -> u8 {
        self.number
    }

    /// How many are needed.
    pub fn needed(&self) -> u8 {
        self.needed
    }

    /// How many were made.
    pub fn total(&self) -> u8 {
        self.total
    }

    /// The name of the set, the same on all papers of one sharing: eight symbols. It says nothing about the key.
    pub fn set(&self) -> String {
        base32::grouped(&base32::encode(&self.set), 4)
    }

    /// The four lines to print: four groups of five symbols and a check symbol each.
    pub fn lines(&self) -> [Zeroizing<String>; LINES] {
        let symbols = base32::encode(&self.bytes());
        std::array::from_fn(|line| {
            let symbols = &symbols[line * LINE..][..LINE];
            let mut text = Zeroizing::new(base32::grouped(symbols, 5));
            text.push('-');
            text.push(base32::check(symbols).expect("symbols of our own alphabet"));
            text
        })
    }

    /// Reads what was typed from paper, in one line or several.
    pub fn parse(typed: &str) -> Result<Self, ShareFault> {
        let typed = base32::read(typed).ok_or(ShareFault::Sign)?;
        if typed.len() != LINES * (LINE + 1) {
            return Err(ShareFault::Length(typed.len()));
        }
        let mut symbols = Zeroizing::new(String::with_capacity(LINES * LINE));
        for line in 0..LINES {
            let (text, check) = typed[line * (LINE + 1)..][..LINE + 1].split_at(LINE);
            if base32::check(text) != check.chars().next() {
                return Err(ShareFault::Line(line + 1));
            }
            symbols.push_str(text);
        }
        Self::read(&base32::decode(&symbols, BYTES).ok_or(ShareFault::Sum)?)
    }

    fn read(bytes: &[u8]) -> Result<Self, ShareFault> {
        let (body, sum) = bytes.split_at_checked(HEAD + SHARED).ok_or(ShareFault::Sum)?;
        if sum != checksum(body) {
            return Err(ShareFault::Sum);
        }
        let (head, values) = body.split_first_chunk::<HEAD>().ok_or(ShareFault::Sum)?;
        let [version, s0, s1, s2, s3, s4, needed, total, number] = *head;
        if version != VERSION {
            return Err(ShareFault::Version(version));
        }
        if !possible(needed, total) || !(1..=total).contains(&number) {
            return Err(ShareFault::Sum);
        }
        let values = Secret::copy_of(values).ok_or(ShareFault::Sum)?;
        Ok(Self { set: [s0, s1, s2, s3, s4], needed, total, number, values })
    }

    fn bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(BYTES));
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.set);
        bytes.extend_from_slice(&[self.needed, self.total, self.number]);
        bytes.extend_from_slice(self.values.expose());
        let sum = checksum(&bytes);
        bytes.extend_from_slice(&sum);
        bytes
    }

    fn is_of_the_set_of(&self, other: &Self) -> bool {
        (self.set, self.needed, self.total) == (other.set, other.needed, other.total)
    }
}

impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Share({} of {}, set {})", self.number, self.total, self.set())
    }
}

fn possible(needed: u8, total: u8) -> bool {
    2 <= needed && needed <= total && total <= MOST
}

/// The byte and as many random coefficients as make `needed` points necessary. Every coefficient may be zero, the highest too:
/// leaving zeros out is how implementations have leaked (RUSTSEC-2024-0398).
fn polynomial(byte: u8, needed: u8, random: &mut dyn Random) -> Zeroizing<Vec<u8>> {
    let mut coefficients = Zeroizing::new(vec![0; usize::from(needed)]);
    random.fill(&mut coefficients);
    coefficients[0] = byte;
    coefficients
}

fn interpolate(shares: &[&Share]) -> Secret<SHARED> {
    let numbers: Vec<u8> = shares.iter().map(|share| share.number).collect();
    let weights = field::weights_at_zero(&numbers);
    Secret::filled_by(|bytes| {
        for (share, weight) in shares.iter().zip(weights) {
            for (byte, value) in bytes.iter_mut().zip(share.values.expose()) {
                *byte ^= field::multiply(weight, *value);
            }
        }
    })
}

fn check(set: &[u8; SET], key: &[u8; 32]) -> [u8; CHECK] {
    let mut hash = Sha256::new().chain_update(b"pana shared key v1").chain_update(set).chain_update(key).finalize();
    let check = std::array::from_fn(|i| hash[i]);
    hash.as_mut_slice().zeroize();
    check
}

fn checksum(body: &[u8]) -> [u8; SUM] {
    let hash = Sha256::new().chain_update(b"pana share v1").chain_update(body).finalize();
    std::array::from_fn(|i| hash[i])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::Seeded;
    use blahaj::Sharks;
    use proptest::prelude::*;

    fn key(seed: u64) -> Secret<32> {
        Secret::random(&mut Seeded::new(seed))
    }

    fn shares(needed: u8, total: u8) -> Vec<Share> {
        split(&key(1), needed, total, &mut Seeded::new(2)).expect("possible")
    }

    fn text(share: &Share) -> String {
        share.lines().map(|line| line.to_string()).join("\n")
    }

    #[test]
    fn any_two_of_three_give_it_back_and_one_does_not() {
        let [one, two, three] = shares(2, 3).try_into().expect("three");
        for pair in [[&one, &two], [&two, &one], [&one, &three], [&three, &one], [&two, &three], [&three, &two]] {
            assert_eq!(combine(&pair.map(Clone::clone)), Ok(key(1)));
        }
        assert_eq!(combine(&[one.clone(), two.clone(), three]), Ok(key(1)));
        assert_eq!(combine(std::slice::from_ref(&one)), Err(CombineFault::TooFew { have: 1, needed: 2 }));
        assert_eq!(combine(&[two.clone(), two.clone()]), Err(CombineFault::TooFew { have: 1, needed: 2 }));
        assert_eq!(combine(&[]), Err(CombineFault::TooFew { have: 0, needed: 2 }));
    }

    #[test]
    fn every_three_of_five_give_it_back_and_no_two() {
        let shares = shares(3, 5);
        for chosen in 0u8..32 {
            let some: Vec<Share> = (0..5).filter(|i| chosen >> i & 1 == 1).map(|i| shares[i].clone()).collect();
            match some.len() {
                have @ 0..3 => assert_eq!(combine(&some).err().map(|_| have), Some(have)),
                _ => assert_eq!(combine(&some), Ok(key(1)), "{some:?}"),
            }
        }
    }

    /// Perfect secrecy, byte by byte and without exception: over all coefficients that chance can give, a share takes every value
    /// exactly once, whatever the secret byte is. So a share has the same distribution for every secret.
    #[test]
    fn one_share_of_two_tells_nothing() {
        for secret in 0..=255u8 {
            for number in 1..=3 {
                let mut seen = [0; 256];
                (0..=255u8).for_each(|chance| seen[usize::from(field::evaluate(&[secret, chance], number))] += 1);
                assert_eq!(seen, [1; 256], "byte {secret}, share {number}");
            }
        }
    }

    /// All of the chance goes into the coefficients as it is: none is left out, none is drawn again.
    #[test]
    fn coefficients_are_the_chance_that_was_handed_in() {
        struct Fixed(u8);
        impl Random for Fixed {
            fn fill(&mut self, bytes: &mut [u8]) {
                bytes.fill(self.0);
            }
        }
        assert_eq!(*polynomial(9, 3, &mut Fixed(0)), [9, 0, 0]);
        assert_eq!(*polynomial(9, 3, &mut Fixed(255)), [9, 255, 255]);
    }

    /// Another implementation of the same scheme and field reads our shares, and we read its.
    #[test]
    fn the_scheme_is_the_one_that_others_use() {
        let ours = shares(3, 5);
        let as_theirs = |share: &Share| {
            let bytes = [&[share.number], share.values.expose().as_slice()].concat();
            blahaj::Share::try_from(bytes.as_slice()).expect("a share")
        };
        let theirs: Vec<blahaj::Share> = ours[1..4].iter().map(as_theirs).collect();
        let recovered = Sharks(3).recover(&theirs).expect("three");
        assert_eq!(recovered[..32], key(1).expose()[..]);

        let set = [1, 2, 3, 4, 5];
        let secret = [key(7).expose().as_slice(), &check(&set, key(7).expose())].concat();
        let dealt = Sharks(2).dealer_rng(&secret, &mut Seeded::new(3).0);
        let read = |share: blahaj::Share| {
            let bytes = Vec::from(&share);
            let values = Secret::copy_of(&bytes[1..]).expect("36 bytes");
            Share { set, needed: 2, total: 4, number: bytes[0], values }
        };
        let dealt: Vec<Share> = dealt.take(4).map(read).collect();
        assert_eq!(combine(&[dealt[3].clone(), dealt[1].clone()]), Ok(key(7)));
    }

    #[test]
    fn the_paper_is_read_as_it_was_printed_and_as_people_type_it() {
        for share in shares(2, 3) {
            let printed = text(&share);
            assert_eq!(printed.lines().count(), 4);
            assert!(printed.lines().all(|line| line.len() == 25), "{printed}");
            assert_eq!(Share::parse(&printed), Ok(share.clone()));
            let typed = printed.to_lowercase().replace(['-', '\n'], " ").replace('0', "о").replace('1', "l");
            assert_eq!(Share::parse(&typed), Ok(share));
        }
    }

    #[test]
    fn a_mistyped_line_is_named() {
        let printed = text(&shares(2, 3)[0]);
        for line in 0..4 {
            let mut signs: Vec<char> = printed.chars().collect();
            let at = line * 26 + 7;
            signs[at] = if signs[at] == '7' { '8' } else { '7' };
            assert_eq!(Share::parse(&signs.iter().collect::<String>()), Err(ShareFault::Line(line + 1)));
        }
        let mut lines: Vec<&str> = printed.lines().collect();
        assert_eq!(Share::parse(&lines[..3].join("\n")), Err(ShareFault::Length(63)));
        lines.swap(1, 2);
        assert_eq!(Share::parse(&lines.join("\n")), Err(ShareFault::Sum));
        assert_eq!(Share::parse("Щ"), Err(ShareFault::Sign));
    }

    #[test]
    fn papers_of_two_sharings_are_not_mixed() {
        let (old, new) = (shares(2, 3), split(&key(1), 2, 3, &mut Seeded::new(9)).expect("possible"));
        assert_ne!(old[0].set(), new[0].set());
        assert_eq!(combine(&[old[0].clone(), new[1].clone()]), Err(CombineFault::OtherSet(2)));
    }

    #[test]
    fn a_forged_share_is_noticed() {
        let mut shares = shares(2, 3);
        let genuine = shares[2].clone();
        shares[2].values = Secret::random(&mut Seeded::new(5));
        assert_eq!(combine(&shares[1..]), Err(CombineFault::NotGenuine));
        assert_eq!(combine(&shares), Err(CombineFault::NotGenuine));
        assert_eq!(combine(&[shares[2].clone(), genuine]), Err(CombineFault::Contradiction(3)));
    }

    #[test]
    fn impossible_sharings_are_refused() {
        for (needed, total) in [(0, 3), (1, 3), (4, 3), (2, 17), (17, 17)] {
            assert_eq!(split(&key(1), needed, total, &mut Seeded::new(1)), Err(Impossible { needed, total }));
        }
        assert_eq!(split(&key(1), 16, 16, &mut Seeded::new(1)).map(|all| combine(&all)), Ok(Ok(key(1))));
    }

    #[test]
    fn a_share_is_not_printed_by_accident() {
        let printed = format!("{:?}", shares(2, 3)[0]);
        assert!(printed.starts_with("Share(1 of 3, set ") && printed.len() < 32, "{printed}");
    }

    proptest! {
        #[test]
        fn any_sharing_comes_back(seed in any::<u64>(), total in 2u8..=16, needed in 2u8..=16, from in 0usize..16) {
            prop_assume!(needed <= total);
            let mut shares = split(&key(seed), needed, total, &mut Seeded::new(seed ^ 1)).expect("possible");
            shares.rotate_left(from % usize::from(total));
            prop_assert_eq!(combine(&shares[..usize::from(needed)]), Ok(key(seed)));
            prop_assert!(combine(&shares[1..usize::from(needed)]).is_err());
        }

        #[test]
        fn no_text_makes_the_reader_panic(typed in "\\PC{0,120}", symbols in "[0-9A-HJKMNP-TV-Z]{84}") {
            prop_assert!(Share::parse(&typed).is_err());
            prop_assert!(Share::parse(&symbols).is_err());
        }

        #[test]
        fn no_bytes_make_the_reader_panic(mut body in prop::collection::vec(any::<u8>(), HEAD + SHARED), version in 0u8..3) {
            body[0] = version;
            let bytes = [body.as_slice(), &checksum(&body)].concat();
            if let Ok(share) = Share::read(&bytes) {
                prop_assert_eq!(&**share.bytes(), &bytes[..]);
                let _ = combine(&[share.clone(), share]);
            }
        }
    }
}
