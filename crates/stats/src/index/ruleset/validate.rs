//! Validation: what a response tree must satisfy before anybody is scored by it.

use std::collections::{BTreeMap, BTreeSet};

use super::response::{Activity, ActivityKind, Item, Maxima, ResponseDraft};
use super::{ReducedMaximum, RulesetError};

/// Room for the rounding of sums of decimals such as 0.1 + 0.2; far below any difference a ruleset can mean.
const DECIMAL_NOISE: f64 = 1e-9;

/// The positions of each activity's items; refuses codes listed twice, strangers and activities that cannot be rated.
pub(super) fn items_of_activities(draft: &ResponseDraft) -> Result<Vec<Vec<usize>>, RulesetError> {
    let activities = positions_of_activities(draft)?;
    let mut items_of = vec![Vec::new(); draft.activities.len()];
    let mut seen = BTreeSet::new();
    for (position, item) in draft.items.iter().enumerate() {
        if !seen.insert(&item.code) {
            return Err(RulesetError::ItemTwice { code: item.code.clone() });
        }
        let Some(&activity) = activities.get(item.activity.as_str()) else {
            return Err(RulesetError::UnknownActivity { item: item.code.clone(), activity: item.activity.clone() });
        };
        items_of[activity].push(position);
    }
    for (activity, positions) in draft.activities.iter().zip(&items_of) {
        let items: Vec<&Item> = positions.iter().map(|&position| &draft.items[position]).collect();
        check_kind(activity, &items)?;
    }
    Ok(items_of)
}

/// The maxima of the tree: 2 for a graded activity, the top of its scale for one in points, nothing for a negative one.
pub(super) fn maxima(draft: &ResponseDraft) -> Result<Maxima, RulesetError> {
    let most = |milestone: u8| {
        let inside = draft.activities.iter().filter(|activity| activity.milestone == Some(milestone));
        inside.map(|activity| activity.kind.maximum()).sum::<f64>()
    };
    let milestones: Vec<f64> = draft.milestones.iter().map(|milestone| most(milestone.number)).collect();
    if let Some(empty) = milestones.iter().position(|&maximum| maximum == 0.0) {
        return Err(RulesetError::MilestoneWithoutPoints { milestone: draft.milestones[empty].number });
    }
    let total: f64 = draft.activities.iter().map(|activity| activity.kind.maximum()).sum();
    if total == 0.0 {
        return Err(RulesetError::NoPoints);
    }
    Ok(Maxima { milestones, total })
}

/// The maxima of each place that has its own.
pub(super) fn reduced(draft: &ResponseDraft, full: &Maxima) -> Result<BTreeMap<String, Maxima>, RulesetError> {
    let mut maxima_of = BTreeMap::new();
    for reduction in &draft.reduced {
        let maxima = reduce(full, reduction)?;
        for place in &reduction.places {
            if maxima_of.insert(place.clone(), maxima.clone()).is_some() {
                return Err(RulesetError::ReducedTwice { place: place.clone() });
            }
        }
    }
    Ok(maxima_of)
}

/// The letters must fall from the highest to the lowest, and the cap must be one of them.
pub(super) fn letters(draft: &ResponseDraft) -> Result<(), RulesetError> {
    let mut seen = BTreeSet::new();
    let mut above = f64::INFINITY;
    for letter in &draft.letters {
        if !seen.insert(letter.letter.as_str()) {
            return Err(RulesetError::LetterTwice { letter: letter.letter.clone() });
        }
        if !(letter.from.is_finite() && letter.from < above) {
            return Err(RulesetError::LetterOrder { letter: letter.letter.clone(), from: letter.from });
        }
        above = letter.from;
    }
    match &draft.letter_cap_with_negative {
        Some(cap) if !seen.contains(cap.as_str()) => Err(RulesetError::UnknownCap { letter: cap.clone() }),
        _ => Ok(()),
    }
}

fn positions_of_activities(draft: &ResponseDraft) -> Result<BTreeMap<&str, usize>, RulesetError> {
    for (expected, milestone) in (1..=u8::MAX).zip(&draft.milestones) {
        if milestone.number != expected {
            return Err(RulesetError::MilestoneNumber { expected, found: milestone.number });
        }
    }
    let mut positions = BTreeMap::new();
    for (position, activity) in draft.activities.iter().enumerate() {
        if positions.insert(activity.code.as_str(), position).is_some() {
            return Err(RulesetError::ActivityTwice { code: activity.code.clone() });
        }
        if let Some(milestone) = activity.milestone
            && !draft.milestones.iter().any(|listed| listed.number == milestone)
        {
            return Err(RulesetError::UnknownMilestone { activity: activity.code.clone(), milestone });
        }
    }
    Ok(positions)
}

fn check_kind(checked: &Activity, items: &[&Item]) -> Result<(), RulesetError> {
    let activity = checked.code.clone();
    if items.is_empty() {
        return Err(RulesetError::ActivityWithoutItems { activity });
    }
    let positive = items.iter().find(|item| !item.negative);
    match (checked.kind, positive) {
        (ActivityKind::Graded, None) => Err(RulesetError::GradedWithoutPositive { activity }),
        (ActivityKind::NegativeOnly { .. }, Some(item)) => {
            Err(RulesetError::PositiveInNegativeOnly { activity, item: item.code.clone() })
        }
        (ActivityKind::NegativeOnly { points }, None) if !(points.is_finite() && points < 0.0) => {
            Err(RulesetError::NegativeOnlyPoints { activity, points })
        }
        (ActivityKind::Points { .. }, found) if found.is_none() || items.len() != 1 => {
            Err(RulesetError::PointsItem { activity })
        }
        (ActivityKind::Points { minimum, maximum }, _) if !is_scale(minimum, maximum) => {
            Err(RulesetError::PointsScale { activity, minimum, maximum })
        }
        _ => Ok(()),
    }
}

fn is_scale(minimum: f64, maximum: f64) -> bool {
    minimum.is_finite() && maximum.is_finite() && minimum < maximum && maximum > 0.0
}

fn reduce(full: &Maxima, reduction: &ReducedMaximum) -> Result<Maxima, RulesetError> {
    let milestone = reduction.milestone;
    let position = usize::from(milestone).wrapping_sub(1);
    let Some(&from) = full.milestones.get(position) else {
        return Err(RulesetError::ReducedMilestone { milestone });
    };
    if reduction.places.is_empty() {
        return Err(RulesetError::ReducedWithoutPlace { milestone });
    }
    if !(reduction.maximum > 0.0 && reduction.maximum < from) {
        return Err(RulesetError::ReducedMaximum { milestone, maximum: reduction.maximum, full: from });
    }
    let expected = full.total - (from - reduction.maximum);
    let adds_up = (reduction.total - expected).abs() <= DECIMAL_NOISE;
    if !adds_up {
        return Err(RulesetError::ReducedTotal { milestone, total: reduction.total, expected });
    }
    let mut milestones = full.milestones.clone();
    milestones[position] = reduction.maximum;
    Ok(Maxima { milestones, total: reduction.total })
}
