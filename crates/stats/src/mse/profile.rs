//! The profile likelihood of N under one model: unconditional multinomial, as in Rcapture's `closedpCI.t`.

use super::fit::{Fit, fit_with_unseen};
use super::model::Model;
use super::table::Table;
use crate::special::{ln_gamma, normal_quantile};

/// An estimate and interval from the profile likelihood; they differ a little from the Poisson ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Profile {
    /// The N at which the profile is highest; persons.
    pub point: f64,
    /// Where it has fallen by χ²₁(level)/2 below; n if it never does.
    pub lower: f64,
    /// Where it has fallen by as much above; infinite if it does not before a million times n.
    pub upper: f64,
}

/// ℓ(N) = log N! − log (N − n)! + max over the model's cell probabilities of Σ N_w log p_w + (N − n) log p_∅, N taken as a
/// real number. `None` if the model cannot be fitted near its maximum.
pub fn profile(table: &Table, model: &Model, fit: &Fit, level: f64) -> Option<Profile> {
    let n = fit.n;
    let curve = |log_unseen: f64| log_likelihood(table, model, libm::exp(log_unseen), fit);
    let (lowest, highest) = (libm::log(1e-6), libm::log(1e6 * n));
    let start = libm::log(fit.unseen()).clamp(lowest + 1.0, highest - 1.0);
    let top = highest_point(&curve, start, lowest, highest);
    let peak = curve(top)?;
    let z = normal_quantile(0.5 + level / 2.0);
    let cut = peak - z * z / 2.0;
    let below = crossing(&curve, cut, top, lowest).map_or(n, |at| n + libm::exp(at));
    let above = crossing(&curve, cut, top, highest).map_or(f64::INFINITY, |at| n + libm::exp(at));
    Some(Profile { point: n + libm::exp(top), lower: below, upper: above })
}

fn log_likelihood(table: &Table, model: &Model, unseen: f64, start: &Fit) -> Option<f64> {
    let fit = fit_with_unseen(table, model, unseen, Some(start)).ok()?;
    let total = fit.n + unseen;
    let log_share = |mu: f64| libm::log(mu / total);
    let seen: f64 = table.seen().map(|(w, count)| count as f64 * log_share(fit.mu[w as usize])).sum();
    Some(ln_gamma(total + 1.0) - ln_gamma(unseen + 1.0) + seen + unseen * log_share(fit.mu[0]))
}

/// Golden section between ends that are pushed out until the curve falls on both sides.
fn highest_point(curve: &impl Fn(f64) -> Option<f64>, start: f64, lowest: f64, highest: f64) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let value = |x: f64| curve(x).unwrap_or(f64::NEG_INFINITY);
    let (mut left, mut right) = (start - 0.5, start + 0.5);
    while left > lowest && value(left) > value(left + 0.25) {
        left -= 1.0;
    }
    while right < highest && value(right) > value(right - 0.25) {
        right += 1.0;
    }
    let (mut left, mut right) = (left.max(lowest), right.min(highest));
    let mut inner = (right - GOLDEN * (right - left), left + GOLDEN * (right - left));
    let mut values = (value(inner.0), value(inner.1));
    while right - left > 1e-9 {
        if values.0 < values.1 {
            left = inner.0;
            inner = (inner.1, left + GOLDEN * (right - left));
            values = (values.1, value(inner.1));
        } else {
            right = inner.1;
            inner = (right - GOLDEN * (right - left), inner.0);
            values = (value(inner.0), values.0);
        }
    }
    f64::midpoint(left, right)
}

/// Where the curve falls through `cut` on the way from `top` to `end`.
fn crossing(curve: &impl Fn(f64) -> Option<f64>, cut: f64, top: f64, end: f64) -> Option<f64> {
    let above = |x: f64| curve(x).is_some_and(|value| value > cut);
    let direction = if end < top { -1.0 } else { 1.0 };
    let (mut inside, mut step) = (top, 0.05);
    let mut outside = loop {
        let next = inside + direction * step;
        if (next - end) * direction >= 0.0 {
            if above(end) {
                return None;
            }
            break end;
        }
        if !above(next) {
            break next;
        }
        inside = next;
        step *= 1.5;
    };
    while (outside - inside).abs() > 1e-9 {
        let middle = f64::midpoint(inside, outside);
        if above(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    Some(f64::midpoint(inside, outside))
}
