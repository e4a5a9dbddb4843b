//! The peaks of a posterior: two of them are two stories about the same table, and their median belongs to neither.

use serde::Serialize;

/// A peak.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mode {
    /// N at the peak; persons.
    pub at: f64,
    /// The share of the posterior around it, up to the lowest point before the next peak.
    pub share: f64,
}

/// A dip that keeps more than this share of the lower peak beside it does not part two peaks.
const DIP: f64 = 0.8;

/// A peak with less of the posterior than this is not named.
const LEAST_SHARE: f64 = 0.02;

/// A run of grid points between two dips.
struct Hill {
    /// One past its last point.
    end: usize,
    /// The density at its peak, and where that is.
    peak: (f64, usize),
    /// The density in the dip after it.
    dip: f64,
}

/// The peaks over the grid, largest share first.
pub fn modes(n: u64, hidden: &[u64], shares: &[f64]) -> Vec<Mode> {
    let density: Vec<f64> = widths(hidden).iter().zip(shares).map(|(width, share)| share / width).collect();
    let mut start = 0;
    let mut found = Vec::new();
    for hill in joined(hills(&density)) {
        let share: f64 = shares[start..hill.end].iter().sum();
        if share >= LEAST_SHARE {
            found.push(Mode { at: (n + hidden[hill.peak.1]) as f64, share });
        }
        start = hill.end;
    }
    found.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.at.total_cmp(&b.at)));
    found
}

/// How many values each point stands for: those of an uneven grid stand for unequal ranges.
pub(super) fn widths(hidden: &[u64]) -> Vec<f64> {
    let last = hidden.len().saturating_sub(1);
    let width = |i: usize| match (i.checked_sub(1), i == last) {
        (None, true) => 1.0,
        (None, false) => (hidden[1] - hidden[0]) as f64,
        (Some(before), true) => (hidden[i] - hidden[before]) as f64,
        (Some(before), false) => (hidden[i + 1] - hidden[before]) as f64 / 2.0,
    };
    (0..hidden.len()).map(width).collect()
}

fn hills(density: &[f64]) -> Vec<Hill> {
    let mut hills = Vec::new();
    let (mut peak, mut dip) = ((f64::NEG_INFINITY, 0), (f64::INFINITY, 0));
    for (i, here) in density.iter().enumerate() {
        if *here > dip.0 {
            hills.push(Hill { end: dip.1 + 1, peak, dip: dip.0 });
            (peak, dip) = ((*here, i), (f64::INFINITY, i));
        } else if *here > peak.0 {
            peak = (*here, i);
        } else if *here < peak.0 {
            dip = (*here, i);
        }
    }
    hills.push(Hill { end: density.len(), peak, dip: 0.0 });
    hills
}

/// Hills parted by too shallow a dip are one.
fn joined(hills: Vec<Hill>) -> Vec<Hill> {
    let mut joined: Vec<Hill> = Vec::new();
    for mut hill in hills {
        while let Some(before) = joined.pop_if(|before| before.dip > DIP * f64::min(before.peak.0, hill.peak.0)) {
            hill.peak = if before.peak.0 >= hill.peak.0 { before.peak } else { hill.peak };
        }
        joined.push(hill);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two bumps of these heights at 20 and 60, on a grid of 0..100.
    fn bumps(first: f64, second: f64, width: f64) -> Vec<f64> {
        let bump = |x: f64, at: f64| libm::exp(-(x - at) * (x - at) / (2.0 * width * width));
        let raw: Vec<f64> =
            (0..100).map(|i| first * bump(f64::from(i), 20.0) + second * bump(f64::from(i), 60.0)).collect();
        let sum: f64 = raw.iter().sum();
        raw.iter().map(|x| x / sum).collect()
    }

    #[test]
    fn two_bumps_are_two_modes_and_one_is_one() {
        let grid: Vec<u64> = (0..100).collect();
        let two = modes(10, &grid, &bumps(1.0, 3.0, 5.0));
        assert_eq!(two.iter().map(|mode| mode.at).collect::<Vec<_>>(), [70.0, 30.0]);
        assert!((two[0].share - 0.75).abs() < 1e-3 && (two[0].share + two[1].share - 1.0).abs() < 1e-12);
        assert_eq!(modes(10, &grid, &bumps(1.0, 0.0, 5.0)).len(), 1);
        // Bumps that run into each other, and one too small to be named.
        assert_eq!(modes(10, &grid, &bumps(1.0, 1.0, 19.0)).len(), 1);
        assert_eq!(modes(10, &grid, &bumps(1.0, 0.01, 5.0)).len(), 1);
    }

    #[test]
    fn a_slope_a_plateau_and_a_single_point_have_one_mode() {
        let grid: Vec<u64> = (0..50).collect();
        let falling: Vec<f64> = (0..50).map(|i| f64::from(50 - i) / 1275.0).collect();
        assert_eq!(modes(0, &grid, &falling)[0].at, 0.0);
        assert_eq!(modes(0, &grid, &[0.02; 50]).len(), 1);
        assert_eq!(modes(5, &[3], &[1.0]), [Mode { at: 8.0, share: 1.0 }]);
    }

    #[test]
    fn wider_cells_are_not_taller() {
        // The same density at every point, the second half of the grid ten times as coarse.
        let grid: Vec<u64> = (0..50).chain((50..550).step_by(10)).collect();
        let shares: Vec<f64> = (0..100).map(|i| if i < 50 { 1.0 / 550.0 } else { 10.0 / 550.0 }).collect();
        assert_eq!(modes(0, &grid, &shares).len(), 1);
    }
}
