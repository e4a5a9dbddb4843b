//! From what a sample of the public knows.

use pana_packs::ard;
use pana_publish::sample::{self, Used};
use pana_stats::nsum::random_degree::Chains;
use pana_stats::nsum::report::{Settings, report};

use super::{Progress, unreadable};
use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::read_file;
use crate::report::Telling;

/// `pana estimate nsum`.
pub fn run(args: &args::Nsum) -> Result<(), Exit> {
    let telling = Telling::new(&args.told)?;
    let (data, bytes) = (args.data.display().to_string(), read_file(&args.data)?);
    let sizes = match &args.sizes {
        Some(path) => Some((path.display().to_string(), read_file(path)?)),
        None => None,
    };
    let sizes = sizes.as_ref().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let read = ard::read(&data, &bytes, sizes).map_err(unreadable)?;
    let args::Draws { boot, seed, level } = args.draws;
    let chains = Chains { chains: 4, warmup: 1000, draws: 2000, seed };
    let settings = Settings { level, replicates: boot, seed, random_degree: Some(chains) };
    let bar = Progress::new();
    let found = report(&read.ard, settings, &bar);
    bar.finish();
    let found = found.map_err(|stopped| Exit::Failed(stopped.to_string()))?;
    let files: Vec<_> = [Some((data.as_str(), bytes.as_slice())), sizes]
        .into_iter()
        .flatten()
        .map(|(name, bytes)| Used::of(name, bytes))
        .collect();
    let made = sample::Made { files: &files, version: env!("CARGO_PKG_VERSION"), on: open::today() };
    telling.tell(&found, &|words, dress| sample::nsum::report(words, &found, made, dress))?;
    sample::nsum::refusal(telling.words(), &found).map_or(Ok(()), |why| Err(Exit::NotEstimable(why)))
}
