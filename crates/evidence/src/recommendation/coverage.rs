//! Coverage: in how many areas a centre is listed. An area without one is a question to those who keep the list, not yet a gap.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::cells::{CellFault, required, text};
use crate::date::PartialDate;
use crate::kept::{Kept, Listed, RowFault, cells_of, needed};
use crate::place::PlaceId;
use crate::record::Record;
use crate::room::Room;
use crate::source::SourceId;

/// A row of the table `centres`: an area and how many centres are listed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centres {
    /// The row.
    pub id: String,
    /// The area.
    pub place: PlaceId,
    /// Its name in the source.
    pub area: String,
    /// Who pays.
    pub funding: Option<String>,
    /// How many.
    pub count: u32,
    /// On which day.
    pub as_of: PartialDate,
    /// Where that is said.
    pub source: SourceId,
    /// The place in the source.
    pub locator: String,
    /// A remark.
    pub note: Option<String>,
}

impl Kept for Centres {
    const TABLE: &'static str = "centres";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        Ok(Self {
            id: required(&cells, "centre_id")?,
            place: PlaceId(required(&cells, "geo_id")?),
            area: text(&cells, "area"),
            funding: cells("funding"),
            count: needed(&cells, "n")?,
            as_of: needed(&cells, "as_of")?,
            source: SourceId(required(&cells, "source_id")?),
            locator: required(&cells, "locus")?,
            note: cells("note"),
        })
    }
}

/// How far the list of centres reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Areas with at least one centre.
    pub covered: Vec<PlaceId>,
    /// Areas of the list without one.
    pub without: Vec<PlaceId>,
    /// Centres in all.
    pub centres: u32,
    /// Rows that could not be read.
    pub faults: Vec<RowFault>,
}

impl Coverage {
    /// All areas of the list.
    pub fn areas(&self) -> usize {
        self.covered.len() + self.without.len()
    }
}

/// The newest list of each area whose source was certainly public by a day. Several rows of an area and day add up.
pub fn coverage(room: &Room, as_of: Option<Date>) -> Coverage {
    let Listed { rows, faults } = Listed::<Centres>::of(room);
    let known = |row: &&Centres| {
        let released = || room.source(&row.source)?.released();
        as_of.is_none_or(|day| released().is_some_and(|released| released <= day))
    };
    let mut newest: BTreeMap<&PlaceId, (PartialDate, u32)> = BTreeMap::new();
    for row in rows.iter().filter(known) {
        let (at, count) = newest.entry(&row.place).or_insert((row.as_of, 0));
        if row.as_of > *at {
            (*at, *count) = (row.as_of, 0);
        }
        if row.as_of == *at {
            *count = count.saturating_add(row.count);
        }
    }
    let mut found = Coverage { covered: Vec::new(), without: Vec::new(), centres: 0, faults };
    for (place, (_, count)) in newest {
        let list = if count > 0 { &mut found.covered } else { &mut found.without };
        list.push(place.clone());
        found.centres = found.centres.saturating_add(count);
    }
    found
}
