//! Component: what a group of indicators has in common, as principal components of their correlations.

use nalgebra::{DMatrix, SymmetricEigen};
use serde::Serialize;

use super::describe::correlation;

/// The principal components of the correlation matrix R of some columns, R v = λ v, the largest λ first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Components {
    /// λ: how many columns' worth of variance each component has; they add up to the number of columns.
    pub eigenvalues: Vec<f64>,
    /// v, by component and column; of length 1, and turned so that the loadings add up to more than 0.
    pub loadings: Vec<Vec<f64>>,
}

/// The components of columns over their complete units; `None` with fewer than two columns, fewer than three complete
/// units, or a column without spread.
pub fn components(columns: &[&[f64]]) -> Option<Components> {
    let units = columns.first()?.len();
    let whole = |&unit: &usize| columns.iter().all(|column| column.get(unit).is_some_and(|x| x.is_finite()));
    let complete: Vec<usize> = (0..units).filter(whole).collect();
    if columns.len() < 2 || complete.len() < 3 {
        return None;
    }
    let picked: Vec<Vec<f64>> =
        columns.iter().map(|column| complete.iter().map(|&unit| column[unit]).collect()).collect();
    let k = picked.len();
    let mut r = DMatrix::<f64>::identity(k, k);
    for i in 0..k {
        for j in 0..i {
            let value = correlation(&picked[i], &picked[j])?;
            r[(i, j)] = value;
            r[(j, i)] = value;
        }
    }
    let eigen = SymmetricEigen::try_new(r, f64::EPSILON, 10_000)?;
    let mut order: Vec<usize> = (0..k).collect();
    order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
    let loadings = order.iter().map(|&at| turned(eigen.eigenvectors.column(at).iter().copied().collect())).collect();
    Some(Components { eigenvalues: order.iter().map(|&at| eigen.eigenvalues[at]).collect(), loadings })
}

/// A component and its mirror image say the same; of the two, the one whose loadings add up to more than 0.
fn turned(loadings: Vec<f64>) -> Vec<f64> {
    let sign = if loadings.iter().sum::<f64>() < 0.0 { -1.0 } else { 1.0 };
    loadings.into_iter().map(|value| sign * value).collect()
}

impl Components {
    /// Weights from the components with λ of at least `least` (one at least): a_ij = v_ij √λ_j, rotated by varimax if
    /// asked; each column belongs to the component on which its a² is largest and weighs
    /// a²_ij / Σ_i a²_ij · E_j / Σ_j E_j with E_j = Σ_i a²_ij; the weights add up to 1. OECD and JRC 2008, section 6.
    pub fn weights(&self, least: f64, rotate: bool) -> Vec<f64> {
        let kept = self.eigenvalues.iter().filter(|&&value| value >= least).count().max(1);
        let mut a: Vec<Vec<f64>> = self.loadings[..kept]
            .iter()
            .zip(&self.eigenvalues)
            .map(|(v, lambda)| v.iter().map(|value| value * lambda.max(0.0).sqrt()).collect())
            .collect();
        if rotate {
            varimax(&mut a);
        }
        let explained: Vec<f64> = a.iter().map(|column| column.iter().map(|value| value * value).sum()).collect();
        let all: f64 = explained.iter().sum();
        let weight = |i: usize| {
            let squares = a.iter().map(|column| column[i] * column[i]);
            let (j, square) =
                squares.enumerate().fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
            if explained[j] > 0.0 && all > 0.0 { square / explained[j] * (explained[j] / all) } else { 0.0 }
        };
        let weights: Vec<f64> = (0..self.loadings[0].len()).map(weight).collect();
        let sum: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / sum).collect()
    }
}

/// Kaiser 1958: turns pairs of components until the squared loadings of each are as unequal as they can be.
fn varimax(a: &mut [Vec<f64>]) {
    let n = a.first().map_or(0, Vec::len) as f64;
    for _ in 0..100 {
        let mut largest: f64 = 0.0;
        for p in 0..a.len() {
            for q in p + 1..a.len() {
                let (mut sum_u, mut sum_v, mut sum_c, mut sum_d) = (0.0, 0.0, 0.0, 0.0);
                for (x, y) in a[p].iter().zip(&a[q]) {
                    let (u, v) = (x * x - y * y, 2.0 * x * y);
                    sum_u += u;
                    sum_v += v;
                    sum_c += u * u - v * v;
                    sum_d += 2.0 * u * v;
                }
                let up = sum_d - 2.0 * sum_u * sum_v / n;
                let angle = libm::atan2(up, sum_c - (sum_u * sum_u - sum_v * sum_v) / n) / 4.0;
                let (sine, cosine) = (libm::sin(angle), libm::cos(angle));
                for i in 0..a[p].len() {
                    let (x, y) = (a[p][i], a[q][i]);
                    a[p][i] = cosine * x + sine * y;
                    a[q][i] = cosine * y - sine * x;
                }
                largest = largest.max(angle.abs());
            }
        }
        if largest < 1e-12 {
            break;
        }
    }
}
