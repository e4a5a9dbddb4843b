//! Rating: what an item may be given, and why a rating is refused.

use std::fmt;

use thiserror::Error;

use super::ruleset::{ActivityKind, Item};

/// The ratings an item may have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// A positive item: 1 met, 0 not met.
    Positive,
    /// A negative item: −1 met, 0 not met.
    Negative,
    /// An item that is itself a number of points.
    Points {
        /// The fewest.
        minimum: f64,
        /// The most.
        maximum: f64,
    },
}

impl Scale {
    /// The scale of an item in an activity of this kind.
    pub fn of(item: &Item, kind: ActivityKind) -> Self {
        match kind {
            ActivityKind::Points { minimum, maximum } => Self::Points { minimum, maximum },
            _ if item.negative => Self::Negative,
            _ => Self::Positive,
        }
    }

    /// The rating that earns least.
    pub fn worst(self) -> f64 {
        match self {
            Self::Positive => 0.0,
            Self::Negative => -1.0,
            Self::Points { minimum, .. } => minimum,
        }
    }

    /// The rating that earns most.
    pub fn best(self) -> f64 {
        match self {
            Self::Positive => 1.0,
            Self::Negative => 0.0,
            Self::Points { maximum, .. } => maximum,
        }
    }

    /// Whether an item can be rated so. Whatever is not a number cannot.
    pub fn allows(self, rating: f64) -> bool {
        match self {
            Self::Positive | Self::Negative => rating == self.worst() || rating == self.best(),
            Self::Points { minimum, maximum } => (minimum..=maximum).contains(&rating),
        }
    }
}

impl fmt::Display for Scale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Positive => f.write_str("0 or 1"),
            Self::Negative => f.write_str("0 or -1"),
            Self::Points { minimum, maximum } => write!(f, "{minimum} to {maximum}"),
        }
    }
}

/// Why ratings are refused.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum RatingError {
    /// The tree has no such item.
    #[error("{code} is rated {value}, but there is no such item")]
    UnknownItem {
        /// The code given.
        code: String,
        /// Its rating.
        value: f64,
    },
    /// The item cannot be rated so.
    #[error("{code} is rated {value}; it can be {scale}")]
    NotAllowed {
        /// The item's code.
        code: String,
        /// Its rating.
        value: f64,
        /// What it may be.
        scale: Scale,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::sheet::Sheet;
    use crate::index::world;

    fn refusal(text: &str) -> RatingError {
        Sheet::read(&world::rules(), &world::ratings(text)).err().expect("the ratings are wrong")
    }

    #[test]
    fn a_rating_of_no_item_is_refused_by_name() {
        let error = refusal("M111=1 M999=1");
        assert_eq!(error, RatingError::UnknownItem { code: "M999".to_owned(), value: 1.0 });
        assert_eq!(error.to_string(), "M999 is rated 1, but there is no such item");
    }

    #[test]
    fn a_positive_item_is_met_or_not() {
        for value in ["2", "-1", "0.5", "NaN", "inf"] {
            let error = refusal(&format!("M111={value}"));
            assert!(matches!(&error, RatingError::NotAllowed { scale: Scale::Positive, .. }), "{error}");
        }
        assert_eq!(refusal("M111=2").to_string(), "M111 is rated 2; it can be 0 or 1");
    }

    #[test]
    fn a_negative_item_is_met_with_minus_one() {
        assert_eq!(refusal("M113NEG=1").to_string(), "M113NEG is rated 1; it can be 0 or -1");
    }

    #[test]
    fn points_stay_on_their_scale() {
        assert_eq!(refusal("M221=2.5").to_string(), "M221 is rated 2.5; it can be -1 to 2");
        assert_eq!(refusal("M221=-1.5").to_string(), "M221 is rated -1.5; it can be -1 to 2");
        assert!(Sheet::read(&world::rules(), &world::ratings("M221=-0.4")).is_ok());
    }
}
