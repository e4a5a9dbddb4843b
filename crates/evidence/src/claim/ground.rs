//! A room made ready for checking claims: figures by indicator and place, with what they allow and when they hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::indicator::{Comparable, Indicator, IndicatorId, RelationKind};
use crate::observation::{Observation, ObservationId, Standing};
use crate::place::PlaceId;
use crate::room::Room;

use super::interval::Interval;
use super::span::Span;

/// A figure with what it allows and when it holds.
#[derive(Clone, Copy, Debug)]
pub struct Fact<'a> {
    /// The observation.
    pub observation: &'a Observation,
    /// What it allows; nothing where it states no number.
    pub interval: Option<Interval>,
    /// When it holds.
    pub span: Span,
}

impl Fact<'_> {
    /// Whether its source published it; what we derived is no evidence.
    pub fn is_published(&self) -> bool {
        self.observation.standing == Standing::Published
    }
}

/// A number of things in a listing: a row of a table that is named as the unit it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed<'a> {
    /// How many.
    pub count: f64,
    /// The day it holds.
    pub as_of: Span,
    /// Where.
    pub place: PlaceId,
    /// The other cells: the groups it belongs to.
    pub groups: Vec<&'a str>,
}

/// A share that was computed from counts: the observations above and below the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratio<'a> {
    /// The derived observation.
    pub derived: &'a Observation,
    /// What is added up above the line.
    pub above: Vec<ObservationId>,
    /// What stands below it.
    pub below: ObservationId,
}

/// The room, ready for checks. Made once, used for any number of claims.
pub struct Ground<'a> {
    /// The room.
    pub room: &'a Room,
    facts: BTreeMap<&'a IndicatorId, BTreeMap<&'a PlaceId, Vec<Fact<'a>>>>,
    groups: BTreeMap<&'a IndicatorId, BTreeSet<&'a str>>,
    ratios: BTreeMap<&'a IndicatorId, Vec<Ratio<'a>>>,
    articles: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Ground<'a> {
    /// Reads a room.
    pub fn new(room: &'a Room) -> Self {
        let mut ground = Self {
            room,
            facts: BTreeMap::new(),
            groups: BTreeMap::new(),
            ratios: BTreeMap::new(),
            articles: articles(room),
        };
        for observation in room.observations() {
            ground.add(observation);
        }
        ground
    }

    fn add(&mut self, observation: &'a Observation) {
        let fact = Fact { observation, interval: Interval::of(&observation.figure), span: Span::of(observation) };
        let places = self.facts.entry(&observation.indicator).or_default();
        places.entry(&observation.place).or_default().push(fact);
        self.groups.entry(&observation.indicator).or_default().insert(&observation.subgroup);
        if let Standing::Derived(formula) = &observation.standing
            && let Some((above, below)) = ratio(self.room, formula)
        {
            let ratio = Ratio { derived: observation, above, below };
            self.ratios.entry(&observation.indicator).or_default().push(ratio);
        }
    }

    /// The definition of an indicator.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&'a Indicator> {
        self.room.indicator(id)
    }

    /// The figures of an indicator about a place, by name.
    pub fn facts(&self, indicator: &IndicatorId, place: &PlaceId) -> &[Fact<'a>] {
        self.facts.get(indicator).and_then(|places| places.get(place)).map_or(&[], Vec::as_slice)
    }

    /// The figures of an indicator about a place, its parts and the places it is a part of, with the place.
    pub fn around(&self, indicator: &IndicatorId, place: &PlaceId) -> Vec<(Where, Fact<'a>)> {
        let Some(places) = self.facts.get(indicator) else { return Vec::new() };
        let lies = places.iter().filter_map(|(there, facts)| Some((self.lie(there, place)?, facts)));
        lies.flat_map(|(lie, facts)| facts.iter().map(move |fact| (lie, *fact))).collect()
    }

    fn lie(&self, there: &PlaceId, place: &PlaceId) -> Option<Where> {
        if there == place {
            Some(Where::Here)
        } else if self.is_part(there, place) {
            Some(Where::Within)
        } else {
            self.is_part(place, there).then_some(Where::Around)
        }
    }

    fn is_part(&self, part: &PlaceId, whole: &PlaceId) -> bool {
        let mut at = part;
        // A place has few ancestors; the bound holds off a pack whose places are parts of each other.
        for _ in 0..16 {
            match self.room.place(at).and_then(|place| place.parent.as_ref()) {
                Some(parent) if parent == whole => return true,
                Some(parent) => at = parent,
                None => return false,
            }
        }
        false
    }

    /// Whether all figures of an indicator are about one and the same group.
    pub fn has_one_group(&self, indicator: &IndicatorId) -> bool {
        self.groups.get(indicator).is_some_and(|groups| groups.len() == 1)
    }

    /// The ratios we derived under an indicator.
    pub fn ratios(&self, indicator: &IndicatorId) -> &[Ratio<'a>] {
        self.ratios.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The fact of an observation.
    pub fn fact(&self, id: &ObservationId) -> Option<Fact<'a>> {
        let observation = self.room.observation(id)?;
        self.facts(&observation.indicator, &observation.place).iter().find(|fact| fact.observation.id == *id).copied()
    }

    /// The observations that count the cases of an article of law.
    pub fn of_article(&self, article: &str) -> Option<&BTreeSet<&'a str>> {
        self.articles.get(article)
    }

    /// The indicators that count a part of what another counts, so that each bounds it from below: components and narrower
    /// counts whose values may be compared, and their parts.
    pub fn parts(&self, whole: &IndicatorId) -> BTreeSet<&'a IndicatorId> {
        self.closure(whole, |relation| (&relation.to, &relation.from))
    }

    /// The indicators that another is such a part of.
    pub fn wholes(&self, part: &IndicatorId) -> BTreeSet<&'a IndicatorId> {
        self.closure(part, |relation| (&relation.from, &relation.to))
    }

    fn closure(
        &self,
        from: &IndicatorId,
        step: impl Fn(&'a crate::indicator::Relation) -> (&'a IndicatorId, &'a IndicatorId),
    ) -> BTreeSet<&'a IndicatorId> {
        let bounding = |relation: &&crate::indicator::Relation| {
            let kind = matches!(
                relation.kind,
                RelationKind::ComponentOf | RelationKind::NarrowerThan | RelationKind::StageAfter
            );
            kind && relation.comparable != Comparable::No
        };
        let mut found = BTreeSet::new();
        let mut open = vec![from.clone()];
        while let Some(at) = open.pop() {
            for relation in self.room.relations().iter().filter(bounding) {
                let (here, there) = step(relation);
                if *here == at && there != from && found.insert(there) {
                    open.push(there.clone());
                }
            }
        }
        found
    }

    /// The rows of the table that is named as a unit: each counts things of it at a place.
    pub fn listed(&self, unit: &'a str) -> impl Iterator<Item = Listed<'a>> + use<'a, '_> {
        self.room.records(unit).filter_map(|record| {
            let place = record.cell("geo_id")?;
            let as_of = Span::read("point_in_time", record.cell("as_of")?);
            let groups = record.cells.iter().map(|(_, cell)| cell.as_str()).collect();
            Some(Listed { count: record.cell("n")?.parse().ok()?, as_of, place: PlaceId(place.to_owned()), groups })
        })
    }

    /// Whether a place is another or a part of it.
    pub fn is_within(&self, part: &PlaceId, whole: &PlaceId) -> bool {
        part == whole || self.is_part(part, whole)
    }
}

/// Where a figure's place lies to a claim's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// The same place.
    Here,
    /// A part of it.
    Within,
    /// It is a part of the figure's place.
    Around,
}

/// Which observations count which articles: rows of any table that names both.
fn articles(room: &Room) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for record in room.all_records() {
        if let (Some(article), Some(observation)) = (record.cell("article"), record.cell("obs_id")) {
            let number = article.split(|c: char| !c.is_ascii_digit()).find(|run| !run.is_empty());
            found.entry(number.unwrap_or(article)).or_default().insert(observation);
        }
    }
    found
}

/// The two sides of a formula such as `(S003-47+S003-48)/S003-43`, where every name is an observation of the room.
fn ratio(room: &Room, formula: &str) -> Option<(Vec<ObservationId>, ObservationId)> {
    let (above, below) = formula.split_once('/')?;
    let known = |name: &str| {
        let id = ObservationId(name.trim().to_owned());
        room.observation(&id).map(|_| id)
    };
    let inner = above.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(above);
    let above = inner.split('+').map(known).collect::<Option<Vec<_>>>()?;
    Some((above, known(below)?))
}

/// The observations that a formula names.
pub fn named<'a>(room: &'a Room, formula: &str) -> Vec<&'a Observation> {
    let words = formula.split(|c: char| c.is_whitespace() || "()+*/".contains(c)).filter(|word| !word.is_empty());
    words.filter_map(|word| room.observation(&ObservationId(word.to_owned()))).collect()
}
