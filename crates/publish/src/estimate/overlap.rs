//! Overlap: which lists the same people are on. A dot for each list of a history, a bar for the people who have it.

use crate::svg::text::{Anchor, BASELINE, LABEL, LEADING, VALUE};
use crate::svg::{Alt, Dress, Role, Svg};

/// One history.
pub(super) struct History {
    /// The lists in it, by their place.
    pub on: Vec<bool>,
    pub count: u64,
    pub text: String,
}

/// The histories, largest first.
pub(super) struct Overlap<'a> {
    pub lists: usize,
    pub histories: &'a [History],
    pub width: f64,
}

const ROW: f64 = 22.0;
const STEP: f64 = 22.0;

impl Overlap<'_> {
    /// The drawing. Lists are numbered; their names stand in the text below it.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let mut svg = Svg::begin("overlap", self.width, Role::Image, alt, dress);
        let at = |list: usize| 10.0 + list as f64 * STEP;
        for list in 0..self.lists {
            VALUE.write(&mut svg, Anchor::Middle, (at(list), BASELINE), &(list + 1).to_string());
        }
        let from = at(self.lists) + 6.0;
        let widest = self.histories.iter().map(|history| LABEL.width(&history.text)).fold(0.0, f64::max);
        let room = (self.width - from - widest - 10.0).max(20.0);
        let most = self.histories.iter().map(|history| history.count).max().unwrap_or(1).max(1) as f64;
        let mut top = LEADING + 6.0;
        svg.line("axis", 1.0, (from, top), (from, top + ROW * self.histories.len() as f64));
        for history in self.histories {
            let middle = top + ROW / 2.0;
            let held: Vec<usize> = history.on.iter().enumerate().filter(|(_, on)| **on).map(|(list, _)| list).collect();
            if let (Some(first), Some(last)) = (held.first(), held.last()) {
                svg.line("series-a", 2.5, (at(*first), middle), (at(*last), middle));
            }
            for (list, on) in history.on.iter().enumerate() {
                let (class, radius) = if *on { ("bar-country", 6.0) } else { ("map-none", 2.5) };
                let dot = svg.start("circle").word("class", class);
                dot.number("cx", at(list)).number("cy", middle).number("r", radius).empty();
            }
            // A bar is seen, however few.
            let length = (room * history.count as f64 / most).max(1.0);
            svg.rect("bar-country", (from, middle - 6.0), (length, 12.0));
            LABEL.write(&mut svg, Anchor::Start, (from + length + 6.0, middle + 4.5), &history.text);
            top += ROW;
        }
        svg.finish(top + 2.0)
    }
}
