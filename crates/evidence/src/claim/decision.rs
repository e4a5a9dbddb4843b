//! A named person's verdict: a record of its own beside what the engine proposes.

use jiff::civil::Date;

use crate::cells::{CellFault, fault, required};
use crate::date::PartialDate;
use crate::record::Record;
use crate::wording::Wording;

use super::code::Verdict;

/// What a person decided about a claim, or what a test expects of the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its name.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// `published_human`, `decided` or `machine_expected`.
    pub kind: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The label in the words of the one who published it.
    pub label: Option<String>,
    /// Who: a name, or the office in whose name it was signed.
    pub reviewer: String,
    /// The role in which an office signed; `None` where somebody decided in her own name.
    pub signed_as: Option<String>,
    /// When.
    pub decided_on: Option<String>,
    /// The codes that the engine gave at the time, or that are expected of it.
    pub codes: Vec<String>,
    /// What the engine proposed at the time.
    pub proposed: Option<Verdict>,
    /// Why.
    pub rationale: Wording,
}

impl Decision {
    /// The table of the room.
    pub const TABLE: &'static str = "verdicts";

    /// Reads a record of the table.
    pub fn of_record(record: &Record) -> Result<Self, CellFault> {
        let cells = |column: &str| record.cell(column).map(str::to_owned);
        let verdict = required(&cells, "verdict")?;
        let codes = record.cell("findings").unwrap_or_default();
        Ok(Self {
            id: record.key.clone(),
            claim: required(&cells, "claim_id")?,
            kind: required(&cells, "kind")?,
            verdict: Verdict::parse(&verdict).ok_or_else(|| fault("verdict", format!("`{verdict}` is no verdict")))?,
            label: cells("original_label"),
            reviewer: cells("reviewer").unwrap_or_default(),
            signed_as: cells("signed_as"),
            decided_on: cells("decided_on"),
            codes: codes.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect(),
            proposed: record.cell("proposed").and_then(Verdict::parse),
            rationale: Wording::read(record, "rationale"),
        })
    }

    /// Whether a person gave it.
    pub fn is_by_a_person(&self) -> bool {
        self.kind != "machine_expected"
    }

    /// Whether it had certainly been made by a day; one that says no day had not.
    pub fn is_made(&self, by: Date) -> bool {
        let on = self.decided_on.as_ref().and_then(|written| written.parse::<PartialDate>().ok());
        on.is_some_and(|on| on.last_day() <= by)
    }

    /// Why, for a reader of a language; empty where nobody said why.
    pub fn why(&self, language: &str) -> &str {
        self.rationale.for_reader(language).map_or("", |(_, text)| text)
    }

    /// Whether another of the same role stands in its place: of those that an office signed, the newest stands.
    pub fn gives_way_to(&self, later: &Self) -> bool {
        self.signed_as.is_some() && self.signed_as == later.signed_as && self.claim == later.claim
    }

    /// Whether the person decided otherwise than was proposed.
    pub fn differs(&self, proposed: Verdict) -> bool {
        self.verdict != proposed
    }
}
