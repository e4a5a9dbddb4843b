//! Confided knowledge: a person who came for help, and everything that a crisis centre writes down from the first call to the exit.
//!
//! Nothing here knows a figure or an indicator, reads a clock or a file, or knows a country: law comes in as data.

pub mod class;
mod code;
pub mod policy;

pub use class::Class;
