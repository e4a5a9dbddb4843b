//! Chart: values beside the mean of a region, over the years, and among all countries of a region.
//!
//! A chart draws what it is given: every text comes formatted, in the reader's language, and a number is only a place on an axis.

mod axis;
mod comparison;
mod key;
mod scale;
mod strip;
mod timeline;

pub use axis::Axis;
pub use comparison::{Comparison, Row};
pub use strip::Strip;
pub use timeline::{Mark, Point, Series, Timeline};

/// A number and how it is written for the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Where it stands on the axis.
    pub value: f64,
    /// What is written beside it.
    pub text: String,
}
