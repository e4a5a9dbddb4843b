//! Proceedings as the lawyer follows them. Whoever runs the case knows that there are some, and by which reference an extension may name
//! them.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pana_casework::policy::Action;
use pana_casework::proceeding::{Proceeding, ProceedingRefusal, StageReached, ToldOfCompensation};
use pana_casework::{Confided, Kind};
use pana_store::casework::entry;

use super::act::Act;
use super::document::{CURRENT, Document};
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::refused::Refused;

/// Of the id of an entry so many letters are its reference.
const REFERENCE: usize = 8;

/// By what an extension names an entry about proceedings: it says that there is one, and nothing of it.
pub fn reference(id: &str) -> String {
    format!("P-{}", id.chars().take(REFERENCE).collect::<String>())
}

impl Open {
    /// What is written of proceedings, the oldest first.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn proceedings(&self) -> Result<Vec<Kept<Proceeding>>, Refused> {
        self.proceedings_of(&self.documents(&[Kind::Proceeding]).await?)
    }

    /// The same out of documents that were read.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where one is not of its type.
    pub fn proceedings_of(&self, documents: &[Document]) -> Result<Vec<Kept<Proceeding>>, Refused> {
        kept::of(documents, Kind::Proceeding)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn proceeding(&self, id: &str) -> Result<Kept<Proceeding>, Refused> {
        self.proceedings().await?.into_iter().find(|kept| kept.document.id == id).ok_or(Refused::NotFound)
    }

    /// The references of what is written of proceedings, for whoever may know that there is something. Nothing is read by this.
    ///
    /// # Errors
    /// That the database does not answer.
    pub async fn proceeding_references(&self) -> Result<Vec<String>, Refused> {
        if !self.may(Kind::Proceeding.class(), Action::Exists) {
            return Ok(Vec::new());
        }
        let kept = entry::of_kind(&self.casework().db, &self.record.id, Kind::Proceeding.name()).await?;
        Ok(kept.iter().filter(|entry| entry.standing == CURRENT).map(|entry| reference(&entry.id)).collect())
    }

    /// Links the case to proceedings.
    ///
    /// # Errors
    /// The reason in words, beside its field; as [`Open::save`].
    pub async fn link_proceeding(
        &self,
        (number, offences): (Confided, BTreeSet<String>),
        first: StageReached,
        save: &str,
    ) -> Result<(), Refused> {
        let today = self.today();
        let known = self.law_on(today).law.offences.into_iter().map(|row| row.value.code).collect();
        let link = Proceeding::linked(number, offences, first, (&known, today)).map_err(refused)?;
        let document = kept::made(save, Kind::Proceeding, &link)?;
        let told = self.happening(Act::Write).about("proceeding");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }

    /// Writes down the next stage.
    ///
    /// # Errors
    /// A stage that does not come next; a day out of order; [`Refused::Stale`]; as [`Open::save`].
    pub async fn reach_stage(&self, id: &str, next: StageReached, version: i64, save: &str) -> Result<(), Refused> {
        let today = self.today();
        self.change_proceeding(id, |link| link.reaching(next, today), version, save).await
    }

    /// Writes down the day of the next hearing, or that none is set.
    ///
    /// # Errors
    /// [`Refused::Stale`]; as [`Open::save`].
    pub async fn set_hearing(&self, id: &str, on: Option<Date>, version: i64, save: &str) -> Result<(), Refused> {
        self.change_proceeding(id, |link| Ok(link.heard_on(on)), version, save).await
    }

    /// Writes down that she was told of her right to compensation.
    ///
    /// # Errors
    /// Nobody who told her; a day that has not come; [`Refused::Stale`]; as [`Open::save`].
    pub async fn told_of_compensation(
        &self,
        id: &str,
        (by, on): (Confided, Date),
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        let told = ToldOfCompensation { on, by, recorded_by: self.staff()? };
        let today = self.today();
        self.change_proceeding(id, |link| link.told(told, today), version, save).await
    }

    async fn change_proceeding(
        &self,
        id: &str,
        change: impl FnOnce(&Proceeding) -> Result<Proceeding, ProceedingRefusal>,
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        let kept = self.proceeding(id).await?;
        kept.shown_as(version)?;
        let document = kept.saying(&change(&kept.value).map_err(refused)?)?;
        let told = self.happening(Act::Write).about("proceeding");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }
}

fn refused(refusal: ProceedingRefusal) -> Refused {
    let field = match refusal {
        ProceedingRefusal::NoNumber => "number",
        ProceedingRefusal::UnknownOffence => "offences",
        ProceedingRefusal::NoWay => "stage",
        ProceedingRefusal::OutOfOrder => "on",
        ProceedingRefusal::Nobody => "by",
    };
    fault(field, "proceeding-refusal", refusal.name())
}
