//! The weights of all graphs at all points of the grid, and their sums.

use std::ops::Range;

use rayon::prelude::*;

use super::super::answer::Reason;
use super::super::table::{History, Table};
use super::graph::{Graph, decomposable};
use super::posterior::{Posterior, Weighed};
use super::{Settings, refusal};
use crate::special::ln_gamma;
use crate::watch::{Stopped, Watch, go_on};

/// Points of the grid that are worked on together: their weights over 18,154 graphs fill two megabytes.
const TOGETHER: usize = 16;

/// A weight this far below the largest, on the log scale, is nothing: all 18,154 graphs at 10⁶ points with such weights
/// would not change the sixteenth digit.
const NEGLIGIBLE: f64 = -64.0;

/// Points at which the posterior beyond the grid is taken, for the check of its end.
const POINTS_BEYOND: usize = 100;

/// Averages over all decomposable graphs.
///
/// The lists are first put into an order that depends on the counts alone, so that the order in which they were given
/// cannot change a digit.
///
/// # Errors
/// [`Stopped`] when the watcher says so; inside, the reason why this table cannot be averaged.
pub fn average(table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<Result<Posterior, Reason>, Stopped> {
    if let Some(reason) = refusal(table) {
        return Ok(Err(reason));
    }
    let (order, counts) = canonical(table);
    let weights = Weights::new(table, settings, counts);
    let hidden = settings.grid.points(table.n());
    let sums = weights.sums(&hidden, watch)?;
    let total = sums.by_point.iter().sum::<f64>();
    if !(total > 0.0 && total.is_finite()) {
        return Ok(Err(Reason::NotConverged));
    }
    let mut likely: Vec<(usize, f64)> = sums.by_graph.iter().map(|weight| weight / total).enumerate().collect();
    likely.sort_by(|(i, a), (j, b)| b.total_cmp(a).then(i.cmp(j)));
    likely.truncate(settings.named);
    let weighed = |(graph, share): (usize, f64)| {
        let cliques = weights.graphs[graph].renamed(&order).cliques().collect();
        Weighed { t: table.t(), cliques, share }
    };
    Ok(Ok(Posterior {
        n: table.n(),
        delta: weights.delta,
        shares: sums.by_point.iter().map(|weight| weight / total).collect(),
        graphs: likely.into_iter().map(weighed).collect(),
        averaged: weights.graphs.len(),
        beyond: weights.beyond(&hidden, &sums, watch)?,
        hidden,
    }))
}

/// The counts with the lists in the order that makes them smallest, read as a word; and that order.
fn canonical(table: &Table) -> (Vec<usize>, Vec<u64>) {
    let t = table.t();
    let mut best: Option<(Vec<u64>, Vec<usize>)> = None;
    for order in permutations(t) {
        let moved = |w: usize| (0..t).fold(0, |set, i| set | (w >> i & 1) << order[i]);
        let counts: Vec<u64> = (0..1 << t).map(|w| table.counts()[moved(w)]).collect();
        if best.as_ref().is_none_or(|(smallest, _)| counts < *smallest) {
            best = Some((counts, order));
        }
    }
    let (counts, order) = best.unwrap_or_default();
    (order, counts)
}

fn permutations(t: usize) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new()];
    for _ in 0..t {
        let longer = |order: &Vec<usize>| {
            let order = order.clone();
            (0..t).filter(|i| !order.contains(i)).map(|i| [order.as_slice(), &[i]].concat()).collect::<Vec<_>>()
        };
        found = found.iter().flat_map(longer).collect();
    }
    found
}

/// What the weights are made of.
struct Weights {
    n: f64,
    t: usize,
    delta: f64,
    prior: super::Prior,
    graphs: Vec<Graph>,
    /// By set of lists A: the part of L(A, M) that M does not change, and N_A(no list) + δ 2^(t−|A|).
    tables: Vec<(f64, f64)>,
}

/// exp(ln w − `max`) added up.
struct Sums {
    max: f64,
    by_point: Vec<f64>,
    by_graph: Vec<f64>,
}

impl Weights {
    fn new(table: &Table, settings: &Settings, counts: Vec<u64>) -> Self {
        let t = table.t();
        let delta = settings.delta.value(t);
        let tables = (0..1 << t).map(|set| fixed_part(&counts, set, t, delta)).collect();
        Self { n: table.n() as f64, t, delta, prior: settings.prior, graphs: decomposable(t), tables }
    }

    fn sums(&self, hidden: &[u64], watch: &dyn Watch) -> Result<Sums, Stopped> {
        let ranges: Vec<Range<usize>> =
            (0..hidden.len()).step_by(TOGETHER).map(|from| from..(from + TOGETHER).min(hidden.len())).collect();
        let of = ranges.len() as u64;
        let mut joined = Sums { max: f64::NEG_INFINITY, by_point: Vec::new(), by_graph: vec![0.0; self.graphs.len()] };
        // In strides, so that the sums by graph of a stride fit into memory; they are added in the order of the grid,
        // whoever made them.
        for ranges in ranges.chunks(64) {
            go_on(watch)?;
            let parts: Vec<Sums> = ranges.par_iter().map(|range| self.part(&hidden[range.clone()])).collect();
            parts.into_iter().for_each(|part| joined.add(part));
            watch.advance("averaging", ranges.len() as u64, of);
        }
        Ok(joined)
    }

    /// The sums over one short run of the grid.
    fn part(&self, hidden: &[u64]) -> Sums {
        let (common, by_set) = self.columns(hidden);
        let mut weights = vec![[f64::NEG_INFINITY; TOGETHER]; self.graphs.len()];
        for (graph, row) in self.graphs.iter().zip(&mut weights) {
            *row = common;
            for (set, count) in graph.terms() {
                let count = f64::from(*count);
                row.iter_mut().zip(&by_set[*set as usize]).for_each(|(weight, l)| *weight += count * l);
            }
        }
        let max = weights.iter().flatten().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut sums = Sums { max, by_point: vec![0.0; hidden.len()], by_graph: vec![0.0; weights.len()] };
        for (row, of_graph) in weights.iter().zip(&mut sums.by_graph) {
            for (weight, of_point) in row.iter().zip(&mut sums.by_point) {
                let below = weight - max;
                if below > NEGLIGIBLE {
                    let weight = libm::exp(below);
                    *of_graph += weight;
                    *of_point += weight;
                }
            }
        }
        sums
    }

    /// At some points of the grid: what all graphs share, and L(A, M) of every set A. Points that are missing from the
    /// run have weight 0.
    fn columns(&self, hidden: &[u64]) -> ([f64; TOGETHER], Vec<[f64; TOGETHER]>) {
        let mut common = [f64::NEG_INFINITY; TOGETHER];
        let mut by_set = vec![[0.0; TOGETHER]; 1 << self.t];
        for (at, m) in hidden.iter().map(|m| *m as f64).enumerate() {
            common[at] = ln_gamma(self.n + m + 1.0) - ln_gamma(m + 1.0) + self.prior.ln(self.n + m);
            for (column, (fixed, hidden_cell)) in by_set.iter_mut().zip(&self.tables) {
                column[at] = fixed + ln_gamma(hidden_cell + m);
            }
        }
        (common, by_set)
    }

    /// How much of the posterior would lie beyond the grid, were it ten times as long: summed over points that grow
    /// apart, each standing for the range around it, in units of the grid's last step.
    fn beyond(&self, hidden: &[u64], sums: &Sums, watch: &dyn Watch) -> Result<f64, Stopped> {
        let end = hidden[hidden.len() - 1];
        let step = hidden.len().checked_sub(2).map_or(1, |before| end - hidden[before]) as f64;
        let growth = libm::exp(libm::log(10.0) / POINTS_BEYOND as f64);
        let mut edges = vec![end as f64 + step / 2.0];
        while edges.len() <= POINTS_BEYOND {
            edges.push(edges[edges.len() - 1] * growth);
        }
        let middles: Vec<u64> = edges.windows(2).map(|edge| ((edge[0] + edge[1]) / 2.0) as u64).collect();
        let beyond = self.sums(&middles, watch)?;
        let ranges = edges.windows(2).map(|edge| (edge[1] - edge[0]) / step);
        let weight: f64 = beyond.by_point.iter().zip(ranges).map(|(weight, range)| weight * range).sum();
        let ratio = weight / sums.by_point.iter().sum::<f64>() * libm::exp(beyond.max - sums.max);
        Ok(if ratio.is_finite() { ratio / (1.0 + ratio) } else { 1.0 })
    }
}

impl Sums {
    fn add(&mut self, other: Self) {
        let max = f64::max(self.max, other.max);
        let (here, there) = (libm::exp(self.max - max), libm::exp(other.max - max));
        self.by_point.iter_mut().for_each(|weight| *weight *= here);
        self.by_point.extend(other.by_point.iter().map(|weight| weight * there));
        for (weight, more) in self.by_graph.iter_mut().zip(&other.by_graph) {
            *weight = *weight * here + more * there;
        }
        self.max = max;
    }
}

/// L(A, M) without its term in M, and the argument to which M is added there.
fn fixed_part(counts: &[u64], set: usize, t: usize, delta: f64) -> (f64, f64) {
    let size = (set as History).count_ones();
    let prior = delta * f64::from(1_u32 << (t as u32 - size));
    let mut marginal = vec![0_u64; 1 << t];
    for (w, count) in counts.iter().enumerate() {
        marginal[w & set] += count;
    }
    let nothing = ln_gamma(prior);
    let others = (1..1_usize << t).filter(|cell| cell & !set == 0);
    let fixed: f64 = others.map(|cell| ln_gamma(marginal[cell] as f64 + prior) - nothing).sum();
    (fixed - nothing, marginal[0] as f64 + prior)
}
