//! The Poisson log-linear fit of one model to one table (Cormack 1989), with parameters that may be minus infinity
//! (Fienberg and Rinaldo 2012; Chan, Silverman and Vincent 2021). The method note is docs/methods/log-linear.md.

use nalgebra::linalg::Cholesky;
use nalgebra::{DMatrix, DVector};

use super::model::Model;
use super::table::{History, Table};
use crate::special::{ln_gamma, normal_share};

/// N_w ~ Poisson(μ_w), log μ_w = Σ_{θ ⊆ w, θ ∈ Θ} α_θ, fitted by maximum likelihood.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The sets θ with a finite parameter, the intercept ∅ first.
    pub terms: Vec<History>,
    /// α_θ in the order of `terms`.
    pub alpha: Vec<f64>,
    /// The sets whose parameter is minus infinity because nobody is on all their lists.
    pub minus_infinite: Vec<History>,
    /// μ_w by history, 0 where a parameter is minus infinity; μ_∅ is M̂, people on no list.
    pub mu: Vec<f64>,
    /// The log-likelihood with its constants, Σ N_w log μ_w − μ_w − log N_w!.
    pub log_likelihood: f64,
    /// k, the parameters of the model, those at minus infinity too.
    pub parameters: usize,
    /// V_∅∅, the variance of the intercept, from the inverse of X'WX.
    pub intercept_variance: f64,
    /// People observed, n.
    pub n: f64,
    /// The most by which a sufficient statistic N*_θ misses its fitted value; persons.
    pub residual: f64,
    unseen: Unseen,
}

/// A fit did not come to rest: often there is no maximum (see [`super::status`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the fit did not settle")]
pub struct NotSettled;

impl Fit {
    /// M̂ = exp(α_∅), people on no list.
    pub fn unseen(&self) -> f64 {
        libm::exp(self.alpha[0])
    }

    /// N̂ = n + M̂.
    pub fn total(&self) -> f64 {
        self.n + self.unseen()
    }

    /// 2k − 2l.
    pub fn aic(&self) -> f64 {
        2.0 * self.parameters as f64 - 2.0 * self.log_likelihood
    }

    /// k log n − 2l, n counted in people (the convention of Rcapture and of Silverman, Chan and Vincent 2024).
    pub fn bic(&self) -> f64 {
        self.parameters as f64 * libm::log(self.n) - 2.0 * self.log_likelihood
    }

    /// n + exp(α_∅ ± z √V_∅∅): log-normal around M̂, given this model.
    pub fn wald(&self, z: f64) -> (f64, f64) {
        let spread = z * libm::sqrt(self.intercept_variance);
        (self.n + libm::exp(self.alpha[0] - spread), self.n + libm::exp(self.alpha[0] + spread))
    }

    /// The large-sample covariance of the parameters, (X'WX)⁻¹, in the order of `terms`.
    pub fn covariance(&self) -> DMatrix<f64> {
        let mut sums = self.mu.clone();
        // With the cell of no list in the data, the intercept stands in its row too; it is a sum over one cell more.
        if self.unseen == Unseen::Sought {
            sums[0] = 0.0;
        }
        sum_over_supersets(self.mu.len().ilog2() as usize, &mut sums);
        let p = self.terms.len();
        let information = DMatrix::from_fn(p, p, |i, j| sums[(self.terms[i] | self.terms[j]) as usize]);
        Cholesky::new(information).expect("a fit at rest has a positive definite information").inverse()
    }

    /// The two-sided Wald p-value of a finite parameter.
    pub fn wald_p(&self, theta: History) -> Option<f64> {
        let at = self.terms.iter().position(|term| *term == theta)?;
        let z = self.alpha[at] / libm::sqrt(self.covariance()[(at, at)]);
        Some(2.0 * normal_share(-z.abs()))
    }

    /// α_θ, if it is in the model and finite.
    pub fn parameter(&self, theta: History) -> Option<f64> {
        self.terms.iter().position(|term| *term == theta).map(|i| self.alpha[i])
    }
}

/// Fits a model to a table. `start` may hold the parameters of a smaller or similar model to begin from.
pub fn fit(table: &Table, model: &Model, start: Option<&Fit>) -> Result<Fit, NotSettled> {
    let counts: Vec<f64> = table.counts().iter().map(|count| *count as f64).collect();
    Work::new(table.t(), &counts, model, Unseen::Sought).run(start)
}

/// Fits a model to all 2^t cells when the number of people on no list is given as `unseen`: the full table that the
/// profile likelihood of N needs.
pub fn fit_with_unseen(table: &Table, model: &Model, unseen: f64, start: Option<&Fit>) -> Result<Fit, NotSettled> {
    let mut counts: Vec<f64> = table.counts().iter().map(|count| *count as f64).collect();
    counts[0] = unseen;
    Work::new(table.t(), &counts, model, Unseen::Given).run(start)
}

/// Is the cell of no list part of the data?
#[derive(Clone, Copy, Debug, PartialEq)]
enum Unseen {
    Sought,
    Given,
}

/// What one fit works on. Sums over supersets and subsets are done for all sets at once: t·2^(t−1) additions each.
struct Work<'a> {
    t: usize,
    counts: &'a [f64],
    /// N*_θ by set.
    at_least: Vec<f64>,
    /// Cells that take part: not inside a set at minus infinity.
    open: Vec<bool>,
    terms: Vec<History>,
    minus_infinite: Vec<History>,
    parameters: usize,
    unseen: Unseen,
}

/// Newton steps before a fit is given up; those with a maximum need five to ten.
const STEPS: usize = 60;
/// A fit is at rest when no sufficient statistic is further than this share of n from its fitted value …
const AT_REST: f64 = 1e-12;
/// … or when the log-likelihood has not grown for steps and they are no further than this.
const AT_REST_ROUNDED: f64 = 1e-9;

impl<'a> Work<'a> {
    fn new(t: usize, counts: &'a [f64], model: &Model, unseen: Unseen) -> Self {
        let mut at_least = counts.to_vec();
        sum_over_supersets(t, &mut at_least);
        let sets = (0..t).map(|i| 1 << i).chain(model.interactions().iter().copied());
        let (minus_infinite, finite): (Vec<History>, Vec<History>) =
            sets.partition(|theta| at_least[*theta as usize] <= 0.0);
        let terms = std::iter::once(0).chain(finite).filter(|w| closed_nowhere(*w, &minus_infinite)).collect();
        let mut open: Vec<bool> = (0..1 << t).map(|w| closed_nowhere(w, &minus_infinite)).collect();
        open[0] = unseen == Unseen::Given;
        Self { t, counts, at_least, open, terms, minus_infinite, parameters: model.parameters(), unseen }
    }

    fn run(self, start: Option<&Fit>) -> Result<Fit, NotSettled> {
        let p = self.terms.len();
        let n: f64 = self.counts.iter().sum();
        let mut information = DMatrix::<f64>::zeros(p, p);
        let mut alpha = match start {
            Some(start) => self.from(start),
            None => self.first(&mut information)?,
        };
        let mut mu = self.means(&alpha);
        let mut value = self.kernel(&mu);
        let mut factor;
        let mut rests = 0;
        for _ in 0..STEPS {
            let sums = self.superset_sums(&mu);
            let score = DVector::from_iterator(
                p,
                self.terms.iter().map(|term| self.at_least[*term as usize] - sums[*term as usize]),
            );
            let away = score.iter().fold(0.0_f64, |most, s| most.max(s.abs())) / n;
            if !away.is_finite() {
                return Err(NotSettled);
            }
            self.fill(&mut information, &sums);
            factor = Cholesky::new(information).ok_or(NotSettled)?;
            if away < AT_REST || (rests > 1 && away < AT_REST_ROUNDED) {
                let variance = intercept_variance(&factor, p);
                return self.finish(alpha, mu, variance, away * n);
            }
            let mut step = score;
            factor.solve_mut(&mut step);
            information = factor.unpack_dirty();
            let before = value;
            (alpha, mu, value) = self.step(&alpha, &step, value).ok_or(NotSettled)?;
            rests = if value - before <= 1e-13 * before.abs() { rests + 1 } else { 0 };
        }
        Err(NotSettled)
    }

    /// The first step of iteratively reweighted least squares, from μ = N + 0.1.
    fn first(&self, information: &mut DMatrix<f64>) -> Result<DVector<f64>, NotSettled> {
        let open = |w: usize| self.open[w];
        let mu: Vec<f64> = (0..self.open.len()).map(|w| if open(w) { self.counts[w] + 0.1 } else { 0.0 }).collect();
        let working = |w: usize| mu[w] * libm::log(mu[w]) + self.counts[w] - mu[w];
        let mut response: Vec<f64> = (0..self.open.len()).map(|w| if open(w) { working(w) } else { 0.0 }).collect();
        sum_over_supersets(self.t, &mut response);
        self.fill(information, &self.superset_sums(&mu));
        let mut alpha =
            DVector::from_iterator(self.terms.len(), self.terms.iter().map(|term| response[*term as usize]));
        let factor = Cholesky::new(information.clone()).ok_or(NotSettled)?;
        factor.solve_mut(&mut alpha);
        Ok(alpha)
    }

    /// The parameters of another fit where they are known, 0 where they are not; then the intercept that makes the totals agree.
    fn from(&self, start: &Fit) -> DVector<f64> {
        let known = self.terms.iter().map(|term| start.parameter(*term).unwrap_or(0.0));
        let mut alpha = DVector::from_iterator(self.terms.len(), known);
        let fitted: f64 = self.means(&alpha).iter().sum();
        let observed: f64 = self.counts.iter().sum();
        if fitted.is_finite() && fitted > 0.0 {
            alpha[0] += libm::log(observed / fitted);
        }
        alpha
    }

    /// A Newton step, halved until the likelihood does not fall.
    fn step(&self, alpha: &DVector<f64>, step: &DVector<f64>, value: f64) -> Option<(DVector<f64>, Vec<f64>, f64)> {
        let mut share = 1.0;
        for _ in 0..40 {
            let tried = alpha + step * share;
            let mu = self.means(&tried);
            let reached = self.kernel(&mu);
            if reached.is_finite() && reached >= value - 1e-12 * value.abs() {
                return Some((tried, mu, reached));
            }
            share *= 0.5;
        }
        None
    }

    /// μ_w = exp Σ_{θ ⊆ w} α_θ in the cells that take part, 0 elsewhere.
    fn means(&self, alpha: &DVector<f64>) -> Vec<f64> {
        let mut eta = vec![0.0; self.open.len()];
        for (term, a) in self.terms.iter().zip(alpha.iter()) {
            eta[*term as usize] = *a;
        }
        sum_over_subsets(self.t, &mut eta);
        for (eta, open) in eta.iter_mut().zip(&self.open) {
            *eta = if *open { libm::exp(*eta) } else { 0.0 };
        }
        eta
    }

    /// Σ N_w log μ_w − μ_w over the cells that take part.
    fn kernel(&self, mu: &[f64]) -> f64 {
        let cells = self.counts.iter().zip(mu).filter(|(_, mu)| **mu > 0.0);
        let sum: f64 = cells.map(|(count, mu)| if *count > 0.0 { count * libm::log(*mu) - mu } else { -mu }).sum();
        // A mean that has underflowed where people are is no likelihood at all.
        let lost =
            self.counts.iter().zip(mu).zip(&self.open).any(|((count, mu), open)| *open && *count > 0.0 && *mu <= 0.0);
        if lost { f64::NEG_INFINITY } else { sum }
    }

    fn superset_sums(&self, mu: &[f64]) -> Vec<f64> {
        let mut sums = mu.to_vec();
        sum_over_supersets(self.t, &mut sums);
        sums
    }

    /// (X'WX)_θφ = Σ over the cells w ⊇ θ ∪ φ of μ_w.
    fn fill(&self, information: &mut DMatrix<f64>, sums: &[f64]) {
        for (j, phi) in self.terms.iter().enumerate() {
            for (i, theta) in self.terms.iter().enumerate().skip(j) {
                information[(i, j)] = sums[(theta | phi) as usize];
            }
        }
    }

    fn finish(self, alpha: DVector<f64>, mut mu: Vec<f64>, variance: f64, residual: f64) -> Result<Fit, NotSettled> {
        let constants: f64 = self.counts.iter().filter(|count| **count > 1.0).map(|count| ln_gamma(count + 1.0)).sum();
        let log_likelihood = self.kernel(&mu) - constants;
        let n: f64 = self.counts.iter().skip(1).sum();
        if self.unseen == Unseen::Sought {
            mu[0] = libm::exp(alpha[0]);
        }
        let finite = log_likelihood.is_finite() && variance.is_finite() && mu.iter().all(|mu| mu.is_finite());
        let fit = Fit {
            terms: self.terms,
            alpha: alpha.iter().copied().collect(),
            minus_infinite: self.minus_infinite,
            mu,
            log_likelihood,
            parameters: self.parameters,
            intercept_variance: variance,
            n,
            residual,
            unseen: self.unseen,
        };
        if finite { Ok(fit) } else { Err(NotSettled) }
    }
}

/// Does a set contain none of these?
fn closed_nowhere(w: History, minus_infinite: &[History]) -> bool {
    minus_infinite.iter().all(|theta| w & theta != *theta)
}

fn intercept_variance(factor: &Cholesky<f64, nalgebra::Dyn>, p: usize) -> f64 {
    let mut unit = DVector::zeros(p);
    unit[0] = 1.0;
    factor.solve_mut(&mut unit);
    unit[0]
}

/// f(w) becomes Σ_{v ⊇ w} f(v).
pub(super) fn sum_over_supersets(t: usize, values: &mut [f64]) {
    for i in 0..t {
        let bit = 1 << i;
        for w in (0..values.len()).filter(|w| w & bit == 0) {
            values[w] += values[w | bit];
        }
    }
}

/// f(w) becomes Σ_{v ⊆ w} f(v).
pub(super) fn sum_over_subsets(t: usize, values: &mut [f64]) {
    for i in 0..t {
        let bit = 1 << i;
        for w in (0..values.len()).filter(|w| w & bit != 0) {
            values[w] += values[w ^ bit];
        }
    }
}
