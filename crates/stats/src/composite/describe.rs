//! Describe: the figures of one column, and how columns hang together.

use serde::Serialize;

use super::table::known;
use crate::special::quantile_7;

/// The figures of one column.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Description {
    /// How many values there are.
    pub n: usize,
    /// The lowest; `None` without a value, as all that follow.
    pub min: Option<f64>,
    /// The highest.
    pub max: Option<f64>,
    /// The mean.
    pub mean: Option<f64>,
    /// The median.
    pub median: Option<f64>,
    /// The standard deviation, with n − 1; `None` with fewer than two values.
    pub sd: Option<f64>,
    /// The skew with its small-sample correction; `None` with fewer than three values or without spread.
    pub skew: Option<f64>,
    /// The excess kurtosis with its small-sample correction; `None` with fewer than four values or without spread.
    pub kurtosis: Option<f64>,
}

/// The figures of a column given with its holes.
pub fn describe(cells: &[Option<f64>]) -> Description {
    figures(&cells.iter().copied().flatten().collect::<Vec<_>>())
}

/// skew = √n Σd³/(Σd²)^1.5 · √(n(n − 1))/(n − 2); kurtosis = ((n + 1)(r − 3) + 6)(n − 1)/((n − 2)(n − 3)) with
/// r = n Σd⁴/(Σd²)² (Joanes and Gill 1998, type 2: what spreadsheets print).
pub(crate) fn figures(values: &[f64]) -> Description {
    let n = values.len();
    let Some(mean) = mean(values) else {
        return Description { n, min: None, max: None, mean: None, median: None, sd: None, skew: None, kurtosis: None };
    };
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let power = |k: i32| values.iter().map(|value| (1..k).fold(value - mean, |p, _| p * (value - mean))).sum::<f64>();
    let (squares, size) = (power(2), n as f64);
    let spread = squares > 0.0;
    let skew = || {
        let plain = size.sqrt() * power(3) / (squares * squares.sqrt());
        plain * (size * (size - 1.0)).sqrt() / (size - 2.0)
    };
    let kurtosis = || {
        let plain = size * power(4) / (squares * squares);
        ((size + 1.0) * (plain - 3.0) + 6.0) * (size - 1.0) / ((size - 2.0) * (size - 3.0))
    };
    Description {
        n,
        min: sorted.first().copied(),
        max: sorted.last().copied(),
        mean: Some(mean),
        median: Some(quantile_7(&sorted, 0.5)),
        sd: (n > 1).then(|| (squares / (size - 1.0)).sqrt()),
        skew: (n > 2 && spread).then(skew),
        kurtosis: (n > 3 && spread).then(kurtosis),
    }
}

/// x̄, in two passes: the second takes out what rounding left in the first. `None` without a value.
pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let size = values.len() as f64;
    let first = values.iter().sum::<f64>() / size;
    Some(first + values.iter().map(|value| value - first).sum::<f64>() / size)
}

/// Pearson's correlation over the pairs that are whole; `None` with fewer than two of them or without spread.
pub fn correlation(left: &[f64], right: &[f64]) -> Option<f64> {
    let pairs: Vec<(f64, f64)> =
        left.iter().copied().zip(right.iter().copied()).filter(|(x, y)| !x.is_nan() && !y.is_nan()).collect();
    let (xs, ys): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (mean_x, mean_y) = (mean(&xs)?, mean(&ys)?);
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        let (x, y) = (x - mean_x, y - mean_y);
        xx += x * x;
        yy += y * y;
        xy += x * y;
    }
    let spread = (xx * yy).sqrt();
    (spread > 0.0).then(|| (xy / spread).clamp(-1.0, 1.0))
}

/// Cronbach's α = k/(k − 1) (1 − Σ s_i²/s²) of k columns, s² the variance of their sum over complete units: do they
/// measure one thing? `None` with fewer than two columns or units, or without spread.
pub fn cronbach(columns: &[&[f64]]) -> Option<f64> {
    let units = columns.first()?.len();
    let complete =
        (0..units).filter(|&unit| columns.iter().all(|column| column.get(unit).is_some_and(|x| !x.is_nan())));
    let complete: Vec<usize> = complete.collect();
    let variance = |values: &[f64]| figures(values).sd.map(|sd| sd * sd);
    let parts = columns.iter().map(|column| variance(&complete.iter().map(|&unit| column[unit]).collect::<Vec<_>>()));
    let parts: f64 = parts.collect::<Option<Vec<_>>>()?.iter().sum();
    let sums: Vec<f64> = complete.iter().map(|&unit| columns.iter().map(|column| column[unit]).sum()).collect();
    let (whole, k) = (variance(&sums)?, columns.len() as f64);
    (columns.len() > 1 && whole > 0.0).then(|| k / (k - 1.0) * (1.0 - parts / whole))
}

/// The lowest and the highest of a column with holes; `None` when there are fewer than two different values.
pub(crate) fn range(column: &[f64]) -> Option<(f64, f64)> {
    let values = known(column);
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (low < high).then_some((low, high))
}
