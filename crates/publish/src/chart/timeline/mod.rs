//! Timeline: what was stated for each year. Figures made in different ways are different series, and no line joins them.

mod label;
mod mark;

pub use mark::Mark;

use super::key::{Key, write_keys};
use super::scale::Scale;
use crate::svg::step::ticks;
use crate::svg::text::{Anchor, BASELINE, LABEL, LEADING};
use crate::svg::{Alt, Dress, Role, Svg};
use label::Labels;

/// Series of figures on one time axis, which begins at zero upwards.
#[derive(Clone, Copy)]
pub struct Timeline<'a> {
    /// In the order of their keys; the fourth is drawn like the first. One that begins after the others ended is set off from
    /// them by a break mark; those that overlap in time are not.
    pub series: &'a [Series],
    /// What the break mark means.
    pub break_text: &'a str,
    /// The unit of the axis.
    pub unit: &'a str,
    /// Writes a number of the axis for the reader.
    pub format: &'a dyn Fn(f64) -> String,
    /// Width in user units.
    pub width: f64,
}

/// Figures that may be compared with each other: one definition, one way of making them.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What tells it from the others.
    pub name: String,
    /// One per year at most, in any order.
    pub points: Vec<Point>,
}

/// What was stated for a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The year, or the year in which the period ends.
    pub year: i32,
    /// The figure as far as it says something.
    pub mark: Mark,
    /// How it is written for the reader; stands beside the last point and in the tool tip of each.
    pub text: String,
}

/// Height of the plot as a part of its width, and its ends in user units.
const PROPORTION: f64 = 0.42;
const LOWEST: f64 = 150.0;
const HIGHEST: f64 = 260.0;
/// From the ends of the axis to the first and last year.
const INSET: f64 = 24.0;
/// Above the highest number of the axis: room for arrows and labels.
const HEADROOM: f64 = 24.0;

impl Timeline<'_> {
    /// The chart as SVG.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let mut svg = Svg::begin("timeline", self.width, Role::Image, alt, dress);
        let top = self.keys(&mut svg) + 8.0;
        LABEL.write(&mut svg, Anchor::Start, (0.0, top + BASELINE), self.unit);
        let plot = Plot::new(self, top + LEADING);
        self.axes(&mut svg, &plot);
        let mut labels = Labels::new(self.width, top + LEADING, plot.values.from);
        for at in plot.breaks() {
            labels.avoid_line(Some([(at, plot.values.to), (at, plot.values.from)]));
        }
        for (series, strokes) in self.series.iter().zip(mark::STROKES.iter().cycle()) {
            let mut points: Vec<&Point> = series.points.iter().collect();
            points.sort_by_key(|point| point.year);
            let at = |point: &Point| plot.years.at(f64::from(point.year));
            for pair in points.windows(2) {
                let segment =
                    strokes.join(&mut svg, &plot.values, (at(pair[0]), &pair[0].mark), (at(pair[1]), &pair[1].mark));
                labels.avoid_line(segment);
            }
            for point in &points {
                svg.start("g").open();
                svg.start("title").content(&format!("{}: {}", point.year, point.text));
                labels.avoid(strokes.mark(&mut svg, at(point), &plot.values, &point.mark));
                svg.close();
            }
            labels.want(points.last().map(|last| (at(last), plot.values.at(last.mark.height()), last.text.clone())));
        }
        labels.write(&mut svg);
        svg.finish(plot.values.from + 6.0 + LEADING)
    }

    fn keys(&self, svg: &mut Svg) -> f64 {
        let marks: Vec<_> =
            mark::STROKES.iter().map(|strokes| |svg: &mut Svg, at: (f64, f64)| strokes.key(svg, at)).collect();
        let series = self.series.iter().zip(marks.iter().cycle());
        let mut keys: Vec<Key> = series.map(|(series, mark)| Key { mark, text: &series.name }).collect();
        if !breaks(self.series).is_empty() {
            keys.push(Key {
                mark: &|svg, (x, y)| break_mark(svg, x, y - LEADING / 2.0, y + 3.0),
                text: self.break_text,
            });
        }
        write_keys(svg, &keys, self.width)
    }

    /// Numbers and grid to the left, years below, and the axis itself, interrupted at each break.
    fn axes(&self, svg: &mut Svg, plot: &Plot) {
        let (left, right, floor) = (plot.left, self.width, plot.values.from);
        for &value in &plot.ticks {
            let y = plot.values.at(value);
            if value != 0.0 {
                svg.line("grid", 1.0, (left, y), (right, y));
            }
            LABEL.write(svg, Anchor::End, (left - 8.0, y + 4.5), &(self.format)(value));
        }
        let mut from = left;
        for at in plot.breaks() {
            svg.line("axis", 1.0, (from, floor), (at - BREAK, floor));
            break_mark(svg, at, plot.values.to - HEADROOM / 2.0, floor);
            from = at + BREAK;
        }
        svg.line("axis", 1.0, (from, floor), (right, floor));
        for year in plot.year_ticks() {
            let x = plot.years.at(f64::from(year));
            svg.line("axis", 1.0, (x, floor), (x, floor + 4.0));
            LABEL.write(svg, Anchor::Middle, (x, floor + 6.0 + BASELINE), &year.to_string());
        }
    }
}

/// Where things stand.
struct Plot {
    left: f64,
    ticks: Vec<f64>,
    values: Scale,
    years: Scale,
    breaks: Vec<f64>,
}

impl Plot {
    fn new(chart: &Timeline, top: f64) -> Self {
        let points = || chart.series.iter().flat_map(|series| &series.points);
        let highest = points().map(|point| point.mark.height()).fold(0.0, f64::max);
        let ticks = ticks(0.0, highest, 6);
        let left = ticks.iter().map(|&value| LABEL.width(&(chart.format)(value))).fold(0.0, f64::max) + 8.0;
        let height = ((chart.width - left) * PROPORTION).clamp(LOWEST, HIGHEST);
        let (first, last) = span(points()).unwrap_or((0, 0));
        let high = ticks.last().copied().unwrap_or(1.0);
        let floor = top + HEADROOM + height;
        Self {
            left,
            ticks,
            values: Scale { low: 0.0, high, from: floor, to: floor - height },
            years: Scale { low: f64::from(first), high: f64::from(last), from: left + INSET, to: chart.width - INSET },
            breaks: breaks(chart.series),
        }
    }

    /// Where on the drawing the breaks are.
    fn breaks(&self) -> impl Iterator<Item = f64> {
        self.breaks.iter().map(|&year| self.years.at(year))
    }

    /// As many years as fit, counted back from the last.
    fn year_ticks(&self) -> Vec<i32> {
        let (first, last) = (self.years.low as i32, self.years.high as i32);
        let room = LABEL.width("2000") * 1.4;
        let between = |step: i32| self.years.at(f64::from(first + step)) - self.years.at(f64::from(first));
        let step =
            [1, 2, 5, 10, 20, 50].into_iter().find(|&step| first == last || room <= between(step)).unwrap_or(100);
        let mut years: Vec<i32> = (0..).map(|k| last - k * step).take_while(|&year| first <= year).collect();
        years.reverse();
        years
    }
}

/// The first and the last year.
fn span<'a>(points: impl Iterator<Item = &'a Point>) -> Option<(i32, i32)> {
    points.map(|point| (point.year, point.year)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// Between which years a series ended and the next began: the middle, in years. None where series overlap.
fn breaks(series: &[Series]) -> Vec<f64> {
    let mut spans: Vec<(i32, i32)> = series.iter().filter_map(|series| span(series.points.iter())).collect();
    spans.sort_unstable();
    let mut breaks = Vec::new();
    let mut ended = spans.first().map_or(i32::MAX, |first| first.1);
    for (begins, ends) in spans {
        if ended < begins {
            breaks.push(f64::midpoint(f64::from(ended), f64::from(begins)));
        }
        ended = ended.max(ends);
    }
    breaks
}

/// Half of the gap in the axis at a break.
const BREAK: f64 = 5.0;

/// A dashed line, and two slanted strokes through the axis at its foot.
fn break_mark(svg: &mut Svg, x: f64, top: f64, floor: f64) {
    let dashed =
        svg.start("line").word("class", "break-mark").number("stroke-width", 2.0).word("stroke-dasharray", "4 4");
    dashed.number("x1", x).number("y1", top).number("x2", x).number("y2", floor - 8.0).empty();
    for side in [-3.0, 3.0] {
        svg.line("axis", 1.5, (x + side - 3.0, floor + 6.0), (x + side + 3.0, floor - 6.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(name: &str, points: &[(i32, Mark)]) -> Series {
        let point = |&(year, mark): &(i32, Mark)| Point { year, mark, text: format!("{mark:?}") };
        Series { name: name.to_owned(), points: points.iter().map(point).collect() }
    }

    fn draw(series: &[Series], width: f64) -> String {
        let format = |value: f64| format!("{value}");
        let chart = Timeline { series, break_text: "new method", unit: "persons", format: &format, width };
        chart.draw(&Alt { id: "t", title: "T", desc: "D" }, Dress::Page)
    }

    fn number(element: &str, attribute: &str) -> f64 {
        let value = element.split(&format!(" {attribute}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        value.and_then(|value| value.parse().ok()).expect("the element has the attribute")
    }

    /// The x of both ends of every line of this class.
    fn lines(svg: &str, class: &str) -> Vec<(f64, f64)> {
        let elements = svg.split('<').filter(|element| element.starts_with(&format!("line class=\"{class}")));
        elements.map(|element| (number(element, "x1"), number(element, "x2"))).collect()
    }

    #[test]
    fn a_line_never_crosses_a_break() {
        for gap in 1..6 {
            let old: Vec<_> = (2008..2014).map(|year| (year, Mark::Exact(f64::from(year % 7) * 10.0))).collect();
            let new: Vec<_> = (0..5).map(|k| (2013 + gap + k, Mark::About(f64::from(k) * 20.0))).collect();
            let svg = draw(&[series("new", &new), series("old", &old)], 640.0);
            let breaks = lines(&svg, "break-mark");
            // One in the key, one in the plot.
            assert_eq!(breaks.len(), 2, "gap {gap}");
            let (joined, at) = ([lines(&svg, "series-a"), lines(&svg, "series-b")].concat(), breaks[1].0);
            assert!(joined.len() >= 8, "{joined:?}");
            assert!(joined.iter().all(|&(from, to)| to < at || at < from), "gap {gap}: {joined:?} {at}");
        }
    }

    #[test]
    fn series_that_overlap_have_no_break() {
        let a = series("a", &[(2010, Mark::Exact(1.0)), (2015, Mark::Exact(2.0))]);
        let b = series("b", &[(2015, Mark::Exact(3.0)), (2020, Mark::Exact(4.0))]);
        let c = series("c", &[(2022, Mark::Exact(3.0))]);
        assert_eq!(breaks(&[b.clone(), a.clone()]), [0.0; 0]);
        assert_eq!(breaks(&[c, a, b]), [2021.0]);
        assert_eq!(breaks(&[]), [0.0; 0]);
    }

    #[test]
    fn only_stated_points_are_joined() {
        let bounds = [(2010, Mark::Exact(5.0)), (2011, Mark::MoreThan(9.0)), (2012, Mark::Between(2.0, 4.0))];
        let svg = draw(&[series("a", &bounds)], 640.0);
        // Only the key has a line.
        assert_eq!(lines(&svg, "series-a").len(), 1);
        assert!(svg.contains("<title>2011: MoreThan(9.0)</title>") && !svg.contains("break-mark"));
    }

    #[test]
    fn one_point_or_none_is_no_reason_to_fail() {
        for points in [&[][..], &[(2020, Mark::Exact(0.0))]] {
            let svg = draw(&[series("a", points)], 320.0);
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
        assert!(!draw(&[], 320.0).contains("NaN"));
    }

    #[test]
    fn the_years_have_room() {
        let long: Vec<_> = (1990..2025).map(|year| (year, Mark::Exact(1.0))).collect();
        for (width, least) in [(320.0, 4), (640.0, 6)] {
            let all = [series("a", &long)];
            let chart = Timeline { series: &all, break_text: "", unit: "", format: &|_| "0".to_owned(), width };
            let plot = Plot::new(&chart, 0.0);
            let years = plot.year_ticks();
            assert!(years.len() >= least && years.last() == Some(&2024), "{years:?}");
            let room = plot.years.at(f64::from(years[1])) - plot.years.at(f64::from(years[0]));
            assert!(LABEL.width("2000") < room, "{room}");
        }
    }
}
