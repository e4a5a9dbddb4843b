//! Closing a case on which nothing is left to do. From its last writing on the time of keeping runs; until that is over it can be opened
//! again on any day.

use pana_casework::closure::{self, Closure, ClosureReason, ClosureRefusal};
use pana_casework::{Class, Kind};
use pana_store::casework::{Change, Record};

use super::act::Act;
use super::document::Document;
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::refused::Refused;
use super::statistic::Counted;

/// The state of a closed record.
pub const CLOSED: &str = "closed";
/// The state of an open one.
pub const OPEN: &str = "open";

/// How the log names the closing of a case.
pub(super) const AS_CLOSED: &str = "closed";
/// The same where nothing was shown: such a case is kept for days and not for years (R16).
pub(super) const AS_NOT_SHOWN: &str = "closed-not-shown";

/// What is written while somebody is helped.
const HELP: [Class; 3] = [Class::Place, Class::Screening, Class::Services];

/// How long a closed case is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// Years since the last writing.
    pub years: u32,
    /// Whether the law was read that says so; otherwise it is the choice of the house.
    pub verified: bool,
}

impl Open {
    /// Whether the case is closed.
    pub fn is_closed(&self) -> bool {
        self.record.state == CLOSED
    }

    /// Whether these documents may be written: help does not go on in a closed case. What is known of her may still be put right, an
    /// appeal or proceedings go on, and what she agrees to or takes back counts on any day.
    ///
    /// # Errors
    /// [`Refused::Closed`].
    pub(super) fn is_open_for(&self, documents: &[Document], others: &[Change]) -> Result<(), Refused> {
        let opens = |change: &Change| matches!(change, Change::Record(record) if record.state == OPEN);
        // A paper of another woman goes on any day.
        let frees = |change: &Change| matches!(change, Change::DropPictures(_));
        let helps = |document: &Document| HELP.contains(&document.class);
        let shut = self.is_closed()
            && documents.iter().any(helps)
            && !others.iter().any(|change| opens(change) || frees(change));
        if shut { Err(Refused::Closed) } else { Ok(()) }
    }

    /// That and why it was closed; nothing while it is open.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn closure(&self) -> Result<Option<Kept<Closure>>, Refused> {
        self.newest(Kind::Closure).await
    }

    /// How long it is kept after closing; nothing where nobody settled it.
    pub fn keeping(&self) -> Option<Keeping> {
        let row = self.casework().law.retention.case_years.in_force(self.today())?;
        Some(Keeping { years: row.value, verified: row.verified })
    }

    /// Days for which it is kept where it is closed because nothing was shown; nothing where nobody settled it.
    pub fn keeping_not_shown(&self) -> Option<u32> {
        Some(self.casework().law.retention.negative_screening_days.in_force(self.today())?.value)
    }

    /// Closes the case.
    ///
    /// # Errors
    /// Why it cannot be closed now, in words; [`Refused::Denied`]; as [`Open::save`].
    pub async fn close(&self, reason: ClosureReason, save: &str) -> Result<(), Refused> {
        self.not_herself()?;
        if self.is_closed() {
            return Err(refused(ClosureRefusal::Closed));
        }
        let sleeps_here = Self::stays_of(&self.documents(&[Kind::Stay]).await?)?.now.is_some();
        let stage = self.course().await?.stage();
        let steps = closure::steps(stage, reason, sleeps_here).map_err(refused)?;
        let closed = Closure { on: self.today(), reason, recorded_by: self.staff()? };
        let mut documents = vec![kept::made(save, Kind::Closure, &closed)?];
        documents.extend(self.follow(&steps).await?);
        documents.extend(self.counted(Counted::Closed(reason)).await?);
        let not_shown = reason == ClosureReason::NotShown;
        let told = self.happening(Act::Write).about(if not_shown { AS_NOT_SHOWN } else { AS_CLOSED });
        self.save_with(&documents, save, vec![self.turned(CLOSED)], told).await.map(|_| ())
    }

    /// The record in another state.
    pub(super) fn turned(&self, state: &str) -> Change {
        Change::Record(Record { state: state.to_owned(), version: self.record.version + 1, ..self.record.clone() })
    }
}

fn refused(refusal: ClosureRefusal) -> Refused {
    fault("reason", "closure-refusal", refusal.name())
}
