//! Chance that is the same each time, and changes to an input.

use pana_vault::Random;

/// SplitMix64 (Steele, Lea, Flood 2014): one number gives a stream.
pub struct Chance(pub u64);

impl Chance {
    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.draw() % end as u64) as usize }
    }
}

impl Random for Chance {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.iter_mut().for_each(|byte| *byte = self.draw() as u8);
    }
}

/// "Random" bytes that are those handed in: what a parser must have seen to make the same again.
pub(crate) struct Replay<'a>(pub(crate) &'a [u8]);

impl Random for Replay<'_> {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            if let Some((first, rest)) = self.0.split_first() {
                (*byte, self.0) = (*first, rest);
            }
        }
    }
}

/// Pieces that matter to many parsers.
const PIECES: [&[u8]; 28] = [
    b"\"",
    b"'",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r\n",
    b"=",
    b"-",
    b".",
    b"0",
    b"-1",
    b"99999999999999999999",
    b"1e999",
    b"NaN",
    b"null",
    b"true",
    b"[]",
    b"{}",
    b"9999-12-31",
    b"-009999-01-01",
    b"2024-02-29",
    b"\0",
    b"\x1b",
    b"\xff",
    "\u{feff}".as_bytes(),
    "\u{202e}ә".as_bytes(),
    "ß№ı\u{306}".as_bytes(),
];

/// A seed with one to four changes: bits turned, pieces put in, taken out, doubled, or grafted from another seed.
pub fn changed(seed: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len() + 1);
        let length = chance.below(1 + (bytes.len() - at).min(40));
        match chance.below(7) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
            1 => drop(bytes.splice(at..at, PIECES[chance.below(PIECES.len())].iter().copied())),
            2 => drop(bytes.splice(at..at + length, PIECES[chance.below(PIECES.len())].iter().copied())),
            3 => drop(bytes.drain(at..at + length)),
            4 => {
                let again = bytes[at..at + length].to_vec();
                drop(bytes.splice(at..at, again));
            }
            5 => {
                let from = chance.below(other.len() + 1);
                let graft = other[from..].iter().copied().take(length);
                drop(bytes.splice(at..at, graft));
            }
            _ => {
                if chance.below(4) == 0 {
                    bytes.truncate(at);
                }
            }
        }
    }
    bytes
}
