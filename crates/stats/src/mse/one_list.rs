//! One list: how many were never seen, from how often those who were seen came back.
//!
//! f_k people were seen exactly k times, n = Σ f_k. Counts are thought of as Poisson; who differ from each other in their
//! rate make Chao's number a lower bound.

use std::collections::BTreeMap;

use serde::Serialize;

use super::table::Table;
use crate::span::Span;

/// Counts of counts: how many people were seen how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counts(BTreeMap<u64, u64>);

/// Why nothing can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Nobody was seen.
    #[error("nobody was seen")]
    Nobody,
    /// Someone seen 0 times, or more people than can be counted.
    #[error("a person on the list was seen at least once, and the counts must be those of people")]
    NoCount,
    /// Nobody was seen exactly once: this method has nothing to go by.
    #[error("nobody was seen exactly once")]
    NobodyOnce,
    /// Nobody was seen more than once: any number of people may have been missed.
    #[error("nobody was seen twice")]
    NobodyTwice,
    /// The covariates decide by themselves who was seen twice, or say the same as each other: the fit has no end.
    #[error("the covariates tell those seen once and those seen twice apart completely, or repeat each other")]
    Separated,
    /// People have different numbers of covariates, or one is no number.
    #[error("every person needs the same number of covariates, all of them numbers")]
    Covariates,
}

impl Counts {
    /// From pairs of (times seen, people). Equal times are added.
    pub fn new(pairs: impl IntoIterator<Item = (u64, u64)>) -> Result<Self, Refusal> {
        let mut counts = BTreeMap::new();
        let mut n = 0_u64;
        for (times, people) in pairs.into_iter().filter(|(_, people)| *people > 0) {
            n = n.checked_add(people).filter(|n| *n <= 10_000_000_000).ok_or(Refusal::NoCount)?;
            if times == 0 || times > 1_000_000 {
                return Err(Refusal::NoCount);
            }
            *counts.entry(times).or_insert(0) += people;
        }
        if counts.is_empty() { Err(Refusal::Nobody) } else { Ok(Self(counts)) }
    }

    /// From a capture table: f_k people are on exactly k of its lists.
    pub fn of_table(table: &Table) -> Self {
        let mut counts = BTreeMap::new();
        for (history, people) in table.seen() {
            *counts.entry(u64::from(history.count_ones())).or_insert(0) += people;
        }
        Self(counts)
    }

    /// People seen exactly `times` times, f_k.
    pub fn f(&self, times: u64) -> u64 {
        self.0.get(&times).copied().unwrap_or(0)
    }

    /// People seen, n.
    pub fn n(&self) -> u64 {
        self.0.values().sum()
    }

    /// Times anybody was seen, Σ k f_k.
    pub fn times(&self) -> f64 {
        self.0.iter().map(|(times, people)| *times as f64 * *people as f64).sum()
    }

    /// Times and people, from one time upwards; without those where nobody is.
    pub fn iter(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        self.0.iter().map(|(times, people)| (*times, *people))
    }
}

/// N̂ = n + f₁²/(2f₂) (Chao 1987), persons: at least so many, whatever people's rates are.
///
/// var N̂ = f₂(r⁴/4 + r³ + r²/2), r = f₁/f₂; log-normal interval around the unseen. The bound holds for repeat contacts; if
/// people are counted once because they leave for good after the first contact, it is too high.
pub fn chao(counts: &Counts, level: f64) -> Result<Span, Refusal> {
    let (f1, f2) = (counts.f(1) as f64, counts.f(2) as f64);
    if f2 == 0.0 {
        return Err(Refusal::NobodyTwice);
    }
    let (n, r) = (counts.n() as f64, f1 / f2);
    let variance = f2 * (r * r * r * r / 4.0 + r * r * r + r * r / 2.0);
    Ok(Span::log_normal(n + f1 * r / 2.0, variance, n, level))
}

/// N̂ = n + f₁(f₁ − 1)/(2(f₂ + 1)) (Chao 1989), the bias-corrected form: defined with f₂ = 0 too, and smaller.
///
/// var N̂ = f₁(f₁−1)/(2(f₂+1)) + f₁(2f₁−1)²/(4(f₂+1)²) + f₁²f₂(f₁−1)²/(4(f₂+1)⁴), and with f₂ = 0
/// f₁(f₁−1)/2 + f₁(2f₁−1)²/4 − f₁⁴/(4N̂) (Chao 2005, as Colwell's EstimateS gives them).
pub fn chao_corrected(counts: &Counts, level: f64) -> Span {
    let (f1, f2, n) = (counts.f(1) as f64, counts.f(2) as f64, counts.n() as f64);
    let unseen = f1 * (f1 - 1.0).max(0.0) / (2.0 * (f2 + 1.0));
    let twice = 2.0 * f1 - 1.0;
    let variance = if f2 > 0.0 {
        let c = f2 + 1.0;
        unseen + f1 * twice * twice / (4.0 * c * c) + f1 * f1 * f2 * (f1 - 1.0) * (f1 - 1.0) / (4.0 * c * c * c * c)
    } else {
        (unseen + f1 * twice * twice / 4.0 - f1 * f1 * f1 * f1 / (4.0 * (n + unseen))).max(0.0)
    };
    Span::log_normal(n + unseen, variance, n, level)
}

/// N̂ = n/(1 − e^−λ), λ = 2f₂/f₁ (Zelterman 1988), persons: a Poisson fitted to those seen once and twice only, so that
/// people who come very often do not bend it. Unlike Chao's it is no bound.
///
/// var N̂ = nG(1 + nGλ²(1/f₁ + 1/f₂)), G = e^−λ/(1 − e^−λ)² (Böhning 2008); log-normal interval around the unseen.
pub fn zelterman(counts: &Counts, level: f64) -> Result<Span, Refusal> {
    let (f1, f2, n) = (counts.f(1) as f64, counts.f(2) as f64, counts.n() as f64);
    if f1 == 0.0 {
        return Err(Refusal::NobodyOnce);
    }
    if f2 == 0.0 {
        return Err(Refusal::NobodyTwice);
    }
    let lambda = 2.0 * f2 / f1;
    let seen = -libm::expm1(-lambda);
    let g = libm::exp(-lambda) / (seen * seen);
    let variance = n * g * (1.0 + n * g * lambda * lambda * (1.0 / f1 + 1.0 / f2));
    Ok(Span::log_normal(n / seen, variance, n, level))
}

/// The rate and the size under one Poisson for everybody, cut off at zero.
///
/// λ̂ solves λ/(1 − e^−λ) = Σ k f_k / n; N̂ = n/(1 − e^−λ̂), var N̂ = N̂/(e^λ̂ − λ̂ − 1). Too low when people differ.
pub fn truncated_poisson(counts: &Counts, level: f64) -> Result<(f64, Span), Refusal> {
    let n = counts.n() as f64;
    let mean = counts.times() / n;
    if mean <= 1.0 {
        return Err(Refusal::NobodyTwice);
    }
    let lambda = rate(mean);
    let point = n / -libm::expm1(-lambda);
    let variance = point / (libm::expm1(lambda) - lambda);
    Ok((lambda, Span::log_normal(point, variance, n, level)))
}

/// λ with λ/(1 − e^−λ) = mean, mean above 1, by bisection: the left side grows with λ and lies between λ and λ + 1.
fn rate(mean: f64) -> f64 {
    let (mut low, mut high) = ((mean - 1.0).max(f64::MIN_POSITIVE), mean);
    // 200 halvings end at neighbouring numbers from any start.
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle / -libm::expm1(-middle) < mean {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(pairs: &[(u64, u64)]) -> Counts {
        Counts::new(pairs.iter().copied()).expect("counts")
    }

    #[test]
    fn the_formulas_by_hand() {
        let given = counts(&[(1, 40), (2, 10), (3, 5)]);
        let classic = chao(&given, 0.95).expect("twice");
        assert!((classic.point - 135.0).abs() < 1e-12);
        assert!((classic.standard_error.expect("one") - libm::sqrt(10.0 * (64.0 + 64.0 + 8.0))).abs() < 1e-12);
        let corrected = chao_corrected(&given, 0.95);
        assert!((corrected.point - (55.0 + 40.0 * 39.0 / 22.0)).abs() < 1e-12);
        let zelterman = zelterman(&given, 0.95).expect("twice");
        assert!((zelterman.point - 55.0 / (1.0 - libm::exp(-0.5))).abs() < 1e-10);
    }

    #[test]
    fn the_truncated_mean_is_met() {
        for mean in [1.0001, 1.3, 2.0, 7.0, 60.0] {
            let lambda = rate(mean);
            assert!((lambda / -libm::expm1(-lambda) - mean).abs() < 1e-9 * mean, "{mean}");
        }
    }

    #[test]
    fn nobody_twice_is_refused_except_by_the_corrected_bound() {
        let given = counts(&[(1, 12)]);
        assert_eq!(chao(&given, 0.95), Err(Refusal::NobodyTwice));
        assert_eq!(zelterman(&given, 0.95), Err(Refusal::NobodyTwice));
        assert_eq!(truncated_poisson(&given, 0.95), Err(Refusal::NobodyTwice));
        assert!((chao_corrected(&given, 0.95).point - 78.0).abs() < 1e-12);
        assert_eq!(Counts::new([(0, 3)]), Err(Refusal::NoCount));
        assert_eq!(Counts::new([(1, 0)]), Err(Refusal::Nobody));
        assert_eq!(Counts::new([(1, u64::MAX), (2, u64::MAX)]), Err(Refusal::NoCount));
    }
}
