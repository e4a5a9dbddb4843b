//! Theme: rows grouped by what they are about, and the ratings of each edition apart from them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use pana_evidence::{Edition, Indicator, Observation};

use crate::line::{Line, Named};
use crate::visit::Visit;
use pana_publish::said::{self, Said};

/// Indicators of one theme with their rows.
pub struct Theme {
    /// Its code, also the anchor on the page.
    pub code: String,
    /// Its name.
    pub name: Said,
    /// Its indicators.
    pub groups: Vec<Group>,
}

/// Indicators of government response of one edition: too many to stand among the others.
pub struct Ratings {
    /// The name of the edition, also the anchor on the page.
    pub edition: String,
    /// Its title.
    pub title: Said,
    /// Its indicators, in the order of their codes.
    pub groups: Vec<Group>,
}

/// An indicator with its rows.
pub struct Group {
    /// The indicator.
    pub indicator: Named,
    /// Its unit.
    pub unit: Said,
    /// `stock`, `flow` or `norm` in words.
    pub flow: Said,
    /// Its rows; empty where there are too many for the page.
    pub lines: Vec<Line>,
    /// How many rows there are.
    pub count: usize,
}

impl Theme {
    /// How many figures it has.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }
}

impl Ratings {
    /// How many ratings it has.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }
}

/// How many rows of one indicator a page about something else shows.
pub const AT_MOST: usize = 12;

/// Observations by theme and indicator. An indicator with more than [`AT_MOST`] rows is only counted.
pub fn of_observations<'a>(
    visit: &Visit,
    observations: impl Iterator<Item = &'a Observation>,
) -> (Vec<Theme>, Vec<Ratings>) {
    let mut by_indicator: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
    for observation in observations {
        by_indicator.entry(&observation.indicator.0).or_default().push(observation);
    }
    let known = visit.shelf.room.indicators();
    let groups = known.filter_map(|indicator| {
        let rows = by_indicator.remove(indicator.id.0.as_str())?;
        let shown = if rows.len() > AT_MOST { &[][..] } else { &rows[..] };
        let lines = shown.iter().map(|observation| Line::new(visit, observation)).collect();
        Some((indicator, Group { lines, ..Group::new(visit, indicator, rows.len()) }))
    });
    sorted(visit, groups)
}

/// Indicators by theme, with the number of their observations.
pub fn of_indicators<'a>(visit: &Visit, indicators: impl Iterator<Item = &'a Indicator>) -> (Vec<Theme>, Vec<Ratings>) {
    let count = |indicator: &Indicator| visit.shelf.room.observations_of(&indicator.id).count();
    sorted(visit, indicators.map(|indicator| (indicator, Group::new(visit, indicator, count(indicator)))))
}

/// The edition whose rating an indicator is.
pub fn edition_of<'a>(visit: &'a Visit, indicator: &Indicator) -> Option<&'a Edition> {
    let (edition, _) = indicator.id.0.split_once('.')?;
    visit.desk.library.rules.iter().map(|rules| &rules.edition).find(|known| known.id == edition)
}

/// The codes of all themes, those with most indicators first.
pub fn codes(visit: &Visit) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for indicator in visit.shelf.room.indicators().filter(|indicator| edition_of(visit, indicator).is_none()) {
        *counts.entry(&indicator.theme).or_default() += 1;
    }
    let mut codes: Vec<(&str, usize)> = counts.into_iter().collect();
    codes.sort_by_key(|(code, count)| (Reverse(*count), *code));
    codes.into_iter().map(|(code, _)| code.to_owned()).collect()
}

impl Group {
    fn new(visit: &Visit, indicator: &Indicator, count: usize) -> Self {
        let words = visit.words();
        Self {
            indicator: Named::new("indicators", &indicator.id.0, Said::new(words, &indicator.name)),
            unit: said::code(words, "unit", &indicator.unit),
            flow: said::code(words, "flow", &indicator.flow),
            lines: Vec::new(),
            count,
        }
    }
}

fn sorted<'a>(visit: &Visit, groups: impl Iterator<Item = (&'a Indicator, Group)>) -> (Vec<Theme>, Vec<Ratings>) {
    let words = visit.words();
    let theme = |code: String| Theme { name: said::code(words, "theme", &code), code, groups: Vec::new() };
    let mut themes: Vec<Theme> = codes(visit).into_iter().map(theme).collect();
    let editions = visit.desk.library.rules.iter().map(|rules| &rules.edition);
    let edition =
        |id: &String, title: &str| Ratings { edition: id.clone(), title: Said::new(words, title), groups: Vec::new() };
    let mut ratings: Vec<Ratings> = editions.map(|known| edition(&known.id, &known.title)).collect();
    for (indicator, group) in groups {
        let shelf = match edition_of(visit, indicator) {
            Some(edition) => {
                ratings.iter_mut().find(|known| known.edition == edition.id).map(|known| &mut known.groups)
            }
            None => themes.iter_mut().find(|known| known.code == indicator.theme).map(|known| &mut known.groups),
        };
        if let Some(groups) = shelf {
            groups.push(group);
        }
    }
    themes.retain(|theme| !theme.groups.is_empty());
    ratings.retain(|edition| !edition.groups.is_empty());
    (themes, ratings)
}
