//! The world of the tests on assessments: the built-in packs put together as the application does, newest revisions only.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pana_evidence::{Edition, Observation, PlaceId, Room};
use pana_packs::ilab::release::Known;
use pana_packs::ruleset::Rules;
use pana_packs::{Assessments, Pack, builtin, ilab, world};

/// What the tests look at.
pub struct World {
    pub assessments: Assessments,
    pub rules: Vec<Rules>,
    pub world: Pack,
    pub kz: Pack,
    /// ILAB's observations of the pack, every revision, in the order they are handed to the store.
    pub vintages: Vec<Observation>,
}

impl World {
    pub fn new() -> Self {
        let data = builtin::data();
        let assessments = Assessments::read(&data).unwrap_or_else(|faults| panic!("{faults}"));
        let rules = Rules::read_all(&data).unwrap_or_else(|faults| panic!("{faults}"));
        let world = world::read(&data, &rules).unwrap_or_else(|faults| panic!("{faults}"));
        let files = data.below("kz");
        let kz =
            Pack::read("kz", &files).and_then(|pack| pack.beside(&world)).unwrap_or_else(|faults| panic!("{faults}"));
        let vintages =
            ilab::observations(&kz, &files, &world, &assessments).unwrap_or_else(|faults| panic!("{faults}"));
        let places = world::places_by_iso3(&world.places);
        let ratings =
            world::ratings(&files, &rules, &places, &world.sources).unwrap_or_else(|faults| panic!("{faults}"));
        let kz = Pack { observations: kz.observations.iter().cloned().chain(ratings).collect(), ..kz };
        Self { assessments, rules, world, kz, vintages }
    }

    pub fn editions(&self) -> Vec<&Edition> {
        self.rules.iter().map(|rules| &rules.edition).collect()
    }

    /// What a file of ILAB's is read with.
    pub fn known(&self) -> Known<'_> {
        let indicators = self.kz.indicators.iter().chain(&self.world.indicators);
        let sources = self.kz.sources.iter().chain(&self.world.sources);
        Known {
            columns: &self.assessments.columns,
            places: &self.world.places,
            units: indicators.map(|known| (&known.id, known.unit.as_str())).collect(),
            sources: sources.map(|source| (&source.id, source.released())).collect(),
        }
    }

    pub fn room(&self) -> Room {
        let mut newest: BTreeMap<&str, &Observation> = BTreeMap::new();
        for observation in self.world.observations.iter().chain(&self.kz.observations).chain(&self.vintages) {
            newest.insert(&observation.id.0, observation);
        }
        Room::new(
            self.world.sources.iter().chain(&self.kz.sources).cloned().collect(),
            self.world.places.iter().chain(&self.kz.places).cloned().collect(),
            self.world.indicators.iter().chain(&self.kz.indicators).cloned().collect(),
            Vec::new(),
            newest.into_values().cloned().collect(),
            self.world.records.iter().chain(&self.kz.records).cloned().collect(),
        )
    }
}

/// Kazakhstan.
pub fn kazakhstan() -> PlaceId {
    PlaceId("KZ".to_owned())
}

/// A table of the oracle.
pub fn oracle(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/facts/ilab").join(name);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("the oracle needs {name} in shared/facts/ilab beside the project"))
}

/// Its rows, by column.
pub fn oracle_rows(name: &str) -> Vec<BTreeMap<String, String>> {
    let text = oracle(name);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().expect("the oracle is a table")
}
