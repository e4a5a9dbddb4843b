//! Directions and changes: which two figures may be laid beside each other, and what they show.

use crate::figure::Comparator;
use crate::indicator::{IndicatorId, RelationKind};
use crate::observation::{ObservationId, Standing};
use crate::trend::family;

use super::Claim;
use super::code::{Code, Finding, Reason};
use super::evidence::{Asked, Refused, Said, Used, factor};
use super::ground::{Fact, Ground, named};
use super::interval::Interval;
use super::maker;
use super::span::{Lie, Span, dates, is_partial};
use super::subgroup::{self, Among, among};

/// What the figures show of a direction or a change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The codes.
    pub findings: Vec<Finding>,
    /// The figures that count.
    pub used: Vec<Used>,
    /// The figures that may not be laid beside each other.
    pub refused: Vec<Refused>,
    /// What follows; nothing where the figures show nothing.
    pub said: Option<Said>,
}

impl Shown {
    fn refuse(mut self, facts: &[Fact<'_>], reason: Reason) -> Self {
        self.refused.extend(facts.iter().map(|fact| Refused { observation: fact.observation.id.clone(), reason }));
        self
    }

    fn uses(mut self, facts: &[Fact<'_>], said: Said) -> Self {
        let used = |fact: &Fact<'_>| Used {
            observation: fact.observation.id.clone(),
            bound: fact.interval,
            said,
            direct: true,
        };
        self.used.extend(facts.iter().map(used));
        self
    }
}

/// What the figures show of a claimed direction.
pub fn trend(ground: &Ground<'_>, claim: &Claim) -> Shown {
    let window = Span::read(&claim.period_kind, &claim.period);
    let mine = points(ground, claim, &claim.indicator, window);
    let (own, points): (Vec<_>, Vec<_>) =
        mine.into_iter().partition(|fact| maker::is_own(ground.room, fact.observation, claim));
    if points.len() >= 2 {
        return direction(claim, &points);
    }
    let broken = across_breaks(ground, claim, window);
    if !broken.findings.is_empty() {
        return broken;
    }
    let found = against_base(ground, claim, &points).unwrap_or_default();
    if !found.findings.is_empty() {
        return found;
    }
    if own.len() >= 2 {
        let mut shown = Shown::default().uses(&own, Said::Own);
        shown.findings.push(Finding::plain(Code::NoIndependentEvidence));
        return shown;
    }
    Shown { findings: vec![Finding::plain(Code::NoCompatibleEvidence)], ..Shown::default() }
}

/// The published figures of an indicator that a line could join: one place, one group, dated, in the order of time, one for
/// each time.
fn points<'g>(ground: &Ground<'g>, claim: &Claim, indicator: &IndicatorId, window: Span) -> Vec<Fact<'g>> {
    let only = ground.has_one_group(indicator);
    let fits = |fact: &&Fact<'g>| {
        let dated = matches!(fact.span, Span::Days(..)) && inside(fact.span, window);
        let group = among(&fact.observation.subgroup, &claim.subgroup, only) == Among::Same;
        dated && group && fact.is_published() && fact.interval.is_some()
    };
    let mut points: Vec<Fact<'g>> = ground.facts(indicator, &claim.place).iter().filter(fits).copied().collect();
    points.sort_by(|a, b| a.span.end().cmp(&b.span.end()).then_with(|| a.observation.id.cmp(&b.observation.id)));
    points.dedup_by(|later, earlier| later.span == earlier.span);
    points
}

/// Whether a time lies in the years of a claim's window; a claim without years asks for all of them.
fn inside(span: Span, window: Span) -> bool {
    match (span, window) {
        (Span::Days(start, end), Span::Days(from, to)) => from.year() <= start.year() && end.year() <= to.year(),
        _ => true,
    }
}

fn direction(claim: &Claim, points: &[Fact<'_>]) -> Shown {
    for pair in points.windows(2) {
        let unlike = unlike(&pair[0], &pair[1]);
        if !unlike.is_empty() {
            let mut shown = Shown::default();
            for (code, reason) in unlike {
                shown.findings.push(Finding::about(code, pair.iter().map(|fact| &fact.observation.id)));
                shown = shown.refuse(pair, reason);
            }
            return shown;
        }
    }
    let ids = || points.iter().map(|fact| &fact.observation.id);
    let steps: Vec<Option<bool>> = points.windows(2).map(|pair| rises(&pair[0], &pair[1])).collect();
    let wanted = !matches!(claim.comparator, Comparator::Lt | Comparator::Le);
    let overall = points.first().zip(points.last()).and_then(|(first, last)| rises(first, last));
    let mut shown = Shown::default();
    match overall {
        Some(rising) if rising == wanted => {
            shown.findings.push(Finding::about(Code::TrendConfirmed, ids()));
            shown.findings.extend(reservations(claim, points, &steps, wanted));
            shown.said = Some(Said::Supports);
        }
        Some(_) => {
            shown.findings.push(Finding::about(Code::TrendNotConfirmed, ids()));
            shown.said = Some(Said::Contradicts);
        }
        None => shown.findings.push(Finding::plain(Code::NoCompatibleEvidence)),
    }
    let said = shown.said.unwrap_or(Said::Open);
    shown.uses(points, said)
}

/// What a true direction keeps silent about. A claim that goes on to a cause is told so; how many points there are matters
/// to one that goes no further than the direction.
fn reservations(claim: &Claim, points: &[Fact<'_>], steps: &[Option<bool>], wanted: bool) -> Vec<Finding> {
    let mut found = Vec::new();
    let ids = || points.iter().map(|fact| &fact.observation.id);
    if states_a_cause(&claim.paraphrase) {
        found.push(Finding::plain(Code::CauseNotTestable));
    } else if points.len() == 2 {
        found.push(Finding::about(Code::TwoPointsOnly, ids()));
    }
    // From a later first year the same figures go the other way (Wu et al.: perturb the window).
    let reversed = (1..points.len().saturating_sub(1))
        .any(|from| points.last().and_then(|last| rises(&points[from], last)) == Some(!wanted));
    if reversed && steps.len() > 1 {
        found.push(Finding::about(Code::BaseYearReverses, ids()));
    }
    found
}

/// Whether the later figure is certainly larger (`true`), certainly smaller, or cannot be said.
fn rises(earlier: &Fact<'_>, later: &Fact<'_>) -> Option<bool> {
    let (before, after) = (earlier.interval?, later.interval?);
    if !after.disjoint(before) {
        return None;
    }
    Some(after.middle()? > before.middle()?)
}

/// Words that turn figures into causes, in the languages of claims.
fn states_a_cause(words: &str) -> bool {
    const CAUSES: [&str; 16] = [
        " so ",
        "because",
        "therefore",
        "thanks to",
        "due to",
        "as a result",
        "which proves",
        "hence",
        "потому",
        "поэтому",
        "из-за",
        "благодаря",
        "следовательно",
        "сондықтан",
        "себебі",
        "арқасында",
    ];
    let words = words.to_lowercase();
    CAUSES.iter().any(|cause| words.contains(cause))
}

/// Why two figures may not be laid beside each other.
fn unlike(earlier: &Fact<'_>, later: &Fact<'_>) -> Vec<(Code, Reason)> {
    let partial = [earlier, later].map(|fact| is_partial(&fact.observation.period, fact.observation.coverage));
    let mut found = Vec::new();
    // Eight months against a year are a part against a whole; ten months against two years are simply of other lengths.
    let whole = if partial[0] { later } else { earlier };
    if partial[0] != partial[1] && whole.span.days().is_none_or(|days| days <= 366) {
        found.push((Code::PartialVsFull, Reason::PartialVsFull));
    } else if !same_length(earlier.span, later.span) {
        found.push((Code::PeriodLengthDiffers, Reason::PeriodLengthDiffers));
    }
    if among(&earlier.observation.subgroup, &later.observation.subgroup, false) == Among::Other {
        found.push((Code::OffenceGroupDiffers, Reason::OffenceGroupDiffers));
    }
    found
}

/// Leap years and months of different length are the same length; eight months and a year are not.
fn same_length(a: Span, b: Span) -> bool {
    match (a.days(), b.days()) {
        (Some(a), Some(b)) => (a - b).abs() <= 3,
        _ => false,
    }
}

/// The figures of a claimed direction belong to series that breaks separate.
fn across_breaks(ground: &Ground<'_>, claim: &Claim, window: Span) -> Shown {
    let series: Vec<Vec<Fact<'_>>> = family(ground.room, &claim.indicator)
        .iter()
        .map(|id| points(ground, claim, id, window))
        .filter(|points| !points.is_empty())
        .collect();
    if series.len() < 2 {
        return Shown::default();
    }
    let all: Vec<Fact<'_>> = series.into_iter().flatten().collect();
    let ids = || all.iter().map(|fact| &fact.observation.id);
    let mut shown = Shown::default().refuse(&all, Reason::SeriesBreak);
    shown.findings.push(Finding::about(Code::SeriesBreak, ids()));
    let definitions: Vec<_> = all.iter().filter_map(|fact| ground.indicator(&fact.observation.indicator)).collect();
    let differ =
        |of: fn(&crate::indicator::Indicator) -> &str| definitions.windows(2).any(|pair| of(pair[0]) != of(pair[1]));
    let ranked = definitions.iter().all(|indicator| indicator.unit == "rank");
    if ranked && differ(|indicator| &indicator.scope) {
        shown.findings.push(Finding::about(Code::RankSetDiffers, ids()));
    } else if !ranked && differ(|indicator| &indicator.concept) {
        shown.findings.push(Finding::about(Code::DefinitionDiffers, ids()));
    }
    shown
}

/// The claim names an earlier value that another indicator published: the two are laid beside each other only to say why
/// they may not be.
fn against_base(ground: &Ground<'_>, claim: &Claim, points: &[Fact<'_>]) -> Option<Shown> {
    let (value, indicator) = (claim.value.as_ref()?.value(), ground.indicator(&claim.indicator)?);
    let window = Span::read(&claim.period_kind, &claim.period);
    let of_theme =
        ground.room.indicators().filter(|other| other.theme == indicator.theme && other.unit == indicator.unit);
    let base = of_theme.flat_map(|other| ground.facts(&other.id, &claim.place)).find(|fact| {
        fact.is_published() && inside(fact.span, window) && fact.interval == Some(Interval::exactly(value))
    })?;
    let later = points.last().copied().or_else(|| latest(ground, claim, window))?;
    let unlike = unlike(base, &later);
    let pair = [*base, later];
    let mut shown = Shown::default();
    for (code, reason) in unlike {
        shown.findings.push(Finding::about(code, pair.iter().map(|fact| &fact.observation.id)));
        shown = shown.refuse(&pair, reason);
    }
    Some(shown)
}

/// The latest figure of the claimed indicator, of whatever group.
fn latest<'g>(ground: &Ground<'g>, claim: &Claim, window: Span) -> Option<Fact<'g>> {
    let facts = ground.facts(&claim.indicator, &claim.place).iter();
    let dated = facts.filter(|fact| fact.is_published() && fact.interval.is_some() && inside(fact.span, window));
    dated.max_by(|a, b| a.span.end().cmp(&b.span.end()).then_with(|| b.observation.id.cmp(&a.observation.id))).copied()
}

/// What the figures show of a claimed difference, ratio or relative change.
pub fn change(ground: &Ground<'_>, asked: &Asked<'_>) -> Shown {
    if let Some(shown) = implied_base(ground, asked) {
        return shown;
    }
    let claim = asked.claim;
    let years = dates(&claim.period);
    let mut points = points(ground, claim, &claim.indicator, asked.span);
    points.retain(|fact| {
        !maker::is_own(ground.room, fact.observation, claim) && fact.observation.period.kind != "change"
    });
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return base_missing() };
    if points.len() < 2 || years.is_empty() {
        return base_missing();
    }
    let unlike = unlike(first, last);
    if !unlike.is_empty() {
        let pair = [*first, *last];
        let mut shown = Shown::default();
        for (code, reason) in unlike {
            shown.findings.push(Finding::about(code, pair.iter().map(|fact| &fact.observation.id)));
            shown = shown.refuse(&pair, reason);
        }
        return shown;
    }
    let unit = ground.indicator(&claim.indicator).map_or("", |indicator| indicator.unit.as_str());
    let Some(computed) = difference(first, last, &claim.unit, unit) else { return base_missing() };
    let region = claim.value.as_ref().map(|value| Interval::stated(claim.comparator, value, claim.upper.as_ref()));
    let said = region.map_or(Said::Open, |region| super::evidence::said(computed, region));
    let code = match said {
        Said::Supports => Code::ArithmeticOk,
        Said::Contradicts => Code::ValueMismatch,
        _ => Code::NoCompatibleEvidence,
    };
    let finding = Finding::about(code, [&first.observation.id, &last.observation.id]);
    let finding = computed.middle().map_or(finding.clone(), |middle| finding.with(middle));
    let shown = Shown { findings: vec![finding], said: (said != Said::Open).then_some(said), ..Shown::default() };
    shown.uses(&[*first, *last], said)
}

fn base_missing() -> Shown {
    Shown { findings: vec![Finding::plain(Code::BaseMissing)], ..Shown::default() }
}

/// last − first, last / first, or last / first − 1, as the unit of the claim asks.
fn difference(first: &Fact<'_>, last: &Fact<'_>, asked: &str, unit: &str) -> Option<Interval> {
    let (before, after) = (first.interval?, last.interval?);
    match asked {
        "ratio" => after.over(before),
        "share" | "percent" | "per_1000" if asked != unit => {
            let relative = after.over(before)?.plus(Interval::exactly(-1.0));
            Some(relative.times(factor("share", asked)?))
        }
        _ => Some(after.plus(before.negated())),
    }
}

/// A published change beside a published value implies an earlier value that nobody published: it is shown, marked as ours.
fn implied_base(ground: &Ground<'_>, asked: &Asked<'_>) -> Option<Shown> {
    let claim = asked.claim;
    let stated = ground.facts(&claim.indicator, &claim.place).iter().find(|fact| {
        let change = fact.observation.period.kind == "change" || claim.unit == "ratio";
        change && fact.is_published() && fact.interval.is_some_and(|interval| !interval.disjoint(asked.region))
    })?;
    let derived = ground.room.observations_at(&claim.place).find(|observation| match &observation.standing {
        Standing::Derived(formula) => named(ground.room, formula).iter().any(|o| o.id == stated.observation.id),
        Standing::Published => false,
    })?;
    let Standing::Derived(formula) = &derived.standing else { return None };
    let now = named(ground.room, formula).into_iter().find(|o| o.id != stated.observation.id)?;
    let (base, now) = (ground.fact(&derived.id)?, ground.fact(&now.id)?);
    let about: [&ObservationId; 3] = [&stated.observation.id, &now.observation.id, &base.observation.id];
    let finding = Finding::about(Code::ChangeImpliesBase, about);
    let finding = base.interval.and_then(Interval::middle).map_or(finding.clone(), |value| finding.with(value));
    let mut shown = Shown { findings: vec![finding], ..Shown::default() };
    let partial = [&now, &base].map(|fact| is_partial(&fact.observation.period, fact.observation.coverage));
    if partial[0] != partial[1] {
        shown.findings.push(Finding::about(Code::PartialVsFull, [&now.observation.id, &base.observation.id]));
        return Some(shown.refuse(&[now, base], Reason::PartialVsFull));
    }
    shown.said = Some(Said::Supports);
    Some(shown.uses(&[*stated, now], Said::Part))
}

/// A flow against the stock it feeds: the duration they imply, in years (stock = flow × duration).
pub fn duration(ground: &Ground<'_>, asked: &Asked<'_>) -> Option<(ObservationId, f64)> {
    let claim = asked.claim;
    let edge =
        ground.room.relations().iter().find(|relation| {
            relation.kind == RelationKind::FlowFor && relation.other_end(&claim.indicator).is_some()
        })?;
    let other = edge.other_end(&claim.indicator)?;
    let fact = latest_of(ground, other, claim)?;
    let (claimed, known) = (asked.region.middle()?, fact.interval?.middle()?);
    let (flow, stock) = if edge.from == claim.indicator { (claimed, known) } else { (known, claimed) };
    (flow > 0.0).then(|| (fact.observation.id.clone(), stock / flow))
}

fn latest_of<'g>(ground: &Ground<'g>, indicator: &IndicatorId, claim: &Claim) -> Option<Fact<'g>> {
    let facts =
        ground.facts(indicator, &claim.place).iter().filter(|fact| fact.is_published() && fact.interval.is_some());
    facts.max_by(|a, b| a.span.end().cmp(&b.span.end()).then_with(|| b.observation.id.cmp(&a.observation.id))).copied()
}

/// A later figure of the same stock that says something else.
pub fn later<'g>(ground: &Ground<'g>, asked: &Asked<'_>) -> Option<Fact<'g>> {
    let claim = asked.claim;
    let Span::Days(_, end) = asked.span else { return None };
    let facts = ground.facts(&claim.indicator, &claim.place).iter().filter(|fact| {
        let later = fact.span.end().is_some_and(|day| day > end) && fact.span.to(asked.span, asked.stock) == Lie::Other;
        let whole = subgroup::is_everybody(&fact.observation.subgroup)
            || among(&fact.observation.subgroup, &claim.subgroup, false) == Among::Same;
        later && whole && fact.is_published() && fact.interval.is_some_and(|interval| interval.disjoint(asked.region))
    });
    facts.max_by(|a, b| a.span.end().cmp(&b.span.end()).then_with(|| b.observation.id.cmp(&a.observation.id))).copied()
}
