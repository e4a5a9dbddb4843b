//! Why a file or a row is not taken. Each reason is a variant with its data; the words are `import-refusal-…` in the catalogue.

use pana_text::words::Arg;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $key:literal { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* }),+ $(,)?) => {
        /// Why a file or a row is not taken.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Refusal { $($(#[$doc])* $name { $($(#[$field_doc])* $field: $kind),* }),+ }

        impl Refusal {
            /// The keys of all messages, with the names of their arguments.
            pub const MESSAGES: &'static [(&'static str, &'static [&'static str])] =
                &[$((concat!("import-refusal-", $key), &[$(stringify!($field)),*])),+];

            /// The key of its message.
            pub fn key(&self) -> &'static str {
                match self { $(Self::$name { .. } => concat!("import-refusal-", $key)),+ }
            }

            /// The arguments of its message.
            pub fn args(&self) -> Vec<(&'static str, Arg)> {
                match self { $(Self::$name { $($field),* } => vec![$((stringify!($field), Say::say($field))),*]),+ }
            }
        }
    };
}

trait Say {
    fn say(&self) -> Arg;
}

impl Say for String {
    fn say(&self) -> Arg {
        Arg::Text(self.clone())
    }
}

impl Say for &'static str {
    fn say(&self) -> Arg {
        Arg::Text((*self).to_owned())
    }
}

// Lines are names of places in a file and not amounts: they are written without grouping.
impl Say for u64 {
    fn say(&self) -> Arg {
        Arg::Text(self.to_string())
    }
}

refusals! {
    /// The file says nothing.
    Empty "empty" {},
    /// It looks like a workbook and cannot be opened as one.
    NotAWorkbook "not-a-workbook" {
        /// What the reader of the format says.
        reason: String
    },
    /// A workbook in the binary format of before 2007.
    OldWorkbook "old-workbook" {},
    /// A workbook that unpacks to more than any table needs.
    TooLarge "too-large" {
        /// The most that is unpacked, in megabytes.
        most: u64
    },
    /// A sheet wider than any table.
    TooWide "too-wide" {
        /// Its width.
        columns: u64,
        /// The widest that is read.
        most: u64
    },
    /// An encoding that nobody knows.
    UnknownEncoding "unknown-encoding" {
        /// Its name.
        encoding: String
    },
    /// A quotation that is opened and never closed.
    UnclosedQuote "unclosed-quote" {
        /// Where the row begins.
        line: u64
    },
    /// The mapping file cannot be read.
    NotAMapping "not-a-mapping" {
        /// Why.
        reason: String
    },
    /// The mapping speaks of a field that the kind does not have.
    UnknownField "unknown-field" {
        /// The field.
        field: String,
        /// The fields there are.
        known: String
    },
    /// The mapping leaves out fields that a row must have.
    FieldsMissing "fields-missing" {
        /// The fields.
        fields: String
    },
    /// There is no such sheet.
    NoSuchSheet "no-such-sheet" {
        /// The sheet asked for.
        sheet: String,
        /// The sheets there are.
        sheets: String
    },
    /// No row looks like a header of this kind.
    NoHeader "no-header" {
        /// The kind.
        kind: &'static str
    },
    /// Columns of the mapping are not in the header.
    ColumnsMissing "columns-missing" {
        /// The columns.
        columns: String,
        /// The columns there are.
        header: String
    },
    /// Rows speak of several countries and the mapping does not say which to keep.
    ChooseWhat "choose-what" {
        /// The field to choose by.
        field: &'static str,
        /// Some of the words that occur.
        found: String
    },
    /// A cell that must be filled is empty.
    Missing "missing" {
        /// The field.
        field: &'static str
    },
    /// A word that the field does not know.
    UnknownCode "unknown-code" {
        /// The field.
        field: &'static str,
        /// The words it knows.
        known: String
    },
    /// The row refers to something that is not there.
    UnknownName "unknown-name" {
        /// The field.
        field: &'static str
    },
    /// The cell does not say a figure.
    NotAFigure "not-a-figure" {},
    /// One word of the cell is not understood, so the cell is not.
    UnknownWord "unknown-word" {
        /// The word.
        word: String
    },
    /// A comma that may be a decimal sign or separate thousands.
    AmbiguousComma "ambiguous-comma" {},
    /// A dash, which may mean none or not known.
    NothingStated "nothing-stated" {},
    /// A range whose lower end is above its upper end.
    UpsideDown "upside-down" {},
    /// The cell states one unit and the table another.
    UnitDiffers "unit-differs" {
        /// The unit of the cell.
        cell: String,
        /// The unit of the table.
        stated: String
    },
    /// The columns of a row do not make one figure.
    FigureContradicts "figure-contradicts" {},
    /// The cell does not say a period.
    NotAPeriod "not-a-period" {},
    /// A period that ends before it starts.
    EndsBeforeStart "ends-before-start" {},
    /// The cell is no date in the format of the mapping.
    NotADate "not-a-date" {
        /// The format.
        format: &'static str
    },
    /// The cell does not say a deadline.
    NotADeadline "not-a-deadline" {},
    /// The cell does not say an amount of money.
    NotACost "not-a-cost" {},
    /// What would be recorded could not be read again.
    NotOurs "not-ours" {
        /// The row.
        name: String,
        /// The column of our table.
        column: String,
        /// Why.
        reason: String
    },
    /// Another row has the same name and says something else.
    SameName "same-name" {
        /// The name.
        name: String,
        /// The line of the first.
        line: u64
    },
}

impl Refusal {
    /// The refusal in a reader's words, with what to do.
    pub fn tell(&self, words: &pana_text::Words) -> String {
        words.tell(self.key(), &self.args())
    }
}
