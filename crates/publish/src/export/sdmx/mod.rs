//! SDMX: observations as SDMX-CSV 2.0 data messages with the SDMX-JSON 2.0 structure message that defines every column
//! (<https://github.com/sdmx-twg/sdmx-csv>, data message field guide; <https://github.com/sdmx-twg/sdmx-json>).
//!
//! SDMX has no "more than" and no period that is not known, so:
//!
//! - `OBS_VALUE` is filled only where the source states one number, exactly or about. Of "more than 100" the measure is
//!   empty, `COMPARATOR` is `gt` and `LOWER` is 100. A range has `LOWER` and `UPPER`, a category `VALUE_TEXT`.
//! - A time dimension cannot be empty, and a guessed period would be a false statement. What has no period goes to a second
//!   flow without a time dimension (`undated.csv`); nothing else tells the two flows apart.
//! - A period that is no calendar year, month or day is a time range: ten months of 2012 are `2012-01-01/P10M`.
//! - Published and derived figures differ in the dimension `STANDING`: no series holds both.
//! - Where one source states the same quantity twice, `STATEMENT` counts; ordinarily it is 1.
//! - The first figure after a series break has the status `B`, so that no tool draws a line to it, and its own status in
//!   `OBS_STATUS_2`. `SERIES_BREAK` names the indicators on the other side. Lists in one cell, which the standard allows,
//!   are avoided: readers in use refuse a file that has them.

pub mod code;
pub mod period;
pub mod row;
pub mod structure;

use pana_evidence::Room;
use pana_text::Texts;

use super::table;
use super::{Files, licence};
use row::Flow;

/// The agency that maintains the structures.
pub const AGENCY: &str = "PANA";

/// The version of the structures. Two parts: code lists grow with the facts, so they are not final (SDMX 3.0, section 6,
/// versioning).
pub const VERSION: &str = "1.0";

/// The file of the structure message.
pub const STRUCTURE: &str = "structure.json";

/// Both flows, their structure, and what must be said of each source.
pub fn export(room: &Room, texts: &Texts) -> Files {
    let rows = row::rows(room);
    let mut files = vec![
        licence::file(room),
        (STRUCTURE.to_owned(), structure::message(room, &rows, texts)),
        message(Flow::Dated, &rows),
        message(Flow::Undated, &rows),
    ];
    files.sort();
    files
}

/// One flow as a data message.
fn message(flow: Flow, rows: &[row::Row]) -> (String, Vec<u8>) {
    let identity = ["STRUCTURE", "STRUCTURE_ID", "ACTION"];
    let header: Vec<&str> = identity.into_iter().chain(flow.components().map(|component| component.id)).collect();
    let lines = rows.iter().filter(|row| row.flow == flow).map(|row| {
        let identity = ["dataflow".to_owned(), format!("{AGENCY}:{}({VERSION})", flow.id()), "I".to_owned()];
        let cells = flow.components().map(|component| row.cell(component.id).to_owned());
        identity.into_iter().chain(cells).collect::<Vec<String>>()
    });
    (flow.file().to_owned(), table::csv(&header, lines))
}
