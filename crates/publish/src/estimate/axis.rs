//! Axis: persons on a line, evenly or by factors.

use crate::svg::step::inside;

/// Where numbers of people stand.
#[derive(Clone, Debug)]
pub(super) struct PeopleAxis {
    low: f64,
    high: f64,
    log: bool,
    from: f64,
    to: f64,
}

/// Beyond this factor between the ends, an even axis would press the small values into one place.
const FACTOR: f64 = 8.0;

impl PeopleAxis {
    /// An axis that holds these values, drawn between `from` and `to`. By factors where they differ by more than eight times.
    pub fn new(values: impl Iterator<Item = f64> + Clone, (from, to): (f64, f64)) -> Self {
        let finite = values.filter(|value| value.is_finite());
        let low = finite.clone().fold(f64::INFINITY, f64::min);
        let high = finite.fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
        let log = low > 0.0 && high / low > FACTOR;
        let (low, high) = if log {
            (low / 1.05, high * 1.05)
        } else {
            let margin = ((high - low) * 0.03).max(0.5);
            ((low - margin).max(0.0), high + margin)
        };
        Self { low, high, log, from, to }
    }

    /// Whether equal steps are equal factors.
    pub fn by_factors(&self) -> bool {
        self.log
    }

    /// The place of a value; beyond the ends, the end.
    pub fn at(&self, value: f64) -> f64 {
        let value = value.clamp(self.low, self.high);
        let share = if self.log {
            libm::log(value / self.low) / libm::log(self.high / self.low)
        } else {
            (value - self.low) / (self.high - self.low)
        };
        self.from + share * (self.to - self.from)
    }

    /// Whether a value lies beyond the high end.
    pub fn beyond(&self, value: f64) -> bool {
        value > self.high
    }

    /// Readable numbers inside, with at least `room` between them.
    pub fn ticks(&self, room: f64) -> Vec<f64> {
        let most = ((self.to - self.from) / room) as usize + 1;
        if !self.log {
            return inside(self.low, self.high, most);
        }
        let first = libm::floor(libm::log10(self.low)) as i32;
        let decades = first..=first + 12;
        let all = decades.flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * libm::pow(10.0, f64::from(power))));
        let mut kept: Vec<f64> = Vec::new();
        for tick in all.filter(|tick| (self.low..=self.high).contains(tick)) {
            if kept.last().is_none_or(|last| self.at(tick) - self.at(*last) >= room) {
                kept.push(tick);
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_far_apart_stand_on_an_axis_by_factors() {
        let near = PeopleAxis::new([123.0, 142.0, 180.0].into_iter(), (0.0, 100.0));
        let far = PeopleAxis::new([4_400.0, 10_000.0, 90_000.0].into_iter(), (0.0, 300.0));
        assert!(!near.by_factors() && far.by_factors());
        assert!(far.at(4_400.0) < far.at(10_000.0) && far.at(1e9) == 300.0 && far.beyond(1e9));
        for axis in [&near, &far] {
            let ticks = axis.ticks(40.0);
            assert!(ticks.windows(2).all(|pair| axis.at(pair[1]) - axis.at(pair[0]) >= 30.0), "{ticks:?}");
        }
    }

    #[test]
    fn one_value_or_none_is_no_reason_to_fail() {
        for values in [vec![], vec![5.0], vec![f64::INFINITY]] {
            let axis = PeopleAxis::new(values.into_iter(), (10.0, 90.0));
            assert!(axis.at(5.0).is_finite() && axis.ticks(30.0).iter().all(|tick| tick.is_finite()));
        }
    }
}
