//! Errands: tasks that somebody has to do and that are written down, such as asking a recipient to delete.

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::given::DeletionRequest;
use pana_casework::id::StaffId;
use pana_casework::task::{For, Task, TaskKind};
use serde::{Deserialize, Serialize};

use super::document::Document;
use super::gate::Open;
use super::kept::{self, Kept};
use super::refused::Refused;

/// A task that is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// What, when, for whom.
    #[serde(flatten)]
    pub task: Task,
    /// Whom to ask to delete what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<DeletionRequest>,
    /// When it was done, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Done>,
}

/// That it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// The day.
    pub on: Date,
    /// By whom.
    pub by: StaffId,
}

/// Documents for requests to delete, to be saved with the withdrawal they follow from.
pub(super) fn to_ask(requests: &[DeletionRequest]) -> Result<Vec<Document>, Refused> {
    let document = |request: &DeletionRequest| {
        let task = Task { due: request.asked_on, kind: TaskKind::AskDeletion, whom: For::CaseLead };
        kept::beside(Kind::Task, &Errand { task, request: Some(request.clone()), done: None })
    };
    requests.iter().map(document).collect()
}

impl Open {
    /// What is still to be done, the earliest first.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn errands(&self) -> Result<Vec<Kept<Errand>>, Refused> {
        let mut errands: Vec<Kept<Errand>> = self.all(Kind::Task).await?;
        errands.retain(|errand| errand.value.done.is_none());
        errands.sort_by_key(|errand| errand.value.task);
        Ok(errands)
    }

    /// Writes down that one was done.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; as [`Open::save`].
    pub async fn tick(&self, errand: &str, save: &str) -> Result<(), Refused> {
        let errands: Vec<Kept<Errand>> = self.all(Kind::Task).await?;
        let kept = errands.into_iter().find(|kept| kept.document.id == errand).ok_or(Refused::NotFound)?;
        if kept.value.done.is_some() {
            return Ok(());
        }
        let done = Some(Done { on: self.today(), by: self.staff()? });
        let document = kept.saying(&Errand { done, ..kept.value.clone() })?;
        self.save(&document, save).await.map(|_| ())
    }
}
