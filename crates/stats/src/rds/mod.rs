//! Respondent-driven sampling: shares within a group that can only be reached through its own members.
//!
//! Seeds recruit acquaintances who are members, these recruit on. Who knows many people is recruited more easily, so each
//! counts with the inverse of (something like) her degree. The shares speak about members who are connected to the seeds,
//! never about how many there are; a size follows only with a register beside it (the multiplier).

pub mod bootstrap;
pub mod diagnose;
pub mod estimate;
pub mod report;
pub mod sample;
pub mod successive;

pub use report::{Report, Settings, report};
pub use sample::{MissingDegree, Outcome, Recruit, Sample, SampleError};
