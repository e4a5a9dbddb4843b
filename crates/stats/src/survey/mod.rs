//! Probability surveys: what one says by itself, what small areas borrow from each other, and what surveys in some
//! countries say about all of them.
//!
//! [`design`] reads one survey by its weights; [`area`] smooths direct estimates of regions; [`estimate`] carries surveys
//! to countries: a hierarchical logistic model of each form ([`hierarchy`]), sampled by NUTS ([`sampler`],
//! [`portable_math`]), post-stratified, raked to known regional totals inside every draw ([`rake`]), with the
//! extrapolation distance of every country that has no survey ([`distance`]).

pub mod answer;
pub mod area;
pub mod design;
pub mod distance;
pub mod estimate;
pub mod fit;
pub mod hierarchy;
pub mod interval;
pub mod portable_math;
pub mod rake;
pub mod sampler;
pub mod simulate;
pub mod stock;
pub mod study;

pub use answer::{SurveyAnswer, SurveyOutcome};
pub use area::{Area, AreaFit, AreaRefusal, Scale, small_areas};
pub use design::{DesignEstimate, DesignRefusal, Group, Replication};
pub use estimate::estimate;
pub use study::{Refusal, Study};
