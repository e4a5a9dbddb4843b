//! The functions of probability, on `libm` alone so that the last digit is the same on every machine.

#![allow(clippy::excessive_precision, reason = "the digits as the papers print them")]

/// ln Γ(x), x above 0.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// ln Σ exp(xᵢ), shifted by the maximum: posterior weights near e^−2000 would all round to zero. −∞ for nothing.
pub fn log_sum_exp(xs: &[f64]) -> f64 {
    let max = xs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if max == f64::NEG_INFINITY {
        return max;
    }
    max + libm::log(xs.iter().map(|x| libm::exp(x - max)).sum())
}

/// Φ(x), the share of a standard normal below x.
pub fn normal_share(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// Φ⁻¹(p) to about 1e-16 relative; −∞ at 0, ∞ at 1, NaN outside. Wichura 1988, algorithm AS 241 (PPND16).
pub fn normal_quantile(p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * polynomial(r, &A) / polynomial(r, &B);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    if tail == 0.0 {
        return if q < 0.0 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let r = libm::sqrt(-libm::log(tail));
    let size = if r <= 5.0 {
        polynomial(r - 1.6, &C) / polynomial(r - 1.6, &D)
    } else {
        polynomial(r - 5.0, &E) / polynomial(r - 5.0, &F)
    };
    if q < 0.0 { -size } else { size }
}

fn polynomial(x: f64, coefficients: &[f64; 8]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

const A: [f64; 8] = [
    3.387_132_872_796_366_608,
    133.141_667_891_784_377_45,
    1_971.590_950_306_551_442_7,
    13_731.693_765_509_461_125,
    45_921.953_931_549_871_457,
    67_265.770_927_008_700_853,
    33_430.575_583_588_128_105,
    2_509.080_928_730_122_672_7,
];
const B: [f64; 8] = [
    1.0,
    42.313_330_701_600_911_252,
    687.187_007_492_057_908_3,
    5_394.196_021_424_751_107_7,
    21_213.794_301_586_595_867,
    39_307.895_800_092_710_61,
    28_729.085_735_721_942_674,
    5_226.495_278_852_854_561,
];
const C: [f64; 8] = [
    1.423_437_110_749_683_577_34,
    4.630_337_846_156_545_295_9,
    5.769_497_221_460_691_405_5,
    3.647_848_324_763_204_605_04,
    1.270_458_252_452_368_382_58,
    0.241_780_725_177_450_611_77,
    0.022_723_844_989_269_184_583_5,
    7.745_450_142_783_414_076_4e-4,
];
const D: [f64; 8] = [
    1.0,
    2.053_191_626_637_758_821_87,
    1.676_384_830_183_803_849_4,
    0.689_767_334_985_100_004_55,
    0.148_103_976_427_480_074_59,
    0.015_198_666_563_616_457_196_6,
    5.475_938_084_995_344_946e-4,
    1.050_750_071_644_416_843_24e-9,
];
const E: [f64; 8] = [
    6.657_904_643_501_103_777_2,
    5.463_784_911_164_114_369_9,
    1.784_826_539_917_291_335_8,
    0.296_560_571_828_504_891_23,
    0.026_532_189_526_576_123_093,
    0.001_242_660_947_388_078_438_6,
    2.711_555_568_743_487_578_15e-5,
    2.010_334_399_292_288_132_65e-7,
];
const F: [f64; 8] = [
    1.0,
    0.599_832_206_555_887_937_69,
    0.136_929_880_922_735_805_31,
    0.014_875_361_290_850_615_250_3,
    7.868_691_311_456_132_591e-4,
    1.846_318_317_510_054_681_8e-5,
    1.421_511_758_316_445_888_7e-7,
    2.044_263_103_389_939_785_64e-15,
];

/// P\[X ≤ k\] and P\[X ≥ k\] for X ~ Poisson(mean), by summing the shorter way.
pub fn poisson_tails(k: u64, mean: f64) -> (f64, f64) {
    if mean <= 0.0 {
        return (1.0, if k == 0 { 1.0 } else { 0.0 });
    }
    let x = k as f64;
    let here = libm::exp(x * libm::log(mean) - mean - ln_gamma(x + 1.0));
    if x < mean {
        let below = sum_down(here, k, mean);
        (below, (1.0 - below + here).clamp(0.0, 1.0))
    } else {
        let above = sum_up(here, k, mean);
        ((1.0 - above + here).clamp(0.0, 1.0), above)
    }
}

fn sum_down(here: f64, k: u64, mean: f64) -> f64 {
    let (mut term, mut sum, mut i) = (here, here, k as f64);
    while i > 0.0 && term > sum * 1e-17 {
        term *= i / mean;
        i -= 1.0;
        sum += term;
    }
    sum.min(1.0)
}

fn sum_up(here: f64, k: u64, mean: f64) -> f64 {
    let (mut term, mut sum, mut i) = (here, here, k as f64);
    loop {
        i += 1.0;
        term *= mean / i;
        sum += term;
        if term <= sum * 1e-17 {
            return sum.min(1.0);
        }
    }
}

/// The quantile p of sorted values, Hyndman and Fan 1996 type 8 (approximately median-unbiased); NaN for nothing.
pub fn quantile_8(sorted: &[f64], p: f64) -> f64 {
    quantile(sorted, (sorted.len() as f64 + 1.0 / 3.0) * p + 1.0 / 3.0)
}

/// The quantile p of sorted values, Hyndman and Fan 1996 type 7 (linear between the order statistics); NaN for nothing.
pub fn quantile_7(sorted: &[f64], p: f64) -> f64 {
    quantile(sorted, (sorted.len() as f64 - 1.0) * p + 1.0)
}

/// Between the order statistics at a position that counts from 1.
fn quantile(sorted: &[f64], position: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let position = position.clamp(1.0, last as f64 + 1.0);
    let whole = libm::floor(position);
    let low = whole as usize - 1;
    let (left, right) = (sorted[low], sorted[(low + 1).min(last)]);
    let share = position - whole;
    // Equal ends first: the difference of two infinite ends is no number, nor is no share of an infinite one.
    if left == right || share == 0.0 { left } else { left + share * (right - left) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_the_normal_are_the_tabled_ones() {
        // Abramowitz and Stegun 1964, table 26.5, and Wichura's own check values.
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-14);
        assert!((normal_quantile(0.25) + 0.674_489_750_196_081_7).abs() < 1e-14);
        assert!((normal_quantile(0.001) + 3.090_232_306_167_814).abs() < 1e-13);
        assert!((normal_quantile(1e-20) + 9.262_340_089_798_408).abs() < 1e-12);
        assert_eq!(normal_quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(normal_quantile(1.0), f64::INFINITY);
        assert!(normal_quantile(1.1).is_nan());
    }

    #[test]
    fn share_and_quantile_undo_each_other() {
        for i in 1..1000 {
            let p = f64::from(i) / 1000.0;
            assert!((normal_share(normal_quantile(p)) - p).abs() < 1e-14, "{p}");
        }
    }

    #[test]
    fn the_two_tails_of_a_poisson_share_one_term() {
        for mean in [0.02, 0.5, 3.0, 40.0, 3000.0] {
            for k in [0, 1, 2, 5, 30, 60, 2900, 3300] {
                let (below, above) = poisson_tails(k, mean);
                let x = k as f64;
                let here = libm::exp(x * libm::log(mean) - mean - ln_gamma(x + 1.0));
                assert!((below + above - 1.0 - here).abs() < 1e-10, "{k} {mean}");
            }
        }
        // P[X <= 2] for a mean of 3 is 8.5 e^-3.
        assert!((poisson_tails(2, 3.0).0 - 8.5 * libm::exp(-3.0)).abs() < 1e-15);
    }

    #[test]
    fn quantiles_of_a_sample_follow_hyndman_and_fan() {
        let values = [1.0, 2.0, 3.0, 4.0, 5.0];
        assert!((quantile_7(&values, 0.25) - 2.0).abs() < 1e-15);
        assert!((quantile_8(&values, 0.25) - (1.0 + 2.0 / 3.0)).abs() < 1e-14);
        assert_eq!(quantile_8(&values, 0.0), 1.0);
        assert_eq!(quantile_8(&values, 1.0), 5.0);
        assert!(quantile_7(&[], 0.5).is_nan());
        assert_eq!(quantile_7(&[2.0, f64::INFINITY], 1.0), f64::INFINITY);
        assert_eq!(quantile_7(&[2.0, f64::INFINITY], 0.0), 2.0);
    }
}
