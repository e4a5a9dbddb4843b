//! What can be typed after `pana index`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::Told;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  failed: a file could not be read or written
  2  the command was typed wrongly, or the model or the table has faults; each is listed with file, line and column
  4  the index cannot be made from this table, and the reason is given";

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT_CODES)]
pub struct Index {
    /// The model: a TOML file, or the id of one inside the program, such as gsi-2023-vulnerability or inform-2021
    pub model: String,
    /// A CSV table: a row a unit, a column an indicator; an empty cell is unknown, not zero
    pub data: PathBuf,
    /// Draws under other assumptions, for the intervals of ranks [default: 8192 where the model says what may vary]
    #[arg(long, value_name = "N")]
    pub uncertainty: Option<usize>,
    /// Draws for the shares of each assumption, N × (assumptions + 2) indices; 8192 is a good number
    #[arg(long, value_name = "N")]
    pub sensitivity: Option<usize>,
    /// The same seed gives the same bytes on every machine
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    #[command(flatten)]
    pub told: Told,
}
