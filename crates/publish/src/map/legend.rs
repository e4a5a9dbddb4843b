//! Legend: which shade stands for which values.

use super::{Classes, hatch};
use crate::svg::text::{Anchor, BASELINE, Block, LABEL, LEADING};
use crate::svg::{Alt, Dress, Role, Svg};

/// The shades of a map side by side, with the numbers between them, and the hatching of countries without an estimate.
#[derive(Clone, Copy)]
pub struct Legend<'a> {
    /// The shades.
    pub classes: &'a Classes,
    /// Writes a break for the reader.
    pub format: &'a dyn Fn(f64) -> String,
    /// What hatching means; none when every country has an estimate.
    pub no_estimate: Option<&'a str>,
    /// Width in user units.
    pub width: f64,
}

/// Height of a swatch.
const SWATCH: f64 = 14.0;
/// A swatch is at most this wide.
const WIDEST: f64 = 64.0;
/// Between swatch and text, and between the shades and the hatching.
const GAP: f64 = 8.0;

impl Legend<'_> {
    /// The legend as SVG.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let mut svg = Svg::begin("map-legend", self.width, Role::Image, alt, dress);
        let shades_end = self.shades(&mut svg);
        let shades_height = SWATCH + 2.0 + LEADING;
        let Some(text) = self.no_estimate else { return svg.finish(shades_height) };
        hatch(&mut svg);
        let beside = shades_end + 3.0 * GAP;
        let fits = beside + SWATCH * 2.0 + GAP + LABEL.width(text) <= self.width;
        let (x, y) = if fits { (beside, 0.0) } else { (0.0, shades_height + GAP) };
        let swatch = svg.start("rect").word("fill", &format!("url(#{}-hatch)", alt.id)).number("x", x).number("y", y);
        swatch.number("width", SWATCH * 2.0).number("height", SWATCH).empty();
        let block = Block::default().with(LABEL, text, self.width - x - SWATCH * 2.0 - GAP);
        block.write(&mut svg, Anchor::Start, (x + SWATCH * 2.0 + GAP, y + (SWATCH - LEADING) / 2.0));
        svg.finish(shades_height.max(y + block.height()))
    }

    /// Draws the shades and returns where they end.
    fn shades(&self, svg: &mut Svg) -> f64 {
        let ranges = self.classes.ranges();
        let breaks: Vec<f64> =
            ranges.iter().map(|range| range.low).chain(ranges.last().map(|last| last.high)).collect();
        let labels: Vec<String> = breaks.iter().map(|&at| (self.format)(at)).collect();
        let margin = labels.iter().map(|label| LABEL.width(label)).fold(0.0, f64::max) / 2.0;
        let swatch = ((self.width - 2.0 * margin) / ranges.len().max(1) as f64).min(WIDEST);
        let x = |at: usize| margin + at as f64 * swatch;
        for (at, range) in ranges.iter().enumerate() {
            svg.rect(range.class.css(), (x(at), 0.0), (swatch, SWATCH));
        }
        for (at, label) in labels.iter().enumerate() {
            LABEL.write(svg, Anchor::Middle, (x(at), SWATCH + 2.0 + BASELINE), label);
        }
        x(ranges.len()) + margin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALT: Alt = Alt { id: "legend", title: "Legend", desc: "Five shades" };

    fn draw(values: &[f64], no_estimate: Option<&str>, width: f64) -> String {
        let classes = Classes::by_quantile(values);
        let format = |value: f64| format!("{value}");
        Legend { classes: &classes, format: &format, no_estimate, width }.draw(&ALT, Dress::Page)
    }

    #[test]
    fn every_shade_and_every_break_is_shown() {
        let legend = draw(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0], Some("Баға жоқ"), 640.0);
        assert!((1..=5).all(|class| legend.contains(&format!("class-{class}"))));
        assert_eq!(legend.matches("<text").count(), 7);
        assert!(legend.contains("Баға жоқ") && legend.contains("url(#legend-hatch)"));
    }

    #[test]
    fn without_values_or_gaps_less_is_shown() {
        assert!(!draw(&[1.0, 2.0], None, 640.0).contains("hatch"));
        assert_eq!(draw(&[], Some("none"), 640.0).matches("<text").count(), 1);
    }

    #[test]
    fn what_does_not_fit_beside_goes_below() {
        let height = |width| draw(&[1.0, 2.0, 3.0, 4.0, 5.0], Some("Нет оценки"), width).matches("y=\"41\"").count();
        assert_eq!((height(640.0), height(240.0)), (0, 1));
    }
}
