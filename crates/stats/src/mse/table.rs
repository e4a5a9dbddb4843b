//! The table of capture histories: how many people were on exactly which lists.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::chance::Chance;

/// A set of lists as a mask: bit i stands for list i of the table.
pub type History = u32;

/// The most lists a table can have: 2¹² − 1 histories are held one by one.
pub const MOST_LISTS: usize = 12;

/// People by capture history. Every history that could be observed has a count, 0 where nobody has it; the history of
/// no list has none, for that is what is sought.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Table {
    lists: Vec<String>,
    /// By history; 2^t long, the first is always 0.
    counts: Vec<u64>,
}

/// Why these counts are no capture table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableError {
    /// One list has no overlap with anything.
    #[error("a capture table needs at least two lists, this one has {0}")]
    TooFewLists(usize),
    /// Its histories could not be held.
    #[error("a capture table can have {MOST_LISTS} lists at most, this one has {0}")]
    TooManyLists(usize),
    /// Two lists of one name could not be told apart.
    #[error("two lists are called {0:?}")]
    SameName(String),
    /// A history of lists that the table does not have, or of none.
    #[error("history {0} is not one of the table's")]
    NoSuchHistory(History),
    /// Nobody is on any list.
    #[error("the table counts nobody")]
    Empty,
    /// More people than can be counted exactly.
    #[error("the table counts more people than there are")]
    TooMany,
}

impl Table {
    /// A table of these lists and counts by history. Counts of one history are added; a history that is not named has 0.
    pub fn new(lists: Vec<String>, counted: impl IntoIterator<Item = (History, u64)>) -> Result<Self, TableError> {
        let t = lists.len();
        if t < 2 {
            return Err(TableError::TooFewLists(t));
        }
        if t > MOST_LISTS {
            return Err(TableError::TooManyLists(t));
        }
        if let Some(name) = lists.iter().enumerate().find(|(i, name)| lists[..*i].contains(name)) {
            return Err(TableError::SameName(name.1.clone()));
        }
        let mut counts = vec![0_u64; 1 << t];
        let mut n = 0_u64;
        for (history, count) in counted {
            let cell = counts.get_mut(history as usize).filter(|_| history != 0);
            *cell.ok_or(TableError::NoSuchHistory(history))? += count;
            // Doubles hold whole numbers up to 2^53; ten thousand million people is far below and above any country.
            n = n.checked_add(count).filter(|n| *n <= 10_000_000_000).ok_or(TableError::TooMany)?;
        }
        if n == 0 {
            return Err(TableError::Empty);
        }
        Ok(Self { lists, counts })
    }

    /// The names of the lists; bit i of a history is list i.
    pub fn lists(&self) -> &[String] {
        &self.lists
    }

    /// The number of lists, t.
    pub fn t(&self) -> usize {
        self.lists.len()
    }

    /// People observed, n.
    pub fn n(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// N_w by history; 2^t long, the first is 0.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// N_w, people on exactly these lists.
    pub fn count(&self, history: History) -> u64 {
        self.counts.get(history as usize).copied().unwrap_or(0)
    }

    /// The histories that somebody has, with their counts, by mask.
    pub fn seen(&self) -> impl Iterator<Item = (History, u64)> + '_ {
        self.counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(w, count)| (w as History, *count))
    }

    /// N*_θ, people on at least these lists.
    pub fn at_least(&self, lists: History) -> u64 {
        self.seen().filter(|(w, _)| w & lists == lists).map(|(_, count)| count).sum()
    }

    /// The share of people who are on two lists or more: what every estimate lives on.
    pub fn overlap_share(&self) -> f64 {
        let overlap: u64 = self.seen().filter(|(w, _)| w.count_ones() > 1).map(|(_, count)| count).sum();
        overlap as f64 / self.n() as f64
    }

    /// The same people with these lists made into one of the given name, in the place of the first of them. `None` if
    /// fewer than two of the lists exist, or only one list would be left, or the name is taken by another.
    pub fn merge(&self, lists: History, name: &str) -> Option<Self> {
        let all = (1 << self.t()) - 1;
        let merged = lists & all;
        if merged.count_ones() < 2 || self.t() as u32 - merged.count_ones() < 1 {
            return None;
        }
        let first = merged.trailing_zeros() as usize;
        let kept: Vec<usize> = (0..self.t()).filter(|i| *i == first || merged >> i & 1 == 0).collect();
        let names = kept.iter().map(|i| if *i == first { name.to_owned() } else { self.lists[*i].clone() }).collect();
        let folded = |w: History| if w & merged == 0 { w } else { (w & !merged) | 1 << first };
        Self::new(names, self.seen().map(|(w, count)| (gather(folded(w), &kept), count))).ok()
    }

    /// Without one list: people who were on that list alone are no longer observed. `None` if only one list would be
    /// left, or nobody.
    pub fn omit(&self, list: usize) -> Option<Self> {
        self.keep(&(0..self.t()).filter(|i| *i != list).collect::<Vec<_>>())
    }

    /// Only these lists, in this order. `None` if fewer than two are left, or nobody.
    pub fn keep(&self, lists: &[usize]) -> Option<Self> {
        let names = lists.iter().map(|i| self.lists.get(*i).cloned()).collect::<Option<Vec<_>>>()?;
        let kept = self.seen().map(|(w, count)| (gather(w, lists), count)).filter(|(w, _)| *w != 0);
        Self::new(names, kept).ok()
    }

    /// Only people who are on this list, described by the other lists; with how many of them are on no other list, which
    /// a method that works should find again. `None` as for [`Table::omit`].
    pub fn conditioned_on(&self, list: usize) -> Option<(Self, u64)> {
        let others: Vec<usize> = (0..self.t()).filter(|i| *i != list).collect();
        let names = others.iter().map(|i| self.lists[*i].clone()).collect();
        let members = self.seen().filter(|(w, _)| w >> list & 1 == 1);
        let mut hidden = 0;
        let mut counts = BTreeMap::new();
        for (w, count) in members {
            match gather(w, &others) {
                0 => hidden += count,
                rest => *counts.entry(rest).or_insert(0) += count,
            }
        }
        Some((Self::new(names, counts).ok()?, hidden))
    }

    /// As many people, each drawn anew from those observed.
    pub fn resample(&self, chance: &mut Chance) -> Self {
        let (histories, weights): (Vec<_>, Vec<_>) = self.seen().map(|(w, count)| (w, count as f64)).unzip();
        let mut drawn = vec![0; weights.len()];
        chance.multinomial(self.n(), &weights, &mut drawn);
        self.with(histories.into_iter().zip(drawn))
    }

    /// The same lists with these counts; histories that are not of the table are left out.
    pub fn with(&self, counted: impl IntoIterator<Item = (History, u64)>) -> Self {
        let mut counts = vec![0; self.counts.len()];
        for (w, count) in counted {
            if let Some(cell) = counts.get_mut(w as usize).filter(|_| w != 0) {
                *cell += count;
            }
        }
        Self { lists: self.lists.clone(), counts }
    }

    /// The names of a set of lists, joined as in "LA:NG".
    pub fn name(&self, lists: History) -> String {
        let names: Vec<&str> = (0..self.t()).filter(|i| lists >> i & 1 == 1).map(|i| self.lists[i].as_str()).collect();
        names.join(":")
    }
}

/// The bits of a history at these lists, packed together.
fn gather(history: History, lists: &[usize]) -> History {
    lists.iter().enumerate().fold(0, |packed, (to, from)| packed | (history >> from & 1) << to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn korea() -> Table {
        let names = ["b", "c", "d"].map(str::to_owned).to_vec();
        Table::new(names, [(1, 5), (2, 5), (4, 41), (3, 54), (5, 6), (7, 12)]).expect("a table")
    }

    #[test]
    fn counts_add_up_and_absent_histories_are_zero() {
        let table = korea();
        assert_eq!((table.n(), table.count(6), table.at_least(3), table.at_least(4)), (123, 0, 66, 59));
        assert!((table.overlap_share() - 72.0 / 123.0).abs() < 1e-15);
    }

    #[test]
    fn merging_keeps_everybody_and_omitting_loses_those_on_that_list_alone() {
        let merged = korea().merge(3, "bc").expect("two lists are left");
        assert_eq!((merged.lists(), merged.n()), (&["bc".to_owned(), "d".to_owned()][..], 123));
        assert_eq!((merged.count(1), merged.count(2), merged.count(3)), (64, 41, 18));
        let omitted = korea().omit(2).expect("two lists are left");
        assert_eq!((omitted.n(), omitted.count(1), omitted.count(2), omitted.count(3)), (82, 11, 5, 66));
        assert_eq!(korea().merge(7, "all"), None);
        assert_eq!(korea().merge(1, "b"), None);
    }

    #[test]
    fn the_members_of_one_list_are_seen_by_the_others() {
        let (others, hidden) = korea().conditioned_on(2).expect("two lists are left");
        assert_eq!((hidden, others.n(), others.count(1), others.count(3)), (41, 18, 6, 12));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let names = |n: usize| (0..n).map(|i| i.to_string()).collect::<Vec<_>>();
        assert_eq!(Table::new(names(1), [(1, 1)]), Err(TableError::TooFewLists(1)));
        assert_eq!(Table::new(names(13), [(1, 1)]), Err(TableError::TooManyLists(13)));
        assert_eq!(Table::new(vec!["a".into(), "a".into()], [(1, 1)]), Err(TableError::SameName("a".into())));
        assert_eq!(Table::new(names(2), [(0, 1)]), Err(TableError::NoSuchHistory(0)));
        assert_eq!(Table::new(names(2), [(4, 1)]), Err(TableError::NoSuchHistory(4)));
        assert_eq!(Table::new(names(2), [(1, 0)]), Err(TableError::Empty));
        assert_eq!(Table::new(names(2), [(1, u64::MAX), (2, u64::MAX)]), Err(TableError::TooMany));
    }

    #[test]
    fn a_resample_has_as_many_people_and_no_new_history() {
        let table = korea();
        let mut chance = Chance::new(11);
        for _ in 0..100 {
            let drawn = table.resample(&mut chance);
            assert_eq!(drawn.n(), 123);
            assert!(drawn.seen().all(|(w, _)| table.count(w) > 0));
        }
    }
}
