//! The hierarchical logistic model of one form (index-methods, section 1.2):
//!
//! y_ic ~ Bernoulli(p_ic), logit p_ic = a + x_ic'b + z_c'g + u_c, u_c ~ N(0, s²).
//!
//! Sampled in numbers that are standard normal a priori, a = μ + σα, b = σ_b β, g = σ_b γ, and non-centred, u_c = s v_c:
//! where a country has few answers, s and u_c together make a funnel that no step size fits. s = exp τ.
//!
//! Where countries have many answers, their common level is known well and how it splits into a and the mean of u is not:
//! a ridge along which a sampler creeps. So what is sampled in place of (a, g) is (a, g) + s κ, κ = (H'H)⁻¹H'v the
//! coefficients of v on the intercept and the country predictors, H = [1 Z]. The step from one to the other is a shear:
//! its Jacobian is 1 and the posterior the same.

use nalgebra::DMatrix;

use super::portable_math::Density;
use super::study::{Priors, Refusal, Study, Weighting, asked};

/// The model of one form with its data: the density of (α, β, γ, τ, v) given the answers.
#[derive(Clone, Debug)]
pub struct Hierarchy {
    priors: Priors,
    /// The surveyed countries, as positions in the study.
    pub surveyed: Vec<usize>,
    /// What is taken off x, so that a speaks of the average person asked.
    centre: Vec<f64>,
    /// By country predictor, mean and standard deviation over the surveyed countries: g is per standard deviation.
    scale: Vec<(f64, f64)>,
    /// z of the surveyed countries, scaled.
    z: Vec<Vec<f64>>,
    /// (H'H)⁻¹H', by row; no rows where the countries are too few to tell the predictors apart.
    onto: Vec<Vec<f64>>,
    cells: Vec<Cell>,
}

#[derive(Clone, Debug)]
struct Cell {
    /// Position among the surveyed.
    country: usize,
    x: Vec<f64>,
    /// Cases and people, weighted.
    k: f64,
    n: f64,
}

/// The parameters of one draw, on the scale of the formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// a.
    pub a: f64,
    /// b.
    pub b: Vec<f64>,
    /// g, per standard deviation of the predictor.
    pub g: Vec<f64>,
    /// s.
    pub s: f64,
    /// u_c of the surveyed countries.
    pub u: Vec<f64>,
}

impl Hierarchy {
    /// The model of form `f` of a study that was checked.
    pub fn new(study: &Study, f: usize) -> Result<Self, Refusal> {
        let surveyed: Vec<usize> =
            (0..study.countries.len()).filter(|c| asked(&study.countries[*c].answers[f]) > 0).collect();
        let mut scale = Vec::new();
        for (j, name) in study.national.iter().enumerate() {
            let values: Vec<f64> = surveyed.iter().map(|c| study.countries[*c].predictors[j]).collect();
            scale.push(mean_and_spread(&values).ok_or_else(|| Refusal::Constant(name.clone()))?);
        }
        let mut cells = Vec::new();
        for (position, c) in surveyed.iter().enumerate() {
            let answers = &study.countries[*c].answers[f];
            let weight: f64 = answers.iter().map(|cell| cell.weight * cell.asked as f64).sum();
            let squares: f64 = answers.iter().map(|cell| cell.weight * cell.weight * cell.asked as f64).sum();
            for cell in answers.iter().filter(|cell| cell.asked > 0 && cell.weight > 0.0) {
                let each = match study.weighting {
                    Weighting::Ignored => 1.0,
                    Weighting::Effective => cell.weight * (weight / squares),
                };
                let (k, n) = (each * cell.positive as f64, each * cell.asked as f64);
                cells.push(Cell { country: position, x: cell.x.clone(), k, n });
            }
        }
        let total: f64 = cells.iter().map(|cell| cell.n).sum();
        let mean = |j: usize| cells.iter().map(|cell| cell.n * cell.x[j]).sum::<f64>() / total;
        let centre: Vec<f64> = (0..study.individual.len()).map(mean).collect();
        for cell in &mut cells {
            cell.x.iter_mut().zip(&centre).for_each(|(x, m)| *x -= m);
        }
        let mut model = Self { priors: study.priors, surveyed, centre, scale, z: Vec::new(), onto: Vec::new(), cells };
        model.z = model.surveyed.iter().map(|c| model.standardise(&study.countries[*c].predictors)).collect();
        model.onto = coefficients(&model.z).unwrap_or_default();
        Ok(model)
    }

    /// z on the scale of g.
    pub fn standardise(&self, z: &[f64]) -> Vec<f64> {
        z.iter().zip(&self.scale).map(|(z, (mean, sd))| (z - mean) / sd).collect()
    }

    /// The scaled z of the surveyed countries.
    pub fn donors(&self) -> &[Vec<f64>] {
        &self.z
    }

    /// x'b of a person, x as it was given.
    pub fn person(&self, x: &[f64], b: &[f64]) -> f64 {
        x.iter().zip(&self.centre).zip(b).map(|((x, m), b)| (x - m) * b).sum()
    }

    /// A position of the sampler on the scale of the formula.
    pub fn parameters(&self, position: &[f64]) -> Parameters {
        let (p, q) = (self.centre.len(), self.scale.len());
        let s = libm::exp(position[1 + p + q]);
        let v = &position[2 + p + q..];
        let (a, g) = self.unsheared(position, s, &self.coefficients_of(v));
        let b = position[1..1 + p].iter().map(|x| x * self.priors.effect_sd).collect();
        Parameters { a, b, g, s, u: v.iter().map(|v| s * v).collect() }
    }

    /// κ; empty where nothing is sheared.
    fn coefficients_of(&self, v: &[f64]) -> Vec<f64> {
        self.onto.iter().map(|row| dot(row, v)).collect()
    }

    /// (a, g) of a position.
    fn unsheared(&self, position: &[f64], s: f64, kappa: &[f64]) -> (f64, Vec<f64>) {
        let (p, q) = (self.centre.len(), self.scale.len());
        let shift = |j: usize| kappa.get(j).map_or(0.0, |k| s * k);
        let a = self.priors.intercept_mean + self.priors.intercept_sd * position[0] - shift(0);
        (a, (0..q).map(|j| self.priors.effect_sd * position[1 + p + j] - shift(j + 1)).collect())
    }
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}

/// (H'H)⁻¹H' by row, H = [1 Z]; `None` where H'H has no inverse or the countries are no more than the columns.
fn coefficients(z: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let columns = 1 + z.first().map_or(0, Vec::len);
    if z.len() <= columns {
        return None;
    }
    let h = DMatrix::from_fn(z.len(), columns, |c, j| if j == 0 { 1.0 } else { z[c][j - 1] });
    let root = (h.transpose() * &h).cholesky()?;
    let diagonal = root.l().diagonal();
    (diagonal.min() > 1e-6 * diagonal.max()).then(|| {
        let rows = root.inverse() * h.transpose();
        (0..columns).map(|j| rows.row(j).iter().copied().collect()).collect()
    })
}

/// Mean and standard deviation; `None` if the values do not vary.
fn mean_and_spread(values: &[f64]) -> Option<(f64, f64)> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let sd = libm::sqrt(values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0));
    (sd.is_finite() && sd > 1e-12 * (1.0 + mean.abs())).then_some((mean, sd))
}

/// 1/(1 + e^−η) and ln(1 + e^η), for any η without overflow.
pub fn logistic(eta: f64) -> (f64, f64) {
    let e = libm::exp(-eta.abs());
    let softplus = eta.max(0.0) + libm::log1p(e);
    (if eta < 0.0 { e / (1.0 + e) } else { 1.0 / (1.0 + e) }, softplus)
}

impl Density for Hierarchy {
    fn dim(&self) -> usize {
        2 + self.centre.len() + self.scale.len() + self.surveyed.len()
    }

    fn log_density(&self, position: &[f64], gradient: &mut [f64]) -> f64 {
        let (p, q) = (self.centre.len(), self.scale.len());
        let tau = position[1 + p + q];
        let s = libm::exp(tau);
        let sd = self.priors.effect_sd;
        let (b, v) = (&position[1..1 + p], &position[2 + p + q..]);
        let kappa = self.coefficients_of(v);
        let (a, g) = self.unsheared(position, s, &kappa);

        // ln of the prior: normals, and s half-normal with the Jacobian of s = exp τ.
        let r = s / self.priors.country_sd;
        let from_mean = (a - self.priors.intercept_mean) / self.priors.intercept_sd;
        let mut value = -0.5 * (from_mean * from_mean + dot(b, b) + dot(&g, &g) / (sd * sd) + dot(v, v) + r * r) + tau;
        gradient.iter_mut().zip(position).for_each(|(d, x)| *d = -x);
        gradient[1 + p + q] = 1.0 - r * r;
        // Slopes in (a, g) themselves.
        let mut slopes = vec![0.0; 1 + q];
        slopes[0] = -from_mean / self.priors.intercept_sd;
        slopes[1..].iter_mut().zip(&g).for_each(|(d, g)| *d = -g / (sd * sd));

        // k η − n ln(1 + e^η), whose derivative in η is k − n p.
        let offsets: Vec<f64> = self.z.iter().zip(v).map(|(z, v)| a + dot(z, &g) + s * v).collect();
        let mut by_country = vec![0.0; offsets.len()];
        for cell in &self.cells {
            let eta = offsets[cell.country] + sd * dot(&cell.x, b);
            let (share, softplus) = logistic(eta);
            value += cell.k * eta - cell.n * softplus;
            let residual = cell.k - cell.n * share;
            by_country[cell.country] += residual;
            for (d, x) in gradient[1..1 + p].iter_mut().zip(&cell.x) {
                *d += sd * residual * x;
            }
        }
        for (c, residual) in by_country.iter().enumerate() {
            slopes[0] += residual;
            slopes[1..].iter_mut().zip(&self.z[c]).for_each(|(d, z)| *d += residual * z);
            gradient[1 + p + q] += residual * s * v[c];
            gradient[2 + p + q + c] += residual * s;
        }
        // Back through the shear: (a, g) falls by s κ, which τ and v move.
        gradient[0] = self.priors.intercept_sd * slopes[0];
        gradient[1 + p..1 + p + q].iter_mut().zip(&slopes[1..]).for_each(|(d, slope)| *d = sd * slope);
        gradient[1 + p + q] -= s * dot(&kappa, &slopes);
        for (row, slope) in self.onto.iter().zip(&slopes) {
            for (d, m) in gradient[2 + p + q..].iter_mut().zip(row) {
                *d -= s * m * slope;
            }
        }
        value
    }
}
