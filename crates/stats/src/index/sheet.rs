//! Sheet: one country's ratings in the order of the tree, and the points that follow.

use std::collections::BTreeMap;

use super::rating::{RatingError, Scale};
use super::response::Range;
use super::ruleset::{ActivityKind, Response};

/// A country's ratings, in the order of the tree; `None` where there is no rating, which is not the same as not met.
pub(crate) struct Sheet<'rules> {
    rules: &'rules Response,
    ratings: Vec<Option<f64>>,
    scales: Vec<Scale>,
}

impl<'rules> Sheet<'rules> {
    /// Refuses strangers and ratings off the scale.
    pub(crate) fn read(rules: &'rules Response, given: &BTreeMap<String, f64>) -> Result<Self, RatingError> {
        let scales = scales(rules);
        let mut ratings = Vec::with_capacity(scales.len());
        for (item, &scale) in rules.items().iter().zip(&scales) {
            let rating = given.get(&item.code).copied();
            if let Some(value) = rating
                && !scale.allows(value)
            {
                return Err(RatingError::NotAllowed { code: item.code.clone(), value, scale });
            }
            ratings.push(rating);
        }
        match stranger(rules, given, &ratings) {
            Some((code, value)) => Err(RatingError::UnknownItem { code, value }),
            None => Ok(Self { rules, ratings, scales }),
        }
    }

    /// The points of an activity; from `low`, if all that is not rated were at its worst, to `high`, at its best.
    ///
    /// These are the bounds because no item earns less when it is rated better.
    pub(crate) fn points(&self, activity: usize) -> Range {
        let low = self.points_if(activity, |item| self.ratings[item].unwrap_or(self.scales[item].worst()));
        let high = self.points_if(activity, |item| self.ratings[item].unwrap_or(self.scales[item].best()));
        Range { low, high }
    }

    /// The points A of an activity under given ratings of its items:
    ///
    /// graded, with positive items p and negative items n: A = 2 if all p = 1, 1 if some p = 1, 0 if none; then, if A = 2
    /// and some n = −1, A = 1. A negative never lowers 1 or 0. Negative only: A = −2 (or what the ruleset says) if met.
    /// Source: Walk Free 2023 data workbook, sheet Govt response framework; 7,386 of 7,392 published activities are equal,
    /// the other six (Kosovo, Taiwan) are shown recoded there, while the published points use what is computed here.
    pub(crate) fn points_if(&self, activity: usize, rating: impl Fn(usize) -> f64) -> f64 {
        let items = &self.rules.items_of()[activity];
        let is_negative = |item: &usize| self.scales[*item] == Scale::Negative;
        let negative_met = items.iter().filter(|item| is_negative(item)).any(|&item| rating(item) == -1.0);
        match self.rules.activities()[activity].kind {
            ActivityKind::NegativeOnly { points } => {
                if negative_met {
                    points
                } else {
                    0.0
                }
            }
            ActivityKind::Points { .. } => items.iter().map(|&item| rating(item)).sum(),
            ActivityKind::Graded => {
                let positive: Vec<f64> =
                    items.iter().filter(|item| !is_negative(item)).map(|&item| rating(item)).collect();
                let met = positive.iter().filter(|&&p| p == 1.0).count();
                match met {
                    0 => 0.0,
                    all if all == positive.len() && !negative_met => 2.0,
                    _ => 1.0,
                }
            }
        }
    }

    /// The rating of an item, by its position in the tree.
    pub(crate) fn rating(&self, item: usize) -> Option<f64> {
        self.ratings[item]
    }

    /// The scale of an item, by its position in the tree.
    pub(crate) fn scale(&self, item: usize) -> Scale {
        self.scales[item]
    }

    /// The positions of the items without a rating.
    pub(crate) fn missing(&self) -> impl Iterator<Item = usize> {
        (0..self.ratings.len()).filter(|&item| self.ratings[item].is_none())
    }

    /// The positions of the negative items that are met.
    pub(crate) fn negatives_met(&self) -> impl Iterator<Item = usize> {
        (0..self.ratings.len()).filter(|&item| self.scales[item] == Scale::Negative && self.ratings[item] == Some(-1.0))
    }
}

fn scales(rules: &Response) -> Vec<Scale> {
    let mut scales = vec![Scale::Positive; rules.items().len()];
    for (activity, items) in rules.activities().iter().zip(rules.items_of()) {
        for &item in items {
            scales[item] = Scale::of(&rules.items()[item], activity.kind);
        }
    }
    scales
}

/// The first rating that belongs to no item. Counting first spares the search in the usual case.
fn stranger(rules: &Response, given: &BTreeMap<String, f64>, found: &[Option<f64>]) -> Option<(String, f64)> {
    if found.iter().flatten().count() == given.len() {
        return None;
    }
    let known = |code: &str| rules.items().iter().any(|item| item.code == code);
    given.iter().find(|(code, _)| !known(code)).map(|(code, &value)| (code.clone(), value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::world;

    #[test]
    fn an_activity_is_graded_two_one_or_nothing_and_a_negative_takes_only_the_second_point() {
        let rules = world::rules();
        let graded = |text: &str| {
            let sheet = Sheet::read(&rules, &world::ratings(text)).expect("ratings on their scales");
            sheet.points(0)
        };
        let exactly = |points: f64| Range { low: points, high: points };
        assert_eq!(graded("M111=1 M112=1 M113NEG=0"), exactly(2.0));
        assert_eq!(graded("M111=1 M112=1 M113NEG=-1"), exactly(1.0));
        assert_eq!(graded("M111=1 M112=0 M113NEG=0"), exactly(1.0));
        assert_eq!(graded("M111=0 M112=1 M113NEG=-1"), exactly(1.0));
        assert_eq!(graded("M111=0 M112=0 M113NEG=0"), exactly(0.0));
        assert_eq!(graded("M111=0 M112=0 M113NEG=-1"), exactly(0.0));
    }
}
