//! May these figures be drawn as one line? Only within one series; across a break the answer is no, with the reason.

use std::collections::BTreeSet;

use crate::date::PartialDate;
use crate::figure::{Comparator, Figure};
use crate::indicator::{IndicatorId, RelationKind};
use crate::observation::{Coverage, Observation, ObservationId, Standing};
use crate::place::PlaceId;
use crate::room::Room;

/// A point of a trend.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The observation it is.
    pub observation: ObservationId,
    /// The end of its period.
    pub at: PartialDate,
    /// Its value.
    pub value: f64,
}

/// Where two series meet that must not be joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The indicator before it.
    pub from: IndicatorId,
    /// The indicator after it.
    pub to: IndicatorId,
    /// The last observation before it.
    pub last_before: ObservationId,
    /// The first observation after it.
    pub first_after: ObservationId,
    /// What the graph says about it.
    pub note: Option<String>,
}

/// Figures of one indicator, place and subgroup in the order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The indicator they share.
    pub indicator: IndicatorId,
    /// The points.
    pub points: Vec<Point>,
}

/// Why no trend can be stated.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The figures belong to series that a break separates. Each segment may be read on its own.
    SeriesBreak {
        /// The breaks, in the order of time.
        breaks: Vec<Break>,
        /// The segments, in the order of time.
        segments: Vec<Segment>,
    },
    /// Fewer than two comparable figures.
    TooFew {
        /// How many there are.
        points: usize,
    },
    /// No such indicator.
    UnknownIndicator,
}

/// The trend of an indicator at a place, or why there is none.
///
/// The indicator's predecessors and successors across a series break are part of the question: whoever asks for the
/// trend of "people in modern slavery" means all editions. Figures count that state one value for a whole period or a
/// moment and were published by their source.
pub fn trend(room: &Room, indicator: &IndicatorId, place: &PlaceId) -> Result<Segment, Refusal> {
    if room.indicator(indicator).is_none() {
        return Err(Refusal::UnknownIndicator);
    }
    let mut segments: Vec<Segment> = family(room, indicator).into_iter().map(|id| segment(room, id, place)).collect();
    segments.retain(|segment| !segment.points.is_empty());
    segments.sort_by_key(|segment| segment.points[0].at);
    if segments.len() > 1 {
        let breaks = segments.windows(2).map(|pair| break_between(room, &pair[0], &pair[1])).collect();
        return Err(Refusal::SeriesBreak { breaks, segments });
    }
    match segments.pop() {
        Some(segment) if segment.points.len() > 1 => Ok(segment),
        Some(_) => Err(Refusal::TooFew { points: 1 }),
        None => Err(Refusal::TooFew { points: 0 }),
    }
}

/// The indicator and everything a series break leads to from it, however many breaks away.
pub fn family(room: &Room, indicator: &IndicatorId) -> BTreeSet<IndicatorId> {
    let mut found = BTreeSet::from([indicator.clone()]);
    let mut open = vec![indicator.clone()];
    while let Some(id) = open.pop() {
        for relation in room.relations_of(&id).filter(|relation| relation.kind == RelationKind::SeriesBreak) {
            if let Some(other) = relation.other_end(&id)
                && found.insert(other.clone())
            {
                open.push(other.clone());
            }
        }
    }
    found
}

/// The comparable figures of one indicator at a place, one for each period: where a source printed a rounded figure and
/// its data carry the same one with more digits, the edition's own value is kept. Figures about everybody come first; where
/// there are none, those about one subgroup count if it is the same one throughout: cohorts are not mixed.
pub fn segment(room: &Room, indicator: IndicatorId, place: &PlaceId) -> Segment {
    let comparable: Vec<&Observation> =
        room.observations_of(&indicator).filter(|o| o.place == *place && is_comparable(o)).collect();
    let subgroups: BTreeSet<&str> = comparable.iter().map(|observation| observation.subgroup.as_str()).collect();
    let subgroup = match subgroups.len() {
        1 => subgroups.first().copied(),
        _ => Some(EVERYBODY),
    };
    let mut chosen: Vec<&Observation> = Vec::new();
    for observation in comparable.into_iter().filter(|observation| Some(observation.subgroup.as_str()) == subgroup) {
        match chosen.iter_mut().find(|known| known.period.end == observation.period.end) {
            Some(known) if known.series.is_none() && observation.series.is_some() => *known = observation,
            Some(_) => {}
            None => chosen.push(observation),
        }
    }
    chosen.sort_by_key(|observation| observation.period.end);
    let points = chosen.into_iter().filter_map(point).collect();
    Segment { indicator, points }
}

/// The subgroup of figures about everybody.
const EVERYBODY: &str = "all";

fn is_comparable(observation: &Observation) -> bool {
    if observation.figure == Figure::NotStated {
        return false;
    }
    let whole = matches!(observation.coverage, Coverage::FullPeriod | Coverage::PointInTime);
    whole && observation.standing == Standing::Published && observation.figure.comparator() == Comparator::Eq
}

fn point(observation: &Observation) -> Option<Point> {
    Some(Point { observation: observation.id.clone(), at: observation.period.end?, value: observation.figure.point()? })
}

fn break_between(room: &Room, before: &Segment, after: &Segment) -> Break {
    let stated = room.relations_of(&before.indicator).find(|relation| {
        relation.kind == RelationKind::SeriesBreak && relation.other_end(&before.indicator) == Some(&after.indicator)
    });
    let last = before.points.last().expect("segments without points were dropped");
    Break {
        from: before.indicator.clone(),
        to: after.indicator.clone(),
        last_before: last.observation.clone(),
        first_after: after.points[0].observation.clone(),
        note: stated.and_then(|relation| relation.note.clone()),
    }
}
