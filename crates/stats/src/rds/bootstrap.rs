//! What other recruitments would have said: three ways to draw a sample anew. Each replicate is the shares of all groups.

use rayon::prelude::*;

use super::estimate::{Refusal, rds_one, rds_two, shares};
use super::sample::View;
use super::successive::{Inclusion, pick};
use crate::chance::Chance;
use crate::watch::{Stopped, Watch, go_on};

/// Shares of each replicate; a replicate whose recruitment connects nothing is left out.
pub type Replicates = Vec<Vec<f64>>;

/// Which estimator is repeated on a Markov chain of recruits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeated {
    /// RDS-I.
    One,
    /// RDS-I with smoothed recruitment.
    OneSmoothed,
    /// RDS-II.
    Two,
}

/// Salganik 2006, "Variance estimation, design effects, and sample size calculations for respondent-driven sampling": a
/// chain that starts at someone of the sample; the next is drawn from those who were recruited by people of her group. The
/// chain has as many steps as there were recruitments. It forgets the branches of the tree: with several recruits per person
/// and homophily its intervals are too narrow.
pub fn salganik(
    view: &View<'_>,
    repeated: Repeated,
    replicates: u64,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Replicates, Stopped> {
    let steps = view.recruitments().iter().flatten().sum::<f64>() as usize;
    let everybody: Vec<(usize, f64)> = view.counted().collect();
    let by_recruiter = recruited_by(view);
    run(replicates, "rds-salganik", watch, |b| {
        let mut chance = Chance::numbered(seed, b);
        let mut here = *everybody.get(chance.below(everybody.len()))?;
        let mut chain = vec![here];
        let mut c = vec![vec![0.0; view.g]; view.g];
        for _ in 0..steps {
            let next = Some(&by_recruiter[here.0]).filter(|recruited| !recruited.is_empty()).unwrap_or(&everybody);
            let there = next[chance.below(next.len())];
            c[here.0][there.0] += 1.0;
            chain.push(there);
            here = there;
        }
        again(repeated, &c, &chain, view.g).ok()
    })
}

/// Those who count, by the group of who recruited them.
fn recruited_by(view: &View<'_>) -> Vec<Vec<(usize, f64)>> {
    let mut found = vec![Vec::new(); view.g];
    for (i, recruiter) in view.sample.recruiters().iter().enumerate() {
        if let Some((from, one)) = recruiter.and_then(|r| view.groups[r]).zip(view.one(i)) {
            found[from].push(one);
        }
    }
    found
}

fn again(repeated: Repeated, c: &[Vec<f64>], chain: &[(usize, f64)], g: usize) -> Result<Vec<f64>, Refusal> {
    match repeated {
        Repeated::Two => rds_two(chain.iter().copied(), g),
        Repeated::One => rds_one(c, chain.iter().copied(), false),
        Repeated::OneSmoothed => rds_one(c, chain.iter().copied(), true),
    }
}

/// Baraff, McCormick and Raftery 2016, "Estimating uncertainty in respondent-driven sampling using a tree bootstrap method":
/// seeds are drawn with replacement, and for each person her recruits are, down the tree. RDS-II of each; wide.
pub fn tree(view: &View<'_>, replicates: u64, seed: u64, watch: &dyn Watch) -> Result<Replicates, Stopped> {
    let seeds = view.sample.seeds();
    run(replicates, "rds-tree", watch, |b| {
        let mut chance = Chance::numbered(seed, b);
        let mut drawn: Vec<usize> = seeds.iter().map(|_| seeds[chance.below(seeds.len())]).collect();
        let mut read = 0;
        // A drawn tree grows as the observed one on average; a thousand times as many is a runaway that cannot happen but by
        // the cost of memory.
        while read < drawn.len() && drawn.len() < 1000 * view.sample.n() {
            let recruits = &view.sample.recruits()[drawn[read]];
            drawn.extend(recruits.iter().map(|_| recruits[chance.below(recruits.len())]));
            read += 1;
        }
        rds_two(drawn.into_iter().filter_map(|i| view.one(i)), view.g).ok()
    })
}

/// Gile 2011: a population of the estimated size and degrees, ties between groups as recruitment shows them, and from it
/// recruitment without replacement, each recruiter bringing as many as some recruiter of the sample did. The chances π by
/// degree stay as they were found for the sample.
pub fn gile(
    view: &View<'_>,
    inclusion: &Inclusion,
    population: u64,
    replicates: u64,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Replicates, Stopped> {
    let world = World::new(view, inclusion, population);
    run(replicates, "rds-gile", watch, |b| {
        let sampled = world.sample(&mut Chance::numbered(seed, b));
        shares(sampled.into_iter().map(|(g, d)| (g, 1.0 / inclusion.chance(d))), view.g).ok()
    })
}

/// The population from which [`gile`] recruits.
struct World {
    /// The degrees that occur, for each group the same.
    degrees: Vec<f64>,
    /// People by group and degree, as numbers that need not be whole.
    people: Vec<Vec<f64>>,
    /// Ties between groups, symmetric.
    ties: Vec<Vec<f64>>,
    /// How many each recruiter of the sample brought, without those who brought nobody.
    brought: Vec<usize>,
    seeds: usize,
    n: usize,
}

impl World {
    fn new(view: &View<'_>, inclusion: &Inclusion, population: u64) -> Self {
        let degrees = inclusion.degrees.clone();
        let mut people = vec![vec![0.0; degrees.len()]; view.g];
        for (group, degree) in view.counted() {
            let k = degrees.partition_point(|d| *d < degree).min(degrees.len() - 1);
            people[group][k] += 1.0 / inclusion.chances[k];
        }
        let total: f64 = people.iter().flatten().sum();
        people.iter_mut().flatten().for_each(|count| *count *= population as f64 / total);
        let mass = |row: &Vec<f64>| row.iter().zip(&degrees).map(|(count, d)| count * d).sum::<f64>();
        let masses: Vec<f64> = people.iter().map(mass).collect();
        let recruits = view.sample.recruits().iter().map(Vec::len);
        Self {
            ties: ties(&view.recruitments(), &masses),
            brought: recruits.filter(|count| *count > 0).collect(),
            seeds: view.sample.seeds().len(),
            n: view.counted().count(),
            degrees,
            people,
        }
    }

    /// One sample: (group, degree) of everyone drawn.
    fn sample(&self, chance: &mut Chance) -> Vec<(usize, f64)> {
        let mut left = self.people.clone();
        let mass = |row: &Vec<f64>| row.iter().zip(&self.degrees).map(|(count, d)| count * d).collect::<Vec<f64>>();
        let mut masses: Vec<Vec<f64>> = left.iter().map(mass).collect();
        let first: Vec<f64> = masses.iter().map(|row| row.iter().sum()).collect();
        let mut now = first.clone();
        let mut drawn: Vec<(usize, f64)> = Vec::new();
        let (mut recruiter, mut to_bring) = (0, 0);
        while drawn.len() < self.n {
            let group = if drawn.len() < self.seeds.min(self.n) {
                pick(&now, now.iter().sum(), chance)
            } else {
                if to_bring == 0 {
                    to_bring = self.brought[chance.below(self.brought.len())];
                    recruiter += 1;
                }
                to_bring -= 1;
                // The queue is never empty: every recruiter brings at least one.
                let from = drawn[(recruiter - 1).min(drawn.len() - 1)].0;
                // Ties to group h that lead to members not yet drawn.
                let open = |h: usize| if first[h] > 0.0 { self.ties[from][h] * now[h] / first[h] } else { 0.0 };
                let ways: Vec<f64> = (0..now.len()).map(open).collect();
                let all: f64 = ways.iter().sum();
                if all > 0.0 { pick(&ways, all, chance) } else { pick(&now, now.iter().sum(), chance) }
            };
            let k = pick(&masses[group], now[group], chance);
            left[group][k] = (left[group][k] - 1.0).max(0.0);
            masses[group][k] = left[group][k] * self.degrees[k];
            now[group] = masses[group].iter().sum();
            drawn.push((group, self.degrees[k]));
        }
        drawn
    }
}

/// (T + T')/2 with T_ab = R_ab times the ties that start in a. A group that recruited nobody gets ties in proportion.
fn ties(c: &[Vec<f64>], masses: &[f64]) -> Vec<Vec<f64>> {
    let all: f64 = masses.iter().sum();
    let rate = |a: usize, b: usize| {
        let sum: f64 = c[a].iter().sum();
        if sum > 0.0 { c[a][b] / sum } else { masses[b] / all }
    };
    let t = |a: usize, b: usize| masses[a] * rate(a, b);
    (0..c.len()).map(|a| (0..c.len()).map(|b| 0.5 * (t(a, b) + t(b, a))).collect()).collect()
}

fn run(
    replicates: u64,
    stage: &'static str,
    watch: &dyn Watch,
    one: impl Fn(u64) -> Option<Vec<f64>> + Sync,
) -> Result<Replicates, Stopped> {
    let drawn: Vec<Option<Vec<f64>>> = (0..replicates)
        .into_par_iter()
        .map(|b| {
            go_on(watch)?;
            let found = one(b);
            watch.advance(stage, 1, replicates);
            Ok(found)
        })
        .collect::<Result<_, Stopped>>()?;
    Ok(drawn.into_iter().flatten().collect())
}
