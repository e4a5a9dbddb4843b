//! Chao's bound and Zelterman's estimate with covariates: people with different rates, each with her own.
//!
//! Of those seen once or twice, y = 2 against y = 1 is a logistic regression: the odds of twice are λ/2, so
//! ln(λᵢ/2) = xᵢ'β (Böhning and van der Heijden 2009; Böhning, Vidal-Diez, Lerdsuwansri, Viwatwongkasem and Arnold 2013).

use nalgebra::{DMatrix, DVector};
use serde::Serialize;

use super::one_list::Refusal;
use crate::span::Span;

/// A person on the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// How often; at least once.
    pub times: u64,
    /// What is known about her, without a constant; a category as 0 and 1.
    pub covariates: Vec<f64>,
}

/// What covariates give.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fitted {
    /// β: first the constant, then the covariates in their order, on the scale of ln(λ/2).
    pub coefficients: Vec<f64>,
    /// Their standard errors.
    pub standard_errors: Vec<f64>,
    /// N̂ = n + Σ 1/(λᵢ + λᵢ²/2) over those seen once or twice: a lower bound.
    pub chao: Span,
    /// N̂ = Σ 1/(1 − e^−λᵢ) over everybody seen.
    pub zelterman: Span,
}

/// Both estimates with their intervals.
///
/// The variance is the sum of two parts. What β contributes, g'Vg with g the derivative of N̂ in β and V the inverse of the
/// information; and what chance contributes with β known: Σ wᵢ(1 + wᵢ), wᵢ = 1/(λᵢ + λᵢ²/2), for Chao and
/// Σ e^−λᵢ/(1 − e^−λᵢ)² for Zelterman. Without covariates the sums are the variances of Chao 1987 and Böhning 2008.
pub fn fit(seen: &[Seen], level: f64) -> Result<Fitted, Refusal> {
    let width = checked(seen)?;
    let rows: Vec<&Seen> = seen.iter().filter(|person| person.times <= 2).collect();
    if !rows.iter().any(|person| person.times == 1) {
        return Err(Refusal::NobodyOnce);
    }
    if !rows.iter().any(|person| person.times == 2) {
        return Err(Refusal::NobodyTwice);
    }
    let (beta, v) = logistic(&rows, width)?;
    let n = seen.len() as f64;
    let chao = total(&rows, &beta, &v, |lambda| {
        let w = 1.0 / (lambda + lambda * lambda / 2.0);
        (w, -(lambda + lambda * lambda) * w * w, w * (1.0 + w))
    });
    let everybody: Vec<&Seen> = seen.iter().collect();
    let zelterman = total(&everybody, &beta, &v, |lambda| {
        let p = -libm::expm1(-lambda);
        let g = libm::exp(-lambda) / (p * p);
        (1.0 / p, -g * lambda, g)
    });
    Ok(Fitted {
        standard_errors: (0..width).map(|i| libm::sqrt(v[(i, i)])).collect(),
        coefficients: beta.iter().copied().collect(),
        chao: Span::log_normal(n + chao.0, chao.1, n, level),
        zelterman: Span::log_normal(zelterman.0, zelterman.1, n, level),
    })
}

/// The number of coefficients, or what is wrong.
fn checked(seen: &[Seen]) -> Result<usize, Refusal> {
    let first = seen.first().ok_or(Refusal::Nobody)?;
    let width = first.covariates.len();
    let fits = |person: &Seen| person.covariates.len() == width && person.covariates.iter().all(|x| x.is_finite());
    if !seen.iter().all(fits) {
        return Err(Refusal::Covariates);
    }
    if seen.iter().any(|person| person.times == 0) {
        return Err(Refusal::NoCount);
    }
    Ok(width + 1)
}

fn row(person: &Seen) -> DVector<f64> {
    DVector::from_iterator(person.covariates.len() + 1, std::iter::once(1.0).chain(person.covariates.iter().copied()))
}

/// Newton's method for the logistic likelihood; a step that loses likelihood is halved.
fn logistic(rows: &[&Seen], width: usize) -> Result<(DVector<f64>, DMatrix<f64>), Refusal> {
    let mut beta = DVector::zeros(width);
    let mut likelihood = f64::NEG_INFINITY;
    for _ in 0..60 {
        let (score, information) = slope(rows, &beta, width);
        let v = information.cholesky().ok_or(Refusal::Separated)?.inverse();
        let mut step = &v * score;
        let mut next = log_likelihood(rows, &(&beta + &step));
        for _ in 0..30 {
            if next >= likelihood - 1e-12 {
                break;
            }
            step *= 0.5;
            next = log_likelihood(rows, &(&beta + &step));
        }
        beta += &step;
        likelihood = next;
        // Where covariates separate, β runs off and no rate this far from 1 is a finding.
        if beta.iter().any(|b| !b.is_finite()) || rows.iter().any(|person| row(person).dot(&beta).abs() > 25.0) {
            return Err(Refusal::Separated);
        }
        if step.amax() < 1e-12 * (1.0 + beta.amax()) {
            let information = slope(rows, &beta, width).1;
            return Ok((beta, information.cholesky().ok_or(Refusal::Separated)?.inverse()));
        }
    }
    Err(Refusal::Separated)
}

fn slope(rows: &[&Seen], beta: &DVector<f64>, width: usize) -> (DVector<f64>, DMatrix<f64>) {
    let mut score = DVector::zeros(width);
    let mut information = DMatrix::zeros(width, width);
    for person in rows {
        let x = row(person);
        let p = 1.0 / (1.0 + libm::exp(-x.dot(beta)));
        let y = if person.times == 2 { 1.0 } else { 0.0 };
        score += &x * (y - p);
        information += &x * x.transpose() * (p * (1.0 - p));
    }
    (score, information)
}

fn log_likelihood(rows: &[&Seen], beta: &DVector<f64>) -> f64 {
    let one = |person: &&Seen| {
        let eta = row(person).dot(beta);
        let signed = if person.times == 2 { -eta } else { eta };
        // −ln(1 + e^s) without overflow.
        -(signed.max(0.0) + libm::log1p(libm::exp(-signed.abs())))
    };
    rows.iter().map(one).sum()
}

/// Σ of what each person stands for, and its variance. `each` gives for λ the number, its derivative in ln λ, and the
/// variance that remains when λ is known.
fn total(people: &[&Seen], beta: &DVector<f64>, v: &DMatrix<f64>, each: impl Fn(f64) -> (f64, f64, f64)) -> (f64, f64) {
    let mut gradient = DVector::zeros(beta.len());
    let (mut sum, mut chance) = (0.0, 0.0);
    for person in people {
        let x = row(person);
        let (value, derivative, variance) = each(2.0 * libm::exp(x.dot(beta)));
        sum += value;
        chance += variance;
        gradient += x * derivative;
    }
    (sum, chance + gradient.dot(&(v * &gradient)))
}

#[cfg(test)]
mod tests {
    use super::super::one_list::{Counts, chao, zelterman};
    use super::*;

    fn people(pairs: &[(u64, usize, f64)]) -> Vec<Seen> {
        let one = |(times, people, x): &(u64, usize, f64)| vec![Seen { times: *times, covariates: vec![*x] }; *people];
        pairs.iter().flat_map(one).collect()
    }

    #[test]
    fn without_covariates_it_is_chao_and_zelterman_with_their_published_variances() {
        let plain: Vec<Seen> = people(&[(1, 40, 0.0), (2, 10, 0.0), (3, 5, 0.0)])
            .into_iter()
            .map(|person| Seen { covariates: Vec::new(), ..person })
            .collect();
        let fitted = fit(&plain, 0.95).expect("a fit");
        let counts = Counts::new([(1, 40), (2, 10), (3, 5)]).expect("counts");
        for (found, known) in [
            (&fitted.chao, chao(&counts, 0.95).expect("twice")),
            (&fitted.zelterman, zelterman(&counts, 0.95).expect("twice")),
        ] {
            assert!((found.point - known.point).abs() < 1e-9 * known.point, "{found:?} {known:?}");
            assert!((found.lower - known.lower).abs() < 1e-9 * known.lower, "{found:?} {known:?}");
            assert!((found.upper - known.upper).abs() < 1e-9 * known.upper, "{found:?} {known:?}");
        }
    }

    #[test]
    fn a_covariate_with_two_values_gives_the_sum_of_two_strata() {
        let fitted = fit(&people(&[(1, 40, 0.0), (2, 10, 0.0), (3, 5, 0.0), (1, 30, 1.0), (2, 20, 1.0)]), 0.95);
        let fitted = fitted.expect("a fit");
        let strata = [[(1, 40), (2, 10), (3, 5)], [(1, 30), (2, 20), (3, 0)]];
        let sum: f64 = strata
            .iter()
            .map(|pairs| chao(&Counts::new(pairs.iter().copied()).expect("counts"), 0.95).expect("twice").point)
            .sum();
        assert!((fitted.chao.point - sum).abs() < 1e-8, "{} {sum}", fitted.chao.point);
        assert!((fitted.coefficients[0] - libm::log(0.25)).abs() < 1e-10);
    }

    #[test]
    fn covariates_that_decide_everything_are_refused() {
        assert_eq!(fit(&people(&[(1, 10, 0.0), (2, 10, 1.0)]), 0.95), Err(Refusal::Separated));
        assert_eq!(fit(&people(&[(1, 10, 2.0), (2, 10, 2.0)]), 0.95), Err(Refusal::Separated));
        assert_eq!(fit(&people(&[(2, 10, 2.0)]), 0.95), Err(Refusal::NobodyOnce));
        assert_eq!(fit(&[], 0.95), Err(Refusal::Nobody));
    }
}
