//! From a sample whose people recruited each other.

use pana_packs::rds;
use pana_publish::sample::{self, Used};
use pana_stats::rds::report::{Register, Settings, report};
use pana_stats::rds::sample::{MissingDegree, Sample};
use pana_stats::rds::successive::Successive;

use super::{Progress, unreadable};
use crate::args::{self, Missing};
use crate::exit::Exit;
use crate::open;
use crate::output::read_file;
use crate::report::Telling;

/// `pana estimate rds`.
pub fn run(args: &args::Rds) -> Result<(), Exit> {
    let telling = Telling::new(&args.told)?;
    let (data, bytes) = (args.data.display().to_string(), read_file(&args.data)?);
    let people = rds::read(&data, &bytes).map_err(unreadable)?;
    let args::Draws { boot, seed, level } = args.draws;
    let settings = Settings {
        level,
        replicates: boot,
        seed,
        missing_degree: match args.missing_degree {
            Missing::Drop => MissingDegree::Drop,
            Missing::Max => MissingDegree::Max,
            Missing::Median => MissingDegree::Median,
        },
        successive: args.population.map(|population| Successive { population, iterations: 5, samples: 500, seed }),
        register: register(args, &people)?,
    };
    let bar = Progress::new();
    let found = report(&people, &settings, &bar);
    bar.finish();
    let found = found.map_err(|stopped| Exit::Failed(stopped.to_string()))?;
    let files = [Used::of(&data, &bytes)];
    let made = sample::Made { files: &files, version: env!("CARGO_PKG_VERSION"), on: open::today() };
    telling.tell(&found, &|words, dress| sample::rds::report(words, &found, made, dress))?;
    sample::rds::refusal(telling.words(), &found).map_or(Ok(()), |why| Err(Exit::NotEstimable(why)))
}

/// The register that `--register` counts, and the answer that says "I was in it".
fn register(args: &args::Rds, sample: &Sample) -> Result<Option<Register>, Exit> {
    let (Some(counted), Some(asked)) = (args.register, &args.register_outcome) else { return Ok(None) };
    let wrong = |why: String| Exit::Usage(format!("--register-outcome: {why}"));
    let (name, group) =
        asked.split_once('=').ok_or_else(|| wrong("write OUTCOME=GROUP, such as used_centre=1".to_owned()))?;
    let outcomes = sample.outcomes();
    let outcome = outcomes.iter().position(|outcome| outcome.name == name).ok_or_else(|| {
        let names: Vec<&str> = outcomes.iter().map(|outcome| outcome.name.as_str()).collect();
        wrong(format!("there is no outcome `{name}`; the table has {}", names.join(", ")))
    })?;
    let groups = &outcomes[outcome].groups;
    let group = groups
        .iter()
        .position(|known| known == group)
        .ok_or_else(|| wrong(format!("`{name}` has no group `{group}`; it has {}", groups.join(", "))))?;
    Ok(Some(Register { counted, outcome, group }))
}
