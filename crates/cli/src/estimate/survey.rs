//! From surveys in some countries to all of them.

use std::path::Path;

use pana_packs::{Files, survey};
use pana_stats::survey::answer::{SurveyAnswer, SurveyOutcome, lines};

use super::{Progress, unreadable};
use crate::args;
use crate::exit::Exit;
use crate::output::{print, print_json, read_file};

/// `pana estimate survey`.
pub fn run(args: &args::Survey) -> Result<(), Exit> {
    let (model, data) = (args.model.display().to_string(), args.data.display().to_string());
    let mut files = Files::default();
    for path in [&model, &data] {
        files.insert(path.clone(), read_file(Path::new(path))?);
    }
    for path in survey::companions(&files, &model).map_err(unreadable)? {
        let bytes = read_file(Path::new(&path))?;
        files.insert(path, bytes);
    }
    let study = survey::read(&files, &model, &data).map_err(unreadable)?;
    let bar = Progress::new();
    let found = pana_stats::survey::estimate(&study, &bar);
    bar.finish();
    let found = found
        .map_err(|stopped| Exit::Failed(stopped.to_string()))?
        .map_err(|refusal| Exit::NotEstimable(format!("{model}: {refusal}")))?;
    if args.json {
        print_json(&found)?;
    } else {
        print(plain(&found).as_bytes())?;
    }
    match &found.outcome {
        SurveyOutcome::Countries(_) => Ok(()),
        SurveyOutcome::NotMixed(form) => Err(Exit::NotEstimable(format!(
            "the chains of `{form}` do not agree; run them longer (chains in {model}), or simplify the model"
        ))),
    }
}

/// A line a country; nothing where the chains do not agree.
fn plain(found: &SurveyAnswer) -> String {
    let SurveyOutcome::Countries(countries) = &found.outcome else { return String::new() };
    let heads = ["country", "basis", "cases/asked", "per 1,000", "people", "rank", "distance", "nearest surveyed"]
        .map(str::to_owned);
    let rows = lines(countries).into_iter().map(|line| {
        [
            line.country,
            line.basis.to_owned(),
            line.positives,
            line.prevalence,
            line.people,
            line.rank,
            line.distance,
            line.donors,
        ]
    });
    let rows: Vec<[String; 8]> = std::iter::once(heads).chain(rows).collect();
    let width = |i: usize| rows.iter().map(|row| row[i].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..8).map(width).collect();
    let line = |row: &[String; 8]| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        cells.join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
