//! A small world for unit tests: trees of a few items, and ratings written in one line.

use std::collections::BTreeMap;

use super::ruleset::{Activity, ActivityKind, Dimension, Item, Milestone, Response, ResponseDraft, Vulnerability};
use super::vulnerability::DimensionScores;

/// Two milestones and four activities: graded with a negative, negative only, graded, and measured in points from −1 to 2.
pub fn small() -> ResponseDraft {
    tree(
        2,
        &[
            ("M11", Some(1), ActivityKind::Graded, &["M111", "M112", "M113NEG"]),
            ("M12", Some(1), ActivityKind::NegativeOnly { points: -2.0 }, &["M121NEG"]),
            ("M21", Some(2), ActivityKind::Graded, &["M211"]),
            ("M22", Some(2), ActivityKind::Points { minimum: -1.0, maximum: 2.0 }, &["M221"]),
        ],
    )
}

/// The rules of [`small`].
pub fn rules() -> Response {
    Response::new(small()).expect("the small world is sound")
}

/// A tree from activities and the codes of their items; as in the published codes, a negative item ends in `NEG`.
pub fn tree(milestones: u8, activities: &[(&str, Option<u8>, ActivityKind, &[&str])]) -> ResponseDraft {
    let items = activities.iter().flat_map(|(activity, _, _, codes)| {
        codes.iter().map(|code| Item {
            code: (*code).to_owned(),
            activity: (*activity).to_owned(),
            negative: code.ends_with("NEG"),
            name: format!("item {code}"),
        })
    });
    ResponseDraft {
        milestones: (1..=milestones).map(|number| Milestone { number, name: format!("milestone {number}") }).collect(),
        items: items.collect(),
        activities: activities
            .iter()
            .map(|&(code, milestone, kind, _)| Activity { code: code.to_owned(), milestone, kind })
            .collect(),
        reduced: Vec::new(),
        letters: Vec::new(),
        letter_cap_with_negative: None,
    }
}

/// Ratings written as `"M111=1 M112=0"`.
pub fn ratings(text: &str) -> BTreeMap<String, f64> {
    let pair = |word: &str| {
        let (code, value) = word.split_once('=').expect("a rating is written code=value");
        (code.to_owned(), value.parse().expect("a rating is a number"))
    };
    text.split_whitespace().map(pair).collect()
}

/// Governance with the weight 3 and needs with 1.
pub fn two_dimensions() -> Vulnerability {
    let dimension = |id: &str, eigenvalue: f64| Dimension { id: id.to_owned(), name: id.to_owned(), eigenvalue };
    let dimensions = vec![dimension("governance", 3.0), dimension("needs", 1.0)];
    Vulnerability::new(dimensions).expect("two different dimensions with weights above zero")
}

/// Dimension scores written as `"AAA=10,30 BBB=20,20"`, in the order governance, needs, and one more that nobody knows.
pub fn scores(text: &str) -> DimensionScores {
    let place = |word: &str| {
        let (place, values) = word.split_once('=').expect("scores are written place=value,value");
        let value = |text: &str| text.parse().expect("a score is a number");
        let ids = ["governance", "needs", "luck"].map(str::to_owned);
        (place.to_owned(), ids.into_iter().zip(values.split(',').map(value)).collect())
    };
    text.split_whitespace().map(place).collect()
}
