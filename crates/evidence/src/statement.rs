//! Statement: what an office or an organisation says in its own name of something that the room records. It stands beside what the
//! evidence shows, and nothing is computed from it: no status, no rank, no verdict.

use jiff::civil::Date;

use crate::cells::{CellFault, address, code, parsed, required};
use crate::kept::{Kept, cells_of, needed};
use crate::observation::coded;
use crate::record::Record;
use crate::wording::Wording;

coded! {
    /// What kind of statement it is.
    StatementKind {
        /// The coordinator says how a measure stands. Nobody has verified it.
        Report = "report",
        /// An organisation says what it holds of something.
        View = "view",
    }
}

coded! {
    /// What a statement is about.
    Subject {
        /// A claim.
        Claim = "claim",
        /// A recommendation.
        Recommendation = "recommendation",
        /// A commitment: a plan, a law, a practice.
        Commitment = "commitment",
        /// A measure of a plan.
        Measure = "measure",
    }
}

impl Subject {
    /// The table that holds what it is about.
    pub fn table(self) -> &'static str {
        match self {
            Self::Claim => "claims",
            Self::Recommendation => "recommendations",
            Self::Commitment => "commitments",
            Self::Measure => "measures",
        }
    }
}

coded! {
    /// How somebody who answers for a measure says that it stands.
    Progress {
        /// Nothing has been done.
        NotBegun = "not_begun",
        /// It is being done.
        UnderWay = "under_way",
        /// It is done.
        Done = "done",
        /// It was given up or put off.
        Stopped = "stopped",
    }
}

/// A row of the table `statements`. Columns: `statement_id`, `kind`, `subject`, `subject_id`, `signed_as`, `holder`, `made_on`,
/// `progress`, `progress_on`, `text`, `text_en`, `text_ru`, `text_kk`, `url`, `mark`, `withdrawn_on`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its name.
    pub id: String,
    /// What kind it is.
    pub kind: StatementKind,
    /// What it is about.
    pub subject: Subject,
    /// The name of what it is about.
    pub about: String,
    /// The role in which it was made.
    pub signed_as: String,
    /// The office or the organisation.
    pub holder: String,
    /// When it was made.
    pub made_on: Date,
    /// How a measure stands, in a report.
    pub progress: Option<Progress>,
    /// The day of which a report speaks.
    pub progress_on: Option<Date>,
    /// What it says; empty once it was withdrawn.
    pub text: Wording,
    /// Where more can be read.
    pub url: Option<String>,
    /// Tells the one who made it from others, and names nobody.
    pub mark: String,
    /// When it was withdrawn.
    pub withdrawn_on: Option<Date>,
}

impl Statement {
    /// Whether it had been made by a day; by any where none is named.
    pub fn is_made(&self, by: Option<Date>) -> bool {
        by.is_none_or(|day| self.made_on <= day)
    }

    /// As a row of its table.
    pub fn to_record(&self, pack: &str) -> Record {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let start = [
            ("statement_id", self.id.clone()),
            ("kind", self.kind.code().to_owned()),
            ("subject", self.subject.code().to_owned()),
            ("subject_id", self.about.clone()),
            ("signed_as", self.signed_as.clone()),
            ("holder", self.holder.clone()),
            ("made_on", self.made_on.to_string()),
            ("progress", self.progress.map(Progress::code).unwrap_or_default().to_owned()),
            ("progress_on", day(self.progress_on)),
        ];
        let end = [
            ("url", self.url.clone().unwrap_or_default()),
            ("mark", self.mark.clone()),
            ("withdrawn_on", day(self.withdrawn_on)),
        ];
        let mut cells: Vec<(String, String)> = start.map(|(column, cell)| (column.to_owned(), cell)).into();
        cells.extend(self.text.cells("text"));
        cells.extend(end.map(|(column, cell)| (column.to_owned(), cell)));
        Record { pack: pack.to_owned(), table: Self::TABLE.to_owned(), key: self.id.clone(), cells }
    }
}

impl Kept for Statement {
    const TABLE: &'static str = "statements";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        let stated = record.cell("progress").is_some();
        Ok(Self {
            id: required(&cells, "statement_id")?,
            kind: code(&cells, "kind", StatementKind::parse)?,
            subject: code(&cells, "subject", Subject::parse)?,
            about: required(&cells, "subject_id")?,
            signed_as: required(&cells, "signed_as")?,
            holder: required(&cells, "holder")?,
            made_on: needed(&cells, "made_on")?,
            progress: stated.then(|| code(&cells, "progress", Progress::parse)).transpose()?,
            progress_on: parsed(&cells, "progress_on")?,
            text: Wording::read(record, "text"),
            url: address(&cells, "url")?,
            mark: cells("mark").unwrap_or_default(),
            withdrawn_on: parsed(&cells, "withdrawn_on")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_statement_is_read_back_as_it_was_written() {
        let statement = Statement {
            id: "ST-1".to_owned(),
            kind: StatementKind::Report,
            subject: Subject::Commitment,
            about: "C-1".to_owned(),
            signed_as: "coordinator".to_owned(),
            holder: "An office".to_owned(),
            made_on: date(2026, 11, 21),
            progress: Some(Progress::UnderWay),
            progress_on: Some(date(2026, 11, 1)),
            text: Wording::default().with("ru", "Начато").with("kk", "Басталды"),
            url: Some("https://example.org/report".to_owned()),
            mark: "0a".to_owned(),
            withdrawn_on: None,
        };
        assert_eq!(Statement::read(&statement.to_record("statements")), Ok(statement));
    }
}
