//! Workbench: estimates that run beside the threads that answer. Two at once, a few wait, results are forgotten after hours.
//!
//! Whoever knows the name of an estimate can read it, and a name is 128 bits of chance. Only a form that this program made can
//! begin or change anything: it carries a key that no page of another site can read.

use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use pana_app::estimate::{Asked, EstimateError, Estimated, mse};
use pana_stats::watch::Watch;

/// Estimates that run at once.
const AT_ONCE: usize = 2;
/// Estimates that may wait.
const WAITING: usize = 6;
/// Results that are kept; the oldest goes first.
const KEPT: usize = 60;
/// Hours for which a result is kept.
pub const HOURS: usize = 6;

/// All estimates of this program.
pub struct Workbench {
    key: String,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    jobs: BTreeMap<String, Arc<Job>>,
    waiting: VecDeque<Arc<Job>>,
    running: usize,
}

/// One estimate.
pub struct Job {
    /// Its name: 32 hexadecimal digits.
    pub id: String,
    /// What the table is called.
    pub file: String,
    /// The text of the table, for asking about it again.
    pub text: Arc<str>,
    /// How far it is.
    pub progress: Progress,
    asked: Mutex<Option<Asked>>,
    status: Mutex<Status>,
    made: Instant,
}

/// How an estimate stands.
#[derive(Clone)]
pub enum Status {
    /// It waits.
    Waiting,
    /// It runs since.
    Running(Instant),
    /// It is there.
    Done(Arc<Estimated>),
    /// The counts make no table, in the engine's words.
    Refused(String),
    /// Somebody cancelled it.
    Cancelled,
    /// The program failed.
    Failed,
}

/// The queue is full.
#[derive(Debug)]
pub struct Full;

/// How far an estimate is, stage by stage. Told from many threads, read by the page.
#[derive(Default)]
pub struct Progress {
    stop: AtomicBool,
    stages: Mutex<Stages>,
}

#[derive(Clone, Default)]
struct Stages {
    all: Vec<Stage>,
    now: usize,
}

/// A stage of the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its id, as the engine calls it.
    pub id: &'static str,
    /// Steps done, in this round.
    pub done: u64,
    /// Steps of this round.
    pub of: u64,
    /// Whether it is the one that moved last.
    pub now: bool,
}

impl Progress {
    /// The stages so far, in the order in which they began.
    pub fn stages(&self) -> Vec<Stage> {
        let stages = lock(&self.stages).clone();
        let shown = stages.all.into_iter().enumerate();
        shown.map(|(at, stage)| Stage { now: at == stages.now, ..stage }).collect()
    }
}

impl Watch for Progress {
    fn advance(&self, stage: &'static str, done: u64, of: u64) {
        let mut stages = lock(&self.stages);
        let at = stages.all.iter().position(|known| known.id == stage).unwrap_or_else(|| {
            stages.all.push(Stage { id: stage, done: 0, of, now: false });
            stages.all.len() - 1
        });
        stages.now = at;
        let known = &mut stages.all[at];
        // Another method or another group begins the same stage again.
        if known.done >= known.of || known.of != of {
            (known.done, known.of) = (0, of);
        }
        known.done = known.done.saturating_add(done).min(of);
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// What is inside, also after a thread failed while holding it: every change here is whole by itself.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// 128 bits of chance as hexadecimal digits; `None` where the system has none to give.
fn name() -> Option<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Workbench {
    /// An empty workbench; `None` where the system gives no chance to make names from.
    pub fn new() -> Option<Arc<Self>> {
        Some(Arc::new(Self { key: name()?, inner: Mutex::new(Inner::default()) }))
    }

    /// What every form carries.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Whether a form is one of ours.
    pub fn knows(&self, key: &str) -> bool {
        // Every byte is compared, so that time says nothing about the key.
        let differs = self.key.bytes().zip(key.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b));
        key.len() == self.key.len() && differs == 0
    }

    /// Begins an estimate, or lets it wait.
    pub fn begin(self: &Arc<Self>, asked: Asked) -> Result<Arc<Job>, Full> {
        let id = name().ok_or(Full)?;
        let mut inner = lock(&self.inner);
        sweep(&mut inner);
        if inner.waiting.len() >= WAITING {
            return Err(Full);
        }
        let job = Arc::new(Job {
            id: id.clone(),
            file: asked.file.clone(),
            text: asked.text.as_str().into(),
            progress: Progress::default(),
            asked: Mutex::new(Some(asked)),
            status: Mutex::new(Status::Waiting),
            made: Instant::now(),
        });
        inner.jobs.insert(id, Arc::clone(&job));
        inner.waiting.push_back(Arc::clone(&job));
        self.next(&mut inner);
        Ok(job)
    }

    /// An estimate by its name.
    pub fn job(&self, id: &str) -> Option<Arc<Job>> {
        let mut inner = lock(&self.inner);
        sweep(&mut inner);
        inner.jobs.get(id).cloned()
    }

    /// How many wait before this one.
    pub fn before(&self, job: &Job) -> usize {
        lock(&self.inner).waiting.iter().take_while(|waiting| waiting.id != job.id).count()
    }

    /// Cancels an estimate. What runs stops at its next step.
    pub fn cancel(&self, job: &Job) {
        let mut inner = lock(&self.inner);
        inner.waiting.retain(|waiting| waiting.id != job.id);
        let mut status = lock(&job.status);
        if matches!(*status, Status::Waiting) {
            *status = Status::Cancelled;
        }
        job.progress.stop.store(true, Ordering::Relaxed);
    }

    /// Stops everything: the program ends.
    pub fn stop(&self) {
        let jobs: Vec<Arc<Job>> = lock(&self.inner).jobs.values().cloned().collect();
        jobs.iter().for_each(|job| self.cancel(job));
    }

    fn next(self: &Arc<Self>, inner: &mut Inner) {
        while inner.running < AT_ONCE {
            let Some(job) = inner.waiting.pop_front() else { return };
            inner.running += 1;
            *lock(&job.status) = Status::Running(Instant::now());
            let bench = Arc::clone(self);
            tokio::task::spawn_blocking(move || {
                run(&job);
                let mut inner = lock(&bench.inner);
                inner.running -= 1;
                bench.next(&mut inner);
            });
        }
    }
}

/// Drops what is too old, and the oldest where there is too much. What waits or runs stays.
fn sweep(inner: &mut Inner) {
    let limit = Duration::from_secs(3600 * HOURS as u64);
    inner.jobs.retain(|_, job| !job.finished() || job.made.elapsed() < limit);
    while inner.jobs.len() > KEPT {
        let oldest = inner.jobs.values().filter(|job| job.finished()).min_by_key(|job| job.made);
        let Some(id) = oldest.map(|job| job.id.clone()) else { return };
        inner.jobs.remove(&id);
    }
}

fn run(job: &Job) {
    let Some(asked) = lock(&job.asked).take() else { return };
    let begun = Instant::now();
    let answered = catch_unwind(AssertUnwindSafe(|| mse(asked, &job.progress, &|| begun.elapsed())));
    *lock(&job.status) = match answered {
        Ok(Ok(found)) => Status::Done(Arc::new(found)),
        Ok(Err(EstimateError::Stopped)) => Status::Cancelled,
        Ok(Err(error)) => Status::Refused(error.to_string()),
        Err(_) => Status::Failed,
    };
}

impl Job {
    /// How it stands.
    pub fn status(&self) -> Status {
        lock(&self.status).clone()
    }

    fn finished(&self) -> bool {
        !matches!(*lock(&self.status), Status::Waiting | Status::Running(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_that_begins_again_counts_from_nought() {
        let progress = Progress::default();
        for _ in 0..10 {
            progress.advance("replicates", 1, 10);
        }
        progress.advance("methods", 1, 2);
        progress.advance("replicates", 3, 10);
        let stages = progress.stages();
        assert_eq!(stages[0], Stage { id: "replicates", done: 3, of: 10, now: true });
        assert_eq!(stages[1], Stage { id: "methods", done: 1, of: 2, now: false });
    }

    #[test]
    fn names_are_long_and_never_the_same() {
        let names: std::collections::BTreeSet<String> = (0..100).filter_map(|_| name()).collect();
        assert_eq!(names.len(), 100);
        assert!(names.iter().all(|name| name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit())));
    }

    #[test]
    fn only_our_own_forms_are_known() {
        let bench = Workbench::new().expect("chance");
        assert!(bench.knows(bench.key()) && !bench.knows("") && !bench.knows(&"0".repeat(32)));
        assert!(!bench.knows(&format!("{}0", bench.key())));
    }
}
