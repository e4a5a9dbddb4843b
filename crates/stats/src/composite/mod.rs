//! Composite: any index from a model file and a table, step by step, and how far its ranks can be trusted.
//!
//! | module | question |
//! | --- | --- |
//! | [`model`] | what did somebody decide? |
//! | [`table`] | what is known about the units? |
//! | [`prepare`] | how do indicators come onto one scale: denominators, imputation, screening, outliers, normalisation? |
//! | [`treat`] | what was done about outliers? |
//! | [`score`] | what does the model say: scores at every level, ranks? |
//! | [`component`] | what do indicators have in common, and which weights follow from that? |
//! | [`reliability`] | how far can a unit's data be relied upon? |
//! | [`assumption`] | what might have been decided otherwise? |
//! | [`uncertainty`] | where would each unit stand then? |
//! | [`sensitivity`] | which decision moves the ranks? |
//! | [`removal`] | what would the ranks be without one part? |
//! | [`answer`] | all of it, for a reader |
//! | [`text`] | the same as text for a terminal |
//!
//! The method notes are `docs/methods/composite-index.md` and `docs/methods/sensitivity.md`.

mod aggregate;
pub mod answer;
pub mod assumption;
mod combination;
pub mod component;
pub mod describe;
pub mod model;
mod normalise;
mod plan;
pub mod prepare;
pub mod refusal;
pub mod reliability;
pub mod removal;
pub mod score;
pub mod sensitivity;
pub mod sobol;
pub mod table;
pub mod treat;
mod tree;
pub mod uncertainty;

pub use answer::{Answer, Settings, answer};
pub use model::Model;
pub use refusal::Refusal;
pub use score::{Scored, score};
pub use table::{Table, Unit};
