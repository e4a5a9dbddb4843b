//! Health as medic and psychologist note it. Whoever runs the case knows that there is something and whom to ask.

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::health::{HealthEntry, HealthRefusal, appointments};

use super::act::Act;
use super::document::Document;
use super::gate::Open;
use super::kept::{self, Kept, fault, past};
use super::refused::Refused;

/// What is written of health.
#[derive(Clone, Debug, Default)]
pub struct Health {
    /// The entries that count, the latest first.
    pub entries: Vec<Kept<HealthEntry>>,
    /// What was written before and counts no more, the latest first.
    pub earlier: Vec<Kept<HealthEntry>>,
}

impl Health {
    /// Appointments that are ahead or were missed.
    pub fn appointments(&self) -> Vec<Date> {
        appointments(self.entries.iter().map(|kept| &kept.value))
    }
}

impl Open {
    /// What is written of health.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn health(&self) -> Result<Health, Refused> {
        self.health_of(&self.documents(&[Kind::Health]).await?)
    }

    /// The same out of documents that were read.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where one is not of its type.
    pub fn health_of(&self, documents: &[Document]) -> Result<Health, Refused> {
        let mut entries: Vec<Kept<HealthEntry>> = kept::of(documents, Kind::Health)?;
        entries.sort_by_key(|kept| std::cmp::Reverse(kept.value.on));
        let mut earlier: Vec<Kept<HealthEntry>> = kept::earlier(documents, Kind::Health)?;
        earlier.reverse();
        Ok(Health { entries, earlier })
    }

    /// An entry that counts.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn health_entry(&self, id: &str) -> Result<Kept<HealthEntry>, Refused> {
        self.health().await?.entries.into_iter().find(|kept| kept.document.id == id).ok_or(Refused::NotFound)
    }

    /// Writes an entry.
    ///
    /// # Errors
    /// The reason in words, beside its field; as [`Open::save`].
    pub async fn note_health(&self, entry: HealthEntry, save: &str) -> Result<(), Refused> {
        self.write_health(entry, None, save).await
    }

    /// Writes an entry anew. The one before stays readable and counts no more.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; [`Refused::Stale`]; as [`Open::note_health`].
    pub async fn correct_health(&self, id: &str, entry: HealthEntry, version: i64, save: &str) -> Result<(), Refused> {
        let entries = self.health().await?.entries;
        if entries.iter().any(|kept| kept.document.id == save) {
            return Ok(());
        }
        let before = entries.into_iter().find(|kept| kept.document.id == id).ok_or(Refused::NotFound)?;
        before.shown_as(version)?;
        self.write_health(entry, Some(&before.document), save).await
    }

    async fn write_health(&self, entry: HealthEntry, before: Option<&Document>, save: &str) -> Result<(), Refused> {
        let entry = entry.entered(self.today()).map_err(refused)?;
        let mut documents = vec![kept::made(save, Kind::Health, &entry)?];
        documents.extend(before.map(past));
        let about = if before.is_some() { "health-corrected" } else { "health" };
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about(about)).await.map(|_| ())
    }
}

fn refused(refusal: HealthRefusal) -> Refused {
    let field = match refusal {
        HealthRefusal::NotYet => "on",
        HealthRefusal::NoteTooLong => "note",
        HealthRefusal::NextBefore => "next_on",
    };
    fault(field, "health-refusal", refusal.name())
}
