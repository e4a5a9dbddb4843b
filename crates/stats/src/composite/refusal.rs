//! Refusal: why there is no index. Each reason is its own variant, told with the cell, node or column it is about.

use thiserror::Error;

use crate::watch::Stopped;

/// Why there is no index.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Refusal {
    /// Two indicators or nodes have one id.
    #[error("`{0}` is defined twice; every node and indicator needs its own id")]
    Twice(String),
    /// A parent that no node is.
    #[error("`{child}` belongs to `{parent}`, which is no node; define it or correct the parent")]
    NoParent {
        /// Whose parent.
        child: String,
        /// The id given.
        parent: String,
    },
    /// Not exactly one node without a parent.
    #[error("an index is the one node without a parent; here {0} nodes have none")]
    Roots(usize),
    /// A node that is its own ancestor.
    #[error("`{0}` belongs to itself by way of its parents; break the circle")]
    Circle(String),
    /// A node nothing belongs to.
    #[error("nothing belongs to the node `{0}`; give it an indicator or remove it")]
    Childless(String),
    /// A number that makes no sense where it stands.
    #[error("`{of}`: {field} is {value}; expected {expected}")]
    Number {
        /// The node, indicator or section.
        of: String,
        /// The field.
        field: &'static str,
        /// Its value.
        value: f64,
        /// What it may be.
        expected: &'static str,
    },
    /// A field the chosen method needs.
    #[error("`{of}` needs {field} for the method {method}; add it or choose another method")]
    Needs {
        /// The indicator.
        of: String,
        /// The field.
        field: &'static str,
        /// The method.
        method: &'static str,
    },
    /// An id that nothing has.
    #[error("`{id}` in {place} is neither a node nor an indicator")]
    Unknown {
        /// The id.
        id: String,
        /// Where it stands.
        place: &'static str,
    },
    /// A column the table lacks.
    #[error("the table has no column `{0}`; add it or correct the model")]
    NoColumn(String),
    /// Two rows of one unit.
    #[error("the unit `{0}` has two rows; every unit needs its own")]
    UnitTwice(String),
    /// A row that is too short or too long; a caller's mistake.
    #[error("`{of}` has {found} values for {expected} units")]
    Length {
        /// The column.
        of: String,
        /// Its values.
        found: usize,
        /// The units.
        expected: usize,
    },
    /// A cell that is not finite.
    #[error("unit `{unit}`, column `{column}`: the value is not a finite number")]
    NotFinite {
        /// The unit.
        unit: String,
        /// The column.
        column: String,
    },
    /// Division by zero.
    #[error("unit `{unit}`: the denominator `{column}` is zero; leave the cell empty if it is not known")]
    ZeroDenominator {
        /// The unit.
        unit: String,
        /// The column.
        column: String,
    },
    /// Nobody is left.
    #[error("fewer than two units are left to compare ({0})")]
    TooFewUnits(usize),
    /// An indicator without any difference, or without data.
    #[error("`{0}` has fewer than two different values, so it cannot be put on a scale; leave it out")]
    Constant(String),
    /// A reference unit or target at the lower end of the values.
    #[error("`{0}`: the reference or target is the lowest value itself, so there is no distance to it")]
    NoDistance(String),
    /// A reference unit that is missing or has no value.
    #[error("`{indicator}`: the reference unit `{unit}` has no value")]
    NoReference {
        /// The indicator.
        indicator: String,
        /// The unit.
        unit: String,
    },
    /// x/max of something that lowers the index, or is nowhere above zero.
    #[error("`{0}`: a fraction of the maximum needs an indicator that raises the index and is above zero somewhere")]
    NoFraction(String),
    /// A child at or below zero under a mean that takes logarithms or reciprocals.
    #[error(
        "`{node}` has the child `{child}` at {value} for unit `{unit}`; this mean needs scores above zero: normalise to \
         1..100, or choose the arithmetic mean"
    )]
    NotPositive {
        /// The node.
        node: String,
        /// Its child.
        child: String,
        /// The unit.
        unit: String,
        /// The score.
        value: f64,
    },
    /// A child beyond the upper end of a reversed mean.
    #[error("`{node}` has the child `{child}` at {value} for unit `{unit}`, beyond the end of its scale")]
    BeyondScale {
        /// The node.
        node: String,
        /// Its child.
        child: String,
        /// The unit.
        unit: String,
        /// The score.
        value: f64,
    },
    /// Weights that cancel each other.
    #[error("the weights of the children of `{0}` add up to nothing or less")]
    NoWeight(String),
    /// Weights from components need several children that differ, and more units than that.
    #[error("`{0}`: weights from components need at least two children that differ over at least three complete units")]
    NoComponents(String),
    /// Nothing has a score.
    #[error("no unit has a score: every one lacks too many of its parts")]
    NoScores,
    /// A choice without alternatives, or a kind of assumption given twice.
    #[error("the assumption `{0}` needs at least one alternative, and may be given once")]
    Alternatives(&'static str),
    /// More combinations of alternatives than can be kept.
    #[error("the alternatives make {0} combinations; at most 20000 are possible")]
    TooManyCombinations(usize),
    /// No assumption to vary.
    #[error("the model names no assumption; add [[assume]] tables to say what might have been decided otherwise")]
    NothingVaries,
    /// Too few or too many draws.
    #[error(
        "{0} draws; choose up to 1048576 (two at least for shares of the variance), best a power of two such as 8192"
    )]
    Draws(usize),
    /// Somebody stopped it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}
