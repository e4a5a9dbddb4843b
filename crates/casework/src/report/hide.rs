//! Hide: which cells of a set of tables stay hidden, so that no small number is shown or can be worked out from those shown.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The limit below which a number of people is hidden. It is data, with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallCell {
    /// The least number of people that may be shown; one to `limit − 1` are hidden, nothing is shown as nothing.
    pub limit: u64,
    /// Whether a law or a statistical office says so.
    pub verified: bool,
    /// Who says so.
    pub source: String,
}

/// A number and how many people stand behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What would be shown.
    pub value: u64,
    /// People behind it: thirty days of one person are one person.
    pub persons: u64,
}

/// A total and its parts, by their places in the list of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The total.
    pub total: usize,
    /// The parts.
    pub parts: Vec<usize>,
    /// Whether each person is in one part only.
    pub disjoint: bool,
}

impl Sum {
    fn members(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().copied().chain([self.total])
    }
}

/// Which cells are hidden. `ties` are cells that are nearly the same number told twice: both are hidden or none.
pub fn hidden(cells: &[Cell], sums: &[Sum], ties: &[(usize, usize)], limit: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> = cells.iter().map(|cell| 0 < cell.persons && cell.persons < limit).collect();
    // Each round hides at least one more cell, so there are no more rounds than cells.
    loop {
        for &(one, other) in ties {
            let either = hidden[one] || hidden[other];
            (hidden[one], hidden[other]) = (either, either);
        }
        let exposed = sums.iter().find(|sum| is_exposed(sum, cells, &hidden, limit));
        let next = match exposed {
            Some(sum) => candidate(sum.members(), cells, &hidden),
            None => determined(&hidden, sums).first().and_then(|&place| {
                let around = sums.iter().filter(|sum| sum.members().any(|member| member == place));
                let near = candidate(around.flat_map(Sum::members), cells, &hidden);
                near.or_else(|| candidate(0..cells.len(), cells, &hidden))
            }),
        };
        match next {
            Some(place) => hidden[place] = true,
            None => return hidden,
        }
    }
}

/// Whether a sum gives a hidden cell away: it is the only one hidden, or what is hidden of a shown total is itself small; or all the other
/// parts of a hidden total are shown to be nobody, which says of everybody in it which part is theirs.
fn is_exposed(sum: &Sum, cells: &[Cell], hidden: &[bool], limit: u64) -> bool {
    let parts: Vec<usize> = sum.parts.iter().copied().filter(|part| hidden[*part]).collect();
    let visible = sum.members().any(|member| !hidden[member]);
    if !visible {
        return false;
    }
    match (hidden[sum.total], parts.len()) {
        (true, 1) if sum.disjoint => others_are_nobody(sum, cells, hidden),
        (false, 0) | (true, 1..) => false,
        (true, 0) | (false, 1) => true,
        (false, _) => {
            let persons = parts.iter().map(|part| cells[*part].persons);
            let together = if sum.disjoint { persons.sum() } else { persons.max().unwrap_or_default() };
            together < limit
        }
    }
}

fn others_are_nobody(sum: &Sum, cells: &[Cell], hidden: &[bool]) -> bool {
    let mut others = sum.parts.iter().filter(|part| !hidden[**part]).peekable();
    others.peek().is_some() && others.all(|part| cells[*part].persons == 0)
}

/// The visible cell that costs least: few people, but somebody; a cell of nobody only if there is no other.
fn candidate(places: impl Iterator<Item = usize>, cells: &[Cell], hidden: &[bool]) -> Option<usize> {
    places
        .filter(|place| !hidden[*place])
        .min_by_key(|place| (cells[*place].persons == 0, cells[*place].persons, *place))
}

/// Hidden cells that the shown ones determine, by elimination over the sums. Coefficients are 1 and −1, so a large prime field
/// gives the same answer as the rational numbers, without fractions.
pub fn determined(hidden: &[bool], sums: &[Sum]) -> Vec<usize> {
    const P: u64 = 1_000_000_007;
    let unknown: Vec<usize> = (0..hidden.len()).filter(|place| hidden[*place]).collect();
    let column = |place: usize| unknown.binary_search(&place).ok();
    let mut rows: Vec<Vec<u64>> = sums
        .iter()
        .map(|sum| {
            let mut row = vec![0; unknown.len()];
            sum.parts.iter().filter_map(|part| column(*part)).for_each(|at| row[at] = 1);
            if let Some(at) = column(sum.total) {
                row[at] = P - 1;
            }
            row
        })
        .collect();
    let mut done = 0;
    for at in 0..unknown.len() {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row][at] != 0) else { continue };
        rows.swap(done, pivot);
        let inverse = power(rows[done][at], P - 2, P);
        rows[done].iter_mut().for_each(|cell| *cell = *cell * inverse % P);
        let lead = rows[done].clone();
        for (place, row) in rows.iter_mut().enumerate().filter(|(place, row)| *place != done && row[at] != 0) {
            debug_assert!(place != done, "the lead stays");
            let factor = P - row[at];
            row.iter_mut().zip(&lead).for_each(|(cell, lead)| *cell = (*cell + factor * lead) % P);
        }
        done += 1;
    }
    let alone = rows.iter().filter_map(|row| {
        let mut set = row.iter().enumerate().filter(|(_, cell)| **cell != 0);
        let (at, _) = set.next()?;
        set.next().is_none().then(|| unknown[at])
    });
    alone.collect::<BTreeSet<usize>>().into_iter().collect()
}

fn power(mut base: u64, mut exponent: u64, modulus: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % modulus;
        }
        base = base * base % modulus;
        exponent >>= 1;
    }
    result
}
