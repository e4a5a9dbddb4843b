//! A sentence that states a figure, and what the room's evidence says about it.
//!
//! A claim names a quantity (indicator, place, period, subgroup) and a region of values that would make it true. Each
//! observation is brought to that quantity through the graph of indicators and becomes a bound on it, or is refused with a
//! reason. The verdict that follows is a proposal: a named person decides. The rules are in `claim.md`.

pub mod arithmetic;
pub mod check;
pub mod code;
pub mod completeness;
pub mod decision;
pub mod evidence;
pub mod ground;
pub mod interval;
pub mod maker;
pub mod series;
pub mod span;
pub mod subgroup;

use crate::cells::{CellFault, Lookup, code, fault, parsed, required, text};
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::figure::Comparator;
use crate::indicator::IndicatorId;
use crate::place::PlaceId;
use crate::record::Record;
use crate::source::SourceId;

pub use check::{Check, check};
pub use code::{Code, Finding, Reason, Verdict};
pub use decision::Decision;
pub use evidence::{Refused, Said, Used};
pub use ground::Ground;

/// What shape the claim has: what must be checked inside it before anything outside is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// A quantity has a value.
    Level,
    /// There are so many of something.
    Count,
    /// Parts add up to a whole.
    Sum,
    /// Something is a part of a whole.
    PartWhole,
    /// A share of a whole.
    Share,
    /// Two statements of one thing agree: a rate and a number.
    Identity,
    /// A difference or a ratio between two times.
    Change,
    /// A direction over time.
    Trend,
    /// A place in an order.
    Rank,
    /// More or less than somewhere or someone else.
    Compare,
    /// The listed things are these, and so many.
    List,
}

impl ClaimKind {
    /// Every kind, with the code the tables use.
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::Level, "level"),
        (Self::Count, "count"),
        (Self::Sum, "sum"),
        (Self::PartWhole, "part_whole"),
        (Self::Share, "share"),
        (Self::Identity, "identity"),
        (Self::Change, "change"),
        (Self::Trend, "trend"),
        (Self::Rank, "rank"),
        (Self::Compare, "compare"),
        (Self::List, "list"),
    ];

    /// The kind of a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(kind, _)| *kind)
    }

    /// The code the tables use.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).expect("ALL lists every kind").1
    }
}

/// A checkable statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its name.
    pub id: String,
    /// Who says it.
    pub claimant: String,
    /// What kind of body that is, in the words of the sources' publishers; `hypothetical` where nobody said it.
    pub claimant_kind: String,
    /// When it was said, to the stated precision.
    pub made_on: Option<PartialDate>,
    /// The sources it was read in.
    pub sources: Vec<SourceId>,
    /// Where in the source.
    pub locator: String,
    /// Its shape.
    pub kind: ClaimKind,
    /// What is counted.
    pub indicator: IndicatorId,
    /// How the true value is said to relate to the stated one.
    pub comparator: Comparator,
    /// The stated value; a claim of a direction may have none.
    pub value: Option<Decimal>,
    /// The upper end, where a range is stated.
    pub upper: Option<Decimal>,
    /// The unit of the value.
    pub unit: String,
    /// Where.
    pub place: PlaceId,
    /// `year`, `partial_year`, `annual_rate`, ... as the table says.
    pub period_kind: String,
    /// When, in the words of the claim.
    pub period: String,
    /// Among whom.
    pub subgroup: String,
    /// The statement in our words.
    pub paraphrase: String,
}

impl Claim {
    /// The columns of a table of claims.
    pub const COLUMNS: [&'static str; 17] = [
        "claim_id",
        "claimant",
        "claimant_kind",
        "made_on",
        "source_id",
        "locus",
        "claim_type",
        "indicator_id",
        "comparator",
        "value",
        "value_upper",
        "unit",
        "geo_id",
        "period_type",
        "period_label",
        "subgroup",
        "paraphrase",
    ];

    /// Reads a row of a table of claims.
    pub fn read(cells: Lookup<'_>) -> Result<Self, CellFault> {
        let claim = Self {
            id: required(cells, "claim_id")?,
            claimant: text(cells, "claimant"),
            claimant_kind: text(cells, "claimant_kind"),
            made_on: parsed(cells, "made_on")?,
            sources: text(cells, "source_id")
                .split(';')
                .filter(|id| !id.is_empty())
                .map(|id| SourceId(id.into()))
                .collect(),
            locator: text(cells, "locus"),
            kind: code(cells, "claim_type", ClaimKind::parse)?,
            indicator: IndicatorId(required(cells, "indicator_id")?),
            comparator: code(cells, "comparator", Comparator::parse)?,
            value: parsed(cells, "value")?,
            upper: parsed(cells, "value_upper")?,
            unit: text(cells, "unit"),
            place: PlaceId(required(cells, "geo_id")?),
            period_kind: text(cells, "period_type"),
            period: text(cells, "period_label"),
            subgroup: cells("subgroup").unwrap_or_else(|| subgroup::EVERYBODY.to_owned()),
            paraphrase: text(cells, "paraphrase"),
        };
        claim.whole()
    }

    /// A claim of a level must state one; a range must have two ends in order.
    fn whole(self) -> Result<Self, CellFault> {
        let direction = matches!(self.kind, ClaimKind::Trend | ClaimKind::Compare);
        match (self.comparator, &self.value, &self.upper) {
            (Comparator::Between, Some(low), Some(high)) if low.value() <= high.value() => Ok(self),
            (Comparator::Between, ..) => Err(fault(
                "value_upper",
                "`between` takes two ends, the lower one in value, the upper one in value_upper",
            )),
            (_, None, _) if !direction => {
                Err(fault("value", "the claim states no value; only a trend or a comparison may"))
            }
            _ => Ok(self),
        }
    }

    /// Reads a record of the room's table `claims`.
    pub fn of_record(record: &Record) -> Result<Self, CellFault> {
        Self::read(&|column| record.cell(column).map(str::to_owned))
    }
}
