//! What can go wrong in a use case, told once.

use pana_packs::Faults;
use pana_store::StoreError;

/// A use case did not come to its end. Nothing half-done stays behind.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was handed in has faults; each says where.
    #[error("{0}")]
    Faults(#[from] Faults),
    /// A workbook or table was refused; the reasons follow.
    #[error("{file} is refused:\n{}", reasons.join("\n"))]
    Refused {
        /// The file.
        file: String,
        /// One sentence each.
        reasons: Vec<String>,
    },
    /// There is no such thing.
    #[error("{0}")]
    NotFound(String),
    /// A file or folder cannot be used.
    #[error("{place}: {reason}")]
    File {
        /// Which.
        place: String,
        /// Why, and what to do.
        reason: String,
    },
    /// Somebody else wrote in between.
    #[error("somebody else wrote in between; look again and repeat")]
    Stale,
    /// The store failed.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// The PDF could not be set.
    #[error("the PDF could not be made: {0}")]
    Pdf(String),
}

impl From<pana_packs::Fault> for Error {
    fn from(fault: pana_packs::Fault) -> Self {
        Self::Faults(fault.into())
    }
}
