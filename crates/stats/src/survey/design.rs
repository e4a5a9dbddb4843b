//! Design-based: what a probability survey says by itself, from its weights and how its people were drawn.

use std::collections::BTreeMap;

use serde::Serialize;

use super::interval::{self, Binomial};

/// People of one cluster who answered alike and carry the same weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The stratum, an arbitrary number.
    pub stratum: u64,
    /// The cluster (primary sampling unit) within the stratum; `None` if people were drawn one by one.
    pub cluster: Option<u64>,
    /// How many people the answer of one of them stands for; at least 0.
    pub weight: f64,
    /// How many of them were asked.
    pub asked: u64,
    /// How many of them are cases, at most `asked`.
    pub positive: u64,
    /// The weight in each replicate, where the survey came with replicate weights; else empty.
    pub replicates: Vec<f64>,
}

/// How replicate weights give a variance: v = scale · Σ (p_r − p)².
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Replication {
    /// Delete-one jackknife of R clusters: (R − 1)/R.
    Jackknife,
    /// Balanced half samples: 1/R.
    BalancedHalfSamples,
    /// Fay's variant with this factor k within [0, 1): 1/(R(1 − k)²).
    Fay(f64),
    /// Bootstrap: 1/R, around the full-sample estimate.
    Bootstrap,
}

impl Replication {
    fn scale(self, r: f64) -> f64 {
        match self {
            Self::Jackknife => (r - 1.0) / r,
            Self::BalancedHalfSamples | Self::Bootstrap => 1.0 / r,
            Self::Fay(k) => 1.0 / (r * (1.0 - k) * (1.0 - k)),
        }
    }
}

/// Why a survey has no design-based estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum DesignRefusal {
    /// Nobody was asked, or all weights are 0.
    #[error("nobody with a weight was asked")]
    Nobody,
    /// A weight is negative or not finite, or there are more cases than people.
    #[error("a weight is negative or not finite, or a group has more cases than people")]
    BadGroup,
    /// A stratum holds one cluster: its variance is unknown.
    #[error("a stratum has a single cluster, so its variance is unknown; join it with a neighbouring stratum")]
    SingleCluster,
    /// The replicate weights are missing, or their number differs between groups.
    #[error("the replicate weights are missing or differ in number between rows")]
    Replicates,
    /// The level of the interval is not between 0 and 1, or Fay's factor not in [0, 1).
    #[error("a setting is outside its range")]
    Setting,
}

/// A share of the population, estimated from one survey.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DesignEstimate {
    /// The Hájek mean p = Σ w y/Σ w.
    pub share: f64,
    /// Its variance under the design.
    pub variance: f64,
    /// Lower end of the interval.
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
    /// The level of the interval.
    pub level: f64,
    /// How it was made.
    pub interval: Binomial,
    /// p(1 − p)/v, at most the number asked: how many people drawn at random would tell as much.
    pub effective: f64,
    /// People asked.
    pub asked: u64,
    /// Cases among them. Fewer than ten: the exact interval is used.
    pub positive: u64,
}

/// The Hájek mean with its linearised variance; Korn–Graubard interval below 10 cases, logit above.
pub fn estimate(groups: &[Group], level: f64) -> Result<DesignEstimate, DesignRefusal> {
    let sums = Sums::of(groups)?;
    let (variance, degrees) = linearised(groups, &sums)?;
    finish(&sums, variance, degrees, level)
}

/// The same with the variance from replicate weights.
pub fn estimate_replicated(
    groups: &[Group],
    replication: Replication,
    level: f64,
) -> Result<DesignEstimate, DesignRefusal> {
    let sums = Sums::of(groups)?;
    let replicates = groups.first().map_or(0, |group| group.replicates.len());
    if replicates < 2 || groups.iter().any(|group| group.replicates.len() != replicates) {
        return Err(DesignRefusal::Replicates);
    }
    if let Replication::Fay(k) = replication
        && !(0.0..1.0).contains(&k)
    {
        return Err(DesignRefusal::Setting);
    }
    let mut squares = 0.0;
    for r in 0..replicates {
        let of_replicate = Sums::weighted(groups, |group| group.replicates[r])?;
        squares += (of_replicate.share - sums.share) * (of_replicate.share - sums.share);
    }
    let r = replicates as f64;
    finish(&sums, replication.scale(r) * squares, r - 1.0, level)
}

struct Sums {
    weight: f64,
    share: f64,
    /// Kish's n_eff = (Σ w)²/Σ w², used where the variance says nothing.
    kish: f64,
    asked: u64,
    positive: u64,
}

impl Sums {
    fn of(groups: &[Group]) -> Result<Self, DesignRefusal> {
        Self::weighted(groups, |group| group.weight)
    }

    fn weighted(groups: &[Group], weight: impl Fn(&Group) -> f64) -> Result<Self, DesignRefusal> {
        let (mut total, mut squares, mut cases) = (0.0, 0.0, 0.0);
        let (mut asked, mut positive) = (0_u64, 0_u64);
        for group in groups {
            let w = weight(group);
            if !(w.is_finite() && w >= 0.0) || group.positive > group.asked {
                return Err(DesignRefusal::BadGroup);
            }
            total += w * group.asked as f64;
            squares += w * w * group.asked as f64;
            cases += w * group.positive as f64;
            asked = asked.saturating_add(group.asked);
            positive = positive.saturating_add(group.positive);
        }
        let sound = total > 0.0 && total.is_finite() && squares > 0.0 && squares.is_finite();
        sound
            .then(|| Self {
                weight: total,
                share: (cases / total).min(1.0),
                kish: total * total / squares,
                asked,
                positive,
            })
            .ok_or(DesignRefusal::Nobody)
    }
}

/// v = Σ_h n_h/(n_h − 1) Σ_i (e_hi − ē_h)², e the sum of w(y − p)/Σw in a cluster; and its degrees of freedom, clusters
/// less strata.
fn linearised(groups: &[Group], sums: &Sums) -> Result<(f64, f64), DesignRefusal> {
    let mut strata: BTreeMap<u64, Stratum> = BTreeMap::new();
    for group in groups.iter().filter(|group| group.asked > 0) {
        let case = group.weight * (1.0 - sums.share) / sums.weight;
        let other = -group.weight * sums.share / sums.weight;
        let (cases, others) = (group.positive as f64, (group.asked - group.positive) as f64);
        let stratum = strata.entry(group.stratum).or_default();
        match group.cluster {
            Some(cluster) => *stratum.clusters.entry(cluster).or_insert(0.0) += cases * case + others * other,
            None => {
                stratum.alone += cases + others;
                stratum.sum += cases * case + others * other;
                stratum.squares += cases * case * case + others * other * other;
            }
        }
    }
    let (mut variance, mut units) = (0.0, 0.0);
    for stratum in strata.values() {
        let n = stratum.alone + stratum.clusters.len() as f64;
        if n < 2.0 {
            return Err(DesignRefusal::SingleCluster);
        }
        let sum = stratum.sum + stratum.clusters.values().sum::<f64>();
        let squares = stratum.squares + stratum.clusters.values().map(|e| e * e).sum::<f64>();
        variance += n / (n - 1.0) * (squares - sum * sum / n).max(0.0);
        units += n;
    }
    Ok((variance, units - strata.len() as f64))
}

#[derive(Default)]
struct Stratum {
    clusters: BTreeMap<u64, f64>,
    /// People drawn one by one: how many, Σ e and Σ e².
    alone: f64,
    sum: f64,
    squares: f64,
}

fn finish(sums: &Sums, variance: f64, degrees: f64, level: f64) -> Result<DesignEstimate, DesignRefusal> {
    if !(level > 0.0 && level < 1.0) {
        return Err(DesignRefusal::Setting);
    }
    let p = sums.share;
    let n = sums.asked as f64;
    let effective = if variance > 0.0 { p * (1.0 - p) / variance } else { sums.kish }.min(n);
    let few = sums.positive < 10 || sums.asked - sums.positive < 10;
    let (interval, (lower, upper)) = if few {
        let correction = interval::degrees_correction(n, degrees, level);
        let corrected = if variance > 0.0 { (effective * correction).min(n) } else { effective };
        (Binomial::KornGraubard, interval::exact(p * corrected, corrected, level))
    } else {
        (Binomial::Logit, interval::logit(p, variance, degrees, level))
    };
    Ok(DesignEstimate {
        share: p,
        variance,
        lower,
        upper,
        level,
        interval,
        effective,
        asked: sums.asked,
        positive: sums.positive,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(stratum: u64, cluster: Option<u64>, weight: f64, asked: u64, positive: u64) -> Group {
        Group { stratum, cluster, weight, asked, positive, replicates: Vec::new() }
    }

    #[test]
    fn a_simple_sample_has_the_textbook_variance() {
        let found = estimate(&[group(0, None, 3.0, 200, 40)], 0.95).expect("a sample");
        assert!((found.share - 0.2).abs() < 1e-15);
        // p(1 − p)/(n − 1), of which the effective size is n − 1.
        assert!((found.variance - 0.2 * 0.8 / 199.0).abs() < 1e-15);
        assert!((found.effective - 199.0).abs() < 1e-9);
        assert_eq!((found.interval, found.asked, found.positive), (Binomial::Logit, 200, 40));
    }

    #[test]
    fn grouping_people_changes_nothing() {
        let one_by_one: Vec<Group> =
            (0..30).map(|i| group(i % 2, None, 1.0 + (i % 3) as f64, 1, u64::from(i < 12))).collect();
        let mut joined: BTreeMap<(u64, u64), (u64, u64)> = BTreeMap::new();
        for person in &one_by_one {
            let entry = joined.entry((person.stratum, person.weight as u64)).or_default();
            *entry = (entry.0 + 1, entry.1 + person.positive);
        }
        let groups: Vec<Group> =
            joined.iter().map(|((s, w), (asked, positive))| group(*s, None, *w as f64, *asked, *positive)).collect();
        let (a, b) = (estimate(&one_by_one, 0.9).expect("a"), estimate(&groups, 0.9).expect("b"));
        assert!((a.share - b.share).abs() < 1e-15 && (a.variance - b.variance).abs() < 1e-16);
    }

    #[test]
    fn clusters_that_answer_alike_count_as_one_person_each() {
        let clusters: Vec<Group> = (0..20).map(|c| group(0, Some(c), 1.0, 10, if c < 5 { 10 } else { 0 })).collect();
        let found = estimate(&clusters, 0.95).expect("a sample");
        assert!((found.variance - 0.25 * 0.75 / 19.0).abs() < 1e-14);
        assert!((found.effective - 19.0).abs() < 1e-9);
    }

    #[test]
    fn the_jackknife_agrees_with_linearisation_for_equal_clusters() {
        // Delete-one over equal clusters of a mean is (R − 1)/R Σ (p_r − p)², which equals the linearised variance.
        let cases = [3, 0, 1, 2, 0, 5];
        let groups: Vec<Group> = (0..6)
            .map(|c| {
                let replicates = (0..6).map(|r| if r == c { 0.0 } else { 1.2 }).collect();
                Group { replicates, ..group(0, Some(c), 1.0, 10, cases[c as usize]) }
            })
            .collect();
        let jackknife = estimate_replicated(&groups, Replication::Jackknife, 0.95).expect("replicates");
        let linear = estimate(&groups, 0.95).expect("clusters");
        assert!((jackknife.variance / linear.variance - 1.0).abs() < 1e-12);
        let fay = estimate_replicated(&groups, Replication::Fay(0.5), 0.95).expect("replicates");
        let half = estimate_replicated(&groups, Replication::BalancedHalfSamples, 0.95).expect("replicates");
        assert!((fay.variance / half.variance - 4.0).abs() < 1e-12);
    }

    #[test]
    fn without_design_the_exact_interval_is_clopper_pearsons() {
        // 0 of 20: 1 − 0.025^(1/20).
        let none = estimate(&[group(0, None, 1.0, 20, 0)], 0.95).expect("a sample");
        assert_eq!((none.interval, none.lower), (Binomial::KornGraubard, 0.0));
        assert!((none.upper - (1.0 - libm::pow(0.025, 0.05))).abs() < 1e-12);
        let all = estimate(&[group(0, None, 1.0, 20, 20)], 0.95).expect("a sample");
        assert!((all.lower - libm::pow(0.025, 0.05)).abs() < 1e-12 && all.upper == 1.0);
    }

    #[test]
    fn what_is_no_sample_is_refused() {
        assert_eq!(estimate(&[], 0.95), Err(DesignRefusal::Nobody));
        assert_eq!(estimate(&[group(0, None, 0.0, 5, 1)], 0.95), Err(DesignRefusal::Nobody));
        assert_eq!(estimate(&[group(0, None, 1.0, 5, 6)], 0.95), Err(DesignRefusal::BadGroup));
        assert_eq!(estimate(&[group(0, None, f64::NAN, 5, 1)], 0.95), Err(DesignRefusal::BadGroup));
        assert_eq!(estimate(&[group(0, Some(1), 1.0, 5, 1)], 0.95), Err(DesignRefusal::SingleCluster));
        assert_eq!(estimate(&[group(0, None, 1.0, 5, 1)], 1.0), Err(DesignRefusal::Setting));
        let plain = [group(0, None, 1.0, 5, 1)];
        assert_eq!(estimate_replicated(&plain, Replication::Bootstrap, 0.9), Err(DesignRefusal::Replicates));
    }
}
