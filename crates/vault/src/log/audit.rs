//! The audit: makes the whole log again from what is kept and says where it is not what it was.
//!
//! It reads the events once, in order, and holds some sixty hashes, however long the log is. What only the server signed proves
//! nothing against the server; a head that somebody else kept does.

use std::collections::VecDeque;

use super::{Entry, Hash, Head, HeadFault, Log, leaf_hash};
use crate::sign::VerifyKey;

/// Findings beyond this many are not kept: the first tells where to look.
const ENOUGH: usize = 100;

/// One event as it stands in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The canonical bytes, made again from the columns.
    pub canonical: Vec<u8>,
    /// The leaf hash that was kept with them.
    pub leaf: Hash,
}

/// Something that is not as it was. Events are counted from zero; a head of size n stands behind event n − 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// The event's bytes are none that this program writes.
    #[error("event {at}: cannot be read")]
    Unreadable {
        /// Its place.
        at: u64,
    },
    /// The event says another place than where it stands: one before it is missing, or was put in.
    #[error("event {at}: says that it is event {says}")]
    Misplaced {
        /// Its place.
        at: u64,
        /// The place that it says.
        says: u64,
    },
    /// The event is not what was hashed when it was written.
    #[error("event {at}: was changed")]
    Changed {
        /// Its place.
        at: u64,
    },
    /// The event names another one before it than the one that stands there.
    #[error("event {at}: does not follow the event before it")]
    Severed {
        /// Its place.
        at: u64,
    },
    /// The head after `size` events was made of other events.
    #[error("head of {size} events: the events are not those that it was made of")]
    Root {
        /// Its size.
        size: u64,
    },
    /// The head speaks of more events than there are: the end is missing.
    #[error("head of {size} events: there are only {entries}")]
    Missing {
        /// Its size.
        size: u64,
        /// How many events there are.
        entries: u64,
    },
    /// A kept head, counted from zero, is no head or not signed by this log.
    #[error("kept head {number}: {fault}")]
    Head {
        /// Its number.
        number: usize,
        /// What is wrong with it.
        fault: HeadFault,
    },
    /// A kept head, counted from zero, is of another log.
    #[error("kept head {number}: is of another log")]
    Origin {
        /// Its number.
        number: usize,
    },
    /// A kept head is earlier than one of fewer events.
    #[error("head of {size} events: is dated before the head that it continues")]
    Earlier {
        /// Its size.
        size: u64,
    },
    /// The head that was brought from outside is no head or not signed by this log.
    #[error("the head from outside: {0}")]
    Outside(HeadFault),
    /// The head that was brought from outside is of another log.
    #[error("the head from outside is of another log")]
    OutsideOrigin,
}

/// What a clean log is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many events.
    pub entries: u64,
    /// The root over them.
    pub root: Hash,
    /// How many kept heads were checked.
    pub heads: usize,
    /// The size of the head from outside, if one was brought: up to there the log is proved against everybody.
    pub outside: Option<u64>,
    /// How many events stand behind the last head of any kind: nobody has signed them yet.
    pub unsigned: u64,
}

/// An audit under way.
pub struct Audit {
    log: Log,
    /// The leaf hash that was kept with the event before; differs from the log's own where that event was changed.
    kept_before: Hash,
    waiting: VecDeque<Head>,
    heads: usize,
    last_head: u64,
    outside: Option<u64>,
    findings: Vec<Finding>,
}

impl Audit {
    /// Begins with the heads that the store keeps, in any order, and one from outside. `keys`: those that this log ever had.
    pub fn new<'a>(
        origin: &str,
        keys: &[VerifyKey],
        heads: impl IntoIterator<Item = &'a str>,
        outside: Option<&str>,
    ) -> Self {
        let log = Log::empty();
        let mut audit = Self {
            kept_before: log.last(),
            log,
            waiting: VecDeque::new(),
            heads: 0,
            last_head: 0,
            outside: None,
            findings: Vec::new(),
        };
        let mut all = audit.kept_heads(origin, keys, heads);
        if let Some(text) = outside {
            match Head::verify(text, keys) {
                Ok(head) if head.origin == origin => {
                    audit.outside = Some(head.size);
                    all.push(head);
                }
                Ok(_) => audit.find(Finding::OutsideOrigin),
                Err(fault) => audit.find(Finding::Outside(fault)),
            }
        }
        all.sort_by_key(|head| head.size);
        audit.last_head = all.last().map_or(0, |head| head.size);
        audit.waiting = all.into();
        audit.compare_heads();
        audit
    }

    /// The next event.
    pub fn event(&mut self, canonical: &[u8], kept_leaf: &Hash) {
        let at = self.log.size();
        let leaf = leaf_hash(canonical);
        if leaf != *kept_leaf {
            self.find(Finding::Changed { at });
        }
        match Entry::parse(canonical) {
            None => self.find(Finding::Unreadable { at }),
            Some(entry) if entry.sequence != at => self.find(Finding::Misplaced { at, says: entry.sequence }),
            Some(entry) if entry.previous != self.kept_before => self.find(Finding::Severed { at }),
            Some(_) => {}
        }
        self.log.follow(leaf);
        self.kept_before = *kept_leaf;
        self.compare_heads();
    }

    /// The end of the log.
    pub fn finish(mut self) -> Result<Report, Vec<Finding>> {
        let entries = self.log.size();
        for head in std::mem::take(&mut self.waiting) {
            self.find(Finding::Missing { size: head.size, entries });
        }
        if !self.findings.is_empty() {
            return Err(self.findings);
        }
        let unsigned = entries - self.last_head;
        Ok(Report { entries, root: self.log.root(), heads: self.heads, outside: self.outside, unsigned })
    }

    fn kept_heads<'a>(
        &mut self,
        origin: &str,
        keys: &[VerifyKey],
        heads: impl IntoIterator<Item = &'a str>,
    ) -> Vec<Head> {
        let mut good = Vec::new();
        for (number, text) in heads.into_iter().enumerate() {
            self.heads += 1;
            match Head::verify(text, keys) {
                Ok(head) if head.origin == origin => good.push(head),
                Ok(_) => self.find(Finding::Origin { number }),
                Err(fault) => self.find(Finding::Head { number, fault }),
            }
        }
        good.sort_by_key(|head| (head.size, head.at));
        for pair in good.windows(2) {
            if pair[1].at < pair[0].at {
                self.find(Finding::Earlier { size: pair[1].size });
            }
        }
        good
    }

    fn compare_heads(&mut self) {
        while let Some(head) = self.waiting.pop_front_if(|head| head.size == self.log.size()) {
            if head.root != self.log.root() {
                self.find(Finding::Root { size: head.size });
            }
        }
    }

    fn find(&mut self, finding: Finding) {
        if self.findings.len() < ENOUGH {
            self.findings.push(finding);
        }
    }
}

/// The whole audit of a log that fits into memory. The findings come in the order of the log; the first names the first bad place.
pub fn audit(
    origin: &str,
    keys: &[VerifyKey],
    kept: &[Kept],
    heads: &[String],
    outside: Option<&str>,
) -> Result<Report, Vec<Finding>> {
    let mut audit = Audit::new(origin, keys, heads.iter().map(String::as_str), outside);
    kept.iter().for_each(|event| audit.event(&event.canonical, &event.leaf));
    audit.finish()
}
