//! Label: finds room for the texts beside the last points.

use crate::svg::Svg;
use crate::svg::text::{Anchor, BASELINE, LEADING, VALUE};

/// A rectangle on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// Between two corners.
    pub fn between((left, top): (f64, f64), (right, bottom): (f64, f64)) -> Self {
        Self { left, top, right, bottom }
    }

    /// A square around a place.
    pub fn around((x, y): (f64, f64), radius: f64) -> Self {
        Self::between((x - radius, y - radius), (x + radius, y + radius))
    }

    /// What the two have in common, in square units.
    fn overlap(&self, other: &Self) -> f64 {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across.max(0.0) * down.max(0.0)
    }
}

/// The labels of a plot and what they must not cover.
pub(super) struct Labels {
    plot: Area,
    /// What stands somewhere, and how bad it is to cover it.
    taken: Vec<(Area, f64)>,
    wanted: Vec<(f64, f64, String)>,
}

/// From a mark to its label.
const GAP: f64 = 9.0;
/// A mark that is covered is lost; a line can be followed under a label.
const MARK: f64 = 4.0;
const LINE: f64 = 1.0;

impl Labels {
    /// Labels stay between the sides of the drawing and between these heights.
    pub fn new(width: f64, top: f64, floor: f64) -> Self {
        Self { plot: Area::between((0.0, top), (width, floor)), taken: Vec::new(), wanted: Vec::new() }
    }

    /// A mark stands here.
    pub fn avoid(&mut self, area: Area) {
        self.taken.push((area, MARK));
    }

    /// A line runs here: as squares along it.
    pub fn avoid_line(&mut self, line: Option<[(f64, f64); 2]>) {
        let Some([a, b]) = line else { return };
        let squares = (libm::hypot(b.0 - a.0, b.1 - a.1) / 4.0).ceil().max(1.0);
        for at in 0..=squares as u32 {
            let part = f64::from(at) / squares;
            self.taken.push((Area::around((a.0 + part * (b.0 - a.0), a.1 + part * (b.1 - a.1)), 2.0), LINE));
        }
    }

    /// The point at this place wants a label.
    pub fn want(&mut self, point: Option<(f64, f64, String)>) {
        self.wanted.extend(point);
    }

    /// Writes each label where it covers least: to the right of its point, above, below, further above and below, to the left.
    pub fn write(mut self, svg: &mut Svg) {
        for (x, y, text) in std::mem::take(&mut self.wanted) {
            let width = VALUE.width(&text);
            let centred = (x - width / 2.0).clamp(0.0, (self.plot.right - width - 1.0).max(0.0));
            let above = |lines: f64| (centred, y - GAP - lines * LEADING);
            let below = |lines: f64| (centred, y + GAP + (lines - 1.0) * LEADING);
            let (right, left) = ((x + GAP, y - LEADING / 2.0), (x - GAP - width, y - LEADING / 2.0));
            let places =
                [right, above(1.0), below(1.0), above(1.6), below(1.6), above(2.4), below(2.4), above(3.2), left];
            let areas = places.map(|(left, top)| Area::between((left, top), (left + width, top + LEADING)));
            // min_by takes the first of equals.
            let least = areas.into_iter().min_by(|a, b| self.covered(a).total_cmp(&self.covered(b)));
            let area = least.expect("there are places");
            VALUE.write_over(svg, Anchor::Start, (area.left, area.top + BASELINE), &text);
            self.taken.push((area, MARK));
        }
    }

    /// How bad it is to have a label here; leaving the drawing is worse than anything.
    fn covered(&self, area: &Area) -> f64 {
        let plot = &self.plot;
        let outside =
            area.left < plot.left || plot.right < area.right || area.top < plot.top || plot.bottom < area.bottom;
        let covered: f64 = self.taken.iter().map(|(taken, weight)| weight * taken.overlap(area)).sum();
        if outside { f64::MAX } else { covered }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::{Alt, Dress, Role};

    /// Where the labels stand: x and y of each.
    fn places(labels: Labels) -> Vec<(f64, f64)> {
        let mut svg = Svg::begin("t", 300.0, Role::Image, &Alt { id: "t", title: "", desc: "" }, Dress::Page);
        labels.write(&mut svg);
        let svg = svg.finish(200.0);
        let number = |element: &str, attribute: &str| {
            let rest = element.split(&format!(" {attribute}=\"")).nth(1)?;
            rest.split('"').next()?.parse().ok()
        };
        svg.split("<text class=\"value\"")
            .skip(1)
            .filter_map(|element| Some((number(element, "x")?, number(element, "y")?)))
            .collect()
    }

    #[test]
    fn a_label_stands_to_the_right_unless_something_is_there() {
        let label = || Some((100.0, 100.0, "120".to_owned()));
        let mut free = Labels::new(300.0, 0.0, 200.0);
        free.want(label());
        assert_eq!(places(free)[0].0, 109.0);
        let mut taken = Labels::new(300.0, 0.0, 200.0);
        taken.avoid_line(Some([(100.0, 100.0), (160.0, 100.0)]));
        taken.want(label());
        assert!(places(taken)[0].1 < 95.0);
    }

    #[test]
    fn labels_of_one_place_do_not_cover_each_other() {
        let mut labels = Labels::new(300.0, 0.0, 200.0);
        labels.want(Some((290.0, 100.0, "more than 120".to_owned())));
        labels.want(Some((290.0, 102.0, "more than 210".to_owned())));
        let places = places(labels);
        assert!((places[0].1 - places[1].1).abs() >= LEADING, "{places:?}");
        assert!(places.iter().all(|&(x, _)| x + VALUE.width("more than 120") <= 300.0));
    }
}
