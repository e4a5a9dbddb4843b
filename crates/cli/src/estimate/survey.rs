//! From surveys in some countries to all of them.

use std::path::Path;

use pana_packs::{Files, survey};
use pana_publish::sample::{self, Used};
use pana_stats::survey::answer::SurveyOutcome;

use super::{Progress, unreadable};
use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::read_file;
use crate::report::Telling;

/// `pana estimate survey`.
pub fn run(args: &args::Survey) -> Result<(), Exit> {
    let telling = Telling::new(&args.told)?;
    let (model, data) = (args.model.display().to_string(), args.data.display().to_string());
    let mut files = Files::default();
    let mut rests_on = Vec::new();
    let mut take = |path: String, files: &mut Files| -> Result<(), Exit> {
        let bytes = read_file(Path::new(&path))?;
        rests_on.push(Used::of(&path, &bytes));
        files.insert(path, bytes);
        Ok(())
    };
    for path in [&model, &data] {
        take(path.clone(), &mut files)?;
    }
    for path in survey::companions(&files, &model).map_err(unreadable)? {
        take(path, &mut files)?;
    }
    let study = survey::read(&files, &model, &data).map_err(unreadable)?;
    let bar = Progress::new();
    let found = pana_stats::survey::estimate(&study, &bar);
    bar.finish();
    let words = telling.words();
    let found = found
        .map_err(|stopped| Exit::Failed(stopped.to_string()))?
        .map_err(|refusal| Exit::NotEstimable(format!("{model}: {}", sample::survey::refusal(words, &refusal))))?;
    let made = sample::Made { files: &rests_on, version: env!("CARGO_PKG_VERSION"), on: open::today() };
    telling.tell(&found, &|words, dress| sample::survey::report(words, &found, made, dress))?;
    match &found.outcome {
        SurveyOutcome::Countries(_) => Ok(()),
        SurveyOutcome::NotMixed(form) => Err(Exit::NotEstimable(sample::survey::not_mixed(words, form))),
    }
}
