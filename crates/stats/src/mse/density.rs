//! The picture of a posterior: where N may lie, and how densely.

use super::answer::Curve;
use crate::special::quantile_7;

/// No picture needs more points.
const POINTS: usize = 200;

/// From draws of N, sorted: the middle 99.8 % in bars of equal width. Rows of N at the middle of a bar and the density per
/// person.
pub(super) fn of_draws(sorted: &[f64]) -> Curve {
    const BARS: usize = 80;
    let (low, high) = (quantile_7(sorted, 0.001), quantile_7(sorted, 0.999));
    // Totals are whole or nearly so: no bar is narrower than a person.
    let width = f64::max((high - low) / BARS as f64, 1.0);
    if sorted.is_empty() || !width.is_finite() {
        return Curve { name: "posterior", points: Vec::new() };
    }
    let mut counts = vec![0_u64; libm::floor((high - low) / width) as usize + 1];
    for total in sorted.iter().filter(|total| (low..=high).contains(*total)) {
        let bar = libm::floor((total - low) / width) as usize;
        counts[bar.min(BARS)] += 1;
    }
    let all = sorted.len() as f64 * width;
    let points = counts.iter().enumerate().map(|(i, count)| vec![low + (i as f64 + 0.5) * width, *count as f64 / all]);
    Curve { name: "posterior", points: points.collect() }
}

/// From the shares of points on a grid and the widths of the ranges that they stand for. Rows as above.
pub(super) fn of_points(totals: &[f64], shares: &[f64], widths: &[f64]) -> Curve {
    let together = totals.len().div_ceil(POINTS).max(1);
    let groups = totals.chunks(together).zip(shares.chunks(together)).zip(widths.chunks(together));
    let row = |((totals, shares), widths): ((&[f64], &[f64]), &[f64])| {
        let middle = totals.iter().sum::<f64>() / totals.len() as f64;
        vec![middle, shares.iter().sum::<f64>() / widths.iter().sum::<f64>()]
    };
    Curve { name: "posterior", points: groups.map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_under_a_picture_is_one() {
        let draws: Vec<f64> = (0..10_000).map(|i| f64::from(i) * 0.5).collect();
        let curve = of_draws(&draws);
        let width = curve.points[1][0] - curve.points[0][0];
        let area: f64 = curve.points.iter().map(|point| point[1] * width).sum();
        assert!((area - 0.998).abs() < 1e-3, "{area}");
        let totals: Vec<f64> = (0..1000).map(|i| 3.0 * f64::from(i)).collect();
        let curve = of_points(&totals, &[0.001; 1000], &[3.0; 1000]);
        let area: f64 = curve.points.iter().map(|point| point[1] * 15.0).sum();
        assert!(curve.points.len() == 200 && (area - 1.0).abs() < 1e-12, "{area}");
    }

    #[test]
    fn one_value_and_none_have_a_picture_too() {
        assert_eq!(of_draws(&[7.0; 5]).points, [[7.5, 1.0]]);
        assert!(of_draws(&[]).points.is_empty());
    }
}
