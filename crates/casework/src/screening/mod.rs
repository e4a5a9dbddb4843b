//! Screening: questions of an instrument, the answers, and what the instrument's own rule makes of them.
//!
//! A screening result is one of three records that are never one field: *screening result*, *identification decision*,
//! *eligibility decision*. It supports the other two and replaces neither. Nothing here has a score that the instrument does not
//! define, and nothing says whether a person is to be believed.

pub mod answer;
pub mod count;
pub mod criteria;
pub mod ilo;
pub mod instrument;
pub mod range;
pub mod record;

pub use answer::{Answer, Answers};
pub use instrument::{Instrument, Item, Rule, Weight};
pub use record::{Finding, Reading, ReviewerFinding, Screening, ScreeningRefusal};
