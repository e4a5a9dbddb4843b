//! What came of reading a table.

use std::collections::{BTreeMap, BTreeSet};

use pana_evidence::{Observation, Record, Source};

use super::fields::Kind;
use super::refusal::Refusal;

/// What would be recorded, and everything that would not. Each row of the table is in exactly one of the three:
/// read, skipped, refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The kind of table.
    pub kind: Kind,
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: Option<String>,
    /// How many rows the sheet has, with its titles and its header.
    pub rows: usize,
    /// The lines that were read.
    pub read: Vec<u64>,
    /// The sources that the rows name and the file describes.
    pub sources: Vec<Source>,
    /// Rows for the tables of a pack.
    pub records: Vec<Record>,
    /// Figures.
    pub observations: Vec<Observation>,
    /// The rows that were refused, with every reason.
    pub refused: Vec<Refused>,
    /// The rows that hold nothing to read, by why.
    pub skipped: BTreeMap<Skipped, Vec<u64>>,
    /// The columns that nothing was read from.
    pub unused: Vec<String>,
    /// What nobody stated and the program assumed.
    pub guessed: Vec<Guess>,
}

/// A cell that makes its row refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: Option<String>,
    /// The line.
    pub line: u64,
    /// Their column; none where the reason is the whole row.
    pub column: Option<String>,
    /// What the cell says.
    pub cell: String,
    /// Why.
    pub refusal: Refusal,
}

/// Why a row holds nothing to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Skipped {
    /// It stands above the header: a title, a note.
    Above,
    /// It is the header, or the header again.
    Header,
    /// It numbers the columns.
    Numbering,
    /// It is empty.
    Blank,
    /// It is a heading between rows.
    Heading,
    /// The mapping leaves such rows out.
    LeftOut,
    /// It says word for word what a row above says.
    Repeated,
}

impl Skipped {
    /// Every reason.
    pub const ALL: [Self; 7] =
        [Self::Above, Self::Header, Self::Numbering, Self::Blank, Self::Heading, Self::LeftOut, Self::Repeated];

    /// The key of its message; its argument is `n`, the number of rows.
    pub fn key(self) -> &'static str {
        match self {
            Self::Above => "import-skipped-above",
            Self::Header => "import-skipped-header",
            Self::Numbering => "import-skipped-numbering",
            Self::Blank => "import-skipped-blank",
            Self::Heading => "import-skipped-heading",
            Self::LeftOut => "import-skipped-left-out",
            Self::Repeated => "import-skipped-repeated",
        }
    }
}

/// Something nobody stated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guess {
    /// The encoding, from the bytes.
    Encoding(String),
    /// The sheet, because it has the columns.
    Sheet(String),
    /// The line of the header.
    HeaderRow(u64),
    /// The language, from the words of the header.
    Language(String),
    /// How dates are written, from the cells.
    DateFormat(&'static str),
    /// A field of ours and the column it is read from.
    Column {
        /// The field.
        field: String,
        /// The column.
        column: String,
    },
    /// A field and what it is in every row.
    Constant {
        /// The field.
        field: String,
        /// Its value.
        value: String,
    },
    /// A field worked out from other cells of its row.
    WorkedOut {
        /// The field.
        field: &'static str,
        /// How many rows.
        rows: usize,
    },
    /// Their words, which have no word of ours and stay as they are.
    KeptAsWritten {
        /// The field.
        field: &'static str,
        /// The words.
        words: String,
    },
}

impl Guess {
    /// The key of its message.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Encoding(_) => "import-guess-encoding",
            Self::Sheet(_) => "import-guess-sheet",
            Self::HeaderRow(_) => "import-guess-header-row",
            Self::Language(_) => "import-guess-language",
            Self::DateFormat(_) => "import-guess-date-format",
            Self::Column { .. } => "import-guess-column",
            Self::Constant { .. } => "import-guess-constant",
            Self::WorkedOut { .. } => "import-guess-worked-out",
            Self::KeptAsWritten { .. } => "import-guess-kept-as-written",
        }
    }

    /// The arguments of its message.
    pub fn args(&self) -> Vec<(&'static str, pana_text::words::Arg)> {
        match self {
            Self::Encoding(what) => vec![("encoding", what.clone().into())],
            Self::Sheet(what) => vec![("sheet", what.clone().into())],
            Self::HeaderRow(line) => vec![("line", line.to_string().into())],
            Self::Language(what) => vec![("language", what.clone().into())],
            Self::DateFormat(what) => vec![("format", (*what).into())],
            Self::Column { field, column } => vec![("field", field.clone().into()), ("column", column.clone().into())],
            Self::Constant { field, value } => vec![("field", field.clone().into()), ("value", value.clone().into())],
            Self::WorkedOut { field, rows } => vec![("field", (*field).into()), ("n", (*rows).into())],
            Self::KeptAsWritten { field, words } => vec![("field", (*field).into()), ("words", words.clone().into())],
        }
    }
}

impl Reading {
    /// How many rows were refused; a row with two reasons is one row.
    pub fn refused_rows(&self) -> usize {
        self.refused.iter().map(|refused| refused.line).collect::<BTreeSet<_>>().len()
    }

    /// How many rows hold nothing to read.
    pub fn skipped_rows(&self) -> usize {
        self.skipped.values().map(Vec::len).sum()
    }
}
