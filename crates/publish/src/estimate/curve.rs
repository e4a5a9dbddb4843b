//! Curves: a posterior distribution, the interval by the number of models it may choose from, the estimate by an
//! interaction that no table can show.

use super::axis::PeopleAxis;
use crate::svg::step::{inside, ticks};
use crate::svg::text::{Anchor, BASELINE, LABEL, LEADING};
use crate::svg::{Alt, Dress, Role, Svg, number};

/// A line over a line.
pub(super) struct Lines<'a> {
    /// Places on the axis below.
    pub x: Vec<f64>,
    /// Heights; more than one line where there are several.
    pub y: Vec<Vec<f64>>,
    /// Whether heights begin at nought and have no numbers, as those of a density.
    pub density: bool,
    /// Whether the axis below counts people.
    pub people_below: bool,
    /// A value that is marked: on the axis below for a density, else on the other.
    pub mark: Option<f64>,
    /// Whether equal steps below are equal factors.
    pub factors: bool,
    /// Writes a number of the axis below.
    pub below: &'a dyn Fn(f64) -> String,
    /// Writes a number of the other axis.
    pub beside: &'a dyn Fn(f64) -> String,
    pub width: f64,
}

const HEIGHT: f64 = 150.0;
const TOP: f64 = 8.0;

impl Lines<'_> {
    /// The drawing.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let mut svg = Svg::begin("curve", self.width, Role::Image, alt, dress);
        let heights: Vec<f64> = self.y.iter().flatten().copied().filter(|value| value.is_finite()).collect();
        let most = heights.iter().copied().fold(0.0, f64::max);
        let mut least =
            if self.density { 0.0 } else { heights.iter().copied().fold(f64::INFINITY, f64::min).min(most) };
        if let (false, Some(mark)) = (self.density, self.mark) {
            least = least.min(mark);
        }
        let side = ticks(least, most, 5);
        let (low, high) =
            if self.density { (0.0, most.max(f64::MIN_POSITIVE)) } else { (side[0], side[side.len() - 1]) };
        let room = if self.density {
            12.0
        } else {
            side.iter().map(|tick| LABEL.width(&(self.beside)(*tick))).fold(0.0, f64::max) + 8.0
        };
        let (from, to) = (room, self.width - 16.0);
        let bottom = TOP + HEIGHT;
        let at_y = |value: f64| bottom - (value.clamp(low, high) - low) / (high - low) * HEIGHT;
        let place = self.places(from, to);
        if !self.density {
            for tick in &side {
                svg.line("grid", 1.0, (from, at_y(*tick)), (to, at_y(*tick)));
                LABEL.write(&mut svg, Anchor::End, (from - 6.0, at_y(*tick) + 4.5), &(self.beside)(*tick));
            }
        }
        if let Some(mark) = self.mark {
            if self.density {
                let x = place.at(mark);
                svg.line("bar-mean", 2.0, (x, TOP), (x, bottom));
            } else {
                svg.line("bar-mean", 2.0, (from, at_y(mark)), (to, at_y(mark)));
            }
        }
        for (line, class) in self.y.iter().zip(["series-a", "series-b", "series-c"]) {
            let points = self.x.iter().zip(line).filter(|(x, y)| x.is_finite() && y.is_finite());
            let mut path = String::new();
            for (i, (x, y)) in points.enumerate() {
                path.push(if i == 0 { 'M' } else { 'L' });
                path.push_str(&format!("{} {}", number(place.at(*x)), number(at_y(*y))));
            }
            let drawn = svg.start("path").word("class", class).word("fill", "none").number("stroke-width", 2.0);
            drawn.word("d", &path).empty();
        }
        svg.line("axis", 1.0, (from, bottom), (to, bottom));
        for tick in place.ticks(self) {
            let x = place.at(tick);
            svg.line("axis", 1.0, (x, bottom), (x, bottom + 4.0));
            let text = (self.below)(tick);
            let half = LABEL.width(&text) / 2.0;
            let x = x.max(half).min(self.width - half);
            LABEL.write(&mut svg, Anchor::Middle, (x, bottom + 5.0 + BASELINE), &text);
        }
        svg.finish(bottom + 6.0 + LEADING)
    }

    fn places(&self, from: f64, to: f64) -> Places {
        if self.factors {
            return Places::Axis(PeopleAxis::new(self.x.clone().into_iter(), (from, to)));
        }
        let low = self.x.iter().copied().fold(f64::INFINITY, f64::min);
        let high = self.x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let low = self.mark.filter(|_| self.density).map_or(low, |mark| mark.min(low));
        let low = if low.is_finite() { low } else { 0.0 };
        Places::Even { low, high: if high > low { high } else { low + 1.0 }, from, to }
    }
}

enum Places {
    Axis(PeopleAxis),
    Even { low: f64, high: f64, from: f64, to: f64 },
}

impl Places {
    fn at(&self, value: f64) -> f64 {
        match self {
            Self::Axis(axis) => axis.at(value),
            Self::Even { low, high, from, to } => from + (value.clamp(*low, *high) - low) / (high - low) * (to - from),
        }
    }

    fn ticks(&self, lines: &Lines<'_>) -> Vec<f64> {
        match self {
            Self::Axis(axis) => axis.ticks(34.0),
            Self::Even { low, high, from, to } => {
                let most = ((to - from) / if lines.people_below { 64.0 } else { 40.0 }) as usize + 1;
                inside(*low, *high, most)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_of_any_shape_stay_inside() {
        let cases = [
            (vec![1.0, 2.0, 5.0, 100.0], true),
            (vec![-2.0, 0.0, 2.0, 2.5], false),
            (vec![3.0], false),
            (vec![], false),
        ];
        for (x, factors) in cases {
            let y = vec![x.iter().map(|x| x * x + 1.0).collect(), x.iter().map(|x| 4.0 * x).collect()];
            for density in [true, false] {
                let write = |value: f64| value.to_string();
                let lines = Lines {
                    x: x.clone(),
                    y: y.clone(),
                    density,
                    people_below: density,
                    mark: Some(1.0),
                    factors,
                    below: &write,
                    beside: &write,
                    width: 320.0,
                };
                let svg = lines.draw(&Alt { id: "c", title: "T", desc: "D" }, Dress::Print);
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
            }
        }
    }
}
