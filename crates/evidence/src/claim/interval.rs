//! Sets of values: what a figure allows, and what would make a claim true.

use crate::decimal::Decimal;
use crate::figure::{Comparator, Figure};

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// The value belongs to it.
    Closed(f64),
    /// The value does not.
    Open(f64),
    /// There is none.
    Unbounded,
}

impl End {
    /// The value at the end.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Closed(value) | Self::Open(value) => Some(value),
            Self::Unbounded => None,
        }
    }

    fn map(self, change: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Closed(value) => Self::Closed(change(value)),
            Self::Open(value) => Self::Open(change(value)),
            Self::Unbounded => Self::Unbounded,
        }
    }
}

/// A connected set of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: End,
    /// Its upper end.
    pub high: End,
}

/// Differences below this share of a value are those of binary fractions, not of the figures: 0.1 + 0.2 is 0.3.
const BINARY: f64 = 1e-9;

impl Interval {
    /// One value.
    pub fn exactly(value: f64) -> Self {
        Self { low: End::Closed(value), high: End::Closed(value) }
    }

    /// Both ends belong to it.
    pub fn between(low: f64, high: f64) -> Self {
        Self { low: End::Closed(low), high: End::Closed(high) }
    }

    /// What a comparator and a value allow. A number stated as equal stands for what rounds to it: a whole number for itself,
    /// 11.1 for 11.05 to 11.15. "About" allows half a unit of the last digit that is not a trailing zero.
    pub fn stated(comparator: Comparator, value: &Decimal, upper: Option<&Decimal>) -> Self {
        let v = value.value();
        match comparator {
            Comparator::Eq if value.decimals() == 0 => Self::exactly(v),
            Comparator::Eq => Self::around(v, half_unit(value)),
            Comparator::Approx => Self::around(v, half_unit(value)),
            Comparator::Gt => Self { low: End::Open(v), high: End::Unbounded },
            Comparator::Ge => Self { low: End::Closed(v), high: End::Unbounded },
            Comparator::Lt => Self { low: End::Unbounded, high: End::Open(v) },
            Comparator::Le => Self { low: End::Unbounded, high: End::Closed(v) },
            Comparator::Between => Self::between(v, upper.map_or(v, Decimal::value)),
        }
    }

    /// What a figure says of the true value; a category, or what is not stated, says nothing that can be compared.
    pub fn of(figure: &Figure) -> Option<Self> {
        match figure {
            Figure::Number { comparator, value, .. } => Some(Self::stated(*comparator, value, None)),
            Figure::Range { lower, upper, .. } => {
                let end =
                    |decimal: &Option<Decimal>| decimal.as_ref().map_or(End::Unbounded, |d| End::Closed(d.value()));
                Some(Self { low: end(lower), high: end(upper) })
            }
            Figure::Category(_) | Figure::NotStated => None,
        }
    }

    fn around(value: f64, half: f64) -> Self {
        Self::between(value - half, value + half)
    }

    /// At least the least of it: what a part says of its whole.
    pub fn at_least(self) -> Self {
        Self { low: self.low, high: End::Unbounded }
    }

    /// At most the most of it: what a whole says of its part.
    pub fn at_most(self) -> Self {
        Self { low: End::Unbounded, high: self.high }
    }

    /// Every value times a positive factor.
    pub fn times(self, factor: f64) -> Self {
        Self { low: self.low.map(|v| v * factor), high: self.high.map(|v| v * factor) }
    }

    /// Every value with the other sign.
    pub fn negated(self) -> Self {
        Self { low: self.high.map(|v| -v), high: self.low.map(|v| -v) }
    }

    /// The sums of a value from each.
    pub fn plus(self, other: Self) -> Self {
        Self { low: add(self.low, other.low), high: add(self.high, other.high) }
    }

    /// The quotients of a value from this by a positive value from the other; nothing where the other reaches zero.
    pub fn over(self, other: Self) -> Option<Self> {
        let (low, high) = (other.low.value()?, other.high.value()?);
        (low > 0.0).then(|| Self { low: self.low.map(|v| v / high), high: self.high.map(|v| v / low) })
    }

    /// Whether every value of it lies in the other.
    pub fn inside(self, other: Self) -> bool {
        let low = match (self.low, other.low) {
            (_, End::Unbounded) => true,
            (End::Unbounded, _) => false,
            (End::Closed(a), End::Open(b)) => a > b + slack(b),
            (End::Closed(a) | End::Open(a), End::Closed(b)) | (End::Open(a), End::Open(b)) => a >= b - slack(b),
        };
        let high = match (self.high, other.high) {
            (_, End::Unbounded) => true,
            (End::Unbounded, _) => false,
            (End::Closed(a), End::Open(b)) => a < b - slack(b),
            (End::Closed(a) | End::Open(a), End::Closed(b)) | (End::Open(a), End::Open(b)) => a <= b + slack(b),
        };
        low && high
    }

    /// Whether no value lies in both.
    pub fn disjoint(self, other: Self) -> bool {
        beyond(self.low, other.high) || beyond(other.low, self.high)
    }

    /// The middle, or the one end there is.
    pub fn middle(self) -> Option<f64> {
        match (self.low.value(), self.high.value()) {
            (Some(low), Some(high)) => Some((low + high) / 2.0),
            (one, other) => one.or(other),
        }
    }

    /// The values that are not in it, where they are connected too: the claim "not so".
    pub fn complement(self) -> Option<Self> {
        let turned = |end: End| match end {
            End::Closed(v) => End::Open(v),
            End::Open(v) => End::Closed(v),
            End::Unbounded => End::Unbounded,
        };
        match (self.low, self.high) {
            (End::Unbounded, End::Unbounded) => None,
            (low, End::Unbounded) => Some(Self { low: End::Unbounded, high: turned(low) }),
            (End::Unbounded, high) => Some(Self { low: turned(high), high: End::Unbounded }),
            _ => None,
        }
    }
}

fn add(a: End, b: End) -> End {
    match (a, b) {
        (End::Unbounded, _) | (_, End::Unbounded) => End::Unbounded,
        (End::Closed(a), End::Closed(b)) => End::Closed(a + b),
        (End::Closed(a) | End::Open(a), End::Closed(b) | End::Open(b)) => End::Open(a + b),
    }
}

fn slack(value: f64) -> f64 {
    BINARY * value.abs()
}

/// Whether everything above a lower end lies beyond everything below an upper end.
fn beyond(low: End, high: End) -> bool {
    match (low, high) {
        (End::Unbounded, _) | (_, End::Unbounded) => false,
        (End::Closed(a), End::Closed(b)) => a > b + slack(b),
        (End::Closed(a) | End::Open(a), End::Closed(b) | End::Open(b)) => a >= b - slack(b),
    }
}

/// Half a unit of the last digit that the writer can have meant: 0.13 → 0.005, 250 → 5, 50000 → 5000, 2 → 0.5.
pub fn half_unit(value: &Decimal) -> f64 {
    let decimals = value.decimals();
    if decimals > 0 {
        return 0.5 / power_of_ten(decimals);
    }
    let digits = value.as_written().trim_start_matches('-');
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    // "0" has no digit before its zeros.
    let zeros = if zeros == digits.len() { 0 } else { zeros };
    0.5 * power_of_ten(zeros)
}

/// By multiplication: the same bits on every machine.
fn power_of_ten(exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(comparator: Comparator, written: &str) -> Interval {
        Interval::stated(comparator, &written.parse().expect("a number"), None)
    }

    #[test]
    fn more_than_a_hundred_excludes_a_hundred() {
        let more = stated(Comparator::Gt, "100");
        assert!(!Interval::exactly(100.0).inside(more) && Interval::exactly(100.0).disjoint(more));
        assert!(Interval::exactly(101.0).inside(more));
        assert!(stated(Comparator::Gt, "100").inside(stated(Comparator::Gt, "100")));
        assert!(!stated(Comparator::Ge, "100").inside(stated(Comparator::Gt, "100")));
    }

    #[test]
    fn about_allows_half_a_unit_of_the_last_digit_that_is_meant() {
        for (written, half) in [("250", 5.0), ("50000", 5000.0), ("2", 0.5), ("0.13", 0.005), ("0", 0.5), ("-30", 5.0)]
        {
            assert!((half_unit(&written.parse().expect("a number")) - half).abs() < 1e-12, "{written}");
        }
        assert!(Interval::exactly(247.0).inside(stated(Comparator::Approx, "250")));
        assert!(Interval::exactly(32.0 / 247.0).inside(stated(Comparator::Approx, "0.13")));
        assert!(Interval::exactly(249.0).disjoint(stated(Comparator::Eq, "250")));
    }

    #[test]
    fn what_touches_at_an_open_end_is_disjoint() {
        assert!(stated(Comparator::Lt, "5").disjoint(stated(Comparator::Ge, "5")));
        assert!(!stated(Comparator::Le, "5").disjoint(stated(Comparator::Ge, "5")));
    }
}
