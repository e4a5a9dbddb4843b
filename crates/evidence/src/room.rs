//! Everything public that is known on a day, indexed for reading.

use std::collections::BTreeMap;

use crate::indicator::{Indicator, IndicatorId, Relation};
use crate::observation::{Observation, ObservationId};
use crate::place::{Place, PlaceId};
use crate::record::Record;
use crate::source::{Source, SourceId};

/// The public room as one value. Built once from the store, read by every page.
#[derive(Clone, Debug, Default)]
pub struct Room {
    sources: BTreeMap<SourceId, Source>,
    places: BTreeMap<PlaceId, Place>,
    indicators: BTreeMap<IndicatorId, Indicator>,
    relations: Vec<Relation>,
    observations: BTreeMap<ObservationId, Observation>,
    records: Vec<Record>,
    by_indicator: BTreeMap<IndicatorId, Vec<ObservationId>>,
    by_place: BTreeMap<PlaceId, Vec<ObservationId>>,
    by_edition: BTreeMap<(PlaceId, IndicatorId, String), ObservationId>,
}

impl Room {
    /// Puts the parts together. The caller has checked that every reference resolves.
    pub fn new(
        sources: Vec<Source>,
        places: Vec<Place>,
        indicators: Vec<Indicator>,
        relations: Vec<Relation>,
        observations: Vec<Observation>,
        records: Vec<Record>,
    ) -> Self {
        let mut room = Self {
            sources: sources.into_iter().map(|source| (source.id.clone(), source)).collect(),
            places: places.into_iter().map(|place| (place.id.clone(), place)).collect(),
            indicators: indicators.into_iter().map(|indicator| (indicator.id.clone(), indicator)).collect(),
            relations,
            records,
            ..Self::default()
        };
        for observation in observations {
            room.index(&observation);
            room.observations.insert(observation.id.clone(), observation);
        }
        room
    }

    fn index(&mut self, observation: &Observation) {
        let id = &observation.id;
        self.by_indicator.entry(observation.indicator.clone()).or_default().push(id.clone());
        self.by_place.entry(observation.place.clone()).or_default().push(id.clone());
        if let Some((series, edition)) = &observation.series {
            let key = (observation.place.clone(), observation.indicator.clone(), format!("{series}-{edition}"));
            self.by_edition.insert(key, id.clone());
        }
    }

    /// A source by name.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// All sources, by name.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }

    /// A place by name.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.get(id)
    }

    /// A place by name or by ISO 3166-1 alpha-3, in any letter case.
    pub fn find_place(&self, code: &str) -> Option<&Place> {
        let code = code.to_ascii_uppercase();
        self.places
            .get(&PlaceId(code.clone()))
            .or_else(|| self.places.values().find(|place| place.iso3.as_deref() == Some(&code)))
    }

    /// All places, by name.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.places.values()
    }

    /// An indicator by name.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicators.get(id)
    }

    /// All indicators, by name.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.values()
    }

    /// The edges of the graph that touch an indicator.
    pub fn relations_of<'a>(&'a self, id: &'a IndicatorId) -> impl Iterator<Item = &'a Relation> {
        self.relations.iter().filter(move |relation| relation.other_end(id).is_some())
    }

    /// All edges of the graph.
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// An observation by name.
    pub fn observation(&self, id: &ObservationId) -> Option<&Observation> {
        self.observations.get(id)
    }

    /// All observations, by name.
    pub fn observations(&self) -> impl Iterator<Item = &Observation> {
        self.observations.values()
    }

    /// The observations of an indicator, by name.
    pub fn observations_of(&self, id: &IndicatorId) -> impl Iterator<Item = &Observation> {
        self.by_indicator.get(id).into_iter().flatten().filter_map(|id| self.observations.get(id))
    }

    /// The observations about a place, by name.
    pub fn observations_at(&self, id: &PlaceId) -> impl Iterator<Item = &Observation> {
        self.by_place.get(id).into_iter().flatten().filter_map(|id| self.observations.get(id))
    }

    /// The observation of an indicator about a place in one edition of a series (`gsi-2023`).
    pub fn in_edition(&self, place: &PlaceId, indicator: &IndicatorId, edition: &str) -> Option<&Observation> {
        let key = (place.clone(), indicator.clone(), edition.to_owned());
        self.by_edition.get(&key).and_then(|id| self.observations.get(id))
    }

    /// The rows of a table that is kept whole.
    pub fn records<'a>(&'a self, table: &'a str) -> impl Iterator<Item = &'a Record> {
        self.records.iter().filter(move |record| record.table == table)
    }

    /// All rows of tables that are kept whole.
    pub fn all_records(&self) -> &[Record] {
        &self.records
    }
}
