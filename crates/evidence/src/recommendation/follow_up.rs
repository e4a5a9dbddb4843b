//! Follow-up: every recommendation beside what followed, as far as it was public on a day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::evidence::{Facts, Link, Piece, Thing};
use super::status::{Asked, Assessment, assess};
use super::view::{View, side_by_side};
use super::{Mechanism, Recommendation, RecommendationId};
use crate::indicator::IndicatorId;
use crate::kept::{Listed, RowFault, parts};
use crate::observation::{Observation, ObservationId};
use crate::room::Room;

/// A recommendation and what followed.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// What was asked.
    pub recommendation: Recommendation,
    /// In which procedure.
    pub mechanism: Mechanism,
    /// The day by which it was certainly public.
    pub public: Option<Date>,
    /// What became of it.
    pub assessment: Assessment,
    /// Figures of then and now.
    pub movements: Vec<Movement>,
    /// What others hold, the newest view of each.
    pub views: Vec<View>,
}

/// A figure that the recommendation answered, and a later one of the same indicator: one centre then, thirteen now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// What is counted.
    pub indicator: IndicatorId,
    /// The figure in a finding that the recommendation answers.
    pub before: ObservationId,
    /// The later figure.
    pub after: ObservationId,
    /// Whether both speak of the same place and group. Where not, they may be shown side by side with their places and groups
    /// and not be subtracted.
    pub same_ground: bool,
}

/// The follow-up of all recommendations, and every row that could not be read.
#[derive(Clone, Debug)]
pub struct Followed {
    /// One for each recommendation that was public by the day, in the order of the room.
    pub rows: Vec<FollowUp>,
    /// Rows that could not be read.
    pub faults: Vec<RowFault>,
}

impl Followed {
    /// The follow-up of one recommendation.
    pub fn of(&self, id: &RecommendationId) -> Option<&FollowUp> {
        self.rows.iter().find(|row| row.recommendation.id == *id)
    }
}

/// Follows every recommendation up. With a day, only what was certainly public by then counts, the recommendations
/// themselves included.
pub fn follow_up(room: &Room, as_of: Option<Date>) -> Followed {
    let facts = Facts::of(room);
    let recommendations = Listed::<Recommendation>::of(room);
    let links = Listed::<Link>::of(room);
    let views = Listed::<View>::of(room);
    let mut faults = recommendations.faults;
    faults.extend(links.faults.into_iter().chain(views.faults).chain(facts.faults.iter().cloned()));
    let mut pieces = grouped(links.rows, |link| link.recommendation.clone());
    let mut held = grouped(views.rows, |view| view.recommendation.clone());
    let asked = recommendations.rows.into_iter().filter(|recommendation| {
        as_of.is_none_or(|day| recommendation.public(room).is_some_and(|public| public <= day))
    });
    let rows = asked.map(|recommendation| {
        let links = pieces.remove(&recommendation.id).unwrap_or_default();
        let views = held.remove(&recommendation.id).unwrap_or_default();
        let pieces: Vec<Piece> = links.into_iter().map(|link| facts.piece(link)).collect();
        let public = recommendation.public(room);
        let assessment = assess(Asked { public, action: recommendation.action }, &pieces, as_of);
        FollowUp {
            mechanism: recommendation.mechanism(room),
            public,
            movements: movements(room, &facts, &recommendation, &assessment),
            assessment,
            views: side_by_side(&views, as_of).into_iter().cloned().collect(),
            recommendation,
        }
    });
    Followed { rows: rows.collect(), faults }
}

fn grouped<K: Ord, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> BTreeMap<K, Vec<T>> {
    let mut groups: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}

/// The figures of the findings that a recommendation answers, beside later figures of the same indicator.
fn movements(
    room: &Room,
    facts: &Facts<'_>,
    recommendation: &Recommendation,
    assessment: &Assessment,
) -> Vec<Movement> {
    let findings = recommendation.findings.iter().filter_map(|id| facts.finding(id));
    let named: BTreeSet<ObservationId> =
        findings.flat_map(|record| parts(record.cell("observations"))).map(|id| ObservationId(id.to_owned())).collect();
    let before: Vec<&Observation> = named.iter().filter_map(|id| room.observation(id)).collect();
    let after = assessment.used.iter().filter_map(|used| match &used.piece.link.thing {
        Thing::Observation(id) => room.observation(id),
        Thing::Commitment(_) | Thing::Finding(_) => None,
    });
    let pairs = after.flat_map(|after| {
        before.iter().filter(|before| before.indicator == after.indicator).map(move |before| (*before, after))
    });
    pairs
        .map(|(before, after)| Movement {
            indicator: after.indicator.clone(),
            before: before.id.clone(),
            after: after.id.clone(),
            same_ground: (&before.place, &before.subgroup) == (&after.place, &after.subgroup),
        })
        .collect()
}
