//! Confided knowledge: a person who came for help, and everything that a crisis centre writes down from the first call to the exit.
//!
//! Nothing here knows a figure or an indicator, reads a clock or a file, or knows a country: law comes in as data.

pub mod age;
pub mod appeal;
pub mod attachment;
pub mod calendar;
pub mod centre;
pub mod child;
pub mod class;
pub mod clock;
mod clock_act;
pub mod clock_law;
pub mod closure;
mod code;
pub(crate) mod coded;
pub mod confided;
pub mod confirmation;
pub mod consent;
pub mod correction;
pub mod criterion;
pub mod dated;
pub mod decision;
pub mod eligibility;
pub mod employment;
pub mod exit;
pub mod extension;
pub mod fact;
pub mod given;
pub mod health;
pub mod id;
pub mod intake;
pub mod job_seeker;
pub mod kind;
pub mod law;
pub mod law_row;
pub mod life_threat;
pub mod name;
pub mod person;
pub mod plan;
pub mod policy;
pub mod proceeding;
pub mod recipient;
pub mod referral;
pub mod report;
pub mod screening;
pub mod service;
pub mod stage;
pub mod statistic;
pub mod stay;
pub mod task;
pub mod version;

pub use class::Class;
pub use confided::Confided;
pub use kind::Kind;
