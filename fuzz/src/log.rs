//! The log: leaves, its end, heads, proofs, the audit.

use pana_vault::Parts;
use pana_vault::log::{
    self, Entry, Hash, Head, Kept, Log, Peaks, consistency, inclusion, leaf_hash, verify_consistency, verify_inclusion,
};
use pana_vault::sign::Signer;

use crate::chance::Chance;
use crate::text;

fn signer() -> Signer {
    Signer::new(&mut Chance(21))
}

pub fn entry(bytes: &[u8]) {
    if let Some(entry) = Entry::parse(bytes) {
        assert_eq!(entry.canonical(), bytes, "there is one way to write a leaf");
    }
    if let Some(peaks) = Peaks::parse(bytes) {
        assert_eq!(peaks.bytes(), bytes);
        let mut grown = peaks.clone();
        grown.append([7; 32]);
        assert_eq!(grown.size(), peaks.size() + 1);
        assert_eq!(Peaks::parse(&grown.bytes()).is_some(), grown.size() < u64::MAX);
    }
    if let Some(mut log) = Log::parse(bytes) {
        assert_eq!(log.bytes(), bytes);
        let (before, last) = (log.size(), log.last());
        let appended = log.append(&Parts::of("event"));
        assert_eq!(
            Entry::parse(&appended.canonical).map(|entry| (entry.sequence, entry.previous)),
            Some((before, last))
        );
    }
}

pub fn head(bytes: &[u8]) {
    let given = text(bytes);
    let keys = [signer().key()];
    if let Ok(head) = Head::verify(&given, &keys) {
        let signed = head.sign(&signer()).expect("what was signed can be signed");
        assert_eq!(Head::verify(&signed, &keys), Ok(head));
    }
    // The first lines as origin, the bytes as numbers: any head that can be written is read as it was, and not when it was changed.
    let number = |at: usize| bytes.get(at).map_or(0, |byte| u64::from(*byte));
    let origin = given.lines().next().unwrap_or_default().to_owned();
    let at = (number(0) as i64 - 128) << (number(1) % 40);
    let head = Head { origin, size: number(2) << (number(3) % 57), root: leaf_hash(bytes), at };
    if let Some(signed) = head.sign(&signer()) {
        assert_eq!(Head::verify(&signed, &keys).as_ref(), Ok(&head));
        let other = Head { size: head.size ^ 1, ..head }.sign(&signer()).expect("only the size is another");
        let (body, _) = other.split_once("\n\n").expect("an empty line");
        let (_, signature) = signed.split_once("\n\n").expect("an empty line");
        assert!(Head::verify(&format!("{body}\n\n{signature}"), &keys).is_err(), "a changed head was taken");
    }
}

pub fn proof(bytes: &[u8]) {
    let number = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(*byte));
    let leaves: Vec<Hash> = (0..number(0) % 70).map(|leaf| leaf_hash(&[leaf as u8])).collect();
    let mut tree = Peaks::default();
    let roots: Vec<Hash> = std::iter::once(tree.root())
        .chain(leaves.iter().map(|leaf| {
            tree.append(*leaf);
            tree.root()
        }))
        .collect();
    let (index, old) = (number(1) % 72, number(2) % 72);
    let size = leaves.len() as u64;
    let proof = inclusion(&leaves, index);
    assert_eq!(proof.is_some(), index < leaves.len());
    if let Some(mut proof) = proof {
        let root = &roots[leaves.len()];
        assert!(verify_inclusion(&leaves[index], index as u64, size, &proof, root));
        assert!(!verify_inclusion(&[1; 32], index as u64, size, &proof, root));
        if !proof.is_empty() {
            let at = number(3) % proof.len();
            proof[at][0] ^= 1;
            assert!(!verify_inclusion(&leaves[index], index as u64, size, &proof, root));
        }
    }
    let proof = consistency(&leaves, old);
    assert_eq!(proof.is_some(), old <= leaves.len());
    if let Some(mut proof) = proof {
        assert!(verify_consistency(old as u64, &roots[old], size, &roots[leaves.len()], &proof));
        proof.push([9; 32]);
        assert!(!verify_consistency(old as u64, &roots[old], size, &roots[leaves.len()], &proof));
    }
    anything(bytes);
}

/// Proofs that nobody made, of any size: refused without a fall.
fn anything(bytes: &[u8]) {
    let (numbers, rest) = bytes.split_at(bytes.len().min(16));
    let number =
        |at: usize| numbers.get(at..at + 8).map_or(0, |eight| u64::from_be_bytes(eight.try_into().unwrap_or([0; 8])));
    let hashes: Vec<Hash> = rest.as_chunks::<32>().0.to_vec();
    let root = leaf_hash(bytes);
    assert!(!verify_inclusion(&[0; 32], number(0), number(8), &hashes, &root));
    let holds = verify_consistency(number(0), &root, number(8), &[3; 32], &hashes);
    assert!(!holds, "a proof that nobody made held");
}

const ORIGIN: &str = "pana.example/log";

pub fn audit(bytes: &[u8]) {
    let mut growing = Log::empty();
    let (mut kept, mut heads) = (Vec::new(), Vec::new());
    for (number, event) in bytes.chunks(9).take(24).enumerate() {
        let appended = growing.append(&Parts::of("event").and("what", event));
        kept.push(Kept { canonical: appended.canonical, leaf: appended.leaf });
        if event[0] % 5 == 0 && heads.len() < 3 {
            heads.push(growing.head(ORIGIN, number as i64).sign(&signer()).expect("a good origin"));
        }
    }
    let last = growing.head(ORIGIN, 1_000).sign(&signer()).expect("a good origin");
    let keys = [signer().key()];
    let report = log::audit(ORIGIN, &keys, &kept, &heads, Some(&last)).expect("a log that nobody touched is clean");
    assert_eq!((report.entries, report.root, report.unsigned), (growing.size(), growing.root(), 0));
    let Some(first) = bytes.first() else { return };
    let at = usize::from(*first) % kept.len();
    let mut touched = kept.clone();
    match bytes.len() % 4 {
        0 => drop(touched.remove(at)),
        1 => {
            let end = touched[at].canonical.len() - 1;
            touched[at].canonical[end] ^= 1;
            touched[at].leaf = leaf_hash(&touched[at].canonical);
        }
        2 => touched.insert(at, kept[at].clone()),
        _ => touched[at] = Kept { canonical: bytes.to_vec(), leaf: leaf_hash(bytes) },
    }
    assert!(log::audit(ORIGIN, &keys, &touched, &heads, Some(&last)).is_err(), "a touched log passed");
    // Heads that nobody signed.
    assert!(log::audit(ORIGIN, &keys, &kept, &[text(bytes)], None).is_err());
}

pub mod seeds {
    use super::*;

    fn grown(events: u64) -> Log {
        let mut log = Log::empty();
        for event in 0..events {
            log.append(&Parts::of("e").number("n", event));
        }
        log
    }

    pub fn entry() -> Vec<Vec<u8>> {
        let canonical = grown(2).append(&Parts::of("read").and("case", "k7")).canonical;
        let log = grown(5).bytes();
        let most = [(u64::MAX - 1).to_be_bytes().to_vec(), vec![1; 63 * 32]].concat();
        vec![canonical, log[32..].to_vec(), log, Log::empty().bytes(), most.clone(), [vec![2; 32], most].concat()]
    }

    pub fn head() -> Vec<Vec<u8>> {
        let signed = grown(7).head(ORIGIN, 1_763_785_945).sign(&signer()).expect("a good origin");
        let earliest = Head { origin: "o".to_owned(), size: u64::MAX, root: [0; 32], at: -62_135_596_800 };
        let earliest = earliest.sign(&signer()).expect("the year 1 can be written");
        vec![
            signed.clone().into_bytes(),
            signed.replace('\n', "\r\n").into_bytes(),
            earliest.into_bytes(),
            b"a b".to_vec(),
        ]
    }

    pub fn proof() -> Vec<Vec<u8>> {
        vec![vec![8, 3, 4, 1], vec![69, 68, 64], vec![255; 80], vec![0; 90], (0..=120).collect()]
    }

    pub fn audit() -> Vec<Vec<u8>> {
        vec![vec![5; 90], (0..200).collect(), b"one event".to_vec(), b"ten bytes.".to_vec(), Vec::new()]
    }
}
