//! Decomposable graphs: which lists may depend on each other, so that the likelihood falls apart into small tables.

use super::super::hygiene::pairs;
use super::super::table::History;

/// The numbers of lists for which all decomposable graphs are averaged: 8, 61, 822 and 18,154 graphs. Of seven lists
/// there are 617,675; of two there is nothing to choose.
pub const LISTS: std::ops::RangeInclusive<usize> = 3..=6;

/// One graph: lists are joined when they depend on each other, given the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// How often the marginal table of each set of lists counts: 1 for a clique, minus its number for a separator, and
    /// minus the number of connected parts for the empty set. Σ_A c_A ln L(A) is the logarithm of the clique tables over
    /// the separator tables; ordered by set.
    terms: Vec<(History, i32)>,
}

impl Graph {
    /// The graph with these edges, bit e for pair e in the order of [`pairs`]; `None` if a circle of four lists or more
    /// has no chord.
    fn of(t: usize, edges: u32) -> Option<Self> {
        let mut neighbours = vec![0 as History; t];
        for (_, pair) in pairs(t).enumerate().filter(|(e, _)| edges >> e & 1 == 1) {
            let (i, j) = (pair.trailing_zeros() as usize, pair.ilog2() as usize);
            neighbours[i] |= 1 << j;
            neighbours[j] |= 1 << i;
        }
        let mut counts = vec![0; 1 << t];
        let mut left: History = (1 << t) - 1;
        // Taking away lists whose remaining neighbours are all joined empties exactly the decomposable graphs
        // (Fulkerson and Gross 1965), and p(x) is the product of p(list | neighbours) over that order.
        while left != 0 {
            let simplicial = |i: &usize| {
                let around = neighbours[*i] & left;
                members(around).all(|j| around & !(1 << j) & !neighbours[j] == 0)
            };
            let i = members(left).find(simplicial)?;
            let around = neighbours[i] & left;
            counts[(around | 1 << i) as usize] += 1;
            counts[around as usize] -= 1;
            left &= !(1 << i);
        }
        let terms = counts.into_iter().enumerate().filter(|(_, count)| *count != 0);
        Some(Self { terms: terms.map(|(set, count)| (set as History, count)).collect() })
    }

    /// The sets of lists whose marginal tables count, and how often.
    pub fn terms(&self) -> &[(History, i32)] {
        &self.terms
    }

    /// The cliques: the largest sets of lists that all depend on each other.
    pub fn cliques(&self) -> impl Iterator<Item = History> + '_ {
        self.terms.iter().filter(|(_, count)| *count > 0).map(|(set, _)| *set)
    }

    /// The same graph when list i of the table it was made for is list `order[i]` of another.
    pub fn renamed(&self, order: &[usize]) -> Self {
        let mut terms: Vec<_> = self.terms.iter().map(|(set, count)| (scatter(*set, order), *count)).collect();
        terms.sort_unstable();
        Self { terms }
    }
}

/// All decomposable graphs of t lists, t within [`LISTS`], by edges.
pub fn decomposable(t: usize) -> Vec<Graph> {
    (0..1_u32 << (t * (t - 1) / 2)).filter_map(|edges| Graph::of(t, edges)).collect()
}

fn members(set: History) -> impl Iterator<Item = usize> {
    (0..History::BITS as usize).filter(move |i| set >> i & 1 == 1)
}

fn scatter(set: History, order: &[usize]) -> History {
    members(set).fold(0, |moved, i| moved | 1 << order[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_graphs_as_are_known() {
        // OEIS A058862, labelled chordal graphs.
        for (t, count) in [(3, 8), (4, 61), (5, 822), (6, 18_154)] {
            assert_eq!(decomposable(t).len(), count, "{t} lists");
        }
    }

    #[test]
    fn a_circle_of_four_is_left_out_and_a_chord_brings_it_back() {
        // Pairs of four lists: 12, 13, 14, 23, 24, 34.
        assert_eq!(Graph::of(4, 0b10_1101), None);
        let chorded = Graph::of(4, 0b11_1101).expect("decomposable");
        assert_eq!(chorded.terms(), [(0, -1), (0b1010, -1), (0b1011, 1), (0b1110, 1)]);
    }

    #[test]
    fn parts_that_are_not_joined_share_the_empty_separator() {
        let apart = Graph::of(3, 0b001).expect("decomposable");
        assert_eq!(apart.terms(), [(0, -2), (0b011, 1), (0b100, 1)]);
        assert_eq!(apart.renamed(&[2, 0, 1]).terms(), [(0, -2), (0b010, 1), (0b101, 1)]);
    }

    #[test]
    fn cliques_outnumber_separators_by_one() {
        for t in LISTS {
            assert!(decomposable(t).iter().all(|graph| graph.terms().iter().map(|(_, count)| count).sum::<i32>() == 0));
        }
    }
}
