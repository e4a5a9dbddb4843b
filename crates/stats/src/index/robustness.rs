//! Robustness: does the rank of a place depend on the weights somebody chose? The method note is `robustness.md`.
//!
//! Rank 1 is the most vulnerable place throughout. An instance of the composite engine ([`crate::composite`]).

use std::collections::BTreeMap;

use thiserror::Error;

use super::ruleset::Vulnerability;
use super::vulnerability::{self, DimensionScores, VulnerabilityError};
use crate::composite::assumption::Assumption;
use crate::composite::model::{
    Aggregation, First, Imputation, Indicator, Layout, Model, Node, Normalisation, Show, Treatment, Weighting,
};
use crate::composite::refusal::Refusal;
use crate::composite::score::score;
use crate::composite::table::{Table, Unit};
use crate::composite::uncertainty::uncertainty;
use crate::watch::Unwatched;

/// How the noise in the weights is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoiseSettings {
    /// How many times the weights are drawn anew.
    pub draws: usize,
    /// The same seed gives the same answer on every machine.
    pub seed: u64,
    /// Each weight is multiplied by a uniform number from 1 − spread to 1 + spread; 0 up to, not including, 1.
    pub spread: f64,
}

/// The ranks of all places under other choices than the published one.
///
/// Published: by S_c = Σ λ_d D_cd / Σ λ_d. Equal: by Σ D_cd / k. Geometric: by (Π D_cd)^(1/k), equal weights, where
/// a low score cannot be made good by a high one. Noise: by Σ w_d D_cd / Σ w_d, w_d = λ_d · u_d, u_d uniform and independent.
pub fn robustness(
    rules: &Vulnerability,
    scores: &DimensionScores,
    noise: NoiseSettings,
) -> Result<Robustness, RobustnessError> {
    if noise.draws == 0 {
        return Err(RobustnessError::NoDraws);
    }
    if !(0.0..1.0).contains(&noise.spread) {
        return Err(RobustnessError::Spread(noise.spread));
    }
    // Checks the scores: with what is left the engine has no reason to refuse.
    let places = vulnerability::Table::read(rules, scores)?.places;
    if places.len() < 2 {
        return Ok(Robustness::alone(&places));
    }
    let (model, table) = (model(rules, noise.spread), table(rules, scores));
    let ranks = |weigh: Weighting, aggregate: Aggregation| -> Vec<usize> {
        let scored = score(&Model { weigh, aggregate, ..model.clone() }, &table).expect(SOUND);
        scored.ranks.iter().map(|rank| rank.expect("every place has every dimension")).collect()
    };
    let published = ranks(Weighting::Given, Aggregation::Arithmetic);
    let equal = ranks(Weighting::Equal, Aggregation::Arithmetic);
    let geometric = ranks(Weighting::Equal, Aggregation::Geometric);
    let drawn = uncertainty(&model, &table, noise.draws, 0.9, noise.seed, &Unwatched)?;

    let place = |(position, place): (usize, &&str)| {
        let ranks = PlaceRanks {
            published: published[position],
            equal: equal[position],
            geometric: geometric[position],
            noise: (drawn.units[position].lower, drawn.units[position].upper),
        };
        ((*place).to_owned(), ranks)
    };
    Ok(Robustness {
        equal: RankChange::between(&published, &equal),
        geometric: RankChange::between(&published, &geometric),
        places: places.iter().enumerate().map(place).collect(),
    })
}

const SOUND: &str = "scores and weights are finite and above zero, and there are two places at least";

/// The dimensions as a composite index of one level whose weights are in doubt.
fn model(rules: &Vulnerability, spread: f64) -> Model {
    let dimensions = rules.dimensions().iter().map(|dimension| Indicator {
        id: format!("dimension {}", dimension.id),
        name: dimension.name.clone(),
        parent: "total".to_owned(),
        weight: dimension.eigenvalue,
        direction: Default::default(),
        denominator: None,
        goalposts: None,
        target: None,
        treat: None,
        normalise: None,
    });
    Model {
        id: "vulnerability".to_owned(),
        title: String::new(),
        source: String::new(),
        table: Layout { unit: "place".to_owned(), name: None, missing: Vec::new() },
        screen: None,
        impute: Imputation::None,
        treat: Treatment::None,
        normalise: Normalisation::None,
        weigh: Weighting::Given,
        aggregate: Aggregation::Arithmetic,
        least: 1.0,
        first: First::Highest,
        classes: Vec::new(),
        reliability: None,
        nodes: vec![Node {
            id: "total".to_owned(),
            name: String::new(),
            parent: None,
            weight: 1.0,
            aggregate: None,
            round: None,
            show: Show::Plain,
        }],
        indicators: dimensions.collect(),
        assume: vec![Assumption::Weights { by: spread, levels: Vec::new() }],
    }
}

fn table(rules: &Vulnerability, scores: &DimensionScores) -> Table {
    let column = |id: &str| scores.values().map(|given| given.get(id).copied()).collect();
    let columns = rules.dimensions().iter().map(|d| (format!("dimension {}", d.id), column(&d.id)));
    Table {
        units: scores.keys().map(|place| Unit { code: place.clone(), name: place.clone() }).collect(),
        numbers: columns.collect(),
        words: BTreeMap::new(),
    }
}

/// How much the choice of weights matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    /// By place; as many as were ranked.
    pub places: BTreeMap<String, PlaceRanks>,
    /// From the published weights to equal ones.
    pub equal: RankChange,
    /// From the published weights to the geometric mean.
    pub geometric: RankChange,
}

impl Robustness {
    /// A place that nobody is compared with is first, whatever the weights.
    fn alone(places: &[&str]) -> Self {
        let first = PlaceRanks { published: 1, equal: 1, geometric: 1, noise: (1, 1) };
        let still = RankChange { mean: 0.0, max: 0 };
        Self {
            places: places.iter().map(|place| ((*place).to_owned(), first)).collect(),
            equal: still,
            geometric: still,
        }
    }
}

/// The ranks of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceRanks {
    /// With the published weights.
    pub published: usize,
    /// With equal weights.
    pub equal: usize,
    /// With the geometric mean.
    pub geometric: usize,
    /// The 5 % and 95 % quantiles of its rank under noise in the weights.
    pub noise: (usize, usize),
}

/// |rank − published rank| over all places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankChange {
    /// The mean over the places; 0 when there are none.
    pub mean: f64,
    /// The largest.
    pub max: usize,
}

impl RankChange {
    fn between(published: &[usize], other: &[usize]) -> Self {
        let changes = || published.iter().zip(other).map(|(before, after)| before.abs_diff(*after));
        let places = published.len().max(1);
        Self { mean: changes().sum::<usize>() as f64 / places as f64, max: changes().max().unwrap_or(0) }
    }
}

/// Why robustness cannot be judged.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum RobustnessError {
    /// Noise without a draw.
    #[error("at least one draw of the weights is needed")]
    NoDraws,
    /// A spread that could make a weight negative, or no spread at all.
    #[error("the spread of the weights is 0 up to, not including, 1; not {0}")]
    Spread(f64),
    /// The noise cannot be drawn.
    #[error(transparent)]
    Draws(#[from] Refusal),
    /// The scores themselves cannot be used.
    #[error(transparent)]
    Scores(#[from] VulnerabilityError),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::world;

    const NOISE: NoiseSettings = NoiseSettings { draws: 200, seed: 7, spread: 0.25 };

    fn judged(text: &str, noise: NoiseSettings) -> Result<Robustness, RobustnessError> {
        robustness(&world::two_dimensions(), &world::scores(text), noise)
    }

    #[test]
    fn each_choice_of_weights_gives_its_own_ranks() {
        // Published (3 : 1): 31, 30, 29.25. Equal: 21, 30, 32.5. Geometric: √(41 · 1) = 6.4, 30, 31.8.
        let robustness = judged("AAA=41,1 BBB=30,30 CCC=26,39", NOISE).expect("scores above zero");
        let ranks = |place: &str| robustness.places[place];
        assert_eq!((ranks("AAA").published, ranks("AAA").equal, ranks("AAA").geometric), (1, 3, 3));
        assert_eq!((ranks("BBB").published, ranks("BBB").equal, ranks("BBB").geometric), (2, 2, 2));
        assert_eq!(robustness.equal, RankChange { mean: 4.0 / 3.0, max: 2 });
    }

    #[test]
    fn a_place_that_leads_everywhere_leads_under_any_weights() {
        let robustness = judged("AAA=90,90 BBB=40,20 CCC=20,45", NOISE).expect("scores above zero");
        assert_eq!(robustness.places["AAA"].noise, (1, 1));
    }

    #[test]
    fn noise_widens_a_close_race_and_none_leaves_the_published_rank() {
        let close = "AAA=30,30.1 BBB=30.03,30 CCC=10,10";
        assert_eq!(judged(close, NOISE).expect("scores above zero").places["AAA"].noise, (1, 2));
        let still = judged(close, NoiseSettings { spread: 0.0, ..NOISE }).expect("scores above zero");
        let published = still.places["AAA"].published;
        assert_eq!(still.places["AAA"].noise, (published, published));
    }

    #[test]
    fn the_same_seed_gives_the_same_answer_and_another_seed_another() {
        let first_of_one_draw = |seed: u64| {
            let noise = NoiseSettings { draws: 1, seed, ..NOISE };
            judged("AAA=30,30.1 BBB=30.03,30 CCC=10,10", noise).expect("scores above zero").places["AAA"].noise
        };
        let answers = || (0..20).map(first_of_one_draw).collect::<Vec<_>>();
        assert_eq!(answers(), answers());
        assert!(answers().contains(&(1, 1)) && answers().contains(&(2, 2)), "a close race goes either way");
    }

    #[test]
    fn settings_that_make_no_sense_are_refused() {
        assert_eq!(judged("AAA=1,1", NoiseSettings { draws: 0, ..NOISE }), Err(RobustnessError::NoDraws));
        assert_eq!(judged("AAA=1,1", NoiseSettings { spread: 1.0, ..NOISE }), Err(RobustnessError::Spread(1.0)));
        assert!(judged("AAA=1", NOISE).is_err(), "a dimension is missing");
    }
}
