//! Errands: tasks that somebody has to do and that are written down, such as asking a recipient to delete.

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::given::DeletionRequest;
use pana_casework::id::StaffId;
use pana_casework::task::{For, Task, TaskKind};
use serde::{Deserialize, Serialize};

use super::act::Act;
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
    /// Who of the team does it; nobody named is whoever it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<StaffId>,
    /// Whom to ask to delete what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<DeletionRequest>,
    /// When it was done, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Done>,
}

impl Errand {
    /// A task that is to be done.
    pub fn of(task: Task) -> Self {
        Self { task, to: None, request: None, done: None }
    }
}

/// That it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// The day.
    pub on: Date,
    /// By whom.
    pub by: StaffId,
}

/// The kinds of task that somebody makes by hand, in the order in which a form shows them. The others follow from what is written.
pub const BY_HAND: [TaskKind; 12] = [
    TaskKind::CallBack,
    TaskKind::Meet,
    TaskKind::GoAlong,
    TaskKind::Papers,
    TaskKind::FindPlace,
    TaskKind::ReviewPlan,
    TaskKind::TellCompensation,
    TaskKind::DecideAge,
    TaskKind::FindGuardian,
    TaskKind::InformGuardianship,
    TaskKind::BestInterestNote,
    TaskKind::Other,
];

/// A task, as a form says it.
#[derive(Clone, Debug)]
pub struct Setting {
    /// What.
    pub kind: TaskKind,
    /// When.
    pub due: Date,
    /// For whom.
    pub whom: Whom,
}

/// For whom a task is: a part, or somebody of the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Whoever has this part.
    Part(For),
    /// This account.
    Person(String),
}

/// Documents for requests to delete, to be saved with the withdrawal they follow from.
pub(super) fn to_ask(requests: &[DeletionRequest]) -> Result<Vec<Document>, Refused> {
    let document = |request: &DeletionRequest| {
        let task = Task { due: request.asked_on, kind: TaskKind::AskDeletion, whom: For::CaseLead };
        kept::beside(Kind::Task, &Errand { request: Some(request.clone()), ..Errand::of(task) })
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

    /// All tasks that were written down: what is to be done, the earliest first, then what was done, the latest first.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn all_errands(&self) -> Result<(Vec<Kept<Errand>>, Vec<Kept<Errand>>), Refused> {
        let all: Vec<Kept<Errand>> = self.all(Kind::Task).await?;
        let (mut open, mut done): (Vec<_>, Vec<_>) = all.into_iter().partition(|kept| kept.value.done.is_none());
        open.sort_by_key(|kept| kept.value.task);
        done.sort_by_key(|kept| std::cmp::Reverse(kept.value.done.as_ref().map(|done| done.on)));
        Ok((open, done))
    }

    /// Makes a task.
    ///
    /// # Errors
    /// A kind that nobody makes by hand; somebody who is not on the team; as [`Open::save`].
    pub async fn set_errand(&self, setting: &Setting, save: &str) -> Result<(), Refused> {
        if !BY_HAND.contains(&setting.kind) {
            return Err(Refused::field("kind", "fault-not-offered"));
        }
        let (whom, to) = self.whom(&setting.whom).await?;
        let task = Task { due: setting.due, kind: setting.kind, whom };
        let document = kept::made(save, Kind::Task, &Errand { to, ..Errand::of(task) })?;
        let told = self.happening(Act::Write).about("task");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }

    /// Gives a task to somebody else, or puts it on another day.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; [`Refused::Stale`]; somebody who is not on the team; as [`Open::save`].
    pub async fn pass_on(&self, errand: &str, due: Date, whom: &Whom, version: i64, save: &str) -> Result<(), Refused> {
        let kept = self.errand(errand).await?;
        kept.shown_as(version)?;
        let (whom, to) = self.whom(whom).await?;
        let task = Task { due, whom, ..kept.value.task };
        let document = kept.saying(&Errand { task, to, ..kept.value.clone() })?;
        let told = self.happening(Act::Write).about("task-passed-on");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }

    async fn whom(&self, whom: &Whom) -> Result<(For, Option<StaffId>), Refused> {
        match whom {
            Whom::Part(part) => Ok((*part, None)),
            Whom::Person(account) => {
                let on_team = self.team().await?.iter().any(|member| member.id == *account);
                let to = StaffId::parse(account).filter(|_| on_team);
                Ok((For::CaseLead, Some(to.ok_or(Refused::field("whom", "fault-not-offered"))?)))
            }
        }
    }

    async fn errand(&self, errand: &str) -> Result<Kept<Errand>, Refused> {
        let errands: Vec<Kept<Errand>> = self.all(Kind::Task).await?;
        errands.into_iter().find(|kept| kept.document.id == errand).ok_or(Refused::NotFound)
    }

    /// Writes down that one was done.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; as [`Open::save`].
    pub async fn tick(&self, errand: &str, save: &str) -> Result<(), Refused> {
        let kept = self.errand(errand).await?;
        if kept.value.done.is_some() {
            return Ok(());
        }
        let done = Some(Done { on: self.today(), by: self.staff()? });
        let document = kept.saying(&Errand { done, ..kept.value.clone() })?;
        let told = self.happening(Act::Write).about("task-done");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }

    /// Takes back that one was done.
    ///
    /// # Errors
    /// As [`Open::tick`].
    pub async fn untick(&self, errand: &str, save: &str) -> Result<(), Refused> {
        let kept = self.errand(errand).await?;
        if kept.value.done.is_none() {
            return Ok(());
        }
        let document = kept.saying(&Errand { done: None, ..kept.value.clone() })?;
        let told = self.happening(Act::Write).about("task-not-done");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }
}
