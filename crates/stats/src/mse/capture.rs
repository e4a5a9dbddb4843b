//! A capture table as it was handed in: with strata, and with small cells that may be known as a range only.

use std::collections::BTreeMap;

use super::status::Known;
use super::table::{History, Table, TableError};
use crate::chance::Chance;

/// Rows of people by history, stratum and count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The names of the lists; bit i of a history is list i.
    pub lists: Vec<String>,
    /// The names of the columns that divide people into strata: sex, age group, form of exploitation, citizenship.
    pub strata: Vec<String>,
    /// The rows.
    pub rows: Vec<CaptureRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptureRow {
    /// The lists these people are on; 0 is refused when a table is made.
    pub history: History,
    /// A value for each stratum column.
    pub stratum: Vec<String>,
    /// How many people.
    pub count: Count,
}

/// A count, or the range in which a masked one lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exact(u64),
    /// At least the first, at most the second: "1-4" in a table made safe for sharing.
    Between(u64, u64),
}

impl Count {
    /// The least it can be.
    pub fn least(self) -> u64 {
        match self {
            Self::Exact(count) | Self::Between(count, _) => count,
        }
    }
}

impl Capture {
    /// Rows whose count is a range.
    pub fn masked(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.count, Count::Between(..))).count()
    }

    /// The table with masked counts at their least.
    pub fn least(&self) -> Result<Table, TableError> {
        Table::new(self.lists.clone(), self.rows.iter().map(|row| (row.history, row.count.least())))
    }

    /// The people of each combination of values of these strata columns (all rows together if `columns` is empty), by value.
    /// A column the table does not have is left out.
    pub fn by_stratum(&self, columns: &[String]) -> BTreeMap<Vec<String>, Self> {
        let at: Vec<usize> = columns.iter().filter_map(|name| self.strata.iter().position(|own| own == name)).collect();
        let mut strata: BTreeMap<Vec<String>, Self> = BTreeMap::new();
        for row in &self.rows {
            let values = at.iter().map(|i| row.stratum[*i].clone()).collect();
            let stratum = strata.entry(values);
            let empty = || Self { lists: self.lists.clone(), strata: self.strata.clone(), rows: Vec::new() };
            stratum.or_insert_with(empty).rows.push(row.clone());
        }
        strata
    }

    /// Tables in which every masked count is drawn: a Poisson number, its mean as fitted with all lists independent, kept
    /// within its range (multiple imputation). One table, as it is, if nothing is masked.
    pub fn completions(&self, tables: usize, seed: u64) -> Result<Vec<Table>, TableError> {
        if self.masked() == 0 {
            return Ok(vec![self.least()?]);
        }
        let middle = self.rows.iter().map(|row| match row.count {
            Count::Exact(count) => (row.history, count),
            Count::Between(low, high) => (row.history, u64::midpoint(low, high)),
        });
        let first = Table::new(self.lists.clone(), middle)?;
        let fitted = Known::default().settled(&first, &super::model::Model::independence(first.t()), None).ok();
        let mean = |row: &CaptureRow| fitted.as_ref().map_or(1.0, |fit| fit.mu[row.history as usize]);
        (0..tables.max(1))
            .map(|number| {
                let mut chance = Chance::numbered(seed, 1 << 41 | number as u64);
                let rows = self.rows.iter().map(|row| match row.count {
                    Count::Exact(count) => (row.history, count),
                    Count::Between(low, high) => (row.history, within(&mut chance, low, high, mean(row))),
                });
                Table::new(self.lists.clone(), rows.collect::<Vec<_>>())
            })
            .collect()
    }
}

/// A Poisson number kept within a range: by the weights mean^k / k! from the least to the most.
fn within(chance: &mut Chance, low: u64, high: u64, mean: f64) -> u64 {
    let mean = mean.max(1e-9);
    // Ranges of masked cells are short; a long one is drawn evenly from its first thousand, which no fitted mean reaches.
    let values: Vec<u64> = (low..=high.min(low + 1000)).collect();
    let log = |k: u64| k as f64 * libm::log(mean) - crate::special::ln_gamma(k as f64 + 1.0);
    let most = values.iter().map(|k| log(*k)).fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = values.iter().map(|k| libm::exp(log(*k) - most)).collect();
    let mut left = chance.uniform() * weights.iter().sum::<f64>();
    for (value, weight) in values.iter().zip(&weights) {
        left -= weight;
        if left <= 0.0 {
            return *value;
        }
    }
    high.min(low + 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capture() -> Capture {
        let row = |history, sex: &str, count| CaptureRow { history, stratum: vec![sex.to_owned()], count };
        Capture {
            lists: ["a", "b"].map(str::to_owned).to_vec(),
            strata: vec!["sex".to_owned()],
            rows: vec![
                row(1, "f", Count::Exact(40)),
                row(2, "f", Count::Exact(30)),
                row(3, "f", Count::Between(1, 4)),
                row(1, "m", Count::Exact(9)),
                row(3, "m", Count::Exact(2)),
            ],
        }
    }

    #[test]
    fn a_masked_count_is_drawn_within_its_range() {
        let tables = capture().completions(40, 1).expect("tables");
        assert_eq!(tables.len(), 40);
        let drawn: std::collections::BTreeSet<u64> = tables.iter().map(|table| table.count(3) - 2).collect();
        assert!(drawn.iter().all(|count| (1..=4).contains(count)) && drawn.len() > 1);
        assert_eq!(tables, capture().completions(40, 1).expect("tables"));
    }

    #[test]
    fn strata_hold_their_own_people_only() {
        let strata = capture().by_stratum(&["sex".to_owned()]);
        assert_eq!(strata.len(), 2);
        assert_eq!(strata[&vec!["m".to_owned()]].least().expect("a table").n(), 11);
        assert_eq!(capture().by_stratum(&[]).len(), 1);
    }
}
