//! What can be typed after `pana estimate`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

use super::Told;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  failed: a file could not be read or written
  2  the command was typed wrongly, or the table has faults; each is listed with file, line and column
  4  not estimable: no method gives a number, and the reason is given with what would help";

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT_CODES)]
pub struct Estimate {
    #[command(subcommand)]
    pub what: EstimateWhat,
}

#[derive(Debug, Subcommand)]
pub enum EstimateWhat {
    /// How many were on no list, from how lists overlap (multiple systems estimation); all methods side by side
    Mse(Mse),
    /// How many are known to a sample of the public (network scale-up): three estimators, a model, hold-out checks
    Nsum(Nsum),
    /// What shares a sample has whose people recruited each other (respondent-driven sampling), and a size from a register
    Rds(Rds),
    /// What surveys in some countries say about all of them (hierarchical model, raked to regional totals)
    Survey(Survey),
}

/// What estimates from samples have in common.
#[derive(Debug, ClapArgs)]
pub struct Draws {
    /// Bootstrap replicates
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u64).range(2..=100_000))]
    pub boot: u64,
    /// The same seed gives the same bytes on every machine
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// The level of intervals
    #[arg(long, value_name = "LEVEL", default_value_t = 0.95, value_parser = level)]
    pub level: f64,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT_CODES)]
pub struct Nsum {
    /// A CSV table: a row a respondent, a column a group: how many of it she knows; id, weight and cluster if there are any.
    /// Sizes stand in lines before the header, `# population = 18700000` and `# group = 12000`, or in the file of --sizes
    pub data: PathBuf,
    /// A CSV table name,size with the sizes of the known groups and `population`; groups without a size are hidden
    #[arg(long, value_name = "FILE")]
    pub sizes: Option<PathBuf>,
    #[command(flatten)]
    pub draws: Draws,
    #[command(flatten)]
    pub told: Told,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT_CODES)]
pub struct Rds {
    /// A CSV table: id, recruiter.id (`seed` for seeds), degree, and a column an outcome
    pub data: PathBuf,
    /// The size of the reachable population, for Gile's successive sampling
    #[arg(long, value_name = "N")]
    pub population: Option<u64>,
    /// What to do with people who did not say how many they know
    #[arg(long, value_enum, default_value = "drop")]
    pub missing_degree: Missing,
    /// People that a register counts, for the size M/p; needs --register-outcome
    #[arg(long, value_name = "M", requires = "register_outcome")]
    pub register: Option<u64>,
    /// The outcome and the answer that say "I was in that register", as used_centre=1
    #[arg(long, value_name = "OUTCOME=GROUP", requires = "register")]
    pub register_outcome: Option<String>,
    #[command(flatten)]
    pub draws: Draws,
    #[command(flatten)]
    pub told: Told,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Missing {
    /// Leave them out of shares
    Drop,
    /// Give them the largest degree
    Max,
    /// Give them the median degree
    Median,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT_CODES)]
pub struct Survey {
    /// The model: predictors, forms, priors, regions and totals, durations, chains; names the files of countries and people
    pub model: PathBuf,
    /// The answers, a row a person or a cell
    pub data: PathBuf,
    #[command(flatten)]
    pub told: Told,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT_CODES)]
pub struct Mse {
    /// A CSV table: one 0/1 column a list and `count` (a range such as 1-4 for a masked cell), or one row a person
    pub table: PathBuf,
    /// all, or methods by comma: independence, aic, stepwise, bic, threshold, bma, lcmcr, chapman, chao
    #[arg(long, value_name = "METHODS", default_value = "all", value_delimiter = ',')]
    pub method: Vec<String>,
    /// Columns that divide people, by comma: each group is estimated, and their sum
    #[arg(long, value_name = "COLS", value_delimiter = ',')]
    pub strata: Vec<String>,
    /// Bootstrap replicates
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub boot: u32,
    /// The same seed gives the same bytes on every machine
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// The level of intervals
    #[arg(long, value_name = "LEVEL", default_value_t = 0.95, value_parser = level)]
    pub level: f64,
    /// Tables simulated to see how often intervals hold at this size; 0 leaves all checks of robustness out
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub simulate: u32,
    #[command(flatten)]
    pub told: Told,
}

fn level(given: &str) -> Result<f64, String> {
    given
        .parse()
        .ok()
        .filter(|level| (0.5..=0.999).contains(level))
        .ok_or_else(|| "a number from 0.5 to 0.999".to_owned())
}
