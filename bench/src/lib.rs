//! The confided room under weight: filled with many invented cases, used by many people at once, and ended without warning while they
//! write. Nothing here is part of the program that centres use.

pub mod crowd;
pub mod fault;
pub mod http;
pub mod load;
pub mod server;
pub mod writer;

/// Why a measurement could not be made.
pub type Failed = Box<dyn std::error::Error + Send + Sync>;
