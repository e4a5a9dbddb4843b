//! What is kept sealed: parts, values, envelopes, wraps, backups.

use std::io::{Read, Write};
use std::sync::OnceLock;

use pana_vault::wrap::Bundle;
use pana_vault::{Pair, Parts, Secret, backup as stream, envelope as letter, seal as vault};

use crate::chance::{Chance, Replay};

fn key() -> Secret<32> {
    Secret::random(&mut Chance(1))
}

/// Made once: a public key costs more than most parsers.
fn pair() -> &'static Pair {
    static PAIR: OnceLock<Pair> = OnceLock::new();
    PAIR.get_or_init(|| Pair::new(&mut Chance(2)))
}

fn about() -> Parts {
    Parts::of("fuzz").and("case", "k7").number("version", 3)
}

/// The bytes with one bit of one byte turned, chosen by `which`; the same bytes where there are none.
fn with_one_bit_turned(bytes: &[u8], which: usize) -> Vec<u8> {
    let mut turned = bytes.to_vec();
    let length = turned.len().max(1);
    if let Some(byte) = turned.get_mut(which / 8 % length) {
        *byte ^= 1 << (which % 8);
    }
    turned
}

/// A number out of an input, so that the input decides what is changed.
fn number_of(bytes: &[u8]) -> usize {
    bytes.iter().fold(bytes.len(), |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)))
}

pub fn parts(bytes: &[u8]) {
    if let Some((purpose, read)) = Parts::parse(bytes) {
        let again = read.iter().fold(Parts::of(purpose), |parts, (label, value)| parts.and(label, value));
        assert_eq!(again.bytes(), bytes, "there is one way to write parts");
    }
}

pub fn seal(bytes: &[u8]) {
    if let Ok(plain) = vault::open(&key(), &about(), bytes) {
        let again = vault::seal(&key(), &about(), &plain, &mut Replay(&bytes[1..]));
        assert_eq!(again, bytes, "only what sealing makes opens");
    }
    let sealed = vault::seal(&key(), &about(), bytes, &mut Chance(bytes.len() as u64));
    let opened = vault::open(&key(), &about(), &sealed).expect("what was sealed opens");
    assert_eq!(*opened, bytes);
    let turned = with_one_bit_turned(&sealed, number_of(bytes));
    assert!(vault::open(&key(), &about(), &turned).is_err(), "a changed value opened");
    assert!(vault::open(&key(), &about().and("moved", "to"), &sealed).is_err(), "a moved value opened");
}

pub fn envelope(bytes: &[u8]) {
    let opened = letter::open(pair(), &about(), bytes);
    let genuine = || seeds::envelope().iter().any(|seed| seed == bytes);
    assert!(opened.is_err() || genuine(), "an envelope that nobody closed opened");
    let closed = letter::close(pair().public(), &about(), bytes, &mut Chance(7)).expect("a key");
    assert_eq!(**letter::open(pair(), &about(), &closed).expect("what was closed opens"), *bytes);
    let turned = with_one_bit_turned(&closed, number_of(bytes));
    // The highest bit of an X25519 key is ignored by the agreement (RFC 7748 §5), but bound into the key.
    assert!(letter::open(pair(), &about(), &turned).is_err(), "a changed envelope opened");
}

pub fn wrap(bytes: &[u8]) {
    assert!(Bundle::unwrap(pair(), &about(), bytes).is_err() || seeds::wrap().iter().any(|seed| seed == bytes));
    // The input as the inside of a genuine envelope, so that the reader behind it is reached.
    let inside = Parts::of("pana wrap v1").and("about", about().bytes());
    let forged = letter::close(pair().public(), &inside, bytes, &mut Chance(8)).expect("a key");
    if let Ok(bundle) = Bundle::unwrap(pair(), &about(), &forged) {
        let classes: Vec<u8> = bundle.classes().collect();
        assert!(classes.is_sorted_by(|one, next| one < next));
        let again = bundle.wrap(pair().public(), &about(), &mut Chance(9)).expect("a key");
        assert_eq!(Bundle::unwrap(pair(), &about(), &again), Ok(bundle));
    }
}

fn written(plain: &[u8]) -> Vec<u8> {
    let mut writer = stream::Writer::new(Vec::new(), pair().public(), 4, &mut Chance(10)).expect("a key");
    writer.write_all(plain).expect("memory does not fail");
    writer.finish().expect("memory does not fail")
}

fn read(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    stream::Reader::new(bytes, pair())?.read_to_end(&mut plain)?;
    Ok(plain)
}

pub fn backup(bytes: &[u8]) {
    let _ = stream::header(&mut &*bytes);
    if let Ok(plain) = read(bytes) {
        assert_eq!(written(&plain), bytes, "a backup that nobody wrote opened");
    }
    // The input as the content: a piece and a little more, so that the border between pieces is crossed as well.
    let content = bytes.repeat(if bytes.len() > 20_000 { 4 } else { 1 });
    let whole = written(&content);
    assert_eq!(read(&whole).expect("what was written opens"), content);
    assert!(read(&with_one_bit_turned(&whole, number_of(bytes))).is_err(), "a changed backup opened");
    assert!(read(&whole[..number_of(bytes) % whole.len()]).is_err(), "a backup that was cut off passed for whole");
}

pub mod seeds {
    use super::*;

    pub fn parts() -> Vec<Vec<u8>> {
        [Parts::of(""), about(), Parts::of("pana event v1").and("", "").and("what", [0; 40])]
            .iter()
            .map(|parts| parts.bytes().to_vec())
            .collect()
    }

    pub fn seal() -> Vec<Vec<u8>> {
        let plain: [&[u8]; 3] = [b"", b"{\"name\":\"Aq\"}", &[7; 300]];
        plain.iter().map(|plain| vault::seal(&key(), &about(), plain, &mut Chance(11))).collect()
    }

    pub fn envelope() -> Vec<Vec<u8>> {
        let plain: [&[u8]; 2] = [b"", b"thirty-two bytes of a class key."];
        let close = |plain: &&[u8]| letter::close(pair().public(), &about(), plain, &mut Chance(12)).expect("a key");
        plain.iter().map(close).collect()
    }

    pub fn wrap() -> Vec<Vec<u8>> {
        let wrapped = |classes: &[u8]| {
            Bundle::random(classes, &mut Chance(13)).wrap(pair().public(), &about(), &mut Chance(14)).expect("a key")
        };
        let mut inside = vec![0, 2, 3];
        inside.extend([5; 32]);
        inside.push(9);
        inside.extend([6; 32]);
        inside.extend([0; 33]);
        vec![wrapped(&[]), wrapped(&[1, 2, 11]), inside, vec![0, 0]]
    }

    pub fn backup() -> Vec<Vec<u8>> {
        vec![written(b""), written(b"a small backup"), written(&[1; 400])]
    }
}
