//! Report: what a centre tells each month. Every number says what it counts and by which date (R18); what is small stays hidden,
//! and nothing hidden comes back by subtraction (R19).

pub mod episode;
pub mod hide;
pub mod month;

pub use hide::SmallCell;
pub use month::{Count, Episode, Measure, MonthlyReport, ServiceDay, of_month};
