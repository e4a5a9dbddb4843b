//! Ranges: a row for each thing, its interval as a line with ends, its value as a dot, on one even axis.

use crate::svg::step::inside;
use crate::svg::text::{Anchor, BASELINE, Block, LABEL, LEADING};
use crate::svg::{Alt, Dress, Role, Svg};

/// A row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Range {
    /// What stands before it.
    pub label: String,
    /// Its numbers in words, at its end.
    pub text: String,
    /// The value.
    pub point: Option<f64>,
    /// The ends of its interval.
    pub ends: Option<(f64, f64)>,
    /// Another value of the same thing, as an open dot.
    pub other: Option<f64>,
}

/// The rows on one axis.
pub(crate) struct Ranges<'a> {
    pub rows: &'a [Range],
    /// The ends of the axis.
    pub axis: (f64, f64),
    /// Whether the value is a bar from the beginning of the axis, not a dot.
    pub bars: bool,
    /// Writes a number of the axis.
    pub format: &'a dyn Fn(f64) -> String,
    /// What the axis counts.
    pub unit: &'a str,
    pub width: f64,
}

/// Below this width labels stand above their rows.
const STACKED: f64 = 520.0;
const LABELS: f64 = 216.0;
const GAP: f64 = 12.0;
const BAND: f64 = 20.0;
/// Room for half of a dot at the ends of the axis.
const MARGIN: f64 = 8.0;

impl Ranges<'_> {
    /// The drawing.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let mut svg = Svg::begin("ranges", self.width, Role::Image, alt, dress);
        let stacked = self.width < STACKED;
        let widest = self.rows.iter().map(|row| LABEL.width(&row.text)).fold(0.0, f64::max).min(self.width * 0.3);
        let (from, to) = if stacked {
            (MARGIN, self.width - MARGIN)
        } else {
            (LABELS + GAP + MARGIN, self.width - widest - GAP - MARGIN)
        };
        let at = |value: f64| {
            let (low, high) = self.axis;
            let share = if high > low { (value.clamp(low, high) - low) / (high - low) } else { 0.0 };
            from + share * (to - from)
        };
        let room = if stacked { self.width - LABEL.width("0") * 2.0 - widest } else { LABELS };
        let labels: Vec<Block> =
            self.rows.iter().map(|row| Block::default().with(LABEL, &row.label, room.max(60.0))).collect();
        let height = |label: &Block| if stacked { label.height() + BAND } else { label.height().max(BAND - 2.0) + 2.0 };
        let bottom = 2.0 + labels.iter().map(height).sum::<f64>();
        let ticks = inside(self.axis.0, self.axis.1, ((to - from) / 64.0) as usize + 1);
        for tick in &ticks {
            svg.line("grid", 1.0, (at(*tick), 2.0), (at(*tick), bottom));
        }
        let mut top = 2.0;
        for (row, label) in self.rows.iter().zip(&labels) {
            let middle = if stacked {
                label.write(&mut svg, Anchor::Start, (0.0, top));
                LABEL.write(&mut svg, Anchor::End, (self.width, top + BASELINE), &row.text);
                top + label.height() + BAND / 2.0 - 2.0
            } else {
                let middle = top + height(label) / 2.0;
                label.write(&mut svg, Anchor::Start, (0.0, middle - label.height() / 2.0));
                LABEL.write(&mut svg, Anchor::End, (self.width, middle - LEADING / 2.0 + BASELINE), &row.text);
                middle
            };
            self.mark(&mut svg, row, &at, middle);
            top += height(label);
        }
        svg.line("axis", 1.0, (from - MARGIN, bottom), (to + MARGIN, bottom));
        for tick in &ticks {
            svg.line("axis", 1.0, (at(*tick), bottom), (at(*tick), bottom + 4.0));
            let text = (self.format)(*tick);
            let half = LABEL.width(&text) / 2.0;
            let x = at(*tick).max(half).min(self.width - half);
            LABEL.write(&mut svg, Anchor::Middle, (x, bottom + 5.0 + BASELINE), &text);
        }
        let unit = Block::default().with(LABEL, self.unit, 0.85 * (to - from));
        unit.write(&mut svg, Anchor::Start, (from - MARGIN, bottom + 5.0 + LEADING));
        svg.finish(bottom + 8.0 + LEADING + unit.height())
    }

    fn mark(&self, svg: &mut Svg, row: &Range, at: &dyn Fn(f64) -> f64, y: f64) {
        let point = row.point.filter(|value| value.is_finite());
        if let (true, Some(point)) = (self.bars, point) {
            let start = at(self.axis.0);
            svg.rect("bar-country", (start, y - 5.0), ((at(point) - start).max(1.0), 10.0));
        }
        if let Some((low, high)) = row.ends.filter(|(low, high)| low.is_finite() && high.is_finite()) {
            let (class, end) = if self.bars { ("map-here", 4.0) } else { ("series-a", 5.0) };
            svg.line(class, 2.0, (at(low), y), (at(high), y));
            svg.line(class, 2.0, (at(low), y - end), (at(low), y + end));
            svg.line(class, 2.0, (at(high), y - end), (at(high), y + end));
        }
        if let (false, Some(point)) = (self.bars, point) {
            svg.start("circle")
                .word("class", "bar-country")
                .number("cx", at(point))
                .number("cy", y)
                .number("r", 4.5)
                .empty();
        }
        if let Some(other) = row.other.filter(|value| value.is_finite()) {
            let dot = svg.start("circle").word("class", "mark-open").number("stroke-width", 2.0);
            dot.number("cx", at(other)).number("cy", y).number("r", 4.0).empty();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_any_kind_stay_inside_the_drawing() {
        let row = |point, ends| Range {
            label: "Қазақстан".repeat(6), text: "1".into(), point, ends, other: Some(2.0)
        };
        let rows =
            [row(Some(1.0), Some((-5.0, 900.0))), row(None, None), row(Some(f64::NAN), Some((0.0, f64::INFINITY)))];
        for (width, bars, axis) in [(760.0, false, (1.0, 100.0)), (340.0, true, (0.0, 1.0)), (340.0, false, (1.0, 1.0))]
        {
            let format = |value: f64| value.to_string();
            let ranges = Ranges { rows: &rows, axis, bars, format: &format, unit: "rank", width };
            let svg = ranges.draw(&Alt { id: "r", title: "T", desc: "D" }, Dress::Print);
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
            let places = svg.split("x1=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok());
            assert!(places.into_iter().all(|x| (0.0..=width).contains(&x)), "{svg}");
        }
    }
}
