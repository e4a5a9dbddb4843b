//! An event as the log holds it, and the growing log.

use super::{Hash, Head, Peaks, empty_root, leaf_hash};
use crate::Parts;

const PURPOSE: &str = "pana event v1";

/// One event with its place: what the canonical bytes of a leaf say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Counted from zero.
    pub sequence: u64,
    /// The leaf hash of the event before; for the first, the root of a log without events.
    pub previous: Hash,
    /// The event: whatever the caller logs, as labelled parts.
    pub event: Vec<u8>,
}

impl Entry {
    /// The bytes whose hash is the leaf. Anybody can make them again from the fields and hash them with `sha256sum`.
    pub fn canonical(&self) -> Vec<u8> {
        let parts = Parts::of(PURPOSE).number("sequence", self.sequence).and("previous", self.previous);
        parts.and("event", &self.event).bytes().to_vec()
    }

    /// Reads canonical bytes; `None` when they are not exactly such.
    pub fn parse(canonical: &[u8]) -> Option<Self> {
        match Parts::parse(canonical)? {
            (PURPOSE, parts) => match parts.as_slice() {
                [("sequence", sequence), ("previous", previous), ("event", event)] => Some(Self {
                    sequence: u64::from_be_bytes((*sequence).try_into().ok()?),
                    previous: (*previous).try_into().ok()?,
                    event: event.to_vec(),
                }),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What [`Log::append`] gives to be kept, in the same transaction as the effect that the event tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The place of the event, counted from zero.
    pub sequence: u64,
    /// The canonical bytes.
    pub canonical: Vec<u8>,
    /// Their leaf hash.
    pub leaf: Hash,
}

/// The end of the log: what is needed to append to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    peaks: Peaks,
    last: Hash,
}

impl Log {
    /// Without events.
    pub fn empty() -> Self {
        Self { peaks: Peaks::default(), last: empty_root() }
    }

    /// How many events there are.
    pub fn size(&self) -> u64 {
        self.peaks.size()
    }

    /// The root over all of them.
    pub fn root(&self) -> Hash {
        self.peaks.root()
    }

    /// The hash that the next event will name as the one before it.
    pub fn last(&self) -> Hash {
        self.last
    }

    /// Appends an event.
    pub fn append(&mut self, event: &Parts) -> Appended {
        let entry = Entry { sequence: self.size(), previous: self.last, event: event.bytes().to_vec() };
        let canonical = entry.canonical();
        let leaf = leaf_hash(&canonical);
        self.follow(leaf);
        Appended { sequence: entry.sequence, canonical, leaf }
    }

    /// Goes on after an event that is kept already.
    pub(super) fn follow(&mut self, leaf: Hash) {
        self.peaks.append(leaf);
        self.last = leaf;
    }

    /// The head of now, to be signed. `at`: Unix seconds.
    pub fn head(&self, origin: &str, at: i64) -> Head {
        Head { origin: origin.to_owned(), size: self.size(), root: self.root(), at }
    }

    /// As it is kept.
    pub fn bytes(&self) -> Vec<u8> {
        [self.last.as_slice(), &self.peaks.bytes()].concat()
    }

    /// Reads what was kept.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (last, peaks) = bytes.split_first_chunk::<32>()?;
        let peaks = Peaks::parse(peaks)?;
        (peaks.size() > 0 || *last == empty_root()).then_some(Self { peaks, last: *last })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn each_event_names_the_one_before() {
        let mut log = Log::empty();
        let first = log.append(&Parts::of("read").and("case", "k7"));
        let second = log.append(&Parts::of("read").and("case", "k7"));
        assert_ne!(first.leaf, second.leaf);
        let (one, two) = (Entry::parse(&first.canonical), Entry::parse(&second.canonical));
        assert_eq!(one.map(|entry| (entry.sequence, entry.previous)), Some((0, empty_root())));
        assert_eq!(two.map(|entry| (entry.sequence, entry.previous)), Some((1, first.leaf)));
        assert_eq!((log.size(), log.last()), (2, second.leaf));
    }

    #[test]
    fn it_goes_on_after_being_kept() {
        let (mut log, event) = (Log::empty(), Parts::of("e"));
        for _ in 0..20 {
            let mut kept = Log::parse(&log.bytes()).expect("own bytes");
            assert_eq!(kept.append(&event), log.append(&event));
            assert_eq!(kept, log);
        }
    }

    #[test]
    fn a_log_without_events_has_nothing_before_it() {
        assert_eq!(Log::parse(&Log::empty().bytes()), Some(Log::empty()));
        let mut bytes = Log::empty().bytes();
        bytes[0] ^= 1;
        assert_eq!(Log::parse(&bytes), None);
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(sequence in any::<u64>(), previous in any::<[u8; 32]>(), event in vec(any::<u8>(), 0..60)) {
            let entry = Entry { sequence, previous, event };
            prop_assert_eq!(Entry::parse(&entry.canonical()), Some(entry));
        }

        #[test]
        fn no_bytes_make_the_readers_panic(bytes in vec(any::<u8>(), 0..200)) {
            let _ = (Entry::parse(&bytes), Log::parse(&bytes));
        }
    }
}
