//! What each figure says about a claimed quantity: a bound on it, or the reason why it says nothing.

use crate::indicator::{Comparable, IndicatorId, Relation, RelationKind};
use crate::observation::{Basis, ObservationId};

use super::Claim;
use super::code::Reason;
use super::ground::{Fact, Ground, Where};
use super::interval::Interval;
use super::maker;
use super::span::{Lie, Span};
use super::subgroup::{self, Among, among};

/// What a figure says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// Whatever the true value is, the claim is true.
    Supports,
    /// Whatever the true value is, the claim is false.
    Contradicts,
    /// The claim may be true or false.
    Open,
    /// It counts something that overlaps, and lies on the claim's side.
    Indicates,
    /// The claimant's own figure: no evidence for what he says.
    Own,
    /// A part of the claim's own arithmetic.
    Part,
    /// It bounds nothing, and a reader should know it.
    Context,
}

impl Said {
    /// Its code in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Contradicts => "contradicts",
            Self::Open => "open",
            Self::Indicates => "indicates",
            Self::Own => "own",
            Self::Part => "part",
            Self::Context => "context",
        }
    }
}

/// A figure that counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Used {
    /// Which.
    pub observation: ObservationId,
    /// The bound it puts on the claimed quantity.
    pub bound: Option<Interval>,
    /// What that says.
    pub said: Said,
    /// Whether it is a figure of the very quantity.
    pub direct: bool,
}

/// A figure that was not laid beside the claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which.
    pub observation: ObservationId,
    /// Why.
    pub reason: Reason,
}

/// All that the figures near a claim say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The figures that counted, by name.
    pub used: Vec<Used>,
    /// The others, by name.
    pub refused: Vec<Refused>,
}

/// How the indicator of a figure relates to the claim's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    Same,
    Part,
    Whole,
    Overlaps,
    Refused(Reason),
}

/// The quantity a claim is about, with the values that make it true, in the unit of its indicator.
pub struct Asked<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// The values that make it true.
    pub region: Interval,
    /// When.
    pub span: Span,
    /// Whether figures of parts bound figures of wholes.
    pub additive: bool,
    /// Whether it stands at a moment rather than flows over a period.
    pub stock: bool,
}

impl<'a> Asked<'a> {
    /// What a claim asks; nothing where its indicator is unknown, it states no value, or its unit cannot be converted.
    pub fn new(ground: &Ground<'_>, claim: &'a Claim) -> Option<Self> {
        let indicator = ground.indicator(&claim.indicator)?;
        let factor = factor(&claim.unit, &indicator.unit)?;
        Some(Self {
            claim,
            region: Interval::stated(claim.comparator, claim.value.as_ref()?, claim.upper.as_ref()).times(factor),
            span: Span::read(&claim.period_kind, &claim.period),
            additive: indicator.flow != "norm" && is_count(&indicator.unit),
            stock: indicator.flow != "flow",
        })
    }
}

/// Gathers what every figure near the claim says. The order is that of the names: the same room gives the same answer.
pub fn gather(ground: &Ground<'_>, asked: &Asked<'_>) -> Evidence {
    let mut evidence = Evidence::default();
    for (indicator, link) in links(ground, &asked.claim.indicator) {
        for (place, fact) in ground.around(indicator, &asked.claim.place) {
            match weigh(ground, asked, link, place, fact) {
                Weighed::Used(used) => evidence.used.push(used),
                Weighed::Refused(reason) => {
                    evidence.refused.push(Refused { observation: fact.observation.id.clone(), reason });
                }
                Weighed::Silent => {}
            }
        }
    }
    evidence.used.sort_by(|a, b| a.observation.cmp(&b.observation));
    evidence.refused.sort_by(|a, b| a.observation.cmp(&b.observation));
    evidence.refused.dedup_by(|a, b| a.observation == b.observation);
    evidence
}

fn links<'a>(ground: &Ground<'a>, indicator: &'a IndicatorId) -> Vec<(&'a IndicatorId, Link)> {
    let mut links = vec![(indicator, Link::Same)];
    links.extend(ground.parts(indicator).into_iter().map(|part| (part, Link::Part)));
    links.extend(ground.wholes(indicator).into_iter().map(|whole| (whole, Link::Whole)));
    for relation in ground.room.relations() {
        if let (Some(other), Some(link)) = (relation.other_end(indicator), link(relation))
            && !links.iter().any(|(known, _)| *known == other)
        {
            links.push((other, link));
        }
    }
    links
}

/// The links that bound nothing. A narrower count whose values may not be compared is the matter of completeness.
fn link(relation: &Relation) -> Option<Link> {
    match relation.kind {
        RelationKind::Overlaps => Some(Link::Overlaps),
        RelationKind::FlowFor => Some(Link::Refused(Reason::FlowVsStock)),
        RelationKind::SeriesBreak => Some(Link::Refused(Reason::SeriesBreak)),
        RelationKind::OtherSeries => Some(Link::Refused(Reason::OtherSeries)),
        RelationKind::NotComparable => Some(Link::Refused(Reason::NotComparable)),
        RelationKind::NarrowerThan if relation.comparable == Comparable::No => None,
        RelationKind::ComponentOf | RelationKind::NarrowerThan | RelationKind::StageAfter => None,
        RelationKind::Cumulates | RelationKind::CountedByArea | RelationKind::RateOf => None,
    }
}

enum Weighed {
    Used(Used),
    Refused(Reason),
    Silent,
}

fn weigh(ground: &Ground<'_>, asked: &Asked<'_>, link: Link, place: Where, fact: Fact<'_>) -> Weighed {
    let (claim, observation) = (asked.claim, fact.observation);
    if !fact.is_published() {
        return if link == Link::Same { Weighed::Refused(Reason::Derived) } else { Weighed::Silent };
    }
    if link == Link::Same && maker::is_own(ground.room, observation, claim) {
        return used(observation.id.clone(), fact.interval, Said::Own, place == Where::Here);
    }
    let lie = match fact.span.to(asked.span, asked.stock) {
        // "Since 2006" is the time that the source calls so.
        Lie::Inside | Lie::Around | Lie::Other if observation.period.label == claim.period => Lie::Same,
        lie => lie,
    };
    if lie == Lie::Unknown {
        return Weighed::Refused(Reason::PeriodUnknown);
    }
    if lie == Lie::Other {
        return Weighed::Refused(Reason::OtherPeriod);
    }
    if let Link::Refused(reason) = link {
        return Weighed::Refused(reason);
    }
    let Some(interval) = fact.interval else { return Weighed::Refused(Reason::NoNumber) };
    let unit = ground.indicator(&claim.indicator).map_or("", |indicator| indicator.unit.as_str());
    let Some(factor) = factor(&observation.unit, unit) else { return Weighed::Refused(Reason::OtherUnit) };
    if let Some(reason) = estimate(ground, claim, fact) {
        return Weighed::Refused(reason);
    }
    let among = group(ground, claim, fact);
    if among == Among::Other {
        return Weighed::Refused(Reason::OtherSubgroup);
    }
    let position = Position { link, place, lie, among };
    position.say(asked, observation.id.clone(), interval.times(factor))
}

/// Where a figure stands to the claimed quantity in each of the four ways.
struct Position {
    link: Link,
    place: Where,
    lie: Lie,
    among: Among,
}

impl Position {
    fn say(&self, asked: &Asked<'_>, id: ObservationId, interval: Interval) -> Weighed {
        if self.link == Link::Overlaps {
            let same = self.place == Where::Here && self.lie == Lie::Same && self.among == Among::Same;
            let said = if same && interval.inside(asked.region) { Said::Indicates } else { Said::Context };
            return used(id, Some(interval), said, false);
        }
        let part = self.link == Link::Part
            || self.place == Where::Within
            || self.lie == Lie::Inside
            || self.among == Among::Part;
        let whole = self.link == Link::Whole
            || self.place == Where::Around
            || self.lie == Lie::Around
            || self.among == Among::Whole;
        let bound = match (part, whole) {
            (false, false) => interval,
            (true, false) if asked.additive => interval.at_least(),
            (false, true) if asked.additive => interval.at_most(),
            // A part in one way and a whole in another bounds nothing; nor does a part of what cannot be added.
            _ => return Weighed::Silent,
        };
        used(id, Some(bound), said(bound, asked.region), !part && !whole)
    }
}

fn used(observation: ObservationId, bound: Option<Interval>, said: Said, direct: bool) -> Weighed {
    Weighed::Used(Used { observation, bound, said, direct })
}

/// What a bound says of a region.
pub fn said(bound: Interval, region: Interval) -> Said {
    if bound.inside(region) {
        Said::Supports
    } else if bound.disjoint(region) {
        Said::Contradicts
    } else {
        Said::Open
    }
}

/// An estimate without an interval is no bound against a count. Where the claimed quantity is itself only estimated, the
/// estimate is what there is to know, unless the claim merely repeats it from a source that was not seen.
fn estimate(ground: &Ground<'_>, claim: &Claim, fact: Fact<'_>) -> Option<Reason> {
    let observation = fact.observation;
    let is_point = observation.figure.number().is_some();
    if !matches!(observation.basis, Basis::EstimateModel | Basis::EstimateExpert) || !is_point {
        return None;
    }
    let repeated = observation.origin.is_some() && maker::is_same_passage(observation, claim);
    if repeated {
        return Some(Reason::SecondHand);
    }
    let of_estimates =
        |id: &IndicatorId| ground.indicator(id).is_some_and(|i| i.scope.starts_with("estimated") || !is_count(&i.unit));
    (!of_estimates(&claim.indicator)).then_some(Reason::NoInterval)
}

fn group(ground: &Ground<'_>, claim: &Claim, fact: Fact<'_>) -> Among {
    let observation = fact.observation;
    let only = ground.has_one_group(&observation.indicator);
    // "of 1500 surveyed" names the base, not a group.
    let asked = if subgroup::base(&claim.subgroup).is_some() { subgroup::EVERYBODY } else { &claim.subgroup };
    among(&observation.subgroup, asked, only)
}

/// Whether quantities of a unit can be added: persons can, shares and scores cannot.
pub fn is_count(unit: &str) -> bool {
    const NOT: [&str; 11] = [
        "share",
        "percent",
        "per_1000",
        "score_0_100",
        "rank",
        "ratio",
        "category",
        "year",
        "years",
        "months",
        "int_usd",
    ];
    !NOT.contains(&unit) && unit != "mci"
}

/// What a value of one unit is multiplied by to become one of another; nothing where there is no such number. A claim
/// without a unit speaks in the indicator's.
pub fn factor(from: &str, to: &str) -> Option<f64> {
    const OF_ONE: [(&str, f64); 3] = [("share", 1.0), ("percent", 0.01), ("per_1000", 0.001)];
    const OF_TIME: [(&str, f64); 2] = [("months", 1.0), ("years", 12.0)];
    if from == to || from.is_empty() {
        return Some(1.0);
    }
    let within = |table: &[(&str, f64)]| {
        let size = |unit: &str| table.iter().find(|(known, _)| *known == unit).map(|(_, size)| *size);
        Some(size(from)? / size(to)?)
    };
    within(&OF_ONE).or_else(|| within(&OF_TIME))
}
