//! Have chains that started apart come to the same distribution, and how much is known from them?
//!
//! Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021, "Rank-normalization, folding, and localization: an improved R̂
//! for assessing convergence of MCMC" (Bayesian Analysis 16). A single chain lies: one that stays in one of two modes
//! looks well from inside, so every statement here needs several chains that started far apart.

use serde::Serialize;

use crate::special::{normal_quantile, quantile_7};

/// R̂ above this: the chains do not agree, and nothing may be concluded from them.
pub const MOST_R_HAT: f64 = 1.05;

/// Fewer effective draws than this for each chain, and R̂ itself is not to be trusted (Vehtari et al., section 4).
pub const LEAST_EFFECTIVE_PER_CHAIN: f64 = 50.0;

/// How well some chains have mixed, for one quantity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mixing {
    /// Rank-normalised split R̂, the larger of that of the draws and that of their distances from the median; 1 when
    /// all chains agree.
    pub r_hat: f64,
    /// How many independent draws would tell the middle of the distribution as well.
    pub bulk_ess: f64,
    /// The same for the 5 % and 95 % quantiles, the smaller.
    pub tail_ess: f64,
}

impl Mixing {
    /// The mixing of one quantity over chains; they are cut to the length of the shortest. A quantity that never varies
    /// has R̂ 1 and as many effective draws as draws; chains of fewer than four draws say nothing, and R̂ is infinite.
    pub fn of(chains: &[Vec<f64>]) -> Self {
        let halves = split(chains);
        let Some(length) = halves.first().map(Vec::len).filter(|length| *length > 1) else {
            return Self { r_hat: f64::INFINITY, bulk_ess: 0.0, tail_ess: 0.0 };
        };
        let whole = chains.iter().map(Vec::len).min().unwrap_or(0);
        let mut sorted: Vec<f64> = chains.iter().flat_map(|chain| &chain[..whole]).copied().collect();
        sorted.sort_by(f64::total_cmp);
        if sorted.first() == sorted.last() {
            let all = (halves.len() * length) as f64;
            return Self { r_hat: 1.0, bulk_ess: all, tail_ess: all };
        }
        let median = quantile_7(&sorted, 0.5);
        let ranked = rank_normalise(&halves);
        let folded = rank_normalise(&each(&halves, |x| (x - median).abs()));
        let tail = |p| {
            let bound = quantile_7(&sorted, p);
            effective_draws(&each(&halves, |x| if x <= bound { 1.0 } else { 0.0 }))
        };
        Self {
            r_hat: f64::max(r_hat(&ranked), r_hat(&folded)),
            bulk_ess: effective_draws(&ranked),
            tail_ess: f64::min(tail(0.05), tail(0.95)),
        }
    }

    /// Do the chains agree well enough to be one sample?
    pub fn is_well(&self, chains: usize) -> bool {
        self.r_hat <= MOST_R_HAT && self.bulk_ess >= LEAST_EFFECTIVE_PER_CHAIN * chains as f64
    }
}

/// The quantile p of all draws together with the ends of the interval that its Monte-Carlo error gives it: one standard
/// error to either side, from the effective number of draws of the indicator x ≤ quantile (Vehtari et al., section 4.4).
pub fn quantile_with_error(chains: &[Vec<f64>], p: f64) -> (f64, f64, f64) {
    let mut sorted: Vec<f64> = chains.iter().flatten().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let quantile = quantile_7(&sorted, p);
    let indicators = each(&split(chains), |x| if x <= quantile { 1.0 } else { 0.0 });
    let effective = f64::max(effective_draws(&indicators), 1.0);
    // The beta quantiles at Φ(∓1) of the paper, by their normal approximation: p ± √(p(1 − p)/ESS).
    let error = libm::sqrt(p * (1.0 - p) / effective);
    (quantile, quantile_7(&sorted, (p - error).max(0.0)), quantile_7(&sorted, (p + error).min(1.0)))
}

/// Each chain's first and second half as chains of their own, so that a drift within a chain shows; of one length.
fn split(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let length = chains.iter().map(Vec::len).min().unwrap_or(0);
    let half = length / 2;
    chains.iter().flat_map(|chain| [chain[..half].to_vec(), chain[length - half..length].to_vec()]).collect()
}

fn each(chains: &[Vec<f64>], f: impl Fn(f64) -> f64) -> Vec<Vec<f64>> {
    chains.iter().map(|chain| chain.iter().map(|x| f(*x)).collect()).collect()
}

/// z = Φ⁻¹((r − 3/8)/(S + 1/4)), r the rank among all S draws, equal draws sharing their mean rank: R̂ of heavy tails
/// then exists.
fn rank_normalise(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut order: Vec<(usize, usize)> =
        chains.iter().enumerate().flat_map(|(c, chain)| (0..chain.len()).map(move |i| (c, i))).collect();
    order.sort_by(|(c, i), (d, j)| chains[*c][*i].total_cmp(&chains[*d][*j]));
    let total = order.len() as f64;
    let mut normal: Vec<Vec<f64>> = chains.iter().map(|chain| vec![0.0; chain.len()]).collect();
    let mut start = 0;
    while start < order.len() {
        let value = chains[order[start].0][order[start].1];
        let same = order[start..].iter().take_while(|(c, i)| chains[*c][*i] == value).count().max(1);
        let rank = start as f64 + (same as f64 + 1.0) / 2.0;
        let z = normal_quantile((rank - 0.375) / (total + 0.25));
        for (c, i) in &order[start..start + same] {
            normal[*c][*i] = z;
        }
        start += same;
    }
    normal
}

/// R̂ = √(var⁺/W), var⁺ = (L − 1)/L · W + B/L, of chains of length L.
fn r_hat(chains: &[Vec<f64>]) -> f64 {
    let (within, total) = variances(chains);
    if within <= 0.0 {
        return if total <= 0.0 { 1.0 } else { f64::INFINITY };
    }
    libm::sqrt(total / within)
}

/// The mean variance within the chains, W, and the pooled one, var⁺.
fn variances(chains: &[Vec<f64>]) -> (f64, f64) {
    let length = chains.first().map_or(0, Vec::len) as f64;
    let means: Vec<f64> = chains.iter().map(|chain| mean(chain)).collect();
    let spreads: Vec<f64> = chains.iter().zip(&means).map(|(chain, m)| autocovariance(chain, *m, 0)).collect();
    let within = mean(&spreads) * length / (length - 1.0);
    let grand = mean(&means);
    let between = if means.len() > 1 {
        means.iter().map(|m| (m - grand) * (m - grand)).sum::<f64>() / (means.len() as f64 - 1.0)
    } else {
        0.0
    };
    (within, within * (length - 1.0) / length + between)
}

/// The effective number of draws: S/τ, τ = −1 + 2 Σ P̂_k over Geyer's initial positive and monotone sequence of pairs
/// of autocorrelations (Geyer 1992), each from all chains together: ρ_t = 1 − (W − mean s_t)/var⁺.
pub fn effective_draws(chains: &[Vec<f64>]) -> f64 {
    let length = chains.iter().map(Vec::len).min().unwrap_or(0);
    let draws = (length * chains.len()) as f64;
    if length < 4 {
        return draws;
    }
    let (within, total) = variances(chains);
    if total <= 0.0 {
        return draws;
    }
    let means: Vec<f64> = chains.iter().map(|chain| mean(chain)).collect();
    let rho = |lag: usize| {
        let covariances: Vec<f64> = chains.iter().zip(&means).map(|(x, m)| autocovariance(x, *m, lag)).collect();
        1.0 - (within - mean(&covariances)) / total
    };
    let (mut even, mut odd) = (1.0, rho(1));
    let mut smallest = even + odd;
    let mut sum = smallest;
    let mut lag = 2;
    while lag + 2 < length && even + odd > 0.0 {
        if lag > 2 {
            smallest = f64::min(smallest, even + odd);
            sum += smallest;
        }
        (even, odd) = (rho(lag), rho(lag + 1));
        lag += 2;
    }
    // Of the first pair that is not used the even half still counts once; that steadies chains that alternate.
    let tail = if lag > 2 && even > 0.0 { even } else { 0.0 };
    // Chains that alternate may be better than independent draws, but no estimate of that is trusted beyond log₁₀ S.
    let tau = f64::max(-1.0 + 2.0 * sum + tail, 1.0 / libm::log10(draws));
    draws / tau
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Σ (x_i − m)(x_{i+lag} − m)/L.
fn autocovariance(chain: &[f64], mean: f64, lag: usize) -> f64 {
    let products = chain.iter().zip(&chain[lag.min(chain.len())..]).map(|(x, y)| (x - mean) * (y - mean));
    products.sum::<f64>() / chain.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Chance;

    /// x_i = φ x_{i−1} + √(1 − φ²) z, which has variance 1 and S (1 − φ)/(1 + φ) effective draws for its mean.
    fn autoregressive(phi: f64, shift: f64, stream: u64, length: usize) -> Vec<f64> {
        let mut chance = Chance::numbered(17, stream);
        let mut x = chance.normal();
        let step = libm::sqrt(1.0 - phi * phi);
        (0..length)
            .map(|_| {
                x = phi * x + step * chance.normal();
                x + shift
            })
            .collect()
    }

    #[test]
    fn effective_draws_of_an_autoregression_are_those_of_its_formula() {
        for phi in [0.0, 0.5, 0.9] {
            let chains: Vec<_> = (0..8).map(|c| autoregressive(phi, 0.0, c, 10_000)).collect();
            let expected = 80_000.0 * (1.0 - phi) / (1.0 + phi);
            let found = Mixing::of(&chains);
            // The relative error of an estimated τ is about √(2(2m + 1)/S), m the lags summed (Sokal); 10 % is above it.
            assert!((found.bulk_ess / expected - 1.0).abs() < 0.1, "{phi}: {found:?}, {expected}");
            assert!(found.r_hat < 1.01 && found.is_well(8), "{phi}: {found:?}");
        }
    }

    #[test]
    fn chains_that_stand_apart_or_differ_in_width_do_not_mix() {
        let mut chains: Vec<_> = (0..4).map(|c| autoregressive(0.3, 0.0, c, 1000)).collect();
        chains[3].iter_mut().for_each(|x| *x += 3.0);
        assert!(Mixing::of(&chains).r_hat > 1.3);
        // Same mean, three times the width: only the folded draws show it.
        chains[3].iter_mut().for_each(|x| *x = (*x - 3.0) * 5.0);
        assert!(Mixing::of(&chains).r_hat > 1.1);
        // A drift within each chain.
        let drift: Vec<Vec<f64>> = (0..4)
            .map(|c| autoregressive(0.3, 0.0, c, 1000).iter().zip(0..).map(|(x, i)| x + f64::from(i) / 300.0).collect())
            .collect();
        // The halves stand 1.67 apart: √((1.23 + 0.8)/1.23).
        assert!(Mixing::of(&drift).r_hat > 1.2);
    }

    #[test]
    fn the_error_of_a_quantile_is_that_of_its_indicator() {
        let chains: Vec<_> = (0..4).map(|c| autoregressive(0.0, 0.0, c, 10_000)).collect();
        let (median, lower, upper) = quantile_with_error(&chains, 0.5);
        // √(π/2)/√S for the median of a normal sample.
        let expected = libm::sqrt(std::f64::consts::FRAC_PI_2 / 40_000.0);
        assert!(((upper - lower) / (2.0 * expected) - 1.0).abs() < 0.2, "{median} {lower} {upper}");
        assert!(median.abs() < 4.0 * expected);
    }

    #[test]
    fn what_cannot_be_judged_does_not_pass() {
        assert_eq!(Mixing::of(&[]).r_hat, f64::INFINITY);
        assert_eq!(Mixing::of(&[vec![1.0, 2.0]]).r_hat, f64::INFINITY);
        assert_eq!(Mixing::of(&[vec![2.0; 100], vec![2.0; 100]]).r_hat, 1.0);
        assert!(Mixing::of(&[vec![2.0; 100], vec![3.0; 100]]).r_hat > 1e6);
    }
}
