//! Chance that was handed in: one seed, one stream, and the draws we need from it.
//!
//! The common crate of distributions calls the platform's `ln` and `exp`, whose last bit depends on the processor; a
//! rejection step then takes another turn and every later draw differs. Only `libm` is used here (ADR 15).

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::special::{ln_gamma, normal_quantile};

/// A stream of draws: the same seed and number give the same draws on every machine.
#[derive(Clone, Debug)]
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self::numbered(seed, 0)
    }

    /// Stream `number` of a seed. Replicate b of a bootstrap uses stream b, so that it draws the same whichever thread
    /// does it.
    pub fn numbered(seed: u64, number: u64) -> Self {
        let mut stream = ChaCha8Rng::seed_from_u64(seed);
        stream.set_stream(number);
        Self(stream)
    }

    /// 64 fair bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Uniform on the open interval (0, 1), 53 bits.
    pub fn uniform(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A whole number from 0 up to, not including, `below`; 0 when `below` is 0.
    pub fn below(&mut self, below: usize) -> usize {
        ((u128::from(self.0.next_u64()) * below as u128) >> 64) as usize
    }

    /// N(0, 1), by inversion.
    pub fn normal(&mut self) -> f64 {
        normal_quantile(self.uniform())
    }

    /// Exponential with mean 1.
    pub fn exponential(&mut self) -> f64 {
        -libm::log(self.uniform())
    }

    /// The logarithm of a Gamma(shape, 1) draw: for shapes near 0 the draw itself is below the smallest number.
    ///
    /// Marsaglia and Tsang 2000, "A simple method for generating gamma variables"; for shape < 1,
    /// ln G(shape) = ln G(shape + 1) + ln(U)/shape.
    pub fn ln_gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            return libm::log(self.gamma(shape + 1.0)) + libm::log(self.uniform()) / shape;
        }
        libm::log(self.gamma(shape))
    }

    /// Gamma(shape, 1), shape above 0.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            return libm::exp(self.ln_gamma(shape));
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / libm::sqrt(9.0 * d);
        loop {
            let x = self.normal();
            let v = 1.0 + c * x;
            if v <= 0.0 {
                continue;
            }
            let v = v * v * v;
            let u = self.uniform();
            if u < 1.0 - 0.0331 * x * x * x * x || libm::log(u) < 0.5 * x * x + d * (1.0 - v + libm::log(v)) {
                return d * v;
            }
        }
    }

    /// Beta(a, b), both above 0.
    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        if a < 1.0 || b < 1.0 {
            let (x, y) = (self.ln_gamma(a), self.ln_gamma(b));
            return 1.0 / (1.0 + libm::exp(y - x));
        }
        let (x, y) = (self.gamma(a), self.gamma(b));
        x / (x + y)
    }

    /// Binomial(n, p); p outside [0, 1] is taken as the nearer end.
    pub fn binomial(&mut self, n: u64, p: f64) -> u64 {
        if n == 0 || p <= 0.0 || p.is_nan() {
            return 0;
        }
        if p >= 1.0 {
            return n;
        }
        if p > 0.5 {
            return n - self.binomial(n, 1.0 - p);
        }
        if (n as f64) * p < 10.0 { self.binomial_by_steps(n, p) } else { self.binomial_by_rejection(n, p) }
    }

    /// Inversion by walking up the probabilities; np is below 10.
    fn binomial_by_steps(&mut self, n: u64, p: f64) -> u64 {
        let mut left = self.uniform();
        // (1 − p)ⁿ is at least 1 − np, which needs no logarithm.
        if left <= 1.0 - n as f64 * p {
            return 0;
        }
        let odds = p / (1.0 - p);
        let mut probability = libm::exp(n as f64 * libm::log1p(-p));
        let mut k = 0;
        while left > probability && k < n {
            left -= probability;
            k += 1;
            probability *= odds * (n - k + 1) as f64 / k as f64;
        }
        k
    }

    /// Hörmann 1993, "The generation of binomial random variates" (BTRS); np at least 10, p at most one half.
    fn binomial_by_rejection(&mut self, n: u64, p: f64) -> u64 {
        let size = n as f64;
        let spread = libm::sqrt(size * p * (1.0 - p));
        let b = 1.15 + 2.53 * spread;
        let a = -0.0873 + 0.0248 * b + 0.01 * p;
        let c = size * p + 0.5;
        let vr = 0.92 - 4.2 / b;
        let alpha = (2.83 + 5.1 / b) * spread;
        // Needed in one draw of seven only, and dear.
        let slow_part = || {
            let m = libm::floor((size + 1.0) * p);
            (libm::log(p / (1.0 - p)), m, ln_gamma(m + 1.0) + ln_gamma(size - m + 1.0))
        };
        loop {
            let u = self.uniform() - 0.5;
            let v = self.uniform();
            let us = 0.5 - u.abs();
            let k = libm::floor((2.0 * a / us + b) * u + c);
            if k < 0.0 || k > size {
                continue;
            }
            if us >= 0.07 && v <= vr {
                return k as u64;
            }
            let left = libm::log(v * alpha / (a / (us * us) + b));
            let (ln_odds, m, h) = slow_part();
            if left <= h - ln_gamma(k + 1.0) - ln_gamma(size - k + 1.0) + (k - m) * ln_odds {
                return k as u64;
            }
        }
    }

    /// Poisson(mean); a mean that is not above 0 gives 0.
    pub fn poisson(&mut self, mean: f64) -> u64 {
        if mean <= 0.0 || mean.is_nan() {
            return 0;
        }
        if mean < 10.0 { self.poisson_by_steps(mean) } else { self.poisson_by_rejection(mean) }
    }

    fn poisson_by_steps(&mut self, mean: f64) -> u64 {
        let mut probability = libm::exp(-mean);
        let mut left = self.uniform();
        let mut k = 0;
        while left > probability && k < 1000 {
            left -= probability;
            k += 1;
            probability *= mean / k as f64;
        }
        k
    }

    /// Hörmann 1993, "The transformed rejection method for generating Poisson random variables" (PTRS); mean at least 10.
    fn poisson_by_rejection(&mut self, mean: f64) -> u64 {
        let b = 0.931 + 2.53 * libm::sqrt(mean);
        let a = -0.059 + 0.02483 * b;
        let inverse = 1.1239 + 1.1328 / (b - 3.4);
        let vr = 0.9277 - 3.6224 / (b - 2.0);
        loop {
            let u = self.uniform() - 0.5;
            let v = self.uniform();
            let us = 0.5 - u.abs();
            let k = libm::floor((2.0 * a / us + b) * u + mean + 0.43);
            if us >= 0.07 && v <= vr {
                return k as u64;
            }
            if k < 0.0 || (us < 0.013 && v > us) {
                continue;
            }
            let left = libm::log(v) + libm::log(inverse) - libm::log(a / (us * us) + b);
            if left <= k * libm::log(mean) - mean - ln_gamma(k + 1.0) {
                return k as u64;
            }
        }
    }

    /// Failures ~ number unseen when each person is seen with probability `seen`, given `n` seen: Poisson with a
    /// Gamma(n) mean times (1 − seen)/seen. `seen` within (0, 1).
    pub fn negative_binomial(&mut self, n: f64, seen: f64) -> u64 {
        let mean = self.gamma(n) * (1.0 - seen) / seen;
        self.poisson(mean)
    }

    /// Splits `n` over classes with these weights (at least 0, any sum above 0), as the multinomial does.
    pub fn multinomial(&mut self, n: u64, weights: &[f64], counts: &mut [u64]) {
        let mut left = n;
        let mut weight: f64 = weights.iter().sum();
        for (count, w) in counts.iter_mut().zip(weights) {
            *count = if left == 0 || weight <= 0.0 { 0 } else { self.binomial(left, w / weight) };
            left -= *count;
            weight -= w;
        }
        // What rounding of the weights left over belongs to the last class that has any weight.
        if left > 0
            && let Some(last) = weights.iter().rposition(|w| *w > 0.0)
        {
            counts[last] += left;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and variance within five standard errors of the mean of 40,000 draws; the variance of a variance is taken
    /// as (kurtosis − 1)σ⁴/n with a kurtosis of at most 12 for the shapes tried.
    fn moments(name: &str, mean: f64, variance: f64, mut draw: impl FnMut(&mut Chance) -> f64) {
        let mut chance = Chance::new(7);
        let n = 40_000.0;
        let draws: Vec<f64> = (0..40_000).map(|_| draw(&mut chance)).collect();
        let found = draws.iter().sum::<f64>() / n;
        let spread = draws.iter().map(|x| (x - found) * (x - found)).sum::<f64>() / (n - 1.0);
        assert!((found - mean).abs() < 5.0 * libm::sqrt(variance / n), "{name}: mean {found}, not {mean}");
        assert!((spread - variance).abs() < 5.0 * variance * libm::sqrt(11.0 / n), "{name}: {spread}, not {variance}");
    }

    #[test]
    fn draws_have_the_moments_of_their_distribution() {
        moments("normal", 0.0, 1.0, Chance::normal);
        moments("exponential", 1.0, 1.0, Chance::exponential);
        for shape in [0.5, 1.0, 3.7, 250.0] {
            moments("gamma", shape, shape, |chance| chance.gamma(shape));
        }
        for (a, b) in [(0.7, 2.0), (1.0, 1.0), (5.0, 12.0), (300.0, 2.0)] {
            let total: f64 = a + b;
            moments("beta", a / total, a * b / (total * total * (total + 1.0)), |chance| chance.beta(a, b));
        }
        for (n, p) in [(4, 0.3), (50, 0.9), (1000, 0.4), (100_000, 0.02), (70, 0.15)] {
            let mean = n as f64 * p;
            moments("binomial", mean, mean * (1.0 - p), |chance| chance.binomial(n, p) as f64);
        }
        for mean in [0.3, 9.5, 10.0, 47.0, 20_000.0] {
            moments("poisson", mean, mean, |chance| chance.poisson(mean) as f64);
        }
        moments("negative binomial", 30.0, 120.0, |chance| chance.negative_binomial(10.0, 0.25) as f64);
    }

    #[test]
    fn a_multinomial_loses_nobody() {
        let mut chance = Chance::new(3);
        let mut counts = [0; 4];
        for _ in 0..200 {
            chance.multinomial(977, &[0.1, 0.0, 0.7, 1e-300], &mut counts);
            assert_eq!(counts.iter().sum::<u64>(), 977);
            assert_eq!(counts[1], 0);
        }
    }

    #[test]
    fn streams_of_one_seed_differ_and_repeat() {
        assert_ne!(Chance::numbered(1, 2).bits(), Chance::numbered(1, 3).bits());
        assert_eq!(Chance::numbered(1, 2).bits(), Chance::numbered(1, 2).bits());
    }

    #[test]
    fn a_shape_near_zero_keeps_its_logarithm() {
        let mut chance = Chance::new(5);
        assert!((0..1000).all(|_| chance.ln_gamma(1e-4).is_finite()));
    }
}
