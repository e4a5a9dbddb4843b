//! The verdict that the evidence proposes on a claim.

use std::collections::BTreeSet;

use crate::figure::Comparator;
use crate::observation::{Basis, ObservationId};

use super::arithmetic::{self, Inside};
use super::code::{Code, Finding, Verdict};
use super::completeness::silences;
use super::evidence::{Asked, Evidence, Refused, Said, Used, gather};
use super::ground::Ground;
use super::interval::Interval;
use super::maker;
use super::series::{self, Shown};
use super::span::Span;
use super::{Claim, ClaimKind};

/// A flow that would empty and fill its stock faster than this many years is named as odd.
pub const SHORT_STAY: f64 = 2.0;

/// What the room says of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The claim's name.
    pub claim: String,
    /// What is proposed.
    pub verdict: Verdict,
    /// Why; each code once, in the order of [`Code::ALL`].
    pub findings: Vec<Finding>,
    /// The figures that counted, by name.
    pub used: Vec<Used>,
    /// The figures that did not, and why, by name.
    pub refused: Vec<Refused>,
}

impl Check {
    /// The codes.
    pub fn codes(&self) -> impl Iterator<Item = Code> + '_ {
        self.findings.iter().map(|finding| finding.code)
    }

    /// The codes whose sentences say what would change the verdict: each names something that is missing.
    pub fn missing(&self) -> Vec<Code> {
        use Code::*;
        let wanting = |code: &Code| {
            matches!(
                code,
                TwoPointsOnly
                    | CauseNotTestable
                    | NoIndependentEvidence
                    | NoCompatibleEvidence
                    | DefinitionDiffers
                    | IndicativeOnly
                    | LowerBoundOnly
                    | PeriodUnknown
                    | PartialVsFull
                    | PeriodLengthDiffers
                    | OffenceGroupDiffers
                    | SeriesBreak
                    | RankSetDiffers
                    | FlowVsStock
                    | PartFromOtherSeries
                    | BaseMissing
                    | SampleUnknown
                    | SecondHand
                    | ChangeImpliesBase
                    | PartialPeriod
                    | EarliestStage
            )
        };
        self.codes().filter(wanting).collect()
    }
}

/// Lays everything the room knows beside a claim.
pub fn check(ground: &Ground<'_>, claim: &Claim) -> Check {
    let answer = match claim.kind {
        ClaimKind::Trend => shown(series::trend(ground, claim)),
        ClaimKind::Compare => comparison(ground, claim),
        _ => match Asked::new(ground, claim) {
            None => Answer::of(Verdict::Unverifiable, vec![Finding::plain(Code::NoCompatibleEvidence)]),
            Some(asked) if claim.kind == ClaimKind::Change => shown(series::change(ground, &asked)),
            Some(asked) => stated(ground, &asked),
        },
    };
    answer.told(claim)
}

struct Answer {
    verdict: Verdict,
    findings: Vec<Finding>,
    evidence: Evidence,
}

impl Answer {
    fn of(verdict: Verdict, findings: Vec<Finding>) -> Self {
        Self { verdict, findings, evidence: Evidence::default() }
    }

    fn told(mut self, claim: &Claim) -> Check {
        self.findings.sort_by_key(|finding| finding.code);
        self.findings.dedup_by_key(|finding| finding.code);
        let counted: BTreeSet<&ObservationId> = self.evidence.used.iter().map(|used| &used.observation).collect();
        let refused =
            self.evidence.refused.into_iter().filter(|refused| !counted.contains(&refused.observation)).collect();
        Check {
            claim: claim.id.clone(),
            verdict: self.verdict,
            findings: self.findings,
            used: self.evidence.used,
            refused,
        }
    }
}

/// What a direction or a change shows.
fn shown(shown: Shown) -> Answer {
    let codes: BTreeSet<Code> = shown.findings.iter().map(|finding| finding.code).collect();
    let reserved = [Code::TwoPointsOnly, Code::CauseNotTestable, Code::BaseYearReverses];
    let verdict = match shown.said {
        Some(Said::Supports) if reserved.iter().any(|code| codes.contains(code)) => Verdict::ConsistentIncomplete,
        Some(Said::Supports) => Verdict::Consistent,
        Some(Said::Contradicts) => Verdict::Contradicted,
        _ if shown.refused.iter().any(|refused| refused.reason.is_definition()) => Verdict::NotComparable,
        _ => Verdict::Unverifiable,
    };
    Answer { verdict, findings: shown.findings, evidence: Evidence { used: shown.used, refused: shown.refused } }
}

/// A comparison needs a number on both sides; a rating in words has none.
fn comparison(ground: &Ground<'_>, claim: &Claim) -> Answer {
    match Asked::new(ground, claim) {
        Some(asked) => stated(ground, &asked),
        None => {
            let facts = ground.facts(&claim.indicator, &claim.place);
            let about: Vec<_> = facts.iter().map(|fact| &fact.observation.id).collect();
            let used = facts.iter().filter(|fact| fact.is_published()).map(|fact| Used {
                observation: fact.observation.id.clone(),
                bound: None,
                said: Said::Context,
                direct: true,
            });
            let mut answer = Answer::of(Verdict::Unverifiable, vec![Finding::about(Code::BaseMissing, about)]);
            answer.evidence.used = used.collect();
            answer
        }
    }
}

/// A claim that states a value: first its own arithmetic, then the evidence, then what it keeps silent about.
fn stated(ground: &Ground<'_>, asked: &Asked<'_>) -> Answer {
    let evidence = gather(ground, asked);
    match arithmetic::check(ground, asked) {
        Inside::Fails(findings) => Answer { verdict: Verdict::InternallyInconsistent, findings, evidence },
        Inside::Holds(findings) => holds(asked, findings, evidence),
        Inside::Open => weighed(ground, asked, evidence),
    }
}

/// Its arithmetic holds. That settles a claim about arithmetic, unless somebody else's figure excludes it.
fn holds(asked: &Asked<'_>, mut findings: Vec<Finding>, mut evidence: Evidence) -> Answer {
    let parts: BTreeSet<ObservationId> = findings.iter().flat_map(|finding| finding.about.clone()).collect();
    let excluded =
        evidence.used.iter().any(|used| used.said == Said::Contradicts && !parts.contains(&used.observation));
    evidence.used.retain(|used| !parts.contains(&used.observation));
    evidence.refused.retain(|refused| !parts.contains(&refused.observation));
    evidence.used.extend(parts.into_iter().map(|observation| Used {
        observation,
        bound: None,
        said: Said::Part,
        direct: true,
    }));
    evidence.used.sort_by(|a, b| a.observation.cmp(&b.observation));
    let verdict = if excluded {
        findings.push(Finding::plain(mismatch(asked.claim)));
        Verdict::Disputed
    } else {
        Verdict::Consistent
    };
    Answer { verdict, findings, evidence }
}

/// The evidence of others decides; the claimant's own figures do not.
fn weighed(ground: &Ground<'_>, asked: &Asked<'_>, evidence: Evidence) -> Answer {
    let says = |said: Said| evidence.used.iter().any(|used| used.said == said);
    let mut findings = Vec::new();
    let verdict = match (says(Said::Supports), says(Said::Contradicts)) {
        (true, true) => Verdict::Disputed,
        (false, true) => Verdict::Contradicted,
        (true, false) => Verdict::Consistent,
        (false, false) if says(Said::Indicates) => Verdict::Consistent,
        _ if says(Said::Open) || says(Said::Own) => Verdict::Unverifiable,
        _ if evidence.refused.iter().any(|refused| refused.reason.is_definition()) => Verdict::NotComparable,
        _ => Verdict::Unverifiable,
    };
    findings.extend(supported(ground, asked, &evidence));
    findings.extend(excluded(asked, &evidence));
    match verdict {
        Verdict::Consistent => {
            findings.extend(indicated(asked, &evidence));
            if !says(Said::Supports) {
                findings.extend(own(ground, asked, &evidence));
            }
            let silences = silences(ground, asked, &evidence);
            let verdict = if silences.is_empty() { verdict } else { Verdict::ConsistentIncomplete };
            findings.extend(silences);
            let evidence = with_context(evidence, &findings);
            Answer { verdict, findings, evidence }
        }
        Verdict::Unverifiable | Verdict::NotComparable => {
            findings.extend(undecided(ground, asked, &evidence));
            Answer { verdict, findings, evidence }
        }
        _ => Answer { verdict, findings, evidence },
    }
}

/// Figures that a finding names and that bound nothing are there for the reader to know.
fn with_context(mut evidence: Evidence, findings: &[Finding]) -> Evidence {
    for id in findings.iter().flat_map(|finding| &finding.about) {
        if !evidence.used.iter().any(|used| used.observation == *id) {
            evidence.used.push(Used { observation: id.clone(), bound: None, said: Said::Context, direct: false });
        }
    }
    evidence.used.sort_by(|a, b| a.observation.cmp(&b.observation));
    evidence
}

fn ids(evidence: &Evidence, said: Said, direct: bool) -> Vec<&ObservationId> {
    let fits = |used: &&Used| used.said == said && used.direct == direct;
    evidence.used.iter().filter(fits).map(|used| &used.observation).collect()
}

fn is_threshold(claim: &Claim) -> bool {
    matches!(claim.comparator, Comparator::Gt | Comparator::Ge | Comparator::Lt | Comparator::Le | Comparator::Between)
}

fn mismatch(claim: &Claim) -> Code {
    if is_threshold(claim) { Code::ThresholdNotMet } else { Code::ValueMismatch }
}

/// Codes of what speaks for the claim.
fn supported(ground: &Ground<'_>, asked: &Asked<'_>, evidence: &Evidence) -> Vec<Finding> {
    let direct = ids(evidence, Said::Supports, true);
    let mut found = Vec::new();
    if direct.is_empty() {
        let bounds = ids(evidence, Said::Supports, false);
        if !bounds.is_empty() {
            found.push(Finding::about(Code::ThresholdMet, bounds));
        }
        return found;
    }
    let observations = direct.iter().filter_map(|id| ground.room.observation(id));
    if observations.clone().any(|observation| observation.basis == Basis::NgoSurvey) {
        found.push(Finding::about(Code::SampleUnknown, direct.iter().copied()));
    }
    if is_threshold(asked.claim) {
        found.push(Finding::about(Code::ThresholdMet, direct));
        return found;
    }
    // An exact figure tells whether the claim is exact; a rounded one only where there is no other.
    let exact: Vec<_> = observations.clone().filter(|o| o.figure.comparator() == Comparator::Eq).collect();
    let known: Vec<_> = if exact.is_empty() { observations.collect() } else { exact };
    let stated = asked.claim.value.as_ref().map(crate::decimal::Decimal::value);
    let same = known
        .iter()
        .any(|o| o.unit == asked.claim.unit && o.figure.number().map(crate::decimal::Decimal::value) == stated);
    found.push(Finding::about(if same { Code::ValueMatch } else { Code::Rounding }, direct));
    found
}

/// Codes of what excludes the claim: a figure of the very quantity before a bound.
fn excluded(asked: &Asked<'_>, evidence: &Evidence) -> Option<Finding> {
    let direct = ids(evidence, Said::Contradicts, true);
    if !direct.is_empty() {
        return Some(Finding::about(mismatch(asked.claim), direct));
    }
    let bounds = ids(evidence, Said::Contradicts, false);
    let first = evidence.used.iter().find(|used| bounds.first() == Some(&&used.observation))?;
    let lower = first.bound.is_some_and(|bound| bound.low.value().is_some());
    Some(Finding::about(if lower { Code::LowerBoundExceeds } else { Code::UpperBoundBelow }, bounds))
}

/// Codes of figures that overlap and lie on the claim's side, where nothing better speaks.
fn indicated(asked: &Asked<'_>, evidence: &Evidence) -> Vec<Finding> {
    let indicating = ids(evidence, Said::Indicates, false);
    if indicating.is_empty() || evidence.used.iter().any(|used| used.said == Said::Supports) {
        return Vec::new();
    }
    let about = |code| Finding::about(code, indicating.iter().copied());
    let mut found = vec![about(Code::IndicativeOnly), about(Code::DefinitionDiffers)];
    if is_threshold(asked.claim) {
        found.push(about(Code::ThresholdMet));
    }
    found
}

/// The claimant's own figures, where he counts his own work.
fn own(ground: &Ground<'_>, asked: &Asked<'_>, evidence: &Evidence) -> Option<Finding> {
    let own = evidence.used.iter().filter(|used| used.said == Said::Own).map(|used| &used.observation);
    let of_itself = |id: &&ObservationId| {
        ground.room.observation(id).is_some_and(|o| maker::reports_on_itself(ground.room, o, asked.claim))
    };
    let about: Vec<_> = own.filter(of_itself).collect();
    (!about.is_empty()).then(|| Finding::about(Code::SelfReport, about))
}

/// Why nothing decides.
fn undecided(ground: &Ground<'_>, asked: &Asked<'_>, evidence: &Evidence) -> Vec<Finding> {
    let claim = asked.claim;
    let mut found = Vec::new();
    if asked.span == Span::Unknown {
        found.push(Finding::plain(Code::PeriodUnknown));
    }
    if claim.period_kind == "partial_year" && !asked.stock {
        found.push(Finding::plain(Code::PartialPeriod));
    }
    let own_figures = evidence.used.iter().filter(|used| used.said == Said::Own).map(|used| &used.observation);
    let own_figures: Vec<_> = own_figures.collect();
    let open = ids(evidence, Said::Open, false);
    if !own_figures.is_empty() {
        found.extend(own(ground, asked, evidence));
        found.push(Finding::about(Code::NoIndependentEvidence, own_figures));
        if asked.stock {
            found.extend(
                series::later(ground, asked).map(|fact| Finding::about(Code::Superseded, [&fact.observation.id])),
            );
        }
    } else if !open.is_empty() {
        found.extend(bounded(asked, evidence));
    } else {
        found.extend(refusals(ground, asked, evidence));
    }
    if found.is_empty() {
        found.push(Finding::plain(Code::NoCompatibleEvidence));
    }
    found
}

/// Only bounds: which kind, and whether the claim takes a part for the whole.
fn bounded(asked: &Asked<'_>, evidence: &Evidence) -> Vec<Finding> {
    let open: Vec<&Used> = evidence.used.iter().filter(|used| used.said == Said::Open && !used.direct).collect();
    let lower: Vec<&Used> =
        open.iter().copied().filter(|used| used.bound.is_some_and(|bound| bound.high.value().is_none())).collect();
    if lower.is_empty() || lower.len() < open.len() {
        return Vec::new();
    }
    let mut found = vec![Finding::about(Code::LowerBoundOnly, lower.iter().map(|used| &used.observation))];
    let value = asked.region.middle();
    let same = |used: &&&Used| used.bound.and_then(|bound| bound.low.value()) == value && !is_threshold(asked.claim);
    let taken: Vec<_> = lower.iter().filter(same).map(|used| &used.observation).collect();
    if !taken.is_empty() {
        found.push(Finding::about(Code::NarrowerPresentedAsWhole, taken));
    }
    found
}

/// Codes of the reasons for which the nearest figures were refused.
fn refusals(ground: &Ground<'_>, asked: &Asked<'_>, evidence: &Evidence) -> Vec<Finding> {
    use super::code::Reason;
    let about = |reason: Reason| {
        let refused: Vec<_> = evidence.refused.iter().filter(|r| r.reason == reason).map(|r| &r.observation).collect();
        (!refused.is_empty()).then_some(refused)
    };
    let codes = [
        (Reason::SecondHand, Code::SecondHand),
        (Reason::FlowVsStock, Code::FlowVsStock),
        (
            Reason::SeriesBreak,
            if asked.claim.kind == ClaimKind::Rank { Code::RankSetDiffers } else { Code::SeriesBreak },
        ),
        (Reason::OtherSeries, Code::PartFromOtherSeries),
        (Reason::NotComparable, Code::DefinitionDiffers),
    ];
    let mut found: Vec<Finding> =
        codes.iter().filter_map(|(reason, code)| Some(Finding::about(*code, about(*reason)?))).collect();
    if about(Reason::FlowVsStock).is_some()
        && let Some((stock, years)) = series::duration(ground, asked)
    {
        for finding in found.iter_mut().filter(|finding| finding.code == Code::FlowVsStock) {
            finding.number = Some(years);
        }
        if years < SHORT_STAY {
            found.push(Finding::about(Code::ImplausibleRatio, [&stock]).with(years));
        }
    }
    found
}

/// The bound a claim's own words put on the quantity, for showing beside the evidence.
pub fn region(ground: &Ground<'_>, claim: &Claim) -> Option<Interval> {
    Asked::new(ground, claim).map(|asked| asked.region)
}
