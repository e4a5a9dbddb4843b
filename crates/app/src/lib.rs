//! One function per use case: load, decide, save, in one transaction. Pages, command line and API call the same functions.

pub mod address;
pub mod assessment;
pub mod casework;
pub mod claim;
pub mod commitment;
pub mod comparison;
pub mod desk;
pub mod entered;
pub mod error;
pub mod estimate;
pub mod evidence;
pub mod export;
pub mod facts;
pub mod ilab;
pub mod intake;
pub mod library;
pub mod plan;
pub mod recommendation;
pub mod region;
pub mod report;
mod row;
pub mod score;
pub mod search;
pub mod snapshot;
pub mod statement;
pub mod workbook;

pub use desk::Desk;
pub use error::Error;
pub use library::Library;
