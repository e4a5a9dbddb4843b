//! Multiplier: how many there are, from a count in one register and the share of the group that the register holds.

use serde::Serialize;

use crate::span::{Span, z};

/// Why the multiplier says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// The register holds nobody.
    #[error("the register counts nobody")]
    NobodyCounted,
    /// The share is 0, or not a share.
    #[error("the share of the group that is in the register must lie above 0 and at most at 1")]
    NoShare,
    /// The standard error is negative or no number, or the level is outside (0, 1).
    #[error("the standard error must be a number of at least 0, and the level must lie between 0 and 1")]
    NoError,
}

/// N̂ = M/p, with the delta method on the scale of the logarithm: var ln N̂ = var ln M + (se p / p)².
///
/// M people (a whole count: its variance is taken as 0) were in the register during the period; p is the share of the
/// group who say that they were, from a sample that does not depend on the register. Assumes that the question and the
/// register speak of the same people, place and period.
pub fn delta(counted: u64, share: f64, standard_error: f64, level: f64) -> Result<Span, Refusal> {
    let point = point(counted, share)?;
    if !(standard_error >= 0.0 && standard_error.is_finite() && level > 0.0 && level < 1.0) {
        return Err(Refusal::NoError);
    }
    let relative = standard_error / share;
    let d = libm::exp(z(level) * relative);
    Ok(Span {
        point,
        // Those in the register are members: N is not below M.
        lower: (point / d).max(counted as f64),
        upper: point * d,
        level,
        interval: crate::span::Made::LogNormal,
        standard_error: Some(point * relative),
    })
}

/// N̂ = M/p with percentiles of M/p* over bootstrap replicates p* of the share. A replicate of 0 is an infinite N: it is
/// counted at the upper end, not thrown away. `Err` as for [`delta`], or with fewer than two replicates.
pub fn bootstrap(counted: u64, share: f64, replicates: &[f64], level: f64) -> Result<Span, Refusal> {
    let point = point(counted, share)?;
    if replicates.len() < 2 || !(level > 0.0 && level < 1.0) {
        return Err(Refusal::NoError);
    }
    let mut sizes: Vec<f64> = replicates
        .iter()
        .filter(|share| !share.is_nan())
        .map(|share| if *share > 0.0 { counted as f64 / share.min(1.0) } else { f64::INFINITY })
        .collect();
    sizes.sort_by(f64::total_cmp);
    let tail = (1.0 - level) / 2.0;
    Ok(Span {
        point,
        lower: crate::special::quantile_8(&sizes, tail),
        upper: crate::special::quantile_8(&sizes, 1.0 - tail),
        level,
        interval: crate::span::Made::Percentile,
        standard_error: crate::span::deviation(&sizes).filter(|error| error.is_finite()),
    })
}

fn point(counted: u64, share: f64) -> Result<f64, Refusal> {
    if counted == 0 {
        return Err(Refusal::NobodyCounted);
    }
    if !(share > 0.0 && share <= 1.0) {
        return Err(Refusal::NoShare);
    }
    Ok(counted as f64 / share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_in_the_register_means_four_times_as_many() {
        let span = delta(120, 0.25, 0.025, 0.95).expect("a share");
        assert!((span.point - 480.0).abs() < 1e-9);
        assert!((libm::log(span.upper / span.point) - 1.959_963_984_540_054 * 0.1).abs() < 1e-12);
        assert!((span.lower * span.upper - 480.0 * 480.0).abs() < 1e-6);
    }

    #[test]
    fn replicates_without_anybody_in_the_register_open_the_interval_upwards() {
        let replicates: Vec<f64> = (0..100).map(|i| if i < 10 { 0.0 } else { 0.2 }).collect();
        assert_eq!(bootstrap(10, 0.2, &replicates, 0.95).expect("a share").upper, f64::INFINITY);
    }

    #[test]
    fn what_is_no_share_is_refused() {
        assert_eq!(delta(10, 0.0, 0.1, 0.95), Err(Refusal::NoShare));
        assert_eq!(delta(10, 1.5, 0.1, 0.95), Err(Refusal::NoShare));
        assert_eq!(delta(10, f64::NAN, 0.1, 0.95), Err(Refusal::NoShare));
        assert_eq!(delta(0, 0.5, 0.1, 0.95), Err(Refusal::NobodyCounted));
        assert_eq!(delta(10, 0.5, f64::NAN, 0.95), Err(Refusal::NoError));
        assert_eq!(bootstrap(10, 0.5, &[0.5], 0.95), Err(Refusal::NoError));
    }
}
