//! Response: the tree that scores government action. Items belong to activities, activities to milestones.
//!
//! One shape serves every edition: 2023 rates 141 items and grades 42 activities; of 2018 only the points per milestone
//! are public, so there each milestone is one activity measured in points, and two negatives count in the total alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{RulesetError, validate};

/// A milestone: one of the goals a government is scored on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// 1, 2, 3 ... in the published order.
    pub number: u8,
    /// The milestone's name.
    pub name: String,
}

/// An activity: the unit that earns points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Its code, such as `M121`.
    pub code: String,
    /// The milestone it counts in; `None` when it counts in the total alone.
    pub milestone: Option<u8>,
    /// How its items become points.
    pub kind: ActivityKind,
}

/// How the items of an activity become points A.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActivityKind {
    /// A = 2 if every positive item is met, 1 if some are, 0 if none; then 2 falls to 1 if a negative item is met.
    Graded,
    /// A = `points` (below zero, such as −2) if a negative item is met, else 0.
    NegativeOnly {
        /// What a met item costs, below zero.
        points: f64,
    },
    /// A = the rating of its one item, which is already in points.
    Points {
        /// The fewest points possible; below zero where negatives inside can outweigh the rest.
        minimum: f64,
        /// The most points possible.
        maximum: f64,
    },
}

impl ActivityKind {
    /// The most points such an activity can earn.
    pub fn maximum(self) -> f64 {
        match self {
            Self::Graded => 2.0,
            Self::NegativeOnly { .. } => 0.0,
            Self::Points { maximum, .. } => maximum,
        }
    }
}

/// An item: one thing a government does (positive) or should not do (negative).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its code, such as `M1216NEG`.
    pub code: String,
    /// The code of its activity.
    pub activity: String,
    /// Whether meeting it counts against the country.
    pub negative: bool,
    /// What it says.
    pub name: String,
}

/// Places that can earn less than everybody else, because something is not open to them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReducedMaximum {
    /// The places, as ISO 3166-1 alpha-3 codes.
    pub places: Vec<String>,
    /// The milestone in which they can earn less.
    pub milestone: u8,
    /// The most points of that milestone for these places.
    pub maximum: f64,
    /// The most points in all for these places.
    pub total: f64,
    /// Why.
    pub reason: String,
}

/// A letter of the rating scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// The lowest total, in percent, that earns it. The last letter also takes everything below.
    pub from: f64,
    /// The letter, such as `BBB`.
    pub letter: String,
}

/// A response tree as it was written down. [`Response::new`] checks it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResponseDraft {
    /// In order of their numbers.
    pub milestones: Vec<Milestone>,
    /// In published order.
    pub activities: Vec<Activity>,
    /// In published order.
    pub items: Vec<Item>,
    /// Usually empty; a place appears at most once.
    #[serde(default)]
    pub reduced: Vec<ReducedMaximum>,
    /// Highest first; empty when the edition awards no letters.
    #[serde(default)]
    pub letters: Vec<Letter>,
    /// The best letter a country with a met negative can have.
    #[serde(default)]
    pub letter_cap_with_negative: Option<String>,
}

/// The most points that can be earned.
#[derive(Clone, Debug, PartialEq)]
pub struct Maxima {
    /// Of each milestone, in order of their numbers.
    pub milestones: Vec<f64>,
    /// Of everything, including activities outside the milestones.
    pub total: f64,
}

/// A checked response tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "ResponseDraft", into = "ResponseDraft")]
pub struct Response {
    draft: ResponseDraft,
    /// Positions in `draft.items`, for each activity in order.
    items_of: Vec<Vec<usize>>,
    maxima: Maxima,
    /// The maxima of the places that have their own.
    reduced: BTreeMap<String, Maxima>,
}

impl Response {
    /// Checks a tree; the error names the first code that does not fit.
    pub fn new(draft: ResponseDraft) -> Result<Self, RulesetError> {
        let items_of = validate::items_of_activities(&draft)?;
        let maxima = validate::maxima(&draft)?;
        let reduced = validate::reduced(&draft, &maxima)?;
        validate::letters(&draft)?;
        Ok(Self { draft, items_of, maxima, reduced })
    }

    /// The milestones, numbered 1, 2, 3 ...
    pub fn milestones(&self) -> &[Milestone] {
        &self.draft.milestones
    }

    /// The activities in published order.
    pub fn activities(&self) -> &[Activity] {
        &self.draft.activities
    }

    /// The items in published order.
    pub fn items(&self) -> &[Item] {
        &self.draft.items
    }

    /// The places that can earn less, with the reason.
    pub fn reduced(&self) -> &[ReducedMaximum] {
        &self.draft.reduced
    }

    /// The letters, highest first; empty when the edition awards none.
    pub fn letters(&self) -> &[Letter] {
        &self.draft.letters
    }

    /// The best letter a country with a met negative can have.
    pub fn letter_cap_with_negative(&self) -> Option<&str> {
        self.draft.letter_cap_with_negative.as_deref()
    }

    /// The maxima that follow from the tree, for every place that has none of its own.
    pub fn maxima(&self) -> &Maxima {
        &self.maxima
    }

    /// The maxima that hold for one place (ISO 3166-1 alpha-3).
    pub fn maxima_of(&self, place: &str) -> &Maxima {
        self.reduced.get(place).unwrap_or(&self.maxima)
    }

    /// Positions in [`Self::items`] of each activity's items, in the order of [`Self::activities`].
    pub(crate) fn items_of(&self) -> &[Vec<usize>] {
        &self.items_of
    }
}

impl TryFrom<ResponseDraft> for Response {
    type Error = RulesetError;

    fn try_from(draft: ResponseDraft) -> Result<Self, RulesetError> {
        Self::new(draft)
    }
}

impl From<Response> for ResponseDraft {
    fn from(checked: Response) -> Self {
        checked.draft
    }
}
