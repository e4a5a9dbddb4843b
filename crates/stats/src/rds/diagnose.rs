//! May the shares be believed? How the sample grew, whether it forgot its seeds, whether groups keep to themselves.

use serde::Serialize;

use super::estimate::rds_two;
use super::sample::{Sample, View};

/// A share that stays within this of the final one is called settled.
pub const SETTLED: f64 = 0.02;

/// How the sample grew.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Growth {
    /// People, n.
    pub n: usize,
    /// Seeds.
    pub seeds: usize,
    /// People in each wave, from wave 0.
    pub waves: Vec<usize>,
    /// For each seed: its id's place in the sample, the people that come from it (with itself), and its last wave.
    pub trees: Vec<Tree>,
    /// The share of the sample that comes from the largest seed.
    pub largest_tree: f64,
    /// People who gave no degree, or 0.
    pub missing_degrees: usize,
}

/// What came from one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Tree {
    /// The seed, by its place in the sample from 0.
    pub seed: usize,
    /// People, with the seed.
    pub people: usize,
    /// Waves after the seed.
    pub waves: usize,
}

/// What recruitment says about one outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mixing {
    /// C_ab, who recruited whom.
    pub recruitments: Vec<Vec<f64>>,
    /// Recruitments within a group over those expected if recruiters took recruits of any group as all did:
    /// Σ_g C_gg / Σ_g C_g. C_.g / C_.. ; 1 without homophily.
    pub homophily: Option<f64>,
    /// Heckathorn's H by group: (S_gg − P_g)/(1 − P_g), or over P_g if negative; from −1 (only others) over 0 to 1 (only her
    /// own). P_g by RDS-II.
    pub by_group: Vec<Option<f64>>,
    /// RDS-II of everyone up to each wave.
    pub by_wave: Vec<Vec<f64>>,
    /// The first wave from which on all shares stay within 0.02 of the final ones.
    pub settled_at: Option<usize>,
    /// RDS-II of what came from each seed; `None` if nobody there counts. Seeds that stay apart are a bottleneck.
    pub by_seed: Vec<Option<Vec<f64>>>,
}

/// How the sample grew.
pub fn growth(sample: &Sample) -> Growth {
    let last = sample.waves().iter().max().copied().unwrap_or(0);
    let mut waves = vec![0; last + 1];
    for wave in sample.waves() {
        waves[*wave] += 1;
    }
    let tree = |seed: usize| {
        let mine = || (0..sample.n()).filter(move |i| sample.seed_of()[*i] == seed);
        Tree { seed, people: mine().count(), waves: mine().map(|i| sample.waves()[i]).max().unwrap_or(0) }
    };
    let trees: Vec<Tree> = sample.seeds().into_iter().map(tree).collect();
    let largest = trees.iter().map(|tree| tree.people).max().unwrap_or(0);
    Growth {
        n: sample.n(),
        seeds: trees.len(),
        waves,
        largest_tree: largest as f64 / sample.n() as f64,
        trees,
        missing_degrees: sample.missing_degrees(),
    }
}

/// What recruitment says about the outcome of a view.
pub fn mixing(view: &View<'_>) -> Mixing {
    let c = view.recruitments();
    let last = view.sample.waves().iter().max().copied().unwrap_or(0);
    let of = |keep: &dyn Fn(usize) -> bool| {
        rds_two((0..view.sample.n()).filter(|i| keep(*i)).filter_map(|i| view.one(i)), view.g).ok()
    };
    let by_wave: Vec<Vec<f64>> = (0..=last)
        .map(|wave| of(&|i| view.sample.waves()[i] <= wave).unwrap_or_else(|| vec![f64::NAN; view.g]))
        .collect();
    Mixing {
        homophily: homophily(&c),
        by_group: by_group(&c, by_wave.last().map_or(&[], Vec::as_slice)),
        settled_at: settled(&by_wave),
        by_seed: view.sample.seeds().iter().map(|seed| of(&|i| view.sample.seed_of()[i] == *seed)).collect(),
        by_wave,
        recruitments: c,
    }
}

fn homophily(c: &[Vec<f64>]) -> Option<f64> {
    let all: f64 = c.iter().flatten().sum();
    let expected: f64 =
        (0..c.len()).map(|g| c[g].iter().sum::<f64>() * c.iter().map(|row| row[g]).sum::<f64>() / all).sum();
    let within: f64 = (0..c.len()).map(|g| c[g][g]).sum();
    (all > 0.0 && expected > 0.0).then(|| within / expected)
}

fn by_group(c: &[Vec<f64>], shares: &[f64]) -> Vec<Option<f64>> {
    let one = |g: usize| {
        let sum: f64 = c[g].iter().sum();
        let p = *shares.get(g)?;
        if !(sum > 0.0 && p > 0.0 && p < 1.0) {
            return None;
        }
        let s = c[g][g] / sum;
        Some(if s >= p { (s - p) / (1.0 - p) } else { (s - p) / p })
    };
    (0..c.len()).map(one).collect()
}

fn settled(by_wave: &[Vec<f64>]) -> Option<usize> {
    let end = by_wave.last()?;
    let near = |shares: &Vec<f64>| shares.iter().zip(end).all(|(a, b)| (a - b).abs() <= SETTLED);
    let away = by_wave.iter().rposition(|shares| !near(shares));
    let first = away.map_or(0, |wave| wave + 1);
    // The last wave is always near itself; a share that moved up to it has not settled.
    (first + 1 < by_wave.len()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homophily_is_one_when_recruiters_do_not_look_at_the_group() {
        assert!((homophily(&[vec![16.0, 4.0], vec![4.0, 1.0]]).expect("recruits") - 1.0).abs() < 1e-12);
        assert!(homophily(&[vec![16.0, 1.0], vec![1.0, 4.0]]).expect("recruits") > 1.2);
        assert_eq!(homophily(&[vec![0.0, 0.0], vec![0.0, 0.0]]), None);
    }

    #[test]
    fn heckathorns_h_goes_from_minus_one_to_one() {
        let found = by_group(&[vec![5.0, 5.0], vec![4.0, 0.0]], &[0.5, 0.5]);
        assert_eq!(found, [Some(0.0), Some(-1.0)]);
        assert_eq!(by_group(&[vec![5.0, 0.0], vec![0.0, 0.0]], &[0.5, 0.5]), [Some(1.0), None]);
    }

    #[test]
    fn a_share_that_moves_in_the_last_wave_has_not_settled() {
        assert_eq!(settled(&[vec![0.5], vec![0.31], vec![0.30], vec![0.30]]), Some(1));
        assert_eq!(settled(&[vec![0.5], vec![0.40], vec![0.30]]), None);
    }
}
