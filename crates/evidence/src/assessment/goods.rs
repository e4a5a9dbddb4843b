//! Goods on the lists of ILAB: made with child labour, forced labour or both, or from inputs that were.

use super::row::{RowFault, fault, required};
use super::rows_about;
use crate::place::PlaceId;
use crate::record::Record;
use crate::room::Room;
use crate::source::SourceId;

/// The table of listed goods.
pub const TABLE: &str = "goods";

/// A mark of a listed good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The source does not show it.
    NotShown,
}

/// A good of a country on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Good {
    /// The list.
    pub list: String,
    /// The edition.
    pub edition: String,
    /// The good.
    pub name: String,
    /// Made with child labour.
    pub child_labour: Mark,
    /// Made with forced labour.
    pub forced_labour: Mark,
    /// Made with the forced labour of children.
    pub forced_child_labour: Mark,
    /// Made from inputs that were made so; the country of the inputs where it is named.
    pub derived: Option<Derived>,
    /// Where it is stated.
    pub source: SourceId,
    /// The place in the source.
    pub locator: String,
    /// A remark.
    pub note: Option<String>,
}

/// From which inputs a good is derived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The input.
    pub from: Option<String>,
    /// The country it comes from, as the list names it.
    pub country: Option<String>,
}

/// The listed goods of a country, by list, edition and name.
pub fn goods_of(room: &Room, country: &PlaceId) -> Result<Vec<Good>, RowFault> {
    let mut goods: Vec<Good> = rows_about(room, TABLE, country).map(read).collect::<Result<_, _>>()?;
    goods.sort_by(|left, right| {
        (&left.list, &left.edition, &left.name).cmp(&(&right.list, &right.edition, &right.name))
    });
    Ok(goods)
}

fn read(row: &Record) -> Result<Good, RowFault> {
    let derived = (mark(row, "derived")? == Mark::Yes).then(|| Derived {
        from: row.cell("derived_from").map(str::to_owned),
        country: row.cell("derived_country").map(str::to_owned),
    });
    Ok(Good {
        list: required(row, "list")?,
        edition: row.cell("edition").unwrap_or_default().to_owned(),
        name: required(row, "good")?,
        child_labour: mark(row, "child_labor")?,
        forced_labour: mark(row, "forced_labor")?,
        forced_child_labour: mark(row, "forced_child_labor")?,
        derived,
        source: SourceId(required(row, "source_id")?),
        locator: required(row, "locus")?,
        note: row.cell("note").map(str::to_owned),
    })
}

fn mark(row: &Record, column: &'static str) -> Result<Mark, RowFault> {
    match row.cell(column) {
        Some("yes") => Ok(Mark::Yes),
        Some("no") => Ok(Mark::No),
        None | Some("not shown") => Ok(Mark::NotShown),
        Some(other) => Err(fault(row, column, format!("`{other}` is not one of: yes, no, not shown"))),
    }
}
