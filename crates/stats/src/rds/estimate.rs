//! RDS-I and RDS-II: shares of groups from recruitment and degrees.

use nalgebra::{DMatrix, DVector};
use serde::Serialize;

/// Why shares cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Nobody has both a group and a degree.
    #[error("nobody has both an answer and a degree")]
    Nobody,
    /// Recruitment never leads from some group to another: the process has no one equilibrium.
    #[error("recruitment does not connect all groups with each other")]
    Unconnected,
    /// The population is smaller than the sample.
    #[error("the population is smaller than the sample")]
    SmallPopulation,
}

/// RDS-II (Volz and Heckathorn 2008): p_g = Σ_{i in g} 1/d_i / Σ 1/d_i. Assumes that people are recruited with a chance in
/// proportion to their degree, with replacement; the population must be large against the sample.
pub fn rds_two(counted: impl Iterator<Item = (usize, f64)>, g: usize) -> Result<Vec<f64>, Refusal> {
    shares(counted.map(|(group, degree)| (group, 1.0 / degree)), g)
}

/// Shares of groups by weight.
pub fn shares(weighted: impl Iterator<Item = (usize, f64)>, g: usize) -> Result<Vec<f64>, Refusal> {
    let mut sums = vec![0.0; g];
    for (group, weight) in weighted {
        if let Some(sum) = sums.get_mut(group) {
            *sum += weight;
        }
    }
    let total: f64 = sums.iter().sum();
    if total > 0.0 { Ok(sums.iter().map(|sum| sum / total).collect()) } else { Err(Refusal::Nobody) }
}

/// RDS-I (Salganik and Heckathorn 2004): p_g ∝ q_g/h_g, q the equilibrium of recruitment between groups and h_g the harmonic
/// mean degree of group g. Assumes that ties go both ways and recruits are drawn at random from them.
///
/// `smoothed` puts (C + C')/2 in place of the recruitment counts C: as many ties lead from a to b as from b to a, so q_g is in
/// proportion to the recruitments that touch g. A group that nobody of the sample is in gets 0.
pub fn rds_one(
    recruitments: &[Vec<f64>],
    counted: impl Iterator<Item = (usize, f64)>,
    smoothed: bool,
) -> Result<Vec<f64>, Refusal> {
    let g = recruitments.len();
    let (mut people, mut inverse) = (vec![0.0; g], vec![0.0; g]);
    for (group, degree) in counted.filter(|(group, _)| *group < g) {
        people[group] += 1.0;
        inverse[group] += 1.0 / degree;
    }
    let present: Vec<usize> = (0..g).filter(|a| people[*a] > 0.0).collect();
    if present.is_empty() {
        return Err(Refusal::Nobody);
    }
    let q = equilibrium(&within(recruitments, &present, smoothed))?;
    // q_g/h_g with h_g = people/Σ 1/d.
    let ratio = |(a, q): (&usize, &f64)| (*a, q * inverse[*a] / people[*a]);
    shares(present.iter().zip(&q).map(ratio), g)
}

fn within(c: &[Vec<f64>], present: &[usize], smoothed: bool) -> DMatrix<f64> {
    let count = |a: usize, b: usize| if smoothed { (c[a][b] + c[b][a]) / 2.0 } else { c[a][b] };
    DMatrix::from_fn(present.len(), present.len(), |i, j| count(present[i], present[j]))
}

/// The equilibrium q = qR of recruitment, R the counts by row divided by their sum. A group that recruited nobody is taken
/// to recruit as all do.
pub fn equilibrium(counts: &DMatrix<f64>) -> Result<Vec<f64>, Refusal> {
    let g = counts.nrows();
    let mut r = counts.clone();
    for a in 0..g {
        if r.row(a).sum() <= 0.0 {
            for b in 0..g {
                r[(a, b)] = counts.column(b).sum();
            }
        }
        let sum = r.row(a).sum();
        if sum <= 0.0 {
            return Err(Refusal::Unconnected);
        }
        r.row_mut(a).scale_mut(1.0 / sum);
    }
    // (R' − I)q = 0 with the last line replaced by Σq = 1.
    let mut system = r.transpose() - DMatrix::identity(g, g);
    system.row_mut(g - 1).fill(1.0);
    let mut right = DVector::zeros(g);
    right[g - 1] = 1.0;
    let q = system.lu().solve(&right).ok_or(Refusal::Unconnected)?;
    let well = q.iter().all(|q| q.is_finite() && *q > 1e-12);
    if well { Ok(q.iter().copied().collect()) } else { Err(Refusal::Unconnected) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_degrees_and_recruitment_at_random_give_the_sample_itself() {
        let c = vec![vec![16.0, 4.0], vec![4.0, 1.0]];
        let people = || (0..10).map(|i| (usize::from(i >= 8), 3.0));
        for found in [rds_two(people(), 2), rds_one(&c, people(), false), rds_one(&c, people(), true)] {
            let found = found.expect("shares");
            assert!((found[0] - 0.8).abs() < 1e-12, "{found:?}");
        }
    }

    #[test]
    fn who_knows_twice_as_many_counts_half() {
        let found = rds_two([(0, 2.0), (1, 4.0)].into_iter(), 3).expect("shares");
        assert!((found[0] - 2.0 / 3.0).abs() < 1e-15 && found[2] == 0.0);
    }

    #[test]
    fn the_equilibrium_of_three_groups_stays_where_it_is() {
        let counts = DMatrix::from_row_slice(3, 3, &[5.0, 3.0, 2.0, 1.0, 6.0, 3.0, 2.0, 2.0, 6.0]);
        let q = equilibrium(&counts).expect("connected");
        let back = |b: usize| (0..3).map(|a| q[a] * counts[(a, b)] / 10.0).sum::<f64>();
        assert!((0..3).all(|b| (back(b) - q[b]).abs() < 1e-14) && (q.iter().sum::<f64>() - 1.0).abs() < 1e-14);
    }

    #[test]
    fn groups_that_never_recruit_each_other_are_refused() {
        let apart = vec![vec![3.0, 0.0], vec![0.0, 3.0]];
        let people = || [(0, 1.0), (1, 1.0)].into_iter();
        assert_eq!(rds_one(&apart, people(), false), Err(Refusal::Unconnected));
        assert_eq!(rds_one(&apart, std::iter::empty(), false), Err(Refusal::Nobody));
        let silent = vec![vec![3.0, 2.0], vec![0.0, 0.0]];
        assert!(rds_one(&silent, people(), false).is_ok());
    }
}
