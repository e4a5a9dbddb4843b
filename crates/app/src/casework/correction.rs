//! What she asks to have corrected. It is due for whoever runs the case until it is answered, and the answer stands in her own view.

use pana_casework::correction::{Answer, Correction, CorrectionRefusal, Outcome};
use pana_casework::policy::Relation;
use pana_casework::{Confided, Kind};

use super::act::Act;
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::refused::Refused;

impl Open {
    /// What she asked, the latest first.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn corrections(&self) -> Result<Vec<Kept<Correction>>, Refused> {
        let mut all: Vec<Kept<Correction>> = self.all(Kind::Correction).await?;
        all.reverse();
        Ok(all)
    }

    /// Asks for a correction: she herself, or whoever she tells it to.
    ///
    /// # Errors
    /// No words, or too many; as [`Open::save`].
    pub async fn ask_correction(&self, about: Option<Kind>, words: &str, save: &str) -> Result<(), Refused> {
        let asked = Correction::ask(about, Confided::new(words), self.today()).map_err(refused)?;
        let document = kept::made(save, Kind::Correction, &asked)?;
        let told = self.happening(Act::Write).about("correction-asked");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }

    /// Answers one.
    ///
    /// # Errors
    /// [`Refused::Denied`] for her own question; [`Refused::NotFound`]; [`Refused::Stale`]; no words, or answered before.
    pub async fn answer_correction(
        &self,
        id: &str,
        (outcome, words): (Outcome, &str),
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        self.not_herself()?;
        let asked = self.corrections().await?.into_iter().find(|kept| kept.document.id == id);
        let asked = asked.ok_or(Refused::NotFound)?;
        asked.shown_as(version)?;
        let answer = Answer { outcome, words: Confided::new(words), on: self.today(), by: self.staff()? };
        let answered = asked.value.answered(answer).map_err(refused)?;
        let told = self.happening(Act::Write).about("correction-answered");
        self.save_with(&[asked.saying(&answered)?], save, Vec::new(), told).await.map(|_| ())
    }

    /// Refuses where the person the case is about would decide for the house.
    pub(super) fn not_herself(&self) -> Result<(), Refused> {
        if self.relation == Relation::Own { Err(Refused::Denied) } else { Ok(()) }
    }
}

fn refused(refusal: CorrectionRefusal) -> Refused {
    fault("words", "correction-refusal", refusal.name())
}
