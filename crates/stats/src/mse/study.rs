//! The whole answer for one capture table: all methods, how far to trust them, strata and their sum.

use serde::Serialize;

use super::answer::Answer;
use super::capture::Capture;
use super::compare::{Comparison, compare};
use super::estimator::Settings;
use super::hygiene::clean;
use super::robustness::{Robustness, robustness};
use super::table::TableError;
use crate::watch::{Stopped, Watch};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Methods by id; all if empty.
    pub methods: Vec<String>,
    /// Strata columns to divide by; none if empty.
    pub strata: Vec<String>,
    /// What the methods need to know.
    pub settings: Settings,
    /// Tables simulated for the coverage; 0 leaves all checks of robustness out.
    pub simulated: usize,
    /// Tables in which masked counts are drawn, if there are any.
    pub completions: usize,
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Study {
    /// All people together. With masked counts: each answer is the middle of those of the completed tables, its interval
    /// reaches over all of theirs.
    pub whole: Comparison,
    /// How far to trust it, from the first completed table; `None` if it was not asked for or no list is left.
    pub robustness: Option<Robustness>,
    /// Each stratum by the values of its columns.
    pub strata: Vec<Stratum>,
    /// The sum over the strata, for methods with an estimate in each of them.
    pub sums: Vec<StrataSum>,
    /// Rows whose count was a range, and in how many tables they were drawn.
    pub masked: Option<Masked>,
}

/// One stratum.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stratum {
    /// The values, in the order of the columns asked for.
    pub values: Vec<String>,
    /// What the methods say.
    pub comparison: Comparison,
}

/// The sum of one method over all strata.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrataSum {
    /// The method's id.
    pub method: &'static str,
    /// Σ N̂_s; persons.
    pub estimate: f64,
    /// Σ N̂_s − √Σ (N̂_s − l_s)².
    pub lower: f64,
    /// Σ N̂_s + √Σ (u_s − N̂_s)²; strata are independent (Zou and Donner 2008, MOVER).
    pub upper: f64,
}

/// What was masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Masked {
    /// Rows whose count was a range.
    pub rows: usize,
    /// Tables in which they were drawn.
    pub tables: usize,
}

/// Why there is no answer at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StudyError {
    /// The counts make no table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The work was stopped.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// Answers a question about a capture table.
pub fn study(capture: &Capture, question: &Question, watch: &dyn Watch) -> Result<Study, StudyError> {
    let whole = comparison(capture, question, watch)?;
    let strata = if question.strata.is_empty() { Vec::new() } else { strata(capture, question, watch)? };
    let masked = capture.masked();
    Ok(Study {
        robustness: trust(capture, question, watch)?,
        sums: StrataSum::of(&strata),
        masked: (masked > 0).then_some(Masked { rows: masked, tables: question.completions.max(1) }),
        whole,
        strata,
    })
}

fn strata(capture: &Capture, question: &Question, watch: &dyn Watch) -> Result<Vec<Stratum>, StudyError> {
    let divided = capture.by_stratum(&question.strata).into_iter();
    // A stratum in which nobody was observed has no table, and nothing to say.
    let peopled = divided.filter(|(_, part)| part.least().is_ok());
    peopled.map(|(values, part)| Ok(Stratum { values, comparison: comparison(&part, question, watch)? })).collect()
}

fn trust(capture: &Capture, question: &Question, watch: &dyn Watch) -> Result<Option<Robustness>, StudyError> {
    if question.simulated == 0 {
        return Ok(None);
    }
    let first = capture.completions(1, question.settings.seed)?;
    let Some(table) = first.first().and_then(|table| clean(table).0) else { return Ok(None) };
    Ok(Some(robustness(&table, &question.settings, question.simulated, watch)?))
}

fn comparison(capture: &Capture, question: &Question, watch: &dyn Watch) -> Result<Comparison, StudyError> {
    let methods: Vec<&str> = question.methods.iter().map(String::as_str).collect();
    let tables = capture.completions(question.completions, question.settings.seed)?;
    let mut found = Vec::with_capacity(tables.len());
    for table in &tables {
        found.push(compare(table, &methods, &question.settings, watch)?);
    }
    Ok(pooled(found))
}

/// The answers of several completed tables as one: the middle estimate of each method, from the lowest end to the highest.
/// A method without an estimate in one of them has none.
fn pooled(mut found: Vec<Comparison>) -> Comparison {
    let mut first = found.swap_remove(0);
    if found.is_empty() {
        return first;
    }
    for (i, answer) in first.results.iter_mut().enumerate() {
        let others: Vec<&Answer> = found.iter().map(|comparison| &comparison.results[i]).collect();
        if let Some(without) = others.iter().find(|other| other.estimate().is_none()) {
            answer.outcome = without.outcome.clone();
            answer.curves.clear();
        } else if let super::answer::Outcome::Estimate(estimate) = &mut answer.outcome {
            let all = others.iter().filter_map(|other| other.estimate());
            let mut points: Vec<f64> = all.clone().map(|other| other.point).chain([estimate.point]).collect();
            points.sort_by(f64::total_cmp);
            estimate.point = crate::special::quantile_7(&points, 0.5);
            estimate.lower = all.clone().map(|other| other.lower).fold(estimate.lower, f64::min);
            estimate.upper = all.map(|other| other.upper).fold(estimate.upper, f64::max);
        }
        for gate in others.iter().flat_map(|other| &other.gates) {
            if let Some(own) = answer.gates.iter_mut().find(|own| own.name == gate.name && own.verdict < gate.verdict) {
                *own = gate.clone();
            }
        }
    }
    first.spread_anew();
    first
}

impl StrataSum {
    fn of(strata: &[Stratum]) -> Vec<Self> {
        let Some(first) = strata.first() else { return Vec::new() };
        let methods = first.comparison.results.iter().map(|answer| answer.method);
        methods.filter_map(|method| Self::of_method(strata, method)).collect()
    }

    fn of_method(strata: &[Stratum], method: &'static str) -> Option<Self> {
        let (mut sum, mut below, mut above) = (0.0, 0.0, 0.0);
        for stratum in strata {
            let answer = stratum.comparison.results.iter().find(|answer| answer.method == method)?;
            let estimate = answer.estimate()?;
            sum += estimate.point;
            below += (estimate.point - estimate.lower) * (estimate.point - estimate.lower);
            above += (estimate.upper - estimate.point) * (estimate.upper - estimate.point);
        }
        Some(Self { method, estimate: sum, lower: sum - libm::sqrt(below), upper: sum + libm::sqrt(above) })
    }
}
