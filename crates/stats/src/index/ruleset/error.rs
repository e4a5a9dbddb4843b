//! What can be wrong with a ruleset; each reason names the code at fault, so that the row can be found.

use thiserror::Error;

/// Why a ruleset is refused.
#[derive(Clone, Debug, PartialEq, Error)]
#[allow(missing_docs, reason = "each message says what its fields are")]
pub enum RulesetError {
    #[error("milestones must be numbered 1, 2, 3 ... in order: found {found} where {expected} was due")]
    MilestoneNumber { expected: u8, found: u8 },
    #[error("activity {code} is listed twice")]
    ActivityTwice { code: String },
    #[error("activity {activity} belongs to milestone {milestone}, which is not listed")]
    UnknownMilestone { activity: String, milestone: u8 },
    #[error("activity {activity} has no items")]
    ActivityWithoutItems { activity: String },
    #[error("activity {activity} is graded, but none of its items is positive")]
    GradedWithoutPositive { activity: String },
    #[error("activity {activity} only counts against a country, so item {item} must be negative")]
    PositiveInNegativeOnly { activity: String, item: String },
    #[error("activity {activity} must take points away: {points} is not a number below zero")]
    NegativeOnlyPoints { activity: String, points: f64 },
    #[error("activity {activity} is measured in points, so it needs exactly one item, a positive one")]
    PointsItem { activity: String },
    #[error("activity {activity}: points from {minimum} to {maximum} are not a scale that reaches above zero")]
    PointsScale { activity: String, minimum: f64, maximum: f64 },
    #[error("item {code} is listed twice")]
    ItemTwice { code: String },
    #[error("item {item} belongs to activity {activity}, which is not listed")]
    UnknownActivity { item: String, activity: String },
    #[error("no points can be earned in milestone {milestone}")]
    MilestoneWithoutPoints { milestone: u8 },
    #[error("no points can be earned at all")]
    NoPoints,
    #[error("a reduced maximum of milestone {milestone} names no place")]
    ReducedWithoutPlace { milestone: u8 },
    #[error("{place} has two reduced maxima; write one")]
    ReducedTwice { place: String },
    #[error("a maximum is reduced in milestone {milestone}, which is not listed")]
    ReducedMilestone { milestone: u8 },
    #[error("milestone {milestone} is reduced to {maximum}, which is not between 0 and its full maximum {full}")]
    ReducedMaximum { milestone: u8, maximum: f64, full: f64 },
    #[error("milestone {milestone} is reduced, so the total must be {expected}, not {total}")]
    ReducedTotal { milestone: u8, total: f64, expected: f64 },
    #[error("letter {letter} is listed twice")]
    LetterTwice { letter: String },
    #[error("letters must be listed from the highest: {letter} starts at {from}, not below the one before it")]
    LetterOrder { letter: String, from: f64 },
    #[error("the cap {letter} is not one of the letters")]
    UnknownCap { letter: String },
    #[error("there are no dimensions")]
    NoDimensions,
    #[error("dimension {id} is listed twice")]
    DimensionTwice { id: String },
    #[error("dimension {id} has the weight {eigenvalue}, which is not a number from above zero to a million")]
    Eigenvalue { id: String, eigenvalue: f64 },
}
