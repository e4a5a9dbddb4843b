//! From what a sample of the public knows.

use pana_packs::ard;
use pana_stats::nsum::random_degree::Chains;
use pana_stats::nsum::report::{Settings, report};

use super::{Progress, unreadable};
use crate::args;
use crate::exit::Exit;
use crate::output::{print, print_json, read_file};

/// `pana estimate nsum`.
pub fn run(args: &args::Nsum) -> Result<(), Exit> {
    let bytes = read_file(&args.data)?;
    let sizes = match &args.sizes {
        Some(path) => Some((path.display().to_string(), read_file(path)?)),
        None => None,
    };
    let sizes = sizes.as_ref().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let read = ard::read(&args.data.display().to_string(), &bytes, sizes).map_err(unreadable)?;
    let args::Draws { boot, seed, level, json } = args.draws;
    let chains = Chains { chains: 4, warmup: 1000, draws: 2000, seed };
    let settings = Settings { level, replicates: boot, seed, random_degree: Some(chains) };
    let bar = Progress::new();
    let found = report(&read.ard, settings, &bar);
    bar.finish();
    let found = found.map_err(|stopped| Exit::Failed(stopped.to_string()))?;
    if json { print_json(&found) } else { print(found.to_string().as_bytes()) }
}
