//! Normalise: indicators in their own units come onto one scale on which more is always more.

use super::describe::{figures, range};
use super::model::{Indicator, Normalisation};
use super::refusal::Refusal;
use super::table::known;

/// Does the indicator say what its normalisation needs?
pub(crate) fn check(indicator: &Indicator, normalisation: &Normalisation) -> Result<(), Refusal> {
    let needs = |field, method| Refusal::Needs { of: indicator.id.clone(), field, method };
    match normalisation {
        Normalisation::Goalposts { .. } if indicator.goalposts.is_none() => Err(needs("goalposts", "goalposts")),
        Normalisation::DistanceToTarget { .. } if indicator.target.is_none() => {
            Err(needs("target", "distance-to-target"))
        }
        _ => Ok(()),
    }
}

/// Normalises a column in place; holes stay holes. `reference` finds the position of a unit by its code.
pub(crate) fn normalise(
    indicator: &Indicator,
    column: &mut [f64],
    normalisation: &Normalisation,
    reference: impl Fn(&str) -> Option<usize>,
) -> Result<(), Refusal> {
    let sign = indicator.direction.sign();
    column.iter_mut().for_each(|value| *value *= sign);
    let constant = || Refusal::Constant(indicator.id.clone());
    let ends = |column: &[f64]| range(column).ok_or_else(constant);
    match normalisation {
        Normalisation::None => {}
        Normalisation::MinMax { low, high } => {
            let (min, max) = ends(column)?;
            scale(column, |x| (x - min) / (max - min) * (high - low) + low);
        }
        Normalisation::ZScore { mean, sd } => {
            ends(column)?;
            let found = figures(&known(column));
            let (Some(centre), Some(spread)) = (found.mean, found.sd) else { return Err(constant()) };
            scale(column, |x| (x - centre) / spread * sd + mean);
        }
        Normalisation::Rank => ranked(column, |below, _| below + 1.0),
        Normalisation::Borda => ranked(column, |below, _| below),
        Normalisation::PercentileRank => {
            ends(column)?;
            ranked(column, |below, n| below / (n - 1.0));
        }
        Normalisation::Goalposts { times, cap } => {
            let [low, high] = indicator.goalposts.unwrap_or_default();
            let (low, high) = if sign > 0.0 { (low, high) } else { (-high, -low) };
            scale(column, |x| {
                let share = (x - low) / (high - low);
                times * if *cap { share.clamp(0.0, 1.0) } else { share }
            });
        }
        Normalisation::DistanceToTarget { cap } => {
            let target = sign * indicator.target.unwrap_or_default();
            distance(indicator, column, target, *cap)?;
        }
        Normalisation::DistanceToReference { unit, cap } => {
            let value = reference(unit).and_then(|at| column.get(at).copied()).filter(|value| !value.is_nan());
            let missing = || Refusal::NoReference { indicator: indicator.id.clone(), unit: unit.clone() };
            distance(indicator, column, value.ok_or_else(missing)?, *cap)?;
        }
        Normalisation::DistanceToMaximum => {
            let (_, max) = ends(column)?;
            distance(indicator, column, max, false)?;
        }
        Normalisation::FractionOfMaximum => {
            let (_, max) = ends(column)?;
            if sign < 0.0 || max <= 0.0 {
                return Err(Refusal::NoFraction(indicator.id.clone()));
            }
            scale(column, |x| x / max);
        }
    }
    Ok(())
}

fn scale(column: &mut [f64], by: impl Fn(f64) -> f64) {
    column.iter_mut().for_each(|value| *value = by(*value));
}

/// 1 − (target − x)/(target − min).
fn distance(indicator: &Indicator, column: &mut [f64], target: f64, cap: bool) -> Result<(), Refusal> {
    let min = known(column).into_iter().fold(f64::INFINITY, f64::min);
    if !(target - min).is_finite() || target == min {
        return Err(Refusal::NoDistance(indicator.id.clone()));
    }
    scale(column, |x| {
        let reached = 1.0 - (target - x) / (target - min);
        if cap { if reached > 1.0 { 1.0 } else { reached } } else { reached }
    });
    Ok(())
}

/// Each value by how many lie below it, of n values.
fn ranked(column: &mut [f64], score: impl Fn(f64, f64) -> f64) {
    let mut sorted = known(column);
    sorted.sort_by(f64::total_cmp);
    for value in column.iter_mut().filter(|value| !value.is_nan()) {
        *value = score(sorted.partition_point(|other| other < value) as f64, sorted.len() as f64);
    }
}
