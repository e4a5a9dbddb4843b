//! Section: the parts of the report, each with what it shows and how to read it.

pub(super) mod assumption;
pub(super) mod curves;
pub(super) mod forest;
pub(super) mod gates;
pub(super) mod lists;
pub(super) mod made;
pub(super) mod robustness;
pub(super) mod strata;

use pana_stats::mse::answer::Answer;

use super::curve::Lines;
use super::forest::Row;
use super::{Teller, told};
use crate::report::{Block, Drawing, Section};
use crate::svg::Alt;

impl Teller<'_> {
    fn say(self, key: &str) -> String {
        self.words.say(key)
    }

    fn count(self, n: u64) -> String {
        self.words.numbers().whole(i64::try_from(n).unwrap_or(i64::MAX))
    }

    fn rows<'r>(self, answers: &'r [Answer]) -> Vec<Row<'r>> {
        answers.iter().map(|answer| Row { label: told::method(self.words, answer.method), answer }).collect()
    }

    /// A drawing in the widths that are needed.
    fn drawing(
        self,
        id: &str,
        title: String,
        note: String,
        description: String,
        draw: &dyn Fn(&Alt, f64) -> String,
    ) -> Drawing {
        Drawing::in_widths(self.dress, id, title, note, description, draw)
    }

    /// A drawing that is small enough for every screen.
    fn small(self, id: &str, title: String, note: String, description: String, lines: &Lines<'_>) -> Drawing {
        let svg = lines.draw(&Alt { id, title: &title, desc: &description }, self.dress);
        Drawing { id: id.to_owned(), title, note, description, svg, narrow: String::new() }
    }
}

fn section(id: &'static str, heading: String, blocks: Vec<Block>) -> Option<Section> {
    (!blocks.is_empty()).then_some(Section { id, heading, blocks })
}
