//! Intervals for a share.

use serde::Serialize;

use crate::beta::{beta_quantile, student_quantile};
use crate::special::normal_quantile;

/// How the interval of a share was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Binomial {
    /// On the logit scale, back-transformed.
    Logit,
    /// Wilson 1927, at the effective number of answers.
    Wilson,
    /// Exact, at the effective number of answers (Korn and Graubard 1998).
    KornGraubard,
}

/// logit p ± t √v/(p(1 − p)), back-transformed; the whole of [0, 1] where p is 0 or 1.
pub fn logit(p: f64, variance: f64, degrees: f64, level: f64) -> (f64, f64) {
    if !(p > 0.0 && p < 1.0) {
        return (0.0, 1.0);
    }
    let middle = libm::log(p / (1.0 - p));
    let reach = critical(degrees, level) * libm::sqrt(variance) / (p * (1.0 - p));
    let share = |eta: f64| 1.0 / (1.0 + libm::exp(-eta));
    (share(middle - reach), share(middle + reach))
}

/// Wilson 1927: the shares that n answers would not call wrong. n may be an effective number; (0, 1) if it is not above 0.
pub fn wilson(p: f64, n: f64, level: f64) -> (f64, f64) {
    if n.is_nan() || n <= 0.0 {
        return (0.0, 1.0);
    }
    let z = normal_quantile(0.5 + level / 2.0);
    let squared = z * z / n;
    let middle = (p + squared / 2.0) / (1.0 + squared);
    let reach = z / (1.0 + squared) * libm::sqrt(p * (1.0 - p) / n + squared / (4.0 * n));
    ((middle - reach).max(0.0), (middle + reach).min(1.0))
}

/// Clopper and Pearson 1934 with x cases among n answers, neither need be whole (Korn and Graubard 1998).
pub fn exact(x: f64, n: f64, level: f64) -> (f64, f64) {
    let tail = (1.0 - level) / 2.0;
    let x = x.clamp(0.0, n.max(0.0));
    let lower = if x > 0.0 { beta_quantile(tail, x, n - x + 1.0) } else { 0.0 };
    let upper = if x < n { beta_quantile(1.0 - tail, x + 1.0, n - x) } else { 1.0 };
    (lower, upper)
}

/// (t_{n−1}/t_d)² of Korn and Graubard: a variance known from few clusters makes the sample worth less. 1 if a number
/// of degrees is below 1.
pub fn degrees_correction(n: f64, degrees: f64, level: f64) -> f64 {
    if n < 2.0 || degrees < 1.0 {
        return 1.0;
    }
    let ratio = critical(n - 1.0, level) / critical(degrees, level);
    ratio * ratio
}

fn critical(degrees: f64, level: f64) -> f64 {
    let p = 0.5 + level / 2.0;
    if degrees >= 1.0 { student_quantile(p, degrees) } else { normal_quantile(p) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::beta::beta_share;

    #[test]
    fn the_exact_interval_leaves_half_the_error_on_each_side() {
        for (x, n) in [(1.0, 10.0), (4.0, 263.0), (2.5, 81.3)] {
            let (lower, upper) = exact(x, n, 0.95);
            // P[X ≥ x | lower] and P[X ≤ x | upper] are 2.5 % each.
            assert!((beta_share(lower, x, n - x + 1.0) - 0.025).abs() < 1e-10);
            assert!((1.0 - beta_share(upper, x + 1.0, n - x) - 0.025).abs() < 1e-10);
        }
    }

    #[test]
    fn wilson_solves_its_equation() {
        let (lower, upper) = wilson(0.1, 50.0, 0.95);
        let z = 1.959_963_984_540_054;
        for end in [lower, upper] {
            assert!(((0.1 - end).abs() - z * libm::sqrt(end * (1.0 - end) / 50.0)).abs() < 1e-12);
        }
        assert_eq!(wilson(0.0, 50.0, 0.95).0, 0.0);
        assert_eq!(wilson(0.5, 0.0, 0.95), (0.0, 1.0));
    }

    #[test]
    fn the_logit_interval_stays_within_bounds_and_holds_the_share() {
        let (lower, upper) = logit(0.01, 0.0001, 30.0, 0.95);
        assert!(0.0 < lower && lower < 0.01 && 0.01 < upper && upper < 1.0);
        assert_eq!(logit(0.0, 0.1, 5.0, 0.9), (0.0, 1.0));
    }
}
