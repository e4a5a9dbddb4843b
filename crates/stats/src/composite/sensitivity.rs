//! Sensitivity: which assumption moves the ranks? The method note is `docs/methods/sensitivity.md`.
//!
//! Saltelli's design: two independent samples A and B of N points, and for each factor i the points of A with the
//! coordinates of that factor from B, A_Bi; N (d + 2) evaluations of y, the mean |rank − nominal rank|.

use rayon::prelude::*;
use serde::Serialize;

use super::model::Model;
use super::plan::{Plan, Sheet, mean_change};
use super::refusal::Refusal;
use super::sobol::Sequence;
use super::table::Table;
use super::uncertainty::{BLOCK, MOST_DRAWS, check_level};
use crate::chance::Chance;
use crate::special::quantile_7;
use crate::watch::{Watch, go_on};

/// How the indices are estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Estimator {
    /// First order as Janon and others 2014 (asymptotically efficient), total order as Jansen 1999.
    JanonJansen,
    /// First order as Saltelli and others 2010, mean(y_B (y_ABi − y_A))/V, with y as it is; total order as Jansen 1999.
    Saltelli,
}

/// Settings of a sensitivity analysis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SensitivitySettings {
    /// N; N (d + 2) indices are computed.
    pub draws: usize,
    /// Bootstrap replicates of the rows of the design; 0 for no intervals.
    pub bootstrap: usize,
    /// The level of the intervals.
    pub level: f64,
    /// The seed.
    pub seed: u64,
    /// The estimators.
    pub estimator: Estimator,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sensitivity {
    /// N.
    pub draws: usize,
    /// N (d + 2).
    pub evaluations: usize,
    /// Bootstrap replicates.
    pub bootstrap: usize,
    /// The level of the intervals.
    pub level: f64,
    /// The seed.
    pub seed: u64,
    /// The estimators.
    pub estimator: Estimator,
    /// The mean of y.
    pub mean: f64,
    /// Its variance; with 0 no share can be told.
    pub variance: f64,
    /// By assumption, in the order of the model.
    pub factors: Vec<Share>,
    /// By unit in the order of the table: which factors move its own rank; empty where that would take too much room.
    pub units: Vec<UnitShares>,
}

/// What one assumption does to the variance of y.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Share {
    /// The assumption.
    pub factor: &'static str,
    /// How many coordinates vary with it.
    pub coordinates: usize,
    /// S_i: the share of the variance that would go if it were settled. `None` when nothing varies.
    pub first: Option<f64>,
    /// Its bootstrap interval.
    pub first_interval: Option<(f64, f64)>,
    /// S_Ti: the share that would stay if all others were settled.
    pub total: Option<f64>,
    /// Its bootstrap interval.
    pub total_interval: Option<(f64, f64)>,
}

/// What moves the rank of one unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitShares {
    /// Its code.
    pub unit: String,
    /// S_Ti of its rank, by assumption; `None` when its rank never moves.
    pub total: Vec<Option<f64>>,
}

/// Values of y: at A, at B, and at A_Bi for each factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// y at A.
    pub a: Vec<f64>,
    /// y at B.
    pub b: Vec<f64>,
    /// y at A_Bi, by factor.
    pub ab: Vec<Vec<f64>>,
}

impl Design {
    /// The mean and the variance (with n − 1) of y over A and B.
    pub fn moments(&self) -> (f64, f64) {
        let all = || self.a.iter().chain(&self.b);
        let n = (2 * self.a.len()) as f64;
        let mean = all().sum::<f64>() / n;
        (mean, all().map(|y| (y - mean) * (y - mean)).sum::<f64>() / (n - 1.0))
    }

    /// (S_i, S_Ti) of each factor over these rows; `None` when y does not vary.
    pub fn indices(&self, estimator: Estimator, rows: &[u32]) -> Option<Vec<(f64, f64)>> {
        let n = rows.len() as f64;
        let (mut sum, mut squares) = (0.0, 0.0);
        // Deviations from a value of the sample: the variance of numbers that are nearly equal must not drown.
        let origin = self.a.first().copied()?;
        for &row in rows {
            let (a, b) = (self.a[row as usize] - origin, self.b[row as usize] - origin);
            sum += a + b;
            squares += a * a + b * b;
        }
        let mean = sum / (2.0 * n);
        let variance = (squares - 2.0 * n * mean * mean) / (2.0 * n - 1.0);
        if variance.is_nan() || variance <= 1e-300 {
            return None;
        }
        Some(self.ab.iter().map(|ab| self.pair(estimator, ab, rows, origin, variance)).collect())
    }

    fn pair(&self, estimator: Estimator, ab: &[f64], rows: &[u32], origin: f64, variance: f64) -> (f64, f64) {
        let n = rows.len() as f64;
        let (mut apart, mut product, mut level, mut squares, mut plain) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for &row in rows {
            let row = row as usize;
            let (a, b, x) = (self.a[row], self.b[row], ab[row]);
            apart += (a - x) * (a - x);
            plain += b * (x - a);
            let (b, x) = (b - origin, x - origin);
            product += b * x;
            level += b + x;
            squares += b * b + x * x;
        }
        let first = match estimator {
            Estimator::Saltelli => plain / n / variance,
            Estimator::JanonJansen => {
                let mean = level / (2.0 * n);
                let spread = squares / (2.0 * n) - mean * mean;
                if spread > 0.0 { (product / n - mean * mean) / spread } else { 0.0 }
            }
        };
        (first, apart / (2.0 * n * variance))
    }

    /// Bootstrap intervals of S_i and S_Ti: rows are drawn with replacement, all values of a row together.
    pub fn intervals(&self, settings: &SensitivitySettings, watch: &dyn Watch) -> Result<Vec<Intervals>, Refusal> {
        let n = self.a.len();
        let mut replicates: Vec<Vec<(f64, f64)>> = Vec::with_capacity(settings.bootstrap);
        for start in (0..settings.bootstrap).step_by(64) {
            go_on(watch)?;
            let end = (start + 64).min(settings.bootstrap);
            let replicate = |number: usize| {
                let mut chance = Chance::numbered(settings.seed, REPLICATES + number as u64);
                let rows: Vec<u32> = (0..n).map(|_| chance.below(n) as u32).collect();
                self.indices(settings.estimator, &rows)
            };
            let block: Vec<_> = (start..end).into_par_iter().map(replicate).collect();
            replicates.extend(block.into_iter().flatten());
            watch.advance("bootstrap", end as u64, settings.bootstrap as u64);
        }
        let tails = ((1.0 - settings.level) / 2.0, (1.0 + settings.level) / 2.0);
        let interval = |mut values: Vec<f64>| {
            values.sort_by(f64::total_cmp);
            (!values.is_empty()).then(|| (quantile_7(&values, tails.0), quantile_7(&values, tails.1)))
        };
        let of = |factor: usize| Intervals {
            first: interval(replicates.iter().map(|replicate| replicate[factor].0).collect()),
            total: interval(replicates.iter().map(|replicate| replicate[factor].1).collect()),
        };
        Ok((0..self.ab.len()).map(of).collect())
    }
}

/// Bootstrap intervals of one factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intervals {
    /// Of S_i.
    pub first: Option<(f64, f64)>,
    /// Of S_Ti.
    pub total: Option<(f64, f64)>,
}

/// Streams of a seed used by the bootstrap.
const REPLICATES: u64 = 1 << 42;

/// Ranks that may be kept for the shares of single units.
const MOST_KEPT: usize = 1 << 26;

/// Evaluates Saltelli's design of the model's assumptions and estimates the shares.
pub fn sensitivity(
    model: &Model,
    table: &Table,
    settings: &SensitivitySettings,
    watch: &dyn Watch,
) -> Result<Sensitivity, Refusal> {
    if !(2..=MOST_DRAWS).contains(&settings.draws) {
        return Err(Refusal::Draws(settings.draws));
    }
    check_level(settings.level)?;
    let plan = Plan::new(model, table)?;
    let (design, ranks) = evaluate(&plan, settings, watch)?;
    let rows: Vec<u32> = (0..settings.draws as u32).collect();
    let (mean, variance) = design.moments();
    let found = design.indices(settings.estimator, &rows);
    let intervals = match found {
        Some(_) => design.intervals(settings, watch)?,
        None => vec![Intervals { first: None, total: None }; plan.factors.len()],
    };
    let share = |(at, factor): (usize, &super::plan::Factor)| Share {
        factor: factor.name,
        coordinates: factor.coordinates.len(),
        first: found.as_ref().map(|found| found[at].0),
        first_interval: intervals[at].first,
        total: found.as_ref().map(|found| found[at].1),
        total_interval: intervals[at].total,
    };
    Ok(Sensitivity {
        draws: settings.draws,
        evaluations: settings.draws * (plan.factors.len() + 2),
        bootstrap: settings.bootstrap,
        level: settings.level,
        seed: settings.seed,
        estimator: settings.estimator,
        mean,
        variance,
        factors: plan.factors.iter().enumerate().map(share).collect(),
        units: unit_shares(&plan, table, &ranks, settings),
    })
}

/// y at every point of the design, and the ranks behind it where there is room.
fn evaluate(plan: &Plan, settings: &SensitivitySettings, watch: &dyn Watch) -> Result<(Design, Vec<u16>), Refusal> {
    let (d, n, units) = (plan.factors.len(), settings.draws, plan.ranks.len());
    let sequence = Sequence::new(2 * plan.dimensions, settings.seed);
    let keep = n.saturating_mul(d + 2).saturating_mul(units) <= MOST_KEPT && units < usize::from(u16::MAX);
    let mut design = Design { a: Vec::with_capacity(n), b: Vec::with_capacity(n), ab: vec![Vec::with_capacity(n); d] };
    let mut kept = Vec::new();
    let row = |(sheet, point, mixed): &mut (Sheet, Vec<f64>, Vec<f64>), draw: usize| {
        sequence.point(draw as u64, point);
        let (a, b) = point.split_at(plan.dimensions);
        let (mut values, mut ranks) = (Vec::with_capacity(d + 2), Vec::new());
        for column in 0..d + 2 {
            mixed.clear();
            mixed.extend_from_slice(if column == 1 { b } else { a });
            if let Some(factor) = column.checked_sub(2) {
                let own = plan.factors[factor].coordinates.clone();
                mixed[own.clone()].copy_from_slice(&b[own]);
            }
            plan.rank_at(mixed, sheet);
            values.push(mean_change(&sheet.ranks, &plan.ranks));
            if keep {
                ranks.extend(sheet.ranks.iter().map(|&rank| rank as u16));
            }
        }
        (values, ranks)
    };
    for start in (0..n).step_by(BLOCK) {
        go_on(watch)?;
        let end = (start + BLOCK).min(n);
        let block: Vec<_> = (start..end).into_par_iter().map_init(Default::default, row).collect();
        for (values, ranks) in block {
            design.a.push(values[0]);
            design.b.push(values[1]);
            design.ab.iter_mut().zip(&values[2..]).for_each(|(ab, &value)| ab.push(value));
            kept.extend(ranks);
        }
        watch.advance("sensitivity", end as u64, n as u64);
    }
    Ok((design, kept))
}

/// The values of y over the design of a model's assumptions, for other estimators than ours.
pub fn design(
    model: &Model,
    table: &Table,
    settings: &SensitivitySettings,
    watch: &dyn Watch,
) -> Result<Design, Refusal> {
    if !(2..=MOST_DRAWS).contains(&settings.draws) {
        return Err(Refusal::Draws(settings.draws));
    }
    Ok(evaluate(&Plan::new(model, table)?, settings, watch)?.0)
}

fn unit_shares(plan: &Plan, table: &Table, ranks: &[u16], settings: &SensitivitySettings) -> Vec<UnitShares> {
    let (d, units) = (plan.factors.len(), plan.ranks.len());
    if ranks.is_empty() {
        return Vec::new();
    }
    let rows: Vec<u32> = (0..settings.draws as u32).collect();
    let shares = |unit: usize| {
        let of = |column: usize| {
            let at = |draw: usize| f64::from(ranks[(draw * (d + 2) + column) * units + unit]);
            (0..settings.draws).map(at).collect::<Vec<f64>>()
        };
        let design = Design { a: of(0), b: of(1), ab: (2..d + 2).map(of).collect() };
        let found = design.indices(settings.estimator, &rows);
        let code = &table.units[plan.nominal.prepared.normalised.units[unit]].code;
        UnitShares {
            unit: code.clone(),
            total: (0..d).map(|factor| found.as_ref().map(|found| found[factor].1)).collect(),
        }
    };
    (0..units).into_par_iter().map(shares).collect()
}
