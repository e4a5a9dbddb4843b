//! View: what somebody holds the status to be. State, rapporteur and civil society stand side by side; none is the answer.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{RecommendationId, Status};
use crate::cells::{CellFault, code, required};
use crate::date::PartialDate;
use crate::kept::{Kept, cells_of, needed};
use crate::observation::coded;
use crate::record::Record;
use crate::source::SourceId;

coded! {
    /// Who holds a view.
    HolderKind {
        /// The State and its bodies.
        State = "state",
        /// A national rapporteur, ombudsman or other independent body of the country.
        Rapporteur = "rapporteur",
        /// Civil society.
        CivilSociety = "ngo",
        /// An international organisation or another government.
        International = "international",
        /// Research.
        Research = "research",
    }
}

/// A row of the optional table `recommendation_views`. Columns: `rec_id`, `holder`, `holder_kind`, `status`, `made_on`,
/// `source_id`, `locus`, `note`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The recommendation.
    pub recommendation: RecommendationId,
    /// Who holds the view.
    pub holder: String,
    /// What kind of body that is.
    pub holder_kind: HolderKind,
    /// What it holds.
    pub status: Status,
    /// When it was made.
    pub made_on: PartialDate,
    /// Where it is written.
    pub source: SourceId,
    /// The place in the source.
    pub locator: String,
    /// A remark.
    pub note: Option<String>,
}

impl Kept for View {
    const TABLE: &'static str = "recommendation_views";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        Ok(Self {
            recommendation: RecommendationId(required(&cells, "rec_id")?),
            holder: required(&cells, "holder")?,
            holder_kind: code(&cells, "holder_kind", HolderKind::parse)?,
            status: code(&cells, "status", held)?,
            made_on: needed(&cells, "made_on")?,
            source: SourceId(required(&cells, "source_id")?),
            locator: required(&cells, "locus")?,
            note: cells("note"),
        })
    }
}

/// A status in our word, or in the word that reports use for it.
fn held(code: &str) -> Option<Status> {
    match code {
        "partially_implemented" => Some(Status::Partly),
        "not_implemented" => Some(Status::NotStarted),
        other => Status::parse(other),
    }
}

/// The newest view of each holder that had certainly been made by a day, by kind of holder and name. Older views stay in the
/// table; they are history, not voices.
pub fn side_by_side(views: &[View], as_of: Option<Date>) -> Vec<&View> {
    let mut newest: BTreeMap<(HolderKind, &str), &View> = BTreeMap::new();
    for view in views.iter().filter(|view| as_of.is_none_or(|day| view.made_on.last_day() <= day)) {
        let at = newest.entry((view.holder_kind, &view.holder)).or_insert(view);
        let order = |view: &View| (view.made_on.last_day(), view.status);
        if order(view) > order(at) {
            *at = view;
        }
    }
    newest.into_values().collect()
}

/// The mean of what stakeholders hold, with how far they are apart. An extra beside the views, never instead of them:
/// "State says done, civil society says partly" is 0.75 and is not three quarters done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanIndex {
    /// Mean of 0 (not done), 0.5 (partly), 1 (done) over the holders who say one of these.
    pub mean: f64,
    /// How many holders that are.
    pub holders: usize,
    /// The worst status held.
    pub worst: Status,
    /// The best status held.
    pub best: Status,
}

/// The implementation index as UPR Info computes it: the mean over stakeholders. Its cut into three classes is not taken
/// over, since its thresholds could not be read in a source. Who holds that evidence is missing does not vote.
pub fn mean_index(views: &[&View]) -> Option<MeanIndex> {
    let voted: Vec<(Status, f64)> = views.iter().filter_map(|view| Some((view.status, points(view.status)?))).collect();
    let worst = voted.iter().map(|(status, _)| *status).min()?;
    let best = voted.iter().map(|(status, _)| *status).max()?;
    let mean = voted.iter().map(|(_, points)| points).sum::<f64>() / voted.len() as f64;
    Some(MeanIndex { mean, holders: voted.len(), worst, best })
}

fn points(status: Status) -> Option<f64> {
    match status {
        Status::Implemented => Some(1.0),
        Status::Partly => Some(0.5),
        Status::Regressed | Status::NotStarted | Status::Unanswered => Some(0.0),
        Status::EvidenceMissing => None,
    }
}
