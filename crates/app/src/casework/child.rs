//! What a child is owed beside everything else: somebody who speaks for it and is not implicated, the guardianship body informed, and a
//! note of what is best for it. Nothing of it delays help.

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::age::{AgeAnswer, AgeDecision, AgeGroup};
use pana_casework::child::{BestInterest, Child, Guardian, Missing};
use pana_casework::intake::opening::Start;

use super::act::Act;
use super::document::Document;
use super::gate::Open;
use super::kept::{self, Kept};
use super::refused::Refused;

/// What is written of the protection of a child.
#[derive(Clone, Debug, Default)]
pub struct Protection {
    /// Whether she counts as a child: one who is certainly an adult does not.
    pub is_child: bool,
    /// Those who may speak, and whether the guardianship body knows.
    pub kept: Option<Kept<Child>>,
    /// Notes of what is best, the oldest first.
    pub notes: Vec<Kept<BestInterest>>,
    /// What is missing today; nothing for an adult.
    pub missing: Vec<Missing>,
    /// Since when it is missing: the day she was taken in.
    pub since: Option<Date>,
}

/// The kinds that [`Open::protection_of`] reads.
pub const KINDS: [Kind; 4] = [Kind::Sheet, Kind::Guardian, Kind::BestInterest, Kind::AgeDecision];

impl Open {
    /// What is written of the protection of the child.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn protection(&self) -> Result<Protection, Refused> {
        self.protection_of(&self.documents(&KINDS).await?)
    }

    /// The same out of documents that were read.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where one is not of its type.
    pub fn protection_of(&self, documents: &[Document]) -> Result<Protection, Refused> {
        let sheet: Option<Kept<Start>> = kept::last(documents, Kind::Sheet)?;
        let kept: Option<Kept<Child>> = kept::last(documents, Kind::Guardian)?;
        let notes: Vec<Kept<BestInterest>> = kept::of(documents, Kind::BestInterest)?;
        let Some(sheet) = sheet.filter(|sheet| sheet.value.age_group == AgeGroup::Child) else {
            return Ok(Protection { kept, notes, ..Protection::default() });
        };
        let mut whole = kept.as_ref().map(|kept| kept.value.clone()).unwrap_or_default();
        whole.best_interest = notes.iter().map(|kept| kept.value.clone()).collect();
        let decided = kept::last::<AgeDecision>(documents, Kind::AgeDecision)?.is_some();
        let certain = decided || sheet.value.age_answer == Some(AgeAnswer::Under18);
        let missing = whole.missing(certain, self.today());
        Ok(Protection { is_child: true, kept, notes, missing, since: Some(sheet.value.opened_on) })
    }

    /// Writes down somebody who may speak for the child, or was thought to.
    ///
    /// # Errors
    /// A name that is missing, a day that has not come; [`Refused::Stale`].
    pub async fn add_guardian(&self, guardian: Guardian, version: i64, save: &str) -> Result<(), Refused> {
        if guardian.name.is_empty() {
            return Err(Refused::field("name", "fault-empty"));
        }
        self.not_ahead("from", guardian.from)?;
        self.change_child(version, save, "guardian", |child| child.guardians.push(guardian)).await
    }

    /// Writes down that somebody no longer speaks for the child, from today on.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; [`Refused::Stale`].
    pub async fn end_guardian(&self, number: usize, version: i64, save: &str) -> Result<(), Refused> {
        let today = self.today();
        let there = self.protection().await?.kept.is_some_and(|kept| number < kept.value.guardians.len());
        if !there {
            return Err(Refused::NotFound);
        }
        let end = |child: &mut Child| {
            if let Some(guardian) = child.guardians.get_mut(number) {
                guardian.to = today.yesterday().ok();
            }
        };
        self.change_child(version, save, "guardian-ended", end).await
    }

    /// Writes down when the guardianship body was informed.
    ///
    /// # Errors
    /// A day that has not come; [`Refused::Stale`].
    pub async fn informed_guardianship(&self, on: Date, version: i64, save: &str) -> Result<(), Refused> {
        self.not_ahead("on", on)?;
        let inform = |child: &mut Child| child.guardianship_informed_on = Some(on);
        self.change_child(version, save, "guardianship-informed", inform).await
    }

    async fn change_child(
        &self,
        version: i64,
        save: &str,
        about: &str,
        change: impl FnOnce(&mut Child),
    ) -> Result<(), Refused> {
        let kept = self.protection().await?.kept;
        let document = match kept {
            Some(kept) => {
                kept.shown_as(version)?;
                let mut child = kept.value.clone();
                change(&mut child);
                kept.saying(&child)?
            }
            None => {
                let mut child = Child::default();
                change(&mut child);
                kept::made(save, Kind::Guardian, &child)?
            }
        };
        self.save_with(&[document], save, Vec::new(), self.happening(Act::Write).about(about)).await.map(|_| ())
    }

    /// Writes a note of what is best for the child.
    ///
    /// # Errors
    /// A note without words; as [`Open::save`].
    pub async fn note_best(&self, note: BestInterest, save: &str) -> Result<(), Refused> {
        if note.note.is_empty() {
            return Err(Refused::field("note", "fault-empty"));
        }
        let document = kept::made(save, Kind::BestInterest, &note)?;
        let told = self.happening(Act::Write).about("best-interest");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }
}
