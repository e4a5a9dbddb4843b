//! Grid: the estimate from other lists, a dot for each list left out and each two made one.

use super::axis::PeopleAxis;
use crate::svg::text::{Anchor, BASELINE, Block, LABEL, LEADING, VALUE};
use crate::svg::{Alt, Dress, Role, Svg};

/// One change of the lists.
pub(super) struct Changed {
    pub label: String,
    /// The estimate then, if there is one.
    pub estimate: Option<f64>,
    /// The same in words.
    pub text: String,
    /// Whether lists were merged rather than left out.
    pub merged: bool,
}

/// The dots, on the axis of people.
pub(super) struct Dots<'a> {
    pub rows: &'a [Changed],
    /// The estimate from all lists.
    pub here: f64,
    pub here_text: String,
    pub format: &'a dyn Fn(f64) -> String,
    pub width: f64,
}

impl Dots<'_> {
    /// The drawing.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let mut svg = Svg::begin("dots-chart", self.width, Role::Image, alt, dress);
        let narrow = self.width < 520.0;
        let (labels, values) = if narrow { (self.width * 0.34, 70.0) } else { (220.0, 90.0) };
        let (from, to) = (labels + 18.0, self.width - values - 14.0);
        let known = self.rows.iter().filter_map(|row| row.estimate).chain([self.here]);
        let axis = PeopleAxis::new(known.collect::<Vec<_>>().into_iter(), (from, to));
        let here = axis.at(self.here);
        let half = VALUE.width(&self.here_text) / 2.0;
        VALUE.write(&mut svg, Anchor::Middle, (here.max(half).min(self.width - half), BASELINE), &self.here_text);
        let first = LEADING + 4.0;
        let blocks: Vec<Block> = self.rows.iter().map(|row| Block::default().with(LABEL, &row.label, labels)).collect();
        let bottom = first + blocks.iter().map(|block| block.height() + 8.0).sum::<f64>();
        let ticks = axis.ticks(if narrow { 52.0 } else { 66.0 });
        for tick in &ticks {
            svg.line("grid", 1.0, (axis.at(*tick), first), (axis.at(*tick), bottom));
        }
        svg.line("bar-mean", 2.0, (here, first), (here, bottom));
        let mut top = first;
        for (row, block) in self.rows.iter().zip(&blocks) {
            let height = block.height() + 8.0;
            let middle = top + height / 2.0;
            block.write(&mut svg, Anchor::Start, (0.0, top + 4.0));
            LABEL.write(&mut svg, Anchor::End, (self.width, middle + 4.5), &row.text);
            if let Some(estimate) = row.estimate {
                let x = axis.at(estimate);
                let class = if row.merged { "mark-open" } else { "bar-country" };
                let dot = svg.start("circle").word("class", class);
                let dot = if row.merged { dot.number("stroke-width", 2.0) } else { dot };
                dot.number("cx", x).number("cy", middle).number("r", 5.0).empty();
            }
            top += height;
        }
        svg.line("axis", 1.0, (from - 8.0, bottom), (to + 8.0, bottom));
        for tick in &ticks {
            svg.line("axis", 1.0, (axis.at(*tick), bottom), (axis.at(*tick), bottom + 4.0));
            LABEL.write(&mut svg, Anchor::Middle, (axis.at(*tick), bottom + 5.0 + BASELINE), &(self.format)(*tick));
        }
        svg.finish(bottom + 6.0 + LEADING)
    }
}
