//! The map of a region: its countries by prevalence or by number of people, with the table and the words behind it.

use pana_evidence::PlaceId;

use super::builder::Context;
use super::model::{MapRow, MapShown};
use crate::book::{Line, Pick};
use crate::figures::{class_of, classes};
use crate::map::Link;
use crate::written;

/// What a map is shaded by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// People per 1,000.
    Prevalence,
    /// People.
    Number,
}

impl By {
    fn id(self) -> &'static str {
        match self {
            Self::Prevalence => "prevalence",
            Self::Number => "number",
        }
    }

    fn pick(self) -> Pick {
        match self {
            Self::Prevalence => |line| line.prevalence.as_ref(),
            Self::Number => |line| line.number.as_ref(),
        }
    }
}

/// A map to look at; `here` is the country the page is about.
pub fn map(context: Context<'_>, region: &PlaceId, here: Option<&str>, by: By) -> MapShown {
    let shown = undrawn(context, region, here, by);
    let svg = context.drawings.map(region, by.id(), &shown.rows, &shown.title, &shown.description);
    MapShown { svg, ..shown }
}

/// A map on which every country leads somewhere.
pub fn linked_map(context: Context<'_>, region: &PlaceId, by: By, link: &dyn Fn(&MapRow) -> Link) -> MapShown {
    let shown = undrawn(context, region, None, by);
    let svg = context.drawings.linked_map(region, &shown.rows, &shown.title, &shown.description, link);
    MapShown { svg, ..shown }
}

fn undrawn(context: Context<'_>, region: &PlaceId, here: Option<&str>, by: By) -> MapShown {
    let (words, id) = (context.words, by.id());
    let values = context.book.values(region, by.pick());
    let rows = rows(context, region, here, by, &values);
    let region = context.name_of(region);
    let title = words.tell(&format!("map-{id}-title"), &[("region", region.as_str().into())]);
    let description = describe(context, &region, id, &rows);
    let range = |(class, low, high)| (class, format!("{}–{}", written::tick(words, low), written::tick(words, high)));
    let mut legend: Vec<(u8, String)> = classes(&values).into_iter().map(range).collect();
    legend.push((0, words.say("map-no-estimate")));
    let unit = words.say(&format!("map-{id}-unit"));
    MapShown { id: id.to_owned(), title, description, unit, svg: String::new(), legend, rows }
}

/// The largest value first; countries without one by name.
fn rows(context: Context<'_>, region: &PlaceId, here: Option<&str>, by: By, values: &[f64]) -> Vec<MapRow> {
    let class = class_of(values);
    let row = |line: &Line| {
        let value = by.pick()(line).map(|cited| cited.value);
        let text = match by {
            By::Prevalence => written::prevalence(context.words, line),
            By::Number => written::number(context.words, line),
        };
        MapRow {
            code: line.iso3.clone(),
            name: context.words.name(&line.name).to_owned(),
            value,
            text: text.unwrap_or_else(|| context.words.say("not-published")),
            class: value.map_or(0, &class),
            here: here == Some(line.iso3.as_str()),
        }
    };
    let mut rows: Vec<MapRow> = context.book.members(Some(region)).map(row).collect();
    rows.sort_by(|a, b| {
        let by_value = b.value.unwrap_or(f64::MIN).total_cmp(&a.value.unwrap_or(f64::MIN));
        by_value.then_with(|| context.words.order().compare(&a.name, &b.name))
    });
    rows
}

fn describe(context: Context<'_>, region: &str, id: &str, rows: &[MapRow]) -> String {
    let known: Vec<&MapRow> = rows.iter().filter(|row| row.value.is_some()).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return context.words.say("map-no-estimate") };
    let args = [
        ("n", known.len().into()),
        ("region", region.into()),
        ("highest", first.name.as_str().into()),
        ("highest-value", first.text.as_str().into()),
        ("lowest", last.name.as_str().into()),
        ("lowest-value", last.text.as_str().into()),
    ];
    context.words.tell(&format!("map-{id}-description"), &args)
}
