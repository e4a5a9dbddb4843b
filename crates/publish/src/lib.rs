//! Documents out of public data: the snapshot of a country as one model, drawn as a page, a PDF and JSON.

pub mod book;
pub mod figures;
pub mod snapshot;

pub use book::Book;
pub use snapshot::Snapshot;
