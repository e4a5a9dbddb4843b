//! The confided room: one function per use case. Each asks the policy, opens what the person's own keys open, decides, and
//! writes what changed together with the event that says so.

pub mod account;
pub mod act;
pub mod age;
pub mod attachment;
pub mod audit;
pub mod backup;
pub mod case;
pub mod centre;
pub mod child;
pub mod clock;
pub mod closure;
pub mod consent;
pub mod console;
pub mod correction;
pub mod course;
pub mod decision;
pub mod demo;
mod demo_case;
mod demo_night;
pub mod desk;
pub mod document;
pub mod emergency;
pub mod enrol;
pub mod erase;
pub mod errand;
pub mod event;
pub mod exit;
pub mod gate;
pub mod health;
pub mod house;
pub mod id;
pub mod identity;
pub mod intake;
pub mod kept;
pub mod key;
pub mod law;
pub mod list;
pub mod moment;
pub mod network;
pub mod notice;
pub mod own;
pub mod paper;
pub mod passkey;
pub mod plan;
pub mod proceeding;
pub mod public;
pub mod question;
pub mod quota;
pub mod random;
pub mod reading;
pub mod referral;
pub mod refused;
pub mod report;
pub mod retention;
pub mod ring;
pub mod safe;
pub mod screening;
pub mod scribe;
pub mod session;
pub mod sign_in;
mod statistic;
pub mod stay;
pub mod story;
pub mod team;
pub mod throttle;
pub mod tonight;
pub mod unlock;
mod whole;
pub mod work;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use pana_casework::law::Law;
use pana_casework::policy::Policy;
use pana_store::Db;
use pana_store::casework::Change;
use pana_vault::Secret;
use pana_vault::strength::Blocklist;
pub use pana_vault::sweep;
use tokio::sync::Semaphore;

pub use act::Act;
pub use document::Document;
pub use gate::Open;
pub use refused::Refused;
pub use scribe::Scribe;
pub use session::Signed;

use event::Happening;
use question::Questions;
use quota::Quota;
use throttle::Throttle;

/// How many passphrases are stretched at once: each takes 64 MiB and a core.
const STRETCHING: usize = 2;
/// How many of them for people who are not known yet: one is left for whoever is.
const STRANGERS: usize = 1;

/// The confided room, open.
pub struct Casework {
    /// Its tables.
    pub db: Db,
    /// Who may see what.
    pub policy: Policy,
    /// What the acts of the country say, as data.
    pub law: Law,
    scribe: Scribe,
    common: Blocklist,
    throttle: Mutex<Throttle>,
    quota: Mutex<Quota>,
    questions: Mutex<Questions>,
    stretching: Semaphore,
    strangers: Semaphore,
    looking: std::sync::Arc<Semaphore>,
    wall: attachment::Wall,
    machine: Secret<32>,
}

impl Casework {
    /// Opens the room over its tables. `key` is the machine's own secret, kept beside the database and never in it: it signs the heads
    /// of the log. Must be called inside the asynchronous runtime, because the one writer begins to wait.
    pub fn open(db: Db, policy: Policy, law: Law, key: &Secret<32>) -> Self {
        Self {
            scribe: Scribe::start(db.clone(), event::signer(key)),
            db,
            policy,
            law,
            common: Blocklist::parse(include_str!("common.txt")),
            throttle: Mutex::new(Throttle::default()),
            quota: Mutex::default(),
            questions: Mutex::new(Questions::default()),
            stretching: Semaphore::new(STRETCHING),
            strangers: Semaphore::new(STRANGERS),
            looking: std::sync::Arc::new(Semaphore::new(attachment::LOOKING)),
            wall: attachment::Wall::None,
            machine: key.clone(),
        }
    }

    /// The key that checks the heads of the log.
    pub fn log_key(&self) -> pana_vault::sign::VerifyKey {
        self.scribe.key()
    }

    fn throttle(&self) -> MutexGuard<'_, Throttle> {
        self.throttle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn questions(&self) -> MutexGuard<'_, Questions> {
        self.questions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes changes with the event that says so.
    pub(crate) async fn write(&self, changes: Vec<Change>, told: Vec<Happening>) -> Result<(), Refused> {
        self.scribe.write(changes, told).await.map(|_| ())
    }

    /// Writes an event that changes nothing.
    pub(crate) async fn tell(&self, told: Happening) -> Result<(), Refused> {
        self.scribe.tell(told).await
    }
}
