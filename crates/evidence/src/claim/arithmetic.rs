//! What a claim says about itself: sums, shares, parts of wholes, lists. Checked before anything outside is asked.

use crate::figure::Comparator;
use crate::indicator::{Comparable, IndicatorId, RelationKind};
use crate::observation::ObservationId;
use crate::place::PlaceId;

use super::code::{Code, Finding};
use super::evidence::{Asked, factor};
use super::ground::{Fact, Ground, Ratio};
use super::interval::Interval;
use super::span::Lie;
use super::subgroup::{self, Among, among};
use super::{Claim, ClaimKind};

/// What the claim's own arithmetic gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Inside {
    /// It agrees with itself.
    Holds(Vec<Finding>),
    /// It does not.
    Fails(Vec<Finding>),
    /// There is nothing to add up.
    Open,
}

/// Checks the arithmetic that the shape of the claim promises.
pub fn check(ground: &Ground<'_>, asked: &Asked<'_>) -> Inside {
    match asked.claim.kind {
        ClaimKind::PartWhole => part_of_whole(ground, asked.claim),
        ClaimKind::List => listed(ground, asked),
        ClaimKind::Share => share(ground, asked, share_code(asked.claim)),
        ClaimKind::Identity => identity(ground, asked),
        ClaimKind::Sum => match share(ground, asked, Code::ArithmeticOk) {
            Inside::Open => sum(ground, asked),
            answered => answered,
        },
        ClaimKind::Level | ClaimKind::Count => base(ground, asked),
        ClaimKind::Change | ClaimKind::Trend | ClaimKind::Rank | ClaimKind::Compare => Inside::Open,
    }
}

/// Part and whole must be of one series, and the part no larger than the whole.
fn part_of_whole(ground: &Ground<'_>, claim: &Claim) -> Inside {
    let relations: Vec<_> =
        ground.room.relations().iter().filter(|relation| relation.from == claim.indicator).collect();
    if let Some(other) = relations.iter().find(|relation| relation.kind == RelationKind::OtherSeries) {
        let about = [&claim.indicator, &other.to].map(|id| ground.facts(id, &claim.place));
        let about = about.into_iter().flatten().map(|fact| &fact.observation.id);
        return Inside::Fails(vec![Finding::about(Code::PartFromOtherSeries, about)]);
    }
    let part = relations.iter().find(|relation| relation.kind == RelationKind::ComponentOf);
    let Some(whole) = part.map(|relation| &relation.to) else { return Inside::Open };
    let pairs = ground.facts(&claim.indicator, &claim.place).iter().flat_map(|part| {
        let same = |fact: &&Fact<'_>| fact.span == part.span && fact.observation.source == part.observation.source;
        ground.facts(whole, &claim.place).iter().filter(same).map(move |whole| (part, whole))
    });
    let mut holds = Vec::new();
    for (part, whole) in pairs {
        let (Some(inner), Some(outer)) = (part.interval, whole.interval) else { continue };
        let about = [&part.observation.id, &whole.observation.id];
        if outer.at_most().disjoint(inner) {
            return Inside::Fails(vec![Finding::about(Code::ArithmeticFails, about)]);
        }
        holds.extend(about.into_iter().cloned());
    }
    if holds.is_empty() { Inside::Open } else { Inside::Holds(vec![Finding::about(Code::ArithmeticOk, &holds)]) }
}

/// The listed things of the claimed group add up to the claimed number.
fn listed(ground: &Ground<'_>, asked: &Asked<'_>) -> Inside {
    let claim = asked.claim;
    let Some(indicator) = ground.indicator(&claim.indicator) else { return Inside::Open };
    let everybody = subgroup::is_everybody(&claim.subgroup);
    let rows: Vec<_> = ground
        .listed(&indicator.unit)
        .filter(|row| ground.is_within(&row.place, &claim.place) && row.as_of.to(asked.span, true) == Lie::Same)
        .filter(|row| everybody || row.groups.iter().any(|group| among(group, &claim.subgroup, false) == Among::Same))
        .collect();
    if rows.is_empty() {
        return sum(ground, asked);
    }
    let total: f64 = rows.iter().map(|row| row.count).sum();
    verdict(Interval::exactly(total), asked.region, Code::ArithmeticOk, Vec::new())
}

/// A share from published counts: the ratio we derived whose group is nearest to the claim's, by words or by articles of law.
fn share(ground: &Ground<'_>, asked: &Asked<'_>, code: Code) -> Inside {
    let claim = asked.claim;
    let at = |ratio: &&Ratio<'_>| {
        let fact = ground.fact(&ratio.derived.id);
        ratio.derived.place == claim.place
            && fact.is_some_and(|fact| fact.span.to(asked.span, asked.stock) == Lie::Same)
    };
    let candidates: Vec<&Ratio<'_>> = ground.ratios(&claim.indicator).iter().filter(at).collect();
    let Some(ratio) = nearest(ground, claim, &candidates) else { return Inside::Open };
    let Some(computed) = compute(ground, ratio, &claim.indicator) else { return Inside::Open };
    let about = ratio.above.iter().chain([&ratio.below]).cloned().collect();
    verdict(computed, asked.region, code, about)
}

/// A stated share agrees with the counts; a threshold ("few", "most") had to be computed from them.
fn share_code(claim: &Claim) -> Code {
    match claim.comparator {
        Comparator::Eq | Comparator::Approx => Code::ArithmeticOk,
        _ => Code::ShareComputed,
    }
}

fn verdict(computed: Interval, region: Interval, code: Code, about: Vec<ObservationId>) -> Inside {
    let finding = |code| {
        let finding = Finding::about(code, &about);
        computed.middle().map_or(finding.clone(), |middle| finding.with(middle))
    };
    if computed.inside(region) {
        Inside::Holds(vec![finding(code)])
    } else if computed.disjoint(region) {
        Inside::Fails(vec![finding(Code::ArithmeticFails)])
    } else {
        Inside::Open
    }
}

fn nearest<'a, 'g>(ground: &Ground<'g>, claim: &Claim, candidates: &[&'a Ratio<'g>]) -> Option<&'a Ratio<'g>> {
    let articles = subgroup::articles(&claim.subgroup);
    if !articles.is_empty() {
        let counted: Vec<&str> =
            articles.iter().filter_map(|article| ground.of_article(article)).flatten().copied().collect();
        let same = |ratio: &&&Ratio<'g>| {
            let above: Vec<&str> = ratio.above.iter().map(|id| id.0.as_str()).collect();
            above.len() == counted.len() && counted.iter().all(|id| above.contains(id))
        };
        return candidates.iter().find(same).copied();
    }
    let near = candidates
        .iter()
        .filter_map(|ratio| Some((subgroup::distance(&claim.subgroup, &ratio.derived.subgroup)?, *ratio)));
    let mut near: Vec<_> = near.collect();
    near.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.derived.id.cmp(&b.1.derived.id)));
    match near.as_slice() {
        // Two groups that are equally near: we do not guess.
        [first, second, ..] if first.0 == second.0 => None,
        [first, ..] => Some(first.1),
        [] => None,
    }
}

/// The ratio in the unit of the indicator.
fn compute(ground: &Ground<'_>, ratio: &Ratio<'_>, indicator: &IndicatorId) -> Option<Interval> {
    let value = |id: &ObservationId| ground.fact(id)?.interval;
    let mut above = Interval::exactly(0.0);
    for id in &ratio.above {
        above = above.plus(value(id)?);
    }
    let unit = &ground.indicator(indicator)?.unit;
    Some(above.over(value(&ratio.below)?)?.times(factor("share", unit)?))
}

/// Parts that add up: components in the graph, or groups of the same indicator, from one source about one time.
fn sum(ground: &Ground<'_>, asked: &Asked<'_>) -> Inside {
    let claim = asked.claim;
    for parts in [components(ground, asked), groups(ground, asked)] {
        if parts.len() < 2 {
            continue;
        }
        let total = parts.iter().filter_map(|fact| fact.interval).fold(Interval::exactly(0.0), Interval::plus);
        let about: Vec<ObservationId> = parts.iter().map(|fact| fact.observation.id.clone()).collect();
        match verdict(total, asked.region, Code::ArithmeticOk, about) {
            // Parts that make less than the claim may be incomplete, unless they are known to make the whole.
            Inside::Fails(_)
                if !is_partition(ground, claim, &parts, total) && total.middle() < asked.region.middle() => {}
            Inside::Open => {}
            answered => return answered,
        }
    }
    Inside::Open
}

fn fits(asked: &Asked<'_>, fact: &Fact<'_>) -> bool {
    fact.is_published() && fact.interval.is_some() && fact.span.to(asked.span, asked.stock) == Lie::Same
}

fn components<'g>(ground: &Ground<'g>, asked: &Asked<'_>) -> Vec<Fact<'g>> {
    let claim = asked.claim;
    let parts = ground.room.relations().iter().filter(|relation| {
        relation.kind == RelationKind::ComponentOf
            && relation.comparable == Comparable::Yes
            && relation.to == claim.indicator
    });
    let facts = parts.flat_map(|relation| ground.facts(&relation.from, &claim.place).iter().copied());
    of_one_source(facts.filter(|fact| fits(asked, fact)).collect())
}

fn groups<'g>(ground: &Ground<'g>, asked: &Asked<'_>) -> Vec<Fact<'g>> {
    let claim = asked.claim;
    let facts = ground.facts(&claim.indicator, &claim.place).iter().copied();
    let parts = facts.filter(|fact| among(&fact.observation.subgroup, &claim.subgroup, false) == Among::Part);
    of_one_source(parts.filter(|fact| fits(asked, fact)).collect())
}

/// Parts from different sources are not parts of one whole: the source with most of them speaks.
fn of_one_source(facts: Vec<Fact<'_>>) -> Vec<Fact<'_>> {
    let count =
        |fact: &Fact<'_>| facts.iter().filter(|other| other.observation.source == fact.observation.source).count();
    let Some(best) = facts.iter().max_by_key(|fact| (count(fact), std::cmp::Reverse(&fact.observation.source))) else {
        return Vec::new();
    };
    let source = &best.observation.source;
    facts.iter().filter(|fact| fact.observation.source == *source).copied().collect()
}

/// Whether the whole was published beside these parts and is their sum: then no part is missing.
fn is_partition(ground: &Ground<'_>, claim: &Claim, parts: &[Fact<'_>], total: Interval) -> bool {
    let Some(first) = parts.first() else { return false };
    let whole = |place: &PlaceId| {
        ground.facts(&claim.indicator, place).iter().any(|fact| {
            fact.span == first.span
                && fact.observation.source == first.observation.source
                && among(&fact.observation.subgroup, &claim.subgroup, false) == Among::Same
                && fact.interval.is_some_and(|whole| total.inside(whole))
        })
    };
    whole(&claim.place)
}

/// A rate, its numerator and the population must agree: rate = number / population.
fn identity(ground: &Ground<'_>, asked: &Asked<'_>) -> Inside {
    let claim = asked.claim;
    let share = share(ground, asked, Code::ArithmeticOk);
    if share != Inside::Open {
        return share;
    }
    let edge = ground.room.relations().iter().find(|relation| {
        relation.kind == RelationKind::RateOf && (relation.from == claim.indicator || relation.to == claim.indicator)
    });
    let Some(edge) = edge else { return sum(ground, asked) };
    let at = |id: &IndicatorId| {
        let facts = ground.facts(id, &claim.place).iter();
        let known = facts.filter(|fact| {
            fact.is_published() && fact.interval.is_some() && fact.span.to(asked.span, true) == Lie::Same
        });
        // The numbers that stand beside each other in the claim's own source come first.
        known.min_by_key(|fact| !claim.sources.contains(&fact.observation.source))
    };
    let denominator = edge.note.as_deref().and_then(|note| {
        note.split_whitespace().find_map(|word| ground.room.indicator(&IndicatorId(word.trim_matches('.').to_owned())))
    });
    let (Some(people), Some(unit)) =
        (denominator.and_then(|id| at(&id.id)), ground.indicator(&edge.from).map(|i| &i.unit))
    else {
        return Inside::Open;
    };
    let Some(scale) = factor("share", unit) else { return Inside::Open };
    let of_number = claim.indicator == edge.to;
    let Some(known) = at(if of_number { &edge.from } else { &edge.to }) else { return Inside::Open };
    let (Some(known_value), Some(population)) = (known.interval, people.interval) else { return Inside::Open };
    let computed = if of_number {
        known_value.times(population.middle().unwrap_or(0.0) / scale)
    } else {
        match known_value.over(population) {
            Some(rate) => rate.times(scale),
            None => return Inside::Open,
        }
    };
    let about = [&known.observation.id, &people.observation.id];
    let found = |code| Finding::about(code, about).with(computed.middle().unwrap_or(0.0));
    // 208,000 people and 11.1 per 1,000 are both rounded: they agree when some true values round to both.
    let stated = claim.value.as_ref().map(|value| Interval::stated(Comparator::Approx, value, None));
    let region = stated.filter(|_| claim.comparator == Comparator::Eq).unwrap_or(asked.region);
    if computed.disjoint(region) {
        Inside::Fails(vec![found(Code::ArithmeticFails)])
    } else if computed.inside(region) {
        Inside::Holds(vec![found(Code::ArithmeticOk)])
    } else {
        Inside::Holds(vec![found(Code::ArithmeticOk), found(Code::Rounding)])
    }
}

/// "114 of 1500": the base that the claim names must be the published one.
fn base(ground: &Ground<'_>, asked: &Asked<'_>) -> Inside {
    let claim = asked.claim;
    let Some(base) = subgroup::base(&claim.subgroup) else { return Inside::Open };
    let wholes = ground.wholes(&claim.indicator);
    let facts = wholes.into_iter().flat_map(|whole| ground.facts(whole, &claim.place)).filter(|fact| fits(asked, fact));
    for fact in facts {
        if fact.interval.is_some_and(|interval| Interval::exactly(base).disjoint(interval)) {
            return Inside::Fails(vec![Finding::about(Code::ArithmeticFails, [&fact.observation.id]).with(base)]);
        }
    }
    Inside::Open
}
