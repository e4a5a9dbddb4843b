//! Uncertainty: where would each unit stand, had other choices been made? The method note is `docs/methods/sensitivity.md`.

use rayon::prelude::*;
use serde::Serialize;

use super::model::Model;
use super::plan::{Plan, Sheet, mean_change};
use super::refusal::Refusal;
use super::sobol::Sequence;
use super::table::Table;
use crate::watch::{Watch, go_on};

/// Draws that are made before the watcher is asked again.
pub(crate) const BLOCK: usize = 1024;

/// The most draws of one analysis.
pub(crate) const MOST_DRAWS: usize = 1 << 20;

/// Ranks of all units over the draws.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Uncertainty {
    /// How many draws were made.
    pub draws: usize,
    /// The seed of the scrambled sequence.
    pub seed: u64,
    /// The share of the draws that an interval holds, the same left out at either end.
    pub level: f64,
    /// The assumptions that were varied, in the order of the model.
    pub factors: Vec<&'static str>,
    /// By unit, in the order of the table.
    pub units: Vec<RankSpread>,
    /// The mean over the draws of the mean |rank − nominal rank| over the units.
    pub mean_change: f64,
    /// The share of the units whose nominal rank is within three of their median rank.
    pub within_three: f64,
}

/// The ranks of one unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankSpread {
    /// Its code.
    pub unit: String,
    /// As the model says; `None` without a score.
    pub nominal: Option<usize>,
    /// The mean rank.
    pub mean: f64,
    /// The smallest rank that at least half of the draws reach; 0 when it was never scored.
    pub median: usize,
    /// The lower end of the interval, a rank that occurred.
    pub lower: usize,
    /// The upper end.
    pub upper: usize,
    /// The best rank of all draws.
    pub best: usize,
    /// The worst.
    pub worst: usize,
    /// How often each rank occurred: position r − 1 for rank r.
    pub counts: Vec<u32>,
    /// Draws without a score.
    pub unscored: u32,
}

impl RankSpread {
    /// The share of the draws with a score in which its rank is at most `rank`.
    pub fn at_most(&self, rank: usize) -> f64 {
        let all: u64 = self.counts.iter().map(|&count| u64::from(count)).sum();
        let reached: u64 = self.counts.iter().take(rank).map(|&count| u64::from(count)).sum();
        if all == 0 { 0.0 } else { reached as f64 / all as f64 }
    }

    /// From counts with the draws without a score at position 0.
    pub(crate) fn new(unit: &str, nominal: usize, counts: &[u32], level: f64) -> Self {
        let (unscored, counts) = (counts[0], &counts[1..]);
        let all: u64 = counts.iter().map(|&count| u64::from(count)).sum();
        let weighted: f64 = counts.iter().enumerate().map(|(at, &count)| (at + 1) as f64 * f64::from(count)).sum();
        let reached = |share: f64| {
            // The smallest rank that at least this share of the draws reaches; 1e-9 of a draw is rounding.
            let needed = (share * all as f64 - 1e-9).max(0.0);
            let mut below = 0.0;
            let place = counts.iter().position(|&count| {
                below += f64::from(count);
                below >= needed && below > 0.0
            });
            place.map_or(0, |place| place + 1)
        };
        let ends = |place: Option<usize>| place.map_or(0, |place| place + 1);
        Self {
            unit: unit.to_owned(),
            nominal: (nominal > 0).then_some(nominal),
            mean: weighted / all.max(1) as f64,
            median: reached(0.5),
            lower: reached((1.0 - level) / 2.0),
            upper: reached((1.0 + level) / 2.0),
            best: ends(counts.iter().position(|&count| count > 0)),
            worst: ends(counts.iter().rposition(|&count| count > 0)),
            counts: counts.to_vec(),
            unscored,
        }
    }
}

/// Draws the model's assumptions `draws` times, quasi-randomly, and ranks the units each time.
pub fn uncertainty(
    model: &Model,
    table: &Table,
    draws: usize,
    level: f64,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Uncertainty, Refusal> {
    if !(1..=MOST_DRAWS).contains(&draws) {
        return Err(Refusal::Draws(draws));
    }
    check_level(level)?;
    let plan = Plan::new(model, table)?;
    let sequence = Sequence::new(plan.dimensions, seed);
    let units = plan.ranks.len();
    let mut counts = vec![0u32; units * (units + 1)];
    let mut changes = 0.0;
    for start in (0..draws).step_by(BLOCK) {
        go_on(watch)?;
        let end = (start + BLOCK).min(draws);
        let ranked: Vec<(f64, Vec<u32>)> = (start..end)
            .into_par_iter()
            .map_init(
                || (Sheet::default(), Vec::new()),
                |(sheet, point), draw| {
                    sequence.point(draw as u64, point);
                    plan.rank_at(point, sheet);
                    (mean_change(&sheet.ranks, &plan.ranks), sheet.ranks.clone())
                },
            )
            .collect();
        for (change, ranks) in ranked {
            changes += change;
            ranks.iter().enumerate().for_each(|(unit, &rank)| counts[unit * (units + 1) + rank as usize] += 1);
        }
        watch.advance("uncertainty", end as u64, draws as u64);
    }
    let code = |place: usize| table.units[plan.nominal.prepared.normalised.units[place]].code.as_str();
    let spread =
        |(place, counts): (usize, &[u32])| RankSpread::new(code(place), plan.ranks[place] as usize, counts, level);
    let units: Vec<RankSpread> = counts.chunks_exact(units + 1).enumerate().map(spread).collect();
    let near = |unit: &&RankSpread| unit.nominal.is_some_and(|rank| rank.abs_diff(unit.median) <= 3);
    let scored = units.iter().filter(|unit| unit.nominal.is_some()).count();
    Ok(Uncertainty {
        draws,
        seed,
        level,
        factors: plan.factors.iter().map(|factor| factor.name).collect(),
        mean_change: changes / draws as f64,
        within_three: units.iter().filter(near).count() as f64 / scored.max(1) as f64,
        units,
    })
}

pub(crate) fn check_level(level: f64) -> Result<(), Refusal> {
    if level > 0.0 && level < 1.0 {
        return Ok(());
    }
    Err(Refusal::Number { of: "settings".to_owned(), field: "level", value: level, expected: "between 0 and 1" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_an_interval_are_ranks_that_occurred() {
        let every = RankSpread::new("A", 1, &[vec![0], vec![1; 100]].concat(), 0.9);
        assert_eq!((every.lower, every.median, every.upper), (5, 50, 95));
        assert_eq!((every.best, every.worst, every.mean), (1, 100, 50.5));
        assert_eq!(every.at_most(10), 0.1);
        let one = RankSpread::new("A", 3, &[0, 0, 0, 1], 0.9);
        assert_eq!((one.lower, one.median, one.upper), (3, 3, 3));
    }

    #[test]
    fn a_unit_that_is_never_scored_has_no_rank() {
        let never = RankSpread::new("A", 0, &[7, 0, 0], 0.9);
        assert_eq!((never.nominal, never.lower, never.upper, never.unscored), (None, 0, 0, 7));
        assert_eq!(never.at_most(2), 0.0);
    }
}
