//! Treat: an indicator whose few outermost values would decide the index alone is drawn in.

use serde::Serialize;

use super::describe::{figures, range};
use super::model::{Otherwise, Treatment};
use super::table::known;

/// What was done to one indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Treated {
    /// Its id.
    pub indicator: String,
    /// Skew before; `None` where it cannot be computed.
    pub skew_before: Option<f64>,
    /// Excess kurtosis before.
    pub kurtosis_before: Option<f64>,
    /// How many cells were set to the next value; those that were undone for a logarithm count as well.
    pub winsorised: usize,
    /// Whether the logarithm was taken.
    pub log: bool,
    /// Skew after.
    pub skew_after: Option<f64>,
    /// Excess kurtosis after.
    pub kurtosis_after: Option<f64>,
    /// Whether it passes the test now.
    pub passes: bool,
}

/// Treats a column in place; `None` when nothing was done to it.
pub(crate) fn treat(indicator: &str, column: &mut [f64], treatment: &Treatment) -> Option<Treated> {
    let before = figures(&known(column));
    let mut treated = Treated {
        indicator: indicator.to_owned(),
        skew_before: before.skew,
        kurtosis_before: before.kurtosis,
        winsorised: 0,
        log: false,
        skew_after: None,
        kurtosis_after: None,
        passes: true,
    };
    match *treatment {
        Treatment::None => return None,
        Treatment::Log => treated.log = take_log(column),
        Treatment::Rule { winsorise, skew, kurtosis, otherwise } => {
            let passes = |column: &[f64]| passes(column, skew, kurtosis);
            if passes(column) {
                return None;
            }
            let original = column.to_vec();
            treated.winsorised = draw_in(column, winsorise, passes);
            if !passes(column) && otherwise == Otherwise::Log {
                column.copy_from_slice(&original);
                treated.log = take_log(column);
            }
            treated.passes = passes(column);
        }
    }
    let after = figures(&known(column));
    Some(Treated { skew_after: after.skew, kurtosis_after: after.kurtosis, ..treated })
}

/// |skew| < bound or kurtosis < bound; a column too short or too even to have them passes.
fn passes(column: &[f64], skew: f64, kurtosis: f64) -> bool {
    let figures = figures(&known(column));
    figures.skew.is_none_or(|value| value.abs() < skew) || figures.kurtosis.is_none_or(|value| value < kurtosis)
}

/// Sets the outermost value (the highest while the skew is positive, else the lowest) to the next one, tied cells
/// together, until the column passes or `most` cells are set. Says how many were.
fn draw_in(column: &mut [f64], most: usize, passes: impl Fn(&[f64]) -> bool) -> usize {
    let (mut highest, mut lowest) = (0, 0);
    while highest + lowest < most && !passes(column) {
        let Some((low, high)) = range(column) else { break };
        let upper = figures(&known(column)).skew.unwrap_or(0.0) >= 0.0;
        let end = if upper { high } else { low };
        let others = column.iter().copied().filter(|&value| value != end && !value.is_nan());
        let next = if upper { others.fold(low, f64::max) } else { others.fold(high, f64::min) };
        let set = column.iter().filter(|&&value| value == end).count();
        column.iter_mut().filter(|value| **value == end).for_each(|value| *value = next);
        // Cells set before are among those at the end now, so the last count of a side is all of that side.
        if upper { highest = set } else { lowest = set }
    }
    highest + lowest
}

/// ln(x − min + range/100); false when there is no range.
fn take_log(column: &mut [f64]) -> bool {
    let Some((low, high)) = range(column) else { return false };
    let shift = 0.01 * (high - low);
    column.iter_mut().for_each(|value| *value = libm::log(*value - low + shift));
    true
}
