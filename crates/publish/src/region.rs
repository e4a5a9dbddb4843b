//! A region in an edition: its map, and its countries from the highest prevalence to the lowest.

use pana_evidence::PlaceId;

use crate::book::{Line, Pick};
use crate::chart::Axis;
use crate::map::Link;
use crate::snapshot::Context;
use crate::snapshot::map::{By, linked_map};
use crate::snapshot::model::{MapRow, MapShown};
use crate::written;

/// A region as it is shown.
pub struct RegionShown {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The map by prevalence; every country leads to its page.
    pub map: MapShown,
    /// By unrounded prevalence; countries without an estimate by name.
    pub countries: Vec<CountryShown>,
    /// How many of its countries have an estimate.
    pub estimated: usize,
    /// How many countries of the world have an estimate.
    pub estimated_in_world: usize,
}

/// A country of a region. What was not published is `None`.
pub struct CountryShown {
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its rank in the region.
    pub rank: Option<usize>,
    /// Its rank in the world.
    pub world_rank: Option<usize>,
    /// People per 1,000.
    pub prevalence: Option<String>,
    /// How far its prevalence reaches on an axis of the region, in percent of its length.
    pub reach: Option<String>,
    /// People.
    pub number: Option<String>,
    /// Vulnerability.
    pub vulnerability: Option<String>,
    /// Government response.
    pub response: Option<String>,
}

/// A region of the index in the context's edition. `href` says where a country's page is.
pub fn region(context: Context<'_>, region: &PlaceId, href: &dyn Fn(&str) -> String) -> RegionShown {
    let link =
        |row: &MapRow| Link { href: href(&row.code), label: label(&row.name, row.value.is_some(), row, context) };
    let book = context.book;
    let prevalence: Pick = |line| line.prevalence.as_ref();
    let values = book.values(region, prevalence);
    let axis = Axis::amounts(&values);
    let mut lines: Vec<&Line> = book.members(Some(region)).collect();
    let value = |line: &Line| line.prevalence.as_ref().map_or(f64::MIN, |cited| cited.value);
    let by_name =
        |a: &Line, b: &Line| context.words.order().compare(context.words.name(&a.name), context.words.name(&b.name));
    lines.sort_by(|a, b| value(b).total_cmp(&value(a)).then_with(|| by_name(a, b)));
    RegionShown {
        code: region.0.clone(),
        name: context.name_of(region),
        map: linked_map(context, region, By::Prevalence, &link),
        countries: lines.into_iter().map(|line| country(context, line, &axis)).collect(),
        estimated: values.len(),
        estimated_in_world: book.members(None).filter(|line| line.prevalence.is_some()).count(),
    }
}

/// "Kazakhstan: 11.1 per 1,000 people".
fn label(name: &str, known: bool, row: &MapRow, context: Context<'_>) -> String {
    let unit = if known { format!(" {}", context.words.say("unit-per-thousand")) } else { String::new() };
    format!("{name}: {}{unit}", row.text)
}

fn country(context: Context<'_>, line: &Line, axis: &Axis) -> CountryShown {
    let (book, words) = (context.book, context.words);
    let rank = |region| book.rank(&line.iso3, region, |line| line.prevalence.as_ref()).map(|found| found.rank);
    CountryShown {
        code: line.iso3.clone(),
        name: words.name(&line.name).to_owned(),
        rank: rank(Some(&line.region)),
        world_rank: rank(None),
        prevalence: written::prevalence(words, line),
        reach: line.prevalence.as_ref().map(|cited| axis.between(0.0, cited.value)),
        number: written::number(words, line),
        vulnerability: written::score(words, line.vulnerability.as_ref(), 0),
        response: written::score(words, line.response.as_ref(), 0),
    }
}
