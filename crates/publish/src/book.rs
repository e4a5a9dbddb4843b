//! The book of an edition: every country's published figures with the observation behind each, and what follows from all of
//! them together: ranks, regional means, robustness. Made once for an edition, read by every snapshot.

use std::collections::BTreeMap;

use pana_evidence::{Edition, Figure, IndicatorId, Observation, ObservationId, Place, PlaceId, Room};
use pana_stats::index::mean::{Mean, population_weighted, unweighted};
use pana_stats::index::rank::{Order, Rank, rank};
use pana_stats::index::robustness::{NoiseSettings, Robustness, robustness};
use pana_stats::index::ruleset::Ruleset;

/// A number with the observation it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    /// Unrounded.
    pub value: f64,
    /// Where it comes from.
    pub observation: ObservationId,
}

/// One country in one edition. What was not published is `None`.
#[derive(Clone, Debug)]
pub struct Line {
    /// The country.
    pub place: PlaceId,
    /// ISO 3166-1 alpha-3.
    pub iso3: String,
    /// English name.
    pub name: String,
    /// The region of the index.
    pub region: PlaceId,
    /// Residents.
    pub population: Option<Cited>,
    /// People in modern slavery per 1,000.
    pub prevalence: Option<Cited>,
    /// People in modern slavery, rounded by the source.
    pub number: Option<Cited>,
    /// The number is published as "fewer than this".
    pub number_below: Option<Cited>,
    /// Vulnerability, total.
    pub vulnerability: Option<Cited>,
    /// Vulnerability by dimension.
    pub dimensions: Vec<Option<Cited>>,
    /// Government response, total.
    pub response: Option<Cited>,
    /// Government response by milestone.
    pub milestones: Vec<Option<Cited>>,
    /// The letter, where the edition gives one.
    pub letter: Option<(String, ObservationId)>,
    /// Ratings of the indicators of government response that are known here, by code.
    pub ratings: BTreeMap<String, Cited>,
}

/// Which figure of a line is meant.
pub type Pick = fn(&Line) -> Option<&Cited>;

/// An edition with all its countries.
#[derive(Clone, Debug)]
pub struct Book {
    /// The edition.
    pub edition: Edition,
    /// Its rules.
    pub ruleset: Ruleset,
    /// Its countries, by ISO 3166-1 alpha-3.
    pub lines: BTreeMap<String, Line>,
    /// How vulnerability ranks depend on the weights; `None` where fewer than two countries have all dimensions.
    pub robustness: Option<Robustness>,
}

/// Draws behind the interval of a vulnerability rank; 2,000 keep its ends within one rank between seeds.
pub const NOISE: NoiseSettings = NoiseSettings { draws: 2_000, seed: 2023, spread: 0.25 };

impl Book {
    /// Gathers the figures of an edition from the room.
    pub fn new(room: &Room, edition: &Edition, ruleset: &Ruleset) -> Self {
        let countries = room.places().filter_map(|place| line(room, edition, ruleset, place));
        let lines: BTreeMap<String, Line> = countries.map(|line| (line.iso3.clone(), line)).collect();
        let robustness = robust(ruleset, &lines);
        Self { edition: edition.clone(), ruleset: ruleset.clone(), lines, robustness }
    }

    /// The countries of a region, or of the world.
    pub fn members<'a>(&'a self, region: Option<&'a PlaceId>) -> impl Iterator<Item = &'a Line> {
        self.lines.values().filter(move |line| region.is_none_or(|region| line.region == *region))
    }

    /// The rank of a country by a figure among those of its region, or of the world, that have it; the largest is first.
    pub fn rank(&self, iso3: &str, region: Option<&PlaceId>, pick: Pick) -> Option<Rank> {
        let ranked: Vec<(&str, f64)> =
            self.members(region).filter_map(|line| Some((line.iso3.as_str(), pick(line)?.value))).collect();
        let position = ranked.iter().position(|(code, _)| *code == iso3)?;
        let values: Vec<f64> = ranked.iter().map(|(_, value)| *value).collect();
        rank(&values, Order::HighestFirst).ok()?.get(position).copied()
    }

    /// The unrounded values of a figure over a region.
    pub fn values(&self, region: &PlaceId, pick: Pick) -> Vec<f64> {
        self.members(Some(region)).filter_map(|line| Some(pick(line)?.value)).collect()
    }

    /// The other countries of the region whose prevalence ranks nearest, the nearest first, the higher of two first; none
    /// where the country has no estimate.
    pub fn nearest(&self, iso3: &str) -> Vec<&Line> {
        let Some(line) = self.lines.get(iso3) else { return Vec::new() };
        let prevalence = |line: &Line| line.prevalence.as_ref().map(|cited| cited.value);
        let mut ranked: Vec<&Line> =
            self.members(Some(&line.region)).filter(|line| line.prevalence.is_some()).collect();
        ranked.sort_by(|a, b| prevalence(b).unwrap_or(f64::MIN).total_cmp(&prevalence(a).unwrap_or(f64::MIN)));
        let Some(here) = ranked.iter().position(|line| line.iso3 == iso3) else { return Vec::new() };
        let mut others: Vec<(usize, &Line)> = ranked
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != here)
            .map(|(at, line)| (at.abs_diff(here), *line))
            .collect();
        others.sort_by_key(|(away, _)| *away);
        others.into_iter().map(|(_, line)| line).collect()
    }

    /// The mean of a figure over a region, every country counted once.
    pub fn mean(&self, region: &PlaceId, pick: impl Fn(&Line) -> Option<&Cited>) -> Option<Mean> {
        let values: Vec<f64> = self.members(Some(region)).filter_map(|line| Some(pick(line)?.value)).collect();
        unweighted(&values)
    }

    /// The mean of a figure over a region, every resident counted once.
    pub fn weighted_mean(&self, region: &PlaceId, pick: impl Fn(&Line) -> Option<&Cited>) -> Option<Mean> {
        let people = |line: &Line| line.population.as_ref().map(|cited| cited.value.round() as u64);
        let values: Vec<(f64, Option<u64>)> =
            self.members(Some(region)).filter_map(|line| Some((pick(line)?.value, people(line)))).collect();
        population_weighted(&values)
    }
}

fn line(room: &Room, edition: &Edition, ruleset: &Ruleset, place: &Place) -> Option<Line> {
    let key = format!("{}-{}", edition.series, edition.edition);
    let find = |indicator: &IndicatorId| room.in_edition(&place.id, indicator, &key);
    let cited = |indicator: &IndicatorId| find(indicator).and_then(exact);
    let names = &edition.indicators;
    let number = find(&names.number);
    let line = Line {
        place: place.id.clone(),
        iso3: place.iso3.clone()?,
        name: place.name.clone(),
        region: place.index_region.clone()?,
        population: cited(&names.population),
        prevalence: cited(&names.prevalence),
        number: number.and_then(exact),
        number_below: number.and_then(below),
        vulnerability: cited(&names.vulnerability),
        dimensions: names.dimensions.iter().map(cited).collect(),
        response: cited(&names.response),
        milestones: names.milestones.iter().map(cited).collect(),
        letter: names.letter.as_ref().and_then(find).and_then(letter),
        ratings: ratings(edition, ruleset, cited),
    };
    let anything = [&line.population, &line.prevalence, &line.vulnerability, &line.response];
    anything.iter().any(|figure| figure.is_some()).then_some(line)
}

fn ratings(
    edition: &Edition,
    ruleset: &Ruleset,
    cited: impl Fn(&IndicatorId) -> Option<Cited>,
) -> BTreeMap<String, Cited> {
    let items = ruleset.response.items().iter();
    items.filter_map(|item| Some((item.code.clone(), cited(&edition.rating(&item.code))?))).collect()
}

fn exact(observation: &Observation) -> Option<Cited> {
    Some(Cited { value: observation.figure.point()?, observation: observation.id.clone() })
}

fn below(observation: &Observation) -> Option<Cited> {
    match observation.figure.point() {
        Some(_) => None,
        None => Some(Cited { value: observation.figure.number()?.value(), observation: observation.id.clone() }),
    }
}

fn letter(observation: &Observation) -> Option<(String, ObservationId)> {
    match &observation.figure {
        Figure::Category(letter) => Some((letter.clone(), observation.id.clone())),
        _ => None,
    }
}

fn robust(ruleset: &Ruleset, lines: &BTreeMap<String, Line>) -> Option<Robustness> {
    let ids = ruleset.vulnerability.dimensions().iter().map(|dimension| dimension.id.clone());
    let ids: Vec<String> = ids.collect();
    let complete = lines.values().filter_map(|line| {
        let scores: Option<BTreeMap<String, f64>> =
            ids.iter().zip(&line.dimensions).map(|(id, score)| Some((id.clone(), score.as_ref()?.value))).collect();
        line.vulnerability.as_ref()?;
        Some((line.iso3.clone(), scores?))
    });
    robustness(&ruleset.vulnerability, &complete.collect(), NOISE).ok()
}
