//! The beta distribution and what follows from it: exact binomial intervals need its quantiles, small samples Student's t.

use crate::special::ln_gamma;

/// I_x(a, b), the share of Beta(a, b) below x; a and b above 0. Continued fraction by Lentz's method (Abramowitz and
/// Stegun 1964, 26.5.8), about 1e-13.
pub fn beta_share(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * libm::log(x) + b * libm::log1p(-x);
    // The fraction converges fast on the side of the mean where x is.
    if x < (a + 1.0) / (a + b + 2.0) {
        (libm::exp(front) * fraction(x, a, b) / a).clamp(0.0, 1.0)
    } else {
        (1.0 - libm::exp(front) * fraction(1.0 - x, b, a) / b).clamp(0.0, 1.0)
    }
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for step in 1..100_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        result *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        result *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    result
}

/// The quantile p of Beta(a, b), by halving the interval until it is as narrow as numbers are; NaN outside [0, 1] or for
/// shapes that are not above 0.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) || a.is_nan() || b.is_nan() || a <= 0.0 || b <= 0.0 {
        return f64::NAN;
    }
    let (mut low, mut high) = (0.0, 1.0);
    // Halving the number itself finds 1e-300 too slowly, so 1,100 halvings are allowed; they end when nothing is between.
    for _ in 0..1100 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if beta_share(middle, a, b) < p { low = middle } else { high = middle }
    }
    high
}

/// The quantile p of Student's t with this many degrees of freedom (above 0): t² = ν(1 − x)/x with x from
/// Beta(ν/2, 1/2).
pub fn student_quantile(p: f64, degrees: f64) -> f64 {
    if !(p > 0.0 && p < 1.0) {
        return crate::special::normal_quantile(p);
    }
    let tail = 2.0 * f64::min(p, 1.0 - p);
    let x = beta_quantile(tail, degrees / 2.0, 0.5);
    let t = libm::sqrt(degrees * (1.0 - x) / x);
    if p < 0.5 { -t } else { t }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_their_closed_forms() {
        for x in [0.001, 0.2, 0.5, 0.77, 0.999] {
            assert!((beta_share(x, 1.0, 1.0) - x).abs() < 1e-14);
            assert!((beta_share(x, 3.0, 1.0) - x * x * x).abs() < 1e-14);
            // P[Binomial(5, x) ≥ 2].
            let y = 1.0 - x;
            let at_least_two = 1.0 - y * y * y * y * y - 5.0 * x * y * y * y * y;
            assert!((beta_share(x, 2.0, 4.0) - at_least_two).abs() < 1e-13, "{x}");
        }
    }

    #[test]
    fn quantiles_undo_shares_over_many_sizes() {
        for (a, b) in [(0.3, 0.7), (1.0, 30.0), (8.5, 900.0), (4000.0, 60.0)] {
            for p in [1e-6, 0.025, 0.5, 0.975] {
                assert!((beta_share(beta_quantile(p, a, b), a, b) - p).abs() < 1e-11, "{a} {b} {p}");
            }
        }
        assert!(beta_quantile(0.5, 0.0, 1.0).is_nan());
    }

    #[test]
    fn students_quantiles_are_the_tabled_ones() {
        // Abramowitz and Stegun 1964, table 26.10, to its three digits; and the closed form for two degrees of freedom.
        for (degrees, t) in [(1.0, 12.706), (5.0, 2.571), (10.0, 2.228), (30.0, 2.042), (120.0, 1.980)] {
            assert!((student_quantile(0.975, degrees) - t).abs() < 5.1e-4, "{degrees}");
        }
        let exact = 0.95 / libm::sqrt(2.0 * 0.975 * 0.025);
        assert!((student_quantile(0.975, 2.0) - exact).abs() < 1e-10);
        assert!((student_quantile(0.025, 2.0) + exact).abs() < 1e-10);
    }
}
