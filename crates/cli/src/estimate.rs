//! Estimating a hidden number from a table in a file.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use pana_app::estimate::{self, Asked, EstimateError, Estimated, as_json};
use pana_stats::mse::study::Question;
use pana_stats::watch::Watch;

use crate::args::{self, EstimateWhat};
use crate::exit::Exit;
use crate::output::{print, print_json, read_file};

/// `pana estimate`.
pub fn run(args: args::Estimate) -> Result<(), Exit> {
    match args.what {
        EstimateWhat::Mse(args) => mse(&args),
    }
}

fn mse(args: &args::Mse) -> Result<(), Exit> {
    let text = text_of(&args.table)?;
    let mut question = estimate::default_question();
    question.methods = args.method.iter().filter(|method| *method != "all").cloned().collect();
    question.strata.clone_from(&args.strata);
    question.simulated = args.simulate as usize;
    question.settings.replicates = args.boot as usize;
    question.settings.seed = args.seed;
    question.settings.level = args.level;
    let found = answer(text, &args.table, question)?;
    if args.json {
        print_json(&as_json(&found))?;
    } else {
        print(plain(&found).as_bytes())?;
    }
    match found.study.whole.reason() {
        Some(reason) => Err(Exit::NotEstimable(format!("no method gives a number: {reason:?}"))),
        None => Ok(()),
    }
}

fn answer(text: String, path: &Path, question: Question) -> Result<Estimated, Exit> {
    let bar = Progress::new();
    let found = estimate::mse(Asked { text, file: path.display().to_string(), question }, &bar);
    bar.finish();
    found.map_err(|error| match error {
        EstimateError::Stopped => Exit::Failed(error.to_string()),
        EstimateError::NoMethod(_) => Exit::Usage(error.to_string()),
        EstimateError::Faults(_) | EstimateError::Table { .. } => Exit::Unreadable(error.to_string()),
    })
}

/// The text of a table that a person named.
fn text_of(path: &Path) -> Result<String, Exit> {
    let bytes = read_file(path)?;
    let not_text = |_| Exit::Unreadable(format!("{}: the text is not UTF-8; save it as UTF-8", path.display()));
    String::from_utf8(bytes).map_err(not_text)
}

fn plain(found: &Estimated) -> String {
    format!("{:#?}\n", found.study.whole.spread)
}

/// A bar on a terminal, one a stage; nothing where nobody looks.
struct Progress {
    bar: ProgressBar,
    done: Mutex<BTreeMap<&'static str, u64>>,
    redrawn: AtomicU64,
}

impl Progress {
    fn new() -> Self {
        let shown = std::io::stderr().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(1), target);
        if let Ok(style) = ProgressStyle::with_template("{msg:12} {bar:40} {pos}/{len}") {
            bar.set_style(style);
        }
        Self { bar, done: Mutex::default(), redrawn: AtomicU64::new(0) }
    }

    fn finish(&self) {
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
