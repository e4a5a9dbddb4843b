//! What can go wrong between the program and its database.

/// A failure of the store. Says which database and what to do; never carries a password.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database cannot be opened.
    #[error("cannot open the database {place}: {reason}")]
    Open {
        /// Which.
        place: String,
        /// Why.
        reason: String,
    },
    /// The database does not keep what it acknowledged.
    #[error(
        "the database {place} runs with {setting} = {found}, expected {expected}: acknowledged writes could be lost"
    )]
    Unsafe {
        /// Which.
        place: String,
        /// The setting.
        setting: &'static str,
        /// Its value.
        found: String,
        /// The value it must have.
        expected: &'static str,
    },
    /// Whoever sits between the program and the server could read or answer in its place.
    #[error(
        "the link to the database {place} would not be encrypted and checked; add sslmode=verify-full to its URL, and \
         sslrootcert=FILE where the certificate is signed by an authority of your own"
    )]
    Unguarded {
        /// Which.
        place: String,
    },
    /// The tables were made by a newer program or were altered.
    #[error(
        "the tables do not fit this program: {0}; use the version of pana that wrote them, or a new data directory"
    )]
    Migrate(String),
    /// The tables of a file are not those that this program makes.
    #[error("the tables of the database {place} were damaged or altered from outside; restore it from a backup")]
    Altered {
        /// Which.
        place: String,
    },
    /// A statement failed.
    #[error("the database refused a statement: {0}")]
    Statement(#[from] sqlx::Error),
    /// A stored row does not read back.
    #[error("table {table}, row {key}: {reason}; the database was altered from outside, restore it from a backup")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The row.
        key: String,
        /// Why it does not read.
        reason: String,
    },
    /// A row of the confided room is not what was written.
    #[error("a row of {table} was altered or damaged and is not shown; run `pana scrub` and restore it from a backup")]
    Damaged {
        /// The table.
        table: &'static str,
    },
    /// It can be done with a file and not with a server.
    #[error("this cannot be done with a PostgreSQL server: {what}")]
    OfServer {
        /// What to do instead.
        what: &'static str,
    },
    /// A row contradicts one of another pack.
    #[error("{table} {key} is already defined otherwise: {reason}")]
    Contradiction {
        /// The table.
        table: &'static str,
        /// The row.
        key: String,
        /// Which part differs.
        reason: String,
    },
}
