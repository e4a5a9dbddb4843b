//! What is wrong in a file, and where: file, line, column, reason.

use std::fmt;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    /// The file, relative to the pack.
    pub file: String,
    /// The line as an editor counts it, from 1.
    pub line: Option<u64>,
    /// The column of the table.
    pub column: Option<String>,
    /// One sentence: what is wrong and what is expected.
    pub reason: String,
}

impl Fault {
    /// A fault of a whole file.
    pub fn of_file(file: &str, reason: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), line: None, column: None, reason: reason.to_string() }
    }

    /// A fault of one cell.
    pub fn of_cell(file: &str, line: u64, column: &str, reason: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), line: Some(line), column: Some(column.to_owned()), reason: reason.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// Everything that is wrong: a pack with a fault is refused whole, and all its faults are told at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, fault) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}

impl Faults {
    /// The same faults, with the folder before each file.
    pub fn inside(self, folder: &str) -> Self {
        Self(self.0.into_iter().map(|fault| Fault { file: format!("{folder}/{}", fault.file), ..fault }).collect())
    }
}
