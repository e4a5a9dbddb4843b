//! What if: which single change would move a country's score, and what each met negative costs.
//!
//! Activities are independent of each other, so each is looked at alone. An activity with a missing rating cannot be
//! judged: it is named in `undecided`, and nothing is promised about it.

use std::collections::BTreeMap;

use super::rating::RatingError;
use super::ruleset::{Item, Response};
use super::sheet::Sheet;

/// Looks at every change that would help one place (ISO 3166-1 alpha-3), from ratings keyed by item code.
pub fn what_if(rules: &Response, place: &str, ratings: &BTreeMap<String, f64>) -> Result<WhatIf, RatingError> {
    let sheet = Sheet::read(rules, ratings)?;
    let maximum = rules.maxima_of(place).total;
    let outlook = |activity| Outlook { rules, sheet: &sheet, activity, maximum };
    let outlooks = (0..rules.activities().len()).map(outlook);
    let (undecided, decided): (Vec<_>, Vec<_>) = outlooks.partition(Outlook::is_undecided);

    let mut candidates: Vec<Candidate> = decided.iter().flat_map(Outlook::candidates).collect();
    candidates.sort_by(|a, b| b.gain.points.total_cmp(&a.gain.points));
    let mut completions: Vec<Completion> = decided.iter().filter_map(Outlook::completion).collect();
    completions.sort_by(|a, b| b.gain.points.total_cmp(&a.gain.points));
    completions.sort_by_key(|completion| completion.remaining.len());
    let negatives = sheet.negatives_met().map(|item| NegativeCost::of(&rules.items()[item], &candidates)).collect();
    let undecided = undecided.iter().map(Outlook::code).collect();
    Ok(WhatIf { candidates, completions, negatives, undecided })
}

/// What would move a country's score.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// Every unmet positive item and every met negative one, the largest gain first, then in the order of the tree.
    pub candidates: Vec<Candidate>,
    /// Every activity below its best, the fewest remaining items first, then the largest gain.
    pub completions: Vec<Completion>,
    /// Every met negative, in the order of the tree.
    pub negatives: Vec<NegativeCost>,
    /// Codes of the activities with a missing rating, which cannot be judged.
    pub undecided: Vec<String>,
}

/// How much the total would rise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// In points.
    pub points: f64,
    /// In percent of this place's maximum, which is the change of the published total.
    pub percent: f64,
}

/// One item that could be better, if it alone changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The item's code.
    pub item: String,
    /// Its activity's code.
    pub activity: String,
    /// What the change would bring; often nothing, when others in the activity are open too.
    pub gain: Gain,
    /// Whether the activity would then be at its best.
    pub completes: bool,
}

/// What it takes to bring an activity to its best.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    /// The activity's code.
    pub activity: String,
    /// Codes of the items that must all change.
    pub remaining: Vec<String>,
    /// What that would bring.
    pub gain: Gain,
}

/// A negative item that is met.
#[derive(Clone, Debug, PartialEq)]
pub struct NegativeCost {
    /// The item's code.
    pub item: String,
    /// Its activity's code.
    pub activity: String,
    /// The points that clearing it alone would bring back; `None` when its activity has a missing rating. Where two
    /// negatives hold the same activity down, each alone costs 0.
    pub points: Option<f64>,
}

impl NegativeCost {
    /// A met negative of an activity that can be judged is always among the candidates.
    fn of(item: &Item, candidates: &[Candidate]) -> Self {
        let found = candidates.iter().find(|candidate| candidate.item == item.code);
        let points = found.map(|candidate| candidate.gain.points);
        Self { item: item.code.clone(), activity: item.activity.clone(), points }
    }
}

/// One activity of one country.
struct Outlook<'a> {
    rules: &'a Response,
    sheet: &'a Sheet<'a>,
    /// Position in the tree.
    activity: usize,
    /// The most points this place can earn in all.
    maximum: f64,
}

impl Outlook<'_> {
    fn is_undecided(&self) -> bool {
        self.items().iter().any(|&item| self.sheet.rating(item).is_none())
    }

    fn candidates(&self) -> Vec<Candidate> {
        let candidate = |&item: &usize| {
            let then = self.sheet.points_if(self.activity, |other| self.rating_if(item == other, other));
            Candidate {
                item: self.rules.items()[item].code.clone(),
                activity: self.code(),
                gain: self.gain(then),
                completes: then == self.best(),
            }
        };
        self.open().iter().map(candidate).collect()
    }

    fn completion(&self) -> Option<Completion> {
        let remaining: Vec<String> = self.open().iter().map(|&item| self.rules.items()[item].code.clone()).collect();
        let open = !remaining.is_empty();
        open.then(|| Completion { activity: self.code(), remaining, gain: self.gain(self.best()) })
    }

    fn code(&self) -> String {
        self.rules.activities()[self.activity].code.clone()
    }

    fn items(&self) -> &[usize] {
        &self.rules.items_of()[self.activity]
    }

    /// The items that are not at their best.
    fn open(&self) -> Vec<usize> {
        let is_open = |item: &usize| self.sheet.rating(*item) != Some(self.sheet.scale(*item).best());
        self.items().iter().copied().filter(is_open).collect()
    }

    fn rating_if(&self, changed: bool, item: usize) -> f64 {
        let scale = self.sheet.scale(item);
        let rated = self.sheet.rating(item).filter(|_| !changed);
        rated.unwrap_or(scale.best())
    }

    fn best(&self) -> f64 {
        self.rules.activities()[self.activity].kind.maximum()
    }

    fn gain(&self, then: f64) -> Gain {
        let points = then - self.sheet.points(self.activity).low;
        Gain { points, percent: 100.0 * points / self.maximum }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::ruleset::ActivityKind;
    use crate::index::world;

    fn look(text: &str) -> WhatIf {
        what_if(&world::rules(), "AAA", &world::ratings(text)).expect("ratings on their scales")
    }

    fn gains(outlook: &WhatIf) -> Vec<(&str, f64, bool)> {
        let row = |candidate: &Candidate| (candidate.gain.points, candidate.completes);
        outlook.candidates.iter().map(|c| (c.item.as_str(), row(c).0, row(c).1)).collect()
    }

    #[test]
    fn the_last_open_item_completes_its_activity() {
        let outlook = look("M111=1 M112=0 M113NEG=0 M121NEG=0 M211=1 M221=2");
        assert_eq!(gains(&outlook), [("M112", 1.0, true)]);
        assert_eq!(outlook.candidates[0].gain.percent, 100.0 / 6.0);
        let expected = Completion {
            activity: "M11".to_owned(),
            remaining: vec!["M112".to_owned()],
            gain: Gain { points: 1.0, percent: 100.0 / 6.0 },
        };
        assert_eq!(outlook.completions, [expected]);
    }

    #[test]
    fn an_item_alone_may_bring_nothing_and_the_pair_two_points() {
        let outlook = look("M111=1 M112=0 M113NEG=-1 M121NEG=-1 M211=0 M221=0.5");
        let expected = [
            ("M121NEG", 2.0, true),
            ("M211", 2.0, true),
            ("M221", 1.5, true),
            ("M112", 0.0, false),
            ("M113NEG", 0.0, false),
        ];
        assert_eq!(gains(&outlook), expected);
        let order: Vec<&str> = outlook.completions.iter().map(|completion| completion.activity.as_str()).collect();
        assert_eq!(order, ["M12", "M21", "M22", "M11"], "one item is easier than two, then the largest gain");
        let last = outlook.completions.last().expect("four activities are open");
        assert_eq!((last.remaining.len(), last.gain.points), (2, 1.0));
    }

    #[test]
    fn the_fewest_remaining_items_come_before_the_largest_gain() {
        let outlook = look("M111=0 M112=0 M113NEG=0 M121NEG=0 M211=1 M221=1.5");
        let order: Vec<_> = outlook.completions.iter().map(|c| (c.activity.as_str(), c.gain.points)).collect();
        assert_eq!(order, [("M22", 0.5), ("M11", 2.0)]);
    }

    #[test]
    fn a_negative_costs_what_clearing_it_alone_would_bring() {
        let costs = |text: &str| -> Vec<Option<f64>> { look(text).negatives.iter().map(|cost| cost.points).collect() };
        assert_eq!(costs("M111=1 M112=1 M113NEG=-1 M121NEG=-1 M211=0 M221=0"), [Some(1.0), Some(2.0)]);
        assert_eq!(costs("M111=1 M112=0 M113NEG=-1 M121NEG=0 M211=0 M221=0"), [Some(0.0)]);
        assert_eq!(costs("M111=1 M113NEG=-1 M121NEG=0 M211=0 M221=0"), [None], "M112 is not rated");
    }

    #[test]
    fn two_negatives_that_hold_one_activity_down_cost_nothing_each_and_a_point_together() {
        let rules = world::tree(1, &[("M11", Some(1), ActivityKind::Graded, &["M111", "M112NEG", "M113NEG"])]);
        let rules = Response::new(rules).expect("sound");
        let outlook = what_if(&rules, "AAA", &world::ratings("M111=1 M112NEG=-1 M113NEG=-1")).expect("on their scales");
        assert!(outlook.negatives.iter().all(|cost| cost.points == Some(0.0)));
        assert_eq!(outlook.completions[0].gain.points, 1.0);
    }

    #[test]
    fn an_activity_with_a_missing_rating_is_named_and_not_judged() {
        let outlook = look("M111=0 M112=0 M121NEG=0 M211=1 M221=2");
        assert_eq!(outlook.undecided, ["M11"]);
        assert_eq!((outlook.candidates.len(), outlook.completions.len()), (0, 0));
    }
}
