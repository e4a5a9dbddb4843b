//! From overlapping lists.

use std::path::Path;
use std::time::Instant;

use pana_app::estimate::{self, Asked, EstimateError, Estimated, as_json};
use pana_app::report::of_estimate;
use pana_publish::estimate::told;
use pana_stats::mse::study::Question;

use super::{Progress, text_of};
use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::report::Telling;

/// `pana estimate mse`.
pub fn run(args: &args::Mse) -> Result<(), Exit> {
    let telling = Telling::new(&args.told)?;
    let text = text_of(&args.table)?;
    let mut question = estimate::default_question();
    question.methods = args.method.iter().filter(|method| *method != "all").cloned().collect();
    question.strata.clone_from(&args.strata);
    question.simulated = args.simulate as usize;
    question.settings.replicates = args.boot as usize;
    question.settings.seed = args.seed;
    question.settings.level = args.level;
    let found = answer(text, &args.table, question)?;
    telling.tell(&as_json(&found), &|words, dress| of_estimate(&found, words, dress, open::today()))?;
    match found.study.whole.reason() {
        Some(reason) => Err(Exit::NotEstimable(told::not_estimable(telling.words(), reason))),
        None => Ok(()),
    }
}

fn answer(text: String, path: &Path, question: Question) -> Result<Estimated, Exit> {
    let bar = Progress::new();
    let begun = Instant::now();
    let asked = Asked { text, file: path.display().to_string(), question };
    let found = estimate::mse(asked, &bar, &|| begun.elapsed());
    bar.finish();
    found.map_err(|error| match error {
        EstimateError::Stopped => Exit::Failed(error.to_string()),
        EstimateError::NoMethod(_) => Exit::Usage(error.to_string()),
        EstimateError::Faults(_) | EstimateError::Table { .. } => Exit::Unreadable(error.to_string()),
    })
}
