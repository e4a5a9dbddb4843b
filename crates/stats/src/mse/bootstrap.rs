//! Intervals that repeat the choice of the model: bootstrap percentile and BCa (Efron and Tibshirani 1993, chapter 14; used
//! so by Chan, Silverman and Vincent 2021). Method note: docs/methods/bootstrap.md.

use rayon::prelude::*;

use super::table::Table;
use crate::chance::Chance;
use crate::special::{normal_quantile, normal_share, quantile_8};
use crate::watch::{Stopped, Watch, go_on};

/// How often, and with which seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BootSettings {
    /// B, replicates.
    pub replicates: usize,
    /// Replicate b draws from stream b of this seed.
    pub seed: u64,
}

/// What a method said of each replicate and with each person left out once.
#[derive(Clone, Debug, PartialEq)]
pub struct Replicates {
    /// N̂*_b; infinite where the method had no estimate.
    pub drawn: Vec<f64>,
    /// How many people have a history, and N̂ with one of them left out.
    pub left_out: Vec<(f64, f64)>,
}

/// A bootstrap interval with what it was made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BcaInterval {
    /// Lower and upper end, at least n; persons.
    pub bca: (f64, f64),
    /// The plain percentiles of the replicates.
    pub percentile: (f64, f64),
    /// z₀ = Φ⁻¹(share of replicates below N̂); infinite if all lie on one side, and then the interval says little.
    pub bias: f64,
    /// The acceleration a.
    pub acceleration: f64,
    /// The share of replicates in which the method had no estimate; they count as infinite.
    pub failed: f64,
    /// An end came out below n and was moved up to it.
    pub moved: bool,
}

/// Runs a method, which may give several estimates at once, on B tables of as many people drawn from those observed, and on
/// the table without one person of each history. The result holds one entry for each estimate.
pub fn replicate(
    table: &Table,
    settings: BootSettings,
    watch: &dyn Watch,
    method: &(dyn Fn(&Table) -> Vec<f64> + Sync),
) -> Result<Vec<Replicates>, Stopped> {
    let of = settings.replicates as u64;
    let drawn: Vec<Vec<f64>> = (0..settings.replicates)
        .into_par_iter()
        .map(|b| {
            go_on(watch)?;
            let estimates = method(&table.resample(&mut Chance::numbered(settings.seed, b as u64)));
            watch.advance("replicates", 1, of);
            Ok(estimates)
        })
        .collect::<Result<_, Stopped>>()?;
    let histories: Vec<_> = table.seen().collect();
    let left_out: Vec<(f64, Vec<f64>)> = histories
        .par_iter()
        .map(|(history, count)| {
            go_on(watch)?;
            let without = table.seen().map(|(w, c)| (w, if w == *history { c - 1 } else { c }));
            Ok((*count as f64, method(&table.with(without))))
        })
        .collect::<Result<_, Stopped>>()?;
    let estimates = drawn.first().or(left_out.first().map(|(_, found)| found)).map_or(0, Vec::len);
    let at = |i: usize| Replicates {
        drawn: drawn.iter().map(|found| found[i]).collect(),
        left_out: left_out.iter().map(|(count, found)| (*count, found[i])).collect(),
    };
    Ok((0..estimates).map(at).collect())
}

/// The BCa interval of an estimate at a level: the ends are the quantiles (type 8) of the replicates at
/// Φ(z₀ + (z₀ + z_α)/(1 − a(z₀ + z_α))). `None` without replicates.
pub fn bca(point: f64, n: f64, replicates: &Replicates, level: f64) -> Option<BcaInterval> {
    let mut sorted = replicates.drawn.clone();
    if sorted.is_empty() {
        return None;
    }
    sorted.sort_by(f64::total_cmp);
    let b = sorted.len() as f64;
    let bias = normal_quantile(sorted.iter().filter(|drawn| **drawn < point).count() as f64 / b);
    let acceleration = acceleration(&replicates.left_out);
    let end = |z: f64| {
        if bias.is_infinite() {
            return quantile_8(&sorted, if bias < 0.0 { 0.0 } else { 1.0 });
        }
        let shifted = bias + z;
        quantile_8(&sorted, normal_share(bias + shifted / (1.0 - acceleration * shifted)))
    };
    let z = normal_quantile(0.5 + level / 2.0);
    let raw = (end(-z), end(z));
    let tail = 0.5 - level / 2.0;
    Some(BcaInterval {
        bca: (raw.0.max(n), raw.1.max(n)),
        percentile: (quantile_8(&sorted, tail), quantile_8(&sorted, 1.0 - tail)),
        bias,
        acceleration,
        failed: sorted.iter().filter(|drawn| drawn.is_infinite()).count() as f64 / b,
        moved: raw.0 < n || raw.1 < n,
    })
}

/// a = Σ n_j r_j³ / (6 (Σ n_j r_j²)^1.5), r_j = mean − N̂ without one person of history j, weighted by how many there are.
/// 0 if leaving somebody out leaves no estimate, or changes nothing.
fn acceleration(left_out: &[(f64, f64)]) -> f64 {
    let people: f64 = left_out.iter().map(|(count, _)| count).sum();
    let mean = left_out.iter().map(|(count, total)| count * total).sum::<f64>() / people;
    let (squares, cubes) = left_out.iter().fold((0.0, 0.0), |(squares, cubes), (count, total)| {
        let r = mean - total;
        (squares + count * r * r, cubes + count * r * r * r)
    });
    let a = cubes / (6.0 * squares * libm::sqrt(squares));
    if a.is_finite() { a } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_bias_and_acceleration_bca_is_the_percentile_interval() {
        let drawn: Vec<f64> = (0..1000).map(|i| 100.0 + f64::from(i)).collect();
        let found = bca(599.9, 100.0, &Replicates { drawn, left_out: vec![(3.0, 500.0), (3.0, 700.0)] }, 0.9);
        let found = found.expect("there are replicates");
        assert_eq!((found.bias, found.acceleration), (0.0, 0.0));
        assert!((found.bca.0 - found.percentile.0).abs() < 1e-9 && (found.bca.1 - found.percentile.1).abs() < 1e-9);
    }

    #[test]
    fn the_ends_follow_the_formula() {
        // z0 = Φ⁻¹(0.6), a = 0.05 made by two histories; the ends are checked against the formula by hand.
        let drawn: Vec<f64> = (1..=1000).map(f64::from).collect();
        let left_out = vec![(1.0, 10.0), (4.0, 0.0)];
        let found = bca(600.5, 1.0, &Replicates { drawn, left_out }, 0.95).expect("there are replicates");
        // mean 2, r = (−8, 2): Σ n r² = 80, Σ n r³ = −512 + 32 = −480, a = −480 / (6 · 80^1.5).
        let a = -480.0 / (6.0 * 80.0 * libm::sqrt(80.0));
        assert!((found.acceleration - a).abs() < 1e-15);
        let z0 = normal_quantile(0.6);
        let share = normal_share(z0 + (z0 + 1.959_963_984_540_054) / (1.0 - a * (z0 + 1.959_963_984_540_054)));
        assert!((found.bca.1 - ((1000.0 + 1.0 / 3.0) * share + 1.0 / 3.0)).abs() < 1e-9);
    }

    #[test]
    fn replicates_on_one_side_give_an_end_and_are_told() {
        let found = bca(1.0, 50.0, &Replicates { drawn: vec![60.0, 70.0], left_out: vec![] }, 0.95);
        let found = found.expect("there are replicates");
        assert_eq!(found.bias, f64::NEG_INFINITY);
        assert_eq!(found.bca, (60.0, 60.0));
        assert_eq!(bca(1.0, 50.0, &Replicates { drawn: vec![], left_out: vec![] }, 0.95), None);
    }
}
