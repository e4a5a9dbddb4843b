//! Response: from a country's ratings to points, percents and a letter. The method note is `response.md`.

use std::collections::BTreeMap;

use super::letter::award;
use super::rating::RatingError;
use super::ruleset::Response;
use super::sheet::Sheet;

/// Scores one place (ISO 3166-1 alpha-3), from ratings keyed by item code.
///
/// M_m = Σ A over the activities of milestone m; total = Σ A over all; percent = 100 · points / maximum. The total is not
/// the mean of the milestones: activities weigh alike. Percents may be negative. A missing rating is not zero: it widens
/// the range. Source: Walk Free 2023 data workbook (176 countries reproduced); the 2018 one with its own tree.
pub fn score(rules: &Response, place: &str, ratings: &BTreeMap<String, f64>) -> Result<ResponseScore, RatingError> {
    let sheet = Sheet::read(rules, ratings)?;
    let maxima = rules.maxima_of(place);
    let earned: Vec<Range> = (0..rules.activities().len()).map(|activity| sheet.points(activity)).collect();

    let sum_of = |milestone: Option<u8>, maximum: f64| {
        let all = rules.activities().iter().zip(&earned);
        let counted = all.filter(|(activity, _)| milestone.is_none() || activity.milestone == milestone);
        let (low, high) = counted.fold((0.0, 0.0), |(low, high), (_, range)| (low + range.low, high + range.high));
        Points { low, high, maximum }
    };
    let by_milestone = rules.milestones().iter().zip(&maxima.milestones);
    let milestones = by_milestone.map(|(milestone, &maximum)| sum_of(Some(milestone.number), maximum)).collect();
    let total = sum_of(None, maxima.total);

    let code = |item: usize| rules.items()[item].code.clone();
    let award = award(rules, total.percent(), &sheet);
    Ok(ResponseScore {
        activities: rules.activities().iter().map(|activity| activity.code.clone()).zip(earned).collect(),
        milestones,
        total,
        letter: award.as_ref().map(|award| award.letter.to_owned()),
        capped_from: award.and_then(|award| award.capped_from).map(str::to_owned),
        negatives_met: sheet.negatives_met().map(code).collect(),
        missing: sheet.missing().map(code).collect(),
    })
}

/// What a place earned.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseScore {
    /// Points A of each activity, by its code.
    pub activities: BTreeMap<String, Range>,
    /// Points of each milestone, in order of their numbers.
    pub milestones: Vec<Points>,
    /// Points of everything.
    pub total: Points,
    /// The letter; `None` when the edition awards none, or when missing ratings leave it open.
    pub letter: Option<String>,
    /// The letter the total alone would have earned, when a met negative capped it (printed with a star, as `BBB*`).
    pub capped_from: Option<String>,
    /// Codes of the negative items that are met, in the order of the tree, whether or not they cost anything.
    pub negatives_met: Vec<String>,
    /// Codes of the items without a rating, in the order of the tree.
    pub missing: Vec<String>,
}

/// A value that is known to lie from `low` to `high`, both possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The least it can be.
    pub low: f64,
    /// The most it can be.
    pub high: f64,
}

impl Range {
    /// The value, when nothing is missing.
    pub fn exact(self) -> Option<f64> {
        (self.low == self.high).then_some(self.low)
    }
}

/// Points of a milestone or of everything, out of a maximum above zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Points {
    /// Points if every missing rating turned out worst.
    pub low: f64,
    /// Points if every missing rating turned out best.
    pub high: f64,
    /// The most that this place can earn.
    pub maximum: f64,
}

impl Points {
    /// 100 · points / maximum; below zero when negatives outweigh the rest.
    pub fn percent(self) -> Range {
        Range { low: 100.0 * self.low / self.maximum, high: 100.0 * self.high / self.maximum }
    }

    /// The points, when nothing is missing.
    pub fn exact(self) -> Option<f64> {
        Range { low: self.low, high: self.high }.exact()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::ruleset::ActivityKind;
    use crate::index::world;

    const COMPLETE: &str = "M111=1 M112=1 M113NEG=0 M121NEG=-1 M211=1 M221=0.5";

    fn scored(text: &str) -> ResponseScore {
        score(&world::rules(), "AAA", &world::ratings(text)).expect("ratings on their scales")
    }

    #[test]
    fn points_add_up_to_milestones_and_the_total() {
        let score = scored(COMPLETE);
        assert_eq!(score.milestones[0], Points { low: 0.0, high: 0.0, maximum: 2.0 });
        assert_eq!(score.milestones[1], Points { low: 2.5, high: 2.5, maximum: 4.0 });
        assert_eq!(score.total.exact(), Some(2.5));
        assert_eq!(score.total.percent().exact(), Some(100.0 * 2.5 / 6.0));
        assert_eq!(score.negatives_met, ["M121NEG"]);
        assert_eq!(score.letter, None, "this edition awards no letters");
    }

    #[test]
    fn a_percent_may_be_negative() {
        let score = scored("M111=0 M112=0 M113NEG=-1 M121NEG=-1 M211=0 M221=0");
        assert_eq!(score.milestones[0].percent(), Range { low: -100.0, high: -100.0 });
    }

    #[test]
    fn a_missing_rating_is_not_zero() {
        let score = scored("M111=1 M112=1 M121NEG=0 M211=1 M221=0.5");
        assert_eq!(score.missing, ["M113NEG"]);
        assert_eq!(score.activities["M11"], Range { low: 1.0, high: 2.0 });
        assert_eq!(score.total, Points { low: 3.5, high: 4.5, maximum: 6.0 });
        assert_eq!(score.total.exact(), None);
        let nothing = scored("");
        assert_eq!(nothing.total, Points { low: -3.0, high: 6.0, maximum: 6.0 });
    }

    #[test]
    fn what_counts_in_the_total_alone_is_in_no_milestone() {
        let against: (&str, Option<u8>, ActivityKind, &[&str]) =
            ("NEG1", None, ActivityKind::NegativeOnly { points: -1.0 }, &["NEG1NEG"]);
        let earned: (&str, Option<u8>, ActivityKind, &[&str]) =
            ("M1", Some(1), ActivityKind::Points { minimum: 0.0, maximum: 9.0 }, &["M1"]);
        let rules = Response::new(world::tree(1, &[earned, against])).expect("sound");
        let score = score(&rules, "AAA", &world::ratings("M1=4.5 NEG1NEG=-1")).expect("on their scales");
        assert_eq!(score.milestones[0].exact(), Some(4.5));
        assert_eq!(score.total, Points { low: 3.5, high: 3.5, maximum: 9.0 });
    }
}
