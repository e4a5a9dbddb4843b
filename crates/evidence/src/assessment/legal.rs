//! The legal framework of a country: treaties, laws and drafts with their dates, and the standards an assessor asks about, with
//! the age and whether they conform to the international standard where that is known.

use super::row::{RowFault, fault, parsed, required};
use super::rows_about;
use crate::date::PartialDate;
use crate::place::PlaceId;
use crate::record::Record;
use crate::room::Room;
use crate::source::SourceId;

/// The kinds of commitments that are law.
pub const KINDS: [&str; 5] = ["treaty", "law", "draft_law", "rule", "standard"];
/// The table of legal standards.
pub const STANDARDS: &str = "legal_standards";
/// The table of conventions an assessor asks about.
pub const CONVENTIONS: &str = "conventions";

/// A treaty, a law or a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Norm {
    /// The key of the commitment.
    pub row: String,
    /// What kind of norm it is, in the table's word.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// When it was adopted.
    pub adopted: Option<PartialDate>,
    /// Since when it is in force.
    pub in_force_from: Option<PartialDate>,
    /// How it stands, in the words of the table.
    pub status: Option<String>,
    /// The year the status speaks about.
    pub status_as_of: Option<PartialDate>,
    /// `advance`, `neutral` or `regress`.
    pub direction: Option<String>,
    /// Its theme.
    pub theme: Option<String>,
    /// Where it is stated; more than one where sources agree.
    pub source: String,
    /// The place in the source.
    pub locator: String,
}

/// A legal standard an assessor asks about, such as the minimum age for work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// Its name, the end of the message `legal-standard-...`.
    pub standard: String,
    /// Whether the law has it.
    pub stated: Option<bool>,
    /// The age it sets.
    pub age: Option<u8>,
    /// Whether the assessor calculated the age.
    pub calculated: bool,
    /// Whether it conforms to the international standard.
    pub conforms: Option<bool>,
    /// What the assessor asks to be done about it.
    pub demand: Option<String>,
    /// The year it speaks about.
    pub year: Option<i16>,
    /// Where it is stated.
    pub source: SourceId,
    /// The place in the source.
    pub locator: String,
}

/// A convention an assessor asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Convention {
    /// Its name, the end of the message `convention-...`.
    pub convention: String,
    /// Whether the country ratified it.
    pub ratified: Option<bool>,
    /// The year it speaks about.
    pub year: Option<i16>,
    /// Where it is stated.
    pub source: SourceId,
}

/// What is known of a country's law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalFramework {
    /// Treaties, laws and drafts.
    pub norms: Vec<Norm>,
    /// Conventions an assessor asks about.
    pub conventions: Vec<Convention>,
    /// Standards an assessor asks about.
    pub standards: Vec<Standard>,
}

/// The legal framework a room holds of a country.
pub fn legal_framework_of(room: &Room, country: &PlaceId) -> Result<LegalFramework, RowFault> {
    let norms = rows_about(room, "commitments", country)
        .filter(|row| row.cell("kind").is_some_and(|kind| KINDS.contains(&kind)));
    Ok(LegalFramework {
        norms: norms.map(norm).collect::<Result<_, _>>()?,
        conventions: rows_about(room, CONVENTIONS, country).map(convention).collect::<Result<_, _>>()?,
        standards: rows_about(room, STANDARDS, country).map(standard).collect::<Result<_, _>>()?,
    })
}

/// Reads a commitment as a norm.
pub fn norm(row: &Record) -> Result<Norm, RowFault> {
    let words = |column: &str| row.cell(column).map(str::to_owned);
    Ok(Norm {
        row: row.key.clone(),
        kind: required(row, "kind")?,
        title: required(row, "title")?,
        adopted: parsed(row, "adopted")?,
        in_force_from: parsed(row, "in_force_from")?,
        status: words("status"),
        status_as_of: parsed(row, "status_as_of")?,
        direction: words("direction"),
        theme: words("theme"),
        source: required(row, "source_id")?,
        locator: required(row, "locus")?,
    })
}

fn standard(row: &Record) -> Result<Standard, RowFault> {
    Ok(Standard {
        standard: required(row, "standard")?,
        stated: yes_or_no(row, "stated")?,
        age: parsed(row, "age")?,
        calculated: yes_or_no(row, "calculated")?.unwrap_or(false),
        conforms: yes_or_no(row, "conforms")?,
        demand: row.cell("demand").map(str::to_owned),
        year: parsed(row, "year")?,
        source: SourceId(required(row, "source_id")?),
        locator: required(row, "locus")?,
    })
}

fn convention(row: &Record) -> Result<Convention, RowFault> {
    Ok(Convention {
        convention: required(row, "convention")?,
        ratified: yes_or_no(row, "ratified")?,
        year: parsed(row, "year")?,
        source: SourceId(required(row, "source_id")?),
    })
}

fn yes_or_no(row: &Record, column: &'static str) -> Result<Option<bool>, RowFault> {
    match row.cell(column) {
        None => Ok(None),
        Some("yes") => Ok(Some(true)),
        Some("no") => Ok(Some(false)),
        Some(other) => Err(fault(
            row,
            column,
            format!("`{other}` is neither yes nor no; leave the cell empty where it is not known"),
        )),
    }
}
