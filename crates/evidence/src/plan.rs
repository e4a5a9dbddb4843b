//! Plan: what can be said of a plan's make before anything is done, and what of it is late.
//!
//! A plan can fail on paper: measures that nobody leads, that have no date, no money and no figure to move, recommendations
//! that no measure answers. Where the measures are not known, that is the answer; it is never 0 %.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::commitment::{Commitment, Timeliness, Unknown, timeliness};
use crate::date::PartialDate;
use crate::measure::{Measure, MeasureId, MeasureReport};
use crate::recommendation::{Recommendation, RecommendationId};

/// How well a plan is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quality {
    /// Its measures are known.
    Known(Box<Findings>),
    /// It cannot be said.
    CannotSay(Unknown),
}

/// A share of the measures of a plan, with those that lack it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many have it.
    pub have: usize,
    /// Of how many.
    pub of: usize,
    /// Those that do not.
    pub lacking: Vec<MeasureId>,
}

impl Share {
    fn of<'a>(measures: &[&'a Measure], has: impl Fn(&'a Measure) -> bool) -> Self {
        let lacking: Vec<MeasureId> =
            measures.iter().filter(|measure| !has(measure)).map(|measure| measure.id.clone()).collect();
        Self { have: measures.len() - lacking.len(), of: measures.len(), lacking }
    }
}

/// What is found of a plan whose measures are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// How many measures are known.
    pub known: usize,
    /// How many it is said to have. Shares are of those that are known.
    pub stated: Option<u32>,
    /// Exactly one body leads.
    pub one_lead: Share,
    /// A day is named.
    pub dated: Share,
    /// A cost and who pays are named. Money "within the budget" names a payer and no cost, and lacks it.
    pub funded: Share,
    /// A figure to move is named.
    pub measured: Share,
    /// Recommendations that no measure answers.
    pub unanswered: Vec<RecommendationId>,
    /// Measures that answer no recommendation.
    pub unasked: Vec<MeasureId>,
    /// Measures that say the same.
    pub duplicates: Vec<Vec<MeasureId>>,
}

/// How well a plan is made, held against the recommendations it should answer.
pub fn quality(plan: &Commitment, measures: &[Measure], recommendations: &[&Recommendation]) -> Quality {
    let own = of_plan(plan, measures);
    if own.is_empty() {
        return Quality::CannotSay(Unknown::MeasuresNotKnown { stated: plan.measures });
    }
    let answered: BTreeSet<&RecommendationId> = own.iter().flat_map(|measure| &measure.recommendations).collect();
    let unanswered = recommendations.iter().map(|asked| &asked.id).filter(|id| !answered.contains(id));
    Quality::Known(Box::new(Findings {
        known: own.len(),
        stated: plan.measures,
        one_lead: Share::of(&own, |measure| measure.responsible.one_lead().is_some()),
        dated: Share::of(&own, |measure| measure.schedule.is_dated()),
        funded: Share::of(&own, |measure| measure.cost.is_some() && measure.funding.is_some()),
        measured: Share::of(&own, |measure| measure.indicator.is_some()),
        unanswered: unanswered.cloned().collect(),
        unasked: own.iter().filter(|m| m.recommendations.is_empty()).map(|m| m.id.clone()).collect(),
        duplicates: duplicates(&own),
    }))
}

/// The recommendations a plan should answer: of its theme, or of any where the plan is about several, and certainly public
/// before it began. A plan without a date is held against all of its theme.
pub fn in_scope<'a>(
    plan: &Commitment,
    recommendations: &'a [Recommendation],
    public: impl Fn(&Recommendation) -> Option<Date>,
) -> Vec<&'a Recommendation> {
    let began = plan.adopted.or(plan.period_start).map(PartialDate::first_day);
    let asked_before = |asked: &Recommendation| match (began, public(asked)) {
        (Some(began), Some(public)) => public < began,
        (Some(_), None) => false,
        (None, _) => true,
    };
    let of_theme = |asked: &Recommendation| plan.theme == SEVERAL || asked.theme == plan.theme;
    recommendations.iter().filter(|asked| of_theme(asked) && asked_before(asked)).collect()
}

/// The theme of a plan about several.
const SEVERAL: &str = "cross_cutting";

/// The measures of a plan.
pub fn of_plan<'a>(plan: &Commitment, measures: &'a [Measure]) -> Vec<&'a Measure> {
    measures.iter().filter(|measure| measure.plan == plan.id).collect()
}

/// What of a commitment is late on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lateness {
    /// Its measures, each with how it stands, and how many it is said to have.
    Measures {
        /// The measures that are known.
        each: Vec<(MeasureId, Timeliness)>,
        /// How many it is said to have.
        stated: Option<u32>,
    },
    /// It is due itself.
    Itself(Timeliness),
}

impl Lateness {
    /// Whether anything is known to be late; `None` where nothing can be said at all.
    pub fn is_late(&self) -> Option<bool> {
        match self {
            Self::Itself(timeliness) => timeliness.is_late(),
            Self::Measures { each, .. } => {
                let said: Vec<bool> = each.iter().filter_map(|(_, timeliness)| timeliness.is_late()).collect();
                (!said.is_empty()).then(|| said.contains(&true))
            }
        }
    }
}

/// What of a commitment is late on a day: its measures where they are known; a plan whose measures are not known cannot be
/// called late or in time; anything else by its own due day, on which reports name it as they name a measure.
pub fn lateness(commitment: &Commitment, measures: &[Measure], reports: &[MeasureReport], on: Date) -> Lateness {
    let own = of_plan(commitment, measures);
    if !own.is_empty() {
        let each = own.iter().map(|m| (m.id.clone(), m.timeliness(Some(commitment), reports, on))).collect();
        return Lateness::Measures { each, stated: commitment.measures };
    }
    if commitment.kind.is_plan() && !commitment.schedule.is_dated() {
        let reason = Unknown::MeasuresNotKnown { stated: commitment.measures };
        return Lateness::Itself(Timeliness::CannotSay(reason));
    }
    let start = commitment.period_start.or(commitment.in_force_from).or(commitment.adopted).map(PartialDate::first_day);
    let end = commitment.period_end.map(PartialDate::last_day);
    let about: Vec<&MeasureReport> = reports.iter().filter(|report| report.measure.0 == commitment.id.0).collect();
    Lateness::Itself(timeliness(&commitment.schedule, (start, end), &about, on))
}

/// Measures whose words are the same but for one in ten, whatever the order, case and punctuation. Each measure is in one
/// group at most: the first it fits.
fn duplicates(measures: &[&Measure]) -> Vec<Vec<MeasureId>> {
    let mut groups: Vec<(BTreeSet<String>, Vec<MeasureId>)> = Vec::new();
    let mut exact: BTreeMap<BTreeSet<String>, usize> = BTreeMap::new();
    for measure in measures {
        let words = words(&measure.text);
        let found = exact.get(&words).copied().or_else(|| groups.iter().position(|(known, _)| alike(known, &words)));
        match found {
            Some(group) => groups[group].1.push(measure.id.clone()),
            None => {
                exact.insert(words.clone(), groups.len());
                groups.push((words, vec![measure.id.clone()]));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}

/// Jaccard's index of at least nine tenths.
fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let shared = one.intersection(other).count();
    let all = one.len() + other.len() - shared;
    all > 0 && shared * 10 >= all * 9
}
