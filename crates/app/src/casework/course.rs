//! The way of a case through its stages. It follows what is written down; it never stands in the way of it.

use pana_casework::intake::opening::Start;
use pana_casework::policy::Action;
use pana_casework::stage::{Course, Stage, Step};
use pana_casework::{Class, Kind};

use super::document::Document;
use super::gate::Open;
use super::kept::{self, Kept};
use super::refused::Refused;

impl Open {
    /// The way so far. A case of which none is written began on the day of its intake.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn course(&self) -> Result<Course, Refused> {
        let documents = self.documents(&[Kind::Sheet, Kind::Course]).await?;
        self.course_of(&documents)
    }

    /// The way so far, out of documents that were read: those of the kinds `Sheet` and `Course`.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where one is not of its type.
    pub fn course_of(&self, documents: &[Document]) -> Result<Course, Refused> {
        if let Some(kept) = kept::last(documents, Kind::Course)? {
            return Ok(kept.value);
        }
        let start: Option<Kept<Start>> = kept::last(documents, Kind::Sheet)?;
        Ok(Course::begin(start.map_or_else(|| self.today(), |start| start.value.opened_on)))
    }

    /// Documents for the steps that follow from an act, to be saved with it. A step that the table does not know from here is left out:
    /// what happened is true, whatever the stage says. Nothing where she may not write on the case itself.
    pub(super) async fn follow(&self, steps: &[Step]) -> Result<Vec<Document>, Refused> {
        if !self.may(Class::Meta, Action::Write) || !self.may(Class::Meta, Action::Read) {
            return Ok(Vec::new());
        }
        let documents = self.documents(&[Kind::Sheet, Kind::Course]).await?;
        let before = self.course_of(&documents)?;
        let screened = self.existing().await?.get(&Class::Screening).is_some_and(|count| *count > 0);
        let mut course = before.clone();
        for &step in steps {
            // An instrument that was used counts as the step it is, wherever it was written down.
            if screened
                && matches!(course.stage(), Stage::Presumed | Stage::Emergency)
                && course.stage().take(step).is_err()
            {
                course = course.take(Step::Screen, self.today(), self.staff()?).unwrap_or(course);
            }
            course = match course.take(step, self.today(), self.staff()?) {
                Ok(further) => further,
                Err(_) => course,
            };
        }
        if course == before {
            return Ok(Vec::new());
        }
        let kept: Option<Kept<Course>> = kept::last(&documents, Kind::Course)?;
        Ok(vec![match kept {
            Some(kept) => kept.saying(&course)?,
            None => kept::beside(Kind::Course, &course)?,
        }])
    }
}
