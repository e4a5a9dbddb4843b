//! Where a fact comes from.

use jiff::civil::Date;

use crate::date::PartialDate;

/// The short name of a source, unique over all packs: `S000`, `O-IOM`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub String);

/// A publication, a dataset or a statement that facts are taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its short name.
    pub id: SourceId,
    /// `seed` where we read it ourselves, `origin` where a source of ours cites it.
    pub role: String,
    /// Title as published, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// What kind of body that is: government, ngo, ...
    pub publisher_kind: String,
    /// When, as far as known.
    pub published: Option<PartialDate>,
    /// How precisely, in the table's word.
    pub published_precision: Option<String>,
    /// How the date is known.
    pub date_basis: Option<String>,
    /// The period it speaks about, as written.
    pub covers: Option<String>,
    /// What kind of document it is.
    pub kind: String,
    /// Its language.
    pub language: String,
    /// Its address.
    pub url: Option<String>,
    /// The sources that cite it.
    pub cited_in: Vec<SourceId>,
    /// What to bear in mind when using it: method, licence, reliability.
    pub note: Option<String>,
}

impl Source {
    /// The day by which it had certainly been published; unknown where no date is stated.
    pub fn released(&self) -> Option<Date> {
        self.published.map(PartialDate::last_day)
    }
}
