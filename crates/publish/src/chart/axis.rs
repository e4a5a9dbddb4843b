//! Axis: where values stand in percent of a width that only the page knows. The text of such a chart stays readable at any width.

use crate::svg::number;
use crate::svg::step::ticks;

/// Readable numbers from the lowest to the highest place.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    ticks: Vec<f64>,
}

/// From one number of an axis of scores to the next.
const STEP: f64 = 25.0;

impl Axis {
    /// From zero, or below it where a value is, to beyond the largest value.
    pub fn amounts(values: &[f64]) -> Self {
        let (low, high) = ends(values, 0.0);
        Self { ticks: ticks(low, high, 6) }
    }

    /// From 0 to 100, and further where a score is: points of the government response can be taken away.
    pub fn scores(values: &[f64]) -> Self {
        let (low, high) = ends(values, 100.0);
        let (first, last) = ((low / STEP).floor() as i32, (high / STEP).ceil() as i32);
        Self { ticks: (first..=last).map(|at| f64::from(at) * STEP).collect() }
    }

    /// The numbers on it.
    pub fn ticks(&self) -> &[f64] {
        &self.ticks
    }

    /// Where a value stands: `45.45%`.
    pub fn place(&self, value: f64) -> String {
        format!("{}%", number(self.percent(value)))
    }

    /// How far apart two values stand, whichever is larger.
    pub fn between(&self, from: f64, to: f64) -> String {
        format!("{}%", number((self.percent(to) - self.percent(from)).abs()))
    }

    fn percent(&self, value: f64) -> f64 {
        let (low, high) = (self.ticks[0], self.ticks[self.ticks.len() - 1]);
        100.0 * (value - low) / (high - low)
    }
}

fn ends(values: &[f64], at_least: f64) -> (f64, f64) {
    (values.iter().copied().fold(0.0, f64::min), values.iter().copied().fold(at_least, f64::max))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_between_the_ends() {
        let axis = Axis::amounts(&[11.06, 15.6, 0.5]);
        assert_eq!(axis.ticks(), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(
            (axis.place(0.0), axis.place(11.06), axis.place(20.0)),
            ("0%".into(), "55.3%".into(), "100%".into())
        );
    }

    #[test]
    fn a_negative_score_moves_zero() {
        let axis = Axis::scores(&[-12.5, 40.0]);
        assert_eq!(axis.ticks(), [-25.0, 0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!((axis.place(0.0), axis.between(0.0, -12.5)), ("20%".into(), "10%".into()));
        assert_eq!(Axis::scores(&[]).ticks().len(), 5);
        assert_eq!(Axis::amounts(&[]).place(0.0), "0%");
    }
}
