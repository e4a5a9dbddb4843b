//! Model: everything somebody decides before an index exists. It arrives as a file; the engine adds nothing to it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::assumption::Assumption;
use super::plan;
use super::refusal::Refusal;
use super::reliability::Reliability;
use super::tree::Tree;

/// The rules of one index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Model {
    /// A short name without spaces.
    pub id: String,
    /// Its name for readers.
    #[serde(default)]
    pub title: String,
    /// Where the rules come from.
    #[serde(default)]
    pub source: String,
    /// How the table is laid out.
    pub table: Layout,
    /// Which units have too little data to be scored; `None` keeps all.
    #[serde(default)]
    pub screen: Option<Screening>,
    /// What stands in for a missing cell.
    #[serde(default)]
    pub impute: Imputation,
    /// What is done about outliers.
    #[serde(default)]
    pub treat: Treatment,
    /// How indicators come onto one scale.
    pub normalise: Normalisation,
    /// Where weights come from.
    #[serde(default)]
    pub weigh: Weighting,
    /// How children become one score, where a node does not say otherwise.
    pub aggregate: Aggregation,
    /// The least share of its children that a node needs; with fewer it has no score. 0: one is enough.
    #[serde(default)]
    pub least: f64,
    /// Which end of the index has rank 1.
    #[serde(default)]
    pub first: First,
    /// Names for ranges of the score, any order; a score has the class with the highest `from` that it reaches.
    #[serde(default)]
    pub classes: Vec<Class>,
    /// How far each unit's data can be relied upon.
    #[serde(default)]
    pub reliability: Option<Reliability>,
    /// The scores that are made, the index among them: the one node without a parent.
    pub nodes: Vec<Node>,
    /// The columns of the table that are used.
    pub indicators: Vec<Indicator>,
    /// What might have been decided otherwise.
    #[serde(default)]
    pub assume: Vec<Assumption>,
}

impl Model {
    /// Is the model sound in itself: one index, no circle, fields that fit each other and the assumptions?
    pub fn check(&self) -> Result<(), Refusal> {
        Tree::new(self)?;
        plan::check(self)
    }
}

/// The layout of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Layout {
    /// The column with the code of the unit; each row has its own.
    pub unit: String,
    /// The column with its name; without one the code is shown.
    #[serde(default)]
    pub name: Option<String>,
    /// What stands in an empty cell, besides nothing.
    #[serde(default)]
    pub missing: Vec<String>,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Indicator {
    /// The name of its column.
    pub id: String,
    /// Its name for readers; the id if empty.
    #[serde(default)]
    pub name: String,
    /// The node it belongs to.
    pub parent: String,
    /// Its weight among the children of that node; only ratios matter, but for sums and maxima.
    #[serde(default = "one")]
    pub weight: f64,
    /// Whether more of it raises the index.
    #[serde(default)]
    pub direction: Direction,
    /// The column it is divided by.
    #[serde(default)]
    pub denominator: Option<String>,
    /// The ends of its scale, for goalposts and given bounds.
    #[serde(default)]
    pub goalposts: Option<[f64; 2]>,
    /// The value to be reached, for the distance to a target.
    #[serde(default)]
    pub target: Option<f64>,
    /// Its own treatment of outliers.
    #[serde(default)]
    pub treat: Option<Treatment>,
    /// Its own normalisation.
    #[serde(default)]
    pub normalise: Option<Normalisation>,
}

/// A score made of others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Node {
    /// A short name; no indicator has it.
    pub id: String,
    /// Its name for readers; the id if empty.
    #[serde(default)]
    pub name: String,
    /// The node it belongs to; exactly one node, the index, has none.
    #[serde(default)]
    pub parent: Option<String>,
    /// Its weight among the children of its parent.
    #[serde(default = "one")]
    pub weight: f64,
    /// How its children become one score, if not as the model says.
    #[serde(default)]
    pub aggregate: Option<Aggregation>,
    /// Decimals it is rounded to before anything else is made of it; halves go away from zero.
    #[serde(default)]
    pub round: Option<u32>,
    /// The scale on which it is shown and ranked; what is made of it uses the score before that.
    #[serde(default)]
    pub show: Show,
}

/// Whether more of an indicator raises the index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More of it raises the index.
    #[default]
    Up,
    /// More of it lowers the index.
    Down,
}

impl Direction {
    pub(crate) fn sign(self) -> f64 {
        match self {
            Self::Up => 1.0,
            Self::Down => -1.0,
        }
    }
}

/// Which end of the index has rank 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum First {
    /// The highest score.
    #[default]
    Highest,
    /// The lowest score.
    Lowest,
}

/// A unit is scored when at least this share of its cells is filled.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Screening {
    /// The share, 0 to 1. The rule of thumb of the Joint Research Centre is 0.65.
    pub least: f64,
    /// Count imputed cells as filled: the test comes after imputation.
    #[serde(default)]
    pub after_imputation: bool,
}

/// What stands in for a missing cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "method")]
pub enum Imputation {
    /// Nothing: a node is made of the children it has.
    #[default]
    None,
    /// The mean of the indicator.
    Mean,
    /// Its median.
    Median,
    /// The mean over the units of the same group; nothing where the whole group lacks it.
    GroupMean {
        /// The column with the group.
        group: String,
    },
    /// The median over the units of the same group.
    GroupMedian {
        /// The column with the group.
        group: String,
    },
}

impl Imputation {
    /// The column with the group, where there is one.
    pub fn group(&self) -> Option<&str> {
        match self {
            Self::GroupMean { group } | Self::GroupMedian { group } => Some(group),
            Self::None | Self::Mean | Self::Median => None,
        }
    }
}

/// What is done about outliers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "method")]
pub enum Treatment {
    /// Nothing.
    #[default]
    None,
    /// An indicator passes if |skew| < `skew` or kurtosis < `kurtosis`. If not, its outermost value is set to the next
    /// one until it passes or `winsorise` cells were set; if it still does not pass, `otherwise` is done to the original.
    Rule {
        /// Cells that may be set.
        winsorise: usize,
        /// The bound of the skew; 2 is common.
        #[serde(default = "two")]
        skew: f64,
        /// The bound of the excess kurtosis; 3.5 is common.
        #[serde(default = "three_and_a_half")]
        kurtosis: f64,
        /// What is done when winsorising did not help.
        #[serde(default)]
        otherwise: Otherwise,
    },
    /// ln(x − min + range/100), whatever the indicator looks like.
    Log,
}

/// What is done when winsorising did not help.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Otherwise {
    /// ln(x − min + range/100) of the original values.
    #[default]
    Log,
    /// The winsorised values stay.
    Keep,
}

/// How an indicator comes onto the common scale. x is the value times its direction, so that more is always more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "method")]
pub enum Normalisation {
    /// As it is.
    None,
    /// low + (high − low)(x − min)/(max − min).
    MinMax {
        /// The score of the lowest value.
        low: f64,
        /// The score of the highest.
        high: f64,
    },
    /// mean + sd (x − x̄)/s, s with n − 1.
    ZScore {
        /// The mean of the scores.
        mean: f64,
        /// Their standard deviation.
        sd: f64,
    },
    /// 1 + the number of units below.
    Rank,
    /// The number of units below.
    Borda,
    /// The share of the other units that are below.
    PercentileRank,
    /// times (x − low)/(high − low) between the indicator's own goalposts.
    Goalposts {
        /// The score at the upper post.
        times: f64,
        /// Whether values beyond a post count as the post.
        #[serde(default)]
        cap: bool,
    },
    /// 1 − (target − x)/(target − min).
    DistanceToTarget {
        /// Whether values beyond the target count as the target.
        #[serde(default)]
        cap: bool,
    },
    /// 1 − (x_r − x)/(x_r − min) with x_r the value of a unit.
    DistanceToReference {
        /// The code of the unit.
        unit: String,
        /// Whether values beyond the unit's count as the unit's.
        #[serde(default)]
        cap: bool,
    },
    /// 1 − (max − x)/(max − min).
    DistanceToMaximum,
    /// x/max; only for an indicator that raises the index and is above zero somewhere.
    FractionOfMaximum,
}

/// Where weights come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "method")]
pub enum Weighting {
    /// The model file.
    #[default]
    Given,
    /// All children of a node weigh alike.
    Equal,
    /// The loadings of the first principal component of a node's children; one of them may come out negative.
    Principal {
        /// The nodes; all if empty. The others keep the weights of the model.
        #[serde(default)]
        of: Vec<String>,
    },
    /// Squared loadings on the components with an eigenvalue of at least `least`, each component counting as much as it
    /// explains (OECD and JRC 2008, step 6).
    Factors {
        /// The nodes; all if empty.
        #[serde(default)]
        of: Vec<String>,
        /// The least eigenvalue; 1 is common.
        #[serde(default = "one")]
        least: f64,
        /// Varimax rotation before the squares are taken.
        #[serde(default)]
        rotate: bool,
    },
}

/// How children become one score; w are their weights, sums run over the children that have a score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "method")]
pub enum Aggregation {
    /// Σ w x / Σ w.
    Arithmetic,
    /// exp(Σ w ln x / Σ w); every x above 0.
    Geometric,
    /// Σ w / Σ (w/x); every x above 0.
    Harmonic,
    /// (Σ w x^p / Σ w)^(1/p), p not 0; every x above 0.
    Generalised {
        /// p.
        power: f64,
    },
    /// The geometric mean seen from the other end of the scale: with u = 1 + 9 (high − x)/(high − low) and G the geometric
    /// mean of u, high − (high − low)(G − 1)/9. One high child is not made good by low ones.
    GeometricReversed {
        /// The lower end of the scale of the children.
        low: f64,
        /// The upper end; no child lies above.
        high: f64,
    },
    /// max w x.
    Maximum,
    /// Σ w x.
    Sum,
    /// Σ over the other units of the weight of the children on which this unit is ahead; those on which both are equal count
    /// half (Copeland scores of the outranking matrix).
    Copeland,
}

/// The scale on which a node is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "method")]
pub enum Show {
    /// As it is.
    #[default]
    Plain,
    /// low + (high − low)(x − min)/(max − min) over the units: relative to whoever is scored.
    MinMax {
        /// What the lowest is shown as.
        low: f64,
        /// What the highest is shown as.
        high: f64,
    },
    /// 100 x / of.
    Percent {
        /// The most a unit can have.
        of: f64,
        /// Units that can have another most.
        #[serde(default)]
        except: BTreeMap<String, f64>,
    },
}

/// A name for a range of scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Class {
    /// The least score.
    pub from: f64,
    /// Its name.
    pub name: String,
}

fn one() -> f64 {
    1.0
}

fn two() -> f64 {
    2.0
}

fn three_and_a_half() -> f64 {
    3.5
}
