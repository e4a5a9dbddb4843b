//! Choices of the house: the limit of small numbers, and how long before an end somebody is told.

use pana_casework::report::SmallCell;
use pana_casework::task::Lead;
use serde::Deserialize;

use crate::fault::Fault;
use crate::files::Files;

const PATH: &str = "casework/house.toml";

/// The choices.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    /// The limit below which numbers of people are hidden.
    pub small_cell: SmallCell,
    /// Days before an end.
    pub lead: Lead,
    /// Where somebody goes who leaves her own view at once: a page that anybody might have open.
    pub exit: String,
    /// So many cases somebody opens in a day before she has to confirm who she is.
    pub cases_a_day: usize,
    /// Stems of words that a sheet for a career centre must not hold, because they would give away where somebody comes from.
    pub revealing: Vec<String>,
}

/// Reads the choices. A limit below 2 would hide nothing and is refused.
pub fn read(data: &Files) -> Result<House, Fault> {
    let text = data.text(PATH)?;
    let house: House = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| text[..span.start].bytes().filter(|&byte| byte == b'\n').count() as u64 + 1);
        Fault { line, ..Fault::of_file(PATH, error.message()) }
    })?;
    if house.small_cell.limit < 2 {
        return Err(Fault::of_file(PATH, "a limit below 2 hides nothing; write at least 2"));
    }
    if house.cases_a_day == 0 {
        return Err(Fault::of_file(PATH, "with 0 cases a day nobody could work; write at least 1"));
    }
    Ok(house)
}
