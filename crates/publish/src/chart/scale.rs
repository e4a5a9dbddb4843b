//! Scale: from values to places on the drawing.

/// A linear scale: `low` is drawn at `from`, `high` at `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub low: f64,
    pub high: f64,
    pub from: f64,
    pub to: f64,
}

impl Scale {
    /// from + (value − low) / (high − low) · (to − from); in the middle when the ends are one.
    pub fn at(&self, value: f64) -> f64 {
        let part = if self.high == self.low { 0.5 } else { (value - self.low) / (self.high - self.low) };
        self.from + part * (self.to - self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_and_the_middle_are_where_they_should_be() {
        let scale = Scale { low: -25.0, high: 75.0, from: 100.0, to: 300.0 };
        assert_eq!([-25.0, 25.0, 75.0].map(|value| scale.at(value)), [100.0, 200.0, 300.0]);
        let point = Scale { low: 2020.0, high: 2020.0, from: 0.0, to: 50.0 };
        assert_eq!(point.at(2020.0), 25.0);
    }
}
