//! How a command ends when it does not succeed.

use std::process::ExitCode;

use pana_app::Error;

/// A command that did not come to its end.
#[derive(Debug)]
pub enum Exit {
    /// A file, a database or the network could not be used.
    Failed(String),
    /// The command was typed wrongly.
    Usage(String),
    /// The question cannot be answered from the facts.
    Refused(String),
    /// The input has faults.
    Faulty(String),
    /// The table to estimate from has faults.
    Unreadable(String),
    /// What is kept was altered or is damaged.
    Altered(String),
    /// No method gives a number for this table.
    NotEstimable(String),
}

impl Exit {
    /// Says why on stderr and gives the exit code.
    pub fn tell(self) -> ExitCode {
        let (code, message) = match self {
            Self::Failed(message) => (1, message),
            Self::Usage(message) | Self::Unreadable(message) => (2, message),
            Self::Refused(message) => (3, message),
            Self::Faulty(message) | Self::NotEstimable(message) => (4, message),
            Self::Altered(message) => (5, message),
        };
        eprintln!("pana: {message}");
        ExitCode::from(code)
    }
}

impl From<Error> for Exit {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::Faults(_) | Error::Refused { .. } => Self::Faulty(message),
            Error::NotFound(_) => Self::Usage(message),
            Error::File { .. } | Error::Stale | Error::Store(_) | Error::Pdf(_) => Self::Failed(message),
        }
    }
}

impl From<pana_store::StoreError> for Exit {
    fn from(error: pana_store::StoreError) -> Self {
        if let pana_store::StoreError::Damaged { .. }
        | pana_store::StoreError::Corrupt { .. }
        | pana_store::StoreError::Altered { .. } = error
        {
            return Self::Altered(error.to_string());
        }
        Error::from(error).into()
    }
}
