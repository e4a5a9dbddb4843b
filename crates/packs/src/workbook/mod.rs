//! The official data workbooks of the Global Slavery Index, read as they are and refused when they do not add up.

mod guard;
mod layout;
pub(crate) mod sheet;

use std::collections::BTreeMap;

use pana_evidence::{Observation, Place, PlaceId, Source};

use crate::edition::{self, Headline, HeadlineRow};
use crate::fault::{Fault, Faults};
use crate::files::Files;
use crate::ruleset::Rules;
use crate::world;

pub use guard::Inspected;

/// A workbook that passed the guard.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The edition it is: `gsi-2023`.
    pub ruleset: String,
    /// Its figures: headline figures of all countries, and ratings where it has them.
    pub observations: Vec<Observation>,
    /// What the guard looked at.
    pub inspected: Inspected,
}

/// Why a workbook is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It cannot be read.
    Unreadable(Faults),
    /// It can be read and does not add up; one sentence each.
    Unbelievable(Vec<String>),
}

impl From<Faults> for Refused {
    fn from(faults: Faults) -> Self {
        Self::Unreadable(faults)
    }
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Unreadable(fault.into())
    }
}

/// What a workbook holds, before it is believed.
pub(crate) struct Contents {
    /// Headline rows in the columns of our own table.
    pub rows: Vec<HeadlineRow>,
    /// Ratings by ISO 3166-1 alpha-3 and code; empty where the edition does not publish them.
    pub ratings: BTreeMap<String, BTreeMap<String, f64>>,
    /// Negative points of 2018, which count in the total alone.
    pub negatives: BTreeMap<String, BTreeMap<String, f64>>,
}

/// Reads and checks a workbook. `file` is its name, for messages.
pub fn read(file: &str, bytes: &[u8], data: &Files, rules: &[Rules], sources: &[Source]) -> Result<Workbook, Refused> {
    let files = data.below("world");
    let known = edition::headline_rows(&files)?;
    let places = world::places(data)?;
    let (ruleset, contents) = layout::read(file, bytes, &known)?;
    let rules = rules.iter().find(|rules| rules.edition.id == ruleset);
    let rules = rules.ok_or_else(|| Fault::of_file(file, format!("there is no ruleset {ruleset}")))?;
    let inspected = guard::inspect(&contents, &known, rules, &places).map_err(Refused::Unbelievable)?;
    let by_iso3 = world::places_by_iso3(&places);
    let headline = Headline { file, columns: edition::columns(&files)?, places: &by_iso3, sources };
    let mut observations = headline.observations(&contents.rows)?;
    observations.extend(ratings(file, &contents, rules, &by_iso3, sources)?);
    Ok(Workbook { ruleset, observations, inspected })
}

fn ratings(
    file: &str,
    contents: &Contents,
    rules: &Rules,
    places: &BTreeMap<String, PlaceId>,
    sources: &[Source],
) -> Result<Vec<Observation>, Fault> {
    let released = world::released_of(rules, sources);
    let mut observations = Vec::new();
    for (iso3, ratings) in &contents.ratings {
        let place =
            places.get(iso3).ok_or_else(|| Fault::of_file(file, format!("`{iso3}` is not in countries.csv")))?;
        for (code, rating) in ratings {
            let value = pana_evidence::Decimal::try_from(*rating).map_err(|error| Fault::of_file(file, error))?;
            observations.push(world::rating_observation(rules, place, iso3, code, value, released));
        }
    }
    Ok(observations)
}

/// The region of a place of the index, for sums.
pub(crate) fn region_of(places: &[Place], iso3: &str) -> Option<String> {
    let place = places.iter().find(|place| place.iso3.as_deref() == Some(iso3))?;
    place.index_region.as_ref().map(|region| region.0.clone())
}
