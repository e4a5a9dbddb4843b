//! Comparison: a country's scores beside the means of its region, a bar and a mark on each row.

use super::Amount;
use super::key::{Key, write_keys};
use super::scale::Scale;
use crate::svg::text::{Anchor, BASELINE, Block, LABEL, LEADING, VALUE};
use crate::svg::{Alt, Dress, HALO, Role, Svg};

/// Scores from 0 to 100, one below the other. The axis reaches further where a score does, down to −25 in practice: points of
/// the government response can be taken away.
#[derive(Clone, Copy)]
pub struct Comparison<'a> {
    /// From top to bottom.
    pub rows: &'a [Row],
    /// What the bars are: the country.
    pub country: &'a str,
    /// What the marks are: the mean of its region.
    pub mean: &'a str,
    /// Stands for a score that the country does not have.
    pub missing: &'a str,
    /// Writes a number of the axis for the reader.
    pub format: &'a dyn Fn(f64) -> String,
    /// Width in user units; where the labels would leave too little of it for the bars, they stand above them.
    pub width: f64,
}

/// One score.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is scored.
    pub label: String,
    /// A second line, such as how much it counts.
    pub second: Option<String>,
    /// The country's score, if it has one.
    pub value: Option<Amount>,
    /// The mean of the region, if there is one.
    pub mean: Option<Amount>,
}

/// The part of the width that bars need beside their labels.
const PLOT: f64 = 1.0 / 3.0;
/// Between columns.
const GAP: f64 = 14.0;
/// Height of a bar and of the mark of the mean.
const BAR: f64 = 12.0;
const MEAN: f64 = 26.0;
/// Between rows.
const ROW_GAP: f64 = 12.0;
/// From one number of the axis to the next.
const STEP: f64 = 25.0;

impl Comparison<'_> {
    /// The chart as SVG.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let mut svg = Svg::begin("comparison", self.width, Role::Image, alt, dress);
        let keys = [Key { mark: &key_bar, text: self.country }, Key { mark: &key_mean, text: self.mean }];
        let mut top = write_keys(&mut svg, &keys, self.width) + ROW_GAP;
        let layout = Layout::new(self);
        for row in self.rows {
            top = self.row(&mut svg, row, &layout, top);
        }
        for value in layout.axis() {
            LABEL.write(&mut svg, Anchor::Middle, (layout.scale.at(value), top + BASELINE), &(self.format)(value));
        }
        svg.finish(top + LEADING)
    }

    /// Draws a row and returns where it ends.
    fn row(&self, svg: &mut Svg, row: &Row, layout: &Layout, top: f64) -> f64 {
        let (label, value) = (layout.label(row), self.value(row, layout));
        let beside = if layout.stacked { 0.0 } else { label.height() };
        let band = beside.max(value.height()).max(MEAN) + ROW_GAP;
        let top = if layout.stacked { top + ROW_GAP / 2.0 } else { top };
        let band_top = if layout.stacked { top + label.height() } else { top };
        let middle = band_top + band / 2.0;
        for at in layout.axis() {
            let (class, x) = (if at == 0.0 { "axis" } else { "grid" }, layout.scale.at(at));
            svg.line(class, 1.0, (x, band_top), (x, band_top + band));
        }
        let label_top = if layout.stacked { top } else { middle - label.height() / 2.0 };
        label.write(svg, Anchor::Start, (0.0, label_top));
        value.write(svg, Anchor::End, (self.width, middle - value.height() / 2.0));
        if let Some(value) = &row.value {
            bar(svg, layout.scale.at(0.0), layout.scale.at(value.value), middle);
        }
        if let Some(mean) = &row.mean {
            mean_mark(svg, (layout.scale.at(mean.value), middle), MEAN);
        }
        band_top + band
    }

    /// The country's score, or that there is none, and the mean.
    fn value(&self, row: &Row, layout: &Layout) -> Block {
        let (face, text) = row.value.as_ref().map_or((LABEL, self.missing), |value| (VALUE, &value.text));
        let value = Block::default().with(face, text, layout.value_width);
        row.mean.iter().fold(value, |block, mean| block.with(LABEL, &mean.text, layout.value_width))
    }
}

/// The columns: label, bars, values.
struct Layout {
    stacked: bool,
    label_width: f64,
    value_width: f64,
    scale: Scale,
}

impl Layout {
    fn new(chart: &Comparison) -> Self {
        let beside = Self::arrange(chart, false);
        let enough = beside.scale.to - beside.scale.from >= PLOT * chart.width;
        if enough { beside } else { Self::arrange(chart, true) }
    }

    fn arrange(chart: &Comparison, stacked: bool) -> Self {
        let amounts = || chart.rows.iter().flat_map(|row| row.value.iter().chain(&row.mean));
        let missing = chart.rows.iter().any(|row| row.value.is_none()).then_some(chart.missing);
        let texts = amounts().map(|amount| amount.text.as_str()).chain(missing);
        let widest = if stacked { 0.34 } else { 0.25 } * chart.width;
        let value_width = texts.map(|text| VALUE.width(text)).fold(0.0, f64::max).min(widest);
        // The narrowest column in which no label takes more than two lines.
        let widths = [0.26, 0.3, 0.34, 0.38, 0.42].map(|part| part * chart.width);
        let in_two = |width: &f64| chart.rows.iter().all(|row| LABEL.wrap(&row.label, *width).len() <= 2);
        let label_width = if stacked { chart.width } else { widths.into_iter().find(in_two).unwrap_or(widths[4]) };
        let lowest = amounts().map(|amount| amount.value).fold(0.0, f64::min);
        let highest = amounts().map(|amount| amount.value).fold(100.0, f64::max);
        // Half a number of the axis stands out to either side of the plot.
        let from = if stacked { GAP } else { label_width + GAP + GAP / 2.0 };
        let to = chart.width - value_width - GAP * 1.5;
        let (low, high) = (STEP * (lowest / STEP).floor(), STEP * (highest / STEP).ceil());
        Self { stacked, label_width, value_width, scale: Scale { low, high, from, to } }
    }

    /// The numbers of the axis.
    fn axis(&self) -> impl Iterator<Item = f64> + use<> {
        let (first, last) = ((self.scale.low / STEP) as i32, (self.scale.high / STEP) as i32);
        (first..=last).map(|at| f64::from(at) * STEP)
    }

    fn label(&self, row: &Row) -> Block {
        let label = Block::default().with(LABEL, &row.label, self.label_width);
        row.second.iter().fold(label, |label, second| label.with(LABEL, second, self.label_width))
    }
}

/// A bar from zero; a score of zero is a thin line.
fn bar(svg: &mut Svg, zero: f64, at: f64, middle: f64) {
    let (left, width) = (zero.min(at), (zero - at).abs().max(2.0));
    svg.rect("bar-country", (left, middle - BAR / 2.0), (width, BAR));
}

fn key_bar(svg: &mut Svg, (x, y): (f64, f64)) {
    bar(svg, x - 11.0, x + 11.0, y);
}

fn key_mean(svg: &mut Svg, at: (f64, f64)) {
    mean_mark(svg, at, LEADING);
}

/// A dark line between two light ones, so that it is seen on the bar.
fn mean_mark(svg: &mut Svg, (x, y): (f64, f64), height: f64) {
    for (class, width) in [(HALO, 5.0), ("bar-mean", 3.0)] {
        svg.line(class, width, (x, y - height / 2.0), (x, y + height / 2.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(value: f64) -> Option<Amount> {
        Some(Amount { value, text: format!("{value}") })
    }

    fn row(label: &str, value: Option<Amount>) -> Row {
        Row { label: label.to_owned(), second: None, value, mean: amount(50.0) }
    }

    fn draw(rows: &[Row], width: f64) -> String {
        let format = |value: f64| format!("{value}");
        let chart =
            Comparison {
                rows, country: "Қазақстан", mean: "Өңір", missing: "Баға жоқ", format: &format, width
            };
        chart.draw(&Alt { id: "c", title: "T", desc: "D" }, Dress::Page)
    }

    /// The numbers of an attribute of every element that has this class.
    fn numbers(svg: &str, class: &str, attribute: &str) -> Vec<f64> {
        let elements = svg.split('<').filter(|element| element.contains(&format!("class=\"{class}\"")));
        let part = |element: &str| element.split(&format!(" {attribute}=\"")).nth(1)?.split('"').next()?.parse().ok();
        elements.filter_map(part).collect()
    }

    const LONG: &str = "Зардап шеккендерді анықтау, қолдау және оларға жәрдемақы төлеуге қатысты мемлекеттік шаралар";

    #[test]
    fn the_longest_label_ends_before_the_bars_and_the_values() {
        let rows = [row(LONG, amount(100.0)), row("Құқық қорғау", amount(-12.5)), row("Айырылуы", None)];
        for width in [320.0, 360.0, 480.0, 640.0, 900.0] {
            let comparison =
                Comparison { rows: &rows, country: "", mean: "", missing: "", format: &|_| String::new(), width };
            let layout = Layout::new(&comparison);
            let label = layout.label(&rows[0]);
            assert!(label.width() <= layout.label_width);
            assert!(layout.stacked || layout.label_width + GAP <= layout.scale.from, "{width}");
            assert!(layout.scale.from + 90.0 < layout.scale.to, "{width}");
            assert!(layout.scale.to + GAP <= width - layout.value_width, "{width}");
        }
    }

    #[test]
    fn rows_do_not_touch() {
        let rows = [row(LONG, amount(10.0)), row(LONG, amount(20.0)), row(LONG, None)];
        for width in [320.0, 480.0, 640.0] {
            let svg = draw(&rows, width);
            let lines: Vec<f64> = numbers(&svg, "label", "y");
            let words: Vec<_> = LONG.split(' ').collect();
            let first = svg.match_indices(words[0]).count();
            assert_eq!(first, 3, "each label is written once");
            let bars = numbers(&svg, "bar-country", "y");
            assert!(bars.windows(2).all(|pair| pair[0] + BAR + ROW_GAP <= pair[1]), "{bars:?}");
            assert!(lines.iter().all(|y| y.is_finite()));
        }
    }

    #[test]
    fn a_negative_score_is_left_of_zero_and_the_axis_reaches_it() {
        let svg = draw(&[row("A", amount(-12.5)), row("B", amount(40.0))], 640.0);
        let (left, width) = (numbers(&svg, "bar-country", "x"), numbers(&svg, "bar-country", "width"));
        // Index 0 is the key.
        assert!((left[1] + width[1] - left[2]).abs() < 0.02, "both bars begin at zero: {left:?} {width:?}");
        assert!(svg.contains(">-25<") && svg.contains(">100<"));
        assert!(!draw(&[row("B", amount(0.0))], 640.0).contains(">-25<"));
    }

    #[test]
    fn a_missing_score_is_said_and_has_no_bar() {
        let svg = draw(&[row("A", None)], 640.0);
        assert!(svg.contains("Баға жоқ"));
        assert_eq!(svg.matches("bar-country").count(), 1, "only the key");
        assert!(!svg.contains("NaN") && !svg.contains("style"));
    }
}
