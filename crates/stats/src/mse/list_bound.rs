//! Chao's lower bound for a capture table: lists of different size, people who differ from each other.
//!
//! Counting lists as if they were repeat contacts of one kind overstates: with two equal independent lists f₁²/(2f₂) is twice
//! the number missed. The bound of Rivest and Baillargeon 2007 ("Applications and extensions of Chao's moment estimator")
//! keeps a parameter for each list and lets the number of lists bend the logarithm upwards only.

use nalgebra::{DMatrix, DVector};

use super::answer::{Answer, Estimate, Gate, Interval, Outcome, Reason, Setting, Verdict};
use super::hygiene::clean;
use super::one_list::{Counts, chao, chao_corrected};
use super::table::{History, Table};
use crate::span::Span;

/// Fewer people on exactly two lists than this, and the bound moves a lot with each of them.
const ENOUGH_TWICE: f64 = 10.0;

/// The bound with its interval: N̂ = n + exp(a₀) from ln μ_w = a₀ + Σ_{i∈w} a_i + h(|w|), N_w ~ Poisson(μ_w), with
/// h(k) = Σ_{j≥2} η_j (k − j)₊ and η_j ≥ 0, so that h(1) = h(2) = 0 and h is convex.
///
/// h says how much more people are on k lists than lists that know nothing of each other would have; people who differ
/// make it convex. var N̂ = M̂ + M̂²V₀₀, log-normal interval around the unseen.
pub fn bound(table: &Table, level: f64) -> Result<Span, Reason> {
    let fit = constrained(table)?;
    let (n, unseen) = (table.n() as f64, libm::exp(fit.parameters[0]));
    Ok(Span::log_normal(n + unseen, unseen + unseen * unseen * fit.v00, n, level))
}

/// The same bound as the maximum of the multinomial likelihood in N, which is a little smaller; persons.
pub fn multinomial_point(table: &Table) -> Result<f64, Reason> {
    let poisson = constrained(table)?;
    let most = libm::exp(poisson.parameters[0]);
    let profile = |unseen: f64| {
        let fit = poisson_fit(table, &poisson.bends, Some(unseen))?;
        Ok(profile_likelihood(table, unseen, &fit))
    };
    // Golden section in M; the multinomial maximum lies within a factor of two of the Poisson one or at 0.
    let ratio = (libm::sqrt(5.0) - 1.0) / 2.0;
    let (mut low, mut high) = (0.0, 2.0 * most + 1.0);
    while high - low > 1e-7 * (most + 1.0) {
        let (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
        if profile(left)? < profile(right)? {
            low = left;
        } else {
            high = right;
        }
    }
    Ok(table.n() as f64 + 0.5 * (low + high))
}

/// ln N!/M! + Σ_w N_w ln(μ_w/N) + M ln(μ_∅/N), N = n + M, without what does not depend on M.
fn profile_likelihood(table: &Table, unseen: f64, fit: &Fit) -> f64 {
    let total = table.n() as f64 + unseen;
    let cells = fit.mu.iter().zip(table.counts()[1..].iter().map(|count| *count as f64).chain([unseen]));
    let sum: f64 = cells.map(|(mu, count)| if count > 0.0 { count * libm::log(mu / total) } else { 0.0 }).sum();
    crate::special::ln_gamma(total + 1.0) - crate::special::ln_gamma(unseen + 1.0) + sum
}

/// A fitted table: a₀, a_i and then η of the bends; V₀₀; μ by history from 1, with that of no list last if it was given.
struct Fit {
    parameters: DVector<f64>,
    v00: f64,
    mu: Vec<f64>,
    bends: Vec<u32>,
}

/// Maximum likelihood under η ≥ 0. The likelihood is concave: a bend is let in while its slope at 0 is positive and left out
/// when it turns negative, until neither happens.
fn constrained(table: &Table) -> Result<Fit, Reason> {
    if Counts::of_table(table).f(2) == 0 {
        return Err(Reason::TooFewTwice);
    }
    let t = table.t();
    let mut bends: Vec<u32> = Vec::new();
    // Each bend comes and goes a few times at most.
    for _ in 0..8 * t {
        let fit = poisson_fit(table, &bends, None)?;
        let etas = bends.iter().enumerate().map(|(i, j)| (fit.parameters[1 + t + i], *j));
        if let Some((_, worst)) = etas.filter(|(eta, _)| *eta < 0.0).min_by(|a, b| a.0.total_cmp(&b.0)) {
            bends.retain(|j| *j != worst);
            continue;
        }
        let slope = |j: u32| -> f64 {
            let cells = fit.mu.iter().zip(&table.counts()[1..]).zip(1_u32..);
            cells.map(|((mu, count), w)| (*count as f64 - mu) * bend(w, j)).sum()
        };
        let open = (2..t as u32).filter(|j| !bends.contains(j)).map(|j| (slope(j), j));
        let steepest = open.filter(|(slope, _)| *slope > 1e-7 * table.n() as f64).max_by(|a, b| a.0.total_cmp(&b.0));
        let Some((_, j)) = steepest else { return Ok(fit) };
        bends.push(j);
    }
    Err(Reason::NotConverged)
}

/// (|w| − j)₊.
fn bend(w: History, j: u32) -> f64 {
    f64::from(w.count_ones().saturating_sub(j))
}

/// Maximum likelihood of the Poisson table by Newton's method; with `unseen` people on no list as one more cell.
fn poisson_fit(table: &Table, bends: &[u32], unseen: Option<f64>) -> Result<Fit, Reason> {
    let t = table.t();
    let width = 1 + t + bends.len();
    let cells: Vec<History> = (1..1_u32 << t).chain(unseen.map(|_| 0)).collect();
    let columns: Vec<Vec<(usize, f64)>> = cells.iter().map(|w| columns(*w, t, bends)).collect();
    let counts: Vec<f64> = table.counts()[1..].iter().map(|count| *count as f64).chain(unseen).collect();
    let mut mu: Vec<f64> = counts.iter().map(|count| count + 0.1).collect();
    let mut eta: Vec<f64> = mu.iter().map(|mu| libm::log(*mu)).collect();
    let mut deviance = f64::INFINITY;
    for _ in 0..100 {
        let mut information = DMatrix::zeros(width, width);
        let mut right = DVector::zeros(width);
        for (cell, used) in columns.iter().enumerate() {
            let work = eta[cell] + (counts[cell] - mu[cell]) / mu[cell];
            for &(i, x) in used {
                right[i] += mu[cell] * x * work;
                for &(j, y) in used {
                    information[(i, j)] += mu[cell] * x * y;
                }
            }
        }
        let cholesky = information.cholesky().ok_or(Reason::NotIdentifiable)?;
        let parameters = cholesky.solve(&right);
        for (cell, used) in columns.iter().enumerate() {
            eta[cell] = used.iter().map(|(i, x)| parameters[*i] * x).sum::<f64>().clamp(-200.0, 60.0);
            mu[cell] = libm::exp(eta[cell]);
        }
        let next = half_deviance(&counts, &mu);
        if (next - deviance).abs() <= 1e-13 * (next.abs() + 0.1) {
            return Ok(Fit { v00: cholesky.inverse()[(0, 0)], parameters, mu, bends: bends.to_vec() });
        }
        deviance = next;
    }
    Err(Reason::NotConverged)
}

/// The columns of the design that are not 0 for a history, with what stands in them.
fn columns(w: History, t: usize, bends: &[u32]) -> Vec<(usize, f64)> {
    let lists = (0..t).filter(|i| w >> i & 1 == 1).map(|i| (1 + i, 1.0));
    let bends = bends.iter().enumerate().map(|(i, j)| (1 + t + i, bend(w, *j))).filter(|(_, x)| *x > 0.0);
    std::iter::once((0, 1.0)).chain(lists).chain(bends).collect()
}

/// Σ N ln(N/μ) − (N − μ).
fn half_deviance(counts: &[f64], mu: &[f64]) -> f64 {
    let one = |(x, mu): (&f64, &f64)| (if *x > 0.0 { x * libm::log(x / mu) } else { 0.0 }) - (x - mu);
    counts.iter().zip(mu).map(one).sum()
}

/// The answer of the method `chao`: "at least so many". The settings carry the two bounds from the counts of counts
/// alone, f_k people on exactly k lists, for comparison with repeat contacts.
pub fn answer(table: &Table, level: f64) -> Answer {
    let n = table.n() as f64;
    let (Some(cleaned), _) = clean(table) else { return Answer::none("chao", Reason::NoLists) };
    let counts = Counts::of_table(&cleaned);
    let mut settings = vec![
        ("likelihood", Setting::Word("poisson")),
        ("heterogeneity", Setting::Word("one parameter for each list, convex in the number of lists")),
        ("bias-corrected-from-counts", Setting::Number(chao_corrected(&counts, level).point.max(n))),
    ];
    if let Ok(classic) = chao(&counts, level) {
        settings.push(("classic-from-counts", Setting::Number(classic.point.max(n))));
    }
    if let Ok(point) = multinomial_point(&cleaned) {
        settings.push(("multinomial-point", Setting::Number(point.max(n))));
    }
    let outcome = match bound(&cleaned, level) {
        Ok(span) => Outcome::Estimate(Estimate {
            point: span.point.max(n),
            lower: span.lower.max(n),
            upper: span.upper.max(n),
            level,
            interval: Interval::LogNormal,
            at_least: true,
            model: None,
        }),
        Err(reason) => Outcome::NotEstimable(reason),
    };
    let gates = vec![Gate::at_least("overlap", counts.f(2) as f64, ENOUGH_TWICE, Verdict::Doubt)];
    Answer { method: "chao", outcome, gates, settings, curves: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(counts: &[(History, u64)], t: usize) -> Table {
        Table::new((0..t).map(|i| format!("L{i}")).collect(), counts.iter().copied()).expect("a table")
    }

    #[test]
    fn of_two_lists_it_is_lincoln_and_petersen() {
        let span = bound(&table(&[(1, 30), (2, 20), (3, 10)], 2), 0.95).expect("twice");
        assert!((span.point - 120.0).abs() < 1e-8, "{span:?}");
    }

    #[test]
    fn lists_that_know_nothing_of_each_other_are_met_exactly() {
        // Odds 1, 1/2 and 1/4 on three lists, 800 on none.
        let span = bound(&table(&[(1, 800), (2, 400), (4, 200), (3, 400), (5, 200), (6, 100), (7, 100)], 3), 0.95);
        assert!((span.expect("twice").point - 3000.0).abs() < 1e-5);
    }

    #[test]
    fn lists_without_an_overlap_are_an_answer() {
        let answer = answer(&table(&[(1, 30), (2, 20)], 2), 0.95);
        assert_eq!(answer.outcome, Outcome::NotEstimable(Reason::TooFewTwice));
    }

    #[test]
    fn no_table_breaks_it() {
        for t in 2..=10 {
            for counts in [
                vec![(1, 1), (2, 1)],
                vec![(1, 1), ((1 << t) - 1, 1)],
                (1..1 << t).map(|w| (w, u64::from(w % 3 == 0) * 50)).collect(),
                (1..1 << t).map(|w| (w, 1_000_000)).collect(),
                (0..t).map(|i| (1 << i, 5)).chain([(3, 1)]).collect(),
            ] {
                let answer = answer(&table(&counts, t), 0.95);
                if let Some(estimate) = answer.estimate() {
                    assert!(estimate.lower <= estimate.point && estimate.point <= estimate.upper, "{t} {answer:?}");
                }
            }
        }
    }
}
