//! The one writer. Many requests wish something written; the scribe gathers their wishes into one transaction, so that waiting for the
//! disk is shared, and answers each when its words are on the disk. Effect and event are always in the same transaction.

use pana_store::Db;
use pana_store::casework::{Applied, Change, change, log};
use pana_store::{StoreError, db::Tx};
use pana_vault::log::Log;
use pana_vault::sign::{Signer, VerifyKey};
use tokio::sync::{mpsc, oneshot};

use super::event::{Happening, ORIGIN};
use super::refused::Refused;

/// So many wishes share a transaction.
const TOGETHER: usize = 128;
/// So many wishes may wait; whoever comes later waits to be let in.
const WAITING: usize = 1024;
/// A head is signed when so many events have come since the last.
const SIGN_EACH: u64 = 100;

struct Wish {
    changes: Vec<Change>,
    happenings: Vec<Happening>,
    done: oneshot::Sender<Result<Applied, Refused>>,
}

/// The way to the one writer.
#[derive(Clone)]
pub struct Scribe {
    wishes: mpsc::Sender<Wish>,
    key: VerifyKey,
}

impl Scribe {
    /// Begins to wait for wishes; ends when the last handle is dropped.
    pub fn start(db: Db, signer: Signer) -> Self {
        let (wishes, waiting) = mpsc::channel(WAITING);
        let key = signer.key();
        tokio::spawn(write(db, signer, waiting));
        Self { wishes, key }
    }

    /// The key that checks the heads of the log.
    pub fn key(&self) -> VerifyKey {
        self.key
    }

    /// Writes changes and events together, and returns when they are on the disk.
    ///
    /// # Errors
    /// [`Refused::Stale`] or [`Refused::Gone`] with nothing written; [`Refused::CannotSave`] where the disk refused.
    pub async fn write(&self, changes: Vec<Change>, happenings: Vec<Happening>) -> Result<Applied, Refused> {
        let (done, answer) = oneshot::channel();
        let stopped = || Refused::CannotSave("the writer has stopped".to_owned());
        self.wishes.send(Wish { changes, happenings, done }).await.map_err(|_| stopped())?;
        match answer.await.map_err(|_| stopped())?? {
            Applied::Stale => Err(Refused::Stale),
            Applied::Gone => Err(Refused::Gone),
            done => Ok(done),
        }
    }

    /// Logs what changes nothing: a reading, a refusal. Returns when it is on the disk.
    pub async fn tell(&self, happening: Happening) -> Result<(), Refused> {
        self.write(Vec::new(), vec![happening]).await.map(|_| ())
    }
}

async fn write(db: Db, signer: Signer, mut waiting: mpsc::Receiver<Wish>) {
    let mut together = Vec::with_capacity(TOGETHER);
    while waiting.recv_many(&mut together, TOGETHER).await > 0 {
        let (wishes, answers): (Vec<_>, Vec<_>) =
            together.drain(..).map(|wish| ((wish.changes, wish.happenings), wish.done)).unzip();
        let outcomes = match batch(&db, &signer, &wishes).await {
            Ok(outcomes) => outcomes.into_iter().map(Ok).collect(),
            Err(error) => one_by_one(&db, &signer, &wishes, error).await,
        };
        for (answer, outcome) in answers.into_iter().zip(outcomes) {
            // Who hung up does not need to know; it is written all the same.
            let _ = answer.send(outcome);
        }
    }
}

type Asked = (Vec<Change>, Vec<Happening>);

/// What failed together is tried alone, so that one wish the database cannot take does not refuse those of others.
async fn one_by_one(db: &Db, signer: &Signer, wishes: &[Asked], error: StoreError) -> Vec<Result<Applied, Refused>> {
    if let [_] = wishes {
        return vec![Err(cannot_save(error))];
    }
    let mut outcomes = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let done = batch(db, signer, std::slice::from_ref(wish)).await.map_err(cannot_save);
        outcomes.push(done.map(|done| done.first().copied().unwrap_or(Applied::Stale)));
    }
    outcomes
}

fn cannot_save(error: StoreError) -> Refused {
    match error {
        StoreError::Statement(error) => Refused::CannotSave(error.to_string()),
        other => other.into(),
    }
}

async fn batch(db: &Db, signer: &Signer, wishes: &[Asked]) -> Result<Vec<Applied>, StoreError> {
    let mut tx = db.begin().await?;
    let state = log::state_in(&mut tx).await?;
    let mut tree = match state.size {
        0 => Log::empty(),
        _ => Log::parse(&state.tree).ok_or(StoreError::Damaged { table: "log_state" })?,
    };
    let before = tree.size();
    let (mut outcomes, mut events) = (Vec::with_capacity(wishes.len()), Vec::new());
    for (changes, happenings) in wishes {
        let done = apply(&mut tx, changes).await?;
        if done == Applied::Written {
            events.extend(happenings.iter().map(|happening| append(&mut tree, happening)));
        }
        outcomes.push(done);
    }
    if !events.is_empty() {
        let size = i64::try_from(tree.size()).unwrap_or(i64::MAX);
        log::append(&mut tx, &events, &log::State { size, tree: tree.bytes() }).await?;
        if before / SIGN_EACH != tree.size() / SIGN_EACH || before == 0 {
            keep_head(&mut tx, &tree, signer, events.len(), wishes).await?;
        }
    }
    tx.commit().await?;
    Ok(outcomes)
}

async fn apply(tx: &mut Tx, changes: &[Change]) -> Result<Applied, StoreError> {
    if changes.is_empty() {
        return Ok(Applied::Written);
    }
    change::mark(tx).await?;
    let done = change::apply(tx, changes).await?;
    if done != Applied::Written {
        change::undo(tx).await?;
    }
    change::keep(tx).await?;
    Ok(done)
}

fn append(tree: &mut Log, happening: &Happening) -> log::Event {
    let appended = tree.append(&happening.parts());
    log::Event {
        number: i64::try_from(appended.sequence).unwrap_or(i64::MAX),
        record_id: happening.record.clone(),
        actor: happening.actor.clone(),
        leaf: appended.canonical,
        hash: appended.leaf.to_vec(),
    }
}

/// The time of a head is that of the newest event: the scribe reads no clock.
async fn keep_head(
    tx: &mut Tx,
    tree: &Log,
    signer: &Signer,
    events: usize,
    wishes: &[Asked],
) -> Result<(), StoreError> {
    debug_assert!(events > 0);
    let newest = wishes.iter().rev().flat_map(|(_, happenings)| happenings.iter().rev()).map(|told| told.at.as_str());
    let at = newest.filter_map(|at| at.parse::<jiff::Timestamp>().ok()).next().map_or(0, jiff::Timestamp::as_second);
    let Some(head) = tree.head(ORIGIN, at).sign(signer) else { return Ok(()) };
    log::keep_head(tx, i64::try_from(tree.size()).unwrap_or(i64::MAX), &head).await
}
