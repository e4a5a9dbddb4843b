//! Documents of one kind, read as the type they are of: what counts today, the oldest first.

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::id::StaffId;
use pana_casework::version::Version;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::document::{Document, PAST};
use super::gate::Open;
use super::id;
use super::random::System;
use super::refused::Refused;

/// A document with what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    /// The document.
    pub document: Document,
    /// What it says.
    pub value: T,
}

impl<T: Serialize> Kept<T> {
    /// The document, saying something else.
    ///
    /// # Errors
    /// As [`Document::saying`].
    pub fn saying(&self, value: &T) -> Result<Document, Refused> {
        self.document.saying(value)
    }

    /// Refuses where somebody wrote since the form was shown.
    ///
    /// # Errors
    /// [`Refused::Stale`].
    pub fn shown_as(&self, version: i64) -> Result<(), Refused> {
        if self.document.version == version { Ok(()) } else { Err(Refused::Stale) }
    }
}

/// Of some documents those of a kind that count, the oldest first.
///
/// # Errors
/// [`Refused::Damaged`] where one is not of that type.
pub fn of<T: DeserializeOwned>(documents: &[Document], kind: Kind) -> Result<Vec<Kept<T>>, Refused> {
    let fits = documents.iter().filter(|document| document.kind == kind && document.is_current());
    fits.map(|document| Ok(Kept { value: document.read()?, document: document.clone() })).collect()
}

/// The newest of them.
///
/// # Errors
/// As [`of`].
pub fn last<T: DeserializeOwned>(documents: &[Document], kind: Kind) -> Result<Option<Kept<T>>, Refused> {
    Ok(of(documents, kind)?.pop())
}

/// Of some documents those of a kind that another took the place of, the oldest first.
///
/// # Errors
/// As [`of`].
pub fn earlier<T: DeserializeOwned>(documents: &[Document], kind: Kind) -> Result<Vec<Kept<T>>, Refused> {
    let fits = documents.iter().filter(|document| document.kind == kind && document.standing == PAST);
    fits.map(|document| Ok(Kept { value: document.read()?, document: document.clone() })).collect()
}

/// A document that another takes the place of: it stays as it was written and counts no more.
pub(super) fn past(document: &Document) -> Document {
    Document { standing: PAST.to_owned(), ..document.clone() }
}

impl Open {
    /// The documents of a kind that count, the oldest first; the reading is in the log.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn all<T: DeserializeOwned>(&self, kind: Kind) -> Result<Vec<Kept<T>>, Refused> {
        of(&self.documents(&[kind]).await?, kind)
    }

    /// The newest document of a kind.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn newest<T: DeserializeOwned>(&self, kind: Kind) -> Result<Option<Kept<T>>, Refused> {
        Ok(self.all(kind).await?.pop())
    }

    /// The day it is in the country.
    pub fn today(&self) -> Date {
        self.signed().moment.today()
    }

    /// The law of a day.
    pub fn law_on(&self, day: Date) -> Version {
        self.casework().law.version_on(day)
    }

    /// Who writes.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where an account has no id, which none is.
    pub fn staff(&self) -> Result<StaffId, Refused> {
        StaffId::parse(&self.signed().account.id).ok_or(Refused::Damaged("accounts"))
    }
}

/// A document that a form makes: its id is that of the saving, so that a form sent twice makes one.
///
/// # Errors
/// A form without the id of its saving.
pub(super) fn made<T: Serialize>(save: &str, kind: Kind, value: &T) -> Result<Document, Refused> {
    if !id::is_one(save) {
        return Err(Refused::field("form", "form-old"));
    }
    Document::new(save, kind, value)
}

/// A document that comes along with another.
pub(super) fn beside<T: Serialize>(kind: Kind, value: &T) -> Result<Document, Refused> {
    Document::new(&id::new(&mut System), kind, value)
}

/// A refusal of a field, with the key of its words.
pub(super) fn fault(field: &str, list: &str, code: &str) -> Refused {
    Refused::field(field, &format!("{list}-{}", code.replace('_', "-")))
}
