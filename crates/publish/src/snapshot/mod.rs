//! The snapshot of a country: one model, made from stored values by rules, that the page, the PDF and the JSON all show.
//!
//! Nothing is typed into a template: every number and sentence names its derivation.

mod builder;
pub mod limits;
pub mod map;
pub mod model;
pub mod recommendation;
pub mod response;
pub mod scale;
pub mod vulnerability;

pub use builder::{Builder, Context, snapshot};
pub use model::Snapshot;
