//! Forest plot: every method in a row, its estimate with its interval on one axis, and the people who were observed as a line.

use pana_stats::mse::answer::{Answer, Estimate, Verdict};
use pana_text::Words;

use super::axis::PeopleAxis;
use super::sentence::{below, people, to_unit};
use super::told;
use crate::svg::text::{Anchor, BASELINE, Block, LABEL, LEADING, VALUE};
use crate::svg::{Alt, Dress, Role, Svg};

/// A row: a method, or a method in a stratum.
pub(super) struct Row<'a> {
    /// What stands before it.
    pub label: String,
    /// What it says.
    pub answer: &'a Answer,
}

/// The plot.
pub(super) struct Forest<'a> {
    pub words: &'a Words,
    pub rows: Vec<Row<'a>>,
    /// People observed, n.
    pub observed: u64,
    pub width: f64,
}

/// Below this width labels stand above their rows.
const STACKED: f64 = 520.0;
/// Widths of the columns beside the plot.
const LABELS: f64 = 196.0;
const VALUES: f64 = 172.0;
/// Room for half of a dot and an arrow at the ends of the axis.
const MARGIN: f64 = 12.0;
const GAP: f64 = 14.0;
const BAND: f64 = 30.0;
const DOT: f64 = 6.0;
/// Estimates whose ends lie further than this many times beyond all others do not stretch the axis.
const FAR: f64 = 20.0;

impl Forest<'_> {
    /// The plot as SVG.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let mut svg = Svg::begin("forest", self.width, Role::Image, alt, dress);
        let stacked = self.width < STACKED;
        let (from, to) = if stacked {
            (MARGIN, self.width - MARGIN)
        } else {
            (LABELS + GAP + MARGIN, self.width - VALUES - GAP - MARGIN)
        };
        let axis = PeopleAxis::new(self.values().into_iter(), (from, to));
        let observed = axis.at(self.observed as f64);
        let n = self.words.numbers().whole(i64::try_from(self.observed).unwrap_or(i64::MAX));
        let n = self.words.tell("estimate-plot-observed", &[("n", n.into())]);
        let half = VALUE.width(&n) / 2.0;
        let x = observed.max(half).min(self.width - half);
        VALUE.write(&mut svg, Anchor::Middle, (x, BASELINE), &n);
        let first = LEADING + 4.0;
        let mut top = first;
        let ticks = axis.ticks(if stacked { 58.0 } else { 66.0 });
        let layouts: Vec<(Block, Block)> = self.rows.iter().map(|row| self.texts(row, stacked)).collect();
        let heights: Vec<f64> = layouts.iter().map(|(label, value)| height(label, value, stacked)).collect();
        let bottom = first + heights.iter().sum::<f64>();
        for tick in &ticks {
            svg.line("grid", 1.0, (axis.at(*tick), first), (axis.at(*tick), bottom));
        }
        for ((row, (label, value)), height) in self.rows.iter().zip(&layouts).zip(&heights) {
            let middle = if stacked {
                label.write(&mut svg, Anchor::Start, (0.0, top + 4.0));
                value.write(&mut svg, Anchor::End, (self.width, top + 4.0));
                top + height - BAND / 2.0
            } else {
                let middle = top + height / 2.0;
                label.write(&mut svg, Anchor::Start, (0.0, middle - label.height() / 2.0));
                value.write(&mut svg, Anchor::Start, (self.width - VALUES, middle - value.height() / 2.0));
                middle
            };
            svg.line("grid", 1.0, (0.0, top + height), (self.width, top + height));
            // Where labels stand above their rows, the line stops for them.
            let from = if stacked { top + height - BAND } else { top };
            svg.line("bar-mean", 2.0, (observed, from), (observed, top + height));
            if let Some(estimate) = row.answer.estimate() {
                draw_estimate(&mut svg, &axis, estimate, row.answer.verdict(), middle);
            }
            top += height;
        }
        svg.line("axis", 1.0, (from - MARGIN, bottom), (to + MARGIN, bottom));
        for tick in &ticks {
            let x = axis.at(*tick);
            svg.line("axis", 1.0, (x, bottom), (x, bottom + 4.0));
            let text = self.words.numbers().fixed(*tick, 0);
            let half = LABEL.width(&text) / 2.0;
            let x = x.max(half).min(self.width - half);
            LABEL.write(&mut svg, Anchor::Middle, (x, bottom + 5.0 + BASELINE), &text);
        }
        let title = self.words.say(if axis.by_factors() { "estimate-axis-factors" } else { "estimate-axis-even" });
        let title = Block::default().with(LABEL, &title, to - from + 2.0 * MARGIN);
        title.write(&mut svg, Anchor::Start, (from - MARGIN, bottom + 5.0 + LEADING));
        svg.finish(bottom + 8.0 + LEADING + title.height())
    }

    /// Ends and points that the axis must hold: those of answers that may be used; of all where none may.
    fn values(&self) -> Vec<f64> {
        let of = |most: Verdict| {
            let allowed = self.rows.iter().filter(move |row| row.answer.verdict() <= most);
            let estimates = allowed.filter_map(|row| row.answer.estimate());
            let values = estimates.flat_map(|estimate| {
                let upper = if estimate.at_least { estimate.point } else { estimate.upper };
                [estimate.point, upper]
            });
            values.filter(|value| value.is_finite()).collect::<Vec<f64>>()
        };
        let mut values = of(Verdict::Doubt);
        if values.is_empty() {
            values = of(Verdict::Fail);
        }
        values.sort_by(f64::total_cmp);
        // One interval that reaches to the sky leaves the others readable: it is drawn as an arrow.
        let middle = values.get(values.len() / 2).copied().unwrap_or(1.0).max(self.observed as f64);
        values.retain(|value| *value <= FAR * middle);
        values.push(self.observed as f64);
        values
    }

    fn texts(&self, row: &Row<'_>, stacked: bool) -> (Block, Block) {
        let words = self.words;
        let (label_room, value_room) = if stacked { (self.width * 0.52, self.width * 0.46) } else { (LABELS, VALUES) };
        let mut label = Block::default().with(VALUE, &row.label, label_room);
        for gate in row.answer.gates.iter().filter(|gate| gate.verdict > Verdict::Pass) {
            let key = if gate.verdict == Verdict::Fail { "estimate-plot-fail" } else { "estimate-plot-doubt" };
            let text = words.tell(key, &[("gate", told::gate(words, gate.name).into())]);
            label = label.with(LABEL, &text, label_room);
        }
        let value = match row.answer.estimate() {
            Some(estimate) if estimate.at_least => {
                let point = people(words, estimate.point, estimate, self.observed);
                let text = words.tell("estimate-plot-at-least", &[("n", point.into())]);
                Block::default().with(VALUE, &text, value_room)
            }
            Some(estimate) => {
                let (point, range) = below(words, estimate, self.observed);
                Block::default().with(VALUE, &point, value_room).with(LABEL, &range, value_room)
            }
            None => {
                let why = told::why_none(words, &row.answer.outcome).unwrap_or_default();
                let none = words.say("estimate-plot-none");
                Block::default().with(VALUE, &none, value_room).with(LABEL, &why, value_room)
            }
        };
        (label, value)
    }
}

fn height(label: &Block, value: &Block, stacked: bool) -> f64 {
    let texts = label.height().max(value.height());
    if stacked { texts + 4.0 + BAND } else { (texts + 12.0).max(BAND) }
}

/// The interval as a line with ends, the estimate as a dot; a lower bound as an arrow; open where a check raises a doubt, crossed
/// out and broken where one fails.
fn draw_estimate(svg: &mut Svg, axis: &PeopleAxis, estimate: &Estimate, verdict: Verdict, y: f64) {
    let point = axis.at(estimate.point);
    let right_end = axis.at(f64::MAX);
    if estimate.at_least {
        let end = (point + 46.0).min(right_end + MARGIN - 2.0);
        line(svg, verdict, (point, y), (end, y));
        arrow(svg, end, y);
        svg.line("series-a", 2.5, (point, y - 7.0), (point, y + 7.0));
        return;
    }
    let (left, right) = (axis.at(estimate.lower), axis.at(estimate.upper));
    line(svg, verdict, (left, y), (right, y));
    svg.line("series-a", 2.5, (left, y - 5.0), (left, y + 5.0));
    if axis.beyond(estimate.upper) || !estimate.upper.is_finite() {
        line(svg, verdict, (right, y), (right + MARGIN - 2.0, y));
        arrow(svg, right + MARGIN - 2.0, y);
    } else {
        svg.line("series-a", 2.5, (right, y - 5.0), (right, y + 5.0));
    }
    let class = if verdict == Verdict::Pass { "bar-country" } else { "mark-open" };
    let dot = svg.start("circle").word("class", class);
    let dot = if verdict == Verdict::Pass { dot } else { dot.number("stroke-width", 2.0) };
    dot.number("cx", point).number("cy", y).number("r", DOT).empty();
    if verdict == Verdict::Fail {
        svg.line("break-mark", 2.0, (point - 9.0, y - 9.0), (point + 9.0, y + 9.0));
        svg.line("break-mark", 2.0, (point - 9.0, y + 9.0), (point + 9.0, y - 9.0));
    }
}

fn line(svg: &mut Svg, verdict: Verdict, from: (f64, f64), to: (f64, f64)) {
    let line = svg.start("line").word("class", "series-a").number("stroke-width", 2.5);
    let line = if verdict == Verdict::Fail { line.word("stroke-dasharray", "4 4") } else { line };
    line.number("x1", from.0).number("y1", from.1).number("x2", to.0).number("y2", to.1).empty();
}

fn arrow(svg: &mut Svg, x: f64, y: f64) {
    svg.line("series-a", 2.5, (x - 6.0, y - 5.0), (x, y));
    svg.line("series-a", 2.5, (x - 6.0, y + 5.0), (x, y));
}

/// The plot in words, row by row.
pub(super) fn described(words: &Words, rows: &[Row<'_>], observed: u64) -> String {
    let row = |row: &Row<'_>| {
        let said = match row.answer.estimate() {
            Some(estimate) if estimate.at_least => {
                words.tell("estimate-plot-at-least", &[("n", people(words, estimate.point, estimate, observed).into())])
            }
            Some(estimate) => {
                let (point, range) = below(words, estimate, observed);
                format!("{point} ({range})")
            }
            None => told::why_none(words, &row.answer.outcome).unwrap_or_default(),
        };
        format!("{}: {said}.", row.label)
    };
    let n = words.tell("estimate-plot-observed", &[("n", to_unit(words, observed as f64, 1.0, observed).into())]);
    format!("{n}. {}", rows.iter().map(row).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use pana_stats::mse::answer::{Gate, Interval, Outcome, Reason};

    use super::*;
    use crate::estimate::tests::words;

    fn answer(method: &'static str, point: f64, lower: f64, upper: f64, verdict: Verdict) -> Answer {
        let estimate =
            Estimate { point, lower, upper, level: 0.95, interval: Interval::Bca, at_least: false, model: None };
        let gate = Gate { name: "overlap", verdict, value: Some(0.03), bound: Some(0.05) };
        Answer {
            method,
            outcome: Outcome::Estimate(estimate),
            gates: vec![gate],
            settings: Vec::new(),
            curves: Vec::new(),
        }
    }

    #[test]
    fn every_row_is_inside_and_a_doubt_is_told_without_colour() {
        let mut bound = answer("chao", 5_000.0, 4_600.0, 5_500.0, Verdict::Pass);
        if let Outcome::Estimate(estimate) = &mut bound.outcome {
            estimate.at_least = true;
        }
        let answers = [
            answer("independence", 7_000.0, 6_000.0, 8_000.0, Verdict::Pass),
            answer("stepwise", 10_000.0, 8_000.0, 1e9, Verdict::Doubt),
            answer("bma", 90_000.0, 5_000.0, 120_000.0, Verdict::Fail),
            Answer::none("lcmcr", Reason::NotMixed),
            bound,
        ];
        for lang in ["en", "ru", "kk"] {
            let words = words(lang);
            for width in [340.0, 720.0] {
                let rows = answers.iter().map(|answer| Row { label: told::method(&words, answer.method), answer });
                let forest = Forest { words: &words, rows: rows.collect(), observed: 4_400, width };
                let svg = forest.draw(&Alt { id: "f", title: "T", desc: "D" }, Dress::Page);
                assert!(!svg.contains("NaN") && !svg.contains("inf") && !svg.contains('['), "{svg}");
                assert_eq!(svg.matches("class=\"mark-open\"").count(), 2, "a doubt and a failure");
                assert_eq!(svg.matches("class=\"break-mark\"").count(), 2, "one cross");
                assert!(svg.contains("stroke-dasharray"));
                for at in ["x1", "x2", "cx"] {
                    for value in svg.split(&format!(" {at}=\"")).skip(1) {
                        let x: f64 = value.split('"').next().and_then(|x| x.parse().ok()).expect("a place");
                        assert!((-10.0..=width + 10.0).contains(&x), "{lang} {width}: {at} {x}");
                    }
                }
            }
        }
    }
}
