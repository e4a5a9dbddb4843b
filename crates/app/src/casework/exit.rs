//! Leaving, being asked how she is, and coming back.

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::clock::{Clock, PauseReason};
use pana_casework::exit::{Exit, ExitReason, FollowUp, FollowUpAgreement, FollowUpDue, Reached};
use pana_casework::stage::Step;
use pana_store::casework::Change;

use super::act::Act;
use super::closure::OPEN;
use super::document::{Document, PAST};
use super::gate::Open;
use super::kept::{self, Kept};
use super::refused::Refused;
use super::statistic::Counted;

/// How services ended, and what came after.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// The exit, if she left and did not come back.
    pub exit: Option<Kept<Exit>>,
    /// When she was asked how she is.
    pub made: Vec<Kept<FollowUp>>,
    /// When she is to be asked.
    pub due: Vec<FollowUpDue>,
}

impl Open {
    /// How services ended.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn left(&self) -> Result<Left, Refused> {
        let documents = self.documents(&[Kind::Exit, Kind::FollowUp]).await?;
        self.left_of(&documents)
    }

    /// The same out of documents that were read: those of the kinds `Exit` and `FollowUp`.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where one is not of its type.
    pub fn left_of(&self, documents: &[Document]) -> Result<Left, Refused> {
        let exit: Option<Kept<Exit>> = kept::last(documents, Kind::Exit)?;
        let mut made: Vec<Kept<FollowUp>> = kept::of(documents, Kind::FollowUp)?;
        let Some(left) = &exit else { return Ok(Left { exit, made, due: Vec::new() }) };
        // What she was asked after an earlier exit is not counted for this one.
        made.retain(|kept| kept.value.on >= left.value.on);
        let law = self.law_on(left.value.on);
        let months = law.term(|law| &law.follow_up_months).cloned().unwrap_or_default();
        let asked: Vec<FollowUp> = made.iter().map(|kept| kept.value.clone()).collect();
        let due = left.value.follow_ups(&months, &asked);
        Ok(Left { exit, made, due })
    }

    /// Ends services. The clock rests; what is left of it stays hers, and her place in the house is free.
    ///
    /// # Errors
    /// A day that has not come, a reason that is none of the law; as [`Open::save`].
    pub async fn exit(
        &self,
        on: Date,
        reason: ExitReason,
        follow_up: FollowUpAgreement,
        save: &str,
    ) -> Result<(), Refused> {
        self.not_ahead("on", on)?;
        if !self.law_on(on).law.exit_reasons.iter().any(|row| row.value == reason) {
            return Err(Refused::field("reason", "fault-not-offered"));
        }
        let exit = Exit { on, reason, recorded_by: self.staff()?, follow_up };
        let mut documents = vec![kept::made(save, Kind::Exit, &exit)?];
        if let Some(clock) = self.newest::<Clock>(Kind::Clock).await? {
            // One that is paused already rests; one whose last act is later than this day is left as it is.
            documents
                .extend(clock.value.pause(PauseReason::Exited, on).ok().map(|rests| clock.saying(&rests)).transpose()?);
        }
        documents.extend(self.follow(&[Step::Exit]).await?);
        documents.extend(self.counted(Counted::Exit(reason)).await?);
        let (stays, beds) = self.leaving(on, save).await?;
        documents.extend(stays);
        self.save_beside(&documents, save, beds, self.happening(Act::Write).about("exit")).await.map(|_| ())
    }

    /// Writes down how she is.
    ///
    /// # Errors
    /// [`Refused::NotFound`] for a month that is not due; as [`Open::save`].
    pub async fn follow_up(
        &self,
        month: u32,
        reached: Reached,
        employed: Option<bool>,
        save: &str,
    ) -> Result<(), Refused> {
        if !self.left().await?.due.iter().any(|due| due.month == month) {
            return Err(Refused::NotFound);
        }
        let follow_up = FollowUp { month, on: self.today(), reached, employed, by: self.staff()? };
        let mut documents = vec![kept::made(save, Kind::FollowUp, &follow_up)?];
        documents.extend(self.follow(&[Step::FollowUp]).await?);
        if let Some(works) = employed {
            documents.extend(self.counted(Counted::Employed(works)).await?);
        }
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about("follow-up")).await.map(|_| ())
    }

    /// She is back: the case is open again, and the old clock goes on where the law says so.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where she did not leave and the case is open; as [`Open::save`].
    pub async fn reopen(&self, save: &str) -> Result<(), Refused> {
        self.not_herself()?;
        let (exit, closure) = (self.left().await?.exit, self.closure().await?);
        if exit.is_none() && !self.is_closed() {
            return Err(Refused::NotFound);
        }
        let ended = exit.iter().map(|kept| &kept.document).chain(closure.iter().map(|kept| &kept.document));
        let mut documents: Vec<Document> =
            ended.map(|document| Document { standing: PAST.to_owned(), ..document.clone() }).collect();
        let clock = if exit.is_some() { self.newest::<Clock>(Kind::Clock).await? } else { None };
        if let Some(clock) = clock {
            documents.extend(clock.value.resume(self.today()).ok().map(|runs| clock.saying(&runs)).transpose()?);
        }
        let opened: Vec<Change> = self.is_closed().then(|| self.turned(OPEN)).into_iter().collect();
        documents.extend(self.follow(&[Step::Reopen]).await?);
        documents.extend(self.counted(Counted::Back).await?);
        self.save_with(&documents, save, opened, self.happening(Act::Write).about("reopen")).await.map(|_| ())
    }
}
