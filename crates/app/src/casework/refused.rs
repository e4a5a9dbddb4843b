//! Why something is not done. The reasons carry no names and no content: they may stand in a message.

use pana_store::StoreError;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Nobody is signed in, or the session is over.
    #[error("nobody is signed in")]
    SignedOut,
    /// It does not exist, or the person may not know that it does.
    #[error("it does not exist")]
    NotFound,
    /// She knows that it exists and may not do this.
    #[error("this is not open to you")]
    Denied,
    /// She must confirm who she is first.
    #[error("confirm who you are first")]
    Confirm,
    /// Login, passphrase and code do not fit together.
    #[error("these do not fit together")]
    Mismatch,
    /// Too many tries; not a lock, a wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The passphrase is too weak.
    #[error("the passphrase is too weak")]
    Weak(pana_vault::strength::Weakness),
    /// Somebody else wrote in between.
    #[error("somebody else wrote in between")]
    Stale,
    /// The case is closed: whoever helps again opens it again first.
    #[error("the case is closed")]
    Closed,
    /// What it is about was erased.
    #[error("it was erased")]
    Gone,
    /// A field is wrong: its name, and a code of what is wrong.
    #[error("{field}: {fault}")]
    Field {
        /// The field.
        field: String,
        /// The code of the fault.
        fault: String,
    },
    /// The disk is full or refuses to write; nothing was kept.
    #[error("nothing can be saved now: {0}")]
    CannotSave(String),
    /// What is kept was altered, or cannot be opened with these keys.
    #[error("what is kept cannot be opened: {0}")]
    Damaged(&'static str),
    /// A paper cannot be set. Why is not said: it could hold what the paper says.
    #[error("a paper cannot be set")]
    Unset,
    /// The database failed.
    #[error("{0}")]
    Store(StoreError),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged { table } => Self::Damaged(table),
            other => Self::Store(other),
        }
    }
}

impl Refused {
    /// A field that is wrong.
    pub fn field(field: &str, fault: &str) -> Self {
        Self::Field { field: field.to_owned(), fault: fault.to_owned() }
    }
}
