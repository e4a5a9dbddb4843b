//! Estimating a hidden number from a table in a file.

mod mse;
mod nsum;
mod rds;
mod survey;

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use pana_packs::Faults;
use pana_stats::watch::Watch;

use crate::args::{self, EstimateWhat};
use crate::exit::Exit;
use crate::output::read_file;

/// `pana estimate`.
pub fn run(args: args::Estimate) -> Result<(), Exit> {
    match args.what {
        EstimateWhat::Mse(args) => mse::run(&args),
        EstimateWhat::Nsum(args) => nsum::run(&args),
        EstimateWhat::Rds(args) => rds::run(&args),
        EstimateWhat::Survey(args) => survey::run(&args),
    }
}

/// The text of a table that a person named.
fn text_of(path: &Path) -> Result<String, Exit> {
    let bytes = read_file(path)?;
    let not_text = |_| Exit::Unreadable(format!("{}: the text is not UTF-8; save it as UTF-8", path.display()));
    String::from_utf8(bytes).map_err(not_text)
}

/// Faults of a table to estimate from: exit code 2.
pub(crate) fn unreadable(faults: impl Into<Faults>) -> Exit {
    Exit::Unreadable(faults.into().to_string())
}

/// A bar on a terminal, one a stage; nothing where nobody looks.
pub(crate) struct Progress {
    bar: ProgressBar,
    done: Mutex<BTreeMap<&'static str, u64>>,
    redrawn: AtomicU64,
}

impl Progress {
    pub(crate) fn new() -> Self {
        let shown = std::io::stderr().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(1), target);
        if let Ok(style) = ProgressStyle::with_template("{msg:12} {bar:40} {pos}/{len}") {
            bar.set_style(style);
        }
        Self { bar, done: Mutex::default(), redrawn: AtomicU64::new(0) }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Progress {
    fn advance(&self, stage: &'static str, done: u64, of: u64) {
        let Ok(mut stages) = self.done.lock() else { return };
        let so_far = stages.entry(stage).or_insert(0);
        *so_far = (*so_far + done) % of.max(1);
        // A bar that is drawn at every replicate would cost more than the replicate.
        if self.redrawn.fetch_add(1, Ordering::Relaxed).is_multiple_of(64) {
            self.bar.set_message(stage);
            self.bar.set_length(of);
            self.bar.set_position(*so_far);
        }
    }

    fn stopped(&self) -> bool {
        false
    }
}
