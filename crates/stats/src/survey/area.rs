//! Small areas: a region with few answers borrows from regions that look like it (Fay and Herriot 1979).

use nalgebra::{DMatrix, DVector};
use serde::Serialize;

use crate::special::normal_quantile;

/// One area with its own direct estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its name.
    pub name: String,
    /// y_d, the direct estimate on the scale of the model.
    pub direct: f64,
    /// ψ_d, its sampling variance on that scale, taken as known; above 0.
    pub variance: f64,
    /// x_d, what the areas are compared by; with a 1 for the intercept if there is one.
    pub predictors: Vec<f64>,
}

/// The scale on which a share is modelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// As it is.
    Identity,
    /// ln p/(1 − p); not for shares of 0 or 1.
    Logit,
    /// asin √p, ψ = 1/(4 n_eff): a share of 0 still has a variance.
    ArcsineRoot,
}

impl Scale {
    /// A share with its variance and effective number of answers, brought to this scale: (y, ψ). `None` if it has no
    /// place there.
    pub fn from_share(self, p: f64, variance: f64, effective: f64) -> Option<(f64, f64)> {
        let (y, psi) = match self {
            Self::Identity => (p, variance),
            Self::Logit => (libm::log(p / (1.0 - p)), variance / (p * (1.0 - p) * p * (1.0 - p))),
            Self::ArcsineRoot => (libm::asin(libm::sqrt(p)), 1.0 / (4.0 * effective)),
        };
        (y.is_finite() && psi.is_finite() && psi > 0.0).then_some((y, psi))
    }

    /// Back to a share.
    pub fn to_share(self, y: f64) -> f64 {
        match self {
            Self::Identity => y,
            Self::Logit => 1.0 / (1.0 + libm::exp(-y)),
            Self::ArcsineRoot => {
                let sine = libm::sin(y.clamp(0.0, std::f64::consts::FRAC_PI_2));
                sine * sine
            }
        }
    }
}

/// Why there is no fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum AreaRefusal {
    /// More areas than predictors are needed.
    #[error("{areas} areas cannot carry {predictors} predictors; give more areas or fewer predictors")]
    TooFewAreas {
        /// Areas given.
        areas: usize,
        /// Predictors, the intercept included.
        predictors: usize,
    },
    /// A number of this area is not finite, its variance not above 0, or its predictors of another length.
    #[error("the area `{0}` has a number that cannot be used")]
    BadArea(String),
    /// Predictors repeat each other.
    #[error("the predictors repeat each other; leave one out")]
    Collinear,
}

/// What the model says of all areas.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AreaFit {
    /// s²_v, the variance between areas that the predictors do not explain, by REML. 0: the areas differ no more than
    /// their sampling errors let expect, and each estimate is the regression alone.
    pub between: f64,
    /// b with its standard errors.
    pub effects: Vec<(f64, f64)>,
    /// Did the iteration settle?
    pub converged: bool,
    /// The areas, in the order given.
    pub areas: Vec<AreaEstimate>,
}

/// One area, with what it borrowed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AreaEstimate {
    /// Its name.
    pub name: String,
    /// The EBLUP g_d y_d + (1 − g_d) x_d'b, on the scale of the model.
    pub estimate: f64,
    /// g_d, the weight of the area's own estimate; 1 − g_d is borrowed.
    pub own_weight: f64,
    /// The mean squared error of Prasad and Rao 1990 in the form for REML (Datta and Lahiri 2000).
    pub mse: f64,
}

impl AreaEstimate {
    /// The ends of the interval on the scale of the model, estimate ± z √mse.
    pub fn interval(&self, level: f64) -> (f64, f64) {
        let reach = normal_quantile(0.5 + level / 2.0) * libm::sqrt(self.mse);
        (self.estimate - reach, self.estimate + reach)
    }
}

/// y_d = x_d'b + v_d + e_d, v_d ~ N(0, s²_v), e_d ~ N(0, ψ_d); s²_v by REML.
pub fn small_areas(areas: &[Area]) -> Result<AreaFit, AreaRefusal> {
    let predictors = areas.first().map_or(0, |area| area.predictors.len());
    if predictors == 0 || areas.len() <= predictors {
        return Err(AreaRefusal::TooFewAreas { areas: areas.len(), predictors });
    }
    let sound = |area: &&Area| {
        area.direct.is_finite()
            && area.variance.is_finite()
            && area.variance > 0.0
            && area.predictors.len() == predictors
            && area.predictors.iter().all(|x| x.is_finite())
    };
    if let Some(bad) = areas.iter().find(|area| !sound(area)) {
        return Err(AreaRefusal::BadArea(bad.name.clone()));
    }
    let model = Model {
        y: DVector::from_iterator(areas.len(), areas.iter().map(|area| area.direct)),
        x: DMatrix::from_fn(areas.len(), predictors, |d, j| areas[d].predictors[j]),
        psi: areas.iter().map(|area| area.variance).collect(),
    };
    let (between, converged) = model.reml().ok_or(AreaRefusal::Collinear)?;
    let at = model.at(between).ok_or(AreaRefusal::Collinear)?;
    let estimates = areas.iter().enumerate().map(|(d, area)| model.estimate(&at, between, d, area)).collect();
    let effects = (0..predictors).map(|j| (at.b[j], libm::sqrt(at.covariance[(j, j)]))).collect();
    Ok(AreaFit { between, effects, converged, areas: estimates })
}

struct Model {
    y: DVector<f64>,
    x: DMatrix<f64>,
    psi: Vec<f64>,
}

/// The generalised least squares fit at one s²_v.
struct At {
    b: DVector<f64>,
    covariance: DMatrix<f64>,
    /// ln of the restricted likelihood, up to a constant.
    likelihood: f64,
    /// Its derivative and Fisher information in s²_v.
    score: f64,
    information: f64,
}

impl Model {
    fn at(&self, between: f64) -> Option<At> {
        let w: Vec<f64> = self.psi.iter().map(|psi| 1.0 / (between + psi)).collect();
        let weighted = DMatrix::from_fn(self.x.nrows(), self.x.ncols(), |d, j| w[d] * self.x[(d, j)]);
        let root = (weighted.transpose() * &self.x).cholesky()?;
        let diagonal = root.l().diagonal();
        if diagonal.min() <= 1e-9 * diagonal.max() {
            return None;
        }
        let covariance = root.inverse();
        let b = &covariance * (weighted.transpose() * &self.y);
        let residual = &self.y - &self.x * &b;
        // P = W − W X (X'WX)⁻¹ X'W, so that Py = W(y − Xb).
        let py = DVector::from_iterator(w.len(), residual.iter().zip(&w).map(|(r, w)| r * w));
        let p = DMatrix::from_diagonal(&DVector::from_vec(w.clone())) - &weighted * &covariance * weighted.transpose();
        let ln_determinant: f64 =
            -w.iter().map(|w| libm::log(*w)).sum::<f64>() + 2.0 * diagonal.iter().map(|l| libm::log(*l)).sum::<f64>();
        Some(At {
            likelihood: -0.5 * (ln_determinant + residual.dot(&py)),
            score: 0.5 * (py.dot(&py) - p.trace()),
            information: 0.5 * (&p * &p).trace(),
            b,
            covariance,
        })
    }

    /// Scoring on s²_v, halved while the likelihood falls, held at 0 from below.
    fn reml(&self) -> Option<(f64, bool)> {
        let mut between = self.psi.iter().sum::<f64>() / self.psi.len() as f64;
        let mut here = self.at(between)?;
        for _ in 0..200 {
            let mut step = here.score / here.information;
            let mut next = f64::max(between + step, 0.0);
            let mut there = self.at(next)?;
            while there.likelihood < here.likelihood && (next - between).abs() > 1e-14 * (1.0 + between) {
                step /= 2.0;
                next = f64::max(between + step, 0.0);
                there = self.at(next)?;
            }
            let moved = (next - between).abs();
            (between, here) = (next, there);
            if moved <= 1e-12 * (between + self.psi[0]) {
                return Some((between, true));
            }
        }
        Some((between, false))
    }

    fn estimate(&self, at: &At, between: f64, d: usize, area: &Area) -> AreaEstimate {
        let psi = self.psi[d];
        let total = between + psi;
        let own_weight = between / total;
        let x = self.x.row(d).transpose();
        let fitted = x.dot(&at.b);
        // g₁ + g₂ + 2 g₃: not knowing v_d, b and s²_v. The variance of ŝ²_v is 2/Σ(s²_v + ψ)⁻².
        let g1 = own_weight * psi;
        let g2 = (1.0 - own_weight) * (1.0 - own_weight) * x.dot(&(&at.covariance * &x));
        let spread = 2.0 / self.psi.iter().map(|psi| 1.0 / ((between + psi) * (between + psi))).sum::<f64>();
        let g3 = psi * psi / (total * total * total) * spread;
        AreaEstimate {
            name: area.name.clone(),
            estimate: own_weight * area.direct + (1.0 - own_weight) * fitted,
            own_weight,
            mse: g1 + g2 + 2.0 * g3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(direct: f64, variance: f64, predictors: &[f64]) -> Area {
        Area { name: format!("{direct}"), direct, variance, predictors: predictors.to_vec() }
    }

    #[test]
    fn equal_variances_have_a_closed_form() {
        // One mean, ψ = 1: the REML s²_v is the sample variance less ψ; b the mean. Variance of 0, 2, 4, 6 is 20/3.
        let fit = small_areas(&[0.0, 2.0, 4.0, 6.0].map(|y| area(y, 1.0, &[1.0]))).expect("a fit");
        assert!((fit.between - 17.0 / 3.0).abs() < 1e-9 && fit.converged);
        assert!((fit.effects[0].0 - 3.0).abs() < 1e-12);
        let g = (17.0 / 3.0) / (20.0 / 3.0);
        assert!((fit.areas[3].estimate - (g * 6.0 + (1.0 - g) * 3.0)).abs() < 1e-9);
        // g₁ = g, g₂ = (1 − g)²(20/3)/4, g₃ = 2 (20/3)²/4/(20/3)³.
        let v = 20.0 / 3.0;
        assert!((fit.areas[0].mse - (g + (1.0 - g) * (1.0 - g) * v / 4.0 + 2.0 * 2.0 / (4.0 * v))).abs() < 1e-9);
    }

    #[test]
    fn areas_that_differ_less_than_their_errors_are_the_regression() {
        let fit = small_areas(&[1.0, 1.1, 0.9, 1.0].map(|y| area(y, 1.0, &[1.0]))).expect("a fit");
        assert_eq!(fit.between, 0.0);
        assert!(fit.areas.iter().all(|area| (area.estimate - 1.0).abs() < 1e-12 && area.own_weight == 0.0));
    }

    #[test]
    fn what_cannot_be_fitted_is_refused() {
        let fine = |x: f64| area(1.0, 1.0, &[1.0, x]);
        assert_eq!(small_areas(&[]), Err(AreaRefusal::TooFewAreas { areas: 0, predictors: 0 }));
        assert_eq!(small_areas(&[fine(1.0), fine(2.0)]), Err(AreaRefusal::TooFewAreas { areas: 2, predictors: 2 }));
        assert_eq!(small_areas(&[fine(2.0), fine(2.0), fine(2.0)]), Err(AreaRefusal::Collinear));
        for bad in [area(f64::NAN, 1.0, &[1.0, 0.0]), area(7.0, 0.0, &[1.0, 0.0]), area(7.0, 1.0, &[1.0])] {
            let name = bad.name.clone();
            assert_eq!(small_areas(&[fine(1.0), fine(2.0), bad]), Err(AreaRefusal::BadArea(name)));
        }
    }

    #[test]
    fn scales_go_there_and_back() {
        for scale in [Scale::Identity, Scale::Logit, Scale::ArcsineRoot] {
            let (y, psi) = scale.from_share(0.02, 0.0001, 196.0).expect("it has a place");
            assert!((scale.to_share(y) - 0.02).abs() < 1e-15 && psi > 0.0);
        }
        assert_eq!(Scale::Logit.from_share(0.0, 0.0, 100.0), None);
        assert_eq!(Scale::ArcsineRoot.from_share(0.0, 0.0, 100.0), Some((0.0, 0.0025)));
    }
}
