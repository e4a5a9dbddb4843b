//! Surveys to countries, on worlds whose truth is known.

mod area;
mod calibration;
mod coverage;
mod law;
mod model;

use pana_stats::survey::Study;
use pana_stats::survey::sampler::ChainSettings;
use pana_stats::survey::simulate::{Truth, World};
use pana_stats::survey::stock::Durations;
use pana_stats::survey::study::{Form, Priors, Weighting};

/// A study without countries: settings for invented worlds.
pub fn frame(warmup: u64, draws: u64, seed: u64) -> Study {
    Study {
        forms: Vec::new(),
        individual: Vec::new(),
        national: Vec::new(),
        countries: Vec::new(),
        totals: Vec::new(),
        priors: Priors { intercept_mean: -3.0, intercept_sd: 1.5, effect_sd: 1.0, country_sd: 1.0 },
        weighting: Weighting::Ignored,
        chains: ChainSettings { chains: 4, warmup, draws, target_accept: 0.9, max_depth: 10, seed },
        level: 0.9,
        ranks: vec![1, 3],
    }
}

/// Forced labour with durations, forced marriage without.
pub fn two_forms() -> Vec<(Form, Truth)> {
    let form = |id: &str, durations: &[(f64, f64)]| Form {
        id: id.to_owned(),
        durations: Durations(durations.to_vec()),
        totals_include_state_imposed: false,
    };
    vec![
        (
            form("forced-labour", &[(365.0, 30.0), (1825.0, 10.0)]),
            Truth { a: -4.0, b: vec![0.8, -0.5], g: vec![0.7], s: 0.4 },
        ),
        (form("forced-marriage", &[]), Truth { a: -3.5, b: vec![-0.3, 1.0], g: vec![0.4], s: 0.3 }),
    ]
}

/// Ten countries with a survey, five without, three regions.
pub fn world(totals: bool) -> World {
    World { forms: two_forms(), surveyed: 10, unsurveyed: 5, asked: 1500, regions: 3, totals }
}
