//! What a method says: an estimate that never travels alone, or the reason why there is none.

use serde::Serialize;

/// The answer of one method for one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The method's id, a member of [`METHODS`].
    pub method: &'static str,
    /// What it found.
    pub outcome: Outcome,
    /// What was checked before the number may be believed.
    pub gates: Vec<Gate>,
    /// Every convention that changes the number, in words of the method: Poisson or multinomial, n in BIC, delta, K, cap.
    pub settings: Vec<(&'static str, Setting)>,
    /// What a picture can be drawn from, where the method has more to show than its ends.
    pub curves: Vec<Curve>,
}

/// A curve that belongs to an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Curve {
    /// `interval-by-top`: models among which a replicate chose, lower end, upper end. `posterior`: N, density.
    pub name: &'static str,
    /// Rows of numbers, as the name says.
    pub points: Vec<Vec<f64>>,
}

/// The ids of all methods, in the order in which they are shown.
pub const METHODS: [&str; 9] =
    ["independence", "aic", "stepwise", "bic", "threshold", "bma", "lcmcr", "chapman", "chao"];

/// An estimate, or none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It can be said.
    Estimate(Estimate),
    /// It cannot, and why.
    NotEstimable(Reason),
}

/// How many people there are in all, seen and unseen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// N̂ = n + M̂; persons.
    pub point: f64,
    /// The lower end of the interval; persons, never below n.
    pub lower: f64,
    /// The upper end; persons.
    pub upper: f64,
    /// The level of the interval, 0.95 for instance.
    pub level: f64,
    /// How the interval was made.
    pub interval: Interval,
    /// The number is a lower bound ("at least"), not an estimate.
    pub at_least: bool,
    /// The model that was chosen, as `[12,13,4]` with lists numbered from 1; `None` for a method that chooses none.
    pub model: Option<String>,
}

/// How an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interval {
    /// From the curvature at one model, on the scale of log M; takes that model as given.
    Wald,
    /// From the profile of the multinomial likelihood of one model; takes that model as given.
    Profile,
    /// Bias-corrected and accelerated bootstrap; the choice of the model is repeated in each replicate.
    Bca,
    /// Percentiles of the same bootstrap.
    Percentile,
    /// Quantiles of the posterior distribution.
    Posterior,
    /// From a variance formula, log-normal around M.
    LogNormal,
}

/// Why a method gives no estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// No two lists share a person.
    NoOverlap,
    /// The likelihood has no maximum for any model the method may choose.
    NoMaximum,
    /// The parameters cannot be told apart from this table.
    NotIdentifiable,
    /// The method is not made for this number of lists.
    NumberOfLists,
    /// The chains do not agree on one distribution.
    NotMixed,
    /// Too few people were seen twice.
    TooFewTwice,
    /// The fit did not settle.
    NotConverged,
    /// All lists but one say nothing.
    NoLists,
}

/// One check on an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gate {
    /// What was checked: `existence`, `identifiability`, `mixing`, `sample-size`, `grid-end`, `overlap`, `bias-correction`,
    /// `cap`, `replicates`, `beyond-grid`, `modes`, `threshold`.
    pub name: &'static str,
    /// Is it well?
    pub verdict: Verdict,
    /// The number that was looked at, where there is one.
    pub value: Option<f64>,
    /// The bound it was held against, where there is one.
    pub bound: Option<f64>,
}

/// How a check went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing to say against the number.
    Pass,
    /// The number may be shown with this doubt beside it.
    Doubt,
    /// The number must not be used.
    Fail,
}

impl Gate {
    /// A gate without a number.
    pub fn yes_no(name: &'static str, passes: bool) -> Self {
        Self { name, verdict: if passes { Verdict::Pass } else { Verdict::Fail }, value: None, bound: None }
    }

    /// Passes while `value` is at most `bound`; else the given verdict.
    pub fn at_most(name: &'static str, value: f64, bound: f64, otherwise: Verdict) -> Self {
        let verdict = if value <= bound { Verdict::Pass } else { otherwise };
        Self { name, verdict, value: Some(value), bound: Some(bound) }
    }

    /// Passes while `value` is at least `bound`; else the given verdict.
    pub fn at_least(name: &'static str, value: f64, bound: f64, otherwise: Verdict) -> Self {
        let verdict = if value >= bound { Verdict::Pass } else { otherwise };
        Self { name, verdict, value: Some(value), bound: Some(bound) }
    }
}

/// One convention of a method.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Setting {
    /// A number.
    Number(f64),
    /// A whole number.
    Count(u64),
    /// A word, as `poisson`.
    Word(&'static str),
    /// A text, as a model.
    Text(String),
}

impl Answer {
    /// The estimate, if it can be said.
    pub fn estimate(&self) -> Option<&Estimate> {
        match &self.outcome {
            Outcome::Estimate(estimate) => Some(estimate),
            Outcome::NotEstimable(_) => None,
        }
    }

    /// The worst of its gates; [`Verdict::Pass`] if there are none.
    pub fn verdict(&self) -> Verdict {
        self.gates.iter().map(|gate| gate.verdict).max().unwrap_or(Verdict::Pass)
    }

    /// An answer that says why there is no number.
    pub fn none(method: &'static str, reason: Reason) -> Self {
        Self {
            method,
            outcome: Outcome::NotEstimable(reason),
            gates: Vec::new(),
            settings: Vec::new(),
            curves: Vec::new(),
        }
    }
}
