//! Class: five shades for the values of a map, from quantiles, with breaks that a reader can remember.

use crate::svg::step::Step;

/// A shade from 1, the lowest values, to 5, the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class(u8);

impl Class {
    /// The class of this number; none but 1 to 5.
    pub fn new(number: u8) -> Option<Self> {
        (1..=5).contains(&number).then_some(Self(number))
    }

    /// 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The name that gives it its colour.
    pub fn css(self) -> &'static str {
        ["class-1", "class-2", "class-3", "class-4", "class-5"][usize::from(self.0) - 1]
    }
}

/// The values one shade stands for: `low` ≤ value < `high`; the last range includes its `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClassRange {
    /// The shade.
    pub class: Class,
    /// The lower end, in the unit of the values.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The shades of a map, from low to high, without gaps. At most five; fewer when there are too few different values.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes(Vec<ClassRange>);

/// How many shades there are at most.
const MOST: usize = 5;
/// How far a class may be from its fifth of the values at either end, as a part of it.
const SLACK: f64 = 0.25;
/// The two ends are multiples of at most this part of the range.
const ENDS: f64 = 10.0;

impl Classes {
    /// Breaks near the quantiles 1/5 … 4/5, each at the roundest number that parts the values almost as evenly; the two ends
    /// at round numbers beyond the values. What is not a number is ignored.
    pub fn by_quantile(values: &[f64]) -> Self {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let (Some(&min), Some(&max)) = (sorted.first(), sorted.last()) else { return Self(Vec::new()) };
        let mut breaks: Vec<f64> = Vec::new();
        for at in (1..MOST).filter_map(|k| round_break(&sorted, k)) {
            let last = breaks.last().copied().unwrap_or(f64::NEG_INFINITY);
            if sorted.iter().any(|&value| last <= value && value < at) {
                breaks.push(at);
            }
        }
        let size = (max - min) / ENDS;
        let end = Step::from_coarse(size, 1).find(|step| step.size() <= size);
        let ends = end.map_or((min, max), |step| (step.below(min), step.above(max)));
        Self(ranges(ends, &breaks))
    }

    /// The ranges, from low to high.
    pub fn ranges(&self) -> &[ClassRange] {
        &self.0
    }

    /// The shade of a value. Beyond the ends it is the first or the last; none for what is not a number.
    pub fn of(&self, value: f64) -> Option<Class> {
        let below = |range: &&ClassRange| range.low <= value;
        let range = self.0.iter().rev().find(below).or(self.0.first());
        range.filter(|_| value.is_finite()).map(|range| range.class)
    }
}

/// The break between the lower k/5 and the rest: of the numbers that leave k·n/5 values below them, give or take `SLACK` of a
/// class, a multiple of the coarsest step of 1, 2 or 5 · 10^e. Where ties leave no such number, one at the nearest place between
/// two different values. None when all values are equal.
fn round_break(sorted: &[f64], k: usize) -> Option<f64> {
    let class = sorted.len() as f64 / MOST as f64;
    let off = |place: usize| (place as f64 - k as f64 * class).abs();
    let places: Vec<usize> = (1..sorted.len()).filter(|&place| sorted[place - 1] < sorted[place]).collect();
    let nearest = places.iter().copied().min_by(|&a, &b| off(a).total_cmp(&off(b)))?;
    let even = || places.iter().copied().filter(|&place| off(place) <= SLACK * class);
    let (first, last) = (even().next().unwrap_or(nearest), even().next_back().unwrap_or(nearest));
    let (above, up_to) = (sorted[first - 1], sorted[last]);
    let quantile = (sorted[nearest - 1] + sorted[nearest]) / 2.0;
    let range = sorted[sorted.len() - 1] - sorted[0];
    let mut rounded = Step::from_coarse(range, 5).map(|step| step.nearest(quantile));
    Some(rounded.find(|&at| above < at && at <= up_to).unwrap_or(up_to))
}

/// The ranges between the breaks; fewer than five take shades spread from light to dark.
fn ranges((low, high): (f64, f64), breaks: &[f64]) -> Vec<ClassRange> {
    let shades: &[u8] = [&[3][..], &[2, 4], &[1, 3, 5], &[1, 2, 4, 5], &[1, 2, 3, 4, 5]][breaks.len()];
    let lows = std::iter::once(low).chain(breaks.iter().copied());
    let highs = breaks.iter().copied().chain([high]);
    lows.zip(highs).zip(shades).map(|((low, high), &shade)| ClassRange { class: Class(shade), low, high }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaks(values: &[f64]) -> Vec<f64> {
        let classes = Classes::by_quantile(values);
        let lows = classes.ranges().iter().map(|range| range.low);
        lows.chain(classes.ranges().last().map(|range| range.high)).collect()
    }

    /// Values of some spread: squares of whole numbers from a linear congruential generator, with ties.
    fn random(seed: u64, n: usize) -> Vec<f64> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % 300
        };
        (0..n).map(|_| (next() as f64) * (next() as f64) / 1000.0 - 5.0).collect()
    }

    #[test]
    fn every_value_is_in_exactly_one_range() {
        for seed in 0..200 {
            let values = random(seed, 1 + seed as usize % 60);
            let classes = Classes::by_quantile(&values);
            let ranges = classes.ranges();
            assert!(!ranges.is_empty() && ranges.len() <= 5, "seed {seed}");
            assert!(ranges.windows(2).all(|pair| pair[0].high == pair[1].low && pair[0].class < pair[1].class));
            for &value in &values {
                let inside = |range: &&ClassRange| {
                    range.low <= value && (value < range.high || Some(*range) == ranges.last() && value == range.high)
                };
                let holding: Vec<_> = ranges.iter().filter(inside).map(|range| range.class).collect();
                assert_eq!(holding, classes.of(value).into_iter().collect::<Vec<_>>(), "seed {seed}, value {value}");
            }
            let empty = |range: &&ClassRange| !values.iter().any(|&value| classes.of(value) == Some(range.class));
            assert_eq!(ranges.iter().find(empty), None, "seed {seed}");
        }
    }

    #[test]
    fn breaks_are_numbers_to_remember() {
        let values: Vec<f64> = (0..50).map(|i| 0.63 + 0.217 * f64::from(i)).collect();
        assert_eq!(breaks(&values), [0.0, 3.0, 5.0, 7.0, 9.0, 12.0]);
        assert_eq!(
            breaks(&[8.13, 8.22, 8.34, 8.41, 8.57, 8.66, 8.71, 8.88, 8.93, 8.99]),
            [8.1, 8.3, 8.5, 8.7, 8.9, 9.0]
        );
    }

    #[test]
    fn ties_and_few_values_make_fewer_classes() {
        assert_eq!(breaks(&[]), [0.0; 0]);
        assert_eq!(breaks(&[4.0, 4.0]), [4.0, 4.0]);
        assert_eq!(Classes::by_quantile(&[4.0]).of(4.0), Class::new(3));
        let zeros = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 10.0, 20.0];
        assert!(Classes::by_quantile(&zeros).ranges().len() < 5);
    }

    #[test]
    fn what_is_not_a_number_has_no_class() {
        let classes = Classes::by_quantile(&[f64::NAN, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(classes.of(f64::NAN), None);
        assert_eq!((classes.of(-9.0), classes.of(99.0)), (Class::new(1), Class::new(5)));
    }

    #[test]
    fn the_order_of_the_values_does_not_matter() {
        for seed in 0..64 {
            let mut values = random(seed, 40);
            let classes = Classes::by_quantile(&values);
            values.reverse();
            assert_eq!(Classes::by_quantile(&values), classes, "seed {seed}");
        }
    }
}
