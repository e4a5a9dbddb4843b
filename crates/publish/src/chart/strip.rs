//! Strip: all countries of a region on one axis, so that a rank is seen among its neighbours.

use super::Amount;
use super::scale::Scale;
use crate::svg::step::ticks;
use crate::svg::text::{Anchor, BASELINE, Face, LABEL, LEADING, VALUE};
use crate::svg::{Alt, Dress, Role, Svg};

/// One dot per country, one of them named, and the mean.
#[derive(Clone, Copy)]
pub struct Strip<'a> {
    /// The values of the other countries, in any order.
    pub others: &'a [f64],
    /// The country the page is about, with its name: "Kazakhstan: 11.1".
    pub here: &'a Amount,
    /// The mean of the region, with its name, if there is one.
    pub mean: Option<&'a Amount>,
    /// Writes a number of the axis for the reader.
    pub format: &'a dyn Fn(f64) -> String,
    /// Width in user units.
    pub width: f64,
}

/// Radius of a dot, and of the dot that is named.
const DOT: f64 = 3.6;
const HERE: f64 = 6.5;
/// From one lane of dots to the next.
const LANE: f64 = 8.4;
/// Room for half a number at either end of the axis.
const MARGIN: f64 = 18.0;

impl Strip<'_> {
    /// The chart as SVG: the country's label, the dots, the label of the mean, the axis.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let mut svg = Svg::begin("strip-chart", self.width, Role::Image, alt, dress);
        let values = || self.others.iter().copied().chain([self.here.value]).chain(self.mean.map(|mean| mean.value));
        let ticks =
            ticks(values().fold(0.0, f64::min), values().fold(f64::MIN, f64::max), (self.width / 70.0) as usize);
        let (low, high) = (ticks[0], ticks[ticks.len() - 1]);
        let scale = Scale { low, high, from: MARGIN, to: self.width - MARGIN };
        let here = scale.at(self.here.value);
        let dots = swarm(here, self.others.iter().map(|&value| scale.at(value)).collect());
        let lanes = dots.iter().map(|(_, lane)| lane.abs()).max().unwrap_or(0);
        let half = (f64::from(lanes) * LANE + DOT).max(HERE) + 6.0;
        let (top, middle, bottom) = (LEADING + 2.0, LEADING + 2.0 + half, LEADING + 2.0 + 2.0 * half);
        for &tick in &ticks {
            svg.line("grid", 1.0, (scale.at(tick), top), (scale.at(tick), bottom));
        }
        let mut floor = bottom;
        if let Some(mean) = self.mean {
            svg.line("bar-mean", 3.0, (scale.at(mean.value), top), (scale.at(mean.value), bottom));
            self.centred(&mut svg, LABEL, scale.at(mean.value), bottom + 2.0, &mean.text);
            floor += LEADING + 6.0;
        }
        svg.line("axis", 1.0, (here, top), (here, middle));
        for (x, lane) in dots {
            let dot = svg.start("circle").word("class", "tick").word("fill", "none").number("stroke-width", 1.0);
            dot.number("cx", x).number("cy", middle + f64::from(lane) * LANE).number("r", DOT).empty();
        }
        svg.start("circle")
            .word("class", "bar-country")
            .number("cx", here)
            .number("cy", middle)
            .number("r", HERE)
            .empty();
        self.centred(&mut svg, VALUE, here, 0.0, &self.here.text);
        svg.line("axis", 1.0, (scale.from, floor), (scale.to, floor));
        for &tick in &ticks {
            svg.line("axis", 1.0, (scale.at(tick), floor), (scale.at(tick), floor + 4.0));
            LABEL.write(&mut svg, Anchor::Middle, (scale.at(tick), floor + 5.0 + BASELINE), &(self.format)(tick));
        }
        svg.finish(floor + 5.0 + LEADING)
    }

    /// Writes a text as close to the middle of x as the drawing has room.
    fn centred(&self, svg: &mut Svg, face: Face, x: f64, top: f64, text: &str) {
        let half = face.width(text) / 2.0;
        let x = x.min(self.width - half).max(half.min(self.width / 2.0));
        face.write(svg, Anchor::Middle, (x, top + BASELINE), text);
    }
}

/// Gives each dot the lane nearest to the middle in which it touches no other: 0, then −1, 1, −2, … The named dot is in lane 0.
fn swarm(here: f64, mut others: Vec<f64>) -> Vec<(f64, i32)> {
    others.sort_by(f64::total_cmp);
    let mut placed: Vec<(f64, i32)> = Vec::new();
    for x in others {
        let apart = |lane: i32, other: (f64, i32), distance: f64| {
            libm::hypot(x - other.0, f64::from(lane - other.1) * LANE) >= distance
        };
        let free = |lane: &i32| {
            apart(*lane, (here, 0), HERE + DOT + 0.8)
                && placed.iter().all(|&other| apart(*lane, other, 2.0 * DOT + 0.8))
        };
        let lane = (0..).flat_map(|away| [-away, away]).find(free).expect("there is a free lane beyond the last one");
        placed.push((x, lane));
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(value: f64, text: &str) -> Amount {
        Amount { value, text: text.to_owned() }
    }

    #[test]
    fn no_dot_touches_another() {
        let others: Vec<f64> = (0..90_i32).map(|i| f64::from(i * i % 37) * 4.0).collect();
        let dots = swarm(60.0, others.clone());
        assert_eq!(dots.len(), others.len());
        for (at, a) in dots.iter().enumerate() {
            let distance = |b: &(f64, i32)| libm::hypot(a.0 - b.0, f64::from(a.1 - b.1) * LANE);
            assert!(dots[..at].iter().all(|b| distance(b) >= 2.0 * DOT), "{a:?}");
            assert!(distance(&(60.0, 0)) >= HERE + DOT, "{a:?}");
        }
    }

    #[test]
    fn every_country_and_the_mean_are_shown_inside_the_drawing() {
        let others: Vec<f64> = (0..46).map(|i| 0.5 + 0.35 * f64::from(i)).collect();
        let (here, mean) = (amount(16.4, "Қазақстан: 16,4"), amount(0.6, "Өңірдің орташа мәні: 0,6"));
        for width in [320.0, 640.0] {
            let format = |value: f64| format!("{value}");
            let strip = Strip { others: &others, here: &here, mean: Some(&mean), format: &format, width };
            let svg = strip.draw(&Alt { id: "s", title: "T", desc: "D" }, Dress::Page);
            assert_eq!(svg.matches("class=\"tick\"").count(), 46);
            assert_eq!((svg.matches("bar-country").count(), svg.matches("bar-mean").count()), (1, 1));
            assert!(svg.contains("16,4") && !svg.contains("NaN") && !svg.contains("style"));
            for text in svg.split("<text").skip(1) {
                let x = text.split(" x=\"").nth(1).and_then(|rest| rest.split('"').next()?.parse::<f64>().ok());
                let words = text.split('>').nth(1).and_then(|rest| rest.split('<').next()).expect("a text has words");
                let half = if text.contains("value") { VALUE.width(words) } else { LABEL.width(words) } / 2.0;
                let x = x.expect("a text has a place");
                assert!(x - half >= -4.0 && x + half <= width + 4.0, "{words} {x}");
            }
        }
    }

    #[test]
    fn a_region_of_one_and_equal_values_are_drawn() {
        let here = amount(0.0, "0");
        let strip = Strip { others: &[], here: &here, mean: None, format: &|value| value.to_string(), width: 320.0 };
        assert!(!strip.draw(&Alt { id: "s", title: "T", desc: "D" }, Dress::Print).contains("NaN"));
        assert_eq!(swarm(9.0, vec![9.0; 5]).len(), 5);
    }
}
