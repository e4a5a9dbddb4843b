//! One event of the log: who did what to which record, when, for what, with what result. No names and no content.

use pana_casework::Class;
use pana_casework::policy::Purpose;
use pana_vault::sign::Signer;
use pana_vault::{Parts, Secret, seal};
use sha2::{Digest, Sha256};

use super::act::Act;
use super::moment::Moment;

/// What the log of this program calls itself.
pub const ORIGIN: &str = "pana/casework";

/// Who signs the heads of the log: a key that follows from the machine's secret.
pub fn signer(key: &Secret<32>) -> Signer {
    Signer::from_seed(seal::derive(key.expose(), b"", &Parts::of("pana log signer v1")))
}

/// An event that is to be logged.
#[derive(Clone, Debug)]
pub struct Happening {
    /// Who: an account, or `-` where nobody is known.
    pub actor: String,
    /// The record it is about.
    pub record: Option<String>,
    /// What.
    pub act: Act,
    /// The field classes it touches.
    pub classes: Vec<Class>,
    /// What the session was for.
    pub purpose: Option<Purpose>,
    /// A code that says more: a role, a paper, a reason. Never a text that somebody typed.
    pub about: String,
    /// To whom it was done: an account.
    pub whom: Option<String>,
    /// When, RFC 3339.
    pub at: String,
    /// SHA-256 of each sealed document it wrote, so that an old copy put back can be found.
    pub written: Vec<[u8; 32]>,
}

impl Happening {
    /// An act of somebody.
    pub fn new(actor: &str, act: Act, moment: &Moment) -> Self {
        Self {
            actor: actor.to_owned(),
            record: None,
            act,
            classes: Vec::new(),
            purpose: None,
            about: String::new(),
            whom: None,
            at: moment.text(),
            written: Vec::new(),
        }
    }

    /// About a record.
    #[must_use]
    pub fn of(mut self, record: &str) -> Self {
        self.record = Some(record.to_owned());
        self
    }

    /// Touching classes.
    #[must_use]
    pub fn touching(mut self, classes: impl IntoIterator<Item = Class>) -> Self {
        self.classes = classes.into_iter().collect();
        self.classes.sort();
        self.classes.dedup();
        self
    }

    /// For a purpose.
    #[must_use]
    pub fn purposed(mut self, purpose: Purpose) -> Self {
        self.purpose = Some(purpose);
        self
    }

    /// With a code that says more.
    #[must_use]
    pub fn about(mut self, code: &str) -> Self {
        self.about = code.to_owned();
        self
    }

    /// Done to somebody.
    #[must_use]
    pub fn whom(mut self, account: &str) -> Self {
        self.whom = Some(account.to_owned());
        self
    }

    /// Having written a sealed document.
    #[must_use]
    pub fn wrote(mut self, sealed: &[u8]) -> Self {
        self.written.push(Sha256::digest(sealed).into());
        self
    }

    /// The labelled parts that the tree holds.
    pub fn parts(&self) -> Parts {
        let classes: Vec<&str> = self.classes.iter().map(|class| class.name()).collect();
        let parts = Parts::of("pana casework event v1")
            .and("at", &self.at)
            .and("actor", &self.actor)
            .and("record", self.record.as_deref().unwrap_or("-"))
            .and("act", self.act.name())
            .and("classes", classes.join(" "))
            .and("purpose", self.purpose.map_or("-", Purpose::name))
            .and("about", &self.about);
        let parts = self.whom.iter().fold(parts, |parts, whom| parts.and("whom", whom));
        self.written.iter().fold(parts, |parts, hash| parts.and("written", hash))
    }
}

/// An event read back from a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its number, from 0.
    pub number: i64,
    /// When.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The record, or `-`.
    pub record: String,
    /// What: the name of an [`Act`].
    pub act: String,
    /// The classes.
    pub classes: Vec<Class>,
    /// What for.
    pub purpose: Option<Purpose>,
    /// The code that says more.
    pub about: String,
    /// To whom.
    pub whom: Option<String>,
}

/// Reads a leaf; `None` where it is none of ours.
pub fn told(number: i64, leaf: &[u8]) -> Option<Told> {
    let entry = pana_vault::log::Entry::parse(leaf)?;
    let (_, parts) = Parts::parse(&entry.event)?;
    let part = |label: &str| {
        let found = parts.iter().find(|(name, _)| *name == label)?;
        Some(std::str::from_utf8(found.1).ok()?.to_owned())
    };
    Some(Told {
        number,
        at: part("at")?,
        actor: part("actor")?,
        record: part("record")?,
        act: part("act")?,
        classes: part("classes")?.split_whitespace().filter_map(Class::parse).collect(),
        purpose: Purpose::parse(&part("purpose")?),
        about: part("about")?,
        whom: part("whom"),
    })
}

/// The hashes of the sealed documents that an event wrote.
pub fn written(leaf: &[u8]) -> Vec<[u8; 32]> {
    let Some(entry) = pana_vault::log::Entry::parse(leaf) else { return Vec::new() };
    let Some((_, parts)) = Parts::parse(&entry.event) else { return Vec::new() };
    parts.iter().filter(|(name, _)| *name == "written").filter_map(|(_, hash)| (*hash).try_into().ok()).collect()
}
