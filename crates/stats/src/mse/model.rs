//! Hierarchical log-linear models of capture histories: which lists influence each other.

use std::fmt;

use super::table::{History, Table};

/// A hierarchical log-linear model: Θ holds the intercept, every single list, and these interactions. With an interaction
/// come all interactions inside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Model {
    t: usize,
    /// Sets of two lists or more; smaller first, then in the order of the lists.
    interactions: Vec<History>,
}

impl Model {
    /// All lists independent of each other.
    pub fn independence(t: usize) -> Self {
        Self { t, interactions: Vec::new() }
    }

    /// The smallest hierarchical model of t lists with these interactions. `None` if one names a list there is not.
    pub fn new(t: usize, interactions: &[History]) -> Option<Self> {
        if interactions.iter().any(|theta| theta >> t != 0) {
            return None;
        }
        let inside = |w: &History| interactions.iter().any(|theta| w & theta == *w);
        let mut closed: Vec<History> = (1..1 << t).filter(|w: &History| w.count_ones() > 1 && inside(w)).collect();
        closed.sort_unstable_by_key(|theta| position(*theta));
        Some(Self { t, interactions: closed })
    }

    /// Reads `[12,13,4]`, lists numbered from 1, brackets optional. Lists above the ninth are not written so; use
    /// [`Model::new`]. `None` for anything else.
    pub fn parse(t: usize, text: &str) -> Option<Self> {
        let inner = text.trim().trim_start_matches('[').trim_end_matches(']');
        let mut interactions = Vec::new();
        for term in inner.split(',').map(str::trim).filter(|term| !term.is_empty()) {
            let mut theta = 0;
            for digit in term.chars() {
                let list = digit.to_digit(10)?.checked_sub(1)?;
                theta |= 1 << list;
            }
            interactions.push(theta);
        }
        Self::new(t, &interactions)
    }

    /// The number of lists.
    pub fn t(&self) -> usize {
        self.t
    }

    /// The interactions, smaller first, then in the order of the lists.
    pub fn interactions(&self) -> &[History] {
        &self.interactions
    }

    /// Is this interaction in the model?
    pub fn has(&self, theta: History) -> bool {
        self.interactions.contains(&theta)
    }

    /// k: the intercept, the lists and the interactions, those at minus infinity too.
    pub fn parameters(&self) -> usize {
        1 + self.t + self.interactions.len()
    }

    /// With one more interaction, whose parts must already be in; the caller keeps the hierarchy.
    pub fn with(&self, theta: History) -> Self {
        let mut interactions = self.interactions.clone();
        let at = interactions.partition_point(|other| position(*other) < position(theta));
        interactions.insert(at, theta);
        Self { t: self.t, interactions }
    }

    /// The models one term away: with one more interaction, all whose parts are in, of at most `order` lists; or without
    /// one that is inside no other.
    pub fn neighbours(&self, order: u32) -> Vec<Self> {
        let fits = |theta: &History| {
            let size = theta.count_ones();
            (2..=order).contains(&size) && !self.has(*theta) && (size == 2 || facets(*theta).all(|part| self.has(part)))
        };
        let mut larger: Vec<History> = (1..1 << self.t).filter(fits).collect();
        larger.sort_unstable_by_key(|theta| position(*theta));
        let outer = self.outermost().filter(|theta| theta.count_ones() > 1);
        let smaller = outer.map(|theta| Self {
            t: self.t,
            interactions: self.interactions.iter().copied().filter(|other| *other != theta).collect(),
        });
        larger.into_iter().map(|theta| self.with(theta)).chain(smaller).collect()
    }

    /// The sets of lists that no other set of the model contains: what its short name lists.
    pub fn outermost(&self) -> impl Iterator<Item = History> + '_ {
        let covered = |w: History| self.interactions.iter().any(|theta| *theta != w && theta & w == w);
        let mut outer: Vec<History> = (0..self.t).map(|i| 1 << i).chain(self.interactions.iter().copied()).collect();
        outer.retain(|w| !covered(*w));
        outer.sort_unstable_by_key(|theta| (u32::MAX - theta.count_ones(), position(*theta)));
        outer.into_iter()
    }

    /// The interactions by the names of the lists, as "LA:NG NG:GP"; empty for independence.
    pub fn named(&self, table: &Table) -> String {
        self.interactions.iter().map(|theta| table.name(*theta)).collect::<Vec<_>>().join(" ")
    }
}

/// `[123,14,34]`: the outermost sets, largest first, lists numbered from 1 and dotted above nine lists (`1.10`).
impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = if self.t > 9 { "." } else { "" };
        let term = |theta: History| {
            let lists: Vec<String> = (0..self.t).filter(|i| theta >> i & 1 == 1).map(|i| (i + 1).to_string()).collect();
            lists.join(between)
        };
        write!(f, "[{}]", self.outermost().map(term).collect::<Vec<_>>().join(","))
    }
}

/// All hierarchical models of t lists with interactions of at most `order` lists. For t = 3, 4, 5 and order t − 1 there are
/// 8, 113 and 6,893; for t = 6 and order 2 there are 32,768. `None` if there would be more than `most`.
pub fn hierarchical_models(t: usize, order: u32, most: usize) -> Option<Vec<Model>> {
    let mut models = vec![Model::independence(t)];
    let mut layer_start = 0;
    for size in 2..=order.min(t as u32) {
        let mut terms: Vec<History> = (1..1 << t).filter(|w: &History| w.count_ones() == size).collect();
        terms.sort_unstable_by_key(|theta| position(*theta));
        let bases = models[layer_start..].to_vec();
        layer_start = if size == 2 { 0 } else { layer_start };
        for base in bases {
            let free: Vec<History> =
                terms.iter().copied().filter(|theta| size == 2 || facets(*theta).all(|part| base.has(part))).collect();
            if free.len() > 24 || models.len() + (1 << free.len()) - 1 > most {
                return None;
            }
            for chosen in 1_u32..1 << free.len() {
                let mut interactions = base.interactions.clone();
                interactions
                    .extend(free.iter().enumerate().filter(|(i, _)| chosen >> i & 1 == 1).map(|(_, theta)| theta));
                models.push(Model { t, interactions });
            }
        }
    }
    Some(models)
}

/// The sets with one list fewer.
fn facets(theta: History) -> impl Iterator<Item = History> {
    (0..History::BITS).filter(move |i| theta >> i & 1 == 1).map(move |i| theta & !(1 << i))
}

/// Smaller sets first, then in the order of the lists: 12, 13, 23, 123.
fn position(theta: History) -> (u32, u32) {
    (theta.count_ones(), !theta.reverse_bits())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_hierarchical_models_as_are_known() {
        // Simplicial complexes on all of t points (OEIS A006126 gives 9, 114, 6894), without the saturated model.
        let count = |t, order| hierarchical_models(t, order, 100_000).map(|models| models.len());
        assert_eq!(count(3, 2), Some(8));
        assert_eq!(count(4, 3), Some(113));
        assert_eq!(count(5, 2), Some(1_024));
        assert_eq!(count(5, 4), Some(6_893));
        assert_eq!(count(6, 2), Some(32_768));
        assert_eq!(hierarchical_models(6, 2, 10_000), None);
        let models = hierarchical_models(5, 4, 100_000).expect("few enough");
        let distinct: std::collections::BTreeSet<_> = models.iter().collect();
        assert_eq!(distinct.len(), models.len());
        assert!(models.iter().all(|model| Model::new(5, model.interactions()).as_ref() == Some(model)));
    }

    #[test]
    fn a_model_is_written_as_papers_write_it_and_read_again() {
        for text in ["[123,14,34]", "[12,23]", "[12,3]", "[1,2,3]", "[12,13,4]"] {
            let t = if text.contains('4') { 4 } else { 3 };
            let model = Model::parse(t, text).expect("a model");
            assert_eq!(model.to_string(), text);
            assert_eq!(Model::parse(t, &model.to_string()), Some(model));
        }
        assert_eq!(Model::parse(3, "[14]"), None);
        assert_eq!(Model::parse(3, "[0]"), None);
        assert_eq!(Model::parse(3, "[a]"), None);
    }

    #[test]
    fn neighbours_are_one_term_away_and_hierarchical() {
        let model = Model::parse(4, "[12,13,23,4]").expect("a model");
        let names: Vec<String> = model.neighbours(3).iter().map(Model::to_string).collect();
        assert_eq!(
            names,
            ["[12,13,14,23]", "[12,13,23,24]", "[12,13,23,34]", "[123,4]", "[13,23,4]", "[12,23,4]", "[12,13,4]"]
        );
        assert!(
            model.neighbours(2).iter().all(|other| other.interactions().iter().all(|theta| theta.count_ones() == 2))
        );
    }
}
