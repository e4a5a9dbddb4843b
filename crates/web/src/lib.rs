//! The observatory: pages that work without scripts, in three languages, and ask nothing of any other host.

pub mod assessment;
pub mod asset;
pub mod casework;
pub mod claim;
pub mod commitment;
pub mod compare;
pub mod country;
pub mod data;
pub mod demand;
pub mod derivation;
pub mod error;
pub mod estimate;
pub mod export;
pub mod fallen;
pub mod follow_up;
pub mod home;
pub mod indicator;
pub mod kept;
pub mod line;
pub mod method;
pub mod observation;
pub mod origin;
pub mod page;
pub mod place;
pub mod recommendation;
pub mod search;
pub mod server;
pub mod site;
pub mod source;
pub mod standalone;
pub mod statement;
pub mod theme;
pub mod trend;
pub mod visit;

pub use server::{State, router};
