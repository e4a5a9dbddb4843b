//! Whether a true claim hides what changes its meaning.

use crate::figure::Comparator;
use crate::indicator::{IndicatorId, RelationKind};
use crate::trend::family;

use super::code::{Code, Finding};
use super::evidence::{Asked, Evidence, Said, is_count};
use super::ground::{Fact, Ground};
use super::interval::Interval;
use super::span::Lie;
use super::subgroup::{self, Among, among};

/// A broader measure this many times larger changes what a true claim means.
pub const MUCH_LARGER: f64 = 10.0;

/// Everything a true claim of a level keeps silent about.
pub fn silences(ground: &Ground<'_>, asked: &Asked<'_>, evidence: &Evidence) -> Vec<Finding> {
    let found = [
        broader(ground, asked),
        partial(asked),
        earliest_stage(ground, asked),
        numerator_only(ground, asked),
        revised(ground, asked, evidence),
        reversed_in_a_group(ground, asked),
    ];
    found.into_iter().flatten().collect()
}

/// A broader measure of the same thing, whose values bound nothing here, is at least ten times larger and is not mentioned.
fn broader(ground: &Ground<'_>, asked: &Asked<'_>) -> Option<Finding> {
    let claim = asked.claim;
    let claimed = asked.region.low.value().or(asked.region.high.value()).filter(|value| *value > 0.0)?;
    let edges = ground
        .room
        .relations()
        .iter()
        .filter(|edge| edge.kind == RelationKind::NarrowerThan && edge.from == claim.indicator);
    let series = edges.flat_map(|edge| family(ground.room, &edge.to));
    let facts = series.flat_map(|id| ground.facts(&id, &claim.place).to_vec());
    let ratio = |fact: &Fact<'_>| fact.interval.and_then(Interval::middle).map(|value| value / claimed);
    let mut larger: Vec<(f64, Fact<'_>)> = facts
        .filter(|fact| fact.is_published() && subgroup::is_everybody(&fact.observation.subgroup))
        .filter(|fact| !mentions(&claim.paraphrase, fact))
        .filter_map(|fact| Some((ratio(&fact)?, fact)))
        .filter(|(ratio, _)| *ratio >= MUCH_LARGER)
        .collect();
    // The latest is shown.
    larger
        .sort_by(|a, b| b.1.span.end().cmp(&a.1.span.end()).then_with(|| a.1.observation.id.cmp(&b.1.observation.id)));
    let (ratio, fact) = larger.first()?;
    Some(Finding::about(Code::BroaderMeasureLarger, [&fact.observation.id]).with(*ratio))
}

fn partial(asked: &Asked<'_>) -> Option<Finding> {
    (asked.claim.period_kind == "partial_year" && !asked.stock).then(|| Finding::plain(Code::PartialPeriod))
}

/// The counted stage is followed by others that fewer reach.
fn earliest_stage(ground: &Ground<'_>, asked: &Asked<'_>) -> Option<Finding> {
    let claim = asked.claim;
    let later = ground
        .room
        .relations()
        .iter()
        .filter(|edge| edge.kind == RelationKind::StageAfter && edge.to == claim.indicator);
    let mut facts = later.flat_map(|edge| ground.facts(&edge.from, &claim.place)).filter(|fact| same_time(asked, fact));
    let fact = facts.next()?;
    Some(Finding::about(Code::EarliestStage, [&fact.observation.id]))
}

/// A part is stated and the whole it is a part of is known and not mentioned.
fn numerator_only(ground: &Ground<'_>, asked: &Asked<'_>) -> Option<Finding> {
    let claim = asked.claim;
    let edges = ground
        .room
        .relations()
        .iter()
        .filter(|edge| edge.kind == RelationKind::ComponentOf && edge.from == claim.indicator);
    let wholes: Vec<&IndicatorId> =
        edges.map(|edge| &edge.to).filter(|id| ground.indicator(id).is_some_and(|i| is_count(&i.unit))).collect();
    let facts = wholes.into_iter().flat_map(|id| ground.facts(id, &claim.place));
    let whole = facts.filter(|fact| same_time(asked, fact)).find(|fact| {
        among(&fact.observation.subgroup, &claim.subgroup, true) != Among::Other
            && subgroup::base(&claim.subgroup).is_none()
    })?;
    if mentions(&claim.paraphrase, whole) {
        return None;
    }
    let share = asked.region.middle()? / whole.interval?.middle().filter(|value| *value > 0.0)?;
    Some(Finding::about(Code::NumeratorOnly, [&whole.observation.id]).with(share))
}

fn same_time(asked: &Asked<'_>, fact: &Fact<'_>) -> bool {
    fact.is_published() && fact.interval.is_some() && fact.span.to(asked.span, asked.stock) == Lie::Same
}

/// Whether the words of a claim name the number of a figure.
fn mentions(words: &str, fact: &Fact<'_>) -> bool {
    let Some(number) = fact.observation.figure.number() else { return false };
    let digits: String = words.chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}' && *c != ',').collect();
    digits.contains(number.as_written())
}

/// The figure was revised after the claim was made.
fn revised(ground: &Ground<'_>, asked: &Asked<'_>, evidence: &Evidence) -> Option<Finding> {
    let made = asked.claim.made_on?.last_day();
    let direct = evidence.used.iter().filter(|used| used.direct && used.said == Said::Supports);
    let mut observations = direct.filter_map(|used| ground.room.observation(&used.observation));
    let revised = observations.find(|o| o.revision > 1 && o.released.is_some_and(|released| released > made))?;
    Some(Finding::about(Code::RevisedSince, [&revised.id]))
}

/// The threshold that holds for everybody does not hold in a group (Wu et al.: perturb the group).
fn reversed_in_a_group(ground: &Ground<'_>, asked: &Asked<'_>) -> Option<Finding> {
    let claim = asked.claim;
    let threshold = matches!(claim.comparator, Comparator::Gt | Comparator::Ge | Comparator::Lt | Comparator::Le);
    if !threshold || asked.additive || !subgroup::is_everybody(&claim.subgroup) {
        return None;
    }
    let facts = ground.facts(&claim.indicator, &claim.place).iter();
    let other = facts.filter(|fact| same_time(asked, fact)).find(|fact| {
        among(&fact.observation.subgroup, &claim.subgroup, false) == Among::Part
            && fact.interval.is_some_and(|interval| interval.disjoint(asked.region))
    })?;
    Some(Finding::about(Code::SubgroupReverses, [&other.observation.id]))
}
