//! Measure: one line of a plan, the reports on it, and whether it moved anything.

use jiff::civil::Date;

use crate::cells::{CellFault, code, parsed, required};
use crate::commitment::{Commitment, CommitmentId, Responsible, Schedule, Timeliness, timeliness};
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::indicator::IndicatorId;
use crate::kept::{Kept, cells_of, needed, parts};
use crate::observation::coded;
use crate::place::PlaceId;
use crate::recommendation::RecommendationId;
use crate::record::Record;
use crate::room::Room;
use crate::source::SourceId;
use crate::trend::{Point, Refusal, trend};

/// The name of a measure, unique over all packs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureId(pub String);

/// The name of a report on a measure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId(pub String);

coded! {
    /// Which way the indicator of a measure should move.
    Aim {
        /// Up: more places, more convictions.
        Up = "up",
        /// Down: fewer cases without a lawyer.
        Down = "down",
    }
}

/// A row of the optional table `measures`. Columns: `measure_id`, `plan_id`, `parent_id`, `number`, `text`, `lead`, `others`,
/// `start`, `due`, `recurrence`, `completion_form`, `cost`, `currency`, `funding`, `indicator_id`, `aim` (`up` or `down`),
/// `recommendations`, `source_id`, `locus`, `note`. Lists are separated by `;`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name.
    pub id: MeasureId,
    /// The plan it is in.
    pub plan: CommitmentId,
    /// The measure it is a part of: a regional one of a national one.
    pub parent: Option<MeasureId>,
    /// Its number in the plan.
    pub number: Option<String>,
    /// What is to be done.
    pub text: String,
    /// Who is responsible.
    pub responsible: Responsible,
    /// When it begins.
    pub start: Option<PartialDate>,
    /// When it is due.
    pub schedule: Schedule,
    /// What counts as done.
    pub completion_form: Option<String>,
    /// What it costs.
    pub cost: Option<Decimal>,
    /// In which currency.
    pub currency: Option<String>,
    /// Who pays.
    pub funding: Option<String>,
    /// The figure it should move.
    pub indicator: Option<IndicatorId>,
    /// Which way; unknown where the plan does not say.
    pub aim: Option<Aim>,
    /// The recommendations it answers.
    pub recommendations: Vec<RecommendationId>,
    /// Where it is written.
    pub source: SourceId,
    /// The place in the source.
    pub locator: String,
    /// A remark.
    pub note: Option<String>,
}

impl Kept for Measure {
    const TABLE: &'static str = "measures";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        let aimed = record.cell("aim").is_some();
        Ok(Self {
            id: MeasureId(required(&cells, "measure_id")?),
            plan: CommitmentId(required(&cells, "plan_id")?),
            parent: cells("parent_id").map(MeasureId),
            number: cells("number"),
            text: required(&cells, "text")?,
            responsible: Responsible::read(record.cell("others"), record.cell("lead")),
            start: parsed(&cells, "start")?,
            schedule: Schedule::read(record.cell("due"), record.cell("recurrence")),
            completion_form: cells("completion_form"),
            cost: parsed(&cells, "cost")?,
            currency: cells("currency"),
            funding: cells("funding"),
            indicator: cells("indicator_id").map(IndicatorId),
            aim: aimed.then(|| code(&cells, "aim", Aim::parse)).transpose()?,
            recommendations: parts(record.cell("recommendations")).map(|id| RecommendationId(id.to_owned())).collect(),
            source: SourceId(required(&cells, "source_id")?),
            locator: required(&cells, "locus")?,
            note: cells("note"),
        })
    }
}

/// A row of the optional table `measure_reports`: what was handed in when, accepted when and by whom. The one who accepts is
/// another than the one who hands in. Columns: `report_id`, `measure_id`, `period`, `submitted_on`, `accepted_on`,
/// `accepted_by`, `document`, `note`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureReport {
    /// Its name.
    pub id: ReportId,
    /// The measure.
    pub measure: MeasureId,
    /// The time it reports on: `2024`, `2024-Q1`, `2024-H1`, a month or a day.
    pub period: Option<String>,
    /// When it was handed in.
    pub submitted_on: Date,
    /// When it was accepted.
    pub accepted_on: Option<Date>,
    /// By whom.
    pub accepted_by: Option<String>,
    /// The document.
    pub document: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

impl MeasureReport {
    /// Whether a named person or body had accepted it by a day.
    pub fn is_accepted(&self, on: Date) -> bool {
        self.accepted_by.is_some() && self.accepted_on.is_some_and(|accepted| accepted <= on)
    }
}

impl Kept for MeasureReport {
    const TABLE: &'static str = "measure_reports";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        Ok(Self {
            id: ReportId(required(&cells, "report_id")?),
            measure: MeasureId(required(&cells, "measure_id")?),
            period: cells("period"),
            submitted_on: needed(&cells, "submitted_on")?,
            accepted_on: parsed(&cells, "accepted_on")?,
            accepted_by: cells("accepted_by"),
            document: cells("document"),
            note: cells("note"),
        })
    }
}

impl Measure {
    /// How it stands on a day. It runs from its own start, or its plan's, to the end of the plan.
    pub fn timeliness(&self, plan: Option<&Commitment>, reports: &[MeasureReport], on: Date) -> Timeliness {
        let plan_start = || plan.and_then(|plan| plan.period_start);
        let start = self.start.or_else(plan_start).map(PartialDate::first_day);
        let end = plan.and_then(|plan| plan.period_end).map(PartialDate::last_day);
        let own: Vec<&MeasureReport> = reports.iter().filter(|report| report.measure == self.id).collect();
        timeliness(&self.schedule, (start, end), &own, on)
    }

    /// Whether its indicator moved the right way at a place since the measure, or its plan, began. A report delivered says
    /// nothing of this; a figure that moved does not prove that the measure moved it.
    pub fn effect(&self, plan: Option<&Commitment>, room: &Room, place: &PlaceId) -> Effectiveness {
        let Some(indicator) = &self.indicator else { return Effectiveness::CannotSay(Unmeasured::NoIndicator) };
        let Some(aim) = self.aim else { return Effectiveness::CannotSay(Unmeasured::NoAim) };
        let start = self.start.or_else(|| plan.and_then(|plan| plan.period_start));
        let Some(start) = start.map(PartialDate::first_day) else {
            return Effectiveness::CannotSay(Unmeasured::NoStart);
        };
        let points = match trend(room, indicator, place) {
            Ok(segment) => segment.points,
            Err(Refusal::SeriesBreak { .. }) => return Effectiveness::CannotSay(Unmeasured::SeriesBreak),
            Err(Refusal::TooFew { .. } | Refusal::UnknownIndicator) => {
                return Effectiveness::CannotSay(Unmeasured::TooFewFigures);
            }
        };
        let before = points.iter().rfind(|point| point.at.last_day() < start);
        let after = points.iter().rfind(|point| point.at.first_day() >= start);
        match (before, after) {
            (Some(before), Some(after)) => moved(aim, before.clone(), after.clone()),
            _ => Effectiveness::CannotSay(Unmeasured::NoBeforeAndAfter),
        }
    }
}

/// Done in fact?
#[derive(Clone, Debug, PartialEq)]
pub enum Effectiveness {
    /// The figure moved the right way.
    Moved {
        /// The last figure before the start.
        before: Point,
        /// The newest figure since.
        after: Point,
    },
    /// The figure stands where it stood.
    Unmoved {
        /// The last figure before the start.
        before: Point,
        /// The newest figure since.
        after: Point,
    },
    /// The figure moved the wrong way.
    MovedAway {
        /// The last figure before the start.
        before: Point,
        /// The newest figure since.
        after: Point,
    },
    /// It cannot be said.
    CannotSay(Unmeasured),
}

coded! {
    /// Why no effect can be stated.
    Unmeasured {
        /// The measure names no indicator.
        NoIndicator = "no_indicator",
        /// Nobody says which way it should move.
        NoAim = "no_aim",
        /// Nobody says when it begins.
        NoStart = "no_start",
        /// A series break lies between the figures.
        SeriesBreak = "series_break",
        /// There are fewer than two comparable figures.
        TooFewFigures = "too_few_figures",
        /// All figures lie on one side of the start.
        NoBeforeAndAfter = "no_before_and_after",
    }
}

fn moved(aim: Aim, before: Point, after: Point) -> Effectiveness {
    let rose = after.value > before.value;
    let fell = after.value < before.value;
    match aim {
        Aim::Up if rose => Effectiveness::Moved { before, after },
        Aim::Down if fell => Effectiveness::Moved { before, after },
        Aim::Up | Aim::Down if rose || fell => Effectiveness::MovedAway { before, after },
        Aim::Up | Aim::Down => Effectiveness::Unmoved { before, after },
    }
}
