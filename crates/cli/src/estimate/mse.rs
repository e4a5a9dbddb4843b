//! From overlapping lists.

use std::path::Path;
use std::time::Instant;

use pana_app::estimate::{self, Asked, EstimateError, Estimated, as_json};
use pana_app::report::of_estimate;
use pana_publish::estimate::plain::plain;
use pana_publish::estimate::told::id_of;
use pana_publish::figures::Dress;
use pana_stats::mse::study::Question;

use super::{Progress, report, text_of};
use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana estimate mse`.
pub fn run(args: &args::Mse) -> Result<(), Exit> {
    let report = args.report.as_deref().map(|path| report::form_of(path).map(|form| (path, form))).transpose()?;
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
        let library = open::library()?;
        let told = of_estimate(&found, library.words(args.lang), Dress::Page, open::today());
        print(plain(&told).as_bytes())?;
    }
    if let Some((path, form)) = report {
        report::write(&found, args.lang, path, form)?;
    }
    match found.study.whole.reason() {
        Some(reason) => Err(Exit::NotEstimable(format!("no method gives a number: {}", id_of(&reason)))),
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
