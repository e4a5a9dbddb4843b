//! How far to trust an estimate: what other lists would have said, whether the methods find what is known, and how often
//! their intervals hold in simulation at this size. Method note: docs/methods/how-far-to-trust.md.

use rayon::prelude::*;
use serde::Serialize;

use super::estimator::Settings;
use super::fit::Fit;
use super::search::{Criterion, rank, whole_order};
use super::status::Known;
use super::stepwise::stepwise;
use super::table::Table;
use crate::chance::Chance;
use crate::special::{normal_quantile, quantile_7};
use crate::watch::{Stopped, Watch, go_on};

/// All checks of one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Robustness {
    /// The estimate without each list, and with each two lists made one.
    pub lists: Vec<OtherLists>,
    /// The size of each list as the other lists would have estimated it.
    pub consistency: Vec<Consistency>,
    /// How often intervals held in tables simulated at this size.
    pub coverage: Vec<Coverage>,
    /// N̂ under an interaction of all lists that no table can show.
    pub untestable: Vec<Untestable>,
}

/// The stepwise estimate from other lists.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OtherLists {
    /// The list left out, or the two that were made one.
    pub change: Change,
    /// People observed then.
    pub observed: u64,
    /// N̂; `None` if there is no estimate then.
    pub estimate: Option<f64>,
}

/// What was done to the lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// This list was left out: its people who are on no other are not observed.
    Without(String),
    /// These two were made one.
    Merged(String, String),
}

/// The internal consistency of Binette and Steorts 2022: among the people of one list, those on no other list are hidden and
/// estimated from the rest. The truth is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Consistency {
    /// The list.
    pub list: String,
    /// How many people are on it.
    pub truth: u64,
    /// What the stepwise method says from the other lists; `None` if it cannot.
    pub estimate: Option<f64>,
    /// The ends of its Wald interval.
    pub interval: Option<(f64, f64)>,
    /// Is the truth inside?
    pub holds: Option<bool>,
}

/// How one kind of interval fared in simulated tables.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coverage {
    /// `independence`, `stepwise`, `bic`: which model the interval was made under.
    pub method: &'static str,
    /// The level it promises.
    pub level: f64,
    /// The share of simulated tables in which it held.
    pub share: f64,
    /// The standard error of that share, from the number of tables.
    pub error: f64,
    /// The median of N̂/N − 1 over the tables.
    pub bias: f64,
    /// Tables in which there was no estimate; they count as not held.
    pub without: usize,
    /// Tables that were simulated.
    pub tables: usize,
}

/// The estimate if the unseen were e^δ times as many as the model says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Untestable {
    /// δ, the interaction of all lists, which every model sets to 0 and no table can show.
    pub delta: f64,
    /// n + M̂ e^δ; persons.
    pub estimate: f64,
}

/// Runs all checks. `tables` tables are simulated for the coverage.
pub fn robustness(table: &Table, settings: &Settings, tables: usize, watch: &dyn Watch) -> Result<Robustness, Stopped> {
    let known = Known::default();
    let found = stepwise(table, settings.stepwise_p, &known).ok();
    let coverage = match &found {
        Some(found) => simulate(table, &found.fit, settings, tables, watch)?,
        None => Vec::new(),
    };
    let curve = |fit: &Fit| {
        let at = |delta: f64| Untestable { delta, estimate: fit.n + fit.unseen() * libm::exp(delta) };
        (-4..=4).map(|half| at(f64::from(half) / 2.0)).collect()
    };
    Ok(Robustness {
        lists: other_lists(table, settings),
        consistency: consistency(table, settings),
        coverage,
        untestable: found.map_or_else(Vec::new, |found| curve(&found.fit)),
    })
}

fn other_lists(table: &Table, settings: &Settings) -> Vec<OtherLists> {
    let name = |i: usize| table.lists()[i].clone();
    let without = (0..table.t()).filter_map(|i| Some((Change::Without(name(i)), table.omit(i)?)));
    let pairs = (0..table.t()).flat_map(|i| (i + 1..table.t()).map(move |j| (i, j)));
    let merged = pairs.filter_map(|(i, j)| {
        let both = format!("{}+{}", name(i), name(j));
        Some((Change::Merged(name(i), name(j)), table.merge(1 << i | 1 << j, &both)?))
    });
    let changed: Vec<(Change, Table)> = without.chain(merged).collect();
    let estimate = |(change, table): (Change, Table)| OtherLists {
        change,
        observed: table.n(),
        estimate: stepwise(&table, settings.stepwise_p, &Known::default()).ok().map(|found| found.fit.total()),
    };
    changed.into_par_iter().map(estimate).collect()
}

fn consistency(table: &Table, settings: &Settings) -> Vec<Consistency> {
    let z = normal_quantile(0.5 + settings.level / 2.0);
    let check = |i: usize| {
        let truth = table.at_least(1 << i);
        let rest = table.conditioned_on(i).map(|(rest, _)| rest);
        let found = rest.and_then(|rest| stepwise(&rest, settings.stepwise_p, &Known::default()).ok());
        let interval = found.as_ref().map(|found| found.fit.wald(z));
        Consistency {
            list: table.lists()[i].clone(),
            truth,
            estimate: found.map(|found| found.fit.total()),
            interval,
            holds: interval.map(|(lower, upper)| (lower..=upper).contains(&(truth as f64))),
        }
    };
    (0..table.t()).map(check).collect()
}

/// Tables of N̂ people over all cells as the stepwise model fits them, each estimated anew: the truth is N̂.
fn simulate(
    table: &Table,
    truth: &Fit,
    settings: &Settings,
    tables: usize,
    watch: &dyn Watch,
) -> Result<Vec<Coverage>, Stopped> {
    let people = libm::round(truth.total()) as u64;
    let of = tables as u64;
    let found: Vec<[Option<Held>; 3]> = (0..tables)
        .into_par_iter()
        .map(|number| {
            go_on(watch)?;
            // Streams below are those of the bootstrap; these must be others.
            let mut chance = Chance::numbered(settings.seed, 1 << 40 | number as u64);
            let mut counts = vec![0; truth.mu.len()];
            chance.multinomial(people, &truth.mu, &mut counts);
            let drawn = table.with((1..).zip(counts.into_iter().skip(1)));
            watch.advance("coverage", 1, of);
            intervals(&drawn, settings, watch)
        })
        .collect::<Result<_, Stopped>>()?;
    let methods: &[&'static str] =
        if table.t() <= BIC_LISTS { &["independence", "stepwise", "bic"] } else { &["independence", "stepwise"] };
    let of_method = |(i, method): (usize, &&'static str)| {
        summary(method, settings.level, people as f64, found.iter().map(|intervals| intervals[i]))
    };
    Ok(methods.iter().enumerate().map(of_method).collect())
}

/// Up to this many lists each simulated table is searched for its best model by BIC: with five there are 6,893.
const BIC_LISTS: usize = 4;

/// An estimate and the ends of its interval.
type Held = (f64, (f64, f64));

/// The estimate and Wald interval under independence, the stepwise model and, up to four lists, the best model by BIC.
fn intervals(table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<[Option<Held>; 3], Stopped> {
    let z = normal_quantile(0.5 + settings.level / 2.0);
    let of = |fit: &Fit| (fit.total(), fit.wald(z));
    let known = Known::default();
    let bic = match whole_order(table.t()) {
        Some(order) if table.t() <= BIC_LISTS => {
            let ranking = rank(table, order, Criterion::Bic, &Inside(watch))?;
            ranking.best(table).ok().map(|(_, fit)| of(&fit))
        }
        _ => None,
    };
    let independent = stepwise(table, 0.0, &known).ok().map(|found| of(&found.fit));
    let chosen = stepwise(table, settings.stepwise_p, &known).ok().map(|found| of(&found.fit));
    Ok([independent, chosen, bic])
}

/// A search inside a simulation may be stopped, but its steps are no steps of the whole.
struct Inside<'a>(&'a dyn Watch);

impl Watch for Inside<'_> {
    fn advance(&self, _stage: &'static str, _done: u64, _of: u64) {}
    fn stopped(&self) -> bool {
        self.0.stopped()
    }
}

fn summary(method: &'static str, level: f64, truth: f64, found: impl Iterator<Item = Option<Held>>) -> Coverage {
    let found: Vec<_> = found.collect();
    let tables = found.len();
    let held = found.iter().flatten().filter(|(_, (lower, upper))| (*lower..=*upper).contains(&truth)).count();
    let mut ratios: Vec<f64> = found.iter().flatten().map(|(total, _)| total / truth - 1.0).collect();
    ratios.sort_by(f64::total_cmp);
    let share = held as f64 / tables.max(1) as f64;
    Coverage {
        method,
        level,
        share,
        error: libm::sqrt(share * (1.0 - share) / tables.max(1) as f64),
        bias: quantile_7(&ratios, 0.5),
        without: tables - ratios.len(),
        tables,
    }
}
