//! Generalised network scale-up: a sample of the population says whom it knows, a sample of the hidden group how visible it is.
//!
//! Feehan and Salganik 2016, "Generalizing the network scale-up method": N_H = (reports that lead from the frame to the
//! group) / (reports that lead to one member on average). It needs no assumption about transmission or barriers, because
//! members say how many people of the frame know of them.

use rayon::prelude::*;
use serde::Serialize;

use super::ard::Ard;
use super::bootstrap::{draw, members};
use crate::chance::Chance;
use crate::span::Span;
use crate::watch::{Stopped, Watch, go_on};

/// A member of the hidden group who was asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// How many people of the frame population know that she belongs to the group, v_j.
    pub visibility: f64,
    /// Her weight, proportional to the inverse of her chance to be asked.
    pub weight: f64,
}

/// Why it cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Fewer than two members were asked.
    #[error("at least two members of the hidden group must have been asked")]
    TooFewMembers,
    /// A visibility below 0, a weight not above 0.
    #[error("visibility must be at least 0, a weight above 0")]
    NoNumber,
    /// Nobody in the frame knows any of them.
    #[error("no member is known to anyone: the size has no bound")]
    Invisible,
    /// The weights of the survey do not add up to about the frame.
    #[error("the weights of respondents must be expansion weights: their sum is taken as the frame population")]
    NoExpansion,
    /// No such hidden group.
    #[error("the data have no such hidden group")]
    NoGroup,
}

/// N̂_H = Σ w_i y_iH / v̄, v̄ = Σ c_j v_j / Σ c_j. The weights of the survey must be expansion weights, one over the chance to
/// be asked, so that their sum is the frame population. Percentile interval from drawing respondents (or clusters) and
/// members anew at once.
pub fn estimate(
    ard: &Ard,
    hidden: usize,
    sample: &[Member],
    replicates: u64,
    level: f64,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Result<Span, Refusal>, Stopped> {
    let Some(group) = ard.hidden().get(hidden) else { return Ok(Err(Refusal::NoGroup)) };
    if let Err(refusal) = checked(ard, sample) {
        return Ok(Err(refusal));
    }
    let reports = |drawn: &[f64]| -> f64 {
        drawn.iter().zip(ard.weights()).zip(&group.known).map(|((times, w), y)| times * w * *y as f64).sum()
    };
    let point = reports(&vec![1.0; ard.respondents()]) / visibility(sample, &vec![1.0; sample.len()]);
    let clusters = members(ard);
    let one = |b: u64| {
        go_on(watch)?;
        let mut chance = Chance::numbered(seed, b);
        let mut asked = vec![0.0; sample.len()];
        let above = reports(&draw(&clusters, ard.respondents(), &mut chance));
        for _ in sample {
            asked[chance.below(sample.len())] += 1.0;
        }
        watch.advance("nsum-generalised", 1, replicates);
        Ok(above / visibility(sample, &asked))
    };
    let sizes: Vec<f64> = (0..replicates).into_par_iter().map(one).collect::<Result<_, Stopped>>()?;
    Ok(Span::percentile(point, &sizes, level).ok_or(Refusal::Invisible))
}

fn checked(ard: &Ard, sample: &[Member]) -> Result<(), Refusal> {
    if sample.len() < 2 {
        return Err(Refusal::TooFewMembers);
    }
    let fits = |one: &Member| one.visibility >= 0.0 && one.visibility.is_finite() && one.weight > 0.0;
    if !sample.iter().all(|one| fits(one) && one.weight.is_finite()) {
        return Err(Refusal::NoNumber);
    }
    if sample.iter().all(|one| one.visibility == 0.0) {
        return Err(Refusal::Invisible);
    }
    // Weights of any other scale give a size of any other scale; half to twice the population leaves room for a frame
    // that is not the whole of it.
    let sum: f64 = ard.weights().iter().sum();
    if !(0.5 * ard.population()..=2.0 * ard.population()).contains(&sum) {
        return Err(Refusal::NoExpansion);
    }
    Ok(())
}

fn visibility(sample: &[Member], times: &[f64]) -> f64 {
    let weighted = |f: &dyn Fn(&Member) -> f64| -> f64 {
        sample.iter().zip(times).map(|(one, times)| times * one.weight * f(one)).sum()
    };
    weighted(&|one| one.visibility) / weighted(&|_| 1.0)
}

#[cfg(test)]
mod tests {
    use super::super::ard::Group;
    use super::*;
    use crate::watch::Unwatched;

    fn ard(weight: f64) -> Ard {
        let group = |name: &str, size, known: Vec<u64>| Group { name: name.into(), size, known };
        let groups = vec![
            group("a", Some(100.0), (0..100).map(|i| i % 4).collect()),
            group("h", None, (0..100).map(|i| u64::from(i % 5 == 0)).collect()),
        ];
        Ard::new(10_000.0, groups).expect("data").weighted(vec![weight; 100]).expect("weights")
    }

    #[test]
    fn reports_over_visibility() {
        let sample: Vec<Member> = (0..30).map(|j| Member { visibility: f64::from(j % 3) * 4.0, weight: 1.0 }).collect();
        let span = estimate(&ard(100.0), 0, &sample, 400, 0.95, 1, &Unwatched).expect("not stopped").expect("a size");
        // 20 reports of weight 100, each member known to 4 on average.
        assert!((span.point - 500.0).abs() < 1e-9 && span.lower < 500.0 && 500.0 < span.upper, "{span:?}");
    }

    #[test]
    fn weights_that_do_not_expand_are_refused() {
        let sample = [Member { visibility: 3.0, weight: 1.0 }; 4];
        let answer = |ard: &Ard, sample: &[Member]| estimate(ard, 0, sample, 9, 0.95, 1, &Unwatched).expect("no stop");
        assert_eq!(answer(&ard(1.0), &sample), Err(Refusal::NoExpansion));
        assert_eq!(answer(&ard(100.0), &sample[..1]), Err(Refusal::TooFewMembers));
        assert_eq!(answer(&ard(100.0), &[Member { visibility: 0.0, weight: 1.0 }; 4]), Err(Refusal::Invisible));
    }
}
