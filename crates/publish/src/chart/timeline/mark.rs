//! Mark: the shape of a figure says what it states. A bound is not a point, and a range is not its middle.

use super::super::scale::Scale;
use super::label::Area;
use crate::svg::{Svg, number};

/// What was stated, in the unit of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// This number: a filled mark.
    Exact(f64),
    /// About this number: a hollow mark.
    About(f64),
    /// This or more, or more than this: an open arrow up from it.
    MoreThan(f64),
    /// This or less, or less than this: an open arrow down from it.
    LessThan(f64),
    /// From one number to the other: a bar.
    Between(f64, f64),
}

impl Mark {
    /// The highest number that was stated.
    pub(super) fn height(self) -> f64 {
        match self {
            Self::Exact(value) | Self::About(value) | Self::MoreThan(value) | Self::LessThan(value) => value,
            Self::Between(low, high) => low.max(high),
        }
    }

    /// The number a line may run through, and how far before its place the line ends.
    fn point(self) -> Option<(f64, f64)> {
        match self {
            Self::Exact(value) => Some((value, 0.0)),
            Self::About(value) => Some((value, HOLLOW + 1.0)),
            Self::MoreThan(_) | Self::LessThan(_) | Self::Between(..) => None,
        }
    }
}

/// How a series is drawn: told from the others by colour, by shape, and by its line. Everything is a stroke, because the class
/// of a series colours strokes: a filled mark is an outline as wide as it is large.
pub(super) struct Strokes {
    class: &'static str,
    dashes: &'static str,
    shape: Shape,
}

enum Shape {
    Circle,
    Square,
    Diamond,
}

/// In the order of the series.
pub(super) static STROKES: [Strokes; 3] = [
    Strokes { class: "series-a", dashes: "none", shape: Shape::Circle },
    Strokes { class: "series-b", dashes: "7 5", shape: Shape::Square },
    Strokes { class: "series-c", dashes: "1.5 5", shape: Shape::Diamond },
];

/// Half the size of a mark, filled and hollow.
const FILLED: f64 = 4.5;
const HOLLOW: f64 = 5.0;
/// Length of an arrow.
const ARROW: f64 = 18.0;

impl Strokes {
    /// Joins two points if both can bear a line; returns its ends if so.
    pub fn join(&self, svg: &mut Svg, values: &Scale, from: (f64, &Mark), to: (f64, &Mark)) -> Option<[(f64, f64); 2]> {
        let ((start, before), (end, after)) = (from.1.point()?, to.1.point()?);
        let (a, b) = ((from.0, values.at(start)), (to.0, values.at(end)));
        let length = libm::hypot(b.0 - a.0, b.1 - a.1);
        if length <= before + after {
            return None;
        }
        let along = |part: f64| (a.0 + part / length * (b.0 - a.0), a.1 + part / length * (b.1 - a.1));
        let (a, b) = (along(before), along(length - after));
        self.line(svg, a, b);
        Some([a, b])
    }

    /// The mark and its line, for the key.
    pub fn key(&self, svg: &mut Svg, (x, y): (f64, f64)) {
        self.line(svg, (x - 11.0, y), (x + 11.0, y));
        self.shape(svg, (x, y), FILLED / 2.0, FILLED);
    }

    /// Draws a figure and returns the area it takes.
    pub fn mark(&self, svg: &mut Svg, x: f64, values: &Scale, mark: &Mark) -> Area {
        let y = |value: f64| values.at(value);
        match *mark {
            Mark::Exact(value) => {
                self.shape(svg, (x, y(value)), FILLED / 2.0, FILLED);
                Area::around((x, y(value)), FILLED)
            }
            Mark::About(value) => {
                self.shape(svg, (x, y(value)), HOLLOW - 1.0, 2.0);
                Area::around((x, y(value)), HOLLOW)
            }
            Mark::MoreThan(value) => self.arrow(svg, (x, y(value)), y(value) - ARROW),
            // Near zero the arrow is shorter: there is nothing below.
            Mark::LessThan(value) => self.arrow(svg, (x, y(value)), (y(value) + ARROW).min(values.from)),
            Mark::Between(low, high) => self.bar(svg, x, y(low.min(high)), y(low.max(high))),
        }
    }

    fn line(&self, svg: &mut Svg, a: (f64, f64), b: (f64, f64)) {
        let line = svg.start("line").word("class", self.class).number("stroke-width", 2.5);
        let line = line.word("stroke-linecap", "round").word("stroke-dasharray", self.dashes);
        line.number("x1", a.0).number("y1", a.1).number("x2", b.0).number("y2", b.1).empty();
    }

    /// The shape of the series, its outline `radius` from the centre and `width` wide.
    fn shape(&self, svg: &mut Svg, (x, y): (f64, f64), radius: f64, width: f64) {
        match self.shape {
            Shape::Circle => {
                let circle = svg.start("ellipse").word("class", self.class).word("fill", "none");
                let circle = circle.number("stroke-width", width).number("cx", x).number("cy", y);
                circle.number("rx", radius).number("ry", radius).empty();
            }
            Shape::Square => {
                let r = radius * 0.9;
                self.closed(svg, width, &[(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]);
            }
            Shape::Diamond => {
                let r = radius * 1.15;
                self.closed(svg, width, &[(x, y - r), (x + r, y), (x, y + r), (x - r, y)]);
            }
        }
    }

    /// An open arrow from a foot at the number that was stated.
    fn arrow(&self, svg: &mut Svg, (x, from): (f64, f64), to: f64) -> Area {
        let head = if to < from { 6.0 } else { -6.0 };
        self.open(svg, 2.5, &[(x - 6.0, from), (x + 6.0, from)]);
        self.open(svg, 2.0, &[(x, from), (x, to)]);
        self.open(svg, 2.0, &[(x - 5.0, to + head), (x, to), (x + 5.0, to + head)]);
        Area::between((x - 6.0, from.min(to)), (x + 6.0, from.max(to)))
    }

    /// A bar with a foot and a head.
    fn bar(&self, svg: &mut Svg, x: f64, low: f64, high: f64) -> Area {
        let bar = svg.start("polyline").word("class", self.class).word("fill", "none").number("stroke-width", 8.0);
        bar.word("stroke-opacity", "0.35").word("points", &points(&[(x, low), (x, high)])).empty();
        for y in [low, high] {
            self.open(svg, 2.0, &[(x - 6.0, y), (x + 6.0, y)]);
        }
        Area::between((x - 6.0, high), (x + 6.0, low))
    }

    fn open(&self, svg: &mut Svg, width: f64, corners: &[(f64, f64)]) {
        let line = svg.start("polyline").word("class", self.class).word("fill", "none").number("stroke-width", width);
        line.word("points", &points(corners)).empty();
    }

    fn closed(&self, svg: &mut Svg, width: f64, corners: &[(f64, f64)]) {
        let line = svg.start("polygon").word("class", self.class).word("fill", "none").number("stroke-width", width);
        line.word("points", &points(corners)).empty();
    }
}

fn points(corners: &[(f64, f64)]) -> String {
    let pairs: Vec<String> = corners.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
    pairs.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::{Alt, Dress, Role};

    const VALUES: Scale = Scale { low: 0.0, high: 100.0, from: 200.0, to: 0.0 };

    fn drawn(draw: impl FnOnce(&mut Svg) -> Area) -> (String, Area) {
        let mut svg = Svg::begin("t", 100.0, Role::Image, &Alt { id: "t", title: "", desc: "" }, Dress::Page);
        let area = draw(&mut svg);
        (svg.finish(200.0), area)
    }

    #[test]
    fn more_than_points_up_and_less_than_down_to_zero_at_most() {
        let (_, up) = drawn(|svg| STROKES[0].mark(svg, 50.0, &VALUES, &Mark::MoreThan(50.0)));
        assert_eq!((up.top, up.bottom), (82.0, 100.0));
        let (_, down) = drawn(|svg| STROKES[1].mark(svg, 50.0, &VALUES, &Mark::LessThan(5.0)));
        assert_eq!((down.top, down.bottom), (190.0, 200.0));
    }

    #[test]
    fn a_range_reaches_from_end_to_end_whichever_comes_first() {
        for mark in [Mark::Between(20.0, 60.0), Mark::Between(60.0, 20.0)] {
            let (svg, area) = drawn(|svg| STROKES[2].mark(svg, 50.0, &VALUES, &mark));
            assert_eq!((area.top, area.bottom), (80.0, 160.0));
            assert!(svg.contains("points=\"50,160 50,80\""));
        }
    }

    #[test]
    fn a_line_stops_before_a_hollow_mark() {
        let (_, area) = drawn(|svg| {
            let ends = STROKES[0].join(svg, &VALUES, (0.0, &Mark::Exact(50.0)), (60.0, &Mark::About(50.0)));
            let [a, b] = ends.expect("both are points");
            Area::between(a, b)
        });
        assert_eq!((area.left, area.right), (0.0, 54.0));
    }
}
