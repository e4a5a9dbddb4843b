//! `MODEL.toml` of a survey study: what is asked, by what people and countries are described, what is believed before.

use pana_stats::survey::sampler::ChainSettings;
use pana_stats::survey::study::{Priors, Weighting};
use serde::Deserialize;
use toml::Spanned;

use crate::fault::Fault;
use crate::files::Files;

/// The model file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// A title for people.
    pub title: String,
    /// The table of countries, beside the model file.
    pub countries: String,
    /// The table of population cells, beside the model file.
    pub population: String,
    /// What describes a person.
    #[serde(default)]
    pub individual: Vec<Describer>,
    /// What describes a country: columns of the table of countries.
    #[serde(default)]
    pub national: Vec<String>,
    /// The forms of exploitation.
    pub forms: Vec<WrittenForm>,
    /// What is believed before.
    pub priors: WrittenPriors,
    /// How long to draw.
    pub chains: WrittenChains,
    /// The level of the intervals.
    pub level: f64,
    /// The k of P(rank ≤ k).
    #[serde(default)]
    pub ranks: Vec<usize>,
    /// What the weights are for.
    pub weights: WrittenWeights,
    /// Known totals of regions.
    #[serde(default)]
    pub totals: Vec<WrittenTotal>,
}

/// One description of a person: a column of the data and of the population.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Describer {
    /// The column.
    pub name: String,
    /// Its words, the first being what the others are compared with; without any, the column holds numbers.
    #[serde(default)]
    pub levels: Vec<String>,
}

/// A form of exploitation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenForm {
    /// Its id.
    pub id: String,
    /// Days, and how many cases lasted that long.
    #[serde(default)]
    pub durations: Vec<(f64, f64)>,
    /// Regional totals still hold the state-imposed cases.
    #[serde(default)]
    pub totals_include_state_imposed: bool,
}

/// The priors.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenPriors {
    intercept_mean: f64,
    intercept_sd: f64,
    effect_sd: f64,
    country_sd: f64,
}

impl WrittenPriors {
    /// As the engine takes them.
    pub fn priors(&self) -> Priors {
        Priors {
            intercept_mean: self.intercept_mean,
            intercept_sd: self.intercept_sd,
            effect_sd: self.effect_sd,
            country_sd: self.country_sd,
        }
    }
}

/// The chains.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenChains {
    chains: usize,
    warmup: u64,
    draws: u64,
    target_accept: f64,
    max_depth: u64,
    seed: u64,
}

impl WrittenChains {
    /// As the engine takes them.
    pub fn settings(&self) -> ChainSettings {
        ChainSettings {
            chains: self.chains,
            warmup: self.warmup,
            draws: self.draws,
            target_accept: self.target_accept,
            max_depth: self.max_depth,
            seed: self.seed,
        }
    }
}

/// What the weights are for.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WrittenWeights {
    /// Each answer counts as one.
    Ignored,
    /// Answers count by their weights, scaled to the effective number.
    Effective,
}

impl From<WrittenWeights> for Weighting {
    fn from(written: WrittenWeights) -> Self {
        match written {
            WrittenWeights::Ignored => Self::Ignored,
            WrittenWeights::Effective => Self::Effective,
        }
    }
}

/// A total of a region.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenTotal {
    /// The region.
    pub region: Spanned<String>,
    /// The form's id.
    pub form: Spanned<String>,
    /// People.
    pub people: f64,
    /// Its interval, both ends and the level or none of them.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
    /// Level of the interval.
    pub level: Option<f64>,
}

impl Model {
    /// Reads the model file.
    pub fn read(files: &Files, file: &str) -> Result<Self, Fault> {
        let text = files.text(file)?;
        toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| line_of(text, span.start));
            Fault { line, ..Fault::of_file(file, error.message()) }
        })
    }

    /// The names of the numbers that describe a person: one for each level after the first.
    pub fn individual_names(&self) -> Vec<String> {
        let names = |describer: &Describer| match describer.levels.as_slice() {
            [] => vec![describer.name.clone()],
            levels => levels.iter().skip(1).map(|level| format!("{} = {level}", describer.name)).collect(),
        };
        self.individual.iter().flat_map(names).collect()
    }
}

/// The line of a byte, from 1.
pub fn line_of(text: &str, byte: usize) -> u64 {
    text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count() as u64 + 1
}
