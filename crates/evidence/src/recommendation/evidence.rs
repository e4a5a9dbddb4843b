//! Evidence: what later facts say about a recommendation, and since when each of them could be known.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{FindingId, RecommendationId};
use crate::cells::{CellFault, code, required};
use crate::commitment::{Commitment, CommitmentId, CommitmentKind};
use crate::date::PartialDate;
use crate::kept::{Kept, Listed, RowFault, cells_of};
use crate::observation::{Basis, Coverage, Observation, ObservationId, ObservationStatus, coded};
use crate::record::Record;
use crate::room::Room;
use crate::source::{Source, SourceId};

coded! {
    /// What a fact does to a recommendation.
    Effect {
        /// Something asked for is there.
        Supports = "supports",
        /// Something asked for is not there.
        Limits = "limits",
        /// The opposite was done.
        Contradicts = "contradicts",
        /// Worth knowing; decides nothing.
        Context = "context",
        /// Looks like evidence and speaks of something else.
        NotApplicable = "not_applicable",
    }
}

coded! {
    /// What one fact shows if it is taken alone, in the judgement of whoever made the link. Never the answer.
    Weight {
        /// All of it is done.
        Implemented = "implemented",
        /// A part is done.
        Partly = "partially_implemented",
        /// Nothing is done.
        NotImplemented = "not_implemented",
        /// It has become worse.
        Regressed = "regressed",
        /// It shows nothing.
        NoEvidence = "no_evidence",
    }
}

/// The fact that a link points at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A treaty, law, plan, measure, ...
    Commitment(CommitmentId),
    /// A figure.
    Observation(ObservationId),
    /// A statement of a source.
    Finding(FindingId),
}

impl Thing {
    /// Its kind, in the word of the table.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Commitment(_) => "commitment",
            Self::Observation(_) => "observation",
            Self::Finding(_) => "finding",
        }
    }

    /// Its name.
    pub fn id(&self) -> &str {
        match self {
            Self::Commitment(CommitmentId(id))
            | Self::Observation(ObservationId(id))
            | Self::Finding(FindingId(id)) => id,
        }
    }
}

/// A row of the table `recommendation_evidence`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The recommendation.
    pub recommendation: RecommendationId,
    /// The fact.
    pub thing: Thing,
    /// What it does.
    pub effect: Effect,
    /// What it shows if taken alone.
    pub shows: Option<Weight>,
    /// The judgement in words.
    pub note: Option<String>,
}

impl Kept for Link {
    const TABLE: &'static str = "recommendation_evidence";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        let id = required(&cells, "evidence_id")?;
        let thing = |kind: &str| match kind {
            "commitment" => Some(Thing::Commitment(CommitmentId(id.clone()))),
            "observation" => Some(Thing::Observation(ObservationId(id.clone()))),
            "finding" => Some(Thing::Finding(FindingId(id.clone()))),
            _ => None,
        };
        let weighed = record.cell("suggested_status").is_some();
        Ok(Self {
            recommendation: RecommendationId(required(&cells, "rec_id")?),
            thing: code(&cells, "evidence_kind", thing)?,
            effect: code(&cells, "effect", Effect::parse)?,
            shows: weighed.then(|| code(&cells, "suggested_status", Weight::parse)).transpose()?,
            note: cells("note"),
        })
    }
}

/// A stated date as bounds: it came on `earliest` or later, and by `certain` it had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The first day it can mean.
    pub earliest: Date,
    /// The last day it can mean.
    pub certain: Date,
}

impl From<PartialDate> for Mark {
    fn from(date: PartialDate) -> Self {
        Self { earliest: date.first_day(), certain: date.last_day() }
    }
}

/// What kind of proof a fact can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A text still in the making.
    Draft,
    /// A text: law, plan, norm. It shows what was promised.
    Text,
    /// A statement without a figure.
    Statement,
    /// A figure that cannot carry a comparison: a part of a period, another definition, low reliability, no period.
    WeakFigure,
    /// A figure of a whole period or a moment, under its own definition.
    Figure,
}

impl Grade {
    /// Whether it tells what happened, and not only what was promised.
    pub fn is_fact(self) -> bool {
        self >= Self::Statement
    }
}

/// What must be known of a fact to weigh it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// The days on which it began or is known to stand, each good enough alone.
    pub marks: Vec<Mark>,
    /// The last day that a figure speaks about, where it says so.
    pub speaks_until: Option<Date>,
    /// What kind of proof it can be.
    pub grade: Grade,
}

/// A link and what is known of the fact it names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// The link.
    pub link: Link,
    /// `None` where the room knows nothing of that name.
    pub standing: Option<Standing>,
}

/// The facts of a room that links can name, indexed once.
pub struct Facts<'a> {
    room: &'a Room,
    commitments: BTreeMap<CommitmentId, Commitment>,
    findings: BTreeMap<FindingId, &'a Record>,
    /// Commitments that could not be read.
    pub faults: Vec<RowFault>,
}

impl<'a> Facts<'a> {
    /// Indexes a room.
    pub fn of(room: &'a Room) -> Self {
        let Listed { rows, faults } = Listed::<Commitment>::of(room);
        let commitments = rows.into_iter().map(|commitment| (commitment.id.clone(), commitment)).collect();
        let findings = room.records("findings").map(|record| (FindingId(record.key.clone()), record)).collect();
        Self { room, commitments, findings, faults }
    }

    /// The record of a finding.
    pub fn finding(&self, id: &FindingId) -> Option<&'a Record> {
        self.findings.get(id).copied()
    }

    /// A link with what the room knows of its fact.
    pub fn piece(&self, link: Link) -> Piece {
        let standing = match &link.thing {
            Thing::Commitment(id) => self.commitments.get(id).map(|commitment| self.of_commitment(commitment)),
            Thing::Observation(id) => self.room.observation(id).map(|observation| self.of_observation(observation)),
            Thing::Finding(id) => self.finding(id).map(|record| self.of_finding(record)),
        };
        Piece { link, standing }
    }

    fn of_commitment(&self, commitment: &Commitment) -> Standing {
        let newest =
            commitment.sources.iter().filter_map(|id| self.room.source(id)?.published).max_by_key(|d| d.last_day());
        // "In force in 2025", said by a source of February 2025, was known in February.
        let stated = commitment.status_as_of.map(|as_of| {
            let mark = Mark::from(as_of);
            let told = newest.map_or(mark.certain, |published| published.last_day().min(mark.certain));
            Mark { certain: told.max(mark.earliest), ..mark }
        });
        let began = [commitment.adopted, commitment.in_force_from].into_iter().flatten().map(Mark::from);
        let mut marks: Vec<Mark> = began.chain(stated).collect();
        if marks.is_empty() {
            marks.extend(newest.map(Mark::from));
        }
        let grade = if commitment.kind == CommitmentKind::DraftLaw { Grade::Draft } else { Grade::Text };
        Standing { marks, speaks_until: None, grade }
    }

    fn of_observation(&self, observation: &Observation) -> Standing {
        let source = self.room.source(&observation.source);
        let of_source = source.filter(|source| source.released() == observation.released).and_then(published);
        let own = observation.released.map(|day| Mark { earliest: day, certain: day });
        let speaks_until = observation.period.end.map(PartialDate::last_day);
        Standing { marks: of_source.or(own).into_iter().collect(), speaks_until, grade: grade(observation) }
    }

    fn of_finding(&self, record: &Record) -> Standing {
        let source = record.cell("source_id").and_then(|id| self.room.source(&SourceId(id.to_owned())));
        let marks = source.and_then(published).into_iter().collect();
        Standing { marks, speaks_until: None, grade: Grade::Statement }
    }
}

fn published(source: &Source) -> Option<Mark> {
    source.published.map(Mark::from)
}

fn grade(observation: &Observation) -> Grade {
    let whole = matches!(observation.coverage, Coverage::FullPeriod | Coverage::PointInTime | Coverage::Cumulative);
    let sound = matches!(observation.status, ObservationStatus::Normal | ObservationStatus::Estimated);
    match observation.basis {
        Basis::LegalNorm | Basis::Plan => Grade::Text,
        _ if whole && sound => Grade::Figure,
        _ => Grade::WeakFigure,
    }
}
