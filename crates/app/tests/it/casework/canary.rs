//! T2: a thief of the files finds nothing of what was written in them, in any encoding; and the scanner finds what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use pana_app::casework::{Document, id};
use pana_casework::Kind;
use pana_store::casework::copy;
use pana_vault::{Pair, Random};
use serde_json::json;

use super::world::{World, bytes, document, new_id, start};

const CASES: usize = 1_000;
pub const EACH: usize = 20;

/// The same canaries on every run.
pub struct Dice(pub u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn letters(&mut self, alphabet: &str, many: usize) -> String {
        let alphabet: Vec<char> = alphabet.chars().collect();
        let count = alphabet.len() as u64;
        (0..many).map(|_| alphabet[usize::try_from(self.below(count)).expect("a small number")]).collect()
    }
}

/// A name in Kazakh, Russian or Latin letters, a number as on a card, a telephone, a day of birth.
pub fn canary(dice: &mut Dice, at: usize) -> String {
    match at % 5 {
        0 => format!("Ә{}", dice.letters("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһыіэюя", 11)),
        1 => format!("Ж{}", dice.letters("абвгдежзийклмнопрстуфхцчшщъыьэюя", 11)),
        2 => format!("Q{}", dice.letters("abcdefghijklmnopqrstuvwxyz", 15)),
        3 => dice.letters("0123456789", 12),
        _ => format!(
            "19{}-{}T{}",
            dice.letters("456789", 2),
            dice.letters("0123456789", 4),
            dice.letters("0123456789", 4)
        ),
    }
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<bool> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1)).collect();
    let sign = |six: &[bool]| six.iter().fold(0_usize, |value, bit| 2 * value + usize::from(*bit));
    bits.chunks_exact(6).map(|six| char::from(SIGNS[sign(six)])).collect()
}

/// How a text may stand in a file.
fn encodings(text: &str) -> BTreeMap<&'static str, Vec<u8>> {
    let utf16 = |big: bool| -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let mut found = BTreeMap::from([
        ("utf-8", text.as_bytes().to_vec()),
        ("upper", text.to_uppercase().into_bytes()),
        ("lower", text.to_lowercase().into_bytes()),
        ("utf-16le", utf16(false)),
        ("utf-16be", utf16(true)),
        ("hex", id::hex(text.as_bytes()).into_bytes()),
        ("HEX", id::hex(text.as_bytes()).to_uppercase().into_bytes()),
    ]);
    // Base 64 has three forms, by where in a longer text it begins; the signs at the seams belong to its neighbours too.
    for (before, name) in ["base64", "base64+1", "base64+2"].into_iter().enumerate() {
        let padded = [&[0].repeat(before)[..], text.as_bytes()].concat();
        found.insert(name, base64(&padded).as_bytes()[(before * 8).div_ceil(6)..].to_vec());
    }
    found
}

/// Finds any of many byte strings in files. The first eight bytes say which to compare.
pub struct Scanner {
    filter: Vec<u64>,
    patterns: BTreeMap<u64, Vec<(String, Vec<u8>)>>,
}

impl Scanner {
    pub fn new<'a>(texts: impl Iterator<Item = &'a String>) -> Self {
        let (mut filter, mut patterns) = (vec![0_u64; 1 << 18], BTreeMap::<u64, Vec<_>>::new());
        for text in texts {
            for (name, pattern) in encodings(text) {
                let first = pattern[..8].iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
                let at = Self::place(first);
                filter[at >> 6] |= 1 << (at & 63);
                patterns.entry(first).or_default().push((format!("{text} as {name}"), pattern));
            }
        }
        Self { filter, patterns }
    }

    fn place(first: u64) -> usize {
        (first.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
    }

    pub fn hits(&self, bytes: &[u8]) -> Vec<&str> {
        let (mut found, mut window) = (Vec::new(), 0_u64);
        for (end, byte) in bytes.iter().enumerate() {
            window = window << 8 | u64::from(*byte);
            let at = Self::place(window);
            if end < 7 || self.filter[at >> 6] >> (at & 63) & 1 == 0 {
                continue;
            }
            for (name, pattern) in self.patterns.get(&window).into_iter().flatten() {
                if bytes[end - 7..].starts_with(pattern) {
                    found.push(name.as_str());
                }
            }
        }
        found
    }
}

pub fn documents(words: &[String]) -> Vec<Document> {
    vec![
        document(Kind::Identity, &json!({"name": words[0], "other": words[1], "id": words[3], "born": words[4]})),
        document(Kind::Sheet, &json!({"code_name": words[5], "words": words[6..9]})),
        document(Kind::Fact, &json!({"said": words[10..15].join(" ")})),
        document(Kind::Health, &json!({"note": words[2], "more": words[9]})),
        document(Kind::Stay, &json!({"room": words[15..20]})),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t2_twenty_thousand_planted_strings_are_in_no_file() {
    let world = Arc::new(World::new().await);
    let mut dice = Dice(0x5eed);
    let planted: Vec<Vec<String>> = (0..CASES).map(|_| (0..EACH).map(|at| canary(&mut dice, at)).collect()).collect();
    let worker = world.signed("worker").await;
    let mut waiting = tokio::task::JoinSet::new();
    for words in planted.clone() {
        let (world, worker) = (Arc::clone(&world), Arc::clone(&worker));
        waiting.spawn(async move {
            let forms: BTreeSet<String> = [words[0].to_lowercase(), words[2].clone()].into();
            world
                .casework
                .take_in(&worker, &new_id(), &documents(&words), &forms, None)
                .await
                .expect("she is taken in");
        });
    }
    while let Some(done) = waiting.join_next().await {
        done.expect("every one");
    }
    let case = world.casework.cases(&worker, "open").await.expect("cases")[7].id.clone();
    let open = world.open("worker", &case).await.expect("her own case");
    assert_eq!(open.documents(&[Kind::Identity]).await.expect("it is there").len(), 1);
    // While it is open: the file, its write-ahead log, its index; a copy as a backup makes it; the backup.
    let mut seed = pana_app::casework::random::System;
    let pair = Pair::new(&mut seed);
    let backup = world.folder.join("backup");
    world.casework.back_up(&world.folder, &backup, (pair.public(), 1), Some(&pair), &start()).await.expect("a backup");
    let (_, copied) = world.copied().await;
    let scanner = Scanner::new(planted.iter().flatten());
    let scan = |when: &str| {
        let mut read = 0;
        for entry in std::fs::read_dir(&world.folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            let file = bytes(&path);
            read += file.len();
            assert_eq!(scanner.hits(&file), Vec::<&str>::new(), "{when}: {}", path.display());
        }
        assert!(read > CASES * 2_000, "{when}: {read} bytes");
    };
    scan("while it is in use");
    copied.close().await;
    copy::settle(world.db()).await.expect("it is on the disk");
    world.db().close().await;
    scan("closed");
    let mut noise = [0; 4096];
    seed.fill(&mut noise);
    for text in [&planted[0], &planted[999]].into_iter().flatten() {
        for (name, encoded) in encodings(text) {
            let file = world.folder.join("planted");
            std::fs::write(&file, [&noise[..999], &encoded, &noise[999..]].concat()).expect("a file");
            assert!(!scanner.hits(&bytes(Path::new(&file))).is_empty(), "{text} as {name} must be found");
        }
    }
    let within = base64(format!("ab{}", planted[3][0]).as_bytes());
    assert!(!scanner.hits(within.as_bytes()).is_empty());
}
