//! A document of a record, opened: what stands beside it in the clear, and its content.

use pana_casework::{Class, Kind};
use pana_store::casework::Entry;
use pana_vault::{Parts, Random, Secret, seal};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::refused::Refused;

/// An opened document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its field class.
    pub class: Class,
    /// `current`, `past` or `withdrawn`.
    pub standing: String,
    /// The account that wrote it last.
    pub author: String,
    /// When.
    pub written_at: String,
    /// Its version.
    pub version: i64,
    /// What it says.
    pub content: Value,
}

/// A document that still counts.
pub const CURRENT: &str = "current";
/// A document that another took the place of.
pub const PAST: &str = "past";

impl Document {
    /// A new document of a kind.
    ///
    /// # Errors
    /// Content that cannot be written as JSON, which no type of casework is.
    pub fn new<T: Serialize>(id: &str, kind: Kind, content: &T) -> Result<Self, Refused> {
        Ok(Self {
            id: id.to_owned(),
            kind,
            class: kind.class(),
            standing: CURRENT.to_owned(),
            author: String::new(),
            written_at: String::new(),
            version: 0,
            content: serde_json::to_value(content).map_err(|_| Refused::Damaged("entries"))?,
        })
    }

    /// Its content as the type of its kind.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where it is not of that type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Refused> {
        serde_json::from_value(self.content.clone()).map_err(|_| Refused::Damaged("entries"))
    }

    /// The same document saying something else.
    ///
    /// # Errors
    /// As [`Document::new`].
    pub fn saying<T: Serialize>(&self, content: &T) -> Result<Self, Refused> {
        let content = serde_json::to_value(content).map_err(|_| Refused::Damaged("entries"))?;
        Ok(Self { content, ..self.clone() })
    }

    /// Whether it still counts.
    pub fn is_current(&self) -> bool {
        self.standing == CURRENT
    }
}

/// What a document is sealed for. Whatever stands beside it in the clear is part of the seal: a document that was moved, swapped or
/// said to be by somebody else does not open, nor an old one under a new version. A whole row set back does: only the log can tell.
fn about(entry: &Entry, centre: Option<&str>) -> Parts {
    Parts::of("pana entry v1")
        .and("centre", centre.unwrap_or_default())
        .and("record", &entry.record_id)
        .and("class", &entry.class)
        .and("kind", &entry.kind)
        .and("entry", &entry.id)
        .and("standing", &entry.standing)
        .and("author", &entry.author)
        .and("written", &entry.written_at)
        .number("version", entry.version.unsigned_abs())
}

/// Seals a document as the next version of itself.
pub fn seal(
    document: &Document,
    record: &str,
    centre: Option<&str>,
    key: &Secret<32>,
    save_id: &str,
    random: &mut dyn Random,
) -> Result<Entry, Refused> {
    let plain = serde_json::to_vec(&document.content).map_err(|_| Refused::Damaged("entries"))?;
    let mut entry = Entry {
        id: document.id.clone(),
        record_id: record.to_owned(),
        class: document.class.name().to_owned(),
        kind: document.kind.name().to_owned(),
        standing: document.standing.clone(),
        author: document.author.clone(),
        written_at: document.written_at.clone(),
        save_id: save_id.to_owned(),
        sealed: Vec::new(),
        version: document.version + 1,
    };
    entry.sealed = seal::seal(key, &about(&entry, centre), &plain, random);
    Ok(entry)
}

/// Opens a document.
pub fn open(entry: &Entry, centre: Option<&str>, key: &Secret<32>) -> Result<Document, Refused> {
    let damaged = || Refused::Damaged("entries");
    let plain = seal::open(key, &about(entry, centre), &entry.sealed).map_err(|_| damaged())?;
    let kind = Kind::parse(&entry.kind).ok_or_else(damaged)?;
    Ok(Document {
        id: entry.id.clone(),
        kind,
        class: kind.class(),
        standing: entry.standing.clone(),
        author: entry.author.clone(),
        written_at: entry.written_at.clone(),
        version: entry.version,
        content: serde_json::from_slice(&plain).map_err(|_| damaged())?,
    })
}
