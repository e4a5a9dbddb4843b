//! The observatory: pages that work without scripts, in three languages, and ask nothing of any other host.

pub mod asset;
pub mod compare;
pub mod country;
pub mod derivation;
pub mod error;
pub mod home;
pub mod page;
pub mod server;
pub mod standalone;
pub mod visit;

pub use server::{State, router};
