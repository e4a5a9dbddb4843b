//! Many people at work at once: how long each page and each saving takes, and how many the machine bears.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use pana_app::casework::id;
use pana_app::casework::random::System;
use tokio::task::JoinSet;

use crate::Failed;
use crate::crowd::{self, Worker};
use crate::http::Browser;
use crate::writer::{service, today};
use pana_stats::chance::Chance;

/// What somebody does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Opens the list of her cases.
    List,
    /// Opens a case, its plan, its clock or its consents.
    Page,
    /// Looks for a name, as before an intake.
    Search,
    /// Writes down a service that was given.
    Save,
}

impl Act {
    /// Its name in the result.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "lists",
            Self::Page => "pages",
            Self::Search => "searches",
            Self::Save => "saves",
        }
    }
}

/// Of 100 acts, how many are of each kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shares {
    /// Lists.
    pub lists: usize,
    /// Searches.
    pub searches: usize,
    /// Savings.
    pub saves: usize,
}

impl Shares {
    /// The act of a number below 100.
    fn act(self, number: usize) -> Act {
        let Self { lists, searches, saves } = self;
        match number {
            number if number < lists => Act::List,
            number if number < lists + searches => Act::Search,
            number if number < lists + searches + saves => Act::Save,
            _ => Act::Page,
        }
    }
}

/// How they work.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// How long it goes on.
    pub lasts: Duration,
    /// The shortest and the longest time somebody thinks between two acts.
    pub thinks: (Duration, Duration),
    /// Of 100 acts, how many are of each kind; the rest are pages.
    pub shares: Shares,
}

/// How long the acts of a kind took, shortest first, and how many were refused.
#[derive(Clone, Debug, Default)]
pub struct Took {
    times: Vec<Duration>,
    /// Acts that were not answered as they should be.
    pub refused: usize,
}

impl Took {
    /// The time that a share of the acts did not exceed.
    pub fn quantile(&self, share: f64) -> Duration {
        let at = (share * self.times.len() as f64).ceil() as usize;
        self.times.get(at.clamp(1, self.times.len().max(1)) - 1).copied().unwrap_or_default()
    }

    /// How many there were.
    pub fn count(&self) -> usize {
        self.times.len()
    }
}

/// All of them work; gives what each kind of act took.
///
/// # Errors
/// Somebody whose connection breaks.
pub async fn work(address: SocketAddr, workers: &[Worker], manner: Manner) -> Result<BTreeMap<Act, Took>, Failed> {
    let today = Arc::new(today());
    let mut tasks = JoinSet::new();
    for (number, worker) in workers.iter().cloned().enumerate() {
        let today = Arc::clone(&today);
        tasks.spawn(async move { one(address, worker, number, manner, &today).await });
    }
    let mut all: BTreeMap<Act, Took> = BTreeMap::new();
    while let Some(done) = tasks.join_next().await {
        for (act, time, well) in done?? {
            let took = all.entry(act).or_default();
            took.times.push(time);
            took.refused += usize::from(!well);
        }
    }
    all.values_mut().for_each(|took| took.times.sort_unstable());
    Ok(all)
}

/// With so many of her cases somebody works in a day; for more the room asks her to confirm who she is.
const A_DAY: usize = 40;

async fn one(
    address: SocketAddr,
    worker: Worker,
    number: usize,
    manner: Manner,
    today: &str,
) -> Result<Vec<(Act, Duration, bool)>, Failed> {
    let (mut chance, mut browser) = (Chance::new(number as u64), Browser::new(address, &worker.cookie));
    let mut took = Vec::new();
    let (least, most) = manner.thinks;
    // Not all at the same moment.
    tokio::time::sleep(most.mul_f64(chance.below(1000) as f64 / 1000.0)).await;
    let end = Instant::now() + manner.lasts;
    while Instant::now() < end {
        let act = manner.shares.act(chance.below(100));
        let case = &worker.cases[chance.below(worker.cases.len().min(A_DAY))];
        let begun = Instant::now();
        let (answer, expected) = match act {
            Act::List => (browser.get("/en/casework").await?, 200),
            Act::Page => {
                let part = ["", "/plan", "/clock", "/consents"][chance.below(4)];
                (browser.get(&format!("/en/casework/cases/{case}{part}")).await?, 200)
            }
            Act::Search => {
                let name = crowd::name(&mut chance);
                (browser.post("/en/casework/intake/search", &[("name", &name)]).await?, 200)
            }
            Act::Save => {
                let save = id::new(&mut System);
                let fields = service(today, "Conversation", &save);
                (browser.post(&format!("/en/casework/cases/{case}/services"), &fields).await?, 303)
            }
        };
        took.push((act, begun.elapsed(), answer.status == expected));
        let think = least + (most - least).mul_f64(chance.below(1000) as f64 / 1000.0);
        if !think.is_zero() {
            tokio::time::sleep(think).await;
        }
    }
    Ok(took)
}
