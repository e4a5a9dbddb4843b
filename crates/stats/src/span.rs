//! A number with the interval it travels with.

use serde::Serialize;

use crate::special::{normal_quantile, quantile_8};

/// An estimate of one quantity by one method.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Span {
    /// The estimate, in the unit of the quantity (persons, or a share between 0 and 1).
    pub point: f64,
    /// The lower end of the interval, in the same unit.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
    /// The level of the interval, 0.95 for instance.
    pub level: f64,
    /// How the interval was made.
    pub interval: Made,
    /// The standard error behind it, in the same unit, where the method has one.
    pub standard_error: Option<f64>,
}

/// How an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Made {
    /// Point ± z standard errors.
    Normal,
    /// Point times and divided by exp(z · standard error of the logarithm).
    LogNormal,
    /// Percentiles of bootstrap replicates.
    Percentile,
    /// Quantiles of a posterior distribution.
    Posterior,
}

impl Span {
    /// Point ± z · standard error, kept within `limits`.
    pub fn normal(point: f64, standard_error: f64, level: f64, limits: (f64, f64)) -> Self {
        let half = z(level) * standard_error;
        Self {
            point,
            lower: (point - half).max(limits.0),
            upper: (point + half).min(limits.1),
            level,
            interval: Made::Normal,
            standard_error: Some(standard_error),
        }
    }

    /// `seen` + (point − seen) ÷ and × d, d = exp(z √ln(1 + variance/(point − seen)²)): log-normal around the unseen, so
    /// that the lower end is never below those who were seen (Chao 1987). With `seen` = 0 it is the common log-normal one.
    pub fn log_normal(point: f64, variance: f64, seen: f64, level: f64) -> Self {
        let unseen = point - seen;
        let spread = if unseen > 0.0 { libm::sqrt(libm::log1p(variance / (unseen * unseen))) } else { 0.0 };
        let d = libm::exp(z(level) * spread);
        Self {
            point,
            lower: seen + unseen / d,
            upper: seen + unseen * d,
            level,
            interval: Made::LogNormal,
            standard_error: Some(libm::sqrt(variance)),
        }
    }

    /// Percentiles of replicates, with their standard deviation. `None` if fewer than two are finite.
    pub fn percentile(point: f64, replicates: &[f64], level: f64) -> Option<Self> {
        let sorted = finite(replicates);
        let standard_error = deviation(&sorted)?;
        let tail = (1.0 - level) / 2.0;
        Some(Self {
            point,
            lower: quantile_8(&sorted, tail),
            upper: quantile_8(&sorted, 1.0 - tail),
            level,
            interval: Made::Percentile,
            standard_error: Some(standard_error),
        })
    }

    /// The same quantity in another unit: every number times `factor`, which is above 0.
    pub fn times(&self, factor: f64) -> Self {
        Self {
            point: self.point * factor,
            lower: self.lower * factor,
            upper: self.upper * factor,
            standard_error: self.standard_error.map(|error| error * factor),
            ..self.clone()
        }
    }

    /// Does the interval hold this value?
    pub fn covers(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}

/// z of a two-sided interval of this level: 1.96 for 0.95.
pub fn z(level: f64) -> f64 {
    normal_quantile(0.5 + level / 2.0)
}

/// The finite values, sorted.
pub fn finite(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The standard deviation with n − 1; `None` of fewer than two values.
pub fn deviation(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    Some(libm::sqrt(values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_normal_interval_is_symmetric_in_the_logarithm_of_the_unseen() {
        let span = Span::log_normal(150.0, 400.0, 100.0, 0.95);
        assert!(((span.lower - 100.0) * (span.upper - 100.0) - 2500.0).abs() < 1e-9);
        assert!(span.lower > 100.0 && span.covers(150.0) && !span.covers(99.0));
    }

    #[test]
    fn nobody_unseen_gives_no_width_and_no_nan() {
        let span = Span::log_normal(100.0, 0.0, 100.0, 0.95);
        assert_eq!((span.lower, span.upper), (100.0, 100.0));
    }

    #[test]
    fn percentiles_leave_out_what_is_not_finite() {
        let values: Vec<f64> = (0..=100).map(f64::from).chain([f64::NAN, f64::INFINITY]).collect();
        let span = Span::percentile(50.0, &values, 0.5).expect("101 values");
        assert!((span.lower - 74.0 / 3.0).abs() < 1e-9 && (span.upper - 226.0 / 3.0).abs() < 1e-9, "{span:?}");
        assert_eq!(Span::percentile(1.0, &[f64::NAN, 1.0], 0.95), None);
    }
}
