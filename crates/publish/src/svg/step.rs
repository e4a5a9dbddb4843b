//! Step: readable numbers, multiples of 1, 2 or 5 times a power of ten, for ticks and for the breaks of classes.

/// A distance between readable numbers: digit · 10^exponent, the two kept apart so that a multiple is the number nearest to
/// its decimal writing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Step {
    digit: f64,
    exponent: i32,
}

impl Step {
    /// The steps in the decade of `size` and in as many finer decades, from coarse to fine. Powers of ten that a number cannot
    /// hold are not reached, whatever the size.
    pub fn from_coarse(size: f64, finer_decades: i32) -> impl Iterator<Item = Self> {
        let largest = (libm::floor(libm::log10(size)) as i32).clamp(-290, 290);
        (0..=finer_decades)
            .flat_map(move |finer| [5.0, 2.0, 1.0].map(|digit| Self { digit, exponent: largest - finer }))
    }

    /// Its size.
    pub fn size(self) -> f64 {
        self.multiple(1.0)
    }

    /// k · digit · 10^e; divided by a power of ten when e < 0, because 82 / 10 is 8.2 and 82 · 0.1 is not. Never −0.
    pub fn multiple(self, k: f64) -> f64 {
        let power = libm::pow(10.0, f64::from(self.exponent.abs()));
        let value = if self.exponent < 0 { k * self.digit / power } else { k * self.digit * power };
        value + 0.0
    }

    /// The multiple nearest to the value; halves away from zero.
    pub fn nearest(self, value: f64) -> f64 {
        self.multiple((value / self.size()).round())
    }

    /// The largest multiple that is not above the value.
    pub fn below(self, value: f64) -> f64 {
        self.multiple((value / self.size()).floor())
    }

    /// The smallest multiple that is not below the value.
    pub fn above(self, value: f64) -> f64 {
        self.multiple((value / self.size()).ceil())
    }
}

/// Readable numbers from the last one at or below `low` to the first one at or above `high`, at the finest step that makes at
/// most `most` of them (at least 3). When the ends are equal, as if they were one apart.
pub(crate) fn ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    let high = if high > low { high } else { low + 1.0 };
    let intervals = |step: &Step| ((step.above(high) - step.below(low)) / step.size()).round();
    let fits = |step: &Step| intervals(step) < most.max(3) as f64;
    // Ten times the range has a step that makes two intervals at most.
    let step = Step::from_coarse(10.0 * (high - low), 3).take_while(fits).last();
    let step = step.expect("a step longer than the range makes at most two intervals");
    let first = (low / step.size()).floor();
    (0..=intervals(&step) as i32).map(|k| step.multiple(first + f64::from(k))).collect()
}

/// Readable numbers between two ends, at most so many and as many as that allows.
pub(crate) fn inside(low: f64, high: f64, most: usize) -> Vec<f64> {
    let most = most.max(2);
    let of = |about: usize| -> Vec<f64> {
        ticks(low, high, about).into_iter().filter(|tick| (low..=high).contains(tick)).collect()
    };
    (3..=most + 2).rev().map(of).find(|found| found.len() <= most).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_readable_and_hold_both_ends() {
        assert_eq!(ticks(0.0, 100.0, 6), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(0.0, 11.1, 6), [0.0, 5.0, 10.0, 15.0]);
        assert_eq!(ticks(-0.25, 0.31, 5), [-0.4, -0.2, 0.0, 0.2, 0.4]);
        assert_eq!(ticks(0.0, 0.0, 6), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        for n in 1..2000_i32 {
            let (low, high) = (-f64::from(n % 7), f64::from(n * n) / 37.0);
            for most in 3..9 {
                let ticks = ticks(low, high, most);
                assert!((2..=most).contains(&ticks.len()), "{low} {high} {most}: {ticks:?}");
                assert!(ticks[0] <= low && high <= ticks[ticks.len() - 1], "{low} {high} {most}: {ticks:?}");
            }
        }
    }

    #[test]
    fn multiples_are_the_decimals_they_look_like() {
        let tenth = Step { digit: 1.0, exponent: -1 };
        assert_eq!([tenth.multiple(82.0), tenth.multiple(3.0), tenth.nearest(8.247)], [8.2, 0.3, 8.2]);
        assert_eq!((tenth.below(8.29), tenth.above(8.21)), (8.2, 8.3));
        assert!(tenth.nearest(-0.01).is_sign_positive());
    }
}
