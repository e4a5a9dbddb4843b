//! Commitment: what somebody bound himself to. A treaty, a law, a plan, a measure, a practice.

use jiff::civil::Date;

use crate::cells::{CellFault, code, parsed, required, text};
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::indicator::IndicatorId;
use crate::kept::{Kept, cells_of, parts};
use crate::observation::coded;
use crate::recommendation::RecommendationId;
use crate::record::Record;
use crate::source::SourceId;

pub mod late;
pub mod responsible;
pub mod schedule;

pub use late::{Due, DueState, Formally, Timeliness, Unknown, timeliness};
pub use responsible::Responsible;
pub use schedule::{Recurrence, Schedule};

/// The name of a commitment, unique over all packs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommitmentId(pub String);

coded! {
    /// What kind of commitment it is.
    CommitmentKind {
        /// A treaty.
        Treaty = "treaty",
        /// A law.
        Law = "law",
        /// A law in the making.
        DraftLaw = "draft_law",
        /// A rule below the law.
        Rule = "rule",
        /// A standard.
        Standard = "standard",
        /// A plan of measures.
        ActionPlan = "action_plan",
        /// A strategy.
        Strategy = "strategy",
        /// A programme.
        Programme = "programme",
        /// One measure.
        Measure = "measure",
        /// A body.
        Institution = "institution",
        /// What is done in practice.
        Practice = "practice",
    }
}

impl CommitmentKind {
    /// Whether it consists of measures.
    pub fn is_plan(self) -> bool {
        matches!(self, Self::ActionPlan | Self::Strategy | Self::Programme)
    }
}

coded! {
    /// Which way it leads.
    Direction {
        /// Forward.
        Advance = "advance",
        /// Neither way by itself.
        Neutral = "neutral",
        /// Back.
        Regress = "regress",
    }
}

coded! {
    /// Where it stands on a day, by its dates alone.
    Stage {
        /// A draft.
        Draft = "draft",
        /// Adopted, and in force or to begin later.
        Ahead = "ahead",
        /// In force, running, or without any date that says otherwise.
        Standing = "standing",
        /// Its period is over.
        Over = "over",
    }
}

/// A commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Its name.
    pub id: CommitmentId,
    /// What kind it is.
    pub kind: CommitmentKind,
    /// Its title.
    pub title: String,
    /// Its number or short name.
    pub identifier: Option<String>,
    /// Who is responsible.
    pub responsible: Responsible,
    /// When it was adopted.
    pub adopted: Option<PartialDate>,
    /// Since when it is in force.
    pub in_force_from: Option<PartialDate>,
    /// The first day of its period.
    pub period_start: Option<PartialDate>,
    /// The last day of its period.
    pub period_end: Option<PartialDate>,
    /// Its status in the words of the source.
    pub status: Option<String>,
    /// When it had that status.
    pub status_as_of: Option<PartialDate>,
    /// Which way it leads.
    pub direction: Option<Direction>,
    /// How many measures it is said to have.
    pub measures: Option<u32>,
    /// Its theme.
    pub theme: String,
    /// Where that is written.
    pub sources: Vec<SourceId>,
    /// The place in the source.
    pub locator: String,
    /// A remark.
    pub note: Option<String>,
    /// When it is due.
    pub schedule: Schedule,
    /// What counts as done: an order, a report, a draft law, ...
    pub completion_form: Option<String>,
    /// What it costs.
    pub cost: Option<Decimal>,
    /// In which currency.
    pub currency: Option<String>,
    /// Who pays.
    pub funding: Option<String>,
    /// The commitment it is a part of.
    pub parent: Option<CommitmentId>,
    /// The figure it should move.
    pub indicator: Option<IndicatorId>,
    /// The recommendations it answers.
    pub recommendations: Vec<RecommendationId>,
}

impl Commitment {
    /// Where it stands on a day, by its dates alone; what its source says of it is in [`Commitment::status`].
    pub fn stage(&self, on: Date) -> Stage {
        let begins = [self.in_force_from, self.period_start].into_iter().flatten().map(PartialDate::first_day).min();
        if self.kind == CommitmentKind::DraftLaw {
            Stage::Draft
        } else if begins.or(self.adopted.map(PartialDate::first_day)).is_some_and(|first| on < first) {
            Stage::Ahead
        } else if self.period_end.is_some_and(|end| end.last_day() < on) {
            Stage::Over
        } else {
            Stage::Standing
        }
    }
}

impl Kept for Commitment {
    const TABLE: &'static str = "commitments";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        let directed = record.cell("direction").is_some();
        Ok(Self {
            id: CommitmentId(required(&cells, "commitment_id")?),
            kind: code(&cells, "kind", CommitmentKind::parse)?,
            title: required(&cells, "title")?,
            identifier: cells("identifier"),
            responsible: Responsible::read(record.cell("responsible"), record.cell("lead")),
            adopted: parsed(&cells, "adopted")?,
            in_force_from: parsed(&cells, "in_force_from")?,
            period_start: parsed(&cells, "period_start")?,
            period_end: parsed(&cells, "period_end")?,
            status: cells("status"),
            status_as_of: parsed(&cells, "status_as_of")?,
            direction: directed.then(|| code(&cells, "direction", Direction::parse)).transpose()?,
            measures: parsed(&cells, "measures")?,
            theme: text(&cells, "theme"),
            sources: parts(Some(&required(&cells, "source_id")?)).map(|id| SourceId(id.to_owned())).collect(),
            locator: required(&cells, "locus")?,
            note: cells("note"),
            schedule: Schedule::read(record.cell("due"), record.cell("recurrence")),
            completion_form: cells("completion_form"),
            cost: parsed(&cells, "cost")?,
            currency: cells("currency"),
            funding: cells("funding"),
            parent: cells("parent_id").map(CommitmentId),
            indicator: cells("indicator_id").map(IndicatorId),
            recommendations: parts(record.cell("recommendations")).map(|id| RecommendationId(id.to_owned())).collect(),
        })
    }
}
