//! ILAB's files: releases of its country data, a chapter's single facts, and inputs to its rule. The columns they share are
//! data (`data/world/ilab/`).

pub mod assess;
pub mod cell;
pub mod chapter;
pub mod column;
pub mod import;
pub mod release;
pub mod tree;

use std::collections::BTreeMap;

use pana_evidence::{Observation, Place};

use crate::assessment::Assessments;
use crate::fault::Faults;
use crate::files::Files;
use crate::pack::Pack;

/// The table of a pack with releases of ILAB's data for its country.
pub const RELEASES: &str = "ilab_releases";
/// The table of a pack with single facts of a chapter.
pub const CHAPTER: &str = "ilab_chapter";

/// The observations of the tables of a pack that are ILAB's: none where the pack has no such tables.
pub fn observations(
    pack: &Pack,
    files: &Files,
    world: &Pack,
    assessments: &Assessments,
) -> Result<Vec<Observation>, Faults> {
    let country = the_country(pack, world);
    let known = release::Known {
        columns: &assessments.columns,
        places: &world.places,
        units: pack.indicators.iter().chain(&world.indicators).map(|known| (&known.id, known.unit.as_str())).collect(),
        sources: pack.sources.iter().chain(&world.sources).map(|source| (&source.id, source.released())).collect(),
    };
    let mut observations = Vec::new();
    let file = format!("{RELEASES}.csv");
    if files.bytes(&file).is_some() {
        let given = release::Given { country, ..release::Given::default() };
        let (releases, mut faults) = release::read(&file, files.text(&file)?, &known, &given);
        let (found, wrong) = release::observations(&file, &releases, &known);
        faults.extend(wrong);
        if !faults.is_empty() {
            return Err(Faults(faults));
        }
        observations = found;
    }
    let file = format!("{CHAPTER}.csv");
    if files.bytes(&file).is_some() {
        observations.extend(chapter::observations(&file, files, country, &known)?);
    }
    Ok(observations)
}

/// The country a pack is about: the only one among its places that has parts, or whose code is the pack's name.
fn the_country<'a>(pack: &Pack, world: &'a Pack) -> Option<&'a Place> {
    let countries: BTreeMap<&str, &Place> =
        world.places.iter().filter(|place| place.kind == "country").map(|place| (place.id.0.as_str(), place)).collect();
    let parents = pack.places.iter().filter_map(|place| place.parent.as_ref());
    let mut with_parts: Vec<&Place> = parents.filter_map(|parent| countries.get(parent.0.as_str()).copied()).collect();
    with_parts.dedup_by_key(|place| &place.id);
    let named = countries.get(pack.name.to_uppercase().as_str()).copied();
    named.or_else(|| with_parts.first().copied().filter(|first| with_parts.iter().all(|place| place.id == first.id)))
}
