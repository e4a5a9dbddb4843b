//! The audit of what is kept: the log is made again from its rows and compared with its heads, and the documents with what the log says
//! was written.

use std::collections::{HashMap, HashSet};

use pana_store::casework::{entry, log, record};
use pana_store::{Db, StoreError};
use pana_vault::log::{Audit, Finding, Log, Report};
use pana_vault::sign::VerifyKey;
use sha2::{Digest, Sha256};

use super::act::Act;
use super::event::{self, ORIGIN};

/// So many events are read at once.
const PAGE: i64 = 10_000;
/// So many bad places are told: the first says where to look.
const ENOUGH: usize = 20;

/// A place that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Bad {
    /// In the log.
    #[error("{0}")]
    Log(Finding),
    /// A row of the log stands under another number.
    #[error("event {at}: its row says {says}")]
    Number {
        /// Its place.
        at: u64,
        /// What the row says.
        says: i64,
    },
    /// What stands beside a leaf is not what the leaf says.
    #[error("event {at}: actor or record beside it were changed")]
    Beside {
        /// Its place.
        at: u64,
    },
    /// The state of the tree is not that of the events.
    #[error("the state of the log is that of other events than there are")]
    State,
    /// A row cannot be read.
    #[error("a row of {0} cannot be read")]
    Row(&'static str),
    /// A document that nobody wrote according to the log.
    #[error("record {record}: document {entry} is not one that the log knows")]
    Unknown {
        /// The record.
        record: String,
        /// The document.
        entry: String,
    },
    /// Documents are missing, or older ones were put in their place.
    #[error(
        "record {record}: the log knows {written} writings, the documents show {found}: one is missing or was set back"
    )]
    SetBack {
        /// The record.
        record: String,
        /// Writings in the log.
        written: i64,
        /// Writings that the versions of the documents add up to.
        found: i64,
    },
}

impl Bad {
    /// Where in the log it is; what is no place in it comes last.
    fn place(&self) -> u64 {
        match *self {
            Self::Number { at, .. } | Self::Beside { at } => at,
            Self::Log(
                Finding::Unreadable { at }
                | Finding::Misplaced { at, .. }
                | Finding::Changed { at }
                | Finding::Severed { at },
            ) => at,
            Self::Log(Finding::Root { size } | Finding::Missing { size, .. } | Finding::Earlier { size }) => size,
            _ => u64::MAX,
        }
    }
}

/// What was found, the first place first; or that all is whole.
pub type Outcome = Result<Report, Vec<Bad>>;

/// Audits the log. `outside` is the text of a head that somebody else kept.
///
/// # Errors
/// A database that cannot be read at all.
pub async fn verify(db: &Db, key: VerifyKey, outside: Option<&str>) -> Result<Outcome, StoreError> {
    match rows(db, key, outside).await {
        Err(StoreError::Damaged { table }) => Ok(Err(vec![Bad::Row(table)])),
        other => other,
    }
}

async fn rows(db: &Db, key: VerifyKey, outside: Option<&str>) -> Result<Outcome, StoreError> {
    let heads = log::heads(db).await?;
    let mut audit = Audit::new(ORIGIN, &[key], heads.iter().map(String::as_str), outside);
    let (mut bad, mut at, mut last) = (Vec::new(), 0, Log::empty().last());
    let mut after = i64::MIN;
    loop {
        let page = log::after(db, after, PAGE).await?;
        let Some(newest) = page.last() else { break };
        after = newest.number;
        for kept in &page {
            if u64::try_from(kept.number) != Ok(at) && bad.len() < ENOUGH {
                bad.push(Bad::Number { at, says: kept.number });
            }
            if !fits(kept) && bad.len() < ENOUGH {
                bad.push(Bad::Beside { at });
            }
            last = kept.hash.as_slice().try_into().unwrap_or([0; 32]);
            audit.event(&kept.leaf, &last);
            at += 1;
        }
    }
    let report = match audit.finish() {
        Ok(report) => report,
        Err(found) => {
            bad.extend(found.into_iter().map(Bad::Log));
            bad.sort_by_key(Bad::place);
            return Ok(Err(bad));
        }
    };
    if !is_of(&log::state(db).await?, &report, last) {
        bad.push(Bad::State);
    }
    Ok(if bad.is_empty() { Ok(report) } else { Err(bad) })
}

/// Whether the columns beside a leaf say what the leaf says.
fn fits(kept: &log::Event) -> bool {
    event::told(kept.number, &kept.leaf)
        .is_some_and(|told| told.actor == kept.actor && told.record == kept.record_id.as_deref().unwrap_or("-"))
}

fn is_of(state: &log::State, report: &Report, last: [u8; 32]) -> bool {
    if report.entries == 0 {
        return *state == log::State::default();
    }
    let Some(tree) = Log::parse(&state.tree) else { return false };
    u64::try_from(state.size) == Ok(report.entries)
        && (tree.size(), tree.root(), tree.last()) == (report.entries, report.root, last)
}

#[derive(Default)]
struct Written {
    hashes: HashSet<[u8; 32]>,
    count: i64,
    erased: bool,
}

/// Compares the documents of every case with the writings in the log: a document that was put in, taken out or set back to an older
/// version shows, though its seal opens. Cases of which something was erased are passed over.
///
/// # Errors
/// A database that cannot be read, or a row whose sum does not fit.
pub async fn documents(db: &Db) -> Result<Vec<Bad>, StoreError> {
    let mut written: HashMap<String, Written> = HashMap::new();
    let mut after = i64::MIN;
    loop {
        let page = log::after(db, after, PAGE).await?;
        let Some(newest) = page.last() else { break };
        after = newest.number;
        for kept in page {
            let Some(record) = &kept.record_id else { continue };
            let told = event::told(kept.number, &kept.leaf);
            let of = written.entry(record.clone()).or_default();
            of.erased |= told.is_some_and(|told| told.act == Act::Erase.name());
            for hash in event::written(&kept.leaf) {
                of.count += 1;
                of.hashes.insert(hash);
            }
        }
    }
    let mut bad = Vec::new();
    for case in record::all(db).await?.into_iter().filter(|record| record.kind == "case") {
        let of = written.remove(&case.id).unwrap_or_default();
        let entries = entry::of_record(db, &case.id).await?;
        for entry in &entries {
            if !of.hashes.contains(&<[u8; 32]>::from(Sha256::digest(&entry.sealed))) {
                bad.push(Bad::Unknown { record: case.id.clone(), entry: entry.id.clone() });
            }
        }
        let found: i64 = entries.iter().map(|entry| entry.version).sum();
        if found != of.count && !of.erased {
            bad.push(Bad::SetBack { record: case.id, written: of.count, found });
        }
    }
    Ok(bad)
}
