//! The posterior density of one log-linear model's parameters, its mode, and the scale on which it is nearly round.

use nalgebra::linalg::Cholesky;
use nalgebra::{DMatrix, DVector};

use super::super::fit::{sum_over_subsets, sum_over_supersets};
use super::super::table::{History, Table};
use super::Prior;

/// Newton steps before the mode is given up; the density is log-concave, and ten are usual.
const STEPS: usize = 200;

/// ln p(α | N) = Σ_θ α_θ N*_θ − Σ_w exp(Σ_{θ ⊆ w} α_θ) − Σ_{|θ| > 1} α_θ²/2v, up to a constant, over the cells w ≠ ∅ that
/// contain no set at minus infinity.
pub(super) struct Target {
    t: usize,
    /// The sets with a finite parameter: ∅, the lists, the interactions.
    pub(super) terms: Vec<History>,
    /// N*_θ.
    observed: Vec<f64>,
    /// 1/v, 0 where the prior is flat.
    precision: Vec<f64>,
    open: Vec<bool>,
    mode: Vec<f64>,
    /// α = mode + `shape` z, with shape · shapeᵀ the inverse of the curvature at the mode; row by row.
    shape: Vec<f64>,
}

/// Room for one evaluation.
pub(super) struct Room {
    cells: Vec<f64>,
    pub(super) alpha: Vec<f64>,
    slope: Vec<f64>,
}

impl Target {
    /// The density for these interactions, sets of `closed` being at minus infinity; starts from `intercept and lists`
    /// of the independence model. `None` if there is no mode to be found.
    pub(super) fn new(
        table: &Table,
        interactions: &[History],
        closed: &[History],
        prior: Prior,
        start: impl Fn(History) -> f64,
    ) -> Option<Self> {
        let t = table.t();
        let empty = (0..t).map(|i| 1 << i).filter(|list| table.at_least(*list) == 0);
        let closed: Vec<History> = closed.iter().copied().chain(empty).collect();
        let stays = |w: &History| closed.iter().all(|theta| w & theta != *theta);
        let sets = std::iter::once(0).chain((0..t).map(|i| 1 << i)).chain(interactions.iter().copied());
        let terms: Vec<History> = sets.filter(stays).collect();
        let mut at_least: Vec<f64> = table.counts().iter().map(|count| *count as f64).collect();
        sum_over_supersets(t, &mut at_least);
        let precision = |theta: &History| if theta.count_ones() > 1 { prior.precision() } else { 0.0 };
        let mut target = Self {
            t,
            observed: terms.iter().map(|theta| at_least[*theta as usize]).collect(),
            precision: terms.iter().map(precision).collect(),
            open: (0..1 << t).map(|w| w != 0 && stays(&w)).collect(),
            mode: terms.iter().map(|theta| start(*theta)).collect(),
            shape: Vec::new(),
            terms,
        };
        target.climb()?;
        Some(target)
    }

    /// How many parameters there are.
    pub(super) fn size(&self) -> usize {
        self.terms.len()
    }

    pub(super) fn room(&self) -> Room {
        let zeros = vec![0.0; self.size()];
        Room { cells: vec![0.0; self.open.len()], alpha: zeros.clone(), slope: zeros }
    }

    /// The density at z, its slope there, and α in the room.
    pub(super) fn at(&self, z: &[f64], slope: &mut [f64], room: &mut Room) -> f64 {
        let size = self.size();
        for (i, (alpha, row)) in room.alpha.iter_mut().zip(self.shape.chunks_exact(size)).enumerate() {
            // The matrix is upper triangular.
            *alpha = self.mode[i] + row[i..].iter().zip(&z[i..]).map(|(a, b)| a * b).sum::<f64>();
        }
        let value = self.density(room);
        slope.fill(0.0);
        for (i, (of_alpha, row)) in room.slope.iter().zip(self.shape.chunks_exact(size)).enumerate() {
            slope[i..].iter_mut().zip(&row[i..]).for_each(|(of_z, a)| *of_z += a * of_alpha);
        }
        value
    }

    /// The density at the α of the room; leaves its slope and Σ_{w ⊇ θ} μ_w there.
    fn density(&self, room: &mut Room) -> f64 {
        room.cells.fill(0.0);
        for (theta, alpha) in self.terms.iter().zip(&room.alpha) {
            room.cells[*theta as usize] = *alpha;
        }
        sum_over_subsets(self.t, &mut room.cells);
        for (cell, open) in room.cells.iter_mut().zip(&self.open) {
            *cell = if *open { libm::exp(*cell) } else { 0.0 };
        }
        sum_over_supersets(self.t, &mut room.cells);
        let mut value = -room.cells[0];
        for (i, alpha) in room.alpha.iter().enumerate() {
            let pull = self.precision[i] * alpha;
            value += alpha * (self.observed[i] - 0.5 * pull);
            room.slope[i] = self.observed[i] - room.cells[self.terms[i] as usize] - pull;
        }
        value
    }

    /// Newton's method to the mode, each step halved until the density does not fall; sets the mode and the shape.
    fn climb(&mut self) -> Option<()> {
        let mut room = self.room();
        room.alpha.clone_from(&self.mode);
        let mut value = self.density(&mut room);
        let n = self.observed[0];
        for _ in 0..STEPS {
            let factor = Cholesky::new(self.curvature(&room))?;
            let slope = DVector::from_column_slice(&room.slope);
            let step = factor.solve(&slope);
            // What the step promises: below rounding, this is the mode.
            let promised = slope.dot(&step);
            if !promised.is_finite() {
                return None;
            }
            if promised < 1e-16 * n.max(1.0) {
                self.mode.clone_from(&room.alpha);
                self.shape = shape(&factor, self.size())?;
                return Some(());
            }
            let from = room.alpha.clone();
            let mut share = 1.0;
            let before = value;
            loop {
                for (i, alpha) in room.alpha.iter_mut().enumerate() {
                    *alpha = from[i] + share * step[i];
                }
                value = self.density(&mut room);
                if value >= before - 1e-13 * before.abs() {
                    break;
                }
                share *= 0.5;
                if share < 1e-12 {
                    return None;
                }
            }
        }
        None
    }

    /// −∂²/∂α², from the sums that the density left in the room.
    fn curvature(&self, room: &Room) -> DMatrix<f64> {
        DMatrix::from_fn(self.size(), self.size(), |i, j| {
            let sum = room.cells[(self.terms[i] | self.terms[j]) as usize];
            if i == j { sum + self.precision[i] } else { sum }
        })
    }
}

/// From H = R Rᵀ: (R⁻¹)ᵀ, row by row.
fn shape(factor: &Cholesky<f64, nalgebra::Dyn>, size: usize) -> Option<Vec<f64>> {
    let inverse = factor.l().solve_lower_triangular(&DMatrix::identity(size, size))?;
    let rows = (0..size).flat_map(|i| (0..size).map(move |j| (i, j)));
    let shape: Vec<f64> = rows.map(|(i, j)| inverse[(j, i)]).collect();
    shape.iter().all(|a| a.is_finite()).then_some(shape)
}

#[cfg(test)]
mod tests {
    use super::super::super::fit::fit;
    use super::super::super::model::Model;
    use super::*;

    fn table() -> Table {
        let names = ["a", "b", "c"].map(str::to_owned).to_vec();
        Table::new(names, [(1, 45), (2, 33), (4, 28), (3, 12), (5, 6), (6, 9), (7, 4)]).expect("a table")
    }

    #[test]
    fn the_mode_under_a_flat_prior_is_the_fit() {
        let model = Model::parse(3, "[12,13]").expect("a model");
        let fitted = fit(&table(), &model, None).expect("it settles");
        let target = Target::new(&table(), model.interactions(), &[], Prior::Flat, |_| 0.0).expect("a mode");
        for (theta, mode) in target.terms.iter().zip(&target.mode) {
            let alpha = fitted.parameter(*theta).expect("the same terms");
            assert!((mode - alpha).abs() < 1e-7, "{theta}: {mode} {alpha}");
        }
    }

    #[test]
    fn the_slope_is_the_difference_of_the_density() {
        let target = Target::new(&table(), &[3, 5, 6], &[], Prior::Normal { variance: 1.0 }, |_| 0.0).expect("a mode");
        let mut room = target.room();
        let z: Vec<f64> = (0..target.size()).map(|i| 0.3 * i as f64 - 0.8).collect();
        let mut slope = vec![0.0; z.len()];
        target.at(&z, &mut slope, &mut room);
        let mut ignored = vec![0.0; z.len()];
        for i in 0..z.len() {
            let mut moved = |by: f64| {
                let mut z = z.clone();
                z[i] += by;
                target.at(&z, &mut ignored, &mut room)
            };
            let difference = (moved(1e-5) - moved(-1e-5)) / 2e-5;
            assert!((difference - slope[i]).abs() < 1e-5 * (1.0 + slope[i].abs()), "{i}: {difference} {}", slope[i]);
        }
    }
}
