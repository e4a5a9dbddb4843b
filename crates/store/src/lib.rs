//! The only crate that speaks SQL: SQLite in the data directory, or PostgreSQL by URL, with one SQL text for both.
//!
//! Facts are only ever added. A corrected row is a new revision beside the old one, so that every question can be asked as
//! of a day in the past.

pub mod casework;
pub mod db;
pub mod delivery;
pub mod error;
pub mod import;
mod migration;
pub mod observation;
pub mod record;
pub mod room;
pub mod row;
mod schema;
pub mod search;

pub use db::Db;
pub use error::StoreError;
